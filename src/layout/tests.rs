//! Whole screens, and what holds of every screen.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::sample::{Sample, any_sample, article_of};
use super::*;
use crate::model::{Kind, Share};

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
fn narrow_rows_are_stacked() {
    insta::assert_snapshot!(screen(&ferry(), &options(40)));
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
