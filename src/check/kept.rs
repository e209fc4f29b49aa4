//! What the matches of a story keep of its sources, in words that count.

use std::ops::Range;

use crate::model::{Article, Match};

/// A match, and what it keeps.
pub(super) struct Kept<'s> {
    pub(super) source: usize,
    pub(super) original: &'s Article,
    pub(super) found: Match,
    /// The stretches of words that both have, as indices into the story's and the source's
    /// words.
    pub(super) stretches: Vec<(Range<usize>, Range<usize>)>,
    /// How many of the words count.
    pub(super) words: usize,
}

/// Which words of a story count.
pub(super) struct Counted {
    words: Vec<bool>,
    /// How many count before each word, and in all.
    before: Vec<usize>,
}

impl Counted {
    pub(super) fn new(words: Vec<bool>) -> Self {
        let mut before = Vec::with_capacity(words.len() + 1);
        let mut count = 0;
        for &counts in &words {
            before.push(count);
            count += usize::from(counts);
        }
        before.push(count);
        Counted { words, before }
    }

    /// How many of some words count.
    pub(super) fn count(&self, words: &Range<usize>) -> usize {
        self.before[words.end] - self.before[words.start]
    }

    /// Those of some words that count.
    pub(super) fn among(&self, words: &Range<usize>) -> impl Iterator<Item = usize> {
        words.clone().filter(|&word| self.words[word])
    }

    pub(super) fn all(&self) -> Range<usize> {
        0..self.words.len()
    }
}
