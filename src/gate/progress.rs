//! Shows how far long work has come, on a terminal only.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::terminal;

/// Work that takes less than this shows nothing.
const DELAY: Duration = Duration::from_millis(500);

/// One stretch of work. What is shown goes away with it.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    is_wanted: bool,
}

impl Progress {
    /// Starts work of so many steps.
    pub fn new(what: &'static str, steps: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let template = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        bar.set_style(template.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what);
        Progress {
            bar,
            started: Instant::now(),
            is_wanted: terminal::has_messages_shown(),
        }
    }

    /// Counts a step that is done.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.is_wanted && self.bar.is_hidden() && self.started.elapsed() > DELAY {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
