//! The order of the rows: every article whole and in order in its own column, and as many
//! of its words as possible beside their counterparts.

use std::ops::Range;

use crate::chain::heaviest_increasing;
use crate::model::Run;

use super::columns::Columns;
use super::links::Links;

/// Where everything stands.
pub(super) struct Plan {
    /// From top to bottom.
    pub(super) rows: Vec<Place>,
    /// For each member of each group, the row that starts with it.
    starts: Vec<Option<usize>>,
    /// Where the members of each group begin in that, and where the last ones end.
    members: Vec<usize>,
    /// For each group, the member that its row is about: the one with the first column.
    leads: Vec<usize>,
    /// The order of the articles.
    pub(super) columns: Columns,
}

/// A row's first run, which always stands there as itself.
pub(super) struct Place {
    article: u32,
    sentences: Range<u32>,
    group: Option<u32>,
}

impl Place {
    pub(super) fn run(&self) -> Run {
        Run {
            article: self.article as usize,
            sentences: self.sentences.start as usize..self.sentences.end as usize,
        }
    }

    pub(super) fn group(&self) -> Option<usize> {
        self.group.map(|group| group as usize)
    }
}

impl Plan {
    /// Orders the rows, article by article in the order of the columns.
    ///
    /// The first column's sentences are the first rows. Of each further article, the
    /// heaviest chain of runs whose groups have a row already, in the order of these rows,
    /// joins them. Every other run becomes a row of its own: behind one that joined, what goes on in
    /// its paragraph and stands in no other article, and all else just before the next one that
    /// joined. Unmatched sentences of earlier articles come first in either place. A run that is in a
    /// group and could not join has moved.
    pub(super) fn new(links: &Links<'_>, columns: Columns) -> Self {
        let groups = || links.alignment.groups.iter();
        let lead = |members: &[Run]| {
            let members = members.iter().enumerate();
            let first = members.min_by_key(|(_, run)| columns.place(run.article));
            first.map_or(0, |(member, _)| member)
        };
        let mut members = vec![0];
        for group in groups() {
            members.push(members[members.len() - 1] + group.members.len());
        }
        let mut plan = Plan {
            rows: Vec::new(),
            starts: vec![None; members[members.len() - 1]],
            members,
            leads: groups().map(|group| lead(&group.members)).collect(),
            columns,
        };
        for article in plan.columns.order().to_vec() {
            let units = units(links, article);
            let joins = plan.joining(links, article, &units);
            plan.merge(links, units, &joins);
            plan.number(links);
        }
        plan
    }

    /// The member of a group that the others are set against in its row.
    pub(super) fn lead(&self, group: usize) -> usize {
        self.leads[group]
    }

    /// Where a member of a group stands in [`Plan::starts`].
    fn index_of(&self, group: usize, member: usize) -> usize {
        self.members[group] + member
    }

    /// The row of a group's lead, which shows all members.
    pub(super) fn home(&self, group: usize) -> Option<usize> {
        self.starts[self.index_of(group, self.lead(group))]
    }

    /// The row in which a member of a group stands as itself.
    pub(super) fn row_of(&self, group: usize, member: usize) -> Option<usize> {
        self.starts[self.index_of(group, member)].or_else(|| self.home(group))
    }

    /// For each unit, whether it joins the row of its group.
    fn joining(&self, links: &Links<'_>, article: usize, units: &[Place]) -> Vec<bool> {
        let candidates: Vec<usize> = (0..units.len())
            .filter(|&unit| self.home_of_unit(&units[unit]).is_some())
            .collect();
        let items: Vec<(usize, u64)> = candidates
            .iter()
            .filter_map(|&unit| {
                let home = self.home_of_unit(&units[unit])?;
                Some((home, self.weight(links, article, &units[unit], home)))
            })
            .collect();
        let mut joins = vec![false; units.len()];
        for (unit, chosen) in candidates.into_iter().zip(heaviest_increasing(&items)) {
            joins[unit] = chosen;
        }
        joins
    }

    fn home_of_unit(&self, unit: &Place) -> Option<usize> {
        self.home(unit.group()?)
    }

    /// What it is worth to keep a unit in the row `home`: its words, and one more.
    ///
    /// Between the first two columns the aligner has already told what moved.
    fn weight(&self, links: &Links<'_>, article: usize, unit: &Place, home: usize) -> u64 {
        let run = unit.run();
        let words = links.articles[article].words_of(&run.sentences).len() as u64;
        if self.columns.place(article) == 1 {
            let home = self.rows[home].run();
            let mut between = links.between(&home, &run).peekable();
            if between.peek().is_some() && between.all(|found| found.moved) {
                return 0;
            }
        }
        words + 1
    }

    /// Puts the units of one more article into the rows.
    fn merge(&mut self, links: &Links<'_>, units: Vec<Place>, joins: &[bool]) {
        let total = self.rows.len() + units.len();
        let goes_on = |place: &Place| {
            let Run { article, sentences } = place.run();
            place.group.is_none() && !links.articles[article].starts_paragraph(sentences.start)
        };
        let mut old = std::mem::take(&mut self.rows).into_iter().peekable();
        let mut taken = 0;
        let mut waiting = Vec::new();
        // Whether what goes on in the paragraph belongs to the last row.
        let mut follows = false;
        self.rows.reserve(total);
        for (unit, &joined) in units.into_iter().zip(joins) {
            match self.home_of_unit(&unit) {
                Some(home) if joined => {
                    self.rows.extend(old.by_ref().take(home - taken));
                    self.rows.append(&mut waiting);
                    self.rows.extend(old.next());
                    taken = home + 1;
                    follows = true;
                }
                _ if follows && goes_on(&unit) => {
                    while let Some(place) = old.next_if(goes_on) {
                        self.rows.push(place);
                        taken += 1;
                    }
                    self.rows.push(unit);
                }
                _ => {
                    waiting.push(unit);
                    follows = false;
                }
            }
        }
        self.rows.extend(old);
        self.rows.append(&mut waiting);
    }

    /// Notes which row starts with which member of a group.
    fn number(&mut self, links: &Links<'_>) {
        for (row, place) in self.rows.iter().enumerate() {
            let Some(group) = place.group() else { continue };
            let mut members = links.alignment.groups[group].members.iter();
            if let Some(member) = members.position(|run| run.article == place.article as usize) {
                let index = self.index_of(group, member);
                self.starts[index] = Some(row);
            }
        }
    }
}

/// The sentences of an article as what moves as one: the runs of groups, and single sentences.
fn units(links: &Links<'_>, article: usize) -> Vec<Place> {
    let count = links.articles[article].sentences.len();
    let mut units = Vec::with_capacity(count);
    let mut start = 0;
    while start < count {
        let group = links.group_of(article, start);
        let rest = start + 1..count;
        let more =
            rest.take_while(|&next| group.is_some() && links.group_of(article, next) == group);
        let end = start + 1 + more.count();
        units.push(Place {
            article: article as u32,
            sentences: start as u32..end as u32,
            group: group.map(|group| group as u32),
        });
        start = end;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::super::LayoutOptions;
    use super::super::sample::{Sample, said};
    use super::*;

    /// The rows as text: the first run of each, and the group's other members where they stand.
    fn rows(sample: &Sample) -> Vec<String> {
        rows_by(sample, 0)
    }

    fn rows_by(sample: &Sample, reference: usize) -> Vec<String> {
        let links = Links::new(&sample.articles, &sample.alignment);
        let options = LayoutOptions {
            reference,
            ..LayoutOptions::default()
        };
        let columns = Columns::new(sample.articles.len(), &[], &options);
        let plan = Plan::new(&links, columns);
        let name = |run: &Run| said(run);
        let row = |(row, place): (usize, &Place)| {
            let others = place.group().filter(|&group| plan.home(group) == Some(row));
            let others = others.map(|group| {
                let members = links.alignment.groups[group]
                    .members
                    .iter()
                    .enumerate()
                    .filter(|&(member, _)| member != plan.lead(group));
                members
                    .map(|(member, run)| match plan.row_of(group, member) {
                        Some(own) if own != row => format!(" ({})", name(run)),
                        _ => format!(" {}", name(run)),
                    })
                    .collect::<String>()
            });
            name(&place.run()) + &others.unwrap_or_default()
        };
        plan.rows.iter().enumerate().map(row).collect()
    }

    #[test]
    fn unmatched_sentences_stand_between_earlier_articles_first() {
        let sample = Sample::new(&[3, 3])
            .group(&["A1", "B1"])
            .group(&["A3", "B3"]);
        assert_eq!(rows(&sample), ["A1 B1", "A2", "B2", "A3 B3"]);
    }

    #[test]
    fn what_goes_on_in_a_paragraph_stands_behind_its_beginning() {
        let mut sample = Sample::new(&[4, 4])
            .group(&["A1", "B1"])
            .group(&["A4", "B4"]);
        for article in &mut sample.articles {
            article.sentences[1].paragraph = 0;
        }
        assert_eq!(rows(&sample), ["A1 B1", "A2", "B2", "A3", "B3", "A4 B4"]);
    }

    #[test]
    fn what_is_out_of_order_has_a_row_of_its_own() {
        let sample = Sample::new(&[3, 3])
            .group(&["A1", "B2"])
            .group(&["A2", "B3"])
            .moved(&["A3", "B1"]);
        assert_eq!(rows(&sample), ["B1", "A1 B2", "A2 B3", "A3 (B1)"]);
    }

    #[test]
    fn between_two_articles_the_aligner_tells_what_moved() {
        let sample = Sample::new(&[2, 2])
            .moved(&["A1", "B2"])
            .group(&["A2", "B1"]);
        assert_eq!(rows(&sample), ["A1 (B2)", "A2 B1", "B2"]);
        let sample = Sample::new(&[2, 2])
            .group(&["A1", "B2"])
            .moved(&["A2", "B1"]);
        assert_eq!(rows(&sample), ["B1", "A1 B2", "A2 (B1)"]);
    }

    #[test]
    fn a_third_article_joins_the_rows_of_either() {
        let sample = Sample::new(&[2, 2, 3])
            .group(&["A1", "B1", "C1"])
            .group(&["B2", "C2"]);
        assert_eq!(rows(&sample), ["A1 B1 C1", "A2", "B2 C2", "C3"]);
    }

    #[test]
    fn the_rows_follow_the_reference() {
        let sample = Sample::new(&[3, 3])
            .group(&["A1", "B2"])
            .group(&["A2", "B3"])
            .moved(&["A3", "B1"]);
        assert_eq!(rows_by(&sample, 1), ["B1 (A3)", "B2 A1", "B3 A2", "A3"]);
        let sample = Sample::new(&[2, 2, 2])
            .group(&["A2", "B1", "C2"])
            .group(&["B2", "C1"]);
        assert_eq!(rows_by(&sample, 2), ["C1 (B2)", "A1", "C2 A2 B1", "B2"]);
    }

    #[test]
    fn a_run_stands_in_one_row() {
        let sample = Sample::new(&[1, 3]).group(&["A1", "B1-2"]);
        assert_eq!(rows(&sample), ["A1 B1-2", "B3"]);
    }
}
