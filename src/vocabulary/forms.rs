//! The forms to which words are folded, as numbers.

use std::borrow::Cow;

use super::numbers::{Numbers, Word};
use crate::fold::Folder;
use crate::model::Lang;
use crate::parallel;

/// Fewer words than this are folded before another core is awake.
const WORTH_A_THREAD: usize = 2048;

/// The folded forms of some words as numbers, the same for one form in all languages.
pub(super) struct Forms {
    /// For each language, the number of the form of each word.
    of_words: Vec<(Lang, Vec<u32>)>,
    /// The numbers of the forms that are spelled as a word.
    of_spelled: Vec<Option<u32>>,
    /// Those of the others.
    unspelled: Numbers,
    count: u32,
}

impl Forms {
    /// The forms of distinct words by the rules of some languages, each with a flag for each word that
    /// tells whether it has the word; `numbers` are those of the words, their places.
    pub(super) fn of(
        words: &[Cow<'_, str>],
        numbers: &Numbers,
        langs: &[(Lang, Vec<bool>)],
    ) -> Self {
        let mut forms = Forms {
            of_words: Vec::with_capacity(langs.len()),
            of_spelled: vec![None; words.len()],
            unspelled: Numbers::default(),
            count: 0,
        };
        for (lang, had) in langs {
            let folded = Folded::of(words, numbers, had, &Folder::new(*lang));
            if forms.of_words.is_empty() {
                let unspelled = folded.iter().filter(|word| matches!(word, Folded::To(_)));
                forms.unspelled = Numbers::with_capacity(unspelled.count());
            }
            let of_words = forms.numbered(folded);
            forms.of_words.push((*lang, of_words));
        }
        forms
    }

    /// For each word, the number of its form by the rules of a language, one of those given.
    pub(super) fn by(&self, lang: Lang) -> &[u32] {
        let by_lang = self.of_words.iter().find(|&&(known, _)| known == lang);
        by_lang.map_or(&[], |(_, of_words)| of_words)
    }

    /// How many forms there are; their numbers are below this.
    pub(super) fn count(&self) -> usize {
        self.count as usize
    }

    /// Numbers what has become of each word.
    fn numbered(&mut self, folded: Vec<Folded>) -> Vec<u32> {
        let mut of_words = Vec::with_capacity(folded.len());
        let mut like_others = Vec::new();
        for (word, folded) in folded.into_iter().enumerate() {
            let next = self.count;
            let number = match folded {
                Folded::Spelled(spelled) => *self.of_spelled[spelled as usize].get_or_insert(next),
                Folded::To(form) => self.unspelled.get_or_add_word(form, next),
                Folded::Like(twin) => {
                    like_others.push((word, twin as usize));
                    of_words.push(0);
                    continue;
                }
                Folded::Unheard => {
                    of_words.push(0);
                    continue;
                }
            };
            self.count = next.max(number + 1);
            of_words.push(number);
        }
        for (word, twin) in like_others {
            of_words[word] = of_words[twin];
        }
        of_words
    }
}

/// What becomes of a word that is folded.
enum Folded {
    /// Nothing: no article of the language has it.
    Unheard,
    /// It has the form of another word, all of whose letters are small.
    Like(u32),
    /// It has the form that this word is spelled as, which itself may have another one.
    Spelled(u32),
    /// It has this form, as which no word is spelled.
    To(Word),
}

impl Folded {
    /// What becomes of each word in the language of some articles.
    fn of(words: &[Cow<'_, str>], numbers: &Numbers, had: &[bool], folder: &Folder) -> Vec<Self> {
        let with_had: Vec<_> = words.iter().zip(had).collect();
        parallel::map(&with_had, WORTH_A_THREAD, |&(word, &is_had)| {
            if !is_had {
                return Folded::Unheard;
            }
            let twin = in_small_letters(word, numbers);
            if let Some(twin) = twin.filter(|&twin| had[twin as usize]) {
                return Folded::Like(twin);
            }
            let form = folder.fold(word);
            match numbers.get(&form) {
                Some(spelled) => Folded::Spelled(spelled),
                None => Folded::To(form.into()),
            }
        })
    }
}

/// The word that differs from `word` only in that all its letters are small.
fn in_small_letters(word: &str, numbers: &Numbers) -> Option<u32> {
    let is_capitalized = word.starts_with(|first: char| first.is_ascii_uppercase());
    let twin = (is_capitalized && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| word.to_ascii_lowercase())?;
    numbers.get(&twin)
}
