//! Every option reaches the output.

use crate::*;

const FILES: [&str; 2] = ["wire.txt", "story.txt"];

fn view(arguments: &[&str]) -> String {
    Desk::new().show(&[arguments, &FILES].concat())
}

fn widest(view: &str) -> usize {
    view.lines().map(|line| line.chars().count()).max().unwrap()
}

#[test]
fn width_holds_every_line() {
    for width in [1, 20, 60, 160] {
        let view = view(&["--width", &width.to_string()]);
        assert!(widest(&view) <= width, "{view}");
    }
    assert!(
        widest(&view(&["--width", "160"])) > 100,
        "the width is used"
    );
}

#[test]
fn the_last_of_two_widths_counts() {
    assert_eq!(
        view(&["--width", "160", "--width", "60"]),
        view(&["--width", "60"])
    );
}

#[test]
fn layout_puts_articles_beside_or_under_each_other() {
    let beside = |view: &str| {
        view.lines()
            .any(|line| line.contains("No one") && line.matches("hurt").count() == 2)
    };
    assert!(beside(&view(&["--width", "120", "--layout", "columns"])));
    assert!(beside(&view(&["--width", "120"])));
    assert!(!beside(&view(&["--width", "120", "--layout", "stacked"])));
}

#[test]
fn only_shows_the_rows_of_its_kinds() {
    let all = view(&[]);
    let shown = |only| {
        let view = view(&["--only", only]);
        ["hurt", "aground", "fog"].map(|word| view.contains(word))
    };
    assert!(
        ["hurt", "aground", "fog"]
            .iter()
            .all(|word| all.contains(word))
    );
    assert_eq!(shown("identical"), [true, false, false]);
    assert_eq!(shown("edited,rewritten"), [false, true, false]);
    assert_eq!(shown("shared"), [true, true, false]);
    assert_eq!(shown("unique"), [false, false, true]);
    assert_eq!(shown("identical,unique"), [true, false, true]);
    assert!(view(&["--only", "unique"]).contains("hidden"));
    assert!(!all.contains("hidden"));
}

#[test]
fn only_moved_shows_what_changed_its_place() {
    let desk = Desk::new();
    desk.file(
        "turned.txt",
        "No one was hurt. The ferry ran aground on Monday.\n",
    );
    let view = desk.show(&["--only", "moved", "wire.txt", "turned.txt"]);
    assert!(view.contains("stands beside"), "{view}");
    assert!(!view.contains("fog"), "{view}");
}

#[test]
fn a_higher_similarity_unpairs_what_is_edited() {
    let desk = Desk::new();
    let kinds = |bar| {
        let json = desk.json(&["--min-similarity", bar, FILES[0], FILES[1]]);
        let matches = json["matches"].as_array().unwrap().clone();
        matches
            .iter()
            .map(|found| found["kind"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("0.4"), ["\"edited\"", "\"identical\""]);
    assert_eq!(kinds("1"), ["\"identical\""]);
}

#[test]
fn lang_chooses_the_rules() {
    let desk = Desk::new();
    desk.file("wire.txt", "Zwölf Boote liefen aus.\n");
    desk.file("story.txt", "12 Boote liefen aus.\n");
    let score = |code| {
        let json = desk.json(&["--lang", code, FILES[0], FILES[1]]);
        json["matches"][0]["score"].as_f64().unwrap()
    };
    assert_eq!(score("de"), 1.0, "the same to a German reader");
    assert_eq!(score("DE"), 1.0);
    assert!(score("en") < 1.0);
    desk.fails(
        &["--lang", "klingon", FILES[0], FILES[1]],
        "invalid value 'klingon' for '--lang <CODE>'; possible values: auto, en, de, fr, es, it, \
         pt, nl, pl, cs, ru, ar, zh, ja, hi",
    );
}

#[test]
fn format_json_is_one_object_without_colour() {
    let output = view(&["--format", "json", "--color", "always"]);
    let json: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(json["format"], "wirediff");
    assert_eq!(json["version"], 1);
    assert_eq!(json["articles"][0]["name"], "wire.txt");
    assert!(output.ends_with("}\n"));
}

#[test]
fn context_folds_what_did_not_change() {
    let desk = Desk::new();
    let stands = |number| format!("Line number {number} stands as it was.\n\n");
    let old: String = (1..=20).map(stands).collect();
    desk.file("old.txt", &old);
    desk.file(
        "new.txt",
        old.replace("number 10 stands", "number 10 stood"),
    );
    let shown = |arguments: &[&str]| {
        let view = desk.show(&[arguments, &["--no-head", "old.txt", "new.txt"]].concat());
        let numbers = (1..=20).filter(|number| view.contains(&format!("number {number} ")));
        (numbers.collect::<Vec<_>>(), view)
    };
    assert_eq!(shown(&[]).0.len(), 20);
    let (numbers, view) = shown(&["--context", "2"]);
    assert_eq!(numbers, [8, 9, 10, 11, 12]);
    assert!(
        view.contains("7 identical sentences folded: A1–7"),
        "{view}"
    );
    assert!(
        view.contains("8 identical sentences folded: B13–20"),
        "{view}"
    );
    assert_eq!(shown(&["--context", "0"]).0, [10]);
    let most = usize::MAX.to_string();
    assert_eq!(shown(&["--context", &most]).0.len(), 20);
}

#[test]
fn the_reference_decides_the_order_of_the_rows() {
    let desk = Desk::new();
    let first = |arguments: &[&str]| {
        let view = desk.show(
            &[
                arguments,
                &["--no-head", "--width", "120", FILES[0], FILES[1]],
            ]
            .concat(),
        );
        view.lines().next().unwrap().to_owned()
    };
    assert!(
        first(&[]).contains("B1"),
        "what A lacks comes before their common row"
    );
    let shown = first(&["--reference", "b", "--only", "shared"]);
    assert!(shown.find("B2") < shown.find("A1"), "{shown}");
    assert!(
        shown.contains("[-Sunday-]") && shown.contains("{+Monday+}"),
        "{shown}"
    );
}

#[test]
fn columns_stand_by_share() {
    let desk = Desk::new();
    desk.file(
        "far.txt",
        "Nothing of this was ever said before. The ferry ran aground on Monday.\n",
    );
    desk.file("near.txt", WIRE);
    let labels = |arguments: &[&str]| {
        let files = ["--summary", "wire.txt", "far.txt", "near.txt"];
        let view = desk.show(&[arguments, &files].concat());
        let lines = view.lines().skip(1).take(5);
        let firsts = lines.filter_map(|line| line.chars().next().filter(char::is_ascii_alphabetic));
        firsts.collect::<String>()
    };
    assert_eq!(labels(&[]), "ABC");
    assert_eq!(labels(&["--sort-by-share"]), "ACB");
    assert_eq!(labels(&["--sort-by-share", "--reference", "B"]), "BAC");
}

#[test]
fn the_head_can_stand_alone_or_be_left_out() {
    let all = view(&[]);
    let (head, body) = (view(&["--summary"]), view(&["--no-head"]));
    let (before, after) = all.split_once('─').unwrap();
    assert_eq!(head, before);
    assert_eq!(
        head,
        view(&["--summary", "--only", "moved"]),
        "no rows, none hidden"
    );
    assert!(after.ends_with(&body), "{all}");
    assert!(
        head.contains("sentences") && !head.contains("aground"),
        "{head}"
    );
    assert!(
        body.contains("aground") && !body.contains("sentences"),
        "{body}"
    );
}
