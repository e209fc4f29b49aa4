//! Which words are the same to a reader: case counts, but not beside a text in capitals.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::Side;
use crate::fold::typographic;
use crate::model::Article;

/// So many words in capitals, and none with a small letter, are a style: a headline, a telex. One
/// alone may be an abbreviation.
const FEWEST_WORDS: usize = 2;

/// The words of a run of the left article and of one of the right one as numbers, the same for
/// those that a reader takes for the same. Typography does not count, nor does case where one of
/// the runs is in capitals throughout.
pub(crate) fn told_apart<'t>(
    left: Side<'t>,
    left_run: &Range<usize>,
    right: Side<'t>,
    right_run: &Range<usize>,
) -> [Cow<'t, [u32]>; 2] {
    let sides = [(left, left_run), (right, right_run)];
    if sides
        .iter()
        .any(|((article, _), run)| is_in_capitals(article, run))
    {
        let mut numbers = HashMap::new();
        return sides.map(|((article, _), run)| in_capitals(article, run, &mut numbers).into());
    }
    sides.map(|((article, tokens), run)| (&tokens.exact[article.words_of(run)]).into())
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

/// The words of a run by the numbers that they have in capitals. ("Straße" is "STRASSE" there.)
fn in_capitals(
    article: &Article,
    run: &Range<usize>,
    numbers: &mut HashMap<String, u32>,
) -> Vec<u32> {
    let words = article.words[article.words_of(run)].iter();
    let number = |word: String| {
        let next = numbers.len() as u32;
        *numbers.entry(word).or_insert(next)
    };
    words
        .map(|word| typographic(&article.text[word.range()]).to_uppercase())
        .map(number)
        .collect()
}
