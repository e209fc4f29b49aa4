//! Any text in any language: sentences never overlap and hold all that can be seen, lines and paragraphs
//! never go back, and words stand inside their sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirediff::model::Lang;
use wirediff::split;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let lang = Lang::all().nth(usize::from(choice));
    let article = split::article("fuzz".to_owned(), text.to_owned(), lang);
    assert_eq!(article.text, text);
    let mut end = 0;
    let (mut line, mut paragraph, mut word) = (1, 0, 0);
    for sentence in &article.sentences {
        let span = sentence.span.range();
        assert!(is_gap(&text[end..span.start]));
        let inner = &text[span.clone()];
        assert!(!inner.is_empty());
        assert_eq!(inner, inner.trim());
        assert!(sentence.line >= line && sentence.paragraph >= paragraph);
        assert_eq!(sentence.words.start, word);
        for of in &article.words[sentence.words.start as usize..sentence.words.end as usize] {
            assert!(span.start <= of.range().start && of.range().end <= span.end);
            let word = &text[of.range()];
            assert!(word.contains(char::is_alphanumeric) || word.chars().count() == 1);
        }
        (end, line) = (span.end, sentence.line);
        (paragraph, word) = (sentence.paragraph, sentence.words.end);
    }
    assert!(is_gap(&text[end..]));
    assert_eq!(word as usize, article.words.len());
});

/// Whether nothing can be seen in a text.
fn is_gap(text: &str) -> bool {
    let marks = |c| matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    let others = |c| {
        matches!(
            c,
            '\u{ad}' | '\u{180e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
    };
    text.chars()
        .all(|c| c.is_whitespace() || marks(c) || others(c))
}
