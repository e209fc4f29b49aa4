//! Lines to blocks: a block is a stretch of text in which line ends mean nothing, such as
//! a paragraph, a headline, a by-line or a list item.
//!
//! Two neighbouring lines are one block only where the text is hard-wrapped. That is seen
//! from lines that stop in mid-sentence (no stop at the end, a small letter at the start of
//! the next). The widest of these gives the width of the wrapping, and a line that could
//! have taken the first word of the next one was ended on purpose. An indented line or a
//! list item starts a block, and so does what follows a blank line.

use super::lines::{Line, columns};

/// Wrapped lines are no longer than this; wider ones are paragraphs.
const WIDEST: usize = 100;
/// Text wrapped to less than this is verse or a list.
const NARROWEST: usize = 40;

/// A run of lines that are read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The index of the first line.
    pub first: usize,
    /// The index of the last line.
    pub last: usize,
}

/// Groups the lines of `text` into blocks, in order; blank lines are in none.
pub(super) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let width = wrap_width(text, lines);
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let paragraph = at..paragraph_end(lines, at);
        at = paragraph.end.max(at + 1);
        if let Some(width) = width {
            let own = certain_width(text, &lines[paragraph.clone()]);
            let width = if own >= NARROWEST { own } else { width };
            wrapped(text, lines, paragraph, width, &mut blocks);
        } else {
            blocks.extend(paragraph.map(|line| Block {
                first: line,
                last: line,
            }));
        }
    }
    blocks
}

/// The index after the last line of the run of lines that are not blank, from `first` on.
fn paragraph_end(lines: &[Line], first: usize) -> usize {
    let run = lines[first..].iter().take_while(|line| !line.is_blank());
    first + run.count()
}

/// The width to which the whole text is wrapped, if it is.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut pairs, mut certain, mut wide) = (0, 0, 0);
    for pair in lines.windows(2) {
        wide += usize::from(pair[0].columns > WIDEST);
        if !pair[0].is_blank() && !pair[1].is_blank() {
            pairs += 1;
            certain += usize::from(runs_on(text, &pair[0], &pair[1]));
        }
    }
    let width = certain_width(text, lines);
    (width >= NARROWEST && 6 * certain >= pairs && 4 * wide <= certain).then_some(width)
}

/// The widest line that surely runs on; 0 where there is none.
fn certain_width(text: &str, lines: &[Line]) -> usize {
    lines
        .windows(2)
        .filter(|pair| runs_on(text, &pair[0], &pair[1]))
        .map(|pair| pair[0].columns)
        .max()
        .unwrap_or(0)
}

/// Whether the sentence at the end of `line` surely goes on in `next`.
fn runs_on(text: &str, line: &Line, next: &Line) -> bool {
    if line.is_blank() || next.is_blank() || line.columns > WIDEST {
        return false;
    }
    let (before, after) = (&text[line.start..line.end], &text[next.start..next.end]);
    if is_list_item(after) || ends_sentence(before) {
        return false;
    }
    match after.chars().next() {
        Some(first) if first.is_lowercase() => !is_by_line(after),
        Some(first) if is_caseless(first) => line.columns >= NARROWEST,
        _ => false,
    }
}

/// Splits the lines of one paragraph where a line was ended on purpose.
fn wrapped(
    text: &str,
    lines: &[Line],
    paragraph: std::ops::Range<usize>,
    width: usize,
    blocks: &mut Vec<Block>,
) {
    let mut first = paragraph.start;
    for last in paragraph.clone() {
        let goes_on = paragraph.contains(&(last + 1))
            && joins(text, &lines[first], &lines[last], &lines[last + 1], width);
        if !goes_on {
            blocks.push(Block { first, last });
            first = last + 1;
        }
    }
}

/// Whether `line`, in the block that starts with `head`, was ended by the wrapping alone.
fn joins(text: &str, head: &Line, line: &Line, next: &Line, width: usize) -> bool {
    let after = &text[next.start..next.end];
    let hangs = is_list_item(&text[head.start..head.end]);
    if line.columns > WIDEST || is_list_item(after) || (next.indent > line.indent && !hangs) {
        return false;
    }
    let first_word = after.split_whitespace().next().unwrap_or("");
    let full = line.columns + 1 + columns(first_word) > width;
    full || (runs_on(text, line, next) && 2 * line.columns >= width)
}

/// Whether a line ends as sentences do, closing quotation marks and brackets aside.
fn ends_sentence(line: &str) -> bool {
    let end = line.trim_end_matches(['"', '\'', '”', '’', '“', '»', '«', ')', ']', '」', '』']);
    end.ends_with([
        '.', '!', '?', '…', ':', '。', '！', '？', '।', '۔', '؟', '：', '．',
    ])
}

/// Whether a line looks like a by-line in small letters: "by" and a few capitalised words.
fn is_by_line(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let named = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    words.next();
    let mut count = 0;
    let all = words.all(|word| {
        count += 1;
        count <= 5 && named(word)
    });
    all && (2..=5).contains(&count) && !ends_sentence(line)
}

/// Whether a line starts with a bullet, or with a number or a letter and a bracket or stop.
fn is_list_item(line: &str) -> bool {
    let Some((marker, _)) = line.split_once(char::is_whitespace) else {
        return false;
    };
    match marker {
        "-" | "–" | "—" | "*" | "•" | "·" | "‣" | "▪" | "●" | "■" | "+" | "o" => {
            true
        }
        _ => {
            let Some(body) = marker.strip_suffix(['.', ')', '/']) else {
                return false;
            };
            let body = body.strip_prefix('(').unwrap_or(body);
            let digits = body.len() <= 2 && body.bytes().all(|byte| byte.is_ascii_digit());
            let letter = body.len() == 1 && marker.ends_with(')');
            !body.is_empty() && (digits || letter)
        }
    }
}

/// Letters of scripts that have no capitals.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase()
}
