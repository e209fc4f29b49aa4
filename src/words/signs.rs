//! The signs that say as much as a word: which they are, and where a number or a word begins and ends
//! with those that are a part of it.

use std::ops::{Range, RangeInclusive};

use unicode_segmentation::UnicodeSegmentation;

use crate::line_breaks::is_unspaced;

/// Whether a character can be the first of a number with its signs.
pub(super) fn is_of_number(c: char) -> bool {
    c.is_numeric() || is_minus(c) || is_currency(c)
}

/// Whether a text holds a word: a letter, a digit, or a sign that is one.
pub(crate) fn holds_word(text: &str) -> bool {
    text.contains(|c: char| c.is_alphanumeric() || is_word(c))
}

/// Whether a sign is a word where it is no part of a number.
pub(super) fn is_word(sign: char) -> bool {
    is_currency(sign) || matches!(sign, '%' | '‰' | '٪' | '％' | '±' | '≈' | '≤' | '≥')
}

/// Whether a grapheme is a single character of some sort: nothing combines with it.
pub(super) fn is_one_of(grapheme: &str, sort: impl Fn(char) -> bool) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(sort) && chars.next().is_none()
}

/// Where the word at byte `start` of a text begins with the signs in front of it, if it is a number
/// that has any: a currency, and before that or alone a minus or plus where a number can begin.
pub(super) fn with_sign(text: &str, start: usize) -> usize {
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
pub(super) fn with_sign_behind(text: &str, word: Range<usize>) -> usize {
    let behind = &text[word.end..];
    if !behind.starts_with(|c| is_plus(c) || is_dash(c)) {
        return word.end;
    }
    let (sign, most): (fn(char) -> bool, usize) = if behind.starts_with(is_dash) {
        (is_dash, usize::from(is_rating(&text[word.clone()])))
    } else if text[..word.start].ends_with(is_plus) {
        (is_plus, 0)
    } else {
        (is_plus, usize::MAX)
    };
    let alone = behind
        .graphemes(true)
        .take_while(|one| is_one_of(one, sign));
    let signs: usize = alone.take(most).map(str::len).sum();
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

pub(super) fn is_currency(c: char) -> bool {
    matches!(
        c,
        '$' | '¢'..='¥' | '\u{58f}' | '\u{60b}' | '\u{9f2}' | '\u{9f3}' | '\u{af1}' | '\u{bf9}'
            | '\u{e3f}' | '\u{17db}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}' | '﹩' | '＄'
            | '￠' | '￡' | '￥' | '￦'
    )
}

/// Whether a byte of ASCII is a sign that may count, told without a branch. Most sentences have none.
pub(super) fn is_ascii_sign(byte: u8) -> bool {
    let is = |sign: u8| byte == sign;
    is(b'$') | is(b'%') | is(b'+') | is(b'-') | is(b'<') | is(b'>') | is(b'~')
}
