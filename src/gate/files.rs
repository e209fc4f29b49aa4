//! Which files are meant: paths, what stands in folders, and lists of names.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::anyhow;
use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};
use wirediff::check::report::Trouble;
use wirediff::load::{printable, shown_name};

use crate::cli::CheckArgs;

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path as it was given, or as it was found in a folder that was given.
    pub path: PathBuf,
    /// Which file that is; `None` for standard input and what cannot be asked.
    pub id: Option<FileId>,
}

/// The files that were meant, in the order given and each once, and what was wrong.
#[derive(Debug, Default)]
pub struct Listing {
    pub files: Vec<File>,
    pub troubles: Vec<Trouble>,
}

impl Listing {
    /// Whether a path leads to one of the files.
    pub fn hold(&self, path: &Path) -> bool {
        let id = FileId::of(path);
        id.is_some() && self.files.iter().any(|file| file.id == id)
    }
}

/// Whether two paths lead to one file.
pub fn are_one(one: &Path, other: &Path) -> bool {
    let id = FileId::of(one);
    id.is_some() && id == FileId::of(other)
}

/// Lists `paths`, and for a folder what stands in it, sorted by path.
///
/// # Errors
///
/// Where a glob is none. What cannot be walked is a trouble of the listing.
pub fn list(paths: &[PathBuf], args: &CheckArgs) -> anyhow::Result<Listing> {
    let globs = globs(&args.glob, args.globs_from.as_deref())?;
    let mut listing = Listing::default();
    let mut seen = HashSet::new();
    let mut take = |listing: &mut Listing, path: PathBuf| {
        let id = FileId::of(&path);
        if id.clone().is_none_or(|id| seen.insert(id)) {
            listing.files.push(File { path, id });
        }
    };
    for path in paths {
        if !path.is_dir() {
            // Where it does not exist, reading it will tell.
            take(&mut listing, path.clone());
            continue;
        }
        let mut found = false;
        for entry in walk(path, &globs, args.no_ignore.unwrap_or(false)) {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    found = true;
                    take(&mut listing, without_dots(entry.path()));
                }
                Ok(_) => {}
                Err(error) => listing.troubles.extend(trouble(path, &error)),
            }
        }
        if !found {
            listing.troubles.push(nothing_in(path));
        }
    }
    Ok(listing)
}

/// A path found in the working folder without the `./` in front, unless that keeps it from being a
/// standard input.
fn without_dots(path: &Path) -> PathBuf {
    let plain = path.strip_prefix(".").unwrap_or(path);
    match plain == Path::new("-") {
        true => path.to_owned(),
        false => plain.to_owned(),
    }
}

/// The globs, which count from a folder, or else from the working folder.
fn globs(globs: &[String], from: Option<&Path>) -> anyhow::Result<Override> {
    let from = from.filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = OverrideBuilder::new(whole(from.unwrap_or(Path::new("."))));
    let added = globs
        .iter()
        .try_for_each(|glob| builder.add(glob).map(|_| ()));
    let built = added.and_then(|()| builder.build());
    built.map_err(|cause| {
        let cause = printable(&cause.to_string());
        anyhow!("--glob: {cause}; patterns are those of .gitignore")
    })
}

/// The path of a folder from the root on, so that a glob and what it is held to start from one place,
/// whatever the two were called.
fn whole(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

fn walk(
    folder: &Path,
    globs: &Override,
    no_ignore: bool,
) -> impl Iterator<Item = Result<DirEntry, ignore::Error>> {
    let mut builder = WalkBuilder::new(folder);
    let globs = globs.clone();
    let (start, whole) = (folder.to_owned(), whole(folder));
    // Folders that links lead to in many ways are entered once: the ways multiply.
    let entered = Mutex::new(HashSet::new());
    let is_new = move |folder: &Path| {
        let id = FileId::of(folder);
        let mut entered = entered.lock().unwrap_or_else(PoisonError::into_inner);
        id.is_none_or(|id| entered.insert(id))
    };
    builder
        // As overrides of the walk, globs would bring back what is hidden or ignored.
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let path = entry.path().strip_prefix(&start);
            let path = path.map_or(entry.path().to_owned(), |path| whole.join(path));
            !globs.matched(path, is_folder).is_ignore() && (!is_folder || is_new(entry.path()))
        })
        // A link to wire copy is wire copy; what is reached twice is taken once.
        .follow_links(true)
        .sort_by_file_path(Path::cmp);
    if no_ignore {
        builder
            .ignore(false)
            .git_ignore(false)
            .git_global(false)
            .git_exclude(false)
            .parents(false);
    }
    builder.build()
}

/// What to tell of a failure; nothing of a link into its own folder, which is walked anyway.
fn trouble(folder: &Path, error: &ignore::Error) -> Option<Trouble> {
    if is_loop(error) {
        return None;
    }
    let path = path_of(error).unwrap_or(folder);
    let cause = error.io_error().map_or_else(|| error.to_string(), in_short);
    let name = printable(&shown_name(path));
    Some(Trouble {
        path: Some(path.to_owned()),
        message: format!(
            "{name}: cannot be read: {}; mend that, or leave it out with --glob",
            printable(&cause)
        ),
    })
}

/// What went wrong, without the path that the walk adds to it.
fn in_short(error: &io::Error) -> String {
    let inner = error.get_ref().and_then(|error| error.source());
    inner.map_or_else(|| error.to_string(), |error| error.to_string())
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

/// An empty folder is more likely a slip than meant: a check against nothing flags nothing.
fn nothing_in(folder: &Path) -> Trouble {
    Trouble {
        path: Some(folder.to_owned()),
        message: format!(
            "{}: no file in it is taken; check --glob, or take ignored files with --no-ignore",
            printable(&shown_name(folder))
        ),
    }
}

/// The names in a list; `-` is standard input.
///
/// # Errors
///
/// Where the list cannot be read.
pub fn listed_in(list: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let bytes = match list.to_str() {
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        _ => fs::read(list),
    };
    let bytes = bytes.map_err(|cause| {
        let name = printable(&shown_name(list));
        anyhow!("{name}: the list of stories cannot be read: {cause}; mend that, or name another")
    })?;
    Ok(names(&bytes).into_iter().map(PathBuf::from).collect())
}

/// The names in a list, parted by NULs if there are any and by line ends if not.
fn names(list: &[u8]) -> Vec<&OsStr> {
    let parted_by = if list.contains(&0) { 0 } else { b'\n' };
    let names = list
        .split(|&byte| byte == parted_by)
        .map(|name| match parted_by {
            b'\n' => name.strip_suffix(b"\r").unwrap_or(name),
            _ => name,
        });
    names
        .filter(|name| !name.is_empty())
        .filter_map(os_name)
        .collect()
}

#[cfg(unix)]
fn os_name(bytes: &[u8]) -> Option<&OsStr> {
    Some(std::os::unix::ffi::OsStrExt::from_bytes(bytes))
}

#[cfg(not(unix))]
fn os_name(bytes: &[u8]) -> Option<&OsStr> {
    std::str::from_utf8(bytes).ok().map(OsStr::new)
}

/// What makes two paths the same file: its device and its number there.
#[cfg(unix)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FileId(u64, u64);

#[cfg(unix)]
impl FileId {
    fn of(path: &Path) -> Option<FileId> {
        use std::os::unix::fs::MetadataExt;
        let data = fs::metadata(path).ok()?;
        Some(FileId(data.dev(), data.ino()))
    }
}

/// What makes two paths the same file: the path without links.
#[cfg(not(unix))]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FileId(PathBuf);

#[cfg(not(unix))]
impl FileId {
    fn of(path: &Path) -> Option<FileId> {
        fs::canonicalize(path).ok().map(FileId)
    }
}
