//! Compares related articles sentence by sentence.

pub mod align;
pub mod chain;
pub mod edits;
pub mod fold;
pub mod lang;
pub mod layout;
pub mod load;
pub mod model;
mod parallel;
pub mod render;
pub mod split;
pub mod theme;
pub mod vocabulary;
pub mod words;
