//! Tells on the terminal that work goes on, once it has taken a while.

use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::terminal;

/// Work that takes less than this shows nothing.
const DELAY: Duration = Duration::from_millis(500);
/// How often what is shown moves.
const TICK: Duration = Duration::from_millis(100);

/// Work that goes on. What is shown goes away with it.
pub struct Progress {
    /// Nothing where standard error is no terminal.
    shown: Option<Shown>,
}

struct Shown {
    bar: ProgressBar,
    /// Dropped, it tells the thread that the work is done.
    work: Option<Sender<()>>,
    waiting: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts work; nothing is shown where standard error is no terminal.
    pub fn new(what: &'static str) -> Self {
        Progress::start(true, None, "{spinner} {msg} … {elapsed}", what)
    }

    /// Starts to read files. Nothing is shown where one of them is typed on the terminal, either.
    pub fn reading<'f>(files: impl IntoIterator<Item = &'f PathBuf>) -> Self {
        let may_show = !terminal::is_typed(files);
        Progress::start(may_show, None, "{spinner} {msg} … {elapsed}", "reading")
    }

    /// Starts work of one step for each of these files, as [`Progress::reading`] does.
    pub fn counted<'f>(
        what: &'static str,
        files: impl ExactSizeIterator<Item = &'f PathBuf>,
    ) -> Self {
        let steps = Some(files.len() as u64);
        let may_show = !terminal::is_typed(files);
        Progress::start(may_show, steps, "{msg} {wide_bar} {pos}/{len}", what)
    }

    /// Counts a step that is done.
    pub fn step(&self) {
        if let Some(shown) = &self.shown {
            shown.bar.inc(1);
        }
    }

    fn start(may_show: bool, steps: Option<u64>, template: &str, what: &'static str) -> Self {
        let shown = may_show && terminal::has_messages_shown();
        Progress {
            shown: shown.then(|| Shown::new(steps, template, what)),
        }
    }
}

impl Shown {
    fn new(steps: Option<u64>, template: &str, what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(steps, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what);
        let (work, done) = channel();
        let late = bar.clone();
        // Where the system has no thread for it, nothing is told.
        let waiting = thread::Builder::new().spawn(move || {
            if done.recv_timeout(DELAY) == Err(RecvTimeoutError::Timeout) {
                late.set_draw_target(ProgressDrawTarget::stderr());
                late.enable_steady_tick(TICK);
            }
        });
        Shown {
            bar,
            work: Some(work),
            waiting: waiting.ok(),
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        drop(self.work.take());
        if let Some(waiting) = self.waiting.take() {
            let _ = waiting.join();
        }
        self.bar.finish_and_clear();
    }
}
