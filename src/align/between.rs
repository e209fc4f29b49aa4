//! Finds what is left between pairs: where two articles tell of one event, and a free sentence stands
//! between the same pairs as a free one of the other article and is like no other, few words are
//! enough.

use super::candidate::Candidate;
use super::clear;
use super::naming::Details;
use super::pairing::Pairing;

/// The share of names and figures in common up to which two articles may tell of two events.
const MAYBE_ONE: f64 = 0.6;
/// The share from which they tell of one beyond doubt.
const SURELY_ONE: f64 = 0.8;
/// The bar for two articles that tell of one event beyond doubt.
const LOWEST_BAR: f64 = 0.2;
/// The least weight of the words that both sentences have.
const LEAST_WEIGHT: f32 = 7.5;
/// The same where a name or a figure is among them.
const LEAST_WEIGHT_OF_NAMED: f32 = 5.0;

/// The bar between pairs for two articles that have this share of names and figures in common: it
/// falls from `highest`, that of any pair. `None` if they may tell of two events.
pub(super) fn bar(highest: f64, in_common: f64) -> Option<f64> {
    let sure = (in_common - MAYBE_ONE) / (SURELY_ONE - MAYBE_ONE);
    (sure > 0.0).then(|| highest - (highest - LOWEST_BAR) * sure.min(1.0))
}

/// The clear pairs above `bar` among the free candidates that stand between the same pairs in both
/// articles.
pub(super) fn pairs<'c>(
    candidates: &'c [Candidate],
    pairing: &Pairing,
    details: &Details<'_>,
    bar: f64,
) -> Vec<&'c Candidate> {
    let of_left = Gaps::new(pairing.of_left.len(), |left| pairing.partner_of_left(left));
    let of_right = Gaps::new(pairing.of_right.len(), |at| pairing.partner_of_right(at));
    let counts = |c: &Candidate| {
        pairing.is_free(c)
            && of_left.hold(c.left, c.right)
            && of_right.hold(c.right, c.left)
            && weighs_enough(c, details)
            && !details.contradict(c.left, c.right)
    };
    clear::pairs(candidates, counts, bar).collect()
}

fn weighs_enough(candidate: &Candidate, details: &Details<'_>) -> bool {
    let named = || details.alike(candidate.left, candidate.right);
    candidate.weight >= LEAST_WEIGHT || candidate.weight >= LEAST_WEIGHT_OF_NAMED && named()
}

/// For each sentence of a side, the partners of the paired ones that are next before and behind it.
struct Gaps(Vec<[Option<usize>; 2]>);

impl Gaps {
    fn new(sentences: usize, partner: impl Fn(usize) -> Option<usize>) -> Self {
        let mut gaps = vec![[None; 2]; sentences];
        let mut last = None;
        for (at, gap) in gaps.iter_mut().enumerate() {
            gap[0] = last;
            last = partner(at).or(last);
        }
        let mut next = None;
        for (at, gap) in gaps.iter_mut().enumerate().rev() {
            gap[1] = next;
            next = partner(at).or(next);
        }
        Gaps(gaps)
    }

    /// Whether a sentence of the other side stands between the partners.
    fn hold(&self, sentence: usize, other: usize) -> bool {
        let [last, next] = self.0[sentence];
        last.is_none_or(|last| last < other) && next.is_none_or(|next| other < next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_lies_between_the_partners_next_to_a_sentence() {
        let partners = [None, Some(2), None, Some(5), None];
        let gaps = Gaps::new(partners.len(), |at| partners[at]);
        let places = |sentence| (0..8).filter(|&other| gaps.hold(sentence, other)).collect();
        let all: Vec<Vec<usize>> = (0..partners.len()).map(places).collect();
        assert_eq!(all[0], [0, 1]);
        assert_eq!(all[2], [3, 4]);
        assert_eq!(all[4], [6, 7]);
    }
}
