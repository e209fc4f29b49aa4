//! Puts the matches between all pairs of articles together into groups over all of them.

use std::cmp::Ordering;
use std::ops::Range;

use super::matches::share_sentences;
use crate::by_sentence::{BySentence, by_sentence, of_runs};
use crate::model::{Article, Group, Match, Run};

/// The share of the pairs across two groups that must be matched for the two to become one:
/// among many articles one accidental match must not join two rows.
const BACKED: f64 = 0.2;

/// The groups, by the place of their first member. The strongest matches are put together
/// first; one that would give a group two runs of an article is left out.
pub(super) fn groups(articles: &[Article], matches: &[Match]) -> Vec<Group> {
    // A match that shares no sentence with another one is a group, whatever becomes of the others.
    let (mut contested, mut alone) = (Vec::new(), Vec::new());
    for (found, is_contested) in matches.iter().zip(share_sentences(matches)) {
        match is_contested {
            true => contested.push(found),
            false => alone.push(found),
        }
    }
    let mut forming = Forming::new(articles, &contested);
    for found in strongest_first(articles, &contested) {
        forming.join(&found.left, &found.right);
    }
    let pairs = alone
        .into_iter()
        .map(|found| vec![found.left.clone(), found.right.clone()]);
    let joined = (forming.groups.into_iter()).filter(|members| !members.is_empty());
    let mut groups: Vec<Group> = pairs
        .chain(joined)
        .map(|members| Group { members })
        .collect();
    groups.sort_by_key(|group| {
        group
            .members
            .first()
            .map(|run| (run.article, run.sentences.start))
    });
    groups
}

/// The matches from the strongest to the weakest. Among equals what the runs say decides, then
/// where they stand, in articles ordered by what they say: never the order of the files.
fn strongest_first<'m>(articles: &[Article], matches: &[&'m Match]) -> Vec<&'m Match> {
    let mut rank = vec![0; articles.len()];
    for (place, article) in super::order_by_content(articles).into_iter().enumerate() {
        rank[article] = place;
    }
    let place = |run: &Run| (rank[run.article], run.sentences.start);
    let ends = |found: &Match| {
        let (one, other) = (place(&found.left), place(&found.right));
        (one.min(other), one.max(other))
    };
    let words = |found: &Match| {
        articles[found.left.article]
            .words_of(&found.left.sentences)
            .len()
            + articles[found.right.article]
                .words_of(&found.right.sentences)
                .len()
    };
    let mut sorted: Vec<_> = (matches.iter())
        .map(|&found| (found.score, words(found), ends(found), found))
        .collect();
    // The ends are those of one match only, so that no two are equal.
    sorted.sort_unstable_by(|one, other| -> Ordering {
        (other.0.total_cmp(&one.0))
            .then_with(|| other.1.cmp(&one.1))
            .then_with(|| one.2.cmp(&other.2))
    });
    sorted.into_iter().map(|(.., found)| found).collect()
}

/// The groups while they grow.
struct Forming<'m> {
    /// The members of each group, in no order; a group that went into another one is empty.
    groups: Vec<Vec<Run>>,
    /// For each sentence of each article, its group.
    of: Vec<Vec<Option<usize>>>,
    matches: &'m [&'m Match],
    /// For each article, the matches of its sentences.
    matches_of: Vec<BySentence>,
}

impl<'m> Forming<'m> {
    fn new(articles: &[Article], matches: &'m [&'m Match]) -> Self {
        let runs = matches.iter().enumerate();
        let runs = runs.flat_map(|(id, found)| [(id, &found.left), (id, &found.right)]);
        let of = articles
            .iter()
            .map(|article| vec![None; article.sentences.len()])
            .collect();
        Forming {
            groups: Vec::new(),
            of,
            matches,
            matches_of: by_sentence(articles, of_runs(runs)),
        }
    }

    /// Brings two matched runs into one group, unless that group had two runs of an article
    /// or too few matches between its members.
    fn join(&mut self, left: &Run, right: &Run) {
        if self.are_together(left, right) {
            return;
        }
        let (one, other) = (self.holders(left), self.holders(right));
        if !self.may_unite(&one, left) || !self.may_unite(&other, right) {
            return;
        }
        let (Some(with_left), Some(with_right)) =
            (self.members(&one, left), self.members(&other, right))
        else {
            return;
        };
        let are_new = one.is_empty() && other.is_empty();
        let are_apart = one.iter().all(|group| !other.contains(group));
        if are_apart && !are_new && !self.belong_together(&with_left, &with_right) {
            return;
        }
        if let Some(members) = united(with_left.iter().chain(&with_right)) {
            for group in one.into_iter().chain(other) {
                self.groups[group].clear();
            }
            for Run { article, sentences } in &members {
                self.of[*article][sentences.clone()].fill(Some(self.groups.len()));
            }
            self.groups.push(members);
        }
    }

    /// Whether two groups have no article in common and enough matches between them.
    fn belong_together(&self, one: &[Run], other: &[Run]) -> bool {
        let pairs = || one.iter().flat_map(|x| other.iter().map(move |y| (x, y)));
        let matched = pairs().filter(|(x, y)| self.are_matched(x, y)).count();
        pairs().all(|(x, y)| x.article != y.article)
            && matched as f64 >= BACKED * pairs().count() as f64
    }

    fn are_matched(&self, one: &Run, other: &Run) -> bool {
        let sentences = one.sentences.clone();
        let mut ids = sentences.flat_map(|sentence| self.matches_of[one.article].of(sentence));
        ids.any(|id| self.matches[id].far_side(one.article).overlaps(other))
    }

    /// Whether one group holds all of two runs already, as it does for most of the matches of many
    /// articles.
    fn are_together(&self, left: &Run, right: &Run) -> bool {
        let of = |run: &Run| &self.of[run.article][run.sentences.clone()];
        let first = of(left).first().copied().flatten();
        first.is_some()
            && of(left)
                .iter()
                .chain(of(right))
                .all(|&group| group == first)
    }

    /// The groups that hold sentences of a run.
    fn holders(&self, run: &Run) -> Vec<usize> {
        let held = &self.of[run.article][run.sentences.clone()];
        let mut groups: Vec<usize> = held.iter().copied().flatten().collect();
        groups.dedup();
        groups
    }

    /// Whether groups that hold sentences of a run may become one: several may if the run is all
    /// that they hold of its article. Then it is a sentence that was split, and they are its parts.
    fn may_unite(&self, groups: &[usize], run: &Run) -> bool {
        let members = groups.iter().flat_map(|&group| &self.groups[group]);
        let mut own = members.filter(|member| member.article == run.article);
        groups.len() < 2 || own.all(|member| covers(&run.sentences, &member.sentences))
    }

    /// What groups that hold sentences of a run would hold with it as one.
    fn members(&self, groups: &[usize], run: &Run) -> Option<Vec<Run>> {
        let members = groups.iter().flat_map(|&group| &self.groups[group]);
        united(members.chain([run]))
    }
}

/// Runs put together, one for each article, in the order of the articles; `None` where those of an
/// article do not stand together.
fn united<'r>(runs: impl Iterator<Item = &'r Run>) -> Option<Vec<Run>> {
    let mut sorted: Vec<&Run> = runs.collect();
    sorted.sort_unstable_by_key(|run| (run.article, run.sentences.start));
    let mut united: Vec<Run> = Vec::with_capacity(sorted.len());
    for run in sorted {
        match united.last_mut().filter(|last| last.article == run.article) {
            Some(last) if run.sentences.start > last.sentences.end => return None,
            Some(last) => last.sentences.end = last.sentences.end.max(run.sentences.end),
            None => united.push(run.clone()),
        }
    }
    Some(united)
}

fn covers(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.start && other.end <= one.end
}
