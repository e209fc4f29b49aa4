//! What two sequences of words share in order.

use std::hash::BuildHasher;
use std::iter::zip;

use foldhash::HashMap;
use foldhash::fast::FixedState;
use similar::Algorithm;
use similar::algorithms::{DiffHook, diff};

use crate::chain::heaviest_increasing;

/// The largest table of word pairs for which the exact longest common subsequence is
/// computed, some 700 words a side. Beyond it similar's bounded search takes over: it may
/// find less, but in a time that no input can drive up.
const EXACT_TABLE: usize = 500_000;

/// The longest sequence, in words, that is compared in one piece. No sentence that anyone
/// wrote is as long.
const LONGEST: usize = 50_000;
/// The length of the parts, in words, in which longer ones are compared.
const PART: usize = 128;
/// So many words in a row that each side has once belong together.
const ANCHOR: usize = 8;

/// Tells `hook` what two sequences of words share in order, as similar finds it.
///
/// Sequences beyond [`LONGEST`] are compared part by part: that finds less, but in a time that
/// no input can drive up.
pub(crate) fn compare<D: DiffHook>(
    hook: &mut D,
    left: &[u32],
    right: &[u32],
) -> Result<(), D::Error> {
    let whole = (left.len(), right.len());
    if whole.0.max(whole.1) <= LONGEST {
        return diff(algorithm(whole), hook, left, 0..whole.0, right, 0..whole.1);
    }
    for part in cuts(left, right).windows(2) {
        let (from, to) = (part[0], part[1]);
        let lengths = (to.0 - from.0, to.1 - from.1);
        let (old, new) = (from.0..to.0, from.1..to.1);
        diff(algorithm(lengths), hook, left, old, right, new)?;
    }
    Ok(())
}

/// What finds the words that two sequences of these lengths share.
fn algorithm((left, right): (usize, usize)) -> Algorithm {
    if left.saturating_mul(right) <= EXACT_TABLE {
        Algorithm::Lcs
    } else {
        Algorithm::Myers
    }
}

/// Where the parts start and end, as words of either side: at the last anchor within reach. Where
/// the next one is out of reach, behind what both sides share from the last one on, and then in the
/// same place of what lies between.
fn cuts(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    let mut cuts = vec![(0, 0)];
    let mut from = (0, 0);
    let mut last = from;
    let end = (left.len(), right.len());
    for next in anchors(left, right).into_iter().chain([end]) {
        if longer(from, next) > PART {
            let (old, new) = (&left[last.0..next.0], &right[last.1..next.1]);
            let shared = zip(old, new).take_while(|(old, new)| old == new).count();
            from = (last.0 + shared, last.1 + shared);
            cuts.extend([last, from]);
        }
        let parts = longer(from, next).div_ceil(PART);
        if parts > 1 {
            let along = |from: usize, to: usize, part: usize| from + (to - from) * part / parts;
            let place = |part| (along(from.0, next.0, part), along(from.1, next.1, part));
            cuts.extend((1..=parts).map(place));
            from = next;
        }
        last = next;
    }
    cuts.push(end);
    cuts.dedup();
    cuts
}

/// How far it is from one place to another on the side where it is farther.
fn longer(from: (usize, usize), to: (usize, usize)) -> usize {
    (to.0 - from.0).max(to.1 - from.1)
}

/// Where stretches start that each side has once, in an order that both sides have: the
/// patience of Bram Cohen's diff, with [`ANCHOR`] words for a line.
fn anchors(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = if left.len() <= right.len() {
        single_in_both(left, right).collect()
    } else {
        let turned = single_in_both(right, left);
        turned.map(|(right, left)| (left, right)).collect()
    };
    pairs.sort_unstable();
    let items: Vec<(usize, u64)> = pairs.iter().map(|&(_, right)| (right, 1)).collect();
    let kept = heaviest_increasing(&items);
    let pairs = pairs.into_iter().zip(kept);
    pairs
        .filter_map(|(pair, kept)| kept.then_some(pair))
        .collect()
}

/// The places of the stretches of [`ANCHOR`] words that each side has once. Of the longer one no
/// others are remembered: a short sentence may be sought in an endless one thousands of times.
fn single_in_both(shorter: &[u32], longer: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    let in_shorter = single(shorter, |_| true);
    let in_longer = single(longer, |stretch| in_shorter.contains_key(&stretch));
    in_longer
        .into_iter()
        .filter_map(move |(stretch, at)| Some((in_shorter[&stretch]?, at?)))
}

/// The hashes of the stretches of [`ANCHOR`] words that are `wanted`, each with its place if it
/// has only one.
fn single(words: &[u32], wanted: impl Fn(u64) -> bool) -> HashMap<u64, Option<usize>> {
    let mut places = HashMap::default();
    for (at, stretch) in words.windows(ANCHOR).enumerate() {
        let hash = FixedState::default().hash_one(stretch);
        if wanted(hash) {
            (places.entry(hash))
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use similar::DiffOp;
    use similar::algorithms::Capture;

    fn ops(left: &[u32], right: &[u32]) -> Vec<DiffOp> {
        let mut ops = Capture::new();
        let Ok(()) = compare(&mut ops, left, right);
        ops.into_ops()
    }

    /// How many words are shared; fails unless what is said covers both sides in order.
    fn shared(left: &[u32], right: &[u32]) -> usize {
        let (mut old, mut new, mut shared) = (0, 0, 0);
        for op in ops(left, right) {
            let (here, there) = (op.old_range(), op.new_range());
            assert!(here.is_empty() || here.start == old);
            assert!(there.is_empty() || there.start == new);
            (old, new) = (old.max(here.end), new.max(there.end));
            if let DiffOp::Equal { len, .. } = op {
                assert_eq!(left[here], right[there]);
                shared += len;
            }
        }
        assert_eq!((old, new), (left.len(), right.len()));
        shared
    }

    #[test]
    fn endless_sequences_keep_what_they_share_around_long_changes() {
        let left: Vec<u32> = (0..60_000).collect();
        let mut right = left.clone();
        right.drain(100..3100);
        right.splice(40_000..40_010, 100_000..102_000);
        assert_eq!(shared(&left, &right), 60_000 - 3000 - 10);
    }

    #[test]
    fn endless_sequences_without_anchors_are_compared_in_parts() {
        let left: Vec<u32> = (0..60_000).map(|at| at % 7).collect();
        let right: Vec<u32> = (0..70_000).map(|at| at % 5).collect();
        assert!(shared(&left, &right) > 20_000);
        assert_eq!(shared(&left, &[]), 0);
        assert_eq!(shared(&left, &left), left.len());
    }

    proptest! {
        #[test]
        fn cuts_go_on_and_reach_the_end(
            left in proptest::collection::vec(0..4u32, 0..2000),
            right in proptest::collection::vec(0..4u32, 0..2000),
        ) {
            let cuts = cuts(&left, &right);
            prop_assert_eq!(cuts[0], (0, 0));
            prop_assert_eq!(cuts[cuts.len() - 1], (left.len(), right.len()));
            for part in cuts.windows(2) {
                let (from, to) = (part[0], part[1]);
                prop_assert!(to.0 >= from.0 && to.1 >= from.1 && to != from);
                let equal = left[from.0..to.0] == right[from.1..to.1];
                prop_assert!(equal || longer(from, to) <= PART + 1);
            }
        }
    }
}
