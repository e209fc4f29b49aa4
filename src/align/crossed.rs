//! Finds what went from one sentence of a pair into that of the next one: an attribution behind the
//! first sentence of a quotation here, and behind the second one there.

use super::bags::{Bag, Bags};
use super::pairing::Pairing;
use super::{Link, Pair};

/// The share of what one sentence lost, and of what the next one gained, that must be the same.
const LEAST_SHARE: f32 = 0.9;
/// The fewest words of it: "said Lee".
const FEWEST_WORDS: u32 = 2;

/// The links between the first sentence of one pair and the second one of the next, by which both
/// pairs become one match, in order. Both stand in one paragraph of either article, and none of them
/// is in one of the `parts`.
pub(super) fn links(pair: &Pair<'_>, pairing: &Pairing, parts: &[Link]) -> Vec<Link> {
    let in_part = in_part(pairing, parts);
    let crossed = (1..pairing.of_left.len()).filter_map(|next| {
        let left = next - 1;
        let (one, other) = (pairing.of_left[left]?, pairing.of_left[next]?);
        let [one, other] = [one, other].map(|at| pairing.links[at as usize]);
        let (right, next_right) = (one.right, other.right);
        let are_whole = || {
            let at = [(0, left), (0, next), (1, right), (1, next_right)];
            at.into_iter().all(|(side, at)| !in_part[side][at])
        };
        let are_one_piece = next_right == right + 1
            && !pair.left.text.article.starts_paragraph(next)
            && !pair.right.text.article.starts_paragraph(next_right);
        if !(are_one_piece && are_whole()) {
            return None;
        }
        let (lefts, rights) = (&pair.left.bags, &pair.right.bags);
        let score = one.score.min(other.score);
        if went_over((lefts, left, next), (rights, right, next_right)) {
            return Some(Link {
                left,
                right: next_right,
                score,
            });
        }
        went_over((rights, right, next_right), (lefts, left, next)).then_some(Link {
            left: next,
            right,
            score,
        })
    });
    crossed.collect()
}

/// For each sentence of either side, whether it is in a part.
fn in_part(pairing: &Pairing, parts: &[Link]) -> [Vec<bool>; 2] {
    let mut in_part = [&pairing.of_left, &pairing.of_right].map(|side| vec![false; side.len()]);
    for part in parts {
        in_part[0][part.left] = true;
        in_part[1][part.right] = true;
    }
    in_part
}

/// Whether what the first sentence of one side has and its partner has not is what the second one of
/// the other side has and its partner has not.
fn went_over(
    (from, first, second): (&Bags, usize, usize),
    (to, first_there, second_there): (&Bags, usize, usize),
) -> bool {
    let lost = from.of(first).without(to.of(first_there));
    let gained = to.of(second_there).without(from.of(second));
    let (lost, gained) = (Bag::new(&lost), Bag::new(&gained));
    let shared = lost.shared_with(gained);
    shared.words >= FEWEST_WORDS && shared.weight >= LEAST_SHARE * lost.weight.max(gained.weight)
}

#[cfg(test)]
mod tests {
    use crate::align::sample::aligned;

    /// How many sentences each match has on either side, and the share of the first text that is kept.
    fn runs(texts: [&str; 2]) -> (Vec<(usize, usize)>, f64) {
        let found = aligned(texts);
        let lengths = found
            .matches
            .iter()
            .map(|m| (m.left.sentences.len(), m.right.sentences.len()));
        (lengths.collect(), found.shares[0].reused())
    }

    const QUOTED: [&str; 3] = [
        "Ann Lee said: \"The bearings had cracked in three places. We could not risk another winter.\"",
        "\"The bearings had cracked in three places,\" said Ann Lee. \"We could not risk another winter.\"",
        "\"The bearings had cracked in three places. We could not risk another winter,\" said Ann Lee.",
    ];

    #[test]
    fn an_attribution_that_went_behind_the_next_sentence_is_kept() {
        for (one, other) in [(0, 2), (1, 2), (2, 0), (2, 1)] {
            let (runs, reused) = runs([QUOTED[one], QUOTED[other]]);
            assert_eq!((runs, reused), (vec![(2, 2)], 1.0), "{one} and {other}");
        }
        let (apart, _) = runs([QUOTED[0], QUOTED[1]]);
        assert_eq!(apart, [(1, 1), (1, 1)]);
    }

    #[test]
    fn another_attribution_is_another_one() {
        let other = QUOTED[2].replace("Ann Lee", "Bill Orr");
        assert_eq!(runs([QUOTED[1], &other]).0, [(1, 1), (1, 1)]);
        let paragraphs = QUOTED[2].replace("places. ", "places.\n\n");
        assert_eq!(
            runs([QUOTED[1], &paragraphs]).0,
            [(1, 1), (1, 1)],
            "no quotation of one piece"
        );
    }
}
