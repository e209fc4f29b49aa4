//! What holds of every screen.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::sample::{Sample, any_sample};
use super::*;

/// Options that a reader may combine in any way.
fn any_options() -> impl Strategy<Value = LayoutOptions> {
    let widths = (1usize..200, any_mode());
    let order = (0usize..4, any::<bool>(), prop::option::of(0usize..4));
    (widths, order).prop_map(
        |((width, mode), (reference, by_share, context))| LayoutOptions {
            width,
            mode,
            reference,
            by_share,
            context,
            ..LayoutOptions::default()
        },
    )
}

/// The options with a reference that the sample has.
fn fitted(options: LayoutOptions, sample: &Sample) -> LayoutOptions {
    LayoutOptions {
        reference: options.reference % sample.articles.len(),
        ..options
    }
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
    fn every_sentence_stands_once_as_itself_and_in_order(sample in any_sample(), options in any_options()) {
        let screen = lay_out(&sample.articles, &sample.alignment, &fitted(options, &sample));
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
    fn every_group_is_shown_whole_in_one_row(sample in any_sample(), options in any_options()) {
        let screen = lay_out(&sample.articles, &sample.alignment, &fitted(options, &sample));
        let rows: Vec<Row> = screen.rows().collect();
        for group in &sample.alignment.groups {
            let shows = |row: &&Row| {
                row.cells.len() == group.members.len()
                    && group.members.iter().all(|run| {
                        let cell = row.cells.iter().find(|cell| cell.article == run.article);
                        cell.is_some_and(|cell| {
                            cell.entries.iter().map(|entry| entry.id.sentence).eq(run.sentences.clone())
                        })
                    })
            };
            prop_assert_eq!(rows.iter().filter(shows).count(), 1);
        }
    }

    #[test]
    fn no_line_is_wider_than_the_width(
        sample in any_sample(),
        options in any_options(),
        marks in prop::sample::select(vec![Marks::NONE, Marks::WDIFF]),
    ) {
        let options = LayoutOptions { marks, ..fitted(options, &sample) };
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        for line in screen.titles().into_iter().chain(screen.lines()) {
            let (string, width) = (line.as_str(), options.width);
            prop_assert!(string.width() <= width && line.width() <= width, "{string:?}");
            prop_assert!(!string.ends_with(' '), "{string:?}");
            prop_assert!(!string.contains(char::is_control), "{string:?}");
        }
    }

    #[test]
    fn what_is_folded_and_what_is_shown_are_all(
        sample in any_sample(),
        options in any_options(),
        only in prop::sample::select(vec![Only::ALL, Only::IDENTICAL, Only::UNIQUE]),
    ) {
        let options = LayoutOptions { only, ..fitted(options, &sample) };
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        let mut all = vec![Vec::new(); sample.articles.len()];
        for cell in screen.rows().flat_map(|row| row.cells) {
            let own = cell.entries.iter().filter(|entry| matches!(entry.standing, Standing::Own(_)));
            all[cell.article].extend(own.map(|entry| entry.id.sentence));
        }
        let mut seen = vec![Vec::new(); sample.articles.len()];
        for item in screen.items() {
            match item {
                Item::Row(row) => {
                    let entries = row.cells.into_iter().flat_map(|cell| cell.entries);
                    for entry in entries.filter(|entry| matches!(entry.standing, Standing::Own(_))) {
                        seen[entry.id.article].push(entry.id.sentence);
                    }
                }
                Item::Fold(fold) => {
                    prop_assert!(options.context.is_some());
                    for run in fold.runs {
                        seen[run.article].extend(run.sentences);
                    }
                }
            }
        }
        prop_assert_eq!(seen, all);
    }

    #[test]
    fn no_text_is_lost(sample in any_sample(), width in 12usize..120, mode in any_mode()) {
        let options = LayoutOptions { width, mode, ..LayoutOptions::default() };
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
        let all = lay_out(&sample.articles, &sample.alignment, &LayoutOptions::default()).rows().count();
        let kinds = [Only::IDENTICAL, Only::EDITED, Only::REWRITTEN, Only::MOVED, Only::UNIQUE];
        for only in kinds {
            let options = LayoutOptions { only, ..LayoutOptions::default() };
            let screen = lay_out(&sample.articles, &sample.alignment, &options);
            prop_assert_eq!(screen.rows().count() + screen.hidden_rows(), all);
        }
        let either = Only::SHARED.and(Only::UNIQUE);
        let screen = lay_out(&sample.articles, &sample.alignment, &LayoutOptions { only: either, ..LayoutOptions::default() });
        prop_assert_eq!(screen.hidden_rows(), 0);
    }
}
