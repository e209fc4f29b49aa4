//! Articles changed at random in ways that are known: who pairs with whom is known with them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wirediff::align::{AlignOptions, align};
use wirediff::model::{Article, Kind, Lang};
use wirediff::split::article;

/// What becomes of a sentence in the other article.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Kept,
    /// The word at this place becomes another one.
    Edited(usize),
    Gone,
    /// A sentence of its own stands before it.
    Joined,
    Split,
    /// It becomes one with the sentence after it.
    Merged,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::Kept),
        3 => (1usize..11).prop_map(Fate::Edited),
        1 => Just(Fate::Gone),
        1 => Just(Fate::Joined),
        1 => Just(Fate::Split),
        1 => Just(Fate::Merged),
    ]
}

/// A word that no other number has.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu",
        "za",
    ];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word
}

/// Twelve words that stand in no other sentence.
fn words(sentence: usize) -> Vec<String> {
    (0..12).map(|at| word(sentence * 12 + at)).collect()
}

fn said(words: &[String]) -> String {
    let mut said = words.join(" ");
    said[..1].make_ascii_uppercase();
    said + "."
}

/// Sentences of the other article with the sentences of the first one that stand in them.
type Piece = (String, Vec<usize>);

fn change(fates: &[Fate]) -> Vec<Vec<Piece>> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < fates.len() {
        let mut own = words(at);
        let whole = |text: String| (text, vec![at]);
        let block = match fates[at] {
            Fate::Gone => Vec::new(),
            Fate::Kept => vec![whole(said(&own))],
            Fate::Edited(place) => {
                own[place] = word(40_000 + at);
                vec![whole(said(&own))]
            }
            Fate::Joined => vec![(said(&words(2_000 + at)), vec![]), whole(said(&own))],
            Fate::Split => vec![whole(said(&own[..6])), whole(said(&own[6..]))],
            Fate::Merged if at + 1 < fates.len() => {
                own.extend(words(at + 1));
                at += 1;
                vec![(said(&own), vec![at - 1, at])]
            }
            Fate::Merged => vec![whole(said(&own))],
        };
        blocks.push(block);
        at += 1;
    }
    blocks
}

fn split(sentences: &[String]) -> Article {
    article(String::new(), sentences.join("\n"), Some(Lang::English))
}

/// The pairs of sentences that all matches join, and those in a match that is said to have moved.
fn found(articles: &[Article; 2]) -> (BTreeSet<(usize, usize)>, BTreeSet<usize>) {
    let alignment = align(articles, &AlignOptions::default());
    let (mut links, mut moved) = (BTreeSet::new(), BTreeSet::new());
    for found in &alignment.matches {
        for left in found.left.sentences.clone() {
            links.extend(found.right.sentences.clone().map(|right| (left, right)));
            moved.extend(found.moved.then_some(left));
        }
    }
    (links, moved)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_sentence_is_found_again(
        fates in prop::collection::vec(fate(), 2..40),
        turn in any::<prop::sample::Index>(),
    ) {
        let left: Vec<String> = (0..fates.len()).map(|at| said(&words(at))).collect();
        let mut blocks = change(&fates);
        // What stood at the end comes first.
        let middle = turn.index(blocks.len());
        let turned: BTreeSet<usize> = blocks[..middle].iter().flatten().flat_map(|piece| piece.1.clone()).collect();
        blocks.rotate_left(middle);
        let pieces: Vec<Piece> = blocks.into_iter().flatten().collect();
        let right: Vec<String> = pieces.iter().map(|(text, _)| text.clone()).collect();
        let truth: BTreeSet<(usize, usize)> = (pieces.iter().enumerate())
            .flat_map(|(right, (_, from))| from.iter().map(move |&left| (left, right)))
            .collect();
        let articles = [split(&left), split(&right)];
        prop_assert_eq!(articles[1].sentences.len(), right.len());
        let (links, moved) = found(&articles);
        prop_assert_eq!(&links, &truth);
        // One part of what was turned stays, the other has moved.
        prop_assert!(moved.is_subset(&turned) || moved.is_disjoint(&turned));
        prop_assert!(middle > 0 || moved.is_empty());
    }

    #[test]
    fn a_change_makes_a_kind(fates in prop::collection::vec(fate(), 2..20)) {
        let left: Vec<String> = (0..fates.len()).map(|at| said(&words(at))).collect();
        let right: Vec<String> = change(&fates).into_iter().flatten().map(|(text, _)| text).collect();
        let articles = [split(&left), split(&right)];
        let matches = align(&articles, &AlignOptions::default()).matches;
        for found in matches.iter().filter(|found| found.left.sentences.len() == 1) {
            let expected = match fates[found.left.sentences.start] {
                Fate::Kept | Fate::Joined => Kind::Identical,
                Fate::Edited(_) => Kind::Edited,
                _ => continue,
            };
            prop_assert_eq!(found.kind, expected);
        }
    }
}

#[test]
fn a_split_is_found_among_few_sentences() {
    let left = [said(&words(0)), said(&words(1))];
    let halves = [said(&words(1)[..6]), said(&words(1)[6..])];
    let (links, _) = found(&[split(&left), split(&halves)]);
    assert_eq!(links, BTreeSet::from([(1, 0), (1, 1)]));
}

#[test]
fn a_short_sentence_that_was_merged_whole_is_found() {
    let left = [
        "The ferry sank.",
        "Nobody was hurt, officials in Lund said on Monday.",
        "The harbour was closed.",
        "Divers searched the wreck until dark.",
        "It rained.",
    ];
    let right = [
        "The ferry sank, but nobody was hurt, officials in Lund said on Monday.",
        "Divers searched the wreck until dark and the harbour was closed.",
        "It was cold.",
    ];
    let articles = [left.as_slice(), right.as_slice()]
        .map(|sentences| split(&sentences.iter().map(|s| s.to_string()).collect::<Vec<_>>()));
    let (links, _) = found(&articles);
    assert_eq!(links, BTreeSet::from([(0, 0), (1, 0), (2, 1), (3, 1)]));
}
