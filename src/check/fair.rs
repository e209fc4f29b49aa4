//! What a story may take without blame: quotations, certain lines, short matches, and all of
//! it where the source is named.

use std::ops::Range;

use regex::Regex;

use crate::model::Article;
use crate::quotes::quoted;
use crate::split::line_ranges;

/// What is left out of the count, or excuses a story.
#[derive(Clone, Debug, Default)]
pub struct Fair {
    /// Leaves out the words inside quotation marks.
    pub quotes: bool,
    /// Leaves out the words of every line that one of these matches.
    pub lines: Vec<Regex>,
    /// A story that one of these matches names its source: it is reported but not flagged.
    pub credits: Vec<Regex>,
    /// Leaves out a match that keeps fewer words than this.
    pub min_words: usize,
}

impl Fair {
    /// For each word of a story, whether it counts.
    pub(super) fn counted(&self, story: &Article) -> Vec<bool> {
        let mut counted = vec![true; story.words.len()];
        let mut leave_out = |bytes: Range<usize>| {
            let first = (story.words).partition_point(|word| (word.start as usize) < bytes.start);
            let behind = (story.words).partition_point(|word| (word.start as usize) < bytes.end);
            counted[first..behind.max(first)].fill(false);
        };
        if self.quotes {
            quoted(story).into_iter().for_each(&mut leave_out);
        }
        if !self.lines.is_empty() {
            line_ranges(&story.text)
                .filter(|line| {
                    self.lines
                        .iter()
                        .any(|regex| regex.is_match(&story.text[line.clone()]))
                })
                .for_each(&mut leave_out);
        }
        counted
    }

    /// The words of the story that name its source, if it does.
    pub(super) fn credit(&self, story: &Article) -> Option<String> {
        let found = self
            .credits
            .iter()
            .find_map(|regex| regex.find(&story.text))?;
        Some(found.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split;

    fn counted(text: &str, fair: &Fair) -> Vec<String> {
        let story = split::article(String::new(), text.to_owned(), None);
        let counted = fair.counted(&story);
        let words = story
            .words
            .iter()
            .zip(counted)
            .filter(|(_, counts)| *counts);
        words
            .map(|(word, _)| story.text[word.range()].to_owned())
            .collect()
    }

    #[test]
    fn quoted_words_are_left_out() {
        let fair = Fair {
            quotes: true,
            ..Fair::default()
        };
        assert_eq!(
            counted("\"We saw nothing,\" he said.", &fair),
            ["he", "said"]
        );
    }

    #[test]
    fn lines_are_left_out_as_the_file_has_them() {
        let fair = Fair {
            lines: vec![
                Regex::new("^By ").unwrap(),
                Regex::new("(?i)^read more").unwrap(),
            ],
            ..Fair::default()
        };
        let text = "By Ann Lee\r\nThe ship sank.\rREAD MORE: ships\nBy and large it was old.";
        assert_eq!(counted(text, &fair), ["The", "ship", "sank"]);
    }

    #[test]
    fn nothing_is_left_out_unless_asked() {
        let text = "By Ann Lee\n\n\"We saw nothing,\" he said.";
        assert_eq!(counted(text, &Fair::default()).len(), 8);
    }
}
