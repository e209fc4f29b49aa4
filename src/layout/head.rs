//! The head of a screen: what each article is, and how much of it stands in the others.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Article, label};
use crate::percent::rounded_down;

use super::safe::visible_name;
use super::strip::{self, Strip};
use super::text::{Role, Text};
use super::width::{display_width, grapheme_width};
use super::wrap::wrap;
use super::{Marks, Screen};

/// Between the parts of a line.
const GAP: usize = 3;

/// The lines of the head, without the rule below it.
pub(super) fn lines(screen: &Screen<'_>) -> Vec<Text> {
    let width = screen.grid.width();
    let facts = facts(screen);
    let shares = Shares::new(screen);
    let fits = |table: &Vec<Text>| table.iter().all(|line| line.width() <= width);
    let strips = strip::of(screen);
    let table = Some(table(&facts, &shares)).filter(fits);
    let table = table.or_else(|| Some(dense_table(&facts, &shares)).filter(fits));
    match table {
        Some(table) => with_strips(table, &strips, width),
        None => paragraphs(&facts, &shares, &strips, width),
    }
}

/// The names of the articles: each over its column, or in lines where rows are stacked.
pub(super) fn titles(screen: &Screen<'_>) -> Vec<Text> {
    let facts = facts(screen);
    let title = |(place, fact): (usize, &Facts)| {
        let mut title = Text::new();
        title.push(&fact.label, Role::HeadLabel);
        title.push_blank(1);
        let room = screen.grid.room_above(place);
        let name = shortened(&fact.name, room.saturating_sub(title.width()));
        title.push(&name, Role::HeadName);
        title.trim_end();
        title
    };
    let titles: Vec<Text> = facts.iter().enumerate().map(title).collect();
    if !screen.grid.is_stacked() {
        return vec![screen.grid.above_columns(titles)];
    }
    let width = screen.grid.width();
    let mut lines: Vec<Text> = Vec::new();
    for title in titles {
        match lines.last_mut() {
            Some(line) if line.width() + GAP + title.width() <= width => {
                line.push_blank(GAP);
                line.push_text(&title);
            }
            _ => lines.push(title),
        }
    }
    lines
}

/// The end of a name that fits: the file says more than its folder.
fn shortened(name: &str, room: usize) -> String {
    if display_width(name) <= room {
        return name.to_owned();
    }
    let mut left = room;
    let fits = |grapheme: &&str| {
        let width = grapheme_width(grapheme);
        left = left.saturating_sub(width);
        left > 0
    };
    let end: usize = (name.graphemes(true).rev().take_while(fits))
        .map(str::len)
        .sum();
    let end = &name[name.len() - end..];
    if room > 0 {
        format!("…{end}")
    } else {
        String::new()
    }
}

/// What the head says of every article, in the order of the columns.
fn facts(screen: &Screen<'_>) -> Vec<Facts> {
    let order = screen.plan.columns.order().iter();
    order
        .map(|&article| Facts::new((article, &screen.links.articles[article])))
        .collect()
}

/// What the head says of an article, apart from its shares.
struct Facts {
    label: String,
    name: String,
    sentences: usize,
    words: usize,
}

impl Facts {
    fn new((index, article): (usize, &Article)) -> Self {
        Facts {
            label: label(index),
            name: visible_name(&article.name),
            sentences: article.sentences.len(),
            words: article.words.len(),
        }
    }
}

/// The shares of every ordered pair as whole percentages, in the order of the columns.
struct Shares {
    labels: Vec<String>,
    rows: Vec<Vec<Option<u32>>>,
}

impl Shares {
    fn new(screen: &Screen<'_>) -> Self {
        let columns = &screen.plan.columns;
        let count = columns.order().len();
        let mut rows = vec![vec![None; count]; count];
        for share in &screen.links.alignment.shares {
            let row = &mut rows[columns.place(share.article)];
            row[columns.place(share.from)] = Some(percent(share.reused()));
        }
        let labels = columns.order().iter().map(|&article| label(article));
        Shares {
            labels: labels.collect(),
            rows,
        }
    }

    /// How much of a column's article stands in each other one, in words.
    fn said(&self, article: usize) -> Vec<String> {
        let row = self.rows[article].iter().enumerate();
        let of_it = if self.rows.len() == 2 {
            " of it stands"
        } else {
            ""
        };
        row.filter_map(|(from, share)| {
            Some(format!("{} %{of_it} in {}", (*share)?, self.labels[from]))
        })
        .collect()
    }
}

/// A share as a whole percentage, rounded down as in a report of `check`; but 0 means none.
fn percent(share: f64) -> u32 {
    match rounded_down(share, 0) as u32 {
        0 if share > 0.0 => 1,
        rounded => rounded.min(100),
    }
}

/// One line an article; with three or more, the shares are a matrix under a line of its own.
fn table(facts: &[Facts], shares: &Shares) -> Vec<Text> {
    let widest = |text: fn(&Facts) -> String| {
        let widths = facts.iter().map(|fact| display_width(&text(fact)));
        widths.max().unwrap_or(0)
    };
    let labels = widest(|fact| fact.label.clone());
    let names = widest(|fact| fact.name.clone());
    let sentences = widest(|fact| fact.sentences.to_string());
    let words = widest(|fact| fact.words.to_string());

    let mut lines: Vec<Text> = facts
        .iter()
        .map(|fact| {
            let mut line = Text::new();
            push_padded(&mut line, &fact.label, Role::HeadLabel, labels + 2);
            push_padded(&mut line, &fact.name, Role::HeadName, names + GAP);
            let sentences = figure(fact.sentences, sentences, "sentence");
            let words = figure(fact.words, words, "word");
            line.push(&format!("{sentences}{:GAP$}{words}", ""), Role::HeadFigure);
            line
        })
        .collect();
    if facts.len() > 2 {
        add_matrix(&mut lines, facts, shares);
    } else {
        for (article, line) in lines.iter_mut().enumerate() {
            for said in shares.said(article) {
                line.push_blank(GAP);
                line.push(&said, Role::HeadFigure);
            }
        }
    }
    lines.iter_mut().for_each(Text::trim_end);
    lines
}

/// Adds a column for each article to the lines, and a line that names them on top.
fn add_matrix(lines: &mut Vec<Text>, facts: &[Facts], shares: &Shares) {
    let mut names = Text::new();
    names.push_blank(lines.first().map_or(0, Text::width));
    for (from, fact) in facts.iter().enumerate() {
        let name = format!("in {}", fact.label);
        let width = GAP + name.len().max("100 %".len());
        names.push(&format!("{name:>width$}"), Role::HeadLabel);
        for (line, row) in lines.iter_mut().zip(&shares.rows) {
            let share = share_figure(row[from]);
            line.push(&format!("{share:>width$}"), Role::HeadFigure);
        }
    }
    lines.insert(0, names);
}

/// As [`table`], with the nouns on top too.
fn dense_table(facts: &[Facts], shares: &Shares) -> Vec<Text> {
    let names = facts.iter().map(|fact| display_width(&fact.name)).max();
    let labels = facts.iter().map(|fact| fact.label.len()).max();
    let indent = labels.unwrap_or(0) + 2 + names.unwrap_or(0);
    let mut lines = vec![Text::new()];
    lines[0].push_blank(indent);
    lines.extend(facts.iter().map(|fact| {
        let mut line = Text::new();
        push_padded(
            &mut line,
            &fact.label,
            Role::HeadLabel,
            labels.unwrap_or(0) + 2,
        );
        push_padded(&mut line, &fact.name, Role::HeadName, names.unwrap_or(0));
        line
    }));
    let count = |count: fn(&Facts) -> usize| facts.iter().map(move |fact| count(fact).to_string());
    add_figures(
        &mut lines,
        "sentences",
        count(|fact| fact.sentences).collect(),
    );
    add_figures(&mut lines, "words", count(|fact| fact.words).collect());
    for (from, fact) in facts.iter().enumerate() {
        let name = format!("in {}", fact.label);
        let shares = shares.rows.iter().map(|row| share_figure(row[from]));
        add_figures(&mut lines, &name, shares.collect());
    }
    lines
}

/// Adds a column of figures with its name on top.
fn add_figures(lines: &mut [Text], name: &str, figures: Vec<String>) {
    let width = figures.iter().map(|figure| display_width(figure)).max();
    let width = 2 + width.unwrap_or(0).max(name.len());
    let roles = std::iter::once(Role::HeadLabel).chain(std::iter::repeat(Role::HeadFigure));
    let figures = std::iter::once(name).chain(figures.iter().map(String::as_str));
    for ((line, figure), role) in lines.iter_mut().zip(figures).zip(roles) {
        line.push(&format!("{figure:>width$}"), role);
    }
}

/// A share as the head shows it; an article has none in itself.
fn share_figure(share: Option<u32>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share} %"))
}

/// A paragraph for each article, where a table is too wide.
fn paragraphs(facts: &[Facts], shares: &Shares, strips: &[Strip], width: usize) -> Vec<Text> {
    let mut lines = Vec::new();
    for (article, fact) in facts.iter().enumerate() {
        let mut text = Text::new();
        text.push(&fact.name, Role::HeadName);
        let counts = [
            counted(fact.sentences, "sentence"),
            counted(fact.words, "word"),
        ];
        for said in counts.into_iter().chain(shares.said(article)) {
            text.push(", ", Role::HeadFigure);
            text.push(&held_together(&said), Role::HeadFigure);
        }
        let mut label = Text::new();
        label.push(&fact.label, Role::HeadLabel);
        let indent = label.width() + 2;
        if width < indent + 12 {
            lines.extend(wrap(&label, width, Marks::NONE));
            lines.extend(wrap(&text, width, Marks::NONE));
            lines.extend(strips[article].lines(0, width));
        } else {
            for part in wrap(&text, width - indent, Marks::NONE) {
                let mut line = std::mem::take(&mut label);
                line.push_blank(indent - line.width());
                line.push_text(&part);
                lines.push(line);
            }
            lines.extend(strips[article].lines(indent, width));
        }
    }
    lines
}

/// Adds the strips at the ends of the last lines if all have room there, spaced if they have
/// room for that too; else below each.
fn with_strips(mut table: Vec<Text>, strips: &[Strip], width: usize) -> Vec<Text> {
    let first = table.len() - strips.len();
    let start = table.iter().map(Text::width).max().unwrap_or(0) + GAP;
    for gap in [1, 0] {
        if strips.iter().all(|strip| start + strip.width(gap) <= width) {
            for (line, strip) in table[first..].iter_mut().zip(strips) {
                line.push_blank(start - line.width());
                strip.push_all(line, gap);
                line.trim_end();
            }
            return table;
        }
    }
    let mut lines: Vec<Text> = table.drain(..first).collect();
    for (line, strip) in table.into_iter().zip(strips) {
        lines.push(line);
        lines.extend(strip.lines(GAP, width));
    }
    lines
}

/// How many rows are not shown, if any.
pub(super) fn hidden(screen: &Screen<'_>) -> Vec<Text> {
    let hidden = screen.hidden_rows();
    if hidden == 0 {
        return Vec::new();
    }
    let all = counted(screen.plan.rows.len(), "row");
    let mut note = Text::new();
    note.push(&format!("{hidden} of {all} hidden"), Role::Note);
    wrap(&note, screen.grid.width(), Marks::NONE)
}

/// Keeps a number with what it counts, and `in` with the label after it.
fn held_together(said: &str) -> String {
    said.replacen(' ', "\u{a0}", 1).replace(" in ", " in\u{a0}")
}

/// A count and its noun.
fn counted(count: usize, noun: &str) -> String {
    figure(count, 0, noun).trim_end().to_owned()
}

/// A count of at least `digits` columns and its noun, as wide as the plural.
fn figure(count: usize, digits: usize, noun: &str) -> String {
    let ending = if count == 1 { ' ' } else { 's' };
    format!("{count:>digits$} {noun}{ending}")
}

fn push_padded(line: &mut Text, text: &str, role: Role, width: usize) {
    line.push(text, role);
    line.push_blank(width.saturating_sub(display_width(text)));
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn the_end_of_a_long_name_is_shown() {
        assert_eq!(shortened("wire/ferry.txt", 14), "wire/ferry.txt");
        assert_eq!(shortened("wire/ferry.txt", 10), "…ferry.txt");
        assert_eq!(shortened("wire/船船.txt", 8), "…船.txt");
        assert_eq!(shortened("wire/ferry.txt", 1), "…");
        assert_eq!(shortened("wire/ferry.txt", 0), "");
    }

    #[test]
    fn a_name_of_any_length_is_shortened_at_once() {
        assert_eq!(shortened(&"é".repeat(500_000), 3), "…éé");
    }
}
