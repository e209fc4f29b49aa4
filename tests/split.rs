//! What holds of every text that is split: spans, lines, paragraphs, and the same sentences
//! however the text is broken into lines.

use std::fs;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use wirediff::model::{Article, Lang};
use wirediff::split::article;

fn english(text: &str) -> Article {
    article("a.txt".into(), text.into(), Some(Lang::English))
}

fn texts(article: &Article) -> Vec<&str> {
    let all = 0..article.sentences.len();
    all.map(|index| article.sentence_text(index)).collect()
}

/// The sentences with every run of white space as one blank.
fn folded(article: &Article) -> Vec<String> {
    let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    texts(article).into_iter().map(fold).collect()
}

/// An article as paragraphs. No paragraph ends without a stop but the headline, the by-line,
/// the caption and the list items, which is what makes it hard.
const PARAGRAPHS: [&str; 11] = [
    "Ferry runs aground off Kestrel Point, all passengers are safe",
    "By Jane Doe and Tom Orr",
    "KESTREL POINT, Nov. 7 (Wire) — The ferry Alma ran aground off Kestrel Point on Monday \
     morning in thick fog, and all 64 passengers and crew were taken off by lifeboat within two \
     hours, the harbour master, Capt. Ruth Hale, said.",
    "\"We heard a long scraping noise. Then the lights went out,\" said Mr. John A. Penrose, who \
     was on his way to St. Anne's with his wife and their two children. \"Nobody panicked.\"",
    "The Alma, built in 1987 for the U.S. Army Corps of Engineers, belongs to Harrow & Co. Its \
     owner, Lena Dow, declined to comment on Monday. A spokesman said that a well-known salvage \
     company had been hired and that a long-term plan would follow.",
    "The Alma at the pier in 2019",
    "Three questions are open:",
    "- Why was the radar switched off",
    "- Who was on the bridge at 5 a.m. on Monday",
    "- When the tide turned",
    "Officials of the coast guard said the fog came down about an hour after the ship had left \
     Lund at dawn. She is due to be towed off on Wednesday, Nov. 9, at about 6 p.m. if the \
     weather holds.",
];

/// What every rendering of [`PARAGRAPHS`] must give.
fn expected() -> Vec<String> {
    let sentences = [
        PARAGRAPHS[0],
        PARAGRAPHS[1],
        PARAGRAPHS[2],
        "\"We heard a long scraping noise.",
        "Then the lights went out,\" said Mr. John A. Penrose, who was on his way to St. Anne's \
         with his wife and their two children.",
        "\"Nobody panicked.\"",
        "The Alma, built in 1987 for the U.S. Army Corps of Engineers, belongs to Harrow & Co.",
        "Its owner, Lena Dow, declined to comment on Monday.",
        "A spokesman said that a well-known salvage company had been hired and that a long-term \
         plan would follow.",
        PARAGRAPHS[5],
        PARAGRAPHS[6],
        PARAGRAPHS[7],
        PARAGRAPHS[8],
        PARAGRAPHS[9],
        "Officials of the coast guard said the fog came down about an hour after the ship had \
         left Lund at dawn.",
        "She is due to be towed off on Wednesday, Nov. 9, at about 6 p.m. if the weather holds.",
    ];
    sentences.map(String::from).to_vec()
}

/// Fills lines up to `width` columns.
fn wrap(paragraph: &str, width: usize, first_indent: &str) -> String {
    let mut text = String::from(first_indent);
    let mut column = first_indent.len();
    for (index, word) in paragraph.split(' ').enumerate() {
        let length = word.chars().count();
        if index > 0 && column + 1 + length > width {
            text.push('\n');
            column = 0;
        } else if index > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += length;
    }
    text
}

#[test]
fn one_paragraph_a_line() {
    assert_eq!(folded(&english(&PARAGRAPHS.join("\n"))), expected());
    assert_eq!(folded(&english(&PARAGRAPHS.join("\n\n"))), expected());
}

#[test]
fn hard_wrapped_text_gives_the_same_sentences() {
    for width in [60, 65, 70, 72, 76, 80] {
        let wrapped = |indent| PARAGRAPHS.map(|paragraph| wrap(paragraph, width, indent));
        let forms = [
            ("blank lines", wrapped("").join("\n\n")),
            ("indents", wrapped("    ").join("\n")),
            ("nothing but short last lines", wrapped("").join("\n")),
        ];
        for (form, text) in forms {
            for end in ["\n", "\r\n", "\r", "\u{2028}"] {
                let text = text.replace('\n', end);
                assert_eq!(
                    folded(&english(&text)),
                    expected(),
                    "{form}, width {width}, {end:?}"
                );
            }
        }
    }
}

#[test]
fn every_event_can_be_wrapped_to_any_usual_width() {
    let folders = fs::read_dir("fixtures/events").unwrap();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let files = files.map(|file| file.unwrap().path());
    let mut count = 0;
    for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
        let text = fs::read_to_string(&file).unwrap();
        let paragraphs: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let whole = article("a".into(), paragraphs.join("\n\n"), None);
        for width in 44..=100 {
            let wrapped = paragraphs
                .iter()
                .map(|paragraph| wrap(paragraph, width, ""));
            let wrapped = wrapped.collect::<Vec<_>>().join("\n\n");
            let wrapped = article("a".into(), wrapped, Some(whole.lang));
            assert!(folded(&wrapped) == folded(&whole), "{file:?} at {width}");
        }
        count += 1;
    }
    assert!(count > 20, "{count} articles");
}

#[test]
fn what_cannot_be_seen_beside_line_ends_changes_no_sentence() {
    let paragraphs = PARAGRAPHS.map(|paragraph| wrap(paragraph, 72, ""));
    let text = paragraphs.join("\n\n");
    for end in ["\n\u{200f}", "\u{200e}\n", "\u{feff}\n\u{200b}"] {
        let marked = english(&text.replace('\n', end));
        let seen = folded(&marked).into_iter().map(|sentence| {
            let seen = |c: &char| !"\u{200f}\u{200e}\u{feff}\u{200b}".contains(*c);
            let seen: String = sentence.chars().filter(seen).collect();
            seen.trim().to_owned()
        });
        assert_eq!(seen.collect::<Vec<_>>(), expected(), "{end:?}");
    }
}

#[test]
fn the_language_is_told_however_accents_are_typed() {
    let text = "Novák přišel, např. v Praze. Dne 5. května řekl, že č. 5 je už pryč.";
    let split = |text: String| article("a".into(), text, None).sentences.len();
    assert_eq!(split(text.nfd().collect()), split(text.into()));
}

#[test]
fn a_telex_in_capitals_is_joined() {
    let paragraphs = PARAGRAPHS.map(str::to_uppercase);
    let whole = folded(&english(&paragraphs.join("\n\n")));
    assert!(whole.len() >= PARAGRAPHS.len());
    for width in [60, 65, 70, 80] {
        let wrapped = paragraphs.each_ref().map(|text| wrap(text, width, ""));
        assert_eq!(folded(&english(&wrapped.join("\n\n"))), whole, "{width}");
    }
}

#[test]
fn a_wrapped_line_that_starts_with_the_day_of_a_month_is_no_list_item() {
    let text = "Nothing was known about the losses in the three months to Sept.\n\
                30. Analysts had expected a small gain for the whole of the year.\n";
    assert_eq!(english(text).sentences.len(), 2);
}

#[test]
fn a_short_hard_wrapped_article_is_joined() {
    let text = "The ferry Alma ran aground off Kestrel Point on Monday, and all its\n\
                passengers were taken off by lifeboat, the harbour master, Capt.\n\
                Ruth Hale, said. She praised the well-\nknown crew.";
    let sentences = folded(&english(text));
    assert_eq!(sentences.len(), 2);
    assert_eq!(sentences[1], "She praised the well- known crew.");
}

#[test]
fn lines_as_full_as_they_can_be_are_wrapped_whatever_they_start_with() {
    let text = "Karlsruhe hat am Montag den Bau einer Brücke über den Rhein bei\n\
                Maxau gebilligt (Az. 12/2). Die Kosten trägt nach den Worten der\n\
                Oberbürgermeisterin Ruth Hahl das Land. Das sei nach 12 Jahren\n\
                Streit ein Erfolg. Im Rat stimmten am Abend 31 von 48 der\n\
                Abgeordneten dafür.";
    let german = |text: &str| article("a".to_owned(), text.to_owned(), Some(Lang::German));
    let count = |text: &str| german(text).sentences.len();
    assert_eq!(count(text), 4);
    let shorter = text.replace("Streit ein Erfolg", "Erfolg");
    assert_eq!(count(&shorter), 8, "one line is too short to be wrapped");
}

#[test]
fn verse_and_tables_keep_their_lines() {
    let text = "apples\npears\nplums\nand cherries";
    assert_eq!(
        texts(&english(text)),
        ["apples", "pears", "plums", "and cherries"]
    );
    let text = "Alma 3 1\nKestrel 2 2\nHarrow 0 5";
    assert_eq!(english(text).sentences.len(), 3);
}

#[test]
fn lines_and_paragraphs_are_numbered_as_an_editor_does() {
    let article = english("Head\r\n\r\nOne. Two.\r\n\x0cThree.\rFour.");
    let found: Vec<_> = texts(&article)
        .into_iter()
        .zip(
            article
                .sentences
                .iter()
                .map(|sentence| (sentence.line, sentence.paragraph)),
        )
        .collect();
    let expected = [
        ("Head", (1, 0)),
        ("One.", (3, 1)),
        ("Two.", (3, 1)),
        ("Three.", (5, 2)),
        ("Four.", (6, 3)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_sentence_has_the_line_on_which_it_starts() {
    let text = "The ferry Alma ran aground off Kestrel Point on Monday, and all of its\n\
                passengers were taken off by lifeboat. Nobody was hurt in the accident, as\n\
                far as is known. All is well.";
    let lines: Vec<_> = english(text)
        .sentences
        .iter()
        .map(|sentence| sentence.line)
        .collect();
    assert_eq!(lines, [1, 2, 3]);
}

#[test]
fn signs_without_words_are_not_lost() {
    assert_eq!(
        texts(&english("One.\n***\n...\nTwo.")),
        ["One.", "***", "...", "Two."]
    );
    assert_eq!(texts(&english("  \n\t\r\n\u{a0}")), [""; 0]);
    assert_eq!(texts(&english("")), [""; 0]);
}

#[test]
fn the_language_is_told_from_the_text() {
    let text =
        "Die Sitzung begann am 3. Oktober. Sie endete, wie alle wussten, erst spät in der Nacht.";
    let article = article("a".into(), text.into(), None);
    assert_eq!((article.lang, article.sentences.len()), (Lang::German, 2));
}

/// Checks what must hold of any text.
fn check(text: &str, lang: Lang) -> Result<(), TestCaseError> {
    let article = article("a".into(), text.into(), Some(lang));
    prop_assert_eq!(&article.text, text);
    let mut end = 0;
    let mut words = 0;
    for (index, sentence) in article.sentences.iter().enumerate() {
        let range = sentence.span.range();
        prop_assert!(range.start >= end && range.start < range.end);
        prop_assert!(text[end..range.start].trim().is_empty(), "lost text");
        let inside = article.sentence_text(index);
        prop_assert_eq!(inside, inside.trim());
        prop_assert_eq!(sentence.words.start, words);
        words = sentence.words.end;
        for word in &article.words[sentence.words.start as usize..words as usize] {
            prop_assert!(range.start <= word.start as usize && word.end as usize <= range.end);
            let word = &text[word.range()];
            let is_sign = word.chars().count() == 1;
            prop_assert!(word.contains(char::is_alphanumeric) || is_sign, "{word:?}");
        }
        end = range.end;
    }
    prop_assert!(text[end..].trim().is_empty(), "lost text");
    prop_assert_eq!(words as usize, article.words.len());
    let order = article
        .sentences
        .iter()
        .map(|sentence| (sentence.paragraph, sentence.line));
    prop_assert!(order.clone().zip(order.skip(1)).all(|(a, b)| a <= b));
    let again = self::article("a".into(), text.into(), Some(lang));
    prop_assert_eq!(again, article);
    Ok(())
}

proptest! {
    #[test]
    fn any_string_gives_valid_spans(text in any::<String>(), lang in 0..14_usize) {
        check(&text, Lang::all().nth(lang).unwrap_or_default())?;
    }

    #[test]
    fn strings_rich_in_marks_give_valid_spans(
        text in "([A-Ca-c1-3]|Mr|U\\.S|etc|[.!?…,:;]|[ \\n]|[\"'“”‘’«»„()\\[\\]]|[-–—]|\\r\\n|[\\u{a0}\\u{2028}\\u{202f}\\u{200f}\\u{301}\\u{feff}]|[éЖжあ。「」！ا؟।]){0,80}",
        lang in 0..14_usize,
    ) {
        check(&text, Lang::all().nth(lang).unwrap_or_default())?;
    }
}

#[test]
fn hostile_texts_are_split_in_no_time() {
    const BYTES: usize = 200_000;
    let parts = [
        "word and more ",
        "a",
        ".",
        ". ",
        "\"",
        "'",
        "\n",
        "(",
        "(a. B ",
        "Inc. Xyz ",
        "A. ",
        "a. ' ",
        "1. ",
        "Ж. ",
        "…",
        "a\u{301}.",
        "他说。”“",
    ];
    let mut texts = parts.map(|part| part.repeat(BYTES / part.len())).to_vec();
    texts.push(format!("A.{}B", " ".repeat(BYTES)));
    texts.push(format!("Ж.{}Ж", "“".repeat(BYTES)));
    for text in texts {
        let started = std::time::Instant::now();
        let length = text.len();
        let start: String = text.chars().take(20).collect();
        let article = article("a".into(), text, Some(Lang::English));
        let taken = started.elapsed();
        // A debug build is some twenty times slower than what is shipped; a quadratic look
        // would take hours.
        assert!(
            taken.as_secs() < 30,
            "{start}… ({length} bytes) took {taken:?}"
        );
        drop(article);
    }
}
