//! The word edits inside one match.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::{Article, Edit, Op, Span};
use crate::vocabulary::Tokens;

/// The largest table of word pairs for which the exact longest common subsequence is
/// computed, some 700 words a side. Beyond it similar's bounded search takes over: it may
/// find less, but in a time that no input can drive up.
const EXACT_TABLE: usize = 500_000;

/// The words that two sequences share in order: equal stretches and what lies between.
///
/// The ranges are indices of the sequences; the answer covers both.
pub(crate) fn word_diff(left: &[u32], right: &[u32]) -> Vec<DiffOp> {
    let exact = left.len().saturating_mul(right.len()) <= EXACT_TABLE;
    let algorithm = if exact {
        Algorithm::Lcs
    } else {
        Algorithm::Myers
    };
    capture_diff_slices(algorithm, left, right)
}

/// One side of a match.
type Side<'s> = (&'s Article, &'s Tokens);

/// A stretch of words on both sides, as indices into [`Article::words`].
struct Stretch {
    equal: bool,
    left: Range<usize>,
    right: Range<usize>,
}

/// The edits that turn a run of the left article into a run of the right one, in reading
/// order. Words are told apart as a reader tells them: case counts, typography does not.
///
/// The spans cover both runs. A changed stretch reaches from its first word to its last; the
/// space and punctuation around it belong to the equal stretches beside it. A lone small
/// word that two changes have in common by accident is part of the change.
pub fn edits(
    left: Side<'_>,
    left_run: &Range<usize>,
    right: Side<'_>,
    right_run: &Range<usize>,
) -> Vec<Edit> {
    let (left_words, right_words) = (left.0.words_of(left_run), right.0.words_of(right_run));
    let ops = word_diff(
        &left.1.exact[left_words.clone()],
        &right.1.exact[right_words.clone()],
    );
    let stretches = ops.iter().map(|op| Stretch {
        equal: matches!(op, DiffOp::Equal { .. }),
        left: shifted(op.old_range(), left_words.start),
        right: shifted(op.new_range(), right_words.start),
    });
    let stretches = calm(stretches.collect(), left.0);
    spans(
        &stretches,
        Words::of(left.0, left_run),
        Words::of(right.0, right_run),
    )
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The longest equal stretch, in words, that can be an accident between two changes.
const ACCIDENT: usize = 2;
/// The longest word, in bytes, that two unrelated phrases share by accident.
const SMALL_WORD: usize = 4;

/// Joins neighbouring changes, and takes into them the small words that both sides have
/// between longer changes: one phrase for another reads better than confetti.
fn calm(stretches: Vec<Stretch>, left: &Article) -> Vec<Stretch> {
    let small = |word: usize| {
        let bytes = left.words[word].range();
        bytes.len() <= SMALL_WORD && !left.text[bytes].contains(|c: char| c.is_ascii_digit())
    };
    let changed = |stretch: Option<&Stretch>| {
        stretch.is_some_and(|s| !s.equal && s.left.len().min(s.right.len()) > 0)
    };
    let accident = |at: usize| {
        let Stretch { equal, left, .. } = &stretches[at];
        let around = (
            at.checked_sub(1).and_then(|before| stretches.get(before)),
            stretches.get(at + 1),
        );
        *equal
            && left.len() <= ACCIDENT
            && left.clone().all(small)
            && changed(around.0)
            && changed(around.1)
    };
    let accidents: Vec<bool> = (0..stretches.len()).map(accident).collect();
    let mut calm: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for (stretch, accident) in stretches.into_iter().zip(accidents) {
        let equal = stretch.equal && !accident;
        match calm.last_mut() {
            Some(last) if last.equal == equal => {
                last.left.end = stretch.left.end;
                last.right.end = stretch.right.end;
            }
            _ => calm.push(Stretch { equal, ..stretch }),
        }
    }
    calm
}

/// The byte spans of stretches of words.
fn spans(stretches: &[Stretch], left: Words<'_>, right: Words<'_>) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(stretches.len() + 1);
    let mut done = (left.bytes.start, right.bytes.start);
    for change in stretches.iter().filter(|stretch| !stretch.equal) {
        let (left_span, right_span) = (left.span(&change.left), right.span(&change.right));
        push_equal(&mut edits, done, (left_span.start, right_span.start));
        let op = match (change.left.is_empty(), change.right.is_empty()) {
            (false, true) => Op::Delete,
            (true, _) => Op::Insert,
            (false, false) => Op::Replace,
        };
        edits.push(Edit {
            op,
            left: left_span,
            right: right_span,
        });
        done = (left_span.end, right_span.end);
    }
    push_equal(&mut edits, done, (left.bytes.end, right.bytes.end));
    edits
}

/// Records what lies between two changes, unless nothing does.
fn push_equal(edits: &mut Vec<Edit>, from: (u32, u32), to: (u32, u32)) {
    if from != to {
        let left = Span {
            start: from.0,
            end: to.0,
        };
        let right = Span {
            start: from.1,
            end: to.1,
        };
        edits.push(Edit {
            op: Op::Equal,
            left,
            right,
        });
    }
}

/// The words of a run and the bytes that it takes.
struct Words<'a> {
    article: &'a Article,
    words: Range<usize>,
    bytes: Span,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article, run: &Range<usize>) -> Self {
        let bytes = match &article.sentences[run.clone()] {
            [first, .., last] => Span {
                start: first.span.start,
                end: last.span.end,
            },
            [only] => only.span,
            [] => Span::default(),
        };
        Words {
            article,
            words: article.words_of(run),
            bytes,
        }
    }

    /// The bytes from the first to the last of some words. No words are the empty span before
    /// the word that follows them, or behind the last word of the run.
    fn span(&self, words: &Range<usize>) -> Span {
        let all = &self.article.words;
        if !words.is_empty() {
            Span {
                start: all[words.start].start,
                end: all[words.end - 1].end,
            }
        } else if words.start < self.words.end {
            Span {
                start: all[words.start].start,
                end: all[words.start].start,
            }
        } else if self.words.is_empty() {
            Span {
                start: self.bytes.end,
                end: self.bytes.end,
            }
        } else {
            let end = all[self.words.end - 1].end;
            Span { start: end, end }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sentence;
    use crate::vocabulary::Vocabulary;

    /// An article of one sentence whose words are parted by spaces; full stops and commas are
    /// no part of a word.
    fn article(text: &str) -> Article {
        let mut words = Vec::new();
        for word in text.split(' ') {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            words.push(Span::from(
                start..start + word.trim_end_matches(['.', ',']).len(),
            ));
        }
        let sentence = Sentence {
            span: Span::from(0..text.len()),
            line: 1,
            paragraph: 0,
            words: 0..words.len() as u32,
        };
        Article {
            text: text.to_owned(),
            sentences: vec![sentence],
            words,
            ..Article::default()
        }
    }

    /// Both sides with their edits in wdiff's brackets.
    fn marked(left: &str, right: &str) -> [String; 2] {
        let (left, right) = (article(left), article(right));
        let mut vocabulary = Vocabulary::default();
        let tokens = (vocabulary.tokens(&left), vocabulary.tokens(&right));
        let edits = edits((&left, &tokens.0), &(0..1), (&right, &tokens.1), &(0..1));
        let side = |article: &Article, of: fn(&Edit) -> Span, open: &str, close: &str| {
            let mut out = String::new();
            for edit in &edits {
                assert_eq!(
                    of(edit).start as usize,
                    out.replace(open, "").replace(close, "").len(),
                    "a gap"
                );
                match &article.text[of(edit).range()] {
                    text if edit.op == Op::Equal || text.is_empty() => out.push_str(text),
                    text => out.push_str(&format!("{open}{text}{close}")),
                }
            }
            out
        };
        [
            side(&left, |e| e.left, "[-", "-]"),
            side(&right, |e| e.right, "{+", "+}"),
        ]
    }

    #[test]
    fn a_change_is_marked_from_its_first_word_to_its_last() {
        assert_eq!(
            marked("It was blue, he said.", "It was very dark, he said."),
            [
                "It was [-blue-], he said.",
                "It was {+very dark+}, he said."
            ]
        );
        assert_eq!(
            marked("All were taken.", "All sixty were taken."),
            ["All were taken.", "All {+sixty+} were taken."]
        );
    }

    #[test]
    fn changes_at_the_ends_leave_the_full_stop_alone() {
        assert_eq!(
            marked("All were taken off.", "All were taken.")[0],
            "All were taken [-off-]."
        );
        assert_eq!(
            marked("Nobody was hurt.", "Nobody was hurt badly.")[1],
            "Nobody was hurt {+badly+}."
        );
        assert_eq!(
            marked("Nobody was hurt.", "Somebody was hurt."),
            ["[-Nobody-] was hurt.", "{+Somebody+} was hurt."]
        );
    }

    #[test]
    fn small_words_between_changes_are_part_of_the_change() {
        assert_eq!(
            marked(
                "They praised courage of the crew today.",
                "They lauded bravery of the sailors today."
            )[0],
            "They [-praised courage of the crew-] today."
        );
        assert_eq!(
            marked(
                "Rose 4 percent to 12 million.",
                "Fell 5 percent to 12 crowns."
            )[1],
            "{+Fell 5+} percent to 12 {+crowns+}."
        );
    }

    #[test]
    fn case_is_a_difference_and_typography_is_none() {
        assert_eq!(
            marked("The crew’s boat", "The crew's boat")[1],
            "The crew's boat"
        );
        assert_eq!(marked("The boat", "the boat")[1], "{+the+} boat");
    }

    #[test]
    fn what_shares_nothing_is_one_change() {
        assert_eq!(
            marked("one two", "three four five"),
            ["[-one two-]", "{+three four five+}"]
        );
    }
}
