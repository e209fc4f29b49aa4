//! Compares related articles sentence by sentence.

pub mod align;
pub mod chain;
pub mod edits;
pub mod fold;
pub mod load;
pub mod model;
pub mod vocabulary;
