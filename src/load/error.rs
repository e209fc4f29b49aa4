//! What can go wrong with an input, told in one line each.

use std::fmt;
use std::io;

use encoding_rs::Encoding;
use thiserror::Error;

use super::decode::{Decoded, Faults};
use super::name::printable;

/// Why an input is no text. Each message is one line: the name, what is wrong, what to do.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// Nothing is there.
    #[error("{name}: no such file; check the spelling, or give - for standard input")]
    Missing {
        /// The input's name, fit for a message.
        name: String,
    },
    /// It is a folder.
    #[error("{name}: is a directory; name a file in it")]
    Directory {
        /// The input's name, fit for a message.
        name: String,
    },
    /// It may not be read.
    #[error("{name}: permission denied; make it readable, or name another file")]
    Forbidden {
        /// The input's name, fit for a message.
        name: String,
    },
    /// It is larger than the limit.
    #[error("{name}: larger than {}, the most that one article may be; give a part of it", size(*.limit))]
    TooLarge {
        /// The input's name, fit for a message.
        name: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// It holds NUL bytes and is not marked as UTF-16.
    #[error(
        "{name}: is binary (it holds NUL bytes); give its text, or if it is UTF-16 without a mark, --encoding utf-16le or utf-16be"
    )]
    Binary {
        /// The input's name, fit for a message.
        name: String,
    },
    /// Any other failure to open or read it.
    #[error("{name}: cannot be read: {cause}; mend that, or name another file")]
    Unreadable {
        /// The input's name, fit for a message.
        name: String,
        /// What the system said.
        cause: io::Error,
    },
}

impl LoadError {
    pub(super) fn from_io(name: &str, cause: io::Error) -> Self {
        let name = printable(name);
        match cause.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::Missing { name },
            io::ErrorKind::IsADirectory => LoadError::Directory { name },
            io::ErrorKind::PermissionDenied => LoadError::Forbidden { name },
            _ => LoadError::Unreadable { name, cause },
        }
    }

    pub(super) fn too_large(name: &str, limit: u64) -> Self {
        let name = printable(name);
        LoadError::TooLarge { name, limit }
    }

    pub(super) fn binary(name: &str) -> Self {
        let name = printable(name);
        LoadError::Binary { name }
    }
}

/// A limit as people write it.
fn size(bytes: u64) -> String {
    const GIB: u64 = 1 << 30;
    if bytes > 0 && bytes.is_multiple_of(GIB) {
        format!("{} GiB", bytes / GIB)
    } else {
        format!("{bytes} bytes")
    }
}

/// Bytes that do not fit the encoding were replaced by U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The input's name, fit for a message.
    pub name: String,
    /// The encoding that they do not fit.
    pub encoding: &'static Encoding,
    /// How many sequences of bytes were replaced.
    pub count: usize,
    /// The line on which the first one stands, from 1.
    pub line: usize,
}

impl Warning {
    pub(super) fn new(name: &str, decoded: &Decoded, faults: Faults) -> Self {
        Warning {
            name: printable(name),
            encoding: decoded.encoding,
            count: faults.count,
            line: line_at(&decoded.text[..faults.first]),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (encoding, line) = (self.encoding.name(), self.line);
        write!(f, "{}: bytes that are not {encoding}, ", self.name)?;
        match self.count {
            1 => write!(f, "on line {line}, are")?,
            count => write!(f, "first on line {line} and in {count} places, are")?,
        }
        write!(
            f,
            " shown as U+FFFD; name the right encoding with --encoding"
        )
    }
}

/// The line, from 1, on which the character after `before` stands.
fn line_at(before: &str) -> usize {
    let ends = before.matches(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']);
    1 + ends.count() - before.matches("\r\n").count()
}
