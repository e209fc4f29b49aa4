//! Compares related articles sentence by sentence.

pub mod align;
pub mod chain;
pub mod edits;
pub mod fold;
pub mod layout;
pub mod model;
pub mod render;
pub mod theme;
pub mod vocabulary;
