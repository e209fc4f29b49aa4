//! Every format, read back by another reader than its writer, or held against its schema.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use roxmltree::Document;
use serde_json::Value;

use super::*;

#[test]
fn text_shows_the_evidence() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.report(1, &["own.txt", "story.txt"]));
}

#[test]
fn text_in_colour_says_the_same_without_brackets() {
    let desk = Desk::new();
    let coloured = desk.report(1, &["story.txt", "--color", "always"]);
    let plain = desk.report(1, &["story.txt"]);
    assert!(coloured.contains("\u{1b}[") && !coloured.contains("[-"));
    let mut bare = String::new();
    for part in coloured.split("\u{1b}[") {
        bare.push_str(part.split_once('m').map_or(part, |(codes, text)| {
            let is_code = codes
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b';');
            if is_code { text } else { part }
        }));
    }
    let plain = ["[-", "-]", "{+", "+}", "[=", "=]"]
        .iter()
        .fold(plain, |text, mark| text.replace(mark, ""));
    assert_eq!(bare, plain);
}

#[test]
fn text_wraps_to_a_width() {
    let desk = Desk::new();
    for width in [16, 40, 78] {
        let report = desk.report(1, &["story.txt", "--width", &width.to_string()]);
        let sentences = report.lines().filter(|line| line.starts_with("    │ "));
        let longest = sentences.map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= width && longest + 8 > width, "{report}");
    }
}

#[test]
fn json_tells_where_each_word_comes_from() {
    let desk = Desk::new();
    let report = desk.json(1, &["story.txt", "own.txt"]);
    assert_eq!(report["format"], "wirediff-check");
    assert_eq!(
        (&report["flagged"], &report["sources"]),
        (&1.into(), &1.into())
    );
    assert_eq!(paths(&report), ["story.txt", "own.txt"]);
    let [story, own] = [0, 1].map(|at| &report["stories"][at]);
    assert_eq!(
        (&story["outcome"], &own["outcome"]),
        (&"flagged".into(), &"passed".into())
    );
    assert_eq!(
        (&own["verdict"], &own["reuse"]["words"]),
        (&"non-derived".into(), &0.into())
    );
    let share = |of: &str| story["reuse"][of].as_f64().unwrap();
    let by_kind = share("identical") + share("edited") + share("rewritten");
    assert!((share("share") - by_kind).abs() < 2e-4);
    for reused in story["reused"].as_array().unwrap() {
        assert_eq!(reused["path"], "wire/ferry.txt");
        for (side, text) in [("story", STORY), ("original", WIRE)] {
            let place = &reused[side];
            let [start, end] = ["start", "end"].map(|at| place[at].as_u64().unwrap() as usize);
            assert_eq!(place["text"], text[start..end]);
            let line = text[..start].matches('\n').count() + 1;
            assert_eq!(place["line"], line);
            let edits = reused["edits"].as_array().unwrap().iter();
            let joined: String = edits
                .map(|edit| slice(place["text"].as_str().unwrap(), &edit[side]))
                .collect();
            assert_eq!(place["text"], joined, "the edits cover the sentence");
        }
    }
}

fn slice<'t>(text: &'t str, range: &Value) -> &'t str {
    let [start, end] = [0, 1].map(|at| range[at].as_u64().unwrap() as usize);
    &text[start..end]
}

/// A workflow command as the runner of GitHub Actions takes it apart.
#[derive(Debug)]
struct Annotation {
    level: String,
    properties: Vec<(String, String)>,
    message: String,
}

impl Annotation {
    fn parse(line: &str) -> Annotation {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (level, properties) = head.split_once(' ').unwrap();
        let unescaped = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
        let properties = properties.split(',').map(|property| {
            let (key, value) = property.split_once('=').unwrap();
            let value = unescaped(value).replace("%3A", ":").replace("%2C", ",");
            (key.to_owned(), value.replace("%25", "%"))
        });
        Annotation {
            level: level.to_owned(),
            properties: properties.collect(),
            message: unescaped(message).replace("%25", "%"),
        }
    }

    fn get(&self, key: &str) -> &str {
        let mut properties = self.properties.iter();
        properties
            .find(|(name, _)| name == key)
            .map_or("", |(_, value)| value)
    }
}

fn annotations(report: &str) -> Vec<Annotation> {
    report.lines().map(Annotation::parse).collect()
}

#[test]
fn github_annotates_the_sentences_of_flagged_stories() {
    let desk = Desk::new();
    desk.file("100%, a:b.txt", STORY);
    let report = desk.report(1, &["100%, a:b.txt", "own.txt", "--format", "github"]);
    let all = annotations(&report);
    let levels: Vec<_> = all
        .iter()
        .map(|annotation| annotation.level.as_str())
        .collect();
    assert_eq!(levels, ["error", "warning", "warning", "warning"]);
    assert!(
        all.iter()
            .all(|annotation| annotation.get("file") == "100%, a:b.txt")
    );
    assert!(
        all[0]
            .message
            .contains("of 50 words reused, more than 30 %; "),
        "{}",
        all[0].message
    );
    assert!(all[0].message.ends_with(" % in wire/ferry.txt"));
    assert_eq!(
        all[1].get("title"),
        "wirediff: identical from wire/ferry.txt:1"
    );
    assert_eq!([all[1].get("line"), all[1].get("col")], ["2", "1"]);
    assert_eq!(
        all[1].message,
        "The ferry Alma ran aground off Kestrel Point on Monday."
    );
}

#[test]
fn github_tells_of_reuse_within_the_limits_as_a_notice() {
    let desk = Desk::new();
    let report = desk.report(0, &["story.txt", "--max-reuse", "99", "--format", "github"]);
    let all = annotations(&report);
    assert_eq!((all.len(), all[0].level.as_str()), (1, "notice"));
}

/// The schema of SARIF 2.1.0, which the crate that writes it is made from.
fn sarif_schema() -> Value {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(rustc.stdout).unwrap();
    let host = about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        // Crates for other systems may never have been downloaded.
        .args(["--filter-platform", host, "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages
        .iter()
        .find(|package| package["name"] == "serde-sarif")
        .unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    let schema = manifest.with_file_name("src").join("schema.json");
    // A bracket of the pattern for languages stands alone, which strict readers refuse.
    let schema = fs::read_to_string(schema)
        .unwrap()
        .replace("{2}]?$", r"{2}\\]?$");
    serde_json::from_str(&schema).unwrap()
}

fn sarif(desk: &Desk, status: i32, arguments: &[&str]) -> Value {
    let output = desk.run(&[&["--format", "sarif"], arguments].concat());
    assert_eq!(output.status.code(), Some(status), "{}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&report)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0]);
    report["runs"][0].clone()
}

#[test]
fn sarif_holds_to_its_schema_and_leads_to_the_source() {
    let desk = Desk::new();
    let run = sarif(&desk, 1, &["story.txt", "own.txt", "--max-run", "3"]);
    let results = run["results"].as_array().unwrap();
    let rules: Vec<_> = results
        .iter()
        .map(|result| result["ruleId"].as_str().unwrap())
        .collect();
    let sentences = [
        "identical-sentence",
        "edited-sentence",
        "rewritten-sentence",
    ];
    assert_eq!(rules, [&["max-reuse", "max-run"][..], &sentences].concat());
    for result in results {
        let rule = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    }
    let edited = &results[3];
    let said = edited["message"]["text"].as_str().unwrap();
    assert!(
        said.starts_with("Sentence edited from [wire/ferry.txt:2](1): "),
        "{said}"
    );
    let place = &edited["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "story.txt");
    let region = &place["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"]),
        (&3.into(), &1.into())
    );
    assert_eq!(region["snippet"]["text"], STORY.lines().nth(2).unwrap());
    assert_eq!(region["endColumn"], STORY.lines().nth(2).unwrap().len() + 1);
    let source = &edited["relatedLocations"][0]["physicalLocation"];
    assert_eq!(source["artifactLocation"]["uri"], "wire/ferry.txt");
    assert_eq!(source["region"]["startLine"], 2);
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn sarif_tells_of_trouble() {
    let desk = Desk::new();
    let run = sarif(&desk, 2, &["story.txt", "gone [1].txt"]);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = &invocation["toolExecutionNotifications"][0];
    let uri = &told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "gone%20%5B1%5D.txt");
    assert!(
        told["message"]["text"]
            .as_str()
            .unwrap()
            .contains("gone \\[1\\].txt: no such file")
    );
}

/// The fingerprints of a story's sentences, whatever stands around them.
#[test]
fn sarif_knows_a_sentence_again_where_it_moved() {
    let desk = Desk::new();
    let fingerprints = |story: &str| {
        desk.file("story.txt", story);
        let run = sarif(&desk, 1, &["story.txt", "--max-reuse", "0"]);
        let results = run["results"].as_array().unwrap().iter();
        let sentences = results.filter(|result| result["ruleId"] != "max-reuse");
        let mut all: Vec<_> = sentences
            .map(|result| result["partialFingerprints"].to_string())
            .collect();
        all.sort();
        all
    };
    let before = fingerprints(STORY);
    assert_eq!(
        fingerprints(&format!("A new first line.\n\n{STORY}")),
        before
    );
    let repeated = fingerprints(&format!("{STORY}{STORY}"));
    let mut distinct = repeated.clone();
    distinct.dedup();
    assert_eq!(
        distinct.len(),
        repeated.len(),
        "a repeat has a fingerprint of its own"
    );
    assert!(
        before
            .iter()
            .all(|fingerprint| repeated.contains(fingerprint))
    );
}

#[test]
fn junit_is_xml_with_a_case_for_each_story() {
    let desk = Desk::new();
    desk.file(
        "hostile.txt",
        format!("\u{1b}[31m]]> <b>&amp; \u{202e}\n{STORY}"),
    );
    let output = desk.run(&[
        "--format",
        "junit",
        "story.txt",
        "own.txt",
        "hostile.txt",
        "gone.txt",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let report = stdout(&output);
    let document = Document::parse(&report).unwrap();
    let suite = document
        .descendants()
        .find(|node| node.has_tag_name("testsuite"))
        .unwrap();
    let counts = ["tests", "failures", "errors"].map(|count| suite.attribute(count));
    assert_eq!(counts, [Some("4"), Some("2"), Some("1")]);
    let cases: Vec<_> = suite
        .children()
        .filter(|node| node.has_tag_name("testcase"))
        .collect();
    let names: Vec<_> = cases
        .iter()
        .map(|case| case.attribute("name").unwrap())
        .collect();
    assert_eq!(names, ["story.txt", "own.txt", "hostile.txt", "gone.txt"]);
    let outcome = |case: usize| {
        let mut elements = cases[case].children().filter(|node| node.is_element());
        let element = elements.next().unwrap();
        (
            element.tag_name().name(),
            element.attribute("type"),
            element.text().unwrap_or(""),
        )
    };
    let (kind, verdict, details) = outcome(0);
    assert_eq!((kind, verdict), ("failure", Some("wholly-derived")));
    assert!(details.contains("The ferry Alma ran aground off Kestrel Point on Monday."));
    assert_eq!(outcome(1).0, "system-out");
    assert_eq!(outcome(3).0, "error");
}

#[test]
fn a_file_that_is_gone_is_told_in_every_format() {
    let desk = Desk::new();
    for format in ["json", "github", "sarif", "junit"] {
        let output = desk.run(&["own.txt", "gone.txt", "--format", format]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(
            stdout(&output).contains("gone.txt: no such file"),
            "{format}"
        );
        assert!(
            stderr(&output).starts_with("wirediff: gone.txt: no such file"),
            "{format}"
        );
    }
    let text = stdout(&desk.run(&["own.txt", "gone.txt"]));
    assert!(text.ends_with("1 story held against 1 source: 0 flagged, 1 trouble\n"));
}

#[test]
fn no_text_acts_on_the_reader_of_a_report() {
    let desk = Desk::new();
    let hostile = "::error::pwned by the \u{1b}[2J\u{9b}31m harbour \u{202e}master\u{2066} on a \
        long\u{feff} Monday\u{7f}\u{e0041}";
    let name = "::stop\u{1b}\u{9b}\u{202e}.txt";
    desk.file("wire/hostile.txt", hostile);
    desk.file(name, hostile);
    let gone = "gone\u{1b}\u{9b}\u{202e}.txt";
    for format in ["text", "github", "junit", "sarif", "json"] {
        let story = format!("./{name}");
        let output = desk.run(&[&story, gone, "--format", format]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        for said in [stdout(&output), stderr(&output)] {
            let acts = |c: char| {
                c.is_control() && c != '\n'
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
                    || matches!(c, '\u{e0000}'..='\u{e007f}')
            };
            assert!(!said.contains(acts), "{format}: {said:?}");
        }
        // The runner of GitHub Actions takes a line for a command that starts so.
        let report = stdout(&output);
        let commands = report
            .lines()
            .filter(|line| line.trim_start().starts_with("::"));
        assert_eq!(
            commands.count(),
            if format == "github" { 3 } else { 0 },
            "{report}"
        );
    }
}

#[test]
fn data_give_hostile_text_back_as_it_was() {
    let desk = Desk::new();
    let hostile = "A\u{9b}31m ferry \u{202e}ran aground\u{2066} near the old harbour on Monday.";
    desk.file("wire/hostile.txt", hostile);
    desk.file("hostile.txt", hostile);
    let json = desk.json(1, &["hostile.txt"]);
    let reused = &json["stories"][0]["reused"][0];
    assert_eq!(reused["story"]["text"], hostile);
    assert_eq!(reused["original"]["text"], hostile);
    let run = sarif(&desk, 1, &["hostile.txt"]);
    let results = run["results"].as_array().unwrap();
    let sentence = results
        .iter()
        .find(|result| result["ruleId"] == "identical-sentence")
        .unwrap();
    let region = &sentence["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["snippet"]["text"], hostile);
}
