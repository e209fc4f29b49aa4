//! The nouns that all stages share: articles and their sentences, matches between
//! them, and groups over all of them.

use std::ops::Range;

/// A text that was split into sentences.
///
/// All spans are byte ranges of `text`, end exclusive, on character boundaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The name the reader knows it by, usually a path.
    pub name: String,
    /// The whole text, as it was decoded.
    pub text: String,
    /// The language whose rules split and fold it.
    pub lang: Lang,
    /// The sentences in reading order; they never overlap.
    pub sentences: Vec<Sentence>,
    /// The words of all sentences in reading order: what holds a letter or a digit, and the signs
    /// that say as much ("%").
    pub words: Vec<Span>,
}

impl Article {
    /// The text of sentence `index`, unchanged.
    pub fn sentence_text(&self, index: usize) -> &str {
        &self.text[self.sentences[index].span.range()]
    }

    /// The text of word `index` of [`Article::words`], unchanged.
    pub fn word_text(&self, index: usize) -> &str {
        &self.text[self.words[index].range()]
    }

    /// The range in [`Article::words`] that the words of a run of neighbouring sentences take.
    ///
    /// An empty run has no words.
    pub fn words_of(&self, run: &Range<usize>) -> Range<usize> {
        match self.sentences.get(run.clone()) {
            Some([first, .., last]) => first.words.start as usize..last.words.end as usize,
            Some([only]) => only.words.start as usize..only.words.end as usize,
            _ => 0..0,
        }
    }

    /// The bytes from the first to the last of some neighbouring sentences; an empty run has none.
    pub fn bytes_of(&self, run: &Range<usize>) -> Range<usize> {
        match self.sentences.get(run.clone()) {
            Some([first, .., last]) => first.span.range().start..last.span.range().end,
            Some([only]) => only.span.range(),
            _ => 0..0,
        }
    }

    /// Whether sentence `index` is the first one of its paragraph.
    pub fn starts_paragraph(&self, index: usize) -> bool {
        let paragraph = |index: usize| self.sentences[index].paragraph;
        index == 0 || paragraph(index - 1) != paragraph(index)
    }
}

/// The label of the article at `index` (from 0) in the order given: A, B, … Z, AA, AB, …
pub fn label(index: usize) -> String {
    let mut letters = match index / 26 {
        // With room for the number of a sentence.
        0 => String::with_capacity(8),
        round => label(round - 1),
    };
    letters.push(char::from(b'A' + (index % 26) as u8));
    letters
}

/// A byte range of an article's text, end exclusive. Half the size of a `Range<usize>`,
/// because there is one for each word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span as a range that slices a text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    /// A text is at most 4 GiB long ([`crate::load`] sees to it), so its offsets fit.
    fn from(range: Range<usize>) -> Self {
        Span {
            start: range.start as u32,
            end: range.end as u32,
        }
    }
}

/// One sentence of an article, or what stands as one: a headline, a by-line, a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The bytes of the article's text, without white space around them.
    pub span: Span,
    /// The line on which it starts, from 1.
    pub line: u32,
    /// The paragraph in which it stands, from 0.
    pub paragraph: u32,
    /// The indices of its words in [`Article::words`].
    pub words: Range<u32>,
}

/// The languages whose abbreviations, ordinals and stems are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English, and the fallback for every language not listed.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Polish.
    Polish,
    /// Czech.
    Czech,
    /// Russian.
    Russian,
    /// Arabic.
    Arabic,
    /// Chinese.
    Chinese,
    /// Japanese.
    Japanese,
    /// Hindi.
    Hindi,
}

/// A run of neighbouring sentences of one article: one sentence, or several where a
/// sentence was split or merged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// The index of the article.
    pub article: usize,
    /// The indices of the sentences; never empty.
    pub sentences: Range<usize>,
}

impl Run {
    /// Whether two runs have a sentence in common.
    pub(crate) fn overlaps(&self, other: &Run) -> bool {
        self.article == other.article
            && self.sentences.start < other.sentences.end
            && other.sentences.start < self.sentences.end
    }
}

/// How much of a sentence was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same words in the same order. Case counts, unless one side is in capitals throughout or
    /// has those of a title.
    Identical,
    /// Near-identical.
    Edited,
    /// Clearly the same sentence, but reworked, or kept only in part.
    Rewritten,
}

impl Kind {
    /// The name, for people and programs alike.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Identical => "identical",
            Kind::Edited => "edited",
            Kind::Rewritten => "rewritten",
        }
    }
}

/// Two runs of sentences, in two articles, that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The run in the earlier article.
    pub left: Run,
    /// The run in the later article.
    pub right: Run,
    /// How much was kept.
    pub kind: Kind,
    /// The similarity on which the pair was accepted, 0 to 1.
    pub score: f64,
    /// Whether the pair stands out of the common order of its two articles.
    pub moved: bool,
    /// The word edits, in reading order; together they cover both runs.
    pub edits: Vec<Edit>,
    /// The words among the edits that both runs have, but in other places; in the order of the
    /// left run.
    pub shifted: Vec<Shift>,
    /// What differs of the punctuation beside equal words, where that changes their sense: question
    /// and exclamation marks, and quotation marks that one side alone has. In reading order, within
    /// equal edits.
    pub punctuation: Vec<Edit>,
}

impl Match {
    /// The side that is in `article`, which is one of the two.
    pub(crate) fn near_side(&self, article: usize) -> &Run {
        if self.left.article == article {
            &self.left
        } else {
            &self.right
        }
    }

    /// The bytes of `article`, which is one of the two, that the match keeps in their places; in order.
    pub(crate) fn in_place(&self, article: usize) -> impl Iterator<Item = Span> {
        let equal = self.edits.iter().filter(|edit| edit.op == Op::Equal);
        equal.map(move |edit| self.side_of(article, edit.left, edit.right))
    }

    /// The bytes of `article`, which is one of the two, of punctuation that differs; in order.
    pub(crate) fn punctuation_of(&self, article: usize) -> impl Iterator<Item = Span> {
        let punctuation = self.punctuation.iter();
        punctuation.map(move |edit| self.side_of(article, edit.left, edit.right))
    }

    /// Whether nothing differs between the two runs, not even the sense that punctuation gives them.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.punctuation.is_empty() && self.edits.iter().all(|edit| edit.op == Op::Equal)
    }

    /// The bytes of `article`, which is one of the two, that the match keeps in other places; in the
    /// order of the left article.
    pub(crate) fn elsewhere(&self, article: usize) -> impl Iterator<Item = Span> {
        let shifted = self.shifted.iter();
        shifted.map(move |shift| self.side_of(article, shift.left, shift.right))
    }

    fn side_of(&self, article: usize, left: Span, right: Span) -> Span {
        match self.left.article == article {
            true => left,
            false => right,
        }
    }

    /// The side that is not in `article`, which is one of the two.
    pub(crate) fn far_side(&self, article: usize) -> &Run {
        if self.left.article == article {
            &self.right
        } else {
            &self.left
        }
    }
}

/// What one stretch of a match does to the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// The same words on both sides, though the case may differ beside a run in capitals or a title,
    /// and that of a first letter where the word that has a capital opens a sentence or a quotation.
    Equal,
    /// Words of the left side only.
    Delete,
    /// Words of the right side only.
    Insert,
    /// Words of the left side that stand as others on the right.
    Replace,
}

impl Op {
    /// The name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Op::Equal => "equal",
            Op::Delete => "delete",
            Op::Insert => "insert",
            Op::Replace => "replace",
        }
    }
}

/// One stretch of a match; the side that has no part in it is an empty span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What it does.
    pub op: Op,
    /// The bytes of the left article's text.
    pub left: Span,
    /// The bytes of the right article's text.
    pub right: Span,
}

/// Words that a match keeps in another place of the sentence. Case does not count in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shift {
    /// The bytes of the left article's text, within an edit that is not equal.
    pub left: Span,
    /// The bytes of the right article's text, within another such edit.
    pub right: Span,
}

/// A row of the view: runs that stand side by side, in the order of the articles, one an
/// article at most and two at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The runs. Each is backed by a match with at least one other member.
    pub members: Vec<Run>,
}

/// How much of one article's words is kept from another, as shares of all its words (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The article whose words are counted.
    pub article: usize,
    /// The article in which they stand too.
    pub from: usize,
    /// Kept in identical sentences.
    pub identical: f64,
    /// Kept in edited ones.
    pub edited: f64,
    /// Kept in rewritten ones.
    pub rewritten: f64,
}

impl Share {
    /// The share over all kinds.
    pub fn reused(&self) -> f64 {
        self.identical + self.edited + self.rewritten
    }
}

/// A sentence without a match whose words stand in another sentence of its own article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The index of the article.
    pub article: usize,
    /// The sentence that repeats.
    pub sentence: usize,
    /// The sentence that it repeats.
    pub of: usize,
}

/// What the aligner found between articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The matches of every pair of articles, by left article, right article, then position.
    pub matches: Vec<Match>,
    /// The rows; a sentence is in one at most.
    pub groups: Vec<Group>,
    /// For every ordered pair of articles.
    pub shares: Vec<Share>,
    /// The unmatched sentences that repeat another one.
    pub repeats: Vec<Repeat>,
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_go_on_after_z() {
        let all: Vec<_> = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(label).to_vec();
        assert_eq!(all, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
