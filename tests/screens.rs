//! Whole screens of the ferry articles, as a reader sees them: read them before accepting a
//! change.

use std::fs;

use wirediff::align::{AlignOptions, align};
use wirediff::layout::{LayoutOptions, lay_out};
use wirediff::model::Article;
use wirediff::render::terminal;
use wirediff::split::article;
use wirediff::theme::Theme;

/// One article of the ferry fixtures, named by its file alone.
fn ferry(name: &str) -> Article {
    let path = format!(
        "{}/fixtures/events/ferry/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    article(name.to_owned(), fs::read_to_string(path).unwrap(), None)
}

fn screen(names: &[&str], width: usize, theme: Theme) -> String {
    let articles: Vec<Article> = names.iter().map(|name| ferry(name)).collect();
    let alignment = align(&articles, &AlignOptions::default());
    let options = LayoutOptions {
        width,
        marks: theme.marks(),
        ..LayoutOptions::default()
    };
    let mut out = Vec::new();
    let lines = lay_out(&articles, &alignment, &options)
        .lines()
        .collect::<Vec<_>>();
    terminal::write(&mut out, lines, theme, &terminal::NO_LINKS).unwrap();
    String::from_utf8(out).unwrap()
}

/// Spells out the SGR codes that the standard theme uses: `‹bold blue›A1 =‹›`.
fn spelt_out(screen: &str) -> String {
    let mut parts = screen.split("\u{1b}[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (codes, rest) = part.split_once('m').unwrap();
        let names: Vec<&str> = codes.split(';').map(name_of).collect();
        text.push_str(&format!("‹{}›{rest}", names.join(" ")));
    }
    text
}

fn name_of(code: &str) -> &str {
    match code {
        "0" => "",
        "1" => "bold",
        "3" => "italic",
        "2" => "dim",
        "4" => "underlined",
        "30" => "black",
        "35" => "magenta",
        "43" => "on yellow",
        "44" => "on blue",
        "97" => "white",
        other => other,
    }
}

#[test]
fn two_articles_in_80_columns() {
    insta::assert_snapshot!(screen(&["wire.txt", "daily.txt"], 80, Theme::PLAIN));
}

#[test]
fn two_articles_in_160_columns() {
    insta::assert_snapshot!(screen(&["wire.txt", "daily.txt"], 160, Theme::PLAIN));
}

#[test]
fn three_articles_in_160_columns() {
    let names = ["wire.txt", "daily.txt", "courier.txt"];
    insta::assert_snapshot!(screen(&names, 160, Theme::PLAIN));
}

#[test]
fn two_articles_in_80_columns_with_colour() {
    insta::assert_snapshot!(spelt_out(&screen(
        &["wire.txt", "daily.txt"],
        80,
        Theme::STANDARD
    )));
}

#[test]
fn two_articles_in_160_columns_with_colour() {
    insta::assert_snapshot!(spelt_out(&screen(
        &["wire.txt", "daily.txt"],
        160,
        Theme::STANDARD
    )));
}
