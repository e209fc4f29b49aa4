//! Moves words that one side alone has to where they read as a part of the sentence: of `He was ill` and
//! `He said: "He was ill"` the new words are `He said`, not `said: "He`.

use super::Side;
use super::capitals::opens_sentence;
use super::stretch::{Stretch, push};
use crate::model::Article;
use crate::quotes::is_mark;

/// The most words that a change is moved over: each place asks what stands there.
const FARTHEST: usize = 64;

/// The same stretches, with each change that has words of one side alone moved over the equal words
/// beside it, if that side reads the same so and the ends of the change come to stand at stronger
/// boundaries.
pub(super) fn at_boundaries(mut stretches: Vec<Stretch>, sides: [Side<'_>; 2]) -> Vec<Stretch> {
    for at in 2..stretches.len() {
        if let [before, change, after] = &mut stretches[at - 2..=at]
            && before.equal
            && after.equal
            && let Some(side) = only_side(change)
        {
            move_by(
                best_move([before, change, after], side, sides[side]),
                [before, change, after],
            );
        }
    }
    let mut moved = Vec::with_capacity(stretches.len());
    for stretch in stretches.into_iter().filter(|stretch| !stretch.is_empty()) {
        push(&mut moved, stretch);
    }
    moved
}

/// The side that alone has words of a change.
fn only_side(change: &Stretch) -> Option<usize> {
    match change.sides.each_ref().map(|words| words.is_empty()) {
        [false, true] => Some(0),
        [true, false] => Some(1),
        _ => None,
    }
}

/// By how many words a change is best moved, back where they are less than none.
fn best_move(
    [before, change, after]: [&Stretch; 3],
    side: usize,
    (article, tokens): Side<'_>,
) -> isize {
    let words = &tokens.exact;
    let (start, end) = (change.sides[side].start, change.sides[side].end);
    let back = 1..=before.sides[side].len().min(FARTHEST);
    let back = back.take_while(|by| words[start - by] == words[end - by]);
    let on = 0..after.sides[side].len().min(FARTHEST);
    let on = on.take_while(|by| words[start + by] == words[end + by]);
    let places = -(back.count() as isize)..=on.count() as isize;
    // Most can stand nowhere else, and there is no need to ask what stands there.
    if places == (0..=0) {
        return 0;
    }
    let strength = |by: isize| -> u8 {
        let ends = [start, end].map(|edge| edge.saturating_add_signed(by));
        ends.iter().map(|&edge| strength(article, edge)).sum()
    };
    // Of equals the nearest.
    places
        .max_by_key(|&by| (strength(by), -by.abs()))
        .unwrap_or(0)
}

fn move_by(by: isize, [before, change, after]: [&mut Stretch; 3]) {
    for side in 0..2 {
        for edge in [
            &mut before.sides[side].end,
            &mut change.sides[side].start,
            &mut change.sides[side].end,
            &mut after.sides[side].start,
        ] {
            *edge = edge.saturating_add_signed(by);
        }
    }
}

/// How strong the boundary before a word is: that of a sentence, of a quotation or the like, of a
/// clause, or none.
fn strength(article: &Article, word: usize) -> u8 {
    if word == article.words.len() || opens_sentence(article, word) {
        return 3;
    }
    let gap = article.words[word - 1].end as usize..article.words[word].start as usize;
    let gap = &article.text[gap];
    let holds = |sign: fn(char) -> bool| gap.contains(sign);
    match (
        holds(|c| is_mark(c) || ":;.()".contains(c)),
        holds(|c| ",–—".contains(c)),
    ) {
        (true, _) => 2,
        (_, true) => 1,
        _ => 0,
    }
}
