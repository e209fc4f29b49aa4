//! The pictures in the README are what the program prints, as a terminal shows it.
//!
//! After a change that is meant, look at them anew: `PICTURES=write cargo test --test pictures`.

use std::env;
use std::fs;
use std::path::Path;

use anstyle::{Color, RgbColor};
use anstyle_svg::Term;
use assert_cmd::Command;

/// How many lines of the run are in the picture.
const LINES: usize = 30;

fn run(theme: &str) -> String {
    let mut command = Command::cargo_bin("wirediff").unwrap();
    command
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events/ferry"))
        .env_clear()
        .env("COLORTERM", "truecolor")
        .args(["--color", "always", "--theme", theme, "--width", "112"])
        .args(["wire.txt", "daily.txt"]);
    let output = String::from_utf8(command.output().unwrap().stdout).unwrap();
    output
        .lines()
        .take(LINES)
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The same text with a code of its own for each colour and effect, which is all that the
/// crate takes.
fn apart(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (codes, rest) = part.split_once('m').unwrap();
        let codes: Vec<&str> = codes.split(';').collect();
        let mut codes = codes.as_slice();
        while let Some(first) = codes.first() {
            let count = if matches!(*first, "38" | "48") { 5 } else { 1 };
            let (code, others) = codes.split_at(count);
            out.push_str(&format!("\u{1b}[{}m", code.join(";")));
            codes = others;
        }
        out.push_str(rest);
    }
    out
}

fn assert_picture(theme: &str, ink: RgbColor, ground: RgbColor) {
    let terminal = Term::new()
        .fg_color(Color::Rgb(ink))
        .bg_color(Color::Rgb(ground));
    let picture = terminal.render_svg(apart(&run(theme)).trim_end());
    let path = format!(
        "{}/fixtures/pictures/ferry-{theme}.svg",
        env!("CARGO_MANIFEST_DIR")
    );
    if env::var_os("PICTURES").is_some() {
        fs::write(&path, &picture).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    assert!(
        kept == picture,
        "{path} shows what is no longer printed; see {}",
        file!()
    );
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&format!("fixtures/pictures/ferry-{theme}.svg")));
}

#[test]
fn the_dark_picture_is_true() {
    assert_picture(
        "dark",
        RgbColor(0xe0, 0xe0, 0xe0),
        RgbColor(0x1e, 0x1e, 0x1e),
    );
}

#[test]
fn the_light_picture_is_true() {
    assert_picture(
        "light",
        RgbColor(0x24, 0x24, 0x24),
        RgbColor(0xff, 0xff, 0xff),
    );
}
