//! Stretches of words that two sentences have in common, and those between them.

use std::ops::Range;

/// A stretch of words on both sides, as indices into [`Article::words`].
pub(super) struct Stretch {
    pub(super) equal: bool,
    /// The words of the left side and those of the right one.
    pub(super) sides: [Range<usize>; 2],
}

impl Stretch {
    pub(super) fn is_empty(&self) -> bool {
        self.sides.iter().all(Range::is_empty)
    }
}

/// Adds a stretch; two of one kind in a row are one.
pub(super) fn push(stretches: &mut Vec<Stretch>, stretch: Stretch) {
    match stretches.last_mut() {
        Some(last) if last.equal == stretch.equal => {
            for (side, more) in last.sides.iter_mut().zip(stretch.sides) {
                side.end = more.end;
            }
        }
        _ => stretches.push(stretch),
    }
}
