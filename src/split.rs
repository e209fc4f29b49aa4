//! Splits a text into sentences: lines to blocks, blocks to sentences.
//!
//! `blocks` finds the stretches in which line ends mean nothing, and `block_text` takes off what no
//! reader sees of how they were typed. In a block, each full stop, question mark and the like (`stop`)
//! is judged by what stands before it (`token`, `initials`, `abbreviation`) and what follows (`next`,
//! `quotation`), with the words that a language knows (`table`) and how the article writes them
//! elsewhere (`evidence`). Where no rule speaks, UAX #29 decides (`uax`). No rule reads more than a fixed stretch around a stop (`bounded`), so
//! the time is linear in the text.
//!
//! What is a matter of taste is done as a news editor would:
//!
//! - A line that ends on purpose ends a sentence, with a stop or without: headlines, by-lines,
//!   captions, list items, a row of stars.
//! - A quotation of several sentences is several sentences. The attribution stays with the one
//!   it follows, after whatever stop: `"Why?" Smith asked.` and `"We won." he said.` are one each.
//! - Between single straight quotation marks that open before a small letter nothing ends: they mostly
//!   enclose a title or a phrase, and cannot be told from apostrophes over a distance.
//! - Brackets inside a sentence are part of it, whatever stops they hold. Brackets that open
//!   before a sentence hold sentences of their own.
//! - A pull quote, that is a block of one quotation and a name, stays whole (`pull_quote`).
//! - A dateline stays with its sentence: `LONDON (Reuters) - The ...`.
//! - The number of a list item stays with the item; so do note marks (`.[7]`) with the sentence
//!   before them.
//! - No sentence starts with a small letter, unless it is a name such as "iPhone". So `Yahoo! in`
//!   and `Where next? asked` go on.
//! - After an abbreviation that may stand in a name ("Inc.", "U.S.", "St."), only a word that
//!   starts sentences does so: "the U.S. The" is an end, "the U.S. Senate" is none. After one that
//!   closes a phrase ("p.m.", "Ph.D.", "lb."), every capital does, unless nothing but a phrase of
//!   time or place came before: "At 5 a.m. Smith left" is one sentence.
//! - After "…" or "..." a capital starts a sentence, a small letter none.
//! - A forgotten blank counts where both sides are plain words: "high.Today it".

mod abbreviation;
mod block_text;
mod blocks;
mod enclosed;
mod evidence;
mod initials;
mod lines;
mod next;
mod place;
mod pull_quote;
mod quotation;
mod rules;
mod stop;
mod table;
mod token;
mod uax;

#[cfg(feature = "check")]
pub(crate) use lines::line_ranges;
pub(crate) use stop::ends_with_stop;
pub(crate) use token::is_dotted;

use block_text::{BlockText, as_read, is_invisible, is_of_gap};
use lines::Line;
use place::Place;
use pull_quote::is_pull_quote;
use rules::Rules;

use crate::bounded::head;
use crate::model::{Article, Lang, Sentence, Span};
use crate::{lang, parallel, words};

/// Splits `text` into an article: its sentences with their lines and paragraphs, and its words.
///
/// The language is told from the text where `lang` is `None`. All spans are byte offsets
/// into `text`, which stays as it is. Every character that is not white space stands in
/// exactly one sentence. A paragraph is a block: what the reader sees as one stretch of text.
pub fn article(name: String, text: String, lang: Option<Lang>) -> Article {
    let lang = lang.unwrap_or_else(|| lang::detect(&as_read(head(&text, lang::SAMPLE))));
    let lines = lines::lines(&text);
    let mut sentences: Vec<Sentence> = Vec::with_capacity(text.len() / SENTENCE);
    let mut words = Vec::with_capacity(text.len() / WORD);
    let rules = Rules::new(&text, lang);
    for (paragraph, block) in blocks::blocks(&text, &lines).iter().enumerate() {
        let lines = &lines[block.first..=block.last];
        split_block(&text, lines, &rules, |span, line| {
            // A line on which nothing can be seen goes with what stands before it.
            let is_unseen = text[span.range()].chars().all(is_of_gap);
            if let Some(last) = sentences.last_mut().filter(|_| is_unseen) {
                last.span.end = span.end;
                return;
            }
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

/// How many bytes of news a word takes, with the blank behind it, and rather too few: room is made
/// at once.
const WORD: usize = 5;
/// The same for a sentence.
const SENTENCE: usize = 80;

/// Splits several texts, `(name, text)` each, as [`article`] does, on all cores.
pub fn articles(texts: Vec<(String, String)>, lang: Option<Lang>) -> Vec<Article> {
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let split = |(name, text)| article(name, text, lang);
    parallel::map_few(texts, bytes > WORTH_A_THREAD, split)
}

/// Fewer bytes than this are split before another core is awake.
const WORTH_A_THREAD: usize = 128 << 10;

/// Gives the span and the line number of each sentence of the block that `lines` make up.
fn split_block(text: &str, lines: &[Line], rules: &Rules<'_>, mut emit: impl FnMut(Span, u32)) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let block = BlockText::new(&text[first.start..last.end]);
    let mut start = first.start;
    let mut line = 0;
    let mut give = |end: usize| {
        let whole = &text[start..end];
        let from = end - whole.trim_start().len();
        let inner = whole.trim();
        start = end;
        if !inner.is_empty() {
            while lines.get(line + 1).is_some_and(|next| next.start <= from) {
                line += 1;
            }
            emit(Span::from(from..from + inner.len()), lines[line].number);
        }
    };
    let read = block.as_str();
    let (mut sentence, mut from) = (0, 0);
    if is_pull_quote(read) {
        from = read.len();
    }
    while let Some(stop) = stop::find(read, from, rules.lang()) {
        from = stop.end;
        let place = Place {
            text: read,
            sentence,
            stop,
        };
        if rules.ends(&place) {
            // What cannot be seen goes with what it touches.
            let end = first.start + block.place(stop.end);
            let unseen = text[end..last.end].find(|c| !is_invisible(c));
            give(end + unseen.unwrap_or(0));
            sentence = stop.next;
        }
    }
    give(last.end);
}
