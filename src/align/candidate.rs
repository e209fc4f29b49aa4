//! A pair of sentences that may be the same.

/// A scored pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) left: usize,
    pub(super) right: usize,
    /// See [`score`](super::likeness::score); 0 if it is too low to matter.
    pub(super) score: f64,
    /// Whether so many words are shared without a break that it is no accident, whatever else
    /// the sentences say.
    pub(super) stretch: bool,
    /// The weight of the shared words.
    pub(super) weight: f32,
    /// Whether enough words are shared to tell anything.
    pub(super) enough: bool,
}
