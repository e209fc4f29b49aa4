//! `wirediff check` as a pipeline meets it: reports, flags, files, configuration, status.

mod config;
#[cfg(unix)]
mod faults;
mod files;
mod formats;
mod options;
#[cfg(unix)]
#[path = "../process/mod.rs"]
mod process;
mod readme;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use tempfile::TempDir;

const WIRE: &str = "The ferry Alma ran aground off Kestrel Point on Monday.\n\
    All 64 passengers were taken off by lifeboat within two hours.\n\
    \"Nobody was injured,\" the harbour master said.\n\
    The Alma was built in 1987.\n";
/// Half of it is the wire's: one sentence identical, one edited, one rewritten.
const STORY: &str = "Fog had hidden the coast of Lund since dawn.\n\
    The ferry Alma ran aground off Kestrel Point on Monday.\n\
    All sixty-four passengers were taken to Lund by lifeboat within two hours.\n\
    The harbour master said that nobody was injured badly.\n\
    Shops in the old town stayed shut all day.\n";
const OWN: &str = "A bakery in Oslo sells bread by weight.\nIts queue is long on Sundays.\n";

/// A folder with `wire/ferry.txt`, `story.txt` and `own.txt`, in which the program runs.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Desk(TempDir::new().unwrap());
        desk.file("wire/ferry.txt", WIRE);
        desk.file("story.txt", STORY);
        desk.file("own.txt", OWN);
        desk
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn command(&self) -> Command {
        let mut command = cargo_bin_cmd!();
        command.current_dir(self.0.path()).arg("check");
        for name in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Checks against `wire`, and gives all that came of it.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command();
        command.args(["--against", "wire"]).args(arguments);
        command.output().unwrap()
    }

    /// The report of a run with this status and nothing on standard error.
    fn report(&self, status: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(stderr(&output), "");
        assert_eq!(output.status.code(), Some(status));
        stdout(&output)
    }

    fn json(&self, status: i32, arguments: &[&str]) -> Value {
        let report = self.report(status, &[&["--format", "json"], arguments].concat());
        serde_json::from_str(&report).unwrap()
    }

    /// Asserts that a run fails with this one line and no report.
    fn fails(&self, arguments: &[&str], message: &str) {
        let output = self.run(arguments);
        assert_eq!(stderr(&output), format!("wirediff: {message}\n"));
        assert_eq!(
            (output.status.code(), stdout(&output).as_str()),
            (Some(2), "")
        );
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The paths of the stories that a JSON report tells of.
fn paths(report: &Value) -> Vec<&str> {
    let stories = report["stories"].as_array().unwrap().iter();
    stories
        .map(|story| story["path"].as_str().unwrap())
        .collect()
}
