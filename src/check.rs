//! Holds stories against many sources: how much of each is kept from them, from which ones,
//! and whether that is more than is allowed.
//!
//! The sentences are matched by [`crate::align`] as the viewer matches them, story and source
//! by pairs; so what is reported here is what `wirediff source.txt story.txt` shows.

mod compare;
mod evidence;
mod fair;
mod features;
mod finding;
mod index;
mod kept;
mod place;
pub mod report;
mod sources;
#[cfg(test)]
mod tests;
mod verdict;

pub use fair::Fair;
pub use finding::{Excess, Finding, FromSource, Passage, Reuse, Reused, VerbatimRun};
pub use place::{Position, Region};
pub use sources::{Sources, Text};
pub use verdict::Verdict;

use crate::align::AlignOptions;

/// The share of reused words above which a story is flagged, unless told otherwise. Independent
/// reports of one event mostly share less, and what was copied mostly more.
pub const MAX_REUSE: f64 = 0.3;

/// How stories are held against sources.
#[derive(Clone, Debug, Default)]
pub struct CheckOptions {
    /// How sentences are matched.
    pub align: AlignOptions,
    /// What is left out or excused.
    pub fair: Fair,
    /// From where a story is flagged.
    pub limits: Limits,
}

/// What a story may reuse without being flagged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The largest share of its words, 0 to 1.
    pub max_reuse: f64,
    /// The longest verbatim run in words; any without it.
    pub max_run: Option<usize>,
    /// The largest share of its words in matched sentences, 0 to 1, whatever was kept of them; any
    /// without it.
    pub max_matched: Option<f64>,
}

impl Default for Limits {
    /// [`MAX_REUSE`], runs of any length, and any number of matched sentences.
    fn default() -> Self {
        Limits {
            max_reuse: MAX_REUSE,
            max_run: None,
            max_matched: None,
        }
    }
}
