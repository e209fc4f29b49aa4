//! Makes untrusted text safe for a terminal: what would act on it or hide in it becomes
//! visible text such as `<U+202E>`.

use super::text::{Look, Role, Text};
use super::width::simple;
use crate::bytes::are_single_spaced_ascii;
use crate::hidden::is_unsafe;
use crate::line_breaks::has_dictionary;

/// A text that is made safe piece by piece, each stretch of white space as one space, none at
/// its start or end.
#[derive(Default)]
pub(super) struct SafeText {
    text: Text,
    guard: Guard,
    /// White space that was read and not yet written.
    space: Option<Look>,
}

impl SafeText {
    /// Nothing yet, with room for so many bytes in so many stretches.
    pub(super) fn with_room(bytes: usize, stretches: usize) -> Self {
        SafeText {
            text: Text::with_room(bytes, stretches),
            ..SafeText::default()
        }
    }

    /// Adds what comes next.
    pub(super) fn push(&mut self, more: &str, look: Look) {
        let mut rest = more;
        let after_space = more.strip_prefix(' ').unwrap_or(more);
        if !after_space.is_empty() && is_plain(after_space.as_bytes()) {
            // The usual case, a few instructions a word.
            if after_space.len() < more.len() {
                self.push_char(' ', look);
            }
            self.write_space();
            let words = after_space.trim_end_matches(' ');
            self.text.push(words, look);
            self.guard.pass(words);
            rest = &after_space[words.len()..];
        }
        while let Some(c) = rest.chars().next() {
            let plain = plain_length(rest.as_bytes());
            if plain > 0 {
                self.write_space();
                self.text.push(&rest[..plain], look);
                self.guard.pass(&rest[..plain]);
                rest = &rest[plain..];
            } else {
                self.push_char(c, look);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    pub(super) fn into_text(self) -> Text {
        self.text
    }

    fn push_char(&mut self, c: char, look: Look) {
        let admitted = self.guard.admits(c);
        if c.is_whitespace() && !is_no_break_space(c) {
            self.space = self.space.or((!self.text.is_empty()).then_some(look));
            return;
        }
        self.write_space();
        if admitted {
            self.text.push_char(c, look);
        } else {
            let role = Role::Escape;
            self.text.push(&visible(c), Look { role, ..look });
        }
    }

    fn write_space(&mut self) {
        if let Some(look) = self.space.take() {
            self.text.push_char(' ', look);
        }
    }
}

/// Whether all bytes are words of ASCII, each followed by one space at most.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.first() != Some(&b' ') && are_single_spaced_ascii(bytes)
}

/// How many bytes at the start are words of simple characters with single spaces between them:
/// what may be shown as it is.
fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let here = simple(bytes, at);
        let space = usize::from(here == 0 && at > 0 && bytes.get(at) == Some(&b' '));
        match here + space {
            1 if space == 1 && simple(bytes, at + 1) == 0 => return at,
            0 => return at,
            step => at += step,
        }
    }
}

/// Reads a text character by character and tells which must not reach a terminal.
#[derive(Default)]
pub(super) struct Guard {
    before: Option<char>,
    /// How many more tags may follow, inside the flag of a region such as Wales.
    flag_tags: u8,
}

impl Guard {
    /// Reads text of which all may be shown as it is.
    fn pass(&mut self, text: &str) {
        self.before = text.chars().next_back().or(self.before);
        if self.flag_tags > 0 && !text.is_ascii() {
            self.flag_tags = 0;
        }
    }

    /// Whether `c`, the next character, may be shown as itself.
    ///
    /// Joiners, direction marks, soft hyphens, variation selectors and combining marks may,
    /// because real text needs them. White space is not asked about here.
    pub(super) fn admits(&mut self, c: char) -> bool {
        let before = self.before.replace(c);
        match c {
            ' '..='~' => true,
            '\u{200b}' => before.is_some_and(is_written_without_spaces),
            '\u{e0020}'..='\u{e007f}' if self.flag_tags > 0 => {
                self.flag_tags -= 1;
                true
            }
            _ => {
                // A flag has up to six letters and digits, and an end.
                self.flag_tags = if c == '\u{1f3f4}' { 7 } else { 0 };
                !is_unsafe(c)
            }
        }
    }
}

/// The visible form of a character.
pub(super) fn visible(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

/// A name as one line of visible text, white space other than the space included.
pub(crate) fn visible_name(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    let mut guard = Guard::default();
    for c in name.chars() {
        if !guard.admits(c) || (c != ' ' && c.is_whitespace()) {
            safe.push_str(&visible(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// White space that no line may break at and that is shown as it is.
pub(super) fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether `c` is of a script in which a zero-width space stands between words: Thai, Lao,
/// Burmese, Khmer, Tai.
fn is_written_without_spaces(c: char) -> bool {
    has_dictionary(c)
        || matches!(c,
            '\u{1950}'..='\u{19ff}'
            | '\u{1a20}'..='\u{1aaf}'
            | '\u{aa80}'..='\u{aadf}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_becomes_visible() {
        assert_eq!(visible_name("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(
            visible_name("\u{9b}2J\u{7f}\u{7}"),
            "<U+009B>2J<U+007F><U+0007>"
        );
        assert_eq!(visible_name("a\tb\nc"), "a<U+0009>b<U+000A>c");
    }

    #[test]
    fn what_hides_or_turns_text_becomes_visible() {
        for c in "\u{202e}\u{2066}\u{2069}\u{200b}\u{2060}\u{feff}\u{2028}\u{e0041}".chars() {
            assert!(!Guard::default().admits(c), "{}", visible(c));
        }
    }

    #[test]
    fn what_real_text_needs_stays() {
        for c in "\u{200c}\u{200d}\u{ad}\u{fe0f}\u{200e}\u{200f}\u{61c}\u{301}é船".chars() {
            assert!(Guard::default().admits(c), "{}", visible(c));
        }
    }

    #[test]
    fn zero_width_space_stays_between_words_of_khmer() {
        assert_eq!(
            visible_name("\u{1780}\u{200b}\u{1781}"),
            "\u{1780}\u{200b}\u{1781}"
        );
    }

    #[test]
    fn tags_stay_in_a_flag_alone() {
        assert_eq!(visible_name("🏴\u{e0067}\u{e007f}"), "🏴\u{e0067}\u{e007f}");
        assert_eq!(visible_name("a\u{e0067}\u{e0067}"), "a<U+E0067><U+E0067>");
    }
}
