//! How many columns of a terminal text takes.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::breaks::letter;

/// Stacks the next Khmer letter below the one before it.
const COENG: char = '\u{17d2}';

/// How many columns `text` takes: the sum over its graphemes, as terminals count.
pub(crate) fn display_width(text: &str) -> usize {
    if is_plain(text.as_bytes()) {
        return text.len();
    }
    simple_width(text).unwrap_or_else(|| text.graphemes(true).map(grapheme_width).sum())
}

/// How many columns a text takes that is nothing but [`simple`] characters and spaces.
fn simple_width(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut columns) = (0, 0);
    while at < bytes.len() {
        at += match simple(bytes, at) {
            0 if bytes[at] == b' ' => 1,
            0 => return None,
            length => length,
        };
        columns += 1;
    }
    Some(columns)
}

/// The bytes of the character at `at` if it is one that usual text is made of, is shown as it is in
/// one column, and is a grapheme beside others of the kind; 0 for any other, and for white space.
pub(super) fn simple(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'!'..=b'~') => 1,
        // U+2010 to U+2027: dashes, quotation marks, the ellipsis.
        Some(0xE2) if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0xA7])) => 3,
        _ => letter(bytes, at),
    }
}

/// Whether each byte is a grapheme of one column.
pub(super) fn is_plain(text: &[u8]) -> bool {
    text.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// How many columns a grapheme takes.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    let spacing = grapheme.chars().filter(|&c| is_spacing(c)).count();
    // Terminals do not stack the letters of Khmer.
    let side_by_side = match grapheme.contains(COENG) {
        true => grapheme.chars().filter_map(UnicodeWidthChar::width).sum(),
        false => 0,
    };
    grapheme.width().max(side_by_side) + spacing
}

/// Whether a character that has no width for [`UnicodeWidthStr`] has a column of its own on
/// terminals: the soft hyphen, signs in front of numbers, and marks that extend a grapheme but
/// stand beside their letter (general category `Mc`), such as the Bengali and Tamil "aa".
///
/// These are the characters to which `wcwidth` of glibc 2.36 gives one column. A line is rather
/// left too short where a terminal joins them than made too long where it does not.
fn is_spacing(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{605}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
        | '\u{9be}' | '\u{9d7}'
        | '\u{b3e}' | '\u{b57}'
        | '\u{bbe}' | '\u{bd7}'
        | '\u{cc0}' | '\u{cc2}' | '\u{cc7}'..='\u{cc8}' | '\u{cca}'..='\u{ccb}' | '\u{cd5}'..='\u{cd6}'
        | '\u{d3e}' | '\u{d4e}' | '\u{d57}'
        | '\u{dcf}' | '\u{ddf}'
        | '\u{1715}' | '\u{1734}'
        | '\u{1b35}' | '\u{1b3b}' | '\u{1b3d}' | '\u{1b43}'..='\u{1b44}' | '\u{1baa}' | '\u{1bf2}'..='\u{1bf3}'
        | '\u{a8fa}' | '\u{a953}' | '\u{a9c0}'
        | '\u{111c0}' | '\u{111c2}'..='\u{111c3}' | '\u{11235}' | '\u{1133e}' | '\u{1134d}' | '\u{11357}'
        | '\u{114b0}' | '\u{114bd}' | '\u{115af}' | '\u{116b6}' | '\u{11930}' | '\u{1193d}'
        | '\u{1193f}' | '\u{11941}' | '\u{11a84}'..='\u{11a89}' | '\u{11d46}'
        | '\u{1d165}'..='\u{1d166}' | '\u{1d16d}'..='\u{1d172}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hidden::is_unsafe;

    #[test]
    fn width_counts_columns_not_characters() {
        assert_eq!(display_width("plain"), 5);
        assert_eq!(display_width("船は港"), 6);
        assert_eq!(display_width("e\u{301}"), 1);
        assert_eq!(display_width("👩\u{200d}🚀"), 2);
    }

    #[test]
    fn a_mark_beside_its_letter_has_a_column() {
        for (text, columns) in [("का", 2), ("কা", 2), ("நா", 2), ("co\u{ad}op", 5)] {
            assert_eq!(display_width(text), columns, "{text}");
        }
        assert_eq!(display_width("কু"), 1, "this one stands below");
        assert_eq!(display_width("ភ្នំពេញ"), 5, "letters that a font would stack");
        let flag = "🏳\u{fe0f}\u{200d}\u{17d2}";
        assert_eq!(
            display_width(flag),
            2,
            "wide by a selector, found by fuzzing"
        );
    }

    #[test]
    fn a_simple_character_is_shown_as_it_is_in_one_column() {
        let is_simple = |c: &char| simple(c.to_string().as_bytes(), 0) == c.len_utf8();
        let mut all = String::new();
        for c in ('\0'..=char::MAX).filter(is_simple) {
            assert!(
                !is_unsafe(c) && !c.is_whitespace(),
                "U+{:04X}",
                u32::from(c)
            );
            assert_eq!(grapheme_width(&c.to_string()), 1, "U+{:04X}", u32::from(c));
            all.push(c);
        }
        assert!(all.contains("’") && all.contains("é") && all.contains("д"));
        assert_eq!(all.graphemes(true).count(), all.chars().count());
    }

    #[test]
    fn what_is_spacing_has_no_width_otherwise() {
        for c in ('\0'..=char::MAX).filter(|&c| is_spacing(c)) {
            assert_eq!(c.to_string().width(), 0, "U+{:04X}", u32::from(c));
        }
    }
}
