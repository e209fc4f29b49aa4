//! What the view says about a sentence besides its text: where its counterparts are.

use crate::model::{Run, label};

use super::links::Links;
use super::member::Member;
use super::order::Plan;

/// What the view says about a sentence in its own place.
pub(super) fn notes(
    links: &Links<'_>,
    plan: &Plan,
    member: &Member<'_>,
    row: usize,
    sentence: usize,
) -> Vec<String> {
    let article = member.run.article;
    let group = links.group_of(article, sentence);
    let mut notes = Vec::new();
    if let Some(home) = group.and_then(|group| plan.home(group))
        && home != row
        && sentence + 1 == member.run.sentences.end
    {
        let there = plan.rows[home].run();
        let beside = format!("stands beside {}", run_label(&there));
        // Its row shows no marks, which its counterpart has beside it.
        let kind = links.between(&member.run, &there).map(|found| found.kind);
        notes.push(match kind.max() {
            Some(kind) => format!("{beside}, {}", kind.id()),
            None => beside,
        });
    }
    notes.extend(elsewhere(links, plan, article, sentence));
    if let Some(of) = links.repeated_by(article, sentence) {
        notes.push(format!("repeats {}{}", label(article), of + 1));
    }
    notes
}

/// Refers to the sentences that match one and stand in no row with it.
fn elsewhere(links: &Links<'_>, plan: &Plan, article: usize, sentence: usize) -> Vec<String> {
    let group = links.group_of(article, sentence);
    let mut earlier = Vec::new();
    let mut later = Vec::new();
    for id in links.matches_of(article, sentence) {
        let found = &links.alignment.matches[id];
        let next = sentence + 1;
        let goes_on = found.near_side(article).sentences.contains(&next);
        if goes_on && group.is_some() && links.group_of(article, next) == group {
            continue; // The row says it once, below the last sentence.
        }
        let there = found.far_side(article);
        let list = if plan.columns.place(there.article) < plan.columns.place(article) {
            &mut earlier
        } else {
            &mut later
        };
        list.extend(apart(links, there, group).iter().map(run_label));
    }
    let also = if group.is_some() { "also " } else { "" };
    let mut notes = Vec::new();
    if !earlier.is_empty() {
        notes.push(format!("{also}from {}", earlier.join(", ")));
    }
    if !later.is_empty() {
        notes.push(format!("{also}in {}", later.join(", ")));
    }
    notes
}

/// The sentences of a run that are not in `group`, as runs.
fn apart(links: &Links<'_>, run: &Run, group: Option<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for sentence in run.sentences.clone() {
        if group.is_some() && links.group_of(run.article, sentence) == group {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.sentences.end == sentence => last.sentences.end += 1,
            _ => runs.push(Run {
                article: run.article,
                sentences: sentence..sentence + 1,
            }),
        }
    }
    runs
}

/// A run as the view names it: `A3`, or `A3–4` for several sentences.
pub(super) fn run_label(run: &Run) -> String {
    let first = format!("{}{}", label(run.article), run.sentences.start + 1);
    if run.sentences.len() > 1 {
        format!("{first}–{}", run.sentences.end)
    } else {
        first
    }
}
