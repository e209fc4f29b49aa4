//! Finds the words of a sentence.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;

/// Appends the words of `text[span]` to `words`, in order, as byte spans of `text`.
///
/// A word is a segment of UAX #29 that holds a letter or a digit. So "don't", "3.5" and "U.S"
/// are one word each, and "well-known" is two: whoever drops the hyphen changes no word, and
/// whoever changes one half leaves the other.
pub fn spans(text: &str, span: Span, words: &mut Vec<Span>) {
    let range = span.range();
    let mut start = range.start;
    for chunk in text[range].split(' ') {
        chunk_words(chunk, start, words);
        start += chunk.len() + 1;
    }
}

/// The words of a stretch without blanks, which starts at byte `offset`. A blank is always a
/// boundary of its own, so each stretch stands alone.
fn chunk_words(chunk: &str, offset: usize, words: &mut Vec<Span>) {
    for (index, word) in chunk.unicode_word_indices() {
        let start = offset + index;
        words.push(Span::from(start..start + word.len()));
    }
}
