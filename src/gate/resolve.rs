//! What `wirediff check` was told, as the options of each stage.

use anyhow::ensure;
use wirediff::align::AlignOptions;
use wirediff::check::report::text::Style;
use wirediff::check::{CheckOptions, Fair, Limits, MAX_REUSE};
use wirediff::load::LoadOptions;
use wirediff::theme::Theme;

use crate::cli::{CheckArgs, When};
use crate::resolve::ensure_one_input;
use crate::terminal;

impl CheckArgs {
    /// Sees that there is something to check, and that standard input is asked for once.
    ///
    /// # Errors
    ///
    /// Where one of these is not so.
    pub fn ensure_enough(&self) -> anyhow::Result<()> {
        ensure!(
            !self.against.is_empty(),
            "no sources; name files or folders of wire copy with --against"
        );
        ensure!(
            !self.stories.is_empty() || self.stories_from.is_some(),
            "no stories; name files or folders of them, or see wirediff check --help"
        );
        let against = self.against.iter();
        ensure_one_input(against.chain(&self.stories).chain(&self.stories_from))
    }

    /// How all files are read.
    pub fn load_options(&self) -> LoadOptions {
        LoadOptions {
            encoding: self.encoding,
            ..LoadOptions::default()
        }
    }

    /// How stories are held against sources.
    pub fn check_options(&self) -> CheckOptions {
        CheckOptions {
            align: AlignOptions {
                min_similarity: self.min_similarity,
            },
            fair: Fair {
                quotes: self.ignore_quotes.unwrap_or(false),
                lines: self.ignore_lines.clone(),
                credits: self.allow_credit.clone(),
                min_words: self.min_words.unwrap_or(0),
            },
            limits: Limits {
                max_reuse: self.max_reuse.unwrap_or(MAX_REUSE),
                max_run: self.max_run,
                max_matched: self.max_matched,
            },
        }
    }

    /// How the text report looks: a file is not a terminal, wherever standard output goes.
    pub fn style(&self) -> Style {
        let on_screen = self.output.is_none();
        let has_color = match self.color.unwrap_or_default() {
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
            width: self
                .width
                .or_else(|| on_terminal.then(|| terminal::width(None))),
            summary: self.summary,
        }
    }
}
