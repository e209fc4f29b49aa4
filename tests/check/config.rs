//! `wirediff.toml`.

use super::*;

impl Desk {
    /// A run that is told nothing on the command line but this.
    fn configured(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = self.command();
        command.current_dir(self.path(folder)).args(arguments);
        command.output().unwrap()
    }

    fn config(&self, options: &str) {
        self.file("wirediff.toml", format!("[check]\n{options}"));
    }

    /// Asserts that the configuration is refused with this.
    fn refuses(&self, options: &str, message: &str) {
        self.config(options);
        let output = self.configured("", &["own.txt"]);
        assert_eq!(
            stderr(&output),
            format!("wirediff: wirediff.toml:{message}\n")
        );
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_repository_holds_the_options() {
    let desk = Desk::new();
    desk.config("against = [\"wire\"]\nstories = [\"story.txt\"]\nformat = \"json\"\nmax-run = 3");
    desk.file("deep/er/x.txt", OWN);
    for (folder, path) in [("", "story.txt"), ("deep/er", "../../story.txt")] {
        let output = desk.configured(folder, &[]);
        assert_eq!(stderr(&output), "");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(paths(&report), [path]);
        assert_eq!(
            report["stories"][0]["excesses"],
            serde_json::json!(["max-reuse", "max-run"])
        );
    }
}

#[test]
fn flags_win() {
    let desk = Desk::new();
    desk.config("against = [\"gone\"]\nstories = [\"story.txt\"]\nmax-reuse = 1\nignore-quotes = true\nformat = \"sarif\"");
    let arguments = [
        "own.txt",
        "--against",
        "wire",
        "--max-reuse",
        "50",
        "--format",
        "json",
    ];
    let output = desk.configured("", &arguments);
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(0), "")
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (paths(&report), report["limits"]["max_reuse"].as_f64()),
        (vec!["own.txt"], Some(0.5))
    );
}

#[test]
fn every_option_may_stand_there() {
    let desk = Desk::new();
    desk.config(
        "against = ['wire']\nstories = ['own.txt']\nglob = ['*.txt']\nno-ignore = true\n\
         max-reuse = 12.5\nmax-run = 20\nmax-matched = 70\nignore-quotes = true\nignore-lines = ['^By ']\n\
         allow-credit = ['\\(Meridian\\)']\nmin-words = 4\nmin-similarity = 0.4\nlang = 'en'\n\
         encoding = 'utf-8'\nformat = 'text'\noutput = 'report.txt'\nthreads = 1\n",
    );
    let output = desk.configured("", &[]);
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(0), "")
    );
    let report = fs::read_to_string(desk.path("report.txt")).unwrap();
    assert!(report.starts_with(
        "passed   own.txt: 0 % of 14 words reused; 0 % in matched sentences: non-derived\n"
    ));
}

#[test]
fn every_option_does_there_what_its_flag_does() {
    let desk = Desk::new();
    desk.file(
        "quoted.txt",
        "\"Nobody was injured,\" the harbour master said.\n",
    );
    desk.file(
        "swedish.txt",
        "Färjan Alma gick på grund utanför Kestrel Point.\n",
    );
    desk.file("stories/.ignore", "left.txt\n");
    desk.file("stories/left.txt", STORY);
    desk.file("stories/right.txt", OWN);
    let options = [
        ("max-reuse = 60", "--max-reuse=60"),
        ("max-run = 3", "--max-run=3"),
        ("max-matched = 50", "--max-matched=50"),
        ("ignore-quotes = true", "--ignore-quotes"),
        ("ignore-lines = ['ferry']", "--ignore-lines=ferry"),
        ("allow-credit = ['Lund']", "--allow-credit=Lund"),
        ("min-words = 11", "--min-words=11"),
        ("min-similarity = 0.9", "--min-similarity=0.9"),
        ("encoding = 'windows-1251'", "--encoding=windows-1251"),
        ("format = 'json'", "--format=json"),
        ("no-ignore = true", "--no-ignore"),
        ("glob = ['!right.txt']", "--glob=!right.txt"),
    ];
    let report = |config: &str, flags: &[&str]| {
        desk.config(&format!("against = ['wire']\n{config}\n"));
        let stories = ["story.txt", "quoted.txt", "swedish.txt", "stories"];
        let output = desk.configured("", &[&stories, flags].concat());
        (output.status.code(), stdout(&output), stderr(&output))
    };
    let without = report("", &[]);
    for (key, flag) in options {
        let by_key = report(key, &[]);
        assert_eq!(by_key, report("", &[flag]), "{key}");
        assert_ne!(by_key, without, "{key} does nothing");
    }
}

#[test]
fn globs_count_from_the_folder_of_the_configuration() {
    let desk = Desk::new();
    desk.config("against = ['wire']\nstories = ['story.txt']\nglob = ['wire/*.txt']\n");
    fs::create_dir(desk.path("desk")).unwrap();
    for folder in ["", "desk", "wire"] {
        let output = desk.configured(folder, &[]);
        assert_eq!(
            (output.status.code(), stderr(&output).as_str()),
            (Some(1), ""),
            "from {folder:?}"
        );
    }
}

#[test]
fn an_unknown_key_is_named_with_the_nearest_right_one() {
    let desk = Desk::new();
    desk.refuses(
        "max-resue = 5",
        "2: no such key: max-resue; did you mean max-reuse?",
    );
    desk.refuses(
        "ignore_lines = []",
        "2: no such key: ignore_lines; did you mean ignore-lines?",
    );
    desk.file("wirediff.toml", "against = [\"wire\"]\n");
    let output = desk.configured("", &["own.txt"]);
    assert_eq!(
        stderr(&output),
        "wirediff: wirediff.toml:1: against stands in no table; put it below a line with [check]\n"
    );
    desk.file("wirediff.toml", "\n[chek]\n");
    let output = desk.configured("", &["own.txt"]);
    assert_eq!(
        stderr(&output),
        "wirediff: wirediff.toml:2: no such key: chek; did you mean check?\n"
    );
}

#[test]
fn a_wrong_value_is_refused_with_its_line() {
    let desk = Desk::new();
    desk.refuses(
        "max-run = 3\nmax-reuse = 200",
        "3: give a number from 0 to 100",
    );
    desk.refuses("min-similarity = 2", "2: give a number from 0 to 1");
    desk.refuses(
        "lang = 'xx'",
        "2: no such language: xx; give auto, or a code such as en or de",
    );
    desk.refuses(
        "against = 'wire'",
        "2: invalid type: string \"wire\", expected a list such as [\"wire\"]",
    );
    desk.refuses(
        "max-run = 2.5",
        "2: invalid type: floating point `2.5`, expected a whole number",
    );
    desk.refuses(
        "ignore-lines = ['a(']",
        "2: a( is no regular expression: unclosed group",
    );
    desk.refuses(
        "max-run = ",
        "2: string values must be quoted, expected literal string",
    );
}

#[test]
#[cfg(unix)]
fn a_configuration_that_cannot_be_read_is_not_passed_over() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("wirediff.toml")).unwrap();
    desk.fails(
        &["own.txt"],
        "wirediff.toml: cannot be read: Is a directory (os error 21); mend that, or leave it out \
         with --no-config",
    );
}

#[test]
fn a_configuration_may_be_named_or_left_out() {
    let desk = Desk::new();
    desk.config("max-resue = 5");
    desk.report(0, &["own.txt", "--no-config"]);
    desk.file("ci/check.toml", "[check]\nagainst = ['../wire']\n");
    let output = desk.configured("", &["story.txt", "--config", "ci/check.toml"]);
    assert_eq!(
        (output.status.code(), stderr(&output).as_str()),
        (Some(1), "")
    );
    let output = desk.configured("", &["story.txt", "--config", "gone.toml"]);
    let told = stderr(&output);
    assert!(
        told.starts_with("wirediff: gone.toml: cannot be read: "),
        "{told}"
    );
    assert!(told.ends_with("; mend that, or name another\n"), "{told}");
}
