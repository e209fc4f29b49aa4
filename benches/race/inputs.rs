//! Writes the inputs of the race into a folder, the same ones every time.

#[path = "../generate/mod.rs"]
mod generate;

use std::path::Path;
use std::{env, fs, io};

use generate::{far, near};

const SEED: u64 = 1;
/// So many sentences make 5 KB.
const ARTICLE: usize = 35;
/// So many make 0.8 MB.
const LARGE: usize = 5560;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let write = |name: &str, (left, right): (String, String)| {
        fs::write(Path::new(&folder).join(format!("{name}-a.txt")), left)?;
        fs::write(Path::new(&folder).join(format!("{name}-b.txt")), right)
    };
    write("article", near(SEED, ARTICLE))?;
    write("near", near(SEED, LARGE))?;
    write("far", far(SEED, LARGE))
}
