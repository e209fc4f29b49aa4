//! The words of all articles as integers, so that comparing two words is comparing two
//! numbers.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::fold::{Folder, typographic};
use crate::model::Article;
use crate::parallel;

/// Fewer words than this are folded before another core is awake.
const WORTH_A_THREAD: usize = 2048;

/// The words of one article as integers, parallel to [`Article::words`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// The words as a reader tells them apart: case counts, typography does not.
    pub exact: Vec<u32>,
    /// The words as they are compared: see [`crate::fold`].
    pub folded: Vec<u32>,
}

/// Gives each distinct word a number, the same in all articles that it has seen. A word is
/// folded by the rules of the article that had it first.
#[derive(Default)]
pub struct Vocabulary<'t> {
    exact: HashMap<Cow<'t, str>, u32, RandomState>,
    folded: HashMap<String, u32, RandomState>,
    folded_of: Vec<u32>,
    capitalized: Vec<bool>,
}

impl<'t> Vocabulary<'t> {
    /// The tokens of an article. Words get their numbers in the order in which they are
    /// first seen, from 0.
    pub fn tokens(&mut self, article: &'t Article) -> Tokens {
        let mut new = Vec::new();
        let exact: Vec<u32> = (article.words.iter())
            .map(|span| self.exact(typographic(&article.text[span.range()]), &mut new))
            .collect();
        let folder = Folder::new(article.lang);
        for (word, folded) in new.iter().zip(parallel::map(&new, WORTH_A_THREAD, |word| {
            folder.fold(word)
        })) {
            self.add(word, folded);
        }
        let folded = exact
            .iter()
            .map(|&id| self.folded_of[id as usize])
            .collect();
        Tokens { exact, folded }
    }

    /// How many distinct folded words there are; their numbers are below this.
    pub fn folded_len(&self) -> usize {
        self.folded.len()
    }

    /// Whether an exact word begins with a capital letter.
    pub fn is_capitalized(&self, exact: u32) -> bool {
        self.capitalized[exact as usize]
    }

    /// The number of a word; one that was never seen is added to `new`.
    fn exact(&mut self, word: Cow<'t, str>, new: &mut Vec<Cow<'t, str>>) -> u32 {
        if let Some(&id) = self.exact.get(&word) {
            return id;
        }
        let next = self.exact.len() as u32;
        new.push(word.clone());
        self.exact.insert(word, next);
        next
    }

    /// Notes the next word that has no folded form yet, and that form.
    fn add(&mut self, word: &str, folded: String) {
        let next = self.folded.len() as u32;
        self.folded_of
            .push(*self.folded.entry(folded).or_insert(next));
        self.capitalized.push(word.starts_with(char::is_uppercase));
    }
}
