//! How alike two runs of sentences are when the order of their words counts.

use std::convert::Infallible;
use std::ops::Range;

use similar::algorithms::DiffHook;

use super::Text;
use super::bags::{self, Bag, Weights};
use crate::edits::compare;

/// How much of two sequences of words is shared in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InOrder {
    /// Twice the weight of the shared words over the weight of all, 0 to 1.
    pub(super) weighted: f32,
    /// The same with every word counted alike.
    pub(super) plain: f32,
    /// The longest stretch of shared words that is unbroken on both sides.
    pub(super) longest: usize,
    /// The words behind which it ends on either side.
    pub(super) longest_end: (usize, usize),
}

/// Compares two sequences of folded words.
pub(super) fn in_order(left: &[u32], right: &[u32], weights: &Weights) -> InOrder {
    let mut shared = Shared::new(left, weights.sum(left), weights);
    let Ok(()) = compare(&mut shared, left, right);
    shared.over(right.len(), weights.sum(right))
}

/// What two bags tell before the order of their words is looked at.
pub(super) struct Glance {
    pub(super) common: bags::Shared,
    pub(super) cosine: f32,
    /// No score is above this, rounding aside: words share no more in order than in any order.
    pub(super) most: f64,
}

impl Glance {
    pub(super) fn at(one: Bag<'_>, other: Bag<'_>) -> Self {
        Glance::of(one, other, one.shared_with(other))
    }

    /// The glance at two bags that have so much in common.
    pub(super) fn of(one: Bag<'_>, other: Bag<'_>, common: bags::Shared) -> Self {
        let cosine = one.cosine(other, &common);
        let most = f64::from(cosine + dice(common.weight, one.weight + other.weight)) / 2.0;
        Glance {
            common,
            cosine,
            most,
        }
    }
}

/// Twice what is shared over all there is, 0 to 1.
fn dice(shared: f32, all: f32) -> f32 {
    if all > 0.0 {
        (2.0 * shared / all).min(1.0)
    } else {
        0.0
    }
}

/// Adds up what two sequences share while they are compared. Gathering the operations first
/// would take three times as long.
pub(super) struct Shared<'s> {
    left: &'s [u32],
    left_weight: f32,
    weights: &'s Weights,
    words: usize,
    weight: f32,
    longest: usize,
    longest_end: (usize, usize),
    /// The length of the stretch of shared words at hand, and where it ends on either side.
    stretch: usize,
    stretch_end: (usize, usize),
}

impl<'s> Shared<'s> {
    /// Nothing yet of the words `left`, which weigh so much.
    pub(super) fn new(left: &'s [u32], left_weight: f32, weights: &'s Weights) -> Self {
        Shared {
            left,
            left_weight,
            weights,
            words: 0,
            weight: 0.0,
            longest: 0,
            longest_end: (0, 0),
            stretch: 0,
            stretch_end: (0, 0),
        }
    }

    /// Adds `len` words that stand from these places on; they come in order.
    pub(super) fn add(&mut self, left: usize, right: usize, len: usize) {
        self.words += len;
        self.weight += self.weights.sum(&self.left[left..left + len]);
        let goes_on = self.stretch_end == (left, right);
        self.stretch = if goes_on { self.stretch + len } else { len };
        self.stretch_end = (left + len, right + len);
        if self.stretch > self.longest {
            (self.longest, self.longest_end) = (self.stretch, self.stretch_end);
        }
    }

    /// How much that is of the two sequences, where the right one has so many words that weigh so
    /// much together.
    pub(super) fn over(&self, right_words: usize, right_weight: f32) -> InOrder {
        let all = self.left_weight + right_weight;
        InOrder {
            weighted: dice(self.weight, all),
            plain: dice(self.words as f32, (self.left.len() + right_words) as f32),
            longest: self.longest,
            longest_end: self.longest_end,
        }
    }
}

impl DiffHook for Shared<'_> {
    type Error = Infallible;

    fn equal(&mut self, left: usize, right: usize, len: usize) -> Result<(), Infallible> {
        self.add(left, right, len);
        Ok(())
    }
}

/// The score of two sequences of folded words that have this cosine, 0 to 1 in steps of 0.0001:
/// half the likeness of the bags of words, half that of their order. The one forgives what was
/// reordered, the other does not take shared names for a shared sentence.
pub(super) fn score(cosine: f32, in_order: &InOrder) -> f64 {
    // The last digits of a sum depend on the numbers that the words were given.
    (f64::from(cosine + in_order.weighted) * 5_000.0).round() / 10_000.0
}

/// The score of two sequences of folded words, of which so much is shared in order.
pub(super) fn score_of(words: (&[u32], &[u32]), in_order: &InOrder, weights: &Weights) -> f64 {
    let bags = (weights.bag(words.0), weights.bag(words.1));
    let (one, other) = (Bag::new(&bags.0), Bag::new(&bags.1));
    score(one.cosine(other, &one.shared_with(other)), in_order)
}

impl<'a> Text<'a> {
    /// The folded words of neighbouring sentences.
    pub(super) fn folded(self, sentences: &Range<usize>) -> &'a [u32] {
        &self.tokens.folded[self.article.words_of(sentences)]
    }

    /// The folded words of one sentence.
    pub(super) fn folded_of(self, sentence: usize) -> &'a [u32] {
        self.folded(&(sentence..sentence + 1))
    }

    /// The exact words of neighbouring sentences.
    pub(super) fn exact(self, sentences: &Range<usize>) -> &'a [u32] {
        &self.tokens.exact[self.article.words_of(sentences)]
    }
}
