//! The lines of a text, as an editor counts them.

use std::ops::Range;

use crate::bytes::position;

/// One line: the bytes of its content without the line end, and how wide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The first byte that is not white space; `end` where the line is blank.
    pub start: usize,
    /// The byte after the last one that is not white space.
    pub end: usize,
    /// The columns of white space before `start`.
    pub indent: usize,
    /// The columns up to `end`, the white space before `start` among them.
    pub columns: usize,
    /// The number of the line, from 1.
    pub number: u32,
}

impl Line {
    /// Whether nothing but white space stands on it.
    pub fn is_blank(&self) -> bool {
        self.start == self.end
    }
}

/// The lines of `text` in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let numbered = line_ranges(text).zip(1..);
    numbered
        .map(|(range, number)| line(text, range, number))
        .collect()
}

/// The bytes of each line of `text` without its end, in order. LF, CR, CRLF (one end, not
/// two), form feed, U+2028 and U+2029 end a line.
pub(crate) fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut at = start;
        let range = loop {
            let rest = bytes.get(at..)?;
            let Some(found) = position(rest, may_end) else {
                at = bytes.len() + 1;
                break start..bytes.len();
            };
            let end = at + found;
            let length = line_end_at(bytes, end);
            at = end + length.max(1);
            if length > 0 {
                break start..end;
            }
        };
        // Behind the last line end there is no line of its own.
        let is_line = start < bytes.len();
        start = at;
        is_line.then_some(range)
    })
}

/// Whether a line end may start with a byte.
fn may_end(byte: u8) -> bool {
    (byte == b'\n') | (byte == b'\r') | (byte == b'\x0c') | (byte == 0xE2)
}

/// The length of the line end at byte `at`; 0 where there is none.
fn line_end_at(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'\n' | b'\x0c' => 1,
        b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
        0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => 3,
        _ => 0,
    }
}

fn line(text: &str, range: Range<usize>, number: u32) -> Line {
    let start = range.start;
    let whole = &text[range];
    let content = whole.trim_start();
    let indent = &whole[..whole.len() - content.len()];
    let content = content.trim_end();
    let start = start + indent.len();
    Line {
        start,
        end: start + content.len(),
        indent: columns(indent),
        columns: columns(indent) + columns(content),
        number,
    }
}

/// Characters, where those of Chinese, Japanese and Korean count twice; near enough to
/// compare the widths of lines.
pub(super) fn columns(text: &str) -> usize {
    let columns =
        |byte: &u8| u8::from(byte & 0xC0 != 0x80) + u8::from((0xE3..=0xED).contains(byte));
    // So few at a time that their sum is a byte: a processor adds many of these at once.
    let some = |bytes: &[u8]| usize::from(bytes.iter().map(columns).sum::<u8>());
    text.as_bytes().chunks(64).map(some).sum()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\x0ce\u{2028}f\u{2029}g";
        let all: Vec<_> = lines(text)
            .iter()
            .map(|line| (line.number, &text[line.start..line.end]))
            .collect();
        let expected = ["a", "b", "c", "d", "e", "f", "g"];
        assert_eq!(all, (1..).zip(expected).collect::<Vec<_>>());
    }

    #[test]
    fn blank_lines_count_too() {
        let all = lines("a\n \n\n  b \n");
        let numbers: Vec<_> = all.iter().filter(|line| !line.is_blank()).collect();
        assert_eq!(numbers.len(), 2);
        assert_eq!((numbers[1].number, numbers[1].indent), (4, 2));
        assert_eq!(all.len(), 4);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(lines("船が\nÄäß")[0].columns, 4);
        assert_eq!(lines("船が\nÄäß")[1].columns, 3);
    }
}
