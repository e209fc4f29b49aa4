//! Which colours a terminal has, as far as its environment tells: it is never asked.

use std::ffi::OsString;

use wirediff::theme::{Depth, Preset};

/// Terminals that have all colours and say so by `TERM` alone.
const TRUE_COLOR: [&str; 7] = [
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "kitty",
    "wezterm",
    "-direct",
];

/// How many colours the terminal has: `COLORTERM` tells, then `TERM`.
pub fn depth(variable: impl Fn(&str) -> Option<OsString>) -> Depth {
    let text = |name| variable(name).and_then(|value| value.into_string().ok());
    let color_term = text("COLORTERM").unwrap_or_default();
    let term = text("TERM").unwrap_or_default();
    if matches!(color_term.as_str(), "truecolor" | "24bit")
        || TRUE_COLOR.iter().any(|name| term.contains(name))
        // Windows Terminal sets neither.
        || variable("WT_SESSION").is_some()
    {
        Depth::True
    } else if term.contains("256color") || !color_term.is_empty() {
        Depth::Ansi256
    } else {
        Depth::Ansi16
    }
}

/// The preset for the ground that `COLORFGBG` tells (`15;0`: white on black); without it one
/// that suits both grounds.
pub fn preset(variable: impl Fn(&str) -> Option<OsString>) -> Preset {
    let grounds = variable("COLORFGBG").and_then(|value| value.into_string().ok());
    let ground = grounds
        .as_deref()
        .and_then(|value| value.rsplit(';').next());
    match ground.and_then(|ground| ground.parse::<u8>().ok()) {
        // As vim and rxvt have it: white and the bright colours but grey are light.
        Some(7 | 9..=15) => Preset::Light,
        Some(0..=6 | 8) => Preset::Dark,
        _ => Preset::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only<'a>(name: &'a str, value: &'a str) -> impl Fn(&str) -> Option<OsString> + 'a {
        move |asked| (asked == name).then(|| value.into())
    }

    #[test]
    fn colours_are_as_many_as_the_variables_tell() {
        assert_eq!(depth(only("COLORTERM", "truecolor")), Depth::True);
        assert_eq!(depth(only("COLORTERM", "24bit")), Depth::True);
        assert_eq!(depth(only("TERM", "xterm-kitty")), Depth::True);
        assert_eq!(depth(only("TERM", "xterm-direct")), Depth::True);
        assert_eq!(depth(only("WT_SESSION", "1b4e")), Depth::True);
        assert_eq!(depth(only("TERM", "tmux-256color")), Depth::Ansi256);
        assert_eq!(depth(only("COLORTERM", "rxvt-xpm")), Depth::Ansi256);
        assert_eq!(depth(only("TERM", "xterm")), Depth::Ansi16);
        assert_eq!(depth(|_| None), Depth::Ansi16);
    }

    #[test]
    fn the_ground_is_the_last_of_two_or_three() {
        assert_eq!(preset(only("COLORFGBG", "15;0")), Preset::Dark);
        assert_eq!(preset(only("COLORFGBG", "12;default;8")), Preset::Dark);
        assert_eq!(preset(only("COLORFGBG", "0;15")), Preset::Light);
        assert_eq!(preset(only("COLORFGBG", "0;default;7")), Preset::Light);
    }

    #[test]
    fn a_ground_that_is_not_told_is_neither() {
        for value in ["", "15;default", "15;", "1;99"] {
            assert_eq!(preset(only("COLORFGBG", value)), Preset::Neutral, "{value}");
        }
        assert_eq!(preset(|_| None), Preset::Neutral);
    }
}
