//! Any text in any language: sentences never overlap and hold all that is not white space,
//! lines and paragraphs never go back, and words stand inside their sentence.
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
        assert!(text[end..span.start].trim().is_empty());
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
    assert!(text[end..].trim().is_empty());
    assert_eq!(word as usize, article.words.len());
});
