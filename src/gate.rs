//! The run of `wirediff check`: the files, what is found about them, the report, the status.

mod config;
mod files;
mod output;
mod progress;

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, ensure};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use wirediff::align::AlignOptions;
use wirediff::check::report::{self, Report, Trouble, text::Style};
use wirediff::check::{CheckOptions, Fair, Finding, Limits, MAX_REUSE, Sources, Text};
use wirediff::load::{LoadOptions, Warning, load};
use wirediff::theme::Theme;

use crate::cli::{CheckArgs, ReportFormat, When};
use crate::{tell, terminal};
use files::{File, FileId, Listing};
use progress::Progress;

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No story is flagged.
    Passed,
    /// One is.
    Flagged,
    /// Something could not be read; whether a story is flagged does not matter then.
    Trouble,
}

/// Checks stories and writes the report.
///
/// # Errors
///
/// Where there is nothing to check, or the report cannot be written. What cannot be read is no
/// error: the rest is checked, and then it is told.
pub fn run(args: CheckArgs) -> anyhow::Result<Outcome> {
    let args = config::completed(args)?;
    ensure_enough(&args)?;
    use_threads(args.threads)?;
    let options = options(&args);

    let mut notes = Notes::default();
    let sources = files::list(&args.against, &args)?;
    let stories = files::list(&stories(&args)?, &args)?;
    let (sources, numbers) = read_sources(sources, &args, &mut notes);
    let findings = check(stories, &args, &mut notes, |story, id| {
        let own = id.and_then(|id| numbers.get(&id).copied());
        sources.check(story, own, &options)
    });

    let report = Report {
        findings: &findings,
        sources: &sources,
        limits: options.limits,
        troubles: &notes.troubles,
    };
    output::write(args.output.as_deref(), |mut out| {
        write(&mut out, &report, &args)
    })?;
    notes.warnings.iter().for_each(tell);
    notes
        .troubles
        .iter()
        .for_each(|trouble| tell(&trouble.message));
    Ok(match (notes.troubles.is_empty(), report.flagged()) {
        (false, _) => Outcome::Trouble,
        (true, 0) => Outcome::Passed,
        (true, _) => Outcome::Flagged,
    })
}

/// What is told at the end: it stops nothing.
#[derive(Default)]
struct Notes {
    warnings: Vec<Warning>,
    troubles: Vec<Trouble>,
}

/// Sees that there is something to check, and that standard input is asked for once.
fn ensure_enough(args: &CheckArgs) -> anyhow::Result<()> {
    ensure!(
        !args.against.is_empty(),
        "no sources; name files or folders of wire copy with --against"
    );
    ensure!(
        !args.stories.is_empty() || args.stories_from.is_some(),
        "no stories; name files or folders of them, or see wirediff check --help"
    );
    let named = args
        .against
        .iter()
        .chain(&args.stories)
        .chain(&args.stories_from);
    ensure!(
        named.filter(|path| *path == Path::new("-")).count() < 2,
        "-: standard input can be read only once; put one of its texts into a file"
    );
    Ok(())
}

fn use_threads(threads: Option<usize>) -> anyhow::Result<()> {
    let builder = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0));
    (builder.build_global()).map_err(|cause| {
        anyhow!("threads cannot be started: {cause}; ask for fewer with --threads")
    })
}

fn options(args: &CheckArgs) -> CheckOptions {
    CheckOptions {
        align: AlignOptions {
            min_similarity: args.min_similarity,
        },
        fair: Fair {
            quotes: args.ignore_quotes.unwrap_or(false),
            lines: args.ignore_lines.clone(),
            credits: args.allow_credit.clone(),
            min_words: args.min_words.unwrap_or(0),
        },
        limits: Limits {
            max_reuse: args.max_reuse.unwrap_or(MAX_REUSE),
            max_run: args.max_run,
        },
    }
}

/// The stories named, and those on the list.
fn stories(args: &CheckArgs) -> anyhow::Result<Vec<PathBuf>> {
    let mut stories = args.stories.clone();
    if let Some(list) = &args.stories_from {
        stories.extend(files::listed_in(list)?);
    }
    Ok(stories)
}

/// Reads and indexes the sources; with them come their numbers by file.
fn read_sources(
    listing: Listing,
    args: &CheckArgs,
    notes: &mut Notes,
) -> (Sources, HashMap<FileId, usize>) {
    let progress = Progress::new("reading sources", listing.files.len());
    let read = |File { path, id }: File| {
        let text = read(path, args);
        progress.step();
        (text, id)
    };
    let texts: Vec<_> = listing.files.into_par_iter().map(read).collect();
    notes.troubles.extend(listing.troubles);
    let mut sources = Vec::with_capacity(texts.len());
    let mut numbers = HashMap::new();
    for (text, id) in texts {
        if let Some(text) = notes.taken(text) {
            numbers.extend(id.map(|id| (id, sources.len())));
            sources.push(text);
        }
    }
    (
        Sources::new(sources, args.lang.and_then(|lang| lang.0)),
        numbers,
    )
}

/// Reads and checks each story; the findings come in the order of the files.
fn check(
    listing: Listing,
    args: &CheckArgs,
    notes: &mut Notes,
    check: impl Fn(Text, Option<FileId>) -> Finding + Sync,
) -> Vec<Finding> {
    let progress = Progress::new("checking stories", listing.files.len());
    let one = |File { path, id }: File| {
        let (story, warning) = read(path, args)?;
        let finding = check(story, id);
        progress.step();
        Ok((finding, warning))
    };
    let findings: Vec<_> = listing.files.into_par_iter().map(one).collect();
    notes.troubles.extend(listing.troubles);
    findings
        .into_iter()
        .filter_map(|finding| notes.taken(finding))
        .collect()
}

/// Something made from a file, and what the reader should know of the file; or what is wrong.
type Read<T> = Result<(T, Option<Warning>), Trouble>;

impl Notes {
    /// Notes what is to be told, and gives what there is.
    fn taken<T>(&mut self, read: Read<T>) -> Option<T> {
        match read {
            Ok((made, warning)) => {
                self.warnings.extend(warning);
                Some(made)
            }
            Err(trouble) => {
                self.troubles.push(trouble);
                None
            }
        }
    }
}

fn read(path: PathBuf, args: &CheckArgs) -> Read<Text> {
    let options = LoadOptions {
        encoding: args.encoding,
        ..LoadOptions::default()
    };
    match load(&path, &options) {
        Ok(document) => {
            let text = document.text;
            Ok((Text { path, text }, document.warning))
        }
        Err(error) => Err(Trouble {
            path: Some(path),
            message: error.to_string(),
        }),
    }
}

fn write(out: &mut impl Write, report: &Report<'_>, args: &CheckArgs) -> io::Result<()> {
    match args.format.unwrap_or_default() {
        ReportFormat::Text => report::text::write(out, report, style(args)),
        ReportFormat::Json => report::json::write(out, report),
        ReportFormat::Github => report::github::write(out, report),
        ReportFormat::Sarif => report::sarif::write(out, report),
        ReportFormat::Junit => report::junit::write(out, report),
    }
}

/// How the text report looks. A file is not a terminal, wherever standard output goes.
fn style(args: &CheckArgs) -> Style {
    let on_screen = args.output.is_none();
    let has_color = match args.color.unwrap_or_default() {
        When::Auto if !on_screen => false,
        when => terminal::has_color(when),
    };
    let on_terminal = on_screen && terminal::is_shown();
    Style {
        theme: if has_color {
            Theme::STANDARD
        } else {
            Theme::PLAIN
        },
        width: args
            .width
            .or_else(|| on_terminal.then(|| terminal::width(None))),
    }
}
