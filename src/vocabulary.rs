//! The words of all articles as integers, so that comparing two words is comparing two
//! numbers.

mod forms;
mod numbers;

use std::borrow::Cow;

use crate::fold::typographic;
use crate::model::{Article, Lang};
use crate::parallel;
use crate::words::without_signs;
use forms::Forms;
use numbers::Numbers;

/// Fewer words than this are numbered before another core is awake.
const WORTH_A_THREAD: usize = 2048;

/// How many words are looked at together for typography: asked of one short word, the length
/// alone costs more than the answer.
const AT_ONCE: usize = 32;

/// The words of one article as integers, parallel to [`Article::words`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// The words as a reader tells them apart: case counts, typography does not.
    pub exact: Vec<u32>,
    /// The words as they are compared: see [`crate::fold`].
    pub folded: Vec<u32>,
}

/// The distinct words of one article, numbered in the order in which they are first seen.
struct Distinct<'a> {
    numbers: Numbers,
    words: Vec<Cow<'a, str>>,
    /// For each word of the article, its number.
    of_words: Vec<u32>,
}

impl<'a> Distinct<'a> {
    fn of(article: &'a Article) -> Self {
        let usual = usual_distinct(article.words.len());
        let mut distinct = Distinct {
            numbers: Numbers::with_capacity(usual),
            words: Vec::with_capacity(usual),
            of_words: Vec::with_capacity(article.words.len()),
        };
        for spans in article.words.chunks(AT_ONCE) {
            let (first, last) = (spans[0], spans[spans.len() - 1]);
            let is_plain = article.text[first.start as usize..last.end as usize].is_ascii();
            for span in spans {
                let next = distinct.words.len() as u32;
                let (text, at) = (&article.text, span.range());
                if is_plain {
                    let number = distinct.numbers.get_or_add_at(text, at.clone(), next);
                    distinct.note(number, || Cow::Borrowed(&text[at]));
                } else {
                    let word = typographic(&text[at]);
                    let number = distinct.numbers.get_or_add(&word, next);
                    distinct.note(number, || word);
                }
            }
        }
        distinct
    }

    /// Notes the number of the next word of the article, and the word if it is new.
    fn note(&mut self, number: u32, word: impl FnOnce() -> Cow<'a, str>) {
        if number as usize == self.words.len() {
            self.words.push(word());
        }
        self.of_words.push(number);
    }
}

/// How many distinct words so many words are, about, and rather too many: room is made at once.
/// They grow more slowly than the words do (Heaps 1978); the figures are those of news.
fn usual_distinct(words: usize) -> usize {
    (2.5 * (words as f64).powf(0.75)) as usize
}

/// What a word looks like, which tells something of what it is. The greatest look of several words
/// with one folded form is the one that counts: a name is never seen as a plain word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// A word that begins with a capital letter, as names do.
    Capitalized,
    /// Any other word.
    Plain,
    /// A word that begins with a digit, or with the sign of one: "412", "$5", "3.6bn".
    Figure,
}

impl Look {
    fn of(word: &str) -> Self {
        if without_signs(word).starts_with(char::is_numeric) {
            Look::Figure
        } else if word.starts_with(char::is_uppercase) {
            Look::Capitalized
        } else {
            Look::Plain
        }
    }
}

/// What there is to know of the words of some articles, by number.
pub struct Vocabulary {
    folded_len: usize,
    looks: Vec<Look>,
}

impl Vocabulary {
    /// The vocabulary of articles, and their tokens in the order of the articles. Each distinct
    /// word has a number, the same in all articles, from 0 in the order in which they are first
    /// seen; so has each distinct form to which a word is folded, by the language of its article.
    pub fn new(articles: &[&Article]) -> (Self, Vec<Tokens>) {
        let words: usize = articles.iter().map(|article| article.words.len()).sum();
        let heavy = articles.len() > 1 && words > WORTH_A_THREAD;
        let distinct = parallel::map_few(articles.to_vec(), heavy, Distinct::of);
        let mut exact = Exact::default();
        let numbered = distinct.into_iter().map(|distinct| exact.number(distinct));
        let numbered: Vec<_> = articles.iter().copied().zip(numbered).collect();
        let langs = langs(&numbered, exact.words.len());
        let forms = Forms::of(&exact.words, &exact.numbers, &langs);
        let tokens = parallel::map_few(numbered, heavy, |(article, (numbers, mut exact))| {
            if let Some(numbers) = numbers {
                for word in &mut exact {
                    *word = numbers[*word as usize];
                }
            }
            let folded_of = forms.by(article.lang);
            let folded = exact.iter().map(|&id| folded_of[id as usize]);
            Tokens {
                folded: folded.collect(),
                exact,
            }
        });
        let vocabulary = Vocabulary {
            folded_len: forms.count(),
            looks: parallel::map(&exact.words, WORTH_A_THREAD, |word| Look::of(word)),
        };
        (vocabulary, tokens)
    }

    /// How many distinct folded words there are; their numbers are below this.
    pub fn folded_len(&self) -> usize {
        self.folded_len
    }

    /// What an exact word looks like.
    pub fn look(&self, exact: u32) -> Look {
        self.looks[exact as usize]
    }
}

/// An article, and the numbers of its words as [`Exact::number`] gives them.
type Numbered<'a> = (&'a Article, (Option<Vec<u32>>, Vec<u32>));

/// The languages of some articles, and of each of so many words, whether an article of the language
/// has it.
fn langs(articles: &[Numbered<'_>], words: usize) -> Vec<(Lang, Vec<bool>)> {
    let mut langs: Vec<(Lang, Vec<bool>)> = Vec::new();
    for (article, (numbers, of_words)) in articles {
        let known = langs.iter().position(|&(lang, _)| lang == article.lang);
        let at = known.unwrap_or(langs.len());
        if known.is_none() {
            langs.push((article.lang, vec![false; words]));
        }
        for &word in numbers.as_ref().unwrap_or(of_words) {
            langs[at].1[word as usize] = true;
        }
    }
    langs
}

/// The distinct words of all articles as a reader tells them apart.
#[derive(Default)]
struct Exact<'a> {
    numbers: Numbers,
    /// By number.
    words: Vec<Cow<'a, str>>,
}

impl<'a> Exact<'a> {
    /// Which of its distinct words each word of an article is, and their numbers; `None` if they
    /// are as in the article itself.
    fn number(&mut self, distinct: Distinct<'a>) -> (Option<Vec<u32>>, Vec<u32>) {
        let Distinct {
            numbers,
            words,
            of_words,
            ..
        } = distinct;
        if self.words.is_empty() {
            self.numbers = numbers;
            self.words = words;
            return (None, of_words);
        }
        let known = numbers.among(&self.numbers, words.len());
        let number = |(known, word): (Option<u32>, Cow<'a, str>)| {
            known.unwrap_or_else(|| {
                let next = self.words.len() as u32;
                self.numbers.get_or_add(&word, next);
                self.words.push(word);
                next
            })
        };
        let numbers = known.into_iter().zip(words).map(number);
        (Some(numbers.collect()), of_words)
    }
}
