//! Breaks a text into lines of a given width.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Marks;
use super::breaks::{Breaks, breaks_at_spaces_alone};
use super::safe;
use super::text::{Emphasis, Look, Role, Text, display_width};

/// The lines of `text`, none wider than `width` columns (at least 1), with `marks` around
/// what differs: those of [`Wrapped`], all at once.
pub(crate) fn wrap(text: &Text, width: usize, marks: Marks) -> Vec<Text> {
    let mut wrapped = Wrapped::new(text.clone(), width, marks);
    let mut lines = Vec::new();
    while !wrapped.is_done() {
        let mut line = Text::new();
        wrapped.write_line(&mut line);
        lines.push(line);
    }
    lines
}

/// A text that is broken into lines, one at a time, so that a long one is never held twice.
///
/// Lines break where UAX #14 allows it; the space at a break is dropped. Only a word that is
/// wider than a line is broken inside, between graphemes. An empty text is one empty line.
pub(super) struct Wrapped {
    way: Way,
    width: usize,
    done: bool,
}

/// How a text is broken.
enum Way {
    /// At its spaces and nowhere else; the next line begins here.
    Simple(Text, usize),
    /// Part by part. Most texts have no need of it, so it lies apart.
    Parts(Box<Parts>),
}

impl Wrapped {
    /// `text` in lines of `width` columns (0 counts as 1), with `marks` around what differs.
    pub(super) fn new(text: Text, width: usize, marks: Marks) -> Self {
        let width = width.max(1);
        let stretches = match marks {
            // Without marks it does not matter for lines what differs.
            Marks::NONE => Vec::new(),
            _ => text.emphasised(),
        };
        let source = Marked {
            text,
            stretches,
            marks,
        };
        Wrapped {
            way: source.way(width),
            width,
            done: false,
        }
    }

    /// Whether all lines have been written.
    pub(super) fn is_done(&self) -> bool {
        self.done
    }

    /// Adds the next line to `out` and tells how many columns it takes; 0 behind the last one.
    pub(super) fn write_line(&mut self, out: &mut Text) -> usize {
        if self.done {
            return 0;
        }
        let (columns, more) = match &mut self.way {
            Way::Simple(text, from) => write_simple_line(text, from, self.width, out),
            Way::Parts(parts) => parts.write_line(out),
        };
        self.done = !more;
        columns
    }
}

/// Adds the line at `from` of a text that breaks at its spaces alone, no word of which is wider
/// than a line. Tells the columns, and whether more follow.
fn write_simple_line(text: &Text, from: &mut usize, width: usize, out: &mut Text) -> (usize, bool) {
    let bytes = &text.as_str().as_bytes()[*from..];
    let space = last_break(bytes, width);
    let columns = space.unwrap_or(bytes.len());
    out.push_part(text, *from..*from + columns);
    *from += columns + 1;
    (columns, space.is_some())
}

/// The last space at which a line of simple words can end, if more stands behind it.
fn last_break(bytes: &[u8], width: usize) -> Option<usize> {
    let fitting = bytes.get(..=width)?;
    fitting.iter().rposition(|&byte| byte == b' ')
}

/// Whether no word of a text that breaks at its spaces alone is wider than a line.
fn fits(text: &str, width: usize) -> bool {
    let mut rest = text.as_bytes();
    while let Some(space) = last_break(rest, width) {
        rest = &rest[space + 1..];
    }
    rest.len() <= width
}

/// Reads a text part by part: what is broken only if it is wider than a line.
struct Parts {
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

/// A part that is wider than a line, as it is shown, and how much of it has been.
struct Wide {
    text: Text,
    shown: usize,
}

impl Parts {
    fn of(source: Marked, width: usize) -> Self {
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
    fn write_line(&mut self, out: &mut Text) -> (usize, bool) {
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
            return Some(self.source.part(bytes));
        }
        let text = self.source.text.as_str();
        let is_space = |c| c == ' ' || safe::is_no_break_space(c);
        loop {
            let word = self.source.part(self.breaks.next(text)?);
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
                return Some(self.source.part(bytes));
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
        for (at, grapheme) in text.as_str()[shown..].grapheme_indices(true) {
            let columns = grapheme.width();
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
    let mut spelt = Text::new();
    for (start, grapheme) in text.as_str().grapheme_indices(true) {
        if grapheme.width() <= width {
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

/// The marks around a stretch that differs take so many bytes, about, and part it from others:
/// with them it makes as many stretches of one look.
const MARKS: usize = 4;

/// A line being filled.
#[derive(Default)]
struct Line {
    columns: usize,
    /// What of the source is not yet copied into it.
    bytes: Range<usize>,
}

/// A text with marks around the stretches that differ. The marks have no place in the bytes
/// of the text, so they do not change where a line may break.
struct Marked {
    text: Text,
    stretches: Vec<(Range<usize>, Emphasis)>,
    marks: Marks,
}

impl Marked {
    /// How it is broken into lines of `width` columns: a text that breaks at its spaces and
    /// nowhere else, no word of which is wider with its marks, in the simple way.
    fn way(self, width: usize) -> Way {
        let simple = breaks_at_spaces_alone(self.text.as_str());
        if simple && !self.stretches.is_empty() {
            let marked = self.marked();
            if fits(marked.as_str(), width) {
                return Way::Simple(marked, 0);
            }
        } else if simple && fits(self.text.as_str(), width) {
            return Way::Simple(self.text, 0);
        }
        Way::Parts(Box::new(Parts::of(self, width)))
    }

    /// The text with the marks in it.
    fn marked(&self) -> Text {
        let (bytes, stretches) = (self.text.as_str().len(), self.stretches.len());
        let mut marked = Text::with_room(bytes + MARKS * stretches, MARKS * stretches + 1);
        self.copy(0..bytes, &mut marked);
        marked
    }

    /// The stretches that touch `range`.
    fn touching(&self, range: &Range<usize>) -> &[(Range<usize>, Emphasis)] {
        let first = self
            .stretches
            .partition_point(|(stretch, _)| stretch.end <= range.start);
        let rest = &self.stretches[first..];
        &rest[..rest.partition_point(|(stretch, _)| stretch.start < range.end)]
    }

    /// The bytes `range` with the columns that they take.
    fn part(&self, bytes: Range<usize>) -> Part {
        let columns = self.width(&bytes);
        Part { bytes, columns }
    }

    /// The columns that the bytes `range` take, with the marks that open or close there.
    fn width(&self, range: &Range<usize>) -> usize {
        let marks = self.touching(range).iter().map(|(stretch, emphasis)| {
            let (open, close) = self.marks.around(*emphasis);
            let opens = if range.contains(&stretch.start) {
                open.len()
            } else {
                0
            };
            let closes = if stretch.end <= range.end {
                close.len()
            } else {
                0
            };
            opens + closes
        });
        display_width(&self.text.as_str()[range.clone()]) + marks.sum::<usize>()
    }

    /// Adds the bytes `range` to `line`, with the marks that open or close there.
    fn copy(&self, range: Range<usize>, line: &mut Text) {
        let mut at = range.start;
        for (stretch, emphasis) in self.touching(&range) {
            let (open, close) = self.marks.around(*emphasis);
            let look = Look {
                emphasis: Some(*emphasis),
                ..Look::from(Role::Mark)
            };
            if stretch.start >= range.start {
                line.push_part(&self.text, at..stretch.start);
                at = stretch.start;
                line.push(open, look);
            }
            if stretch.end <= range.end {
                line.push_part(&self.text, at..stretch.end);
                at = stretch.end;
                line.push(close, look);
            }
        }
        line.push_part(&self.text, at..range.end);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::Sign;
    use super::*;

    const PLAIN: Look = Look {
        role: Role::Sentence(Sign::Edited),
        emphasis: None,
        sentence: None,
    };

    fn plain(string: &str) -> Text {
        let mut text = Text::new();
        text.push(string, PLAIN);
        text
    }

    /// The text in which what stands between asterisks is new.
    fn with_new(string: &str) -> Text {
        let mut text = Text::new();
        for (index, part) in string.split('*').enumerate() {
            let emphasis = (index % 2 == 1).then_some(Emphasis::New);
            text.push(part, Look { emphasis, ..PLAIN });
        }
        text
    }

    fn lines(text: &Text, width: usize, marks: Marks) -> Vec<String> {
        let lines = wrap(text, width, marks);
        lines.iter().map(|line| line.as_str().to_owned()).collect()
    }

    #[test]
    fn breaks_between_words_and_drops_the_space() {
        let text = plain("The ferry ran aground.");
        assert_eq!(
            lines(&text, 9, Marks::NONE),
            ["The ferry", "ran", "aground."]
        );
        assert_eq!(lines(&text, 22, Marks::NONE), ["The ferry ran aground."]);
        assert_eq!(lines(&plain(""), 5, Marks::NONE), [""]);
    }

    #[test]
    fn breaks_a_word_only_where_it_is_wider_than_the_line() {
        let text = plain("a harbourmaster");
        assert_eq!(lines(&text, 6, Marks::NONE), ["a", "harbou", "rmaste", "r"]);
        assert_eq!(
            lines(&plain("ae\u{301}e\u{301}"), 1, Marks::NONE),
            ["a", "e\u{301}", "e\u{301}"]
        );
    }

    #[test]
    fn a_no_break_space_breaks_only_what_is_too_wide() {
        let text = plain("at 10\u{a0}kilometres now");
        assert_eq!(
            lines(&text, 13, Marks::NONE),
            ["at", "10\u{a0}kilometres", "now"]
        );
        assert_eq!(
            lines(&text, 10, Marks::NONE),
            ["at 10", "kilometres", "now"]
        );
        let text = plain("a { harbour");
        assert_eq!(lines(&text, 9, Marks::NONE), ["a", "{ harbour"]);
        assert_eq!(lines(&text, 8, Marks::NONE), ["a {", "harbour"]);
    }

    #[test]
    fn breaks_text_without_spaces() {
        assert_eq!(
            lines(&plain("船は港に着いた。"), 6, Marks::NONE),
            ["船は港", "に着い", "た。"]
        );
        // "The ship reached the harbour": whole words of Thai.
        assert_eq!(
            lines(&plain("เรือมาถึงท่าเรือ"), 8, Marks::NONE),
            ["เรือมาถึง", "ท่าเรือ"]
        );
    }

    #[test]
    fn a_mark_stays_with_the_words_it_surrounds() {
        let text = with_new("All *sixty four* were *taken*.");
        assert_eq!(
            lines(&text, 12, Marks::WDIFF),
            ["All {+sixty", "four+} were", "{+taken+}."]
        );
        assert_eq!(
            lines(&text, 12, Marks::NONE),
            ["All sixty", "four were", "taken."]
        );
    }

    #[test]
    fn marks_open_and_close_once_around_a_broken_word() {
        assert_eq!(
            lines(&with_new("*abc*"), 2, Marks::WDIFF),
            ["{+", "ab", "c+", "}"]
        );
    }

    #[test]
    fn a_character_that_fits_no_line_is_spelt_out() {
        assert_eq!(lines(&plain("船"), 1, Marks::NONE).concat(), "<U+8239>");
    }

    proptest! {
        #[test]
        fn simple_text_breaks_as_part_by_part(
            words in prop::collection::vec("[a-zA-Z0-9.,-]{1,9}|\\*[a-z]{1,4}( [a-z]{1,9}){0,3}\\*", 0..12),
            width in 1usize..24,
        ) {
            let text = with_new(&words.join(" "));
            for marks in [Marks::NONE, Marks::WDIFF] {
                let source = Marked { text: text.clone(), stretches: text.emphasised(), marks };
                let mut parts = Wrapped {
                    way: Way::Parts(Box::new(Parts::of(source, width))),
                    width,
                    done: false,
                };
                let mut lines = Vec::new();
                while !parts.is_done() {
                    let mut line = Text::new();
                    prop_assert_eq!(parts.write_line(&mut line), line.width());
                    lines.push(line);
                }
                prop_assert_eq!(wrap(&text, width, marks), lines);
            }
        }
    }

    #[test]
    fn the_look_survives_the_break() {
        let lines = wrap(&with_new("*one two*"), 3, Marks::NONE);
        for line in &lines {
            assert!(
                line.pieces()
                    .all(|(_, look)| look.emphasis == Some(Emphasis::New))
            );
        }
        assert_eq!(lines.len(), 2);
    }
}
