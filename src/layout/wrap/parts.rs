//! Breaks a text into lines part by part: by the rules of Unicode, and inside what is wider than a
//! line.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::breaks::Breaks;
use super::super::safe;
use super::super::text::{Look, Role, Text};
use super::super::width::{grapheme_width, is_plain};
use super::marked::Marked;

/// Reads a text part by part.
pub(super) struct Parts {
    source: Marked,
    width: usize,
    breaks: Breaks,
    /// What should not be broken but is wider than a line, in parts.
    found: VecDeque<Range<usize>>,
    /// Where the last part ended.
    end: usize,
    /// A part that did not fit on the last line.
    waiting: Option<Part>,
    /// What is left of a part that is wider than a line.
    wide: Option<Wide>,
}

/// What is broken only if it is wider than a line, and the columns that it takes.
struct Part {
    bytes: Range<usize>,
    columns: usize,
}

impl Part {
    fn of(source: &Marked, bytes: Range<usize>) -> Self {
        let columns = source.width(&bytes);
        Part { bytes, columns }
    }
}

/// A part that is wider than a line, as it is shown, and how much of it has been.
struct Wide {
    text: Text,
    shown: usize,
}

impl Parts {
    pub(super) fn of(source: Marked, width: usize) -> Self {
        Parts {
            source,
            width,
            breaks: Breaks::default(),
            found: VecDeque::new(),
            end: 0,
            waiting: None,
            wide: None,
        }
    }

    /// Adds the next line to `out`; its columns, and whether more follow.
    pub(super) fn write_line(&mut self, out: &mut Text) -> (usize, bool) {
        let mut line = Line::default();
        let mut more = true;
        if let Some(wide) = self.wide.take() {
            self.add_wide(wide, &mut line, out);
        }
        while self.wide.is_none() {
            let Some(part) = self.next_part() else {
                more = false;
                break;
            };
            if !self.add_part(part, &mut line, out) {
                break;
            }
        }
        self.source.copy(line.bytes, out);
        (line.columns, more)
    }

    /// The next part that is broken only if it is wider than a line.
    ///
    /// What UAX #14 would not break, but is wider than a line, breaks at the spaces in it that
    /// should not break: those beside brackets and quotation marks, and no-break spaces.
    fn next_part(&mut self) -> Option<Part> {
        if let Some(part) = self.waiting.take() {
            return Some(part);
        }
        if let Some(bytes) = self.found.pop_front() {
            return Some(Part::of(&self.source, bytes));
        }
        let text = self.source.text().as_str();
        let is_space = |c| c == ' ' || safe::is_no_break_space(c);
        loop {
            let word = Part::of(&self.source, self.breaks.next(text)?);
            if word.columns <= self.width {
                return Some(word);
            }
            let mut start = word.bytes.start;
            for part in text[word.bytes].split_inclusive(is_space) {
                let end = start + part.trim_end_matches(is_space).len();
                if start < end {
                    self.found.push_back(start..end);
                }
                start += part.len();
            }
            // A word of nothing but such spaces has no parts.
            if let Some(bytes) = self.found.pop_front() {
                return Some(Part::of(&self.source, bytes));
            }
        }
    }

    /// Adds a part after the space in front of it, if both fit or nothing stands before it;
    /// whether there may be room for more.
    fn add_part(&mut self, part: Part, line: &mut Line, out: &mut Text) -> bool {
        let Part { bytes, columns } = part;
        let mut start = bytes.start;
        if line.columns > 0 {
            let gap = self.end..bytes.start;
            let gap_columns = self.source.width(&gap);
            if line.columns + gap_columns + columns > self.width {
                self.waiting = Some(Part { bytes, columns });
                return false;
            }
            line.columns += gap_columns;
            start = gap.start;
        }
        self.end = bytes.end;
        if line.bytes.end != start {
            self.source.copy(line.bytes.clone(), out);
            line.bytes = start..start;
        }
        if columns <= self.width {
            line.columns += columns;
            line.bytes.end = bytes.end;
        } else {
            self.source.copy(line.bytes.clone(), out);
            line.bytes = bytes.end..bytes.end;
            let wide = Wide {
                text: spelt_out(&self.source, bytes, self.width),
                shown: 0,
            };
            self.add_wide(wide, line, out);
        }
        true
    }

    /// Adds as many graphemes as fit, and keeps what is left.
    fn add_wide(&mut self, wide: Wide, line: &mut Line, out: &mut Text) {
        let Wide { text, shown } = wide;
        let room = self.width - line.columns;
        // With the byte behind it, so that nothing combines with the last one.
        let filling = text.as_str().as_bytes().get(shown..=shown + room);
        if filling.is_some_and(is_plain) {
            let end = shown + room;
            out.push_part(&text, shown..end);
            line.columns += room;
            self.wide = Some(Wide { text, shown: end });
            return;
        }
        for (at, grapheme) in text.as_str()[shown..].grapheme_indices(true) {
            let columns = grapheme_width(grapheme);
            if line.columns > 0 && line.columns + columns > self.width {
                let end = shown + at;
                out.push_part(&text, shown..end);
                self.wide = Some(Wide { text, shown: end });
                return;
            }
            line.columns += columns;
        }
        out.push_part(&text, shown..text.as_str().len());
    }
}

/// A part as it is shown where it is wider than a line: a grapheme that is wider than any
/// line as the visible form of its characters.
fn spelt_out(source: &Marked, part: Range<usize>, width: usize) -> Text {
    let mut text = Text::new();
    source.copy(part, &mut text);
    let fits = |grapheme: &str| grapheme_width(grapheme) <= width;
    if is_plain(text.as_str().as_bytes()) || text.as_str().graphemes(true).all(fits) {
        return text;
    }
    let mut spelt = Text::new();
    for (start, grapheme) in text.as_str().grapheme_indices(true) {
        if fits(grapheme) {
            spelt.push_part(&text, start..start + grapheme.len());
            continue;
        }
        let look = Look {
            role: Role::Escape,
            ..text.look_at(start).unwrap_or(Role::Escape.into())
        };
        grapheme
            .chars()
            .for_each(|c| spelt.push(&safe::visible(c), look));
    }
    spelt
}

/// A line being filled.
#[derive(Default)]
struct Line {
    columns: usize,
    /// What of the source is not yet copied into it.
    bytes: Range<usize>,
}
