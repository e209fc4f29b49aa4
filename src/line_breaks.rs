//! Where a line may break (UAX #14); in Thai, Lao, Khmer and Burmese, which are written without
//! spaces, between the words of a dictionary.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

/// The parts of `text` between which a line may break, in order; together they are the text. The
/// spaces behind a part belong to it. Behind a hyphen, soft ones included, a line does not break.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let breaks = SEGMENTER.segment_str(text);
    let parted = move |&end: &usize| {
        end > 0 && (end == text.len() || !text[..end].ends_with(['-', '\u{ad}']))
    };
    breaks.filter(parted).map(move |end| {
        let part = &text[start..end];
        start = end;
        part
    })
}

/// Whether `c` is of a script in which no space stands between words, so that a dictionary tells
/// them apart: Thai, Lao, Burmese, Khmer, Tai.
pub(crate) fn is_written_without_spaces(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{1950}'..='\u{19ff}'
        | '\u{1a20}'..='\u{1aaf}'
        | '\u{a9e0}'..='\u{a9ff}'
        | '\u{aa60}'..='\u{aadf}'
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
        assert_eq!(found(""), [""; 0]);
    }

    #[test]
    fn a_line_breaks_between_words_that_no_space_parts() {
        // "The ferry came to the harbour": Thai, Lao, Khmer, Burmese.
        for (text, words) in [
            ("เรือมาถึงท่าเรือ", 4),
            ("ເຮືອມາຮອດທ່າເຮືອ", 4),
            ("សាឡាងមកដល់កំពង់ផែ", 4),
            ("ကူးတို့သင်္ဘောဆိပ်ကမ်းသို့ရောက်လာသည်", 5),
        ] {
            let found = found(text);
            assert!(found.len().abs_diff(words) <= 2, "{found:?}");
            assert_eq!(found.concat(), text);
        }
    }
}
