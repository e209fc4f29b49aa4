//! Whole screens, and what holds of every screen.

use super::sample::{Sample, article_of};
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
