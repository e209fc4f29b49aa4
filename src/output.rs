//! Standard output, straight or through a pager.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::bail;

use crate::pager::{Pager, Shape};

/// Writes to standard output, through a pager if there is one. A reader that went away has
/// seen enough: that is no error.
pub fn print(
    pager: Option<Pager>,
    shape: Shape,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let written = match pager {
        Some(pager) => {
            let mut out = BufWriter::new(pager.output(shape));
            let written = write(&mut out).and_then(|()| out.flush());
            let (out, _) = out.into_parts();
            out.finish().and(written)
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            write(&mut out).and_then(|()| out.flush())
        }
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            bail!("standard output: cannot be written: {error}; make room, or write elsewhere")
        }
        _ => Ok(()),
    }
}

/// Writes to standard output what needs no pager.
pub fn print_straight(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<ExitCode> {
    print(None, Shape::default(), write)?;
    Ok(ExitCode::SUCCESS)
}
