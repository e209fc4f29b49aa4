//! Output that is held until it is known to be longer than the screen, and then paged.

use std::io::{self, Write};
use std::process::{Child, ChildStdin};

use super::{Pager, Shape};
use crate::tell;

/// Writes to the terminal what fits the screen, and the rest to a pager.
pub struct Paged {
    pager: Pager,
    shape: Shape,
    /// How many lines the screen has room for.
    room: usize,
    /// How many lines are held.
    lines: usize,
    state: State,
}

enum State {
    /// Nothing is on the screen yet.
    Held(Vec<u8>),
    /// The pager has it.
    Piped(ChildStdin, Child),
    /// The pager could not be started.
    Straight,
}

impl Paged {
    pub(super) fn new(pager: Pager, room: usize, shape: Shape) -> Self {
        Paged {
            pager,
            shape,
            room,
            lines: 0,
            state: State::Held(Vec::new()),
        }
    }

    /// Shows what is held, and waits until the reader has left the pager.
    pub fn finish(self) -> io::Result<()> {
        match self.state {
            State::Held(held) => show(&held),
            State::Straight => io::stdout().flush(),
            State::Piped(input, mut child) => {
                drop(input);
                child.wait().map(drop)
            }
        }
    }

    /// Gives what is held to the pager, or to the terminal if there is none.
    fn page(&mut self) -> io::Result<()> {
        let State::Held(held) = std::mem::replace(&mut self.state, State::Straight) else {
            return Ok(());
        };
        match self.pager.start(self.shape) {
            Ok(mut child) => match child.stdin.take() {
                Some(mut input) => {
                    let sent = input.write_all(&held);
                    self.state = State::Piped(input, child);
                    sent
                }
                None => show(&held),
            },
            Err(error) => {
                tell(&format!(
                    "{}: the pager cannot be started: {error}; name another one with --pager, \
                     or give --paging never",
                    self.pager.command[0]
                ));
                show(&held)
            }
        }
    }
}

impl Write for Paged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.state {
            State::Held(held) => {
                held.extend_from_slice(bytes);
                self.lines += bytes.iter().filter(|&&byte| byte == b'\n').count();
                if self.lines > self.room {
                    self.page()?;
                }
                Ok(bytes.len())
            }
            State::Piped(input, _) => input.write(bytes),
            State::Straight => io::stdout().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.state {
            State::Held(_) => Ok(()),
            State::Piped(input, _) => input.flush(),
            State::Straight => io::stdout().flush(),
        }
    }
}

fn show(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
