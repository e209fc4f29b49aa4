//! What an article tells of a word by the way it writes it elsewhere.

use std::cell::OnceCell;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::token;
use crate::bounded::head;

/// Words are collected from no more than this much of an article, in bytes.
const SAMPLE: usize = 256 * 1024;

type Words<'a> = HashSet<&'a str, RandomState>;

/// The words of an article, collected when first asked for.
pub(super) struct Evidence<'a> {
    article: &'a str,
    small: OnceCell<Words<'a>>,
    whole: OnceCell<Words<'a>>,
}

impl<'a> Evidence<'a> {
    /// That of `article`.
    pub fn of(article: &'a str) -> Self {
        Evidence {
            article,
            small: OnceCell::new(),
            whole: OnceCell::new(),
        }
    }

    /// Whether the article has `word`, itself in any case, with a small first letter.
    pub fn is_small(&self, word: &str) -> bool {
        let words = self.small.get_or_init(|| {
            let all = self.sample().split(|c: char| !c.is_alphanumeric());
            all.filter(|word| word.starts_with(char::is_lowercase))
                .collect()
        });
        words.contains(word.to_lowercase().as_str())
    }

    /// Whether the article has `token`, which has the look of an abbreviation, where it is none: no
    /// full stop follows, but a comma or the like, or a small letter: "del Pd, che". It may stand so
    /// before a name and be short for a title all the same: "Pfr Huber".
    pub fn is_whole(&self, token: &str) -> bool {
        let words = self.whole.get_or_init(|| {
            let blanks = |text: &'a str| text.split_whitespace();
            let next = blanks(self.sample()).skip(1);
            let pairs = blanks(self.sample()).zip(next);
            let whole = pairs.filter_map(|(token, next)| whole_word(token, next));
            whole.filter(|word| token::is_consonants(word)).collect()
        });
        words.contains(token)
    }

    fn sample(&self) -> &'a str {
        head(self.article, SAMPLE)
    }
}

/// The word between two blanks, if a mark other than a full stop stands behind it, or the `next`
/// word begins with a small letter.
fn whole_word<'a>(token: &'a str, next: &str) -> Option<&'a str> {
    let word = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = word.find(|c: char| !c.is_alphanumeric());
    let (word, behind) = word.split_at(end.unwrap_or(word.len()));
    let whole = match behind.chars().next() {
        None => next.starts_with(char::is_lowercase),
        Some(mark) => matches!(mark, ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '»'),
    };
    whole.then_some(word)
}
