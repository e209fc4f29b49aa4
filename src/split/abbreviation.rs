//! A single full stop: does it end a sentence, or belong to an abbreviation, an initial, an
//! ordinal or the number of a list item?

use super::initials::{is_initial, is_initial_before, is_lettered, leads_to_name};
use super::next::{First, Next, is_capitalised};
use super::place::Place;
use super::rules::Rules;
use super::stop::Mark;
use super::table::Class;
use super::token::{self, Token};
use crate::bounded::{head, tail};
use crate::model::Lang;
use crate::quotes::is_mark;

/// What may start a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// Only words such as "the" and "however".
    Function,
    /// Also common nouns and what the article writes small elsewhere, where no further
    /// capital follows.
    Common,
}

impl Rules<'_> {
    /// Whether a full stop stands behind a word of Hindi that is as short as abbreviations are, and no
    /// verb, in a text whose sentences end with dandas.
    pub(super) fn is_short_among_dandas(&self, place: &Place<'_>) -> bool {
        const LONGEST: usize = 3;
        const VERBS: [&str; 15] = [
            "की",
            "गई",
            "गए",
            "था",
            "थी",
            "थीं",
            "थे",
            "दी",
            "ली",
            "ही",
            "हूँ",
            "हूं",
            "है",
            "हैं",
            "हो",
        ];
        if !self.has_dandas || place.stop.mark != Mark::Period {
            return false;
        }
        let token = token::before(place.text, place.sentence, place.stop.start);
        let last = token.rsplit('.').next().unwrap_or(token);
        last.chars().count() <= LONGEST && !VERBS.contains(&last)
    }

    /// Whether a sentence ends at a single full stop before a capital, a digit or a letter
    /// without case.
    pub(super) fn ends_at_period(&self, place: &Place<'_>, next: &Next<'_>) -> bool {
        if place.stop.is_behind_closer(place.text) {
            return true;
        }
        let token = Token::before(place.text, place.sentence, place.stop.start);
        let is_quoted = || place.text[..token.start].trim_end().ends_with(is_mark);
        if token.is_first && is_list_number(token.word) && !is_quoted() {
            return false;
        }
        if token::is_number(token.word) {
            return self.ends_at_number(place, &token, next);
        }
        if self.is_in_name(&token, next) {
            return false;
        }
        let spaced = token::spaced_letters(place.text, place.sentence, &token);
        let word = spaced.as_deref().unwrap_or(token.word);
        let shouted = is_shouted(next.word) && !token.earlier.starts_with(char::is_lowercase);
        let class = self.table.class(word, shouted).or_else(|| {
            // "i. V. m. Art."
            let has_letters = token.word.chars().nth(1).is_some();
            has_letters.then(|| self.table.class(token.word, shouted))?
        });
        let dotted = token::is_dotted(token::without_article(word));
        if dotted && is_again(token.word, place.rest()) {
            return true;
        }
        let are_initials = class == Some(Class::Final)
            && token::is_upper(word)
            && (spaced.is_some() || dotted && leads_to_name(&token));
        let class = class.filter(|_| !are_initials && !token.is_fraction);
        if next.dash && (class.is_some() || dotted) {
            return false;
        }
        match class {
            Some(class) => self.ends_at_abbreviation(place, class, &token, next),
            None if token.is_unit && token::is_unit(token.word) => next.first == First::Upper,
            None if dotted => {
                self.starts_sentence(next, Opening::Function)
                    || !token.is_first && self.is_noun_alone(next)
            }
            None if self.is_shortened(word) => self.starts_sentence(next, Opening::Function),
            None if token::is_single_letter(word) => {
                is_lettered(place, &token) || self.ends_at_initial(&token, next)
            }
            None if token::is_roman(word) => {
                !self.table.is_ordinal_between(token.earlier, "")
                    || self.starts_sentence(next, Opening::Function)
            }
            None => true,
        }
    }

    /// Whether something must follow a word with a full stop.
    pub(super) fn joins(&self, word: &str) -> bool {
        self.table.class(word, false) == Some(Class::Joins)
    }

    /// Whether a token that no table lists has the look of an abbreviation, and the article does not
    /// write it without a full stop elsewhere.
    fn is_shortened(&self, token: &str) -> bool {
        token::is_consonants(token)
            && !(self.lang() == Lang::Czech && token::has_syllabic(token))
            && !self.evidence.is_whole(token)
    }

    fn ends_at_abbreviation(
        &self,
        place: &Place<'_>,
        class: Class,
        token: &Token<'_>,
        next: &Next<'_>,
    ) -> bool {
        // "9 a.m. Registration"
        let is_time_alone = || {
            let before = &place.text[place.sentence..token.start];
            class == Class::Final && !before.contains(char::is_alphabetic)
        };
        if token.is_first || is_time_alone() {
            return class == Class::Numbered && !self.is_numbered_by(next);
        }
        if next.bracket && class != Class::Numbered {
            return self.starts_sentence(next, Opening::Function);
        }
        // An ordinal has a stop in some languages.
        let counted = token::is_count(token.earlier.trim_end_matches('.'));
        match class {
            Class::Joins => place.stop.bracketed && self.starts_sentence(next, Opening::Function),
            // A page in "S. 5", but an initial in "S. Lehr".
            Class::Numbered if is_initial_before(token, next) => self.ends_at_initial(token, next),
            Class::Numbered => !self.is_numbered_by(next),
            // "Harrow Inc. Harrow said"
            Class::Named if next.word == token.earlier && is_capitalised(next.word) => true,
            Class::Named => self.starts_sentence(next, Opening::Common),
            Class::Measure if next.first == First::Digit => {
                !counted && !is_capitalised(token.word) && !is_year(next.word)
            }
            Class::Counted if !counted || next.first == First::Digit => false,
            Class::Final | Class::Measure | Class::Counted => {
                let starts = self.table.starts(next.word) && !is_first_person(next.word);
                let front = self.is_front(place) && !starts;
                let goes_on =
                    self.table.goes_on(token.word, next.word) || !starts && is_local_time(next);
                !front && !goes_on && !is_initial(next)
            }
        }
    }

    /// Whether the next word is the number of what stands before it: "Art. 5", "pp. XI-XIV".
    fn is_numbered_by(&self, next: &Next<'_>) -> bool {
        let (from, _) = next.word.split_once(['-', '–']).unwrap_or((next.word, ""));
        let numeral = token::is_roman(from) || token::is_single_letter(from);
        next.first == First::Digit || numeral && !self.table.starts(next.word)
    }

    /// Whether a sentence ends after a number and a full stop. Not where they are an ordinal or a
    /// part of a date: "am 3. Oktober", "am 1. 10. 2010", "W latach 90. Polska", "lat 80. XX wieku".
    fn ends_at_number(&self, place: &Place<'_>, token: &Token<'_>, next: &Next<'_>) -> bool {
        let number = token.word;
        if is_in_row(place, token) {
            return false;
        }
        let short = number.len() <= 3 && token::is_digits(number);
        // No C, D, L or M: "won by 30. DC United lost."
        let of_century = next.word.len() > 1 && next.word.bytes().all(|b| b"IVX".contains(&b));
        let ordinal = short
            && (of_century
                || self.table.is_ordinal_between(token.earlier, next.word)
                || self.is_front(place));
        !is_in_date(token, next) && (!ordinal || self.starts_sentence(next, Opening::Function))
    }

    /// Whether a sentence ends after a single letter: after a name it is an initial that a
    /// surname follows, unless the article has it in place of one.
    fn ends_at_initial(&self, token: &Token<'_>, next: &Next<'_>) -> bool {
        if !is_capitalised(token.earlier) {
            return self.starts_sentence(next, Opening::Common);
        }
        next.first == First::Upper && self.evidence.is_surname(token.word)
            || self.starts_sentence(next, Opening::Function)
    }

    /// Whether the next word starts a sentence rather than going on with a name.
    fn starts_sentence(&self, next: &Next<'_>, opening: Opening) -> bool {
        if next.first != First::Upper {
            return next.first == First::Bullet;
        }
        // In "И. П. Карташов" the first letter is no "and".
        if is_initial(next) {
            return false;
        }
        let label = next.rest.starts_with(": ") && !next.bracket && is_label(next.word);
        let known = self.table.starts(next.word) || self.table.is_honorific(next.word);
        if known || label || opens_sentence(next) {
            return true;
        }
        opening == Opening::Common
            && (self.is_noun_alone(next) || is_alone(next) && self.evidence.is_small(next.word))
    }

    /// Whether the next word is a common noun after which no further capital follows.
    fn is_noun_alone(&self, next: &Next<'_>) -> bool {
        next.first == First::Upper && is_alone(next) && self.table.is_noun(next.word)
    }

    /// Whether the clause so far is no more than a phrase of time or place: "At 5 a.m.".
    fn is_front(&self, place: &Place<'_>) -> bool {
        const LONGEST: usize = 44;
        let clause = place.so_far(LONGEST + 4);
        if clause.len() > LONGEST {
            return false;
        }
        let clause = clause.rsplit(['"', '“']).next().unwrap_or(clause);
        let clause = clause.rsplit(": ").next().unwrap_or(clause);
        let mut words = clause.split([' ', ',']).filter(|word| !word.is_empty());
        let first = words.next();
        let starts = first.is_some_and(|word| is_capitalised(word) && self.table.fronts(word));
        starts && words.all(|word| self.is_of_front(word))
    }

    fn is_of_front(&self, word: &str) -> bool {
        let token = word.trim_end_matches('.');
        word.contains(char::is_numeric)
            || self.table.fronts(token)
            || self.table.class(token, false).is_some()
            || token::is_dotted(token)
            || token::is_roman(token)
    }
}

/// Whether a text starts with an abbreviation that has just ended: "left the U.S. U.S. voters". None
/// stands twice in a row.
fn is_again(dotted: &str, rest: &str) -> bool {
    let behind = rest.strip_prefix(dotted);
    behind.is_some_and(|behind| behind.starts_with('.'))
}

/// Whether the time of a place follows, named by up to three words: "3 p.m. New York time".
fn is_local_time(next: &Next<'_>) -> bool {
    let Some(rest) = next.rest.strip_prefix(' ') else {
        return false;
    };
    let behind_name = rest.split(' ').take(3).find(|word| !is_capitalised(word));
    let is_time = |word: &str| word.trim_end_matches(|c: char| !c.is_alphabetic()) == "time";
    behind_name.is_some_and(is_time)
}

/// Whether the English "I" or "I'd" follows, which goes on after a phrase of time more often than it
/// starts a sentence: "By 10 p.m. I'd had enough".
fn is_first_person(word: &str) -> bool {
    word == "I" || word.starts_with("I'") || word.starts_with("I’")
}

/// Whether a word before a colon tells what follows: "Photo: AP". Other words may be names: "Mark R.
/// Penrose: No.", "(NYSE: ACM)", "the U.S. Open: Novak wins".
fn is_label(word: &str) -> bool {
    /// In the languages of the tables.
    const LABELS: &str = "Bild Bron Credit Crédit Foto Fotografia Fotos Fonte Fonti Fuente Fuentes \
        Image Images Imagen Photo Photos Picture Pictures Quelle Quellen Source Sources Video \
        Zdroj Zdjęcie Źródło Фото Источник";
    is_shouted(word) || LABELS.split(' ').any(|label| label == word)
}

/// Whether no further capital follows the next word, nor "of".
fn is_alone(next: &Next<'_>) -> bool {
    let after = next.rest.trim_start();
    after.starts_with(char::is_lowercase) && !after.starts_with("of ")
}

/// Whether a word is all capitals, two at least, and nothing else.
pub(super) fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a number counts one of several things in a sentence: "Men: 1. Bell, 2. Diaz".
fn is_in_row(place: &Place<'_>, token: &Token<'_>) -> bool {
    const REACH: usize = 200;
    let Ok(number) = token.word.parse::<u8>() else {
        return false;
    };
    let before = tail(&place.text[place.sentence..token.start], REACH);
    let behind = head(place.rest(), REACH);
    let has = |text: &str, number: Option<u8>| {
        number.is_some_and(|number| text.contains(&format!(" {number}. ")))
    };
    before.trim_end().ends_with([':', ';', ','])
        && (has(behind, number.checked_add(1)) || has(before, number.checked_sub(1)))
}

/// Whether a number is the day or the month of a date in digits: "5. 1. 2010", or the day in "5. 1."
fn is_in_date(token: &Token<'_>, next: &Next<'_>) -> bool {
    let up_to = |word: &str, most: u8| {
        token::is_digits(word) && word.parse().is_ok_and(|number: u8| number <= most)
    };
    let is_day = up_to(next.word, 12) && (next.rest == "." || next.rest.starts_with(". "));
    let day = token.earlier.strip_suffix('.');
    let is_month = day.is_some_and(|day| up_to(day, 31)) && is_year(next.word);
    up_to(token.word, 31) && is_day || up_to(token.word, 12) && is_month
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && token::is_digits(word)
}

/// Whether what stands in the quotation marks or brackets that open before the next word is a
/// sentence, so that one must have ended in front of them: some words, and a mark at their end.
fn opens_sentence(next: &Next<'_>) -> bool {
    const LONGEST: usize = 400;
    const FEWEST_WORDS: usize = 3;
    let inside = head(next.rest, LONGEST);
    let end = match (next.quote, next.bracket) {
        (true, _) => inside.find(['"', '”', '“', '»']),
        (_, true) => inside.find([')', ']']),
        _ => None,
    };
    let Some(inside) = end.map(|end| &inside[..end]) else {
        return false;
    };
    inside.ends_with(['.', '!', '?', ',']) && inside.split_whitespace().count() + 1 >= FEWEST_WORDS
}

/// Whether `token` numbers an item of a list or a section: "1", "12", "A", "iv", "8.1", "§2".
fn is_list_number(token: &str) -> bool {
    let token = token.trim_start_matches('§');
    let digits = |part: &str| (1..=3).contains(&part.len()) && token::is_digits(part);
    let digits = token.split('.').all(digits);
    let one_case = !token.contains(char::is_uppercase) || !token.contains(char::is_lowercase);
    let roman = token.len() <= 4 && one_case && token::is_roman(&token.to_uppercase());
    !token.is_empty() && (digits || roman || token::is_single_letter(token))
}
