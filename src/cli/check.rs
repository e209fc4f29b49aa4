//! What `wirediff check` may be told, on the command line or in `wirediff.toml`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use encoding_rs::Encoding;
use regex::Regex;
use serde::Deserialize;

use super::{Language, When, encoding, languages, ratio, width};

const EXAMPLES: &str = "\
Examples:
  wirediff check --against wire/ story.txt       one story against a folder of wire copy
  wirediff check --against wire/ --ignore-quotes --format sarif --output reuse.sarif stories/
                                                 a report for code scanning
  git diff -z --name-only main -- '*.txt' | wirediff check --against wire/ --stories-from -
                                                 the stories that a branch changes";

/// Flags stories that are rewritten from wire copy
///
/// Each story is held against all sources. It is flagged if the share of its words that are kept
/// from sentences of the sources is above the limit, or a verbatim run, or the share in matched
/// sentences, is above a limit that was given; a word counts once. Its verdict is wholly derived,
/// partially derived or non-derived, by the share of its words in sentences that match one of a
/// source, whatever was kept of them.
///
/// Options may stand in wirediff.toml, in a table named check; those given here win.
///
/// Exit status: 0 if no story is flagged, 1 if one is, 2 in case of trouble.
#[derive(Debug, Default, Args, Deserialize)]
#[command(after_help = EXAMPLES)]
#[serde(default, rename_all = "kebab-case")]
pub struct CheckArgs {
    /// Stories, and folders of stories; - is standard input
    #[arg(value_name = "STORY")]
    pub stories: Vec<PathBuf>,

    /// A source, or a folder of sources; may be given several times
    ///
    /// Folders are walked to the bottom. Hidden files and those that .gitignore and .ignore
    /// name are left out.
    #[arg(long, value_name = "PATH")]
    pub against: Vec<PathBuf>,

    /// Read a list of stories from a file; - is standard input
    ///
    /// The names are parted by NULs if there are any, else by line ends.
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    pub stories_from: Option<PathBuf>,

    /// Of folders, take only the files that match; with ! in front, those that do not
    ///
    /// As in .gitignore, from the working folder, or from that of wirediff.toml if they stand there;
    /// may be given several times.
    #[arg(long, value_name = "GLOB")]
    pub glob: Vec<String>,

    /// The folder from which globs count, where that is not the working folder.
    #[arg(skip)]
    #[serde(skip)]
    pub globs_from: Option<PathBuf>,

    /// Take ignored files of folders too
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true", require_equals = true)]
    pub no_ignore: Option<bool>,

    /// Flag a story of which more than so much is reused [default: 30]
    #[arg(long, value_name = "PERCENT", value_parser = percent, allow_negative_numbers = true)]
    #[serde(deserialize_with = "from_toml::percent")]
    pub max_reuse: Option<f64>,

    /// Flag a story that has more words than this from a source without a break
    #[arg(long, value_name = "WORDS", value_parser = whole, allow_negative_numbers = true)]
    pub max_run: Option<usize>,

    /// Flag a story of which more than so much stands in matched sentences, whatever was kept of them
    ///
    /// A thorough rewrite is found by it: 63 flags what is wholly derived.
    #[arg(long, value_name = "PERCENT", value_parser = percent, allow_negative_numbers = true)]
    #[serde(deserialize_with = "from_toml::percent")]
    pub max_matched: Option<f64>,

    /// Leave out words inside quotation marks
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true", require_equals = true)]
    pub ignore_quotes: Option<bool>,

    /// Leave out lines that match, such as by-lines; may be given several times
    #[arg(long, value_name = "REGEX", value_parser = regex)]
    #[serde(deserialize_with = "from_toml::regexes")]
    pub ignore_lines: Vec<Regex>,

    /// Do not flag a story that names its source like this; may be given several times
    #[arg(long, value_name = "REGEX", value_parser = regex)]
    #[serde(deserialize_with = "from_toml::regexes")]
    pub allow_credit: Vec<Regex>,

    /// Leave out reused sentences that keep fewer words than this
    #[arg(long, value_name = "N", value_parser = whole, allow_negative_numbers = true)]
    pub min_words: Option<usize>,

    /// Lowest similarity of what is matched, 0 to 1 [default: found from the articles]
    #[arg(long, value_name = "RATIO", value_parser = ratio, allow_negative_numbers = true)]
    #[serde(deserialize_with = "from_toml::ratio")]
    pub min_similarity: Option<f64>,

    /// Language of all articles; auto finds it out for each [default: auto]
    #[arg(long, value_name = "CODE", ignore_case = true, value_parser = languages())]
    #[serde(deserialize_with = "from_toml::language")]
    pub lang: Option<Language>,

    /// Read every file in this encoding
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    #[serde(deserialize_with = "from_toml::encoding")]
    pub encoding: Option<&'static Encoding>,

    /// What to report as [default: text]
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,

    /// Tell of each story in one line; the text report only
    #[arg(long)]
    #[serde(skip)]
    pub summary: bool,

    /// Write the report to this file; it appears there whole or not at all
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// When to use colour [default: auto]
    #[arg(long, value_name = "WHEN", value_enum)]
    #[serde(skip)]
    pub color: Option<When>,

    /// Columns into which the text report is wrapped [default: those of a terminal, else any]
    #[arg(long, value_name = "N", value_parser = width, allow_negative_numbers = true)]
    #[serde(skip)]
    pub width: Option<usize>,

    /// How many threads to work with [default: one for each core; at most 1024]
    #[arg(long, value_name = "N", value_parser = whole, allow_negative_numbers = true)]
    pub threads: Option<usize>,

    /// Read options from this file, not from the nearest wirediff.toml
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    #[serde(skip)]
    pub config: Option<PathBuf>,

    /// Read no wirediff.toml
    #[arg(long)]
    #[serde(skip)]
    pub no_config: bool,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit's XML, for the test pages of CI systems
    Junit,
}

impl CheckArgs {
    /// The keys that `wirediff.toml` may have.
    pub const KEYS: [&str; 17] = [
        "against",
        "allow-credit",
        "encoding",
        "format",
        "glob",
        "ignore-lines",
        "ignore-quotes",
        "lang",
        "max-matched",
        "max-reuse",
        "max-run",
        "min-similarity",
        "min-words",
        "no-ignore",
        "output",
        "stories",
        "threads",
    ];

    /// These options, and those of a configuration where these say nothing.
    pub fn or(self, config: CheckArgs) -> CheckArgs {
        // Named one by one, so that no option can be forgotten.
        let CheckArgs {
            stories,
            against,
            stories_from: _,
            glob,
            globs_from,
            no_ignore,
            max_reuse,
            max_run,
            max_matched,
            ignore_quotes,
            ignore_lines,
            allow_credit,
            min_words,
            min_similarity,
            lang,
            encoding,
            format,
            summary: _,
            output,
            color: _,
            width: _,
            threads,
            config: _,
            no_config: _,
        } = config;
        let stories_given = !self.stories.is_empty() || self.stories_from.is_some();
        CheckArgs {
            stories: if stories_given { self.stories } else { stories },
            against: given(self.against, against),
            globs_from: globs_from.filter(|_| self.glob.is_empty()),
            glob: given(self.glob, glob),
            no_ignore: self.no_ignore.or(no_ignore),
            max_reuse: self.max_reuse.or(max_reuse),
            max_run: self.max_run.or(max_run),
            max_matched: self.max_matched.or(max_matched),
            ignore_quotes: self.ignore_quotes.or(ignore_quotes),
            ignore_lines: given(self.ignore_lines, ignore_lines),
            allow_credit: given(self.allow_credit, allow_credit),
            min_words: self.min_words.or(min_words),
            min_similarity: self.min_similarity.or(min_similarity),
            lang: self.lang.or(lang),
            encoding: self.encoding.or(encoding),
            format: self.format.or(format),
            output: self.output.or(output),
            threads: self.threads.or(threads),
            ..self
        }
    }
}

fn given<T>(flags: Vec<T>, config: Vec<T>) -> Vec<T> {
    if flags.is_empty() { config } else { flags }
}

/// A percentage as a share.
fn percent(number: &str) -> Result<f64, String> {
    let percent = number
        .strip_suffix('%')
        .unwrap_or(number)
        .trim_end()
        .parse();
    share(percent.ok())
}

fn whole(number: &str) -> Result<usize, String> {
    (number.parse()).map_err(|_| "give a whole number, 0 or more".to_owned())
}

fn share(percent: Option<f64>) -> Result<f64, String> {
    (percent.filter(|percent| (0.0..=100.0).contains(percent)))
        .map(|percent| percent / 100.0)
        .ok_or_else(|| "give a number from 0 to 100".to_owned())
}

/// A pattern; what is wrong with it in one line, the last of those that its parser writes.
fn regex(pattern: &str) -> Result<Regex, String> {
    if pattern.is_empty() {
        return Err("an empty pattern matches everything; leave the option out".to_owned());
    }
    Regex::new(pattern).map_err(|cause| {
        let cause = cause.to_string();
        let last = cause.lines().last().unwrap_or_default();
        let what = last.strip_prefix("error: ").unwrap_or(last);
        format!("{pattern} is no regular expression: {what}")
    })
}

/// Values as TOML has them, held to what the command line takes.
mod from_toml {
    use std::fmt::Display;

    use clap::builder::TypedValueParser;
    use serde::de::{Deserialize, Deserializer, Error};

    use super::{Encoding, Language, Regex};

    pub fn percent<'de, D: Deserializer<'de>>(value: D) -> Result<Option<f64>, D::Error> {
        some(super::share(Some(f64::deserialize(value)?)))
    }

    pub fn ratio<'de, D: Deserializer<'de>>(value: D) -> Result<Option<f64>, D::Error> {
        some(super::ratio(&f64::deserialize(value)?.to_string()))
    }

    pub fn regexes<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<Regex>, D::Error> {
        let patterns = Vec::<String>::deserialize(value)?;
        let regexes = patterns.iter().map(|pattern| super::regex(pattern));
        regexes.collect::<Result<_, _>>().map_err(D::Error::custom)
    }

    pub fn encoding<'de, D: Deserializer<'de>>(
        value: D,
    ) -> Result<Option<&'static Encoding>, D::Error> {
        some(super::encoding(&String::deserialize(value)?))
    }

    pub fn language<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Language>, D::Error> {
        let code = String::deserialize(value)?;
        let command = clap::Command::new("wirediff");
        let parsed = super::languages().parse_ref(&command, None, code.to_lowercase().as_ref());
        some(parsed.map_err(|_| {
            format!("no such language: {code}; give auto, or a code such as en or de")
        }))
    }

    fn some<T, E: Error>(parsed: Result<T, impl Display>) -> Result<Option<T>, E> {
        parsed.map(Some).map_err(E::custom)
    }
}
