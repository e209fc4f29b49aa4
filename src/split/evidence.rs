//! What an article tells of a word by the way it writes it elsewhere.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::next::is_capitalised;
use super::token;
use crate::bounded::head;
use crate::bytes::stretches;

/// Words are collected from no more than this much of an article, in bytes.
const SAMPLE: usize = 256 * 1024;

/// The words of an article, collected when first asked for.
pub(super) struct Evidence<'a> {
    article: &'a str,
    words: OnceCell<Words<'a>>,
}

/// Words as they stand in an article.
#[derive(Default)]
struct Words<'a> {
    /// Those that begin with a small letter.
    small: HashSet<&'a str, RandomState>,
    /// Those that have the look of an abbreviation and are none.
    whole: HashSet<&'a str, RandomState>,
    /// Single capitals that stand for a surname.
    surnames: HashSet<&'a str, RandomState>,
}

impl<'a> Evidence<'a> {
    /// That of `article`.
    pub fn of(article: &'a str) -> Self {
        Evidence {
            article,
            words: OnceCell::new(),
        }
    }

    /// Whether the article has `word`, itself in any case, with a small first letter.
    pub fn is_small(&self, word: &str) -> bool {
        self.words().small.contains(word.to_lowercase().as_str())
    }

    /// Whether the article has `token`, which has the look of an abbreviation, where it is none: no
    /// full stop follows, but a comma or the like, or a small letter: "del Pd, che". It may stand so
    /// before a name and be short for a title all the same: "Pfr Huber".
    pub fn is_whole(&self, token: &str) -> bool {
        self.words().whole.contains(token)
    }

    /// Whether a single capital with a full stop stands for a surname somewhere in the article, as that
    /// of a suspect does: behind a name, and before a small letter or a comma: "Karl S. was".
    pub fn is_surname(&self, letter: &str) -> bool {
        self.words().surnames.contains(letter)
    }

    fn words(&self) -> &Words<'a> {
        self.words.get_or_init(|| {
            let text = head(self.article, SAMPLE);
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
        })
    }
}

impl<'a> Words<'a> {
    /// Notes the word that stands at `place` of the text.
    fn note(&mut self, text: &'a str, place: Range<usize>) {
        let word = &text[place.clone()];
        if word.starts_with(char::is_lowercase) {
            self.small.insert(word);
        }
        if token::is_consonants(word) && is_whole_word(text, &place) {
            self.whole.insert(word);
        }
        if token::is_single_letter(word) && is_surname(text, &place) {
            self.surnames.insert(word);
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
