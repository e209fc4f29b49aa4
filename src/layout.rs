//! Lays articles and their alignment out as rows of cells and as lines of a screen: text
//! with roles, without colour.

mod breaks;
mod cell;
mod grid;
mod head;
mod links;
mod member;
mod notes;
mod order;
mod safe;
#[cfg(test)]
pub(crate) mod sample;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use crate::model::{Alignment, Article};
use crate::parallel;

pub use cell::{Cell, Entry, Row, Standing};
pub(crate) use safe::is_unsafe;
pub use text::{Emphasis, Look, Role, SentenceId, Sign, Text};

#[cfg(feature = "check")]
pub(crate) use {cell::safe_text, safe::visible_name, wrap::wrap};

use grid::{Grid, RowLines};
use links::Links;
use order::Plan;

/// How the rows are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LayoutMode {
    /// Columns, or stacked where they would be too narrow to read.
    #[default]
    Auto,
    /// Side by side, one column for each article; stacked only where the width has no room
    /// for one character of each.
    Columns,
    /// One article under the other within each row.
    Stacked,
}

/// Which rows are shown: those that hold a sentence of one of these kinds.
///
/// A moved sentence is also of the kind that tells how much of it was kept. A repeat is of
/// the kinds of the sentence that it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Only {
    kinds: u8,
}

impl Only {
    /// No row.
    pub const NONE: Only = Only { kinds: 0 };
    /// Identical sentences.
    pub const IDENTICAL: Only = Only { kinds: 1 };
    /// Edited sentences.
    pub const EDITED: Only = Only { kinds: 2 };
    /// Rewritten sentences.
    pub const REWRITTEN: Only = Only { kinds: 4 };
    /// Moved sentences.
    pub const MOVED: Only = Only { kinds: 8 };
    /// Sentences that are in no match.
    pub const UNIQUE: Only = Only { kinds: 16 };
    /// Sentences that are in a match.
    pub const SHARED: Only = Only { kinds: 15 };
    /// Every row.
    pub const ALL: Only = Only { kinds: 31 };

    /// The kinds of both.
    pub const fn and(self, other: Only) -> Only {
        Only {
            kinds: self.kinds | other.kinds,
        }
    }

    /// Whether the two have a kind in common.
    pub const fn meets(self, other: Only) -> bool {
        self.kinds & other.kinds != 0
    }
}

impl Default for Only {
    fn default() -> Self {
        Only::ALL
    }
}

/// What is put around words that differ: nothing where a style shows them. ASCII only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before and after words that are gone.
    pub gone: (&'static str, &'static str),
    /// Before and after words that are new.
    pub new: (&'static str, &'static str),
}

impl Marks {
    /// No marks.
    pub const NONE: Marks = Marks {
        gone: ("", ""),
        new: ("", ""),
    };
    /// The brackets of wdiff.
    pub const WDIFF: Marks = Marks {
        gone: ("[-", "-]"),
        new: ("{+", "+}"),
    };

    fn around(self, emphasis: Emphasis) -> (&'static str, &'static str) {
        match emphasis {
            Emphasis::Gone => self.gone,
            Emphasis::New => self.new,
        }
    }
}

/// All that decides how a screen looks, apart from styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutOptions {
    /// The columns of the terminal; 0 counts as 1.
    pub width: usize,
    /// How the rows are set.
    pub mode: LayoutMode,
    /// Which rows are shown.
    pub only: Only,
    /// What is put around words that differ; a theme knows ([`crate::theme::Theme::marks`]).
    pub marks: Marks,
}

/// How many rows are made at a time, on all cores.
const ROWS_AHEAD: usize = 1024;
/// Fewer rows than this are made before another core is awake.
const WORTH_A_THREAD: usize = 256;
/// The lines of a row with more text than this, in bytes, are made only when they are read.
const LARGE_ROW: usize = 16 << 10;

/// A screen that is ready to be read row by row or line by line.
///
/// Only the order of the rows is held; cells and lines are made when they are asked for.
pub struct Screen<'a> {
    links: Links<'a>,
    plan: Plan,
    options: LayoutOptions,
    grid: Grid,
}

/// Lays out articles, one column each, in the order given.
///
/// `alignment` is about these articles: its indices are in range, its runs in order.
pub fn lay_out<'a>(
    articles: &'a [Article],
    alignment: &'a Alignment,
    options: &LayoutOptions,
) -> Screen<'a> {
    let links = Links::new(articles, alignment);
    let plan = Plan::new(&links);
    Screen {
        links,
        plan,
        options: *options,
        grid: Grid::new(articles, options),
    }
}

impl Screen<'_> {
    /// The lines that tell about the articles as wholes, and the rule below them.
    pub fn head(&self) -> Vec<Text> {
        let mut lines = head::lines(self);
        lines.push(self.grid.rule());
        lines
    }

    /// The rows from top to bottom, without those that [`LayoutOptions::only`] hides.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.shown()
            .map(|row| cell::row(&self.links, &self.plan, row))
    }

    /// The lines of the rows, none wider than the width. They are made some rows ahead.
    pub fn body(&self) -> impl Iterator<Item = Text> {
        let rows: Vec<usize> = self.shown().collect();
        (0..rows.len()).step_by(ROWS_AHEAD).flat_map(move |start| {
            let ahead: Vec<usize> = (start..rows.len()).take(ROWS_AHEAD).collect();
            let lines =
                |&at: &usize| self.row_lines(rows[at], at.checked_sub(1).map(|at| rows[at]));
            parallel::map(&ahead, WORTH_A_THREAD, lines)
                .into_iter()
                .flatten()
        })
    }

    /// The lines of a row that stands below the row `above`.
    fn row_lines(&self, row: usize, above: Option<usize>) -> RowLines<'_> {
        // Where rows are stacked, sentences of one article only stand together.
        let single = |row| cell::single(&self.links, &self.plan, row);
        let apart = self.grid.is_stacked()
            && above.is_some_and(|above| single(above).is_none() || single(above) != single(row));
        let row = cell::row(&self.links, &self.plan, row);
        let entries = row.cells.iter().flat_map(|cell| &cell.entries);
        let bytes: usize = entries.map(|entry| entry.text.as_str().len()).sum();
        let lines = self.grid.lines(row, apart, self.options.marks);
        if bytes > LARGE_ROW {
            lines
        } else {
            lines.ready()
        }
    }

    /// All lines, the head first.
    pub fn lines(&self) -> impl Iterator<Item = Text> {
        self.head().into_iter().chain(self.body())
    }

    /// How many rows [`LayoutOptions::only`] hides.
    pub fn hidden_rows(&self) -> usize {
        self.plan.rows.len() - self.shown().count()
    }

    fn shown(&self) -> impl Iterator<Item = usize> {
        let all = self.options.only == Only::ALL;
        (0..self.plan.rows.len()).filter(move |&row| {
            all || self
                .options
                .only
                .meets(cell::kinds(&self.links, &self.plan, row))
        })
    }
}
