//! Finds the words of a sentence.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;

/// Appends the words of `text[span]` to `words`, in order, as byte spans of `text`.
///
/// A word is a segment of UAX #29 that holds a letter or a digit. So "don't", "3.5" and "U.S"
/// are one word each, and "well-known" is two: whoever drops the hyphen changes no word, and
/// whoever changes one half leaves the other.
pub fn spans(text: &str, span: Span, words: &mut Vec<Span>) {
    let range = span.range();
    let mut start = range.start;
    let text = &text[range];
    if text.is_ascii() {
        return ascii_words(text.as_bytes(), start, words);
    }
    // A blank is a boundary on both sides, whatever stands beside it, so that each stretch
    // between blanks stands alone.
    for stretch in text.split(' ') {
        if stretch.is_ascii() {
            ascii_words(stretch.as_bytes(), start, words);
        } else {
            for (index, word) in stretch.unicode_word_indices() {
                let start = start + index;
                words.push(Span::from(start..start + word.len()));
            }
        }
        start += stretch.len() + 1;
    }
}

/// The words of an ASCII stretch that starts at byte `offset` of the text: what UAX #29 says of
/// ASCII, and much faster.
fn ascii_words(bytes: &[u8], offset: usize, words: &mut Vec<Span>) {
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at = ascii_word_end(bytes, start);
        if at == start {
            at += 1;
        } else if bytes[start..at].iter().any(u8::is_ascii_alphanumeric) {
            words.push(Span::from(offset + start..offset + at));
        }
    }
}

/// The end of the segment of letters, digits and underscores that starts at `start`; `start`
/// itself where there is none.
fn ascii_word_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = bytes[at..].iter();
        at += rest
            .take_while(|&&byte| IN_WORDS[usize::from(byte)])
            .count();
        let joined = at > start
            && matches!(bytes.get(at..at + 2), Some(&[middle, next]) if joins(bytes[at - 1], middle, next));
        if !joined {
            return at;
        }
        at += 1;
    }
}

/// For each byte, whether it is a letter, a digit or the underscore of ASCII.
static IN_WORDS: [bool; 256] = {
    let mut found = [false; 256];
    let mut byte = 0u8;
    while byte < 128 {
        found[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    found
};

/// Whether `middle` joins two letters (WB6, WB7) or two digits (WB11, WB12).
fn joins(before: u8, middle: u8, after: u8) -> bool {
    match middle {
        b'\'' | b'.' => {
            before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
                || before.is_ascii_digit() && after.is_ascii_digit()
        }
        b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::spans;
    use crate::model::Span;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn words(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        spans(text, Span::from(0..text.len()), &mut words);
        words.iter().map(|word| &text[word.range()]).collect()
    }

    #[test]
    fn a_word_holds_a_letter_or_a_digit() {
        assert_eq!(
            words("It's 3.5 % – don’t (well-known) __ _a ..."),
            ["It's", "3.5", "don’t", "well", "known", "_a"]
        );
        assert_eq!(
            words("1,000;5 a,b U.S. x:y desk@example.com"),
            ["1,000;5", "a", "b", "U.S", "x:y", "desk", "example.com"]
        );
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn spans_are_of_the_whole_text() {
        let text = "ä one two three";
        let mut words = vec![Span::from(0..2)];
        spans(text, Span::from(3..10), &mut words);
        let found: Vec<_> = words.iter().map(|word| &text[word.range()]).collect();
        assert_eq!(found, ["ä", "one", "two"]);
    }

    proptest! {
        #[test]
        fn the_words_are_those_of_uax_29(
            text in "([a-c1-2 _'.,:;’\\-\\u{301}\\u{200d}éΩ字カあ \u{a0}\"]|[ -~]){0,40}"
        ) {
            prop_assert_eq!(words(&text), text.unicode_words().collect::<Vec<_>>());
        }
    }
}
