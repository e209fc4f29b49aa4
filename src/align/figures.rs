//! Pairs sentences that have the same words but other figures, as the lines of results have them.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::RandomState;

use super::pairing::Pairing;
use super::{Link, Pair, Side};
use crate::vocabulary::Look;

/// The fewest words beside the figures: with one, such as "Page 12", the place tells more.
const FEWEST_WORDS: usize = 2;

/// The links between free sentences of which each article has a single one with these words, in
/// order: neither their place nor a figure that another line has tells more.
pub(super) fn links(pair: &Pair<'_>, pairing: &Pairing) -> Vec<Link> {
    let hasher = RandomState::default();
    let rights = only_ones(pair, &pair.right, &pairing.of_right, &hasher);
    if rights.is_empty() {
        return Vec::new();
    }
    let lefts = only_ones(pair, &pair.left, &pairing.of_left, &hasher);
    let both = lefts.iter().filter_map(|(words, left)| {
        let right = *rights.get(words)?;
        with_other_figures(pair, (*left)?, right?)
    });
    let mut links: Vec<Link> = both.collect();
    links.sort_unstable_by_key(|link| link.left);
    links
}

/// By a hash of its words without the figures: each free sentence of an article that has both; `None`
/// where several have these words.
fn only_ones(
    pair: &Pair<'_>,
    side: &Side<'_>,
    links: &[Option<u32>],
    hasher: &RandomState,
) -> HashMap<u64, Option<usize>, RandomState> {
    let free = (0..links.len()).filter(|&sentence| links[sentence].is_none());
    let mut found = HashMap::with_hasher(hasher.clone());
    for sentence in free {
        let words = side.text.folded_of(sentence);
        let figures = words.iter().filter(|&&word| is_figure(pair, word)).count();
        if figures == 0 || words.len() - figures < FEWEST_WORDS {
            continue;
        }
        let mut hash = hasher.build_hasher();
        for &word in words {
            let word = (!is_figure(pair, word)).then_some(word);
            word.hash(&mut hash);
        }
        found
            .entry(hash.finish())
            .and_modify(|only| *only = None)
            .or_insert(Some(sentence));
    }
    found
}

/// The link between two sentences that have the same words, but other figures in the same places:
/// "Turnout: 31 %".
pub(super) fn with_other_figures(pair: &Pair<'_>, left: usize, right: usize) -> Option<Link> {
    let one = pair.left.text.folded_of(left);
    let other = pair.right.text.folded_of(right);
    let words = || one.iter().zip(other);
    let are_figures = |one, other| is_figure(pair, one) && is_figure(pair, other);
    let are_alike = one.len() == other.len()
        && words().all(|(&one, &other)| one == other || are_figures(one, other));
    let same = words().filter(|(one, other)| one == other).count();
    let has_word = || one.iter().any(|&word| !is_figure(pair, word));
    (are_alike && has_word()).then(|| Link {
        left,
        right,
        score: same as f64 / one.len() as f64,
    })
}

fn is_figure(pair: &Pair<'_>, word: u32) -> bool {
    pair.weights.look(word) == Look::Figure
}

#[cfg(test)]
mod tests {
    use crate::align::sample::pairs;

    #[test]
    fn lines_of_results_pair_by_their_words_in_whatever_order() {
        let text = |lines: [&str; 3]| {
            let lines = lines.join("\n");
            format!("The polls closed at noon.\n\n{lines}\n\nCounting goes on in Ellerby.")
        };
        let one = text([
            "Conservatives 31.4 percent, 24 seats",
            "Greens 27.6 percent, 21 seats",
            "Liberals 9.9 percent, 7 seats",
        ]);
        let other = text([
            "Greens 28.1 percent, 24 seats",
            "Liberals 9.4 percent, 5 seats",
            "Conservatives 29.9 percent, 21 seats",
        ]);
        let found = pairs([&one, &other]);
        assert_eq!(found, [(0, 0), (1, 3), (2, 1), (3, 2), (4, 4)]);
    }

    #[test]
    fn a_phrase_alone_is_not_the_same() {
        let one = "A baker was jailed in Lome. He stole flour. He was banned from driving for 8 years. \
                   His wife wept.";
        let other = "Two drivers raced past the Ellerby zoo. Nobody was hurt. He was banned from \
                     driving for 7 years. The judge left.";
        assert_eq!(pairs([one, other]), []);
        let lines = [
            "He was banned from driving for 8 years.",
            "He was banned from driving for 7 years.",
        ];
        assert_eq!(pairs(lines), [(0, 0)], "there is nothing else");
    }

    #[test]
    fn lines_that_an_article_has_twice_pair_by_place() {
        let text = |first, second| {
            format!(
                "The polls closed.\nTurnout was {first} percent\nDead: 4\nTurnout was {second} \
                 percent\nCounting goes on in Ellerby."
            )
        };
        let found = pairs([&text("31", "42"), &text("40", "43")]);
        assert_eq!(found, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
    }
}
