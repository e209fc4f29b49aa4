//! Finds what stands inside quotation marks, in the styles of the languages of the wires.

use std::ops::Range;

use crate::model::Article;

/// The byte ranges of `article`'s text that are quoted, marks included, in order.
///
/// A quotation ends in the paragraph in which it starts, or goes on in the next one if that
/// starts with a quotation mark again. A mark that is never closed quotes nothing.
pub fn quoted(article: &Article) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    let mut open: Option<Open> = None;
    for paragraph in paragraphs(article) {
        let text = &article.text[paragraph.clone()];
        let goes_on = text.chars().next().and_then(closers).is_some();
        // Where the next paragraph opens anew, the one before was quoted to its end.
        if let Some(before) = open.take().filter(|_| goes_on) {
            quoted.push(before.start..before.paragraph_end);
        }
        open = in_paragraph(&article.text, paragraph, &mut quoted);
    }
    quoted
}

/// The byte ranges of `text` that are quoted within one sentence, marks included, in order.
pub fn in_sentence(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    in_paragraph(text, sentence, &mut quoted);
    quoted
}

/// Whether a character opens or closes quotations, or may be an apostrophe as well.
pub(crate) fn is_mark(c: char) -> bool {
    closers(c).is_some() || matches!(c, '’' | '」' | '』' | '〞' | '〟')
}

/// A quotation that its paragraph does not close.
struct Open {
    start: usize,
    paragraph_end: usize,
}

/// The bytes of each paragraph of sentences.
fn paragraphs(article: &Article) -> impl Iterator<Item = Range<usize>> + '_ {
    let sentences = article
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph);
    sentences.filter_map(|sentences| {
        let (first, last) = (sentences.first()?, sentences.last()?);
        Some(first.span.range().start..last.span.range().end)
    })
}

/// Adds the quotations of one paragraph; gives the one that stays open, if its end is missing.
fn in_paragraph(
    text: &str,
    paragraph: Range<usize>,
    quoted: &mut Vec<Range<usize>>,
) -> Option<Open> {
    let mut at = paragraph.start;
    let mut unclosed = None;
    // What is not closed once is not closed later: so each mark is searched for in vain once.
    let mut never_closed: Vec<char> = Vec::new();
    while let Some(mark) = text[at..paragraph.end].chars().next() {
        let next = at + mark.len_utf8();
        let opens = closers(mark).filter(|_| is_opening(text, at, mark));
        let close = |closers| match never_closed.contains(&mark) {
            true => None,
            false => end(text, next..paragraph.end, closers),
        };
        match opens.map(close) {
            Some(Some(end)) => {
                quoted.push(at..end);
                at = end;
            }
            Some(None) => {
                if !never_closed.contains(&mark) {
                    never_closed.push(mark);
                }
                unclosed.get_or_insert(Open {
                    start: at,
                    paragraph_end: paragraph.end,
                });
                at = next;
            }
            None => at = next,
        }
    }
    // A quotation after it shows that the mark was something else, such as inches.
    unclosed.filter(|open| quoted.last().is_none_or(|last| last.end <= open.start))
}

/// The marks that close what a mark opens; `None` for a character that opens nothing.
fn closers(opening: char) -> Option<&'static [char]> {
    Some(match opening {
        '"' => &['"', '”', '“'],
        '“' => &['”', '"'],
        '”' => &['”'],
        '„' | '‟' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '‘' => &['’', '\''],
        '‚' => &['‘', '’'],
        '\'' => &['\'', '’'],
        '`' => &['\'', '`', '’'],
        '「' => &['」'],
        '『' => &['』'],
        '〝' => &['〞', '〟'],
        '＂' => &['＂'],
        _ => return None,
    })
}

/// Marks that are apostrophes as well, between letters and after them.
fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '‘' | '`')
}

/// Whether the mark at byte `at` stands where a quotation may start.
fn is_opening(text: &str, at: usize, mark: char) -> bool {
    if matches!(mark, '„' | '‟' | '「' | '『' | '〝') {
        return true;
    }
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    let starts =
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | '%'));
    // A year or a decade may have lost its century: '90s.
    let follows = after.is_some_and(|c| match is_apostrophe(mark) {
        true => !c.is_whitespace() && !c.is_numeric(),
        // French sets a space inside its marks.
        false => !c.is_whitespace() || matches!(mark, '«' | '»' | '‹' | '›'),
    });
    starts && follows
}

/// The byte behind the first of `closers` that stands where a quotation may end.
fn end(text: &str, within: Range<usize>, closers: &[char]) -> Option<usize> {
    let inside = &text[within.clone()];
    let closes = |&(at, mark): &(usize, char)| {
        let after = inside[at + mark.len_utf8()..].chars().next();
        let before = inside[..at].chars().next_back();
        closers.contains(&mark)
            && (!is_apostrophe(mark)
                || (before.is_some_and(|c| !c.is_whitespace())
                    && after.is_none_or(|c| !c.is_alphanumeric())))
    };
    let (at, mark) = inside.char_indices().find(closes)?;
    Some(within.start + at + mark.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split;

    fn quotations(text: &str) -> Vec<String> {
        let article = split::article(String::new(), text.to_owned(), None);
        let ranges = quoted(&article);
        ranges
            .into_iter()
            .map(|r| article.text[r].to_owned())
            .collect()
    }

    #[test]
    fn each_style_is_known() {
        for (open, close) in [
            ("\"", "\""),
            ("“", "”"),
            ("„", "“"),
            ("”", "”"),
            ("« ", " »"),
            ("»", "«"),
            ("‹", "›"),
            ("‘", "’"),
            ("'", "'"),
            ("``", "''"),
            ("「", "」"),
        ] {
            let text =
                format!("She said: {open}We saw nothing, it was dark.{close} Then she left.");
            let said = format!("{open}We saw nothing, it was dark.{close}");
            let found = quotations(&text).concat();
            assert!(
                said.starts_with(&found) && found.contains("We saw nothing, it was dark."),
                "{text}: {found}"
            );
        }
    }

    #[test]
    fn a_sentence_alone_has_the_quotations_that_it_closes() {
        let text = "He called it \"a long grinding noise\" twice. \"Then";
        let ranges = in_sentence(text, 0..text.len());
        let quoted: Vec<_> = ranges.into_iter().map(|range| &text[range]).collect();
        assert_eq!(quoted, ["\"a long grinding noise\""]);
    }

    #[test]
    fn apostrophes_and_inches_quote_nothing() {
        for text in [
            "The captain's log and the sailors' tales of the '90s don't agree.",
            "The captain’s log and the sailors’ tales of the ’90s don’t agree.",
            "A 12\" gun was found beside a 9\" one.",
        ] {
            assert_eq!(quotations(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_ends_no_quotation() {
        assert_eq!(
            quotations("‘It wasn’t the captain’s fault,’ she said."),
            ["‘It wasn’t the captain’s fault,’"]
        );
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs_that_open_it_again() {
        let text = "“We saw nothing.\n\n“It was dark,” she said. She left.";
        assert_eq!(quotations(text), ["“We saw nothing.", "“It was dark,”"]);
    }

    #[test]
    fn a_mark_that_is_never_closed_quotes_nothing() {
        assert_eq!(
            quotations("“We saw nothing, she said.\n\nShe left.\n\nThe ship sank."),
            [""; 0]
        );
    }

    #[test]
    fn marks_that_are_never_closed_cost_no_more_than_others() {
        let text = "“oh ".repeat(200_000);
        assert_eq!(in_sentence(&text, 0..text.len()), [0..0; 0]);
    }
}
