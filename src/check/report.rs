//! What was found, as people and programs read it: one small module for each format. None of
//! them computes anything again.

pub mod github;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod text;

use std::path::PathBuf;

use super::{Excess, Finding, Limits, Sources};
use crate::load::shown_name;
use crate::model::Kind;
use crate::percent::rounded_down;

/// Everything that a report tells.
pub struct Report<'r> {
    /// What was found, story by story.
    pub findings: &'r [Finding],
    /// What the stories were held against.
    pub sources: &'r Sources,
    /// From where a story is flagged.
    pub limits: Limits,
    /// What could not be read.
    pub troubles: &'r [Trouble],
}

impl Report<'_> {
    /// How many stories are flagged.
    pub fn flagged(&self) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.is_flagged())
            .count()
    }

    /// The name of a source, as messages show it.
    fn source_name(&self, source: usize) -> String {
        shown_name(self.sources.path(source))
    }

    /// A source and a line of it, as `path:line`.
    fn source_line(&self, source: usize, line: usize) -> String {
        format!("{}:{line}", self.source_name(source))
    }
}

/// A file that could not be read, or a folder that could not be walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Which one, where it is known.
    pub path: Option<PathBuf>,
    /// What is wrong and what to do, in one line that names it.
    pub message: String,
}

/// What a check comes to for one story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Within all limits.
    Passed,
    /// Above a limit, but it names its source.
    Credited,
    /// Above a limit.
    Flagged,
}

impl Outcome {
    fn of(finding: &Finding) -> Self {
        match (finding.excesses.is_empty(), finding.is_flagged()) {
            (true, _) => Outcome::Passed,
            (false, false) => Outcome::Credited,
            (false, true) => Outcome::Flagged,
        }
    }

    /// The word for programs.
    fn id(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Credited => "credited",
            Outcome::Flagged => "flagged",
        }
    }
}

/// A share as a percentage without decimals, rounded down: what is shown never reaches a limit
/// that the share does not.
fn percent(share: f64) -> String {
    format!("{} %", rounded_down(share, 0))
}

/// A share as a percentage, rounded down, with as many decimals as tell it from the limit below it.
fn percent_above(share: f64, limit: f64) -> String {
    let is_above = |&decimals: &usize| rounded_down(share, decimals) > in_percent(limit);
    let decimals = (0..MOST_DECIMALS).find(is_above);
    let decimals = decimals.unwrap_or(MOST_DECIMALS);
    format!("{:.decimals$} %", rounded_down(share, decimals))
}

/// No two shares of a text that anyone checks differ by less.
const MOST_DECIMALS: usize = 6;

/// A limit in percent, as it was given.
fn in_percent(limit: f64) -> f64 {
    (limit * 1e8).round() / 1e6
}

/// A count of things, with the right form of the noun.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ if noun == "story" => format!("{number} stories"),
        _ => format!("{number} {noun}s"),
    }
}

/// The shares, the limits that they are above, and the verdict in one line, such as `62 % of 96 words
/// reused, more than 30 %; 75 % in matched sentences: wholly derived`.
fn summary(finding: &Finding) -> String {
    let limit = |of: fn(&Excess) -> Option<f64>| finding.excesses.iter().find_map(of);
    let reuse = limit(|excess| match *excess {
        Excess::Reuse(most) => Some(most),
        _ => None,
    });
    let matched = limit(|excess| match *excess {
        Excess::Matched(most) => Some(most),
        _ => None,
    });
    let longest = finding.longest_run.map_or(0, |run| run.words);
    let runs = finding.excesses.iter().filter_map(|excess| match excess {
        Excess::Run(most) => Some(format!(
            "; {longest} words in one verbatim run, more than {most}"
        )),
        _ => None,
    });
    let (reused, more_reused) = against(finding.share(), reuse);
    let (in_matched, more_matched) = against(finding.share_of(finding.matched), matched);
    format!(
        "{reused} of {words} reused{more_reused}{run}; \
         {in_matched} in matched sentences{more_matched}: {verdict}",
        words = count(finding.words, "word"),
        run = runs.collect::<String>(),
        verdict = finding.verdict,
    )
}

/// A share as a percentage, and the limit that it is above, if there is one.
fn against(share: f64, limit: Option<f64>) -> (String, String) {
    match limit {
        None => (percent(share), String::new()),
        Some(limit) => (
            percent_above(share, limit),
            format!(", more than {} %", in_percent(limit)),
        ),
    }
}

/// The shares by kind, such as `40 % identical, 22 % edited`.
fn by_kind(finding: &Finding) -> String {
    let kinds = [Kind::Identical, Kind::Edited, Kind::Rewritten].into_iter();
    let kinds = kinds
        .filter(|&kind| finding.reuse.of(kind) > 0)
        .map(|kind| {
            let share = percent(finding.share_of(finding.reuse.of(kind)));
            format!("{share} {}", kind.id())
        });
    kinds.collect::<Vec<_>>().join(", ")
}
