//! What stands in a row: sentences with their numbers and signs, set against each other.

use std::ops::Range;

use crate::model::{Kind, Run, label};

use super::Only;
use super::links::Links;
use super::member::{Member, Standing};
use super::notes::notes;
use super::order::Plan;
use super::safe::SafeText;
use super::text::{Emphasis, Look, Role, SentenceId, Sign, Text};

/// Cells that stand side by side, in the order of the columns; an article without a cell has
/// nothing to show there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One an article at most.
    pub cells: Vec<Cell>,
}

/// What one article shows in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of the article.
    pub article: usize,
    /// Its sentences there, one under another; several where a sentence was split or merged.
    pub entries: Vec<Entry>,
}

/// A sentence in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one it is.
    pub id: SentenceId,
    /// Whether it stands there as itself.
    pub standing: Standing,
    /// Whether it starts a paragraph.
    pub starts_paragraph: bool,
    /// Its words, safe for a terminal, white space folded.
    pub text: Text,
    /// What the view says about it, such as `stands beside A3, edited`.
    pub notes: Vec<String>,
}

impl Entry {
    /// Its number, such as `A1`.
    pub fn label(&self) -> String {
        let mut label = label(self.id.article);
        push_number(&mut label, self.id.sentence + 1);
        label
    }

    /// The sign in the gutter: its kind, or an arrow towards its own place.
    pub fn symbol(&self) -> char {
        match self.standing {
            Standing::Own(sign) => sign.symbol(),
            Standing::Above => '↑',
            Standing::Below => '↓',
        }
    }

    /// The look of its number and sign.
    pub(super) fn label_look(&self) -> Look {
        let role = match self.standing {
            Standing::Own(sign) => Role::Label(sign),
            Standing::Above | Standing::Below => Role::GhostLabel,
        };
        Look {
            role,
            emphasis: None,
            sentence: Some(self.id),
        }
    }
}

/// Adds the digits of a number. There is one for each sentence shown, and formatting takes five times
/// as many instructions.
fn push_number(out: &mut String, number: usize) {
    if number > 9 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// The cells of a row.
pub(super) fn row(links: &Links<'_>, plan: &Plan, row: usize) -> Row {
    let members = Member::of_row(links, plan, row);
    let cells = members.iter().map(|member| {
        let run = &member.run;
        let differing = member.differing(links);
        let entries = run.sentences.clone().map(|sentence| {
            let mut entry = entry(links, member, sentence, &differing);
            if let Standing::Own(_) = member.standing {
                entry.notes = notes(links, plan, member, row, sentence);
            }
            entry
        });
        Cell {
            article: run.article,
            entries: entries.collect(),
        }
    });
    Row {
        cells: cells.collect(),
    }
}

/// The article of a row that holds sentences of one only.
pub(super) fn single(links: &Links<'_>, plan: &Plan, row: usize) -> Option<usize> {
    match Member::of_row(links, plan, row).as_slice() {
        [member] => Some(member.run.article),
        _ => None,
    }
}

/// The kinds of the sentences that a row shows.
pub(super) fn kinds(links: &Links<'_>, plan: &Plan, row: usize) -> Only {
    let members = Member::of_row(links, plan, row);
    members.iter().fold(Only::NONE, |all, member| {
        let moved = match member.standing {
            Standing::Own(sign) if sign != Sign::Moved => Only::NONE,
            _ => Only::MOVED,
        };
        let sentences = member.run.sentences.clone();
        let kept = sentences.map(|sentence| kinds_of(links, member.run.article, sentence));
        kept.fold(all.and(moved), Only::and)
    })
}

/// The runs that stand in a row as themselves, and their signs.
pub(super) fn signs(
    links: &Links<'_>,
    plan: &Plan,
    row: usize,
) -> impl Iterator<Item = (Run, Sign)> {
    let members = Member::of_row(links, plan, row).into_iter();
    members.filter_map(Member::own_sign)
}

/// The kinds of a sentence, wherever it stands.
fn kinds_of(links: &Links<'_>, article: usize, sentence: usize) -> Only {
    let shared = |sentence| {
        let matches = links.matches_of(article, sentence);
        matches.fold(Only::NONE, |all, id| {
            all.and(match links.alignment.matches[id].kind {
                Kind::Identical => Only::IDENTICAL,
                Kind::Edited => Only::EDITED,
                Kind::Rewritten => Only::REWRITTEN,
            })
        })
    };
    let repeated = links.repeated_by(article, sentence);
    match shared(repeated.unwrap_or(sentence)) {
        Only::NONE => Only::UNIQUE,
        kinds => kinds,
    }
}

/// A sentence of a member, without notes.
fn entry(
    links: &Links<'_>,
    member: &Member<'_>,
    sentence: usize,
    differing: &[(Range<usize>, Emphasis)],
) -> Entry {
    let article = &links.articles[member.run.article];
    let span = article.sentences[sentence].span.range();
    let id = SentenceId {
        article: member.run.article,
        sentence,
    };
    let look = Look {
        role: match member.standing {
            Standing::Own(sign) => Role::Sentence(sign),
            Standing::Above | Standing::Below => Role::Ghost,
        },
        emphasis: None,
        sentence: Some(id),
    };
    let first = differing.partition_point(|(range, _)| range.end <= span.start);
    let behind = differing.partition_point(|(range, _)| range.start < span.end);
    Entry {
        id,
        standing: member.standing,
        starts_paragraph: article.starts_paragraph(sentence),
        text: safe_text(&article.text, span, look, &differing[first..behind]),
        notes: Vec::new(),
    }
}

/// The bytes `span` of a text, safe for a terminal, each stretch of white space as one space. Those
/// that are `differing`, which are in order, get their emphasis.
pub(crate) fn safe_text(
    text: &str,
    span: Range<usize>,
    look: Look,
    differing: &[(Range<usize>, Emphasis)],
) -> Text {
    let mut safe = SafeText::with_room(span.len(), 2 * differing.len() + 1);
    let mut at = span.start;
    for (range, emphasis) in differing {
        let start = range.start.clamp(at, span.end);
        let end = range.end.clamp(start, span.end);
        safe.push(&text[at..start], look);
        let emphasis = Some(*emphasis);
        safe.push(&text[start..end], Look { emphasis, ..look });
        at = end;
    }
    safe.push(&text[at..span.end], look);
    safe.into_text()
}
