//! The partners of each sentence of one article, and what they leave of it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::bags::{Bag, Bags, Entry};

/// The partners of each sentence of one side.
pub(super) struct Partners {
    paired: Vec<Option<usize>>,
    /// Of the few that have a part in several sentences.
    more: HashMap<usize, More, RandomState>,
}

/// The other partners of a sentence.
#[derive(Default)]
struct More {
    partners: Vec<usize>,
    /// What all partners leave of the sentence.
    rest: Vec<Entry>,
}

impl Partners {
    /// The partners that the pairs give to each sentence, in order.
    pub(super) fn new(paired: impl Iterator<Item = Option<usize>>) -> Self {
        Partners {
            paired: paired.collect(),
            more: HashMap::default(),
        }
    }

    /// The partners of a sentence.
    pub(super) fn of(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let more = self.more.get(&sentence);
        let more = more.into_iter().flat_map(|more| &more.partners);
        self.paired[sentence].into_iter().chain(more.copied())
    }

    /// Whether a sentence has no partner.
    pub(super) fn is_free(&self, sentence: usize) -> bool {
        self.of(sentence).next().is_none()
    }

    /// Whether none was added to those of a sentence and of its neighbours.
    pub(super) fn are_as_before(&self, sentence: usize) -> bool {
        let near = sentence.saturating_sub(1)..=sentence + 1;
        self.more.is_empty() || near.into_iter().all(|at| !self.more.contains_key(&at))
    }

    /// Adds a partner, with what is left of the sentence then.
    pub(super) fn add(&mut self, sentence: usize, partner: usize, rest: Vec<Entry>) {
        let more = self.more.entry(sentence).or_default();
        more.partners.push(partner);
        more.rest = rest;
    }

    /// What its partners leave of a sentence; `own` are those of its words that matter, and `bags`
    /// those of the partners.
    pub(super) fn rest<'r>(
        &'r self,
        sentence: usize,
        own: &'r [Entry],
        bags: &Bags,
    ) -> Cow<'r, [Entry]> {
        match (self.more.get(&sentence), self.paired[sentence]) {
            (Some(more), _) => (&more.rest).into(),
            (None, Some(partner)) => Bag::new(own).without(bags.of(partner)).into(),
            (None, None) => own.into(),
        }
    }

    /// A place and the partners of a sentence that stand in one run with it.
    pub(super) fn run_beside(&self, sentence: usize, place: usize) -> Range<usize> {
        let is_partner = |at: usize| self.of(sentence).any(|partner| partner == at);
        let mut run = place..place + 1;
        while run.start > 0 && is_partner(run.start - 1) {
            run.start -= 1;
        }
        while is_partner(run.end) {
            run.end += 1;
        }
        run
    }

    /// Whether a partner of a sentence stands beside a place.
    pub(super) fn stand_beside(&self, sentence: usize, place: usize) -> bool {
        self.of(sentence)
            .any(|partner| partner.abs_diff(place) == 1)
    }
}
