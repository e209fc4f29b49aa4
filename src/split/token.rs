//! What stands before a full stop: the token, and what its shape tells.

use crate::bounded::tail;

/// How far back a letter or a digit makes a token not the first, in bytes.
const REACH: usize = 400;
/// Tokens are looked at no further back than this, in bytes.
const LONGEST: usize = 48;

/// The token before a full stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Its text.
    pub word: &'a str,
    /// Its first byte in the block.
    pub start: usize,
    /// The token before it, with its full stop; empty where there is none in the sentence.
    pub earlier: &'a str,
    /// Whether it is the first of its sentence that holds a letter or a digit.
    pub is_first: bool,
    /// Whether it stands where a unit does: after a number or "sq.", or as [`Token::is_fraction`].
    pub is_unit: bool,
    /// Whether it is a small one behind a stroke, as in "km/h".
    pub is_fraction: bool,
}

impl<'a> Token<'a> {
    /// The token of `text` that ends at byte `end`, white space aside, and not before byte `from`.
    pub fn before(text: &'a str, from: usize, end: usize) -> Self {
        let word = before(text, from, end);
        let start = from + text[from..end].trim_end().len() - word.len();
        let earlier = before(text, from, start);
        let is_fraction = text[from..start].ends_with('/') && word.starts_with(char::is_lowercase);
        Token {
            word,
            start,
            earlier,
            is_first: !tail(&text[from..start], REACH).contains(char::is_alphanumeric),
            is_unit: is_fraction
                || matches!(earlier, "sq." | "cu." | "кв." | "куб.")
                || is_sum(earlier) && !earlier.ends_with(['.', ',']),
            is_fraction,
        }
    }
}

/// The token that ends at byte `end` of `text`, white space aside, and not before byte `from`:
/// back to white space, an opening mark, a dash or Chinese or Japanese text, which has no blanks.
/// At most [`LONGEST`] bytes.
pub(super) fn before(text: &str, from: usize, end: usize) -> &str {
    let text = text[from..end].trim_end();
    let mut start = text.len();
    for (index, c) in text.char_indices().rev() {
        if ends_token(c) || text.len() - index > LONGEST {
            break;
        }
        start = index;
    }
    &text[start..]
}

fn ends_token(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | '['
                | '{'
                | '"'
                | '“'
                | '„'
                | '”'
                | '«'
                | '»'
                | '‘'
                | '‚'
                | '`'
                | '—'
                | '–'
                | '/'
                | '·'
                | '―'
                | '\u{3000}'..='\u{9fff}'
                | '\u{ff00}'..='\u{ff0f}'
        )
}

/// A short token with the single letters that stand before it, as in "z. B" or "v. Chr",
/// written together: "z.B", "v.Chr". `None` where there are none.
pub(super) fn spaced_letters(text: &str, from: usize, token: &Token<'_>) -> Option<String> {
    let short = token.word.len() <= 4 || is_single_letter(token.word);
    if !short || !text[from..token.start].trim_end().ends_with('.') {
        return None;
    }
    let mut letters = vec![token.word];
    let mut start = token.start;
    while letters.len() < 5 {
        let Some(body) = text[from..start].trim_end().strip_suffix('.') else {
            break;
        };
        let part = before(body, 0, body.len());
        // A blank between a letter and its full stop is no abbreviation.
        if !is_single_letter(part) || !body.ends_with(part) {
            break;
        }
        letters.push(part);
        start = from + body.len() - part.len();
    }
    letters.reverse();
    (letters.len() > 1).then(|| letters.join("."))
}

/// Whether `token` is one letter.
pub(super) fn is_single_letter(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// `token` without an article that has lost its end: "L'A.S" is "A.S".
pub(super) fn without_article(token: &str) -> &str {
    /// "dell", the longest.
    const LONGEST_ARTICLE: usize = 4;
    match token.split_once(['\'', '’']) {
        Some((article, rest)) if article.len() <= LONGEST_ARTICLE && !rest.is_empty() => rest,
        _ => token,
    }
}

/// Whether `token` is letters with full stops between them, one or two at a time: "U.S", "Ph.D", "J.-P".
pub(crate) fn is_dotted(token: &str) -> bool {
    token.contains('.')
        && token.split('.').all(|part| {
            let part = part.strip_prefix('-').unwrap_or(part);
            let letters = part.chars().filter(|c| c.is_alphabetic()).count();
            (1..=2).contains(&letters) && letters == part.chars().count()
        })
}

/// Whether `token` is the initials of a name with a hyphen, which a surname follows: "J.-M".
pub(super) fn is_double_initial(token: &str) -> bool {
    let halves = token.split_once(".-");
    halves.is_some_and(|(one, other)| is_single_letter(one) && is_single_letter(other))
}

/// Whether all letters of `token` are capitals.
pub(super) fn is_upper(token: &str) -> bool {
    !token.contains(char::is_lowercase)
}

/// Whether `token` is digits, with points, commas and the like between them.
pub(super) fn is_number(token: &str) -> bool {
    token.starts_with(|c: char| c.is_numeric())
        && token
            .chars()
            .all(|c| c.is_numeric() || matches!(c, '.' | ',' | ':' | '-' | '–' | '/'))
}

/// Whether `token` is a number, a currency sign before it aside.
fn is_sum(token: &str) -> bool {
    is_number(token.trim_start_matches(['$', '€', '£', '¥', '₹']))
}

/// Whether there is nothing but ASCII digits in `token`.
pub(super) fn is_digits(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `token` has the look of a unit behind a number: "kg", "m", "F". Other capitals are initials
/// and points of the compass: "220 S. State St."
pub(super) fn is_unit(token: &str) -> bool {
    let is_degree = matches!(token, "C" | "F" | "K");
    let is_small = token.starts_with(char::is_lowercase);
    is_degree || is_small && (is_single_letter(token) || is_consonants(token))
}

/// Whether `token` counts what follows: "12", "2010", "XIX", "80-е".
pub(super) fn is_count(token: &str) -> bool {
    let decade = || {
        let (number, ending) = token.split_once('-')?;
        Some(is_number(number) && ending.chars().count() <= 2)
    };
    token.ends_with(char::is_numeric) || is_roman(token) || decade() == Some(true)
}

/// Whether `token` is a Roman numeral in capitals.
pub(super) fn is_roman(token: &str) -> bool {
    !token.is_empty() && token.len() <= 8 && token.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// Whether `token` has the look of an abbreviation that no table lists: two to four
/// letters, not all capitals, and no vowel.
pub(super) fn is_consonants(token: &str) -> bool {
    let bytes = token.as_bytes();
    (2..=4).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && bytes[1..].iter().all(u8::is_ascii_lowercase)
        && !bytes.iter().any(|byte| b"aeiouyAEIOUY".contains(byte))
}

/// Whether an "r" or "l" inside `token`, which has no vowel, can stand for one, as in the Czech "trh"
/// and "vlk".
pub(super) fn has_syllabic(token: &str) -> bool {
    let mut inner = token.bytes().skip(1).rev().skip(1);
    inner.any(|byte| matches!(byte, b'r' | b'l'))
}
