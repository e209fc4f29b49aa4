//! The command line program: the run from arguments to exit status.

mod cli;
mod gate;
mod resolve;
mod terminal;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::bail;
use clap::Parser;
use wirediff::align::align;
use wirediff::fold::typographic;
use wirediff::layout::lay_out;
use wirediff::load::load;
use wirediff::model::Article;
use wirediff::render::{self, json};
use wirediff::split;

use cli::{CheckArgs, Cli, Command, Format, When};

/// The exit status if the articles differ and that was asked.
const DIFFERENT: u8 = 1;
/// The exit status if a story is flagged.
const FLAGGED: u8 = 1;
/// The exit status if the run failed.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Cli::try_parse() {
        Ok(Cli {
            command: Some(Command::Check(args)),
            ..
        }) => check(*args),
        Ok(cli) => run(&cli),
        Err(answer) => explain(&answer),
    };
    outcome.unwrap_or_else(|error| {
        tell(&error);
        ExitCode::from(TROUBLE)
    })
}

fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    cli.check_files()?;
    let articles = read(cli)?;
    let alignment = align(&articles, &cli.align_options());
    print(|out| match cli.format {
        Format::Json => json::write(out, &articles, &alignment),
        Format::Text => {
            let theme = cli.theme();
            let screen = lay_out(&articles, &alignment, &cli.layout_options(theme));
            render::terminal::write(out, screen.lines(), theme)
        }
    })?;
    Ok(status(cli, &articles))
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
    let options = cli.load_options();
    let mut told = Vec::new();
    let mut texts = Vec::with_capacity(cli.files.len());
    for path in &cli.files {
        let document = load(path, &options)?;
        if let Some(warning) = document.warning
            && !told.contains(&warning)
        {
            tell(&warning);
            told.push(warning);
        }
        texts.push((document.name, document.text));
    }
    Ok(split::articles(texts, cli.lang.0))
}

/// Prints what the argument parser answers: help, the version, or an error.
fn explain(answer: &clap::Error) -> anyhow::Result<ExitCode> {
    if answer.use_stderr() {
        bail!(cli::one_line(answer));
    }
    let text = answer.render();
    print(|out| match terminal::has_color(When::Auto) {
        true => write!(out, "{}", text.ansi()),
        false => write!(out, "{text}"),
    })?;
    Ok(ExitCode::SUCCESS)
}

type Output = BufWriter<io::StdoutLock<'static>>;

/// Writes to standard output. A reader that went away has seen enough: that is no error.
fn print(write: impl FnOnce(&mut Output) -> io::Result<()>) -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            bail!("standard output: cannot be written: {error}; make room, or write elsewhere")
        }
        _ => Ok(()),
    }
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
