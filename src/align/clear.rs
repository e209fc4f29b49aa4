//! Finds the pairs of sentences that are each other's nearest by a clear margin. In articles
//! that share much of their matter such pairs are the same sentence even where few words are:
//! a paraphrase.

use super::candidates::Candidate;

/// The score from which a clear pair tells that two articles share their matter.
const TELLING: f64 = 0.25;
/// How many times as near as the next best such a pair must be.
const TELLING_MARGIN: f64 = 1.5;
/// The share of the shorter article's sentences in telling pairs up to which nothing follows.
const LITTLE_SHARED: f64 = 0.2;
/// The share from which the bar for clear pairs is at its lowest.
const MUCH_SHARED: f64 = 0.5;
/// The bar for clear pairs in articles that share little: that of any pair.
const HIGHEST_BAR: f64 = super::assign::HIGHEST_BAR;
/// The bar for clear pairs in articles that share much.
const LOWEST_BAR: f64 = 0.18;
/// How many times as near as the next best among the unpaired a pair must be to be clear.
const MARGIN: f64 = 1.3;
/// The least weight of the words that a clear pair shares: some three rare words.
const LEAST_WEIGHT: f32 = 7.0;

/// The bar for clear pairs between two articles, if they share enough for it to differ from
/// the usual one. `identical` pairs and `shorter`, the number of sentences of the shorter
/// article, count for how much they share.
pub(super) fn bar(candidates: &[Candidate], identical: usize, shorter: usize) -> Option<f64> {
    let telling = clear(candidates, |_| true, TELLING_MARGIN)
        .filter(|c| c.score >= TELLING)
        .count();
    let shared = (identical + telling) as f64 / shorter.max(1) as f64;
    let lowered = ((shared - LITTLE_SHARED) / (MUCH_SHARED - LITTLE_SHARED)).min(1.0);
    (lowered > 0.0).then_some(HIGHEST_BAR - (HIGHEST_BAR - LOWEST_BAR) * lowered)
}

/// The clear pairs above `bar` among the candidates that are `free`.
pub(super) fn pairs(
    candidates: &[Candidate],
    free: impl Fn(&Candidate) -> bool,
    bar: f64,
) -> impl Iterator<Item = &Candidate> {
    clear(candidates, free, MARGIN)
        .filter(move |candidate| candidate.score >= bar && candidate.weight >= LEAST_WEIGHT)
}

/// The candidates that beat every other one of either of their sentences by a margin.
fn clear(
    candidates: &[Candidate],
    counts: impl Fn(&Candidate) -> bool,
    margin: f64,
) -> impl Iterator<Item = &Candidate> {
    let counted: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| c.enough && counts(c))
        .collect();
    let mut left = Vec::new();
    let mut right = Vec::new();
    for candidate in &counted {
        offer(&mut left, candidate.left, candidate.score);
        offer(&mut right, candidate.right, candidate.score);
    }
    counted.into_iter().filter(move |candidate| {
        let clear = |side: &[BestTwo], at: usize| {
            let BestTwo { best, next } = side[at];
            candidate.score >= best && candidate.score >= margin * next
        };
        clear(&left, candidate.left) && clear(&right, candidate.right)
    })
}

/// The two best scores of a sentence.
#[derive(Clone, Copy, Default)]
struct BestTwo {
    best: f64,
    next: f64,
}

fn offer(side: &mut Vec<BestTwo>, at: usize, score: f64) {
    if side.len() <= at {
        side.resize(at + 1, BestTwo::default());
    }
    let BestTwo { best, next } = side[at];
    side[at] = BestTwo {
        best: best.max(score),
        next: next.max(best.min(score)),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(left: usize, right: usize, score: f64) -> Candidate {
        Candidate {
            left,
            right,
            score,
            longest: 3,
            weight: 9.0,
            enough: true,
        }
    }

    fn places<'c>(found: impl Iterator<Item = &'c Candidate>) -> Vec<(usize, usize)> {
        found.map(|c| (c.left, c.right)).collect()
    }

    #[test]
    fn a_clear_pair_beats_all_others_of_both_sentences() {
        let all = [
            candidate(0, 0, 0.4),
            candidate(0, 1, 0.3),
            candidate(1, 1, 0.35),
            candidate(2, 1, 0.1),
        ];
        assert_eq!(places(pairs(&all, |_| true, 0.2)), [(0, 0)]);
        assert_eq!(places(pairs(&all, |c| c.left != 0, 0.2)), [(1, 1)]);
        assert_eq!(places(pairs(&all, |_| true, 0.5)), []);
    }

    #[test]
    fn two_equals_are_not_clear() {
        let all = [candidate(0, 0, 0.4), candidate(1, 0, 0.4)];
        assert_eq!(places(pairs(&all, |_| true, 0.2)), []);
    }

    #[test]
    fn the_bar_falls_only_where_much_is_shared() {
        let all: Vec<_> = (0..4).map(|at| candidate(at, at, 0.3)).collect();
        assert_eq!(bar(&all, 0, 40), None);
        assert_eq!(bar(&all, 0, 8), Some(LOWEST_BAR));
        let some = bar(&all, 0, 12).unwrap();
        assert!(LOWEST_BAR < some && some < HIGHEST_BAR, "{some}");
    }
}
