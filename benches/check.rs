//! Times `wirediff check` on generated sources: one story, each further story, and ten times
//! fewer sources. Run it with `cargo bench --bench check`.
//!
//! The text is made from a fixed seed. All sources end in the same stock paragraph; a story
//! takes sentences from three of them, some with words changed.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const SOURCES: usize = 10_000;
const STORIES: usize = 100;
const SENTENCES: usize = 28;
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let desk = TempDir::new()?;
    let mut random = Random(20_240_611);
    let words = vocabulary(&mut random);
    let sources: Vec<Vec<String>> = (0..SOURCES).map(|_| article(&mut random, &words)).collect();
    write_all(&desk.path().join("many"), &sources)?;
    write_all(&desk.path().join("few"), &sources[..SOURCES / 10])?;
    let stories: Vec<_> = (0..=STORIES)
        .map(|_| story(&mut random, &words, &sources[..SOURCES / 10]))
        .collect();
    write_all(&desk.path().join("one"), &stories[..1])?;
    write_all(&desk.path().join("all"), &stories)?;

    let (few, _) = median(desk.path(), "few", "one")?;
    let (one, peak) = median(desk.path(), "many", "one")?;
    let (all, peak_all) = median(desk.path(), "many", "all")?;
    let further = (all.saturating_sub(one)) / STORIES as u32;
    println!("{} sources, one story    {few:>9.1?}", SOURCES / 10);
    println!(
        "{SOURCES} sources, one story   {one:>9.1?}  {} MB",
        peak / 1024
    );
    println!(
        "{SOURCES} sources, {} stories {all:>9.1?}  {} MB",
        STORIES + 1,
        peak_all / 1024
    );
    println!("each further story          {further:>9.1?}");
    Ok(())
}

/// The median time of a run, and the most memory that one took, in KiB.
fn median(desk: &Path, sources: &str, stories: &str) -> Result<(Duration, u64), Box<dyn Error>> {
    let mut times = Vec::new();
    let mut most = 0;
    for _ in 0..RUNS {
        let (time, peak) = run(desk, sources, stories)?;
        times.push(time);
        most = most.max(peak);
    }
    times.sort();
    Ok((times[RUNS / 2], most))
}

fn run(desk: &Path, sources: &str, stories: &str) -> Result<(Duration, u64), Box<dyn Error>> {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .current_dir(desk)
        .args([
            "check",
            "--no-config",
            "--threads",
            "2",
            "--format",
            "json",
            "--against",
        ])
        .args([sources, stories])
        .stdout(Stdio::null())
        .spawn()?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        // Where there is no such file, no memory is told.
        let status = fs::read_to_string(&status_file).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let value = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(value.unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed();
    // The stories are made to be flagged.
    assert_eq!(status.code(), Some(1), "the check did not go as it should");
    Ok((time, peak))
}

fn write_all(folder: &Path, articles: &[Vec<String>]) -> std::io::Result<()> {
    fs::create_dir(folder)?;
    for (number, sentences) in articles.iter().enumerate() {
        let paragraphs: Vec<_> = sentences.chunks(3).map(|some| some.join(" ")).collect();
        fs::write(
            folder.join(format!("{number:05}.txt")),
            paragraphs.join("\n\n"),
        )?;
    }
    Ok(())
}

/// A generator of numbers (SplitMix64, Steele et al. 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    /// A rank below `bound`, small ones far more often, as words are used (Zipf).
    fn rank(&mut self, bound: usize) -> usize {
        let even = (self.below(1 << 30) as f64 + 1.0) / f64::from(1 << 30);
        ((bound as f64).powf(even) - 1.0) as usize
    }
}

fn vocabulary(random: &mut Random) -> Vec<String> {
    const ONSETS: [&str; 12] = [
        "b", "d", "f", "gr", "k", "l", "m", "n", "p", "st", "tr", "v",
    ];
    const VOWELS: [&str; 6] = ["a", "e", "i", "o", "u", "ea"];
    let word = |_| {
        let syllables = 1 + random.below(3);
        (0..syllables)
            .map(|_| ONSETS[random.below(12)].to_owned() + VOWELS[random.below(6)])
            .collect()
    };
    (0..30_000).map(word).collect()
}

fn sentence(random: &mut Random, words: &[String]) -> String {
    let length = 10 + random.below(16);
    let text: Vec<&str> = (0..length)
        .map(|_| words[random.rank(words.len())].as_str())
        .collect();
    let text = text.join(" ");
    text[..1].to_uppercase() + &text[1..] + "."
}

const STOCK: &str = "For more on this and other stories, sign up to our morning letter, which \
    goes out at six on every working day, and follow us wherever you read.";

fn article(random: &mut Random, words: &[String]) -> Vec<String> {
    let mut sentences: Vec<_> = (0..SENTENCES).map(|_| sentence(random, words)).collect();
    sentences.push(STOCK.to_owned());
    sentences
}

fn story(random: &mut Random, words: &[String], sources: &[Vec<String>]) -> Vec<String> {
    let mut sentences: Vec<_> = (0..SENTENCES / 3)
        .map(|_| sentence(random, words))
        .collect();
    for _ in 0..3 {
        let source = &sources[random.below(sources.len())];
        for taken in &source[..SENTENCES / 4] {
            let mut taken: Vec<&str> = taken.split(' ').collect();
            let changed = random.below(taken.len());
            taken[changed] = &words[random.below(words.len())];
            sentences.insert(random.below(sentences.len()), taken.join(" "));
        }
    }
    sentences.push(STOCK.to_owned());
    sentences
}
