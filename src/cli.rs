//! What may be typed on the command line, and how it is explained.

mod check;

use std::iter;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};
use encoding_rs::Encoding;
use wirediff::load::printable;
use wirediff::model::Lang;

pub use check::{CheckArgs, ReportFormat};

const EXAMPLES: &str = "\
Examples:
  wirediff wire.txt story.txt                    a wire report beside the story made of it
  wirediff wire.txt daily.txt courier.txt        three articles, one column for each
  cat story.txt | wirediff --only shared wire.txt -
                                                 only what the two have in common";

/// Shows related articles side by side, sentence by sentence
///
/// Sentences that stand in several articles share a row, whatever their order; in each pair
/// the words that differ are marked. Signs: = identical, ~ edited, ≈ rewritten, ⇅ moved,
/// ↻ repeated; no sign where the sentence stands in one article only.
///
/// Exit status: 0; with --exit-code 1 if the articles differ; 2 in case of trouble.
#[derive(Debug, Parser)]
#[command(
    version,
    args_override_self = true,
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    override_usage = "wirediff [OPTIONS] <FILE> <FILE>...\n       wirediff check [OPTIONS] --against <PATH> <STORY>...",
    max_term_width = 100
)]
pub struct Cli {
    /// What to do other than to show articles.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Two or more articles as plain text; - is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Read every file in this encoding
    ///
    /// A name of the WHATWG standard, such as utf-8, windows-1252, utf-16le or shift_jis.
    /// Otherwise each file is UTF-8 or UTF-16 if it is marked or valid as such, and else
    /// the encoding is guessed from its bytes.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<&'static Encoding>,

    /// Language whose rules tell sentences and words apart
    ///
    /// auto finds it out for each article; one without rules of its own is read as English.
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
    /// [-words that are gone-] and {+words that are new+} stand in brackets.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: When,

    /// Show the rows of these kinds alone; several are joined by commas
    ///
    /// shared is all that stands in two articles or more. How many rows are hidden is told.
    #[arg(long, value_name = "KINDS", value_enum, value_delimiter = ',')]
    pub only: Vec<Rows>,

    /// Lowest similarity of a pair of sentences, 0 to 1 [default: found from the articles]
    ///
    /// A higher one pairs fewer sentences. By default independent reports of one event have
    /// to be more alike than two versions of one text.
    #[arg(long, value_name = "RATIO", value_parser = ratio, allow_negative_numbers = true)]
    pub min_similarity: Option<f64>,

    /// A view to read, or data for other programs
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,

    /// Exit with 1 if the articles differ in any word
    #[arg(long)]
    pub exit_code: bool,
}

/// What the program does besides showing articles.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Box<CheckArgs>),
}

/// The language asked for; `None` finds it out.
#[derive(Clone, Copy, Debug)]
pub struct Language(pub Option<Lang>);

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

/// A message of the argument parser on one line, without its summary of the usage.
pub fn one_line(error: &clap::Error) -> String {
    let message = error.render().to_string();
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
    if lines.len() == 1 && error.kind() != ErrorKind::ValueValidation {
        lines.push("see wirediff --help");
    }
    printable(&lines.join("; "))
}

fn languages() -> impl TypedValueParser<Value = Language> {
    let codes = Lang::all().map(Lang::code);
    PossibleValuesParser::new(iter::once("auto").chain(codes))
        .map(|code| Language(Lang::from_code(&code)))
}

fn encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(name.as_bytes()).ok_or_else(|| {
        "no such encoding; give a WHATWG name such as utf-8, windows-1252 or shift_jis".to_owned()
    })
}

fn width(columns: &str) -> Result<usize, String> {
    (columns.parse().ok())
        .filter(|columns| *columns > 0)
        .ok_or_else(|| "give a whole number of columns, 1 or more".to_owned())
}

fn ratio(number: &str) -> Result<f64, String> {
    (number.parse().ok())
        .filter(|ratio| (0.0..=1.0).contains(ratio))
        .ok_or_else(|| "give a number from 0 to 1".to_owned())
}
