//! Tells on the terminal that work goes on, once it has taken a while.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::terminal;

/// Work that takes less than this shows nothing.
const DELAY: Duration = Duration::from_millis(500);
/// How often what is shown moves.
const TICK: Duration = Duration::from_millis(100);

/// Work that goes on. What is shown goes away with it.
pub struct Progress {
    /// Dropped, it tells the thread that the work is done.
    work: Option<Sender<()>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts work; nothing is shown where standard error is no terminal.
    pub fn new(what: &'static str) -> Self {
        if !terminal::has_messages_shown() {
            return Progress {
                work: None,
                shown: None,
            };
        }
        let (work, done) = channel();
        let shown = thread::spawn(move || {
            if done.recv_timeout(DELAY) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let spinner = ProgressBar::new_spinner().with_message(what);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} … {elapsed}") {
                spinner.set_style(style);
            }
            spinner.enable_steady_tick(TICK);
            // Ends when the other side is dropped.
            let _ = done.recv();
            spinner.finish_and_clear();
        });
        Progress {
            work: Some(work),
            shown: Some(shown),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.work.take());
        if let Some(shown) = self.shown.take() {
            let _ = shown.join();
        }
    }
}
