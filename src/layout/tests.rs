//! Whole screens.

use super::sample::{Sample, article_of};
use super::*;
use crate::model::{Group, Kind, Repeat, Share};

fn options(width: usize) -> LayoutOptions {
    LayoutOptions {
        width,
        marks: Marks::WDIFF,
        ..LayoutOptions::default()
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
fn columns_stay_in_place_beside_letters_from_right_to_left() {
    let marked = |text: &str| {
        let article = article_of(&[text.to_owned()]);
        let sample = Sample::of(vec![article.clone(), article]).group(&["A1", "B1"]);
        let screen = lay_out(&sample.articles, &sample.alignment, &options(60));
        let lines: Vec<String> = screen.body().map(|line| line.as_str().to_owned()).collect();
        let mark = '\u{200e}';
        assert!(!lines.is_empty());
        lines
            .iter()
            .all(|line| line.starts_with(mark) && line.contains("\u{200e}│"))
    };
    assert!(marked("قال مسؤولون إن حريقا اندلع يوم الاثنين."));
    assert!(!marked("Officials said that a fire broke out."));
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

/// Ten sentences that stand in both, one edited in the middle, and nine that B has alone.
fn long() -> Sample {
    let mut runs: Vec<Vec<String>> = vec![Vec::new(); 2];
    for number in 1..=10 {
        runs[0].push(format!("Sentence number {number} stands."));
        runs[1].push(format!("Sentence number {number} stands."));
    }
    runs[1][4] = "Sentence number 5 falls.".to_owned();
    runs[1].extend((1..=9).map(|number| format!("Only here, number {number}.")));
    let mut sample = Sample::of(runs.iter().map(|texts| article_of(texts)).collect());
    for number in 1..=10 {
        let kind = if number == 5 {
            Kind::Edited
        } else {
            Kind::Identical
        };
        let members = [format!("A{number}"), format!("B{number}")];
        sample = sample.with_group(&[&members[0], &members[1]], kind, false);
    }
    sample
}

#[test]
fn long_stretches_without_changes_are_folded() {
    let fold = |width, context| {
        let options = LayoutOptions {
            context: Some(context),
            ..options(width)
        };
        let screen = screen(&long(), &options);
        let (_, body) = screen.split_once("─\n").unwrap();
        body.to_owned()
    };
    insta::assert_snapshot!(fold(80, 1));
    insta::assert_snapshot!(fold(40, 0));
    assert!(!fold(80, 5).contains('⋯'));
}

#[test]
fn what_is_new_in_a_version_is_not_folded() {
    let options = LayoutOptions {
        context: Some(0),
        ..options(120)
    };
    let rows = |runs: &[&[&str]]| {
        let articles = runs.iter().map(|texts| article_of(texts)).collect();
        Sample::of(articles)
    };
    let inserted = rows(&[&["One.", "Two."], &["One.", "New.", "Newer.", "Two."]])
        .with_group(&["A1", "B1"], Kind::Identical, false)
        .with_group(&["A2", "B4"], Kind::Identical, false);
    let same = ["One.", "New.", "Newer."];
    let in_two = rows(&[&["One."], &same, &same])
        .with_group(&["A1", "B1", "C1"], Kind::Identical, false)
        .with_group(&["B2", "C2"], Kind::Identical, false)
        .with_group(&["B3", "C3"], Kind::Identical, false);
    for versions in [inserted, in_two] {
        let shown = screen(&versions, &options);
        assert!(
            shown.contains("New.") && shown.contains("Newer."),
            "{shown}"
        );
    }
}

#[test]
fn the_reference_has_the_first_column_and_its_words_are_the_old_ones() {
    let options = LayoutOptions {
        reference: 1,
        ..options(96)
    };
    insta::assert_snapshot!(screen(&ferry(), &options));
}

fn joined(lines: &[Text]) -> String {
    let lines: Vec<&str> = lines.iter().map(Text::as_str).collect();
    lines.join("\n")
}

#[test]
fn titles_stand_above_the_columns() {
    let titles = |width| {
        let sample = three();
        let screen = lay_out(&sample.articles, &sample.alignment, &options(width));
        joined(&screen.titles())
    };
    let all = [80, 48, 12].map(titles).join("\n\n");
    insta::assert_snapshot!(all);
}

#[test]
fn a_long_name_keeps_its_end_above_a_column() {
    let mut sample = Sample::new(&[1, 1]);
    sample.articles[0].name = "/desks/north/incoming/wire.txt".to_owned();
    let screen = lay_out(&sample.articles, &sample.alignment, &options(51));
    assert_eq!(
        screen.titles()[0].as_str(),
        "A …rth/incoming/wire.txt │B article.txt"
    );
}

#[test]
fn the_matrix_is_denser_where_the_screen_is_narrower() {
    let sample = three();
    let overview = |width| {
        let screen = lay_out(&sample.articles, &sample.alignment, &options(width));
        joined(&screen.overview())
    };
    let all = [100, 60, 50, 20].map(overview).join("\n\n");
    insta::assert_snapshot!(all);
}
