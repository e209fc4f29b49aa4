//! Gives every role a style; the plain theme is a theme too, with brackets in place of colour.

mod colour;
mod preset;

use owo_colors::Style;

use crate::layout::{Look, Marks};

pub use colour::Depth;
pub use preset::Preset;

/// What a screen looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    preset: Preset,
    depth: Depth,
}

impl Theme {
    /// No styles at all: wdiff's brackets tell which words differ.
    pub const PLAIN: Theme = Theme::new(Preset::None, Depth::Ansi16);
    /// 16 colours on a dark or a light ground.
    pub const STANDARD: Theme = Theme::new(Preset::Neutral, Depth::Ansi16);

    /// A preset in as many colours as the terminal has.
    pub const fn new(preset: Preset, depth: Depth) -> Theme {
        Theme { preset, depth }
    }

    /// Whether nothing has a style.
    pub fn is_plain(self) -> bool {
        self.preset == Preset::None
    }

    /// What stands around words that differ.
    pub fn marks(self) -> Marks {
        match self.is_plain() {
            true => Marks::WDIFF,
            false => Marks::NONE,
        }
    }

    /// The style of a stretch of text, if it has one.
    pub fn style(self, look: Look) -> Option<Style> {
        let paint = self.preset.paint(look);
        (!paint.is_plain()).then(|| paint.style(self.depth))
    }
}

#[cfg(test)]
mod tests;
