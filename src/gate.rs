//! The run of `wirediff check`: the files, what is found about them, the report, the status.

mod config;
mod files;
mod interrupt;
mod output;
mod resolve;

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{bail, ensure};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use wirediff::check::report::{self, Report, Trouble};
use wirediff::check::{Finding, Sources, Text};
use wirediff::load::{Warning, load, printable, shown_name};
use wirediff::parallel::pool;

use crate::cli::{CheckArgs, ReportFormat};
use crate::progress::Progress;
use crate::tell;
use files::{File, FileId, Listing};

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
/// Where there is nothing to check or to compare with, or the report cannot be written. What cannot
/// be read is no error: the rest is checked, and then it is told.
pub fn run(args: CheckArgs) -> anyhow::Result<Outcome> {
    let mut args = config::completed(args)?;
    args.output = args.output.filter(|path| !output::is_standard(path));
    args.ensure_enough()?;
    threads(args.threads)?.install(|| check_all(&args))
}

/// Checks all stories; as [`run`], whose work it is.
fn check_all(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let options = args.check_options();

    let mut notes = Notes::default();
    let sources = files::list(&args.against, args)?;
    let stories = files::list(&stories(args)?, args)?;
    if let Some(output) = &args.output {
        let mut others = args.stories_from.iter().chain(&args.config);
        ensure!(
            !sources.hold(output)
                && !stories.hold(output)
                && !others.any(|file| files::are_one(file, output)),
            "{}: is read for this check, and --output would write over it; write elsewhere",
            printable(&shown_name(output))
        );
    }
    let (sources, numbers) = read_sources(sources, args, &mut notes);
    if !sources.hold_words() {
        notes.tell();
        if notes.troubles.is_empty() {
            bail!("nothing to compare with: no file of --against holds a word");
        }
        return Ok(Outcome::Trouble);
    }
    let findings = check(stories, args, &mut notes, |story, id| {
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
        write(&mut out, &report, args)
    })?;
    notes.tell();
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

/// More threads than this do nothing more, and a system may end the process that starts them.
const MOST_THREADS: usize = 1024;

/// The threads asked for; else as many as there are cores, or the one that runs already where the
/// system refuses more.
fn threads(asked: Option<usize>) -> anyhow::Result<ThreadPool> {
    if let Some(threads) = pool(asked.unwrap_or(0).min(MOST_THREADS)) {
        return Ok(threads);
    }
    ensure!(
        asked.is_none_or(|threads| threads <= 1),
        "so many threads cannot be started; ask for fewer with --threads"
    );
    let here = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    Ok(here.build()?)
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
    let progress = Progress::counted(
        "reading sources",
        listing.files.iter().map(|file| &file.path),
    );
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
    let progress = Progress::counted(
        "checking stories",
        listing.files.iter().map(|file| &file.path),
    );
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
    /// Tells all of it.
    fn tell(&self) {
        self.warnings.iter().for_each(tell);
        let troubles = self.troubles.iter();
        troubles.for_each(|trouble| tell(&trouble.message));
    }

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
    match load(&path, &args.load_options()) {
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
        ReportFormat::Text => report::text::write(out, report, args.style()),
        ReportFormat::Json => report::json::write(out, report),
        ReportFormat::Github => report::github::write(out, report),
        ReportFormat::Sarif => report::sarif::write(out, report),
        ReportFormat::Junit => report::junit::write(out, report),
    }
}
