//! The JSON contract, written piece by piece: nothing is gathered in memory.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::hidden::is_unsafe;
use crate::model::{
    Alignment, Article, Edit, Group, Match, Repeat, Run, Sentence, Share, Shift, Span, label,
};

/// Raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Writes one JSON object and a line feed.
///
/// Scores and shares have four decimals. Errors are those of `out`.
pub fn write(
    out: &mut (impl Write + ?Sized),
    articles: &[Article],
    alignment: &Alignment,
) -> io::Result<()> {
    let document = Document {
        format: "wirediff",
        version: VERSION,
        articles: Each(articles.iter().enumerate().map(article_json)),
        matches: Each(alignment.matches.iter().map(match_json)),
        groups: Each(alignment.groups.iter().map(group_json)),
        shares: Each(alignment.shares.iter().map(share_json)),
        repeats: Each(alignment.repeats.iter().map(repeat_json)),
    };
    write_safe(out, &document)
}

/// Writes a value and a line feed, so that no text in it acts on a terminal.
///
/// Errors are those of `out`.
pub(crate) fn write_safe(
    out: &mut (impl Write + ?Sized),
    value: &impl Serialize,
) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Safe))?;
    out.write_all(b"\n")
}

/// Writes characters that a terminal may act on, or that hide or reorder text, as `\uXXXX`: data
/// is printed to terminals too.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_unsafe) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut chars = rest[at..].chars();
            for unit in chars.next().iter().flat_map(|c| utf16(*c)) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = chars.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}

/// The code units of a character, as JSON writes it.
fn utf16(c: char) -> Vec<u16> {
    c.encode_utf16(&mut [0; 2]).to_vec()
}

/// A JSON array of what an iterator gives, made one by one.
pub(crate) struct Each<I>(pub(crate) I);

impl<I> Serialize for Each<I>
where
    I: Iterator + Clone,
    I::Item: Serialize,
{
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(Serialize)]
struct Document<A: Serialize, M: Serialize, G: Serialize, S: Serialize, R: Serialize> {
    format: &'static str,
    version: u32,
    articles: A,
    matches: M,
    groups: G,
    shares: S,
    repeats: R,
}

#[derive(Serialize)]
struct ArticleJson<'a, S: Serialize> {
    label: String,
    name: &'a str,
    words: usize,
    sentences: S,
}

fn article_json((index, article): (usize, &Article)) -> impl Serialize {
    ArticleJson {
        label: label(index),
        name: &article.name,
        words: article.words.len(),
        sentences: Each(
            article
                .sentences
                .iter()
                .map(|sentence| sentence_json(article, sentence)),
        ),
    }
}

#[derive(Serialize)]
struct SentenceJson<'a> {
    start: u32,
    end: u32,
    line: u32,
    paragraph: u32,
    text: &'a str,
}

fn sentence_json<'a>(article: &'a Article, sentence: &Sentence) -> SentenceJson<'a> {
    SentenceJson {
        start: sentence.span.start,
        end: sentence.span.end,
        line: sentence.line,
        paragraph: sentence.paragraph,
        text: &article.text[sentence.span.range()],
    }
}

#[derive(Serialize)]
struct RunJson<R: Serialize> {
    article: usize,
    sentences: R,
}

fn run_json(run: &Run) -> impl Serialize {
    RunJson {
        article: run.article,
        sentences: Each(run.sentences.clone()),
    }
}

#[derive(Serialize)]
struct MatchJson<L: Serialize, R: Serialize, E: Serialize, S: Serialize, P: Serialize> {
    left: L,
    right: R,
    kind: &'static str,
    score: f64,
    moved: bool,
    edits: E,
    shifted: S,
    punctuation: P,
}

fn match_json(found: &Match) -> impl Serialize {
    MatchJson {
        left: run_json(&found.left),
        right: run_json(&found.right),
        kind: found.kind.id(),
        score: rounded(found.score),
        moved: found.moved,
        edits: Each(found.edits.iter().map(edit_json)),
        shifted: Each(found.shifted.iter().map(shift_json)),
        punctuation: Each(found.punctuation.iter().map(edit_json)),
    }
}

#[derive(Serialize)]
struct EditJson {
    op: &'static str,
    left: [u32; 2],
    right: [u32; 2],
}

fn edit_json(edit: &Edit) -> EditJson {
    EditJson {
        op: edit.op.id(),
        left: ends(edit.left),
        right: ends(edit.right),
    }
}

#[derive(Serialize)]
struct ShiftJson {
    left: [u32; 2],
    right: [u32; 2],
}

fn shift_json(shift: &Shift) -> ShiftJson {
    ShiftJson {
        left: ends(shift.left),
        right: ends(shift.right),
    }
}

fn ends(span: Span) -> [u32; 2] {
    [span.start, span.end]
}

#[derive(Serialize)]
struct GroupJson<M: Serialize> {
    members: M,
}

fn group_json(group: &Group) -> impl Serialize {
    GroupJson {
        members: Each(group.members.iter().map(run_json)),
    }
}

#[derive(Serialize)]
struct ShareJson {
    article: usize,
    from: usize,
    identical: f64,
    edited: f64,
    rewritten: f64,
    reused: f64,
}

fn share_json(share: &Share) -> ShareJson {
    let kinds = [share.identical, share.edited, share.rewritten].map(rounded);
    ShareJson {
        article: share.article,
        from: share.from,
        identical: kinds[0],
        edited: kinds[1],
        rewritten: kinds[2],
        // The sum of what is written, not of what was rounded.
        reused: rounded(kinds.iter().sum()),
    }
}

#[derive(Serialize)]
struct RepeatJson {
    article: usize,
    sentence: usize,
    of: usize,
}

fn repeat_json(repeat: &Repeat) -> RepeatJson {
    RepeatJson {
        article: repeat.article,
        sentence: repeat.sentence,
        of: repeat.of,
    }
}

/// Four decimals are enough to read, and the same on every machine.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample::{Sample, article_of};
    use crate::model::{Kind, Op};
    use serde_json::{Value, json};

    fn sample() -> Sample {
        let mut left = article_of(&["Nobody was injured."]);
        left.name = "wire \"one\".txt".to_owned();
        let right = article_of(&["Nobody was hurt.", "Nobody was hurt."]);
        let mut sample =
            Sample::of(vec![left, right]).with_group(&["A1", "B1"], Kind::Edited, true);
        let found = &mut sample.alignment.matches[0];
        found.score = 2.0 / 3.0;
        found.shifted = vec![Shift {
            left: Span::from(11..18),
            right: Span::from(11..15),
        }];
        found.punctuation = vec![Edit {
            op: Op::Delete,
            left: Span::from(6..7),
            right: Span::from(6..6),
        }];
        sample.alignment.shares = vec![Share {
            article: 0,
            from: 1,
            identical: 0.0,
            edited: 2.0 / 3.0,
            rewritten: 0.125,
        }];
        sample.alignment.repeats = vec![Repeat {
            article: 1,
            sentence: 1,
            of: 0,
        }];
        sample
    }

    #[test]
    fn follows_the_contract() {
        let sample = sample();
        let mut out = Vec::new();
        write(&mut out, &sample.articles, &sample.alignment).unwrap();
        assert!(out.ends_with(b"}\n"));
        let expected = json!({
            "format": "wirediff",
            "version": 1,
            "articles": [
                { "label": "A", "name": "wire \"one\".txt", "words": 3, "sentences": [
                    { "start": 0, "end": 19, "line": 1, "paragraph": 0, "text": "Nobody was injured." },
                ] },
                { "label": "B", "name": "article.txt", "words": 6, "sentences": [
                    { "start": 0, "end": 16, "line": 1, "paragraph": 0, "text": "Nobody was hurt." },
                    { "start": 17, "end": 33, "line": 2, "paragraph": 1, "text": "Nobody was hurt." },
                ] },
            ],
            "matches": [
                { "left": { "article": 0, "sentences": [0] },
                  "right": { "article": 1, "sentences": [0] },
                  "kind": "edited", "score": 0.6667, "moved": true,
                  "edits": [
                    { "op": "equal", "left": [0, 7], "right": [0, 7] },
                    { "op": "equal", "left": [7, 11], "right": [7, 11] },
                    { "op": "replace", "left": [11, 19], "right": [11, 16] },
                  ],
                  "shifted": [{ "left": [11, 18], "right": [11, 15] }],
                  "punctuation": [{ "op": "delete", "left": [6, 7], "right": [6, 6] }] },
            ],
            "groups": [
                { "members": [
                    { "article": 0, "sentences": [0] },
                    { "article": 1, "sentences": [0] },
                ] },
            ],
            "shares": [
                { "article": 0, "from": 1, "identical": 0.0, "edited": 0.6667,
                  "rewritten": 0.125, "reused": 0.7917 },
            ],
            "repeats": [{ "article": 1, "sentence": 1, "of": 0 }],
        });
        assert_eq!(serde_json::from_slice::<Value>(&out).unwrap(), expected);
    }

    #[test]
    fn reused_is_the_sum_of_the_kinds_as_they_are_written() {
        let share = share_json(&Share {
            article: 0,
            from: 1,
            identical: 0.123_44,
            edited: 0.123_44,
            rewritten: 0.123_44,
        });
        assert_eq!((share.identical, share.reused), (0.1234, 0.3702));
    }

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_read_back() {
        let text =
            "a\u{1b}[2J \u{9b}31m \u{7f} \u{202e}b\u{2066} \u{feff}\u{e0041} é 船 👩\u{200d}🚀";
        let mut article = article_of(&[text]);
        article.name = text.to_owned();
        let mut out = Vec::new();
        write(&mut out, &[article], &Alignment::default()).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert!(!json.trim_end().contains(is_unsafe), "{json:?}");
        assert!(json.contains("é 船 👩\u{200d}🚀"));
        let value: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["articles"][0]["name"], text);
        assert_eq!(value["articles"][0]["sentences"][0]["text"], text);
    }

    #[test]
    fn an_error_of_the_writer_is_the_caller_s() {
        let sample = sample();
        let mut full: &mut [u8] = &mut [0; 100];
        let error = write(&mut full, &sample.articles, &sample.alignment).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::WriteZero);
    }
}
