//! Makes the changes between two sentences as few as they read: what stands between two of them
//! by chance goes with them.

use super::Side;
use super::boundaries::at_boundaries;
use super::stretch::{Stretch, push};
use super::telling::{is_name, is_number, is_small};
use crate::model::Article;

/// The same stretches, fewer where two changes are better told as one: one phrase for another
/// reads better than confetti.
pub(super) fn calmed(
    stretches: impl Iterator<Item = Stretch>,
    left: Side<'_>,
    right: Side<'_>,
) -> Vec<Stretch> {
    let together = slid_together(stretches, [&left.1.exact, &right.1.exact]);
    let settled = at_boundaries(together, [left, right]);
    without_accidents(settled, [left, right])
}

/// Joins changes where one of them may as well stand beside the other: what replaces "said" in
/// "[-said-] in {+Lund claimed in+}" is "in Lund claimed".
fn slid_together(stretches: impl Iterator<Item = Stretch>, words: [&[u32]; 2]) -> Vec<Stretch> {
    let mut together = Vec::new();
    for stretch in stretches {
        push(&mut together, stretch);
        while let [.., before, equal, after] = together.as_mut_slice()
            && equal.equal
            && slide([before, equal, after], words)
        {
            let three = together.split_off(together.len() - 3);
            for stretch in three.into_iter().filter(|stretch| !stretch.is_empty()) {
                push(&mut together, stretch);
            }
        }
    }
    together
}

/// The most words between two changes that one of them is moved over: farther off they are told apart
/// anyway, and each move reads them all.
const FARTHEST: usize = 64;

/// Moves the words of a change that one side alone has over the equal words between it and another
/// change, if that side reads the same so; whether it did.
fn slide([before, equal, after]: [&mut Stretch; 3], words: [&[u32]; 2]) -> bool {
    if equal.sides[0].len() > FARTHEST {
        return false;
    }
    for (side, other) in [(0, 1), (1, 0)] {
        let (start, end) = (before.sides[side].start, after.sides[side].end);
        let (from, to) = (equal.sides[side].start, equal.sides[side].end);
        if after.sides[other].is_empty() && is_periodic(&words[side][from..end], end - to) {
            let place = from + (end - to);
            before.sides[side] = start..place;
            equal.sides[side] = place..end;
            after.sides[side] = end..end;
            return true;
        }
        if before.sides[other].is_empty() && is_periodic(&words[side][start..to], from - start) {
            let place = to - (from - start);
            before.sides[side] = start..start;
            equal.sides[side] = start..place;
            after.sides[side] = place..end;
            return true;
        }
    }
    false
}

/// Whether each word is the one that stands `period` words before it.
fn is_periodic(words: &[u32], period: usize) -> bool {
    words
        .iter()
        .zip(&words[period..])
        .all(|(one, next)| one == next)
}

/// The longest equal stretch, in words, that can be an accident between two changes.
const ACCIDENT: usize = 2;
/// Takes into longer changes what both sides have between them by accident.
fn without_accidents(stretches: Vec<Stretch>, sides: [Side<'_>; 2]) -> Vec<Stretch> {
    let is_accident = |at: usize| {
        stretches[at].equal
            && (is_small_between(&stretches, at, sides)
                || is_other_half(&stretches, at, sides.map(|(article, _)| article)))
    };
    let accidents: Vec<bool> = (0..stretches.len()).map(is_accident).collect();
    let mut calm = Vec::with_capacity(stretches.len());
    for (stretch, accident) in stretches.into_iter().zip(accidents) {
        let equal = stretch.equal && !accident;
        push(&mut calm, Stretch { equal, ..stretch });
    }
    calm
}

/// The stretches before and behind one.
fn around(stretches: &[Stretch], at: usize) -> [Option<&Stretch>; 2] {
    [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| stretches.get(at)))
}

/// Whether a stretch is of small words, and no names, between two phrases that stand for two others.
fn is_small_between(stretches: &[Stretch], at: usize, [left, right]: [Side<'_>; 2]) -> bool {
    let mut words = stretches[at].sides[0].clone();
    let replaced = |stretch: Option<&Stretch>| {
        stretch.is_some_and(|stretch| {
            let [gone, new] = &stretch.sides;
            // "theatre" and "theater" are no two phrases.
            let is_spelling = left.1.folded[gone.clone()] == right.1.folded[new.clone()];
            !(stretch.equal || gone.is_empty() || new.is_empty() || is_spelling)
        })
    };
    words.len() <= ACCIDENT
        && words.all(|word| is_small(left.0, word) && !is_name(left.0, word))
        && around(stretches, at).into_iter().all(replaced)
}

/// Whether a stretch is a number that is the end of one thing and the start of another: of "3-2" and
/// "2-1" the 2 is not the same.
fn is_other_half(stretches: &[Stretch], at: usize, articles: [&Article; 2]) -> bool {
    let words = &stretches[at].sides;
    if words[0].len() != 1 || !is_number(articles[0], words[0].start) {
        return false;
    }
    let [before, behind] = around(stretches, at);
    // Whether it is one with the changed words before it, and with those behind it.
    let joined = |side: usize| {
        let Article {
            words: all, text, ..
        } = articles[side];
        let is_joined = |one: usize| {
            let gap = all[one].end as usize..all[one + 1].start as usize;
            !text[gap].contains(char::is_whitespace)
        };
        let has_words =
            |change: Option<&Stretch>| change.is_some_and(|c| !c.sides[side].is_empty());
        let word = words[side].start;
        (
            has_words(before) && is_joined(word - 1),
            has_words(behind) && is_joined(word),
        )
    };
    matches!(
        (joined(0), joined(1)),
        ((true, false), (false, true)) | ((false, true), (true, false))
    )
}
