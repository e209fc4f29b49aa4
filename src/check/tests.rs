//! What a user relies on: the same figures as the viewer's, each word once, the right sources
//! among many.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

use super::*;
use crate::align::align;
use crate::model::Kind;
use crate::split;

const WIRE: &str = "The ferry Alma ran aground off Kestrel Point on Monday. \
    All 64 passengers were taken off by lifeboat within two hours. \
    \"Nobody was injured,\" the harbour master said. The Alma was built in 1987.";
const STORY: &str = "By Ann Lee\n\n\
    Fog had hidden the coast since dawn.\n\
    The ferry Alma ran aground off Kestrel Point on Monday.\n\
    All sixty-four passengers were taken to Lund by lifeboat within two hours.\n\
    \"Nobody was injured,\" the harbour master said.\n\
    Shops in Lund stayed shut (Meridian).";

fn text(name: &str, text: &str) -> Text {
    Text {
        path: PathBuf::from(name),
        text: text.to_owned(),
    }
}

/// What is found about a story, given sources that are called `0`, `1` and so on.
fn check(story: &str, sources: &[&str], options: &CheckOptions) -> Finding {
    let named = sources.iter().enumerate();
    let sources = named.map(|(number, source)| text(&number.to_string(), source));
    Sources::new(sources.collect(), None).check(text("story", story), None, options)
}

fn found(story: &str, sources: &[&str]) -> Finding {
    check(story, sources, &CheckOptions::default())
}

fn fair(fair: Fair) -> CheckOptions {
    CheckOptions {
        fair,
        ..CheckOptions::default()
    }
}

/// The articles of each event of the fixtures.
fn events() -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events");
    let mut events: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    events.sort();
    let articles = |event: PathBuf| {
        let mut files: Vec<_> = fs::read_dir(event)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        files.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
        files.sort();
        files
            .iter()
            .map(|file| fs::read_to_string(file).unwrap())
            .collect()
    };
    events.into_iter().map(articles).collect()
}

/// The share of a story's words in sentences that were linked to another article by hand.
fn linked(truth: &serde_json::Value, source: &str, story: &str) -> f64 {
    let sentences = truth["sentences"][story].as_array().unwrap();
    let words = |at: usize| sentences[at].as_str().unwrap().split_whitespace().count();
    let mut linked = vec![false; sentences.len()];
    for link in truth["links"].as_array().unwrap() {
        let [left, right] = ["left", "right"].map(|side| &link[side]);
        for (here, there) in [(left, right), (right, left)] {
            if here[0] == story && there[0] == source {
                let indices = here[1].as_array().unwrap().iter();
                indices.for_each(|at| linked[at.as_u64().unwrap() as usize] = true);
            }
        }
    }
    let of_linked: usize = (0..linked.len()).filter(|&at| linked[at]).map(words).sum();
    of_linked as f64 / (0..linked.len()).map(words).sum::<usize>() as f64
}

#[test]
fn verdicts_fit_the_links_of_the_fixtures() {
    let (mut right, mut all) = (0, 0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events");
    for event in fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let read = |name: &str| fs::read_to_string(event.join(name)).unwrap();
        let truth: serde_json::Value = serde_json::from_str(&read("truth.json")).unwrap();
        let files: Vec<_> = truth["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f.as_str().unwrap())
            .collect();
        for (at, source) in files.iter().enumerate() {
            for story in &files[at + 1..] {
                let verdict = found(&read(story), &[&read(source)]).verdict;
                let truly = match linked(&truth, source, story) {
                    share if share >= 0.65 => Verdict::WhollyDerived,
                    share if share >= 0.2 => Verdict::PartiallyDerived,
                    _ => Verdict::NonDerived,
                };
                let missed = truly == Verdict::WhollyDerived && verdict == Verdict::NonDerived;
                assert!(!missed, "{story} from {source}");
                right += usize::from(verdict == truly);
                all += 1;
            }
        }
    }
    assert!(all >= 50 && 4 * right >= 3 * all, "{right} of {all}");
}

#[test]
fn the_share_is_the_one_that_the_viewer_shows() {
    for event in events() {
        for (source, story) in event.iter().flat_map(|a| event.iter().map(move |b| (a, b))) {
            let pair =
                [source, story].map(|text| split::article(String::new(), text.clone(), None));
            let shares = align(&pair, &AlignOptions::default()).shares;
            let viewed = shares.iter().find(|share| share.article == 1).unwrap();
            let finding = found(story, &[source]);
            assert!((finding.share() - viewed.reused()).abs() < 1e-9);
            assert!(finding.reuse.words() <= finding.matched && finding.matched <= finding.words);
        }
    }
}

#[test]
fn a_word_counts_once_however_many_sources_have_it() {
    for event in events() {
        let (story, sources) = event.split_last().unwrap();
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        let all = found(story, &sources);
        let twice = found(story, &[&sources[..], &sources[..]].concat());
        assert_eq!((all.reuse, all.matched), (twice.reuse, twice.matched));
        assert!(all.share() <= 1.0);
        for (number, source) in sources.iter().enumerate() {
            let alone = found(story, &[source]).reuse;
            let among = all.sources.iter().find(|from| from.source == number);
            assert_eq!(among.map_or(0, |from| from.reuse.words()), alone.words());
            assert!(alone.words() <= all.reuse.words());
        }
    }
}

#[test]
fn a_copy_is_wholly_derived_and_a_stranger_is_not() {
    let copy = found(WIRE, &[WIRE]);
    assert_eq!((copy.share(), copy.verdict), (1.0, Verdict::WhollyDerived));
    assert_eq!(copy.longest_run.map(|run| run.words), Some(copy.words));
    let stranger = found("A bakery in Oslo sells bread by weight.", &[WIRE]);
    assert_eq!(
        (stranger.reuse.words(), stranger.verdict),
        (0, Verdict::NonDerived)
    );
    assert_eq!(stranger.longest_run, None);
    assert_eq!(found("", &[WIRE, ""]).verdict, Verdict::NonDerived);
}

#[test]
fn sentences_are_matched_though_all_their_words_are_written_otherwise() {
    let otherwise = |c: char| match c.is_ascii_lowercase() {
        true => c.to_ascii_uppercase(),
        false => c.to_ascii_lowercase(),
    };
    let story: String = WIRE.chars().map(otherwise).collect();
    let found = found(&story, &[WIRE]);
    assert_eq!(found.matched, found.words);
    assert_eq!(found.verdict, Verdict::WhollyDerived);
    assert!(found.reused.iter().all(|reused| reused.words > 0));
}

#[test]
fn a_story_is_not_held_against_itself() {
    let sources = Sources::new(vec![text("wire", WIRE), text("story", WIRE)], None);
    let finding = sources.check(text("story", WIRE), Some(1), &CheckOptions::default());
    assert_eq!(
        finding
            .sources
            .iter()
            .map(|from| from.source)
            .collect::<Vec<_>>(),
        [0]
    );
    assert!(finding.reused.iter().all(|reused| reused.also.is_empty()));
}

#[test]
fn evidence_says_what_was_made_from_what_and_where() {
    let finding = found(STORY, &[WIRE]);
    let [first, second, third] = &finding.reused[..] else {
        panic!("{:?}", finding.reused);
    };
    assert_eq!(
        first.story.text,
        "The ferry Alma ran aground off Kestrel Point on Monday."
    );
    assert_eq!(
        (first.kind, first.story.region.start.line),
        (Kind::Identical, 4)
    );
    assert_eq!(
        second.original.region.start,
        Position {
            line: 1,
            column: 57
        }
    );
    assert_eq!(second.kind, Kind::Edited);
    assert_eq!(third.story.region.start.line, 6);
    // From "by lifeboat" on, into the next sentence.
    let run = finding.longest_run.unwrap();
    assert_eq!(
        (run.words, run.story.start.line, run.story.end.line),
        (12, 5, 6)
    );
}

#[test]
fn what_several_sources_have_is_listed_once() {
    let late = format!("Nothing else happened. {WIRE}");
    let finding = found(STORY, &[&late, WIRE]);
    assert_eq!(finding.reused.len(), 3);
    for reused in &finding.reused {
        let also: Vec<usize> = reused.also.iter().map(|(source, _)| *source).collect();
        assert_eq!((reused.source, also), (0, vec![1]));
    }
}

#[test]
fn what_is_fair_is_left_out() {
    let all = found(STORY, &[WIRE]);
    let quotes = check(
        STORY,
        &[WIRE],
        &fair(Fair {
            quotes: true,
            ..Fair::default()
        }),
    );
    assert_eq!(
        (quotes.words, quotes.reuse.words()),
        (all.words - 3, all.reuse.words() - 3)
    );
    let lines = vec![Regex::new("^By |^Shops").unwrap()];
    let lines = check(
        STORY,
        &[WIRE],
        &fair(Fair {
            lines,
            ..Fair::default()
        }),
    );
    assert_eq!(
        (lines.words, lines.reuse.words()),
        (all.words - 9, all.reuse.words())
    );
    let long = check(
        STORY,
        &[WIRE],
        &fair(Fair {
            min_words: 8,
            ..Fair::default()
        }),
    );
    assert_eq!((long.words, long.reused.len()), (all.words, 2));
}

#[test]
fn limits_flag_and_a_credit_excuses() {
    let limits = |max_reuse, max_run| CheckOptions {
        limits: Limits {
            max_reuse,
            max_run,
            max_matched: None,
        },
        ..CheckOptions::default()
    };
    let share = found(STORY, &[WIRE]).share();
    let flagged = |options: &CheckOptions| check(STORY, &[WIRE], options).is_flagged();
    assert!(!flagged(&limits(share, None)), "a limit may be reached");
    assert!(flagged(&limits(share - 0.01, None)));
    assert!(flagged(&limits(1.0, Some(11))) && !flagged(&limits(1.0, Some(12))));
    let mut matched = limits(1.0, None);
    let all = found(STORY, &[WIRE]);
    matched.limits.max_matched = Some(all.share_of(all.matched));
    assert!(!flagged(&matched), "this one too");
    matched.limits.max_matched = Some(all.share_of(all.matched) - 0.01);
    assert!(flagged(&matched));
    let mut credited = limits(0.0, Some(1));
    credited.fair.credits = vec![Regex::new(r"\(Meridian\)").unwrap()];
    let finding = check(STORY, &[WIRE], &credited);
    assert_eq!((finding.is_flagged(), finding.excesses.len()), (false, 2));
    assert_eq!(finding.credit.as_deref(), Some("(Meridian)"));
}

/// Texts that share their words, but no more than a phrase here and there.
fn strangers(count: usize) -> Vec<String> {
    let mut state = 7u32;
    let mut word = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("w{}", state >> 21)
    };
    (0..count)
        .map(|_| (0..200).map(|_| word()).collect::<Vec<_>>().join(" ") + ".")
        .collect()
}

#[test]
fn the_sources_are_found_among_many() {
    for event in events() {
        let (story, sources) = event.split_last().unwrap();
        let crowd = strangers(300);
        let crowd = crowd.iter().chain(sources).map(String::as_str);
        let among_many = found(story, &crowd.collect::<Vec<_>>());
        let alone = found(
            story,
            &sources.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        assert_eq!(among_many.reuse, alone.reuse, "{}", &story[..40]);
    }
}

#[test]
fn stock_matter_in_every_source_hides_none() {
    let stock = "Sign up to our letter, which goes out at six on every working day of the year.";
    let crowd = strangers(1000);
    let mut sources: Vec<String> = crowd
        .iter()
        .map(|text| format!("{text}\n\n{stock}"))
        .collect();
    sources.insert(500, format!("{WIRE}\n\n{stock}"));
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    let finding = found(&format!("{STORY}\n\n{stock}"), &sources);
    assert_eq!(finding.sources[0].source, 500);
    assert_eq!(finding.reused.len(), 4, "the stock sentence counts as well");
}

#[test]
fn many_versions_of_one_report_do_not_hide_another_source() {
    let other = "A second storm is due on Friday, the weather office warned in a note to ships.";
    let versions: Vec<String> = (0..60)
        .map(|version| format!("{WIRE} Version {version}."))
        .collect();
    let mut sources: Vec<&str> = versions.iter().map(String::as_str).collect();
    sources.push(other);
    let finding = found(&format!("{STORY}\n{other}"), &sources);
    assert!(finding.sources.iter().any(|from| from.source == 60));
}
