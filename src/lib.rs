//! Compares related articles sentence by sentence.

pub mod model;
