//! Finds the words of a sentence.

mod signs;
mod unspaced;

use std::mem;
use std::ops::{Range, RangeInclusive};

use unicode_segmentation::UnicodeSegmentation;

use crate::bytes::{position, stretches};
use crate::line_breaks::has_dictionary;
use crate::model::Span;
pub(crate) use signs::{holds_word, without_signs};
use signs::{is_ascii_sign, is_of_number, is_one_of, is_word, with_sign, with_sign_behind};

/// Appends the words of `text[span]` to `words`, in order, as byte spans of `text`.
///
/// A word is a segment of UAX #29 that holds a letter or a digit. So "don't", "3.5" and "U.S"
/// are one word each, and "well-known" is two: whoever drops the hyphen changes no word, and
/// whoever changes one half leaves the other. White space is in no word but of Mongolian. Thai, Lao,
/// Khmer and Burmese, in which UAX #29 sees letters alone, have the words between which a line may
/// break.
///
/// Signs that say as much as a word count as well. That of a currency, a minus, a plus or a tilde
/// directly in front of a number is a part of it: "$5" is not "€5". Elsewhere the sign of a currency is
/// a word, and so are those of percent and per mille, and what says that a number is greater or less:
/// "20 €" is not "20 £", nor "5 %" "5", nor "p < 5" "p > 5". A plus behind a word is a part of it, and a
/// minus behind a rating: "AA+", "AA-".
pub fn spans(text: &str, span: Span, words: &mut Vec<Span>) {
    let range = span.range();
    let start = range.start;
    let text = &text[range];
    // A blank is a boundary on both sides, whatever stands beside it, so that each stretch
    // between blanks stands alone.
    let bytes = text.as_bytes();
    let mut rest = 0;
    while let Some(other) = position(&bytes[rest..], |byte| !byte.is_ascii()) {
        let other = rest + other;
        let is_blank = |&byte: &u8| byte == b' ';
        let blank = bytes[rest..other].iter().rposition(is_blank);
        let first = blank.map_or(rest, |blank| rest + blank + 1);
        let behind = bytes[other..].iter().position(is_blank);
        let end = behind.map_or(text.len(), |behind| other + behind);
        ascii_words(&text[rest..first], start + rest, words);
        let stretch = &text[first..end];
        if stretch.contains(has_dictionary) {
            unspaced::words(stretch, start + first, words);
        } else {
            unicode_words(stretch, 0..stretch.len(), start + first, words);
        }
        rest = end;
    }
    ascii_words(&text[rest..], start + rest, words);
}

/// To UAX #29 a narrow no-break space is a part of the word beside it, for the endings of Mongolian. French
/// sets it before its tall signs and inside its numbers, where others have a blank.
const NARROW_SPACE: char = '\u{202f}';
/// The letters of the Mongolian script.
const MONGOLIAN: RangeInclusive<char> = '\u{1820}'..='\u{18aa}';

/// The words that UAX #29 sees in the bytes `run` of a stretch that starts at byte `offset` of the
/// text.
fn unicode_words(stretch: &str, run: Range<usize>, offset: usize, words: &mut Vec<Span>) {
    let mut found = Found::new(stretch, run.start, offset, words);
    let mut start = run.start;
    let is_mongolian = stretch.contains(|c| MONGOLIAN.contains(&c));
    for part in stretch[run.clone()].split(|c| c == NARROW_SPACE && !is_mongolian) {
        for (index, word) in part.unicode_word_indices() {
            let first = start + index;
            found.add(first..first + word.len());
        }
        start += part.len() + NARROW_SPACE.len_utf8();
    }
    found.add_signs(run.end);
}

/// The words of a stretch of text as they are found, with the signs that count.
struct Found<'t> {
    stretch: &'t str,
    /// The first byte of the stretch in the text.
    offset: usize,
    /// Where the last word ended.
    end: usize,
    words: &'t mut Vec<Span>,
}

impl<'t> Found<'t> {
    /// Nothing yet, before byte `start` of the stretch.
    fn new(stretch: &'t str, start: usize, offset: usize, words: &'t mut Vec<Span>) -> Self {
        Found {
            stretch,
            offset,
            end: start,
            words,
        }
    }

    /// Adds the next word, and the signs before it.
    fn add(&mut self, word: Range<usize>) {
        let start = with_sign(self.stretch, word.start);
        self.add_signs(start);
        self.end = with_sign_behind(self.stretch, word);
        self.push(start..self.end);
    }

    /// Adds the signs between the last word and byte `end` of the stretch, if they are words and nothing
    /// combines with them.
    fn add_signs(&mut self, end: usize) {
        let between = &self.stretch[self.end..end];
        if !between.contains(|c| is_word(c) || matches!(c, '<' | '>')) {
            return;
        }
        // What stands directly before a number, or a blank before it, compares with it.
        let is_number = self.stretch[end..].starts_with(is_of_number);
        let before_number = if is_number { between.trim_end() } else { "" };
        let compared = before_number.trim_end_matches(['<', '>', '=']).len()..before_number.len();
        let first = self.end;
        for (at, sign) in between.grapheme_indices(true) {
            let compares = compared.contains(&at) && matches!(sign, "<" | ">");
            if compares || is_one_of(sign, is_word) {
                self.push(first + at..first + at + sign.len());
            }
        }
    }

    fn push(&mut self, word: Range<usize>) {
        let span = self.offset + word.start..self.offset + word.end;
        self.words.push(Span::from(span));
    }
}

/// The words of an ASCII stretch that starts at byte `offset` of the text: what UAX #29 says of
/// ASCII, and much faster.
fn ascii_words(text: &str, offset: usize, words: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut found = Found::new(text, 0, offset, words);
    let has_signs = position(bytes, is_ascii_sign).is_some();
    let mut give = |word: Range<usize>| {
        // Nothing but an underscore is inside a word and is no letter or digit.
        let mut of_word = bytes[word.clone()].iter();
        if of_word.all(|&byte| byte == b'_') {
            return;
        }
        match has_signs {
            true => found.add(word),
            false => found.push(word),
        }
    };
    let mut word = 0..0;
    // The underscore of ASCII is as good as a letter.
    let inside = |byte: u8| byte.is_ascii_alphanumeric() | (byte == b'_');
    stretches(bytes, inside, |next| {
        let middle = bytes[word.end];
        let goes_on = middle != b' '
            && word.end > 0
            && next.start == word.end + 1
            && joins(bytes[word.end - 1], middle, bytes[next.start]);
        if goes_on {
            word.end = next.end;
        } else {
            give(mem::replace(&mut word, next));
        }
    });
    give(word);
    if has_signs {
        found.add_signs(text.len());
    }
}

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
    use super::{NARROW_SPACE, spans, without_signs};
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
            words("It's 3.5 – don’t (well-known) __ _a ..."),
            ["It's", "3.5", "don’t", "well", "known", "_a"]
        );
        assert_eq!(
            words("1,000;5 a,b U.S. x:y desk@example.com"),
            ["1,000;5", "a", "b", "U.S", "x:y", "desk", "example.com"]
        );
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn a_sign_is_a_part_of_its_number() {
        assert_eq!(
            words("$5 US$5 (-5) +3 3-1 2010-11 -a -$5 A-5 A-$5 $a 5$"),
            [
                "$5", "US", "$5", "-5", "+3", "3", "1", "2010", "11", "a", "-$5", "A", "5", "A",
                "$5", "$", "a", "5", "$"
            ]
        );
        assert_eq!(
            words("€5 \u{2212}5 um €6,50\u{a0}-7 é-5 £-5"),
            ["€5", "\u{2212}5", "um", "€6,50", "-7", "é", "5", "£", "5"]
        );
        assert_eq!(words("~7 a~7 “-5” –5–7"), ["~7", "a", "7", "-5", "–5", "7"]);
    }

    #[test]
    fn a_sign_apart_is_a_word_of_its_own() {
        assert_eq!(
            words("20 € (5 %), 3% €/kWh 7 ‰."),
            ["20", "€", "5", "%", "3", "%", "€", "kWh", "7", "‰"]
        );
        assert_eq!(words("% - & § #1 %\u{301}"), ["%", "1"]);
        assert_eq!(
            words("p<0.05 >=18 ≤ 5 ±8 <-5"),
            ["p", "<", "0.05", ">", "18", "≤", "5", "±", "8", "<", "-5"]
        );
        assert_eq!(
            words("> quoted <b>5</b> a > b"),
            ["quoted", "b", ">", "5", "b", "a", "b"]
        );
        assert_eq!(
            words("500 ฿ ฿500 ¥5 ￥5"),
            ["500", "฿", "฿500", "¥5", "￥5"]
        );
    }

    #[test]
    fn a_sign_behind_a_word_is_a_part_of_it() {
        assert_eq!(
            words("AA+, BBB- A-level 18+ C++ a+b UN- und A-"),
            [
                "AA+", "BBB-", "A", "level", "18+", "C++", "a", "b", "UN", "und", "A-"
            ]
        );
        assert_eq!(
            words("AA–, bbb- bb b- brAA-(mex) xxxAA-"),
            ["AA–", "bbb-", "bb", "b", "brAA-", "mex", "xxxAA"]
        );
        assert_eq!(
            words("从AA+级 +++Eil+++ **18+** 18＋"),
            ["从", "AA+", "级", "Eil", "18+", "18＋"]
        );
        // A sign that goes on with marks is none.
        assert_eq!(words("é+ 5+$6 a+\u{301}"), ["é+", "5", "$6", "a"]);
    }

    #[test]
    fn white_space_is_in_no_word_but_of_mongolian() {
        assert_eq!(words("ᠮᠣᠩᠭᠣᠯ\u{202f}ᠤᠨ ᠤᠯᠤᠰ").len(), 2);
        const TEXT: &str = "dit : « Oui ! » à 12 000 pour 5 %, n° 3, -7 €";
        let usual = words(TEXT);
        let all = '\0'..=char::MAX;
        for space in all.filter(|c| c.is_whitespace()) {
            let text = TEXT.replace(' ', &space.to_string());
            let found: Vec<String> = words(&text).into_iter().map(str::to_owned).collect();
            assert_eq!(found, usual, "U+{:04X}", u32::from(space));
        }
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
            text in "([a-c1-2 _'.,:;’$%+A\\-\\u{301}\\u{200d}éΩ字カあ \u{a0}\u{202f}\"]|[ -~]){0,160}"
        ) {
            let uax_29 = text.split(NARROW_SPACE).flat_map(|part| part.unicode_words());
            let bare = words(&text).into_iter().map(without_signs);
            let bare = bare.filter(|word| word.contains(char::is_alphanumeric));
            prop_assert_eq!(bare.collect::<Vec<_>>(), uax_29.collect::<Vec<_>>());
        }
    }
}
