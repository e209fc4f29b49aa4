//! The report for people: verdict, shares and places, and each reused sentence beside what it
//! was made from, with the words that differ marked.

use std::io::{self, Write};
use std::ops::Range;

use super::{Outcome, Report, by_kind, count, percent, summary};
use crate::check::{Finding, Passage, Reused};
use crate::layout::{
    Emphasis, Look, Role, Sign, Text, differing, display_width, safe_text, visible_name, wrap,
};
use crate::load::shown_name;
use crate::model::{Kind, Op, Span};
use crate::render::terminal;
use crate::theme::Theme;

/// How the report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colours, or brackets in their place.
    pub theme: Theme,
    /// The columns into which sentences are wrapped; without it, each takes one line.
    pub width: Option<usize>,
    /// One line for each story, without the evidence.
    pub summary: bool,
}

/// How many sources of a story are listed.
const LISTED: usize = 10;
/// How many further places of a sentence are listed.
const ALSO_LISTED: usize = 5;
/// What stands before the lines of a sentence, so that no text of a story can pass for a line
/// of the report, or for a command to the system that runs it.
const BAR: &str = "    │ ";

/// Writes the report: stories in order, then a line that sums up.
///
/// Errors are those of `out`.
pub fn write(out: &mut impl Write, report: &Report<'_>, style: Style) -> io::Result<()> {
    for finding in report.findings {
        write_finding(out, report, finding, style)?;
        if !style.summary {
            writeln!(out)?;
        }
    }
    let stories = count(report.findings.len(), "story");
    let sources = count(report.sources.len(), "source");
    write!(
        out,
        "{stories} held against {sources}: {} flagged",
        report.flagged()
    )?;
    match report.troubles.len() {
        0 => writeln!(out),
        troubles => writeln!(out, ", {}", count(troubles, "trouble")),
    }
}

/// Writes what was found about one story.
pub(super) fn write_finding(
    out: &mut impl Write,
    report: &Report<'_>,
    finding: &Finding,
    style: Style,
) -> io::Result<()> {
    let mut lines = vec![first_line(finding)];
    if !style.summary {
        lines.extend(head(report, finding));
        for reused in &finding.reused {
            lines.extend(reused_lines(report, finding, reused, style));
        }
    }
    terminal::write(out, lines, style.theme, &terminal::NO_LINKS)
}

/// What the check comes to for a story.
fn first_line(finding: &Finding) -> Text {
    let outcome = match Outcome::of(finding) {
        Outcome::Flagged => "FLAGGED ",
        Outcome::Credited => "credited",
        Outcome::Passed => "passed  ",
    };
    let mut first = Text::new();
    first.push(outcome, Role::HeadLabel);
    first.push(" ", Role::Blank);
    first.push(&visible_name(&shown_name(&finding.path)), Role::HeadName);
    first.push(&format!(": {}", summary(finding)), Role::HeadFigure);
    first
}

/// The other lines about the story as a whole.
fn head(report: &Report<'_>, finding: &Finding) -> Vec<Text> {
    let mut lines = Vec::new();
    let mut tell = |what: &str| {
        let mut line = Text::new();
        line.push("         ", Role::Blank);
        line.push(&visible_name(what), Role::HeadFigure);
        lines.push(line);
    };
    if let Some(credit) = &finding.credit {
        tell(&format!("names its source: {credit}"));
    }
    if finding.reused.is_empty() {
        return lines;
    }
    tell(&by_kind(finding));
    if let Some(run) = finding.longest_run {
        let story = format!("{}:{}", shown_name(&finding.path), run.story.start.line);
        let source = report.source_line(run.source, run.original.start.line);
        tell(&format!(
            "longest verbatim run: {}, {story} from {source}",
            count(run.words, "word")
        ));
    }
    for from in finding.sources.iter().take(LISTED) {
        let share = percent(finding.share_of(from.reuse.words()));
        tell(&format!(
            "{share:>5} in {}",
            report.source_name(from.source)
        ));
    }
    if let Some(more @ 1..) = finding.sources.len().checked_sub(LISTED) {
        tell(&format!("      and in {}", count(more, "further source")));
    }
    lines
}

/// A reused sentence: once where it is identical, else after what it was made from.
fn reused_lines(
    report: &Report<'_>,
    finding: &Finding,
    reused: &Reused,
    style: Style,
) -> Vec<Text> {
    let sign = Sign::from(reused.kind);
    let line = reused.story.region.start.line;
    let story = format!("{}:{line}", shown_name(&finding.path));
    let original = report.source_line(reused.source, reused.original.region.start.line);
    let mut lines = Vec::new();
    if reused.kind == Kind::Identical {
        lines.push(place(
            sign.symbol(),
            sign,
            &format!("{story} from {original}"),
        ));
    } else {
        lines.push(place(sign.symbol(), sign, &original));
        let left = |spans: (Span, Span)| spans.0;
        let gone = marked(reused, &reused.original, left, Emphasis::Gone);
        lines.extend(sentence(&reused.original, sign, &gone, style));
        lines.push(place(' ', sign, &story));
    }
    let new = marked(reused, &reused.story, |spans| spans.1, Emphasis::New);
    lines.extend(sentence(&reused.story, sign, &new, style));
    if !reused.also.is_empty() {
        lines.push(place(' ', sign, &also(report, reused)));
    }
    lines
}

fn also(report: &Report<'_>, reused: &Reused) -> String {
    let listed = reused.also.iter().take(ALSO_LISTED);
    let listed = listed.map(|(source, region)| report.source_line(*source, region.start.line));
    let listed = listed.collect::<Vec<_>>().join(", ");
    match reused.also.len().saturating_sub(ALSO_LISTED) {
        0 => format!("also in {listed}"),
        more => format!("also in {listed} and {}", count(more, "further place")),
    }
}

/// A line that says where a sentence stands.
fn place(symbol: char, sign: Sign, place: &str) -> Text {
    let mut line = Text::new();
    line.push(&format!("  {symbol} "), Role::Label(sign));
    line.push(&visible_name(place), Role::Note);
    line
}

/// The words of one side that differ, and how: `emphasis` tells it of those that have not shifted.
fn marked(
    reused: &Reused,
    passage: &Passage,
    side: fn((Span, Span)) -> Span,
    emphasis: Emphasis,
) -> Vec<(Range<usize>, Emphasis)> {
    let changed = reused.edits.iter().filter(|edit| edit.op != Op::Equal);
    let changed = changed.map(|edit| side((edit.left, edit.right)).range());
    let changed: Vec<_> = changed.filter(|span| !span.is_empty()).collect();
    let shifted = reused.shifted.iter();
    let shifted = shifted.map(|shift| side((shift.left, shift.right)).range());
    let mut shifted: Vec<_> = shifted.collect();
    // They come in the order of the source.
    shifted.sort_unstable_by_key(|span| span.start);
    differing(&passage.text, &changed, &shifted, emphasis)
}

fn sentence(
    passage: &Passage,
    sign: Sign,
    differing: &[(Range<usize>, Emphasis)],
    style: Style,
) -> Vec<Text> {
    let look = Look::from(Role::Sentence(sign));
    let text = safe_text(&passage.text, 0..passage.text.len(), look, differing);
    let width = style.width.map_or(usize::MAX, |width| {
        width.saturating_sub(display_width(BAR)).max(1)
    });
    let lines = wrap(&text, width, style.theme.marks()).into_iter();
    let barred = lines.map(|words| {
        let mut line = Text::new();
        line.push(BAR, Role::Rule);
        line.push_text(&words);
        line
    });
    barred.collect()
}
