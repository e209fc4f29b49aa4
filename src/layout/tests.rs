//! Whole screens, and what holds of every screen.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::sample::{Sample, any_sample, article_of};
use super::*;
use crate::model::{Group, Kind, Repeat, Share};

fn options(width: usize) -> LayoutOptions {
    LayoutOptions {
        width,
        mode: LayoutMode::Auto,
        only: Only::ALL,
        marks: Marks::WDIFF,
    }
}

fn screen(sample: &Sample, options: &LayoutOptions) -> String {
    let screen = lay_out(&sample.articles, &sample.alignment, options);
    let lines = screen.lines().map(|line| line.as_str().to_owned() + "\n");
    lines.collect()
}

/// Two tellings of one event.
fn ferry() -> Sample {
    let mut wire = article_of(&[
        "The ferry Alma ran aground off Kestrel Point on Monday.",
        "All 64 passengers were taken off by lifeboat.",
        "Nobody was injured, the harbour master said.",
        "The Alma was built in 1987.",
        "She left Lund at dawn, and the fog came down an hour later.",
    ]);
    wire.name = "wire.txt".to_owned();
    let mut story = article_of(&[
        "Nobody was hurt, the harbour master said.",
        "The ferry Alma ran aground off Kestrel Point on Monday.",
        "All sixty-four passengers were taken off by lifeboat.",
        "The ship had left Lund at dawn.",
        "\"We saw nothing,\" a passenger said.",
    ]);
    story.name = "story.txt".to_owned();
    for article in [&mut wire, &mut story] {
        article.sentences[1].paragraph = 0;
        article.sentences[4].paragraph = 3;
    }
    let mut sample = Sample::of(vec![wire, story])
        .group(&["A1", "B2"])
        .with_group(&["A2", "B3"], Kind::Edited, false)
        .with_group(&["A3", "B1"], Kind::Edited, true)
        .with_group(&["A5", "B4"], Kind::Rewritten, false);
    sample.alignment.shares = [(0, 1, 0.71), (1, 0, 0.8)]
        .map(|(article, from, identical)| Share {
            article,
            from,
            identical,
            edited: 0.0,
            rewritten: 0.0,
        })
        .to_vec();
    sample
}

#[test]
fn two_articles_stand_side_by_side() {
    insta::assert_snapshot!(screen(&ferry(), &options(96)));
}

#[test]
fn no_articles_are_an_empty_screen() {
    let sample = Sample::of(Vec::new());
    assert_eq!(screen(&sample, &options(3)).trim_matches(['─', '\n']), "");
}

#[test]
fn narrow_rows_are_stacked() {
    insta::assert_snapshot!(screen(&ferry(), &options(40)));
}

/// Three tellings, with all that can be said about a sentence.
fn three() -> Sample {
    let mut sample = Sample::of(vec![
        article_of(&[
            "Fog closed the port on Monday.",
            "Two ships waited outside.",
            "The pilots went home at noon.",
            "Fog closed the port on Monday.",
            "No one was hurt.",
        ]),
        article_of(&[
            "The pilots went home at noon.",
            "Fog shut the port on Monday, and two ships waited outside.",
            "The mayor was not told.",
        ]),
        article_of(&[
            "Fog closed the port on Monday.",
            "No one was hurt, and the pilots went home at noon.",
        ]),
    ])
    .with_group(&["A1", "C1"], Kind::Identical, false)
    .with_match("A1", "B2", Kind::Edited, false)
    .with_match("A2", "B2", Kind::Rewritten, false)
    .with_group(&["A3", "B1"], Kind::Identical, true)
    .with_match("A3", "C2", Kind::Rewritten, false)
    .with_match("A5", "C2", Kind::Rewritten, false);
    sample.alignment.groups[0]
        .members
        .insert(1, sample.alignment.matches[1].right.clone());
    sample.alignment.groups.push(Group {
        members: vec![
            sample.alignment.matches[5].left.clone(),
            sample.alignment.matches[5].right.clone(),
        ],
    });
    sample.alignment.repeats.push(Repeat {
        article: 0,
        sentence: 3,
        of: 0,
    });
    sample
}

#[test]
fn three_articles_with_notes() {
    insta::assert_snapshot!(screen(&three(), &options(110)));
}

#[test]
fn numbers_stand_above_the_text_where_columns_are_tiny() {
    let options = LayoutOptions {
        mode: LayoutMode::Columns,
        ..options(23)
    };
    insta::assert_snapshot!(screen(&ferry(), &options));
}

#[test]
fn a_run_stands_under_one_another() {
    let sample = Sample::of(vec![
        article_of(&["The ship left at dawn and struck a rock."]),
        article_of(&["The ship left at dawn.", "She struck a rock."]),
    ])
    .with_group(&["A1", "B1-2"], Kind::Edited, false);
    insta::assert_snapshot!(screen(&sample, &options(80)));
}

#[test]
fn a_free_rewrite_does_not_bury_what_a_closer_version_changed() {
    let mut sample = Sample::of(vec![
        article_of(&["Nobody was hurt today."]),
        article_of(&["Nobody was injured today."]),
        article_of(&["There was no casualty."]),
    ])
    .with_match("A1", "B1", Kind::Edited, false)
    .with_group(&["A1", "C1"], Kind::Rewritten, false);
    let b1 = sample.alignment.matches[0].right.clone();
    sample.alignment.groups[0].members.insert(1, b1);
    let text = screen(&sample, &options(110));
    let row = text.lines().last().unwrap();
    assert!(row.contains("¶A1 ≈ Nobody was [-hurt-] today."), "{row}");
    assert!(row.contains("¶B1 ~ Nobody was {+injured+} today."), "{row}");
    assert!(
        row.contains("¶C1 ≈ {+There+} was {+no casualty.+}"),
        "{row}"
    );
}

#[test]
fn only_some_rows_are_shown_and_the_others_counted() {
    let options = LayoutOptions {
        only: Only::MOVED,
        ..options(96)
    };
    insta::assert_snapshot!(screen(&ferry(), &options));
}

#[test]
fn a_repeat_is_of_the_kinds_of_what_it_repeats() {
    let numbers = |only| {
        let options = LayoutOptions {
            only,
            ..options(80)
        };
        let sample = three();
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        let cells = screen.rows().flat_map(|row| row.cells);
        let entries = cells.flat_map(|cell| cell.entries);
        entries.map(|entry| entry.label()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Only::UNIQUE), ["B3"]);
    assert_eq!(numbers(Only::EDITED), ["A1", "B2", "C1", "A4"]);
}

#[test]
fn hostile_text_is_shown_and_never_passed_on() {
    let mut article =
        article_of(&["Red \u{1b}[31malert\u{1b}[0m, \u{202e}txet\u{202c} and\ta tab."]);
    article.name = "a\u{1b}]0;title\u{7}\n.txt".to_owned();
    let sample = Sample::of(vec![article.clone(), article]).group(&["A1", "B1"]);
    insta::assert_snapshot!(screen(&sample, &options(100)));
}

#[test]
fn empty_articles_are_a_head_without_rows() {
    let sample = Sample::new(&[0, 0]);
    assert_eq!(
        lay_out(&sample.articles, &sample.alignment, &options(80))
            .body()
            .count(),
        0
    );
    assert!(screen(&sample, &options(80)).starts_with("A  article.txt   0 sentences   0 words\n"));
}

fn any_mode() -> impl Strategy<Value = LayoutMode> {
    prop::sample::select(vec![
        LayoutMode::Auto,
        LayoutMode::Columns,
        LayoutMode::Stacked,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_sentence_stands_once_as_itself_and_in_order(sample in any_sample()) {
        let screen = lay_out(&sample.articles, &sample.alignment, &options(80));
        let mut seen = vec![Vec::new(); sample.articles.len()];
        for cell in screen.rows().flat_map(|row| row.cells) {
            for entry in cell.entries {
                if matches!(entry.standing, Standing::Own(_)) {
                    prop_assert_eq!(entry.id.article, cell.article);
                    seen[cell.article].push(entry.id.sentence);
                }
            }
        }
        for (seen, article) in seen.iter().zip(&sample.articles) {
            prop_assert!(seen.iter().copied().eq(0..article.sentences.len()), "{:?}", seen);
        }
    }

    #[test]
    fn every_group_is_shown_whole_in_one_row(sample in any_sample()) {
        let screen = lay_out(&sample.articles, &sample.alignment, &options(80));
        let rows: Vec<Row> = screen.rows().collect();
        for group in &sample.alignment.groups {
            let shows = |row: &&Row| {
                let articles = row.cells.iter().map(|cell| cell.article);
                articles.eq(group.members.iter().map(|run| run.article))
                    && row.cells.iter().zip(&group.members).all(|(cell, run)| {
                        cell.entries.iter().map(|entry| entry.id.sentence).eq(run.sentences.clone())
                    })
            };
            prop_assert_eq!(rows.iter().filter(shows).count(), 1);
        }
    }

    #[test]
    fn no_line_is_wider_than_the_width(
        sample in any_sample(),
        width in 1usize..200,
        mode in any_mode(),
        marks in prop::sample::select(vec![Marks::NONE, Marks::WDIFF]),
    ) {
        let options = LayoutOptions { width, mode, only: Only::ALL, marks };
        for line in lay_out(&sample.articles, &sample.alignment, &options).lines() {
            let string = line.as_str();
            prop_assert!(string.width() <= width && line.width() <= width, "{string:?}");
            prop_assert!(!string.ends_with(' '), "{string:?}");
            prop_assert!(!string.contains(char::is_control), "{string:?}");
        }
    }

    #[test]
    fn no_text_is_lost(sample in any_sample(), width in 12usize..120, mode in any_mode()) {
        let options = LayoutOptions { width, mode, only: Only::ALL, marks: Marks::NONE };
        let mut shown: BTreeMap<(usize, usize), String> = BTreeMap::new();
        for line in lay_out(&sample.articles, &sample.alignment, &options).body() {
            for (piece, look) in line.pieces() {
                if let (Role::Sentence(_) | Role::Ghost | Role::Escape, Some(id)) = (look.role, look.sentence) {
                    shown.entry((id.article, id.sentence)).or_default().push_str(piece);
                }
            }
        }
        for (index, article) in sample.articles.iter().enumerate() {
            for sentence in 0..article.sentences.len() {
                let kept = |c: &char| !c.is_whitespace();
                let shown: String = shown[&(index, sentence)].chars().filter(kept).collect();
                let text = article.sentence_text(sentence);
                let words: String = text.split_whitespace().map(safe::visible_name).collect();
                let times = 1.max(shown.len() / words.len());
                prop_assert_eq!(shown, words.repeat(times));
            }
        }
    }

    #[test]
    fn what_is_not_hidden_is_shown(sample in any_sample()) {
        let all = lay_out(&sample.articles, &sample.alignment, &options(80)).rows().count();
        let kinds = [Only::IDENTICAL, Only::EDITED, Only::REWRITTEN, Only::MOVED, Only::UNIQUE];
        for only in kinds {
            let options = LayoutOptions { only, ..options(80) };
            let screen = lay_out(&sample.articles, &sample.alignment, &options);
            prop_assert_eq!(screen.rows().count() + screen.hidden_rows(), all);
        }
        let either = Only::SHARED.and(Only::UNIQUE);
        let screen = lay_out(&sample.articles, &sample.alignment, &LayoutOptions { only: either, ..options(80) });
        prop_assert_eq!(screen.hidden_rows(), 0);
    }
}
