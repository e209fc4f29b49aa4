//! Asks the environment and the terminal what the output should be.

mod palette;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use terminal_size::{Width, terminal_size, terminal_size_of};
use wirediff::theme::{Depth, Preset};

use crate::cli::When;
use crate::pager::Pager;

/// The width where nothing else is known.
const DEFAULT_WIDTH: usize = 80;

/// Wider than any terminal; a line of this many columns can still be held in memory.
const LARGEST_WIDTH: usize = u16::MAX as usize;

/// Whether the output has colour: the flag decides, then the environment, then the terminal.
pub fn has_color(flag: When) -> bool {
    let is_shown = io::stdout().is_terminal() || is_paged_by_git();
    color(flag, |name| env::var_os(name), is_shown)
}

/// Whether git has started its own pager for what it and its programs write.
fn is_paged_by_git() -> bool {
    env::var_os("GIT_PAGER_IN_USE").is_some_and(|value| value == "true" || value == "1")
}

/// Whether git runs this program to show a change of a file.
pub fn is_asked_by_git() -> bool {
    env::var_os("GIT_DIFF_PATH_COUNTER").is_some()
}

/// Whether standard error is read on a terminal as it is written.
pub fn has_messages_shown() -> bool {
    io::stderr().is_terminal()
}

/// Whether one of these files is standard input, and somebody types it on a terminal.
pub fn is_typed<'f>(files: impl IntoIterator<Item = &'f PathBuf>) -> bool {
    files.into_iter().any(|file| file == Path::new("-")) && io::stdin().is_terminal()
}

/// How many colours the terminal has.
pub fn depth() -> Depth {
    palette::depth(|name| env::var_os(name))
}

/// The colours that suit its ground.
pub fn preset() -> Preset {
    palette::preset(|name| env::var_os(name))
}

/// Whether the numbers of sentences are links: the flag decides, then the terminal, and a
/// pager that does not pass them on.
pub fn has_links(flag: When, pager: Option<&Pager>) -> bool {
    match flag {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            pager.is_none_or(Pager::passes_links)
                && io::stdout().is_terminal()
                && supports_hyperlinks::supports_hyperlinks()
        }
    }
}

/// Whether standard output is read on a terminal as it is written.
pub fn is_shown() -> bool {
    io::stdout().is_terminal()
}

/// How many columns the output has: the flag decides, then the terminal, then `COLUMNS`.
pub fn width(flag: Option<usize>) -> usize {
    flag.or_else(|| columns(terminal_size_of(io::stdout())))
        .or_else(|| env::var("COLUMNS").ok()?.parse().ok().filter(|n| *n > 0))
        // Standard output may be a pipe into a pager that shows it on this terminal.
        .or_else(|| columns(terminal_size()))
        .unwrap_or(DEFAULT_WIDTH)
        .min(LARGEST_WIDTH)
}

fn columns<Height>(size: Option<(Width, Height)>) -> Option<usize> {
    size.map(|(Width(columns), _)| usize::from(columns))
}

fn color(flag: When, variable: impl Fn(&str) -> Option<OsString>, is_terminal: bool) -> bool {
    let is_on = |name| variable(name).is_some_and(|value| !value.is_empty() && value != "0");
    match flag {
        When::Always => true,
        When::Never => false,
        When::Auto if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        When::Auto if is_on("FORCE_COLOR") || is_on("CLICOLOR_FORCE") => true,
        When::Auto if variable("CLICOLOR").is_some_and(|value| value == "0") => false,
        When::Auto => is_terminal && variable("TERM").is_none_or(|value| value != "dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The decision with these variables set, as `NAME=value` pairs apart by spaces.
    fn decide(flag: When, variables: &str, is_terminal: bool) -> bool {
        let find = |name: &str| {
            let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
            pairs
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.into())
        };
        color(flag, find, is_terminal)
    }

    #[test]
    fn the_flag_wins_over_all() {
        assert!(decide(When::Always, "NO_COLOR=1 TERM=dumb", false));
        assert!(!decide(When::Never, "FORCE_COLOR=1 CLICOLOR_FORCE=1", true));
    }

    #[test]
    fn each_variable_wins_over_those_after_it() {
        let auto = |variables| decide(When::Auto, variables, false);
        assert!(!auto("NO_COLOR=1 FORCE_COLOR=1 CLICOLOR_FORCE=1"));
        assert!(auto("FORCE_COLOR=1 CLICOLOR=0"));
        assert!(auto("CLICOLOR_FORCE=1 CLICOLOR=0"));
        assert!(!decide(When::Auto, "CLICOLOR=0 TERM=xterm", true));
    }

    #[test]
    fn empty_and_zero_do_not_force() {
        assert!(decide(When::Auto, "NO_COLOR= TERM=xterm", true));
        assert!(!decide(When::Auto, "FORCE_COLOR= CLICOLOR_FORCE=0", false));
        assert!(!decide(When::Auto, "CLICOLOR=1", false));
    }

    #[test]
    fn otherwise_a_terminal_that_is_not_dumb() {
        assert!(decide(When::Auto, "TERM=xterm-256color", true));
        assert!(decide(When::Auto, "", true));
        assert!(!decide(When::Auto, "TERM=dumb", true));
        assert!(!decide(When::Auto, "TERM=xterm-256color", false));
    }
}
