//! What was found, as people and programs read it: one small module for each format. None of
//! them computes anything again.

pub mod github;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod text;

use std::fmt::Write;
use std::path::PathBuf;

use super::{Excess, Finding, Limits, Sources};
use crate::load::shown_name;
use crate::model::Kind;

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
    // A hair more than the share, so that .29 is 29 %.
    format!("{} %", (share * 100.0 + 1e-9).floor())
}

/// A count of things, with the right form of the noun.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ if noun == "story" => format!("{number} stories"),
        _ => format!("{number} {noun}s"),
    }
}

/// Verdict and share in one line, such as `wholly derived: 62 % of 96 words reused`.
fn summary(finding: &Finding) -> String {
    let (share, words) = (percent(finding.share()), count(finding.words, "word"));
    format!("{}: {share} of {words} reused", finding.verdict)
}

/// Why a story is above a limit, as clauses; empty where it is not.
fn reasons(finding: &Finding) -> String {
    let mut reasons = String::new();
    for excess in &finding.excesses {
        // Writing to a `String` cannot fail.
        let _ = match *excess {
            Excess::Reuse(most) => {
                let most = (most * 1000.0).round() / 10.0;
                write!(reasons, ", more than {most} %")
            }
            Excess::Run(most) => {
                let run = finding.longest_run.map_or(0, |run| run.words);
                write!(
                    reasons,
                    ", {run} words in one verbatim run, more than {most}"
                )
            }
        };
    }
    reasons
}

/// The shares by kind and in all matched sentences, such as `40 % identical, 22 % edited;
/// 70 % in matched sentences`.
fn by_kind(finding: &Finding) -> String {
    let kinds = [Kind::Identical, Kind::Edited, Kind::Rewritten].into_iter();
    let kinds = kinds
        .filter(|&kind| finding.reuse.of(kind) > 0)
        .map(|kind| {
            let share = percent(finding.share_of(finding.reuse.of(kind)));
            format!("{share} {}", kind.id())
        });
    let matched = percent(finding.share_of(finding.matched));
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    format!("{kinds}; {matched} in matched sentences")
}
