//! Finds the pairs of sentences that are worth scoring through an index of the words, so that
//! no one ever scores all pairs.

use super::Pair;
use super::bags::{Bag, Bags};
use super::likeness::{in_order, score};

/// How many entries of the index are read for one sentence, rarest words first.
const READ_AT_MOST: usize = 2048;
/// How many pairs are scored for one sentence.
const SCORED_AT_MOST: usize = 12;
/// The least likeness of two bags whose order of words is looked at. True pairs of an
/// article and its rewriting in plain language lie above it.
const LEAST_COSINE: f32 = 0.12;
/// The share of the smaller bag that the larger one must hold to be looked at all the same.
const LEAST_CONTAINED: f32 = 0.5;

/// For each word of an article, the sentences that hold it.
pub(super) struct Postings {
    sentences: Vec<u32>,
    starts: Vec<u32>,
}

impl Postings {
    /// The index of the sentences behind `bags`, over words numbered below `words`.
    pub(super) fn new(bags: &Bags, words: usize) -> Self {
        let mut starts = vec![0u32; words + 1];
        for sentence in 0..bags.len() {
            for entry in bags.of(sentence).entries {
                starts[entry.word as usize + 1] += 1;
            }
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut sentences = vec![0u32; starts[words] as usize];
        for sentence in 0..bags.len() {
            for entry in bags.of(sentence).entries {
                let at = &mut next[entry.word as usize];
                sentences[*at as usize] = sentence as u32;
                *at += 1;
            }
        }
        Postings { sentences, starts }
    }

    fn of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        &self.sentences[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}

/// A scored pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) left: usize,
    pub(super) right: usize,
    /// See [`score`].
    pub(super) score: f64,
    /// The longest unbroken stretch of shared words.
    pub(super) longest: usize,
    /// The weight of the shared words.
    pub(super) weight: f32,
    /// Whether enough words are shared to tell anything.
    pub(super) enough: bool,
}

/// The pairs worth considering among the sentences that are not `matched` yet (one flag for
/// each sentence of either side), in the order of the left article.
pub(super) fn candidates(pair: &Pair<'_>, matched: (&[bool], &[bool])) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut nearest = Nearest::new(pair.right.bags.len());
    let free = (0..pair.left.bags.len()).filter(|&left| !matched.0[left]);
    for left in free {
        let bag = pair.left.bags.of(left);
        for right in nearest.to(bag, pair, matched.1) {
            found.extend(candidate(pair, left, right));
        }
    }
    found
}

/// Scores one pair, unless a glance at the two bags shows that nothing can come of it.
pub(super) fn candidate(pair: &Pair<'_>, left: usize, right: usize) -> Option<Candidate> {
    let (one, other) = (pair.left.bags.of(left), pair.right.bags.of(right));
    let cosine = one.cosine(other);
    let (mut shared, mut shared_weight) = (0, 0.0);
    for entry in one.common(other) {
        shared += entry.count;
        shared_weight += entry.weight * entry.count as f32;
    }
    if cosine < LEAST_COSINE && shared_weight < LEAST_CONTAINED * one.weight.min(other.weight) {
        return None;
    }
    let words = (
        pair.left.text.folded(&(left..left + 1)),
        pair.right.text.folded(&(right..right + 1)),
    );
    let in_order = in_order(words.0, words.1, &pair.weights);
    Some(Candidate {
        left,
        right,
        score: score(cosine, &in_order),
        longest: in_order.longest,
        weight: shared_weight,
        enough: shared >= 3 || 2 * shared >= one.words.max(other.words),
    })
}

/// Finds the sentences of the right article nearest to one of the left.
struct Nearest {
    dot: Vec<f32>,
    touched: Vec<u32>,
}

impl Nearest {
    fn new(sentences: usize) -> Self {
        Nearest {
            dot: vec![0.0; sentences],
            touched: Vec::new(),
        }
    }

    /// The nearest sentences that are not `matched`, best first. The rarest words are looked
    /// up first, so that what is left out at [`READ_AT_MOST`] tells least.
    fn to(&mut self, bag: Bag<'_>, pair: &Pair<'_>, matched: &[bool]) -> Vec<usize> {
        let mut lists: Vec<_> = (bag.entries.iter())
            .map(|entry| {
                (
                    pair.right.postings.of(entry.word),
                    entry.weight * entry.weight,
                )
            })
            .collect();
        lists.sort_by_key(|(sentences, _)| sentences.len());
        let mut read = 0;
        for (sentences, weight) in lists {
            read += sentences.len();
            if read > READ_AT_MOST {
                break;
            }
            for &sentence in sentences {
                let dot = &mut self.dot[sentence as usize];
                if *dot == 0.0 {
                    self.touched.push(sentence);
                }
                *dot += weight;
            }
        }
        let mut best: Vec<(f32, usize)> = (self.touched.drain(..).map(|s| s as usize))
            .map(|s| (std::mem::take(&mut self.dot[s]), s))
            .filter(|&(_, s)| !matched[s])
            .map(|(dot, s)| (dot / pair.right.bags.of(s).norm, s))
            .collect();
        let better = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if best.len() > SCORED_AT_MOST {
            best.select_nth_unstable_by(SCORED_AT_MOST, better);
            best.truncate(SCORED_AT_MOST);
        }
        best.sort_unstable_by(better);
        best.into_iter().map(|(_, sentence)| sentence).collect()
    }
}
