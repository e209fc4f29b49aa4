//! Breaks a text into lines of a given width.

use std::ops::Range;

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Marks;
use super::safe;
use super::text::{Emphasis, Look, Role, Text, display_width};

/// The lines of `text`, none wider than `width` columns (at least 1), with `marks` around
/// what differs.
///
/// Lines break where UAX #14 allows it; the space at a break is dropped. Only a word that is
/// wider than a line is broken inside, between graphemes. An empty text is one empty line.
pub(crate) fn wrap(text: &Text, width: usize, marks: Marks) -> Vec<Text> {
    let source = Marked {
        text,
        stretches: text.emphasised(),
        marks,
    };
    let mut lines = Lines {
        width: width.max(1),
        done: Vec::new(),
        line: Text::new(),
        used: 0,
    };
    let mut start = 0;
    let mut gap = 0..0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(text.as_str()) {
        let end = start + word.word.len();
        lines.add_word(&source, start..end, gap);
        start = end + word.whitespace.len();
        gap = end..start;
    }
    lines.end();
    lines.done
}

/// A text with marks around the stretches that differ. The marks have no place in the bytes
/// of the text, so they do not change where a line may break.
struct Marked<'a> {
    text: &'a Text,
    stretches: Vec<(Range<usize>, Emphasis)>,
    marks: Marks,
}

impl Marked<'_> {
    /// The stretches that touch `range`.
    fn touching(&self, range: &Range<usize>) -> &[(Range<usize>, Emphasis)] {
        let first = self
            .stretches
            .partition_point(|(stretch, _)| stretch.end <= range.start);
        let rest = &self.stretches[first..];
        &rest[..rest.partition_point(|(stretch, _)| stretch.start < range.end)]
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
                line.push_part(self.text, at..stretch.start);
                at = stretch.start;
                line.push(open, look);
            }
            if stretch.end <= range.end {
                line.push_part(self.text, at..stretch.end);
                at = stretch.end;
                line.push(close, look);
            }
        }
        line.push_part(self.text, at..range.end);
    }
}

/// The lines made so far, and the one being filled.
struct Lines {
    width: usize,
    done: Vec<Text>,
    line: Text,
    used: usize,
}

impl Lines {
    /// Adds what UAX #14 would not break, after the space in front of it.
    ///
    /// If it is wider than a line, it breaks at the spaces in it that should not break: those
    /// beside brackets and quotation marks, and no-break spaces.
    fn add_word(&mut self, source: &Marked<'_>, word: Range<usize>, mut gap: Range<usize>) {
        if source.width(&word) <= self.width {
            self.add_part(source, word, gap);
            return;
        }
        let is_space = |c| c == ' ' || safe::is_no_break_space(c);
        let mut start = word.start;
        for part in source.text.as_str()[word].split_inclusive(is_space) {
            let end = start + part.trim_end_matches(is_space).len();
            if start < end {
                self.add_part(source, start..end, gap);
                gap = end..end;
            }
            start += part.len();
            gap.end = start;
        }
    }

    /// Adds a part without a space, after the space in front of it where both fit, else on a
    /// line of its own, else on as many lines as it takes.
    fn add_part(&mut self, source: &Marked<'_>, part: Range<usize>, gap: Range<usize>) {
        let columns = source.width(&part);
        if self.used > 0 {
            let gap_columns = source.width(&gap);
            if self.used + gap_columns + columns <= self.width {
                self.used += gap_columns;
                source.copy(gap, &mut self.line);
            } else {
                self.end();
            }
        }
        if columns <= self.width {
            self.used += columns;
            source.copy(part, &mut self.line);
        } else {
            let mut wide = Text::new();
            source.copy(part, &mut wide);
            self.add_wide(&wide);
        }
    }

    /// Adds a part that is wider than a line, broken between graphemes.
    fn add_wide(&mut self, part: &Text) {
        for (start, grapheme) in part.as_str().grapheme_indices(true) {
            let columns = grapheme.width();
            if self.used + columns > self.width && self.used > 0 {
                self.end();
            }
            if columns > self.width {
                self.add_as_escape(grapheme, part.look_at(start));
            } else {
                self.used += columns;
                self.line.push_part(part, start..start + grapheme.len());
            }
        }
    }

    /// Adds a grapheme that is wider than any line as the visible form of its characters.
    fn add_as_escape(&mut self, grapheme: &str, look: Option<Look>) {
        let look = Look {
            role: Role::Escape,
            ..look.unwrap_or(Role::Escape.into())
        };
        for c in grapheme.chars().flat_map(|c| safe::visible(c).into_bytes()) {
            if self.used == self.width {
                self.end();
            }
            self.used += 1;
            self.line.push_char(char::from(c), look);
        }
    }

    /// Ends the line being filled.
    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
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
