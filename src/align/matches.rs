//! Turns links between single sentences into matches between runs of neighbours, and says of
//! each match what kind it is, what was edited and whether it moved.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::likeness::{in_order, score_of};
use super::turn::{places, sorted_by_sentence};
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
    let runs = runs(pair.left.text, pair.right.text, links);
    let mut matches = parallel::map(&runs, WORTH_A_THREAD, |joined| a_match(pair, at, joined));
    matches.retain(|found| found.score >= least);
    mark_moved(pair.left.text, pair.right.text, &mut matches);
    matches
}

/// The same matches as they are if the right text was given first.
pub(super) fn mirrored(mut matches: Vec<Match>) -> Vec<Match> {
    for found in &mut matches {
        std::mem::swap(&mut found.left, &mut found.right);
        mirror_edits(&mut found.edits);
        mirror_edits(&mut found.punctuation);
        mirror_shifts(&mut found.shifted);
    }
    let place = |found: &Match| in_turn(found.left.sentences.start, found.right.sentences.start);
    matches.sort_unstable_by_key(place);
    matches
}

/// What turns the right run into the left one, from what turns the left one into the right one.
fn mirror_edits(edits: &mut [Edit]) {
    for Edit { op, left, right } in edits {
        std::mem::swap(left, right);
        *op = match *op {
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
            op => op,
        };
    }
}

/// The same of the words that stand elsewhere.
fn mirror_shifts(shifted: &mut [Shift]) {
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
    let edits = edits(one, left_run, other, right_run);
    let (kind, score) = match edits.words.iter().all(|edit| edit.op == Op::Equal) {
        true => (Kind::Identical, 1.0),
        false => measured(pair, joined),
    };
    Match {
        edits: edits.words,
        shifted: edits.shifted,
        punctuation: edits.punctuation,
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
fn runs(left: Text<'_>, right: Text<'_>, links: &[Link]) -> Vec<Joined> {
    let [lefts, rights] = [left, right].map(|text| text.article.sentences.len());
    let mut degree = vec![0usize; lefts];
    for link in links {
        degree[link.left] += 1;
    }
    let split = |link: &&Link| degree[link.left] > 1;
    // Links of one left sentence to several on the right, then the others by what they share
    // on the right, each in such an order that the members of a run follow each other.
    let by_right = sorted_by_sentence(links, rights, |link| link.right);
    let by_left = sorted_by_sentence(&by_right, lefts, |link| link.left);
    let by_right = sorted_by_sentence(&by_left, rights, |link| link.right);
    let mut runs: Vec<Joined> = Vec::new();
    for link in by_left.iter().filter(split) {
        match runs.last_mut() {
            Some((left, right, best)) if left.start == link.left && right.end == link.right => {
                right.end += 1;
                *best = best.max(link.score);
            }
            _ => runs.push(run_of(link)),
        }
    }
    for link in by_right.iter().filter(|link| !split(link)) {
        match runs.last_mut() {
            Some((left, right, best))
                if *right == (link.right..link.right + 1) && left.end == link.left =>
            {
                left.end += 1;
                *best = best.max(link.score);
            }
            _ => runs.push(run_of(link)),
        }
    }
    let mut runs = sorted_by_sentence(&runs, lefts, |(left, _, _)| left.start);
    runs.dedup_by(|run, last| {
        let are_one = are_one(last, run);
        if are_one {
            *last = joined(last, run);
        }
        are_one
    });
    // Two that became one may start before a run of the same sentence; that is rare.
    runs.sort_by_key(|(left, right, _)| (left.start, right.start));
    runs
}

/// The run of a single link.
fn run_of(link: &Link) -> Joined {
    let alone = |sentence| sentence..sentence + 1;
    (alone(link.left), alone(link.right), link.score)
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

/// Marks what stands out of the heaviest common order of two articles, of `matches` that come in the
/// order of the left one; what several matches share never stands out of order with itself.
fn mark_moved(left_text: Text<'_>, right_text: Text<'_>, matches: &mut [Match]) {
    let is_aside = asides(matches);
    let rights = matches.iter().map(|found| found.right.sentences.start);
    let places = places(rights, right_text.article.sentences.len());
    let weight = |Match { left, right, .. }: &Match, is_aside: bool| {
        let words = left_text.exact(&left.sentences).len();
        let words = words.min(right_text.exact(&right.sentences).len());
        if is_aside { 1 } else { words.max(1) as u64 }
    };
    let weights = (matches.iter().zip(is_aside)).map(|(found, aside)| weight(found, aside));
    let items: Vec<(usize, u64)> = places.into_iter().zip(weights).collect();
    for (found, in_order) in matches.iter_mut().zip(heaviest_increasing(&items)) {
        found.moved = !in_order;
    }
}

/// Whether each match shares a sentence with a stronger one: it tells where a part of that sentence
/// stands, and no more than that of the order of the articles.
fn asides(matches: &[Match]) -> Vec<bool> {
    let strength = |found: &Match| {
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        let bytes = equal.map(|Edit { left, right, .. }| left.range().len() + right.range().len());
        (found.score, bytes.sum::<usize>())
    };
    let mut is_aside = share_sentences(matches);
    let mut strongest: HashMap<(usize, usize), _, RandomState> = HashMap::default();
    for (found, _) in matches.iter().zip(&is_aside).filter(|(_, shares)| **shares) {
        let strength = strength(found);
        for sentence in sentences(found) {
            let most = strongest.entry(sentence).or_insert(strength);
            if *most < strength {
                *most = strength;
            }
        }
    }
    for (found, shares) in matches
        .iter()
        .zip(&mut is_aside)
        .filter(|(_, shares)| **shares)
    {
        let own = strength(found);
        *shares = sentences(found).any(|sentence| strongest[&sentence] > own);
    }
    is_aside
}

/// Whether each of some matches has a sentence that stands in another one too. Few have.
pub(super) fn share_sentences(matches: &[Match]) -> Vec<bool> {
    let mut held: Vec<Vec<u8>> = Vec::new();
    let runs = matches.iter().flat_map(|found| [&found.left, &found.right]);
    for Run { article, sentences } in runs {
        if held.len() <= *article {
            held.resize(article + 1, Vec::new());
        }
        let held = &mut held[*article];
        if held.len() < sentences.end {
            held.resize(sentences.end, 0);
        }
        for count in &mut held[sentences.clone()] {
            *count = count.saturating_add(1);
        }
    }
    let shares =
        |run: &Run| (held[run.article][run.sentences.clone()].iter()).any(|&held| held > 1);
    let shares = |found: &Match| shares(&found.left) || shares(&found.right);
    matches.iter().map(shares).collect()
}

/// The sentences of a match, each with its article.
fn sentences(found: &Match) -> impl Iterator<Item = (usize, usize)> {
    let of = |run: &Run| {
        let article = run.article;
        (run.sentences.clone()).map(move |sentence| (article, sentence))
    };
    of(&found.left).chain(of(&found.right))
}

/// Two numbers below 2³² as one that sorts by the first and then by the second: much faster than
/// the two.
fn in_turn(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64
}
