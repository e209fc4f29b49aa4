//! Whether two sentences name the same people, places and figures.

use std::collections::HashSet;

use super::bags::{Bags, Weights};
use super::{Pair, Text};

/// Whether a left sentence and a right one have a name or a figure in common, as far as one can see.
pub(super) fn alike(pair: &Pair<'_>, left: usize, right: usize) -> bool {
    let names = names_of(pair.left.text, left);
    !names.is_disjoint(&names_of(pair.right.text, right))
}

/// The folded words of a sentence that are names or figures, as far as one can see: those that have
/// no small letter in front. What opens the sentence tells nothing, unless its script has no case.
fn names_of(text: Text<'_>, sentence: usize) -> HashSet<u32> {
    let words = text.article.words_of(&(sentence..sentence + 1));
    let first = words.start;
    let is_name = |&word: &usize| {
        let start = text.article.word_text(word).chars().next();
        start.is_some_and(|c| !(c.is_lowercase() || word == first && c.is_uppercase()))
    };
    let names = words.filter(is_name);
    names.map(|word| text.tokens.folded[word]).collect()
}

/// The figures of all sentences that are compared, as folded words in the order of their numbers.
pub(super) struct Figures {
    of_left: Vec<Vec<u32>>,
    of_right: Vec<Vec<u32>>,
}

impl Figures {
    pub(super) fn of(pair: &Pair<'_>) -> Self {
        Figures {
            of_left: figures_of(&pair.left.bags, &pair.weights),
            of_right: figures_of(&pair.right.bags, &pair.weights),
        }
    }

    /// Whether a left sentence and a right one have figures, and none in common: they tell of two
    /// things.
    pub(super) fn contradict(&self, left: usize, right: usize) -> bool {
        let mut sides = [&self.of_left[left], &self.of_right[right]];
        sides.sort_by_key(|figures| figures.len());
        let [few, many] = sides;
        !few.is_empty() && !few.iter().any(|figure| many.binary_search(figure).is_ok())
    }
}

fn figures_of(bags: &Bags, weights: &Weights) -> Vec<Vec<u32>> {
    let figures = |sentence| {
        let words = bags.of(sentence).entries.iter().map(|entry| entry.word);
        words.filter(|&word| weights.is_figure(word)).collect()
    };
    (0..bags.len()).map(figures).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Text, tokens};
    use super::*;
    use crate::model::Lang;
    use crate::split::article;

    #[test]
    fn sentences_name_the_same_or_tell_of_two_things() {
        let said = |text: &str| article(String::new(), text.into(), Some(Lang::English));
        let articles = [
            said("Some 412 boats left Odell in May. It rained for nine hours. Nobody left."),
            said("In Odell 412 boats were counted. There were 57 in March. All came back."),
        ];
        let (vocabulary, tokens) = tokens(&articles);
        let [left, right] = [0, 1].map(|at| Text {
            article: &articles[at],
            tokens: &tokens[at],
        });
        let pair = Pair::new(left, right, &vocabulary);
        assert!(alike(&pair, 0, 0));
        assert!(!alike(&pair, 1, 0), "\"It\" opens its sentence");
        let figures = Figures::of(&pair);
        let contradict = |left, right| figures.contradict(left, right);
        assert!(contradict(0, 1), "412 and 57");
        assert!(!contradict(0, 0), "412 and 412");
        assert!(!contradict(1, 1), "a number in words alone is no figure");
        assert!(!contradict(2, 1), "only one of them has a figure");
    }
}
