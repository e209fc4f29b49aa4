//! Finds the pairs of sentences that are worth scoring through an index of the words, so that
//! no one ever scores all pairs.

use std::collections::HashMap;
use std::ops::Range;

use super::ahead::read_ahead;
use super::bags::{Bag, Bags, ByWord, Entry};
use super::candidate::Candidate;
use super::common_order::CommonOrder;
use super::likeness::{Glance, InOrder, score};
use super::{Pair, Side, parts};
use crate::model::Article;
use crate::{parallel, quotes};

/// How many entries of the index are read for one sentence, rarest words first.
const READ_AT_MOST: usize = 512;
/// How many are read whatever is left.
const READ_FREELY: usize = 256;
/// The share of a sentence's squared weight in the words not yet looked up below which no more
/// than that is read: what only they share is like it by accident.
const LEAST_LEFT: f32 = 0.2;
/// How many pairs are scored for one sentence.
const SCORED_AT_MOST: usize = 12;
/// The least likeness of two bags whose order of words is looked at. True pairs of an
/// article and its rewriting in plain language lie above it.
const LEAST_COSINE: f32 = 0.12;
/// The share of the smaller bag that the larger one must hold to be looked at all the same.
const LEAST_CONTAINED: f32 = 0.5;
/// So many words in unbroken order are no accident, whatever stands around them.
const LONG_STRETCH: usize = 8;
/// Nor are so many that both sentences quote: the same words of the same speaker.
const QUOTED_STRETCH: usize = 5;
/// The least weight of such a stretch: a phrase that every sentence has tells nothing.
const LEAST_WEIGHT: f32 = 3.0;
/// Fewer sentences than this are compared before another core is awake.
const WORTH_A_THREAD: usize = 256;
/// More than rounding ever changes a score by.
const ROUNDING: f64 = 1e-4;

/// For each word of an article, the free sentences that hold it.
struct Postings {
    entries: Vec<Posting>,
    starts: Vec<u32>,
}

/// A sentence that holds a word.
#[derive(Clone, Copy, Default)]
struct Posting {
    sentence: u32,
    /// One over the length of its bag as a vector; here it is read in order, there at random.
    over_norm: f32,
}

impl Postings {
    /// The index of the sentences behind `bags` that are not `matched`, over words numbered
    /// below `words`.
    fn new(bags: &Bags, matched: &[bool], words: usize) -> Self {
        let free = || (0..bags.len()).filter(|&sentence| !matched[sentence]);
        let mut starts = vec![0u32; words + 1];
        for sentence in free() {
            for entry in bags.of(sentence).entries {
                starts[entry.word as usize + 1] += 1;
            }
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut entries = vec![Posting::default(); starts[words] as usize];
        for sentence in free() {
            let bag = bags.of(sentence);
            let posting = Posting {
                sentence: sentence as u32,
                over_norm: bag.norm.recip(),
            };
            for entry in bag.entries {
                let at = &mut next[entry.word as usize];
                entries[*at as usize] = posting;
                *at += 1;
            }
        }
        Postings { entries, starts }
    }

    fn of(&self, word: u32) -> &[Posting] {
        let word = word as usize;
        &self.entries[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}

/// The pairs worth considering among the sentences that are not `matched` yet (one flag for
/// each sentence of either side), in the order of the left article. No decision depends on a
/// score below `least`.
pub(super) fn candidates(
    pair: &Pair<'_>,
    matched: (&[bool], &[bool]),
    least: f64,
) -> Vec<Candidate> {
    let free: Vec<usize> = (0..pair.left.bags.len())
        .filter(|&left| !matched.0[left])
        .collect();
    let words = pair.weights.len();
    let postings = Postings::new(&pair.right.bags, matched.1, words);
    let state = || (Nearest::new(pair.right.bags.len()), Compared::new(pair));
    let found = parallel::map_with(
        &free,
        WORTH_A_THREAD,
        state,
        |(nearest, compared), &left| {
            compared.set(left);
            let near = nearest.to(pair.left.bags.of(left), &postings);
            compared.expect(near.clone());
            let scored = near.filter_map(|right| compared.with(right, least));
            scored.collect::<Vec<_>>()
        },
    );
    found.concat()
}

/// A left sentence that is compared with right ones.
struct Compared<'p> {
    pair: &'p Pair<'p>,
    left: usize,
    bag: ByWord<'p>,
    order: CommonOrder<'p>,
    quotations: [Quotations<'p>; 2],
}

impl<'p> Compared<'p> {
    fn new(pair: &'p Pair<'p>) -> Self {
        Compared {
            pair,
            left: 0,
            bag: ByWord::new(pair.weights.len()),
            order: CommonOrder::new(&pair.weights),
            quotations: [&pair.left, &pair.right].map(|side| Quotations::of(side.text.article)),
        }
    }

    /// Makes `left` the sentence that others are compared with.
    fn set(&mut self, left: usize) {
        self.left = left;
        self.bag.set(self.pair.left.bags.of(left));
        self.order.set(self.pair.left.text.folded_of(left));
    }

    /// Has what is asked of these right sentences on its way from memory.
    fn expect(&self, rights: impl Iterator<Item = usize> + Clone) {
        let Side { text, bags } = &self.pair.right;
        let entries = rights.clone().map(|right| bags.of(right).entries);
        read_ahead(entries, |entry| entry.word);
        let words = rights.map(|right| text.folded_of(right));
        read_ahead(words, |&word| word);
    }

    /// Scores the pair with one right sentence, unless a glance at the two bags shows that nothing
    /// can come of it. The order of the words is looked at only where it can matter: they share no
    /// more in order than in any order.
    fn with(&mut self, right: usize, least: f64) -> Option<Candidate> {
        let (pair, left) = (self.pair, self.left);
        let (one, other) = (pair.left.bags.of(left), pair.right.bags.of(right));
        let Glance {
            common,
            cosine,
            most,
        } = Glance::of(one, other, self.bag.shared_with(other));
        if cosine < LEAST_COSINE && common.weight < LEAST_CONTAINED * one.weight.min(other.weight) {
            return None;
        }
        let enough = common.words >= 3 || 2 * common.words >= one.words.max(other.words);
        let stretch = common.words as usize >= QUOTED_STRETCH
            && common.weight + ROUNDING as f32 >= LEAST_WEIGHT;
        let telling = stretch || enough && most + ROUNDING >= least;
        if !telling && !parts::possible(one, other, common.weight, &pair.weights) {
            return None;
        }
        let (score, stretch) = if telling {
            let words = pair.right.text.folded_of(right);
            let in_order = self.order.with(words, other.weight);
            (
                score(cosine, &in_order),
                self.is_no_accident(right, &in_order),
            )
        } else {
            (0.0, false)
        };
        Some(Candidate {
            left,
            right,
            score,
            stretch,
            weight: common.weight,
            enough,
        })
    }

    /// Whether the sentence shares with a right one a long stretch of words, or a shorter one that
    /// both quote.
    fn is_no_accident(&mut self, right: usize, in_order: &InOrder) -> bool {
        let InOrder {
            longest,
            longest_end: (end, right_end),
            ..
        } = *in_order;
        let words = self.pair.left.text.folded_of(self.left);
        if longest < QUOTED_STRETCH
            || self.pair.weights.sum(&words[end - longest..end]) < LEAST_WEIGHT
        {
            return false;
        }
        let [in_left, in_right] = &mut self.quotations;
        longest >= LONG_STRETCH
            || in_left.hold(self.left, end - longest..end)
                && in_right.hold(right, right_end - longest..right_end)
    }
}

/// What is quoted in the sentences of an article, of which one without an end may be asked about
/// thousands of times.
struct Quotations<'p> {
    article: &'p Article,
    found: HashMap<usize, Vec<Range<usize>>>,
}

impl<'p> Quotations<'p> {
    fn of(article: &'p Article) -> Self {
        Quotations {
            article,
            found: HashMap::new(),
        }
    }

    /// Whether a sentence quotes all of these words of its own, which are counted from its start.
    fn hold(&mut self, sentence: usize, words: Range<usize>) -> bool {
        let Article {
            text,
            sentences,
            words: all,
            ..
        } = self.article;
        let quotations = self
            .found
            .entry(sentence)
            .or_insert_with(|| quotes::in_sentence(text, sentences[sentence].span.range()));
        let first = sentences[sentence].words.start as usize;
        let start = all[first + words.start].start as usize;
        let end = all[first + words.end - 1].end as usize;
        let at = quotations.partition_point(|quoted| quoted.end < end);
        quotations
            .get(at)
            .is_some_and(|quoted| quoted.start <= start)
    }
}

/// Finds the sentences of the right article nearest to one of the left.
struct Nearest<'p> {
    /// For each sentence, how like it is to the one at hand; 0 between two calls.
    likeness: Vec<f32>,
    /// Room for the sentences that share anything.
    touched: Vec<u32>,
    /// For each word of the sentence, the others that hold it, and its weight squared.
    lists: Vec<(&'p [Posting], f32)>,
}

impl<'p> Nearest<'p> {
    fn new(sentences: usize) -> Self {
        Nearest {
            likeness: vec![0.0; sentences],
            touched: vec![0; READ_AT_MOST + 1],
            lists: Vec::new(),
        }
    }

    /// The nearest of the sentences in `postings`, best first. The rarest words are looked up
    /// first, so that what is left out tells least.
    fn to(&mut self, bag: Bag<'_>, postings: &'p Postings) -> Best {
        let list = |entry: &Entry| (postings.of(entry.word), entry.weight * entry.weight);
        self.lists.clear();
        self.lists.extend(bag.entries.iter().map(list));
        let postings = self.lists.iter().map(|(sentences, _)| *sentences);
        read_ahead(postings, |posting| posting.sentence);
        self.lists.sort_by_key(|(sentences, _)| sentences.len());
        let all = bag.norm * bag.norm;
        let (mut left, mut read, mut touched) = (all, 0, 0);
        for &(sentences, weight) in &self.lists {
            read += sentences.len();
            if read > READ_AT_MOST || read > READ_FREELY && left < LEAST_LEFT * all {
                break;
            }
            left -= weight;
            for &Posting {
                sentence,
                over_norm,
            } in sentences
            {
                let likeness = &mut self.likeness[sentence as usize];
                // Written every time and counted once: a branch here is guessed wrong too often.
                self.touched[touched] = sentence;
                touched += usize::from(*likeness == 0.0);
                *likeness += weight * over_norm;
            }
        }
        let mut best = Best::default();
        for &sentence in &self.touched[..touched] {
            let likeness = std::mem::take(&mut self.likeness[sentence as usize]);
            best.offer(likeness, sentence);
        }
        best
    }
}

/// The [`SCORED_AT_MOST`] nearest of the sentences offered, best first; of two equals the one
/// that comes first.
#[derive(Clone, Default)]
struct Best {
    found: [(f32, u32); SCORED_AT_MOST],
    len: usize,
    next: usize,
}

impl Best {
    fn offer(&mut self, likeness: f32, sentence: u32) {
        let better =
            |&(than, other): &(f32, u32)| likeness > than || likeness == than && sentence < other;
        if self.len == SCORED_AT_MOST {
            if !better(&self.found[SCORED_AT_MOST - 1]) {
                return;
            }
        } else {
            self.len += 1;
        }
        let mut at = self.len - 1;
        while at > 0 && better(&self.found[at - 1]) {
            self.found[at] = self.found[at - 1];
            at -= 1;
        }
        self.found[at] = (likeness, sentence);
    }
}

impl Iterator for Best {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let found = self.found[..self.len].get(self.next)?;
        self.next += 1;
        Some(found.1 as usize)
    }
}
