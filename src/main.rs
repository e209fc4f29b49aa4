//! The command line program: the run from arguments to exit status.

mod cli;
mod gate;
mod generate;
mod git;
mod links;
mod output;
mod pager;
mod progress;
mod resolve;
mod suggest;
mod terminal;
mod view;

use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::io::{self, Write};
use std::mem;
use std::process::ExitCode;

use anyhow::bail;
use clap::{CommandFactory, Parser};
use wirediff::align::align;
use wirediff::fold::typographic;
use wirediff::load::{LoadError, load_all, printable, shown_name};
use wirediff::model::Article;
use wirediff::render::json;
use wirediff::split;

use cli::{CheckArgs, Cli, Command, Format, When};
use git::{Change, Request};
use output::{print, print_straight};
use pager::Shape;
use progress::Progress;

/// The exit status if the articles differ and that was asked.
const DIFFERENT: u8 = 1;
/// The exit status if a story is flagged.
const FLAGGED: u8 = 1;
/// The exit status if the run failed.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    keep_freed_memory();
    let outcome = match Cli::try_parse() {
        Ok(Cli {
            command: Some(Command::Check(args)),
            ..
        }) => check(*args),
        Ok(Cli {
            command: Some(Command::Completions { shell }),
            ..
        }) => print_straight(|out| generate::completions(out, shell)),
        Ok(Cli {
            command: Some(Command::Man),
            ..
        }) => print_straight(|out| generate::man(out)),
        Ok(cli) => run(cli),
        Err(answer) => explain(&answer),
    };
    outcome.unwrap_or_else(|error| {
        tell(&error);
        ExitCode::from(TROUBLE)
    })
}

/// How large a piece of memory is kept when it is freed, in bytes.
const KEPT: usize = 4 << 20;

/// Has glibc keep what is freed for the next who asks. It gives large pieces back to the system, at
/// first all above 128 KB, and each page that comes anew costs a fault; but it takes the largest piece
/// that was ever freed for usual, so that one is freed here, before it was touched (`mallopt(3)`,
/// `M_MMAP_THRESHOLD`).
fn keep_freed_memory() {
    let mut piece = Vec::<u8>::new();
    // Where there is no room for it there is nothing to keep either.
    let _ = piece.try_reserve_exact(KEPT);
    drop(black_box(piece));
}

/// Shows articles, or what git asks for.
fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match git::request(&cli.files, terminal::is_asked_by_git()) {
        None => show(&cli),
        Some(Request::Change(change)) => show_change(cli, *change),
        Some(Request::Unmerged(path)) => print_straight(|out| {
            let path = shown_name(&path);
            writeln!(out, "* Unmerged path {}", printable(&path))
        }),
    }
}

/// Shows a file before and after. Of a file whose name or mode alone changed only that is told, unless
/// data is asked for; so is that files are no text, because git takes a failure for the end of all.
fn show_change(cli: Cli, change: Change) -> anyhow::Result<ExitCode> {
    if let (Format::Text, lines @ [_, ..]) = (cli.format, change.beside_text()) {
        return print_straight(|out| {
            let mut lines = lines.iter().map(|line| printable(line));
            lines.try_for_each(|line| writeln!(out, "{line}"))
        });
    }
    let [old, new] = change.names.clone().map(|name| printable(&name));
    let tells_by_status = cli.exit_code;
    let cli = Cli {
        files: change.files.into(),
        name: change.names.into(),
        ..cli
    };
    match show(&cli) {
        Err(error) if matches!(error.downcast_ref(), Some(LoadError::Binary { .. })) => {
            let told = print_straight(|out| writeln!(out, "Binary files {old} and {new} differ"))?;
            Ok(match tells_by_status {
                true => ExitCode::from(DIFFERENT),
                false => told,
            })
        }
        outcome => outcome,
    }
}

fn show(cli: &Cli) -> anyhow::Result<ExitCode> {
    cli.check_files()?;
    let theme = cli.theme();
    let options = cli.layout_options(theme)?;
    let articles = read(cli)?;
    let progress = Progress::new("matching sentences");
    let alignment = align(&articles, &cli.align_options());
    drop(progress);
    match cli.format {
        Format::Json => print(cli.pager(), Shape::default(), |out| {
            json::write(out, &articles, &alignment)
        })?,
        Format::Text => view::show(cli, &articles, &alignment, &options, theme)?,
    }
    let status = status(cli, &articles);
    // The process ends here: to give back its memory piece by piece would only take time.
    mem::forget((articles, alignment));
    Ok(status)
}

/// Holds stories against sources.
fn check(args: CheckArgs) -> anyhow::Result<ExitCode> {
    Ok(match gate::run(args)? {
        gate::Outcome::Passed => ExitCode::SUCCESS,
        gate::Outcome::Flagged => ExitCode::from(FLAGGED),
        gate::Outcome::Trouble => ExitCode::from(TROUBLE),
    })
}

/// Loads and splits every file; what could not be decoded is told once.
fn read(cli: &Cli) -> anyhow::Result<Vec<Article>> {
    let progress = Progress::reading(&cli.files);
    let documents = load_all(&cli.files, &cli.load_options()).map_err(|(at, error)| {
        suggest::beside(error, &cli.files[at], &cli.files, &Cli::command())
    })?;
    drop(progress);
    let mut told = Vec::new();
    let mut texts = Vec::with_capacity(documents.len());
    for (index, document) in documents.into_iter().enumerate() {
        if let Some(warning) = document.warning
            && !told.contains(&warning)
        {
            tell(&warning);
            told.push(warning);
        }
        let name = cli.name.get(index).cloned().unwrap_or(document.name);
        texts.push((name, document.text));
    }
    Ok(split::articles(texts, cli.lang.0))
}

/// Prints what the argument parser answers: help, the version, or an error.
fn explain(answer: &clap::Error) -> anyhow::Result<ExitCode> {
    if answer.use_stderr() {
        bail!(cli::one_line(answer));
    }
    let text = answer.render();
    print_straight(|out| match terminal::has_color(When::Auto) {
        true => write!(out, "{}", text.ansi()),
        false => write!(out, "{text}"),
    })
}

/// Writes one line to standard error; if that fails, nobody is there to be told.
fn tell(message: &impl fmt::Display) {
    let _ = writeln!(io::stderr(), "wirediff: {message}");
}

/// The exit status of a run that went well.
fn status(cli: &Cli, articles: &[Article]) -> ExitCode {
    let mut pairs = articles.windows(2);
    if cli.exit_code && pairs.any(|pair| differ(&pair[0], &pair[1])) {
        ExitCode::from(DIFFERENT)
    } else {
        ExitCode::SUCCESS
    }
}

/// Whether two articles differ in any word, typography aside.
fn differ(one: &Article, other: &Article) -> bool {
    !words(one).eq(words(other))
}

fn words(article: &Article) -> impl Iterator<Item = Cow<'_, str>> {
    let words = article.words.iter();
    words.map(|word| typographic(&article.text[word.range()]))
}
