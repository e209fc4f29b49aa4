//! Who stands in a row, and which words of each differ from those it is set against.

use std::ops::Range;

use crate::model::{Kind, Match, Op, Run, Span};

use super::cell::Standing;
use super::differing::{differing, rest, trimmed};
use super::links::Links;
use super::order::{Place, Plan};
use super::text::{Emphasis, Sign};

/// A run as a row shows it.
pub(super) struct Member<'a> {
    pub(super) run: Run,
    pub(super) standing: Standing,
    /// The matches with the runs that it is set against, those with one run together.
    against: Vec<Facing<'a>>,
    /// How words that the others do not have differ.
    pub(super) emphasis: Emphasis,
}

/// A match with another run of the group.
#[derive(Clone, Copy)]
struct Facing<'a> {
    /// Which member that run is.
    member: usize,
    found: &'a Match,
}

impl<'a> Member<'a> {
    /// What stands in a row, the run that it starts with first.
    ///
    /// The first run of a group is the reference of its row: all members are set against it,
    /// or, where no match says that they have anything in common, against the first member
    /// with which one does. Its own sign is the strongest of theirs.
    pub(super) fn of_row(links: &Links<'a>, plan: &Plan, row: usize) -> Vec<Self> {
        let place = &plan.rows[row];
        match place.group().filter(|&group| plan.home(group) == Some(row)) {
            Some(group) => Member::of_group(links, plan, group, row),
            None => vec![Member::alone(links, plan, place)],
        }
    }

    /// A run in a row of its own.
    fn alone(links: &Links<'a>, plan: &Plan, place: &Place) -> Self {
        let run = place.run();
        let sign = match place.group().and_then(|group| plan.home(group)) {
            Some(_) => Sign::Moved,
            None => links.sign_alone(run.article, run.sentences.start),
        };
        Member {
            run,
            standing: Standing::Own(sign),
            against: Vec::new(),
            emphasis: Emphasis::Gone,
        }
    }

    /// The members of a group in the row of its first one.
    fn of_group(links: &Links<'a>, plan: &Plan, group: usize, row: usize) -> Vec<Self> {
        let runs = &links.alignment.groups[group].members;
        let lead = plan.lead(group);
        let mut strongest = Sign::Unique;
        let mut against = Vec::new();
        let mut members = Vec::with_capacity(runs.len());
        let followers = runs.iter().enumerate();
        for (member, run) in followers.filter(|&(member, _)| member != lead) {
            let own = set_against(links, runs, member, lead);
            let reference = own.first().map_or(lead, |facing| facing.member);
            let kind = own.iter().map(|facing| facing.found.kind).max();
            let (standing, sign) = match plan.row_of(group, member) {
                Some(own) if own < row => (Standing::Above, Sign::Moved),
                Some(own) if own > row => (Standing::Below, Sign::Moved),
                _ => {
                    let sign = kind.map_or(Sign::Rewritten, Sign::from);
                    (Standing::Own(sign), sign)
                }
            };
            if reference == lead {
                strongest = strongest.max(sign);
                against.extend(own.iter().map(|&facing| Facing { member, ..facing }));
            }
            members.push(Member {
                run: run.clone(),
                standing,
                against: own,
                emphasis: Emphasis::New,
            });
        }
        members.sort_by_key(|member| plan.columns.place(member.run.article));
        let first = Member {
            run: runs[lead].clone(),
            standing: Standing::Own(strongest),
            against,
            emphasis: Emphasis::Gone,
        };
        members.insert(0, first);
        members
    }

    /// The bytes of its article that at least one run it is set against does not have so, and how
    /// they differ; in order.
    pub(super) fn differing(&self, links: &Links<'_>) -> Vec<(Range<usize>, Emphasis)> {
        // The edits cover the runs: where all are equal nothing is left.
        let mut edits = (self.against.iter()).flat_map(|facing| &facing.found.edits);
        if edits.all(|edit| edit.op == Op::Equal) {
            return Vec::new();
        }
        let text = &links.articles[self.run.article].text;
        let changed = self.missing(links, false);
        let shifts = self
            .against
            .iter()
            .any(|facing| !facing.found.shifted.is_empty());
        let shifted: Vec<_> = match shifts {
            true => {
                let nowhere = self.missing(links, true);
                (changed.iter())
                    .flat_map(|range| rest(range, &nowhere))
                    .collect()
            }
            false => Vec::new(),
        };
        differing(text, &changed, &shifted, self.emphasis)
    }

    /// The bytes of its article that at least one run it is set against does not have in the same
    /// place, or has `nowhere`; in order and apart from each other.
    fn missing(&self, links: &Links<'_>, nowhere: bool) -> Vec<Range<usize>> {
        let article = &links.articles[self.run.article];
        let opposite = (self.against).chunk_by(|one, other| one.member == other.member);
        let opposite: Vec<Opposite<'_>> = opposite
            .map(|facing| Opposite {
                facing,
                kept: kept(facing, self.run.article, nowhere),
            })
            .collect();
        let mut missing = Vec::new();
        for sentence in self.run.sentences.clone() {
            let span = article.sentences[sentence].span.range();
            for opposite in self.set_against(sentence, &opposite) {
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

    /// Those of the opposite runs that one of its sentences is set against.
    ///
    /// These are the runs with whose matches the sentence has to do; and where some of them
    /// kept it nearly as it is, only these: what a free rewrite leaves out would bury what
    /// they changed.
    fn set_against<'o>(
        &self,
        sentence: usize,
        opposite: &'o [Opposite<'_>],
    ) -> impl Iterator<Item = &'o Opposite<'o>> {
        let article = self.run.article;
        let kind = move |opposite: &Opposite<'_>| {
            let matches = opposite.facing.iter().map(|facing| facing.found);
            let own = matches.filter(|found| has_part(found, article, sentence));
            own.map(|found| found.kind).max()
        };
        let loosest = match opposite.iter().filter_map(kind).min() {
            Some(Kind::Rewritten) => Kind::Rewritten,
            _ => Kind::Edited,
        };
        let counts =
            move |opposite: &&Opposite<'_>| kind(opposite).is_some_and(|kind| kind <= loosest);
        opposite.iter().filter(counts)
    }
}

/// A run that a member is set against.
struct Opposite<'m> {
    /// The matches with it.
    facing: &'m [Facing<'m>],
    /// The bytes of the member's article that they keep.
    kept: Vec<Range<usize>>,
}

/// Whether a sentence of an article is on the side of that article in a match.
fn has_part(found: &Match, article: usize, sentence: usize) -> bool {
    found.near_side(article).sentences.contains(&sentence)
}

/// The matches with the member that another one is set against; none if it has a match with none.
fn set_against<'a>(links: &Links<'a>, runs: &[Run], member: usize, lead: usize) -> Vec<Facing<'a>> {
    let others = (0..runs.len()).filter(|&other| other != member && other != lead);
    let facing = |other: usize| -> Vec<Facing<'a>> {
        let found = links.between(&runs[member], &runs[other]);
        let facing = found.map(|found| Facing {
            member: other,
            found,
        });
        facing.collect()
    };
    let mut all = std::iter::once(lead).chain(others).map(facing);
    all.find(|facing| !facing.is_empty()).unwrap_or_default()
}

/// The bytes of an article that matches keep in their places, or `anywhere`, in order and apart
/// from each other; everything if they hold no edits.
fn kept(facing: &[Facing<'_>], article: usize, anywhere: bool) -> Vec<Range<usize>> {
    let sides = facing.iter().flat_map(|Facing { found, .. }| {
        let is_left = found.left.article == article;
        let side = move |left: Span, right: Span| if is_left { left } else { right };
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        let spans = equal.map(move |edit| side(edit.left, edit.right));
        let shifted = found.shifted.iter().filter(move |_| anywhere);
        let elsewhere = shifted.map(move |shift| side(shift.left, shift.right));
        let all = found.edits.is_empty().then_some(0..usize::MAX);
        spans.chain(elsewhere).map(|span| span.range()).chain(all)
    });
    let mut kept: Vec<_> = sides.collect();
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
