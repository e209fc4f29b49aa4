//! Breaks a text into lines of a given width.

mod marked;
mod parts;

use super::Marks;
use super::breaks::breaks_at_spaces_alone;
use super::text::Text;
use marked::Marked;
use parts::Parts;

/// The lines of `text`, none wider than `width` columns (at least 1), with `marks` around
/// what differs: those of [`Wrapped`], all at once.
pub(crate) fn wrap(text: &Text, width: usize, marks: Marks) -> Vec<Text> {
    let mut wrapped = Wrapped::new(text.clone(), width, marks, None);
    let mut lines = Vec::new();
    while !wrapped.is_done() {
        let mut line = Text::new();
        wrapped.write_line(&mut line);
        lines.push(line);
    }
    lines
}

/// A text that is broken into lines, one at a time: those of a long one are never all held.
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
    /// At its spaces and nowhere else.
    Simple(Simple),
    /// Part by part. Most texts have no need of it, so it lies apart.
    Parts(Box<Parts>),
}

impl Wrapped {
    /// `text` in lines of `width` columns (0 counts as 1), with `marks` around what differs. Where
    /// its `neighbour` is the same, its lines need not be looked for again.
    pub(super) fn new(text: Text, width: usize, marks: Marks, neighbour: Option<&Wrapped>) -> Self {
        let width = width.max(1);
        let source = Marked::new(text, marks);
        let as_wide = neighbour.filter(|neighbour| neighbour.width == width);
        let way = match as_wide.map(|neighbour| &neighbour.way) {
            Some(Way::Simple(same)) if same.is_of(&source) => {
                Way::Simple(same.again(source.into_text()))
            }
            _ => Way::of(source, width),
        };
        Wrapped {
            way,
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
            Way::Simple(simple) => simple.write_line(out),
            Way::Parts(parts) => parts.write_line(out),
        };
        self.done = !more;
        columns
    }
}

impl Way {
    /// The simple way for a text that breaks at its spaces and nowhere else, no word of which is
    /// wider than a line with its marks.
    fn of(source: Marked, width: usize) -> Self {
        if breaks_at_spaces_alone(source.text().as_str()) {
            let marked = source.has_marks().then(|| source.with_marks());
            let is_marked = marked.is_some();
            let shown = marked.as_ref().unwrap_or(source.text());
            let is_ascii = shown.as_str().is_ascii();
            if let Some(ends) = ends_of_lines(shown.as_str(), is_ascii, width) {
                return Way::Simple(Simple {
                    text: marked.unwrap_or_else(|| source.into_text()),
                    is_marked,
                    is_ascii,
                    ends,
                    written: 0,
                });
            }
        }
        Way::Parts(Box::new(Parts::of(source, width)))
    }
}

/// A text that breaks at its spaces alone, each character of which is one column wide.
struct Simple {
    /// What is shown, with its marks.
    text: Text,
    is_marked: bool,
    is_ascii: bool,
    /// Where its lines end; all but the last one before a space.
    ends: Vec<usize>,
    /// How many of them have been written.
    written: usize,
}

impl Simple {
    /// Whether it is the same text, with nothing marked.
    fn is_of(&self, source: &Marked) -> bool {
        let marked = self.is_marked || source.has_marks();
        !marked && self.text.as_str() == source.text().as_str()
    }

    /// The same characters, from the first line.
    fn again(&self, text: Text) -> Self {
        Simple {
            text,
            ends: self.ends.clone(),
            written: 0,
            ..*self
        }
    }

    /// Adds the next line, of which there must be one. Tells the columns, and whether more follow.
    fn write_line(&mut self, out: &mut Text) -> (usize, bool) {
        let before = self.ends[..self.written].last();
        let bytes = before.map_or(0, |end| end + 1)..self.ends[self.written];
        let columns = columns(&self.text.as_str()[bytes.clone()], self.is_ascii);
        out.push_part(&self.text, bytes);
        self.written += 1;
        (columns, self.written < self.ends.len())
    }
}

/// Where the lines of such a text end, unless a word is wider than a line.
fn ends_of_lines(text: &str, is_ascii: bool, width: usize) -> Option<Vec<usize>> {
    // Two lines and the space between them are wider than one line may be.
    let mut ends = Vec::with_capacity(2 * (text.len() / width.saturating_add(1)) + 2);
    let mut start = 0;
    while let Some(space) = last_break(&text.as_bytes()[start..], width, is_ascii) {
        ends.push(start + space);
        start += space + 1;
    }
    ends.push(text.len());
    (columns(&text[start..], is_ascii) <= width).then_some(ends)
}

/// How many columns a part of such a text takes.
fn columns(part: &str, is_ascii: bool) -> usize {
    match is_ascii {
        true => part.len(),
        false => part.chars().count(),
    }
}

/// The last space at which a line of such a text can end, if more stands behind it.
fn last_break(bytes: &[u8], width: usize, is_ascii: bool) -> Option<usize> {
    if is_ascii {
        return last_space(bytes.get(..=width)?);
    }
    let starts = |&(_, byte): &(usize, &u8)| byte & 0xC0 != 0x80;
    let (behind, _) = bytes.iter().enumerate().filter(starts).nth(width)?;
    last_space(&bytes[..=behind])
}

/// The last space among bytes. Where it stands no processor can guess, so that sixteen bytes are
/// looked at before the first branch.
fn last_space(bytes: &[u8]) -> Option<usize> {
    let Some((before, last)) = bytes.split_last_chunk::<16>() else {
        return bytes.iter().rposition(|&byte| byte == b' ');
    };
    let place = |(&byte, place): (&u8, u8)| if byte == b' ' { place } else { 0 };
    match last.iter().zip(1..).map(place).fold(0, u8::max) {
        0 => before.iter().rposition(|&byte| byte == b' '),
        place => Some(before.len() + usize::from(place) - 1),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::{Emphasis, Look, Role, Sign};
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
        assert_eq!(lines(&text, usize::MAX, Marks::NONE).len(), 1);
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
            words in prop::collection::vec("[a-zA-Z0-9.,’“é?-]{1,9}|\\*[a-zé]{1,4}( [a-z]{1,9}){0,3}\\*", 0..12),
            width in 1usize..24,
        ) {
            let text = with_new(&words.join(" "));
            for marks in [Marks::NONE, Marks::WDIFF] {
                let source = Marked::new(text.clone(), marks);
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
    fn the_last_space_is_found_wherever_it_stands() {
        for length in 0..40 {
            let mut bytes = vec![b'x'; length];
            assert_eq!(last_space(&bytes), None);
            for place in 0..length {
                bytes[place] = b' ';
                assert_eq!(last_space(&bytes), Some(place), "of {length}");
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
