//! Chooses a pager and starts it for what is longer than the screen.

mod paged;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use terminal_size::{Height, Width, terminal_size_of};

use crate::cli::When;
use crate::tell;

pub use paged::Paged;

/// The first version of less that keeps a head on the screen.
const LESS_WITH_HEADER: u32 = 608;
/// The first version of less that passes links on, and does not count them as text.
const LESS_WITH_LINKS: u32 = 566;
/// What less does where the reader has not said: quit if one screen holds all, pass colours,
/// leave the text on the screen (which versions before 530 must, to show a short text at all).
const LESS: &str = "FRX";

/// A pager that can be started on the terminal.
pub struct Pager {
    /// The program, then its arguments.
    command: Vec<String>,
    /// Its version, if it is less.
    less: Option<u32>,
    rows: usize,
    columns: usize,
    always: bool,
}

impl Pager {
    /// The pager for standard output: none if that is no terminal, or the reader wants none.
    ///
    /// The flag names it, then `WIREDIFF_PAGER`, then `PAGER`; else it is less. An empty name,
    /// and `cat`, is none. A name that cannot be split into words is told, and counts as none.
    pub fn new(flag: Option<&str>, when: When) -> Option<Pager> {
        if when == When::Never || !io::stdout().is_terminal() {
            return None;
        }
        let (Width(columns), Height(rows)) = terminal_size_of(io::stdout())?;
        let command = match shell_words::split(&named(flag, |name| env::var_os(name))) {
            Ok(command) => command,
            Err(error) => {
                tell(&format!(
                    "the pager's command line cannot be read: {error}; \
                     mend it, or give --paging never"
                ));
                return None;
            }
        };
        let program = command.first().filter(|program| *program != "cat")?;
        Some(Pager {
            less: less_version(program),
            command,
            rows: rows.into(),
            columns: columns.into(),
            always: when == When::Always,
        })
    }

    /// How many lines a head may have that stays on the screen, if the pager can keep one: a
    /// third of the screen, so that there is room to read.
    pub fn room_for_head(&self) -> Option<usize> {
        let can = self.less.is_some_and(|version| version >= LESS_WITH_HEADER);
        (can && !self.is_told("--header")).then_some(self.rows / 3)
    }

    /// Whether links reach the terminal, and nothing else of them.
    pub fn passes_links(&self) -> bool {
        self.less.is_some_and(|version| version >= LESS_WITH_LINKS)
    }

    /// Where to write a text of this shape.
    pub fn output(self, shape: Shape) -> Paged {
        let rows_a_line = shape.width.div_ceil(self.columns.max(1)).max(1);
        let room = match self.always {
            true => 0,
            // The last row is the prompt's.
            false => self.rows.saturating_sub(1) / rows_a_line,
        };
        Paged::new(self, room, shape)
    }

    /// Starts it. While it runs, an interrupt is its own affair.
    fn start(&self, shape: Shape) -> io::Result<Child> {
        let (program, arguments) = self.command.split_first().ok_or(io::ErrorKind::NotFound)?;
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        if self.less.is_some() {
            command.args(self.less_arguments(shape));
        }
        if env::var_os("LESS").is_none() {
            command.env("LESS", LESS);
        }
        let child = command.env("LESSCHARSET", "utf-8").spawn()?;
        // If no handler can be set, an interrupt ends this program before its pager.
        let _ = ctrlc::set_handler(|| {});
        Ok(child)
    }

    fn less_arguments(&self, shape: Shape) -> Vec<String> {
        let mut arguments = Vec::new();
        // Options of the reader's own may lack what colours need.
        if env::var_os("LESS").is_some() {
            arguments.push("-R".to_owned());
        }
        // Cut, not wrapped, columns stay columns.
        if shape.width > self.columns {
            arguments.push("-S".to_owned());
        }
        if shape.head > 0 {
            arguments.push(format!("--header={}", shape.head));
        }
        arguments
    }

    /// Whether the reader gave an option of less.
    fn is_told(&self, option: &str) -> bool {
        let variable = env::var("LESS").unwrap_or_default();
        let words = self
            .command
            .iter()
            .map(String::as_str)
            .chain(variable.split_whitespace());
        words.into_iter().any(|word| word.starts_with(option))
    }
}

/// What a text is like, for a pager that can make use of that.
#[derive(Clone, Copy, Default)]
pub struct Shape {
    /// How wide its lines are at most; 0 where that is unknown.
    pub width: usize,
    /// How many of its first lines are to stay on the screen.
    pub head: usize,
}

/// The command line of the pager.
fn named(flag: Option<&str>, variable: impl Fn(&str) -> Option<OsString>) -> String {
    let text = |name| variable(name).and_then(|value| value.into_string().ok());
    flag.map(str::to_owned)
        .or_else(|| text("WIREDIFF_PAGER"))
        .or_else(|| text("PAGER"))
        .unwrap_or_else(|| "less".to_owned())
}

/// The version of a program, if it is less.
fn less_version(program: &str) -> Option<u32> {
    if Path::new(program).file_stem()? != "less" {
        return None;
    }
    let output = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    version(&String::from_utf8_lossy(&output.stdout))
}

/// The number in `less 608 (GNU regular expressions)`, without what follows a point.
fn version(said: &str) -> Option<u32> {
    let number = said.strip_prefix("less ")?;
    let digits = number.find(|c: char| !c.is_ascii_digit());
    number[..digits.unwrap_or(number.len())].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> {
        |name| {
            let found = pairs.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| value.into())
        }
    }

    #[test]
    fn the_flag_names_the_pager_then_the_variables_then_it_is_less() {
        let both = set(&[("WIREDIFF_PAGER", "most"), ("PAGER", "more")]);
        assert_eq!(named(Some("lv -c"), &both), "lv -c");
        assert_eq!(named(None, &both), "most");
        assert_eq!(named(None, set(&[("PAGER", "more")])), "more");
        assert_eq!(named(None, set(&[])), "less");
        assert_eq!(
            named(None, set(&[("WIREDIFF_PAGER", ""), ("PAGER", "more")])),
            ""
        );
    }

    #[test]
    fn the_version_of_less_is_its_first_number() {
        assert_eq!(version("less 608 (GNU regular expressions)\n"), Some(608));
        assert_eq!(
            version("less 581.2 (POSIX regular expressions)\n"),
            Some(581)
        );
        assert_eq!(version("BusyBox v1.36\n"), None);
        assert_eq!(version("less is more\n"), None);
        assert_eq!(less_version("more"), None);
    }
}
