//! Shows articles on the terminal, on paper or in a pager.

use wirediff::layout::{LayoutOptions, Screen, Text, lay_out};
use wirediff::model::{Alignment, Article};
use wirediff::render::terminal;
use wirediff::theme::Theme;

use crate::cli::Cli;
use crate::output::print;
use crate::pager::{Pager, Shape};

/// Writes the view of articles and their alignment to standard output.
///
/// # Errors
///
/// Where standard output cannot be written.
pub fn show(
    cli: &Cli,
    articles: &[Article],
    alignment: &Alignment,
    options: &LayoutOptions,
    theme: Theme,
) -> anyhow::Result<()> {
    let pager = cli.pager();
    let screen = lay_out(articles, alignment, options);
    let head = head(cli, &screen, pager.as_ref());
    let shape = Shape {
        width: options.width,
        head: head.staying,
    };
    let links = cli.links(articles, pager.as_ref());
    let link = links.as_ref().map(|links| |id| links.of(id));
    print(pager, shape, |out| {
        terminal::write(out, head.lines, theme, &link)?;
        match cli.shows_body() {
            true => terminal::write_body(out, &screen, theme, &link),
            false => Ok(()),
        }
    })
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
    if !cli.shows_body() {
        return Head {
            lines: screen.overview(),
            staying: 0,
        };
    }
    let lines = screen.head();
    let room = pager.and_then(Pager::room_for_head);
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
