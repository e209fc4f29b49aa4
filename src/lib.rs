//! Compares related articles sentence by sentence.

pub mod chain;
pub mod layout;
pub mod model;
pub mod render;
pub mod theme;
