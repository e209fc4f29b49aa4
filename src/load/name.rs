//! File names as messages show them.

use std::fmt::Write;
use std::path::Path;

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
        if c.is_control() || hides_or_turns_text(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

fn hides_or_turns_text(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200e}' | '\u{200f}'   // direction marks
        | '\u{200b}' | '\u{feff}'             // no width
        | '\u{2028}' | '\u{2029}'             // line and paragraph separator
        | '\u{202a}'..='\u{202e}'             // embeddings and overrides
        | '\u{2060}'..='\u{206f}'             // no width, isolates
        | '\u{e0000}'..='\u{e0fff}') // tags
}
