//! What stands before a full stop: the token, and what its shape tells.

/// Tokens are looked at no further back than this, in bytes.
const LONGEST: usize = 48;

/// The token that ends at byte `end` of `text`, and not before byte `from`: back to white
/// space, an opening mark or a dash. At most [`LONGEST`] bytes.
pub(super) fn before(text: &str, from: usize, end: usize) -> &str {
    let mut start = end;
    for (index, c) in text[from..end].char_indices().rev() {
        if ends_token(c) || end - start > LONGEST {
            break;
        }
        start = from + index;
    }
    &text[start..end]
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
                | '―'
        )
}

/// The token with the single letters that stand before it, as in "z. B" or "U. A. E",
/// written together: "z.B", "U.A.E". `None` where there are none.
pub(super) fn spaced_letters(
    text: &str,
    from: usize,
    token_start: usize,
    token: &str,
) -> Option<String> {
    let mut start = token_start;
    let mut letters = Vec::new();
    while letters.len() < 4 {
        let earlier = text[from..start].trim_end();
        if earlier.len() + from == start && !letters.is_empty() {
            break;
        }
        let Some(body) = earlier.strip_suffix('.') else {
            break;
        };
        let part = before(text, from, from + body.len());
        if !is_single_letter(part) {
            break;
        }
        letters.push(part);
        start = from + body.len() - part.len();
    }
    if letters.is_empty() {
        return None;
    }
    letters.reverse();
    letters.push(token);
    Some(letters.join("."))
}

/// Whether `token` is one letter.
pub(super) fn is_single_letter(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether `token` is letters with full stops between them, one or two at a time: "U.S", "Ph.D".
pub(super) fn is_dotted(token: &str) -> bool {
    token.contains('.')
        && token.split('.').all(|part| {
            let letters = part.chars().filter(|c| c.is_alphabetic()).count();
            (1..=2).contains(&letters) && letters == part.chars().count()
        })
}

/// Whether `token` is digits, with points, commas and the like between them.
pub(super) fn is_number(token: &str) -> bool {
    token.starts_with(|c: char| c.is_numeric())
        && token
            .chars()
            .all(|c| c.is_numeric() || matches!(c, '.' | ',' | ':' | '-' | '–' | '/'))
}

/// Whether `token` is a Roman numeral in capitals.
pub(super) fn is_roman(token: &str) -> bool {
    !token.is_empty() && token.len() <= 8 && token.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// Whether `token` has the look of an abbreviation that no table lists: two to four
/// letters, not all capitals, and no vowel.
pub(super) fn is_consonants(token: &str) -> bool {
    let count = token.chars().count();
    (2..=4).contains(&count)
        && token.is_ascii()
        && token.bytes().all(|byte| byte.is_ascii_alphabetic())
        && token.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && !token.bytes().any(|byte| b"aeiouyAEIOUY".contains(&byte))
}
