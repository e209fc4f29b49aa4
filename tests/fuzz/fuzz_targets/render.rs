//! Any two texts at any width, in every theme and as JSON: no line is wider than the width,
//! nothing that a terminal would act on gets through, and the JSON can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use wirediff::align::{AlignOptions, align};
use wirediff::layout::{LayoutOptions, lay_out};
use wirediff::model::{Article, Lang};
use wirediff::render::{json, terminal};
use wirediff::split;
use wirediff::theme::Theme;

fuzz_target!(|input: (u8, bool, u8, String, Vec<String>)| {
    let (width, colour, context, name, texts) = input;
    if texts.len() > 3 {
        return;
    }
    let article = |text: &String| split::article(name.clone(), text.clone(), Some(Lang::English));
    let articles: Vec<Article> = texts.iter().map(article).collect();
    let alignment = align(&articles, &AlignOptions::default());
    let theme = if colour { Theme::STANDARD } else { Theme::PLAIN };
    let options = LayoutOptions {
        width: usize::from(width),
        marks: theme.marks(),
        reference: usize::from(context / 16) % texts.len().max(1),
        by_share: context & 8 != 0,
        context: (context & 4 != 0).then_some(usize::from(context & 3)),
        ..LayoutOptions::DEFAULT
    };
    let screen = lay_out(&articles, &alignment, &options);
    for line in screen.lines() {
        let columns: usize = line.as_str().graphemes(true).map(UnicodeWidthStr::width).sum();
        assert!(columns <= usize::from(width).max(1), "{columns} in {width}: {line:?}");
        assert!(!line.as_str().chars().any(acts), "{line:?}");
    }
    let mut out = Vec::new();
    assert!(terminal::write(&mut out, screen.lines(), theme, &terminal::NO_LINKS).is_ok());
    let out = String::from_utf8(out).expect("the view is UTF-8");
    for part in out.split('\u{1b}').skip(1) {
        let (code, _) = part.split_once('m').expect("a style is an SGR code");
        assert!(code.starts_with('[') && code[1..].bytes().all(|b| b.is_ascii_digit() || b == b';'));
    }
    let mut out = Vec::new();
    assert!(json::write(&mut out, &articles, &alignment).is_ok());
    let value: serde_json::Value = serde_json::from_slice(&out).expect("the JSON can be read");
    assert_eq!(value["articles"].as_array().map(Vec::len), Some(articles.len()));
});

/// What a terminal may take for a command, or what reorders or hides text.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}
