//! The program as its user meets it: errors, flags, encodings, exit status, environment.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use tempfile::TempDir;

const WIRE: &str = "The ferry ran aground on Monday. No one was hurt.\n\nThe fog came at dawn.\n";
const STORY: &str = "Nobody saw it come. The ferry ran aground on Sunday. No one was hurt.\n";

/// A folder with `wire.txt` and `story.txt`, in which the program runs.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Desk(TempDir::new().unwrap());
        desk.file("wire.txt", WIRE);
        desk.file("story.txt", STORY);
        desk
    }

    fn file(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(name), content).unwrap();
    }

    /// The program, in an environment that says nothing of colour or width.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = cargo_bin_cmd!();
        command.current_dir(self.0.path()).args(arguments);
        for name in [
            "NO_COLOR",
            "FORCE_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
        ] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What a run that must succeed, without a word on standard error, prints.
    fn show(&self, arguments: &[&str]) -> String {
        shown(self.command(arguments))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.show(&[&["--format", "json"], arguments].concat());
        serde_json::from_str(&output).unwrap()
    }

    /// Asserts that a run fails with this one line on standard error and nothing else.
    fn fails(&self, arguments: &[&str], message: &str) {
        assert_fails(&self.run(arguments), message);
    }
}

fn shown(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    stdout(&output)
}

fn assert_fails(output: &Output, message: &str) {
    assert_eq!(stderr(output), format!("wirediff: {message}\n"));
    assert_eq!(stdout(output), "");
    assert_eq!(output.status.code(), Some(2));
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn text_of(json: &Value, article: usize) -> String {
    let sentences = json["articles"][article]["sentences"].as_array().unwrap();
    let texts = sentences
        .iter()
        .map(|sentence| sentence["text"].as_str().unwrap());
    texts.collect::<Vec<_>>().join("|")
}

mod files {
    use super::*;

    #[test]
    fn two_or_more_are_wanted() {
        let desk = Desk::new();
        desk.fails(
            &[],
            "no articles; name two or more files, or see wirediff --help",
        );
        desk.fails(
            &["wire.txt"],
            "wire.txt: one article only; name another one to compare it with",
        );
        desk.fails(
            &["-"],
            "-: one article only; name another one to compare it with",
        );
    }

    #[test]
    fn standard_input_is_one_of_them_once() {
        let desk = Desk::new();
        let mut command = desk.command(&["--format", "json", "wire.txt", "-"]);
        let json: Value = serde_json::from_str(&shown({
            command.write_stdin(STORY);
            command
        }))
        .unwrap();
        assert_eq!(json["articles"][1]["name"], "-");
        assert!(text_of(&json, 1).contains("Nobody saw it come."));

        desk.fails(
            &["-", "wire.txt", "-"],
            "-: standard input can be read only once; put one of its texts into a file",
        );
    }

    #[test]
    fn a_file_named_like_an_option_or_standard_input_can_be_given() {
        let desk = Desk::new();
        desk.file("-", "One file.\n");
        desk.file("--width", "Another file.\n");
        let json = desk.json(&["--", "./-", "--width"]);
        assert_eq!(text_of(&json, 0), "One file.");
        assert_eq!(text_of(&json, 1), "Another file.");
    }

    #[test]
    fn what_is_no_text_is_named() {
        let desk = Desk::new();
        fs::create_dir(desk.0.path().join("copy")).unwrap();
        desk.file("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF");
        for (name, problem) in [
            (
                "nowhere.txt",
                "no such file; check the spelling, or give - for standard input",
            ),
            (
                "wire.txt/story.txt",
                "no such file; check the spelling, or give - for standard input",
            ),
            ("copy", "is a directory; name a file in it"),
            (
                "photo.jpg",
                "is binary (it holds NUL bytes); give its text, or if it is UTF-16 without a mark, \
                 --encoding utf-16le or utf-16be",
            ),
        ] {
            desk.fails(&["wire.txt", name], &format!("{name}: {problem}"));
            desk.fails(&[name, "wire.txt"], &format!("{name}: {problem}"));
        }
    }

    #[test]
    fn the_same_file_twice_has_no_differences() {
        let desk = Desk::new();
        let output = desk.run(&["--exit-code", "wire.txt", "wire.txt"]);
        assert_eq!(output.status.code(), Some(0));
    }

    #[test]
    fn empty_articles_have_no_sentences() {
        let desk = Desk::new();
        desk.file("empty.txt", "");
        desk.file("blank.txt", " \n\t\n");
        let json = desk.json(&["empty.txt", "wire.txt", "blank.txt"]);
        assert_eq!(text_of(&json, 0), "");
        assert_eq!(text_of(&json, 2), "");
        desk.show(&["empty.txt", "blank.txt"]);
    }

    #[test]
    fn names_take_one_line_in_messages() {
        let desk = Desk::new();
        desk.fails(
            &["wire.txt", "a\nb\u{1b}[31m.txt"],
            "a\\nb\\u{1b}[31m.txt: no such file; check the spelling, or give - for standard input",
        );
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::process;

    #[test]
    fn names_that_are_not_utf8_are_read_and_spelt_out() {
        let desk = Desk::new();
        let name = OsStr::from_bytes(b"caf\xe9.txt");
        let mut command = desk.command(&["--format", "json", "wire.txt"]);
        let missing = command.arg(name).output().unwrap();
        assert_fails(
            &missing,
            "caf\\xe9.txt: no such file; check the spelling, or give - for standard input",
        );

        desk.file(name, STORY);
        let json: Value = serde_json::from_str(&shown(command)).unwrap();
        assert_eq!(json["articles"][1]["name"], "caf\\xe9.txt");
    }

    #[test]
    fn a_named_pipe_is_read_to_its_end() {
        let desk = Desk::new();
        let pipe = desk.0.path().join("pipe");
        let made = process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let writer = std::thread::spawn(move || fs::write(pipe, STORY).unwrap());
        let json = desk.json(&["wire.txt", "pipe"]);
        writer.join().unwrap();
        assert!(text_of(&json, 1).contains("Nobody saw it come."));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn files_of_unknown_size_are_read() {
        let desk = Desk::new();
        let json = desk.json(&["wire.txt", "/proc/self/limits"]);
        assert!(text_of(&json, 1).contains("Max open files"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_that_cannot_be_read_is_named_with_the_cause() {
        let desk = Desk::new();
        let output = desk.run(&["wire.txt", "/proc/self/mem"]);
        assert_fails(
            &output,
            "/proc/self/mem: cannot be read: Input/output error (os error 5); mend that, or name \
             another file",
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_trouble() {
        let desk = Desk::new();
        for arguments in [
            &["wire.txt", "story.txt"][..],
            &["--format", "json", "wire.txt", "story.txt"],
            &["--help"],
            &["--version"],
        ] {
            let full = fs::File::options().write(true).open("/dev/full").unwrap();
            let output = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
                .args(arguments)
                .current_dir(desk.0.path())
                .stdout(full)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            assert_fails(
                &output,
                "standard output: cannot be written: No space left on device (os error 28); make \
                 room, or write elsewhere",
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_under_standard_error_changes_nothing() {
        let desk = Desk::new();
        let full = || fs::File::options().write(true).open("/dev/full").unwrap();
        for (file, status) in [("nowhere.txt", 2), ("story.txt", 0)] {
            let status_seen = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
                .args(["wire.txt", file])
                .current_dir(desk.0.path())
                .stdout(Stdio::null())
                .stderr(full())
                .status()
                .unwrap();
            assert_eq!(status_seen.code(), Some(status), "{file}");
        }
    }

    #[test]
    fn a_reader_that_goes_away_is_no_error() {
        let desk = Desk::new();
        for (arguments, status) in [
            (&["wire.txt", "-"][..], 0),
            (&["--exit-code", "wire.txt", "-"], 1),
            (&["--exit-code", "--format", "json", "wire.txt", "-"], 1),
        ] {
            let mut child = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
                .args(arguments)
                .current_dir(desk.0.path())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            // The reader is gone before the program has anything to write.
            drop(child.stdout.take());
            let mut input = child.stdin.take().unwrap();
            input.write_all(STORY.as_bytes()).unwrap();
            drop(input);
            let output = child.wait_with_output().unwrap();
            assert_eq!(stderr(&output), "", "{arguments:?}");
            assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        }
    }

    #[test]
    fn closed_standard_streams_do_no_harm() {
        let desk = Desk::new();
        for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
            let script = format!("\"$0\" wire.txt story.txt {closed}");
            let status = process::Command::new("sh")
                .args(["-c", &script, env!("CARGO_BIN_EXE_wirediff")])
                .current_dir(desk.0.path())
                .stdout(Stdio::null())
                .status()
                .unwrap();
            assert_eq!(status.code(), Some(0), "{closed}");
        }
    }
}

mod encodings {
    use super::*;

    const ROOF: [&str; 2] = [
        "fixtures/hard/roof.txt",
        "fixtures/hard/roof-windows-1252.txt",
    ];

    fn from_the_project(arguments: &[&str]) -> Command {
        let mut command = Desk::new().command(arguments);
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command
    }

    #[test]
    fn every_guise_of_an_article_holds_the_same_words() {
        for guise in [
            "crlf",
            "cr",
            "separators",
            "lines",
            "wrapped",
            "no-newline",
            "utf8-bom",
            "utf16le",
            "utf16be",
            "windows-1252",
        ] {
            let name = format!("fixtures/hard/roof-{guise}.txt");
            let output = from_the_project(&["--exit-code", ROOF[0], &name])
                .output()
                .unwrap();
            assert_eq!(stderr(&output), "", "{guise}");
            assert_eq!(output.status.code(), Some(0), "{guise}");
        }
    }

    #[test]
    fn the_flag_overrides_the_guess() {
        let arguments = [
            "--format",
            "json",
            "--encoding",
            "iso-8859-5",
            ROOF[1],
            ROOF[1],
        ];
        let json: Value = serde_json::from_str(&shown(from_the_project(&arguments))).unwrap();
        assert!(text_of(&json, 0).contains("Sјrvik"), "ø as Cyrillic");
    }

    #[test]
    fn utf16_without_a_mark_can_be_named() {
        let desk = Desk::new();
        let bytes: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_be_bytes).collect();
        desk.file("bare.txt", &bytes);
        desk.file("same.txt", &bytes);
        let json = desk.json(&["--encoding", "UTF-16BE", "bare.txt", "same.txt"]);
        assert!(text_of(&json, 0).contains("Nobody saw it come."));
    }

    #[test]
    fn what_cannot_be_decoded_is_one_warning_for_each_file() {
        let broken = "fixtures/hard/roof-broken-utf8.txt";
        let output = from_the_project(&[broken, ROOF[0], broken])
            .output()
            .unwrap();
        assert_eq!(
            stderr(&output),
            format!(
                "wirediff: {broken}: bytes that are not UTF-8, first on line 3 and in 2 places, \
                 are shown as U+FFFD; name the right encoding with --encoding\n"
            )
        );
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains('\u{fffd}'));
    }

    #[test]
    fn an_unknown_one_is_named() {
        Desk::new().fails(
            &["--encoding", "klingon", "wire.txt", "story.txt"],
            "invalid value 'klingon' for '--encoding <NAME>': no such encoding; give a WHATWG name \
             such as utf-8, windows-1252 or shift_jis",
        );
    }
}

mod status {
    use super::*;

    fn status(arguments: &[&str]) -> Option<i32> {
        let desk = Desk::new();
        desk.file("wrapped.txt", WIRE.replace(' ', "\n"));
        desk.file("quoted.txt", format!("“{}”", WIRE.trim()));
        desk.file("case.txt", WIRE.replace("Monday", "monday"));
        desk.run(arguments).status.code()
    }

    #[test]
    fn differences_are_told_only_where_asked() {
        assert_eq!(status(&["wire.txt", "story.txt"]), Some(0));
        assert_eq!(status(&["--exit-code", "wire.txt", "story.txt"]), Some(1));
        assert_eq!(
            status(&["--exit-code", "--format", "json", "wire.txt", "story.txt"]),
            Some(1)
        );
    }

    #[test]
    fn the_last_of_several_articles_counts_as_well() {
        assert_eq!(
            status(&["--exit-code", "wire.txt", "wire.txt", "story.txt"]),
            Some(1)
        );
        assert_eq!(
            status(&["--exit-code", "wire.txt", "wire.txt", "wire.txt"]),
            Some(0)
        );
    }

    #[test]
    fn words_count_and_nothing_else() {
        assert_eq!(status(&["--exit-code", "wire.txt", "wrapped.txt"]), Some(0));
        assert_eq!(status(&["--exit-code", "wire.txt", "quoted.txt"]), Some(0));
        assert_eq!(status(&["--exit-code", "wire.txt", "case.txt"]), Some(1));
    }

    #[test]
    fn trouble_is_always_2() {
        assert_eq!(status(&["--exit-code", "wire.txt", "nowhere.txt"]), Some(2));
        assert_eq!(
            status(&["--exit-code", "--nonsense", "wire.txt", "story.txt"]),
            Some(2)
        );
    }
}

mod arguments {
    use super::*;

    #[test]
    fn mistakes_are_one_line_with_the_remedy() {
        let desk = Desk::new();
        for (arguments, message) in [
            (
                "--colour=never",
                "unexpected argument '--colour' found; a similar argument exists: '--color'",
            ),
            (
                "--color=sometimes",
                "invalid value 'sometimes' for '--color <WHEN>'; possible values: auto, always, never",
            ),
            (
                "--layout=stack",
                "invalid value 'stack' for '--layout <HOW>'; possible values: auto, columns, \
                 stacked; a similar value exists: 'stacked'",
            ),
            (
                "--format=xml",
                "invalid value 'xml' for '--format <FORMAT>'; possible values: text, json",
            ),
            (
                "--only=shared,odd",
                "invalid value 'odd' for '--only <KINDS>'; possible values: identical, edited, \
                 rewritten, moved, shared, unique",
            ),
            (
                "--width=0",
                "invalid value '0' for '--width <N>': give a whole number of columns, 1 or more",
            ),
            (
                "--width=wide",
                "invalid value 'wide' for '--width <N>': give a whole number of columns, 1 or more",
            ),
            (
                "--min-similarity=1.1",
                "invalid value '1.1' for '--min-similarity <RATIO>': give a number from 0 to 1",
            ),
            (
                "--min-similarity=nan",
                "invalid value 'nan' for '--min-similarity <RATIO>': give a number from 0 to 1",
            ),
            (
                "--exit-code=3",
                "unexpected value '3' for '--exit-code' found; no more were expected; \
                 see wirediff --help",
            ),
        ] {
            desk.fails(&[arguments, "wire.txt", "story.txt"], message);
        }
        desk.fails(
            &["wire.txt", "story.txt", "--width"],
            "a value is required for '--width <N>' but none was supplied; see wirediff --help",
        );
        desk.fails(
            &["wire.txt", "story.txt", "--width", "-5"],
            "invalid value '-5' for '--width <N>': give a whole number of columns, 1 or more",
        );
    }

    #[test]
    fn help_is_short_or_long_with_three_examples() {
        let desk = Desk::new();
        let (short, long) = (desk.show(&["-h"]), desk.show(&["--help"]));
        assert!(short.lines().count() < long.lines().count());
        for help in [short, long] {
            let (_, examples) = help.split_once("Examples:\n").unwrap();
            assert_eq!(examples.matches("wirediff ").count(), 3, "{examples}");
            for flag in [
                "--encoding",
                "--lang",
                "--width",
                "--layout",
                "--color",
                "--only",
                "--min-similarity",
                "--format",
                "--exit-code",
                "--help",
                "--version",
            ] {
                assert!(help.contains(flag), "{flag}");
            }
            assert!(!help.contains('\u{1b}'));
        }
    }

    #[test]
    fn the_version_is_the_packages() {
        assert_eq!(
            Desk::new().show(&["--version"]),
            format!("wirediff {}\n", env!("CARGO_PKG_VERSION"))
        );
    }
}
