//! How alike two runs of sentences are when the order of their words counts.

use std::ops::Range;

use similar::DiffOp;

use super::Text;
use super::bags::Weights;
use crate::edits::word_diff;

/// How much of two sequences of words is shared in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InOrder {
    /// Twice the weight of the shared words over the weight of all, 0 to 1.
    pub(super) weighted: f32,
    /// The same with every word counted alike.
    pub(super) plain: f32,
    /// The longest stretch of shared words that is unbroken on both sides.
    pub(super) longest: usize,
}

/// Compares two sequences of folded words.
pub(super) fn in_order(left: &[u32], right: &[u32], weights: &Weights) -> InOrder {
    let (mut shared_weight, mut shared, mut longest) = (0.0, 0, 0);
    for op in word_diff(left, right) {
        if let DiffOp::Equal { old_index, len, .. } = op {
            shared_weight += weights.sum(&left[old_index..old_index + len]);
            shared += len;
            longest = longest.max(len);
        }
    }
    let dice = |shared: f32, all: f32| {
        if all > 0.0 {
            (2.0 * shared / all).min(1.0)
        } else {
            0.0
        }
    };
    InOrder {
        weighted: dice(shared_weight, weights.sum(left) + weights.sum(right)),
        plain: dice(shared as f32, (left.len() + right.len()) as f32),
        longest,
    }
}

/// The score of two sequences of folded words, 0 to 1 in steps of 0.0001: half the likeness of the bags of
/// words, half that of their order. The one forgives what was reordered, the other does not
/// take shared names for a shared sentence.
pub(super) fn score(cosine: f32, in_order: &InOrder) -> f64 {
    // The last digits of a sum depend on the numbers that the words were given.
    (f64::from(cosine + in_order.weighted) * 5_000.0).round() / 10_000.0
}

impl<'a> Text<'a> {
    /// The folded words of neighbouring sentences.
    pub(super) fn folded(self, sentences: &Range<usize>) -> &'a [u32] {
        &self.tokens.folded[self.article.words_of(sentences)]
    }

    /// The exact words of neighbouring sentences.
    pub(super) fn exact(self, sentences: &Range<usize>) -> &'a [u32] {
        &self.tokens.exact[self.article.words_of(sentences)]
    }
}
