//! Counts how much of each article is kept from each other one.

use std::ops::Range;

use crate::model::{Article, Kind, Match, Share, Span};
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
        let kept = &mut kept[found.far_side(article).article];
        kept_words(whole, article, found).for_each(|words| kept.mark(words, found.kind));
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

/// The words that a match keeps of the article at `index`, one of its two: a range of
/// [`Article::words`] for each stretch of equal words, in order, then one for each shift. Those of the
/// other article are as many and as long.
pub(crate) fn kept_words<'a>(
    article: &'a Article,
    index: usize,
    found: &'a Match,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let Range { start, end } = article.words_of(&found.near_side(index).sentences);
    let within = move |from: usize, span: Span| {
        let behind = |at: usize, byte: u32, edge: fn(&Span) -> u32| {
            at + article.words[at..end].partition_point(|word| edge(word) < byte)
        };
        let first = behind(from, span.start, |word| word.start);
        first..behind(first, span.end + 1, |word| word.end)
    };
    let mut next = start;
    let in_place = found.in_place(index).map(move |span| {
        // The edits cover the run, so that a single one is all of it.
        if found.edits.len() == 1 {
            return start..end;
        }
        let words = within(next, span);
        next = words.end;
        words
    });
    let elsewhere = found.elsewhere(index).map(move |span| within(start, span));
    in_place.filter(|words| !words.is_empty()).chain(elsewhere)
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
        // So few are counted in a byte, and many bytes at a time.
        let count =
            |some: &[u8]| -> u8 { some.iter().map(|&kept| u8::from(kept == kind as u8)).sum() };
        let chunks = self.0.chunks(usize::from(u8::MAX));
        let count: usize = chunks.map(|some| usize::from(count(some))).sum();
        count as f64 / self.0.len().max(1) as f64
    }
}
