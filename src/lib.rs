//! Compares related articles sentence by sentence.

pub mod lang;
pub mod model;
pub mod split;
pub mod words;
