//! A text with marks around what differs, for a reader without colours.

use std::ops::Range;

use super::super::Marks;
use super::super::text::{Emphasis, Look, Role, Text};
use super::super::width::display_width;

/// The marks around a stretch that differs take so many bytes, about, and part it from others:
/// with them it makes as many stretches of one look.
const MARKS: usize = 4;

/// A text with marks around the stretches that differ. The marks have no place in the bytes
/// of the text, so they do not change where a line may break.
pub(super) struct Marked {
    text: Text,
    stretches: Vec<(Range<usize>, Emphasis)>,
    marks: Marks,
}

impl Marked {
    /// `text` with `marks` around what differs.
    pub(super) fn new(text: Text, marks: Marks) -> Self {
        let stretches = match marks {
            // Without marks it does not matter for lines what differs.
            Marks::NONE => Vec::new(),
            _ => text.emphasised(),
        };
        Marked {
            text,
            stretches,
            marks,
        }
    }

    /// The text without its marks.
    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// The same for keeps.
    pub(super) fn into_text(self) -> Text {
        self.text
    }

    /// Whether anything is marked.
    pub(super) fn has_marks(&self) -> bool {
        !self.stretches.is_empty()
    }

    /// The text with the marks in it.
    pub(super) fn with_marks(&self) -> Text {
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

    /// The columns that the bytes `range` take, with the marks that open or close there.
    pub(super) fn width(&self, range: &Range<usize>) -> usize {
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
    pub(super) fn copy(&self, range: Range<usize>, line: &mut Text) {
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
