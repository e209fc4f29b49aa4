//! Writes the worst inputs that we know into a folder: `NAME-a.txt` and `NAME-b.txt`, and the
//! many articles of one event.

#[path = "../generate/mod.rs"]
mod generate;

use std::path::PathBuf;
use std::{env, fs, io};

use generate::{Writer, near, reports, text};

const SEED: u64 = 6;
const COPIES: usize = 20_000;
const ALIKE: usize = 5_000;
const STOCK: usize = 100_000;
const ARTICLES: usize = 50;
const SENTENCES: usize = 40;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let write = |name: &str, left: String, right: String| {
        fs::write(folder.join(format!("{name}-a.txt")), left)?;
        fs::write(folder.join(format!("{name}-b.txt")), right)
    };
    let copies = "The minister gave no reason for it.\n".repeat(COPIES);
    write("copies", copies.clone(), copies.replacen("no", "a", 1))?;
    write("alike", alike("", 0), alike(" today", 0))?;
    write("alike-shifted", alike("", 0), alike("", 100))?;
    let (left, right) = near(SEED, 7_000);
    let run_on = |text: &str| text.replace(['.', '\n', '"'], " ");
    write("long-sentence", run_on(&left) + ".", run_on(&right) + ".")?;
    let (left, right) = near(SEED, 35_000);
    write("no-stops", run_on(&left), run_on(&right))?;
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
