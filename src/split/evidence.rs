//! What an article tells of a word by the way it writes it elsewhere.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;
use memchr::memmem;

use super::block_text::as_read;
use super::next::is_capitalised;
use super::token;
use crate::bounded::head;
use crate::bytes::stretches;

/// No more than this much of an article is looked at, in bytes.
const SAMPLE: usize = 256 * 1024;

/// So many questions are answered by a search each; most articles give no cause for more. For those
/// that come then, the words are collected once.
const SEARCHES: usize = 16;

/// A text of so many bytes is searched sooner than a processor tells what it can do, which is what
/// a faster search asks first: under a hypervisor that takes as long as to split two articles.
const SHORT: usize = 16 * 1024;

/// The words of an article.
pub(super) struct Evidence<'a> {
    sample: Cow<'a, str>,
    searches: Cell<usize>,
    words: OnceCell<Words>,
}

/// A way in which a word can stand in an article.
#[derive(Clone, Copy)]
enum Way {
    /// With a small first letter.
    Small,
    /// With the look of an abbreviation, where it is none.
    Whole,
    /// As a single capital for a surname.
    Surname,
}

/// For each [`Way`], the words that stand so.
#[derive(Default)]
struct Words([HashSet<String, RandomState>; 3]);

impl<'a> Evidence<'a> {
    /// That of `article`.
    pub fn of(article: &'a str) -> Self {
        Evidence {
            sample: as_read(head(article, SAMPLE)),
            searches: Cell::new(0),
            words: OnceCell::new(),
        }
    }

    /// Whether the article has `word`, itself in any case, with a small first letter.
    pub fn is_small(&self, word: &str) -> bool {
        self.has(&word.to_lowercase(), Way::Small)
    }

    /// Whether the article has `token`, which has the look of an abbreviation, where it is none: no
    /// full stop follows, but a comma or the like, or a small letter: "del Pd, che". It may stand so
    /// before a name and be short for a title all the same: "Pfr Huber".
    pub fn is_whole(&self, token: &str) -> bool {
        self.has(token, Way::Whole)
    }

    /// Whether a single capital with a full stop stands for a surname somewhere in the article, as that
    /// of a suspect does: behind a name, and before a small letter or a comma: "Karl S. was".
    pub fn is_surname(&self, letter: &str) -> bool {
        self.has(letter, Way::Surname)
    }

    fn has(&self, word: &str, way: Way) -> bool {
        if self.searches.get() < SEARCHES {
            self.searches.set(self.searches.get() + 1);
            return way.is_found(&self.sample, word);
        }
        let words = self.words.get_or_init(|| Words::of(&self.sample));
        words.0[way as usize].contains(word)
    }
}

impl Way {
    const ALL: [Way; 3] = [Way::Small, Way::Whole, Way::Surname];

    /// Whether the word at `place` of a text stands so.
    fn holds(self, text: &str, place: &Range<usize>) -> bool {
        let word = &text[place.clone()];
        match self {
            Way::Small => word.starts_with(char::is_lowercase),
            Way::Whole => token::is_consonants(word) && is_whole_word(text, place),
            Way::Surname => token::is_single_letter(word) && is_surname(text, place),
        }
    }

    /// Whether `word` stands so anywhere in a text.
    fn is_found(self, text: &str, word: &str) -> bool {
        let holds = |start| {
            let place = start..start + word.len();
            is_run(text, &place) && self.holds(text, &place)
        };
        // Nothing stands everywhere, inside of characters too.
        if word.is_empty() {
            return false;
        }
        match text.len() {
            ..=SHORT => text.match_indices(word).any(|(start, _)| holds(start)),
            _ => memmem::find_iter(text.as_bytes(), word).any(holds),
        }
    }
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Words::default();
        let within = |byte: u8| byte.is_ascii_alphanumeric() | !byte.is_ascii();
        stretches(text.as_bytes(), within, |stretch| {
            if text[stretch.clone()].is_ascii() {
                return words.note(text, stretch);
            }
            for run in runs(&text[stretch.clone()]) {
                words.note(text, stretch.start + run.start..stretch.start + run.end);
            }
        });
        words
    }

    /// Notes the word that stands at `place` of the text.
    fn note(&mut self, text: &str, place: Range<usize>) {
        let word = &text[place.clone()];
        for way in Way::ALL {
            let known = &mut self.0[way as usize];
            if way.holds(text, &place) && !known.contains(word) {
                known.insert(word.to_owned());
            }
        }
    }
}

/// The stretches of letters and digits of `text`.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        let behind = text[start..].find(|c: char| !c.is_alphanumeric());
        end = behind.map_or(text.len(), |behind| start + behind);
        Some(start..end)
    })
}

/// Whether the bytes at `place` of a text are one of its [`runs`].
fn is_run(text: &str, place: &Range<usize>) -> bool {
    let word = &text[place.clone()];
    !word.is_empty()
        && word.chars().all(char::is_alphanumeric)
        && !text[..place.start].ends_with(char::is_alphanumeric)
        && !text[place.end..].starts_with(char::is_alphanumeric)
}

/// Whether a single letter is a capital with a full stop that ends a name: a word with a capital and a
/// small letter stands before it, and what follows goes on with the sentence.
fn is_surname(text: &str, run: &Range<usize>) -> bool {
    let Some(behind) = text[run.end..].strip_prefix('.') else {
        return false;
    };
    let goes_on = behind.starts_with(',') || behind.trim_start().starts_with(char::is_lowercase);
    let earlier = token::before(text, 0, run.start);
    let is_apart = text[..run.start].ends_with(char::is_whitespace);
    let is_name = |word: &str| is_capitalised(word) && word.ends_with(char::is_lowercase);
    goes_on && is_apart && is_capitalised(&text[run.clone()]) && is_name(earlier)
}

/// Whether nothing but marks stands between a blank and the `run`, and behind it a mark other than
/// a full stop, or a blank and a small letter.
fn is_whole_word(text: &str, run: &Range<usize>) -> bool {
    let mut before = text[..run.start].chars().rev();
    let opening = before.find(|c| c.is_whitespace() || c.is_alphanumeric());
    if opening.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let behind = &text[run.end..];
    match behind.chars().next() {
        Some(c) if c.is_whitespace() => behind.trim_start().starts_with(char::is_lowercase),
        mark => matches!(
            mark,
            Some(',' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '»')
        ),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_search_finds_what_is_collected(
            text in "((Karl|Str|str|pd|S|a|é|Ä)[ .,(]{0,2}){0,12}",
            word in "Karl|[Ss]tr|pd|S|a|é|Ä|s|S\\.|",
        ) {
            for text in [&text, &(" ".repeat(SHORT) + &text)] {
                let words = Words::of(text);
                for way in Way::ALL {
                    let collected = words.0[way as usize].contains(word.as_str());
                    prop_assert_eq!(way.is_found(text, &word), collected, "{:?}", word);
                }
            }
        }
    }
}
