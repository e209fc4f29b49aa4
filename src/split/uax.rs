//! UAX #29 sentence boundaries by `unicode-segmentation`, asked one stop at a time.
//!
//! A boundary inside a line depends only on the characters around a full stop, so a small
//! window gives the same answer as the whole text. That keeps the time in proportion to
//! the number of stops; over whole texts the library's look-ahead is quadratic in the worst case.

use unicode_segmentation::UnicodeSegmentation;

/// How far a window reaches around a stop, in characters. A stop with more white space,
/// digits or closing marks than this around it is judged by what is in reach.
const REACH: usize = 64;

/// The same before a stop: enough for the letter there and what is combined with it.
const BEFORE: usize = 16;

/// Whether UAX #29 breaks `text` at byte `at`, which follows the stop at byte `stop`.
pub(super) fn breaks(text: &str, stop: usize, at: usize) -> bool {
    let start = text[..stop]
        .char_indices()
        .rev()
        .take(BEFORE)
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

#[cfg(test)]
mod tests {
    use super::breaks;
    use crate::model::Lang;
    use crate::split::stop;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    proptest! {
        /// Every boundary of UAX #29 inside a line belongs to a stop, and the window around the
        /// stop gives the same answer as the whole text.
        #[test]
        fn a_window_is_as_good_as_the_whole_text(
            text in "[ab AB1.!?,;…\"'“”’()\\-\u{a0}\u{ad}\u{301}éЖжあ。」！ا؟।]{0,60}"
        ) {
            let bounds: Vec<_> = text.split_sentence_bound_indices().map(|(at, _)| at).collect();
            let mut unexplained = bounds.clone();
            let mut from = 0;
            while let Some(stop) = stop::find(&text, from, Lang::English) {
                from = stop.end;
                let whole = stop.next == text.len() || bounds.contains(&stop.next);
                prop_assert_eq!(breaks(&text, stop.start, stop.next), whole && stop.next < text.len());
                // UAX #29 takes a quotation mark after a stop for a closing one, whatever it is.
                let marks = |at: usize| !text[stop.start..at].contains(char::is_alphanumeric);
                unexplained.retain(|&at| at <= stop.start || !marks(at));
            }
            prop_assert!(unexplained.iter().all(|&at| at == 0), "{:?}", unexplained);
        }
    }
}
