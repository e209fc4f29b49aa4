//! What a check finds about one story; every report is made from this.

use std::ops::Range;
use std::path::PathBuf;

use super::place::Region;
use super::{Limits, Verdict};
use crate::model::{Edit, Kind, Shift};

/// What was found about one story.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Where the story was read from.
    pub path: PathBuf,
    /// How many of its words count: all, less what was to be left out.
    pub words: usize,
    /// How many of them stand in a sentence that was made from one of a source, whatever was
    /// kept of it.
    pub matched: usize,
    /// How many of them are kept from any source, each word once.
    pub reuse: Reuse,
    /// The sources that it has words from, by how many; among equals in their given order.
    pub sources: Vec<FromSource>,
    /// The longest stretch of words that stands in a source without a break. Words that do not
    /// count are passed over.
    pub longest_run: Option<VerbatimRun>,
    /// Its reused sentences in reading order.
    pub reused: Vec<Reused>,
    /// What the share of matched words says.
    pub verdict: Verdict,
    /// The words by which it names its source.
    pub credit: Option<String>,
    /// The limits that it is above.
    pub excesses: Vec<Excess>,
}

impl Finding {
    /// The share of its words that are reused, 0 to 1.
    pub fn share(&self) -> f64 {
        self.share_of(self.reuse.words())
    }

    /// What share of the story (0 to 1) so many words are.
    pub fn share_of(&self, words: usize) -> f64 {
        words as f64 / self.words.max(1) as f64
    }

    /// Whether it is above a limit, and does not name its source.
    pub fn is_flagged(&self) -> bool {
        !self.excesses.is_empty() && self.credit.is_none()
    }
}

/// How many words are kept, by the kind of the most faithful match that keeps them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reuse {
    /// In identical sentences.
    pub identical: usize,
    /// In edited ones.
    pub edited: usize,
    /// In rewritten ones.
    pub rewritten: usize,
}

impl Reuse {
    /// The words of all kinds.
    pub fn words(&self) -> usize {
        self.identical + self.edited + self.rewritten
    }

    /// The words of one kind.
    pub fn of(&self, kind: Kind) -> usize {
        match kind {
            Kind::Identical => self.identical,
            Kind::Edited => self.edited,
            Kind::Rewritten => self.rewritten,
        }
    }

    pub(super) fn add(&mut self, kind: Kind) {
        match kind {
            Kind::Identical => self.identical += 1,
            Kind::Edited => self.edited += 1,
            Kind::Rewritten => self.rewritten += 1,
        }
    }
}

/// What a story has from one source, whatever other sources have it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FromSource {
    /// The number of the source.
    pub source: usize,
    /// The words kept from it.
    pub reuse: Reuse,
}

/// A stretch of words that stands in a story and in a source without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbatimRun {
    /// How many words of it count.
    pub words: usize,
    /// The number of the source.
    pub source: usize,
    /// Where it stands in the story.
    pub story: Region,
    /// Where it stands in the source.
    pub original: Region,
}

/// A run of sentences of the story, one mostly, and what it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reused {
    /// How much was kept.
    pub kind: Kind,
    /// How many words that count were kept.
    pub words: usize,
    /// The number of the source.
    pub source: usize,
    /// The sentences of the story.
    pub story: Passage,
    /// The sentences of the source.
    pub original: Passage,
    /// What was done to the words, from the source (left) to the story (right). The spans are
    /// bytes of the two passages' texts, and cover both.
    pub edits: Vec<Edit>,
    /// The words among the edits that both have, but in other places; as bytes of the two texts,
    /// in the order of the source.
    pub shifted: Vec<Shift>,
    /// Where else the same stands: passages that explain no further word of the story.
    pub also: Vec<(usize, Region)>,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub region: Region,
    /// The same as bytes of the decoded text.
    pub bytes: Range<usize>,
    /// What it says, unchanged.
    pub text: String,
}

/// A limit that a story is above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Excess {
    /// A larger share is reused than this, 0 to 1.
    Reuse(f64),
    /// A longer run is verbatim than so many words.
    Run(usize),
    /// A larger share stands in matched sentences than this, 0 to 1.
    Matched(f64),
}

impl Excess {
    /// The name of the limit for programs: that of the option which sets it.
    pub fn id(&self) -> &'static str {
        match self {
            Excess::Reuse(_) => "max-reuse",
            Excess::Run(_) => "max-run",
            Excess::Matched(_) => "max-matched",
        }
    }
}

impl Limits {
    /// The limits that a story is above.
    pub(super) fn exceeded(&self, share: f64, longest_run: usize, matched: f64) -> Vec<Excess> {
        let reuse = (share > self.max_reuse).then_some(Excess::Reuse(self.max_reuse));
        let run = (self.max_run)
            .filter(|&most| longest_run > most)
            .map(Excess::Run);
        let matched = (self.max_matched)
            .filter(|&most| matched > most)
            .map(Excess::Matched);
        reuse.into_iter().chain(run).chain(matched).collect()
    }
}
