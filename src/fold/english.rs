//! British and American spelling, the short forms that house styles disagree on, and words that are
//! their own stems.

use std::borrow::Cow;

/// Short forms and variants that no rule gives, as the form they are compared as.
fn in_full(word: &str) -> Option<&'static str> {
    Some(match word {
        "adm" => "admiral",
        "adviser" | "advisers" => "advisor",
        "aeroplane" | "aeroplanes" => "airplane",
        "ageing" => "aging",
        "aluminium" => "aluminum",
        "amidst" => "amid",
        "amongst" => "among",
        "apr" => "april",
        "assn" => "association",
        "atty" => "attorney",
        "aug" => "august",
        "ave" => "avenue",
        "blvd" => "boulevard",
        "burnt" => "burned",
        "capt" => "captain",
        "cheque" | "cheques" => "check",
        "cm" => "centimeter",
        "cmdr" => "commander",
        "col" => "colonel",
        "cosy" => "cozy",
        "cpl" => "corporal",
        "dec" => "december",
        "dept" => "department",
        "det" => "detective",
        "dr" => "doctor",
        "draught" | "draughts" => "draft",
        "enrol" => "enroll",
        "feb" => "february",
        "fibre" | "fibres" => "fiber",
        "foetus" => "fetus",
        "fri" => "friday",
        "fulfil" => "fulfill",
        "gaol" => "jail",
        "gen" => "general",
        "gov" => "governor",
        "govt" => "government",
        "grey" => "gray",
        "hr" | "hrs" => "hour",
        "insp" => "inspector",
        "instalment" | "instalments" => "installment",
        "jan" => "january",
        "jewellery" => "jewelry",
        "jr" => "junior",
        "judgement" | "judgements" => "judgment",
        "jul" => "july",
        "jun" => "june",
        "kerb" | "kerbs" => "curb",
        "kg" | "kgs" => "kilogram",
        "km" | "kms" => "kilometer",
        "lb" | "lbs" => "pound",
        "learnt" => "learned",
        "litre" | "litres" => "liter",
        "lt" => "lieutenant",
        "maj" => "major",
        "manoeuvre" | "manoeuvres" => "maneuver",
        "maths" => "math",
        "metre" | "metres" => "meter",
        "mins" => "minute",
        "mm" => "millimeter",
        "mould" | "moulds" => "mold",
        "moustache" => "mustache",
        "mt" => "mount",
        "mum" | "mums" => "mom",
        "nov" => "november",
        "oct" => "october",
        "okay" => "ok",
        "paediatric" => "pediatric",
        "paediatrician" | "paediatricians" => "pediatrician",
        "pct" => "percent",
        "plough" | "ploughs" => "plow",
        "prof" => "professor",
        "programme" | "programmes" => "program",
        "pyjamas" => "pajamas",
        "rep" => "representative",
        "rev" => "reverend",
        "sceptic" | "sceptics" => "skeptic",
        "sceptical" => "skeptical",
        "sen" => "senator",
        "sep" | "sept" => "september",
        "sgt" => "sergeant",
        "skilful" => "skillful",
        "spokesman" | "spokesmen" | "spokespeople" | "spokeswoman" => "spokesperson",
        "sulphur" => "sulfur",
        "supt" => "superintendent",
        "thu" | "thur" | "thurs" => "thursday",
        "tue" | "tues" => "tuesday",
        "tv" => "television",
        "tyre" | "tyres" => "tire",
        "vs" => "versus",
        "whilst" => "while",
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

/// Whether a lower-case word is its own stem by its last letters: no rule of the stemmer is about a
/// word that ends so (the English stemmer of Snowball, Porter 2001). The stemmer asks all of its rules
/// before it knows.
pub(super) fn is_stem(word: &str) -> bool {
    let Some(last) = word.bytes().last() else {
        return true;
    };
    let endings: &[&str] = match last {
        b'e' | b'i' | b's' | b'y' => return false,
        b'c' => &["ic"],
        b'd' => &["ed"],
        b'g' => &["ing"],
        b'l' => &["al", "ful", "ll"],
        b'm' => &["ism"],
        b'n' => &["ion"],
        b'r' => &["er", "ator"],
        b't' => &["ant", "ent", "ogist"],
        _ => &[],
    };
    let is_inflected = endings.iter().any(|ending| word.ends_with(ending));
    !is_inflected && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use snowball_stemmers_rs::{Algorithm, Stemmer};

    use super::*;

    /// Whether the stemmer leaves alone what it need not be asked about.
    fn stays(stemmer: &Stemmer, word: &str) -> bool {
        !is_stem(word) || stemmer.stem(word) == word
    }

    #[test]
    fn the_shortest_words_that_are_stems_stay() {
        let stemmer = Stemmer::create(Algorithm::English);
        let letters = || (b'a'..=b'z').map(char::from);
        for first in letters() {
            for second in letters() {
                let two = format!("{first}{second}");
                assert!(stays(&stemmer, &two), "{two}");
                for third in letters() {
                    let three = format!("{two}{third}");
                    assert!(stays(&stemmer, &three), "{three}");
                }
            }
        }
        assert!(is_stem("harbour") && !is_stem("harbours") && !is_stem("nation"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn words_that_are_stems_stay(start in "[a-z]{0,9}", end in "[a-z]{1,4}|[aeiou][cdglmnrt]{1,2}") {
            let stemmer = Stemmer::create(Algorithm::English);
            let word = start + &end;
            prop_assert!(stays(&stemmer, &word), "{}", word);
        }
    }
}
