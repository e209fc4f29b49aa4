//! Numbers that belong to the sentences of an article, such as those of its matches, found by
//! sentence.

use crate::model::{Article, Run};

/// The numbers of each sentence of one article, in the order in which they were given.
pub(crate) struct BySentence {
    numbers: Vec<u32>,
    /// Where the numbers of each sentence start, and where the last ones end.
    starts: Vec<u32>,
}

impl BySentence {
    /// Of an article with so many sentences, from `(sentence, number)`.
    fn new(sentences: usize, entries: &[(u32, u32)]) -> Self {
        let mut starts = vec![0; sentences + 1];
        for &(sentence, _) in entries {
            starts[sentence as usize + 1] += 1;
        }
        for sentence in 0..sentences {
            starts[sentence + 1] += starts[sentence];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0; entries.len()];
        for &(sentence, number) in entries {
            let at = &mut next[sentence as usize];
            numbers[*at as usize] = number;
            *at += 1;
        }
        BySentence { numbers, starts }
    }

    /// The numbers of one sentence.
    pub(crate) fn of(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let (start, end) = (self.starts[sentence], self.starts[sentence + 1]);
        let numbers = &self.numbers[start as usize..end as usize];
        numbers.iter().map(|&number| number as usize)
    }
}

/// For each article, the numbers of its sentences, from `(article, sentence, number)`; those of one
/// sentence stay in the order in which they come.
pub(crate) fn by_sentence(
    articles: &[Article],
    entries: impl Iterator<Item = (usize, usize, usize)>,
) -> Vec<BySentence> {
    let mut lists = vec![Vec::new(); articles.len()];
    for (article, sentence, number) in entries {
        lists[article].push((sentence as u32, number as u32));
    }
    let lists = articles.iter().zip(lists);
    lists
        .map(|(article, list)| BySentence::new(article.sentences.len(), &list))
        .collect()
}

/// Each sentence of numbered runs with the number of its run, as [`by_sentence`] takes them.
pub(crate) fn of_runs<'r>(
    runs: impl Iterator<Item = (usize, &'r Run)>,
) -> impl Iterator<Item = (usize, usize, usize)> {
    runs.flat_map(|(number, run)| {
        let sentences = run.sentences.clone();
        sentences.map(move |sentence| (run.article, sentence, number))
    })
}
