//! No byte of an article may act on the terminal, hide text or reorder what stands beside it.

use crate::*;

/// Escape sequences in seven and eight bits, other controls, overrides and isolates, tags,
/// what takes no room, and UTF-8 that is overlong, cut off or broken.
const HOSTILE: &[&[u8]] = &[
    b"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1bc \x1b[2J",
    b"\xc2\x9b31mred \xc2\x9d0;title\xc2\x9c \xc2\x85 \xc2\x90",
    b"a\x08\x08b\x07\x0b\x0c\x0e\x0f\x11\x7f",
    "over\u{202e}ride\u{202c} \u{202a}em\u{202b}bed \u{2066}iso\u{2067}late\u{2068} \u{2069}"
        .as_bytes(),
    "zero\u{200b}width\u{2060}\u{feff} \u{180e}\u{115f}\u{3164}\u{ffa0} \u{2062}x".as_bytes(),
    "tags\u{e0001}\u{e0041}\u{e007f} \u{1d173} \u{fff9}\u{fffb} \u{2028}\u{2029}end".as_bytes(),
    b"overlong \xc0\x9b \xe0\x80\x9b \xf0\x80\x80\x9b \xc0\x80",
    b"cut \xe2\x80 broken \xff\xfe \x9b31m \xed\xa0\x80",
];

/// What a terminal may take for a command, or what hides or reorders text.
fn acts(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(
            c,
            '\u{200b}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{115f}'
                | '\u{180e}'
                | '\u{3164}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The output without the styles that it may have: SGR codes of digits and semicolons.
fn without_styles(output: &str) -> String {
    let mut parts = output.split("\u{1b}[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('m').unwrap();
        assert!(
            code.bytes().all(|b| b.is_ascii_digit() || b == b';'),
            "{code:?}"
        );
        text.push_str(rest);
    }
    text
}

#[test]
fn in_no_format_does_an_article_act_on_the_terminal() {
    let desk = Desk::new();
    for hostile in HOSTILE {
        desk.file(
            "one.txt",
            [*hostile, b" was said.\nNo one was hurt."].concat(),
        );
        desk.file("two.txt", [b"No one was hurt there.\n", *hostile].concat());
        for flags in [
            &["--color", "never"][..],
            &["--color", "always"],
            &["--color", "always", "--layout", "stacked"],
            &["--format", "json"],
            &["--width", "1"],
            &["--width", "30"],
        ] {
            let output = desk.run(&[flags, &["one.txt", "two.txt"]].concat());
            assert_eq!(output.status.code(), Some(0), "{flags:?}");
            for out in [stdout(&output), stderr(&output)] {
                let text = without_styles(&out);
                let found: Vec<char> = text.chars().filter(|&c| acts(c)).collect();
                assert!(found.is_empty(), "{found:?} of {hostile:?} with {flags:?}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn nor_does_the_name_of_a_file() {
    let desk = Desk::new();
    let name = "na\u{1b}[31mme\u{9b}2J\u{202e}\n\u{200b}.txt";
    desk.file(name, STORY);
    for flags in [&["--color", "always"][..], &["--format", "json"]] {
        let output = desk.run(&[flags, &["wire.txt", name]].concat());
        assert!(!without_styles(&stdout(&output)).contains(acts));
    }
    let missing = desk.run(&["wire.txt", &format!("no-{name}")]);
    assert!(!stderr(&missing).contains(acts), "{}", stderr(&missing));
}
