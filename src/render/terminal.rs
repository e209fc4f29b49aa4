//! Lines of a screen as text with SGR styles, which close at the end of every line.

use std::io::{self, Write};

use crate::layout::{Role, Screen, SentenceId, Text};
use crate::theme::Theme;

/// Writes lines, each with a line feed, in the styles of a theme; the numbers and signs of
/// sentences are links (OSC 8) to the addresses that `link` gives, if there are any (see
/// [`NO_LINKS`]). An address is made of printable ASCII characters alone.
///
/// Errors are those of `out`, among them the one of a reader that went away.
pub fn write(
    out: &mut (impl Write + ?Sized),
    lines: impl IntoIterator<Item = Text>,
    theme: Theme,
    link: &Option<impl Fn(SentenceId) -> Option<String>>,
) -> io::Result<()> {
    (lines.into_iter()).try_for_each(|line| write_line(out, &line, theme, link))
}

/// The addresses of sentences where there are none.
pub const NO_LINKS: Option<fn(SentenceId) -> Option<String>> = None;

/// Writes the body of a screen as [`write()`] does its lines, made on all cores.
///
/// Errors are those of `out`, among them the one of a reader that went away.
pub fn write_body(
    out: &mut (impl Write + ?Sized),
    screen: &Screen<'_>,
    theme: Theme,
    link: &Option<impl Fn(SentenceId) -> Option<String> + Sync>,
) -> io::Result<()> {
    let write = |line: &Text, bytes: &mut Vec<u8>| {
        // Memory takes all that it is given.
        let _ = write_line(bytes, line, theme, link);
    };
    let looks = !writes_plain(theme, link);
    screen.write_body(looks, write, |bytes| out.write_all(bytes))
}

/// Whether the looks of a line make no difference.
fn writes_plain<L>(theme: Theme, link: &Option<L>) -> bool {
    theme.is_plain() && link.is_none()
}

fn write_line(
    out: &mut (impl Write + ?Sized),
    line: &Text,
    theme: Theme,
    link: &Option<impl Fn(SentenceId) -> Option<String>>,
) -> io::Result<()> {
    let bytes = line.as_str().as_bytes();
    if writes_plain(theme, link) {
        out.write_all(bytes)?;
        return out.write_all(b"\n");
    }
    // Neighbours without a style are one stretch, written at once.
    let (mut written, mut at) = (0, 0);
    for (piece, look) in line.pieces() {
        let start = at;
        at += piece.len();
        let address = match look.role {
            Role::Label(_) | Role::GhostLabel => {
                link.as_ref().and_then(|link| link(look.sentence?))
            }
            _ => None,
        };
        let style = theme.style(look);
        if style.is_none() && address.is_none() {
            continue;
        }
        out.write_all(&bytes[written..start])?;
        written = at;
        if let Some(address) = &address {
            write!(out, "\u{1b}]8;;{address}\u{1b}\\")?;
        }
        match style {
            Some(style) => write!(out, "{}", style.style(piece))?,
            None => out.write_all(piece.as_bytes())?,
        }
        if address.is_some() {
            out.write_all(b"\x1b]8;;\x1b\\")?;
        }
    }
    out.write_all(&bytes[written..])?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::align::{AlignOptions, align};
    use crate::layout::sample::{Sample, any_sample};
    use crate::layout::{LayoutOptions, Marks, lay_out};
    use crate::model::Lang;
    use crate::split;

    fn written(sample: &Sample, width: usize, theme: Theme, marks: Marks) -> String {
        let options = LayoutOptions {
            width,
            marks,
            ..LayoutOptions::default()
        };
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        let mut out = Vec::new();
        write(&mut out, screen.lines(), theme, &NO_LINKS).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// A line without its SGR codes, and whether a style was open at its end.
    fn without_styles(line: &str) -> (String, bool) {
        let mut parts = line.split("\u{1b}[");
        let mut text = parts.next().unwrap_or_default().to_owned();
        let mut open = false;
        for part in parts {
            let (code, rest) = part.split_once('m').unwrap();
            assert!(
                code.bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b';'),
                "{code}"
            );
            open = code != "0";
            text.push_str(rest);
        }
        (text, open)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn styles_add_nothing_and_close_on_every_line(sample in any_sample(), width in 1usize..160) {
            let plain = written(&sample, width, Theme::PLAIN, Marks::NONE);
            let escapes = plain.matches('\u{1b}').count();
            prop_assert_eq!(escapes, 0);
            let coloured = written(&sample, width, Theme::STANDARD, Marks::NONE);
            prop_assert_eq!(coloured.lines().count(), plain.lines().count());
            for (coloured, plain) in coloured.lines().zip(plain.lines()) {
                let (text, open) = without_styles(coloured);
                prop_assert_eq!(text, plain);
                prop_assert!(!open, "{:?}", coloured);
            }
        }
    }

    #[test]
    fn what_is_coloured_is_coloured() {
        let sample = Sample::new(&[1, 1]).group(&["A1", "B1"]);
        let out = written(&sample, 80, Theme::STANDARD, Marks::NONE);
        assert!(out.lines().last().unwrap().contains('\u{1b}'), "{out:?}");
    }

    #[test]
    fn all_cores_write_what_one_does() {
        let text = |word: &str| -> String {
            let sentence = |at| match at {
                300 => format!("{} ended.\n", "Never ".repeat(8000)),
                _ => format!("The {word} number {at} was counted.\n"),
            };
            (0..900).map(sentence).collect()
        };
        let split = |word: &str| split::article(word.to_owned(), text(word), Some(Lang::English));
        let articles = [split("vote"), split("ballot")];
        let alignment = align(&articles, &AlignOptions::default());
        for width in [30, 100] {
            let options = LayoutOptions {
                width,
                ..LayoutOptions::default()
            };
            let screen = lay_out(&articles, &alignment, &options);
            let (mut one, mut all) = (Vec::new(), Vec::new());
            write(&mut one, screen.body(), Theme::STANDARD, &NO_LINKS).unwrap();
            write_body(&mut all, &screen, Theme::STANDARD, &NO_LINKS).unwrap();
            assert!(one == all, "they differ at width {width}");
        }
    }

    #[test]
    fn numbers_are_links_that_close_at_once() {
        let sample = Sample::new(&[1, 1]).group(&["A1", "B1"]);
        let options = LayoutOptions::default();
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        let mut out = Vec::new();
        let link = |id: SentenceId| (id.article == 1).then(|| format!("x:{}", id.sentence));
        write_body(&mut out, &screen, Theme::PLAIN, &Some(link)).unwrap();
        let text = String::from_utf8(out).unwrap();
        let (before, link) = text.split_once("\u{1b}]8;;x:0\u{1b}\\").unwrap();
        assert!(!before.contains('\u{1b}'), "{before}");
        assert!(link.starts_with("B1 =\u{1b}]8;;\u{1b}\\ Word"), "{link}");
    }

    #[test]
    fn an_error_of_the_writer_is_the_caller_s() {
        let sample = Sample::new(&[1, 1]);
        let options = LayoutOptions::default();
        let screen = lay_out(&sample.articles, &sample.alignment, &options);
        let mut full: &mut [u8] = &mut [0; 4];
        let error = write(&mut full, screen.lines(), Theme::PLAIN, &NO_LINKS).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::WriteZero);
    }
}
