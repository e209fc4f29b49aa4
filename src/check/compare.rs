//! Adds up what a story shares with its sources: a word counts once, in the most faithful
//! match that keeps it.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;

use super::finding::{Finding, FromSource, Reuse, VerbatimRun};
use super::kept::{Counted, Kept};
use super::place::Lines;
use super::{CheckOptions, Verdict, evidence};
use crate::align::kept_words;
use crate::model::{Article, Kind, Match};

/// A source that was aligned with the story: the source is the left article of the matches.
pub(super) struct Candidate<'s> {
    pub(super) source: usize,
    pub(super) original: &'s Article,
    pub(super) matches: Vec<Match>,
}

/// What was found about the story at `path`, given the sources it was aligned with.
pub(super) fn finding(
    path: PathBuf,
    story: &Article,
    candidates: Vec<Candidate<'_>>,
    options: &CheckOptions,
) -> Finding {
    let counted = Counted::new(options.fair.counted(story));
    let words = counted.count(&counted.all());
    let mut kept = kept(story, candidates, &counted, options.fair.min_words);
    let matched = matched(story, &kept, &counted);
    kept.retain(|kept| kept.words > 0);
    let all = reuse(&kept, &counted);
    let sources = by_source(&kept, &counted);
    let longest_run = longest_run(story, &kept, &counted);
    let mut finding = Finding {
        path,
        words,
        matched,
        reuse: all,
        reused: evidence::listed(story, kept, &sources, &counted),
        sources,
        longest_run,
        verdict: Verdict::NonDerived,
        credit: options.fair.credit(story),
        excesses: Vec::new(),
    };
    let run = longest_run.map_or(0, |run| run.words);
    let matched = finding.share_of(matched);
    finding.verdict = Verdict::of(matched);
    finding.excesses = options.limits.exceeded(finding.share(), run, matched);
    finding
}

/// The matches that keep enough words that count.
fn kept<'s>(
    story: &Article,
    candidates: Vec<Candidate<'s>>,
    counted: &Counted,
    min_words: usize,
) -> Vec<Kept<'s>> {
    let one = |candidate: Candidate<'s>| {
        let Candidate {
            source,
            original,
            matches,
        } = candidate;
        matches.into_iter().map(move |found| {
            let in_story = kept_words(story, found.right.article, &found);
            let in_source = kept_words(original, found.left.article, &found);
            let stretches: Vec<_> = in_story.zip(in_source).collect();
            let words = stretches.iter().map(|(words, _)| counted.count(words));
            Kept {
                source,
                original,
                words: words.sum(),
                stretches,
                found,
            }
        })
    };
    let all = candidates.into_iter().flat_map(one);
    all.filter(|kept| kept.words >= min_words).collect()
}

/// How many words stand in sentences that match, kept or not.
fn matched(story: &Article, kept: &[Kept<'_>], counted: &Counted) -> usize {
    let mut matched = vec![false; counted.all().len()];
    for kept in kept {
        matched[story.words_of(&kept.found.right.sentences)].fill(true);
    }
    counted
        .among(&counted.all())
        .filter(|&word| matched[word])
        .count()
}

/// How many words some matches keep.
fn reuse<'k, 's: 'k>(kept: impl IntoIterator<Item = &'k Kept<'s>>, counted: &Counted) -> Reuse {
    let mut kinds: Vec<Option<Kind>> = vec![None; counted.all().len()];
    for kept in kept {
        let words = kept
            .stretches
            .iter()
            .flat_map(|(words, _)| counted.among(words));
        for word in words {
            let kind = &mut kinds[word];
            *kind = Some(kind.map_or(kept.found.kind, |before| before.min(kept.found.kind)));
        }
    }
    let mut reuse = Reuse::default();
    kinds.into_iter().flatten().for_each(|kind| reuse.add(kind));
    reuse
}

/// The sources by how many words are kept from each.
fn by_source(kept: &[Kept<'_>], counted: &Counted) -> Vec<FromSource> {
    let mut sources: Vec<FromSource> = kept
        .chunk_by(|a, b| a.source == b.source)
        .map(|kept| FromSource {
            source: kept[0].source,
            reuse: reuse(kept, counted),
        })
        .collect();
    sources.sort_by_key(|from| (usize::MAX - from.reuse.words(), from.source));
    sources
}

/// The longest run of words that stands in one source as it stands in the story; among equals
/// the first one of the first source.
fn longest_run(story: &Article, kept: &[Kept<'_>], counted: &Counted) -> Option<VerbatimRun> {
    let mut longest: Option<(usize, Range<usize>, Range<usize>, &Kept<'_>)> = None;
    for of_source in kept.chunk_by(|a, b| a.source == b.source) {
        for (words, original) in runs(of_source) {
            let count = counted.count(&words);
            let better = longest.as_ref().is_none_or(|(most, first, _, other)| {
                (count, other.source, first.start) > (*most, of_source[0].source, words.start)
            });
            if count > 0 && better {
                longest = Some((count, words, original, &of_source[0]));
            }
        }
    }
    let (count, words, original, kept) = longest?;
    Some(VerbatimRun {
        words: count,
        source: kept.source,
        story: Lines::new(&story.text).region(&bytes_of(story, &words)),
        original: Lines::new(&kept.original.text).region(&bytes_of(kept.original, &original)),
    })
}

/// The unbroken runs that the matches with one source make up, as words of the story and of
/// the source: a run goes on from one match into the next.
fn runs(kept: &[Kept<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut stretches: Vec<_> = kept
        .iter()
        .flat_map(|kept| kept.stretches.iter().cloned())
        .collect();
    stretches.sort_by_key(|(words, original)| (words.start, original.start));
    let mut starts: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    let mut runs = Vec::with_capacity(stretches.len());
    for (words, original) in stretches {
        let start = starts
            .remove(&(words.start, original.start))
            .unwrap_or((words.start, original.start));
        starts.insert((words.end, original.end), start);
        runs.push((start.0..words.end, start.1..original.end));
    }
    runs
}

/// The bytes from the first to the last of some words.
fn bytes_of(article: &Article, words: &Range<usize>) -> Range<usize> {
    match &article.words[words.clone()] {
        [first, .., last] => first.start as usize..last.end as usize,
        [only] => only.range(),
        [] => 0..0,
    }
}
