//! Writes inputs into a folder, the same ones every time: `race` for the race against other
//! tools, `hostile` for the worst that we know, `growth` for ever longer ones. All but the many
//! articles are pairs, `NAME-a.txt` and `NAME-b.txt`.

#[path = "mod.rs"]
mod generate;

use std::collections::HashSet;
use std::path::Path;
use std::{env, fs, io};

use generate::{Random, Writer, far, near, reports, text};

const SEED: u64 = 1;
/// So many sentences make 5 KB.
const ARTICLE: usize = 35;
/// So many make 0.8 MB.
const LARGE: usize = 5560;
const COPIES: usize = 20_000;
const ALIKE: usize = 5_000;
const QUOTED: usize = 7_000;
// How many short sentences count votes, and how many votes one sentence lists.
const WARDS: usize = 12_000;
const LISTED: usize = 100_000;
// 5 MB of one word, and twice as much of it; 5 MB of control sequences without an end.
const CHORUS: usize = 1_600_000;
const ESCAPES: usize = 2_500_000;
const STOCK: usize = 100_000;
const ARTICLES: usize = 50;
const SENTENCES: usize = 40;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [what, folder] = arguments.as_slice() else {
        return Err(io::Error::other(
            "give race, hostile or growth, and a folder",
        ));
    };
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    match what.as_str() {
        "race" => race(folder),
        "hostile" => hostile(folder),
        _ => growth(folder),
    }
}

fn write_pair(folder: &Path, name: &str, (left, right): (String, String)) -> io::Result<()> {
    fs::write(folder.join(format!("{name}-a.txt")), left)?;
    fs::write(folder.join(format!("{name}-b.txt")), right)
}

fn race(folder: &Path) -> io::Result<()> {
    write_pair(folder, "article", near(SEED, ARTICLE))?;
    write_pair(folder, "near", near(SEED, LARGE))?;
    write_pair(folder, "far", far(SEED, LARGE))?;
    write_pair(folder, "reworked", reworked(far(SEED, LARGE)))
}

/// The same texts, but that no sentence stands in both as it is: the right one has a word more.
fn reworked((left, right): (String, String)) -> (String, String) {
    let known: HashSet<&str> = left.lines().collect();
    let right = right
        .lines()
        .map(|sentence| match known.contains(sentence) {
            true => sentence.replacen(' ', " then ", 1) + "\n",
            false => format!("{sentence}\n"),
        });
    let right = right.collect();
    (left, right)
}

/// Pairs that have ten times as many sentences from one to the next, up to 10^6 in all.
fn growth(folder: &Path) -> io::Result<()> {
    for sentences in [5_000, 50_000, 500_000] {
        write_pair(folder, &format!("near-{sentences}"), near(SEED, sentences))?;
        write_pair(folder, &format!("far-{sentences}"), far(SEED, sentences))?;
    }
    Ok(())
}

/// The worst inputs that we know, and many articles of one event.
fn hostile(folder: &Path) -> io::Result<()> {
    let write = |name: &str, left: String, right: String| write_pair(folder, name, (left, right));
    let copies = "The minister gave no reason for it.\n".repeat(COPIES);
    write("copies", copies.clone(), copies.replacen("no", "a", 1))?;
    write("alike", alike("", 0), alike(" today", 0))?;
    write("alike-shifted", alike("", 0), alike("", 100))?;
    let (left, right) = near(SEED, 7_000);
    let run_on = |text: &str| text.replace(['.', '?', '\n', '"'], " ");
    write("long-sentence", run_on(&left) + ".", run_on(&right) + ".")?;
    let (left, right) = near(SEED, 3_000);
    write("stops-on-one-side", left, run_on(&right) + ".")?;
    let (left, right) = quoted();
    write("quotes-on-one-side", left, right)?;
    let (left, right) = counted();
    write("list-on-one-side", left, right)?;
    let (left, right) = near(SEED, 35_000);
    write("no-stops", run_on(&left), run_on(&right))?;
    write("four-words", four_words(SEED), four_words(SEED + 1))?;
    let unspaced = unspaced(SEED);
    let other = unspaced.replace('ก', "ข");
    write("unspaced", unspaced, other)?;
    let chorus = "oh ".repeat(CHORUS);
    write(
        "chorus",
        format!("ax {chorus}"),
        format!("by {chorus}{chorus}"),
    )?;
    write("escapes", "\x1b[".repeat(ESCAPES), "\x1b]".repeat(ESCAPES))?;
    let word = "x".repeat(1 << 20);
    write("long-word", word.clone(), word + "y")?;
    write("stock", stock(SEED), stock(SEED + 1))?;
    let (mut left, mut right) = (String::new(), String::new());
    for _ in 0..200_000 {
        left.push_str("字。");
        right.push_str("字！");
    }
    write("tiny-sentences", left, right)?;
    for (number, sentences) in reports(SEED, ARTICLES, SENTENCES).iter().enumerate() {
        fs::write(
            folder.join(format!("many-{number:02}.txt")),
            text(sentences),
        )?;
    }
    Ok(())
}

/// Five megabytes of few words, where much is alike and nothing belongs together.
fn four_words(seed: u64) -> String {
    let mut random = Random::new(seed);
    let mut text = String::new();
    while text.len() < 5_000_000 {
        text += ["alpha ", "beta ", "gamma ", "delta "][random.below(4)];
    }
    text
}

/// Five megabytes of Thai letters, as no dictionary knows them, without a blank.
fn unspaced(seed: u64) -> String {
    let letters: Vec<char> = ('ก'..='า').collect();
    let mut random = Random::new(seed);
    let mut text = String::new();
    while text.len() < 5_000_000 {
        text.push(letters[random.below(letters.len())]);
    }
    text
}

/// Sentences that quote words which no other one has, and a single sentence that quotes five of each.
fn quoted() -> (String, String) {
    let letters = |number: usize| -> String {
        let letter = |place| char::from(b'a' + (number / 26usize.pow(place) % 26) as u8);
        (0..4).map(letter).collect()
    };
    let words = |number: usize| {
        let words: Vec<String> = (1..6).map(|at| letters(7 * number + at)).collect();
        words.join(" ")
    };
    let alone = |number| {
        let (words, own) = (words(number), letters(200_000 + number));
        format!("\"Zz{own} {words},\" {} {own}z.", letters(7 * number))
    };
    let joined = |number| format!("\"x{} {}\"", letters(300_000 + number), words(number));
    let joined: Vec<String> = (0..QUOTED).map(joined).collect();
    (
        text(&(0..QUOTED).map(alone).collect::<Vec<_>>()),
        joined.join(" and ") + ".\n",
    )
}

/// Short sentences that count votes, and one sentence that lists them. By its first letter it is the
/// one in which counterparts are sought.
fn counted() -> (String, String) {
    let vote = |number: usize| 10_000_000 + number % LISTED;
    let ward = |ward: usize| {
        let (one, other) = (vote(7 * ward), vote(13 * ward));
        format!("The council of ward {ward} counted {one} and {other} votes in the town.")
    };
    let listed: Vec<String> = (0..LISTED).map(|number| vote(number).to_string()).collect();
    (
        text(&(0..WARDS).map(ward).collect::<Vec<_>>()),
        format!(
            "Votes that the council counted in the town: {}.\n",
            listed.join(" ")
        ),
    )
}

/// Sentences that differ in one word, a number that counts from `first`.
fn alike(more: &str, first: usize) -> String {
    let sentence = |number| {
        format!("District {number} reported that all its polling stations opened on time{more}.")
    };
    let sentences: Vec<String> = (first..first + ALIKE).map(sentence).collect();
    text(&sentences)
}

/// Sentences that share a long stock phrase and are otherwise different.
fn stock(seed: u64) -> String {
    let mut writer = Writer::new(seed);
    let event = writer.event();
    let sentence = |_| {
        let own = writer.sentence(&event);
        format!(
            "The spokesman for the ministry of foreign affairs of the republic said on Monday that {own}"
        )
    };
    text(&(0..STOCK).map(sentence).collect::<Vec<_>>())
}
