//! A map from words to numbers that holds short words in itself: looked up, they are compared as
//! integers and read at one place in memory.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use crate::numbered::Numbered;
use crate::parallel;

/// Fewer words than this are looked up before another core is awake.
const WORTH_A_THREAD: usize = 2048;

/// Words up to so many bytes are short: with the length they fill sixteen.
const SHORT: usize = 15;

/// The numbers of words.
#[derive(Default)]
pub(super) struct Numbers {
    short: Numbered<Short>,
    /// For each short word, in the order of its own numbers, the one that it was given.
    of_short: Vec<u32>,
    long: HashMap<Box<str>, u32, RandomState>,
}

/// The bytes of a short word, and in the last place how many they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Short(u64, u64);

impl Short {
    /// The word that stands at the bytes `at` of a text, if it is short.
    fn new(text: &str, at: &Range<usize>) -> Option<Self> {
        let length = at.len();
        if length > SHORT {
            return None;
        }
        // What follows the word is read along and then cut off: a copy of so many bytes as the
        // word has is slower.
        let bytes = match text.as_bytes()[at.start..].first_chunk() {
            Some(&bytes) => bytes,
            None => {
                let mut bytes = [0; SHORT + 1];
                bytes[..length].copy_from_slice(&text.as_bytes()[at.clone()]);
                bytes
            }
        };
        let word = u128::from_le_bytes(bytes) & OF_WORD[length];
        let packed = word | (length as u128) << (8 * SHORT);
        Some(Short(packed as u64, (packed >> 64) as u64))
    }
}

/// For each length, the bits of so many bytes.
static OF_WORD: [u128; SHORT + 1] = {
    let mut bits = [0; SHORT + 1];
    let mut length = 0;
    while length <= SHORT {
        bits[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    bits
};

/// A word of its own, apart from any text.
pub(super) enum Word {
    Short(Short),
    Long(Box<str>),
}

impl From<String> for Word {
    fn from(word: String) -> Self {
        match Short::new(&word, &(0..word.len())) {
            Some(short) => Word::Short(short),
            None => Word::Long(word.into()),
        }
    }
}

impl Numbers {
    /// No words, with room for about so many.
    pub(super) fn with_capacity(words: usize) -> Self {
        Numbers {
            short: Numbered::with_capacity(words),
            of_short: Vec::with_capacity(words),
            long: HashMap::default(),
        }
    }

    /// The number of a word.
    pub(super) fn get(&self, word: &str) -> Option<u32> {
        match Short::new(word, &(0..word.len())) {
            Some(short) => self.get_short(&short),
            None => self.long.get(word).copied(),
        }
    }

    /// For each of these words, whose numbers are all below `count`, its number among `others`.
    pub(super) fn among(&self, others: &Numbers, count: usize) -> Vec<Option<u32>> {
        let mut found = vec![None; count];
        let short = self.short.things();
        let of_short = parallel::map(short, WORTH_A_THREAD, |short| others.get_short(short));
        for (&number, other) in self.of_short.iter().zip(of_short) {
            found[number as usize] = other;
        }
        for (word, &number) in &self.long {
            found[number as usize] = others.long.get(word).copied();
        }
        found
    }

    /// The number of a word; `next`, from now on, if it has none.
    pub(super) fn get_or_add(&mut self, word: &str, next: u32) -> u32 {
        self.get_or_add_at(word, 0..word.len(), next)
    }

    /// The number of a word; `next`, from now on, if it has none.
    pub(super) fn get_or_add_word(&mut self, word: Word, next: u32) -> u32 {
        match word {
            Word::Short(short) => self.get_or_add_short(short, next),
            Word::Long(word) => *self.long.entry(word).or_insert(next),
        }
    }

    /// The number of the word at the bytes `at` of a text; `next`, from now on, if it has none.
    pub(super) fn get_or_add_at(&mut self, text: &str, at: Range<usize>, next: u32) -> u32 {
        if let Some(short) = Short::new(text, &at) {
            return self.get_or_add_short(short, next);
        }
        let word = &text[at];
        if let Some(&number) = self.long.get(word) {
            return number;
        }
        self.long.insert(word.into(), next);
        next
    }

    fn get_short(&self, short: &Short) -> Option<u32> {
        let at = self.short.get(short)?;
        Some(self.of_short[at as usize])
    }

    #[inline]
    fn get_or_add_short(&mut self, short: Short, next: u32) -> u32 {
        let at = self.short.get_or_add(short) as usize;
        if at == self.of_short.len() {
            self.of_short.push(next);
        }
        self.of_short[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_number_wherever_it_stands() {
        let words = [
            "",
            "a",
            "a\0",
            "ab",
            "é",
            "fifteen letters",
            "sixteen letters!",
            "αβγ",
        ];
        let mut numbers = Numbers::with_capacity(0);
        for (next, word) in (0..).zip(words) {
            assert_eq!(numbers.get(word), None, "{word:?}");
            assert_eq!(numbers.get_or_add(word, next), next);
        }
        let texts = words.map(|word| [word.to_owned(), format!("{word} and what follows it")]);
        for (number, text) in (0..).zip(&texts) {
            let at = 0..text[0].len();
            assert_eq!(numbers.get(&text[0]), Some(number));
            for text in text {
                assert_eq!(
                    numbers.get_or_add_at(text, at.clone(), 99),
                    number,
                    "{text:?}"
                );
            }
        }
    }
}
