//! Finds the sentences that gave a part to a sentence which is paired with another one: what
//! was split, merged, or put together from sentences that are no neighbours.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::bags::{Bag, Shared, Weights};
use super::candidate::Candidate;
use super::likeness::{in_order, score_of};
use super::pairing::Pairing;
use super::partners::Partners;
use super::{Link, Pair};
use crate::parallel;

/// The least share of a free sentence's weight that must stand in what its partner left of
/// the taken one.
const LEAST_SHARE: f32 = 0.45;
/// The same where much is shared.
const LEAST_SHARE_OF_MUCH: f32 = 0.3;
/// The weight of the shared words that is much.
const WEIGHT_OF_MUCH: f32 = 10.0;
/// The least share beside a sentence that already has a part in it.
const LEAST_SHARE_OF_NEIGHBOUR: f32 = 0.4;
/// The same where the taken sentence is no less like all of them together.
const LEAST_SHARE_OF_FITTING: f32 = 0.2;
/// The same beside the last part of a split sentence, which the free one goes on with.
const LEAST_SHARE_GOING_ON: f32 = 0.6;
/// How much of a share it is worth that the taken sentence is more like them by one, or costs that
/// it is less.
const WORTH_OF_FITTING: f32 = 1.5;
/// A sentence that is so many times as long as a free one, or has so many partners, is not looked at
/// together with it.
const TOO_MANY: usize = 32;
/// The least weight of the shared words: about two rare words and a common one.
const LEAST_WEIGHT: f32 = 6.0;
/// The fewest shared words.
const FEWEST_WORDS: u32 = 3;
/// The least weight where a long stretch is shared without a break; then the share does not
/// matter, nor that both sentences are taken.
const LEAST_WEIGHT_OF_STRETCH: f32 = 12.0;

/// The share from which a sentence stands whole in another one: beside a part of that one, fewer
/// words are enough.
const WHOLE: f32 = 0.9;
/// The fewest words of it that no other sentences have, by their weight.
const FEWEST_RARE_WORDS_OF_WHOLE: f32 = 2.0;

/// How many candidates one core weighs at a time.
const CHUNK: usize = 512;
/// Fewer such chunks are weighed before another core is awake.
const WORTH_A_THREAD: usize = 8;

/// The least weight of the words that a part shares. Among few sentences no word weighs much:
/// there as many words are enough that no other sentences have.
pub(super) fn least_weight(weights: &Weights) -> f32 {
    LEAST_WEIGHT.min(FEWEST_WORDS as f32 * weights.of_pair())
}

/// The same where all of a sentence is shared, beside another part.
fn least_weight_of_whole(weights: &Weights) -> f32 {
    LEAST_WEIGHT.min(FEWEST_RARE_WORDS_OF_WHOLE * weights.of_pair())
}

/// Whether a sentence that shares words of this weight with another one, without a telling
/// stretch of them, may have a part in it.
pub(super) fn possible(one: Bag<'_>, other: Bag<'_>, shared: f32, weights: &Weights) -> bool {
    let smaller = one.weight.min(other.weight);
    let share_of_all = |share: f32| shared >= share * smaller;
    share_of_all(LEAST_SHARE_OF_NEIGHBOUR) && shared >= least_weight(weights)
        || share_of_all(WHOLE) && shared >= least_weight_of_whole(weights)
}

/// Links of sentences to sentences that have a partner already, the heaviest part first.
pub(super) fn parts(pair: &Pair<'_>, pairing: &Pairing, candidates: &[Candidate]) -> Vec<Link> {
    let mut open = Open::new(pair, pairing);
    let chunks: Vec<&[Candidate]> = candidates.chunks(CHUNK).collect();
    let found = parallel::map(&chunks, WORTH_A_THREAD, |chunk| {
        let parts = chunk.iter().filter_map(|c| open.part(c));
        parts.collect::<Vec<Part>>()
    });
    let mut heap: BinaryHeap<Part> = found.into_iter().flatten().collect();
    let mut links = Vec::new();
    while let Some(part) = heap.pop() {
        // What was left of the two may have shrunk since the part was weighed.
        let now = match open.is_as_before(&part.candidate) {
            true => Some(part),
            false => open.part(&part.candidate),
        };
        match now {
            Some(now) if now.weight < part.weight => heap.push(now),
            Some(now) => links.push(open.take(&now)),
            None => {}
        }
    }
    links
}

/// A part that one sentence of a candidate may have in the other.
#[derive(Clone, Copy, PartialEq)]
struct Part {
    candidate: Candidate,
    /// The weight of the shared words that no partner accounts for.
    weight: f32,
    /// Their share of the sentence that gave them.
    share: f32,
}

impl Eq for Part {}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let place = |part: &Part| Reverse((part.candidate.left, part.candidate.right));
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
    pair: &'p Pair<'p>,
    pairing: &'p Pairing,
    left: Partners,
    right: Partners,
}

impl<'p> Open<'p> {
    fn new(pair: &'p Pair<'p>, pairing: &'p Pairing) -> Self {
        let (left, right) = (0..pairing.of_left.len(), 0..pairing.of_right.len());
        Open {
            pair,
            pairing,
            left: Partners::new(left.map(|at| pairing.partner_of_left(at))),
            right: Partners::new(right.map(|at| pairing.partner_of_right(at))),
        }
    }

    /// The part that a candidate stands for, if one of its sentences is taken, if the part is
    /// large enough, and if runs of neighbours stay runs with one partner.
    fn part(&self, candidate: &Candidate) -> Option<Part> {
        let Candidate { left, right, .. } = *candidate;
        // What is left of the two shares no more than they do whole.
        let most = candidate.weight;
        if most < least_weight_of_whole(&self.pair.weights) {
            return None;
        }
        let quoted = candidate.stretch && most >= LEAST_WEIGHT_OF_STRETCH;
        let are_taken = !self.left.is_free(left) && !self.right.is_free(right);
        if are_taken && !quoted {
            return None;
        }
        let giver = self.weight_of_giver(candidate)?;
        let beside = self.beside_partner(left, right);
        let least_share = match beside {
            true => LEAST_SHARE_OF_FITTING,
            false => LEAST_SHARE_OF_MUCH,
        };
        let too_small = !quoted && most < least_share * giver;
        let goes_on = !self.joins_cleanly(left, right);
        if too_small || goes_on && !self.goes_on_with_run(left, right) {
            return None;
        }
        let shared = self.shared_of_rest(left, right);
        let (weight, words) = (shared.weight, shared.words);
        let share = if giver > 0.0 { weight / giver } else { 0.0 };
        let least_weight = match beside && share >= WHOLE {
            true => least_weight_of_whole(&self.pair.weights),
            false => least_weight(&self.pair.weights),
        };
        let enough_share = || match beside {
            _ if goes_on => share >= LEAST_SHARE_GOING_ON,
            true => share >= LEAST_SHARE_OF_NEIGHBOUR || self.fits(candidate, share),
            false => {
                share >= LEAST_SHARE || share >= LEAST_SHARE_OF_MUCH && weight >= WEIGHT_OF_MUCH
            }
        };
        let quoted = quoted && weight >= LEAST_WEIGHT_OF_STRETCH;
        let large = weight >= least_weight && words >= FEWEST_WORDS;
        let enough = quoted || large && !are_taken && enough_share();
        enough.then_some(Part {
            candidate: *candidate,
            weight,
            share,
        })
    }

    /// What the sentence of a candidate weighs that may be a part of the other one: the free one of
    /// them, or the lighter one where both are taken; `None` where both are free.
    fn weight_of_giver(&self, &Candidate { left, right, .. }: &Candidate) -> Option<f32> {
        let one = self.pair.left.bags.of(left).weight;
        let other = self.pair.right.bags.of(right).weight;
        match (self.left.is_free(left), self.right.is_free(right)) {
            (true, true) => None,
            (true, false) => Some(one),
            (false, true) => Some(other),
            (false, false) => Some(one.min(other)),
        }
    }

    /// What two sentences share of what their partners leave of them.
    fn shared_of_rest(&self, left: usize, right: usize) -> Shared {
        let (left_bags, right_bags) = (&self.pair.left.bags, &self.pair.right.bags);
        let (one, other) = (left_bags.of(left), right_bags.of(right));
        let (left_own, right_own) = (one.near(other), other.near(one));
        let left_rest = self.left.rest(left, &left_own, right_bags);
        let right_rest = self.right.rest(right, &right_own, left_bags);
        Bag::new(&left_rest).shared_with(Bag::new(&right_rest))
    }

    /// Whether the taken sentence of a candidate is so like the free one and those beside it together
    /// that a small share of the free one is enough.
    fn fits(&self, &Candidate { left, right, .. }: &Candidate, share: f32) -> bool {
        let (one, other) = (self.pair.left.text, self.pair.right.text);
        let (partners, (taken_text, taken), (text, free)) = match self.right.is_free(right) {
            true => (&self.left, (one, left), (other, right)),
            false => (&self.right, (other, right), (one, left)),
        };
        if partners.of(taken).count() > TOO_MANY {
            return false;
        }
        let run = partners.run_beside(taken, free);
        let taken = taken_text.folded_of(taken);
        let (all, own) = (text.folded(&run), text.folded_of(free));
        if taken.len().max(all.len()) > TOO_MANY * own.len() {
            return false;
        }
        let others = [
            text.folded(&(run.start..free)),
            text.folded(&(free + 1..run.end)),
        ];
        let likeness = |words: &[u32]| {
            let in_order = in_order(taken, words, &self.pair.weights);
            score_of((taken, words), &in_order, &self.pair.weights) as f32
        };
        let gain = likeness(all) - likeness(&others.concat());
        share + WORTH_OF_FITTING * gain >= LEAST_SHARE_OF_FITTING
    }

    /// Whether no part was recorded since the beginning that a candidate's own could depend on.
    fn is_as_before(&self, candidate: &Candidate) -> bool {
        self.left.are_as_before(candidate.left) && self.right.are_as_before(candidate.right)
    }

    /// Records a part. Its score is never above that of the pairs that it joins, which are the
    /// stronger ones.
    fn take(&mut self, part: &Part) -> Link {
        let Candidate { left, right, .. } = part.candidate;
        let links = &self.pairing.links;
        let score = |link: Option<u32>| link.map_or(1.0, |link| links[link as usize].score);
        let stronger = score(self.pairing.of_left[left]).min(score(self.pairing.of_right[right]));
        let (left_bags, right_bags) = (&self.pair.left.bags, &self.pair.right.bags);
        let (one, other) = (left_bags.of(left), right_bags.of(right));
        let rest = self.left.rest(left, one.entries, right_bags);
        let rest = Bag::new(&rest).without(other);
        self.left.add(left, right, rest);
        let rest = self.right.rest(right, other.entries, left_bags);
        let rest = Bag::new(&rest).without(one);
        self.right.add(right, left, rest);
        Link {
            left,
            right,
            score: f64::from(part.share).min(stronger),
        }
    }

    /// Whether a link would leave every run of neighbours the only partner of its sentence.
    fn joins_cleanly(&self, left: usize, right: usize) -> bool {
        let clean = |side: &Partners, other: &Partners, at: usize, joined: usize| {
            let in_run = side.of(at).any(|partner| other.stand_beside(partner, at));
            let widens = || side.of(at).filter(|partner| partner.abs_diff(joined) == 1);
            let widened_is_free = widens().next().is_none() || other.is_free(joined);
            !in_run && widened_is_free && widens().all(|partner| other.of(partner).count() == 1)
        };
        clean(&self.left, &self.right, left, right) && clean(&self.right, &self.left, right, left)
    }

    /// Whether one of the two is free and stands beside the only partner of the other one, which is the
    /// end on that side of what that partner was split into: then the two runs are one, of several
    /// sentences on either side, as where an attribution went behind the next sentence of a quotation.
    fn goes_on_with_run(&self, left: usize, right: usize) -> bool {
        let (of_free, of_taken, free, taken) = match self.left.is_free(left) {
            true => (&self.left, &self.right, left, right),
            false => (&self.right, &self.left, right, left),
        };
        let mut partners = of_taken.of(taken);
        let (Some(partner), None) = (partners.next(), partners.next()) else {
            return false;
        };
        let run = of_free.run_beside(partner, taken);
        let at_end = match free > partner {
            true => run.end == taken + 1,
            false => run.start == taken,
        };
        let is_all = of_free.of(partner).count() == run.len();
        of_free.is_free(free) && free.abs_diff(partner) == 1 && at_end && is_all
    }

    /// Whether one of the two stands beside a sentence that the other is linked to.
    fn beside_partner(&self, left: usize, right: usize) -> bool {
        self.left.stand_beside(left, right) || self.right.stand_beside(right, left)
    }
}
