//! What a text is found again by: its words and its phrases of three words, as hashes.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::line_breaks::is_unspaced;

/// The words of a phrase. Three in a row survive most rewriting, and few texts that share
/// nothing else share them.
const PHRASE: usize = 3;

/// What a hash stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    /// One word.
    Word(u32),
    /// [`PHRASE`] neighbouring words.
    Phrase(u32),
}

impl Feature {
    /// The hash; words and phrases share one space of numbers.
    pub(super) fn hash(self) -> u32 {
        match self {
            Feature::Word(hash) | Feature::Phrase(hash) => hash,
        }
    }
}

/// Gives every word and every phrase of `text` in reading order, repeats included. Case,
/// accents and punctuation are folded away; no sentence or language is looked at, so that this
/// costs little more than reading the text.
pub(super) fn each(text: &str, mut give: impl FnMut(Feature)) {
    let mut last = [0u64; PHRASE];
    let mut words = 0usize;
    each_word(text, |word| {
        last.rotate_left(1);
        last[PHRASE - 1] = word;
        words += 1;
        give(Feature::Word(mixed(word)));
        if words >= PHRASE {
            let phrase = last
                .iter()
                .fold(PHRASE as u64, |hash, &word| step(hash, word));
            give(Feature::Phrase(mixed(phrase)));
        }
    });
}

/// Gives a hash of every word: letters and digits up to the next other character, or one
/// character alone where words are written without spaces.
fn each_word(text: &str, mut give: impl FnMut(u64)) {
    const NONE: u64 = 0;
    let mut word = NONE;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            // Sets the bit that tells small letters from capitals; digits have it.
            word = step(word, u64::from(c as u32 | 0x20));
            continue;
        }
        if !c.is_ascii() && c.is_alphanumeric() && !is_unspaced(c) {
            decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    for small in part.to_lowercase() {
                        word = step(word, u64::from(u32::from(small)));
                    }
                }
            });
            continue;
        }
        if !c.is_ascii() && is_combining_mark(c) {
            continue;
        }
        if word != NONE {
            give(std::mem::replace(&mut word, NONE));
        }
        if is_unspaced(c) {
            give(step(NONE, u64::from(u32::from(c))));
        }
    }
    if word != NONE {
        give(word);
    }
}

/// Adds a value to a hash. Never gives 0 for a hash of 0 and a value other than 0.
fn step(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The upper half of a hash, once all its bits have had a part in it.
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(text: &str) -> Vec<Feature> {
        let mut all = Vec::new();
        each(text, |feature| all.push(feature));
        all
    }

    #[test]
    fn house_style_does_not_change_the_features() {
        let plain = features("The mayor s co worker said: Reopen the cafe in Turkiye");
        for styled in [
            "The mayor's co-worker said: “Reopen the café in Türkiye.”",
            "the Mayor’s co-worker  said;\nREOPEN THE CAFE\u{301} in Tu\u{308}rkiye",
        ] {
            assert_eq!(features(styled), plain, "{styled}");
        }
    }

    #[test]
    fn order_makes_another_phrase_of_the_same_words() {
        let phrase = |text| features(text).last().copied();
        assert_ne!(phrase("dog bites man"), phrase("man bites dog"));
        assert_ne!(phrase("ab c d"), phrase("a bc d"));
    }

    #[test]
    fn a_phrase_takes_three_words() {
        let count = |text| features(text).len();
        assert_eq!(
            ["", "—", "one", "one two", "one two three"].map(count),
            [0, 0, 1, 2, 4]
        );
        assert_eq!(count("船は港に"), 4 + 2, "each character is a word");
    }
}
