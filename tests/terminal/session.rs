//! A pseudo-terminal with a program in it: keys go in, a screen can be read.

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::{Child, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};

use crate::Desk;

/// How long a screen may take to come; a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);
/// A machine may even stand still. However long it does, it uses up no more than this.
const STEP: Duration = Duration::from_millis(100);

pub struct Session {
    pty: Pty,
    child: Child,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that the terminal was sent.
    pub sent: Vec<u8>,
}

impl Session {
    /// Runs the program in a terminal of so many rows and columns.
    pub fn start(
        desk: &Desk,
        (rows, columns): (u16, u16),
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Session {
        let (pty, terminal) = open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_wirediff"))
            .args(arguments)
            .current_dir(desk.0.path())
            .env("TERM", "xterm");
        for name in [
            "LESS",
            "LESSOPEN",
            "PAGER",
            "WIREDIFF_PAGER",
            "NO_COLOR",
            "COLORTERM",
            "COLORFGBG",
            "COLUMNS",
            "LINES",
            "VTE_VERSION",
            "TERM_PROGRAM",
            "WT_SESSION",
            "KONSOLE_VERSION",
            "GIT_PAGER_IN_USE",
        ] {
            command = command.env_remove(name);
        }
        let child = command
            .envs(variables.iter().copied())
            .spawn(terminal)
            .unwrap();
        let of = |count| NonZero::new(count).unwrap();
        let (sender, output) = channel();
        let mut reader = std::fs::File::from(pty_reader(&pty));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal that nobody writes to any more is an error on some systems.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Session {
            pty,
            child,
            output,
            screen: vt100::Parser::new(of(rows), of(columns), 0),
            sent: Vec::new(),
        }
    }

    /// Types keys.
    pub fn keys(&mut self, keys: &str) {
        self.pty.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the screen is as wanted, and gives its lines.
    pub fn wait_for(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let mut patience = PATIENCE;
        while !wanted(&self.text()) {
            if !self.take(&mut patience) {
                panic!("never came; the screen is\n{}", self.text());
            }
        }
        self.text()
    }

    /// Types keys until the screen is as wanted: a terminal drops what is typed just after an
    /// interrupt.
    pub fn keys_until(&mut self, keys: &str, wanted: impl Fn(&str) -> bool) {
        for _ in 0..60 {
            if wanted(&self.text()) {
                return;
            }
            self.keys(keys);
            let mut pause = Duration::from_millis(300);
            while self.take(&mut pause) {}
        }
        panic!("never came; the screen is\n{}", self.text());
    }

    /// Waits until the program ends, and kills it if it never does; gives its status and the
    /// last screen.
    pub fn end(mut self) -> (ExitStatus, String, Vec<u8>) {
        let mut patience = PATIENCE;
        while self.take(&mut patience) {}
        if patience.is_zero() {
            let _ = self.child.kill();
        }
        let status = self.child.wait().unwrap();
        (status, self.text(), std::mem::take(&mut self.sent))
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Takes what the terminal is sent next, if it comes before patience is used up.
    fn take(&mut self, patience: &mut Duration) -> bool {
        loop {
            let start = Instant::now();
            let sent = self.output.recv_timeout(STEP.min(*patience));
            *patience = patience.saturating_sub(start.elapsed().min(STEP));
            match sent {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.sent.extend(bytes);
                    return true;
                }
                Err(RecvTimeoutError::Timeout) if !patience.is_zero() => {}
                Err(_) => return false,
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The terminal once more, to be read by another thread.
fn pty_reader(pty: &Pty) -> std::os::fd::OwnedFd {
    use std::os::fd::AsFd;
    pty.as_fd().try_clone_to_owned().unwrap()
}
