//! Stands in for the splitter, the aligner and the view until they are here.

use std::io::{self, Write};
use wirediff::model::{Alignment, Article, Lang, Sentence, Span};

pub fn article(name: String, text: String, lang: Option<Lang>) -> Article {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Span::from(from..at));
                start = None;
            }
            _ => {}
        }
    }
    let sentences = if text.trim().is_empty() {
        Vec::new()
    } else {
        let from = text.len() - text.trim_start().len();
        vec![Sentence {
            span: (from..from + text.trim().len()).into(),
            line: 1,
            paragraph: 0,
            words: 0..words.len() as u32,
        }]
    };
    Article {
        name,
        lang: lang.unwrap_or_default(),
        text,
        sentences,
        words,
    }
}

pub fn json(articles: &[Article], out: &mut impl Write) -> io::Result<()> {
    let articles: Vec<_> = (articles.iter())
        .map(|a| serde_json::json!({
            "name": a.name,
            "sentences": a.sentences.iter().map(|s| serde_json::json!({"text": a.text[s.span.range()]})).collect::<Vec<_>>(),
        }))
        .collect();
    writeln!(
        out,
        "{}",
        serde_json::json!({"format": "wirediff", "version": 1, "articles": articles})
    )
}

pub fn text(
    articles: &[Article],
    _: &Alignment,
    color: bool,
    width: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let (on, off) = if color {
        ("\u{1b}[1m", "\u{1b}[0m")
    } else {
        ("", "")
    };
    for article in articles {
        writeln!(out, "{on}{:=<width$}{off}\n{}", "", article.text)?;
    }
    Ok(())
}
