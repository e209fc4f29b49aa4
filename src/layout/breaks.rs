//! Finds where a line may break (UAX #14), with a way of its own for letters, digits and usual
//! punctuation that is much faster than asking for the class of every character.

use std::collections::VecDeque;
use std::ops::Range;

use crate::line_breaks::parts;

/// Reads a text from its start and gives the parts that should not be broken.
#[derive(Default)]
pub(super) struct Breaks {
    /// How far the text has been read.
    at: usize,
    /// What was found before that.
    found: VecDeque<Range<usize>>,
}

impl Breaks {
    /// The bytes of the next part of `text`, the same text every time, without the spaces
    /// behind it.
    pub(super) fn next(&mut self, text: &str) -> Option<Range<usize>> {
        if self.found.is_empty() && self.at < text.len() {
            let start = self.at;
            let (end, simple) = stretch(text.as_bytes(), start);
            self.at = end;
            if simple {
                let spaces = text.as_bytes()[end - 1] == b' ';
                return Some(start..end - usize::from(spaces));
            }
            self.ask(text, start..end);
        }
        self.found.pop_front()
    }

    /// Asks UAX #14 itself about a stretch.
    fn ask(&mut self, text: &str, stretch: Range<usize>) {
        let mut start = stretch.start;
        for part in parts(&text[stretch]) {
            let end = start + part.trim_end_matches(' ').len();
            self.found.push_back(start..end);
            start += part.len();
        }
    }
}

/// Whether a text breaks at each of its spaces and nowhere else, and every character is one column
/// wide. No branch is taken for a byte, so that a processor looks at many of them at a time.
pub(super) fn breaks_at_spaces_alone(text: &str) -> bool {
    let bytes = text.as_bytes();
    let simple = |byte: u8| byte == b' ' || byte.is_ascii_alphanumeric() || is_simple_mark(byte);
    let all_simple = |all, &byte: &u8| all & simple(byte);
    let starts = |byte: u8| byte.is_ascii_alphanumeric() || is_quote(byte);
    let all_part = |all, (&one, &next): (&u8, &u8)| all & ((one != b' ') | starts(next));
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && bytes.iter().fold(true, all_simple)
        && bytes.iter().zip(bytes.iter().skip(1)).fold(true, all_part)
}

/// The end of the stretch that starts at `start`, and whether nothing breaks inside it.
///
/// A space breaks whatever stands around, if letters, digits, quotation marks or some other
/// simple character stand beside it (LB18, with none of the rules before it); and among
/// simple characters nothing else does (LB13, LB19, LB21, LB25, LB28, LB29).
fn stretch(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut simple = true;
    let mut before = false;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at] == b' ' {
            if before && starts_word(bytes, at + 1) {
                return (at + 1, simple);
            }
            (simple, before) = (false, false);
            at += 1;
            continue;
        }
        let simple_bytes = letter(bytes, at).max(usize::from(is_simple_mark(bytes[at])));
        before = simple_bytes > 0;
        simple &= before;
        at += simple_bytes.max(1);
    }
    (at, simple)
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    letter(bytes, at) > 0 || bytes.get(at).is_some_and(|&byte| is_quote(byte))
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}

/// Marks that never part two simple characters. A line is not broken behind a hyphen.
fn is_simple_mark(byte: u8) -> bool {
    is_quote(byte) || matches!(byte, b'.' | b',' | b':' | b';' | b'-')
}

/// The bytes of the letter or digit of the Latin or Cyrillic script at `at`; 0 where there is
/// none.
pub(super) fn letter(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(byte) if byte.is_ascii_alphanumeric() => 1,
        // U+00C0 to U+027F and U+0400 to U+047F, without the signs of multiplication and
        // division.
        Some(0xC3) if matches!(bytes.get(at + 1), Some(0x97 | 0xB7)) => 0,
        Some(0xC3..=0xC9 | 0xD0 | 0xD1) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        let mut breaks = Breaks::default();
        std::iter::from_fn(|| breaks.next(text).map(|part| &text[part])).collect()
    }

    fn asked(text: &str) -> Vec<&str> {
        parts(text).map(|part| part.trim_end_matches(' ')).collect()
    }

    #[test]
    fn usual_text_is_never_asked_about() {
        let text = "Nobody was \"hurt\", the U.N.'s été-time агент said: 3.5 or 1,000.";
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            assert_eq!(
                stretch(text.as_bytes(), at),
                (at + word.len(), true),
                "{word}"
            );
            at += word.len();
        }
    }

    #[test]
    fn a_simple_text_breaks_at_every_space() {
        assert!(breaks_at_spaces_alone("It ran \"aground\", he said."));
        assert!(breaks_at_spaces_alone(""));
        for text in ["a  b", " a", "a ", "a (b)", "été", "a . b", "a\u{a0}b"] {
            assert!(!breaks_at_spaces_alone(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_simple_breaks_at_every_space(text in "[a-zA-Z0-9.,:;'\"? -]{0,30}") {
            if breaks_at_spaces_alone(&text) {
                prop_assert_eq!(found(&text).join(" "), text.as_str());
                prop_assert_eq!(found(&text).len(), text.split_terminator(' ').count());
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn the_breaks_are_those_of_uax_14(
            words in prop::collection::vec(
                "([a-zA-Z0-9.,:;'\"-]|[ -~]|[éßœфЁ×÷’“”–—…«»\u{a0}\u{ad}\u{301}\u{200b}\u{200d}]|[字カー。ขา가\u{1f1e9}\u{1f1ea}👩]){1,6}",
                0..8,
            )
        ) {
            let text = words.join(" ");
            prop_assert_eq!(found(&text), asked(&text));
        }
    }
}
