//! Finds words that a sentence kept and put in another place, which a diff tells as gone and new:
//! `"…," police said` beside `Police said: "…"`.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::ops::Range;

use super::Side;
use super::capitals::differ_in_case;
use super::stretch::Stretch;
use super::telling::{is_name, is_number, is_small};

/// A word that is gone in more places than this is nothing to go by: it would be tried in each of
/// them.
const MOST_PLACES: usize = 8;

/// The words of the left side that a change takes and of the right one that another one brings, as
/// indices into [`Article::words`](crate::model::Article::words). The two ranges are as long as each
/// other, and none overlaps another one. Case does not count: what comes to stand first gets a
/// capital.
///
/// From left to right of what is new, the longest stretch that is gone elsewhere is taken: the
/// tiles of Wise's "greedy string tiling" (1993), found in one pass. A word that stands before such
/// a stretch on one side and behind it on the other goes with it ("said Ann Roth", "Ann Roth said").
pub(super) fn shifted(
    stretches: &[Stretch],
    left: Side<'_>,
    right: Side<'_>,
) -> Vec<[Range<usize>; 2]> {
    let changes: Vec<&Stretch> = stretches.iter().filter(|stretch| !stretch.equal).collect();
    // Inside a single change nothing is kept: it would be in order.
    if changes.len() < 2 {
        return Vec::new();
    }
    let tiles = tiles(&changes, left, right);
    let mut shifted: Vec<_> = tiles.iter().map(|tile| tile.words.clone()).collect();
    let mut taken = [0, 1].map(|side| -> HashSet<usize> {
        tiles
            .iter()
            .flat_map(|tile| tile.words[side].clone())
            .collect()
    });
    for [gone, new] in tiles.iter().flat_map(Tile::turned_about) {
        let is_free = !taken[0].contains(&gone) && !taken[1].contains(&new);
        if is_free && is_same_word((left, gone), (right, new)) {
            taken[0].insert(gone);
            taken[1].insert(new);
            shifted.push([gone..gone + 1, new..new + 1]);
        }
    }
    shifted
}

/// The stretches of two words and more, and single ones that are whole changes.
fn tiles(changes: &[&Stretch], left: Side<'_>, right: Side<'_>) -> Vec<Tile> {
    let mut gone = Gone::of(changes, left);
    // Few changes have a figure or a name that is asked about.
    let new = LazyCell::new(|| {
        let new = changes.iter().flat_map(|change| change.sides[1].clone());
        let mut new: Vec<u32> = new.map(|word| right.1.folded[word]).collect();
        new.sort_unstable();
        new
    });
    let is_only_one = |gone: &Gone<'_>, word: usize| {
        let number = left.1.folded[word];
        gone.with(number).len() == 1 && equal_range(&new, |&new| new, number).len() == 1
    };
    let mut tiles: Vec<Tile> = Vec::new();
    for change in changes {
        let new = &change.sides[1];
        let mut at = new.start;
        while at < new.end {
            let found = gone.longest(at, change, left, right);
            let tells = |tile: &Tile| {
                tile.is_telling(left, right)
                    || tile.facts(left, right).any(|word| is_only_one(&gone, word))
            };
            let Some(tile) = found.filter(tells) else {
                at += 1;
                continue;
            };
            at = tile.words[1].end;
            gone.taken.extend(tile.words[0].clone());
            tiles.push(tile);
        }
    }
    tiles
}

/// The words that changes take from the left side.
struct Gone<'s> {
    /// Each with its number, sorted by that, and its change.
    places: Vec<(u32, usize, &'s Stretch)>,
    /// Those that were found on the right side.
    taken: HashSet<usize>,
}

impl<'s> Gone<'s> {
    fn of(changes: &[&'s Stretch], left: Side<'_>) -> Self {
        let places = changes.iter().flat_map(|&change| {
            let place = move |word: usize| (left.1.folded[word], word, change);
            change.sides[0].clone().map(place)
        });
        let mut places: Vec<_> = places.collect();
        places.sort_unstable_by_key(|&(number, word, _)| (number, word));
        Gone {
            places,
            taken: HashSet::new(),
        }
    }

    /// The places of the words with a number, in order.
    fn with(&self, number: u32) -> &[(u32, usize, &'s Stretch)] {
        equal_range(&self.places, |place| place.0, number)
    }

    /// The longest stretch that another change takes and whose words stand on the right side from
    /// `at` on, where `here` brings them; of equals the first.
    fn longest(&self, at: usize, here: &Stretch, left: Side<'_>, right: Side<'_>) -> Option<Tile> {
        let number = right.1.folded[at];
        let places = self.with(number);
        if places.len() > MOST_PLACES {
            return None;
        }
        let new = &here.sides[1];
        let elsewhere = (places.iter()).filter(|(_, word, _)| !here.sides[0].contains(word));
        let tiles = elsewhere.map(|&(_, word, change)| {
            let gone = &change.sides[0];
            let same = |&(gone, new): &(usize, usize)| {
                !self.taken.contains(&gone) && is_same_word((left, gone), (right, new))
            };
            let pairs = (word..gone.end).zip(at..new.end);
            let count = pairs.take_while(same).count();
            Tile {
                words: [word..word + count, at..at + count],
                changes: [gone.clone(), new.clone()],
            }
        });
        tiles.rev().max_by_key(|tile| tile.words[0].len())
    }
}

/// Words of the left side that the right one has elsewhere, and the changes that they are part of.
struct Tile {
    words: [Range<usize>; 2],
    changes: [Range<usize>; 2],
}

impl Tile {
    /// Whether both sides have the same words here, and not others like them: the fewer they are,
    /// the more of their ends must be those of a change.
    fn is_telling(&self, left: Side<'_>, right: Side<'_>) -> bool {
        let count = self.words[0].len();
        let sides = self.words.iter().zip(&self.changes);
        let ends = sides
            .flat_map(|(words, change)| [words.start == change.start, words.end == change.end]);
        let ends = ends.filter(|&is_end| is_end).count();
        let is_name = |(article, _): Side<'_>, word: usize| {
            article.word_text(word).starts_with(char::is_uppercase)
        };
        let pairs = self.words[0].clone().zip(self.words[1].clone());
        let tells = |&(one, other): &(usize, usize)| {
            !is_small(left.0, one) || is_name(left, one) && is_name(right, other)
        };
        let telling = pairs.filter(tells).count();
        match ends {
            4 => count >= 2 || telling >= 1,
            3 => count >= 2,
            2 if telling >= 1 => count >= 2,
            _ => telling >= 2 || count >= 3 && telling >= 1 || count >= 6,
        }
    }

    /// Its figures and names, as words of the left side: what a reader must not take for gone.
    fn facts(&self, left: Side<'_>, right: Side<'_>) -> impl Iterator<Item = usize> {
        let pairs = self.words[0].clone().zip(self.words[1].clone());
        let facts = pairs.filter(move |&(one, other)| {
            is_number(left.0, one) || is_name(left.0, one) && is_name(right.0, other)
        });
        facts.map(|(one, _)| one)
    }

    /// The pairs of words of which one stands before the tile on its side, and the other one behind
    /// it, in the same changes.
    fn turned_about(&self) -> impl Iterator<Item = [usize; 2]> {
        let [gone, new] = [0, 1].map(|side| {
            let (words, change) = (&self.words[side], &self.changes[side]);
            let before = words
                .start
                .checked_sub(1)
                .filter(|word| change.contains(word));
            let behind = Some(words.end).filter(|word| change.contains(word));
            [before, behind]
        });
        let pairs = [(gone[0], new[1]), (gone[1], new[0])];
        pairs
            .into_iter()
            .filter_map(|(gone, new)| Some([gone?, new?]))
    }
}

/// The items of a sorted list that have a key.
fn equal_range<T>(sorted: &[T], key: impl Fn(&T) -> u32, wanted: u32) -> &[T] {
    let first = sorted.partition_point(|item| key(item) < wanted);
    let rest = &sorted[first..];
    &rest[..rest.partition_point(|item| key(item) == wanted)]
}

/// Whether a word of the left side and one of the right one are the same, but for case.
fn is_same_word((left, one): (Side<'_>, usize), (right, other): (Side<'_>, usize)) -> bool {
    left.1.exact[one] == right.1.exact[other] || differ_in_case((left, one), (right, other))
}
