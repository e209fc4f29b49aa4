//! Initials: single letters with a full stop, and what names they begin.

use super::next::{self, First, Next, is_capitalised};
use super::place::Place;
use super::rules::Rules;
use super::token::{self, Token};

impl Rules<'_> {
    /// Whether a full stop stands inside a name, or an abbreviation with a blank in it, whatever else
    /// could follow: "J. R. Field", "J.-M. Le Goff", "Dr. J. De Wael", "v. Chr.".
    pub(super) fn is_in_name(&self, token: &Token<'_>, next: &Next<'_>) -> bool {
        let letter = token::is_single_letter(token.word);
        letter && (is_initial(next) || self.is_begun(token, next))
            || token::is_double_initial(token.word)
            || (letter || token::is_dotted(token.word))
                && self.is_of_person(token)
                && is_particle(next)
    }

    /// Whether a single letter is the first half of an abbreviation that has a blank inside: "v. Chr."
    fn is_begun(&self, token: &Token<'_>, next: &Next<'_>) -> bool {
        let is_half = next.rest.starts_with('.') && !(next.quote || next.bracket);
        is_half && {
            let whole = format!("{}.{}", token.word, next.word);
            self.table.lists(&whole)
        }
    }

    /// Whether the initials at hand stand behind a title or other initials.
    fn is_of_person(&self, token: &Token<'_>) -> bool {
        let earlier = token.earlier.trim_end_matches('.');
        earlier.len() < token.earlier.len()
            && (token::is_single_letter(earlier) && is_capitalised(earlier)
                || token::is_double_initial(earlier)
                || self.joins(earlier))
    }
}

/// Whether dotted capitals are initials rather than a degree, an era or a time, by what stands
/// before them: "President J.D. Orr", "picked J.D. Orr"; but "Orr, J.D.", "a J.D.", "44 B.C.", "the
/// fifth century B.C.".
pub(super) fn leads_to_name(token: &Token<'_>) -> bool {
    let earlier = token.earlier;
    let is_article = matches!(earlier, "a" | "an" | "the" | "his" | "her" | "their");
    let is_dated = earlier.contains(char::is_numeric)
        || token::is_roman(earlier)
        || earlier.starts_with("centur");
    !token.is_first && !is_article && !is_dated && !earlier.ends_with(',')
}

/// Whether a single capital with a full stop follows.
pub(super) fn is_initial(next: &Next<'_>) -> bool {
    next.first == First::Upper && token::is_single_letter(next.word) && next.rest.starts_with('.')
}

/// Whether a token is a single capital before a capitalised word of more letters.
pub(super) fn is_initial_before(token: &Token<'_>, next: &Next<'_>) -> bool {
    token::is_single_letter(token.word)
        && is_capitalised(token.word)
        && next.first == First::Upper
        && !token::is_single_letter(next.word)
}

/// Whether a single capital names one of a kind, and is no initial: "vitamin D", "Plan B". At the
/// start of a sentence it is the number of a section: "Appendix B. Tables".
pub(super) fn is_lettered(place: &Place<'_>, token: &Token<'_>) -> bool {
    /// Kinds in the languages of the tables.
    const KINDS: &str = "appendix category categoría categorie catégorie classe exhibit groep group \
        groupe grupa grupie grupo grupy gruppe gruppo hepatitis hépatite hepatite epatite influenza \
        option plan plano pool poule skupina skupině skupiny type vitamin vitamina vitamine zone \
        группа группе группы";
    let kind = token.earlier.to_lowercase();
    is_capitalised(token.word)
        && KINDS.split(' ').any(|known| known == kind)
        && place.so_far(64).trim_start().len() > kind.len() + 1 + token.word.len()
}

/// Whether the next word is the first of a surname of several: "Dr. J. De Wael", "A. Van den Berg".
fn is_particle(next: &Next<'_>) -> bool {
    /// In the languages of the tables.
    const PARTICLES: &str = "Da De Del Della Den Der Di Du El La Las Le Los Ten Ter Van Vande Vanden \
        Vander Von";
    let after = next::word(next.rest.trim_start());
    PARTICLES.split(' ').any(|particle| particle == next.word)
        && (is_capitalised(after) || matches!(after, "de" | "den" | "der" | "la" | "los"))
}
