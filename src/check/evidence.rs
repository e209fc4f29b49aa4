//! Chooses the matches that show best where a story's words come from: one for each reused
//! sentence, and a mention of the others.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::finding::{FromSource, Passage, Reused};
use super::kept::{Counted, Kept};
use super::place::Lines;
use crate::model::{Article, Edit, Run, Shift, Span};

/// What part of its words must be new to the evidence for a match to be listed, as one over
/// this.
const NEW_PART: usize = 3;

/// The reused sentences of a story in reading order. `sources` are sorted by share.
///
/// A match whose words others explain already is only referred to.
pub(super) fn listed(
    story: &Article,
    mut kept: Vec<Kept<'_>>,
    sources: &[FromSource],
    counted: &Counted,
) -> Vec<Reused> {
    let rank: HashMap<usize, usize> = sources
        .iter()
        .enumerate()
        .map(|(rank, from)| (from.source, rank))
        .collect();
    kept.sort_by_key(|kept| strength(kept, rank.get(&kept.source).copied()));
    let mut places = Places::new(story);
    // Which entry of the list explains a word.
    let mut explained: Vec<Option<usize>> = vec![None; story.words.len()];
    let mut listed: Vec<Reused> = Vec::new();
    for kept in &kept {
        let words: Vec<usize> = kept
            .stretches
            .iter()
            .flat_map(|(words, _)| counted.among(words))
            .collect();
        let new = words
            .iter()
            .filter(|&&word| explained[word].is_none())
            .count();
        let before = words.iter().find_map(|&word| explained[word]);
        match before {
            Some(entry) if new * NEW_PART < words.len() => {
                let region = places.region(kept);
                listed[entry].also.push((kept.source, region));
            }
            _ => {
                for word in words {
                    explained[word].get_or_insert(listed.len());
                }
                listed.push(places.reused(kept));
            }
        }
    }
    listed.sort_by_key(|reused| (reused.story.bytes.start, reused.story.bytes.end));
    for reused in &mut listed {
        reused
            .also
            .sort_by_key(|(source, region)| (rank.get(source).copied(), region.start));
    }
    listed
}

/// By what the matches are sorted, those first that explain most: how many words they keep, how
/// faithfully, the rank of their source, and where they stand.
fn strength(kept: &Kept<'_>, rank: Option<usize>) -> impl Ord + use<> {
    let found = &kept.found;
    let place = (found.right.sentences.start, found.left.sentences.start);
    (Reverse(kept.words), found.kind, rank, place)
}

/// The lines of the story and of every source that is referred to.
struct Places<'a> {
    story: &'a Article,
    story_lines: Lines<'a>,
    source_lines: HashMap<usize, Lines<'a>>,
}

impl<'a> Places<'a> {
    fn new(story: &'a Article) -> Self {
        Places {
            story,
            story_lines: Lines::new(&story.text),
            source_lines: HashMap::new(),
        }
    }

    fn lines_of(&mut self, kept: &Kept<'a>) -> &Lines<'a> {
        let lines = self.source_lines.entry(kept.source);
        lines.or_insert_with(|| Lines::new(&kept.original.text))
    }

    /// Where the match stands in its source.
    fn region(&mut self, kept: &Kept<'a>) -> super::Region {
        let bytes = kept.original.bytes_of(&kept.found.left.sentences);
        self.lines_of(kept).region(&bytes)
    }

    fn reused(&mut self, kept: &Kept<'a>) -> Reused {
        let story = passage(self.story, &self.story_lines, &kept.found.right);
        let original = passage(kept.original, self.lines_of(kept), &kept.found.left);
        let edits = kept.found.edits.iter().map(|edit| Edit {
            op: edit.op,
            left: within(edit.left, &original.bytes),
            right: within(edit.right, &story.bytes),
        });
        let shifted = kept.found.shifted.iter().map(|shift| Shift {
            left: within(shift.left, &original.bytes),
            right: within(shift.right, &story.bytes),
        });
        Reused {
            kind: kept.found.kind,
            words: kept.words,
            source: kept.source,
            edits: edits.collect(),
            shifted: shifted.collect(),
            story,
            original,
            also: Vec::new(),
        }
    }
}

fn passage(article: &Article, lines: &Lines<'_>, run: &Run) -> Passage {
    let bytes = article.bytes_of(&run.sentences);
    Passage {
        region: lines.region(&bytes),
        text: article.text[bytes.clone()].to_owned(),
        bytes,
    }
}

/// A span counted from the start of a passage.
fn within(span: Span, passage: &Range<usize>) -> Span {
    let start = passage.start as u32;
    Span {
        start: span.start - start,
        end: span.end - start,
    }
}
