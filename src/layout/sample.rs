//! Small articles and alignments made by hand, for the tests of the layout.

use proptest::prelude::*;

use crate::model::{
    Alignment, Article, Edit, Group, Kind, Lang, Match, Op, Repeat, Run, Sentence, Shift, Span,
    label,
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
            shifted: Vec::new(),
            punctuation: Vec::new(),
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

/// Sentences of every sort that news brings, and of some that only an attacker would write.
fn any_sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]{1,9}",
        1 => "[A-Z][a-z]{12,30}",
        1 => "[0-9]{1,4}-[a-z]{2,5},",
        1 => Just("船は港に着いた。".to_owned()),
        1 => Just("เรือมาถึงท่าเรือ".to_owned()),
        1 => Just("ע\u{5b4}ברית\u{200f}".to_owned()),
        1 => Just("e\u{301}\u{302}\u{303}a\u{308}".to_owned()),
        1 => Just("👩\u{200d}👩\u{200d}👧🇩🇪👍🏽".to_owned()),
        1 => Just("co\u{ad}operate\u{200b}\u{202e}evil\u{2066}".to_owned()),
        1 => Just("\u{1b}[31mred\u{7}\u{9b}2J\u{7f}".to_owned()),
        1 => Just("https://example.org/a/very/long/address?of=a&page".to_owned()),
        1 => Just("10\u{a0}000".to_owned()),
        1 => any::<char>().prop_map(|c| format!("x{c}")),
    ];
    let space = prop_oneof![8 => Just(" "), 1 => Just("\n"), 1 => Just("\t "), 1 => Just("\r\n  ")];
    let words = prop::collection::vec((word, space), 1..12);
    words.prop_map(|words| {
        let text: String = words
            .into_iter()
            .flat_map(|(word, space)| [word, space.to_owned()])
            .collect();
        format!("S{}", text.trim())
    })
}

/// Articles of any sentences, with groups, matches and repeats between any of them.
pub(crate) fn any_sample() -> impl Strategy<Value = Sample> {
    let article = prop::collection::vec((any_sentence(), any::<bool>()), 0..8);
    let articles = prop::collection::vec(article, 1..5);
    (articles, prop::collection::vec(any::<u32>(), 64)).prop_map(|(articles, dice)| {
        let articles = articles.iter().map(|sentences| {
            let (texts, breaks): (Vec<_>, Vec<_>) = sentences.iter().cloned().unzip();
            let mut article = article_of(&texts);
            let mut paragraph = 0;
            for (sentence, starts) in article.sentences.iter_mut().zip(breaks) {
                paragraph += u32::from(starts);
                sentence.paragraph = paragraph;
            }
            article
        });
        let mut dice = Dice {
            rolls: dice,
            next: 0,
        };
        Sample::of(articles.collect())
            .with_groups(&mut dice)
            .with_weak_matches(&mut dice)
            .with_shifts(&mut dice)
    })
}

/// Choices drawn by the strategy.
struct Dice {
    rolls: Vec<u32>,
    next: usize,
}

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.next += 1;
        self.rolls[self.next % self.rolls.len()] as usize % sides
    }

    fn kind(&mut self) -> Kind {
        [Kind::Identical, Kind::Edited, Kind::Rewritten][self.roll(3)]
    }
}

impl Sample {
    /// Cuts each article into runs, and puts runs of different articles together at random.
    fn with_groups(mut self, dice: &mut Dice) -> Self {
        let mut groups: Vec<Vec<Run>> = vec![Vec::new(); 6];
        for (article, content) in self.articles.iter().enumerate() {
            let mut start = 0;
            while start < content.sentences.len() {
                let end = (start + 1 + dice.roll(5) / 3).min(content.sentences.len());
                let group = &mut groups[dice.roll(6)];
                if group.iter().all(|run| run.article != article) {
                    group.push(Run {
                        article,
                        sentences: start..end,
                    });
                }
                start = end;
            }
        }
        for members in groups.into_iter().filter(|group| group.len() > 1) {
            let names: Vec<String> = members.iter().map(said).collect();
            for later in 1..names.len() {
                let earlier = dice.roll(later);
                let (kind, moved) = (dice.kind(), dice.roll(3) == 0);
                self = self.with_match(&names[earlier], &names[later], kind, moved);
            }
            self.alignment.groups.push(Group { members });
        }
        self
    }

    /// Adds a match and a repeat between single sentences, where there are any.
    fn with_weak_matches(mut self, dice: &mut Dice) -> Self {
        let [.., left, right] = self.articles.as_slice() else {
            return self;
        };
        let (lefts, rights) = (left.sentences.len(), right.sentences.len());
        if lefts > 0 && rights > 0 {
            let run = |article, sentence| Run {
                article,
                sentences: sentence..sentence + 1,
            };
            let last = self.articles.len() - 1;
            let left = said(&run(last - 1, dice.roll(lefts)));
            let right = said(&run(last, dice.roll(rights)));
            let kind = dice.kind();
            self = self.with_match(&left, &right, kind, false);
        }
        let first = self.articles[0].sentences.len();
        if first > 1 {
            self.alignment.repeats.push(Repeat {
                article: 0,
                sentence: first - 1,
                of: dice.roll(first - 1),
            });
        }
        self
    }

    /// Says of some words that only one side of a match has that the other one has them elsewhere.
    fn with_shifts(mut self, dice: &mut Dice) -> Self {
        for found in &mut self.alignment.matches {
            let spans = |side: fn(&Edit) -> Span| -> Vec<Span> {
                let changes = found.edits.iter().filter(|edit| edit.op != Op::Equal);
                let spans = changes.map(side).filter(|span| span.start < span.end);
                spans.collect()
            };
            let (lefts, rights) = (spans(|edit| edit.left), spans(|edit| edit.right));
            if !lefts.is_empty() && !rights.is_empty() && dice.roll(2) == 0 {
                found.shifted.push(Shift {
                    left: lefts[dice.roll(lefts.len())],
                    right: rights[dice.roll(rights.len())],
                });
            }
        }
        self
    }
}
