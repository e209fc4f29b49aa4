//! What the share of matched words says about a story.

use std::fmt;

/// How far a story comes from the sources: the three classes that journalists designed for
/// the METER project (Gaizauskas et al. 2001, "The METER corpus: a corpus for analysing
/// journalistic text reuse").
///
/// The measure is the share of words in sentences that were made from one of a source,
/// whatever was kept of them: a story that says the same in other words is derived too. The
/// limits were set on stories whose origin is known; the README gives the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No more than independent reports of one event have in common.
    NonDerived,
    /// Part of it comes from the sources, part of it does not.
    PartiallyDerived,
    /// Nearly all of it is in the sources, as they have it or reworked.
    WhollyDerived,
}

/// The share from which a story is partially derived.
const PARTIALLY: f64 = 0.20;
/// The share from which it is wholly derived.
const WHOLLY: f64 = 0.63;

impl Verdict {
    /// The verdict on a story of which this share of words (0 to 1) is matched.
    pub fn of(matched: f64) -> Self {
        match matched {
            _ if matched >= WHOLLY => Verdict::WhollyDerived,
            _ if matched >= PARTIALLY => Verdict::PartiallyDerived,
            _ => Verdict::NonDerived,
        }
    }

    /// The name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::NonDerived => "non-derived",
            Verdict::PartiallyDerived => "partially-derived",
            Verdict::WhollyDerived => "wholly-derived",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::NonDerived => "non-derived",
            Verdict::PartiallyDerived => "partially derived",
            Verdict::WhollyDerived => "wholly derived",
        })
    }
}
