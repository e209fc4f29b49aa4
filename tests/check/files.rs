//! Files that are unreadable, odd, many, or oddly named.

use super::*;

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let desk = Desk::new();
    desk.file("wire/photo.txt", b"\x89PNG\0\0\0");
    desk.file("wire/empty.txt", "");
    let output = desk.run(&["story.txt", "gone.txt", "own.txt", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let lines = stderr(&output);
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with("wirediff: wire/photo.txt: is binary"),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("wirediff: gone.txt: no such file"),
        "{lines:?}"
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(paths(&report), ["story.txt", "own.txt"]);
    assert_eq!(
        (&report["flagged"], &report["sources"]),
        (&1.into(), &2.into())
    );
    assert_eq!(report["troubles"].as_array().unwrap().len(), 2);
    assert_eq!(report["troubles"][0]["path"], "wire/photo.txt");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_in_short() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("gone.txt", desk.path("wire/link.txt")).unwrap();
    let output = desk.run(&["own.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "wirediff: wire/link.txt: cannot be read: No such file or directory (os error 2); \
         mend that, or leave it out with --glob\n"
    );
}

#[test]
fn what_stands_in_the_working_folder_has_its_plain_name() {
    let desk = Desk::new();
    desk.file("-", OWN);
    let report = desk.report(1, &["--glob", "!own.txt", "--format", "github", "."]);
    assert!(report.contains("file=story.txt"), "{report}");
    let report = desk.report(0, &["--max-reuse", "90", "--min-words", "20", "."]);
    assert!(report.contains("passed   ./-:"), "{report}");
}

#[test]
fn a_folder_without_files_is_trouble() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).unwrap();
    let output = desk.run(&["own.txt", "--against", "empty"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "wirediff: empty: no file in it is taken; check --glob, or take ignored files with --no-ignore\n"
    );
    assert!(stdout(&output).contains("own.txt: 0 % of 14 words reused"));
}

#[test]
fn a_story_among_the_sources_is_not_held_against_itself() {
    let desk = Desk::new();
    desk.file("wire/story.txt", STORY);
    let report = desk.json(1, &["wire/story.txt", "./wire/../wire/ferry.txt"]);
    for (at, other) in ["wire/ferry.txt", "wire/story.txt"].iter().enumerate() {
        let sources = report["stories"][at]["sources"].as_array().unwrap();
        assert_eq!(sources.len(), 1);
        assert_eq!(sources[0]["path"], *other);
    }
}

#[test]
fn a_file_that_is_named_twice_is_one_story() {
    let desk = Desk::new();
    desk.file("stories/a.txt", OWN);
    let report = desk.json(0, &["stories/a.txt", "stories", "./stories/a.txt"]);
    assert_eq!(paths(&report), ["stories/a.txt"]);
}

#[test]
fn a_hundred_stories_come_in_order_on_any_number_of_threads() {
    let desk = Desk::new();
    for number in 0..100 {
        desk.file(
            format!("stories/{number:03}.txt"),
            format!("Story {number}.\n{STORY}"),
        );
        desk.file(
            format!("wire/{number:03}.txt"),
            format!("Version {number}.\n{WIRE}"),
        );
    }
    for format in ["text", "json", "github", "sarif", "junit"] {
        let on = |threads| desk.report(1, &["stories", "--format", format, "--threads", threads]);
        let one = on("1");
        assert!(one == on("4"), "{format} differs");
        assert!(one.len() > 100 * STORY.len());
    }
    let report = desk.json(1, &["stories"]);
    assert!(paths(&report).is_sorted() && paths(&report).len() == 100);
    assert_eq!(report["flagged"], 100);
}

#[test]
fn progress_is_for_terminals_alone() {
    let desk = Desk::new();
    let output = desk.run(&["own.txt"]);
    assert_eq!(stderr(&output), "");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::process::ExitStatusExt;
    use std::process;

    use super::*;

    #[test]
    fn names_of_any_bytes_are_told_apart_in_every_format() {
        let desk = Desk::new();
        let names: [&[u8]; 5] = [
            b"a b.txt",
            b"c\nd.txt",
            b"100%.txt",
            b"e:f,g.txt",
            b"h\xff\x1b.txt",
        ];
        for name in names {
            desk.file(Path::new("stories").join(OsStr::from_bytes(name)), STORY);
        }
        for format in ["text", "json", "github", "sarif", "junit"] {
            let report = desk.report(1, &["stories", "--format", format]);
            assert!(!report.contains('\u{1b}'), "{format}");
            let shown = match format {
                "text" => ["a b", "c<U+000A>d", "100%", "e:f,g", "h\\xff<U+001B>"],
                "junit" => [
                    "a b",
                    "c&lt;U+000A&gt;d",
                    "100%",
                    "e:f,g",
                    "h\\xff&lt;U+001B&gt;",
                ],
                "json" => ["a b", "c\\nd", "100%", "e:f,g", "h\\\\xff\\u001b"],
                "github" => ["a b", "c%0Ad", "100%25", "e%3Af%2Cg", "h\\xff<U+001B>"],
                _ => ["a%20b", "c%0Ad", "100%25", "e%3Af%2Cg", "h%FF%1B"],
            };
            for name in shown {
                assert!(report.contains(name), "{name} in {format}: {report}");
            }
        }
    }

    #[test]
    fn links_are_followed_and_loops_are_not() {
        let desk = Desk::new();
        desk.file(
            "elsewhere/more.txt",
            "Shops in the old town stayed shut all day.",
        );
        symlink(desk.path("elsewhere"), desk.path("wire/more")).unwrap();
        symlink(desk.path("wire"), desk.path("wire/loop")).unwrap();
        let report = desk.json(1, &["story.txt"]);
        assert_eq!(report["sources"], 2);
        let sources = report["stories"][0]["sources"].as_array().unwrap();
        assert_eq!(sources[1]["path"], "wire/more/more.txt");
    }

    #[test]
    fn an_output_keeps_its_rights_and_its_link() {
        let desk = Desk::new();
        desk.file("real.txt", "");
        fs::set_permissions(desk.path("real.txt"), PermissionsExt::from_mode(0o640)).unwrap();
        symlink("real.txt", desk.path("link.txt")).unwrap();
        desk.report(0, &["own.txt", "--output", "link.txt"]);
        assert!(
            fs::symlink_metadata(desk.path("link.txt"))
                .unwrap()
                .is_symlink()
        );
        let real = fs::metadata(desk.path("real.txt")).unwrap();
        assert_eq!(
            (real.permissions().mode() & 0o777, real.len() > 0),
            (0o640, true)
        );
        symlink("not/yet.txt", desk.path("new.txt")).unwrap();
        fs::create_dir(desk.path("not")).unwrap();
        desk.report(0, &["own.txt", "--output", "new.txt"]);
        assert_eq!(
            fs::read(desk.path("not/yet.txt")).unwrap(),
            fs::read(desk.path("real.txt")).unwrap(),
            "a link that leads to nothing yet stays too"
        );
    }

    #[test]
    fn a_full_disk_is_trouble() {
        let desk = Desk::new();
        let output = desk.run(&["own.txt", "--output", "/dev/full"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).starts_with("wirediff: /dev/full: cannot be written: No space"));
    }

    #[test]
    fn a_folder_that_links_lead_to_in_many_ways_is_read_once() {
        let desk = Desk::new();
        for at in 0..30 {
            fs::create_dir_all(desk.path(format!("farm/d{at}"))).unwrap();
        }
        for at in 0..29 {
            for link in ["x", "y"] {
                let to = format!("../d{}", at + 1);
                symlink(to, desk.path(format!("farm/d{at}/{link}"))).unwrap();
            }
        }
        desk.file(
            "farm/d29/wire.txt",
            "A ferry left the harbour with nine people.\n",
        );
        let output = desk.run(&["--against", "farm/d0", "story.txt", "--format", "json"]);
        assert_eq!(stderr(&output), "");
    }

    #[test]
    fn a_signal_while_a_report_is_written_leaves_no_part_of_it() {
        let desk = Desk::new();
        let sentence = |n| format!("Ferry {n} left the harbour with {} people.\n", n * 7);
        let wire: String = (0..300).map(sentence).collect();
        desk.file("wire/long.txt", &wire);
        for n in 0..10 {
            desk.file(format!("stories/{n}.txt"), &wire);
        }
        fs::create_dir(desk.path("out")).unwrap();
        let names = || -> Vec<_> {
            let entries = fs::read_dir(desk.path("out")).unwrap();
            entries.map(|entry| entry.unwrap().file_name()).collect()
        };
        // Whether the signal came while there was part of a report; where it came too late, the
        // whole report is there.
        let cut_short = |name: &str, number| {
            let _ = fs::remove_file(desk.path("out/report.sarif"));
            let mut run = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
                .args(["check", "--against", "wire", "--format", "sarif"])
                .args(["--output", "out/report.sarif", "stories"])
                .current_dir(desk.0.path())
                .spawn()
                .unwrap();
            while names().is_empty() && run.try_wait().unwrap().is_none() {}
            let id = run.id().to_string();
            let kill = process::Command::new("kill")
                .args(["-s", name, &id])
                .status();
            assert!(kill.is_ok());
            let signal = run.wait().unwrap().signal();
            assert!(signal.is_none_or(|signal| signal == number));
            let left = names();
            assert!(
                left.is_empty() && signal.is_some() || left == ["report.sarif"],
                "{left:?}"
            );
            left.is_empty()
        };
        for (name, number) in crate::process::ending_signals() {
            assert!((0..20).any(|_| cut_short(name, number)), "never in time");
        }
    }
}
