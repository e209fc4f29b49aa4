//! Turns links between single sentences into matches between runs of neighbours, and says of
//! each match what kind it is, what was edited and whether it moved.

use std::ops::Range;

use super::likeness::{in_order, score_of};
use super::{Link, Pair, Text};
use crate::chain::heaviest_increasing;
use crate::edits::edits;
use crate::model::{Edit, Kind, Match, Op, Run, Shift};
use crate::parallel;

/// The share of words kept in order from which a pair is near-identical.
const EDITED: f32 = 0.66;

/// Fewer matches than this are made before another core is awake.
const WORTH_A_THREAD: usize = 512;

/// The matches between two texts whose score is at `least` so high, by left and then right
/// position. `at` are the indices of their articles.
pub(super) fn from_links(
    pair: &Pair<'_>,
    at: (usize, usize),
    links: &[Link],
    least: f64,
) -> Vec<Match> {
    let runs = runs(pair.left.text, links);
    let mut matches = parallel::map(&runs, WORTH_A_THREAD, |joined| a_match(pair, at, joined));
    matches.retain(|found| found.score >= least);
    mark_moved(pair.left.text, pair.right.text, &mut matches);
    matches
}

/// The same matches as they are if the right text was given first.
pub(super) fn mirrored(mut matches: Vec<Match>) -> Vec<Match> {
    for found in &mut matches {
        std::mem::swap(&mut found.left, &mut found.right);
        mirror_edits(&mut found.edits, &mut found.shifted);
    }
    let place = |found: &Match| in_turn(found.left.sentences.start, found.right.sentences.start);
    matches.sort_unstable_by_key(place);
    matches
}

/// What turns the right run into the left one, from what turns the left one into the right one.
fn mirror_edits(edits: &mut [Edit], shifted: &mut [Shift]) {
    for Edit { op, left, right } in edits {
        std::mem::swap(left, right);
        *op = match *op {
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
            op => op,
        };
    }
    for Shift { left, right } in &mut *shifted {
        std::mem::swap(left, right);
    }
    shifted.sort_unstable_by_key(|shift| shift.left.start);
}

/// Neighbouring left sentences, neighbouring right ones, and the best score of their links.
type Joined = (Range<usize>, Range<usize>, f64);

fn a_match(pair: &Pair<'_>, at: (usize, usize), joined: &Joined) -> Match {
    let (left, right) = (pair.left.text, pair.right.text);
    let (left_run, right_run, _) = joined;
    let (one, other) = ((left.article, left.tokens), (right.article, right.tokens));
    let (edits, shifted) = edits(one, left_run, other, right_run);
    let (kind, score) = match edits.iter().all(|edit| edit.op == Op::Equal) {
        true => (Kind::Identical, 1.0),
        false => measured(pair, joined),
    };
    Match {
        edits,
        shifted,
        left: Run {
            article: at.0,
            sentences: left_run.clone(),
        },
        right: Run {
            article: at.1,
            sentences: right_run.clone(),
        },
        kind,
        score,
        moved: false,
    }
}

/// The kind of a match that is not identical, and its score.
fn measured(pair: &Pair<'_>, (left_run, right_run, best): &Joined) -> (Kind, f64) {
    let words = (
        pair.left.text.folded(left_run),
        pair.right.text.folded(right_run),
    );
    let in_order = in_order(words.0, words.1, &pair.weights);
    let kind = if in_order.plain >= EDITED {
        Kind::Edited
    } else {
        Kind::Rewritten
    };
    if left_run.len() + right_run.len() == 2 {
        return (kind, *best);
    }
    let score = score_of(words, &in_order, &pair.weights);
    (kind, score.max(*best))
}

/// The runs that links join, by position: the several partners of one sentence are one run
/// where they are neighbours. With each comes the best score of its links.
fn runs(left: Text<'_>, links: &[Link]) -> Vec<Joined> {
    let mut degree = vec![0usize; left.article.sentences.len()];
    for link in links {
        degree[link.left] += 1;
    }
    let split = |link: &Link| degree[link.left] > 1;
    // Links of one left sentence to several on the right, then the others by what they share
    // on the right, each sorted so that the members of a run follow each other.
    let turn = |link: &Link| match split(link) {
        true => (false, in_turn(link.left, link.right)),
        false => (true, in_turn(link.right, link.left)),
    };
    let mut sorted: Vec<_> = links.iter().map(|link| (turn(link), link)).collect();
    sorted.sort_unstable_by_key(|&(turn, _)| turn);
    let mut runs: Vec<Joined> = Vec::new();
    for (_, link) in sorted {
        match runs.last_mut() {
            Some((left, right, best))
                if split(link)
                    && *left == (link.left..link.left + 1)
                    && right.end == link.right =>
            {
                right.end += 1;
                *best = best.max(link.score);
            }
            Some((left, right, best))
                if !split(link)
                    && *right == (link.right..link.right + 1)
                    && left.end == link.left =>
            {
                left.end += 1;
                *best = best.max(link.score);
            }
            _ => runs.push((
                link.left..link.left + 1,
                link.right..link.right + 1,
                link.score,
            )),
        }
    }
    runs.sort_unstable_by_key(|(left, right, _)| in_turn(left.start, right.start));
    runs.dedup_by(|run, last| {
        let are_one = are_one(last, run);
        if are_one {
            *last = joined(last, run);
        }
        are_one
    });
    runs
}

/// Whether two runs have a sentence of one article in common and are neighbours in the other one: of a
/// sentence that was split, whose last part another one went into, all is one run.
fn are_one((left, right, _): &Joined, (next_left, next_right, _): &Joined) -> bool {
    let touch =
        |one: &Range<usize>, other: &Range<usize>| one.start <= other.end && other.start <= one.end;
    let overlap =
        |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    overlap(left, next_left) && touch(right, next_right)
        || touch(left, next_left) && overlap(right, next_right)
}

/// Two runs as one.
fn joined((left, right, best): &Joined, (next_left, next_right, next_best): &Joined) -> Joined {
    let around = |one: &Range<usize>, other: &Range<usize>| {
        one.start.min(other.start)..one.end.max(other.end)
    };
    (
        around(left, next_left),
        around(right, next_right),
        best.max(*next_best),
    )
}

/// Marks what stands out of the heaviest common order of two articles; what several matches
/// share never stands out of order with itself.
fn mark_moved(left_text: Text<'_>, right_text: Text<'_>, matches: &mut [Match]) {
    let place = |found: &Match| (found.left.sentences.start, found.right.sentences.start);
    let is_aside = asides(left_text, right_text, matches);
    let places = matches.iter().map(place).zip(0..);
    let mut by_first: Vec<(u64, usize)> = places
        .map(|((first, second), at)| (in_turn(first, second), at))
        .collect();
    by_first.sort_unstable();
    let ranked = by_first.iter().enumerate();
    let mut by_second: Vec<u64> = ranked
        .map(|(rank, &(_, at))| in_turn(place(&matches[at]).1, rank))
        .collect();
    by_second.sort_unstable();
    let mut items = vec![(0, 0); matches.len()];
    for (position, &second) in by_second.iter().enumerate() {
        // The lower half; the upper one has done its part.
        let rank = second as u32 as usize;
        let at = by_first[rank].1;
        let Match { left, right, .. } = &matches[at];
        let words = left_text
            .exact(&left.sentences)
            .len()
            .min(right_text.exact(&right.sentences).len());
        let weight = if is_aside[at] { 1 } else { words.max(1) };
        items[rank] = (position, weight as u64);
    }
    for (&(_, at), in_order) in by_first.iter().zip(heaviest_increasing(&items)) {
        matches[at].moved = !in_order;
    }
}

/// Whether each match shares a sentence with a stronger one: it tells where a part of that sentence
/// stands, and no more than that of the order of the articles.
fn asides(left_text: Text<'_>, right_text: Text<'_>, matches: &[Match]) -> Vec<bool> {
    let strength = |found: &Match| {
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        let bytes = equal.map(|Edit { left, right, .. }| left.range().len() + right.range().len());
        (found.score, bytes.sum::<usize>())
    };
    let strengths: Vec<_> = matches.iter().map(strength).collect();
    let none = |text: Text<'_>| vec![(0.0, 0); text.article.sentences.len()];
    let mut strongest = [none(left_text), none(right_text)];
    let runs = |found: &Match| [found.left.sentences.clone(), found.right.sentences.clone()];
    for (found, strength) in matches.iter().zip(&strengths) {
        for (side, run) in strongest.iter_mut().zip(runs(found)) {
            for held in &mut side[run] {
                if *held < *strength {
                    *held = *strength;
                }
            }
        }
    }
    let is_aside = |(found, strength): (&Match, &(f64, usize))| {
        let mut sides = strongest.iter().zip(runs(found));
        sides.any(|(side, run)| side[run].iter().any(|held| held > strength))
    };
    matches.iter().zip(&strengths).map(is_aside).collect()
}

/// Two numbers below 2³² as one that sorts by the first and then by the second: much faster than
/// the two.
fn in_turn(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64
}
