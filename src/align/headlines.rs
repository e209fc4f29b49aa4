//! The headlines of two articles, which each other's place tells more of than their few words.

use super::candidate::Candidate;
use super::likeness::{Glance, in_order, score};
use super::pairing::Pairing;
use super::{Link, Pair};
use crate::model::Article;
use crate::split::ends_with_stop;

/// The score from which a headline may be paired with a sentence of the other article: with less, it
/// sums up what that sentence tells, and so do others.
const SURE: f64 = 0.6;
/// The score from which two headlines belong together.
const BAR: f64 = 0.1;
/// The fewest words that they share: one of them may be "the".
const FEWEST_WORDS: u32 = 2;
/// The least share of the sentences of the shorter article that are paired.
const LEAST_PAIRED: f64 = 0.45;

/// A kicker, a headline, another one, a by-line: more lines without a stop are no head.
const MOST_LINES: usize = 4;

/// How many sentences stand above the text of either article: the headline, and what comes with it.
pub(super) struct Heads {
    left: usize,
    right: usize,
}

impl Heads {
    pub(super) fn of(pair: &Pair<'_>) -> Self {
        Heads {
            left: above_sentences(pair.left.text.article),
            right: above_sentences(pair.right.text.article),
        }
    }

    /// Whether a candidate may be a pair: where both articles have a headline, none is paired with a
    /// sentence that is merely like it, unless less than that is asked for.
    pub(super) fn may_pair(&self, candidate: &Candidate, least: f64) -> bool {
        let same_kind = (candidate.left < self.left) == (candidate.right < self.right);
        let is_sure = candidate.score >= SURE.min(least) || candidate.stretch;
        same_kind || !self.on_both_sides() || is_sure
    }

    fn on_both_sides(&self) -> bool {
        self.left.min(self.right) > 0
    }

    /// The link between the two headlines, where the articles share so much that these must tell of one
    /// event: of all free lines above the texts those that are most alike, for a kicker may come first.
    pub(super) fn link(&self, pair: &Pair<'_>, pairing: &Pairing) -> Option<Link> {
        let sentences = pairing.of_left.len().min(pairing.of_right.len());
        if (pairing.links.len() as f64) < LEAST_PAIRED * sentences as f64 {
            return None;
        }
        let lines = (0..self.left).flat_map(|left| (0..self.right).map(move |right| (left, right)));
        let free = lines.filter(|&(left, right)| {
            pairing.of_left[left].is_none() && pairing.of_right[right].is_none()
        });
        let links = free.filter_map(|(left, right)| link_of_lines(pair, left, right));
        links.reduce(|best, link| if link.score > best.score { link } else { best })
    }
}

/// The link between two lines above the texts, if they are alike enough.
fn link_of_lines(pair: &Pair<'_>, left: usize, right: usize) -> Option<Link> {
    let glance = Glance::at(pair.left.bags.of(left), pair.right.bags.of(right));
    let (one, other) = (
        pair.left.text.folded_of(left),
        pair.right.text.folded_of(right),
    );
    let score = score(glance.cosine, &in_order(one, other, &pair.weights));
    let enough = glance.common.words >= FEWEST_WORDS && score >= BAR;
    enough.then_some(Link { left, right, score })
}

/// How many sentences without a stop stand at the top of an article. Where they are many, they are a
/// list or a live blog, and the first one alone is a headline; where none has a stop, there is none.
fn above_sentences(article: &Article) -> usize {
    let ends = |&sentence: &usize| ends_with_stop(article.sentence_text(sentence));
    let above = (0..article.sentences.len()).find(ends);
    match above.unwrap_or(0) {
        above if above > MOST_LINES => 1,
        above => above,
    }
}

#[cfg(test)]
mod tests {
    use crate::align::sample::pairs;

    const BODY: &str = "\n\nThe mill by the weir burned down on Sunday night. Two firemen were hurt \
                        when a beam fell. Nobody knows yet how it began.";

    #[test]
    fn reworded_headlines_of_one_story_are_a_pair() {
        let headlines = [
            "Flames destroy Ottery mill",
            "Old Ottery mill is gone for ever",
        ];
        let versions = headlines.map(|headline| format!("{headline}{BODY}"));
        let all = pairs([&versions[0], &versions[1]]);
        assert_eq!(all, [(0, 0), (1, 1), (2, 2), (3, 3)]);

        let under_kicker = versions[1].replacen("Old", "MILL FIRE\n\nOld", 1);
        let all = pairs([&versions[0], &under_kicker]);
        assert_eq!(
            all,
            [(0, 1), (1, 2), (2, 3), (3, 4)],
            "a kicker stands above it"
        );

        let other = format!("{}\n\nA shop in Ottery sells flour again.", headlines[1]);
        assert_eq!(pairs([&versions[0], &other]), [], "nothing else is shared");
        let unlike = format!("Two hurt{BODY}");
        let rest = pairs([&versions[0], &unlike]);
        assert_eq!(rest, [(1, 1), (2, 2), (3, 3)], "no word is shared");
    }

    #[test]
    fn a_headline_is_not_the_sentence_that_it_sums_up() {
        let one = "Mill by the weir burned down\n\nThe brigade came too late.";
        let lead = "The mill by the weir burned down on Sunday night, the brigade said on Monday.";
        assert_eq!(pairs([one, &format!("Mill is gone\n\n{lead}")]), []);
        assert_eq!(
            pairs([one, lead]),
            [(0, 0)],
            "the other text has no headline"
        );
    }

    #[test]
    fn lines_without_any_stop_are_no_headlines() {
        let prose = "New mill\n\nIt has 28,000 square metres of space. Four production lines run.";
        let list = "28,000 square metres of storage space\nFour production lines in two halls";
        assert_eq!(pairs([list, prose]), [(0, 1), (1, 2)]);
        let more = "\nA loading yard\nTwo wells\nAn office\nIt opens in May.";
        let live = format!("The mill\n{list}{more}");
        let all = [(0, 0), (1, 1), (2, 2)];
        assert_eq!(pairs([&live, prose]), all, "too many for a head");
    }
}
