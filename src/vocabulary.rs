//! The words of all articles as integers, so that comparing two words is comparing two
//! numbers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::fold::{Folder, typographic};
use crate::model::Article;
use crate::parallel;

/// Fewer words than this are folded before another core is awake.
const WORTH_A_THREAD: usize = 2048;

/// How often an article has each of its words, about: room for them is made at once.
const USUAL_COUNT: usize = 8;

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

type Numbers = HashMap<Arc<str>, u32, RandomState>;

/// The distinct words of one article, numbered in the order in which they are first seen.
///
/// They are copies: looked up in a long text itself, they would be too far apart for a
/// processor to hold.
struct Distinct {
    numbers: Numbers,
    words: Vec<Arc<str>>,
    /// For each word of the article, its number.
    of_words: Vec<u32>,
}

impl Distinct {
    fn of(article: &Article) -> Self {
        let few = article.words.len() / USUAL_COUNT;
        let mut numbers = Numbers::with_capacity_and_hasher(few, RandomState::default());
        let mut words = Vec::with_capacity(few);
        let mut number = |word: Cow<'_, str>| {
            if let Some(&number) = numbers.get(&*word) {
                return number;
            }
            let (word, next) = (Arc::<str>::from(word), words.len() as u32);
            words.push(Arc::clone(&word));
            numbers.insert(word, next);
            next
        };
        let mut of_words = Vec::with_capacity(article.words.len());
        for spans in article.words.chunks(AT_ONCE) {
            let (first, last) = (spans[0], spans[spans.len() - 1]);
            let is_plain = article.text[first.start as usize..last.end as usize].is_ascii();
            of_words.extend(spans.iter().map(|span| {
                let word = &article.text[span.range()];
                number(match is_plain {
                    true => Cow::Borrowed(word),
                    false => typographic(word),
                })
            }));
        }
        Distinct {
            numbers,
            words,
            of_words,
        }
    }
}

/// Gives each distinct word a number, the same in all articles that it has seen. A word is
/// folded by the rules of the article that had it first, in small letters if any had it so.
#[derive(Default)]
pub struct Vocabulary {
    exact: Numbers,
    folded: HashMap<String, u32, RandomState>,
    folded_of: Vec<u32>,
    capitalized: Vec<bool>,
}

impl Vocabulary {
    /// The tokens of articles. Words get their numbers in the order in which they are first
    /// seen, from 0.
    pub fn tokens(&mut self, articles: &[&Article]) -> Vec<Tokens> {
        let words: usize = articles.iter().map(|article| article.words.len()).sum();
        let heavy = articles.len() > 1 && words > WORTH_A_THREAD;
        let distinct = parallel::map_few(articles.to_vec(), heavy, Distinct::of);
        let mut new = Vec::new();
        let numbered: Vec<_> = (distinct.into_iter().enumerate())
            .map(|(article, distinct)| self.number(distinct, article, &mut new))
            .collect();
        let folders: Vec<_> = (articles.iter())
            .map(|article| Folder::new(article.lang))
            .collect();
        let folded = parallel::map(&new, WORTH_A_THREAD, |(word, article)| {
            match self.in_small_letters(word) {
                Some(twin) => Folded::As(twin),
                None => Folded::To(folders[*article].fold(word)),
            }
        });
        self.add(&new, folded);
        parallel::map_few(numbered, heavy, |(numbers, of_words)| {
            let exact = of_words.iter().map(|&word| numbers[word as usize]);
            let exact: Vec<u32> = exact.collect();
            let folded = exact.iter().map(|&id| self.folded_of[id as usize]);
            Tokens {
                folded: folded.collect(),
                exact,
            }
        })
    }

    /// The numbers of the distinct words of an article, and which of them each of its words has.
    /// Words never seen before are added to `new`, with the index of the article.
    fn number(
        &mut self,
        distinct: Distinct,
        article: usize,
        new: &mut Vec<(Arc<str>, usize)>,
    ) -> (Vec<u32>, Vec<u32>) {
        let Distinct {
            numbers,
            words,
            of_words,
        } = distinct;
        if self.exact.is_empty() {
            self.exact = numbers;
            let all = 0..words.len() as u32;
            new.extend(words.into_iter().map(|word| (word, article)));
            return (all.collect(), of_words);
        }
        let known = self.folded_of.len();
        let number = |word: Arc<str>| {
            if let Some(&number) = self.exact.get(&word) {
                return number;
            }
            let next = (known + new.len()) as u32;
            self.exact.insert(Arc::clone(&word), next);
            new.push((word, article));
            next
        };
        (words.into_iter().map(number).collect(), of_words)
    }

    /// How many distinct folded words there are; their numbers are below this.
    pub fn folded_len(&self) -> usize {
        self.folded.len()
    }

    /// Whether an exact word begins with a capital letter.
    pub fn is_capitalized(&self, exact: u32) -> bool {
        self.capitalized[exact as usize]
    }

    /// The known word that differs from `word` only in that all its letters are small.
    fn in_small_letters(&self, word: &str) -> Option<u32> {
        let is_capitalized = word.starts_with(|first: char| first.is_ascii_uppercase());
        let twin = (is_capitalized && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
            .then(|| word.to_ascii_lowercase())?;
        self.exact.get(twin.as_str()).copied()
    }

    /// Notes the next words that have no folded form yet, and these forms.
    fn add(&mut self, words: &[(Arc<str>, usize)], folded: Vec<Folded>) {
        let first = self.folded_of.len();
        self.folded.reserve(folded.len());
        let mut like_another = Vec::new();
        for (at, folded) in (first..).zip(folded) {
            let next = self.folded.len() as u32;
            self.folded_of.push(match folded {
                Folded::To(form) => *self.folded.entry(form).or_insert(next),
                Folded::As(twin) => {
                    like_another.push((at, twin as usize));
                    0
                }
            });
        }
        for (word, twin) in like_another {
            self.folded_of[word] = self.folded_of[twin];
        }
        let capitalized = words
            .iter()
            .map(|(word, _)| word.starts_with(char::is_uppercase));
        self.capitalized.extend(capitalized);
    }
}

/// What becomes of a word that is folded.
enum Folded {
    /// It has this form.
    To(String),
    /// It has the form of another word, all of whose letters are small.
    As(u32),
}
