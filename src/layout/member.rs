//! Who stands in a row, and with whom each is set against.

use std::ops::Range;

use crate::model::Run;

use super::against::{Facing, against};
use super::links::Links;
use super::order::{Place, Plan};
use super::text::{Emphasis, Sign};

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

/// A run as a row shows it.
pub(super) struct Member<'a> {
    pub(super) run: Run,
    pub(super) standing: Standing,
    /// The matches with the runs that it is set against, those with one run together.
    against: Vec<Facing<'a>>,
    /// How words that the others do not have differ.
    pub(super) emphasis: Emphasis,
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
        let mut against = Vec::with_capacity(runs.len());
        let mut members = Vec::with_capacity(runs.len());
        let followers = runs.iter().enumerate();
        for (member, run) in followers.filter(|&(member, _)| member != lead) {
            let own = facing(links, runs, member, lead);
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
        against(&self.run, &self.against, links, self.emphasis)
    }
}

/// The matches with the member that another one is set against; none if it has a match with none.
fn facing<'a>(links: &Links<'a>, runs: &[Run], member: usize, lead: usize) -> Vec<Facing<'a>> {
    let others = (0..runs.len()).filter(|&other| other != member && other != lead);
    let with = |other: usize| -> Vec<Facing<'a>> {
        let found = links.between(&runs[member], &runs[other]);
        let facing = found.map(|found| Facing {
            member: other,
            found,
        });
        facing.collect()
    };
    let mut all = std::iter::once(lead).chain(others).map(with);
    all.find(|facing| !facing.is_empty()).unwrap_or_default()
}
