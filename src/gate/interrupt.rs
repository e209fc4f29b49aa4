//! A signal that ends the program takes an unfinished file along.

use std::path::Path;

/// Has an interrupt or a request to end remove the file at `path`, if it is there, and then end
/// the program as if nothing had been done. Where that cannot be had the file may stay.
#[cfg(unix)]
pub fn takes_along(path: &Path) {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return;
    };
    let path = path.to_owned();
    let _ = std::thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let _ = std::fs::remove_file(&path);
            let _ = emulate_default_handler(signal);
        }
    });
}

/// Has nothing done: only Unix sends signals.
#[cfg(not(unix))]
pub fn takes_along(_: &Path) {}
