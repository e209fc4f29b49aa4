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

/// A number in digits as it is compared: with a point before its decimals, and without what parts
/// its thousands or the letters written on to it ("3.6bn", "5.40am", "30th", "1990s"). `None` for
/// what is no such number.
pub(super) fn in_digits(lang: Lang, word: &str) -> Option<String> {
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let end = word.find(|c| !is_of_number(c)).unwrap_or(word.len());
    let (number, unit) = word.split_at(end);
    unit.chars()
        .all(char::is_alphabetic)
        .then(|| plain(lang, number))
}

/// Digits, points and commas as a number; as they are where they make none, such as a date.
fn plain(lang: Lang, number: &str) -> String {
    let Some(last) = number.rfind(['.', ',']) else {
        return number.to_owned();
    };
    let (whole, mark, decimals) = (&number[..last], &number[last..=last], &number[last + 1..]);
    let has_decimals = !whole.contains(mark) && (decimals.len() != 3 || mark == decimal_mark(lang));
    let grouped = if has_decimals { whole } else { number };
    let groups: Vec<&str> = grouped.split(['.', ',']).collect();
    let are_thousands = match &groups[..] {
        // In India a group has two digits, but for the last.
        [_, middle @ .., last] => {
            last.len() == 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
        _ => true,
    };
    match (are_thousands, has_decimals) {
        (true, true) => format!("{}.{decimals}", groups.concat()),
        (true, false) => groups.concat(),
        (false, _) => number.to_owned(),
    }
}

/// What stands before decimals where it could stand before thousands as well.
fn decimal_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::English | Lang::Arabic | Lang::Chinese | Lang::Japanese | Lang::Hindi => ".",
        _ => ",",
    }
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
