//! Stops: the full stops, question marks and the like after which a sentence may end, with
//! the closing marks that belong to them.

use super::block_text::is_of_gap;
use super::next::is_bullet;
use crate::bytes::position;
use crate::model::Lang;

/// What kind of marks a stop is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// One full stop; it may also belong to an abbreviation, a number or an address.
    Period,
    /// Several full stops, or `…`.
    Ellipsis,
    /// A question or exclamation mark, or several.
    Strong,
    /// A stop of a script without capitals, such as `。` `।` `؟`.
    Wide,
}

/// A stop. All places are byte offsets into the text of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The first mark.
    pub start: usize,
    /// The end of the closing marks: the end of the sentence, if it ends here.
    pub end: usize,
    /// What follows after white space.
    pub next: usize,
    /// The kind of the marks.
    pub mark: Mark,
    /// Whether a closing quotation mark belongs to it.
    pub quoted: bool,
    /// Whether a closing bracket belongs to it.
    pub bracketed: bool,
}

impl Stop {
    /// Whether a mark stands behind a closing one: it belongs to nothing in front of that, as in "(...)."
    /// and "(Harrow Inc.).".
    pub(super) fn is_behind_closer(&self, text: &str) -> bool {
        (self.quoted || self.bracketed) && text[..self.end].ends_with(['.', '!', '?'])
    }
}

/// How far quotation marks are counted, in bytes.
const REACH: usize = 400;

/// The first stop of `text` at or after byte `from`.
pub(super) fn find(text: &str, from: usize, lang: Lang) -> Option<Stop> {
    let (start, mark, length) = first_mark(text, from)?;
    let mut stop = Stop {
        start,
        end: start + length,
        next: start + length,
        mark,
        quoted: false,
        bracketed: false,
    };
    while take_mark(text, &mut stop)
        || take_closer(text, &mut stop, lang)
        || take_smiley(text, &mut stop)
    {}
    Some(stop)
}

/// Whether a text ends with a stop and what belongs to it, as sentences do and headlines do not.
pub(crate) fn ends_with_stop(text: &str) -> bool {
    let text = text.trim_end_matches(is_of_gap);
    if text.ends_with(['.', '!', '?']) {
        return true;
    }
    let last = text.rfind(|c| mark(c).is_some());
    let stop = last.and_then(|last| find(text, last, Lang::default()));
    stop.is_some_and(|stop| stop.end == text.len())
}

/// The first character from byte `from` on that is a stop, its kind and its length in bytes.
fn first_mark(text: &str, from: usize) -> Option<(usize, Mark, usize)> {
    let bytes = text.as_bytes();
    // Usual text needs no more than this.
    let ascii = |byte| (byte == b'.') | (byte == b'!') | (byte == b'?') | (byte == b'-');
    let mut at = from + position(&bytes[from..], |byte| ascii(byte) | (byte >= LEAST_LEAD))?;
    while at < bytes.len() {
        let byte = bytes[at];
        if LEADS[usize::from(byte)] {
            let c = text[at..].chars().next()?;
            if let Some(mark) = mark(c) {
                return Some((at, mark, c.len_utf8()));
            }
            if let Some(length) = breaks_off(&text[at..]) {
                return Some((at, Mark::Ellipsis, length));
            }
            at += c.len_utf8();
        } else {
            at += 1;
        }
    }
    None
}

/// The length of a dash with which a quotation breaks off at the start of `text`, and a sentence or
/// another quotation begins behind it: `"I never—" The judge cut him off.`
fn breaks_off(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('—').or_else(|| text.strip_prefix("--"))?;
    let next = behind.strip_prefix(['"', '”'])?.strip_prefix(' ')?;
    let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '“');
    next.starts_with(opens).then(|| text.len() - behind.len())
}

/// The least byte with which a stop starts that is not of ASCII.
const LEAST_LEAD: u8 = 0xD6;

/// The bytes with which the stops of [`mark`] and the dashes of [`breaks_off`] start.
static LEADS: [bool; 256] = {
    let mut leads = [false; 256];
    let bytes = [
        b'.', b'!', b'?', b'-', LEAST_LEAD, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA,
        0xEF, 0xF0,
    ];
    let mut index = 0;
    while index < bytes.len() {
        leads[bytes[index] as usize] = true;
        index += 1;
    }
    leads
};

/// The kind of stop that `c` is. These are the characters of UAX #29's `ATerm` and `STerm`,
/// and `…`, which is none there.
fn mark(c: char) -> Option<Mark> {
    match c {
        '.' | '\u{2024}' => Some(Mark::Period),
        '…' => Some(Mark::Ellipsis),
        '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '\u{2E2E}' => Some(Mark::Strong),
        _ if c < '\u{589}' => None,
        _ => is_wide_stop(c).then_some(Mark::Wide),
    }
}

fn is_wide_stop(c: char) -> bool {
    WIDE.binary_search_by(|&(first, last)| {
        if last < c {
            std::cmp::Ordering::Less
        } else if c < first {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Equal
        }
    })
    .is_ok()
}

/// Takes one more mark, attached or after white space (`. . .`), into the stop.
fn take_mark(text: &str, stop: &mut Stop) -> bool {
    let rest = text[stop.end..].trim_start();
    let at = text.len() - rest.len();
    stop.next = at;
    let mut chars = rest.chars();
    let Some((c, more)) = chars.next().and_then(|c| Some((c, mark(c)?))) else {
        return false;
    };
    let starts_word = chars.next().is_some_and(char::is_alphanumeric);
    if at > stop.end && starts_word {
        return false;
    }
    stop.mark = match (stop.mark, more) {
        (Mark::Period | Mark::Ellipsis, Mark::Period | Mark::Ellipsis) => {
            if stop.quoted || stop.bracketed {
                Mark::Period
            } else {
                Mark::Ellipsis
            }
        }
        (Mark::Wide, _) | (_, Mark::Wide) => Mark::Wide,
        _ => Mark::Strong,
    };
    stop.end = at + c.len_utf8();
    stop.next = stop.end;
    true
}

/// Takes one closing quotation mark, bracket, note mark or end of emphasis into the stop.
fn take_closer(text: &str, stop: &mut Stop, lang: Lang) -> bool {
    let spaced = stop.next > stop.end;
    let rest = &text[stop.next..];
    if !spaced && let Some(length) = note_mark(rest) {
        stop.end += length;
        stop.next = stop.end;
        return true;
    }
    let mut chars = rest.chars();
    let Some(c) = chars.next() else { return false };
    let before_word = chars.next().is_some_and(char::is_alphanumeric);
    let closes = match c {
        ')' | ']' | '}' | '」' | '』' | '》' | '〉' | '】' | '）' | '〕' | '］' | '｣' => {
            true
        }
        '”' => !spaced || !before_word || stop.mark == Mark::Wide,
        '’' => !before_word || (!spaced && stop.mark == Mark::Wide),
        '“' | '‘' => !spaced && !before_word,
        '»' | '›' => !spaced || !before_word,
        '«' | '‹' => !spaced && !before_word && lang != Lang::French,
        '"' if spaced => !before_word && is_open(text, stop.start),
        '"' => !before_word || is_open(text, stop.start),
        '\'' if spaced => !before_word && !opens_here(text, stop.next),
        '\'' => !before_word,
        // The end of what Markdown emphasises, or a star that leads to a note.
        '*' | '_' => !spaced && !before_word,
        _ => false,
    };
    if closes {
        let emphasis = matches!(c, '*' | '_');
        let bracket = matches!(c, ')' | ']' | '}' | '》' | '〉' | '】' | '）' | '〕' | '］');
        stop.bracketed |= bracket;
        stop.quoted |= !bracket && !emphasis;
        stop.end = stop.next + c.len_utf8();
        stop.next = stop.end;
    }
    closes
}

/// Takes a smiley behind white space into the stop, as it belongs to what was said: `:-)`, `😂😂`.
fn take_smiley(text: &str, stop: &mut Stop) -> bool {
    let rest = &text[stop.next..];
    let may_be = |c: char| matches!(c, ':' | ';' | '=') || is_emoji(c);
    if stop.next == stop.end || !rest.starts_with(may_be) {
        return false;
    }
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let word = &rest[..length];
    let is_smiley = is_drawn(word) || word.chars().all(is_emoji);
    if is_smiley {
        stop.end = stop.next + length;
        stop.next = stop.end;
    }
    is_smiley
}

/// Whether a word is a smiley drawn with marks, such as `;-)`.
fn is_drawn(word: &str) -> bool {
    let eyes = word.strip_prefix([':', ';', '=']);
    let mouth = eyes.map(|mouth| mouth.strip_prefix('-').unwrap_or(mouth));
    mouth.is_some_and(|mouth| {
        let mut marks = mouth.chars();
        let first = marks.next();
        first.is_some_and(|first| "()DPp/|*".contains(first) && marks.all(|mark| mark == first))
    })
}

/// Whether a character is an emoji, or joins two to one.
fn is_emoji(c: char) -> bool {
    let in_blocks = matches!(c,
        '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}');
    in_blocks && !is_bullet(c)
}

/// The length of a note mark such as `[7]`, `[citation needed]` or `²` at the start of `rest`.
fn note_mark(rest: &str) -> Option<usize> {
    let c = rest.chars().next()?;
    if matches!(c, '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡') {
        return Some(c.len_utf8());
    }
    let inside = rest.strip_prefix('[')?;
    let length = inside.bytes().take(24).position(|byte| byte == b']')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ' || byte == b',';
    let short = length > 0 && inside.bytes().take(length).all(plain);
    short.then_some(length + 2)
}

/// Whether a straight double quotation mark is open at byte `at`: the marks before it, over
/// a bounded stretch, are odd in number.
fn is_open(text: &str, at: usize) -> bool {
    straight_marks(text, at) % 2 == 1
}

/// Whether straight double quotation marks before byte `at` are in pairs, as far as is known: where
/// none stands within a bounded stretch, one may have opened before it.
pub(super) fn is_closed(text: &str, at: usize) -> bool {
    let marks = straight_marks(text, at);
    marks.is_multiple_of(2) && (marks > 0 || at <= REACH)
}

/// How many straight double quotation marks stand in a bounded stretch before byte `at`.
fn straight_marks(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[at.saturating_sub(REACH)..at];
    before.iter().filter(|&&byte| byte == b'"').count()
}

/// Whether the single quotation mark at byte `at`, with white space on both sides, opens a
/// quotation: those before it are in pairs, or there are none and another follows.
fn opens_here(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = (at.saturating_sub(REACH)..at)
        .filter(|&at| is_stray_quote(bytes, at))
        .count();
    let mut after = at + 2..bytes.len().min(at + REACH);
    before % 2 == 0 && (before > 0 || after.any(|at| is_stray_quote(bytes, at)))
}

/// Whether a straight single quotation mark stands at `at`, and not inside a word.
pub(super) fn is_stray_quote(bytes: &[u8], at: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
    };
    bytes[at] == b'\''
        && !(letter(at.checked_sub(1)) && letter(Some(at + 1)))
        && !is_clitic(bytes, at)
}

/// Whether the mark at `at` starts what is left of a word in text with blanks between all
/// tokens: `'s`, `'re`.
fn is_clitic(bytes: &[u8], at: usize) -> bool {
    let word = bytes[at + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let word = &bytes[at + 1..at + 1 + word];
    [&b"s"[..], b"d", b"m", b"t", b"re", b"ve", b"ll"].contains(&word)
}

/// Ranges of the stops from U+0589 on, in order.
static WIDE: &[(char, char)] = &[
    ('\u{589}', '\u{589}'),
    ('\u{61D}', '\u{61F}'),
    ('\u{6D4}', '\u{6D4}'),
    ('\u{700}', '\u{702}'),
    ('\u{7F9}', '\u{7F9}'),
    ('\u{837}', '\u{837}'),
    ('\u{839}', '\u{839}'),
    ('\u{83D}', '\u{83E}'),
    ('\u{964}', '\u{965}'),
    ('\u{104A}', '\u{104B}'),
    ('\u{1362}', '\u{1362}'),
    ('\u{1367}', '\u{1368}'),
    ('\u{166E}', '\u{166E}'),
    ('\u{1735}', '\u{1736}'),
    ('\u{17D4}', '\u{17D5}'),
    ('\u{1803}', '\u{1803}'),
    ('\u{1809}', '\u{1809}'),
    ('\u{1944}', '\u{1945}'),
    ('\u{1AA8}', '\u{1AAB}'),
    ('\u{1B4E}', '\u{1B4F}'),
    ('\u{1B5A}', '\u{1B5B}'),
    ('\u{1B5E}', '\u{1B5F}'),
    ('\u{1B7D}', '\u{1B7F}'),
    ('\u{1C3B}', '\u{1C3C}'),
    ('\u{1C7E}', '\u{1C7F}'),
    ('\u{2CF9}', '\u{2CFB}'),
    ('\u{2E3C}', '\u{2E3C}'),
    ('\u{2E53}', '\u{2E54}'),
    ('\u{3002}', '\u{3002}'),
    ('\u{A4FF}', '\u{A4FF}'),
    ('\u{A60E}', '\u{A60F}'),
    ('\u{A6F3}', '\u{A6F3}'),
    ('\u{A6F7}', '\u{A6F7}'),
    ('\u{A876}', '\u{A877}'),
    ('\u{A8CE}', '\u{A8CF}'),
    ('\u{A92F}', '\u{A92F}'),
    ('\u{A9C8}', '\u{A9C9}'),
    ('\u{AA5D}', '\u{AA5F}'),
    ('\u{AAF0}', '\u{AAF1}'),
    ('\u{ABEB}', '\u{ABEB}'),
    ('\u{FE12}', '\u{FE12}'),
    ('\u{FE15}', '\u{FE16}'),
    ('\u{FE52}', '\u{FE52}'),
    ('\u{FE56}', '\u{FE57}'),
    ('\u{FF01}', '\u{FF01}'),
    ('\u{FF0E}', '\u{FF0E}'),
    ('\u{FF1F}', '\u{FF1F}'),
    ('\u{FF61}', '\u{FF61}'),
    ('\u{10A56}', '\u{10A57}'),
    ('\u{10F55}', '\u{10F59}'),
    ('\u{10F86}', '\u{10F89}'),
    ('\u{11047}', '\u{11048}'),
    ('\u{110BE}', '\u{110C1}'),
    ('\u{11141}', '\u{11143}'),
    ('\u{111C5}', '\u{111C6}'),
    ('\u{111CD}', '\u{111CD}'),
    ('\u{111DE}', '\u{111DF}'),
    ('\u{11238}', '\u{11239}'),
    ('\u{1123B}', '\u{1123C}'),
    ('\u{112A9}', '\u{112A9}'),
    ('\u{113D4}', '\u{113D5}'),
    ('\u{1144B}', '\u{1144C}'),
    ('\u{115C2}', '\u{115C3}'),
    ('\u{115C9}', '\u{115D7}'),
    ('\u{11641}', '\u{11642}'),
    ('\u{1173C}', '\u{1173E}'),
    ('\u{11944}', '\u{11944}'),
    ('\u{11946}', '\u{11946}'),
    ('\u{11A42}', '\u{11A43}'),
    ('\u{11A9B}', '\u{11A9C}'),
    ('\u{11C41}', '\u{11C42}'),
    ('\u{11EF7}', '\u{11EF8}'),
    ('\u{11F43}', '\u{11F44}'),
    ('\u{16A6E}', '\u{16A6F}'),
    ('\u{16AF5}', '\u{16AF5}'),
    ('\u{16B37}', '\u{16B38}'),
    ('\u{16B44}', '\u{16B44}'),
    ('\u{16D6E}', '\u{16D6F}'),
    ('\u{16E98}', '\u{16E98}'),
    ('\u{1BC9F}', '\u{1BC9F}'),
    ('\u{1DA88}', '\u{1DA88}'),
];

#[cfg(test)]
mod tests {
    use super::{LEADS, ends_with_stop, mark};
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn sentences_end_with_a_stop_and_headlines_do_not() {
        for sentence in [
            "It is.",
            "Is it?”",
            "(It is!)",
            "“It is…”",
            "好。",
            "It is.[1]",
            "It is.*",
            "It is. 😂",
        ] {
            assert!(ends_with_stop(sentence), "{sentence}");
        }
        for line in [
            "Pool to close",
            "By Ann Lee (in Rome)",
            "‘Never again’",
            "4 p.m. today",
            "",
        ] {
            assert!(!ends_with_stop(line), "{line}");
        }
    }

    #[test]
    fn the_marks_are_those_of_uax_29() {
        for c in '\0'..=char::MAX {
            let probe = format!("x{c} Y");
            let ends = probe.split_sentence_bounds().next() == Some(&format!("x{c} "));
            assert_eq!(mark(c).is_some() && c != '…', ends, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn every_mark_is_found_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|&c| mark(c).is_some()) {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer);
            assert!(LEADS[usize::from(buffer[0])], "U+{:04X}", c as u32);
        }
    }
}
