//! Pairs the sentences of two or more articles that say the same, in any order, and groups
//! them over all articles.
//!
//! For each two articles: `bags` weighs their words; `identical`, `opposite` and `figures` settle what
//! needs no search; `candidates` finds pairs worth a look and has `likeness` score them; `assign` chooses
//! among these, with a bar that `clear` and `naming` lower or raise, and `headlines` and `between`
//! have bars of their own; `parts` finds the other halves of what was split or merged, and `crossed`
//! what went from one sentence into the next; `matches` makes runs of neighbours of the links. Then
//! `groups` puts the matches together over all articles. The limits in these modules were set on
//! `fixtures/events`, and on articles that are not kept; `tests/evaluation.rs` holds what they reach.

mod ahead;
mod assign;
mod bags;
mod between;
mod candidate;
mod candidates;
mod clear;
mod common_order;
mod crossed;
mod figures;
mod groups;
mod headlines;
mod identical;
mod likeness;
mod matches;
mod naming;
mod opposite;
mod pairing;
mod partners;
mod parts;
#[cfg(test)]
mod sample;
mod shares;
mod turn;

use crate::model::{Alignment, Article, Match};
use crate::parallel;
use crate::vocabulary::{Tokens, Vocabulary};
use bags::{Bags, Weights};

#[cfg(feature = "check")]
pub(crate) use shares::kept_words;

/// What the aligner may be told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AlignOptions {
    /// The least score of a match, 0 to 1: of the matches found without it, those below are left
    /// out; where it is low, more are found. Without it the bar lies where it fits the two
    /// articles: lower the more they share beyond doubt, lower where the neighbours match.
    pub min_similarity: Option<f64>,
}

/// Fewer sentences than this, counted for each pair, are aligned before another core is awake.
const WORTH_A_THREAD: usize = 1000;

/// An article and its words as numbers.
#[derive(Clone, Copy)]
struct Text<'a> {
    article: &'a Article,
    tokens: &'a Tokens,
}

/// One side of a pair of texts with all that comparing its sentences needs.
struct Side<'a> {
    text: Text<'a>,
    bags: Bags,
}

/// Two texts whose sentences are compared, and what their words weigh. That depends on the
/// two alone: a third article changes nothing between them.
struct Pair<'a> {
    left: Side<'a>,
    right: Side<'a>,
    weights: Weights,
    /// The pairs of identical sentences, which no other sentence is compared with.
    identical: Vec<(usize, usize)>,
}

/// One sentence of the left article and one of the right that say the same, at least in part.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Link {
    left: usize,
    right: usize,
    score: f64,
}

/// Aligns every pair of `articles` and groups what they share.
///
/// The matches come in the order of the articles given. Which sentences match, with what score and
/// what edits, what has moved and which stand in one group does not depend on that order, nor do the
/// shares.
pub fn align(articles: &[Article], options: &AlignOptions) -> Alignment {
    let sentences: usize = articles.iter().map(|article| article.sentences.len()).sum();
    let heavy = sentences * articles.len().saturating_sub(1) > WORTH_A_THREAD;
    parallel::inside(heavy, || alignment(articles, options, heavy))
}

/// The same, on several cores where it is `heavy`.
fn alignment(articles: &[Article], options: &AlignOptions, heavy: bool) -> Alignment {
    let (vocabulary, tokens) = tokens(articles);
    let texts: Vec<Text<'_>> = articles
        .iter()
        .zip(&tokens)
        .map(|(article, tokens)| Text { article, tokens })
        .collect();
    let pairs: Vec<(usize, usize)> = (0..texts.len())
        .flat_map(|left| (left + 1..texts.len()).map(move |right| (left, right)))
        .collect();
    let matches = parallel::map_few(pairs, heavy, |(left, right)| {
        matches_of(
            texts[left],
            texts[right],
            (left, right),
            &vocabulary,
            options,
        )
    });
    let joined = matches.into_iter().reduce(|mut all, of_pair| {
        all.extend(of_pair);
        all
    });
    let matches = joined.unwrap_or_default();
    let (groups, (shares, repeats)) = parallel::both(
        heavy,
        || groups::groups(articles, &matches),
        || {
            parallel::both(
                heavy,
                || shares::shares(articles, &matches, heavy),
                || identical::repeats(&texts, &matches),
            )
        },
    );
    Alignment {
        groups,
        shares,
        repeats,
        matches,
    }
}

/// The words of the articles as numbers, in the order of the articles. They are given in an
/// order that depends on what the articles say only.
fn tokens(articles: &[Article]) -> (Vocabulary, Vec<Tokens>) {
    let order = order_by_content(articles);
    let in_order: Vec<&Article> = order.iter().map(|&article| &articles[article]).collect();
    let (vocabulary, found) = Vocabulary::new(&in_order);
    let mut tokens = vec![Tokens::default(); articles.len()];
    for (article, found) in order.into_iter().zip(found) {
        tokens[article] = found;
    }
    (vocabulary, tokens)
}

fn order_by_content(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| articles[a].text.cmp(&articles[b].text));
    order
}

/// The matches of two texts, which are the articles at the indices `at`.
///
/// They are found from the text that sorts first by what it says, so that ties fall the same way
/// whichever was given first.
fn matches_of(
    left: Text<'_>,
    right: Text<'_>,
    at: (usize, usize),
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Vec<Match> {
    let found = |one: Text<'_>, other: Text<'_>, at: (usize, usize)| {
        let pair = Pair::new(one, other, vocabulary);
        let links = assign::links(&pair, options.min_similarity.unwrap_or(1.0));
        let least = options.min_similarity.unwrap_or(0.0);
        matches::from_links(&pair, at, &links, least)
    };
    if left.article.text <= right.article.text {
        found(left, right, at)
    } else {
        matches::mirrored(found(right, left, (at.1, at.0)))
    }
}

impl<'a> Pair<'a> {
    fn new(left: Text<'a>, right: Text<'a>, vocabulary: &Vocabulary) -> Self {
        let heavy = left.article.sentences.len() + right.article.sentences.len() > WORTH_A_THREAD;
        let (weights, identical) = parallel::both(
            heavy,
            || Weights::new([left, right], vocabulary),
            || identical::pairs(left, right),
        );
        let side = |text: Text<'a>, of_pair: fn(&(usize, usize)) -> usize| {
            let mut settled = vec![false; text.article.sentences.len()];
            for pair in &identical {
                settled[of_pair(pair)] = true;
            }
            let bags = Bags::new(text, &weights, &settled);
            Side { text, bags }
        };
        let (left, right) = parallel::both(
            heavy,
            || side(left, |&(left, _)| left),
            || side(right, |&(_, right)| right),
        );
        Pair {
            left,
            right,
            weights,
            identical,
        }
    }
}
