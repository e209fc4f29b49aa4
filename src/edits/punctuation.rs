//! Punctuation that changes the sense of words which stay: a question, an exclamation, a quotation.

use std::ops::Range;

use super::Words;
use super::stretch::Stretch;
use crate::bytes::position;
use crate::fold::plain;
use crate::model::{Edit, Op, Span};
use crate::quotes::is_mark;

/// What of it one side alone has beside the words of equal stretches, in reading order. `edits` are
/// those of the stretches.
pub(super) fn changed(edits: &[Edit], stretches: &[Stretch], sides: &[Words<'_>; 2]) -> Vec<Edit> {
    let [one, other] = sides;
    let may_differ = |edit: &Edit| {
        let (left, right) = (one.text(edit.left), other.text(edit.right));
        edit.op == Op::Equal && left != right && (may_tell(left) || may_tell(right))
    };
    if !edits.iter().any(may_differ) {
        return Vec::new();
    }
    let equal = stretches.iter().filter(|stretch| stretch.equal);
    let gaps = equal.flat_map(|stretch| gaps(stretch, sides));
    gaps.filter_map(|gaps| change(gaps, sides)).collect()
}

/// What stands before, between and behind the words of an equal stretch, on both sides. Beside a change
/// it belongs to that.
fn gaps<'s>(
    stretch: &Stretch,
    sides: &'s [Words<'_>; 2],
) -> impl Iterator<Item = [Span; 2]> + use<'s> {
    let [left, right] = stretch.sides.clone();
    let [one, other] = sides;
    let opens = left.start == one.words.start && right.start == other.words.start;
    let closes = left.end == one.words.end && right.end == other.words.end;
    let first = usize::from(!opens);
    let end = left.len().min(right.len()) + usize::from(closes);
    (first..end).map(move |at| [one.gap(left.start + at), other.gap(right.start + at)])
}

/// How a stretch without words changed, if that changes the sense of the words beside it.
fn change([left, right]: [Span; 2], [one, other]: &[Words<'_>; 2]) -> Option<Edit> {
    let (left_text, right_text) = (one.text(left), other.text(right));
    if left_text == right_text || signs(left_text).eq(signs(right_text)) {
        return None;
    }
    let [gone, new] = differing(left_text, right_text);
    let op = match (gone.is_empty(), new.is_empty()) {
        (false, true) => Op::Delete,
        (true, _) => Op::Insert,
        (false, false) => Op::Replace,
    };
    let span = |gap: Span, part: Range<usize>| Span {
        start: gap.start + part.start as u32,
        end: gap.start + part.end as u32,
    };
    Some(Edit {
        op,
        left: span(left, gone),
        right: span(right, new),
    })
}

/// Whether a text may hold a sign that changes the sense of words. Most have none.
fn may_tell(text: &str) -> bool {
    let is_sign = |byte| (byte == b'?') | (byte == b'!') | (byte == b'"') | (byte == b'\'');
    position(text.as_bytes(), |byte| {
        is_sign(byte) | (byte == b'`') | (byte >= 0x80)
    })
    .is_some()
}

/// The signs of a stretch between words that change their sense. Several quotation marks in a row are
/// one: a quotation within a quotation, or two of one speaker that became one.
fn signs(gap: &str) -> impl Iterator<Item = char> + '_ {
    let mut last = None;
    gap.chars()
        .filter_map(sign)
        .filter(move |&sign| last.replace(sign) != Some(sign))
}

/// What a character says about the words beside it, the same for any quotation mark.
fn sign(c: char) -> Option<char> {
    match plain(c)? {
        c if is_mark(c) => Some('"'),
        '?' | '؟' => Some('?'),
        '!' => Some('!'),
        _ => None,
    }
}

/// The parts in which two stretches differ, without white space at their ends.
fn differing(left: &str, right: &str) -> [Range<usize>; 2] {
    let alike = |(one, other): &(char, char)| {
        one == other || sign(*one).is_some() && sign(*one) == sign(*other)
    };
    let common = |left: &mut dyn Iterator<Item = char>, right: &mut dyn Iterator<Item = char>| {
        let pairs = left.zip(right).take_while(alike);
        pairs.fold((0, 0), |(left, right), (one, other)| {
            (left + one.len_utf8(), right + other.len_utf8())
        })
    };
    let before = common(&mut left.chars(), &mut right.chars());
    let (left_rest, right_rest) = (&left[before.0..], &right[before.1..]);
    let behind = common(&mut left_rest.chars().rev(), &mut right_rest.chars().rev());
    [(left, before.0, behind.0), (right, before.1, behind.1)].map(|(text, before, behind)| {
        let rest = text[before..text.len() - behind].trim_end();
        let start = before + (rest.len() - rest.trim_start().len());
        start..before + rest.len()
    })
}
