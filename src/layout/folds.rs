//! Folds long stretches of rows without a change, so that the changes stand close together.

use crate::model::Run;

use super::cell::{self, Row};
use super::links::Links;
use super::member::{Member, Standing};
use super::notes::run_label;
use super::order::Plan;
use super::text::{Role, Sign, Text};

/// What the body of a screen is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A row that is shown.
    Row(Row),
    /// Rows that are not.
    Fold(Fold),
}

/// Neighbouring rows that are told of in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What all their sentences are: identical, or unique.
    pub sign: Sign,
    /// Their sentences, in the order of the columns and in reading order. Runs of one article
    /// do not touch.
    pub runs: Vec<Run>,
}

impl Item {
    /// How much text of articles it shows, in bytes.
    pub(super) fn text_bytes(&self) -> usize {
        match self {
            Item::Row(row) => {
                let entries = row.cells.iter().flat_map(|cell| &cell.entries);
                entries.map(|entry| entry.text.as_str().len()).sum()
            }
            Item::Fold(_) => 0,
        }
    }

    /// The article, of an item that is about sentences of one only.
    pub(super) fn single(&self) -> Option<usize> {
        match self {
            Item::Row(row) => match row.cells.as_slice() {
                [cell] => Some(cell.article),
                _ => None,
            },
            Item::Fold(fold) => {
                let mut articles = fold.by_article().map(|runs| runs[0].article);
                articles.next().filter(|_| articles.next().is_none())
            }
        }
    }
}

impl Fold {
    /// The runs of each article.
    pub(super) fn by_article(&self) -> impl Iterator<Item = &[Run]> {
        self.runs
            .chunk_by(|one, other| one.article == other.article)
    }

    /// What is told of some of its runs: as many sentences as one article has there.
    pub(super) fn told(&self, runs: &[Run]) -> Text {
        let by_article = runs.chunk_by(|one, other| one.article == other.article);
        let counts = by_article.map(|runs| runs.iter().map(|run| run.sentences.len()).sum());
        let count: usize = counts.max().unwrap_or(0);
        let kind = match self.sign {
            Sign::Identical => "identical",
            _ => "unique",
        };
        let noun = if count == 1 { "sentence" } else { "sentences" };
        let labels: Vec<String> = runs.iter().map(run_label).collect();
        let told = format!("⋯ {count} {kind} {noun} folded: {}", labels.join(", "));
        let mut text = Text::new();
        text.push(&told, Role::Fold);
        text
    }
}

/// What a row is to the folds. Rows of one stretch are alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It holds a change, and is never folded.
    Change,
    /// The same words in all articles.
    Identical,
    /// The same words in some of them: news to the others.
    Shared,
    /// A sentence that one article has alone.
    Unique(usize),
}

impl Sort {
    /// How many rows are worth a fold.
    fn worth_a_fold(self) -> usize {
        match self {
            Sort::Change => usize::MAX,
            Sort::Identical => 2,
            Sort::Shared | Sort::Unique(_) => LONG,
        }
    }
}

/// So many rows without a change that not all articles have are no insertion any more, which
/// a reader wants to see, but the matter of one of two reports.
const LONG: usize = 6;

/// A row that is shown, or rows that are folded.
pub(super) enum Piece {
    Row(usize),
    Fold(Vec<usize>),
}

/// Folds rows: of each stretch of one sort, `context` rows stay beside every neighbour.
pub(super) fn pieces(
    links: &Links<'_>,
    plan: &Plan,
    rows: Vec<usize>,
    context: usize,
) -> Vec<Piece> {
    let sorts: Vec<Sort> = rows.iter().map(|&row| sort(links, plan, row)).collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    for stretch in sorts.chunk_by(|one, other| one == other) {
        let end = start + stretch.len();
        let first = start.saturating_add(if start == 0 { 0 } else { context });
        let last = end.saturating_sub(if end == rows.len() { 0 } else { context });
        if last.saturating_sub(first) < stretch[0].worth_a_fold() {
            pieces.extend(rows[start..end].iter().copied().map(Piece::Row));
        } else {
            pieces.extend(rows[start..first].iter().copied().map(Piece::Row));
            pieces.push(Piece::Fold(rows[first..last].to_vec()));
            pieces.extend(rows[last..end].iter().copied().map(Piece::Row));
        }
        start = end;
    }
    pieces
}

/// What is told of folded rows.
pub(super) fn fold(links: &Links<'_>, plan: &Plan, rows: &[usize]) -> Fold {
    let mut fold = Fold {
        sign: Sign::Unique,
        runs: Vec::new(),
    };
    for (run, sign) in rows.iter().flat_map(|&row| cell::signs(links, plan, row)) {
        fold.sign = sign;
        // The sentences of an article come in order.
        let mut runs = fold.runs.iter_mut().rev();
        let last = runs.find(|before| before.article == run.article);
        match last.filter(|before| before.sentences.end == run.sentences.start) {
            Some(before) => before.sentences.end = run.sentences.end,
            None => fold.runs.push(run),
        }
    }
    let place = |run: &Run| (plan.columns.place(run.article), run.sentences.start);
    fold.runs.sort_by_key(place);
    fold
}

fn sort(links: &Links<'_>, plan: &Plan, row: usize) -> Sort {
    let members = Member::of_row(links, plan, row);
    if let [member] = members.as_slice()
        && let Standing::Own(Sign::Unique) = member.standing
    {
        return Sort::Unique(member.run.article);
    }
    // A ghost among them tells that something moved, and a mark that punctuation changed.
    let is_identical = |member: &Member<'_>| {
        member.standing == Standing::Own(Sign::Identical) && member.differing(links).is_empty()
    };
    match members.iter().all(is_identical) {
        true if members.len() == links.articles.len() => Sort::Identical,
        true => Sort::Shared,
        false => Sort::Change,
    }
}
