//! Text whose stretches know what they are: the cells and lines of a screen.

use std::ops::Range;

use super::width::display_width;
use crate::model::Kind;

/// What became of a sentence, as the gutter tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// It stands in no other article.
    Unique,
    /// It repeats another sentence of its own article.
    Repeat,
    /// It stands elsewhere in the same words.
    Identical,
    /// It stands elsewhere with few words changed.
    Edited,
    /// It stands elsewhere reworked, or in part.
    Rewritten,
    /// It stands elsewhere in another place.
    Moved,
}

impl From<Kind> for Sign {
    /// The sign of a sentence in its common place.
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Identical => Sign::Identical,
            Kind::Edited => Sign::Edited,
            Kind::Rewritten => Sign::Rewritten,
        }
    }
}

impl Sign {
    /// Every sign, the least telling first.
    pub(crate) const ALL: [Sign; 6] = [
        Sign::Unique,
        Sign::Repeat,
        Sign::Identical,
        Sign::Edited,
        Sign::Rewritten,
        Sign::Moved,
    ];

    /// The character that stands in the gutter.
    pub fn symbol(self) -> char {
        match self {
            Sign::Unique => ' ',
            Sign::Repeat => '↻',
            Sign::Identical => '=',
            Sign::Edited => '~',
            Sign::Rewritten => '≈',
            Sign::Moved => '⇅',
        }
    }
}

/// What a stretch of text is; a theme gives it a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// White space between other things.
    Blank,
    /// The words of a sentence in its own place.
    Sentence(Sign),
    /// The number and the sign of a sentence in its own place.
    Label(Sign),
    /// The words of a sentence shown beside its counterpart, away from its own place.
    Ghost,
    /// The number of such a sentence, and the arrow towards its own place.
    GhostLabel,
    /// The mark of a sentence that starts a paragraph.
    Paragraph,
    /// What the view says about a sentence.
    Note,
    /// What stands for folded sentences.
    Fold,
    /// The visible form of a character that no terminal should get.
    Escape,
    /// What opens or closes words that differ, where no style does.
    Mark,
    /// The lines between columns and rows.
    Rule,
    /// The label of an article in the head.
    HeadLabel,
    /// The name of an article in the head.
    HeadName,
    /// Counts and shares in the head.
    HeadFigure,
}

/// How words differ from those that they are set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// They stand in the first sentence of the row, and not so in one set against it.
    Gone,
    /// They do not stand so in the sentence that this one is set against.
    New,
    /// They stand in another place of what this sentence is set against.
    Shifted,
}

/// Which sentence a stretch of text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SentenceId {
    /// The index of the article.
    pub article: usize,
    /// The index of the sentence in its article.
    pub sentence: usize,
}

/// All that is known of a stretch of text besides its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// What it is.
    pub role: Role,
    /// How it differs, inside a match.
    pub emphasis: Option<Emphasis>,
    /// The sentence it belongs to, where it belongs to one.
    pub sentence: Option<SentenceId>,
}

impl From<Role> for Look {
    fn from(role: Role) -> Self {
        Look {
            role,
            emphasis: None,
            sentence: None,
        }
    }
}

/// A string whose stretches have looks. It holds no line end and nothing that a terminal
/// would take for a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    string: String,
    runs: Vec<Run>,
    /// Whether looks are forgotten, which costs less where no one asks for them.
    is_plain: bool,
}

/// Blanks to copy from: much faster than one by one.
const BLANKS: &str = "                                                                ";

/// A stretch of a [`Text`], from the end of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    end: usize,
    look: Look,
}

impl Text {
    /// An empty text.
    pub fn new() -> Self {
        Text::default()
    }

    /// An empty text that keeps no looks.
    pub(super) fn plain() -> Self {
        Text {
            is_plain: true,
            ..Text::default()
        }
    }

    /// An empty text with room for so many bytes in so many stretches.
    pub(super) fn with_room(bytes: usize, stretches: usize) -> Self {
        Text {
            string: String::with_capacity(bytes),
            runs: Vec::with_capacity(stretches),
            is_plain: false,
        }
    }

    /// Takes all characters away and keeps their room.
    pub(super) fn clear(&mut self) {
        self.string.clear();
        self.runs.clear();
    }

    /// All characters, without looks.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Whether there are no characters.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// How many columns of a terminal it takes.
    pub fn width(&self) -> usize {
        display_width(&self.string)
    }

    /// The stretches in order; neighbours have different looks.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Look)> {
        let starts = std::iter::once(0).chain(self.runs.iter().map(|run| run.end));
        starts
            .zip(&self.runs)
            .map(|(start, run)| (&self.string[start..run.end], run.look))
    }

    /// The look of the character at a byte.
    pub(super) fn look_at(&self, byte: usize) -> Option<Look> {
        let run = self.runs.partition_point(|run| run.end <= byte);
        self.runs.get(run).map(|run| run.look)
    }

    /// Adds `more` at the end.
    pub(crate) fn push(&mut self, more: &str, look: impl Into<Look>) {
        if more.is_empty() {
            return;
        }
        self.string.push_str(more);
        self.extend_to_end(look.into());
    }

    /// Adds one character at the end.
    pub(super) fn push_char(&mut self, more: char, look: impl Into<Look>) {
        self.string.push(more);
        self.extend_to_end(look.into());
    }

    /// Adds `columns` blanks at the end.
    pub(crate) fn push_blank(&mut self, columns: usize) {
        if columns > 0 {
            let mut left = columns;
            while left > 0 {
                let blanks = &BLANKS[..left.min(BLANKS.len())];
                self.string.push_str(blanks);
                left -= blanks.len();
            }
            self.extend_to_end(Role::Blank.into());
        }
    }

    /// Adds the bytes `range` of `other`, with their looks.
    pub(super) fn push_part(&mut self, other: &Text, range: Range<usize>) {
        if self.is_plain {
            self.string.push_str(&other.string[range]);
            return;
        }
        let first = other.runs.partition_point(|run| run.end <= range.start);
        let mut start = range.start;
        for run in &other.runs[first..] {
            if start >= range.end {
                break;
            }
            let end = run.end.min(range.end);
            self.push(&other.string[start..end], run.look);
            start = end;
        }
    }

    /// Adds all of `other`.
    pub(crate) fn push_text(&mut self, other: &Text) {
        self.push_part(other, 0..other.string.len());
    }

    /// Takes spaces away from the end.
    pub(super) fn trim_end(&mut self) {
        let end = self.string.trim_end_matches(' ').len();
        self.string.truncate(end);
        let kept = self.runs.partition_point(|run| run.end < end);
        self.runs.truncate(kept + usize::from(end > 0));
        if let Some(last) = self.runs.last_mut() {
            last.end = end;
        }
    }

    /// The byte ranges of the stretches that differ, in order; touching ones of one kind are one.
    pub(super) fn emphasised(&self) -> Vec<(Range<usize>, Emphasis)> {
        let mut found: Vec<(Range<usize>, Emphasis)> = Vec::new();
        let mut start = 0;
        for run in &self.runs {
            match (run.look.emphasis, found.last_mut()) {
                (Some(emphasis), Some((range, same)))
                    if *same == emphasis && range.end == start =>
                {
                    range.end = run.end;
                }
                (Some(emphasis), _) => found.push((start..run.end, emphasis)),
                (None, _) => {}
            }
            start = run.end;
        }
        found
    }

    fn extend_to_end(&mut self, look: Look) {
        if self.is_plain {
            return;
        }
        let end = self.string.len();
        match self.runs.last_mut() {
            Some(run) if run.look == look => run.end = end,
            _ => self.runs.push(Run { end, look }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Text {
        let mut text = Text::new();
        text.push("one ", Role::Note);
        text.push("two", Role::Rule);
        text.push(" three", Role::Note);
        text
    }

    #[test]
    fn neighbours_of_one_look_are_one_piece() {
        let mut text = sample();
        text.push("!", Role::Note);
        let pieces: Vec<_> = text.pieces().map(|(piece, _)| piece).collect();
        assert_eq!(pieces, ["one ", "two", " three!"]);
    }

    #[test]
    fn a_part_keeps_its_looks() {
        let mut part = Text::new();
        part.push_part(&sample(), 2..9);
        let pieces: Vec<_> = part
            .pieces()
            .map(|(piece, look)| (piece, look.role))
            .collect();
        assert_eq!(
            pieces,
            [("e ", Role::Note), ("two", Role::Rule), (" t", Role::Note)]
        );
    }

    #[test]
    fn emphasis_runs_on_over_other_changes_of_look() {
        let gone = |role| Look {
            emphasis: Some(Emphasis::Gone),
            ..Look::from(role)
        };
        let mut text = Text::new();
        text.push("ab", gone(Role::Ghost));
        text.push("<U+0007>", gone(Role::Escape));
        text.push("cd", Role::Ghost);
        assert_eq!(text.emphasised(), [(0..10, Emphasis::Gone)]);
    }
}
