//! The lines of a text, as an editor counts them.

/// One line: the bytes of its content without the line end, and how wide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The first byte that is not white space; `end` where the line is blank.
    pub start: usize,
    /// The byte after the last one that is not white space.
    pub end: usize,
    /// The white space before `start`, in characters.
    pub indent: usize,
    /// The columns from `start` to `end`.
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

/// The lines of `text` in order. LF, CR, CRLF (one end, not two), form feed, U+2028 and
/// U+2029 end a line.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        let length = line_end_at(bytes, at);
        if length > 0 {
            lines.push(line(text, start, at, lines.len()));
            start = at + length;
            at = start;
        } else {
            at += 1;
        }
    }
    if start < bytes.len() {
        lines.push(line(text, start, bytes.len(), lines.len()));
    }
    lines
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

fn line(text: &str, start: usize, end: usize, index: usize) -> Line {
    let whole = &text[start..end];
    let content = whole.trim_start();
    let indent = &whole[..whole.len() - content.len()];
    let content = content.trim_end();
    let start = start + indent.len();
    Line {
        start,
        end: start + content.len(),
        indent: indent.chars().count(),
        columns: columns(content),
        number: index as u32 + 1,
    }
}

/// Characters, where those of Chinese, Japanese and Korean count twice; near enough to
/// compare the widths of lines.
pub(super) fn columns(text: &str) -> usize {
    text.bytes()
        .map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from((0xE3..=0xED).contains(&byte)))
        .sum()
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
