//! What fuzzing found, each in the words of the input that showed it.

use wirediff::model::Lang;
use wirediff::split::article;

#[test]
fn a_blank_between_a_letter_of_two_bytes_and_its_full_stop() {
    for lang in Lang::all() {
        let text = "!h SeAts\nɁ .  iɁ.  iɁ !h   !h  iɁ r";
        let found = article("found".to_owned(), text.to_owned(), Some(lang));
        let kept: String = (0..found.sentences.len())
            .map(|sentence| found.sentence_text(sentence))
            .collect();
        let without_space = |text: &str| text.replace(char::is_whitespace, "");
        assert_eq!(without_space(&kept), without_space(text));
    }
}
