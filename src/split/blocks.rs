//! Lines to blocks: a block is a stretch of text in which line ends mean nothing, such as
//! a paragraph, a headline, a by-line or a list item.
//!
//! Two neighbouring lines are one block only where the text is hard-wrapped. That is seen
//! from lines that stop in mid-sentence: no stop at the end, and a small letter at the start of
//! the next, or the end of another sentence before. The widest of these gives the width of the
//! wrapping, and a line that could have taken the first word of the next one was ended on
//! purpose. An indented line or a list item starts a block, and so does what follows a blank line.

use std::ops::Range;

use super::block_text::is_of_gap;
use super::lines::{Line, columns};
use super::stop::ends_with_stop;
use crate::bounded::head;

/// Wrapped lines are no longer than this; wider ones are paragraphs.
const WIDEST: usize = 100;
/// Text wrapped to less than this is verse or a list.
const NARROWEST: usize = 40;

/// So many lines that are as full as they can be are wrapped, few though they be that surely run on.
const FEWEST_FULL: usize = 4;

/// So much of a text tells whether it is in capitals, in bytes.
const SAMPLE: usize = 4096;
/// So many capitals for a small letter are no usual text.
const FEWEST_CAPITALS: usize = 20;

/// A run of lines that are read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The index of the first line.
    pub first: usize,
    /// The index of the last line.
    pub last: usize,
}

/// How a text is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrapping {
    /// The widest line that surely runs on, in columns.
    width: usize,
    /// The indent of the lines that go on; a wider one starts a paragraph.
    margin: usize,
}

/// Groups the lines of `text` into blocks, in order; blank lines are in none.
pub(super) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let lines = Lines::new(text, lines);
    let general = lines.wrapping();
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.lines.len() {
        let paragraph = at..lines.paragraph_end(at);
        at = paragraph.end.max(at + 1);
        let Some(general) = general else {
            blocks.extend(paragraph.map(|line| Block {
                first: line,
                last: line,
            }));
            continue;
        };
        let own = lines.wrapping_of(paragraph.clone());
        let wrapping = own.filter(|own| own.width >= NARROWEST).unwrap_or(general);
        lines.split_paragraph(paragraph, wrapping, &mut blocks);
    }
    blocks
}

/// The lines of a text, and what is known of them.
struct Lines<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// For each line but the last, whether its sentence surely goes on in the next one.
    run_on: Vec<bool>,
    in_capitals: bool,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, lines: &'a [Line]) -> Self {
        let in_capitals = is_in_capitals(head(text, SAMPLE));
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let run_on = pairs.map(|(line, next)| runs_on(text, line, next, in_capitals));
        Lines {
            text,
            lines,
            run_on: run_on.collect(),
            in_capitals,
        }
    }

    /// The index after the last line of the run of lines that are not blank, from `first` on.
    fn paragraph_end(&self, first: usize) -> usize {
        let run = self.lines[first..]
            .iter()
            .take_while(|line| !line.is_blank());
        first + run.count()
    }

    /// How the whole text is wrapped, if it is: that is told by enough lines that surely run on, or by
    /// all that are followed by another one, if each is as full as it can be.
    fn wrapping(&self) -> Option<Wrapping> {
        let filled =
            |&line: &usize| !self.lines[line].is_blank() && !self.lines[line + 1].is_blank();
        let filled = (0..self.run_on.len()).filter(filled);
        let pairs = filled.clone().count();
        let certain = self.run_on.iter().filter(|&&run_on| run_on).count();
        let wide = (self.lines.iter())
            .filter(|line| line.columns > WIDEST)
            .count();
        let wrapping = if 6 * certain >= pairs {
            self.wrapping_of(0..self.lines.len())
        } else {
            let wrapping = self.wrapping_by(filled.clone());
            let is_full = |line: usize, width| {
                is_full(self.text, &self.lines[line], &self.lines[line + 1], width)
            };
            wrapping.filter(|wrapping| {
                pairs >= FEWEST_FULL && filled.clone().all(|line| is_full(line, wrapping.width))
            })
        };
        wrapping.filter(|wrapping| wrapping.width >= NARROWEST && 4 * wide <= certain)
    }

    /// What the lines of a range that surely run on tell; `None` where there are none.
    fn wrapping_of(&self, range: Range<usize>) -> Option<Wrapping> {
        let inner = range.start..range.end.saturating_sub(1);
        self.wrapping_by(inner.filter(|&line| self.run_on[line]))
    }

    /// The wrapping by which these lines were ended, and no other line was.
    fn wrapping_by(&self, lines: impl Iterator<Item = usize>) -> Option<Wrapping> {
        lines
            .map(|line| Wrapping {
                width: self.lines[line].columns,
                margin: self.lines[line + 1].indent,
            })
            .reduce(|a, b| Wrapping {
                width: a.width.max(b.width),
                margin: a.margin.min(b.margin),
            })
    }

    /// Splits the lines of one paragraph where a line was ended on purpose.
    fn split_paragraph(
        &self,
        paragraph: Range<usize>,
        wrapping: Wrapping,
        blocks: &mut Vec<Block>,
    ) {
        let mut first = paragraph.start;
        for last in paragraph.clone() {
            let is_inner = paragraph.contains(&(last + 1));
            if !(is_inner && self.is_joined(first, last, wrapping)) {
                blocks.push(Block { first, last });
                first = last + 1;
            }
        }
    }

    /// Whether the line behind `last` goes on with the block that starts with `first`.
    fn is_joined(&self, first: usize, last: usize, wrapping: Wrapping) -> bool {
        let Lines { text, lines, .. } = *self;
        let [line, next] = [&lines[last], &lines[last + 1]];
        // What a capital follows may be a caption: "The ferry on Monday. Photo: Ann Lee".
        let caption = || seen(text, next).starts_with(char::is_uppercase) && !self.in_capitals;
        let goes_on = self.run_on[last] && !caption();
        let full = is_full(text, line, next, wrapping.width)
            || (goes_on && 2 * line.columns >= wrapping.width);
        line.columns <= WIDEST && full && !starts_block(text, &lines[first], line, next, wrapping)
    }
}

/// Whether there are hardly any small letters in a text that has both in its script: a telex.
fn is_in_capitals(text: &str) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for c in text.chars() {
        capitals += usize::from(c.is_uppercase());
        small += usize::from(c.is_lowercase());
        if FEWEST_CAPITALS * small > text.len() {
            // There is no room for so many capitals.
            return false;
        }
    }
    capitals > FEWEST_CAPITALS * small.max(1)
}

/// What a reader sees of a line.
fn seen<'t>(text: &'t str, line: &Line) -> &'t str {
    text[line.start..line.end].trim_matches(is_of_gap)
}

/// Whether the sentence at the end of `line` surely goes on in `next`; among capitals, whether it
/// may.
fn runs_on(text: &str, line: &Line, next: &Line, in_capitals: bool) -> bool {
    if line.is_blank() || next.is_blank() || line.columns > WIDEST {
        return false;
    }
    let (before, after) = (seen(text, line), seen(text, next));
    if is_list_item(after) || ends_sentence(before) {
        return false;
    }
    match after.chars().next() {
        Some(first) if first.is_lowercase() => !is_by_line(after),
        Some(_) if holds_sentence_end(before) => true,
        Some(_) if before.ends_with(',') && line.columns >= NARROWEST => true,
        Some(first) if is_caseless(first) || in_capitals && first.is_uppercase() => {
            line.columns >= NARROWEST
        }
        // No text starts with a closing mark.
        Some(',' | ';' | ')' | '。' | '，' | '、' | '！' | '？' | '」' | '』' | '）' | '”') => {
            true
        }
        _ => false,
    }
}

/// Whether `next` starts a block although `line` is full. `head` is the first line of the
/// block so far.
fn starts_block(text: &str, head: &Line, line: &Line, next: &Line, wrapping: Wrapping) -> bool {
    let of = |line: &Line| seen(text, line);
    let in_list = is_list_item(of(head));
    // A wrapped line may start with "3." or a dash by chance.
    let speaker = of(next).starts_with(['-', '–', '—']) && of(line).ends_with(['"', '”', '»']);
    let begins_list = || ends_sentence(of(line)) && !speaker && is_first_item(of(next));
    let item = is_list_item(of(next)) && (in_list || begins_list());
    item || (next.indent > wrapping.margin && !in_list)
}

/// Whether the first word of `next` did not fit on `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let first_word = seen(text, next).split_whitespace().next().unwrap_or("");
    line.columns + 1 + columns(first_word) > width
}

/// Whether a line ends as sentences do, or leads with a colon to what follows it.
fn ends_sentence(line: &str) -> bool {
    ends_with_stop(line) || line.ends_with([':', '：'])
}

/// Whether a sentence ends within a line: after a word that is too long for most abbreviations.
fn holds_sentence_end(line: &str) -> bool {
    const SHORTEST: usize = 4;
    line.match_indices(". ").any(|(at, stop)| {
        let word = line[..at].rsplit(' ').next().unwrap_or_default();
        let is_small = word.chars().all(char::is_lowercase);
        let is_whole = is_small && word.chars().count() >= SHORTEST;
        is_whole && line[at + stop.len()..].starts_with(char::is_uppercase)
    })
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
    const LONGEST: usize = 4;
    let blank = line
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| byte == b' ' || byte == b'\t');
    let Some(marker) = blank.and_then(|end| line.get(..end)) else {
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

/// Whether a list item can be the first: it has no number, or the first one. A line may end with
/// "Sept." and the next one start with "30.".
fn is_first_item(item: &str) -> bool {
    let number = item.trim_start_matches(['(', '0']);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    matches!(&number[..digits], "" | "1")
}

/// Letters of scripts that have no capitals.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase()
}
