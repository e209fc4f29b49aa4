//! `wirediff.toml`: the options of a repository.

use std::env;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use serde::Deserialize;
use toml::de::{DeTable, Deserializer};
use wirediff::load::{printable, shown_name};

use crate::cli::CheckArgs;
use crate::suggest::nearest;

/// The name by which a configuration is found.
const NAME: &str = "wirediff.toml";
/// The table that holds the options of `wirediff check`.
const TABLE: &str = "check";

/// The options given, completed by the configuration that they name, or else by the nearest
/// one from the working folder upwards, which they name then.
///
/// # Errors
///
/// Where the configuration cannot be read, or says what no option takes.
pub fn completed(args: CheckArgs) -> anyhow::Result<CheckArgs> {
    let path = match &args.config {
        _ if args.no_config => None,
        Some(path) => Some(path.clone()),
        // A folder that is gone has no configuration.
        None => env::current_dir()
            .ok()
            .and_then(|folder| in_folders_above(&folder)),
    };
    let Some(path) = path else {
        return Ok(args);
    };
    let name = printable(&shown_name(&path));
    let remedy = match &args.config {
        Some(_) => "name another",
        None => "leave it out with --no-config",
    };
    let text = fs::read_to_string(&path)
        .map_err(|cause| anyhow!("{name}: cannot be read: {cause}; mend that, or {remedy}"))?;
    let config =
        parse(&text).map_err(|fault| anyhow!("{name}:{}: {}", fault.line, fault.message))?;
    let args = args.or(from_folder(config, path.parent().unwrap_or(Path::new(""))));
    Ok(CheckArgs {
        config: Some(path),
        ..args
    })
}

/// The nearest configuration, as a path from the folder in which the search starts.
fn in_folders_above(from: &Path) -> Option<PathBuf> {
    let up = (0..).map(|levels| "../".repeat(levels));
    let mut candidates = from.ancestors().zip(up);
    // What is there and cannot be read must not be passed over in silence.
    let is_there = |path: PathBuf| path.is_file() || path.is_dir();
    let (_, up) = candidates.find(|(folder, _)| is_there(folder.join(NAME)))?;
    Some(Path::new(&up).join(NAME))
}

/// Something that is wrong with a configuration.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    line: usize,
    message: String,
}

impl Fault {
    fn at(text: &str, span: Option<Range<usize>>, message: &str) -> Self {
        let start = span.map_or(0, |span| span.start);
        Fault {
            line: text[..start].matches('\n').count() + 1,
            message: printable(&in_plain_words(message)),
        }
    }
}

/// What the reader of a file expected, in the words of its writer.
fn in_plain_words(message: &str) -> String {
    const WORDS: [(&str, &str); 4] = [
        ("expected f64", "expected a number"),
        ("expected usize", "expected a whole number"),
        ("expected a sequence", "expected a list such as [\"wire\"]"),
        ("expected a boolean", "expected true or false"),
    ];
    let replace = |message: String, (from, to): &(&str, &str)| message.replace(from, to);
    WORDS.iter().fold(message.to_owned(), replace)
}

fn parse(text: &str) -> Result<CheckArgs, Fault> {
    let fault = |error: toml::de::Error| Fault::at(text, error.span(), error.message());
    let document = DeTable::parse(text).map_err(fault)?;
    let known = |table: &DeTable<'_>, keys: &[&str]| {
        let unknown = table.keys().find(|key| !keys.contains(&&**key.get_ref()));
        unknown.map_or(Ok(()), |key| {
            Err(Fault::at(
                text,
                Some(key.span()),
                &no_such_key(key.get_ref(), keys),
            ))
        })
    };
    known(document.get_ref(), &[TABLE])?;
    if let Some(check) = document
        .get_ref()
        .get(TABLE)
        .and_then(|check| check.get_ref().as_table())
    {
        known(check, &CheckArgs::KEYS)?;
    }
    let file = File::deserialize(Deserializer::from(document)).map_err(fault)?;
    Ok(file.check)
}

/// What may stand in a configuration.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    check: CheckArgs,
}

fn no_such_key(key: &str, keys: &[&str]) -> String {
    if keys == [TABLE] && CheckArgs::KEYS.contains(&key) {
        return format!("{key} stands in no table; put it below a line with [{TABLE}]");
    }
    match nearest(key, keys.iter().copied()) {
        Some(nearest) => format!("no such key: {key}; did you mean {nearest}?"),
        None => format!("no such key: {key}; there are {}", keys.join(", ")),
    }
}

/// The options of a configuration in `folder`, whose paths and globs start there.
fn from_folder(mut config: CheckArgs, folder: &Path) -> CheckArgs {
    let paths = config
        .against
        .iter_mut()
        .chain(&mut config.stories)
        .chain(&mut config.output);
    for path in paths.filter(|path| *path != Path::new("-")) {
        *path = folder.join(&path);
    }
    config.globs_from = Some(folder.to_owned());
    config
}
