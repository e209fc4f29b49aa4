//! Compares related articles sentence by sentence.

pub mod chain;
pub mod model;
