//! Where a line may break (UAX #14); in Thai, Lao, Khmer and Burmese, which are written without
//! spaces, between the words of a dictionary.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

/// The parts of `text` between which a line may break, in order; together they are the text. The
/// spaces behind a part belong to it. Behind a hyphen, soft ones included, a line does not break, nor
/// inside a range of numbers ("7–8").
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let breaks = SEGMENTER.segment_str(text);
    let is_held = |before: &str, after: &str| {
        before.ends_with(['-', '\u{ad}'])
            || before.ends_with('–') && after.starts_with(|c: char| c.is_ascii_digit())
    };
    let parted = move |&end: &usize| {
        let (before, after) = text.split_at(end);
        end > 0 && (after.is_empty() || !is_held(before, after))
    };
    breaks.filter(parted).map(move |end| {
        let part = &text[start..end];
        start = end;
        part
    })
}

/// Whether `c` is of a script whose words a dictionary tells apart: Thai, Lao, Burmese, Khmer.
pub(crate) fn has_dictionary(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{a9e0}'..='\u{a9ff}'
        | '\u{aa60}'..='\u{aa7f}'
    )
}

/// Whether `c` is of a script that is written without spaces: one that [`has_dictionary`], kana or
/// Chinese.
pub(crate) fn is_unspaced(c: char) -> bool {
    has_dictionary(c)
        || matches!(c,
            '\u{3041}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        parts(text).collect()
    }

    #[test]
    fn a_line_breaks_behind_spaces_and_dashes_and_not_behind_hyphens() {
        assert_eq!(
            found("a well-known  a—b"),
            ["a ", "well-known  ", "a", "—", "b"]
        );
        assert_eq!(found("a-"), ["a-"]);
        assert_eq!(found("co\u{ad}op"), ["co\u{ad}op"]);
        assert_eq!(found("A7–8, a–b"), ["A7–8, ", "a–", "b"]);
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn a_line_breaks_between_words_that_no_space_parts() {
        // "The ferry came to the harbour."
        assert_eq!(found("เรือมาถึงท่าเรือ"), ["เรือ", "มา", "ถึง", "ท่าเรือ"]);
        assert_eq!(found("ເຮືອມາຮອດທ່າເຮືອ"), ["ເຮືອ", "ມາຮອດ", "ທ່າເຮືອ"]);
        assert_eq!(found("សាឡាងមកដល់កំពង់ផែ"), ["សាឡាង", "មកដល់", "កំពង់ផែ"]);
        assert_eq!(found("သင်္ဘောသည်ရောက်လာသည်"), ["သင်္ဘော", "သည်", "ရောက်လာ", "သည်"]);
    }
}
