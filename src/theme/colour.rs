//! Colours as terminals of each kind can show them.

use owo_colors::{AnsiColors, DynColors, Style, XtermColors};

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The 16 of its own palette, whatever they look like.
    Ansi16,
    /// Those and the fixed 240 of xterm.
    Ansi256,
    /// All of them.
    True,
}

/// A colour for every depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    /// Red, green and blue.
    pub(super) rgb: [u8; 3],
    /// The fixed colour of xterm that is nearest.
    xterm: u8,
    /// What stands in for it among 16 colours.
    ansi: AnsiColors,
}

impl Ink {
    /// The colour of so much red, green and blue.
    pub(super) const fn new(rgb: [u8; 3], ansi: AnsiColors) -> Self {
        Ink {
            rgb,
            xterm: nearest(rgb),
            ansi,
        }
    }

    pub(super) fn at(self, depth: Depth) -> DynColors {
        let [red, green, blue] = self.rgb;
        match depth {
            Depth::Ansi16 => DynColors::Ansi(self.ansi),
            Depth::Ansi256 => DynColors::Xterm(XtermColors::from(self.xterm)),
            Depth::True => DynColors::Rgb(red, green, blue),
        }
    }
}

/// What a stretch of text looks like, whatever the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paint {
    /// The colour of the letters; `None` is the terminal's own.
    pub(super) ink: Option<Ink>,
    /// The colour behind them; `None` is the terminal's own.
    pub(super) ground: Option<Ink>,
    pub(super) bold: bool,
    pub(super) dim: bool,
    pub(super) italic: bool,
    pub(super) underlined: bool,
    pub(super) reversed: bool,
}

impl Paint {
    /// Whether it is the terminal's own in every way.
    pub(super) fn is_plain(&self) -> bool {
        *self == Paint::default()
    }

    pub(super) fn style(self, depth: Depth) -> Style {
        let on = |wanted: bool, add: fn(Style) -> Style, style| match wanted {
            true => add(style),
            false => style,
        };
        let mut style = Style::new();
        if let Some(ink) = self.ink {
            style = style.color(ink.at(depth));
        }
        if let Some(ground) = self.ground {
            style = style.on_color(ground.at(depth));
        }
        style = on(self.bold, Style::bold, style);
        style = on(self.dim, Style::dimmed, style);
        style = on(self.italic, Style::italic, style);
        style = on(self.underlined, Style::underline, style);
        on(self.reversed, Style::reversed, style)
    }
}

/// The steps of xterm's cube of colours (16 to 231), for each of red, green and blue.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The fixed colour of xterm, 16 to 255, that is nearest to a colour.
const fn nearest(rgb: [u8; 3]) -> u8 {
    let mut nearest = 16;
    let mut index = nearest;
    while index < u8::MAX {
        index += 1;
        if distance(rgb, fixed(index)) < distance(rgb, fixed(nearest)) {
            nearest = index;
        }
    }
    nearest
}

/// Red, green and blue of xterm's fixed colours, 16 to 255: a cube, then greys.
pub(super) const fn fixed(index: u8) -> [u8; 3] {
    match index.saturating_sub(16) {
        cube @ 0..216 => [
            STEPS[(cube / 36) as usize],
            STEPS[(cube / 6 % 6) as usize],
            STEPS[(cube % 6) as usize],
        ],
        grey => [8 + 10 * (grey - 216); 3],
    }
}

const fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let mut sum = 0;
    let mut part = 0;
    while part < 3 {
        sum += (one[part].abs_diff(other[part]) as u32).pow(2);
        part += 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_colours_are_xterms() {
        assert_eq!(fixed(16), [0, 0, 0]);
        assert_eq!(fixed(208), [255, 135, 0]);
        assert_eq!(fixed(231), [255, 255, 255]);
        assert_eq!(fixed(232), [8, 8, 8]);
        assert_eq!(fixed(255), [238, 238, 238]);
    }

    #[test]
    fn the_nearest_one_is_taken() {
        assert_eq!(nearest([255, 135, 0]), 208);
        assert_eq!(nearest([250, 130, 10]), 208);
        assert_eq!(nearest([120, 118, 119]), 243);
    }

    #[test]
    fn each_depth_has_its_own_codes() {
        let ink = Ink::new([255, 135, 0], AnsiColors::Yellow);
        let paint = Paint {
            ink: Some(ink),
            ..Paint::default()
        };
        let codes = |depth| paint.style(depth).style("x").to_string();
        assert_eq!(codes(Depth::Ansi16), "\u{1b}[33mx\u{1b}[0m");
        assert_eq!(codes(Depth::Ansi256), "\u{1b}[38;5;208mx\u{1b}[0m");
        assert_eq!(codes(Depth::True), "\u{1b}[38;2;255;135;0mx\u{1b}[0m");
    }
}
