//! Whether a sentence ends at a stop.

use super::abbreviation::is_shouted;
use super::enclosed::{in_brackets, in_single_quotes};
use super::evidence::Evidence;
use super::next::{First, Next, is_capitalised, next};
use super::place::Place;
use super::quotation::{goes_on, is_attribution, is_in_clause, is_led_to};
use super::stop::{Mark, is_closed};
use super::table::{Class, Table};
use super::{token, uax};
use crate::bounded::head;
use crate::model::Lang;

/// What the rules know of an article.
pub(super) struct Rules<'a> {
    lang: Lang,
    pub(super) table: &'static Table,
    pub(super) evidence: Evidence<'a>,
    /// Whether sentences end with a danda, so that full stops behind short words belong to
    /// abbreviations.
    pub(super) has_dandas: bool,
}

/// Whether a stop is made of several question and exclamation marks, and nothing else.
fn is_doubled(place: &Place<'_>) -> bool {
    let marks = &place.text[place.stop.start..place.stop.end];
    marks.len() > 1 && marks.bytes().all(|byte| matches!(byte, b'?' | b'!'))
}

/// Whether nothing but a town in capitals and a date, or who reports, stands in the paragraph so far:
/// "LONDON, Oct. 4. – The", "PARIS (AFP). – Le".
fn is_dateline(place: &Place<'_>) -> bool {
    const LONGEST: usize = 64;
    let so_far = &place.text[..place.stop.start];
    if place.sentence > 0 || so_far.len() > LONGEST {
        return false;
    }
    let (town, source) = so_far.split_at(so_far.find([',', '(']).unwrap_or(so_far.len()));
    let is_source = source.starts_with('(') || source.contains(char::is_numeric);
    (source.is_empty() || is_source) && town.split_whitespace().all(is_shouted)
}

/// Whether a dateline ends with who reports: "/TASS/", "Oct. 4 - Meridian News".
fn ends_with_agency(place: &Place<'_>) -> bool {
    const MOST_WORDS: usize = 3;
    let so_far = &place.text[..place.stop.start];
    let behind_dash = |dash| so_far.rsplit_once(dash).map(|(_, name)| name.split(' '));
    let mut names = [" - ", " – ", " — "].into_iter().filter_map(behind_dash);
    so_far.ends_with('/')
        || names.any(|name| name.clone().all(is_capitalised) && name.count() <= MOST_WORDS)
}

/// What stands behind what a speaker does between two sentences: "(laughs) Very well."
fn behind_aside(rest: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (aside, behind) = head(rest, LONGEST).strip_prefix('(')?.split_once(") ")?;
    let is_aside = aside.starts_with(char::is_lowercase)
        && aside.chars().all(|c| c.is_lowercase() || c == ' ');
    (is_aside && behind.starts_with(char::is_uppercase)).then(|| &rest[aside.len() + 3..])
}

/// How many full stops of a text white space follows.
fn spaced_full_stops(text: &str) -> usize {
    let behind = text.split('.').skip(1);
    behind
        .filter(|rest| rest.starts_with(char::is_whitespace))
        .count()
}

impl<'a> Rules<'a> {
    /// The rules of `lang` for the text of an article.
    pub fn new(article: &'a str, lang: Lang) -> Self {
        Rules {
            lang,
            table: Table::of(lang),
            evidence: Evidence::of(article),
            has_dandas: lang == Lang::Hindi
                && article.matches('।').count() > spaced_full_stops(article),
        }
    }

    /// The language of the article.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the sentence ends at the stop.
    pub fn ends(&self, place: &Place<'_>) -> bool {
        let stop = &place.stop;
        if stop.next >= place.text.len() || !place.so_far(64).contains(char::is_alphanumeric) {
            return false;
        }
        let ends = if stop.next == stop.end {
            self.ends_attached(place)
        } else {
            self.ends_spaced(place)
        };
        ends && !in_brackets(place) && !in_single_quotes(place)
    }

    /// The same where no white space follows.
    fn ends_attached(&self, place: &Place<'_>) -> bool {
        let stop = &place.stop;
        let rest = place.rest();
        let Some(c) = rest.chars().next() else {
            return false;
        };
        let caseless = c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
        let closed = stop.quoted || stop.bracketed;
        let title = matches!(c, '《' | '〈' | '【') && !closed;
        let opens = matches!(c, '「' | '『' | '“') || c == '"' && is_closed(place.text, stop.start);
        if stop.mark == Mark::Wide && (title || opens) {
            return true;
        }
        if stop.mark == Mark::Wide || (caseless && stop.mark == Mark::Strong) {
            return uax::breaks(place.text, stop.start, stop.next)
                && !goes_on(place, self.lang, self.table);
        }
        let opens = matches!(c, '"' | '“' | '„' | '«' | '(' | '‘');
        if !c.is_uppercase() && !opens || stop.mark == Mark::Ellipsis {
            return false;
        }
        let before = token::before(place.text, place.sentence, stop.start);
        let small = before.len() > 1 && before.chars().all(char::is_lowercase);
        let next = next(rest);
        if small || stop.end > stop.start + 1 {
            return self.is_plain_word(&next);
        }
        let plain = before.len() > 2 && before.chars().all(char::is_alphabetic);
        let known = self.table.starts(next.word)
            || self.table.class(next.word, false) == Some(Class::Joins);
        (plain || token::is_number(before)) && known && self.is_plain_word(&next)
    }

    /// Whether `next` is a capitalised word before white space: the start of a sentence whose
    /// blank was forgotten, rather than a part of an address.
    fn is_plain_word(&self, next: &Next<'_>) -> bool {
        let small_tail = next.word.chars().skip(1).all(char::is_lowercase);
        let alone = next.word.chars().count() > 1 || self.table.starts(next.word);
        let title =
            self.table.class(next.word, false) == Some(Class::Joins) && next.rest.starts_with(". ");
        let apart = next.rest.starts_with([' ', ',']);
        next.first == First::Upper && small_tail && alone && (apart || title)
    }

    /// The same where white space follows.
    fn ends_spaced(&self, place: &Place<'_>) -> bool {
        let stop = &place.stop;
        if goes_on(place, self.lang, self.table) || self.is_short_among_dandas(place) {
            return false;
        }
        let rest = place.rest();
        let next = next(behind_aside(rest).unwrap_or(rest));
        let closed = stop.quoted || stop.bracketed;
        // "(...)" is no end, "(...)." is.
        let in_brackets = place.text[..stop.start].ends_with(['(', '['])
            && !(stop.bracketed && stop.is_behind_closer(place.text));
        match (stop.mark, next.first) {
            (Mark::Wide, _) => uax::breaks(place.text, stop.start, stop.next),
            _ if in_brackets => false,
            (_, First::Other) if next.dash => false,
            (_, First::Other) => {
                let c = place.rest().chars().next();
                !c.is_some_and(|c| c.is_ascii_punctuation())
                    && uax::breaks(place.text, stop.start, stop.next)
            }
            (_, First::Bullet) => true,
            (Mark::Strong, First::Lower) if is_doubled(place) => {
                !is_attribution(&next, self.table, false)
            }
            (_, First::Lower) => self.starts_small(place, &next),
            (_, First::Upper) if next.dash && (closed || is_dateline(place)) => false,
            (_, First::Upper) if is_dateline(place) && ends_with_agency(place) => false,
            (Mark::Strong, _) if self.is_company(place, &next) => false,
            (Mark::Ellipsis, First::Letter) => false,
            (Mark::Strong | Mark::Ellipsis, _) if stop.quoted => {
                !is_in_clause(place)
                    && (is_led_to(place, self.table) || !is_attribution(&next, self.table, false))
            }
            (Mark::Strong | Mark::Ellipsis, _) => true,
            (Mark::Period, _) if stop.quoted && is_attribution(&next, self.table, true) => false,
            (Mark::Period, _) => self.ends_at_period(place, &next),
        }
    }

    /// Whether an exclamation mark belongs to a name: "Yahoo! Inc."
    fn is_company(&self, place: &Place<'_>, next: &Next<'_>) -> bool {
        let named = is_capitalised(token::before(place.text, place.sentence, place.stop.start));
        let suffix = self.table.class(next.word, false) == Some(Class::Named);
        named && suffix && next.rest.starts_with('.')
    }

    /// Whether a sentence starts with a small letter, as "iPhone" does.
    fn starts_small(&self, place: &Place<'_>, next: &Next<'_>) -> bool {
        let inner_capital = next.word.chars().skip(1).any(char::is_uppercase);
        let apart = !next.word.contains(['-', '\'', '’']);
        inner_capital && apart && self.ends_at_period(place, next)
    }
}
