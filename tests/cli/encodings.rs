//! Files that are not plain UTF-8.

use crate::*;

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

#[test]
fn a_misspelt_one_proposes_the_right_one() {
    Desk::new().fails(
        &["--encoding", "Windows-125", "wire.txt", "story.txt"],
        "invalid value 'Windows-125' for '--encoding <NAME>': no such encoding; a similar one \
         exists: windows-1252",
    );
}
