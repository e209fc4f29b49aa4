//! Workflow commands of GitHub Actions, which become annotations of the files.

use std::io::{self, Write};

use super::{Outcome, Report, by_kind, summary};
use crate::check::{Finding, Passage, Region, Reused};
use crate::layout::visible_name;
use crate::load::shown_name;

/// Writes one command a line: an error for each flagged story and each trouble, a notice for
/// each other story that reuses anything, and for flagged ones a warning for each reused
/// sentence. GitHub shows ten of each level for a step.
///
/// Errors are those of `out`.
pub fn write(out: &mut impl Write, report: &Report<'_>) -> io::Result<()> {
    for finding in report.findings {
        write_finding(out, report, finding)?;
    }
    for trouble in report.troubles {
        let path = trouble.path.as_deref().map(shown_name);
        let file = path.map(|path| ("file", path));
        let title = ("title", "wirediff: trouble".to_owned());
        let properties: Vec<_> = file.into_iter().chain([title]).collect();
        write_command(out, "error", &properties, &trouble.message)?;
    }
    Ok(())
}

fn write_finding(out: &mut impl Write, report: &Report<'_>, finding: &Finding) -> io::Result<()> {
    let outcome = Outcome::of(finding);
    let level = match outcome {
        Outcome::Flagged => "error",
        Outcome::Passed if finding.reused.is_empty() => return Ok(()),
        Outcome::Passed | Outcome::Credited => "notice",
    };
    let path = shown_name(&finding.path);
    let mut message = summary(finding);
    if !finding.reused.is_empty() {
        message = format!("{message}\n{}", by_kind(finding));
    }
    for from in &finding.sources {
        let share = super::percent(finding.share_of(from.reuse.words()));
        message = format!("{message}\n{share} in {}", report.source_name(from.source));
    }
    if let Some(credit) = &finding.credit {
        message = format!("{message}\ncredited: {credit}");
    }
    let first = finding
        .reused
        .first()
        .map_or(1, |reused| reused.story.region.start.line);
    let title = format!("wirediff: {}", finding.verdict);
    let properties = [
        ("file", path),
        ("line", first.to_string()),
        ("title", title),
    ];
    write_command(out, level, &properties, &message)?;
    if outcome == Outcome::Flagged {
        for reused in &finding.reused {
            write_reused(out, report, finding, reused)?;
        }
    }
    Ok(())
}

fn write_reused(
    out: &mut impl Write,
    report: &Report<'_>,
    finding: &Finding,
    reused: &Reused,
) -> io::Result<()> {
    let Passage { region, text, .. } = &reused.original;
    let place = report.source_line(reused.source, region.start.line);
    let title = format!("wirediff: {} from {place}", reused.kind.id());
    let mut properties = vec![("file", shown_name(&finding.path))];
    properties.extend(lines_and_columns(&reused.story.region));
    properties.push(("title", title));
    write_command(out, "warning", &properties, text)
}

/// The place of an annotation. GitHub takes columns only where it starts and ends on one line.
fn lines_and_columns(region: &Region) -> Vec<(&'static str, String)> {
    let Region { start, end } = region;
    let mut place = vec![
        ("line", start.line.to_string()),
        ("endLine", end.line.to_string()),
    ];
    if start.line == end.line {
        place.push(("col", start.column.to_string()));
        place.push(("endColumn", end.column.to_string()));
    }
    place
}

fn write_command(
    out: &mut impl Write,
    level: &str,
    properties: &[(&str, String)],
    message: &str,
) -> io::Result<()> {
    let properties: Vec<_> = (properties.iter())
        .map(|(key, value)| format!("{key}={}", escaped_property(value)))
        .collect();
    writeln!(
        out,
        "::{level} {}::{}",
        properties.join(","),
        escaped_data(message)
    )
}

/// A message, as the runner reads it back.
fn escaped_data(text: &str) -> String {
    (visible(text).replace('%', "%25"))
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, as the runner reads it back.
fn escaped_property(text: &str) -> String {
    escaped_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A text that does nothing to the terminal of who reads the log. Line ends stay: they are
/// escaped, and a path without them would be another file's.
fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for part in text.split_inclusive(['\r', '\n']) {
        let line = part.trim_end_matches(['\r', '\n']);
        visible.push_str(&visible_name(line));
        visible.push_str(&part[line.len()..]);
    }
    visible
}
