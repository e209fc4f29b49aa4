//! Pairs sentences that stand opposite each other, between the same pairs: at once where there
//! can be no doubt, and at last where they differ in next to nothing but words of weight.

use super::common_order::CommonOrder;
use super::likeness::{Glance, in_order, score};
use super::pairing::Pairing;
use super::{Link, Pair, figures, parts};
use crate::parallel;

/// The score from which sentences opposite each other belong together beyond doubt.
const SURE: f64 = 0.7;
/// The least share of words in common, in order, each word counted alike.
const LEAST_PLAIN: f32 = 0.8;
/// The fewest words of the shorter sentence.
const FEWEST_WORDS: u32 = 5;
/// Fewer pairs than this are compared before another core is awake.
const WORTH_A_THREAD: usize = 512;

/// The links beyond doubt, each sentence in one at most: of most sentences that were edited, and
/// no search finds better.
pub(super) fn sure(pair: &Pair<'_>, pairing: &Pairing) -> Vec<Link> {
    let places = places(pairing).into_iter().enumerate();
    let free = places.filter(|&(left, _)| pairing.of_left[left].is_none());
    let pairs = free.flat_map(|(left, [behind, before])| {
        let other = before.filter(|_| before != behind);
        let rights = behind.into_iter().chain(other);
        rights.map(move |right| (left, right))
    });
    let pairs: Vec<(usize, usize)> = pairs
        .filter(|&(_, right)| pairing.of_right[right].is_none())
        .collect();
    let state = || CommonOrder::new(&pair.weights);
    let found = parallel::map_with(&pairs, WORTH_A_THREAD, state, |order, &(left, right)| {
        beyond_doubt(pair, (left, right), order)
    });
    let mut taken = (
        vec![false; pairing.of_left.len()],
        vec![false; pairing.of_right.len()],
    );
    let each_once = |link: &Link| {
        let free = !taken.0[link.left] && !taken.1[link.right];
        taken.0[link.left] = true;
        taken.1[link.right] = true;
        free
    };
    found.into_iter().flatten().filter(each_once).collect()
}

/// The link between two sentences that share so much that neither has words left to be a part of
/// any other.
fn beyond_doubt<'p>(
    pair: &'p Pair<'_>,
    (left, right): (usize, usize),
    order: &mut CommonOrder<'p>,
) -> Option<Link> {
    let (one, other) = (pair.left.bags.of(left), pair.right.bags.of(right));
    let glance = Glance::at(one, other);
    let rest = one.weight.max(other.weight) - glance.common.weight;
    if glance.most < SURE || rest >= parts::least_weight(&pair.weights) {
        return None;
    }
    order.set(pair.left.text.folded_of(left));
    let in_order = order.with(pair.right.text.folded_of(right), other.weight);
    let score = score(glance.cosine, &in_order);
    (score >= SURE).then_some(Link { left, right, score })
}

/// The links between free sentences that stand opposite each other, in order. Where all
/// sentences of an article are alike, as in results by district, their places tell which belong
/// together.
pub(super) fn links(pair: &Pair<'_>, pairing: &Pairing) -> Vec<Link> {
    let mut taken = vec![false; pairing.of_right.len()];
    let mut links = Vec::new();
    for (left, places) in places(pairing).into_iter().enumerate() {
        if pairing.of_left[left].is_some() {
            continue;
        }
        let free = places
            .into_iter()
            .flatten()
            .filter(|&right| !taken[right] && pairing.of_right[right].is_none());
        let found = free
            .clone()
            .filter_map(|right| near_identical(pair, left, right))
            .next();
        // As far from the pair before as from the one behind.
        let opposite = || free.clone().next().filter(|_| places[0] == places[1]);
        let found = found.or_else(|| figures::with_other_figures(pair, left, opposite()?));
        if let Some(link) = found {
            taken[link.right] = true;
            links.push(link);
        }
    }
    links
}

/// For each left sentence the right ones that stand as far behind the same pair, or the start,
/// and as far before the same pair, or the end.
fn places(pairing: &Pairing) -> Vec<[Option<usize>; 2]> {
    let (left_len, right_len) = (pairing.of_left.len(), pairing.of_right.len());
    let partner = |left| pairing.partner_of_left(left);
    let mut places = vec![[None; 2]; left_len];
    let mut next = Some(0);
    for (left, places) in places.iter_mut().enumerate() {
        places[0] = partner(left).or(next).filter(|&right| right < right_len);
        next = places[0].map(|right| right + 1);
    }
    let mut end = Some(right_len);
    for (left, places) in places.iter_mut().enumerate().rev() {
        places[1] = partner(left).or_else(|| end?.checked_sub(1));
        end = places[1];
    }
    places
}

/// The link between two sentences if they are the same but for a few words.
fn near_identical(pair: &Pair<'_>, left: usize, right: usize) -> Option<Link> {
    let (one, other) = (pair.left.bags.of(left), pair.right.bags.of(right));
    let least = LEAST_PLAIN * (one.words + other.words) as f32 / 2.0;
    let shorter = one.words.min(other.words);
    // Most are told apart by their lengths.
    let possible = shorter >= FEWEST_WORDS && shorter as f32 >= least;
    if !possible || (one.shared_with(other).words as f32) < least {
        return None;
    }
    let words = (
        pair.left.text.folded_of(left),
        pair.right.text.folded_of(right),
    );
    let plain = in_order(words.0, words.1, &pair.weights).plain;
    let score = f64::from(plain);
    (plain >= LEAST_PLAIN).then_some(Link { left, right, score })
}

#[cfg(test)]
mod tests {
    use crate::align::sample::pairs;

    fn districts(numbers: std::ops::Range<usize>) -> String {
        let sentence = |n| format!("District {n} reported that its polling stations opened.\n");
        numbers.map(sentence).collect()
    }

    #[test]
    fn sentences_that_differ_in_a_word_pair_by_place() {
        let found = pairs([&districts(0..300), &districts(1000..1300)]);
        assert_eq!(found, (0..300).map(|at| (at, at)).collect::<Vec<_>>());
    }

    #[test]
    fn lines_of_a_fact_box_pair_by_place_whatever_their_figures() {
        let text = |turnout, dead, end| {
            format!(
                "The polls closed at noon.\n\nTurnout: {turnout}\nDead: {dead}\n\nCounting \
                 goes on in {end}."
            )
        };
        let one = text("31 %", "12", "Ellerby");
        let all = [(0, 0), (1, 1), (2, 2), (3, 3)];
        assert_eq!(pairs([&one, &text("36 %", "15", "Ellerby")]), all);
        let worded = pairs([&one, &text("low", "15", "Ellerby")]);
        assert_eq!(worded, [(0, 0), (2, 2), (3, 3)], "a word is no figure");
    }

    #[test]
    fn their_word_tells_more_than_their_place() {
        let found = pairs([&districts(0..300), &districts(5..305)]);
        assert!(
            (5..300).all(|at| found.contains(&(at, at - 5))),
            "{found:?}"
        );
    }
}
