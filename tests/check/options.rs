//! Each flag does what it says.

use std::io::Write;

use super::*;

fn story(desk: &Desk, status: i32, arguments: &[&str]) -> Value {
    desk.json(status, &[&["story.txt"], arguments].concat())["stories"][0].clone()
}

#[test]
fn nothing_flagged_is_0_and_a_flag_is_1() {
    let desk = Desk::new();
    desk.report(0, &["own.txt"]);
    desk.report(1, &["own.txt", "story.txt"]);
}

#[test]
fn capitals_hide_no_reuse() {
    let desk = Desk::new();
    desk.file("telex.txt", WIRE.to_uppercase());
    let telex = &desk.json(1, &["telex.txt"])["stories"][0];
    assert_eq!(telex["reuse"]["share"], 1.0);
    assert_eq!(telex["reuse"]["identical"], 1.0);
}

#[test]
fn max_reuse_and_max_run_set_the_limits() {
    let desk = Desk::new();
    let over = |status, arguments: &[&str]| story(&desk, status, arguments)["excesses"].clone();
    assert_eq!(over(1, &[]), serde_json::json!(["max-reuse"]));
    assert_eq!(over(0, &["--max-reuse", "90"]), serde_json::json!([]));
    assert_eq!(
        over(1, &["--max-reuse=90%", "--max-run", "10"]),
        serde_json::json!(["max-run"])
    );
    assert_eq!(
        over(0, &["--max-reuse", "90", "--max-run", "11"]),
        serde_json::json!([])
    );
    for wrong in ["101", "-1", "much", "nan"] {
        let message = format!(
            "invalid value '{wrong}' for '--max-reuse <PERCENT>': give a number from 0 to 100"
        );
        desk.fails(&["story.txt", "--max-reuse", wrong], &message);
    }
}

#[test]
fn ignore_quotes_leaves_out_what_is_quoted() {
    let desk = Desk::new();
    desk.file(
        "story.txt",
        "„Nobody was injured,“ the harbour master said.\nIt rained.\n",
    );
    let all = story(&desk, 1, &[]);
    let own = story(&desk, 1, &["--ignore-quotes"]);
    assert_eq!((&all["words"], &own["words"]), (&9.into(), &6.into()));
    assert_eq!(
        (&all["reuse"]["words"], &own["reuse"]["words"]),
        (&7.into(), &4.into())
    );
    assert_eq!(story(&desk, 1, &["--ignore-quotes=false"])["words"], 9);
}

#[test]
fn ignore_lines_leaves_out_lines() {
    let desk = Desk::new();
    let ignoring = [
        "--ignore-lines",
        "^The ferry",
        "--ignore-lines",
        "(?i)LIFEBOAT",
    ];
    let left = story(&desk, 0, &[&ignoring[..], &["--max-reuse", "90"]].concat());
    assert_eq!(left["reused"].as_array().unwrap().len(), 1);
    let output = desk.run(&["story.txt", "--ignore-lines", "("]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).starts_with("wirediff: invalid value '(' for '--ignore-lines <REGEX>'")
    );
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn allow_credit_reports_but_does_not_flag() {
    let desk = Desk::new();
    desk.file("story.txt", format!("LUND (Meridian) - {STORY}"));
    let credited = story(&desk, 0, &["--allow-credit", r"\(Meridian\)"]);
    assert_eq!(
        (&credited["outcome"], &credited["credit"]),
        (&"credited".into(), &"(Meridian)".into())
    );
    assert_eq!(credited["excesses"], serde_json::json!(["max-reuse"]));
    story(&desk, 1, &["--allow-credit", r"\(Reuters\)"]);
}

#[test]
fn min_words_leaves_out_short_matches() {
    let desk = Desk::new();
    let reused = |arguments| {
        story(&desk, 1, arguments)["reused"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(reused(&[]), 3);
    assert_eq!(reused(&["--min-words", "8"]), 2);
}

#[test]
fn min_similarity_is_the_aligners() {
    let desk = Desk::new();
    let strict = story(&desk, 0, &["--min-similarity", "1", "--max-reuse", "50"]);
    assert_eq!(strict["reused"].as_array().unwrap().len(), 1);
}

#[test]
fn glob_chooses_among_the_files_of_folders() {
    let desk = Desk::new();
    desk.file("stories/a.txt", OWN);
    desk.file("stories/deep/b.txt", OWN);
    desk.file("stories/notes.md", OWN);
    let taken = |globs: &[&str]| {
        let report = desk.json(0, &[&["stories"], globs].concat());
        paths(&report).join(" ")
    };
    assert_eq!(
        taken(&[]),
        "stories/a.txt stories/deep/b.txt stories/notes.md"
    );
    assert_eq!(
        taken(&["--glob", "*.txt"]),
        "stories/a.txt stories/deep/b.txt"
    );
    assert_eq!(
        taken(&["--glob", "!deep", "--glob", "*.txt"]),
        "stories/a.txt"
    );
    desk.file("stories/.hidden.txt", OWN);
    desk.file("stories/.git/b.txt", OWN);
    desk.file("stories/draft.txt", OWN);
    desk.file("stories/.ignore", "draft.txt\n");
    assert_eq!(
        taken(&["--glob", "*.txt"]),
        "stories/a.txt stories/deep/b.txt",
        "what is hidden or ignored is not brought back"
    );
    desk.fails(
        &["stories", "--glob", "["],
        "--glob: error parsing glob '[': unclosed character class; missing ']'; \
         patterns are those of .gitignore",
    );
}

#[test]
fn hidden_and_ignored_files_are_left_out_unless_asked_for() {
    let desk = Desk::new();
    desk.file("stories/a.txt", OWN);
    desk.file("stories/.hidden.txt", OWN);
    desk.file("stories/draft.txt", OWN);
    desk.file("stories/.ignore", "draft.txt\n");
    assert_eq!(paths(&desk.json(0, &["stories"])), ["stories/a.txt"]);
    let all = desk.json(0, &["stories", "--no-ignore"]);
    assert_eq!(paths(&all), ["stories/a.txt", "stories/draft.txt"]);
    let named = desk.json(0, &["stories/.hidden.txt", "stories/draft.txt"]);
    assert_eq!(paths(&named).len(), 2, "what is named is taken");
}

#[test]
fn against_takes_files_and_folders_and_may_be_repeated() {
    let desk = Desk::new();
    desk.file("other.txt", "Shops in the old town stayed shut all day.");
    let report = desk.json(
        1,
        &[
            "story.txt",
            "--against",
            "other.txt",
            "--against",
            "wire/ferry.txt",
        ],
    );
    assert_eq!(report["sources"], 2, "the same file is one source");
    let sources = report["stories"][0]["sources"].as_array().unwrap().iter();
    let sources: Vec<_> = sources
        .map(|source| source["path"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["wire/ferry.txt", "other.txt"]);
}

#[test]
fn stories_come_from_a_list() {
    let desk = Desk::new();
    desk.file("two words.txt", OWN);
    desk.file("new\nline.txt", OWN);
    desk.file("list", "own.txt\r\ntwo words.txt\n\n");
    let from = |list: &str| {
        let mut command = desk.command();
        command.args([
            "--against",
            "wire",
            "--format",
            "json",
            "--stories-from",
            "-",
        ]);
        let output = command.write_stdin(list).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    assert_eq!(
        paths(&from("own.txt\ntwo words.txt\n")),
        ["own.txt", "two words.txt"]
    );
    assert_eq!(
        paths(&from("own.txt\0new\nline.txt\0")),
        ["own.txt", "new\nline.txt"]
    );
    assert_eq!(paths(&from("")), [""; 0], "no story, no harm");
    assert_eq!(
        paths(&desk.json(0, &["--stories-from", "list"])),
        ["own.txt", "two words.txt"]
    );
}

#[test]
fn a_story_comes_from_standard_input() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.args(["--against", "wire", "-"]).write_stdin(STORY);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("FLAGGED  -: "));
    desk.fails(
        &["-", "--stories-from", "-"],
        "-: standard input can be read only once; put one of its texts into a file",
    );
}

#[test]
fn encoding_and_language_are_those_of_all_files() {
    let desk = Desk::new();
    desk.file(
        "wire/ferry.txt",
        b"Die F\xe4hre lief am Montag vor der K\xfcste auf Grund.",
    );
    desk.file(
        "story.txt",
        b"Die F\xe4hre lief am Montag vor der K\xfcste auf Grund.",
    );
    let found = story(&desk, 1, &["--encoding", "windows-1252", "--lang", "de"]);
    assert_eq!(
        found["reused"][0]["story"]["text"],
        "Die Fähre lief am Montag vor der Küste auf Grund."
    );
}

#[test]
fn output_is_a_file_that_appears_whole() {
    let desk = Desk::new();
    desk.file("old.json", "old");
    let printed = desk.report(1, &["story.txt", "--format", "json"]);
    let written = desk.report(
        1,
        &["story.txt", "--format", "json", "--output", "old.json"],
    );
    assert_eq!(written, "");
    assert_eq!(fs::read_to_string(desk.path("old.json")).unwrap(), printed);
    desk.file("file", "");
    for output in ["gone/report.json", "wire"] {
        let output = desk.run(&["story.txt", "--format", "json", "--output", output]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            stderr(&output).contains("cannot be written"),
            "{}",
            stderr(&output)
        );
    }
    let left: Vec<_> = fs::read_dir(desk.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 5, "{left:?}");
}

#[cfg(unix)]
#[test]
fn output_to_standard_output_leaves_what_stands_there() {
    let desk = Desk::new();
    let printed = desk.report(0, &["story.txt", "--max-reuse", "90"]);
    for output in ["-", "/dev/stdout", "log.txt"] {
        let mut log = fs::File::create(desk.path("log.txt")).unwrap();
        log.write_all(b"before\n").unwrap();
        let mut check = std::process::Command::new(assert_cmd::cargo::cargo_bin!());
        check.current_dir(desk.path("")).stdout(log);
        check.args(["check", "story.txt", "--against=wire", "--max-reuse=90"]);
        assert!(check.args(["--output", output]).status().unwrap().success());
        let log = fs::read_to_string(desk.path("log.txt")).unwrap();
        assert_eq!(log, format!("before\n{printed}"), "{output}");
    }
    let piped = desk.report(
        0,
        &["story.txt", "--max-reuse", "90", "--output", "/dev/stdout"],
    );
    assert_eq!(piped, printed);
}

#[test]
fn output_writes_over_nothing_that_is_read() {
    let desk = Desk::new();
    fs::create_dir(desk.path("more")).unwrap();
    for (output, named) in [
        ("story.txt", "story.txt"),
        ("more/../wire/ferry.txt", "wire/ferry.txt"),
    ] {
        let before = fs::read(desk.path(named)).unwrap();
        desk.fails(
            &["story.txt", "--output", output],
            &format!(
                "{output}: is read for this check, and --output would write over it; write elsewhere"
            ),
        );
        assert_eq!(fs::read(desk.path(named)).unwrap(), before);
    }
    desk.file("list.txt", "story.txt\n");
    desk.fails(
        &["--stories-from", "list.txt", "--output", "list.txt"],
        "list.txt: is read for this check, and --output would write over it; write elsewhere",
    );
    for (config, options) in [
        ("wirediff.toml", &[][..]),
        ("other.toml", &["--config", "other.toml"]),
    ] {
        desk.file(config, "[check]\nmin-words = 3\n");
        let arguments = [&["story.txt", "--output", config], options].concat();
        let message = format!(
            "{config}: is read for this check, and --output would write over it; write elsewhere"
        );
        desk.fails(&arguments, &message);
    }
}

#[test]
fn what_is_shown_of_a_flagged_share_is_above_its_limit() {
    let desk = Desk::new();
    // 26 of 50 words are reused.
    for (limit, told) in [
        ("51.9", "52 % of 50 words reused, more than 51.9 %;"),
        ("51.99", "52 % of 50 words reused, more than 51.99 %;"),
        ("30", "52 % of 50 words reused, more than 30 %;"),
    ] {
        let report = desk.report(1, &["story.txt", "--max-reuse", limit]);
        assert!(report.contains(told), "{report}");
    }
    desk.file(
        "longer.txt",
        format!("{STORY}{OWN}Nobody bakes at night.\n"),
    );
    // 26 of 68 words are 38.2 %.
    let report = desk.report(1, &["longer.txt", "--max-reuse", "38"]);
    assert!(
        report.contains(": 38.2 % of 68 words reused, more than 38 %;"),
        "{report}"
    );
}

#[test]
fn summary_tells_of_each_story_in_one_line() {
    let desk = Desk::new();
    assert_eq!(
        desk.report(1, &["story.txt", "own.txt", "--summary"]),
        "FLAGGED  story.txt: 52 % of 50 words reused, more than 30 %; \
         64 % in matched sentences: wholly derived\n\
         passed   own.txt: 0 % of 14 words reused; 0 % in matched sentences: non-derived\n\
         2 stories held against 1 source: 1 flagged\n"
    );
}

#[test]
fn an_option_of_the_view_is_told_so() {
    Desk::new().fails(
        &["story.txt", "--only", "shared"],
        "'--only' belongs to wirediff without a command; see wirediff --help",
    );
}

#[test]
fn an_option_without_its_value_leads_to_the_help_of_the_check() {
    Desk::new().fails(
        &["story.txt", "--max-reuse"],
        "a value is required for '--max-reuse <PERCENT>' but none was supplied; see wirediff check \
         --help",
    );
}

#[test]
fn an_empty_pattern_is_refused() {
    let desk = Desk::new();
    let output = desk.run(&["story.txt", "--allow-credit", ""]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("an empty pattern matches everything; leave the option out"));
}

#[test]
fn a_check_needs_sources_and_stories() {
    let desk = Desk::new();
    desk.fails(
        &[],
        "no stories; name files or folders of them, or see wirediff check --help",
    );
    let output = desk.command().arg("story.txt").output().unwrap();
    let message = "wirediff: no sources; name files or folders of wire copy with --against\n";
    assert_eq!(
        (stderr(&output).as_str(), output.status.code()),
        (message, Some(2))
    );
}

#[test]
fn a_story_does_not_pass_where_nothing_was_compared() {
    let desk = Desk::new();
    desk.file("empty/a.txt", "");
    desk.file("empty/b.txt", " \n--\n");
    let run = |against: &str| {
        let mut command = desk.command();
        let output = command.args(["--against", against, "own.txt"]).output();
        let output = output.unwrap();
        assert_eq!(
            (output.status.code(), stdout(&output).as_str()),
            (Some(2), "")
        );
        stderr(&output)
    };
    assert_eq!(
        run("empty"),
        "wirediff: nothing to compare with: no file of --against holds a word\n"
    );
    assert_eq!(
        run("gone.txt"),
        "wirediff: gone.txt: no such file; check the spelling, or give - for standard input\n"
    );
    desk.file("empty/c.txt", WIRE);
    desk.command()
        .args(["--against", "empty", "own.txt"])
        .assert()
        .success();
}

#[test]
fn any_number_of_threads_may_be_asked_for() {
    let desk = Desk::new();
    let report = desk.report(0, &["own.txt"]);
    for threads in ["0", "1", "3", "99999999"] {
        assert_eq!(desk.report(0, &["own.txt", "--threads", threads]), report);
    }
}

#[test]
fn the_viewer_takes_files_as_before() {
    let desk = Desk::new();
    desk.file("check", OWN);
    let mut command = cargo_bin_cmd!();
    command
        .current_dir(desk.path(""))
        .args(["./check", "own.txt"]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
}
