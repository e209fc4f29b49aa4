//! Small articles and alignments made by hand, for the tests of the layout.

use crate::model::{
    Alignment, Article, Edit, Group, Kind, Lang, Match, Op, Run, Sentence, Span, label,
};

/// Articles and what is known about them.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) articles: Vec<Article>,
    pub(crate) alignment: Alignment,
}

impl Sample {
    /// One article for each count of sentences, each sentence of three words.
    pub(crate) fn new(counts: &[usize]) -> Self {
        let sentences = |(article, &count): (usize, &usize)| {
            let text = |sentence| format!("Word {}{} said.", label(article), sentence);
            article_of(&(1..=count).map(text).collect::<Vec<_>>())
        };
        Sample::of(counts.iter().enumerate().map(sentences).collect())
    }

    /// Articles without an alignment.
    pub(crate) fn of(articles: Vec<Article>) -> Self {
        Sample {
            articles,
            alignment: Alignment::default(),
        }
    }

    /// Adds a group of runs such as `A1` or `B2-3`, and an identical match for every pair.
    pub(crate) fn group(self, runs: &[&str]) -> Self {
        self.with_group(runs, Kind::Identical, false)
    }

    /// As [`Sample::group`], out of the common order.
    pub(crate) fn moved(self, runs: &[&str]) -> Self {
        self.with_group(runs, Kind::Identical, true)
    }

    /// Adds a group, and a match of the given kind for every pair of its members.
    pub(crate) fn with_group(mut self, runs: &[&str], kind: Kind, moved: bool) -> Self {
        for (index, left) in runs.iter().enumerate() {
            for right in &runs[index + 1..] {
                self = self.with_match(left, right, kind, moved);
            }
        }
        let members = runs.iter().map(|name| run(name)).collect();
        self.alignment.groups.push(Group { members });
        self
    }

    /// Adds a match that no group holds; its edits compare word by word from the left.
    pub(crate) fn with_match(mut self, left: &str, right: &str, kind: Kind, moved: bool) -> Self {
        let (left, right) = (run(left), run(right));
        self.alignment.matches.push(Match {
            edits: edits(&self.articles, &left, &right),
            left,
            right,
            kind,
            score: 0.75,
            moved,
        });
        self
    }
}

/// An article of the given sentences, one a line and a paragraph.
pub(crate) fn article_of<S: AsRef<str>>(sentences: &[S]) -> Article {
    let mut article = Article {
        name: "article.txt".to_owned(),
        text: String::new(),
        lang: Lang::English,
        sentences: Vec::new(),
        words: Vec::new(),
    };
    for (index, sentence) in sentences.iter().enumerate() {
        let start = article.text.len();
        let first = article.words.len() as u32;
        article.text.push_str(sentence.as_ref());
        let words = words(sentence.as_ref());
        let spans = words.map(|word| Span::from(start + word.start..start + word.end));
        article.words.extend(spans);
        article.sentences.push(Sentence {
            span: Span::from(start..article.text.len()),
            line: index as u32 + 1,
            paragraph: index as u32,
            words: first..article.words.len() as u32,
        });
        article.text.push('\n');
    }
    article
}

fn words(sentence: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let words = sentence.split_whitespace();
    words.map(move |word| {
        let start = word.as_ptr() as usize - sentence.as_ptr() as usize;
        start..start + word.len()
    })
}

/// A run as the tests write it: `A1`, `B2-3`.
pub(crate) fn said(run: &Run) -> String {
    let first = run.sentences.start + 1;
    let last = run.sentences.end;
    let more = if last > first {
        format!("-{last}")
    } else {
        String::new()
    };
    format!("{}{first}{more}", label(run.article))
}

fn run(name: &str) -> Run {
    let (article, numbers) = name.split_at(1);
    let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
    let number = |digits: &str| digits.parse::<usize>().unwrap();
    Run {
        article: usize::from(article.as_bytes()[0] - b'A'),
        sentences: number(first) - 1..number(last),
    }
}

/// The edits that set the words of two runs against each other in pairs.
fn edits(articles: &[Article], left: &Run, right: &Run) -> Vec<Edit> {
    let (a, b) = (&articles[left.article], &articles[right.article]);
    let (words_a, words_b) = (
        &a.words[a.words_of(&left.sentences)],
        &b.words[b.words_of(&right.sentences)],
    );
    let end = |article: &Article, run: &Run| article.sentences[run.sentences.end - 1].span.end;
    let (end_a, end_b) = (end(a, left), end(b, right));
    let count = words_a.len().max(words_b.len());
    let stretch = |words: &[Span], index: usize, end: u32| {
        let start = words.get(index).map_or(end, |word| word.start);
        let next = words.get(index + 1).map_or(end, |word| word.start);
        Span { start, end: next }
    };
    let edit = |index| {
        let left = stretch(words_a, index, end_a);
        let right = stretch(words_b, index, end_b);
        let (word_a, word_b) = (a.text[left.range()].trim(), b.text[right.range()].trim());
        let op = match (word_a == word_b, word_a.is_empty(), word_b.is_empty()) {
            (true, ..) => Op::Equal,
            (_, true, _) => Op::Insert,
            (_, _, true) => Op::Delete,
            _ => Op::Replace,
        };
        Edit { op, left, right }
    };
    (0..count).map(edit).collect()
}
