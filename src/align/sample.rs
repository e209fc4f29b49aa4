//! English texts and how they are aligned, for the tests of the aligner.

use super::{AlignOptions, align};
use crate::model::{Alignment, Article, Lang};
use crate::split;

/// Two articles of these texts.
pub(super) fn articles(texts: [&str; 2]) -> [Article; 2] {
    texts.map(|text| split::article(String::new(), text.to_owned(), Some(Lang::English)))
}

/// The alignment of two texts.
pub(super) fn aligned(texts: [&str; 2]) -> Alignment {
    align(&articles(texts), &AlignOptions::default())
}

/// The first sentences of either side of each match between two texts, counted from 0, in order.
pub(super) fn pairs(texts: [&str; 2]) -> Vec<(usize, usize)> {
    let found = aligned(texts).matches.into_iter();
    found
        .map(|m| (m.left.sentences.start, m.right.sentences.start))
        .collect()
}
