//! Rows set as lines: in columns side by side, or stacked.

use crate::model::{Article, label};

use super::cell::{Cell, Entry, Row};
use super::text::{Role, Text};
use super::wrap::wrap;
use super::{LayoutMode, LayoutOptions, Marks};

/// Columns narrower than this are hard to read.
const LEAST_COLUMN: usize = 24;
/// Text narrower than this starts below its number, not beside it.
const LEAST_TEXT: usize = 8;

/// Where the columns stand; one for each article, or a single one where rows are stacked.
pub(super) struct Grid {
    columns: Vec<Column>,
    stacked: bool,
}

/// The room of an article.
#[derive(Clone, Copy)]
struct Column {
    /// All columns of the terminal that it has.
    width: usize,
    /// How many of these stay empty on the right.
    pad: usize,
    /// How many the numbers of its sentences take.
    label: usize,
}

impl Grid {
    pub(super) fn new(articles: &[Article], options: &LayoutOptions) -> Self {
        let count = articles.len().max(1);
        let width = options.width.max(1);
        let room = (width + 1).saturating_sub(count);
        let stacked = match options.mode {
            LayoutMode::Auto => room / count < LEAST_COLUMN,
            LayoutMode::Columns => room < count,
            LayoutMode::Stacked => true,
        };
        let labels = articles.iter().enumerate().map(|(index, article)| {
            let digits = article.sentences.len().to_string().len();
            label(index).len() + digits
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
        Grid { columns, stacked }
    }

    /// The rule between the head and the rows.
    pub(super) fn rule(&self) -> Text {
        let columns = self.columns.iter().map(|column| "─".repeat(column.width));
        let mut rule = Text::new();
        rule.push(&columns.collect::<Vec<_>>().join("┬"), Role::Rule);
        rule
    }

    /// The width of all columns and the lines between them.
    pub(super) fn width(&self) -> usize {
        let widths = self.columns.iter().map(|column| column.width);
        widths.sum::<usize>() + self.columns.len() - 1
    }

    /// The lines of a row that stands below the row `above`.
    pub(super) fn lines(&self, row: &Row, above: Option<&Row>, marks: Marks) -> Vec<Text> {
        if self.stacked {
            self.stack(row, above, marks)
        } else {
            self.side_by_side(row, marks)
        }
    }

    /// The cells of a row one under another. An empty line separates them from the row above,
    /// unless both hold nothing but sentences of one article.
    fn stack(&self, row: &Row, above: Option<&Row>, marks: Marks) -> Vec<Text> {
        let mut lines = Vec::new();
        if above.is_some_and(|above| single(above).is_none() || single(above) != single(row)) {
            lines.push(Text::new());
        }
        for cell in &row.cells {
            lines.extend(self.columns[0].lines(cell, marks));
        }
        lines
    }

    fn side_by_side(&self, row: &Row, marks: Marks) -> Vec<Text> {
        let mut cells = vec![Vec::new(); self.columns.len()];
        for cell in &row.cells {
            cells[cell.article] = self.columns[cell.article].lines(cell, marks);
        }
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).map(|line| self.join(&cells, line)).collect()
    }

    /// One line across all columns.
    fn join(&self, cells: &[Vec<Text>], line: usize) -> Text {
        let mut joined = Text::new();
        for (index, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            if index > 0 {
                joined.push("│", Role::Rule);
            }
            let text = cell.get(line);
            if let Some(text) = text {
                joined.push_text(text);
            }
            if index + 1 < self.columns.len() {
                joined.push_blank(column.width - text.map_or(0, Text::width));
            }
        }
        joined
    }
}

/// The article of a row that holds sentences of one only.
fn single(row: &Row) -> Option<usize> {
    match row.cells.as_slice() {
        [cell] => Some(cell.article),
        _ => None,
    }
}

impl Column {
    /// The columns in front of the text: the mark of a paragraph, the number, a space, the
    /// sign, a space.
    fn gutter(&self) -> usize {
        self.label + 4
    }

    fn lines(&self, cell: &Cell, marks: Marks) -> Vec<Text> {
        let room = self.width - self.pad;
        let beside = room >= self.gutter() + LEAST_TEXT;
        let entries = cell.entries.iter();
        let lines = entries.flat_map(|entry| {
            if beside {
                self.text_beside_number(entry, room - self.gutter(), marks)
            } else {
                text_below_number(entry, room, marks)
            }
        });
        lines.collect()
    }

    fn text_beside_number(&self, entry: &Entry, room: usize, marks: Marks) -> Vec<Text> {
        let mut first = Text::new();
        if entry.starts_paragraph {
            first.push("¶", Role::Paragraph);
        } else {
            first.push_blank(1);
        }
        let look = entry.label_look();
        first.push(&format!("{:<1$} ", entry.label(), self.label), look);
        first.push_char(entry.symbol(), look);
        first.push_blank(1);

        let text = wrap(&entry.text, room, marks);
        let notes = entry
            .notes
            .iter()
            .flat_map(|note| wrap(&note_text(note), room, marks));
        let mut gutter = Some(first);
        text.into_iter()
            .chain(notes)
            .map(|part| {
                let mut line = gutter.take().unwrap_or_default();
                line.push_blank(self.gutter() - line.width());
                line.push_text(&part);
                line
            })
            .collect()
    }
}

fn text_below_number(entry: &Entry, room: usize, marks: Marks) -> Vec<Text> {
    let mut number = Text::new();
    if entry.starts_paragraph {
        number.push("¶", Role::Paragraph);
    }
    let said = format!("{} {}", entry.label(), entry.symbol());
    number.push(said.trim_end(), entry.label_look());
    let notes = entry.notes.iter().map(|note| note_text(note));
    let parts = [number, entry.text.clone()].into_iter().chain(notes);
    parts.flat_map(|part| wrap(&part, room, marks)).collect()
}

fn note_text(note: &str) -> Text {
    let mut text = Text::new();
    text.push("└ ", Role::Note);
    text.push(note, Role::Note);
    text
}
