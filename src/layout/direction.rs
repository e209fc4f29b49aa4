//! Which articles have letters that are written from right to left: on a terminal that orders them
//! so (UAX #9), what stands on both sides of a blank or a line changes places.

use crate::model::Article;

/// Has no shape and no width; what stands behind it is written from left to right, and what stands
/// before it stays there.
pub(super) const LEFT_TO_RIGHT_MARK: &str = "\u{200e}";

/// Whether one of these articles holds a letter that is written from right to left.
pub(super) fn is_mixed(articles: &[Article]) -> bool {
    let mut texts = articles.iter().map(|article| &article.text);
    texts.any(|text| !text.is_ascii() && text.contains(is_right_to_left))
}

/// The blocks whose letters are written from right to left (`DerivedBidiClass.txt` of Unicode).
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}
