//! Finds the sentences that gave a part to a sentence which is paired with another one: what
//! was split, merged, or put together from sentences that are no neighbours.

use std::collections::BinaryHeap;

use super::assign::Pairing;
use super::bags::{Bag, Entry};
use super::candidates::Candidate;
use super::{Link, Pair};

/// The least share of the free sentence's weight that must stand in what its partner left of
/// the taken one.
const LEAST_SHARE: f32 = 0.45;
/// The same beside a sentence that already has a part in it.
const LEAST_SHARE_OF_NEIGHBOUR: f32 = 0.4;
/// The least weight of the shared words: about two rare words and a common one.
const LEAST_WEIGHT: f32 = 6.0;
/// The fewest shared words.
const FEWEST_WORDS: u32 = 3;

/// Links of sentences without a partner to sentences that have one, the heaviest part first.
/// Every sentence with several links is the only partner of each.
pub(super) fn parts(pair: Pair<'_>, pairing: &Pairing, candidates: &[Candidate]) -> Vec<Link> {
    let mut open = Open::new(pair, pairing);
    let mut heap: BinaryHeap<Part> = BinaryHeap::new();
    for candidate in candidates {
        let (left, right) = (candidate.left, candidate.right);
        if pairing.of_left[left].is_some() != pairing.of_right[right].is_some() {
            heap.extend(open.part(left, right));
        }
    }
    let mut links = Vec::new();
    while let Some(part) = heap.pop() {
        // What was left of the taken sentence may have shrunk since the part was weighed.
        match open.part(part.left, part.right) {
            Some(now) if now.weight < part.weight => heap.push(now),
            Some(now) => {
                open.take(&now);
                links.push(Link {
                    left: now.left,
                    right: now.right,
                    score: now.score(),
                });
            }
            None => {}
        }
    }
    links
}

/// A free sentence's part in a taken one.
#[derive(Clone, Copy, PartialEq)]
struct Part {
    left: usize,
    right: usize,
    /// The weight of the shared words.
    weight: f32,
    /// Their share of the free sentence.
    share: f32,
    /// The score of the link that the taken sentence has.
    partner: f64,
}

impl Part {
    /// Never above the score of the pair that it joins, which is the stronger one.
    fn score(&self) -> f64 {
        f64::from(self.share).min(self.partner)
    }
}

impl Eq for Part {}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let place = |part: &Part| std::cmp::Reverse((part.left, part.right));
        self.weight
            .total_cmp(&other.weight)
            .then_with(|| place(self).cmp(&place(other)))
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// What is still to be had of each sentence.
struct Open<'p> {
    pair: Pair<'p>,
    pairing: &'p Pairing,
    /// The partners of each sentence, by side.
    partners: [Vec<Vec<usize>>; 2],
}

const LEFT: usize = 0;
const RIGHT: usize = 1;

impl<'p> Open<'p> {
    fn new(pair: Pair<'p>, pairing: &'p Pairing) -> Self {
        let mut partners = [
            vec![Vec::new(); pair.left.bags.len()],
            vec![Vec::new(); pair.right.bags.len()],
        ];
        for link in &pairing.links {
            partners[LEFT][link.left].push(link.right);
            partners[RIGHT][link.right].push(link.left);
        }
        Open {
            pair,
            pairing,
            partners,
        }
    }

    /// The part that one of two sentences, whichever is free, has in the other, if it is
    /// large enough and if the other's partners have no other partners.
    fn part(&self, left: usize, right: usize) -> Option<Part> {
        let (free_side, free, taken) = match (
            self.partners[LEFT][left].len(),
            self.partners[RIGHT][right].len(),
        ) {
            (0, 1..) => (LEFT, left, right),
            (1.., 0) => (RIGHT, right, left),
            _ => return None,
        };
        let taken_side = 1 - free_side;
        let partners = &self.partners[taken_side][taken];
        if partners
            .iter()
            .any(|&partner| self.partners[free_side][partner].len() > 1)
        {
            return None;
        }
        let free_bag = self.bag(free_side, free);
        let remainder = self.remainder(taken_side, taken);
        let (mut weight, mut words) = (0.0, 0);
        for entry in free_bag.common(Bag::new(&remainder)) {
            weight += entry.weight * entry.count as f32;
            words += entry.count;
        }
        let share = if free_bag.weight > 0.0 {
            weight / free_bag.weight
        } else {
            0.0
        };
        let beside = partners.iter().any(|partner| partner.abs_diff(free) == 1);
        let least = if beside {
            LEAST_SHARE_OF_NEIGHBOUR
        } else {
            LEAST_SHARE
        };
        let enough = share >= least && weight >= LEAST_WEIGHT && words >= FEWEST_WORDS;
        enough.then(|| Part {
            left,
            right,
            weight,
            share,
            partner: self.partner_score(taken_side, taken),
        })
    }

    fn take(&mut self, part: &Part) {
        self.partners[LEFT][part.left].push(part.right);
        self.partners[RIGHT][part.right].push(part.left);
    }

    fn bag(&self, side: usize, sentence: usize) -> Bag<'p> {
        let text = if side == LEFT {
            self.pair.left
        } else {
            self.pair.right
        };
        text.bags.of(sentence)
    }

    /// The words of a sentence that none of its partners accounts for.
    fn remainder(&self, side: usize, sentence: usize) -> Vec<Entry> {
        let mut entries = self.bag(side, sentence).entries.to_vec();
        for &partner in &self.partners[side][sentence] {
            entries = Bag::new(&entries).without(self.bag(1 - side, partner));
        }
        entries
    }

    fn partner_score(&self, side: usize, sentence: usize) -> f64 {
        let links = if side == LEFT {
            &self.pairing.of_left
        } else {
            &self.pairing.of_right
        };
        links[sentence].map_or(1.0, |link| self.pairing.links[link].score)
    }
}
