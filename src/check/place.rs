//! Where something stands in a file, as editors and CI systems count: lines and columns from 1.

use std::ops::Range;

use crate::split::line_ranges;

/// A point in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode characters (code points).
    pub column: usize,
}

/// A stretch of a text, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where it starts.
    pub start: Position,
    /// The point behind its last character.
    pub end: Position,
}

/// How far apart, in bytes, the characters of a text are counted ahead.
const STEP: usize = 1024;

/// Finds places in a text, in a time that its length does not drive up.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// The byte at which each line starts.
    starts: Vec<usize>,
    /// How many characters start before each multiple of [`STEP`].
    counted: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut counted = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            counted.push(counted.last().unwrap_or(&0) + characters(chunk));
        }
        Lines {
            text,
            starts: line_ranges(text).map(|line| line.start).collect(),
            counted,
        }
    }

    /// The region of a byte range that lies on character boundaries.
    pub(super) fn region(&self, bytes: &Range<usize>) -> Region {
        Region {
            start: self.position(bytes.start),
            end: self.position(bytes.end),
        }
    }

    fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        Position {
            line,
            column: self.before(byte) - self.before(start) + 1,
        }
    }

    /// How many characters start before a byte.
    fn before(&self, byte: usize) -> usize {
        let rest = byte / STEP * STEP..byte;
        self.counted[byte / STEP] + characters(&self.text.as_bytes()[rest])
    }
}

/// How many characters start in a piece of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, of: &str) -> [usize; 4] {
        let start = text.find(of).unwrap();
        let Region { start, end } = Lines::new(text).region(&(start..start + of.len()));
        [start.line, start.column, end.line, end.column]
    }

    #[test]
    fn columns_count_characters_and_lines_every_kind_of_end() {
        let text = "One.\r\nTwö. Three.\rFour\nfive.";
        assert_eq!(place(text, "One."), [1, 1, 1, 5]);
        assert_eq!(place(text, "Three."), [2, 6, 2, 12]);
        assert_eq!(place(text, "Four\nfive."), [3, 1, 4, 6]);
    }

    #[test]
    fn long_lines_are_counted_right() {
        let text = format!("{}here", "ä".repeat(3 * STEP));
        assert_eq!(place(&text, "here"), [1, 3 * STEP + 1, 1, 3 * STEP + 5]);
    }
}
