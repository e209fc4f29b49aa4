//! Where the report goes: standard output, or a file that appears whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use tempfile::{Builder, NamedTempFile};
use wirediff::load::{printable, shown_name};

use super::files::are_one;
use super::interrupt::Unfinished;
use crate::output::print_straight;

/// Whether a path stands for standard output, or leads to where that goes.
pub fn is_standard(path: &Path) -> bool {
    path == Path::new("-") || are_one(path, Path::new("/dev/stdout"))
}

/// Writes to the file at `path`, or to standard output without one.
///
/// # Errors
///
/// Where that is not possible; what was at `path` before is still there then.
pub fn write(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let Some(path) = path else {
        return print_straight(|out| write(out)).map(drop);
    };
    to_file(path, write).map_err(|cause| {
        let name = printable(&shown_name(path));
        let remedy = match cause.kind() {
            io::ErrorKind::NotFound => "make it, or write elsewhere",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "make room, or write elsewhere"
            }
            _ => "write elsewhere",
        };
        anyhow!("{name}: cannot be written: {cause}; {remedy}")
    })
}

fn to_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        // A device or a pipe is no file that could be replaced.
        let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path)?);
        write(&mut out)?;
        return out.flush();
    }
    // A link stays, and what it leads to is written.
    let target = fs::canonicalize(path).unwrap_or_else(|_| end_of_links(path));
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::NotFound,
            "there is no such folder",
        ));
    }
    // All that needs much memory comes before the file: where memory ends the program ends, and
    // nothing would take the file away.
    let mut report = Vec::new();
    write(&mut report)?;
    let unfinished = Unfinished::watched();
    let mut file = unfinished.made(|| beside(folder, &target))?;
    file.write_all(&report)?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// More links in a row than this lead nowhere.
const MOST_LINKS: usize = 40;

/// Where links from `path` on lead to, though nothing is there yet.
fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&end) else { break };
        end.pop();
        end.push(next);
    }
    end
}

/// A new file in `folder`, with the rights of the one it will replace, or those of any new file.
fn beside(folder: &Path, target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".wirediff-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder)?;
    if let Ok(data) = fs::metadata(target) {
        file.as_file().set_permissions(data.permissions())?;
    }
    Ok(file)
}
