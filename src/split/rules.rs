//! Whether a sentence ends at a stop.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::bounded::{head, tail};
use super::next::{First, Next, is_capitalised, next, word};
use super::stop::{Mark, Stop, is_stray_quote};
use super::table::{Class, Table};
use super::{token, uax};
use crate::model::Lang;

/// Small words are collected from no more than this much of an article, in bytes.
const SAMPLE: usize = 256 * 1024;

/// What the rules know of an article.
pub(super) struct Rules<'a> {
    lang: Lang,
    table: &'static Table,
    article: &'a str,
    small: OnceCell<HashSet<&'a str>>,
}

/// A stop in its block, with the sentence that it may end.
pub(super) struct Place<'a> {
    /// The text of the block, line ends as blanks.
    pub text: &'a str,
    /// Where the sentence starts.
    pub sentence: usize,
    /// The stop.
    pub stop: Stop,
}

impl<'a> Place<'a> {
    /// The sentence so far, without the stop; at most `limit` bytes of its end.
    fn so_far(&self, limit: usize) -> &'a str {
        tail(&self.text[self.sentence..self.stop.start], limit)
    }

    /// What follows the stop, without the white space.
    fn rest(&self) -> &'a str {
        &self.text[self.stop.next..]
    }
}

impl<'a> Rules<'a> {
    /// The rules of `lang` for the text of an article.
    pub fn new(article: &'a str, lang: Lang) -> Self {
        Rules {
            lang,
            table: Table::of(lang),
            article,
            small: OnceCell::new(),
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
        if stop.mark == Mark::Wide || (caseless && stop.mark == Mark::Strong) {
            return uax::breaks(place.text, stop.start, stop.next);
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
        let known =
            self.table.starts(next.word) || self.table.class(next.word) == Some(Class::Joins);
        (plain || token::is_number(before)) && known && self.is_plain_word(&next)
    }

    /// Whether `next` is a capitalised word before white space: the start of a sentence whose
    /// blank was forgotten, rather than a part of an address.
    fn is_plain_word(&self, next: &Next<'_>) -> bool {
        let small_tail = next.word.chars().skip(1).all(char::is_lowercase);
        let alone = next.word.chars().count() > 1 || self.table.starts(next.word);
        let title =
            self.table.class(next.word) == Some(Class::Joins) && next.rest.starts_with(". ");
        let apart = next.rest.starts_with([' ', ',', '\u{a0}']);
        next.first == First::Upper && small_tail && alone && (apart || title)
    }

    /// The same where white space follows.
    fn ends_spaced(&self, place: &Place<'_>) -> bool {
        let stop = &place.stop;
        let next = next(place.rest());
        let closed = stop.quoted || stop.bracketed;
        let opened_before = place.text[..stop.start].ends_with(['(', '[']);
        match (stop.mark, next.first) {
            (Mark::Wide, _) => uax::breaks(place.text, stop.start, stop.next),
            _ if opened_before => false,
            (_, First::Other) if next.dash => false,
            (_, First::Other) => {
                let c = place.rest().chars().next();
                !c.is_some_and(|c| c.is_ascii_punctuation())
                    && uax::breaks(place.text, stop.start, stop.next)
            }
            (_, First::Bullet) => true,
            (_, First::Lower) => self.starts_small(place, &next),
            (_, First::Upper) if next.dash && closed => false,
            (Mark::Strong, _) => !(stop.quoted && self.is_attribution(&next, false)),
            (Mark::Ellipsis, _) => true,
            (Mark::Period, _) if stop.quoted && self.is_attribution(&next, true) => false,
            (Mark::Period, _) => self.ends_at_period(place, &next),
        }
    }

    /// Whether a sentence starts with a small letter, as "iPhone" does.
    fn starts_small(&self, place: &Place<'_>, next: &Next<'_>) -> bool {
        let inner_capital = next.word.chars().skip(1).any(char::is_uppercase);
        let apart = !next.word.contains(['-', '\'', '’']);
        inner_capital && apart && self.ends_at_period(place, next)
    }

    /// Whether a name and a verb of saying follow. After a full stop they count only where
    /// they are the whole sentence.
    fn is_attribution(&self, next: &Next<'_>, whole: bool) -> bool {
        if next.quote || next.bracket || next.first != First::Upper {
            return false;
        }
        let (mut current, mut rest) = (next.word, next.rest);
        for _ in 0..4 {
            if self.table.says(current) {
                return !whole || rest.starts_with(['.', ',']);
            }
            if !is_capitalised(current) || (current != "I" && self.table.starts(current)) {
                return false;
            }
            rest = rest.trim_start_matches(['.', ' ']);
            current = word(rest);
            rest = &rest[current.len()..];
        }
        false
    }

    /// Whether a sentence ends at a single full stop before a capital, a digit or a letter
    /// without case.
    fn ends_at_period(&self, place: &Place<'_>, next: &Next<'_>) -> bool {
        let text = place.text;
        let stop = &place.stop;
        let end = place.sentence + text[place.sentence..stop.start].trim_end().len();
        let token = token::before(text, place.sentence, end);
        let start = end - token.len();
        let first_in_sentence = !text[place.sentence..start].contains(char::is_alphanumeric);
        if first_in_sentence && is_list_number(token) {
            return false;
        }
        if token::is_number(token) {
            return self.ends_at_number(place, token, next);
        }
        let spaced = token::is_single_letter(token)
            .then(|| token::spaced_letters(text, place.sentence, start, token))
            .flatten();
        let token = spaced.as_deref().unwrap_or(token);
        if is_shouted(token) && !is_shouted(next.word) {
            return true;
        }
        match self.table.class(token) {
            Some(Class::Numbered) if next.first != First::Digit && first_in_sentence => true,
            Some(_) if first_in_sentence => false,
            Some(class) => self.ends_at_abbreviation(place, class, start, next),
            None if token::is_dotted(token) || token::is_consonants(token) => {
                self.starts_sentence(next, false)
            }
            None if token::is_single_letter(token) => {
                !is_initial(next) && self.starts_sentence(next, true)
            }
            None => true,
        }
    }

    fn ends_at_abbreviation(
        &self,
        place: &Place<'_>,
        class: Class,
        start: usize,
        next: &Next<'_>,
    ) -> bool {
        let before = place.text[place.sentence..start].trim_end();
        let counted = before.ends_with(char::is_numeric);
        match class {
            Class::Joins => place.stop.bracketed && self.starts_sentence(next, false),
            Class::Numbered => {
                let numeral = token::is_roman(next.word) || token::is_single_letter(next.word);
                next.first != First::Digit && (!numeral || self.table.starts(next.word))
            }
            Class::Named => self.starts_sentence(next, true),
            Class::Measure if next.first == First::Digit => false,
            Class::Counted if !counted => false,
            Class::Final | Class::Measure | Class::Counted => {
                let front = self.is_front(place) && !self.starts_sentence(next, false);
                !front && !self.table.follows_time(next.word) && !is_initial(next)
            }
        }
    }

    fn ends_at_number(&self, _place: &Place<'_>, token: &str, next: &Next<'_>) -> bool {
        if self.table.ordinals && token.len() <= 2 {
            return self.starts_sentence(next, false);
        }
        true
    }

    /// Whether the next word starts a sentence rather than going on with a name. With
    /// `by_text`, a word that this article also writes small counts too, where no
    /// further capital follows it.
    fn starts_sentence(&self, next: &Next<'_>, by_text: bool) -> bool {
        if next.first != First::Upper {
            return next.first == First::Bullet;
        }
        if self.table.starts(next.word) || next.rest.starts_with(": ") {
            return true;
        }
        let after = next.rest.trim_start();
        let goes_on_small = after.starts_with(char::is_lowercase);
        by_text && goes_on_small && !after.starts_with("of ") && self.is_written_small(next.word)
    }

    /// Whether the article has `word` in small letters too.
    fn is_written_small(&self, word: &str) -> bool {
        let small = self.small.get_or_init(|| {
            head(self.article, SAMPLE)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| word.starts_with(char::is_lowercase))
                .collect()
        });
        small.contains(word.to_lowercase().as_str())
    }

    /// Whether the clause so far is no more than a phrase of time or place: "At 5 a.m.".
    fn is_front(&self, place: &Place<'_>) -> bool {
        let clause = place.so_far(48);
        if clause.len() >= 45 {
            return false;
        }
        let clause = clause.rsplit(['"', '“']).next().unwrap_or(clause);
        let clause = clause.rsplit(": ").next().unwrap_or(clause).trim_start();
        let mut words = clause.split([' ', ',']).filter(|word| !word.is_empty());
        let starts = words
            .next()
            .is_some_and(|word| is_capitalised(word) && self.table.fronts(word));
        starts
            && words.all(|word| {
                let token = word.trim_end_matches('.');
                word.contains(|c: char| c.is_numeric())
                    || self.table.fronts(token)
                    || self.table.class(token).is_some()
                    || token::is_dotted(token)
            })
    }
}

/// Whether a word is all capitals, two at least, and nothing else.
fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a single capital with a full stop follows.
fn is_initial(next: &Next<'_>) -> bool {
    next.first == First::Upper && token::is_single_letter(next.word) && next.rest.starts_with('.')
}

/// Whether `token` numbers an item of a list: "1", "12", "A", "iv".
fn is_list_number(token: &str) -> bool {
    let digits = token.len() <= 3 && token.bytes().all(|byte| byte.is_ascii_digit());
    let roman = token.len() <= 4 && token::is_roman(&token.to_uppercase());
    !token.is_empty() && (digits || roman || token::is_single_letter(token))
}

/// How far brackets and single quotation marks are followed, in bytes.
const REACH: usize = 400;

/// Whether the stop stands in brackets that opened inside the sentence and are closed later.
fn in_brackets(place: &Place<'_>) -> bool {
    let before = place.so_far(REACH);
    let Some(open) = before.rfind(['(', '[']) else {
        return false;
    };
    let closed = before[open..].contains([')', ']']) || place.stop.bracketed;
    let leads = !before[..open].contains(char::is_alphanumeric);
    if closed || (leads && before.len() < REACH) {
        return false;
    }
    let after = head(&place.text[place.stop.end..], REACH);
    after
        .find(['(', '[', ')', ']'])
        .is_some_and(|at| after[at..].starts_with([')', ']']))
}

/// Whether the stop stands between single straight quotation marks.
fn in_single_quotes(place: &Place<'_>) -> bool {
    let before = place.so_far(REACH).as_bytes();
    let opening = (0..before.len())
        .rev()
        .find(|&at| before[at] == b'`' || is_stray_quote(before, at));
    let opens = opening.is_some_and(|at| {
        let left = at.checked_sub(1).map(|left| before[left]);
        matches!(left, None | Some(b' ' | b'(' | b'"')) && before.get(at + 1) != Some(&b'\'')
    });
    if !opens || place.stop.quoted {
        return false;
    }
    let after = &place.text.as_bytes()[place.stop.start..];
    let after = &after[..after.len().min(240)];
    let closing = (1..after.len()).find(|&at| is_stray_quote(after, at));
    closing.is_some_and(|at| {
        let right = after.get(at + 1);
        let closes = !right.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'\'');
        let attached = b".,!?".contains(&after[at - 1]);
        let spaced = after[at - 1] == b' ' && at > 1 && b".!?".contains(&after[at - 2]);
        closes && (attached || spaced)
    })
}
