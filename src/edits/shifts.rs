//! Finds words that a sentence kept and put in another place, which a diff tells as gone and new:
//! `"…," police said` beside `Police said: "…"`.

use std::collections::HashSet;
use std::ops::Range;

use super::Side;
use super::calm::{SMALL_WORD, Stretch};
use crate::fold::typographic;

/// A word that is gone in more places than this is nothing to go by: it would be tried in each of
/// them.
const MOST_PLACES: usize = 8;

/// The words of the left side that a change takes and of the right one that another one brings, as indices into [`Article::words`](crate::model::Article::words) and in the order of
/// the right side. The two ranges are as long as each other, and none overlaps another one. Case
/// does not count: what comes to stand first gets a capital.
///
/// From left to right of what is new, the longest stretch that is gone elsewhere is taken: the
/// tiles of Wise's "greedy string tiling" (1993), found in one pass.
pub(super) fn shifted(
    stretches: &[Stretch],
    left: Side<'_>,
    right: Side<'_>,
) -> Vec<[Range<usize>; 2]> {
    let changes = || stretches.iter().filter(|stretch| !stretch.equal);
    // Inside a single change nothing is kept: it would be in order.
    if changes().count() < 2 {
        return Vec::new();
    }
    let mut gone = Gone::of(changes().map(|change| &change.sides[0]), left);
    let mut shifted = Vec::new();
    for change in changes() {
        let new = &change.sides[1];
        let mut at = new.start;
        while at < new.end {
            let found = gone.longest(at..new.end, &change.sides[0], left, right);
            let Some(tile) = found.filter(|tile| tile.is_telling(at, new, left)) else {
                at += 1;
                continue;
            };
            let end = at + tile.words.len();
            gone.taken.extend(tile.words.clone());
            shifted.push([tile.words, at..end]);
            at = end;
        }
    }
    shifted
}

/// The words that changes take from the left side.
struct Gone {
    /// Each with its number, sorted by that, and the words of its change.
    places: Vec<(u32, usize, Range<usize>)>,
    /// Those that were found on the right side.
    taken: HashSet<usize>,
}

impl Gone {
    fn of<'s>(changes: impl Iterator<Item = &'s Range<usize>>, left: Side<'_>) -> Self {
        let places = changes.flat_map(|change| {
            let place = |word: usize| (left.1.folded[word], word, change.clone());
            change.clone().map(place)
        });
        let mut places: Vec<_> = places.collect();
        places.sort_unstable_by_key(|&(number, word, _)| (number, word));
        Gone {
            places,
            taken: HashSet::new(),
        }
    }

    /// The longest stretch that is gone and whose words the right side has from the first of
    /// `new` on; of equals the first. What is gone `here`, in the change that brings those, is in
    /// its place.
    fn longest(
        &self,
        new: Range<usize>,
        here: &Range<usize>,
        left: Side<'_>,
        right: Side<'_>,
    ) -> Option<Tile> {
        let number = right.1.folded[new.start];
        let first = self.places.partition_point(|place| place.0 < number);
        let places = &self.places[first..];
        let places = &places[..places.partition_point(|place| place.0 == number)];
        if places.len() > MOST_PLACES {
            return None;
        }
        let elsewhere = places.iter().filter(|(_, word, _)| !here.contains(word));
        let tiles = elsewhere.map(|(_, word, change)| {
            let pairs = (*word..change.end).zip(new.clone());
            let same = |&(gone, new): &(usize, usize)| {
                !self.taken.contains(&gone) && is_same_word((left, gone), (right, new))
            };
            Tile {
                words: *word..*word + pairs.take_while(same).count(),
                change: change.clone(),
            }
        });
        tiles.rev().max_by_key(|tile| tile.words.len())
    }
}

/// Words of the left side that the right one has elsewhere, and the change that takes them.
struct Tile {
    words: Range<usize>,
    change: Range<usize>,
}

impl Tile {
    /// Whether these are the words that the right side has at `at`, and not others like them: the
    /// fewer they are, the more of their ends must be those of a change. The one that brings the
    /// words of the right side brings `new`.
    fn is_telling(&self, at: usize, new: &Range<usize>, left: Side<'_>) -> bool {
        let count = self.words.len();
        let ends = [
            self.words.start == self.change.start,
            self.words.end == self.change.end,
            at == new.start,
            at + count == new.end,
        ];
        let mut words = left.0.words[self.words.clone()].iter();
        let all_small = words.all(|word| word.range().len() <= SMALL_WORD);
        let fewest = match (ends.into_iter().filter(|&is_end| is_end).count(), all_small) {
            (4, false) => 1,
            (3.., _) | (2, false) => 2,
            (_, false) => 3,
            (_, true) => 6,
        };
        count >= fewest
    }
}

/// Whether a word of the left side and one of the right one differ in case at most.
fn is_same_word((left, one): (Side<'_>, usize), (right, other): (Side<'_>, usize)) -> bool {
    let small = |(article, _): Side<'_>, word: usize| {
        typographic(&article.text[article.words[word].range()]).to_lowercase()
    };
    left.1.exact[one] == right.1.exact[other]
        || left.1.folded[one] == right.1.folded[other] && small(left, one) == small(right, other)
}
