//! The report for programs: one JSON object, described in the README.

use std::io::{self, Write};

use serde::Serialize;

use super::{Outcome, Report};
use crate::check::{Excess, Finding, Passage, Region, Reuse, Reused, VerbatimRun};
use crate::load::shown_name;
use crate::render::json::{rounded, write_safe};

/// Raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Writes one JSON object and a line feed. Shares have four decimals.
///
/// Errors are those of `out`.
pub fn write(out: &mut impl Write, report: &Report<'_>) -> io::Result<()> {
    let document = Document {
        format: "wirediff-check",
        version: VERSION,
        sources: report.sources.len(),
        flagged: report.flagged(),
        limits: LimitsJson {
            max_reuse: report.limits.max_reuse,
            max_run: report.limits.max_run,
            max_matched: report.limits.max_matched,
        },
        stories: report
            .findings
            .iter()
            .map(|finding| story(report, finding))
            .collect(),
        troubles: (report.troubles.iter())
            .map(|trouble| TroubleJson {
                path: trouble.path.as_deref().map(shown_name),
                message: &trouble.message,
            })
            .collect(),
    };
    write_safe(out, &document)
}

#[derive(Serialize)]
struct Document<'r> {
    format: &'static str,
    version: u32,
    sources: usize,
    flagged: usize,
    limits: LimitsJson,
    stories: Vec<StoryJson<'r>>,
    troubles: Vec<TroubleJson<'r>>,
}

#[derive(Serialize)]
struct LimitsJson {
    max_reuse: f64,
    max_run: Option<usize>,
    max_matched: Option<f64>,
}

#[derive(Serialize)]
struct TroubleJson<'r> {
    path: Option<String>,
    message: &'r str,
}

#[derive(Serialize)]
struct StoryJson<'r> {
    path: String,
    outcome: &'static str,
    verdict: &'static str,
    words: usize,
    matched: f64,
    reuse: ReuseJson,
    excesses: Vec<&'static str>,
    credit: Option<&'r str>,
    longest_run: Option<RunJson>,
    sources: Vec<SourceJson>,
    reused: Vec<ReusedJson<'r>>,
}

fn story<'r>(report: &Report<'_>, finding: &'r Finding) -> StoryJson<'r> {
    StoryJson {
        path: shown_name(&finding.path),
        outcome: Outcome::of(finding).id(),
        verdict: finding.verdict.id(),
        words: finding.words,
        matched: rounded(finding.share_of(finding.matched)),
        reuse: shares(finding, &finding.reuse),
        excesses: finding.excesses.iter().map(Excess::id).collect(),
        credit: finding.credit.as_deref(),
        longest_run: finding.longest_run.map(|run| run_json(report, &run)),
        sources: (finding.sources.iter())
            .map(|from| SourceJson {
                path: report.source_name(from.source),
                reuse: shares(finding, &from.reuse),
            })
            .collect(),
        reused: finding
            .reused
            .iter()
            .map(|reused| reused_json(report, reused))
            .collect(),
    }
}

/// Words, and shares of all words of the story.
#[derive(Serialize)]
struct ReuseJson {
    words: usize,
    share: f64,
    identical: f64,
    edited: f64,
    rewritten: f64,
}

fn shares(finding: &Finding, reuse: &Reuse) -> ReuseJson {
    let share = |words| rounded(finding.share_of(words));
    ReuseJson {
        words: reuse.words(),
        share: share(reuse.words()),
        identical: share(reuse.identical),
        edited: share(reuse.edited),
        rewritten: share(reuse.rewritten),
    }
}

#[derive(Serialize)]
struct SourceJson {
    path: String,
    #[serde(flatten)]
    reuse: ReuseJson,
}

#[derive(Serialize)]
struct RunJson {
    words: usize,
    path: String,
    story: RegionJson,
    original: RegionJson,
}

fn run_json(report: &Report<'_>, run: &VerbatimRun) -> RunJson {
    RunJson {
        words: run.words,
        path: report.source_name(run.source),
        story: region(&run.story),
        original: region(&run.original),
    }
}

#[derive(Serialize)]
struct ReusedJson<'r> {
    kind: &'static str,
    words: usize,
    path: String,
    story: PassageJson<'r>,
    original: PassageJson<'r>,
    edits: Vec<EditJson>,
    shifted: Vec<ShiftJson>,
    also: Vec<AlsoJson>,
}

fn reused_json<'r>(report: &Report<'_>, reused: &'r Reused) -> ReusedJson<'r> {
    let edits = reused.edits.iter().map(|edit| EditJson {
        op: edit.op.id(),
        original: [edit.left.start, edit.left.end],
        story: [edit.right.start, edit.right.end],
    });
    let shifted = reused.shifted.iter().map(|shift| ShiftJson {
        original: [shift.left.start, shift.left.end],
        story: [shift.right.start, shift.right.end],
    });
    let also = reused.also.iter().map(|(source, place)| AlsoJson {
        path: report.source_name(*source),
        region: region(place),
    });
    ReusedJson {
        kind: reused.kind.id(),
        words: reused.words,
        path: report.source_name(reused.source),
        story: passage(&reused.story),
        original: passage(&reused.original),
        edits: edits.collect(),
        shifted: shifted.collect(),
        also: also.collect(),
    }
}

#[derive(Serialize)]
struct EditJson {
    op: &'static str,
    original: [u32; 2],
    story: [u32; 2],
}

#[derive(Serialize)]
struct ShiftJson {
    original: [u32; 2],
    story: [u32; 2],
}

#[derive(Serialize)]
struct AlsoJson {
    path: String,
    #[serde(flatten)]
    region: RegionJson,
}

#[derive(Serialize)]
struct PassageJson<'r> {
    #[serde(flatten)]
    region: RegionJson,
    start: usize,
    end: usize,
    text: &'r str,
}

fn passage(passage: &Passage) -> PassageJson<'_> {
    PassageJson {
        region: region(&passage.region),
        start: passage.bytes.start,
        end: passage.bytes.end,
        text: &passage.text,
    }
}

#[derive(Serialize)]
struct RegionJson {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn region(region: &Region) -> RegionJson {
    RegionJson {
        line: region.start.line,
        column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
    }
}
