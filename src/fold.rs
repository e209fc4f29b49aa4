//! Folds a word to the form in which it is compared: what house style changes (case,
//! accents, spelling, number words, month names, endings) is taken off.

mod english;
mod numbers;

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::model::Lang;
use crate::words::without_signs;

/// The longest word, in bytes, that is stemmed; a longer one is no word of a language.
const LONGEST_STEMMED: usize = 64;

/// Takes off only what typography changes: the forms of apostrophes and hyphens, soft
/// hyphens and other invisible characters, composed or decomposed accents, wide letters and digits,
/// ligatures.
///
/// Two words are the same to a reader exactly if this gives the same for both.
#[inline]
pub fn typographic(word: &str) -> Cow<'_, str> {
    match word.is_ascii() {
        true => Cow::Borrowed(word),
        false => typographic_of_any(word),
    }
}

fn typographic_of_any(word: &str) -> Cow<'_, str> {
    if is_nfc(word) && !word.chars().any(is_typographic) {
        return Cow::Borrowed(word);
    }
    let mut apart = String::with_capacity(word.len());
    for c in word.chars() {
        match letters(c) {
            Some(letters) => apart.push_str(letters),
            None => apart.extend(plain(c)),
        }
    }
    Cow::Owned(apart.nfc().collect())
}

fn is_typographic(c: char) -> bool {
    plain(c) != Some(c) || letters(c).is_some()
}

/// The letters of a ligature, as text from a PDF has them.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A character without its typography; `None` if nothing is left.
pub(crate) fn plain(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{FF07}' => Some('\''),
        '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}' => Some('-'),
        '\u{66A}' => Some('%'),
        // Letters, digits and signs as wide as those of Chinese and Japanese.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '￠' => Some('¢'),
        '￡' => Some('£'),
        '￥' => Some('¥'),
        '￦' => Some('₩'),
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
        other => Some(other),
    }
}

/// Folds the words of one language.
pub struct Folder {
    lang: Lang,
    stemmer: Option<Stemmer>,
}

impl Folder {
    /// A folder for the words of `lang`.
    pub fn new(lang: Lang) -> Self {
        let algorithm = match lang {
            Lang::English => Some(Algorithm::English),
            Lang::German => Some(Algorithm::German),
            Lang::French => Some(Algorithm::French),
            Lang::Spanish => Some(Algorithm::Spanish),
            Lang::Italian => Some(Algorithm::Italian),
            Lang::Portuguese => Some(Algorithm::Portuguese),
            Lang::Dutch => Some(Algorithm::Dutch),
            Lang::Polish => Some(Algorithm::Polish),
            Lang::Czech => Some(Algorithm::Czech),
            Lang::Russian => Some(Algorithm::Russian),
            Lang::Arabic => Some(Algorithm::Arabic),
            Lang::Hindi => Some(Algorithm::Hindi),
            Lang::Chinese | Lang::Japanese => None,
        };
        Folder {
            lang,
            stemmer: algorithm.map(Stemmer::create),
        }
    }

    /// The form in which `word` (already [`typographic`]ally plain) is compared; signs in front of it
    /// and behind it have no part in it.
    ///
    /// Never empty for a word that is not.
    pub fn fold(&self, word: &str) -> String {
        let word = match without_signs(word) {
            "" => return word.to_owned(),
            bare => bare,
        };
        if let Some(number) = numbers::in_digits(self.lang, word) {
            return number;
        }
        let lower = plain_letters(self.without_elision(word));
        if let Some(number) = numbers::value(self.lang, &lower) {
            return number.to_string();
        }
        if lower.len() > LONGEST_STEMMED || lower.bytes().any(|byte| byte.is_ascii_digit()) {
            return lower.into_owned();
        }
        let spelled = match self.lang {
            Lang::English => english::spelling(&lower),
            _ => Cow::Borrowed(&*lower),
        };
        let is_stem = self.lang == Lang::English && english::is_stem(&spelled);
        let stem = match &self.stemmer {
            Some(_) if is_stem => spelled.into_owned(),
            Some(stemmer) => without_accents(stemmer.stem(&spelled)),
            None => spelled.into_owned(),
        };
        match stem.is_empty() {
            true => lower.into_owned(),
            false => stem,
        }
    }

    /// What French and Italian write as one with a word that begins with a vowel is not the word:
    /// "l'incendie" is "incendie", "dell'accordo" is "accordo".
    fn without_elision<'w>(&self, word: &'w str) -> &'w str {
        let own = |(_, own): &(&str, &'w str)| own.chars().nth(1).is_some();
        match self.lang {
            Lang::French | Lang::Italian => {
                (word.split_once('\'').filter(own)).map_or(word, |(_, own)| own)
            }
            _ => word,
        }
    }
}

/// `word` in lower case, without full stops ("U.N."), apostrophes and a possessive ending.
fn plain_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.into();
    }
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return word.to_ascii_lowercase().into();
    }
    let lower = word.to_lowercase();
    let base = lower
        .strip_suffix("'s")
        .filter(|base| !base.is_empty())
        .unwrap_or(&lower);
    let plain = base.replace(['.', '\''], "");
    if plain.is_empty() { lower } else { plain }.into()
}

/// `word` without the accents of Latin, Greek and Cyrillic letters and without Arabic vowel
/// marks. Marks of other scripts are letters of their own and stay.
fn without_accents(word: Cow<'_, str>) -> String {
    if word.is_ascii() {
        return word.into_owned();
    }
    let is_accent = |c: char| {
        is_combining_mark(c) && matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}')
    };
    word.nfd().filter(|&c| !is_accent(c)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(lang: Lang, words: &[&str]) {
        let folder = Folder::new(lang);
        let folded: Vec<_> = words.iter().map(|w| folder.fold(&typographic(w))).collect();
        assert!(
            folded.windows(2).all(|w| w[0] == w[1]),
            "{words:?} fold to {folded:?}"
        );
    }

    #[track_caller]
    fn differ(lang: Lang, a: &str, b: &str) {
        let folder = Folder::new(lang);
        assert_ne!(folder.fold(a), folder.fold(b), "{a} and {b}");
    }

    #[test]
    fn one_word_has_one_fold_on_both_sides_of_the_atlantic() {
        same(
            Lang::English,
            &["licence", "license", "licences", "licenses"],
        );
        same(Lang::English, &["defences", "defenses", "defence"]);
        same(
            Lang::English,
            &["travelled", "traveled", "travelling", "travel"],
        );
        same(Lang::English, &["spilled", "spill", "spilling"]);
        same(Lang::English, &["drilled", "drills"]);
    }

    #[test]
    fn an_elision_folds_away() {
        for words in [
            &["l'incendie", "L’incendie", "qu'incendie", "incendie"][..],
            &["d'Olivier", "Olivier"],
        ] {
            same(Lang::French, words);
        }
        same(Lang::Italian, &["dell'accordo", "un'accordo", "accordo"]);
        differ(Lang::French, "l'incendie", "l'accord");
        differ(Lang::English, "o'hara", "hara");
    }

    #[test]
    fn ligatures_are_their_letters() {
        assert_eq!(typographic("oﬃcer"), "officer");
        assert_eq!(typographic("ﬁﬂﬀﬄﬆ"), "fiflfffflst");
        same(Lang::English, &["ﬁres", "fire"]);
    }

    #[test]
    fn house_style_folds_away() {
        for words in [
            &["U.N", "UN", "un"][..],
            &["CEASEFIRE", "ceasefire", "Ceasefire"],
            &["defence", "defense"],
            &["colour", "color", "colours"],
            &["organise", "organize", "organised"],
            &["centre", "center"],
            &["litre", "liter", "litres"],
            &["kilometres", "kilometers", "km"],
            &["travelled", "traveled"],
            &["Nov", "November"],
            &["Sept", "September"],
            &["twelve", "12"],
            &["12,500", "12500"],
            &["1,234,567.50", "1234567.50"],
            &["3.6bn", "3.6"],
            &["1990s", "1990"],
            &["30th", "30"],
            &["Armenia's", "Armenia’s", "Armenia"],
            &["Türkiye", "Turkiye"],
            &["programme", "program"],
            &["Capt", "captain", "Captains"],
            &["Dept", "departments"],
            &["mums", "Mom"],
            &["judgement", "judgments"],
            &["hrs", "hours"],
            &["spokesman", "spokesperson", "spokeswoman"],
        ] {
            same(Lang::English, words);
        }
        same(Lang::German, &["zwölf", "12"]);
        same(Lang::German, &["12.500", "12500"]);
        same(Lang::German, &["1.234.567,5", "1234567,5", "1234567.5"]);
        same(Lang::Hindi, &["1,50,000", "150000"]);
        same(Lang::German, &["Überschwemmung", "Überschwemmungen"]);
        same(Lang::French, &["trois", "3"]);
        same(Lang::Russian, &["правительство", "правительства"]);
    }

    #[test]
    fn what_differs_in_meaning_stays_apart() {
        differ(Lang::English, "3.5", "35");
        differ(Lang::English, "3.6bn", "36bn");
        differ(Lang::English, "1.125", "1125");
        differ(Lang::German, "3,5", "35");
        differ(Lang::German, "3,125", "3125");
        differ(Lang::English, "27.11.2026", "27112026");
        differ(Lang::English, "10.0.0.1", "10001");
        differ(Lang::English, "hour", "her");
        differ(Lang::English, "four", "for");
        differ(Lang::Japanese, "か", "が");
    }

    #[test]
    fn typography_is_not_a_difference() {
        assert_eq!(typographic("don’t"), "don't");
        assert_eq!(typographic("e\u{301}tat"), "état");
        assert_eq!(typographic("co\u{AD}operate"), "cooperate");
        assert_eq!(typographic("ＪＲ６２"), "JR62");
        assert!(matches!(typographic("état"), Cow::Borrowed(_)));
    }
}
