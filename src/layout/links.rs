//! Looks up what the alignment says about a sentence.

use crate::model::{Alignment, Article, Kind, Match, Repeat, Run};

use super::text::Sign;

/// An alignment, indexed by sentence.
pub(super) struct Links<'a> {
    pub(super) articles: &'a [Article],
    pub(super) alignment: &'a Alignment,
    /// For each article, `(sentence, match)` for every sentence of every match, sorted.
    matches: Vec<Vec<(u32, u32)>>,
    /// For each article, `(sentence, group)` for every sentence of every group, sorted.
    groups: Vec<Vec<(u32, u32)>>,
    /// For each article, `(sentence, repeated sentence)`, sorted.
    repeats: Vec<Vec<(u32, u32)>>,
}

impl<'a> Links<'a> {
    pub(super) fn new(articles: &'a [Article], alignment: &'a Alignment) -> Self {
        let of_matches = alignment.matches.iter().enumerate();
        let runs = of_matches.flat_map(|(id, found)| [(id, &found.left), (id, &found.right)]);
        let of_groups = alignment.groups.iter().enumerate();
        let members =
            of_groups.flat_map(|(id, group)| group.members.iter().map(move |run| (id, run)));
        let mut repeats = vec![Vec::new(); articles.len()];
        for &Repeat {
            article,
            sentence,
            of,
        } in &alignment.repeats
        {
            repeats[article].push((sentence as u32, of as u32));
        }
        repeats.iter_mut().for_each(|list| list.sort_unstable());
        Links {
            articles,
            alignment,
            matches: by_sentence(articles.len(), runs),
            groups: by_sentence(articles.len(), members),
            repeats,
        }
    }

    /// The indices of the matches that a sentence is in.
    pub(super) fn matches_of(
        &self,
        article: usize,
        sentence: usize,
    ) -> impl Iterator<Item = usize> {
        entries(&self.matches[article], sentence).map(|&(_, id)| id as usize)
    }

    /// The index of the group that a sentence is in.
    pub(super) fn group_of(&self, article: usize, sentence: usize) -> Option<usize> {
        let first = entries(&self.groups[article], sentence).next();
        first.map(|&(_, id)| id as usize)
    }

    /// The sentence of the same article that a sentence repeats.
    pub(super) fn repeated_by(&self, article: usize, sentence: usize) -> Option<usize> {
        let first = entries(&self.repeats[article], sentence).next();
        first.map(|&(_, of)| of as usize)
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

fn by_sentence<'r>(
    articles: usize,
    runs: impl Iterator<Item = (usize, &'r Run)>,
) -> Vec<Vec<(u32, u32)>> {
    let mut lists = vec![Vec::new(); articles];
    for (id, run) in runs {
        let sentences = run.sentences.clone();
        lists[run.article].extend(sentences.map(|sentence| (sentence as u32, id as u32)));
    }
    lists.iter_mut().for_each(|list| list.sort_unstable());
    lists
}

/// The entries of one sentence in a sorted list.
fn entries(list: &[(u32, u32)], sentence: usize) -> std::slice::Iter<'_, (u32, u32)> {
    let start = list.partition_point(|&(other, _)| (other as usize) < sentence);
    let count = list[start..].partition_point(|&(other, _)| other as usize == sentence);
    list[start..start + count].iter()
}
