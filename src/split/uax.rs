//! UAX #29 sentence boundaries by `unicode-segmentation`, asked one stop at a time.
//!
//! A boundary inside a line depends only on the characters around a full stop, so a small
//! window gives the same answer as the whole text. That keeps the time in proportion to
//! the number of stops; over whole texts the library's look-ahead is quadratic in the worst case.

use unicode_segmentation::UnicodeSegmentation;

/// How far a window reaches around a stop, in characters. A stop with more white space,
/// digits or closing marks than this around it is judged by what is in reach.
const REACH: usize = 64;

/// Whether UAX #29 breaks `text` at byte `at`, which follows the stop at byte `stop`.
pub(super) fn breaks(text: &str, stop: usize, at: usize) -> bool {
    let start = text[..stop]
        .char_indices()
        .rev()
        .take(2)
        .last()
        .map_or(stop, |(index, _)| index);
    let end = text[at..]
        .char_indices()
        .nth(REACH)
        .map_or(text.len(), |(index, _)| at + index);
    if at - start > 8 * REACH {
        return true;
    }
    text[start..end]
        .split_sentence_bound_indices()
        .any(|(index, _)| start + index == at)
}
