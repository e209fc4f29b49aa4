//! Counts how much of each article is kept from each other one.

use crate::model::{Article, Edit, Kind, Match, Op, Share, Span};

/// The shares of every ordered pair of articles, by article and then by where it is from.
pub(super) fn shares(articles: &[Article], matches: &[Match]) -> Vec<Share> {
    let mut kept: Vec<Vec<Kept>> = (articles.iter())
        .map(|article| articles.iter().map(|_| Kept::none(article)).collect())
        .collect();
    for found in matches {
        let (left, right) = (&found.left, &found.right);
        let side = |of: fn(&Edit) -> Span| equal_spans(&found.edits, of);
        let words = articles[left.article].words_of(&left.sentences);
        kept[left.article][right.article].mark(
            &articles[left.article],
            words,
            found.kind,
            side(|e| e.left),
        );
        let words = articles[right.article].words_of(&right.sentences);
        kept[right.article][left.article].mark(
            &articles[right.article],
            words,
            found.kind,
            side(|e| e.right),
        );
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

fn equal_spans(edits: &[Edit], side: fn(&Edit) -> Span) -> impl Iterator<Item = Span> {
    edits.iter().filter(|edit| edit.op == Op::Equal).map(side)
}

/// For each word of an article, in which kind of match it was kept: in the most faithful one
/// of several, because a word counts once.
struct Kept(Vec<Option<Kind>>);

impl Kept {
    fn none(article: &Article) -> Self {
        Kept(vec![None; article.words.len()])
    }

    fn mark(
        &mut self,
        article: &Article,
        words: std::ops::Range<usize>,
        kind: Kind,
        spans: impl Iterator<Item = Span>,
    ) {
        let mut word = words.start;
        for span in spans {
            while word < words.end && article.words[word].start < span.start {
                word += 1;
            }
            while word < words.end && article.words[word].end <= span.end {
                let kept = &mut self.0[word];
                *kept = Some(kept.map_or(kind, |before| before.min(kind)));
                word += 1;
            }
        }
    }

    fn share(&self, kind: Kind) -> f64 {
        let count = self.0.iter().filter(|&&kept| kept == Some(kind)).count();
        count as f64 / self.0.len().max(1) as f64
    }
}
