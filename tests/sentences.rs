//! Sentences of each language, written for the purpose: one case a line, `|` where a
//! sentence ends.

use unicode_normalization::UnicodeNormalization;
use wirediff::model::Lang;
use wirediff::split::article;

const CASES: [(Lang, &str); 14] = [
    (Lang::English, include_str!("sentences/en.txt")),
    (Lang::German, include_str!("sentences/de.txt")),
    (Lang::French, include_str!("sentences/fr.txt")),
    (Lang::Spanish, include_str!("sentences/es.txt")),
    (Lang::Italian, include_str!("sentences/it.txt")),
    (Lang::Portuguese, include_str!("sentences/pt.txt")),
    (Lang::Dutch, include_str!("sentences/nl.txt")),
    (Lang::Polish, include_str!("sentences/pl.txt")),
    (Lang::Czech, include_str!("sentences/cs.txt")),
    (Lang::Russian, include_str!("sentences/ru.txt")),
    (Lang::Arabic, include_str!("sentences/ar.txt")),
    (Lang::Chinese, include_str!("sentences/zh.txt")),
    (Lang::Japanese, include_str!("sentences/ja.txt")),
    (Lang::Hindi, include_str!("sentences/hi.txt")),
];

fn cases(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The sentences of `text`, a bar between them.
fn split(text: &str, lang: Lang, bar: &str) -> String {
    let article = article("a".into(), text.into(), Some(lang));
    let sentences = (0..article.sentences.len()).map(|index| article.sentence_text(index));
    sentences.collect::<Vec<_>>().join(bar)
}

/// Fills lines of `width` columns; text without blanks breaks anywhere but in a foreign word.
fn wrap(text: &str, width: usize, blanks: bool) -> String {
    let parts: Vec<String> = if blanks {
        text.split_inclusive(' ').map(String::from).collect()
    } else {
        let word = |c: char| c.is_ascii_graphic();
        let inside = |a: &char, b: &char| word(*a) && word(*b);
        let all: Vec<char> = text.chars().collect();
        all.chunk_by(inside).map(String::from_iter).collect()
    };
    let (mut wrapped, mut column) = (String::new(), 0);
    for part in parts {
        let length = part.trim_end().chars().count();
        if column + length > width {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            column = 0;
        }
        column += part.chars().count();
        wrapped.push_str(&part);
    }
    wrapped
}

#[test]
fn wrapping_changes_no_sentence_in_any_language() {
    for (lang, file) in CASES {
        let blanks = !matches!(lang, Lang::Chinese | Lang::Japanese);
        let fold = |text: String| text.replace(['\n', ' '], "");
        let bar = if blanks { " " } else { "" };
        let all = cases(file).map(|case| case.replace(" | ", " ").replace('|', ""));
        // One sentence goes over several lines, as in any paragraph that is wrapped.
        let text = all.collect::<Vec<_>>().join(bar);
        let width = if blanks { 66 } else { 33 };
        let wrapped = wrap(&text, width, blanks);
        assert!(wrapped.lines().count() > 5);
        assert_eq!(
            fold(split(&wrapped, lang, "|")),
            fold(split(&text, lang, "|")),
            "{lang:?}"
        );
    }
}

/// A text typed in other ways, which readers cannot tell apart or do not heed.
fn typed_otherwise(text: &str) -> [(&'static str, String); 9] {
    let letters = |c: char| c.is_alphabetic();
    let curly =
        |at: usize| text[..at].ends_with(letters) && text[at + 1..].starts_with(char::is_lowercase);
    let apostrophes = text.char_indices().map(|(at, c)| match c {
        '\'' if curly(at) => '’',
        c => c,
    });
    let unseen = text.chars().flat_map(|c| [c, '\u{2060}']);
    [
        ("blanks that do not break", text.replace(' ', "\u{a0}")),
        ("narrow blanks", text.replace(' ', "\u{202f}")),
        ("wide blanks", text.replace(' ', "\u{3000}")),
        ("two blanks", text.replace(' ', "  ")),
        (
            "direction marks before words",
            text.replace(' ', " \u{200e}"),
        ),
        (
            "direction marks behind words",
            text.replace(' ', "\u{200f} "),
        ),
        ("joiners", unseen.collect()),
        ("accents apart", text.nfd().collect()),
        ("curly apostrophes", apostrophes.collect()),
    ]
}

#[test]
fn how_a_text_is_typed_changes_no_sentence_in_any_language() {
    let is_seen = |c: &char| !c.is_whitespace() && !"\u{200e}\u{200f}\u{2060}".contains(*c);
    let plain = |text: &str| -> String {
        let seen: String = text.chars().filter(is_seen).collect();
        seen.replace('’', "'").nfc().collect()
    };
    for (lang, file) in CASES {
        for case in cases(file) {
            let text = case.replace('|', "");
            let sentences = plain(&split(text.trim(), lang, "|"));
            for (way, typed) in typed_otherwise(&text) {
                let found = split(typed.trim(), lang, "|");
                assert_eq!(plain(&found), sentences, "{lang:?}: {way}");
            }
        }
    }
}

#[test]
fn every_language_ends_its_sentences_where_its_readers_do() {
    let mut wrong = Vec::new();
    for (lang, file) in CASES {
        assert!(cases(file).count() >= 15, "{lang:?} has too few cases");
        for case in cases(file) {
            // Chinese and Japanese have no blanks between sentences.
            let (bar, text) = match lang {
                Lang::Chinese | Lang::Japanese => ("|", case.replace('|', "")),
                _ => (" | ", case.replace(" | ", " ")),
            };
            let found = split(&text, lang, bar);
            if found != case {
                wrong.push(format!("{lang:?}\n  expected {case}\n  found    {found}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
