//! Which words of a run differ from those of the runs that it is set against in its row.

use std::ops::Range;

use crate::model::{Kind, Match, Run, Span};

use super::differing::{differing, rest, trimmed};
use super::links::Links;
use super::text::Emphasis;

/// A match of a run with the article of a run that it is set against.
#[derive(Clone, Copy)]
pub(super) struct Facing<'a> {
    pub(super) found: &'a Match,
    /// Whether the match is with that run, and not with what stands elsewhere in its article.
    pub(super) is_beside: bool,
}

impl Facing<'_> {
    /// The article that a run is matched with.
    fn far_article(&self, run: &Run) -> usize {
        self.found.far_side(run.article).article
    }
}

/// Where words are looked for in an opposite run.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Where they stand in the run itself.
    Same,
    /// Anywhere in it.
    Any,
}

/// The bytes of the run's article that at least one run it is set against does not have so: with
/// `emphasis` if it has them nowhere. In order and apart from each other.
///
/// `facing` are the matches, in any order; those with one article are one run that it is set against.
pub(super) fn against<'a>(
    run: &Run,
    facing: impl Iterator<Item = Facing<'a>> + Clone,
    links: &Links<'_>,
    emphasis: Emphasis,
) -> Vec<(Range<usize>, Emphasis)> {
    let mut matches = facing.clone().map(|facing| facing.found);
    // The edits cover the runs: where all are equal nothing is left.
    if matches.all(Match::is_unchanged) {
        return Vec::new();
    }
    let mut facing: Vec<Facing<'_>> = facing.collect();
    facing.sort_by_key(|facing| facing.far_article(run));
    let changed = missing(run, &facing, links, Place::Same);
    let nothing_shifted = (facing.iter()).all(|facing| facing.found.shifted.is_empty());
    let shifted: Vec<_> = match nothing_shifted {
        true => Vec::new(),
        false => {
            let nowhere = missing(run, &facing, links, Place::Any);
            (changed.iter())
                .flat_map(|range| rest(range, &nowhere))
                .collect()
        }
    };
    let text = &links.articles[run.article].text;
    differing(text, &changed, &shifted, emphasis)
}

/// The bytes of the run that at least one opposite run does not have in such a place; in order and
/// apart from each other.
fn missing(run: &Run, facing: &[Facing<'_>], links: &Links<'_>, place: Place) -> Vec<Range<usize>> {
    let article = &links.articles[run.article];
    let opposite = facing.chunk_by(|one, other| one.far_article(run) == other.far_article(run));
    let opposite: Vec<Opposite<'_>> = opposite
        .map(|facing| Opposite {
            facing,
            kept: kept(facing, run.article, place),
        })
        .collect();
    let mut missing = Vec::new();
    for sentence in run.sentences.clone() {
        let span = article.sentences[sentence].span.range();
        for opposite in that_count(&opposite, run.article, sentence) {
            let rest = rest(&span, &opposite.kept).into_iter();
            missing.extend(rest.filter_map(|range| trimmed(&article.text, range)));
        }
    }
    missing.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(missing.len());
    for range in missing {
        match joined.last_mut() {
            Some(last) if only_space(&article.text, last.end, range.start) => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined
}

/// A run that another one is set against.
struct Opposite<'m> {
    /// The matches with it.
    facing: &'m [Facing<'m>],
    /// The bytes of the article of that other one that they keep.
    kept: Vec<Range<usize>>,
}

/// Those of the opposite runs that a sentence is set against.
///
/// These are the runs with whose matches the sentence has to do; and where some of them kept it
/// nearly as it is, only these: what a free rewrite leaves out would bury what they changed.
fn that_count<'o>(
    opposite: &'o [Opposite<'_>],
    article: usize,
    sentence: usize,
) -> impl Iterator<Item = &'o Opposite<'o>> {
    let kind = move |opposite: &Opposite<'_>| {
        let beside = opposite.facing.iter().filter(|facing| facing.is_beside);
        let matches = beside.map(|facing| facing.found);
        let own = matches.filter(|found| found.near_side(article).sentences.contains(&sentence));
        own.map(|found| found.kind).max()
    };
    let loosest = match opposite.iter().filter_map(kind).min() {
        Some(Kind::Rewritten) => Kind::Rewritten,
        _ => Kind::Edited,
    };
    let counts = move |opposite: &&Opposite<'_>| kind(opposite).is_some_and(|kind| kind <= loosest);
    opposite.iter().filter(counts)
}

/// The bytes of an article that matches keep in such a place, in order and apart from each other;
/// everything if they hold no edits.
fn kept(facing: &[Facing<'_>], article: usize, place: Place) -> Vec<Range<usize>> {
    let mut kept = Vec::new();
    for Facing { found, .. } in facing {
        let differs: Vec<_> = found.punctuation_of(article).map(Span::range).collect();
        let in_place = found.in_place(article).map(Span::range);
        match differs.is_empty() {
            true => kept.extend(in_place),
            false => kept.extend(in_place.flat_map(|range| rest(&range, &differs))),
        }
        if place == Place::Any {
            kept.extend(found.elsewhere(article).map(Span::range));
        }
        if found.edits.is_empty() {
            kept.push(0..usize::MAX);
        }
    }
    kept.sort_unstable_by_key(|range| (range.start, range.end));
    kept.dedup_by(|next, last| {
        let touch = next.start <= last.end;
        if touch {
            last.end = last.end.max(next.end);
        }
        touch
    });
    kept
}

/// Whether nothing but white space, if anything, is between two places.
fn only_space(text: &str, end: usize, start: usize) -> bool {
    end >= start || text[end..start].trim().is_empty()
}
