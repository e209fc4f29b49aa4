//! What stands in a row: sentences with their numbers and signs, set against each other.

use std::ops::Range;

use crate::model::{Kind, Match, Op, Run, label};

use super::Only;
use super::links::{Links, far_side, sign_of};
use super::order::Plan;
use super::safe::{self, Guard};
use super::text::{Emphasis, Look, Role, SentenceId, Sign, Text};

/// Cells that stand side by side, in the order of the columns; an article without a cell has
/// nothing to show there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One an article at most.
    pub cells: Vec<Cell>,
}

/// What one article shows in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of the article.
    pub article: usize,
    /// Its sentences there, one under another; several where a sentence was split or merged.
    pub entries: Vec<Entry>,
}

/// A sentence in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one it is.
    pub id: SentenceId,
    /// Whether it stands there as itself.
    pub standing: Standing,
    /// Whether it starts a paragraph.
    pub starts_paragraph: bool,
    /// Its words, safe for a terminal, white space folded.
    pub text: Text,
    /// What the view says about it, such as `stands beside A3`.
    pub notes: Vec<String>,
}

/// Whether a sentence stands somewhere as itself or is shown beside its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands in its own place.
    Own(Sign),
    /// Its own place is above.
    Above,
    /// Its own place is below.
    Below,
}

impl Entry {
    /// Its number, such as `A1`.
    pub fn label(&self) -> String {
        format!("{}{}", label(self.id.article), self.id.sentence + 1)
    }

    /// The sign in the gutter: its kind, or an arrow towards its own place.
    pub fn symbol(&self) -> char {
        match self.standing {
            Standing::Own(sign) => sign.symbol(),
            Standing::Above => '↑',
            Standing::Below => '↓',
        }
    }

    /// The look of its number and sign.
    pub(super) fn label_look(&self) -> Look {
        let role = match self.standing {
            Standing::Own(sign) => Role::Label(sign),
            Standing::Above | Standing::Below => Role::GhostLabel,
        };
        Look {
            role,
            emphasis: None,
            sentence: Some(self.id),
        }
    }
}

/// The cells of a row.
pub(super) fn row(links: &Links<'_>, plan: &Plan, row: usize) -> Row {
    let members = Member::of_row(links, plan, row);
    let cells = members.iter().map(|member| {
        let run = &member.run;
        let changed = member.changed(links);
        let entries = run.sentences.clone().map(|sentence| {
            let mut entry = entry(links, member, sentence, &changed);
            if let Standing::Own(_) = member.standing {
                entry.notes = notes(links, plan, member, row, sentence);
            }
            entry
        });
        Cell {
            article: run.article,
            entries: entries.collect(),
        }
    });
    Row {
        cells: cells.collect(),
    }
}

/// The kinds of the sentences that a row shows.
pub(super) fn kinds(links: &Links<'_>, plan: &Plan, row: usize) -> Only {
    let members = Member::of_row(links, plan, row);
    members.iter().fold(Only::NONE, |all, member| {
        let moved = match member.standing {
            Standing::Own(sign) if sign != Sign::Moved => Only::NONE,
            _ => Only::MOVED,
        };
        let sentences = member.run.sentences.clone();
        let kept = sentences.map(|sentence| kinds_of(links, member.run.article, sentence));
        kept.fold(all.and(moved), Only::and)
    })
}

/// The runs that stand in a row as themselves, and their signs.
pub(super) fn signs(links: &Links<'_>, plan: &Plan, row: usize) -> Vec<(Run, Sign)> {
    let members = Member::of_row(links, plan, row).into_iter();
    let own = members.filter_map(|member| match member.standing {
        Standing::Own(sign) => Some((member.run, sign)),
        Standing::Above | Standing::Below => None,
    });
    own.collect()
}

/// The kinds of a sentence, wherever it stands.
fn kinds_of(links: &Links<'_>, article: usize, sentence: usize) -> Only {
    let shared = |sentence| {
        let matches = links.matches_of(article, sentence);
        matches.fold(Only::NONE, |all, id| {
            all.and(match links.alignment.matches[id].kind {
                Kind::Identical => Only::IDENTICAL,
                Kind::Edited => Only::EDITED,
                Kind::Rewritten => Only::REWRITTEN,
            })
        })
    };
    let repeated = links.repeated_by(article, sentence);
    match shared(repeated.unwrap_or(sentence)) {
        Only::NONE => Only::UNIQUE,
        kinds => kinds,
    }
}

/// A run as a row shows it.
struct Member<'a> {
    run: Run,
    standing: Standing,
    /// For each run that it is set against, the matches with that run.
    against: Vec<Vec<&'a Match>>,
    emphasis: Emphasis,
}

impl<'a> Member<'a> {
    /// What stands in a row, the run that it starts with first.
    ///
    /// The first run of a group is the reference of its row: all members are set against it,
    /// or, where no match says that they have anything in common, against the first member
    /// with which one does. Its own sign is the strongest of theirs.
    fn of_row(links: &Links<'a>, plan: &Plan, row: usize) -> Vec<Self> {
        let place = &plan.rows[row];
        let home = place.group().and_then(|group| plan.home(group));
        let mut lead = Member {
            standing: Standing::Own(match home {
                Some(_) => Sign::Moved,
                None => links.sign_alone(place.run().article, place.run().sentences.start),
            }),
            run: place.run(),
            against: Vec::new(),
            emphasis: Emphasis::Gone,
        };
        let Some(group) = place.group().filter(|_| home == Some(row)) else {
            return vec![lead];
        };

        let runs = &links.alignment.groups[group].members;
        let mut strongest = Sign::Unique;
        let mut others = Vec::with_capacity(runs.len());
        for (member, run) in runs.iter().enumerate().skip(1) {
            let (reference, matches) = reference(links, runs, member);
            let kind = matches.iter().map(|found| found.kind).max();
            let sign = kind.map_or(Sign::Rewritten, sign_of);
            let standing = match plan.row_of(group, member) {
                Some(own) if own < row => Standing::Above,
                Some(own) if own > row => Standing::Below,
                _ => Standing::Own(sign),
            };
            if reference == 0 {
                strongest = strongest.max(match standing {
                    Standing::Own(sign) => sign,
                    Standing::Above | Standing::Below => Sign::Moved,
                });
                lead.against.push(matches.clone());
            }
            others.push(Member {
                run: run.clone(),
                standing,
                against: vec![matches],
                emphasis: Emphasis::New,
            });
        }
        lead.standing = Standing::Own(strongest);
        others.insert(0, lead);
        others
    }

    /// The bytes of its article that at least one run it is set against does not have so.
    fn changed(&self, links: &Links<'_>) -> Vec<Range<usize>> {
        let article = &links.articles[self.run.article];
        let sentences = &article.sentences[self.run.sentences.clone()];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return Vec::new();
        };
        let whole = first.span.start as usize..last.span.end as usize;
        let all = self.against.iter();
        let mut changed: Vec<_> = all
            .flat_map(|matches| rest(&whole, kept(matches, self.run.article)))
            .filter_map(|range| trimmed(&article.text, range))
            .collect();
        changed.sort_unstable_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<usize>> = Vec::with_capacity(changed.len());
        for range in changed {
            match joined.last_mut() {
                Some(last) if only_space(&article.text, last.end, range.start) => {
                    last.end = last.end.max(range.end);
                }
                _ => joined.push(range),
            }
        }
        joined
    }
}

/// The member that another one is set against, and the matches between the two.
fn reference<'a>(links: &Links<'a>, runs: &[Run], member: usize) -> (usize, Vec<&'a Match>) {
    let others = (0..runs.len()).filter(|&other| other != member);
    others
        .map(|other| (other, links.between(&runs[member], &runs[other])))
        .find(|(_, matches)| !matches.is_empty())
        .unwrap_or((0, Vec::new()))
}

/// The bytes of an article that matches keep as they are; everything if they hold no edits.
fn kept(matches: &[&Match], article: usize) -> Vec<Range<usize>> {
    let sides = matches.iter().flat_map(|found| {
        let is_left = found.left.article == article;
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        let spans = equal.map(move |edit| if is_left { edit.left } else { edit.right });
        let all = found.edits.is_empty().then_some(0..usize::MAX);
        spans.map(|span| span.range()).chain(all)
    });
    let mut kept: Vec<_> = sides.collect();
    kept.sort_unstable_by_key(|range| (range.start, range.end));
    kept
}

/// What of `whole` none of the sorted `ranges` covers.
fn rest(whole: &Range<usize>, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut at = whole.start;
    for range in ranges {
        if range.start > at {
            gaps.push(at..range.start.min(whole.end));
        }
        at = at.max(range.end);
    }
    if at < whole.end {
        gaps.push(at..whole.end);
    }
    gaps
}

/// A range without the white space at its ends, unless there is nothing else in it.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = text[range.clone()].trim_start();
    let start = range.end - inner.len();
    let end = start + inner.trim_end().len();
    (start < end).then_some(start..end)
}

/// Whether nothing but white space, if anything, is between two places.
fn only_space(text: &str, end: usize, start: usize) -> bool {
    end >= start || text[end..start].trim().is_empty()
}

/// A sentence of a member, without notes.
fn entry(
    links: &Links<'_>,
    member: &Member<'_>,
    sentence: usize,
    changed: &[Range<usize>],
) -> Entry {
    let article = &links.articles[member.run.article];
    let before = sentence
        .checked_sub(1)
        .map(|before| article.sentences[before].paragraph);
    let span = article.sentences[sentence].span.range();
    let id = SentenceId {
        article: member.run.article,
        sentence,
    };
    let look = Look {
        role: match member.standing {
            Standing::Own(sign) => Role::Sentence(sign),
            Standing::Above | Standing::Below => Role::Ghost,
        },
        emphasis: None,
        sentence: Some(id),
    };
    let first = changed.partition_point(|range| range.end <= span.start);
    Entry {
        id,
        standing: member.standing,
        starts_paragraph: before != Some(article.sentences[sentence].paragraph),
        text: safe_text(
            &article.text,
            span,
            look,
            &changed[first..],
            member.emphasis,
        ),
        notes: Vec::new(),
    }
}

/// The bytes `span` of a text, safe for a terminal, each stretch of white space as one space.
pub(crate) fn safe_text(
    text: &str,
    span: Range<usize>,
    look: Look,
    changed: &[Range<usize>],
    emphasis: Emphasis,
) -> Text {
    let mut out = Text::new();
    let mut guard = Guard::default();
    let mut changed = changed.iter().peekable();
    let mut space = None;
    for (offset, c) in text[span.clone()].char_indices() {
        let at = span.start + offset;
        while changed.next_if(|range| range.end <= at).is_some() {}
        let differs = changed.peek().is_some_and(|range| range.start <= at);
        let look = Look {
            emphasis: differs.then_some(emphasis),
            ..look
        };
        let admitted = guard.admits(c);
        if c.is_whitespace() && !safe::is_no_break_space(c) {
            space = space.or((!out.is_empty()).then_some(look));
            continue;
        }
        if let Some(look) = space.take() {
            out.push_char(' ', look);
        }
        if admitted {
            out.push_char(c, look);
        } else {
            let role = Role::Escape;
            out.push(&safe::visible(c), Look { role, ..look });
        }
    }
    out
}

/// What the view says about a sentence in its own place.
fn notes(
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
        notes.push(format!(
            "stands beside {}",
            run_label(&plan.rows[home].run())
        ));
    }
    notes.extend(elsewhere(links, article, sentence));
    if let Some(of) = links.repeated_by(article, sentence) {
        notes.push(format!("repeats {}{}", label(article), of + 1));
    }
    notes
}

/// Refers to the matches of a sentence that no row can show.
fn elsewhere(links: &Links<'_>, article: usize, sentence: usize) -> Vec<String> {
    let mut earlier = Vec::new();
    let mut later = Vec::new();
    for id in links.matches_of(article, sentence) {
        let found = &links.alignment.matches[id];
        let there = far_side(found, article);
        let here = if there == &found.left {
            &found.right
        } else {
            &found.left
        };
        if sentence + 1 == here.sentences.end && !links.is_in_row(found) {
            let list = if there.article < article {
                &mut earlier
            } else {
                &mut later
            };
            list.push(run_label(there));
        }
    }
    let also = if links.group_of(article, sentence).is_some() {
        "also "
    } else {
        ""
    };
    let mut notes = Vec::new();
    if !earlier.is_empty() {
        notes.push(format!("{also}from {}", earlier.join(", ")));
    }
    if !later.is_empty() {
        notes.push(format!("{also}in {}", later.join(", ")));
    }
    notes
}

/// A run as the view names it: `A3`, or `A3–4` for several sentences.
fn run_label(run: &Run) -> String {
    let first = format!("{}{}", label(run.article), run.sentences.start + 1);
    if run.sentences.len() > 1 {
        format!("{first}–{}", run.sentences.end)
    } else {
        first
    }
}
