//! An article at one glance: the signs of its sentences in a line.

use super::text::{Look, Role, SentenceId, Sign, Text};
use super::width::display_width;
use super::{Screen, cell};
use crate::parallel;

/// How many lines a strip may have.
const LINES: usize = 3;
/// How many rows one core asks for their signs at a time.
const PART: usize = 256;
/// Fewer such parts than this are asked before another core is awake.
const WORTH_A_THREAD: usize = 2;

/// The signs of an article's sentences.
pub(super) struct Strip {
    article: usize,
    signs: Vec<Sign>,
}

/// The strip of every article, in the order of the columns.
pub(super) fn of(screen: &Screen<'_>) -> Vec<Strip> {
    let articles = screen.links.articles.iter().enumerate();
    let mut strips: Vec<Strip> = articles
        .map(|(index, article)| Strip {
            article: index,
            signs: vec![Sign::Unique; article.sentences.len()],
        })
        .collect();
    let rows: Vec<usize> = (0..screen.plan.rows.len()).collect();
    let parts: Vec<&[usize]> = rows.chunks(PART).collect();
    let signs = parallel::map(&parts, WORTH_A_THREAD, |rows| {
        let signs = |&row| cell::signs(&screen.links, &screen.plan, row);
        rows.iter().flat_map(signs).collect::<Vec<_>>()
    });
    for (run, sign) in signs.into_iter().flatten() {
        strips[run.article].signs[run.sentences].fill(sign);
    }
    strips.sort_by_key(|strip| screen.plan.columns.place(strip.article));
    strips
}

impl Strip {
    /// The columns it takes with so many blanks between the signs.
    pub(super) fn width(&self, gap: usize) -> usize {
        ((1 + gap) * self.signs.len()).saturating_sub(gap)
    }

    /// Adds the signs with so many blanks between them.
    pub(super) fn push_all(&self, line: &mut Text, gap: usize) {
        for (sentence, &sign) in self.signs.iter().enumerate() {
            line.push_blank(if sentence > 0 { gap } else { 0 });
            self.push(line, sentence, sign);
        }
    }

    /// The signs as lines of their own. Where there are more than some lines hold, each mark
    /// stands for as many sentences as it must, by the sign that most of them have; how many
    /// they are stands at the end.
    pub(super) fn lines(&self, indent: usize, width: usize) -> Vec<Text> {
        let room = width.saturating_sub(indent).max(1);
        let each = self.signs.len().div_ceil(LINES * room).max(1);
        let marks: Vec<&[Sign]> = self.signs.chunks(each).collect();
        let mut lines = Vec::new();
        for (row, marks) in marks.chunks(room).enumerate() {
            let mut line = Text::new();
            line.push_blank(indent);
            for (mark, signs) in marks.iter().enumerate() {
                self.push(&mut line, (row * room + mark) * each, commonest(signs));
            }
            lines.push(line);
        }
        if each > 1 {
            self.tell_each(&mut lines, each, indent, width);
        }
        lines
    }

    /// Adds how many sentences a mark stands for, where the last line has room, else below.
    fn tell_each(&self, lines: &mut Vec<Text>, each: usize, indent: usize, width: usize) {
        let told = format!("×{each}");
        let room = |line: &&mut Text| line.width() + 1 + display_width(&told) <= width;
        if let Some(line) = lines.last_mut().filter(room) {
            line.push_blank(1);
            line.push(&told, Role::Note);
        } else if indent + display_width(&told) <= width {
            let mut line = Text::new();
            line.push_blank(indent);
            line.push(&told, Role::Note);
            lines.push(line);
        }
    }

    fn push(&self, line: &mut Text, sentence: usize, sign: Sign) {
        let mark = if sign == Sign::Unique {
            '·'
        } else {
            sign.symbol()
        };
        let look = Look {
            role: Role::Label(sign),
            emphasis: None,
            sentence: Some(SentenceId {
                article: self.article,
                sentence,
            }),
        };
        line.push_char(mark, look);
    }
}

/// The sign that most have; of equally common ones the one that tells most.
fn commonest(signs: &[Sign]) -> Sign {
    let count = |sign: Sign| signs.iter().filter(|&&other| other == sign).count();
    let by_count = Sign::ALL
        .into_iter()
        .max_by_key(|&sign| (count(sign), sign));
    by_count.unwrap_or(Sign::Unique)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize, width: usize) -> Vec<String> {
        let mut signs = vec![Sign::Identical; count];
        signs[0] = Sign::Moved;
        let strip = Strip { article: 0, signs };
        let lines = strip.lines(2, width);
        lines.iter().map(|line| line.as_str().to_owned()).collect()
    }

    #[test]
    fn every_sentence_has_a_sign_as_long_as_three_lines_hold_them() {
        assert_eq!(lines(5, 7), ["  ⇅===="]);
        assert_eq!(lines(12, 7), ["  ⇅====", "  =====", "  =="]);
        assert_eq!(lines(15, 7).len(), 3);
    }

    #[test]
    fn of_more_each_sign_tells_how_many_it_stands_for() {
        assert_eq!(lines(26, 8), ["  ⇅=====", "  ======", "  = ×2"]);
        assert_eq!(lines(30, 7), ["  ⇅====", "  =====", "  =====", "  ×2"]);
        assert_eq!(lines(300, 3), ["  =", "  =", "  ="]);
    }
}
