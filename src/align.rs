//! Pairs the sentences of two or more articles that say the same, in any order, and groups
//! them over all articles.

mod assign;
mod bags;
mod candidates;
mod clear;
mod groups;
mod identical;
mod likeness;
mod matches;
mod parts;
mod shares;

use crate::model::{Alignment, Article};
use crate::vocabulary::{Tokens, Vocabulary};
use bags::{Bags, Weights};
use candidates::Postings;

pub(crate) use shares::{kept_left, kept_right};

/// What the aligner may be told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AlignOptions {
    /// The least score of a match, 0 to 1. Without it the bar lies where it fits the two
    /// articles: lower the more they share beyond doubt, lower where the neighbours match.
    pub min_similarity: Option<f64>,
}

/// An article with all that comparing its sentences needs.
struct Text<'a> {
    article: &'a Article,
    tokens: Tokens,
    bags: Bags,
    postings: Postings,
}

/// Two texts whose sentences are compared, and what their words weigh.
#[derive(Clone, Copy)]
struct Pair<'p> {
    left: &'p Text<'p>,
    right: &'p Text<'p>,
    weights: &'p Weights,
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
/// The matches come in the order of the articles given. Which sentences match and which stand
/// in one group does not depend on that order.
pub fn align(articles: &[Article], options: &AlignOptions) -> Alignment {
    let (texts, weights) = texts(articles);
    let mut matches = Vec::new();
    for (at, left) in texts.iter().enumerate() {
        for (right_at, right) in texts.iter().enumerate().skip(at + 1) {
            let pair = Pair {
                left,
                right,
                weights: &weights,
            };
            let links = links(pair, options);
            matches.extend(matches::from_links(pair, (at, right_at), &links));
        }
    }
    Alignment {
        groups: groups::groups(articles, &matches),
        shares: shares::shares(articles, &matches),
        repeats: identical::repeats(&texts, &matches),
        matches,
    }
}

/// The texts in the order of the articles, and what their words weigh. Words are numbered in
/// an order of the articles that depends on what they say only.
fn texts(articles: &[Article]) -> (Vec<Text<'_>>, Weights) {
    let mut vocabulary = Vocabulary::default();
    let mut tokens = vec![Tokens::default(); articles.len()];
    for article in order_by_content(articles) {
        tokens[article] = vocabulary.tokens(&articles[article]);
    }
    let weights = Weights::new(articles, &tokens, &vocabulary);
    let text = |(article, tokens)| {
        let bags = Bags::new(article, &tokens, &weights);
        Text {
            article,
            tokens,
            postings: Postings::new(&bags, vocabulary.folded_len()),
            bags,
        }
    };
    (articles.iter().zip(tokens).map(text).collect(), weights)
}

fn order_by_content(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| articles[a].text.cmp(&articles[b].text));
    order
}

/// The links between two texts, found from the one that sorts first by what it says, so that
/// ties fall the same way whichever was given first.
fn links(pair: Pair<'_>, options: &AlignOptions) -> Vec<Link> {
    if pair.left.article.text <= pair.right.article.text {
        return assign::links(pair, options);
    }
    let Pair {
        left,
        right,
        weights,
    } = pair;
    let mut links = assign::links(
        Pair {
            left: right,
            right: left,
            weights,
        },
        options,
    );
    for link in &mut links {
        std::mem::swap(&mut link.left, &mut link.right);
    }
    links
}
