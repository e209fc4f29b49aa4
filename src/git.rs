//! What git asks of an external diff: seven arguments for a change of one file, nine for one
//! that was renamed too, a single one for a path that is not merged yet.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use wirediff::load::shown_name;

/// What git wants to be shown.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// A file, as it was and as it is. Either is empty where the file was not there.
    Change(Box<Change>),
    /// A path with a conflict.
    Unmerged(PathBuf),
}

/// A file before and after.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// Where the two texts are, often for the time of the run only.
    pub files: [PathBuf; 2],
    /// What the reader knows them by: `a/PATH` and `b/PATH`.
    pub names: [String; 2],
    /// Their modes in octal digits.
    pub modes: [String; 2],
    /// Whether it was renamed.
    pub is_renamed: bool,
}

impl Change {
    /// What changed, a line each, where that is the name or the mode and nothing in the file.
    pub fn beside_text(&self) -> Vec<String> {
        let [old, new] = &self.files;
        let is_same = matches!((fs::read(old), fs::read(new)), (Ok(old), Ok(new)) if old == new);
        if !is_same {
            return Vec::new();
        }
        let [from, to] = &self.names;
        let [old_mode, new_mode] = &self.modes;
        let renamed = (self.is_renamed).then(|| format!("{from} was renamed to {to}"));
        let changed = (old_mode != new_mode)
            .then(|| format!("The mode of {to} changed from {old_mode} to {new_mode}"));
        renamed.into_iter().chain(changed).collect()
    }
}

/// Finds out whether the arguments are those of git; `is_asked` is whether git says that it
/// asks for a diff.
///
/// Arguments of people never look like those of a change: there, hashes and file modes stand
/// among the files.
pub fn request(files: &[PathBuf], is_asked: bool) -> Option<Request> {
    match files {
        [path] if is_asked => Some(Request::Unmerged(path.clone())),
        [
            path,
            old,
            old_hash,
            old_mode,
            new,
            new_hash,
            new_mode,
            renamed @ ..,
        ] if is_hash(old_hash) && is_mode(old_mode) && is_hash(new_hash) && is_mode(new_mode) => {
            let new_path = match renamed {
                [] => path,
                [new_path, _what_was_renamed] => new_path,
                _ => return None,
            };
            let mode = |mode: &PathBuf| mode.display().to_string();
            Some(Request::Change(Box::new(Change {
                names: [name("a", path, old), name("b", new_path, new)],
                files: [opened(old), opened(new)],
                modes: [mode(old_mode), mode(new_mode)],
                is_renamed: !renamed.is_empty(),
            })))
        }
        _ => None,
    }
}

/// A hash, or the point that stands for one where there is no file.
fn is_hash(text: &Path) -> bool {
    let text = text.as_os_str().as_encoded_bytes();
    text == b"." || (text.len() >= 4 && text.iter().all(u8::is_ascii_hexdigit))
}

/// The mode of a file in octal digits, or the point that stands for one.
fn is_mode(text: &Path) -> bool {
    let text = text.as_os_str().as_encoded_bytes();
    text == b"." || (text.len() == 6 && text.iter().all(|byte| (b'0'..=b'7').contains(byte)))
}

fn name(side: &str, path: &Path, file: &Path) -> String {
    match is_nothing(file) {
        true => "/dev/null".to_owned(),
        false => format!("{side}/{}", shown_name(path)),
    }
}

/// git's name of an empty file, as the system has it.
fn opened(file: &Path) -> PathBuf {
    match cfg!(windows) && is_nothing(file) {
        true => PathBuf::from("NUL"),
        false => file.to_owned(),
    }
}

fn is_nothing(file: &Path) -> bool {
    file.as_os_str() == OsStr::new("/dev/null")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &str) -> Option<Request> {
        let files: Vec<PathBuf> = arguments.split(' ').map(PathBuf::from).collect();
        request(&files, false)
    }

    fn change(files: [&str; 2], names: [&str; 2], modes: [&str; 2]) -> Option<Request> {
        Some(Request::Change(Box::new(Change {
            files: files.map(PathBuf::from),
            names: names.map(str::to_owned),
            modes: modes.map(str::to_owned),
            is_renamed: false,
        })))
    }

    #[test]
    fn seven_arguments_are_a_change() {
        assert_eq!(
            asked("desk/a.txt /tmp/x 12ab34c 100644 desk/a.txt 0000000000 100755"),
            change(
                ["/tmp/x", "desk/a.txt"],
                ["a/desk/a.txt", "b/desk/a.txt"],
                ["100644", "100755"]
            )
        );
    }

    #[test]
    fn nine_arguments_are_a_change_with_another_name() {
        let Some(Request::Change(change)) =
            asked("a.txt /tmp/x 12ab34c 100644 /tmp/y 12ab34d 100644 b.txt similarity")
        else {
            panic!("no change");
        };
        assert_eq!(change.files, ["/tmp/x", "/tmp/y"].map(PathBuf::from));
        assert_eq!(change.names, ["a/a.txt", "b/b.txt"]);
        assert!(change.is_renamed);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_new_or_gone_has_an_empty_side() {
        assert_eq!(
            asked("a.txt /dev/null . . a.txt 12ab34d 100644"),
            change(
                ["/dev/null", "a.txt"],
                ["/dev/null", "b/a.txt"],
                [".", "100644"]
            )
        );
        assert_eq!(
            asked("a.txt /tmp/x 12ab34d 100644 /dev/null . ."),
            change(
                ["/tmp/x", "/dev/null"],
                ["a/a.txt", "/dev/null"],
                ["100644", "."]
            )
        );
    }

    #[test]
    fn seven_articles_are_seven_articles() {
        assert_eq!(asked("a.txt b.txt c.txt d.txt e.txt f.txt g.txt"), None);
        assert_eq!(asked("a.txt b.txt cafe 100648 e.txt beef 100644"), None);
        assert_eq!(asked("a.txt"), None);
    }

    #[test]
    fn a_single_path_is_unmerged_only_if_git_asks() {
        let files = [PathBuf::from("a.txt")];
        assert_eq!(
            request(&files, true),
            Some(Request::Unmerged("a.txt".into()))
        );
    }
}
