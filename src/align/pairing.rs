//! Pairs of sentences of two articles, each sentence in one at most.

use super::Link;
use super::candidate::Candidate;

/// Pairs of sentences, each sentence in one at most.
pub(super) struct Pairing {
    pub(super) links: Vec<Link>,
    /// For each left sentence, its link.
    pub(super) of_left: Vec<Option<u32>>,
    /// For each right sentence, its link.
    pub(super) of_right: Vec<Option<u32>>,
}

impl Clone for Pairing {
    /// The same pairs, with room for those that are still possible.
    fn clone(&self) -> Self {
        let mut links = Vec::with_capacity(self.of_left.len().min(self.of_right.len()));
        links.extend_from_slice(&self.links);
        Pairing {
            links,
            of_left: self.of_left.clone(),
            of_right: self.of_right.clone(),
        }
    }
}

impl Pairing {
    /// No pair yet of so many left sentences and so many right ones.
    pub(super) fn new(left: usize, right: usize) -> Self {
        Pairing {
            links: Vec::with_capacity(left.min(right)),
            of_left: vec![None; left],
            of_right: vec![None; right],
        }
    }

    /// Takes all pairs back but the first `kept`.
    pub(super) fn take_back(&mut self, kept: usize) {
        for link in self.links.drain(kept..) {
            self.of_left[link.left] = None;
            self.of_right[link.right] = None;
        }
    }

    /// Adds a pair of two sentences that are free.
    pub(super) fn add(&mut self, link: Link) {
        let at = Some(self.links.len() as u32);
        self.of_left[link.left] = at;
        self.of_right[link.right] = at;
        self.links.push(link);
    }

    /// The right sentence that a left one is paired with.
    pub(super) fn partner_of_left(&self, left: usize) -> Option<usize> {
        self.of_left[left].map(|link| self.links[link as usize].right)
    }

    /// The left sentence that a right one is paired with.
    pub(super) fn partner_of_right(&self, right: usize) -> Option<usize> {
        self.of_right[right].map(|link| self.links[link as usize].left)
    }

    /// For each sentence of either side, whether it is in a pair.
    pub(super) fn matched(&self) -> (Vec<bool>, Vec<bool>) {
        let flags = |side: &[Option<u32>]| side.iter().map(Option::is_some).collect();
        (flags(&self.of_left), flags(&self.of_right))
    }

    /// Whether neither sentence of a candidate is in a pair.
    pub(super) fn is_free(&self, candidate: &Candidate) -> bool {
        self.of_left[candidate.left].is_none() && self.of_right[candidate.right].is_none()
    }

    /// On how many sides, 0 to 2, the neighbours of two sentences are paired with each other.
    pub(super) fn neighbours(&self, left: usize, right: usize) -> usize {
        let linked = |left: Option<usize>, right: Option<usize>| {
            let (Some(left), Some(right)) = (left, right) else {
                return false;
            };
            let link = self.of_left.get(left).copied().flatten();
            link.is_some() && link == self.of_right.get(right).copied().flatten()
        };
        usize::from(linked(left.checked_sub(1), right.checked_sub(1)))
            + usize::from(linked(Some(left + 1), Some(right + 1)))
    }
}
