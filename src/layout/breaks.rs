//! Finds where a line may break (UAX #14), with a way of its own for the characters of usual text
//! that is much faster than asking for the class of every one.

use std::collections::VecDeque;
use std::ops::Range;

use crate::bytes::position;
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
            let (end, usual) = stretch(text.as_bytes(), start);
            self.at = end;
            if usual {
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
/// wide and stands for itself.
pub(super) fn breaks_at_spaces_alone(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        let words = plain_words(&bytes[at..]);
        if !words_follow_spaces(words) {
            return false;
        }
        at += words.len();
        if at == bytes.len() {
            break;
        }
        let starts_word = at == 0 || usual(bytes, at).0.starts_word();
        let (end, is_usual) = stretch(bytes, at);
        if !starts_word || !is_usual {
            return false;
        }
        at = end;
    }
    true
}

/// The words that stand before the first character which is neither an ASCII letter or digit nor
/// one of the marks that may stand beside these anywhere; the last space is among them.
fn plain_words(bytes: &[u8]) -> &[u8] {
    let mark = |byte| matches!(byte, b'"' | b'\'' | b'.' | b',' | b':' | b';' | b'-');
    let plain = |byte: u8| (byte == b' ') | byte.is_ascii_alphanumeric() | mark(byte);
    match position(bytes, |byte| !plain(byte)) {
        Some(other) => {
            let space = bytes[..other].iter().rposition(|&byte| byte == b' ');
            &bytes[..space.map_or(0, |space| space + 1)]
        }
        None => bytes,
    }
}

/// Whether behind each space there stands the start of a word, if anything. No branch is taken for
/// a byte, so that a processor looks at many of them at a time.
fn words_follow_spaces(bytes: &[u8]) -> bool {
    let starts = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'"' | b'\'');
    let all_start = |all, (&one, &next): (&u8, &u8)| all & ((one != b' ') | starts(next));
    bytes.iter().zip(bytes.iter().skip(1)).fold(true, all_start)
}

/// The end of the stretch that starts at `start`, the space behind it included, and whether it is of
/// usual characters, with one space at most, and nothing breaks inside it.
fn stretch(bytes: &[u8], start: usize) -> (usize, bool) {
    let (mut before, mut at) = usual(bytes, start);
    let mut is_usual = before != Usual::Other;
    at += start;
    while at < bytes.len() {
        if bytes[at] == b' ' {
            let (behind, _) = usual(bytes, at + 1);
            if before.ends_word() && behind.starts_word() {
                return (at + 1, is_usual);
            }
            (before, is_usual) = (Usual::Other, false);
            at += 1;
            continue;
        }
        let (next, length) = usual(bytes, at);
        is_usual &= before.holds(next);
        (before, at) = (next, at + length);
        // Most of a text is letters behind letters.
        while next == Usual::Letter && bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
    }
    (at, is_usual)
}

/// What a character of usual text is to the rules, which know more classes; each is one column
/// wide, and no two of them are one grapheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Usual {
    /// A letter or a digit (AL, NU), or a mark that is as good as one.
    Letter,
    /// A full stop, a comma, a colon or a semicolon (IS).
    Stop,
    /// A hyphen (HY); a line is not broken behind it.
    Hyphen,
    /// A straight quotation mark (QU).
    Quote,
    /// An opening quotation mark (QU and Pi).
    OpeningQuote,
    /// A closing quotation mark, or an apostrophe (QU and Pf).
    ClosingQuote,
    /// A question or exclamation mark (EX).
    Exclamation,
    /// An opening bracket (OP).
    OpeningBracket,
    /// A closing bracket (CP).
    ClosingBracket,
    /// The sign of a currency in front of a number, or a plus (PR).
    Prefix,
    /// A sign of percent (PO).
    Percent,
    /// Anything else.
    Other,
}

impl Usual {
    /// Whether a line does not break between this character and `next` (LB13, LB14, LB19, LB21,
    /// LB24, LB25, LB28 to LB30).
    fn holds(self, next: Usual) -> bool {
        use Usual::*;
        match next {
            Letter => !matches!(self, Exclamation | Other),
            OpeningBracket | Prefix => matches!(self, Letter | Quote | OpeningBracket),
            Percent => self == Letter,
            Other => false,
            _ => self != Other,
        }
    }

    /// Whether a line may break at a space behind it (LB18), if a word starts there.
    fn ends_word(self) -> bool {
        !matches!(
            self,
            Usual::OpeningQuote | Usual::OpeningBracket | Usual::Other
        )
    }

    /// The same for a space before it.
    fn starts_word(self) -> bool {
        use Usual::*;
        matches!(
            self,
            Letter | Quote | OpeningQuote | OpeningBracket | Prefix
        )
    }
}

/// What the character at `at` is, and its bytes; one byte where it is [`Usual::Other`].
fn usual(bytes: &[u8], at: usize) -> (Usual, usize) {
    use Usual::*;
    let Some(&byte) = bytes.get(at) else {
        return (Other, 1);
    };
    if byte.is_ascii() {
        return (ASCII[usize::from(byte)], 1);
    }
    match (byte, bytes.get(at + 1..at + 3)) {
        (0xE2, Some([0x80, 0x98 | 0x9C])) => (OpeningQuote, 3),
        (0xE2, Some([0x80, 0x99 | 0x9D])) => (ClosingQuote, 3),
        // The euro and the pound.
        (0xE2, Some([0x82, 0xAC])) => (Prefix, 3),
        (0xC2, Some([0xA3, _])) => (Prefix, 2),
        _ => match letter(bytes, at) {
            0 => (Other, 1),
            length => (Letter, length),
        },
    }
}

/// What each character of ASCII is.
static ASCII: [Usual; 128] = {
    let mut all = [Usual::Other; 128];
    let mut byte = 0;
    while byte < all.len() {
        all[byte] = match byte as u8 {
            b'.' | b',' | b':' | b';' => Usual::Stop,
            b'-' => Usual::Hyphen,
            b'"' | b'\'' => Usual::Quote,
            b'?' | b'!' => Usual::Exclamation,
            b'(' | b'[' => Usual::OpeningBracket,
            b')' | b']' => Usual::ClosingBracket,
            b'$' | b'+' => Usual::Prefix,
            b'%' => Usual::Percent,
            b'&' | b'*' | b'=' | b'@' | b'#' | b'_' | b'<' | b'>' => Usual::Letter,
            letter if letter.is_ascii_alphanumeric() => Usual::Letter,
            _ => Usual::Other,
        };
        byte += 1;
    }
    all
};

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
        for text in [
            "",
            "It ran \"aground\", he said.",
            "“It’s a $5bn (£4bn) été,” he said: “Why?”",
        ] {
            assert!(breaks_at_spaces_alone(text), "{text:?}");
        }
        for text in [
            "a  b", " a", "a ", "a—b", "a . b", "a\u{a0}b", "“ a", "a ( b", "x?y", "字",
        ] {
            assert!(!breaks_at_spaces_alone(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_simple_breaks_at_every_space(
            text in "[a-zA-Z0-9.,:;'\"? -]{0,30}|[a-z0-9.,:;'\"?%$()&’“é -]{0,12}"
        ) {
            if breaks_at_spaces_alone(&text) {
                prop_assert_eq!(asked(&text), text.split_terminator(' ').collect::<Vec<_>>());
            }
        }

    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn the_breaks_are_those_of_uax_14(
            words in prop::collection::vec(
                "([a-zA-Z0-9.,:;'\"-]|[ -~“”‘’]|[éßœфЁ×÷’“”–—…«»\u{a0}\u{ad}\u{301}\u{200b}\u{200d}]|[字カー。ขา가\u{1f1e9}\u{1f1ea}👩]){1,6}",
                0..8,
            )
        ) {
            let text = words.join(" ");
            prop_assert_eq!(found(&text), asked(&text));
        }
    }
}
