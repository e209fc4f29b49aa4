//! What may be named as an article, and what is said of the rest.

use crate::*;

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

#[test]
fn a_misspelt_name_proposes_the_right_one() {
    let desk = Desk::new();
    fs::create_dir(desk.0.path().join("copy")).unwrap();
    desk.file("copy/budget.txt", WIRE);
    let unlike = "check the spelling, or give - for standard input";
    for (name, other, problem) in [
        ("wrie.txt", "story.txt", "a similar one exists: wire.txt"),
        ("wrie.txt", "wire.txt", unlike),
        (
            "./stroy.txt",
            "wire.txt",
            "a similar one exists: ./story.txt",
        ),
        (
            "copy/bugdet.txt",
            "wire.txt",
            "a similar one exists: copy/budget.txt",
        ),
        (
            "completion",
            "wire.txt",
            "a similar command exists: completions",
        ),
        ("xyz", "wire.txt", unlike),
    ] {
        let message = format!("{name}: no such file; {problem}");
        desk.fails(&[name, other], &message);
    }
}

#[test]
fn a_file_named_like_a_command_can_be_given() {
    let desk = Desk::new();
    desk.file("man", WIRE);
    assert!(desk.show(&["./man", "story.txt"]).starts_with("A  ./man"));
    assert!(desk.show(&["--", "man", "story.txt"]).starts_with("A  man"));
    assert!(desk.show(&["story.txt", "man"]).contains("B  man"));
}

#[test]
fn articles_can_be_named() {
    let desk = Desk::new();
    let head = desk.show(&["--summary", "--name", "the wire", "wire.txt", "story.txt"]);
    assert!(
        head.contains("A  the wire") && head.contains("B  story.txt"),
        "{head}"
    );
    desk.fails(
        &["--name=a", "--name=b", "--name=c", "wire.txt", "story.txt"],
        "3 names for 2 files; give --name once for each file, or less often",
    );
}
