//! Looks up what the alignment says about a sentence.

use crate::model::{Alignment, Article, Kind, Match, Run};

use super::text::Sign;

/// An alignment, indexed by sentence.
pub(super) struct Links<'a> {
    pub(super) articles: &'a [Article],
    pub(super) alignment: &'a Alignment,
    /// For each article, the matches of its sentences.
    matches: Vec<BySentence>,
    /// For each article, the groups of its sentences.
    groups: Vec<BySentence>,
    /// For each article, the sentences that its sentences repeat.
    repeats: Vec<BySentence>,
}

/// Numbers that belong to the sentences of an article, in order.
struct BySentence {
    numbers: Vec<u32>,
    /// Where the numbers of each sentence start, and where the last ones end.
    starts: Vec<u32>,
}

impl BySentence {
    /// Of an article with so many sentences, from `(sentence, number)` in any order.
    fn new(sentences: usize, mut entries: Vec<(u32, u32)>) -> Self {
        entries.sort_unstable();
        let mut starts = vec![0; sentences + 1];
        for &(sentence, _) in &entries {
            starts[sentence as usize + 1] += 1;
        }
        for sentence in 0..sentences {
            starts[sentence + 1] += starts[sentence];
        }
        BySentence {
            numbers: entries.into_iter().map(|(_, number)| number).collect(),
            starts,
        }
    }

    fn of(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let (start, end) = (self.starts[sentence], self.starts[sentence + 1]);
        let numbers = &self.numbers[start as usize..end as usize];
        numbers.iter().map(|&number| number as usize)
    }
}

impl<'a> Links<'a> {
    pub(super) fn new(articles: &'a [Article], alignment: &'a Alignment) -> Self {
        let of_matches = alignment.matches.iter().enumerate();
        let runs = of_matches.flat_map(|(id, found)| [(id, &found.left), (id, &found.right)]);
        let of_groups = alignment.groups.iter().enumerate();
        let members =
            of_groups.flat_map(|(id, group)| group.members.iter().map(move |run| (id, run)));
        let repeats = alignment.repeats.iter();
        let repeats = repeats.map(|found| (found.article, found.sentence, found.of));
        Links {
            articles,
            alignment,
            matches: by_sentence(articles, sentences(runs)),
            groups: by_sentence(articles, sentences(members)),
            repeats: by_sentence(articles, repeats),
        }
    }

    /// The indices of the matches that a sentence is in.
    pub(super) fn matches_of(
        &self,
        article: usize,
        sentence: usize,
    ) -> impl Iterator<Item = usize> {
        self.matches[article].of(sentence)
    }

    /// The index of the group that a sentence is in.
    pub(super) fn group_of(&self, article: usize, sentence: usize) -> Option<usize> {
        self.groups[article].of(sentence).next()
    }

    /// The sentence of the same article that a sentence repeats.
    pub(super) fn repeated_by(&self, article: usize, sentence: usize) -> Option<usize> {
        self.repeats[article].of(sentence).next()
    }

    /// The matches between sentences of two runs.
    pub(super) fn between(&self, one: &Run, other: &Run) -> Vec<&'a Match> {
        let sentences = one.sentences.clone();
        let mut ids: Vec<usize> = sentences
            .flat_map(|sentence| self.matches_of(one.article, sentence))
            .filter(|&id| {
                let there = far_side(&self.alignment.matches[id], one.article);
                there.article == other.article && overlap(there, other)
            })
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
            .map(|id| &self.alignment.matches[id])
            .collect()
    }

    /// The sign of a sentence that is in no group.
    pub(super) fn sign_alone(&self, article: usize, sentence: usize) -> Sign {
        let kinds = self.matches_of(article, sentence);
        match kinds.map(|id| self.alignment.matches[id].kind).max() {
            Some(kind) => sign_of(kind),
            None if self.repeated_by(article, sentence).is_some() => Sign::Repeat,
            None => Sign::Unique,
        }
    }
}

/// The side of a match that is in `article`.
pub(super) fn near_side(found: &Match, article: usize) -> &Run {
    if found.left.article == article {
        &found.left
    } else {
        &found.right
    }
}

/// The side of a match that is not in `article`.
pub(super) fn far_side(found: &Match, article: usize) -> &Run {
    if found.left.article == article {
        &found.right
    } else {
        &found.left
    }
}

/// The sign of a sentence in its common place.
pub(super) fn sign_of(kind: Kind) -> Sign {
    match kind {
        Kind::Identical => Sign::Identical,
        Kind::Edited => Sign::Edited,
        Kind::Rewritten => Sign::Rewritten,
    }
}

fn overlap(one: &Run, other: &Run) -> bool {
    one.sentences.start < other.sentences.end && other.sentences.start < one.sentences.end
}

/// Each sentence of the runs with the number of its run: `(article, sentence, number)`.
fn sentences<'r>(
    runs: impl Iterator<Item = (usize, &'r Run)>,
) -> impl Iterator<Item = (usize, usize, usize)> {
    runs.flat_map(|(number, run)| {
        let sentences = run.sentences.clone();
        sentences.map(move |sentence| (run.article, sentence, number))
    })
}

fn by_sentence(
    articles: &[Article],
    entries: impl Iterator<Item = (usize, usize, usize)>,
) -> Vec<BySentence> {
    let mut lists = vec![Vec::new(); articles.len()];
    for (article, sentence, number) in entries {
        lists[article].push((sentence as u32, number as u32));
    }
    let lists = articles.iter().zip(lists);
    lists
        .map(|(article, list)| BySentence::new(article.sentences.len(), list))
        .collect()
}
