//! Compares two sentences word by word so that what tells is kept before small words are: of "with the
//! loss of 640 jobs" and "putting 640 people out of work" the figure, and not "of".

use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, DiffHook, Replace};

use super::sequences::compare;
use super::telling::Telling;

/// The largest table of word pairs for which words are looked for again: no sentence that anyone wrote
/// needs more.
const LARGEST_TABLE: usize = 250_000;

/// The words that two sequences share in order: equal stretches and what lies between.
///
/// As many words are kept as can be, unless others that are not small tell more than these; `telling`
/// is asked of a word of the left side. The ranges are indices of the sequences; the answer covers both.
pub(super) fn word_diff(
    left: &[u32],
    right: &[u32],
    telling: impl Fn(usize) -> Telling,
) -> Vec<DiffOp> {
    let mut ops = Replace::new(Capture::new());
    let Ok(()) = compare(&mut ops, left, right);
    let most = ops.into_inner().into_ops();
    if left.len().saturating_mul(right.len()) > LARGEST_TABLE {
        return most;
    }
    let tells = |at: usize| telling(at) != Telling::Small;
    if !loses_what_tells(left, right, &most, tells) {
        return most;
    }
    let others = between(left, right, &anchors(left, right, tells));
    let told = |ops: &[DiffOp]| -> usize { kept(ops).map(|at| telling(at) as usize).sum() };
    match told(&others) > told(&most) {
        true => others,
        false => most,
    }
}

/// Whether both sides have among the changes a word that tells. If more of those words can be kept in
/// all, both sides have one.
fn loses_what_tells(
    left: &[u32],
    right: &[u32],
    ops: &[DiffOp],
    tells: impl Fn(usize) -> bool,
) -> bool {
    let changed = |side: fn(&DiffOp) -> Range<usize>| {
        let changes = (ops.iter()).filter(|op| !matches!(op, DiffOp::Equal { .. }));
        changes.flat_map(side)
    };
    let is_new = |word: u32| changed(DiffOp::new_range).any(|at| right[at] == word);
    changed(DiffOp::old_range).any(|at| is_new(left[at]) && tells(at))
}

/// The words of the left side that the operations keep.
fn kept(ops: &[DiffOp]) -> impl Iterator<Item = usize> + '_ {
    let equal = (ops.iter()).filter(|op| matches!(op, DiffOp::Equal { .. }));
    equal.flat_map(DiffOp::old_range)
}

/// The pairs of words that two sequences share in order, of those that tell alone.
fn anchors(left: &[u32], right: &[u32], tells: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let here: Vec<usize> = (0..left.len()).filter(|&at| tells(at)).collect();
    let telling: Vec<u32> = here.iter().map(|&at| left[at]).collect();
    let there = (0..right.len()).filter(|&at| telling.contains(&right[at]));
    let there: Vec<usize> = there.collect();
    let others: Vec<u32> = there.iter().map(|&at| right[at]).collect();
    let mut found = Equal::default();
    let Ok(()) = compare(&mut found, &telling, &others);
    let pairs = found.pairs.into_iter();
    pairs
        .map(|(one, other)| (here[one], there[other]))
        .collect()
}

/// What two sequences share beside the `anchors`, which they share, and between them.
fn between(left: &[u32], right: &[u32], anchors: &[(usize, usize)]) -> Vec<DiffOp> {
    let mut ops = Replace::new(Capture::new());
    let mut from = (0, 0);
    let end = (left.len(), right.len());
    for &to in anchors.iter().chain([&end]) {
        let (old, new) = (&left[from.0..to.0], &right[from.1..to.1]);
        let mut part = Part {
            start: from,
            hook: &mut ops,
        };
        let Ok(()) = compare(&mut part, old, new);
        if to != end {
            let Ok(()) = ops.equal(to.0, to.1, 1);
            from = (to.0 + 1, to.1 + 1);
        }
    }
    let Ok(()) = ops.finish();
    ops.into_inner().into_ops()
}

/// The pairs of equal words, as they are told.
#[derive(Default)]
struct Equal {
    pairs: Vec<(usize, usize)>,
}

impl DiffHook for Equal {
    type Error = std::convert::Infallible;

    fn equal(&mut self, left: usize, right: usize, len: usize) -> Result<(), Self::Error> {
        self.pairs.extend((left..left + len).zip(right..));
        Ok(())
    }
}

/// Tells a hook what is found in parts of two sequences that start further on.
struct Part<'h, H> {
    start: (usize, usize),
    hook: &'h mut H,
}

impl<H: DiffHook> DiffHook for Part<'_, H> {
    type Error = H::Error;

    fn equal(&mut self, left: usize, right: usize, len: usize) -> Result<(), H::Error> {
        let (old, new) = self.start;
        self.hook.equal(old + left, new + right, len)
    }

    fn delete(&mut self, left: usize, len: usize, right: usize) -> Result<(), H::Error> {
        let (old, new) = self.start;
        self.hook.delete(old + left, len, new + right)
    }

    fn insert(&mut self, left: usize, right: usize, len: usize) -> Result<(), H::Error> {
        let (old, new) = self.start;
        self.hook.insert(old + left, new + right, len)
    }

    fn replace(
        &mut self,
        left: usize,
        old_len: usize,
        right: usize,
        new_len: usize,
    ) -> Result<(), H::Error> {
        let (old, new) = self.start;
        self.hook.replace(old + left, old_len, new + right, new_len)
    }
}
