//! What an installed program writes for its surroundings is taken by them: shells load the
//! completions, and formatters of manual pages have nothing to say.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// What the program writes, in a file.
fn written(arguments: &[&str]) -> (TempDir, PathBuf) {
    let output = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(!output.stdout.is_empty());
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("written");
    fs::write(&path, output.stdout).unwrap();
    (folder, path)
}

/// Runs a program on what was written; none, and told, where it is not installed.
fn run(program: &str, arguments: &[&str], written: &[&str]) -> Option<Output> {
    let (folder, path) = self::written(written);
    let arguments = arguments
        .iter()
        .map(|argument| argument.replace("FILE", path.to_str().unwrap()));
    let output = Command::new(program)
        .args(arguments)
        .env("HOME", folder.path())
        .output();
    match output {
        Ok(output) => Some(output),
        Err(error) => {
            // The harness holds back what `println!` writes.
            let _ = writeln!(io::stderr(), "SKIPPED: {program} cannot be run: {error}");
            None
        }
    }
}

/// Asserts that a shell loads its completions without a word, and then says what is expected.
fn assert_completes(shell: &str, program: &str, script: &[&str]) {
    let Some(output) = run(program, script, &["completions", shell]) else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{shell}");
    let said = String::from_utf8_lossy(&output.stdout);
    for word in ["--theme", "completions"] {
        assert!(
            said.contains(word),
            "{shell} does not complete {word}: {said}"
        );
    }
}

#[test]
fn bash_completes() {
    let script = "source FILE
        for word in --th compl; do
            COMP_WORDS=(wirediff $word) COMP_CWORD=1 COMPREPLY=()
            _wirediff wirediff $word wirediff
            echo \"${COMPREPLY[@]}\"
        done";
    assert_completes("bash", "bash", &["--norc", "-c", script]);
}

#[test]
fn zsh_completes() {
    // A completion that is loaded is in `_comps`; its function names what it completes.
    let script = "autoload -U compinit; compinit -u -D; source FILE
        [[ $_comps[wirediff] == _wirediff ]] && functions _wirediff _wirediff_commands";
    assert_completes("zsh", "zsh", &["-f", "-c", script]);
}

#[test]
fn fish_completes() {
    let script = "source FILE; complete -C 'wirediff --th'; complete -C 'wirediff compl'";
    assert_completes("fish", "fish", &["--no-config", "-c", script]);
}

#[test]
fn powershell_completes() {
    let script = "Invoke-Expression (Get-Content -Raw FILE)
        foreach ($line in 'wirediff --th', 'wirediff compl') {
            [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText
        }";
    assert_completes("powershell", "pwsh", &["-NoProfile", "-Command", script]);
}

#[test]
fn a_shell_that_is_unknown_is_told() {
    let output = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .args(["completions", "fsh"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "wirediff: invalid value 'fsh' for '<SHELL>'; possible values: bash, elvish, fish, \
         powershell, zsh; a similar value exists: 'fish'\n"
    );
    let output = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .arg("completions")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "wirediff: the following required arguments were not provided: <SHELL>; see \
         wirediff completions --help\n"
    );
}

/// Asserts that a formatter takes the manual page without a warning.
fn assert_formats(program: &str, arguments: &[&str]) {
    let Some(output) = run(program, arguments, &["man"]) else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{program}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{program}");
    assert!(output.status.success());
}

#[test]
fn mandoc_takes_the_manual_page() {
    assert_formats("mandoc", &["-T", "lint", "-W", "warning", "FILE"]);
}

#[test]
fn groff_takes_the_manual_page() {
    assert_formats("groff", &["-man", "-ww", "-Tutf8", "-z", "FILE"]);
}

#[test]
fn the_manual_page_explains_every_option_and_command() {
    let (_folder, path) = written(&["man"]);
    let page = fs::read_to_string(path).unwrap().replace('\\', "");
    assert!(page.is_ascii());
    for word in [
        "--theme",
        "--context",
        "wirediff completions",
        "wirediff man",
        "EXAMPLES",
    ] {
        assert!(page.contains(word), "{word}");
    }
}
