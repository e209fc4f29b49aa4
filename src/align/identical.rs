//! Pairs the sentences that have the same words in the same order, each with its nearest
//! sensible counterpart, and finds those that an article repeats.

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

use super::Text;
use crate::model::{Match, Repeat};
use crate::numbered::Numbered;

/// What makes two sentences identical: their exact words or, where there are none, their text.
type Key<'t> = (&'t [u32], &'t str);

fn key<'t>(text: Text<'t>, sentence: usize) -> Key<'t> {
    let words = text.exact(&(sentence..sentence + 1));
    (
        words,
        if words.is_empty() {
            text.article.sentence_text(sentence)
        } else {
            ""
        },
    )
}

/// The numbers of the sentences of a text, equal for identical ones.
fn numbers<'t>(text: Text<'t>, distinct: &mut Numbered<Key<'t>>) -> Vec<u32> {
    let sentences = 0..text.article.sentences.len();
    let number = |sentence| distinct.get_or_add(key(text, sentence));
    sentences.map(number).collect()
}

/// Where each of so many `distinct` numbers stands among those of the sentences of a text.
fn places(numbers: &[u32], distinct: usize) -> Vec<Place> {
    let mut places = vec![Place::None; distinct];
    for (at, &number) in numbers.iter().enumerate() {
        let place = &mut places[number as usize];
        *place = match place {
            Place::None => Place::One(at),
            _ => Place::Several,
        };
    }
    places
}

/// How much of the context must be identical too, from the most to the least: copies that
/// stand between the same neighbours belong together.
const CONTEXTS: [(usize, usize); 4] = [(1, 1), (1, 0), (0, 1), (0, 0)];

/// Pairs of identical sentences, each sentence in one pair at most, in the order of the left ones.
pub(super) fn pairs(left: Text<'_>, right: Text<'_>) -> Vec<(usize, usize)> {
    let sentences = left.article.sentences.len() + right.article.sentences.len();
    let mut distinct = Numbered::with_capacity(sentences);
    let (left, right) = (numbers(left, &mut distinct), numbers(right, &mut distinct));
    let [in_left, in_right] = [&left, &right].map(|numbers| places(numbers, distinct.len()));
    let mut found = Vec::new();
    for places in in_left.iter().zip(&in_right) {
        if let (Place::One(left), Place::One(right)) = places {
            found.push((*left, *right));
        }
    }
    // What remains to be paired: copies on one side at least, and any on the other.
    let copies = |numbers: &[u32]| -> Vec<bool> {
        let places = numbers
            .iter()
            .map(|&number| (in_left[number as usize], in_right[number as usize]));
        let open = places.map(|places| {
            matches!(
                places,
                (Place::Several, Place::One(_) | Place::Several) | (Place::One(_), Place::Several)
            )
        });
        open.collect()
    };
    let (mut free_left, mut free_right) = (copies(&left), copies(&right));
    for (before, after) in CONTEXTS {
        let in_left = by_context(&left, &free_left, before, after);
        let mut in_right = by_context(&right, &free_right, before, after);
        for (context, lefts) in in_left {
            let Some(rights) = in_right.remove(&context) else {
                continue;
            };
            for (l, r) in counterparts((&lefts, left.len()), (&rights, right.len())) {
                (free_left[l], free_right[r]) = (false, false);
                found.push((l, r));
            }
        }
    }
    // The contexts come in an order that is another one in each run.
    found.sort_unstable();
    found
}

/// Where an article has a sentence.
#[derive(Clone, Copy)]
enum Place {
    None,
    One(usize),
    Several,
}

/// The free sentences under their own number and those of the neighbours that count.
fn by_context(
    numbers: &[u32],
    free: &[bool],
    before: usize,
    after: usize,
) -> HashMap<impl Hash + Eq + use<>, Vec<usize>, RandomState> {
    let mut places: HashMap<_, Vec<usize>, RandomState> = HashMap::default();
    for at in (0..numbers.len()).filter(|&at| free[at]) {
        // A neighbour beyond either end is `None`: the ends of two articles are alike too.
        let neighbour = |counts: usize, place: Option<usize>| {
            (counts > 0).then(|| place.and_then(|place| numbers.get(place)).copied())
        };
        let context = (
            neighbour(before, at.checked_sub(1)),
            numbers[at],
            neighbour(after, Some(at + 1)),
        );
        places.entry(context).or_default().push(at);
    }
    places
}

/// Pairs the copies of one sentence in order. Of more copies on one side each of the fewer
/// takes the one that stands nearest to it, in parts of its article's length.
fn counterparts(left: (&[usize], usize), right: (&[usize], usize)) -> Vec<(usize, usize)> {
    if left.0.len() > right.0.len() {
        return counterparts(right, left)
            .into_iter()
            .map(|(r, l)| (l, r))
            .collect();
    }
    let ((few, few_of), (many, many_of)) = (left, right);
    let mut from = 0;
    let pair = |(at, &place): (usize, &usize)| {
        // Enough must remain for the copies that follow.
        let last = many.len() - (few.len() - at);
        let distance = |other: usize| (many[other] * few_of).abs_diff(place * many_of);
        while from < last && distance(from + 1) < distance(from) {
            from += 1;
        }
        from += 1;
        (place, many[from - 1])
    };
    few.iter().enumerate().map(pair).collect()
}

/// The sentences in no match whose words another sentence of the same article has: of a
/// matched one if there is one, else of the first.
pub(super) fn repeats(texts: &[Text<'_>], matches: &[Match]) -> Vec<Repeat> {
    let mut matched: Vec<Vec<bool>> = texts
        .iter()
        .map(|text| vec![false; text.article.sentences.len()])
        .collect();
    for run in matches.iter().flat_map(|m| [&m.left, &m.right]) {
        matched[run.article][run.sentences.clone()].fill(true);
    }
    let mut repeats = Vec::new();
    for (article, &text) in texts.iter().enumerate() {
        let matched = &matched[article];
        let (first, rest): (Vec<usize>, Vec<usize>) =
            (0..text.article.sentences.len()).partition(|&s| matched[s]);
        // Most sentences are matched, and few articles repeat one.
        let unmatched = rest.iter().map(|&sentence| (key(text, sentence), None));
        let mut originals: HashMap<Key<'_>, Option<usize>, RandomState> = unmatched.collect();
        for sentence in first {
            if let Some(of) = originals.get_mut(&key(text, sentence)) {
                of.get_or_insert(sentence);
            }
        }
        for sentence in rest {
            let of = originals.entry(key(text, sentence)).or_default();
            let of = *of.get_or_insert(sentence);
            if of != sentence {
                repeats.push(Repeat {
                    article,
                    sentence,
                    of,
                });
            }
        }
    }
    repeats
}
