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
    /// What changed beside what is in the file, a line each; nothing where it came or went.
    beside: Vec<String>,
}

impl Change {
    /// What changed, a line each, where that is the name or the mode and nothing in the file.
    pub fn beside_text(&self) -> &[String] {
        match !self.beside.is_empty() && hold_the_same(&self.files) {
            true => &self.beside,
            false => &[],
        }
    }
}

fn hold_the_same([old, new]: &[PathBuf; 2]) -> bool {
    let length = |file: &PathBuf| fs::metadata(file).map(|data| data.len()).ok();
    length(old) == length(new)
        && matches!((fs::read(old), fs::read(new)), (Ok(old), Ok(new)) if old == new)
}

/// What is told of a file, with its two names, that was renamed or copied, as the words of git say, or
/// whose mode was changed.
fn beside(names: &[String; 2], words: Option<&PathBuf>, modes: [&Path; 2]) -> Vec<String> {
    let [from, to] = names;
    if modes.contains(&Path::new(".")) {
        return Vec::new();
    }
    let named = words.map(|words| {
        let words = words.to_string_lossy();
        let is_copy = words.lines().any(|line| line.starts_with("copy from "));
        let became = if is_copy { "copied" } else { "renamed" };
        format!("{from} was {became} to {to}")
    });
    let [old, new] = modes.map(Path::display);
    let changed =
        (modes[0] != modes[1]).then(|| format!("The mode of {to} changed from {old} to {new}"));
    named.into_iter().chain(changed).collect()
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
            let (new_path, words) = match renamed {
                [] => (path, None),
                [new_path, words] => (new_path, Some(words)),
                _ => return None,
            };
            let names = [name("a", path, old), name("b", new_path, new)];
            Some(Request::Change(Box::new(Change {
                beside: beside(&names, words, [old_mode, new_mode]),
                names,
                files: [opened(old), opened(new)],
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

    /// The names, files and what else is told of a change.
    fn change(arguments: &str) -> ([String; 2], [PathBuf; 2], Vec<String>) {
        match asked(arguments) {
            Some(Request::Change(change)) => (change.names, change.files, change.beside),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn seven_arguments_are_a_change() {
        let (names, files, beside) =
            change("desk/a.txt /tmp/x 12ab34c 100644 desk/a.txt 0000000000 100755");
        assert_eq!(names, ["a/desk/a.txt", "b/desk/a.txt"]);
        assert_eq!(files, ["/tmp/x", "desk/a.txt"].map(PathBuf::from));
        assert_eq!(
            beside,
            ["The mode of b/desk/a.txt changed from 100644 to 100755"]
        );
    }

    #[test]
    fn nine_arguments_are_a_change_with_another_name() {
        let nine = "a.txt /tmp/x 12ab34c 100644 /tmp/y 12ab34d 100644 b.txt";
        let (names, files, beside) = change(&format!("{nine} similarity\nrename\nto"));
        assert_eq!(names, ["a/a.txt", "b/b.txt"]);
        assert_eq!(files, ["/tmp/x", "/tmp/y"].map(PathBuf::from));
        assert_eq!(beside, ["a/a.txt was renamed to b/b.txt"]);
        let copied: Vec<PathBuf> = nine.split(' ').map(PathBuf::from).collect();
        let words = PathBuf::from("similarity index 100%\ncopy from a.txt\ncopy to b.txt\n");
        let Some(Request::Change(copied)) = request(&[copied, vec![words]].concat(), false) else {
            panic!("no change");
        };
        assert_eq!(copied.beside, ["a/a.txt was copied to b/b.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_new_or_gone_has_an_empty_side() {
        let (names, files, beside) = change("a.txt /dev/null . . a.txt 12ab34d 100644");
        assert_eq!(names, ["/dev/null", "b/a.txt"]);
        assert_eq!(files, ["/dev/null", "a.txt"].map(PathBuf::from));
        assert!(beside.is_empty(), "{beside:?}");
        let (names, files, beside) = change("a.txt /tmp/x 12ab34d 100644 /dev/null . .");
        assert_eq!(names, ["a/a.txt", "/dev/null"]);
        assert_eq!(files, ["/tmp/x", "/dev/null"].map(PathBuf::from));
        assert!(beside.is_empty(), "{beside:?}");
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
