//! The command line program: the run from arguments to exit status.

mod cli;
mod generate;
mod links;
mod pager;
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
use wirediff::layout::{Screen, Text, lay_out};
use wirediff::load::load;
use wirediff::model::Article;
use wirediff::render::{self, json};
use wirediff::split;

use cli::{Cli, Command, Format, When};
use pager::{Pager, Shape};

/// The exit status if the articles differ and that was asked.
const DIFFERENT: u8 = 1;
/// The exit status if the run failed.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Cli::try_parse() {
        Ok(Cli {
            command: Some(command),
            ..
        }) => generate(&command),
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
    let theme = cli.theme();
    let options = cli.layout_options(theme)?;
    let articles = read(cli)?;
    let alignment = align(&articles, &cli.align_options());
    let pager = cli.pager();
    match cli.format {
        Format::Json => print(pager, Shape::default(), |out| {
            json::write(out, &articles, &alignment)
        })?,
        Format::Text => {
            let screen = lay_out(&articles, &alignment, &options);
            let head = head(cli, &screen, pager.as_ref());
            let shape = Shape {
                width: options.width,
                head: head.staying,
            };
            let links = cli.links(&articles, pager.as_ref());
            let link = |id| links.as_ref()?.of(id);
            print(pager, shape, |out| {
                let body = cli.shows_body().then(|| screen.body());
                let lines = head.lines.into_iter().chain(body.into_iter().flatten());
                render::terminal::write_linked(out, lines, theme, link)
            })?;
        }
    }
    Ok(status(cli, &articles))
}

/// Lines above the rows, and how many of them stay on the screen of a pager.
#[derive(Default)]
struct Head {
    lines: Vec<Text>,
    staying: usize,
}

/// The head; where it is too tall to stay on the screen, below one of few lines that can.
fn head(cli: &Cli, screen: &Screen<'_>, pager: Option<&Pager>) -> Head {
    if !cli.shows_head() {
        return Head::default();
    }
    let lines = screen.head();
    let room = pager
        .and_then(Pager::room_for_head)
        .filter(|_| cli.shows_body());
    match (room, screen.titles()) {
        (Some(room), _) if lines.len() <= room => Head {
            staying: lines.len(),
            lines,
        },
        (Some(room), titles) if titles.len() <= room => Head {
            staying: titles.len(),
            lines: titles.into_iter().chain(lines).collect(),
        },
        _ => Head { lines, staying: 0 },
    }
}

/// Loads and splits every file; what could not be decoded is told once.
fn read(cli: &Cli) -> anyhow::Result<Vec<Article>> {
    let options = cli.load_options();
    let mut told = Vec::new();
    let mut articles = Vec::with_capacity(cli.files.len());
    for path in &cli.files {
        let document = load(path, &options)?;
        if let Some(warning) = document.warning
            && !told.contains(&warning)
        {
            tell(&warning);
            told.push(warning);
        }
        articles.push(split::article(document.name, document.text, cli.lang.0));
    }
    Ok(articles)
}

/// Prints what belongs to an installed program.
fn generate(command: &Command) -> anyhow::Result<ExitCode> {
    print_straight(|out| match command {
        Command::Completions { shell } => generate::completions(out, *shell),
        Command::Man => generate::man(out),
    })
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

/// Writes to standard output what needs no pager.
fn print_straight(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<ExitCode> {
    print(None, Shape::default(), write)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes to standard output, through a pager if there is one. A reader that went away has
/// seen enough: that is no error.
fn print(
    pager: Option<Pager>,
    shape: Shape,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let written = match pager {
        Some(pager) => {
            let mut out = BufWriter::new(pager.output(shape));
            let written = write(&mut out).and_then(|()| out.flush());
            let (out, _) = out.into_parts();
            out.finish().and(written)
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            write(&mut out).and_then(|()| out.flush())
        }
    };
    match written {
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
