//! Lines of a screen as text with SGR styles, which close at the end of every line.

use std::io::{self, Write};

use crate::layout::Text;
use crate::theme::Theme;

/// Writes lines, each with a line feed, in the styles of a theme.
///
/// Errors are those of `out`, among them the one of a reader that went away.
pub fn write(
    out: &mut impl Write,
    lines: impl IntoIterator<Item = Text>,
    theme: Theme,
) -> io::Result<()> {
    for line in lines {
        for (piece, look) in line.pieces() {
            let style = theme.style(look);
            if style.is_plain() {
                out.write_all(piece.as_bytes())?;
            } else {
                write!(out, "{}", style.style(piece))?;
            }
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}
