//! Splits a text into sentences: lines to blocks, blocks to sentences.

mod blocks;
mod bounded;
mod lines;
mod next;
mod rules;
mod stop;
mod table;
mod token;
mod uax;

use std::borrow::Cow;

pub(crate) use bounded::head;

use lines::Line;
use rules::{Place, Rules};

use crate::model::{Article, Lang, Sentence, Span};
use crate::{lang, words};

/// Splits `text` into an article: its sentences with their lines and paragraphs, and its words.
///
/// The language is told from the text where `lang` is `None`. All spans are byte offsets
/// into `text`, which stays as it is. Every character that is not white space stands in
/// exactly one sentence. A paragraph is a block: what the reader sees as one stretch of text.
pub fn article(name: String, text: String, lang: Option<Lang>) -> Article {
    let lang = lang.unwrap_or_else(|| lang::detect(&text));
    let lines = lines::lines(&text);
    let mut sentences = Vec::new();
    let mut words = Vec::new();
    let rules = Rules::new(&text, lang);
    for (paragraph, block) in blocks::blocks(&text, &lines).iter().enumerate() {
        let lines = &lines[block.first..=block.last];
        split_block(&text, lines, &rules, |span, line| {
            let first = words.len() as u32;
            words::spans(&text, span, &mut words);
            sentences.push(Sentence {
                span,
                line,
                paragraph: paragraph as u32,
                words: first..words.len() as u32,
            });
        });
    }
    drop(rules);
    Article {
        name,
        text,
        lang,
        sentences,
        words,
    }
}

/// Gives the span and the line number of each sentence of the block that `lines` make up.
fn split_block(text: &str, lines: &[Line], rules: &Rules<'_>, mut emit: impl FnMut(Span, u32)) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let offset = first.start;
    let block = unwrap(text, lines, offset..last.end);
    let mut line = 0;
    let mut give = |range: std::ops::Range<usize>| {
        let inner = block[range.clone()].trim();
        if !inner.is_empty() {
            let start = offset
                + range.start
                + (block[range.clone()].len() - block[range].trim_start().len());
            while lines.get(line + 1).is_some_and(|next| next.start <= start) {
                line += 1;
            }
            emit(Span::from(start..start + inner.len()), lines[line].number);
        }
    };
    let (mut sentence, mut from) = (0, 0);
    while let Some(stop) = stop::find(&block, from, rules.lang()) {
        from = stop.end;
        let place = Place {
            text: &block,
            sentence,
            stop,
        };
        if rules.ends(&place) {
            give(sentence..stop.end);
            sentence = stop.next;
        }
    }
    give(sentence..block.len());
}

/// The text of a block with its line ends as blanks, byte for byte in the same places.
fn unwrap<'a>(text: &'a str, lines: &[Line], range: std::ops::Range<usize>) -> Cow<'a, str> {
    if lines.len() == 1 {
        return Cow::Borrowed(&text[range]);
    }
    let mut block = String::with_capacity(range.len());
    for line in lines {
        let gap = range.start + block.len()..line.start;
        block.extend(std::iter::repeat_n(' ', gap.len()));
        block.push_str(&text[line.start..line.end]);
    }
    Cow::Owned(block)
}
