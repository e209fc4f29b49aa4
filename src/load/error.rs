//! What can go wrong with an input, told in one line each.

use std::fmt;
use std::io;

use encoding_rs::Encoding;
use thiserror::Error;

use super::decode::Decoded;
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

/// What a reader should know of a text that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Bytes that do not fit the encoding were replaced by U+FFFD.
    Replaced {
        /// The input's name, fit for a message.
        name: String,
        /// The encoding that they do not fit.
        encoding: &'static Encoding,
        /// How many sequences of bytes were replaced.
        count: usize,
        /// The line on which the first one stands, from 1.
        line: usize,
    },
    /// It is no plain text, and what marks it up is read as words.
    MarkedUp {
        /// The input's name, fit for a message.
        name: String,
        /// What it is, such as HTML.
        format: &'static str,
    },
}

impl Warning {
    pub(super) fn of(name: &str, decoded: &Decoded) -> Option<Self> {
        let name = printable(name);
        if let Some(faults) = decoded.faults {
            return Some(Warning::Replaced {
                name,
                encoding: decoded.encoding,
                count: faults.count,
                line: line_at(&decoded.text[..faults.first]),
            });
        }
        let format = markup(&decoded.text)?;
        Some(Warning::MarkedUp { name, format })
    }
}

/// What a text is that is more than text, by its first characters.
fn markup(text: &str) -> Option<&'static str> {
    const STARTS: [(&str, &str); 5] = [
        ("<!doctype html", "HTML"),
        ("<html", "HTML"),
        ("<?xml", "XML"),
        ("{\\rtf", "RTF"),
        ("%pdf-", "PDF"),
    ];
    let text = text.trim_start();
    let starts = |with: &str| {
        let start = text.get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    let found = STARTS.iter().find(|(start, _)| starts(start));
    found.map(|(_, format)| *format)
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::Replaced {
                name,
                encoding,
                count,
                line,
            } => {
                write!(f, "{name}: bytes that are not {}, ", encoding.name())?;
                match count {
                    1 => write!(f, "on line {line}, are")?,
                    count => write!(f, "first on line {line} and in {count} places, are")?,
                }
                f.write_str(" shown as U+FFFD; name the right encoding with --encoding")
            }
            Warning::MarkedUp { name, format } => write!(
                f,
                "{name}: is {format}, and its markup is read as words; give its text"
            ),
        }
    }
}

/// The line, from 1, on which the character after `before` stands.
fn line_at(before: &str) -> usize {
    let ends = before.matches(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']);
    1 + ends.count() - before.matches("\r\n").count()
}
