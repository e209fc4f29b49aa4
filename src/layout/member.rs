//! Who stands in a row, and with whom each is set against.

use std::ops::Range;

use crate::model::{Kind, Run};

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
    /// How words that the others do not have differ.
    pub(super) emphasis: Emphasis,
    set_against: SetAgainst<'a>,
}

/// What a member is set against.
enum SetAgainst<'a> {
    /// Nothing: it moved, and its counterpart's row has the marks.
    Nothing,
    /// All that it matches, in whichever rows that stands.
    Matches,
    /// Runs of its group, one an article.
    Runs(&'a [Run]),
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
        let home = place.group().and_then(|group| plan.home(group));
        let sign = match home {
            Some(_) => Sign::Moved,
            None => links.sign_alone(run.article, run.sentences.start),
        };
        let place_of = |run: &Run| plan.columns.place(run.article);
        let is_first = (links.of_run(&run))
            .all(|found| place_of(&run) < place_of(found.far_side(run.article)));
        Member {
            standing: Standing::Own(sign),
            emphasis: if is_first {
                Emphasis::Gone
            } else {
                Emphasis::New
            },
            set_against: match home {
                Some(_) => SetAgainst::Nothing,
                None => SetAgainst::Matches,
            },
            run,
        }
    }

    /// The members of a group in the row of its first one.
    fn of_group(links: &Links<'a>, plan: &Plan, group: usize, row: usize) -> Vec<Self> {
        let runs = &links.alignment.groups[group].members;
        let lead = plan.lead(group);
        let mut strongest = Sign::Unique;
        let mut members = Vec::with_capacity(runs.len());
        members.push(Member {
            run: runs[lead].clone(),
            standing: Standing::Own(strongest),
            emphasis: Emphasis::Gone,
            set_against: SetAgainst::Runs(runs),
        });
        for (index, run) in runs.iter().enumerate().filter(|&(index, _)| index != lead) {
            let (reference, kind) = reference(links, runs, index, lead);
            let (standing, sign) = match plan.row_of(group, index) {
                Some(own) if own < row => (Standing::Above, Sign::Moved),
                Some(own) if own > row => (Standing::Below, Sign::Moved),
                _ => {
                    let sign = kind.map_or(Sign::Rewritten, Sign::from);
                    (Standing::Own(sign), sign)
                }
            };
            if reference == lead {
                strongest = strongest.max(sign);
            }
            members.push(Member {
                run: run.clone(),
                standing,
                emphasis: Emphasis::New,
                set_against: SetAgainst::Runs(&runs[reference..=reference]),
            });
        }
        members[0].standing = Standing::Own(strongest);
        members[1..].sort_by_key(|member| plan.columns.place(member.run.article));
        members
    }

    /// The run and its sign, if it stands there as itself.
    pub(super) fn own_sign(self) -> Option<(Run, Sign)> {
        match self.standing {
            Standing::Own(sign) => Some((self.run, sign)),
            Standing::Above | Standing::Below => None,
        }
    }

    /// The bytes of its article that at least one run it is set against does not have so, and how
    /// they differ; in order. What the article of that run has elsewhere, as the notes tell, is no
    /// difference.
    pub(super) fn differing(&self, links: &Links<'_>) -> Vec<(Range<usize>, Emphasis)> {
        let facing = links.of_run(&self.run).filter_map(|found| {
            let far = found.far_side(self.run.article);
            let is_beside = match self.set_against {
                SetAgainst::Nothing => return None,
                SetAgainst::Matches => true,
                SetAgainst::Runs(runs) => {
                    let run = runs.iter().find(|run| run.article == far.article)?;
                    run.overlaps(far)
                }
            };
            Some(Facing { found, is_beside })
        });
        against(&self.run, facing, links, self.emphasis)
    }
}

/// Which member another one is set against, and the closest kind of their matches; the `lead` if it
/// has a match with none.
fn reference(links: &Links<'_>, runs: &[Run], member: usize, lead: usize) -> (usize, Option<Kind>) {
    let others = (0..runs.len()).filter(|&other| other != member && other != lead);
    let mut all = std::iter::once(lead).chain(others);
    let closest = |other: usize| {
        let found = links.between(&runs[member], &runs[other]);
        let kind = found.map(|found| found.kind).max()?;
        Some((other, Some(kind)))
    };
    all.find_map(closest).unwrap_or((lead, None))
}
