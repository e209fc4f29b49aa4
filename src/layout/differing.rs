//! Which stretches of a text differ from what it is set against, and how.

use std::ops::Range;

use super::text::Emphasis;
use crate::words::holds_word;

/// The stretches that are `changed`, without white space at their ends: with `emphasis`, but for
/// those that are `shifted`. Both lists hold bytes of `text`, in order and apart from each other; so
/// does the answer.
pub(crate) fn differing(
    text: &str,
    changed: &[Range<usize>],
    shifted: &[Range<usize>],
    emphasis: Emphasis,
) -> Vec<(Range<usize>, Emphasis)> {
    let mut differing = Vec::with_capacity(changed.len() + 2 * shifted.len());
    let mut push = |range: Range<usize>, emphasis| {
        let trimmed = trimmed(text, range);
        differing.extend(trimmed.map(|range| (range, emphasis)));
    };
    for range in changed {
        let mut at = range.start;
        let gaps = rest(range, shifted);
        let is_whole = gaps.len() == 1 && gaps[0] == *range;
        // A mark beside words that have shifted is no change to speak of.
        let tells = |gap: &Range<usize>| is_whole || holds_word(&text[gap.clone()]);
        for gap in gaps.into_iter().filter(tells) {
            push(at..gap.start, Emphasis::Shifted);
            push(gap.clone(), emphasis);
            at = gap.end;
        }
        push(at..range.end, Emphasis::Shifted);
    }
    differing
}

/// What of `whole` none of the ranges covers, which are in order and apart from each other.
pub(super) fn rest(whole: &Range<usize>, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut at = whole.start;
    let first = ranges.partition_point(|range| range.end <= whole.start);
    for range in &ranges[first..] {
        if range.start >= whole.end {
            break;
        }
        if range.start > at {
            gaps.push(at..range.start);
        }
        at = at.max(range.end);
    }
    if at < whole.end {
        gaps.push(at..whole.end);
    }
    gaps
}

/// A range without the white space at its ends, unless there is nothing else in it.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = text[range.clone()].trim_start();
    let start = range.end - inner.len();
    let end = start + inner.trim_end().len();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_elsewhere_is_told_from_what_is_gone() {
        let text = "Known, police said then.";
        let pieces = |shifted: Range<usize>| -> Vec<(&str, Emphasis)> {
            let differing = differing(text, &[0..5, 5..23], &[shifted], Emphasis::Gone);
            let differing = differing.into_iter();
            differing.map(|(range, how)| (&text[range], how)).collect()
        };
        let (gone, shifted) = (Emphasis::Gone, Emphasis::Shifted);
        assert_eq!(
            pieces(5..18),
            [("Known", gone), (", police said", shifted), ("then", gone)]
        );
        assert_eq!(pieces(5..23)[1..], [(", police said then", shifted)]);
        assert_eq!(pieces(7..18)[1], (", police said", shifted));
    }

    #[test]
    fn a_sign_that_is_gone_is_told_among_what_shifted() {
        let text = "It was 500 € last year.";
        let changed = [7..19, 19..24];
        let found = differing(text, &changed, &[7..10, 15..24], Emphasis::Gone);
        let (gone, shifted) = (Emphasis::Gone, Emphasis::Shifted);
        let places: Vec<_> = found
            .iter()
            .map(|(range, how)| (&text[range.clone()], *how))
            .collect();
        assert_eq!(
            places,
            [
                ("500", shifted),
                ("€", gone),
                ("last", shifted),
                ("year", shifted)
            ]
        );
    }
}
