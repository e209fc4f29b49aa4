//! The words of Thai, Lao, Khmer and Burmese, which are written without spaces: those between
//! which a line may break (UAX #14 with a dictionary).

use super::signs::is_currency;
use super::unicode_words;
use crate::line_breaks::{has_dictionary, parts};
use crate::model::Span;

/// The words of a stretch without blanks that starts at byte `offset` of the text.
pub(super) fn words(stretch: &str, offset: usize, words: &mut Vec<Span>) {
    let mut start = 0;
    for run in runs(stretch) {
        let end = start + run.len();
        if run.starts_with(is_of_word) {
            unspaced_words(run, offset + start, words);
        } else {
            unicode_words(stretch, start..end, offset, words);
        }
        start = end;
    }
}

/// Whether `c` stands in such a word. A digit does not, nor does the sign of a currency: they are
/// parts of a number as any other.
fn is_of_word(c: char) -> bool {
    has_dictionary(c) && !c.is_numeric() && !is_currency(c)
}

/// The longest runs of characters that do, or do not, stand in such words.
fn runs(stretch: &str) -> impl Iterator<Item = &str> {
    let mut rest = stretch;
    std::iter::from_fn(move || {
        let unspaced = is_of_word(rest.chars().next()?);
        let end = rest.find(|c| is_of_word(c) != unspaced);
        let (run, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        Some(run)
    })
}

fn unspaced_words(run: &str, offset: usize, words: &mut Vec<Span>) {
    let mut start = offset;
    for part in parts(run) {
        if part.contains(char::is_alphanumeric) {
            words.push(Span::from(start..start + part.len()));
        }
        start += part.len();
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Span;

    fn words(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        crate::words::spans(text, Span::from(0..text.len()), &mut words);
        words.iter().map(|word| &text[word.range()]).collect()
    }

    #[test]
    fn thai_has_words_and_no_letters() {
        // "The ferry came to the harbour."
        assert_eq!(words("เรือมาถึงท่าเรือ"), ["เรือ", "มา", "ถึง", "ท่าเรือ"]);
    }

    #[test]
    fn other_words_and_numbers_stand_beside_them() {
        assert_eq!(
            words("«เรือ»ferry2ลำ, €5ท่าเรือ"),
            ["เรือ", "ferry2", "ลำ", "€5", "ท่าเรือ"]
        );
        assert_eq!(
            words("ฯลฯ ๓.๕ เมื่อปี๒๕๖๖และ"),
            ["ฯลฯ", "๓.๕", "เมื่อ", "ปี", "๒๕๖๖", "และ"]
        );
        assert_eq!(words("-2 ปี-2 ปี(-2)"), ["-2", "ปี", "2", "ปี", "-2"]);
    }
}
