//! What may be typed on the command line, and how it is explained.

mod check;

use std::path::PathBuf;
use std::{env, iter};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use encoding_rs::Encoding;
use wirediff::load::printable;
use wirediff::model::Lang;
use wirediff::theme::Preset;

use crate::suggest;

const USAGE: &str = "\
wirediff [OPTIONS] <FILE> <FILE>...
       wirediff check [OPTIONS] --against <PATH> <STORY>...
       wirediff completions <SHELL>
       wirediff man";

pub use check::{CheckArgs, ReportFormat};

const EXAMPLES: &str = "\
Examples:
  wirediff wire.txt story.txt                    a wire report beside the story made of it
  wirediff wire.txt daily.txt courier.txt        three articles, one column for each
  cat story.txt | wirediff --only shared wire.txt -
                                                 only what the two have in common";

/// Shows related articles side by side, sentence by sentence
///
/// Sentences that stand in several articles share a row, whatever their order; in each pair the words
/// that differ are marked. Signs: = identical, ~ edited, ≈ rewritten, ⇅ moved, and beside its
/// counterpart ↑ or ↓ towards its own place, ↻ repeated; none, in the head ·, where the sentence stands
/// in one article only.
///
/// A first file that is named like a command needs its folder: ./man.
///
/// Exit status: 0; with --exit-code 1 if the articles differ; 2 in case of trouble.
#[derive(Debug, Parser)]
#[command(
    version,
    args_override_self = true,
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    override_usage = USAGE,
    max_term_width = 100
)]
pub struct Cli {
    /// What to do other than to show articles.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Two or more articles as plain text; - is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Name an article so in place of its path; the first name is that of the first file
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub name: Vec<String>,

    /// Read every file in this encoding
    ///
    /// A name of the WHATWG standard, such as utf-8, windows-1252, utf-16le or shift_jis.
    /// Otherwise each file is UTF-16 if it is marked as such or has its NULs, UTF-8 if it is valid as
    /// such, and else the encoding is guessed from its bytes.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<&'static Encoding>,

    /// Language whose rules tell sentences and words apart
    ///
    /// auto finds it out for each article; one that is surely without rules of its own is read as
    /// English.
    #[arg(
        long,
        value_name = "CODE",
        default_value = "auto",
        ignore_case = true,
        value_parser = languages()
    )]
    pub lang: Language,

    /// Width of the view in columns [default: that of the terminal, else $COLUMNS, else 80]
    #[arg(long, value_name = "N", value_parser = width, allow_negative_numbers = true)]
    pub width: Option<usize>,

    /// Set the articles side by side, or stack them under each other
    ///
    /// auto stacks them where a column would be too narrow to read.
    #[arg(long, value_name = "HOW", value_enum, default_value_t)]
    pub layout: Layout,

    /// When to use colour
    ///
    /// auto follows NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR; without them, colour
    /// is used where standard output is a terminal and TERM is not dumb. Without colour,
    /// [-words that are gone-], {+words that are new+} and [=words that stand in another place of
    /// the sentence=] have brackets.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: When,

    /// Colours of the view
    ///
    /// dark and light are for a ground of that kind, and safe for all common forms of colour
    /// blindness; so is neutral, for either ground; git-dark and git-light are the red and
    /// green of git diff; none is brackets. auto is dark or light where COLORFGBG tells the
    /// ground, else neutral. 16, 256 or all colours are used as
    /// TERM and COLORTERM tell.
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = themes())]
    pub theme: Colors,

    /// When to show the view in a pager
    ///
    /// auto pages what is longer than the screen; nothing is paged where standard output is no
    /// terminal.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub paging: When,

    /// The pager and its arguments [default: $WIREDIFF_PAGER, else $PAGER, else less]
    ///
    /// less keeps the head on the screen from version 608 on. An empty one, and cat, is none.
    #[arg(long, value_name = "COMMAND")]
    pub pager: Option<String>,

    /// When the numbers of sentences are links to their lines in the files
    ///
    /// auto links where the terminal is known to take OSC 8, and the pager passes it on (less
    /// from 566).
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub hyperlinks: When,

    /// Show the rows of these kinds alone; several are joined by commas
    ///
    /// shared is all that stands in two articles or more. The head tells how many rows are hidden.
    #[arg(long, value_name = "KINDS", value_enum, value_delimiter = ',')]
    pub only: Vec<Rows>,

    /// Fold long stretches without changes, but for N rows beside each change
    ///
    /// A stretch is of sentences that are identical in all articles, or of six or more in a row
    /// that some do not have. What is folded is told in one line. 0 leaves nothing beside the
    /// changes.
    #[arg(long, value_name = "N", value_parser = rows, allow_negative_numbers = true)]
    pub context: Option<usize>,

    /// Order the rows by this article, and set it first
    ///
    /// A, B, C … in the order of the files. The others are set against it: the words that
    /// only it has are the ones that are gone. [default: A]
    #[arg(long, value_name = "LABEL")]
    pub reference: Option<String>,

    /// Order the columns by how much of each article stands in the first, most first
    ///
    /// The first is A, or the one that --reference names. Labels stay with their files.
    #[arg(long)]
    pub sort_by_share: bool,

    /// Show only the head: counts, shares, and a strip with the sign of every sentence
    #[arg(long, conflicts_with = "no_head")]
    pub summary: bool,

    /// Show only the rows
    #[arg(long)]
    pub no_head: bool,

    /// Lowest similarity of what is matched, 0 to 1 [default: found from the articles]
    ///
    /// Of what is matched by default, less similar sentences are left out; a low one, such as 0.2,
    /// takes whatever is as similar, in place of the finer rules. By default independent reports of one
    /// event have to be more alike (0.36) than two versions of one text (0.28); between matches, and
    /// where all is reworded, less is enough.
    #[arg(long, value_name = "RATIO", value_parser = ratio, allow_negative_numbers = true)]
    pub min_similarity: Option<f64>,

    /// A view to read, or data for other programs
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,

    /// Exit with 1 if the articles differ in any word, or in its capitals
    #[arg(long)]
    pub exit_code: bool,
}

/// What the program does besides showing articles.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Box<CheckArgs>),
    /// Write completions for a shell to standard output
    Completions {
        /// The shell
        #[arg(value_name = "SHELL", value_enum)]
        shell: Shell,
    },
    /// Write the manual page to standard output
    Man,
}

/// The language asked for; `None` finds it out.
#[derive(Clone, Copy, Debug)]
pub struct Language(pub Option<Lang>);

/// The colours asked for; `None` suits them to the terminal.
#[derive(Clone, Copy, Debug)]
pub struct Colors(pub Option<Preset>);

/// When something is done that depends on the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// How the articles are arranged.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Layout {
    #[default]
    Auto,
    Columns,
    Stacked,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Rows {
    Identical,
    Edited,
    Rewritten,
    Moved,
    Shared,
    Unique,
}

/// What is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Json,
}

/// Where an option belongs that stands where it is not known: behind a command, or without one.
fn misplaced(error: &clap::Error) -> Option<String> {
    let Some(ContextValue::String(given)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let option = given.strip_prefix("--")?;
    let has_option = |command: &clap::Command| {
        let mut options = command.get_arguments().filter_map(clap::Arg::get_long);
        options.any(|long| long == option)
    };
    let program = Cli::command();
    if has_option(&program) {
        return Some(format!(
            "'{given}' belongs to wirediff without a command; see wirediff --help"
        ));
    }
    let mut commands = program.get_subcommands();
    let command = commands.find(|command| has_option(command))?.get_name();
    Some(format!(
        "'{given}' belongs to wirediff {command}; the command comes before all options; see wirediff \
         {command} --help"
    ))
}

/// What tells more: the help of the command that was given, or that of the program.
fn help() -> String {
    let program = Cli::command();
    let given = env::args_os().nth(1);
    match given.and_then(|given| program.find_subcommand(given)) {
        Some(command) => format!("see wirediff {} --help", command.get_name()),
        None => "see wirediff --help".to_owned(),
    }
}

/// A message of the argument parser on one line, without its summary of the usage.
pub fn one_line(error: &clap::Error) -> String {
    if let (ErrorKind::UnknownArgument, Some(message)) = (error.kind(), misplaced(error)) {
        return printable(&message);
    }
    let (message, help) = (error.render().to_string(), help());
    let mut lines: Vec<_> = (message.lines().map(str::trim))
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .filter(|line| !line.is_empty())
        .map(|line| {
            line.trim_start_matches("error: ")
                .trim_start_matches("tip: ")
        })
        .map(|line| line.trim_start_matches('[').trim_end_matches(']'))
        .collect();
    // Other messages end with a remedy of their own.
    let alone = lines.len() == 1 && error.kind() != ErrorKind::ValueValidation;
    if alone || error.kind() == ErrorKind::MissingRequiredArgument {
        lines.push(&help);
    }
    printable(&lines.join("; ").replace(":; ", ": "))
}

fn languages() -> impl TypedValueParser<Value = Language> {
    let codes = Lang::all().map(Lang::code);
    PossibleValuesParser::new(iter::once("auto").chain(codes))
        .map(|code| Language(Lang::from_code(&code)))
}

fn themes() -> impl TypedValueParser<Value = Colors> {
    let names = Preset::ALL.map(Preset::name);
    PossibleValuesParser::new(iter::once("auto").chain(names))
        .map(|name| Colors(Preset::from_name(&name)))
}

fn encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(name.as_bytes()).ok_or_else(|| {
        let like = suggest::nearest(&name.to_ascii_lowercase(), ENCODINGS.into_iter());
        match like {
            Some(like) => format!("no such encoding; a similar one exists: {like}"),
            None => "no such encoding; give a WHATWG name such as utf-8, windows-1252 or shift_jis"
                .to_owned(),
        }
    })
}

/// The names of the WHATWG standard, and the other one that people know best; those that are
/// meant most come first.
const ENCODINGS: [&str; 39] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "latin1",
    "ibm866",
    "iso-8859-1",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "koi8-r",
    "koi8-u",
    "macintosh",
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-mac-cyrillic",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "iso-2022-jp",
    "shift_jis",
    "euc-kr",
];

fn width(columns: &str) -> Result<usize, String> {
    (columns.parse().ok())
        .filter(|columns| *columns > 0)
        .ok_or_else(|| "give a whole number of columns, 1 or more".to_owned())
}

fn rows(count: &str) -> Result<usize, String> {
    (count.parse()).map_err(|_| "give a whole number of rows, 0 or more".to_owned())
}

fn ratio(number: &str) -> Result<f64, String> {
    (number.parse().ok())
        .filter(|ratio| (0.0..=1.0).contains(ratio))
        .ok_or_else(|| "give a number from 0 to 1".to_owned())
}
