//! Pull quotes: a quotation set apart, with the name of its speaker and no stop at the end.

/// A longer block is no pull quote, in bytes.
const LONGEST: usize = 1000;
/// Nor is one with more than this after the quotation.
const LONGEST_NAME: usize = 120;

/// Whether `block` is one quotation and who said it: "We won. Twice." - Ann Lee
pub(super) fn is_pull_quote(block: &str) -> bool {
    let closing = match block.chars().next() {
        Some('"') => '"',
        Some('“') => '”',
        Some('„') => '“',
        Some('«') => '»',
        _ => return false,
    };
    if block.len() > LONGEST {
        return false;
    }
    if block.ends_with(['.', '!', '?', '…', ':', closing]) {
        return is_titled(block, closing);
    }
    name_after(block, closing).is_some()
}

/// The same where the name of the speaker is followed by the title of a work.
fn is_titled(block: &str, closing: char) -> bool {
    let body = block.strip_suffix(closing).unwrap_or("");
    let opening = if closing == '”' { '“' } else { closing };
    let title = body.rfind(opening).map(|at| &body[..at]);
    title.is_some_and(|before| before.ends_with(", ") && name_after(before, closing).is_some())
}

/// What follows the first closing mark, if it has the look of a name.
fn name_after(block: &str, closing: char) -> Option<&str> {
    let quotation = block.char_indices().skip(1);
    let mut ends = quotation.filter(|&(_, c)| c == closing);
    let (end, _) = ends.next()?;
    let name = block[end + closing.len_utf8()..].trim_start();
    let name = name.trim_start_matches(['-', '–', '—', '―', ' ']);
    let named = name.starts_with(char::is_uppercase) && name.len() <= LONGEST_NAME;
    let quoted = block[..end].ends_with(['.', '!', '?', '…']);
    (named && quoted && !name.contains(". ")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::is_pull_quote;

    #[test]
    fn a_quotation_and_a_name_is_one() {
        assert!(is_pull_quote("\"We won. Twice.\" - Ann Lee"));
        assert!(is_pull_quote("“We won. Twice.” — Ann Lee, captain"));
        assert!(is_pull_quote("„Wir haben gewonnen. Zweimal.“ Anna Lehr"));
        assert!(is_pull_quote(
            "\"We won. Twice.\" Ann Lee, \"Diary of a Captain\""
        ));
    }

    #[test]
    fn running_text_is_none() {
        assert!(!is_pull_quote("\"We won. Twice.\""));
        assert!(!is_pull_quote("\"We won. Twice.\" Ann Lee smiled."));
        assert!(!is_pull_quote("\"We won,\" she said. \"Twice.\""));
        assert!(!is_pull_quote("The crew won. - Ann Lee"));
        assert!(!is_pull_quote("\"We won. Twice.\" and so on"));
        assert!(!is_pull_quote("\"We won"));
    }
}
