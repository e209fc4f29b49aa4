//! Which words are the same to a reader: case counts, but not beside a text in capitals, nor where
//! a word has its capital from its place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::Side;
use super::stretch::{Stretch, push};
use crate::fold::typographic;
use crate::model::Article;
use crate::quotes::is_mark;
use crate::split::ends_with_stop;

/// So many words in capitals, and none with a small letter, are a style: a headline, a telex. One
/// alone may be an abbreviation.
const FEWEST_WORDS: usize = 2;

/// Of so many letters are the words that have a capital in every style of titles.
const LONGER: usize = 5;

/// The words of a run of the left article and of one of the right one as numbers, the same for
/// those that a reader takes for the same. Typography does not count, nor does case where one of
/// the runs is in capitals throughout, nor that of first letters where one has a capital on every
/// longer word, as titles do.
pub(super) fn told_apart<'t>(
    left: Side<'t>,
    left_run: &Range<usize>,
    right: Side<'t>,
    right_run: &Range<usize>,
) -> [Cow<'t, [u32]>; 2] {
    let sides = [(left, left_run), (right, right_run)];
    let any = |is_so: fn(&Article, &Range<usize>) -> bool| {
        sides.iter().any(|((article, _), run)| is_so(article, run))
    };
    let form = if any(is_in_capitals) {
        capitals
    } else if any(is_a_title) {
        without_capital
    } else {
        return sides.map(|((article, tokens), run)| (&tokens.exact[article.words_of(run)]).into());
    };
    let mut numbers = HashMap::new();
    sides.map(|((article, _), run)| numbered(article, run, form, &mut numbers).into())
}

/// Whether every longer word has a capital, and no stop is at the end: "Council Votes to Close Pool".
/// A sentence may well have no longer words but names.
fn is_a_title(article: &Article, run: &Range<usize>) -> bool {
    if ends_with_stop(&article.text[article.bytes_of(run)]) {
        return false;
    }
    let words = article.words_of(run).map(|word| article.word_text(word));
    let longer = |word: &&str| {
        word.starts_with(char::is_alphabetic) && word.chars().nth(LONGER - 1).is_some()
    };
    let mut count = 0;
    let all = words.skip(1).filter(longer).all(|word| {
        count += 1;
        word.starts_with(char::is_uppercase)
    });
    all && count >= FEWEST_WORDS
}

fn is_in_capitals(article: &Article, run: &Range<usize>) -> bool {
    let words = &article.words[article.words_of(run)];
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let text = &article.text[first.start as usize..last.end as usize];
    let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
    !text.chars().any(char::is_lowercase)
        && (words.iter())
            .filter(|word| capitals(&article.text[word.range()]) > 1)
            .nth(FEWEST_WORDS - 1)
            .is_some()
}

/// The words of a run by the numbers that they have in some form.
fn numbered(
    article: &Article,
    run: &Range<usize>,
    form: fn(&Article, usize) -> String,
    numbers: &mut HashMap<String, u32>,
) -> Vec<u32> {
    let number = |word: usize| {
        let next = numbers.len() as u32;
        *numbers.entry(form(article, word)).or_insert(next)
    };
    article.words_of(run).map(number).collect()
}

/// The same stretches, without the changes at whose ends stand the same words but for a capital that
/// one of them has because it opens a sentence or a quotation.
pub(super) fn without_openings(
    stretches: impl Iterator<Item = Stretch>,
    left: Side<'_>,
    right: Side<'_>,
) -> Vec<Stretch> {
    let mut kept = Vec::new();
    for stretch in stretches {
        let [gone, new] = &stretch.sides;
        let most = match stretch.equal {
            true => 0,
            false => gone.len().min(new.len()),
        };
        let same = |(one, other): &(usize, usize)| differ_by_place((left, *one), (right, *other));
        let pairs = || gone.clone().zip(new.clone());
        let before = pairs().take(most).take_while(same).count();
        let from_behind = gone.clone().rev().zip(new.clone().rev());
        let behind = from_behind.take(most - before).take_while(same).count();
        let part = |equal, from: [usize; 2], to: [usize; 2]| Stretch {
            equal,
            sides: [from[0]..to[0], from[1]..to[1]],
        };
        let start = [gone.start, new.start];
        let changed = start.map(|at| at + before);
        let end = [gone.end, new.end];
        let unchanged = end.map(|at| at - behind);
        for part in [
            part(true, start, changed),
            part(stretch.equal, changed, unchanged),
            part(true, unchanged, end),
        ] {
            if !part.is_empty() {
                push(&mut kept, part);
            }
        }
    }
    kept
}

/// Whether two words are the same, but that one of them opens a sentence or a quotation and has a
/// capital for it, and the other one has none and opens no sentence. ("US" is no "us" there.)
fn differ_by_place((left, one): (Side<'_>, usize), (right, other): (Side<'_>, usize)) -> bool {
    if !differ_in_case((left, one), (right, other)) {
        return false;
    }
    let is_by_place = |capital: (&Article, usize), small: (&Article, usize)| {
        opens(capital.0, capital.1)
            && !opens_sentence(small.0, small.1)
            && without_capital(capital.0, capital.1) == typographic(small.0.word_text(small.1))
    };
    let (one, other) = ((left.0, one), (right.0, other));
    is_by_place(one, other) || is_by_place(other, one)
}

/// Whether a word of the left side and one of the right one are the same in capitals, though they
/// are not so as they stand.
pub(super) fn differ_in_case(
    (left, one): (Side<'_>, usize),
    (right, other): (Side<'_>, usize),
) -> bool {
    left.1.exact[one] != right.1.exact[other]
        && left.1.folded[one] == right.1.folded[other]
        && capitals(left.0, one) == capitals(right.0, other)
}

/// A word in capitals. ("Straße" is "STRASSE" there.)
fn capitals(article: &Article, word: usize) -> String {
    typographic(article.word_text(word)).to_uppercase()
}

/// A word whose first letter is small.
fn without_capital(article: &Article, word: usize) -> String {
    let word = typographic(article.word_text(word));
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Whether a word opens a sentence or a quotation.
pub(super) fn opens(article: &Article, word: usize) -> bool {
    if opens_sentence(article, word) {
        return true;
    }
    let gap = article.words[word - 1].end as usize..article.words[word].start as usize;
    article.text[gap].contains(|c| c == ':' || is_mark(c))
}

/// Whether a word is the first one of its sentence.
pub(super) fn opens_sentence(article: &Article, word: usize) -> bool {
    let sentences = &article.sentences;
    let at = sentences.partition_point(|sentence| sentence.words.end as usize <= word);
    sentences[at].words.start as usize == word
}
