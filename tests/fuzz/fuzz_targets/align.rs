//! Any few texts: the alignment is within the articles, its edits cover what they are about and
//! are equal where they say so, groups do not overlap, and turning the articles round changes
//! nothing but the labels.
#![no_main]

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use wirediff::align::{AlignOptions, align};
use wirediff::fold::typographic;
use wirediff::model::{Alignment, Article, Kind, Lang, Op, Run, Span};
use wirediff::split;

fuzz_target!(|texts: Vec<String>| {
    if !(2..=4).contains(&texts.len()) {
        return;
    }
    let split = |text: &String| split::article(String::new(), text.clone(), Some(Lang::English));
    let articles: Vec<Article> = texts.iter().map(split).collect();
    let alignment = align(&articles, &AlignOptions::default());
    check_matches(&articles, &alignment);
    check_groups(&articles, &alignment);
    for share in &alignment.shares {
        assert!((0.0..=1.0 + 1e-9).contains(&share.reused()));
    }
    check_turned(&articles, &alignment);
});

fn check_matches(articles: &[Article], alignment: &Alignment) {
    for found in &alignment.matches {
        assert!(found.left.article < found.right.article);
        assert!((0.0..=1.0).contains(&found.score));
        assert!(found.kind != Kind::Identical || found.score == 1.0);
        let side = |run: &Run, of: fn(&wirediff::model::Edit) -> Span| {
            let sentences = &articles[run.article].sentences[run.sentences.clone()];
            let mut at = sentences[0].span.start;
            for edit in &found.edits {
                assert_eq!(of(edit).start, at);
                at = of(edit).end;
                let _ = &articles[run.article].text[of(edit).range()];
            }
            assert_eq!(at, sentences[sentences.len() - 1].span.end);
        };
        side(&found.left, |edit| edit.left);
        side(&found.right, |edit| edit.right);
        let (left, right) = (&articles[found.left.article], &articles[found.right.article]);
        for shift in &found.shifted {
            let same = [words(left, shift.left), words(right, shift.right)];
            let small = same.map(|words| words.iter().map(|word| word.to_lowercase()).collect());
            let [one, other]: [Vec<String>; 2] = small;
            assert!(!one.is_empty() && one == other);
        }
        for edit in &found.punctuation {
            assert!(edit.op != Op::Equal);
            assert!(words(left, edit.left).is_empty() && words(right, edit.right).is_empty());
        }
        for edit in found.edits.iter().filter(|edit| edit.op == Op::Equal) {
            let equal = [words(left, edit.left), words(right, edit.right)];
            // Beside capitals case is no difference, nor at the start of a sentence.
            let [one, other] = &equal;
            assert_eq!(one.len(), other.len());
            if !one.iter().zip(other).all(|(one, other)| one == other || differ_in_first(one, other)) {
                let capitals = equal.map(|words| words.concat().to_uppercase());
                assert_eq!(capitals[0], capitals[1]);
                let sides = [(left, edit.left), (right, edit.right)];
                assert!(sides.iter().any(|(article, span)| {
                    !article.text[span.range()].contains(char::is_lowercase)
                }));
            }
        }
    }
}

/// Whether one of two words has a capital for a first letter and is the same otherwise.
fn differ_in_first(one: &str, other: &str) -> bool {
    let small = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).collect::<String>()
    };
    small(one) == other || one == small(other)
}

/// The words of a stretch of an article, typography aside.
fn words(article: &Article, stretch: Span) -> Vec<Cow<'_, str>> {
    let words = article.words.iter();
    let inside = words.filter(|word| stretch.start <= word.start && word.end <= stretch.end);
    inside.map(|word| typographic(&article.text[word.range()])).collect()
}

fn check_groups(articles: &[Article], alignment: &Alignment) {
    let mut seen = BTreeSet::new();
    for group in &alignment.groups {
        assert!(group.members.len() >= 2);
        assert!(group.members.is_sorted_by(|a, b| a.article < b.article));
        for run in &group.members {
            assert!(run.sentences.end <= articles[run.article].sentences.len());
            for sentence in run.sentences.clone() {
                assert!(seen.insert((run.article, sentence)));
            }
        }
    }
}

/// The pairs of runs of all matches, with the articles counted from the last one if `turned`.
fn pairs(
    alignment: &Alignment,
    articles: usize,
    turned: bool,
) -> BTreeSet<[(usize, usize, usize); 2]> {
    let place = |run: &Run| {
        let Range { start, end } = run.sentences;
        let article = if turned { articles - 1 - run.article } else { run.article };
        (article, start, end)
    };
    let pair = |found: &wirediff::model::Match| {
        let mut pair = [place(&found.left), place(&found.right)];
        pair.sort();
        pair
    };
    alignment.matches.iter().map(pair).collect()
}

fn check_turned(articles: &[Article], alignment: &Alignment) {
    // Which of two equal articles comes first can only be told by their places.
    let texts: BTreeSet<&str> = articles.iter().map(|article| &*article.text).collect();
    if texts.len() < articles.len() {
        return;
    }
    let turned: Vec<Article> = articles.iter().rev().cloned().collect();
    let other = align(&turned, &AlignOptions::default());
    let count = articles.len();
    assert_eq!(pairs(alignment, count, false), pairs(&other, count, true));
}
