//! Number words as the number they name, from nought to ninety-nine.

use crate::model::Lang;

const ENGLISH_TENS: &[&str] = &[
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
/// From two on: "ein" and its like are articles far more often than numbers.
const OTHERS: &[(Lang, &[&str])] = &[
    (
        Lang::German,
        &[
            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
            "zwölf",
        ],
    ),
    (
        Lang::French,
        &[
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
            "douze",
        ],
    ),
    (
        Lang::Spanish,
        &[
            "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
            "doce",
        ],
    ),
    (
        Lang::Italian,
        &[
            "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
            "dodici",
        ],
    ),
    (
        Lang::Portuguese,
        &[
            "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze",
            "doze",
        ],
    ),
    (
        Lang::Dutch,
        &[
            "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
            "twaalf",
        ],
    ),
];

/// The number that a lower-case word without hyphens names, if it names one.
pub(super) fn value(lang: Lang, word: &str) -> Option<usize> {
    if lang == Lang::English {
        return english(word);
    }
    let (_, words) = OTHERS.iter().find(|(of, _)| *of == lang)?;
    Some(words.iter().position(|&w| w == word)? + 2)
}

/// A number without the letters that are written on to it: "3.6bn", "5.40am", "30th", "1990s".
pub(super) fn without_unit(word: &str) -> Option<&str> {
    let number = word.trim_end_matches(|c: char| c.is_alphabetic());
    let is_number = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_number && !number.is_empty() && number.len() < word.len()).then_some(number)
}

fn english(word: &str) -> Option<usize> {
    if let Some(small) = english_below_twenty(word) {
        return Some(small);
    }
    // Most words fail at their first letter.
    let first = word.as_bytes().first();
    let (tens, unit) = (ENGLISH_TENS.iter().enumerate())
        .filter(|(_, tens)| tens.as_bytes().first() == first)
        .find_map(|(at, tens)| Some(((at + 2) * 10, word.strip_prefix(tens)?)))?;
    match unit {
        "" => Some(tens),
        _ => english_below_twenty(unit)
            .filter(|unit| (1..10).contains(unit))
            .map(|unit| tens + unit),
    }
}

fn english_below_twenty(word: &str) -> Option<usize> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_have_their_value() {
        let all = [
            "zero",
            "nine",
            "nineteen",
            "twenty",
            "sixtyfour",
            "ninetynine",
        ];
        let values: Vec<_> = all.iter().map(|w| value(Lang::English, w)).collect();
        assert_eq!(values, [0, 9, 19, 20, 64, 99].map(Some));
        for none in ["tenth", "twentyzero", "twentyten", "none", ""] {
            assert_eq!(value(Lang::English, none), None, "{none}");
        }
        assert_eq!(value(Lang::German, "zwölf"), Some(12));
    }
}
