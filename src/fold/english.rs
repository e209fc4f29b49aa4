//! British and American spelling, and the short forms that house styles disagree on.

use std::borrow::Cow;

/// Short forms and variants that no rule gives, as (form, the form it is compared as).
/// Sorted.
const FORMS: &[(&str, &str)] = &[
    ("apr", "april"),
    ("aug", "august"),
    ("cheque", "check"),
    ("cheques", "check"),
    ("col", "colonel"),
    ("dec", "december"),
    ("feb", "february"),
    ("gen", "general"),
    ("gov", "governor"),
    ("grey", "gray"),
    ("jan", "january"),
    ("jul", "july"),
    ("jun", "june"),
    ("km", "kilometer"),
    ("lt", "lieutenant"),
    ("nov", "november"),
    ("oct", "october"),
    ("pct", "percent"),
    ("programme", "program"),
    ("programmes", "program"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sep", "september"),
    ("sept", "september"),
    ("spokesman", "spokesperson"),
    ("spokesmen", "spokesperson"),
    ("spokespeople", "spokesperson"),
    ("spokeswoman", "spokesperson"),
    ("tyre", "tire"),
    ("tyres", "tire"),
];

/// Endings of British spelling and their American twins; the first that fits is taken. Words
/// that only look British ("rise") change as well, on both sides alike.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "ize"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ours", "or"),
    ("our", "or"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
    ("tre", "ter"),
    ("tres", "ter"),
    ("litre", "liter"),
    ("litres", "liter"),
    ("fence", "fense"),
    ("fences", "fense"),
    ("cence", "cense"),
    ("lling", "ling"),
    ("lled", "led"),
    ("ller", "ler"),
    ("llers", "ler"),
    ("ogue", "og"),
    ("wards", "ward"),
];

/// The shortest part before an ending, in bytes; "our" and "tour" keep theirs.
const SHORTEST_BASE: usize = 3;

/// A lower-case English word in American spelling and in full.
pub(super) fn spelling(word: &str) -> Cow<'_, str> {
    if let Ok(found) = FORMS.binary_search_by(|(form, _)| form.cmp(&word)) {
        return Cow::Borrowed(FORMS[found].1);
    }
    // Most words differ from most endings in the last letter.
    let last = word.as_bytes().last();
    let endings = ENDINGS
        .iter()
        .filter(|(british, _)| british.as_bytes().last() == last);
    for (british, american) in endings {
        match word.strip_suffix(british) {
            Some(base)
                if base.len() >= SHORTEST_BASE || (*british == "fence" && base.len() == 2) =>
            {
                return Cow::Owned([base, american].concat());
            }
            _ => {}
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_sorted_so_that_they_are_found() {
        assert!(FORMS.is_sorted());
    }
}
