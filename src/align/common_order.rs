//! What one short sentence has in common, in order, with each of many others, however long: whole
//! rows of the table at once, some twenty times as fast as cell by cell, and with the same answer.

use super::bags::Weights;
use super::likeness::{InOrder, Shared, in_order};

/// The longest sentence, in words, whose row fits an integer.
const LONGEST: usize = u64::BITS as usize;

/// A sentence that others are compared with.
pub(super) struct CommonOrder<'a> {
    weights: &'a Weights,
    words: &'a [u32],
    /// What its words weigh.
    weight: f32,
    /// For each folded word, where it stands in the sentence; the lowest bit is the last word.
    places: Vec<u64>,
    /// Room for [`CommonOrder::fill_rows`].
    rows: Vec<Row>,
}

/// What a place of the other sentence tells.
#[derive(Clone, Copy)]
struct Row {
    /// Where its word stands in the sentence.
    same: u64,
    /// Its zeros from the lowest bit up to a place are as many as the words that the sentence from
    /// that place on shares with the other one from here on.
    unshared: u64,
}

impl Row {
    /// Behind the last word.
    const END: Row = Row {
        same: 0,
        unshared: u64::MAX,
    };
}

impl<'a> CommonOrder<'a> {
    /// No sentence yet, of words that weigh so much.
    pub(super) fn new(weights: &'a Weights) -> Self {
        CommonOrder {
            weights,
            words: &[],
            weight: 0.0,
            places: vec![0; weights.len()],
            rows: Vec::new(),
        }
    }

    /// Makes `words` the sentence that others are compared with.
    pub(super) fn set(&mut self, words: &'a [u32]) {
        for &word in self.words {
            self.places[word as usize] = 0;
        }
        self.words = words;
        self.weight = self.weights.sum(words);
        if words.len() <= LONGEST {
            for (place, &word) in words.iter().rev().enumerate() {
                self.places[word as usize] |= 1 << place;
            }
        }
    }

    /// What [`in_order`] says of the sentence and `right`.
    ///
    /// The rows are those of Hyyrö ("Bit-parallel LCS-length computation revisited", 2004).
    pub(super) fn with(&mut self, right: &[u32]) -> InOrder {
        let left = self.words;
        if left.len() > LONGEST {
            return in_order(left, right, self.weights);
        }
        let mut shared = Shared::new(left, self.weight, self.weights);
        let ends = common_ends(left, right);
        shared.add(0, 0, ends.0);
        self.walk(right, ends, &mut shared);
        shared.add(left.len() - ends.1, right.len() - ends.1, ends.1);
        shared.over(right)
    }

    /// Adds what the sentence and `right` share between the ends that are the same, in the
    /// order in which similar does: of two ways that share as much, leave out a word of the
    /// sentence first.
    fn walk(&mut self, right: &[u32], ends: (usize, usize), shared: &mut Shared<'_>) {
        let (left_end, right_end) = (self.words.len() - ends.1, right.len() - ends.1);
        self.fill_rows(&right[ends.0..right_end], ends.1);
        // How many words of the sentence are left.
        let mut left = left_end - ends.0;
        for (at, &Row { same, unshared }) in (ends.0..right_end).zip(&self.rows) {
            if left == 0 {
                return;
            }
            // Words are left out up to one that is shared, or without which less would be.
            let stops = (same | !unshared) & (u64::MAX >> (LONGEST - left));
            left = LONGEST - stops.leading_zeros() as usize;
            if left > 0 && same >> (left - 1) & 1 == 1 {
                shared.add(left_end - left, at, 1);
                left -= 1;
            }
        }
    }

    /// Writes a row for each place of `right`, and one behind it. The last `skipped` words of the
    /// sentence are left out.
    fn fill_rows(&mut self, right: &[u32], skipped: usize) {
        if self.rows.len() <= right.len() {
            self.rows.resize(right.len() + 1, Row::END);
        }
        let mut row = Row::END;
        self.rows[right.len()] = row;
        for (at, &word) in right.iter().enumerate().rev() {
            let same = self.places_of(word, skipped);
            let Row { unshared, .. } = row;
            row = Row {
                same,
                unshared: unshared.wrapping_add(unshared & same) | (unshared & !same),
            };
            self.rows[at] = row;
        }
    }

    /// Where a folded word stands in the sentence without its last `skipped` words.
    fn places_of(&self, word: u32, skipped: usize) -> u64 {
        let places = self.places[word as usize];
        places.checked_shr(skipped as u32).unwrap_or(0)
    }
}

/// How many words two sentences share at their starts, and at their ends behind that.
fn common_ends(left: &[u32], right: &[u32]) -> (usize, usize) {
    let same = |(l, r): &(&u32, &u32)| l == r;
    let start = left.iter().zip(right).take_while(same).count();
    let rest = left[start..].iter().rev().zip(right[start..].iter().rev());
    (start, rest.take_while(same).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::bags::Weights;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_answer_is_that_of_similar(
            sentences in prop::collection::vec(prop::collection::vec(0u32..12, 0..200), 2..4)
        ) {
            let weights = Weights::from((0..12u8).map(f32::from).collect::<Vec<_>>());
            let mut order = CommonOrder::new(&weights);
            for left in &sentences {
                order.set(left);
                for right in &sentences {
                    let (found, expected) = (order.with(right), in_order(left, right, &weights));
                    prop_assert_eq!(found.longest, expected.longest);
                    prop_assert_eq!(found.longest_end, expected.longest_end);
                    prop_assert_eq!(found.plain, expected.plain);
                    prop_assert!((found.weighted - expected.weighted).abs() < 1e-5);
                }
            }
        }
    }
}
