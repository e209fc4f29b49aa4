//! The word edits inside one match.

mod boundaries;
mod calm;
mod capitals;
mod punctuation;
mod sequences;
mod shifts;
mod stretch;
mod telling;
mod word_diff;

use std::ops::Range;

use similar::DiffOp;

pub(crate) use sequences::compare;

use crate::fold::plain;
use crate::model::{Article, Edit, Op, Shift, Span};
use crate::quotes::is_mark;
use crate::split::is_dotted;
use crate::vocabulary::Tokens;
use capitals::told_apart;
use stretch::Stretch;
use telling::telling;
use word_diff::word_diff;

/// What differs between the two runs of a match: see [`Match`](crate::model::Match), whose fields
/// these are.
pub struct Edits {
    /// The word edits.
    pub words: Vec<Edit>,
    /// The words among them that both runs have.
    pub shifted: Vec<Shift>,
    /// The edits of punctuation between equal words.
    pub punctuation: Vec<Edit>,
}

/// One side of a match.
type Side<'s> = (&'s Article, &'s Tokens);

/// The edits that turn a run of the left article into a run of the right one, in reading
/// order. Words are told apart as a reader tells them: typography does not count, nor does case
/// where one of the runs is in capitals throughout or has those of a title, nor a capital that a word
/// at either end of a change has because it opens a sentence or a quotation, if the other one opens
/// no sentence.
///
/// The spans cover both runs. A changed stretch reaches from its first word to its last, and
/// over the punctuation around it that only one side has; the stop of "a.m." belongs to its word, and
/// white space to the equal stretches. What one side alone has stands beside another change where
/// it reads the same there. Small words that two longer changes have in common by accident are part
/// of the change.
///
/// With them come the words that the right run has elsewhere than the left one, in the order of the
/// left one, and what changed of the punctuation that changes the sense of words.
pub fn edits(
    left: Side<'_>,
    left_run: &Range<usize>,
    right: Side<'_>,
    right_run: &Range<usize>,
) -> Edits {
    let sides = [Words::of(left.0, left_run), Words::of(right.0, right_run)];
    let stretches = stretches(left, left_run, right, right_run);
    let edits = spans(&stretches, &sides);
    let shifts = shifts::shifted(&stretches, left, right).into_iter();
    let shifts = shifts.map(|[gone, new]| Shift {
        left: sides[0].within(&gone, &edits, |edit| edit.left),
        right: sides[1].within(&new, &edits, |edit| edit.right),
    });
    let mut shifted: Vec<Shift> = shifts.collect();
    shifted.sort_unstable_by_key(|shift| shift.left.start);
    Edits {
        punctuation: punctuation::changed(&edits, &stretches, &sides),
        words: edits,
        shifted,
    }
}

/// The stretches of words that two runs have in common, and those between, as a reader would tell them.
fn stretches(
    left: Side<'_>,
    left_run: &Range<usize>,
    right: Side<'_>,
    right_run: &Range<usize>,
) -> Vec<Stretch> {
    let [left_words, right_words] = [left.0.words_of(left_run), right.0.words_of(right_run)];
    let all_equal = || {
        vec![Stretch {
            equal: true,
            sides: [left_words.clone(), right_words.clone()],
        }]
    };
    if left.1.exact[left_words.clone()] == right.1.exact[right_words.clone()] {
        return all_equal();
    }
    let words = told_apart(left, left_run, right, right_run);
    if words[0] == words[1] {
        return all_equal();
    }
    let telling = |word: usize| telling(left.0, left_words.start + word);
    let ops = word_diff(&words[0], &words[1], telling);
    let from = |start: usize, range: Range<usize>| start + range.start..start + range.end;
    let stretches = ops.iter().map(|op| Stretch {
        equal: matches!(op, DiffOp::Equal { .. }),
        sides: [
            from(left_words.start, op.old_range()),
            from(right_words.start, op.new_range()),
        ],
    });
    let stretches = capitals::without_openings(stretches, left, right);
    calm::calmed(stretches.into_iter(), left, right)
}

/// The byte spans of stretches of words.
fn spans(stretches: &[Stretch], [left, right]: &[Words<'_>; 2]) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(stretches.len() + 1);
    let mut done = (left.bytes().start, right.bytes().start);
    for change in stretches.iter().filter(|stretch| !stretch.equal) {
        let [gone, new] = &change.sides;
        let (left_span, right_span) = changed(left, gone, right, new);
        push_equal(&mut edits, done, (left_span.start, right_span.start));
        let op = match (
            left_span.start < left_span.end,
            right_span.start < right_span.end,
        ) {
            (true, false) => Op::Delete,
            (false, _) => Op::Insert,
            (true, true) => Op::Replace,
        };
        edits.push(Edit {
            op,
            left: left_span,
            right: right_span,
        });
        done = (left_span.end, right_span.end);
    }
    push_equal(&mut edits, done, (left.bytes().end, right.bytes().end));
    edits
}

/// Records what lies between two changes, unless nothing does.
fn push_equal(edits: &mut Vec<Edit>, from: (u32, u32), to: (u32, u32)) {
    if from != to {
        let left = Span {
            start: from.0,
            end: to.0,
        };
        let right = Span {
            start: from.1,
            end: to.1,
        };
        edits.push(Edit {
            op: Op::Equal,
            left,
            right,
        });
    }
}

/// The bytes that a change of words takes on either side: the words, and the punctuation
/// around them that the other side does not have in the same place.
fn changed(
    left: &Words<'_>,
    gone: &Range<usize>,
    right: &Words<'_>,
    new: &Range<usize>,
) -> (Span, Span) {
    let (gone_around, new_around) = (left.around(gone), right.around(new));
    match (gone.is_empty(), new.is_empty()) {
        (false, true) => (left.inserted(gone, new_around.0), right.nothing_at(new)),
        (true, false) => (left.nothing_at(gone), right.inserted(new, gone_around.0)),
        _ => {
            let before = alike(gone_around.0, new_around.0);
            let after = alike(gone_around.1, new_around.1);
            (
                left.words_and(gone, !before, !after),
                right.words_and(new, !before, !after),
            )
        }
    }
}

/// Whether two stretches between words are the same to a reader: any quotation mark for any
/// other, with a blank inside it or none, any dash, any white space, wide signs or narrow ones.
fn alike(one: &str, other: &str) -> bool {
    let seen = |gap: &str| {
        let mut seen = String::with_capacity(gap.len());
        for c in gap.chars().filter_map(plain) {
            let c = match c {
                c if is_mark(c) => '"',
                '—' | '―' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            if c == '"' && seen.ends_with(' ') {
                seen.pop();
            }
            let is_inside = c == ' ' && seen.ends_with('"');
            if !(is_inside || matches!(c, ' ' | '-' | '"') && seen.ends_with(c)) {
                seen.push(c);
            }
        }
        seen
    };
    one == other || seen(one) == seen(other)
}

/// The words of a run and the bytes that it takes.
struct Words<'a> {
    article: &'a Article,
    run: &'a Range<usize>,
    words: Range<usize>,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article, run: &'a Range<usize>) -> Self {
        Words {
            article,
            run,
            words: article.words_of(run),
        }
    }

    fn bytes(&self) -> Span {
        self.article.bytes_of(self.run).into()
    }

    /// The sentence of the run that a word stands in.
    fn sentence(&self, word: usize) -> Span {
        let sentences = &self.article.sentences[self.run.clone()];
        let at = sentences.partition_point(|sentence| sentence.words.end as usize <= word);
        sentences[at].span
    }

    /// Where a word ends, with the full stop that closes an abbreviation such as "a.m.", unless that is
    /// of the next word or sentence.
    fn end(&self, word: usize) -> u32 {
        let end = self.article.words[word].end;
        let has_stop = self.article.text[end as usize..].starts_with('.');
        if !has_stop || !is_dotted(self.article.word_text(word)) {
            return end;
        }
        let next = self.article.words.get(word + 1).map(|next| next.start);
        let limit = self.sentence(word).end;
        (end + 1).min(next.unwrap_or(limit)).min(limit)
    }

    /// Where the stretch before word `word` of the run begins and ends.
    fn gap(&self, word: usize) -> Span {
        let words = &self.article.words;
        let start = if word > self.words.start {
            self.end(word - 1)
        } else {
            self.bytes().start
        };
        let end = if word < self.words.end {
            words[word].start
        } else {
            self.bytes().end
        };
        Span { start, end }
    }

    fn text(&self, span: Span) -> &'a str {
        &self.article.text[span.range()]
    }

    /// What stands between some words and their neighbours, before and after. Around no words
    /// that is the same stretch twice.
    fn around(&self, words: &Range<usize>) -> (&'a str, &'a str) {
        (
            self.text(self.gap(words.start)),
            self.text(self.gap(words.end)),
        )
    }

    /// The empty span where words are missing: before the word that follows, or behind the
    /// last one.
    fn nothing_at(&self, words: &Range<usize>) -> Span {
        let gap = self.gap(words.start);
        let at = if words.start < self.words.end {
            gap.end
        } else {
            gap.start
        };
        Span { start: at, end: at }
    }

    /// Words that the other side lacks, with the punctuation that went or came with them:
    /// that side has only `kept` there.
    fn inserted(&self, words: &Range<usize>, kept: &str) -> Span {
        let (before, after) = self.around(words);
        let (kept_before, kept_after) = (alike(before, kept), alike(after, kept));
        self.words_and(
            words,
            kept_after && !kept_before,
            kept_before && !kept_after,
        )
    }

    /// The bytes of words that are part of one of the edits: with the punctuation before and after
    /// them, as far as it is part of that edit too, no other word of it stands there, and it does
    /// not make a quotation of them.
    fn within(&self, words: &Range<usize>, edits: &[Edit], side: fn(&Edit) -> Span) -> Span {
        let (first, last) = (words.start, words.end - 1);
        let end = self.end(last);
        let edit = side(&edits[edits.partition_point(|edit| side(edit).end < end)]);
        let (before, after) = (self.gap(first), self.gap(last + 1));
        let has_marks = |gap: Span| self.text(gap).contains(is_mark);
        Span {
            start: match before.start > edit.start || has_marks(before) {
                true => before.end,
                false => edit.start,
            },
            end: match edit.end > after.end || has_marks(after) {
                true => after.start,
                false => edit.end,
            },
        }
    }

    /// Words with the punctuation of their own sentences before and after them, if it is asked
    /// for. White space at either end is left out.
    fn words_and(&self, words: &Range<usize>, before: bool, after: bool) -> Span {
        let (first, last) = (words.start, words.end - 1);
        let mut span = Span {
            start: self.article.words[first].start,
            end: self.end(last),
        };
        if before {
            span.start = self.gap(first).start.max(self.sentence(first).start);
        }
        if after {
            span.end = self.gap(last + 1).end.min(self.sentence(last).end);
        }
        let text = self.text(span);
        let start = span.start + (text.len() - text.trim_start().len()) as u32;
        Span {
            start,
            end: start + text.trim().len() as u32,
        }
    }
}

#[cfg(test)]
mod tests;
