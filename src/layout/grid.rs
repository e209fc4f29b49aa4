//! Rows set as lines: in columns side by side, or stacked.

use crate::model::{Article, Run, label};

use super::cell::{Cell, Entry, Row};
use super::columns::Columns;
use super::folds::{Fold, Item};
use super::notes::run_label;
use super::text::{Role, Sign, Text};
use super::wrap::wrap;
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
        }
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

    /// The lines of an item that stands below the item `above`.
    pub(super) fn lines(&self, item: &Item, above: Option<&Item>, marks: Marks) -> Vec<Text> {
        match item {
            _ if self.stacked => self.stack(item, above, marks),
            Item::Row(row) => self.side_by_side(row, marks),
            Item::Fold(fold) => self.join_lines(self.folded(fold)),
        }
    }

    /// A line with one title over each column.
    pub(super) fn above_columns(&self, titles: Vec<Text>) -> Text {
        let cells: Vec<Vec<Text>> = titles.into_iter().map(|title| vec![title]).collect();
        self.join(&cells, 0)
    }

    /// How wide a title over a column can be.
    pub(super) fn room_above(&self, place: usize) -> usize {
        let column = if self.stacked { 0 } else { place };
        self.columns[column].width - self.columns[column].pad
    }

    pub(super) fn is_stacked(&self) -> bool {
        self.stacked
    }

    /// The cells of a row one under another. An empty line separates them from the row above,
    /// unless both hold nothing but sentences of one article.
    fn stack(&self, item: &Item, above: Option<&Item>, marks: Marks) -> Vec<Text> {
        let mut lines = Vec::new();
        if above.is_some_and(|above| single(above).is_none() || single(above) != single(item)) {
            lines.push(Text::new());
        }
        match item {
            Item::Row(row) => {
                let cells = row.cells.iter();
                lines.extend(cells.flat_map(|cell| self.columns[0].lines(cell, marks)));
            }
            Item::Fold(fold) => lines.extend(self.columns[0].fold(fold.sign, &fold.runs)),
        }
        lines
    }

    fn side_by_side(&self, row: &Row, marks: Marks) -> Vec<Text> {
        let mut cells = vec![Vec::new(); self.columns.len()];
        for cell in &row.cells {
            let place = self.order.place(cell.article);
            cells[place] = self.columns[place].lines(cell, marks);
        }
        self.join_lines(cells)
    }

    /// What is told of a fold, each column its own part.
    fn folded(&self, fold: &Fold) -> Vec<Vec<Text>> {
        let mut cells = vec![Vec::new(); self.columns.len()];
        for runs in fold
            .runs
            .chunk_by(|one, other| one.article == other.article)
        {
            let place = self.order.place(runs[0].article);
            cells[place] = self.columns[place].fold(fold.sign, runs);
        }
        cells
    }

    /// Cells as lines across all columns.
    fn join_lines(&self, cells: Vec<Vec<Text>>) -> Vec<Text> {
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

/// The article of an item that is about sentences of one only.
fn single(item: &Item) -> Option<usize> {
    match item {
        Item::Row(row) => match row.cells.as_slice() {
            [cell] => Some(cell.article),
            _ => None,
        },
        Item::Fold(fold) => match fold.runs.as_slice() {
            [first, rest @ ..] if rest.iter().all(|run| run.article == first.article) => {
                Some(first.article)
            }
            _ => None,
        },
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

    /// The line that stands for folded sentences.
    fn fold(&self, sign: Sign, runs: &[Run]) -> Vec<Text> {
        let by_article = runs.chunk_by(|one, other| one.article == other.article);
        let counts = by_article.map(|runs| runs.iter().map(|run| run.sentences.len()).sum());
        let count: usize = counts.max().unwrap_or(0);
        let kind = match sign {
            Sign::Identical => "identical",
            _ => "unique",
        };
        let noun = if count == 1 { "sentence" } else { "sentences" };
        let labels: Vec<String> = runs.iter().map(run_label).collect();
        let told = format!("⋯ {count} {kind} {noun} folded: {}", labels.join(", "));
        let mut text = Text::new();
        text.push(&told, Role::Fold);
        let room = self.width - self.pad;
        let indent = 1.min(room.saturating_sub(LEAST_TEXT));
        let lines = wrap(&text, room - indent, Marks::NONE).into_iter();
        let indented = lines.map(|part| {
            let mut line = Text::new();
            line.push_blank(indent);
            line.push_text(&part);
            line
        });
        indented.collect()
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
