//! What holds of the alignment of any articles: of every event and hard case of the fixtures,
//! and of articles that are made from one another by edits.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use wirediff::align::{AlignOptions, align};
use wirediff::fold::typographic;
use wirediff::load::{LoadOptions, load};
use wirediff::model::{Alignment, Article, Kind, Lang, Match, Op, Run, Span};
use wirediff::split::article;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|path| {
        path.extension().is_some_and(|end| end == "txt") && !path.ends_with("binary.txt")
    });
    paths.sort();
    paths
}

fn read(path: &Path) -> Article {
    let document = load(path, &LoadOptions::default()).unwrap();
    article(document.name, document.text, None)
}

/// The articles of every event, and all hard cases as one more.
fn collections() -> Vec<Vec<Article>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<PathBuf> = fs::read_dir(root.join("events"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    folders.sort();
    folders.push(root.join("hard"));
    folders
        .iter()
        .map(|folder| files(folder).iter().map(|path| read(path)).collect())
        .collect()
}

fn aligned(articles: &[Article]) -> Alignment {
    align(articles, &AlignOptions::default())
}

/// An article of English.
fn said(text: &str) -> Article {
    article(String::new(), text.to_owned(), Some(Lang::English))
}

/// The words of a run as a reader tells them apart.
fn words(articles: &[Article], run: &Run) -> Vec<String> {
    let article = &articles[run.article];
    let words = article.words_of(&run.sentences);
    article.words[words]
        .iter()
        .map(|word| typographic(&article.text[word.range()]).into_owned())
        .collect()
}

/// Whether one of two sides has no small letter.
fn is_in_capitals(sides: &[Vec<String>; 2]) -> bool {
    let small = |word: &String| word.contains(char::is_lowercase);
    sides.iter().any(|words| !words.iter().any(small))
}

/// Whether one of two sides has a capital on every longer word behind the first, and two of these.
fn has_a_title(sides: &[Vec<String>; 2]) -> bool {
    sides.iter().any(|words| {
        let behind = words.iter().skip(1);
        let longer: Vec<_> = behind.filter(|word| word.chars().count() > 4).collect();
        let capital = |word: &&String| word.starts_with(char::is_uppercase);
        longer.len() > 1 && longer.iter().all(capital)
    })
}

/// Whether one of two words has a capital for a first letter and is the same otherwise.
fn differ_in_first(one: &str, other: &str) -> bool {
    let small = |word: &str| -> String {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).collect()
    };
    small(one) == other || one == small(other)
}

fn capitals(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_uppercase()).collect()
}

fn check(articles: &[Article]) -> Alignment {
    let alignment = aligned(articles);
    for found in &alignment.matches {
        check_match(articles, found);
        check_shifts(articles, found);
        check_punctuation(articles, found);
    }
    check_order(&alignment);
    check_runs(&alignment.matches);
    check_groups(articles, &alignment);
    check_shares(articles, &alignment);
    assert_eq!(
        alignment,
        aligned(articles),
        "the second time differs from the first"
    );
    alignment
}

fn check_match(articles: &[Article], found: &Match) {
    let Match {
        left,
        right,
        kind,
        score,
        edits,
        ..
    } = found;
    assert!(left.article < right.article, "{found:?}");
    assert!((0.0..=1.0).contains(score), "{found:?}");
    for run in [left, right] {
        assert!(
            !run.sentences.is_empty() && run.sentences.end <= articles[run.article].sentences.len(),
            "{found:?}"
        );
    }
    let sides = [left, right].map(|run| words(articles, run));
    if sides[0] == sides[1] {
        assert_eq!(*kind, Kind::Identical, "{found:?}");
    } else if *kind == Kind::Identical {
        assert_eq!(capitals(&sides[0]), capitals(&sides[1]), "{found:?}");
        let pairs = || sides[0].iter().zip(&sides[1]);
        let is_small_difference =
            || pairs().all(|(one, other)| one == other || differ_in_first(one, other));
        let is_style = is_in_capitals(&sides) || has_a_title(&sides) && is_small_difference();
        assert!(is_style, "{found:?}");
    }

    type Side = fn(&wirediff::model::Edit) -> Span;
    let spans: [(&Run, Side); 2] = [(left, |edit| edit.left), (right, |edit| edit.right)];
    for (run, side) in spans {
        let article = &articles[run.article];
        let mut at = article.sentences[run.sentences.start].span.start;
        for edit in edits {
            assert_eq!(side(edit).start, at, "a gap before {edit:?} of {found:?}");
            assert!(
                article.text.get(side(edit).range()).is_some(),
                "{edit:?} cuts a character"
            );
            at = side(edit).end;
        }
        assert_eq!(
            at,
            article.sentences[run.sentences.end - 1].span.end,
            "{found:?}"
        );
    }
    for edit in edits {
        let empty = (
            edit.left.start == edit.left.end,
            edit.right.start == edit.right.end,
        );
        match edit.op {
            Op::Delete => assert_eq!(empty, (false, true), "{edit:?}"),
            Op::Insert => assert_eq!(empty, (true, false), "{edit:?}"),
            Op::Replace => assert_eq!(empty, (false, false), "{edit:?}"),
            Op::Equal => {
                let within = |run: &Run, span: Span| -> Vec<String> {
                    let article = &articles[run.article];
                    let inside = |word: &&Span| span.start <= word.start && word.end <= span.end;
                    let words = article.words[article.words_of(&run.sentences)]
                        .iter()
                        .filter(inside);
                    words
                        .map(|word| typographic(&article.text[word.range()]).into_owned())
                        .collect()
                };
                let equal = [within(left, edit.left), within(right, edit.right)];
                if is_in_capitals(&sides) {
                    assert_eq!(capitals(&equal[0]), capitals(&equal[1]), "{edit:?}");
                } else {
                    let pairs = || equal[0].iter().zip(&equal[1]);
                    assert_eq!(equal[0].len(), equal[1].len(), "{edit:?} of {found:?}");
                    let same =
                        pairs().all(|(one, other)| one == other || differ_in_first(one, other));
                    assert!(same, "{edit:?} of {found:?}");
                }
            }
        }
    }
}

/// What stands elsewhere is the same on both sides but for its case, part of the changes, and there
/// once.
fn check_shifts(articles: &[Article], found: &Match) {
    let lies_in = |edit: Span, shift: Span| edit.start <= shift.start && shift.end <= edit.end;
    let mut taken = BTreeSet::new();
    for shift in &found.shifted {
        let sides = [(&found.left, shift.left), (&found.right, shift.right)];
        let words = sides.map(|(run, span)| {
            let article = &articles[run.article];
            let words = article.words_of(&run.sentences).filter(|&word| {
                let word = article.words[word];
                span.start <= word.start && word.end <= span.end
            });
            let words: Vec<usize> = words.collect();
            let text = |word: &usize| {
                typographic(&article.text[article.words[*word].range()]).to_lowercase()
            };
            assert!(words.iter().all(|&word| taken.insert((run.article, word))));
            words.iter().map(text).collect::<Vec<_>>()
        });
        assert!(
            !words[0].is_empty() && words[0] == words[1],
            "{shift:?} of {found:?}"
        );
        let changes = found.edits.iter().filter(|edit| edit.op != Op::Equal);
        let (mut left, mut right) = (None, None);
        for (index, edit) in changes.enumerate() {
            left = left.or(lies_in(edit.left, shift.left).then_some(index));
            right = right.or(lies_in(edit.right, shift.right).then_some(index));
        }
        assert!(
            left.is_some() && right.is_some() && left != right,
            "{shift:?} of {found:?}"
        );
    }
}

/// Punctuation that differs holds no word on either side, and stands in order within equal edits.
fn check_punctuation(articles: &[Article], found: &Match) {
    let sides: [fn(&wirediff::model::Edit) -> Span; 2] = [|edit| edit.left, |edit| edit.right];
    for (run, side) in [&found.left, &found.right].into_iter().zip(sides) {
        assert!(found.punctuation.is_sorted_by_key(side), "{found:?}");
        for edit in &found.punctuation {
            let Span { start, end } = side(edit);
            let text = &articles[run.article].text[side(edit).range()];
            assert!(
                !text.contains(char::is_alphanumeric),
                "{edit:?} of {found:?}"
            );
            assert_eq!(text, text.trim(), "{edit:?} of {found:?}");
            let mut equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
            let lies_within =
                equal.any(|equal| side(equal).start <= start && end <= side(equal).end);
            assert!(lies_within, "{edit:?} of {found:?}");
        }
    }
    for edit in &found.punctuation {
        let empty = [edit.left, edit.right].map(|span| span.start == span.end);
        let op = match empty {
            [false, true] => Op::Delete,
            [true, false] => Op::Insert,
            _ => Op::Replace,
        };
        assert_eq!(edit.op, op, "{edit:?} of {found:?}");
        assert_ne!(empty, [true, true], "{edit:?} of {found:?}");
    }
}

fn check_order(alignment: &Alignment) {
    let place = |found: &Match| {
        (
            found.left.article,
            found.right.article,
            found.left.sentences.start,
            found.right.sentences.start,
        )
    };
    assert!(
        alignment
            .matches
            .windows(2)
            .all(|two| place(&two[0]) < place(&two[1])),
        "matches out of order"
    );
}

/// A sentence stands in several matches with one article only if their runs are no neighbours.
fn check_runs(matches: &[Match]) {
    let mut partners: BTreeMap<(usize, usize, usize), Vec<&Run>> = BTreeMap::new();
    for found in matches {
        for (one, other) in [(&found.left, &found.right), (&found.right, &found.left)] {
            for sentence in one.sentences.clone() {
                partners
                    .entry((one.article, sentence, other.article))
                    .or_default()
                    .push(other);
            }
        }
    }
    for (sentence, runs) in partners {
        for (at, one) in runs.iter().enumerate() {
            for other in &runs[at + 1..] {
                let (one, other) = (&one.sentences, &other.sentences);
                assert!(
                    one.end < other.start || other.end < one.start,
                    "{sentence:?} with {one:?} and {other:?}"
                );
            }
        }
    }
}

fn check_groups(articles: &[Article], alignment: &Alignment) {
    let mut seen = BTreeSet::new();
    for group in &alignment.groups {
        assert!(group.members.len() >= 2, "{group:?}");
        assert!(
            group
                .members
                .windows(2)
                .all(|two| two[0].article < two[1].article),
            "{group:?}"
        );
        for run in &group.members {
            for sentence in run.sentences.clone() {
                assert!(sentence < articles[run.article].sentences.len());
                assert!(
                    seen.insert((run.article, sentence)),
                    "{sentence} of {} is in two groups",
                    run.article
                );
            }
            let backs = |one: &Run, other: &Run| {
                let overlap = |a: &Run, b: &Run| {
                    a.article == b.article
                        && a.sentences.start < b.sentences.end
                        && b.sentences.start < a.sentences.end
                };
                overlap(one, run) && group.members.iter().any(|member| overlap(other, member))
            };
            let backed = alignment
                .matches
                .iter()
                .any(|m| backs(&m.left, &m.right) || backs(&m.right, &m.left));
            assert!(backed, "{run:?} of {group:?} is backed by no match");
        }
    }
}

fn check_shares(articles: &[Article], alignment: &Alignment) {
    assert_eq!(
        alignment.shares.len(),
        articles.len() * articles.len().saturating_sub(1)
    );
    for share in &alignment.shares {
        let article = &articles[share.article];
        let kept = kept_words(article, share.article, share.from, &alignment.matches);
        let expected = kept.len() as f64 / article.words.len().max(1) as f64;
        assert!(
            (share.reused() - expected).abs() < 1e-9,
            "{share:?}: {expected}"
        );
    }
}

/// The words of an article that matches with another one keep, in their places or elsewhere.
fn kept_words(article: &Article, index: usize, from: usize, matches: &[Match]) -> BTreeSet<Span> {
    let mut spans = Vec::new();
    for found in matches {
        let of_left = found.left.article == index;
        let (own, other) = match of_left {
            true => (&found.left, &found.right),
            false => (&found.right, &found.left),
        };
        if (own.article, other.article) != (index, from) {
            continue;
        }
        let side = |left: Span, right: Span| if of_left { left } else { right };
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        spans.extend(equal.map(|edit| side(edit.left, edit.right)));
        spans.extend(
            found
                .shifted
                .iter()
                .map(|shift| side(shift.left, shift.right)),
        );
    }
    let lies_in = |word: &Span| {
        let around = |span: &Span| span.start <= word.start && word.end <= span.end;
        spans.iter().any(around)
    };
    article.words.iter().copied().filter(lies_in).collect()
}

#[test]
fn the_contract_holds_of_all_fixtures() {
    for articles in collections() {
        check(&articles);
    }
}

/// The runs and the score of each match.
fn scored(articles: &[Article], min_similarity: Option<f64>) -> Vec<(Run, Run, f64)> {
    let matches = align(articles, &AlignOptions { min_similarity }).matches;
    let scored = matches.into_iter();
    scored.map(|m| (m.left, m.right, m.score)).collect()
}

#[test]
fn a_bar_of_ones_own_leaves_out_what_lies_below_and_nothing_else() {
    for articles in collections() {
        let all = scored(&articles, None);
        for least in [0.36, 0.4, 0.55, 0.7, 0.9, 1.0] {
            let above = all.iter().filter(|(.., score)| *score >= least);
            let above: Vec<_> = above.cloned().collect();
            assert_eq!(scored(&articles, Some(least)), above, "{least}");
        }
        let more = scored(&articles, Some(0.1));
        assert!(more.len() >= all.len() && more.iter().all(|(.., score)| *score >= 0.1));
    }
}

#[test]
fn how_blanks_are_typed_is_no_difference() {
    for article in collections().into_iter().flatten() {
        for blank in ["\u{a0}", "\u{202f}", "\u{2009}"] {
            let typed = article.text.replace(' ', blank);
            let typed = self::article(article.name.clone(), typed, Some(article.lang));
            let articles = [article.clone(), typed];
            let alignment = aligned(&articles);
            let matches = &alignment.matches;
            let all_identical = matches.iter().all(|found| found.kind == Kind::Identical);
            assert!(all_identical, "{} with {blank:?}", article.name);
            assert_eq!(matches.len(), article.sentences.len(), "{}", article.name);
            assert_eq!(articles[0].words.len(), articles[1].words.len());
        }
    }
}

#[test]
fn an_article_against_itself_is_all_identical() {
    for article in collections().concat() {
        let count = article.sentences.len();
        let name = article.name.clone();
        let alignment = check(&[article.clone(), article]);
        let in_place = alignment.matches.iter().all(|found| {
            found.kind == Kind::Identical
                && !found.moved
                && found.left.sentences == found.right.sentences
        });
        assert!(in_place, "{name}");
        assert_eq!(alignment.matches.len(), count, "{name}");
    }
}

/// A run by the name of its article.
type Named = (String, usize, usize);

fn named(articles: &[Article], run: &Run) -> Named {
    let name = articles[run.article].name.clone();
    (name, run.sentences.start, run.sentences.end)
}

/// The groups by the names of the articles, in an order that does not depend on theirs.
fn named_groups(articles: &[Article]) -> BTreeSet<BTreeSet<Named>> {
    let groups = aligned(articles).groups;
    let members = groups.iter().map(|group| group.members.iter());
    members
        .map(|members| members.map(|run| named(articles, run)).collect())
        .collect()
}

/// The matches in the same way, each with all that is told of it but its edits.
fn named_matches(articles: &[Article]) -> BTreeMap<BTreeSet<Named>, (Kind, u64, bool)> {
    let matches = aligned(articles).matches;
    let told = |found: &Match| (found.kind, found.score.to_bits(), found.moved);
    let runs = |found: &Match| [&found.left, &found.right].map(|run| named(articles, run));
    matches
        .iter()
        .map(|found| (BTreeSet::from(runs(found)), told(found)))
        .collect()
}

/// The shares by kind, with the texts of the two articles for a name.
fn named_shares(articles: &[Article]) -> BTreeMap<[&str; 2], [u64; 3]> {
    let shares = aligned(articles).shares.into_iter();
    let named = shares.map(|share| {
        let texts = [share.article, share.from].map(|article| &*articles[article].text);
        let kinds = [share.identical, share.edited, share.rewritten];
        (texts, kinds.map(f64::to_bits))
    });
    named.collect()
}

#[test]
fn shares_do_not_depend_on_the_order_of_the_files() {
    for articles in collections() {
        let mut turned = articles.clone();
        turned.reverse();
        assert_eq!(named_shares(&turned), named_shares(&articles));
    }
}

#[test]
fn groups_do_not_depend_on_the_order_of_the_files() {
    for mut articles in collections() {
        let groups = named_groups(&articles);
        articles.reverse();
        assert_eq!(named_groups(&articles), groups, "reversed");
        for _ in 0..2 {
            articles.rotate_left(2);
            assert_eq!(named_groups(&articles), groups, "rotated");
        }
    }
}

#[test]
fn an_attribution_that_went_behind_the_next_sentence_loses_nothing() {
    let quote = "\"It was like a bomb,\" said Lorna Pike, 61, who lives across the road. \
                 \"My whole house jumped.\"";
    let moved = "\"It was like a bomb. My whole house jumped,\" said Lorna Pike, 61, who lives \
                 across the road.";
    for texts in [[quote, moved], [moved, quote]] {
        let found = aligned(&texts.map(|quote| {
            said(&format!(
                "Officials praised the crews. {quote} The school was empty that day."
            ))
        }));
        let runs = found.matches.iter().map(|found| {
            let runs = [&found.left, &found.right].map(|run| run.sentences.clone());
            (runs, found.kind)
        });
        assert_eq!(
            runs.collect::<Vec<_>>(),
            [
                ([0..1, 0..1], Kind::Identical),
                ([1..3, 1..3], Kind::Edited),
                ([3..4, 3..4], Kind::Identical),
            ]
        );
        assert!(
            found.shares.iter().all(|share| share.reused() == 1.0),
            "{:?}",
            found.shares
        );
    }
}

#[test]
fn a_split_that_two_versions_share_stands_in_one_row() {
    let one = "The council voted 7-2 on Tuesday to spend $4.2 million on the Harlan bridge, which has \
               been closed to trucks since March. Work is to begin in June.";
    let two = "The council voted 7-2 late Tuesday to spend $4.5 million on the Harlan bridge. The \
               bridge has been closed to trucks since March. Work is to begin in June.";
    let rows = |texts: &[&str]| {
        let articles: Vec<Article> = texts.iter().map(|text| said(text)).collect();
        let groups = aligned(&articles).groups;
        let sentences = |run: &Run| run.sentences.clone();
        let row = |members: &Vec<Run>| members.iter().map(sentences).collect::<Vec<_>>();
        groups
            .iter()
            .map(|group| row(&group.members))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(&[one, two, two]),
        [[0..1, 0..2, 0..2], [1..2, 2..3, 2..3]]
    );
    let four = rows(&[one, one, two, two]);
    assert_eq!(four, [[0..1, 0..1, 0..2, 0..2], [1..2, 1..2, 2..3, 2..3]]);
}

#[test]
fn a_detail_that_went_into_another_sentence_moves_none_that_stayed() {
    let found = aligned(&[
        said(
            "Police arrested two men near the quay in Odell on Friday night. Prosecutors charged \
             them with arson and theft. They are both from Marrow, a town in the north. A hearing \
             was set for the second week of June.",
        ),
        said(
            "Police arrested two men, both from Marrow, a town in the north, near the quay in Odell \
             on Friday night. Prosecutors charged them with arson and theft. A hearing was set for \
             the second week of June.",
        ),
    ]);
    let moved: Vec<usize> = (found.matches.iter().filter(|found| found.moved))
        .map(|found| found.left.sentences.start)
        .collect();
    assert_eq!(moved, [2], "{:?}", found.matches);
}

#[test]
fn a_flash_of_one_sentence_is_found_in_its_rewriting() {
    let linked = |left: &str, right: &str| !aligned(&[said(left), said(right)]).matches.is_empty();
    assert!(linked(
        "The mayor said the talks had been \"difficult but constructive\" and that she was confident of a deal by May.",
        "\"The talks were difficult but constructive,\" the mayor said. \"I am confident of a deal by May.\""
    ));
    assert!(!linked(
        "Police arrested two men after a fire at a paint factory in Odell on Monday.",
        "The mayor of Odell opened a new school for 400 children on Monday."
    ));
}

#[test]
fn a_half_that_kept_little_is_found_beside_the_other_half() {
    let others = " The ferry runs twice a day in summer. Tickets are sold on board. Dogs travel free, \
                  and so do children. The crossing to Marrow takes an hour.";
    let left = "The council voted on Tuesday to close the swimming pool in Odell, saying that \
                repairs to its cracked tiles and leaking boiler would cost more than a new one.";
    let right = "The council voted on Tuesday to close the swimming pool in Odell. Members were told \
                 that a leaking boiler and broken tiles made it too dear.";
    let found = aligned(&[
        said(&format!("{left}{others}")),
        said(&format!("{right}{others}")),
    ]);
    let first = &found.matches[0];
    assert_eq!(
        (first.left.sentences.clone(), first.right.sentences.clone()),
        (0..1, 0..2),
        "{found:?}"
    );
}

#[test]
fn a_phrase_that_every_sentence_has_pairs_none() {
    let phrase = "The spokesman for the ministry of foreign affairs of the republic said that";
    // Six words of its own, and nine that every fourth sentence of either article has.
    let sentence = |what: &str, at: usize| {
        let own = (0..6).map(|word| format!(" {what}{}", 6 * at + word));
        let common = (0..9).map(|word| format!(" elm{}x{word}", at % 4));
        let words: String = own.chain(common).collect();
        format!("{phrase}{words}.\n")
    };
    let said = |what: &str| {
        let text = (0..40).map(|at| sentence(what, at)).collect();
        article(String::new(), text, Some(Lang::English))
    };
    let found = aligned(&[said("rowan"), said("alder")]);
    assert_eq!(found.matches.len(), 0);
}

#[test]
fn a_phrase_that_one_sentence_of_each_has_pairs_them() {
    let phrase = "the bridge over the lower harbour was never meant for lorries of this weight";
    let others = |what: &str| -> String {
        let sentence = |at: usize| format!("{what}{at} saw {what}{} come.\n", at + 500);
        (0..40).map(sentence).collect()
    };
    let said = |what: &str, start: &str| {
        let text = format!("{start}, {phrase}.\n{}", others(what));
        article(String::new(), text, Some(Lang::English))
    };
    let found = aligned(&[
        said(
            "rowan",
            "After nine long months of argument in the council chamber",
        ),
        said(
            "alder",
            "Engineers whom nobody had asked told this newspaper in March",
        ),
    ]);
    let places: Vec<_> = (found.matches.iter())
        .map(|m| (m.left.sentences.clone(), m.right.sentences.clone()))
        .collect();
    assert_eq!(places, [(0..1, 0..1)]);
}

#[test]
fn what_two_articles_share_does_not_depend_on_a_third() {
    for articles in collections() {
        let [one, two, three, ..] = &articles[..] else {
            panic!("three articles")
        };
        let alone = aligned(&[one.clone(), two.clone()]).matches;
        let mut among = aligned(&[one.clone(), two.clone(), three.clone()]).matches;
        among.retain(|found| found.right.article == 1);
        assert_eq!(alone, among);
    }
}

#[test]
fn nor_on_the_language_of_a_third() {
    // The two words have one stem in German and two in English; the third text sorts first.
    let german = |text: &str| article(String::new(), text.to_owned(), Some(Lang::German));
    let one = german("Wegen des Hausdaches kam die Feuerwehr am Abend noch einmal zurück.");
    let two = german("Wegen der Hausdächer kam die Feuerwehr am Abend noch einmal zurück.");
    let text = "A Hausdaches is one, two are Hausdächer.".to_owned();
    let third = article(String::new(), text, Some(Lang::English));
    let alone = aligned(&[one.clone(), two.clone()]).matches;
    let mut among = aligned(&[one, two, third]).matches;
    among.retain(|found| found.right.article == 1);
    assert_eq!(alone.len(), 1);
    assert_eq!(alone, among);
}

/// A version of an article: sentences of a common stock in any order, some of them with a
/// word exchanged, and some that stand twice.
fn version() -> impl Strategy<Value = String> {
    let subjects = [
        "The minister",
        "A driver",
        "Two divers",
        "The old council",
        "Nobody",
    ];
    let verbs = ["praised", "saw", "bought", "will not repair", "counted"];
    let objects = [
        "the long bridge",
        "seven red lamps",
        "a report on herring",
        "his own \u{202E}boat",
        "das Haus",
    ];
    let sentence = (0usize..5, 0usize..5, 0usize..5, 0u32..9999).prop_map(move |(s, v, o, n)| {
        format!(
            "{} {} {} on day {}.",
            subjects[s],
            verbs[v],
            objects[o],
            n % 7
        )
    });
    prop::collection::vec(sentence, 0..24).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_contract_holds_of_generated_articles(texts in prop::collection::vec(version(), 2..5)) {
        let mut articles: Vec<Article> = (texts.into_iter().enumerate())
            .map(|(at, text)| article(at.to_string(), text, None))
            .collect();
        check(&articles);
        let distinct: BTreeSet<_> = articles.iter().map(|article| article.text.clone()).collect();
        // Two articles of the same text can be told apart by their names only.
        if distinct.len() == articles.len() {
            let (matches, groups) = (named_matches(&articles), named_groups(&articles));
            let mut turned = articles.clone();
            turned.reverse();
            prop_assert_eq!(named_shares(&turned), named_shares(&articles));
            articles.reverse();
            prop_assert_eq!(named_matches(&articles), matches);
            prop_assert_eq!(named_groups(&articles), groups);
        }
    }

    #[test]
    fn the_contract_holds_of_any_text(one in "\\PC{0,200}", other in "[\\s\\PC]{0,200}") {
        let articles = [article("a".into(), one, None), article("b".into(), other, None)];
        check(&articles);
    }
}
