//! Stops inside brackets or single quotation marks that the sentence goes on after.

use super::place::Place;
use super::stop::is_stray_quote;
use crate::bounded::head;

/// How far brackets and single quotation marks are followed, in bytes.
const REACH: usize = 400;

/// Whether the stop stands in brackets that opened inside the sentence and are closed
/// later, or in the marks of a title.
pub(super) fn in_brackets(place: &Place<'_>) -> bool {
    const OPENING: [char; 5] = ['(', '[', '（', '【', '《'];
    const CLOSING: [char; 5] = [')', ']', '）', '】', '》'];
    let before = place.so_far(REACH);
    let plain = !before
        .bytes()
        .any(|byte| byte == b'(' || byte == b'[' || byte >= 0x80);
    if plain {
        return false;
    }
    let Some(open) = before.rfind(OPENING) else {
        return false;
    };
    let closed = before[open..].contains(CLOSING) || place.stop.bracketed;
    let leads =
        !before[..open].contains(char::is_alphanumeric) && !before[open..].starts_with('《');
    if closed || (leads && before.len() < REACH) {
        return false;
    }
    let after = head(&place.text[place.stop.end..], REACH);
    let next = after.find(|c| OPENING.contains(&c) || CLOSING.contains(&c));
    next.is_some_and(|at| after[at..].starts_with(CLOSING))
}

/// Whether the stop stands between single straight quotation marks of which the first one may be no
/// more than a stray one: a blank or a small letter follows it, or it is a grave accent. Before a capital
/// it opens a quotation, whose sentences are told apart as those of any other.
pub(super) fn in_single_quotes(place: &Place<'_>) -> bool {
    let before = place.so_far(REACH).as_bytes();
    if !before.contains(&b'\'') && !before.contains(&b'`') {
        return false;
    }
    let opening = (0..before.len())
        .rev()
        .find(|&at| before[at] == b'`' || is_stray_quote(before, at));
    let may_open = opening.is_some_and(|at| {
        let left = at.checked_sub(1).map(|left| before[left]);
        let first = before.get(at + 1).copied().unwrap_or(b' ');
        matches!(left, None | Some(b' ' | b'(' | b'"'))
            && match first {
                b' ' => !closes_pair(before, at),
                b'\'' => false,
                _ => before[at] == b'`' || first.is_ascii_lowercase(),
            }
    });
    if !may_open || place.stop.quoted {
        return false;
    }
    let after = &place.text.as_bytes()[place.stop.start..];
    let after = &after[..after.len().min(240)];
    let closing = (1..after.len()).find(|&at| is_stray_quote(after, at));
    closing.is_some_and(|at| {
        let right = after.get(at + 1);
        let closes = !right.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'\'');
        let attached = b".,!?".contains(&after[at - 1]);
        let spaced = after[at - 1] == b' ' && at > 1 && b".!?".contains(&after[at - 2]);
        closes && (attached || spaced)
    })
}

/// Whether the mark at `at` is the second of a pair of single quotation marks.
fn closes_pair(text: &[u8], at: usize) -> bool {
    (0..at).filter(|&at| is_stray_quote(text, at)).count() % 2 == 1
}
