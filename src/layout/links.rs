//! Looks up what the alignment says about a sentence.

use crate::by_sentence::{BySentence, by_sentence, of_runs};
use crate::model::{Alignment, Article, Match, Run};

use super::text::Sign;
use crate::parallel;

/// Fewer matches than this are indexed before another core is awake.
const WORTH_A_THREAD: usize = 2048;

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

impl<'a> Links<'a> {
    pub(super) fn new(articles: &'a [Article], alignment: &'a Alignment) -> Self {
        let of_matches = alignment.matches.iter().enumerate();
        let runs = of_matches.flat_map(|(id, found)| [(id, &found.left), (id, &found.right)]);
        let of_groups = alignment.groups.iter().enumerate();
        let members =
            of_groups.flat_map(|(id, group)| group.members.iter().map(move |run| (id, run)));
        let repeats = alignment.repeats.iter();
        let repeats = repeats.map(|found| (found.article, found.sentence, found.of));
        let (matches, groups) = parallel::both(
            alignment.matches.len() > WORTH_A_THREAD,
            || by_sentence(articles, of_runs(runs)),
            || by_sentence(articles, of_runs(members)),
        );
        Links {
            articles,
            alignment,
            matches,
            groups,
            repeats: by_sentence(articles, repeats),
        }
    }

    /// The indices of the matches that a sentence is in.
    pub(super) fn matches_of(
        &self,
        article: usize,
        sentence: usize,
    ) -> impl Iterator<Item = usize> + Clone {
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

    /// The matches between sentences of two runs, each once.
    pub(super) fn between(
        &self,
        one: &Run,
        other: &Run,
    ) -> impl Iterator<Item = &'a Match> + Clone {
        let article = one.article;
        let found = self.of_run(one);
        found.filter(move |found| found.far_side(article).overlaps(other))
    }

    /// The matches of the sentences of a run, each once.
    pub(super) fn of_run(&self, run: &Run) -> impl Iterator<Item = &'a Match> + Clone {
        let Run { article, sentences } = run.clone();
        sentences.clone().flat_map(move |sentence| {
            let found = self.matches_of(article, sentence);
            let found = found.map(|id| &self.alignment.matches[id]);
            // A match of several sentences is found at the first one.
            let start = sentences.start;
            found.filter(move |found| {
                found.near_side(article).sentences.start.max(start) == sentence
            })
        })
    }

    /// The sign of a sentence that is in no group.
    pub(super) fn sign_alone(&self, article: usize, sentence: usize) -> Sign {
        let kinds = self.matches_of(article, sentence);
        match kinds.map(|id| self.alignment.matches[id].kind).max() {
            Some(kind) => kind.into(),
            None if self.repeated_by(article, sentence).is_some() => Sign::Repeat,
            None => Sign::Unique,
        }
    }
}
