//! Finds the words of a sentence.

mod unspaced;

use std::mem;
use std::ops::{Range, RangeInclusive};

use unicode_segmentation::UnicodeSegmentation;

use crate::bytes::{position, stretches};
use crate::line_breaks::{has_dictionary, is_unspaced};
use crate::model::Span;

/// Appends the words of `text[span]` to `words`, in order, as byte spans of `text`.
///
/// A word is a segment of UAX #29 that holds a letter or a digit. So "don't", "3.5" and "U.S"
/// are one word each, and "well-known" is two: whoever drops the hyphen changes no word, and
/// whoever changes one half leaves the other. Thai, Lao, Khmer and Burmese, in which UAX #29 sees
/// letters alone, have the words between which a line may break.
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

/// The words that UAX #29 sees in the bytes `run` of a stretch that starts at byte `offset` of the
/// text.
fn unicode_words(stretch: &str, run: Range<usize>, offset: usize, words: &mut Vec<Span>) {
    let mut found = Found::new(stretch, run.start, offset, words);
    for (index, word) in stretch[run.clone()].unicode_word_indices() {
        let start = run.start + index;
        found.add(start..start + word.len());
    }
    found.end_at(run.end);
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
        self.add_signs(start, self.stretch[start..].starts_with(is_of_number));
        self.end = with_sign_behind(self.stretch, word);
        self.push(start..self.end);
    }

    /// Adds the signs up to byte `end` of the stretch, behind which no word is looked for.
    fn end_at(mut self, end: usize) {
        self.add_signs(end, false);
    }

    /// Adds the signs between the last word and byte `end`, where a number may begin, if they are words
    /// and nothing combines with them.
    fn add_signs(&mut self, end: usize, is_number: bool) {
        let between = &self.stretch[self.end..end];
        if !between.contains(|c| is_word(c) || matches!(c, '<' | '>')) {
            return;
        }
        // What stands directly before a number, or a blank before it, compares with it.
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

/// Whether a character can be the first of a number with its signs.
fn is_of_number(c: char) -> bool {
    c.is_numeric() || is_minus(c) || is_currency(c)
}

/// Whether a text holds a word: a letter, a digit, or a sign that is one.
pub(crate) fn holds_word(text: &str) -> bool {
    text.contains(|c: char| c.is_alphanumeric() || is_word(c))
}

/// Whether a sign is a word where it is no part of a number.
fn is_word(sign: char) -> bool {
    is_currency(sign) || matches!(sign, '%' | '‰' | '٪' | '％' | '±' | '≈' | '≤' | '≥')
}

/// Whether a grapheme is a single character of some sort: nothing combines with it.
fn is_one_of(grapheme: &str, sort: impl Fn(char) -> bool) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(sort) && chars.next().is_none()
}

/// Where the word at byte `start` of a text begins with the signs in front of it, if it is a number
/// that has any: a currency, and before that or alone a minus or plus where a number can begin.
fn with_sign(text: &str, start: usize) -> usize {
    if !text.as_bytes()[start].is_ascii_digit() {
        return start;
    }
    let currency = text[..start]
        .chars()
        .next_back()
        .filter(|&c| is_currency(c));
    let amount = start - currency.map_or(0, char::len_utf8);
    with_minus(text, amount).unwrap_or(amount)
}

/// Where the minus or plus in front of byte `start` of a text begins, if it stands where a number can.
fn with_minus(text: &str, start: usize) -> Option<usize> {
    let mut before = text[..start].chars().rev();
    let sign = before.next().filter(|&c| is_minus(c))?;
    let can_begin = |c: char| c.is_whitespace() || "([<>≤≥±≈\"'“„”‘«»".contains(c);
    (before.next().is_none_or(can_begin)).then(|| start - sign.len_utf8())
}

/// Where a word of a text ends with the signs behind it: pluses, or the minus of a rating. What goes on
/// behind a sign, or combines with it, makes it none; so does a plus in front of the word.
fn with_sign_behind(text: &str, word: Range<usize>) -> usize {
    let behind = &text[word.end..];
    if !behind.starts_with(|c| is_plus(c) || is_dash(c)) {
        return word.end;
    }
    let graphemes = behind.graphemes(true);
    let is_rated = is_rating(&text[word.clone()]);
    let signs: usize = if behind.starts_with(is_dash) {
        let minus = graphemes
            .take(1)
            .filter(|sign| is_rated && is_one_of(sign, is_dash));
        minus.map(str::len).sum()
    } else if text[..word.start].ends_with(is_plus) {
        0
    } else {
        let pluses = graphemes.take_while(|sign| is_one_of(sign, is_plus));
        pluses.map(str::len).sum()
    };
    let goes_on = |c: char| {
        (c.is_alphanumeric() && !is_unspaced(c)) || is_plus(c) || is_dash(c) || is_currency(c)
    };
    match behind[signs..].starts_with(goes_on) {
        true => word.end,
        false => word.end + signs,
    }
}

/// Whether a word is what agencies and schools rate with: "A", "BBB", "bbb", "brAA".
fn is_rating(word: &str) -> bool {
    let behind_nation = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let repeats = |rating: &str, letters: RangeInclusive<u8>| {
        let bytes = rating.as_bytes();
        bytes.len() <= 3 && letters.contains(&bytes[0]) && bytes.iter().all(|&b| b == bytes[0])
    };
    match behind_nation {
        "" => word.len() > 1 && repeats(word, b'a'..=b'd'),
        rating => word.len() - rating.len() <= 2 && repeats(rating, b'A'..=b'D'),
    }
}

/// A word without the signs in front of it and behind it, which may be nothing.
pub(crate) fn without_signs(word: &str) -> &str {
    word.trim_start_matches(|c| is_minus(c) || is_currency(c))
        .trim_end_matches(|c| is_plus(c) || is_dash(c))
}

/// Whether a character directly in front of a number tells which side of nothing it lies on, or that
/// it is none in particular.
fn is_minus(c: char) -> bool {
    is_plus(c) || is_dash(c) || c == '~'
}

fn is_plus(c: char) -> bool {
    matches!(c, '+' | '＋')
}

/// Whether a character is written for a minus.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '–' | '－')
}

fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '¢'..='¥' | '\u{58f}' | '\u{60b}' | '\u{9f2}' | '\u{9f3}' | '\u{af1}' | '\u{bf9}'
            | '\u{e3f}' | '\u{17db}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}' | '﹩' | '＄'
            | '￠' | '￡' | '￥' | '￦'
    )
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
        found.end_at(text.len());
    }
}

/// Whether a byte of ASCII is a sign that may count, told without a branch. Most sentences have none.
fn is_ascii_sign(byte: u8) -> bool {
    let is = |sign: u8| byte == sign;
    is(b'$') | is(b'%') | is(b'+') | is(b'-') | is(b'<') | is(b'>') | is(b'~')
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
    use super::{spans, without_signs};
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
            text in "([a-c1-2 _'.,:;’$%+A\\-\\u{301}\\u{200d}éΩ字カあ \u{a0}\"]|[ -~]){0,160}"
        ) {
            let bare = words(&text).into_iter().map(without_signs);
            let bare = bare.filter(|word| word.contains(char::is_alphanumeric));
            prop_assert_eq!(bare.collect::<Vec<_>>(), text.unicode_words().collect::<Vec<_>>());
        }
    }
}
