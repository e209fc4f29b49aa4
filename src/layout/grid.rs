//! Rows set as lines: in columns side by side, or stacked.

use std::collections::VecDeque;

use crate::model::{Article, label};

use super::cell::{Cell, Entry};
use super::columns::Columns;
use super::direction::{LEFT_TO_RIGHT_MARK, is_mixed};
use super::folds::Item;
use super::text::{Look, Role, Text};
use super::wrap::Wrapped;
use super::{LayoutMode, LayoutOptions, Marks};

/// Columns narrower than this are hard to read.
const LEAST_COLUMN: usize = 24;
/// Text narrower than this starts below its number, not beside it.
const LEAST_TEXT: usize = 8;

/// Where the columns stand; one for each article, or a single one where rows are stacked.
pub(super) struct Grid {
    columns: Vec<Column>,
    order: Columns,
    stacked: bool,
    /// What stands before every column, so that no terminal lets two change places.
    mark: &'static str,
}

/// The room of an article.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// All columns of the terminal that it has.
    width: usize,
    /// How many of these stay empty on the right.
    pad: usize,
    /// How many the numbers of its sentences take.
    label: usize,
}

impl Grid {
    pub(super) fn new(articles: &[Article], options: &LayoutOptions, order: &Columns) -> Self {
        let count = articles.len().max(1);
        let width = options.width.max(1);
        let room = (width + 1).saturating_sub(count);
        let stacked = match options.mode {
            LayoutMode::Auto => room / count < LEAST_COLUMN,
            LayoutMode::Columns => room < count,
            LayoutMode::Stacked => true,
        };
        let labels = order.order().iter().map(|&article| {
            let digits = articles[article].sentences.len().to_string().len();
            label(article).len() + digits
        });
        let columns = if stacked {
            vec![Column {
                width,
                pad: 0,
                label: labels.max().unwrap_or(0),
            }]
        } else {
            let columns = labels.enumerate().map(|(index, label)| {
                let width = room / count + usize::from(index < room % count);
                let is_last = index + 1 == count;
                let pad = usize::from(!is_last && width > LEAST_TEXT);
                Column { width, pad, label }
            });
            columns.collect()
        };
        Grid {
            columns,
            order: order.clone(),
            stacked,
            mark: if is_mixed(articles) {
                LEFT_TO_RIGHT_MARK
            } else {
                ""
            },
        }
    }

    /// The rule between the head and the rows.
    pub(super) fn rule(&self) -> Text {
        let columns = self.columns.iter().map(|column| "─".repeat(column.width));
        let mut rule = Text::new();
        rule.push(&columns.collect::<Vec<_>>().join("┬"), Role::Rule);
        rule
    }

    /// Whether the cells of a row stand one under the other.
    pub(super) fn is_stacked(&self) -> bool {
        self.stacked
    }

    /// The width of all columns and the lines between them.
    pub(super) fn width(&self) -> usize {
        let widths = self.columns.iter().map(|column| column.width);
        widths.sum::<usize>() + self.columns.len().saturating_sub(1)
    }

    /// A line with one title over each column.
    pub(super) fn above_columns(&self, titles: Vec<Text>) -> Text {
        let told = |(column, title): (&Column, Text)| Some(column.told(title, 0));
        let mut cells: Vec<_> = self.columns.iter().zip(titles).map(told).collect();
        let mut line = Text::new();
        self.join(&mut cells, &mut line);
        line
    }

    /// How wide a title over a column can be.
    pub(super) fn room_above(&self, place: usize) -> usize {
        let column = if self.stacked { 0 } else { place };
        self.columns[column].room()
    }

    /// The lines of an item, made one at a time. Where rows are stacked, an empty line comes
    /// first if it stands `apart` from what is above.
    pub(super) fn lines(&self, item: Item, apart: bool, marks: Marks) -> RowLines<'_> {
        if self.stacked {
            let column = self.columns[0];
            let cells = match item {
                Item::Row(row) => {
                    let cells = row.cells.into_iter();
                    cells.map(|cell| column.lines(cell, marks, None)).collect()
                }
                Item::Fold(fold) => VecDeque::from([column.told(fold.told(&fold.runs), 1)]),
            };
            return RowLines::Stacked { apart, cells };
        }
        RowLines::SideBySide {
            grid: self,
            cells: self.cells(item, marks),
        }
    }

    /// Adds one line across all columns to `joined`.
    fn join(&self, cells: &mut [Option<CellLines>], joined: &mut Text) {
        for (index, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            joined.push(self.mark, Role::Rule);
            if index > 0 {
                joined.push("│", Role::Rule);
            }
            let used = cell.as_mut().map_or(0, |cell| cell.write_line(joined));
            if index + 1 < self.columns.len() {
                joined.push_blank(column.width - used);
            }
        }
    }

    /// What stands in each column; of a fold, its own part.
    fn cells(&self, item: Item, marks: Marks) -> Vec<Option<CellLines>> {
        let mut cells: Vec<_> = self.columns.iter().map(|_| None).collect();
        match item {
            Item::Row(row) => {
                let mut before = None;
                for cell in row.cells {
                    let place = self.order.place(cell.article);
                    let neighbour = before.and_then(|before: usize| cells[before].as_ref());
                    cells[place] = Some(self.columns[place].lines(cell, marks, neighbour));
                    before = Some(place);
                }
            }
            Item::Fold(fold) => {
                for runs in fold.by_article() {
                    let place = self.order.place(runs[0].article);
                    cells[place] = Some(self.columns[place].told(fold.told(runs), 1));
                }
            }
        }
        cells
    }
}

/// The lines of a row.
pub(super) enum RowLines<'g> {
    /// One cell under the other.
    Stacked {
        apart: bool,
        cells: VecDeque<CellLines>,
    },
    /// A cell in each column, or none.
    SideBySide {
        grid: &'g Grid,
        cells: Vec<Option<CellLines>>,
    },
}

impl RowLines<'_> {
    /// Makes `line` the next line; `false` behind the last.
    pub(super) fn write_next(&mut self, line: &mut Text) -> bool {
        line.clear();
        match self {
            RowLines::Stacked { apart, cells } => {
                if std::mem::take(apart) {
                    return true;
                }
                while cells.front().is_some_and(CellLines::is_done) {
                    cells.pop_front();
                }
                let cell = cells.front_mut();
                cell.map(|cell| cell.write_line(line)).is_some()
            }
            RowLines::SideBySide { grid, cells } => {
                let open = cells.iter().flatten().any(|cell| !cell.is_done());
                if open {
                    grid.join(cells, line);
                }
                open
            }
        }
    }
}

impl Iterator for RowLines<'_> {
    type Item = Text;

    fn next(&mut self) -> Option<Text> {
        let mut line = Text::new();
        self.write_next(&mut line).then_some(line)
    }
}

impl Column {
    /// The columns in front of the text: the mark of a paragraph, the number, a space, the
    /// sign, a space.
    fn gutter(&self) -> usize {
        self.label + 4
    }

    /// The columns that text may take.
    fn room(&self) -> usize {
        self.width - self.pad
    }

    /// The lines of a cell; its `neighbour` may hold the same text.
    fn lines(self, cell: Cell, marks: Marks, neighbour: Option<&CellLines>) -> CellLines {
        let beside = self.room() >= self.gutter() + LEAST_TEXT;
        let mut lines = CellLines {
            column: self,
            indent: if beside { self.gutter() } else { 0 },
            room: self.room(),
            marks,
            entries: cell.entries.into_iter(),
            sentence: None,
            notes: Vec::new().into_iter(),
            gutter: None,
            text: None,
        };
        lines.go_on(neighbour.and_then(|neighbour| neighbour.text.as_ref()));
        lines
    }

    /// What is told in place of sentences.
    fn told(self, text: Text, indent: usize) -> CellLines {
        let mut lines = CellLines {
            column: self,
            indent: indent.min(self.room().saturating_sub(LEAST_TEXT)),
            room: self.room(),
            marks: Marks::NONE,
            entries: Vec::new().into_iter(),
            sentence: Some(text),
            notes: Vec::new().into_iter(),
            gutter: None,
            text: None,
        };
        lines.go_on(None);
        lines
    }
}

/// What stands in front of the first line of an entry.
struct Front {
    starts_paragraph: bool,
    label: String,
    symbol: char,
    look: Look,
}

impl Front {
    fn of(entry: &Entry) -> Self {
        Front {
            starts_paragraph: entry.starts_paragraph,
            label: entry.label(),
            symbol: entry.symbol(),
            look: entry.label_look(),
        }
    }

    /// Adds it to `out`; the label and the space behind it take `columns`.
    fn write(&self, columns: usize, out: &mut Text) {
        if self.starts_paragraph {
            out.push("¶", Role::Paragraph);
        } else {
            out.push_blank(1);
        }
        out.push(&self.label, self.look);
        for _ in self.label.len()..columns {
            out.push_char(' ', self.look);
        }
        out.push_char(self.symbol, self.look);
        out.push_blank(1);
    }
}

/// The lines of a cell, made one at a time.
pub(super) struct CellLines {
    column: Column,
    /// The columns in front of every line.
    indent: usize,
    /// The columns of a line, those in front of it included.
    room: usize,
    marks: Marks,
    entries: std::vec::IntoIter<Entry>,
    /// What comes next of an entry, if not its notes.
    sentence: Option<Text>,
    /// The notes of the entry that are left.
    notes: std::vec::IntoIter<String>,
    /// What stands in front of the next line, if not blanks.
    gutter: Option<Front>,
    /// The piece at hand.
    text: Option<Wrapped>,
}

impl CellLines {
    fn is_done(&self) -> bool {
        self.text.is_none()
    }

    /// Adds the next line to `out` and tells how many columns it takes.
    fn write_line(&mut self, out: &mut Text) -> usize {
        let Some(text) = &mut self.text else { return 0 };
        match self.gutter.take() {
            Some(front) => front.write(self.column.label + 1, out),
            None => out.push_blank(self.indent),
        }
        let columns = self.indent + text.write_line(out);
        if text.is_done() {
            self.go_on(None);
        }
        columns
    }

    /// Goes on to the next piece, of the next entry if need be; its `neighbour` may be the same.
    fn go_on(&mut self, neighbour: Option<&Wrapped>) {
        let rest = self.sentence.take().or_else(|| self.next_note());
        let text = rest.or_else(|| self.next_entry());
        let room = self.room - self.indent;
        self.text = text.map(|text| Wrapped::new(text, room, self.marks, neighbour));
    }

    fn next_note(&mut self) -> Option<Text> {
        self.notes.next().map(|note| note_text(&note))
    }

    /// What the next entry begins with: its words, or its number where that stands above them.
    fn next_entry(&mut self) -> Option<Text> {
        let entry = self.entries.next()?;
        if self.indent > 0 {
            self.gutter = Some(Front::of(&entry));
            self.notes = entry.notes.into_iter();
            return Some(entry.text);
        }
        let number = number(&entry);
        self.notes = entry.notes.into_iter();
        self.sentence = Some(entry.text);
        Some(number)
    }
}

/// The number of an entry, where it stands above the text.
fn number(entry: &Entry) -> Text {
    let mut number = Text::new();
    if entry.starts_paragraph {
        number.push("¶", Role::Paragraph);
    }
    let said = format!("{} {}", entry.label(), entry.symbol());
    number.push(said.trim_end(), entry.label_look());
    number
}

fn note_text(note: &str) -> Text {
    let mut text = Text::new();
    text.push("└ ", Role::Note);
    text.push(note, Role::Note);
    text
}
