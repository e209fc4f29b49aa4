//! What an article tells of a word by the way it writes it elsewhere.

use std::cell::OnceCell;
use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::bounded::head;
use super::token;

/// Words are collected from no more than this much of an article, in bytes.
const SAMPLE: usize = 256 * 1024;

type Words<'a> = HashSet<&'a str, RandomState>;

/// The words of an article, collected when first asked for.
pub(super) struct Evidence<'a> {
    article: &'a str,
    small: OnceCell<Words<'a>>,
    alone: OnceCell<Words<'a>>,
}

impl<'a> Evidence<'a> {
    /// That of `article`.
    pub fn of(article: &'a str) -> Self {
        Evidence {
            article,
            small: OnceCell::new(),
            alone: OnceCell::new(),
        }
    }

    /// Whether the article has `word`, itself in any case, with a small first letter.
    pub fn is_small(&self, word: &str) -> bool {
        let words = self.small.get_or_init(|| {
            let all = self.parts().map(|(word, _)| word);
            all.filter(|word| word.starts_with(char::is_lowercase))
                .collect()
        });
        words.contains(word.to_lowercase().as_str())
    }

    /// Whether the article has `token`, which has the look of an abbreviation, where no full stop
    /// follows: "del Pd, che".
    pub fn stands_alone(&self, token: &str) -> bool {
        let words = self.alone.get_or_init(|| {
            let alone = self.parts().filter(|(_, behind)| *behind != Some('.'));
            let words = alone.map(|(word, _)| word);
            words.filter(|word| token::is_consonants(word)).collect()
        });
        words.contains(token)
    }

    /// The stretches of letters and digits, each with what stands directly behind it.
    fn parts(&self) -> impl Iterator<Item = (&'a str, Option<char>)> {
        let parts = head(self.article, SAMPLE).split_inclusive(|c: char| !c.is_alphanumeric());
        parts.map(|part| {
            let behind = part.chars().next_back();
            let behind = behind.filter(|c| !c.is_alphanumeric());
            let word = &part[..part.len() - behind.map_or(0, char::len_utf8)];
            (word, behind)
        })
    }
}
