//! The program in a terminal of its own, with real `less`: what stands on the screen.
#![cfg(unix)]

mod links;
mod pager;
mod progress;
mod session;

use std::fs;
use std::io::{self, Write};
use std::process::Command;

use tempfile::TempDir;

/// A folder with two articles of many sentences, in which the program runs.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Desk(TempDir::new().unwrap());
        let sentence = |number| format!("Ship number {number} came in today.\n\n");
        let old: String = (1..=40).map(sentence).collect();
        desk.file("old.txt", &old);
        desk.file("new.txt", &old.replace("20 came", "20 sailed"));
        desk
    }

    fn file(&self, name: &str, content: &str) {
        fs::write(self.0.path().join(name), content).unwrap();
    }

    /// A program in the folder, as a script of the shell.
    ///
    /// The shell writes it: a file that this process has open for writing, or one that another
    /// test starts just then, cannot be run.
    fn script(&self, name: &str, script: &str) -> String {
        let path = self.0.path().join(name);
        let written = Command::new("sh")
            .args([
                "-c",
                "printf '#!/bin/sh\\n%s\\n' \"$1\" >\"$0\" && chmod +x \"$0\"",
            ])
            .args([path.as_os_str(), script.as_ref()])
            .status();
        assert!(written.unwrap().success());
        path.into_os_string().into_string().unwrap()
    }
}

/// The version of the `less` that is installed; told where it is too old for a test, or none.
fn less(least: u32) -> bool {
    let version = Command::new("less").arg("--version").output().ok();
    let said = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let number = said
        .as_deref()
        .and_then(|said| said.split([' ', '.']).nth(1)?.parse::<u32>().ok());
    let can = number.is_some_and(|number| number >= least);
    if !can {
        // The harness holds back what `println!` writes.
        let _ = writeln!(
            io::stderr(),
            "SKIPPED: needs less {least} or later, and there is {number:?}"
        );
    }
    can
}
