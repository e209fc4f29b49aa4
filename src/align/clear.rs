//! Finds the pairs of sentences that are each other's nearest by a clear margin. In articles
//! that share much of their matter such pairs are the same sentence even where few words are:
//! a paraphrase.

use super::candidate::Candidate;

/// The score from which a clear pair tells that two articles share more than was paired.
const TELLING: f64 = 0.15;
/// How many times as near as the next best such a pair must be.
const TELLING_MARGIN: f64 = 1.2;
/// The share of telling pairs among what is unpaired up to which nothing follows from them:
/// independent reports of one event have a tenth.
const FEW: f64 = 0.12;
/// The share from which the bar for clear pairs is at its lowest: paraphrases have more.
const MANY: f64 = 0.35;
/// The fewest telling pairs: one or two are an accident.
const FEWEST_TELLING: usize = 4;
/// The least share of telling pairs in which both sentences name the same person, place or figure:
/// two reports of other games, trials or deaths have the phrases in common, and no names.
const NAMING: f64 = 0.28;
/// The bar for clear pairs where telling pairs are many.
const LOWEST_BAR: f64 = 0.14;
/// How many times as near as the next best among the unpaired a pair must be to be clear.
const MARGIN: f64 = 1.05;
/// A score below which no pair is clear nor any other pair less so.
pub(super) const NEGLIGIBLE: f64 = LOWEST_BAR / MARGIN;
/// The least weight of the words that a clear pair shares: some three rare words, or a figure and
/// another word.
const LEAST_WEIGHT: f32 = 7.0;

/// The bar for clear pairs among the candidates that count, if there are enough of them for it to
/// lie below `highest`, that of any pair. `unpaired` is the number of free sentences on the side that
/// has fewer; `names_alike` tells whether both sentences of a pair name the same.
pub(super) fn bar(
    highest: f64,
    candidates: &[Candidate],
    counts: impl Fn(&Candidate) -> bool,
    unpaired: usize,
    names_alike: impl Fn(&Candidate) -> bool,
) -> Option<f64> {
    let telling: Vec<&Candidate> = clear(candidates, counts, TELLING_MARGIN)
        .filter(|c| c.score >= TELLING)
        .collect();
    let share = telling.len() as f64 / unpaired.max(1) as f64;
    let lowered = ((share - FEW) / (MANY - FEW)).min(1.0);
    if telling.len() < FEWEST_TELLING || lowered <= 0.0 {
        return None;
    }
    let naming = telling.iter().filter(|c| names_alike(c)).count();
    (naming as f64 >= NAMING * telling.len() as f64)
        .then_some(highest - (highest - LOWEST_BAR) * lowered)
}

/// Whether a candidate shares enough words to be clear wherever it stands.
pub(super) fn weighs_enough(candidate: &Candidate) -> bool {
    candidate.weight >= LEAST_WEIGHT
}

/// The clear pairs above `bar` among the candidates that count.
pub(super) fn pairs(
    candidates: &[Candidate],
    counts: impl Fn(&Candidate) -> bool,
    bar: f64,
) -> impl Iterator<Item = &Candidate> {
    clear(candidates, counts, MARGIN).filter(move |candidate| candidate.score >= bar)
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
            stretch: false,
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
            candidate(0, 1, 0.35),
            candidate(1, 1, 0.36),
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
    fn the_bar_falls_where_many_are_clear() {
        let all: Vec<_> = (0..6).map(|at| candidate(at, at, 0.3)).collect();
        const HIGHEST: f64 = 0.36;
        let bar_of = |unpaired| bar(HIGHEST, &all, |_| true, unpaired, |_| true);
        assert_eq!(bar_of(60), None, "a tenth is what independent reports have");
        assert_eq!(bar_of(12), Some(LOWEST_BAR));
        let some = bar_of(32).unwrap();
        assert!(LOWEST_BAR < some && some < HIGHEST, "{some}");
        let few = bar(HIGHEST, &all[..3], |_| true, 6, |_| true);
        assert_eq!(few, None, "three are an accident");
        let unnamed = bar(HIGHEST, &all, |_| true, 12, |c| c.left == 0);
        assert_eq!(unnamed, None, "of six but one names the same");
    }
}
