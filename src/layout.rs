//! Lays articles and their alignment out as rows of cells and as lines of a screen: text
//! with roles, without colour.

mod against;
mod breaks;
mod cell;
mod columns;
mod differing;
mod direction;
mod folds;
mod grid;
mod head;
#[cfg(test)]
mod invariants;
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
mod width;
mod wrap;

use std::mem;
use std::ops::Range;

use crate::model::{Alignment, Article};
use crate::parallel;

pub use cell::{Cell, Entry, Row};
pub use folds::{Fold, Item};
pub use member::Standing;
pub use text::{Emphasis, Look, Role, SentenceId, Sign, Text};

#[cfg(feature = "check")]
pub(crate) use {
    cell::safe_text, differing::differing, safe::visible_name, width::display_width, wrap::wrap,
};

use columns::Columns;
use folds::Piece;
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
    /// Before and after words that stand in another place of the sentence.
    pub shifted: (&'static str, &'static str),
}

impl Marks {
    /// No marks.
    pub const NONE: Marks = Marks {
        gone: ("", ""),
        new: ("", ""),
        shifted: ("", ""),
    };
    /// The brackets of wdiff, and such with the sign of identical sentences.
    pub const WDIFF: Marks = Marks {
        gone: ("[-", "-]"),
        new: ("{+", "+}"),
        shifted: ("[=", "=]"),
    };

    fn around(self, emphasis: Emphasis) -> (&'static str, &'static str) {
        match emphasis {
            Emphasis::Gone => self.gone,
            Emphasis::New => self.new,
            Emphasis::Shifted => self.shifted,
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
    /// The index of the article that the rows follow; it has the first column.
    pub reference: usize,
    /// Whether the other columns are ordered by how much of their articles stands in the
    /// reference, most first, in place of the order given.
    pub by_share: bool,
    /// How many rows of a stretch without changes stay beside each change, the others being
    /// folded; `None` folds nothing.
    pub context: Option<usize>,
}

impl LayoutOptions {
    /// 80 columns, all rows, no marks, the articles in the order given.
    pub const DEFAULT: LayoutOptions = LayoutOptions {
        width: 80,
        mode: LayoutMode::Auto,
        only: Only::ALL,
        marks: Marks::NONE,
        reference: 0,
        by_share: false,
        context: None,
    };
}

impl Default for LayoutOptions {
    fn default() -> Self {
        LayoutOptions::DEFAULT
    }
}

/// How many rows and folds one core writes at a time.
const PART: usize = 32;
/// How many such parts are written ahead, on all cores.
const PARTS_AHEAD: usize = 64;
/// Fewer parts than this are written before another core is awake.
const WORTH_A_THREAD: usize = 8;
/// Articles of fewer bytes than this are laid out before another core is awake.
const BYTES_WORTH_A_THREAD: usize = 256 << 10;
/// A row with more text than this, in bytes, is written line by line: nothing of it is held.
const LARGE: usize = 16 << 10;

/// How many bytes a row takes, about: room for a part is made at once.
const USUAL_ROW: usize = 512;

/// Lines that were written, or the place of a piece that has yet to be.
enum Stretch {
    Bytes(Vec<u8>),
    Large(usize),
}

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
/// `alignment` is about these articles: its indices are in range, its runs in order. So is
/// [`LayoutOptions::reference`].
pub fn lay_out<'a>(
    articles: &'a [Article],
    alignment: &'a Alignment,
    options: &LayoutOptions,
) -> Screen<'a> {
    let columns = Columns::new(articles.len(), &alignment.shares, options);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let (grid, (links, plan)) = parallel::both(
        bytes > BYTES_WORTH_A_THREAD,
        || Grid::new(articles, options, &columns),
        || {
            let links = Links::new(articles, alignment);
            let plan = Plan::new(&links, columns.clone());
            (links, plan)
        },
    );
    Screen {
        links,
        plan,
        options: *options,
        grid,
    }
}

impl Screen<'_> {
    /// The lines that tell about the articles as wholes.
    pub fn overview(&self) -> Vec<Text> {
        head::lines(self)
    }

    /// The overview, how many rows are hidden, and the rule below that.
    pub fn head(&self) -> Vec<Text> {
        let mut lines = self.overview();
        lines.extend(head::hidden(self));
        lines.push(self.grid.rule());
        lines
    }

    /// The rows from top to bottom, without those that [`LayoutOptions::only`] hides.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.shown()
            .map(|row| cell::row(&self.links, &self.plan, row))
    }

    /// The names of the articles above their columns, and a rule below: a head of few lines.
    pub fn titles(&self) -> Vec<Text> {
        let mut lines = head::titles(self);
        lines.push(self.grid.rule());
        lines
    }

    /// The rows, and in place of those that [`LayoutOptions::context`] folds what is told of
    /// them.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let pieces = self.pieces().into_iter();
        pieces.map(|piece| self.item(&piece))
    }

    /// The lines of the items, none wider than the width.
    pub fn body(&self) -> impl Iterator<Item = Text> {
        let pieces = self.pieces();
        (0..pieces.len()).flat_map(move |at| self.piece_lines(&pieces, at).1)
    }

    /// Writes the lines of the items as [`Screen::body`] gives them, on all cores: `write` adds
    /// what it makes of a line to the bytes so far, `take` gets the bytes of many lines at a time,
    /// in order. Without `looks` the lines are made sooner, and their stretches have none.
    ///
    /// # Errors
    ///
    /// The first one of `take`; nothing is written after it.
    pub fn write_body<E>(
        &self,
        looks: bool,
        write: impl Fn(&Text, &mut Vec<u8>) + Sync,
        mut take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let pieces = self.pieces();
        let parts: Vec<Range<usize>> = (0..pieces.len())
            .step_by(PART)
            .map(|start| start..pieces.len().min(start + PART))
            .collect();
        let line = if looks { Text::new } else { Text::plain };
        for ahead in parts.chunks(PARTS_AHEAD) {
            let made = parallel::map_with(ahead, WORTH_A_THREAD, line, |line, part| {
                self.part_bytes(&pieces, part.clone(), line, &write)
            });
            for stretch in made.into_iter().flatten() {
                match stretch {
                    Stretch::Bytes(bytes) => take(&bytes)?,
                    Stretch::Large(at) => self.write_large(&pieces, at, &write, &mut take)?,
                }
            }
        }
        Ok(())
    }

    /// The bytes of a part of the pieces, but for those that are large.
    fn part_bytes(
        &self,
        pieces: &[Piece],
        part: Range<usize>,
        line: &mut Text,
        write: &impl Fn(&Text, &mut Vec<u8>),
    ) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let mut bytes = Vec::with_capacity(part.len() * USUAL_ROW);
        for at in part {
            let (large, mut lines) = self.piece_lines(pieces, at);
            if large {
                stretches.push(Stretch::Bytes(mem::take(&mut bytes)));
                stretches.push(Stretch::Large(at));
                continue;
            }
            while lines.write_next(line) {
                write(line, &mut bytes);
            }
        }
        stretches.push(Stretch::Bytes(bytes));
        stretches
    }

    fn write_large<E>(
        &self,
        pieces: &[Piece],
        at: usize,
        write: &impl Fn(&Text, &mut Vec<u8>),
        take: &mut impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut bytes = Vec::new();
        for line in self.piece_lines(pieces, at).1 {
            bytes.clear();
            write(&line, &mut bytes);
            take(&bytes)?;
        }
        Ok(())
    }

    /// The lines of the piece at `at`, and whether it is large.
    fn piece_lines(&self, pieces: &[Piece], at: usize) -> (bool, RowLines<'_>) {
        let item = self.item(&pieces[at]);
        let above = at.checked_sub(1).map(|above| &pieces[above]);
        // Where rows are stacked, sentences of one article only stand together.
        let apart = self.grid.is_stacked()
            && above.is_some_and(|above| {
                let above = self.single(above);
                above.is_none() || above != item.single()
            });
        let large = item.text_bytes() > LARGE;
        (large, self.grid.lines(item, apart, self.options.marks))
    }

    fn item(&self, piece: &Piece) -> Item {
        match piece {
            Piece::Row(row) => Item::Row(cell::row(&self.links, &self.plan, *row)),
            Piece::Fold(rows) => Item::Fold(folds::fold(&self.links, &self.plan, rows)),
        }
    }

    /// The article, of a piece that is about sentences of one only.
    fn single(&self, piece: &Piece) -> Option<usize> {
        match piece {
            Piece::Row(row) => cell::single(&self.links, &self.plan, *row),
            Piece::Fold(_) => self.item(piece).single(),
        }
    }

    fn pieces(&self) -> Vec<Piece> {
        let shown = self.shown();
        match self.options.context {
            Some(context) => folds::pieces(&self.links, &self.plan, shown.collect(), context),
            None => shown.map(Piece::Row).collect(),
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
