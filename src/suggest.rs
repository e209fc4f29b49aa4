//! Proposes what was meant where something is misspelt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use wirediff::load::{LoadError, printable, shown_name};

/// The one of some names that is most like a misspelt one: the first of those that least
/// changes lead to, if these touch a third of its letters at most.
pub fn nearest<'a>(name: &str, all: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = name.chars().count() / 3;
    let changes = all.map(|other| (strsim::osa_distance(name, other), other));
    let near = changes.filter(|&(count, _)| (1..=most).contains(&count));
    near.min_by_key(|&(count, _)| count).map(|(_, other)| other)
}

/// An error of loading one of the files `given`; of a missing one, with another file or a command of
/// the program that may have been meant.
pub fn beside(
    error: LoadError,
    path: &Path,
    given: &[PathBuf],
    program: &clap::Command,
) -> anyhow::Error {
    let LoadError::Missing { name } = &error else {
        return error.into();
    };
    if let Some(file) = file_like(path).filter(|file| !given.contains(file)) {
        let file = printable(&shown_name(&file));
        return anyhow!("{name}: no such file; a similar one exists: {file}");
    }
    let commands = program.get_subcommands().map(clap::Command::get_name);
    match nearest(name, commands) {
        Some(command) => anyhow!("{name}: no such file; a similar command exists: {command}"),
        None => error.into(),
    }
}

/// The file in the same folder whose name is most like that of a missing one.
fn file_like(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let files = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = files
        .filter_map(|file| file.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    let found = nearest(name, names.iter().map(String::as_str))?;
    Some(path.with_file_name(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_proposed_and_only_a_near_one() {
        let all = ["story.txt", "wire.txt", "notes.md"];
        let near = |name| nearest(name, all.into_iter());
        assert_eq!(near("stroy.txt"), Some("story.txt"));
        assert_eq!(near("wires.txt"), Some("wire.txt"));
        assert_eq!(near("nowhere.txt"), None);
        assert_eq!(near("wire.txt"), None, "it is spelt well");
    }
}
