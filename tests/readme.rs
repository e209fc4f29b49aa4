//! Holds the README to what the program does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

fn wirediff(arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("wirediff").unwrap();
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .args(arguments);
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// The console blocks of the README: the command behind `$ wirediff` and what it prints.
fn screens(readme: &str) -> Vec<(String, String)> {
    let blocks = readme.split("```console\n").skip(1);
    let screen = |block: &str| {
        let block = block.split("```").next().unwrap();
        let (command, output) = block.split_once('\n').unwrap();
        (
            command.strip_prefix("$ wirediff ").unwrap().to_owned(),
            output.to_owned(),
        )
    };
    blocks.map(screen).collect()
}

#[test]
fn every_screen_is_what_the_command_prints() {
    let readme = readme();
    let screens = screens(&readme);
    assert!(!screens.is_empty());
    for (command, expected) in screens {
        let (arguments, head) = command
            .split_once(" | head -")
            .unwrap_or((&command, "9999"));
        let output = wirediff(&arguments.split(' ').collect::<Vec<_>>());
        let lines = output.lines().take(head.parse().unwrap());
        let shown: String = lines.map(|line| format!("{line}\n")).collect();
        assert_eq!(shown, expected, "wirediff {command}");
    }
}

#[test]
fn every_option_is_explained() {
    let readme = readme();
    let names = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let options = words.filter(|word| word.starts_with("--") && word.len() > 2);
        options
            .map(|name| name.trim_end_matches('-').to_owned())
            .collect()
    };
    let explained = names(&readme);
    for command in [&["--help"][..], &["check", "--help"]] {
        for name in names(&wirediff(command)) {
            let is_usual = ["--help", "--version"].contains(&name.as_str());
            assert!(
                is_usual || explained.contains(&name),
                "the README does not explain {name}"
            );
        }
    }
}

#[test]
fn every_file_that_it_names_is_there() {
    let readme = readme();
    let names = readme.split(|c: char| c.is_whitespace() || "`()\"".contains(c));
    let files: Vec<_> = names.filter(|name| name.starts_with("fixtures/")).collect();
    assert!(!files.is_empty());
    for file in files {
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR")).join(file).exists(),
            "{file} is missing"
        );
    }
}
