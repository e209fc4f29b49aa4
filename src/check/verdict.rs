//! What the share of reused words says about a story.

use std::fmt;

/// How far a story comes from the sources: the three classes that journalists designed for
/// the METER project (Gaizauskas et al. 2001, "The METER Corpus").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No more than what independent reports of one event have in common.
    NonDerived,
    /// Part of it comes from the sources, part of it does not.
    PartiallyDerived,
    /// It is the sources' text, however edited.
    WhollyDerived,
}

/// The share of reused words from which a story is partially derived.
const PARTIALLY: f64 = 0.15;
/// The share from which it is wholly derived.
const WHOLLY: f64 = 0.50;

impl Verdict {
    /// The verdict on a story of which this share (0 to 1) is reused.
    pub fn of(share: f64) -> Self {
        match share {
            _ if share >= WHOLLY => Verdict::WhollyDerived,
            _ if share >= PARTIALLY => Verdict::PartiallyDerived,
            _ => Verdict::NonDerived,
        }
    }

    /// The name with a hyphen in place of the blank, for programs.
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
