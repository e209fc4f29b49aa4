//! Counts how much of each article is kept from each other one.

use std::ops::Range;

use crate::model::{Article, Edit, Kind, Match, Op, Run, Share, Shift, Span};
use crate::parallel;

/// The shares of every ordered pair of articles, by article and then by where it is from; on
/// several cores where there is `heavy` work.
pub(super) fn shares(articles: &[Article], matches: &[Match], heavy: bool) -> Vec<Share> {
    let mut of_articles: Vec<(usize, Vec<&Match>)> =
        (0..articles.len()).map(|at| (at, Vec::new())).collect();
    for found in matches {
        for run in [&found.left, &found.right] {
            of_articles[run.article].1.push(found);
        }
    }
    let shares = parallel::map_few(of_articles, heavy, |(article, matches)| {
        shares_of(article, articles, &matches)
    });
    shares.into_iter().flatten().collect()
}

/// How much of one article is kept from each other one, from its matches.
fn shares_of(article: usize, articles: &[Article], matches: &[&Match]) -> Vec<Share> {
    let whole = &articles[article];
    let mut kept: Vec<Kept> = articles.iter().map(|_| Kept::none(whole)).collect();
    for found in matches {
        let (left, right) = (found.left.article, found.right.article);
        if left == article {
            kept_left(whole, found).for_each(|words| kept[right].mark(words, found.kind));
        } else {
            kept_right(whole, found).for_each(|words| kept[left].mark(words, found.kind));
        }
    }
    let from_others = kept.iter().enumerate().filter(|&(from, _)| from != article);
    let share = |(from, kept): (usize, &Kept)| Share {
        article,
        from,
        identical: kept.share(Kind::Identical),
        edited: kept.share(Kind::Edited),
        rewritten: kept.share(Kind::Rewritten),
    };
    from_others.map(share).collect()
}

/// The words of the left article that a match keeps: one range of [`Article::words`] for each
/// stretch of equal words, in order, then one for each shift. Those of [`kept_right`] are as many
/// and as long.
pub(crate) fn kept_left<'a>(
    article: &'a Article,
    found: &'a Match,
) -> impl Iterator<Item = Range<usize>> + 'a {
    kept(
        article,
        &found.left,
        found,
        |edit| edit.left,
        |shift| shift.left,
    )
}

/// The same for the right article.
pub(crate) fn kept_right<'a>(
    article: &'a Article,
    found: &'a Match,
) -> impl Iterator<Item = Range<usize>> + 'a {
    kept(
        article,
        &found.right,
        found,
        |edit| edit.right,
        |shift| shift.right,
    )
}

fn kept<'a>(
    article: &'a Article,
    run: &Run,
    found: &'a Match,
    of_edit: fn(&Edit) -> Span,
    of_shift: fn(&Shift) -> Span,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let Range { start, end } = article.words_of(&run.sentences);
    let within = move |from: usize, span: Span| {
        let behind = |at: usize, byte: u32, edge: fn(&Span) -> u32| {
            at + article.words[at..end].partition_point(|word| edge(word) < byte)
        };
        let first = behind(from, span.start, |word| word.start);
        first..behind(first, span.end + 1, |word| word.end)
    };
    let edits = &found.edits;
    let mut next = start;
    let equal = edits
        .iter()
        .filter(|edit| edit.op == Op::Equal)
        .map(of_edit);
    let words = equal.map(move |span| {
        // The edits cover the run, so that a single one is all of it.
        if edits.len() == 1 {
            return start..end;
        }
        let words = within(next, span);
        next = words.end;
        words
    });
    let shifted = found.shifted.iter().map(of_shift);
    let elsewhere = shifted.map(move |span| within(start, span));
    words.filter(|words| !words.is_empty()).chain(elsewhere)
}

/// For each word of an article, in which kind of match it was kept: in the most faithful one
/// of several, because a word counts once. A kind is a number here, which costs least to compare.
struct Kept(Vec<u8>);

impl Kept {
    const NOWHERE: u8 = u8::MAX;

    fn none(article: &Article) -> Self {
        Kept(vec![Kept::NOWHERE; article.words.len()])
    }

    fn mark(&mut self, words: Range<usize>, kind: Kind) {
        for kept in &mut self.0[words] {
            *kept = (*kept).min(kind as u8);
        }
    }

    fn share(&self, kind: Kind) -> f64 {
        let count = self.0.iter().filter(|&&kept| kept == kind as u8).count();
        count as f64 / self.0.len().max(1) as f64
    }
}
