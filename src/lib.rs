//! Compares related articles sentence by sentence.

pub mod load;
pub mod model;
