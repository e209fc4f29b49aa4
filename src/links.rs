//! Where the number of a sentence leads: its line in its file.

use std::env;
use std::path::{Path, absolute};

use wirediff::layout::SentenceId;
use wirediff::model::Article;
use wirediff::uri;

/// The address of every sentence.
pub struct Links<'a> {
    articles: &'a [Article],
    /// The address of each article; none for one that is no file.
    files: Vec<Option<String>>,
    /// Whether addresses name lines.
    with_lines: bool,
}

impl<'a> Links<'a> {
    /// Addresses of articles by the paths of their files.
    pub fn new<'p>(articles: &'a [Article], paths: impl Iterator<Item = &'p Path>) -> Self {
        let host = gethostname::gethostname();
        let host = uri::encoded(host.as_encoded_bytes());
        Links {
            articles,
            files: paths.map(|path| address(&host, path)).collect(),
            // Terminals of this sort give addresses to GLib, which takes no file with a line.
            with_lines: env::var_os("VTE_VERSION").is_none(),
        }
    }

    /// The address of a sentence: `file://HOST/PATH#LINE`, as most terminals have it.
    pub fn of(&self, id: SentenceId) -> Option<String> {
        let file = self.files.get(id.article)?.as_ref()?;
        let line = self.articles[id.article].sentences[id.sentence].line;
        Some(match self.with_lines {
            true => format!("{file}#{line}"),
            false => file.clone(),
        })
    }
}

/// The address of a file; none of standard input and of what is gone.
fn address(host: &str, path: &Path) -> Option<String> {
    let path = absolute(path).ok().filter(|path| path.is_file())?;
    Some(uri::of_file(host, &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_absolute_and_encoded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a b#ü%.txt");
        std::fs::write(&path, "").unwrap();
        let address = address("desk", &path).unwrap();
        assert!(address.starts_with("file://desk/"), "{address}");
        assert!(address.ends_with("/a%20b%23%C3%BC%25.txt"), "{address}");
    }

    #[test]
    fn what_is_no_file_has_none() {
        assert_eq!(address("desk", Path::new("-")), None);
        assert_eq!(address("desk", Path::new("/dev/null")), None);
    }
}
