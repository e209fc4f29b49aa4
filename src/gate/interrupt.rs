//! A signal that ends the program takes an unfinished file along.

use std::io;
#[cfg(unix)]
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use tempfile::NamedTempFile;

/// The unfinished file, if there is one by now.
pub struct Unfinished {
    #[cfg(unix)]
    path: Arc<Mutex<Option<PathBuf>>>,
}

#[cfg(unix)]
impl Unfinished {
    /// Has an interrupt or a request to end remove the unfinished file, if it is there, and then
    /// end the program as if nothing had been done. Where that cannot be had the file may stay.
    ///
    /// The thread for that has the memory that it needs when this returns: where there is none for
    /// it, and the program ends, there is no file yet.
    pub fn watched() -> Self {
        use signal_hook::consts::{SIGINT, SIGTERM};
        use signal_hook::iterator::Signals;
        use signal_hook::low_level::emulate_default_handler;

        let path = Arc::new(Mutex::new(None::<PathBuf>));
        let watched = Unfinished {
            path: Arc::clone(&path),
        };
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
            return watched;
        };
        let (starting, started) = mpsc::channel::<()>();
        let watch = move || {
            let signals = signals.forever();
            drop(starting);
            for signal in signals {
                let path = path.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(path) = path.as_ref() {
                    let _ = std::fs::remove_file(path);
                }
                let _ = emulate_default_handler(signal);
            }
        };
        if std::thread::Builder::new().spawn(watch).is_ok() {
            // It never sends anything: it is heard to begin.
            let _ = started.recv();
        }
        watched
    }

    /// Makes the file; a signal waits until it has a name here.
    ///
    /// # Errors
    ///
    /// Where it cannot be made.
    pub fn made(
        &self,
        make: impl FnOnce() -> io::Result<NamedTempFile>,
    ) -> io::Result<NamedTempFile> {
        let mut path = self.path.lock().unwrap_or_else(PoisonError::into_inner);
        let file = make()?;
        *path = Some(file.path().to_owned());
        Ok(file)
    }
}

/// Nothing is watched: only Unix sends signals.
#[cfg(not(unix))]
impl Unfinished {
    pub fn watched() -> Self {
        Unfinished {}
    }

    pub fn made(
        &self,
        make: impl FnOnce() -> io::Result<NamedTempFile>,
    ) -> io::Result<NamedTempFile> {
        make()
    }
}
