//! Whether two sentences, or two articles, name the same people, places and figures.

use std::cell::OnceCell;

use super::bags::{Bags, Weights};
use super::pairing::Pairing;
use super::{Link, Pair, Text};
use crate::vocabulary::Look;

/// What the sentences of two texts name, and what figures they have, as folded words in the order of
/// their numbers. They are found when they are first asked for: a sentence may have thousands, and be
/// asked about as often.
pub(super) struct Details<'p> {
    pair: &'p Pair<'p>,
    names: [Vec<OnceCell<Vec<u32>>>; 2],
    figures: [Vec<OnceCell<Vec<u32>>>; 2],
}

impl<'p> Details<'p> {
    pub(super) fn of(pair: &'p Pair<'p>) -> Self {
        let unknown = || {
            let sides = [&pair.left.bags, &pair.right.bags];
            sides.map(|bags| vec![OnceCell::new(); bags.len()])
        };
        Details {
            pair,
            names: unknown(),
            figures: unknown(),
        }
    }

    /// Whether a left sentence and a right one have a name or a figure in common, as far as one can
    /// see.
    pub(super) fn alike(&self, left: usize, right: usize) -> bool {
        let [of_left, of_right] = &self.names;
        share(
            of_left[left].get_or_init(|| names_of(self.pair.left.text, left)),
            of_right[right].get_or_init(|| names_of(self.pair.right.text, right)),
        )
    }

    /// Whether a left sentence and a right one have figures, and none in common: they tell of two
    /// things.
    pub(super) fn contradict(&self, left: usize, right: usize) -> bool {
        let pair = self.pair;
        let [of_left, of_right] = &self.figures;
        let one = of_left[left].get_or_init(|| figures_of(&pair.left.bags, left, &pair.weights));
        let other =
            of_right[right].get_or_init(|| figures_of(&pair.right.bags, right, &pair.weights));
        !one.is_empty() && !other.is_empty() && !share(one, other)
    }
}

/// The folded words of a sentence that are names or figures, as far as one can see: those that have
/// no small letter in front. What opens the sentence tells nothing, unless its script has no case.
fn names_of(text: Text<'_>, sentence: usize) -> Vec<u32> {
    let words = text.article.words_of(&(sentence..sentence + 1));
    let first = words.start;
    let is_name = |&word: &usize| {
        let start = text.article.word_text(word).chars().next();
        start.is_some_and(|c| !(c.is_lowercase() || word == first && c.is_uppercase()))
    };
    let names = words.filter(is_name).map(|word| text.tokens.folded[word]);
    let mut names: Vec<u32> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether two sorted lists have anything in common, of which the longer one may be endless.
fn share(one: &[u32], other: &[u32]) -> bool {
    let (few, many) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    few.iter().any(|word| many.binary_search(word).is_ok())
}

/// The figures of a sentence that is compared.
fn figures_of(bags: &Bags, sentence: usize, weights: &Weights) -> Vec<u32> {
    let words = bags.of(sentence).entries.iter().map(|entry| entry.word);
    words
        .filter(|&word| weights.look(word) == Look::Figure)
        .collect()
}

/// The fewest names and figures of an article that tell what it is about.
const FEWEST_TELLING: usize = 6;

/// The share of names and figures, 0 to 1, which are those of the article that has fewer of them, that
/// the other one has too; 0 where there are too few to tell anything. A capital letter counts as a name.
pub(super) fn in_common(pair: &Pair<'_>) -> f64 {
    let mut told = [0, 0];
    let mut both = 0;
    // Which articles have a word, a bit for each.
    let mut had = vec![0u8; pair.weights.len()];
    for (side, text) in [pair.left.text, pair.right.text].iter().enumerate() {
        for &word in &text.tokens.folded {
            let had = &mut had[word as usize];
            if *had & (1 << side) == 0 && pair.weights.look(word) != Look::Plain {
                *had |= 1 << side;
                told[side] += 1;
                both += usize::from(*had == 3);
            }
        }
    }
    match told[0].min(told[1]) {
        least if least < FEWEST_TELLING => 0.0,
        least => both as f64 / least as f64,
    }
}

/// How far paired sentences agree in their details.
#[derive(Clone, Copy, Default)]
struct Agreement {
    /// What weigh those that both sentences of a pair have.
    same: f32,
    /// What they could weigh: the details of the sentence that has less.
    most: f32,
    /// How many details these are.
    details: usize,
}

impl Agreement {
    /// What two sentences have in common of such a look, in which a word counts once. The first word
    /// of each is left out: its capital tells nothing.
    fn of(pair: &Pair<'_>, link: &Link, look: Look) -> Self {
        let [left, right] =
            [(&pair.left, link.left), (&pair.right, link.right)].map(|(side, at)| {
                let words = side.text.folded_of(at).iter().skip(1).copied();
                let mut words: Vec<u32> = words
                    .filter(|&word| pair.weights.look(word) == look)
                    .collect();
                words.sort_unstable();
                words.dedup();
                words
            });
        let is_shared = |word: &u32| right.binary_search(word).is_ok();
        let shared: Vec<u32> = left.iter().copied().filter(is_shared).collect();
        Agreement {
            same: pair.weights.sum(&shared),
            most: pair.weights.sum(&left).min(pair.weights.sum(&right)),
            details: left.len().min(right.len()),
        }
    }

    fn and(self, other: Self) -> Self {
        Agreement {
            same: self.same + other.same,
            most: self.most + other.most,
            details: self.details + other.details,
        }
    }

    /// Whether no such share of the details is the same, by what they weigh.
    fn is_below(self, share: f32) -> bool {
        self.same < share * self.most
    }
}

/// The share of names in paired sentences from which two articles tell of one event, whatever its
/// figures have become meanwhile.
const NAMES_OF_ONE: f32 = 0.5;
/// The same of names and figures together.
const DETAILS_OF_ONE: f32 = 0.4;
/// The fewest names that tell anything, and the fewest names and figures.
const FEWEST_NAMES: usize = 3;
const FEWEST_DETAILS: usize = 6;
/// So many pairs tell as much as all of a million.
const MOST_ASKED: usize = 1000;

/// A name that stands so often in an article is of those that it is about.
const OFTEN: u8 = 3;
/// Where so great a share of the shorter article is identical with the other one, they are of one event.
const OF_ONE: f64 = 0.2;

/// Whether either article is about somebody, and the other one names none of them.
fn are_about_others(pair: &Pair<'_>) -> bool {
    let shorter = pair.left.bags.len().min(pair.right.bags.len());
    if pair.identical.len() as f64 > OF_ONE * shorter as f64 {
        return false;
    }
    let mut counts = vec![[0u8; 2]; pair.weights.len()];
    for (side, text) in [pair.left.text, pair.right.text].iter().enumerate() {
        for &word in &text.tokens.folded {
            let count = &mut counts[word as usize][side];
            *count = count.saturating_add(1);
        }
    }
    let mut are_about = [false; 2];
    for (word, counts) in (0..).zip(counts) {
        let is_often = counts.map(|count| count >= OFTEN);
        if is_often == [false; 2] || pair.weights.look(word) != Look::Capitalized {
            continue;
        }
        if counts.iter().all(|&count| count > 0) {
            return false;
        }
        are_about = [are_about[0] | is_often[0], are_about[1] | is_often[1]];
    }
    are_about == [true; 2]
}

/// Whether two articles tell of two events of one sort, such as the results of two firms: their
/// sentences are alike, but what these name is not the same, or the articles are about others.
pub(super) fn are_two_events(pair: &Pair<'_>, pairing: &Pairing) -> bool {
    if pairing.links.is_empty() {
        return false;
    }
    if are_about_others(pair) {
        return true;
    }
    let step = pairing.links.len().div_ceil(MOST_ASKED).max(1);
    let shared = |look| {
        let links = pairing.links.iter().step_by(step);
        let each = links.map(|link| Agreement::of(pair, link, look));
        each.fold(Agreement::default(), Agreement::and)
    };
    let names = shared(Look::Capitalized);
    if names.details < FEWEST_NAMES || !names.is_below(NAMES_OF_ONE) {
        return false;
    }
    let details = names.and(shared(Look::Figure));
    details.details >= FEWEST_DETAILS && details.is_below(DETAILS_OF_ONE)
}

/// Whether the sentences of a link have the better part of their names and figures in common.
pub(super) fn agree(pair: &Pair<'_>, link: &Link) -> bool {
    let [names, figures] =
        [Look::Capitalized, Look::Figure].map(|look| Agreement::of(pair, link, look));
    !names.and(figures).is_below(0.5)
}

#[cfg(test)]
mod tests {
    use super::super::sample::articles;
    use super::super::{Text, tokens};
    use super::*;

    /// Asks something of two English texts.
    fn asked<R>(texts: [&str; 2], ask: impl FnOnce(&Pair<'_>) -> R) -> R {
        let articles = articles(texts);
        let (vocabulary, tokens) = tokens(&articles);
        let [left, right] = [0, 1].map(|at| Text {
            article: &articles[at],
            tokens: &tokens[at],
        });
        ask(&Pair::new(left, right, &vocabulary))
    }

    #[test]
    fn sentences_name_the_same_or_tell_of_two_things() {
        let texts = [
            "Some 412 boats left Odell in May. It rained for nine hours. Nobody left.",
            "In Odell 412 boats were counted. There were 57 in March. All came back.",
        ];
        asked(texts, |pair| {
            let details = Details::of(pair);
            assert!(details.alike(0, 0));
            assert!(!details.alike(1, 0), "\"It\" opens its sentence");
            let contradict = |left, right| details.contradict(left, right);
            assert!(contradict(0, 1), "412 and 57");
            assert!(!contradict(0, 0), "412 and 412");
            assert!(!contradict(1, 1), "a number in words alone is no figure");
            assert!(!contradict(2, 1), "only one of them has a figure");
        });
    }

    #[test]
    fn reports_of_one_event_have_names_and_figures_in_common() {
        let one = "Norvane of Ellerby sold 3 ships to Colin Ash; on Monday 212 men left Odell.";
        let other = "Ash of Odell bought 3 ships on Friday; a town such as Ellerby has 212 voters.";
        // Ash, Odell, 3, Ellerby and 212, but not Friday.
        assert_eq!(asked([one, other], in_common), 5.0 / 6.0);
        assert_eq!(
            asked([one, "It rained in Odell on Monday."], in_common),
            0.0,
            "too few to tell"
        );
    }

    /// What is said of the articles once all their sentences are paired with those opposite.
    fn two_events(texts: [&str; 2]) -> bool {
        asked(texts, |pair| {
            let sentences = pair.left.bags.len();
            let mut pairing = Pairing::new(sentences, pair.right.bags.len());
            for at in 0..sentences {
                pairing.add(Link {
                    left: at,
                    right: at,
                    score: 0.5,
                });
            }
            are_two_events(pair, &pairing)
        })
    }

    #[test]
    fn other_names_are_another_event_and_other_figures_a_later_hour() {
        let results = "The profit of Norvane rose 14 percent to 212 million. In Ellerby, Colin Ash \
                       said 3 plants would open.";
        let others = "The profit of Tessaly fell 9 percent to 86 million. In Thaxby, Maren Hall said \
                      5 plants would close.";
        let later = "The profit of Norvane rose 13 percent to 211 million. In Ellerby, Colin Ash \
                     said 5 plants would open.";
        assert!(two_events([results, others]));
        assert!(!two_events([results, later]));
        let unnamed = [
            "It rose 14 percent to 212 in 3 of 61 days.",
            "It fell 9 percent to 86 in 5 of 4 days.",
        ];
        assert!(!two_events(unnamed), "nothing is named");
        let about = |firm: &str| {
            format!(
                "On Thursday {firm} told Meridian of its profit. As Meridian said on Thursday, \
                 {firm} will grow. To Meridian {firm} gave no figures on Thursday."
            )
        };
        let [norvane, tessaly] = [about("Norvane"), about("Tessaly")];
        assert!(!two_events([&norvane, &tessaly]), "both are about Thursday");
        let friday = (tessaly.replace("Thursday", "Friday")).replace("Meridian", "Alder");
        assert!(
            two_events([&norvane, &friday]),
            "all that they are about is another"
        );
    }
}
