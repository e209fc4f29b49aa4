//! The loader on the hard fixtures: every guise of `roof.txt` decodes to its text.

use std::fs;
use std::path::PathBuf;

use wirediff::load::{Document, LoadError, LoadOptions, load};

fn path(name: &str) -> PathBuf {
    ["fixtures", "hard", name].iter().collect()
}

fn document(name: &str) -> Result<Document, LoadError> {
    load(&path(name), &LoadOptions::default())
}

fn text(name: &str) -> String {
    let document = document(name).unwrap();
    assert_eq!(document.warning, None, "{name}");
    document.text
}

/// The text of `roof.txt`, which the others are held against.
fn roof() -> String {
    let text = text("roof.txt");
    assert!(text.contains("“It was as long as my arm,” Jens Müller said."));
    text
}

#[test]
fn encodings_decode_to_the_same_text() {
    for (name, encoding) in [
        ("roof-utf8-bom.txt", "UTF-8"),
        ("roof-utf16le.txt", "UTF-16LE"),
        ("roof-utf16be.txt", "UTF-16BE"),
        ("roof-windows-1252.txt", "windows-1252"),
    ] {
        assert_eq!(text(name), roof(), "{name}");
        assert_eq!(document(name).unwrap().encoding.name(), encoding, "{name}");
    }
}

#[test]
fn line_ends_stay_as_they_are() {
    assert_eq!(text("roof-crlf.txt"), roof().replace('\n', "\r\n"));
    assert_eq!(text("roof-cr.txt"), roof().replace('\n', "\r"));
    assert_eq!(text("roof-no-newline.txt"), roof().trim_end());

    let separators = text("roof-separators.txt");
    for separator in ['\u{2028}', '\u{2029}', '\u{c}'] {
        assert!(separators.contains(separator), "{separator:?}");
    }
}

#[test]
fn layouts_hold_the_same_words() {
    let roof = roof();
    let words: Vec<_> = roof.split_whitespace().collect();
    for name in ["roof-lines.txt", "roof-wrapped.txt", "roof-separators.txt"] {
        let text = text(name);
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), words, "{name}");
    }
}

#[test]
fn broken_utf8_keeps_all_that_is_whole() {
    let document = document("roof-broken-utf8.txt").unwrap();
    assert_eq!(document.text, roof().replace(['ü', '€'], "\u{fffd}"));
    assert_eq!(
        document.warning.unwrap().to_string(),
        format!(
            "{}: bytes that are not UTF-8, first on line 3 and in 2 places, are shown as U+FFFD; \
             name the right encoding with --encoding",
            path("roof-broken-utf8.txt").display()
        )
    );
}

#[test]
fn every_other_fixture_is_utf8_as_it_stands_or_binary() {
    let mut seen = 0;
    for entry in fs::read_dir(path("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.starts_with("roof-") || !name.ends_with(".txt") {
            continue;
        }
        seen += 1;
        if name == "binary.txt" {
            assert!(matches!(document(&name), Err(LoadError::Binary { .. })));
        } else {
            let bytes = fs::read(path(&name)).unwrap();
            assert_eq!(text(&name).as_bytes(), bytes, "{name}");
        }
    }
    assert!(seen > 20, "only {seen} fixtures");
}
