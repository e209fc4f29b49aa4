//! SARIF 2.1.0, for code scanning: a result for each reused sentence, and one for each limit
//! that a story is above.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde_sarif::sarif::{
    ArtifactContent, ArtifactLocation, Invocation, Location, Message, MultiformatMessageString,
    Notification, PhysicalLocation, Region as SarifRegion, ReportingDescriptor, Result as Found,
    ResultLevel, Run, SCHEMA_URL, Tool, ToolComponent,
};

use super::{Report, Trouble, count, percent, summary};
use crate::check::{Excess, Finding, Passage, Region, Reused};
use crate::model::Kind;
use crate::render::json::{Each, write_safe};
use crate::uri;

/// The rules, with what each of them says.
const RULES: [(&str, &str); 6] = [
    (
        "identical-sentence",
        "The sentence stands in a source in the same words.",
    ),
    (
        "edited-sentence",
        "The sentence stands in a source with few words changed.",
    ),
    (
        "rewritten-sentence",
        "The sentence is one of a source, reworked or kept in part.",
    ),
    (
        "max-reuse",
        "A larger share of the story's words is kept from the sources than allowed.",
    ),
    (
        "max-run",
        "More words in a row are kept from a source than allowed.",
    ),
    (
        "max-matched",
        "A larger share of the story stands in sentences of the sources, whatever was kept of them, \
         than allowed.",
    ),
];

/// Where the rule of that name stands in [`RULES`]; every one that is asked for is there.
fn rule_of(id: &str) -> usize {
    RULES
        .iter()
        .position(|(known, _)| *known == id)
        .unwrap_or(0)
}

/// The name of the rule for sentences of a kind.
fn of_kind(kind: Kind) -> String {
    format!("{}-sentence", kind.id())
}

/// Writes one JSON object and a line feed.
///
/// Columns count Unicode characters. Fingerprints depend on what a sentence says, not on where
/// it stands. Errors are those of `out`.
pub fn write(out: &mut impl Write, report: &Report<'_>) -> io::Result<()> {
    let rules = RULES.map(|(id, says)| {
        let says = MultiformatMessageString::builder().text(says).build();
        ReportingDescriptor::builder()
            .id(id)
            .short_description(says)
            .build()
    });
    let driver = ToolComponent::builder()
        .name("wirediff")
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(rules)
        .build();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind("unicodeCodePoints")
        .invocations([invocation(report.troubles)])
        .build();
    let findings = report.findings.iter();
    let log = Log {
        schema: SCHEMA_URL,
        version: "2.1.0",
        runs: [WholeRun {
            run,
            results: Each(findings.flat_map(|finding| results(report, finding))),
        }],
    };
    write_safe(out, &log)
}

/// `Sarif` with a run whose results are made one by one: each takes kilobytes in memory.
#[derive(Serialize)]
struct Log<R: Serialize> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [WholeRun<R>; 1],
}

#[derive(Serialize)]
struct WholeRun<R: Serialize> {
    #[serde(flatten)]
    run: Run,
    results: R,
}

/// How the run went: what could not be read is a notification.
fn invocation(troubles: &[Trouble]) -> Invocation {
    let notification = |trouble: &Trouble| {
        let notification = Notification::builder()
            .level("error")
            .message(message(escaped(&trouble.message)));
        match &trouble.path {
            Some(path) => notification.locations([location(path, None)]).build(),
            None => notification.build(),
        }
    };
    Invocation::builder()
        .execution_successful(troubles.is_empty())
        .tool_execution_notifications(troubles.iter().map(notification).collect::<Vec<_>>())
        .build()
}

/// What is said about one story.
fn results<'r>(
    report: &'r Report<'_>,
    finding: &'r Finding,
) -> impl Iterator<Item = Found> + Clone + 'r {
    let flagged: &[Excess] = if finding.is_flagged() {
        &finding.excesses
    } else {
        &[]
    };
    let exceeded = flagged.iter().map(|excess| exceeded(finding, excess));
    let sentences = finding.reused.iter().zip(occurrences(finding));
    exceeded.chain(sentences.map(|(reused, (hash, occurrence))| {
        sentence(report, finding, reused, fingerprints(hash, occurrence))
    }))
}

/// For each reused sentence the hash of what it says, and how often that was said up to there.
fn occurrences(finding: &Finding) -> Vec<(u64, usize)> {
    let mut seen = HashMap::new();
    let occurrence = |reused: &Reused| {
        let hash = hash(words(&reused.story.text));
        let occurrence: &mut usize = seen.entry(hash).or_default();
        *occurrence += 1;
        (hash, *occurrence)
    };
    finding.reused.iter().map(occurrence).collect()
}

fn exceeded(finding: &Finding, excess: &Excess) -> Found {
    let rule = rule_of(excess.id());
    let path = finding.path.as_os_str().as_encoded_bytes();
    let fingerprint = hash(RULES[rule].0.bytes().chain(path.iter().copied()));
    // The run is where it is; the share is the whole story's, and shown where it starts.
    let place = match (excess, &finding.longest_run) {
        (Excess::Run(_), Some(run)) => run.story,
        _ => finding
            .reused
            .first()
            .map_or(FIRST_LINE, |reused| reused.story.region),
    };
    let said = summary(finding);
    Found::builder()
        .rule_id(RULES[rule].0)
        .rule_index(rule as i64)
        .level(ResultLevel::Error)
        .message(message(escaped(&said)))
        .locations([location(&finding.path, Some((&place, None)))])
        .partial_fingerprints(fingerprints(fingerprint, 1))
        .build()
}

/// Where a story starts.
const FIRST_LINE: Region = Region {
    start: crate::check::Position { line: 1, column: 1 },
    end: crate::check::Position { line: 1, column: 1 },
};

fn sentence(
    report: &Report<'_>,
    finding: &Finding,
    reused: &Reused,
    fingerprints: BTreeMap<String, String>,
) -> Found {
    let rule = rule_of(&of_kind(reused.kind));
    let level = match finding.is_flagged() {
        true => ResultLevel::Warning,
        false => ResultLevel::Note,
    };
    Found::builder()
        .rule_id(RULES[rule].0)
        .rule_index(rule as i64)
        .level(level)
        .message(message(said(report, finding, reused)))
        .locations([passage(&finding.path, &reused.story)])
        .related_locations(originals(report, reused))
        .partial_fingerprints(fingerprints)
        .build()
}

/// The message on a sentence, with a link to the source that viewers can follow.
fn said(report: &Report<'_>, finding: &Finding, reused: &Reused) -> String {
    let line = reused.original.region.start.line;
    let source = escaped(&report.source_line(reused.source, line));
    let likeness = match reused.kind {
        Kind::Identical => "identical to",
        Kind::Edited => "edited from",
        Kind::Rewritten => "rewritten from",
    };
    let words = count(reused.words, "word");
    let share = percent(finding.share_of(reused.words));
    format!("Sentence {likeness} [{source}](1): {words} kept, {share} of the story.")
}

/// Where the sentence stands in sources; the first one is what messages link to.
fn originals(report: &Report<'_>, reused: &Reused) -> Vec<Location> {
    let first = passage(report.sources.path(reused.source), &reused.original);
    let also = (reused.also.iter())
        .map(|(source, region)| location(report.sources.path(*source), Some((region, None))));
    let numbered = std::iter::once(first).chain(also).zip(1..);
    let told = numbered.map(|(location, id)| Location {
        id: Some(id),
        message: Some(message(if id == 1 { "the source" } else { "also here" })),
        ..location
    });
    told.collect()
}

fn passage(path: &Path, passage: &Passage) -> Location {
    location(path, Some((&passage.region, Some(&passage.text))))
}

/// A place in a file, and the text that stands there.
fn location(path: &Path, place: Option<(&Region, Option<&String>)>) -> Location {
    let artifact = ArtifactLocation::builder()
        .uri(uri::of_file("", path))
        .build();
    let region = place.map(|(Region { start, end }, text)| SarifRegion {
        start_line: Some(start.line as i64),
        start_column: Some(start.column as i64),
        end_line: Some(end.line as i64),
        end_column: Some(end.column as i64),
        snippet: text.map(|text| ArtifactContent::builder().text(text).build()),
        ..SarifRegion::default()
    });
    let physical = PhysicalLocation {
        artifact_location: Some(artifact),
        region,
        ..PhysicalLocation::default()
    };
    Location::builder().physical_location(physical).build()
}

fn message(text: impl Into<String>) -> Message {
    Message::builder().text(text).build()
}

/// Text for a message, in which brackets make links and braces stand for arguments.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' => escaped.push(c),
            '[' | ']' | '\\' => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
    }
    escaped
}

/// Results are the same from run to run if these are. The first name is the one by which
/// GitHub knows an alert again.
fn fingerprints(hash: u64, occurrence: usize) -> BTreeMap<String, String> {
    let value = format!("{hash:016x}:{occurrence}");
    ["primaryLocationLineHash", "wirediffSentence/v1"]
        .map(|name| (name.to_owned(), value.clone()))
        .into()
}

/// The words of a sentence, in lower case and each with a blank after it.
fn words(text: &str) -> impl Iterator<Item = u8> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let bytes = words.flat_map(|word| (word.to_lowercase() + " ").into_bytes());
    bytes.collect::<Vec<_>>().into_iter()
}

/// FNV-1a in 64 bits (Fowler, Noll, Vo): fingerprints are kept by others, so the hash may
/// never change.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_and_every_kind_has_a_rule() {
        for excess in [Excess::Reuse(0.3), Excess::Run(3), Excess::Matched(0.6)] {
            assert_eq!(RULES[rule_of(excess.id())].0, excess.id());
        }
        for kind in [Kind::Identical, Kind::Edited, Kind::Rewritten] {
            assert_eq!(RULES[rule_of(&of_kind(kind))].0, of_kind(kind));
        }
    }
}
