//! British and American spelling, and the short forms that house styles disagree on.

use std::borrow::Cow;

/// Short forms and variants that no rule gives, as the form they are compared as.
fn in_full(word: &str) -> Option<&'static str> {
    Some(match word {
        "apr" => "april",
        "aug" => "august",
        "cheque" | "cheques" => "check",
        "col" => "colonel",
        "dec" => "december",
        "feb" => "february",
        "fibre" | "fibres" => "fiber",
        "gen" => "general",
        "gov" => "governor",
        "grey" => "gray",
        "jan" => "january",
        "jul" => "july",
        "jun" => "june",
        "km" => "kilometer",
        "litre" | "litres" => "liter",
        "lt" => "lieutenant",
        "metre" | "metres" => "meter",
        "nov" => "november",
        "oct" => "october",
        "pct" => "percent",
        "programme" | "programmes" => "program",
        "rep" => "representative",
        "sen" => "senator",
        "sep" | "sept" => "september",
        "spokesman" | "spokesmen" | "spokeswoman" | "spokespeople" => "spokesperson",
        "tyre" | "tyres" => "tire",
        _ => return None,
    })
}

/// Endings of British spelling with this last letter, and their American twins; the first that
/// fits is taken. By their last letters most are never looked at. Words that only look British
/// ("rise") change as well, on both sides alike.
fn endings(last: u8) -> &'static [(&'static str, &'static str)] {
    match last {
        b'd' => &[
            ("ised", "ized"),
            ("ysed", "yzed"),
            ("oured", "ored"),
            ("lled", "led"),
        ],
        b'e' => &[
            ("ise", "ize"),
            ("yse", "yze"),
            ("ourable", "orable"),
            ("tre", "ter"),
            ("fence", "fense"),
            ("cence", "cense"),
            ("ogue", "og"),
        ],
        b'g' => &[("ising", "izing"), ("ouring", "oring"), ("lling", "ling")],
        b'n' => &[("isation", "ization")],
        b'r' => &[("our", "or"), ("ller", "ler")],
        b's' => &[
            ("isations", "ization"),
            ("ises", "ize"),
            ("ours", "or"),
            ("tres", "ter"),
            ("fences", "fense"),
            ("cences", "cense"),
            ("llers", "ler"),
            ("wards", "ward"),
        ],
        _ => &[],
    }
}

/// The shortest part before an ending, in bytes; "our" and "tour" keep theirs.
const SHORTEST_BASE: usize = 3;

/// Whether what stands before an ending is a word to which it belongs.
fn is_base(base: &str, ending: &str) -> bool {
    match ending {
        // "defence", "offences", "licence".
        "fence" | "fences" | "cence" | "cences" => base.len() >= 2,
        // "travelled", but "drilled": a word of one syllable has both of its letters everywhere.
        "lled" | "lling" | "ller" | "llers" => {
            base.bytes().filter(|byte| b"aeiouy".contains(byte)).count() >= 2
        }
        _ => base.len() >= SHORTEST_BASE,
    }
}

/// A lower-case English word in American spelling and in full.
pub(super) fn spelling(word: &str) -> Cow<'_, str> {
    if let Some(full) = in_full(word) {
        return Cow::Borrowed(full);
    }
    let last = word.bytes().last().unwrap_or_default();
    for (british, american) in endings(last) {
        match word.strip_suffix(british) {
            Some(base) if is_base(base, british) => {
                return Cow::Owned([base, american].concat());
            }
            _ => {}
        }
    }
    Cow::Borrowed(word)
}
