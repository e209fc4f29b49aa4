//! Where a stop stands: the block, and the sentence that it may end.

use super::stop::Stop;
use crate::bounded::tail;

/// A stop in its block, with the sentence that it may end.
pub(super) struct Place<'a> {
    /// The text of the block as it is read.
    pub text: &'a str,
    /// Where the sentence starts.
    pub sentence: usize,
    /// The stop.
    pub stop: Stop,
}

impl<'a> Place<'a> {
    /// The sentence so far, without the stop; at most `limit` bytes of its end.
    pub fn so_far(&self, limit: usize) -> &'a str {
        tail(&self.text[self.sentence..self.stop.start], limit)
    }

    /// What follows the stop, without the white space.
    pub fn rest(&self) -> &'a str {
        &self.text[self.stop.next..]
    }
}
