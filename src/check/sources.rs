//! The sources of a check, indexed once for all stories.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::compare::{Candidate, finding};
use super::index::Index;
use super::{CheckOptions, Finding};
use crate::align::align;
use crate::load::shown_name;
use crate::model::{Article, Lang};
use crate::parallel;
use crate::split;

/// A text and where it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The path by which reports call it.
    pub path: PathBuf,
    /// Its decoded text.
    pub text: String,
}

/// The texts that stories are held against, numbered from 0 in the order given.
pub struct Sources {
    sources: Vec<Source>,
    index: Index,
    lang: Option<Lang>,
}

struct Source {
    path: PathBuf,
    text: String,
    /// Made when a story needs it: most sources are never looked at again.
    article: OnceLock<Article>,
}

impl Sources {
    /// Indexes sources; all of them, and the stories, are in `lang` where it is given.
    ///
    /// Takes time in proportion to the length of all texts, on all cores.
    pub fn new(texts: Vec<Text>, lang: Option<Lang>) -> Self {
        let all: Vec<&str> = texts.iter().map(|source| source.text.as_str()).collect();
        let index = Index::new(&all);
        let source = |Text { path, text }| Source {
            path,
            text,
            article: OnceLock::new(),
        };
        Sources {
            index,
            sources: texts.into_iter().map(source).collect(),
            lang,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Whether any of them holds a letter or a digit.
    pub fn hold_words(&self) -> bool {
        let mut texts = self.sources.iter().map(|source| &source.text);
        texts.any(|text| text.contains(char::is_alphanumeric))
    }

    /// Where a source was read from.
    pub fn path(&self, source: usize) -> &Path {
        &self.sources[source].path
    }

    /// Holds a story against all sources but `own`, the source that is the story itself.
    ///
    /// The finding is the same whatever was checked before, and on any number of threads.
    pub fn check(&self, story: Text, own: Option<usize>, options: &CheckOptions) -> Finding {
        let candidates = self.index.candidates(&story.text, own);
        let article = split::article(shown_name(&story.path), story.text, self.lang);
        let compared = parallel::map_few(candidates, true, |source| {
            let original = self.article(source);
            let pair = [original.clone(), article.clone()];
            Candidate {
                source,
                original,
                matches: align(&pair, &options.align).matches,
            }
        });
        finding(story.path, &article, compared, options)
    }

    fn article(&self, source: usize) -> &Article {
        let Source {
            path,
            text,
            article,
        } = &self.sources[source];
        article.get_or_init(|| split::article(shown_name(path), text.clone(), self.lang))
    }
}
