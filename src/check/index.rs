//! Finds the few sources that a story may have been made from, in a time that hardly grows
//! with the number of sources.

use std::cmp::Reverse;

use super::features::{self, Feature};
use crate::parallel;

/// How many sources a story is aligned with at most.
const MOST: usize = 16;
/// Among how many of the best the choice is made.
const POOL: usize = 96;
/// How many sources of one feature are looked at: what stands in more of them is stock matter,
/// and tells them apart no more.
const LISTED: usize = 512;
/// The least evidence that makes a source worth aligning, in features that no other source
/// has. Sources that were rewritten beyond recognition gave more than three times as much.
const LEAST: f32 = 4.0;
/// By how many leading bits of their hashes entries are parted: parts that fit a processor's
/// cache are sorted fastest.
const PART_BITS: u32 = 6;
/// How many sources are hashed at a time.
const AT_A_TIME: usize = 64;

/// For each word and each phrase, the sources that have it.
pub(super) struct Index {
    /// A hash in the upper half of each entry, the number of a source in the lower; sorted, and
    /// parted by the leading bits.
    parts: Vec<Vec<u64>>,
    sources: usize,
}

impl Index {
    /// Indexes texts, which get the numbers of their order. Texts are hashed in parallel; the
    /// index does not depend on it. So few that all are candidates need none.
    pub(super) fn new(texts: &[&str]) -> Self {
        if texts.len() <= MOST {
            return Index {
                parts: Vec::new(),
                sources: texts.len(),
            };
        }
        let chunks = texts.chunks(AT_A_TIME).enumerate().collect();
        let hashed = parallel::map_few(chunks, true, |(chunk, texts)| {
            hashed(texts, chunk * AT_A_TIME)
        });
        let part = |part: usize| {
            let mut entries: Vec<u64> = hashed
                .iter()
                .flat_map(|parts| &parts[part])
                .copied()
                .collect();
            entries.sort_unstable();
            entries.dedup();
            entries.shrink_to_fit();
            entries
        };
        Index {
            parts: parallel::map_few((0..1 << PART_BITS).collect(), true, part),
            sources: texts.len(),
        }
    }

    /// The sources that have a feature, in order.
    fn with(&self, hash: u32) -> &[u64] {
        let part = &self.parts[(hash >> (32 - PART_BITS)) as usize];
        let start = part.partition_point(|entry| entry >> 32 < u64::from(hash));
        let rest = &part[start..];
        &rest[..rest.partition_point(|entry| entry >> 32 == u64::from(hash))]
    }

    /// The sources worth aligning with `text`, the most promising first; never `own`.
    ///
    /// Each next source is the one that explains most of what the ones before it do not: many
    /// versions of one report must not hide another source.
    pub(super) fn candidates(&self, text: &str, own: Option<usize>) -> Vec<usize> {
        if self.sources <= MOST {
            return (0..self.sources)
                .filter(|&source| Some(source) != own)
                .collect();
        }
        let evidence = self.evidence(text);
        let mut weights = vec![0.0f32; self.sources];
        let mut found = Vec::new();
        for (source, weight) in evidence.iter().flat_map(Evidence::hits) {
            if weights[source] == 0.0 {
                found.push(source);
            }
            weights[source] += weight;
        }
        let least = LEAST * self.weight(1);
        found.retain(|&source| Some(source) != own && weights[source] >= least);
        found.sort_unstable_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
        found.truncate(POOL);
        Pool::new(found, &evidence, self.sources).choose(least)
    }

    /// What of `text` stands in any source, each feature once.
    fn evidence(&self, text: &str) -> Vec<Evidence<'_>> {
        let mut features = Vec::new();
        features::each(text, |feature| features.push(feature));
        features.sort_unstable_by_key(|feature| feature.hash());
        features.dedup();
        let found = |feature: &Feature| {
            let with = self.with(feature.hash());
            let told = match feature {
                // A common phrase leads to some of those that have it, a common word to none.
                Feature::Phrase(_) => !with.is_empty(),
                Feature::Word(_) => !with.is_empty() && with.len() <= LISTED,
            };
            told.then(|| Evidence {
                entries: &with[..with.len().min(LISTED)],
                weight: self.weight(with.len()),
            })
        };
        features.iter().filter_map(found).collect()
    }

    /// What a feature weighs that so many sources have (inverse document frequency).
    fn weight(&self, with: usize) -> f32 {
        (1.0 + self.sources as f32 / with as f32).ln()
    }
}

/// The entries of some texts, which are numbered from `first`, parted by their leading bits.
fn hashed(texts: &[&str], first: usize) -> Vec<Vec<u64>> {
    // A word and a phrase for every six bytes or so.
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let expected = (bytes * 3 / 8) >> PART_BITS;
    let mut parts: Vec<Vec<u64>> = (0..1 << PART_BITS)
        .map(|_| Vec::with_capacity(expected))
        .collect();
    for (source, text) in (first..).zip(texts) {
        features::each(text, |feature| {
            let hash = feature.hash();
            parts[(hash >> (32 - PART_BITS)) as usize].push(u64::from(hash) << 32 | source as u64);
        });
    }
    parts
}

/// A feature of the story, and the sources that have it too.
struct Evidence<'i> {
    entries: &'i [u64],
    weight: f32,
}

impl Evidence<'_> {
    /// The sources, each with the weight of this feature.
    fn hits(&self) -> impl Iterator<Item = (usize, f32)> {
        let sources = self.entries.iter().map(|&entry| entry as u32 as usize);
        sources.map(|source| (source, self.weight))
    }
}

/// The sources with most evidence, and what each one explains of it.
struct Pool<'e> {
    sources: Vec<usize>,
    /// For each of the sources, the numbers of its evidence.
    explains: Vec<Vec<u32>>,
    evidence: &'e [Evidence<'e>],
}

impl<'e> Pool<'e> {
    /// `sources` are numbers below `among`, best first.
    fn new(sources: Vec<usize>, evidence: &'e [Evidence<'e>], among: usize) -> Self {
        let mut place = vec![0usize; among];
        for (at, &source) in sources.iter().enumerate() {
            place[source] = at + 1;
        }
        let mut explains = vec![Vec::new(); sources.len()];
        for (number, found) in evidence.iter().enumerate() {
            for (source, _) in found.hits() {
                if let Some(at) = place[source].checked_sub(1) {
                    explains[at].push(number as u32);
                }
            }
        }
        Pool {
            sources,
            explains,
            evidence,
        }
    }

    /// Takes up to [`MOST`] sources, each time the one that adds most, while that is at least
    /// `least`. Evidence counts the less the more of those taken explain it.
    fn choose(self, least: f32) -> Vec<usize> {
        let mut explained = vec![0u32; self.evidence.len()];
        let mut left: Vec<usize> = (0..self.sources.len()).collect();
        let mut chosen = Vec::new();
        while chosen.len() < MOST {
            let gain = |at: usize| -> f32 {
                let gains = self.explains[at].iter().map(|&number| number as usize);
                gains
                    .map(|number| self.evidence[number].weight / (1 + explained[number]) as f32)
                    .sum()
            };
            let gains = left.iter().map(|&at| (gain(at), Reverse(at)));
            let better = |a: &(f32, Reverse<usize>), b: &(f32, Reverse<usize>)| {
                a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
            };
            let Some((gain, Reverse(best))) = gains.max_by(better) else {
                break;
            };
            if gain < least {
                break;
            }
            left.retain(|&at| at != best);
            for &number in &self.explains[best] {
                explained[number as usize] += 1;
            }
            chosen.push(self.sources[best]);
        }
        chosen
    }
}
