//! Counts how much of each article is kept from each other one.

use std::ops::Range;

use crate::model::{Article, Edit, Kind, Match, Op, Run, Share, Span};

/// The shares of every ordered pair of articles, by article and then by where it is from.
pub(super) fn shares(articles: &[Article], matches: &[Match]) -> Vec<Share> {
    let mut kept: Vec<Vec<Kept>> = (articles.iter())
        .map(|article| articles.iter().map(|_| Kept::none(article)).collect())
        .collect();
    for found in matches {
        let (left, right) = (found.left.article, found.right.article);
        for words in kept_left(&articles[left], found) {
            kept[left][right].mark(words, found.kind);
        }
        for words in kept_right(&articles[right], found) {
            kept[right][left].mark(words, found.kind);
        }
    }
    let mut shares = Vec::new();
    for (article, row) in kept.iter().enumerate() {
        for (from, kept) in row.iter().enumerate().filter(|&(from, _)| from != article) {
            let of = |kind| kept.share(kind);
            shares.push(Share {
                article,
                from,
                identical: of(Kind::Identical),
                edited: of(Kind::Edited),
                rewritten: of(Kind::Rewritten),
            });
        }
    }
    shares
}

/// The words of the left article that a match keeps: one range of [`Article::words`] for each
/// stretch of equal words, in order. Those of [`kept_right`] are as many and as long.
pub(crate) fn kept_left<'a>(
    article: &'a Article,
    found: &'a Match,
) -> impl Iterator<Item = Range<usize>> + 'a {
    kept(article, &found.left, &found.edits, |edit| edit.left)
}

/// The same for the right article.
pub(crate) fn kept_right<'a>(
    article: &'a Article,
    found: &'a Match,
) -> impl Iterator<Item = Range<usize>> + 'a {
    kept(article, &found.right, &found.edits, |edit| edit.right)
}

fn kept<'a>(
    article: &'a Article,
    run: &Run,
    edits: &'a [Edit],
    side: fn(&Edit) -> Span,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let Range { start, end } = article.words_of(&run.sentences);
    let mut next = start;
    let equal = edits.iter().filter(|edit| edit.op == Op::Equal).map(side);
    let words = equal.map(move |span| {
        // The edits cover the run, so that a single one is all of it.
        if edits.len() == 1 {
            return start..end;
        }
        let behind = |at: usize, byte: u32, edge: fn(&Span) -> u32| {
            at + article.words[at..end].partition_point(|word| edge(word) < byte)
        };
        let first = behind(next, span.start, |word| word.start);
        next = behind(first, span.end + 1, |word| word.end);
        first..next
    });
    words.filter(|words| !words.is_empty())
}

/// For each word of an article, in which kind of match it was kept: in the most faithful one
/// of several, because a word counts once.
struct Kept(Vec<Option<Kind>>);

impl Kept {
    fn none(article: &Article) -> Self {
        Kept(vec![None; article.words.len()])
    }

    fn mark(&mut self, words: Range<usize>, kind: Kind) {
        for kept in &mut self.0[words] {
            *kept = Some(kept.map_or(kind, |before| before.min(kind)));
        }
    }

    fn share(&self, kind: Kind) -> f64 {
        let count = self.0.iter().filter(|&&kept| kept == Some(kind)).count();
        count as f64 / self.0.len().max(1) as f64
    }
}
