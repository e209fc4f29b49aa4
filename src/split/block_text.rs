//! The text of a block as the rules read it: each stretch of white space is one blank, a letter is one
//! character with its accent, and what no reader sees is left out.

use std::borrow::Cow;

use unicode_normalization::char::compose;

use crate::bytes::{are_single_spaced_ascii, position};

/// The text of a block, and where its bytes stand in the block.
pub(super) struct BlockText<'a> {
    text: Cow<'a, str>,
    /// Where bytes of the block are left out: the byte of the text that they stand before, and how many
    /// are left out up to there. Both grow.
    left_out: Vec<(usize, usize)>,
}

impl<'a> BlockText<'a> {
    /// The text of `block`.
    pub(super) fn new(block: &'a str) -> Self {
        if is_as_read(block) {
            return BlockText {
                text: Cow::Borrowed(block),
                left_out: Vec::new(),
            };
        }
        let mut read = BlockText {
            text: Cow::Owned(String::with_capacity(block.len())),
            left_out: Vec::new(),
        };
        let mut at = 0;
        while let Some(usual) = block[at..].find(is_unusual) {
            let (text, start) = (read.text.to_mut(), at + usual);
            text.push_str(&block[at..start]);
            at = match block[start..].chars().next() {
                Some(accent) if is_accent(accent) => {
                    push_accent(text, accent);
                    start + accent.len_utf8()
                }
                _ => push_gap(text, block, start),
            };
            read.leave_out(at);
        }
        read.text.to_mut().push_str(&block[at..]);
        read
    }

    /// Notes that what the text holds by now ends at byte `end` of the block.
    fn leave_out(&mut self, end: usize) {
        let count = end - self.text.len();
        if count > self.left_out.last().map_or(0, |&(_, before)| before) {
            self.left_out.push((self.text.len(), count));
        }
    }

    /// The text itself.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Where in the block the byte `at` of the text stands. Of an end of words this is behind what is
    /// left out there, if no blank is.
    pub(super) fn place(&self, at: usize) -> usize {
        let before = self.left_out.partition_point(|&(from, _)| from <= at);
        let count = before
            .checked_sub(1)
            .map_or(0, |last| self.left_out[last].1);
        at + count
    }
}

/// A text of many blocks as the rules read it; white space stays as it is where nothing else is unusual.
pub(super) fn as_read(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_whitespace() || !is_unusual(c);
    match holds_only(text, is_plain) {
        true => Cow::Borrowed(text),
        false => BlockText::new(text).text.into_owned().into(),
    }
}

/// Adds an accent to the letter before it, as one character where there is one.
fn push_accent(text: &mut String, accent: char) {
    let before = text.pop();
    match before.and_then(|letter| compose(letter, accent)) {
        Some(whole) => text.push(whole),
        None => text.extend(before.into_iter().chain([accent])),
    }
}

/// Adds a blank for the gap that starts at byte `start` of a block, if white space is in it and words are
/// on both sides. Where it ends.
fn push_gap(text: &mut String, block: &str, start: usize) -> usize {
    let behind = block[start..].find(|c| !is_of_gap(c));
    let end = behind.map_or(block.len(), |behind| start + behind);
    let is_inside = start > 0 && end < block.len();
    if is_inside && block[start..end].contains(char::is_whitespace) {
        text.push(' ');
    }
    end
}

/// Whether a character is not read as it stands.
fn is_unusual(c: char) -> bool {
    is_of_gap(c) || is_accent(c)
}

/// Whether a character is white space, or cannot be seen.
pub(super) fn is_of_gap(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Whether a character says how its neighbours are set and is not seen itself: soft hyphens, spaces
/// without width, marks of direction, marks of byte order.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// Whether a character is a part of the letter before it: an accent of Latin, Greek or Cyrillic, an
/// Arabic hamza or madda, a Japanese sign of voice.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{653}'..='\u{655}' | '\u{3099}' | '\u{309a}')
}

/// Whether no white space but single blanks stands in a block, and nothing else that is unusual. No
/// branch is taken for a byte, so that a processor looks at many of them at a time.
fn is_as_read(block: &str) -> bool {
    let bytes = block.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let apart = |all, (&one, &next): (&u8, &u8)| all & ((one != b' ') | (next != b' '));
    are_single_spaced_ascii(bytes)
        || pairs.fold(true, apart) && holds_only(block, |c| !is_unusual(c))
}

/// Whether of all characters that may be unusual a text holds none but those that are `allowed`.
fn holds_only(text: &str, allowed: impl Fn(char) -> bool) -> bool {
    let mut at = 0;
    while let Some(found) = position(&text.as_bytes()[at..], may_be_unusual) {
        at += found;
        match text[at..].chars().next() {
            Some(c) if allowed(c) => at += c.len_utf8(),
            _ => return false,
        }
    }
    true
}

/// Whether a byte may be the first of such a character, other than a blank.
fn may_be_unusual(byte: u8) -> bool {
    let is = |lead: u8| byte == lead;
    (byte < b' ')
        | is(0xC2)
        | is(0xCC)
        | is(0xCD)
        | is(0xD8)
        | is(0xD9)
        | is(0xE1)
        | is(0xE2)
        | is(0xE3)
        | is(0xEF)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn white_space_is_one_blank_and_every_byte_has_its_place() {
        for (block, text) in [
            ("It ran. He left.", "It ran. He left."),
            ("It ran.  He\nleft.", "It ran. He left."),
            ("It\u{a0}ran.\t\u{202f}He left.", "It ran. He left."),
            (
                "\u{200f}It ran.\u{200f} \u{feff}He left.\u{200b}",
                "It ran. He left.",
            ),
            ("co\u{ad}op “\u{200e}He”", "coop “He”"),
            ("nu\u{301}m. 5  e\u{332}", "núm. 5 e\u{332}"),
            ("\u{200b}", ""),
        ] {
            let found = BlockText::new(block);
            assert_eq!(found.as_str(), text);
            let mut end = 0;
            for (at, c) in text.char_indices().filter(|&(_, c)| c != ' ') {
                let (start, behind) = (found.place(at), found.place(at + c.len_utf8()));
                assert!(end <= start && start < behind, "{block:?} at {at}");
                let shown = &block[start..behind];
                assert!(shown.nfc().eq([c]) || shown.starts_with(c), "{shown:?}");
                end = behind;
            }
            assert_eq!(
                found.place(text.len()),
                block.trim_end_matches(char::is_whitespace).len()
            );
        }
    }

    #[test]
    fn what_is_unusual_is_known_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|&c| is_unusual(c) && c != ' ') {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer);
            assert!(may_be_unusual(buffer[0]), "U+{:04X}", u32::from(c));
            assert!(!is_as_read(&c.to_string()));
        }
    }
}
