//! What was typed, as the options of each stage.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use wirediff::align::AlignOptions;
use wirediff::layout::{LayoutMode, LayoutOptions, Only};
use wirediff::load::{LoadOptions, printable, shown_name};
use wirediff::model::{Article, label};
use wirediff::theme::Theme;

use crate::cli::{Cli, Format, Layout, Rows, When};
use crate::links::Links;
use crate::pager::Pager;
use crate::terminal;

/// Sees that standard input is named once at most.
pub fn ensure_one_input<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> anyhow::Result<()> {
    ensure!(
        paths.filter(|path| *path == Path::new("-")).count() < 2,
        "-: standard input can be read only once; put one of its texts into a file"
    );
    Ok(())
}

impl Cli {
    /// Checks what the files are together, before any of them is read.
    ///
    /// # Errors
    ///
    /// Where there are fewer than two, or standard input is named twice.
    pub fn check_files(&self) -> anyhow::Result<()> {
        match self.files.as_slice() {
            [] => bail!("no articles; name two or more files, or see wirediff --help"),
            [only] => bail!(
                "{}: one article only; name another one to compare it with",
                printable(&shown_name(only))
            ),
            files => {
                ensure!(
                    self.name.len() <= files.len(),
                    "{} names for {} files; give --name once for each file, or less often",
                    self.name.len(),
                    files.len()
                );
                ensure_one_input(files.iter())
            }
        }
    }

    /// How the files are read.
    pub fn load_options(&self) -> LoadOptions {
        LoadOptions {
            encoding: self.encoding,
            ..LoadOptions::default()
        }
    }

    /// How their sentences are paired.
    pub fn align_options(&self) -> AlignOptions {
        AlignOptions {
            min_similarity: self.min_similarity,
        }
    }

    /// How the view is set; the marks are those of the theme.
    ///
    /// # Errors
    ///
    /// Where the reference is none of the articles.
    pub fn layout_options(&self, theme: Theme) -> anyhow::Result<LayoutOptions> {
        Ok(LayoutOptions {
            width: terminal::width(self.width),
            mode: match self.layout {
                Layout::Auto => LayoutMode::Auto,
                Layout::Columns => LayoutMode::Columns,
                Layout::Stacked => LayoutMode::Stacked,
            },
            only: self.rows(),
            marks: theme.marks(),
            reference: self.reference()?,
            by_share: self.sort_by_share,
            context: self.context,
        })
    }

    fn reference(&self) -> anyhow::Result<usize> {
        let Some(asked) = &self.reference else {
            return Ok(0);
        };
        let labels: Vec<String> = (0..self.files.len()).map(label).collect();
        let found = labels
            .iter()
            .position(|label| label.eq_ignore_ascii_case(asked));
        found.with_context(|| {
            format!(
                "invalid value '{}' for '--reference <LABEL>': no such article; the labels are {}",
                printable(asked),
                labels.join(", ")
            )
        })
    }

    /// The pager of the view, if there can be one. Data is paged only where that is asked for.
    pub fn pager(&self) -> Option<Pager> {
        let when = match (self.format, self.paging) {
            (Format::Json, When::Auto) => When::Never,
            (_, when) => when,
        };
        Pager::new(self.pager.as_deref(), when)
    }

    /// The addresses that sentences link to, if they do.
    pub fn links<'a>(&self, articles: &'a [Article], pager: Option<&Pager>) -> Option<Links<'a>> {
        let paths = self.files.iter().map(PathBuf::as_path);
        terminal::has_links(self.hyperlinks, pager).then(|| Links::new(articles, paths))
    }

    /// Whether the lines about the articles as wholes are shown.
    pub fn shows_head(&self) -> bool {
        !self.no_head
    }

    /// Whether the rows are.
    pub fn shows_body(&self) -> bool {
        !self.summary
    }

    /// The colours of the view.
    pub fn theme(&self) -> Theme {
        if !terminal::has_color(self.color) {
            return Theme::PLAIN;
        }
        let preset = self.theme.0.unwrap_or_else(terminal::preset);
        Theme::new(preset, terminal::depth())
    }

    fn rows(&self) -> Only {
        let kinds = self.only.iter().map(|rows| match rows {
            Rows::Identical => Only::IDENTICAL,
            Rows::Edited => Only::EDITED,
            Rows::Rewritten => Only::REWRITTEN,
            Rows::Moved => Only::MOVED,
            Rows::Shared => Only::SHARED,
            Rows::Unique => Only::UNIQUE,
        });
        kinds.reduce(Only::and).unwrap_or(Only::ALL)
    }
}
