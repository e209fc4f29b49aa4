//! What follows a stop: the first word after it, behind opening marks.

/// What the text after a stop starts with, opening marks aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// A small letter.
    Lower,
    /// A capital, or a sign that stands for one, such as `@` or `§`.
    Upper,
    /// A digit, also behind a currency sign.
    Digit,
    /// A letter of a script without capitals.
    Letter,
    /// A bullet.
    Bullet,
    /// Anything else.
    Other,
}

/// The word after a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// What it starts with.
    pub first: First,
    /// The word, up to a character that is no letter, digit, apostrophe or hyphen; at most
    /// [`LONGEST`] bytes of it.
    pub word: &'a str,
    /// The text after the word.
    pub rest: &'a str,
    /// Whether a dash stands before it.
    pub dash: bool,
    /// Whether an opening bracket stands before it.
    pub bracket: bool,
    /// Whether an opening quotation mark stands before it.
    pub quote: bool,
}

/// Words are looked at no further than this, in bytes.
const LONGEST: usize = 48;

/// The word at the start of `text`, which starts with no white space.
pub(super) fn next(text: &str) -> Next<'_> {
    let (mut dash, mut bracket, mut quote) = (false, false, false);
    let mut money = false;
    let mut rest = text;
    for _ in 0..8 {
        let Some(c) = rest.chars().next() else { break };
        match c {
            '-' | '–' | '—' | '―' | '−' => dash = true,
            '(' | '[' | '{' | '（' | '［' => bracket = true,
            '"' | '\'' | '“' | '„' | '‚' | '‘' | '«' | '‹' | '»' | '›' | '`' | '”' | '’' | '「'
            | '『' | '《' | '¿' | '¡' => quote |= !matches!(c, '¿' | '¡'),
            '$' | '€' | '£' | '¥' | '₹' | '~' | '≈' | '+' => money = true,
            // What Markdown emphasises begins.
            '*' | '_' if is_emphasis(rest) => {}
            _ if c.is_whitespace() => {}
            _ => break,
        }
        rest = &rest[c.len_utf8()..];
    }
    let word = word(rest);
    let first = if quote && is_clitic(word, rest) {
        First::Upper
    } else {
        first(rest, money)
    };
    Next {
        first,
        word,
        rest: &rest[word.len()..],
        dash,
        bracket,
        quote,
    }
}

/// Whether the stars or underscores at the start of a text stand directly before something else.
fn is_emphasis(text: &str) -> bool {
    let behind = text.trim_start_matches(['*', '_']).chars().next();
    behind.is_some_and(|c| !c.is_whitespace())
}

/// The word at the start of `text`; empty where there is none.
pub(super) fn word(text: &str) -> &str {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let end = text
        .char_indices()
        .find(|&(index, c)| index >= LONGEST || !inner(c))
        .map_or(text.len(), |(index, _)| index);
    text[..end].trim_end_matches(['\'', '’', '-'])
}

/// Whether a sentence starts with what is left of a word, as in Dutch: "'s Avonds".
fn is_clitic(word: &str, rest: &str) -> bool {
    let after = rest[word.len()..].strip_prefix(' ');
    word.len() == 1 && after.is_some_and(|after| after.starts_with(char::is_uppercase))
}

fn first(rest: &str, money: bool) -> First {
    let mut chars = rest.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => First::Lower,
        Some(c) if c.is_uppercase() => First::Upper,
        Some(c) if c.is_numeric() => First::Digit,
        Some(c) if c.is_alphabetic() => {
            if money {
                First::Other
            } else {
                First::Letter
            }
        }
        Some('@' | '#') if chars.next().is_some_and(char::is_alphanumeric) => First::Upper,
        Some('§') => First::Upper,
        Some(c) if is_bullet(c) => First::Bullet,
        _ => First::Other,
    }
}

/// Whether a character stands in front of the items of a list.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '▪'
            | '●'
            | '■'
            | '◆'
            | '·'
            | '*'
            | '→'
            | '►'
            | '✓'
            | '✔'
            | '➤'
            | '➜'
    )
}

/// Whether a word begins with a capital letter.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
