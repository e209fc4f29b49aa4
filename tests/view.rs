//! What holds of the view of every two articles of every event in the fixtures.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wirediff::align::{AlignOptions, align};
use wirediff::layout::{LayoutMode, LayoutOptions, Marks, Only, Sign, Standing, lay_out};
use wirediff::model::{Alignment, Article, Kind, Match, Op, Span};
use wirediff::split::article;

/// The paths in a folder that `choose` takes, in order.
fn paths(folder: &Path, choose: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| choose(path));
    paths.sort();
    paths
}

fn events() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events");
    paths(&root, Path::is_dir)
}

fn articles(event: &Path) -> Vec<Article> {
    let files = paths(event, |path| {
        path.extension().is_some_and(|end| end == "txt")
    });
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let named = |path: &PathBuf| article(path.display().to_string(), read(path), None);
    files.iter().map(named).collect()
}

const OPTIONS: LayoutOptions = LayoutOptions {
    width: 120,
    mode: LayoutMode::Columns,
    only: Only::ALL,
    marks: Marks::NONE,
    ..LayoutOptions::DEFAULT
};

/// The first sentences of the runs of the right article that the view shows as moved.
fn shown_as_moved(pair: &[Article]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let alignment = align(pair, &AlignOptions::default());
    let screen = lay_out(pair, &alignment, &OPTIONS);
    let cells = screen.rows().flat_map(|row| row.cells);
    let shown = cells
        .filter(|cell| cell.article == 1)
        .filter(|cell| cell.entries[0].standing == Standing::Own(Sign::Moved))
        .map(|cell| cell.entries[0].id.sentence);
    let in_rows = |start: usize, other: usize| {
        let mut groups = alignment.groups.iter();
        groups.any(|group| {
            group.members[0].sentences.start == start && group.members[1].sentences.start == other
        })
    };
    let moved = alignment.matches.iter().filter(|found| found.moved);
    let told = moved
        .filter(|found| in_rows(found.left.sentences.start, found.right.sentences.start))
        .map(|found| found.right.sentences.start);
    (shown.collect(), told.collect())
}

#[test]
fn what_the_aligner_calls_moved_is_shown_as_moved() {
    let mut count = 0;
    for event in events() {
        let articles = articles(&event);
        for (index, left) in articles.iter().enumerate() {
            for right in &articles[index + 1..] {
                let (shown, told) = shown_as_moved(&[left.clone(), right.clone()]);
                assert_eq!(shown, told, "{} {}", left.name, right.name);
                count += shown.len();
            }
        }
    }
    assert!(count > 0, "no fixture has a moved sentence");
}

#[test]
fn every_column_is_its_article_whole_and_in_order() {
    for event in events() {
        let articles = articles(&event);
        let alignment = align(&articles, &AlignOptions::default());
        let screen = lay_out(&articles, &alignment, &OPTIONS);
        let mut seen = vec![Vec::new(); articles.len()];
        for entry in screen
            .rows()
            .flat_map(|row| row.cells)
            .flat_map(|cell| cell.entries)
        {
            if let Standing::Own(_) = entry.standing {
                seen[entry.id.article].push(entry.id.sentence);
            }
        }
        for (article, seen) in articles.iter().zip(seen) {
            let all: Vec<usize> = (0..article.sentences.len()).collect();
            assert_eq!(seen, all, "{}", article.name);
        }
    }
}

/// For each sentence of each article, what the view marks in it, in whichever rows it stands.
fn marked(pair: &[Article], alignment: &Alignment) -> [Vec<String>; 2] {
    let mut marked = [0, 1].map(|side| vec![String::new(); pair[side].sentences.len()]);
    let screen = lay_out(pair, alignment, &OPTIONS);
    let cells = screen.rows().flat_map(|row| row.cells);
    for entry in cells.flat_map(|cell| cell.entries) {
        let marked = &mut marked[entry.id.article][entry.id.sentence];
        let pieces = entry.text.pieces();
        for (piece, _) in pieces.filter(|(_, look)| look.emphasis.is_some()) {
            *marked += piece;
            *marked += "|";
        }
    }
    marked
}

/// The words of a sentence that is in a match, and that no match of it kept.
fn changed<'a>(
    article: &'a Article,
    side: usize,
    sentence: usize,
    alignment: &Alignment,
) -> Vec<&'a str> {
    let run = |found: &Match| [&found.left, &found.right][side].sentences.clone();
    let own = || {
        let matches = alignment.matches.iter();
        matches.filter(|found| run(found).contains(&sentence))
    };
    let mut kept = Vec::new();
    for found in own() {
        let equal = found.edits.iter().filter(|edit| edit.op == Op::Equal);
        kept.extend(equal.map(|edit| [edit.left, edit.right][side]));
        let shifted = found.shifted.iter();
        kept.extend(shifted.map(|shift| [shift.left, shift.right][side]));
    }
    let is_unique = own().next().is_none();
    let words = &article.words[article.words_of(&(sentence..sentence + 1))];
    let is_kept = |word: &Span| {
        let mut kept = kept.iter();
        is_unique || kept.any(|kept| kept.start <= word.start && word.end <= kept.end)
    };
    let changed = words.iter().filter(|word| !is_kept(word));
    changed.map(|word| &article.text[word.range()]).collect()
}

#[test]
fn no_word_that_a_sentence_lost_or_gained_is_unmarked() {
    for event in events() {
        for pair in articles(&event).windows(2) {
            let alignment = align(pair, &AlignOptions::default());
            let marked = marked(pair, &alignment);
            for (side, article) in pair.iter().enumerate() {
                for (sentence, marked) in marked[side].iter().enumerate() {
                    for word in changed(article, side, sentence, &alignment) {
                        let text = article.sentence_text(sentence);
                        assert!(marked.contains(word), "{word} of {text:?}: {marked}");
                    }
                }
            }
        }
    }
}

#[test]
fn punctuation_that_changes_the_sense_is_marked_and_never_folded() {
    let pair = [
        "The mill will close. The mayor has resigned. Three people were hurt. He called it a theft.",
        "The mill will close. The mayor has resigned? Three people were hurt. He called it a “theft”.",
    ];
    let pair = pair.map(|text| article("a".to_owned(), text.to_owned(), None));
    let alignment = align(&pair, &AlignOptions::default());
    let [gone, new] = marked(&pair, &alignment);
    assert_eq!(gone, ["", ".|", "", ""]);
    assert_eq!(new, ["", "?|", "", "“|”|"]);
    assert!(
        alignment
            .matches
            .iter()
            .all(|found| found.kind == Kind::Identical)
    );
    let options = LayoutOptions {
        context: Some(0),
        ..OPTIONS
    };
    assert_eq!(lay_out(&pair, &alignment, &options).rows().count(), 4);
}

#[test]
fn a_part_that_stands_in_a_row_of_its_own_is_marked_there() {
    let pair = [
        "The paper mill in Lome will close for good by the end of March. The choice was made in Oslo. \
         About 90 people will not lose their jobs. It opened in 1961.",
        "The paper mill in Lome will close for good by the end of March, and about 90 people will \
         lose their jobs. It opened in 1961.",
    ];
    let pair = pair.map(|text| article("a".to_owned(), text.to_owned(), None));
    let marked = marked(&pair, &align(&pair, &AlignOptions::default()));
    assert_eq!(marked[0][2], "not|");
    assert_eq!(marked[1][0], ", and|");
    assert_eq!(marked[0][0], "");
}
