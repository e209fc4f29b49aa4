//! The program as its user meets it: errors, flags, encodings, exit status, environment.

mod arguments;
mod encodings;
mod environment;
#[cfg(unix)]
mod faults;
mod files;
mod options;
#[cfg(unix)]
#[path = "../process/mod.rs"]
mod process;
mod safety;
mod status;
#[cfg(unix)]
mod unix;

use std::fs;
use std::path::Path;
use std::process::Output;

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
            "COLORTERM",
            "COLORFGBG",
            "TERM",
            "WT_SESSION",
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
