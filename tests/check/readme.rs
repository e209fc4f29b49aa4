//! The CI snippets of the README: parsed as their systems do, and run in a repository.

use std::process::Command as Process;

use assert_cmd::cargo::cargo_bin;
use saphyr::{LoadableYamlNode, Yaml};

use super::*;

const README: &str = include_str!("../../README.md");

/// The blocks of a kind in the README's section on CI.
fn blocks(kind: &str) -> Vec<&'static str> {
    let (_, section) = README.split_once("\n## In CI\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let fence = format!("```{kind}\n");
    let opened = section.split(&fence).skip(1);
    opened
        .map(|rest| rest.split("```").next().unwrap())
        .collect()
}

fn yaml(key: &str) -> Yaml<'static> {
    let parsed = blocks("yaml")
        .into_iter()
        .map(|block| Yaml::load_from_str(block).unwrap().remove(0));
    let mut found = parsed.filter(|block| block.as_mapping_get(key).is_some());
    found.next().unwrap()
}

/// A repository with wire copy, whose branch adds a story that is made from it.
fn repository() -> Desk {
    let desk = Desk::new();
    let git = |arguments: &str| {
        let mut command = Process::new("git");
        command
            .current_dir(desk.path(""))
            .args(["-c", "user.name=n", "-c", "user.email=e"]);
        let output = command.args(arguments.split(' ')).output().unwrap();
        assert!(
            output.status.success(),
            "git {arguments}: {}",
            stderr(&output)
        );
    };
    desk.file("stories/own story.txt", OWN);
    git("init -q");
    git("add .");
    git("commit -q -m one");
    git("update-ref refs/remotes/origin/main HEAD");
    desk.file("stories/made.txt", STORY);
    git("add .");
    git("commit -q -m two");
    desk
}

/// Runs a script of a job as its system does, with the program in the path.
fn run_script(desk: &Desk, script: &str) -> Output {
    let folder = cargo_bin!("wirediff").parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut shell = Process::new("bash");
    shell
        .current_dir(desk.path(""))
        .env("PATH", path)
        .env("GITHUB_BASE_REF", "main");
    shell.args(["-e", "-c", script]).output().unwrap()
}

#[test]
fn the_github_job_flags_what_a_branch_adds() {
    let job = yaml("jobs");
    let steps = job["jobs"]["wirediff"]["steps"].as_vec().unwrap();
    let scripts: Vec<_> = steps
        .iter()
        .filter_map(|step| step.as_mapping_get("run")?.as_str())
        .collect();
    assert_eq!(scripts.len(), 2);
    assert!(scripts[0].starts_with("cargo install "));
    let output = run_script(&repository(), scripts[1]);
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(1), "")
    );
    assert!(stdout(&output).starts_with("::error file=stories/made.txt,line=2,"));
    assert!(!stdout(&output).contains("own story"));
}

#[test]
fn the_pre_commit_hook_takes_the_files_that_are_committed() {
    let config = yaml("repos");
    let repo = &config["repos"][0];
    assert_eq!(repo["repo"].as_str(), Some("local"));
    let hook = &repo["hooks"][0];
    for needed in ["id", "name", "language", "entry", "files"] {
        assert!(
            hook[needed].as_str().is_some_and(|value| !value.is_empty()),
            "{needed}"
        );
    }
    let files = regex::Regex::new(hook["files"].as_str().unwrap()).unwrap();
    assert!(files.is_match("stories/made.txt") && !files.is_match("wire/ferry.txt"));
    let run = |files| {
        run_script(
            &repository(),
            &format!("{} {files}", hook["entry"].as_str().unwrap()),
        )
    };
    assert_eq!(run("stories/made.txt").status.code(), Some(1));
    assert_eq!(run("'stories/own story.txt'").status.code(), Some(0));
}

#[test]
fn the_gitlab_job_leaves_the_report_that_it_names() {
    let config = yaml("wirediff");
    let job = &config["wirediff"];
    let script: Vec<_> = job["script"]
        .as_vec()
        .unwrap()
        .iter()
        .map(|line| line.as_str().unwrap())
        .collect();
    assert!(script[0].starts_with("cargo install "));
    let desk = repository();
    assert_eq!(
        run_script(&desk, &script[1..].join("\n")).status.code(),
        Some(1)
    );
    let report = job["artifacts"]["reports"]["junit"].as_str().unwrap();
    let report = fs::read_to_string(desk.path(report)).unwrap();
    let document = roxmltree::Document::parse(&report).unwrap();
    assert_eq!(document.root_element().attribute("failures"), Some("1"));
}

#[test]
fn the_configuration_is_taken() {
    let desk = Desk::new();
    let [config] = blocks("toml")[..] else {
        panic!("one configuration")
    };
    desk.file("wirediff.toml", config);
    let output = desk.command().arg("own.txt").output().unwrap();
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(0), "")
    );
}

#[test]
fn the_report_is_what_is_shown() {
    let desk = Desk::new();
    let [shown] = blocks("text")[..] else {
        panic!("one report")
    };
    assert!(desk.report(1, &["story.txt"]).starts_with(shown));
}

/// Every field that the program writes is described.
#[test]
fn the_fields_of_json_are_described() {
    let desk = Desk::new();
    let mut fields = Vec::new();
    collect_fields(&desk.json(1, &["story.txt"]), &mut fields);
    for field in fields {
        assert!(README.contains(&format!("`{field}`")), "{field}");
    }
}

fn collect_fields(value: &Value, fields: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (field, value) in object {
                fields.push(field.clone());
                collect_fields(value, fields);
            }
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| collect_fields(value, fields)),
        _ => {}
    }
}
