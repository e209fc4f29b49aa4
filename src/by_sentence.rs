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
    /// The numbers of one sentence.
    pub(crate) fn of(&self, sentence: usize) -> impl Iterator<Item = usize> + Clone {
        let (start, end) = (self.starts[sentence], self.starts[sentence + 1]);
        let numbers = &self.numbers[start as usize..end as usize];
        numbers.iter().map(|&number| number as usize)
    }
}

/// For each article, the numbers of its sentences, from `(article, sentence, number)`; those of one
/// sentence stay in the order in which they come.
pub(crate) fn by_sentence(
    articles: &[Article],
    entries: impl Iterator<Item = (usize, usize, usize)> + Clone,
) -> Vec<BySentence> {
    // Counted two places behind each sentence and added up, the counts are one place behind it
    // where its numbers start. Each number that is put there moves that on, up to where they end.
    let mut all: Vec<BySentence> = (articles.iter())
        .map(|article| BySentence {
            numbers: Vec::new(),
            starts: vec![0; article.sentences.len() + 2],
        })
        .collect();
    for (article, sentence, _) in entries.clone() {
        all[article].starts[sentence + 2] += 1;
    }
    for BySentence { numbers, starts } in &mut all {
        let mut count = 0;
        for start in starts.iter_mut() {
            count += *start;
            *start = count;
        }
        numbers.resize(count as usize, 0);
    }
    for (article, sentence, number) in entries {
        let BySentence { numbers, starts } = &mut all[article];
        let at = &mut starts[sentence + 1];
        numbers[*at as usize] = number as u32;
        *at += 1;
    }
    all
}

/// Each sentence of numbered runs with the number of its run, as [`by_sentence`] takes them.
pub(crate) fn of_runs<'r>(
    runs: impl Iterator<Item = (usize, &'r Run)> + Clone,
) -> impl Iterator<Item = (usize, usize, usize)> + Clone {
    runs.flat_map(|(number, run)| {
        let sentences = run.sentences.clone();
        sentences.map(move |sentence| (run.article, sentence, number))
    })
}
