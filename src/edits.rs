//! The word edits inside one match.

mod calm;
mod capitals;
mod sequences;
mod shifts;

use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, Replace};

pub(crate) use capitals::told_apart;
pub(crate) use sequences::compare;

use crate::fold::plain;
use crate::model::{Article, Edit, Op, Shift, Span};
use crate::quotes::is_mark;
use crate::vocabulary::Tokens;
use calm::Stretch;

/// The words that two sequences share in order: equal stretches and what lies between.
///
/// The ranges are indices of the sequences; the answer covers both.
fn word_diff(left: &[u32], right: &[u32]) -> Vec<DiffOp> {
    let mut ops = Replace::new(Capture::new());
    let Ok(()) = compare(&mut ops, left, right);
    ops.into_inner().into_ops()
}

/// One side of a match.
type Side<'s> = (&'s Article, &'s Tokens);

/// The edits that turn a run of the left article into a run of the right one, in reading
/// order. Words are told apart as a reader tells them: typography does not count, nor does case
/// where one of the runs is in capitals throughout, nor a capital that a word at either end of a
/// change has because it opens a sentence or a quotation, if the other one opens no sentence.
///
/// The spans cover both runs. A changed stretch reaches from its first word to its last, and
/// over the punctuation around it that only one side has; white space around it belongs to
/// the equal stretches. What one side alone has stands beside another change where it reads the
/// same there. Small words that two longer changes have in common by accident are
/// part of the change.
///
/// With them come the words that the right run has elsewhere than the left one, in the order of the
/// left one.
pub fn edits(
    left: Side<'_>,
    left_run: &Range<usize>,
    right: Side<'_>,
    right_run: &Range<usize>,
) -> (Vec<Edit>, Vec<Shift>) {
    let sides = [Words::of(left.0, left_run), Words::of(right.0, right_run)];
    let words = told_apart(left, left_run, right, right_run);
    if words[0] == words[1] {
        return (spans(&[], &sides), Vec::new());
    }
    let ops = word_diff(&words[0], &words[1]);
    let from = |start: usize, range: Range<usize>| start + range.start..start + range.end;
    let stretches = ops.iter().map(|op| Stretch {
        equal: matches!(op, DiffOp::Equal { .. }),
        sides: [
            from(sides[0].words.start, op.old_range()),
            from(sides[1].words.start, op.new_range()),
        ],
    });
    let stretches = capitals::without_openings(stretches, left, right);
    let stretches = calm::calmed(stretches.into_iter(), left, right);
    let edits = spans(&stretches, &sides);
    let shifts = shifts::shifted(&stretches, left, right).into_iter();
    let shifts = shifts.map(|[gone, new]| Shift {
        left: sides[0].within(&gone, &edits, |edit| edit.left),
        right: sides[1].within(&new, &edits, |edit| edit.right),
    });
    let mut shifts: Vec<Shift> = shifts.collect();
    shifts.sort_unstable_by_key(|shift| shift.left.start);
    (edits, shifts)
}

/// The byte spans of stretches of words.
fn spans(stretches: &[Stretch], [left, right]: &[Words<'_>; 2]) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(stretches.len() + 1);
    let mut done = (left.bytes().start, right.bytes().start);
    for change in stretches.iter().filter(|stretch| !stretch.equal) {
        let [gone, new] = &change.sides;
        let (left_span, right_span) = changed(left, gone, right, new);
        push_equal(&mut edits, done, (left_span.start, right_span.start));
        let op = match (
            left_span.start < left_span.end,
            right_span.start < right_span.end,
        ) {
            (true, false) => Op::Delete,
            (false, _) => Op::Insert,
            (true, true) => Op::Replace,
        };
        edits.push(Edit {
            op,
            left: left_span,
            right: right_span,
        });
        done = (left_span.end, right_span.end);
    }
    push_equal(&mut edits, done, (left.bytes().end, right.bytes().end));
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

/// The bytes that a change of words takes on either side: the words, and the punctuation
/// around them that the other side does not have in the same place.
fn changed(
    left: &Words<'_>,
    gone: &Range<usize>,
    right: &Words<'_>,
    new: &Range<usize>,
) -> (Span, Span) {
    let (gone_around, new_around) = (left.around(gone), right.around(new));
    match (gone.is_empty(), new.is_empty()) {
        (false, true) => (left.inserted(gone, new_around.0), right.nothing_at(new)),
        (true, false) => (left.nothing_at(gone), right.inserted(new, gone_around.0)),
        _ => {
            let before = alike(gone_around.0, new_around.0);
            let after = alike(gone_around.1, new_around.1);
            (
                left.words_and(gone, !before, !after),
                right.words_and(new, !before, !after),
            )
        }
    }
}

/// Whether two stretches between words are the same to a reader: any quotation mark for any
/// other, any dash, any white space, wide signs or narrow ones.
fn alike(one: &str, other: &str) -> bool {
    let seen = |gap: &str| {
        let mut seen = String::with_capacity(gap.len());
        for c in gap.chars().filter_map(plain) {
            let c = match c {
                c if is_mark(c) => '"',
                '–' | '—' | '―' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            if !(matches!(c, ' ' | '-' | '"') && seen.ends_with(c)) {
                seen.push(c);
            }
        }
        seen
    };
    one == other || seen(one) == seen(other)
}

/// The words of a run and the bytes that it takes.
struct Words<'a> {
    article: &'a Article,
    run: &'a Range<usize>,
    words: Range<usize>,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article, run: &'a Range<usize>) -> Self {
        Words {
            article,
            run,
            words: article.words_of(run),
        }
    }

    fn bytes(&self) -> Span {
        self.article.bytes_of(self.run).into()
    }

    /// The sentence of the run that a word stands in.
    fn sentence(&self, word: usize) -> Span {
        let sentences = &self.article.sentences[self.run.clone()];
        let at = sentences.partition_point(|sentence| sentence.words.end as usize <= word);
        sentences[at].span
    }

    /// Where the stretch before word `word` of the run begins and ends.
    fn gap(&self, word: usize) -> Span {
        let words = &self.article.words;
        let start = if word > self.words.start {
            words[word - 1].end
        } else {
            self.bytes().start
        };
        let end = if word < self.words.end {
            words[word].start
        } else {
            self.bytes().end
        };
        Span { start, end }
    }

    fn text(&self, span: Span) -> &'a str {
        &self.article.text[span.range()]
    }

    /// What stands between some words and their neighbours, before and after. Around no words
    /// that is the same stretch twice.
    fn around(&self, words: &Range<usize>) -> (&'a str, &'a str) {
        (
            self.text(self.gap(words.start)),
            self.text(self.gap(words.end)),
        )
    }

    /// The empty span where words are missing: before the word that follows, or behind the
    /// last one.
    fn nothing_at(&self, words: &Range<usize>) -> Span {
        let gap = self.gap(words.start);
        let at = if words.start < self.words.end {
            gap.end
        } else {
            gap.start
        };
        Span { start: at, end: at }
    }

    /// Words that the other side lacks, with the punctuation that went or came with them:
    /// that side has only `kept` there.
    fn inserted(&self, words: &Range<usize>, kept: &str) -> Span {
        let (before, after) = self.around(words);
        let (kept_before, kept_after) = (alike(before, kept), alike(after, kept));
        self.words_and(
            words,
            kept_after && !kept_before,
            kept_before && !kept_after,
        )
    }

    /// The bytes of words that are part of one of the edits: with the punctuation before and after
    /// them, as far as it is part of that edit too, no other word of it stands there, and it does
    /// not make a quotation of them.
    fn within(&self, words: &Range<usize>, edits: &[Edit], side: fn(&Edit) -> Span) -> Span {
        let (first, last) = (words.start, words.end - 1);
        let end = self.article.words[last].end;
        let edit = side(&edits[edits.partition_point(|edit| side(edit).end < end)]);
        let (before, after) = (self.gap(first), self.gap(last + 1));
        let has_marks = |gap: Span| self.text(gap).contains(is_mark);
        Span {
            start: match before.start > edit.start || has_marks(before) {
                true => before.end,
                false => edit.start,
            },
            end: match edit.end > after.end || has_marks(after) {
                true => after.start,
                false => edit.end,
            },
        }
    }

    /// Words with the punctuation of their own sentences before and after them, if it is asked
    /// for. White space at either end is left out.
    fn words_and(&self, words: &Range<usize>, before: bool, after: bool) -> Span {
        let (first, last) = (words.start, words.end - 1);
        let mut span = Span {
            start: self.article.words[first].start,
            end: self.article.words[last].end,
        };
        if before {
            span.start = self.gap(first).start.max(self.sentence(first).start);
        }
        if after {
            span.end = self.gap(last + 1).end.min(self.sentence(last).end);
        }
        let text = self.text(span);
        let start = span.start + (text.len() - text.trim_start().len()) as u32;
        Span {
            start,
            end: start + text.trim().len() as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sentence;
    use crate::vocabulary::Vocabulary;

    /// An article of one sentence.
    fn article(text: &str) -> Article {
        let mut words = Vec::new();
        crate::words::spans(text, Span::from(0..text.len()), &mut words);
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

    /// What is edited and shifted between two articles of one sentence.
    fn of_all(left: &Article, right: &Article) -> (Vec<Edit>, Vec<Shift>) {
        let (_, tokens) = Vocabulary::new(&[left, right]);
        let (left, right) = ((left, &tokens[0]), (right, &tokens[1]));
        edits(left, &(0..1), right, &(0..1))
    }

    /// Both sides with their edits in wdiff's brackets.
    fn marked(left: &str, right: &str) -> [String; 2] {
        let (left, right) = (article(left), article(right));
        let (edits, _) = of_all(&left, &right);
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

    /// What both sides have, but in another place, as either has it.
    fn shifted(left: &str, right: &str) -> Vec<[String; 2]> {
        let (left, right) = (article(left), article(right));
        let (_, shifts) = of_all(&left, &right);
        let text = |article: &Article, span: Span| article.text[span.range()].to_owned();
        let both = |shift: &Shift| [text(&left, shift.left), text(&right, shift.right)];
        shifts.iter().map(both).collect()
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
    fn punctuation_goes_with_the_words_that_it_belongs_to() {
        assert_eq!(
            marked("LUND (Tern) -- The ship sank.", "The ship sank.")[0],
            "[-LUND (Tern) ---] The ship sank."
        );
        assert_eq!(
            marked("He left, she said.", "He left.")[0],
            "He left[-, she said-]."
        );
        assert_eq!(
            marked("At 5:40 a.m. the ship left.", "At 5.40am the ship left."),
            [
                "At [-5:40 a.m.-] the ship left.",
                "At {+5.40am+} the ship left."
            ]
        );
        assert_eq!(
            marked("\"The hull held.\"", "He said: “our hull held.”"),
            ["[-\"The-] hull held.\"", "{+He said: “our+} hull held.”"]
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
    fn half_a_result_is_not_the_same() {
        assert_eq!(
            marked(
                "Lund beat Orle 3-2 on Monday.",
                "Lund drew 2-1 against Orle on Monday."
            )[1],
            "Lund {+drew 2-1 against Orle+} on Monday."
        );
        assert_eq!(
            marked("It was open from 9-12 then.", "It was open from 9-14 then.")[1],
            "It was open from 9-{+14+} then."
        );
    }

    #[test]
    fn changes_that_read_the_same_side_by_side_are_one() {
        assert_eq!(
            marked(
                "The ministry said in a statement.",
                "The ministry in Lund claimed in a statement."
            ),
            [
                "The ministry [-said-] in a statement.",
                "The ministry {+in Lund claimed+} in a statement."
            ]
        );
        assert_eq!(
            marked(
                "It closed on Monday the port of Lund.",
                "It closed on Monday on Friday the harbour of Lund."
            )[1],
            "It closed on Monday {+on Friday+} the {+harbour+} of Lund."
        );
    }

    #[test]
    fn a_currency_and_a_minus_are_differences() {
        assert_eq!(
            marked("It owes them $5 now.", "It owes them €5 now."),
            ["It owes them [-$5-] now.", "It owes them {+€5+} now."]
        );
        assert_eq!(
            marked("It fell to -3 in May.", "It fell to 3 in May."),
            ["It fell to [--3-] in May.", "It fell to {+3+} in May."]
        );
        assert_eq!(
            marked("At \u{2212}3.", "At -3."),
            ["At \u{2212}3.", "At -3."]
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
    fn a_capital_that_opens_a_sentence_is_no_difference() {
        assert_eq!(
            marked("On Friday the council met.", "The council met on Monday."),
            [
                "[-On Friday-] the council met.",
                "The council met {+on Monday+}."
            ]
        );
        assert_eq!(
            marked("\"The hull held.\"", "He said: “The hull held.”")[1],
            "{+He said+}: “The hull held.”"
        );
        assert_eq!(
            marked("He said the hull held.", "He said: “The hull held.”")[1],
            "He said: “The hull held.”"
        );
        assert_eq!(
            marked("“The hull held,” he said.", "He held that “the hull held”."),
            [
                "“The hull held,” [-he said-].",
                "{+He held that+} “the hull held”."
            ]
        );
        assert_eq!(
            marked("He said, \"The hull held.\"", "He said \"the hull held.\"")[1],
            "He said \"the hull held.\""
        );
        assert_eq!(
            marked("In Lund he met us.", "In Lund he met US.")[1],
            "In Lund he met {+US+}."
        );
        assert_eq!(
            marked("US is out.", "He told us is out.")[0],
            "[-US-] is out."
        );
        assert_eq!(
            marked("Then Bush left.", "Bush left.")[0],
            "[-Then-] Bush left."
        );
    }

    #[test]
    fn case_is_no_difference_to_a_text_in_capitals() {
        let [headline, sentence] = ["SHIP HITS 2 STRASSE PIERS", "Ship hits 3 Straße piers"];
        assert_eq!(
            marked(headline, sentence),
            [
                "SHIP HITS [-2-] STRASSE PIERS",
                "Ship hits {+3+} Straße piers"
            ]
        );
        assert_eq!(
            marked(sentence, headline)[1],
            "SHIP HITS {+2+} STRASSE PIERS"
        );
        assert_eq!(marked("UN", "un")[0], "[-UN-]");
    }

    #[test]
    fn what_shares_nothing_is_one_change() {
        assert_eq!(
            marked("one two", "three four five"),
            ["[-one two-]", "{+three four five+}"]
        );
    }

    #[test]
    fn an_attribution_is_kept_wherever_it_stands() {
        assert_eq!(
            shifted(
                "The cause was not known, the coast guard said.",
                "The coast guard said the cause was not known."
            ),
            [[", the", "the"], ["coast guard said"; 2]]
        );
        assert_eq!(
            shifted(
                "\"No one was hurt,\" police said late on Sunday.",
                "Police said: \"No one was hurt.\""
            ),
            [["police said", "Police said"]]
        );
    }

    #[test]
    fn small_words_that_stand_elsewhere_are_others_unless_they_are_the_whole_change() {
        let none: [[&str; 2]; 0] = [];
        assert_eq!(
            shifted(
                "Two of the boats sank near the pier in Lund.",
                "Many boats sank near the pier of the old town in Lund."
            ),
            none
        );
        assert_eq!(
            shifted("It is over, he said.", "He said it is over."),
            [[", he said", "He said"]]
        );
        assert_eq!(shifted("It was a port once.", "It was once a port."), none);
    }
}
