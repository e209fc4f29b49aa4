//! How much a word tells a reader by itself.

use super::capitals::opens;
use crate::model::Article;

/// How much a word tells. The numbers are what it weighs where only one of two words can be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Nothing by itself.
    Small = 2,
    Plain = 3,
    /// A figure or a name.
    Fact = 4,
}

/// The longest word, in letters, that two unrelated phrases share by accident.
const SMALL_WORD: usize = 4;

/// Whether a word tells nothing by itself: it is short, and no number.
pub(super) fn is_small(article: &Article, word: usize) -> bool {
    let letters = article.word_text(word).chars();
    letters.count() <= SMALL_WORD && !is_number(article, word)
}

/// How much a word of an article tells.
pub(super) fn telling(article: &Article, word: usize) -> Telling {
    if is_number(article, word) || is_name(article, word) {
        Telling::Fact
    } else if is_small(article, word) {
        Telling::Small
    } else {
        Telling::Plain
    }
}

/// Whether a word is a name, as far as one can see: "Mali", "UN", "May". One letter, such as "I", is
/// none, and what opens a sentence or a quotation has its capital from there.
pub(super) fn is_name(article: &Article, word: usize) -> bool {
    let mut letters = article.word_text(word).chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some()
        && !opens(article, word)
}

/// Whether a word holds a digit.
pub(super) fn is_number(article: &Article, word: usize) -> bool {
    article.word_text(word).contains(char::is_numeric)
}
