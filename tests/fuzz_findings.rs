//! What fuzzing found, each in the words of the input that showed it.

use wirediff::align::{AlignOptions, align};
use wirediff::layout::{LayoutOptions, lay_out};
use wirediff::model::{Article, Lang};
use wirediff::split::article;

#[track_caller]
fn is_kept_in_any_language(text: &str) {
    for lang in Lang::all() {
        let found = article("found".to_owned(), text.to_owned(), Some(lang));
        let kept: String = (0..found.sentences.len())
            .map(|sentence| found.sentence_text(sentence))
            .collect();
        let without_space = |text: &str| text.replace(char::is_whitespace, "");
        assert_eq!(without_space(&kept), without_space(text));
    }
}

#[test]
fn a_blank_between_a_letter_of_two_bytes_and_its_full_stop() {
    is_kept_in_any_language("!h SeAts\nɁ .  iɁ.  iɁ !h   !h  iɁ r");
}

#[test]
fn a_full_stop_with_no_word_before_it() {
    is_kept_in_any_language("\u{8}\0w\" .  Th \n\0w  .\" Th 0\nhttph \nrh \0w  .\" Th \n\0w");
}

#[test]
fn a_full_stop_that_is_a_part_of_the_next_word() {
    // A mark that counts as a letter makes a word of the stop before it.
    for texts in [
        ["\u{65a}?'Ӛ.Ӛ.\u{6da}\n\u{65a}", "Ӛ.Ӛ?'o.\u{6da}\n\u{65a}"],
        ["Ӛ.Ӛ`Ӛ.Ӛ..^ ?'?'`Ӛ.\u{65a}", "Ӛ.Ӛ`o.^^?'?'Ӛ.Ӛ.\u{65a}"],
    ] {
        let articles =
            texts.map(|text| article(String::new(), text.to_owned(), Some(Lang::English)));
        for found in align(&articles, &AlignOptions::default()).matches {
            let text = &articles[0].text;
            let parts = found.edits.iter().map(|edit| &text[edit.left.range()]);
            let run = articles[0].bytes_of(&found.left.sentences);
            assert_eq!(parts.collect::<String>(), text[run]);
        }
    }
}

#[test]
fn no_article_and_articles_of_white_space_at_any_width() {
    let text = " \t\n\r\n\u{a0}\n\u{3000}\u{c}\n   \n";
    for texts in [&[][..], &[text], &[text, ""], &[text, text, text]] {
        let article = |text: &&str| article("\n \n".to_owned(), (*text).to_owned(), None);
        let articles: Vec<Article> = texts.iter().map(article).collect();
        let alignment = align(&articles, &AlignOptions::default());
        for width in 0..40 {
            let options = LayoutOptions {
                width,
                ..LayoutOptions::DEFAULT
            };
            let screen = lay_out(&articles, &alignment, &options);
            for line in screen.lines() {
                assert!(line.width() <= width.max(1), "{width}: {line:?}");
            }
        }
    }
}
