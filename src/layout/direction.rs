//! Which articles have letters that are written from right to left: on a terminal that orders them
//! so (UAX #9), what stands on both sides of a blank or a line changes places.

use crate::model::Article;

/// Has no shape and no width; what stands behind it is written from left to right, and what stands
/// before it stays there.
pub(super) const LEFT_TO_RIGHT_MARK: &str = "\u{200e}";

/// Whether one of these articles holds a letter that is written from right to left.
pub(super) fn is_mixed(articles: &[Article]) -> bool {
    let mut texts = articles.iter().map(|article| &article.text);
    texts.any(|text| {
        !text.is_ascii() && may_be_mixed(text.as_bytes()) && text.contains(is_right_to_left)
    })
}

/// Whether there are bytes with which such a letter starts. No branch is taken for a byte, so that
/// a processor looks at many of them at a time.
fn may_be_mixed(bytes: &[u8]) -> bool {
    let starts = |lead: u8, next: u8| {
        (0xD6..=0xDF).contains(&lead)
            | (lead == 0xE0) & (next <= 0xA3)
            | (lead == 0xEF) & (0xAC..=0xBB).contains(&next)
            | (lead == 0xF0) & ((next == 0x90) | (next == 0x9E))
    };
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |any, (&lead, &next)| any | starts(lead, next))
}

/// The blocks whose letters are written from right to left (`DerivedBidiClass.txt` of Unicode).
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::split::article;

    fn text(text: String) -> Article {
        article(String::new(), text, Some(Lang::English))
    }

    #[test]
    fn every_letter_that_is_written_from_right_to_left_is_seen() {
        for c in ('\0'..=char::MAX).filter(|&c| is_right_to_left(c)) {
            assert!(is_mixed(&[text(c.into())]), "U+{:04X}", u32::from(c));
        }
        let other = "“It’s” – 字 😀 é क";
        assert!(!may_be_mixed(other.as_bytes()));
        assert!(!is_mixed(&[text(format!("{other} Ա"))]));
    }
}
