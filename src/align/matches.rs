//! Turns links between single sentences into matches between runs of neighbours, and says of
//! each match what kind it is, what was edited and whether it moved.

use std::ops::Range;

use super::bags::Bag;
use super::likeness::{in_order, score};
use super::{Link, Pair};
use crate::chain::heaviest_increasing;
use crate::edits::edits;
use crate::model::{Kind, Match, Run};

/// The share of words kept in order from which a pair is near-identical.
const EDITED: f32 = 0.6;

/// The matches between two texts, by left and then right position. `articles` are the indices
/// of the two.
pub(super) fn from_links(pair: Pair<'_>, articles: (usize, usize), links: &[Link]) -> Vec<Match> {
    let mut matches: Vec<Match> = runs(pair, links)
        .into_iter()
        .map(|(left, right, best)| {
            let identical = pair.left.exact(&left) == pair.right.exact(&right);
            let single = left.len() == 1 && right.len() == 1;
            let words = (pair.left.folded(&left), pair.right.folded(&right));
            let in_order = in_order(words.0, words.1, pair.weights);
            let score = if identical {
                1.0
            } else if single {
                best
            } else {
                let bags = (pair.weights.bag(words.0), pair.weights.bag(words.1));
                score(Bag::new(&bags.0).cosine(Bag::new(&bags.1)), &in_order).max(best)
            };
            let kind = match () {
                _ if identical => Kind::Identical,
                _ if in_order.plain >= EDITED => Kind::Edited,
                _ => Kind::Rewritten,
            };
            let edits = edits(
                (pair.left.article, &pair.left.tokens),
                &left,
                (pair.right.article, &pair.right.tokens),
                &right,
            );
            Match {
                left: Run {
                    article: articles.0,
                    sentences: left,
                },
                right: Run {
                    article: articles.1,
                    sentences: right,
                },
                kind,
                score,
                moved: false,
                edits,
            }
        })
        .collect();
    mark_moved(pair, &mut matches);
    matches
}

/// The runs that links join, by position: the several partners of one sentence are one run
/// where they are neighbours. With each comes the best score of its links.
fn runs(pair: Pair<'_>, links: &[Link]) -> Vec<(Range<usize>, Range<usize>, f64)> {
    let mut degree = vec![0usize; pair.left.bags.len()];
    for link in links {
        degree[link.left] += 1;
    }
    let split = |link: &Link| degree[link.left] > 1;
    // Links of one left sentence to several on the right, then the others by what they share
    // on the right, each sorted so that the members of a run follow each other.
    let mut sorted: Vec<Link> = links.to_vec();
    sorted.sort_by_key(|link| match split(link) {
        true => (0, link.left, link.right),
        false => (1, link.right, link.left),
    });
    let mut runs: Vec<(Range<usize>, Range<usize>, f64)> = Vec::new();
    for link in &sorted {
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
    runs.sort_by_key(|(left, right, _)| (left.start, right.start));
    runs
}

/// Marks what stands out of the heaviest common order of two articles. `matches` are sorted by
/// position; what several of them share never stands out of order with itself.
fn mark_moved(pair: Pair<'_>, matches: &mut [Match]) {
    let mut by_right: Vec<usize> = (0..matches.len()).collect();
    by_right.sort_by_key(|&at| (matches[at].right.sentences.start, at));
    let mut items = vec![(0, 0); matches.len()];
    for (position, &at) in by_right.iter().enumerate() {
        let Match { left, right, .. } = &matches[at];
        let words = pair
            .left
            .exact(&left.sentences)
            .len()
            .min(pair.right.exact(&right.sentences).len());
        items[at] = (position, words.max(1) as u64);
    }
    for (found, in_order) in matches.iter_mut().zip(heaviest_increasing(&items)) {
        found.moved = !in_order;
    }
}
