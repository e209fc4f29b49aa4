//! Writes what was found and laid out; nothing is computed again.

pub mod json;
pub mod terminal;
