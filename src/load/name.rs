//! File names as messages show them.

use std::fmt::Write;
use std::path::Path;

use crate::hidden::is_unsafe;

/// The path as text; bytes that are not UTF-8 stand as `\xNN`.
pub fn shown_name(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a `String` cannot fail.
            let _ = write!(name, "\\x{byte:02x}");
        }
    }
    name
}

/// `text` for one line of a terminal: line ends, other control characters, what has no width and
/// what changes the direction of writing are escaped as in Rust source (`\n`, `\u{202e}`).
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if hides_or_turns_text(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Marks of direction and selectors of ideographs as well: real text needs them, names of files do
/// not.
fn hides_or_turns_text(c: char) -> bool {
    is_unsafe(c)
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{e0100}'..='\u{e01ef}'
        )
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_name_in_a_message_hides_nothing() {
        for hidden in [
            '\n',
            '\u{1b}',
            '\u{7f}',
            '\u{200f}',
            '\u{202e}',
            '\u{3164}',
            '\u{fff9}',
            '\u{e0100}',
        ] {
            let shown = printable(&format!("a{hidden}b"));
            assert!(
                shown.is_ascii() && !shown.contains(char::is_control),
                "{shown:?}"
            );
        }
        assert_eq!(printable("Straße 船.txt"), "Straße 船.txt");
    }
}
