//! Compares related articles sentence by sentence.
//!
//! Text flows one way. [`load`] reads and decodes files; [`split`] finds their sentences and
//! words; [`align`] pairs the sentences that say the same and groups them over all articles;
//! [`layout`] sets articles and alignment as rows and lines; [`render`] writes them. The nouns
//! that all of them share are in [`model`].
//!
//! ```
//! use wirediff::align::{AlignOptions, align};
//! use wirediff::model::Kind;
//! use wirediff::split::article;
//!
//! let wire = article(
//!     "wire.txt".into(),
//!     "The ferry ran aground on Monday. Nobody was injured, the harbour master said.".into(),
//!     None,
//! );
//! let story = article(
//!     "story.txt".into(),
//!     "Nobody was hurt, the harbour master said. The ferry ran aground on Monday.".into(),
//!     None,
//! );
//! let alignment = align(&[wire, story], &AlignOptions::default());
//! let [aground, hurt] = &alignment.matches[..] else { panic!("two matches") };
//! assert_eq!(aground.kind, Kind::Identical);
//! assert_eq!((hurt.kind, hurt.left.sentences.start, hurt.right.sentences.start), (Kind::Edited, 1, 0));
//! ```

pub mod align;
mod bounded;
mod by_sentence;
mod bytes;
mod chain;
#[cfg(feature = "check")]
pub mod check;
mod edits;
pub mod fold;
mod hidden;
pub mod lang;
pub mod layout;
mod line_breaks;
pub mod load;
pub mod model;
mod numbered;
pub mod parallel;
mod percent;
pub mod quotes;
pub mod render;
pub mod split;
pub mod theme;
#[cfg(feature = "check")]
pub mod uri;
mod vocabulary;
pub mod words;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
