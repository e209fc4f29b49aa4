//! A path, or `-` for standard input, to decoded text: bounded in size, never binary, and
//! every failure is one line that names the file and the remedy.

mod decode;
mod error;
mod name;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use crate::parallel;

pub use error::{LoadError, Warning};
pub use name::{printable, shown_name};

/// The largest input in bytes, 1 GiB: a decoded byte takes at most three bytes of UTF-8, and
/// spans count to 4 GiB.
pub const MAX_BYTES: u64 = 1 << 30;

/// Less than this, in bytes of all files, is read before another core is awake.
const WORTH_A_THREAD: u64 = 256 << 10;

/// How much is read before the rest is worth reading: a binary file shows itself by then.
const HEAD_BYTES: u64 = 64 << 10;

/// What the loader may be told about its input.
#[derive(Clone, Copy, Debug)]
pub struct LoadOptions {
    /// The encoding of every input, marks and guesses overridden; `None` finds it out.
    pub encoding: Option<&'static Encoding>,
    /// The largest input that is taken, in bytes; more than [`MAX_BYTES`] counts as that.
    pub max_bytes: u64,
}

impl Default for LoadOptions {
    /// Finds the encoding out and takes up to [`MAX_BYTES`].
    fn default() -> Self {
        LoadOptions {
            encoding: None,
            max_bytes: MAX_BYTES,
        }
    }
}

impl LoadOptions {
    fn limit(&self) -> u64 {
        self.max_bytes.min(MAX_BYTES)
    }
}

/// A text that was read and decoded.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path as it was given; bytes of it that are not UTF-8 stand as `\xNN`.
    pub name: String,
    /// The text without a byte-order mark, its line ends as they are.
    pub text: String,
    /// The encoding it was in.
    pub encoding: &'static Encoding,
    /// What the reader should know: that not all bytes could be decoded, or that it is no plain text.
    pub warning: Option<Warning>,
}

/// Reads and decodes the file at `path`, or standard input where the path is `-`.
///
/// # Errors
///
/// Where the input cannot be read (missing, a folder, no permission), is larger than the
/// limit, or is binary. Bytes that cannot be decoded are no error but a warning.
pub fn load(path: &Path, options: &LoadOptions) -> Result<Document, LoadError> {
    let name = shown_name(path);
    if path == Path::new("-") {
        let bytes = read(io::stdin().lock(), 0, &name, options)?;
        return decode(name, bytes, options);
    }
    let file = File::open(path).map_err(|cause| LoadError::from_io(&name, cause))?;
    // Refuses a huge file at once; pipes, devices and /proc files tell no size and are
    // held to the limit while they are read.
    let size = file.metadata().map_or(0, |data| data.len());
    if size > options.limit() {
        return Err(LoadError::too_large(&name, options.limit()));
    }
    let document = read(&file, size, &name, options).and_then(|bytes| decode(name, bytes, options));
    // What a file loses while it is read may come as NULs, and look binary.
    let shrank = || file.metadata().is_ok_and(|data| data.len() < size);
    match document {
        Err(_) if shrank() => load(path, options),
        document => document,
    }
}

/// Loads several files, in their order; large ones at once, on all cores, where none is a pipe.
///
/// # Errors
///
/// That of the first one that cannot be loaded, as of [`load`], and its index. What comes behind it
/// may not have been touched.
pub fn load_all(
    paths: &[PathBuf],
    options: &LoadOptions,
) -> Result<Vec<Document>, (usize, LoadError)> {
    let size = |path: &PathBuf| {
        let file = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        file.map(|file| file.len())
    };
    let sizes: Option<u64> = paths.iter().map(size).sum();
    let heavy = paths.len() > 1 && sizes.is_some_and(|bytes| bytes > WORTH_A_THREAD);
    let all = paths.iter().enumerate();
    let one = |(at, path): (usize, &PathBuf)| load(path, options).map_err(|error| (at, error));
    match heavy {
        true => (parallel::map_few(all.collect(), heavy, one).into_iter()).collect(),
        // A fault is told at once, and not when a pipe behind it has been read.
        false => all.map(one).collect(),
    }
}

/// Decodes `bytes` that came from elsewhere; `name` is what messages call them.
///
/// The encoding is the one of the options; else that of the byte-order mark; else UTF-16 if it is
/// that without a mark; else UTF-8 if the bytes are UTF-8, or were before a few of them broke; else
/// a guess from the bytes.
///
/// # Errors
///
/// Where there are more bytes than the limit, or they are binary.
pub fn decode(name: String, bytes: Vec<u8>, options: &LoadOptions) -> Result<Document, LoadError> {
    if bytes.len() as u64 > options.limit() {
        return Err(LoadError::too_large(&name, options.limit()));
    }
    let encoding = decode::or_unmarked(&bytes, options.encoding)
        .map_err(|decode::IsBinary| LoadError::binary(&name))?;
    let decoded = decode::decode(bytes, encoding);
    // Only UTF-16 comes here with NULs, and in a text not even that has them.
    if decode::has_nul(decoded.text.as_bytes()) {
        return Err(LoadError::binary(&name));
    }
    let warning = Warning::of(&name, &decoded);
    Ok(Document {
        name,
        text: decoded.text,
        encoding: decoded.encoding,
        warning,
    })
}

/// All bytes of `reader`, up to the limit; it promises `size` of them, or nothing.
fn read(
    mut reader: impl Read,
    size: u64,
    name: &str,
    options: &LoadOptions,
) -> Result<Vec<u8>, LoadError> {
    let mut bytes = Vec::new();
    // A promise may be false, and memory short: then room is made as bytes come.
    let _ = bytes.try_reserve(size as usize);
    let mut take = |bytes: &mut Vec<u8>, limit: u64| {
        (reader.by_ref().take(limit).read_to_end(bytes))
            .map_err(|cause| LoadError::from_io(name, cause))
    };
    // One byte more than the limit tells that there is more.
    let limit = options.limit().saturating_add(1);
    let most = limit.min(HEAD_BYTES);
    let head = take(&mut bytes, most)? as u64;
    decode::or_unmarked(&bytes, options.encoding)
        .map_err(|decode::IsBinary| LoadError::binary(name))?;
    // On a terminal the end may come once only.
    if head == most {
        take(&mut bytes, limit - head)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
