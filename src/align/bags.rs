//! Each sentence as a bag of weighted words, and how alike two bags are.

use std::borrow::Cow;

use super::Text;
use crate::model::Lang;
use crate::vocabulary::{Look, Vocabulary};

/// The most that a word weighs: one that stands in a single sentence of a few hundred. In
/// longer articles rarity says no more about whether two sentences are the same.
const HEAVIEST: f32 = 6.0;
/// The least: a word that stands in every sentence still is a word.
const LIGHTEST: f32 = 0.05;
/// What words weigh that were never seen in lower case, which are mostly names: two sentences about
/// the same people are not the same sentence.
const NAME: f32 = 0.5;
/// The same in German, where every noun has a capital.
const NAME_OR_NOUN: f32 = 0.75;
/// What figures weigh more than other words: two sentences with the same figure tell the same fact
/// more often than not, and where each has one of its own, they do not.
const FIGURE: f32 = 2.0;

/// Rarity is told as if there were so many sentences at least: over two or three, a word that both
/// texts have would weigh next to nothing beside one that stands in one of them.
const FEWEST_SENTENCES: usize = 20;

/// A bag that is so many times as long as another one is not read for what the two share.
const MUCH_LONGER: usize = 32;

/// Sentences up to so many words are sorted without asking for memory.
const USUAL_WORDS: usize = 64;

/// How much each folded word tells: the rarer over the sentences of two texts, the more (inverse
/// document frequency, Spärck Jones 1972).
pub(super) struct Weights {
    words: Vec<f32>,
    looks: Vec<Look>,
    /// See [`Weights::of_pair`].
    of_pair: f32,
}

impl Weights {
    /// Weighs the words of two texts whose words were numbered by `vocabulary`.
    pub(super) fn new(texts: [Text<'_>; 2], vocabulary: &Vocabulary) -> Self {
        let mut sentences_with = vec![0u32; vocabulary.folded_len()];
        let mut last_seen_in = vec![usize::MAX; vocabulary.folded_len()];
        let mut looks = vec![Look::Capitalized; vocabulary.folded_len()];
        let mut sentences = 0;
        for Text { article, tokens } in texts {
            for sentence in &article.sentences {
                for word in sentence.words.start as usize..sentence.words.end as usize {
                    let folded = tokens.folded[word] as usize;
                    looks[folded] = looks[folded].max(vocabulary.look(tokens.exact[word]));
                    if std::mem::replace(&mut last_seen_in[folded], sentences) != sentences {
                        sentences_with[folded] += 1;
                    }
                }
                sentences += 1;
            }
        }
        let sentences = sentences.max(FEWEST_SENTENCES);
        let in_german = texts.iter().any(|text| text.article.lang == Lang::German);
        let name = if in_german { NAME_OR_NOUN } else { NAME };
        let factor = |look: Look| match look {
            Look::Capitalized => name,
            Look::Plain => 1.0,
            Look::Figure => FIGURE,
        };
        let rarity = |with: u32| ((sentences + 1) as f32 / with as f32).ln().min(HEAVIEST);
        let weight =
            |(&with, &look): (&u32, &Look)| (rarity(with.max(1)) * factor(look)).max(LIGHTEST);
        Weights {
            words: sentences_with.iter().zip(&looks).map(weight).collect(),
            looks,
            of_pair: rarity(2),
        }
    }

    /// How many folded words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// What a plain word weighs that two sentences have and no other; no shared word but a figure
    /// weighs more. It is little where there are few sentences.
    pub(super) fn of_pair(&self) -> f32 {
        self.of_pair
    }

    /// What a folded word looks like.
    pub(super) fn look(&self, word: u32) -> Look {
        self.looks[word as usize]
    }

    /// The weight of a folded word.
    pub(super) fn of(&self, word: u32) -> f32 {
        self.words[word as usize]
    }

    /// The weight of a sequence of folded words.
    pub(super) fn sum(&self, words: &[u32]) -> f32 {
        words.iter().map(|&word| self.of(word)).sum()
    }

    /// The bag of a sequence of folded words.
    pub(super) fn bag(&self, words: &[u32]) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(words.len());
        self.add_bag(words, &mut entries);
        entries
    }

    /// Adds the bag of a sequence of folded words to `entries`.
    fn add_bag(&self, words: &[u32], entries: &mut Vec<Entry>) {
        let mut sorted = [0; USUAL_WORDS];
        let mut longer;
        let sorted = match sorted.get_mut(..words.len()) {
            Some(sorted) => {
                sorted.copy_from_slice(words);
                sorted
            }
            None => {
                longer = words.to_vec();
                &mut longer
            }
        };
        sorted.sort_unstable();
        let entry = |same: &[u32]| Entry {
            word: same[0],
            count: same.len() as u32,
            weight: self.of(same[0]),
        };
        entries.extend(sorted.chunk_by(|a, b| a == b).map(entry));
    }
}

#[cfg(test)]
impl From<Vec<f32>> for Weights {
    fn from(weights: Vec<f32>) -> Self {
        Weights {
            looks: vec![Look::Plain; weights.len()],
            words: weights,
            of_pair: HEAVIEST,
        }
    }
}

/// A distinct word of a bag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The folded word.
    pub(super) word: u32,
    /// How often it stands in the bag.
    pub(super) count: u32,
    /// What it weighs each time.
    pub(super) weight: f32,
}

/// The bags of the sentences of an article that are compared.
pub(super) struct Bags {
    entries: Vec<Entry>,
    bags: Vec<Measured>,
}

/// Where the entries of a bag end, and what is asked of it all the time.
struct Measured {
    end: u32,
    words: u32,
    weight: f32,
    norm: f32,
}

/// A bag of words.
#[derive(Clone, Copy)]
pub(super) struct Bag<'b> {
    /// The distinct words, sorted by number.
    pub(super) entries: &'b [Entry],
    /// How many words there are, repeated ones counted.
    pub(super) words: u32,
    /// The weight of all words.
    pub(super) weight: f32,
    /// The length of the bag as a vector.
    pub(super) norm: f32,
}

impl Bags {
    /// The bags of the sentences of a text; those of sentences that are `settled` already (one flag
    /// for each) are empty.
    pub(super) fn new(text: Text<'_>, weights: &Weights, settled: &[bool]) -> Self {
        let words = |sentence| match settled[sentence] {
            true => &[],
            false => text.folded_of(sentence),
        };
        let sentences = 0..settled.len();
        let mut bags = Bags {
            entries: Vec::with_capacity(sentences.clone().map(|at| words(at).len()).sum()),
            bags: Vec::with_capacity(settled.len()),
        };
        for sentence in sentences {
            let start = bags.entries.len();
            weights.add_bag(words(sentence), &mut bags.entries);
            let bag = Bag::new(&bags.entries[start..]);
            let (words, weight, norm) = (bag.words, bag.weight, bag.norm);
            bags.bags.push(Measured {
                end: bags.entries.len() as u32,
                words,
                weight,
                norm,
            });
        }
        bags
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.bags.len()
    }

    /// The bag of one sentence.
    pub(super) fn of(&self, sentence: usize) -> Bag<'_> {
        let start = sentence
            .checked_sub(1)
            .map_or(0, |before| self.bags[before].end);
        let Measured {
            end,
            words,
            weight,
            norm,
        } = self.bags[sentence];
        Bag {
            entries: &self.entries[start as usize..end as usize],
            words,
            weight,
            norm,
        }
    }
}

impl<'b> Bag<'b> {
    /// The bag of entries sorted by word.
    pub(super) fn new(entries: &'b [Entry]) -> Self {
        let sum = |of: fn(&Entry) -> f32| entries.iter().map(of).sum::<f32>();
        Bag {
            entries,
            words: entries.iter().map(|e| e.count).sum(),
            weight: sum(|e| e.weight * e.count as f32),
            norm: sum(|e| e.weight * e.weight * e.count as f32).sqrt(),
        }
    }

    /// The words that both bags hold, as often as both hold them.
    fn common<'c>(self, other: Bag<'c>) -> impl Iterator<Item = Entry> + use<'b, 'c> {
        let (mut one, mut two) = (self.entries, other.entries);
        std::iter::from_fn(move || {
            while let ([x, after_x @ ..], [y, after_y @ ..]) = (one, two) {
                if x.word <= y.word {
                    one = after_x;
                }
                if y.word <= x.word {
                    two = after_y;
                }
                if x.word == y.word {
                    return Some(Entry {
                        count: x.count.min(y.count),
                        ..*x
                    });
                }
            }
            None
        })
    }

    /// What is left when the words of `other` are taken out.
    pub(super) fn without(self, other: Bag<'_>) -> Vec<Entry> {
        let mut common = self.common(other).peekable();
        let left = self.entries.iter().filter_map(|&entry| {
            let taken = common
                .next_if(|taken| taken.word == entry.word)
                .map_or(0, |taken| taken.count);
            let count = entry.count - taken;
            (count > 0).then_some(Entry { count, ..entry })
        });
        left.collect()
    }

    /// The entries that `other` may have too: all, or those alone where so few are asked for that
    /// looking them up costs less than reading all.
    pub(super) fn near(self, other: Bag<'_>) -> Cow<'b, [Entry]> {
        if self.entries.len() < MUCH_LONGER * other.entries.len() {
            return self.entries.into();
        }
        let same = |entry: &Entry| {
            let at = self
                .entries
                .binary_search_by_key(&entry.word, |own| own.word);
            at.ok().map(|at| self.entries[at])
        };
        other.entries.iter().filter_map(same).collect()
    }

    /// What two bags have in common, added up. Whether two words are the same decides what is
    /// added, not where to go on: no processor can guess it.
    pub(super) fn shared_with(self, other: Bag<'_>) -> Shared {
        let mut shared = Shared::default();
        let (mut one, mut two) = (0, 0);
        while let (Some(x), Some(y)) = (self.entries.get(one), other.entries.get(two)) {
            shared.add(x, u32::from(x.word == y.word) * x.count.min(y.count));
            one += usize::from(x.word <= y.word);
            two += usize::from(y.word <= x.word);
        }
        shared
    }

    /// The cosine of the angle between two bags that share so much, 0 to 1.
    pub(super) fn cosine(self, other: Bag<'_>, shared: &Shared) -> f32 {
        let norms = self.norm * other.norm;
        if norms > 0.0 {
            (shared.dot / norms).min(1.0)
        } else {
            0.0
        }
    }
}

/// A bag that is held against many others: what it shares with one takes a step for each word of
/// that one alone, or of its own where that one is endless.
pub(super) struct ByWord<'b> {
    bag: Bag<'b>,
    /// For each folded word, how often it stands in the bag.
    counts: Vec<u32>,
}

impl<'b> ByWord<'b> {
    /// An empty bag, over words numbered below `words`.
    pub(super) fn new(words: usize) -> Self {
        ByWord {
            bag: Bag::new(&[]),
            counts: vec![0; words],
        }
    }

    /// Makes `bag` the one that is held against others.
    pub(super) fn set(&mut self, bag: Bag<'b>) {
        for entry in self.bag.entries {
            self.counts[entry.word as usize] = 0;
        }
        for entry in bag.entries {
            self.counts[entry.word as usize] = entry.count;
        }
        self.bag = bag;
    }

    /// What [`Bag::shared_with`] says of the bag and `other`.
    pub(super) fn shared_with(&self, other: Bag<'_>) -> Shared {
        let mut shared = Shared::default();
        for entry in other.near(self.bag).iter() {
            shared.add(entry, entry.count.min(self.counts[entry.word as usize]));
        }
        shared
    }
}

/// What two bags have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// How many words, as often as both hold them.
    pub(super) words: u32,
    /// Their weight.
    pub(super) weight: f32,
    /// The inner product of the two bags.
    dot: f32,
}

impl Shared {
    /// Adds a word that both hold so often.
    fn add(&mut self, entry: &Entry, times: u32) {
        let count = times as f32;
        self.words += times;
        self.weight += entry.weight * count;
        self.dot += entry.weight * entry.weight * count;
    }
}
