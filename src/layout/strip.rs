//! An article at one glance: the signs of its sentences in a line.

use super::text::{Look, Role, SentenceId, Sign, Text};
use super::{Screen, cell};

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
    for row in 0..screen.plan.rows.len() {
        for (run, sign) in cell::signs(&screen.links, &screen.plan, row) {
            strips[run.article].signs[run.sentences].fill(sign);
        }
    }
    strips.sort_by_key(|strip| screen.plan.columns.place(strip.article));
    strips
}

impl Strip {
    /// The columns it takes with a space between the signs.
    pub(super) fn spaced_width(&self) -> usize {
        (2 * self.signs.len()).saturating_sub(1)
    }

    /// Adds the signs with a space between them.
    pub(super) fn push_spaced(&self, line: &mut Text) {
        for (sentence, &sign) in self.signs.iter().enumerate() {
            line.push_blank(usize::from(sentence > 0));
            self.push(line, sentence, sign);
        }
    }

    /// The signs as a line of its own. Where there are more than fit, each mark stands for as
    /// many sentences as it must, by the sign that most of them have.
    pub(super) fn line(&self, indent: usize, width: usize) -> Option<Text> {
        let room = width.saturating_sub(indent).max(1);
        let each = self.signs.len().div_ceil(room).max(1);
        let mut line = Text::new();
        line.push_blank(indent);
        for (mark, signs) in self.signs.chunks(each).enumerate() {
            self.push(&mut line, mark * each, commonest(signs));
        }
        (!self.signs.is_empty()).then_some(line)
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
    let by_count = signs.iter().max_by_key(|&&sign| (count(sign), sign));
    by_count.copied().unwrap_or(Sign::Unique)
}
