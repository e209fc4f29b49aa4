//! What a language knows: its abbreviations by how they behave before a capital or a
//! number, and the words that start sentences.

mod en;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::Lang;

/// How an abbreviation behaves. Before a small letter none of them ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Something must follow: "Dr.", "e.g.", "vs.". Never ends a sentence.
    Joins,
    /// Belongs to a number that follows: "No. 10", "p. 5"; any other way it is a plain word.
    Numbered,
    /// Often part of a name: "Inc.", "St.", "Calif.". Ends a sentence only before a word
    /// that starts sentences.
    Named,
    /// Stands last in its phrase: "p.m.", "Ph.D.", "etc.". Ends a sentence before a capital.
    Final,
    /// A date or a unit, which a number may follow: "Nov. 7", "5 ft. 6"; otherwise as [`Class::Final`].
    Measure,
    /// After a number as [`Class::Final`], else as [`Class::Joins`]: "2010 г.", "г. Москва".
    Counted,
}

/// The words of one language as its file lists them, without the final full stop. Small
/// letters stand for any case; an entry with a capital is met only with one.
pub(super) struct Data {
    pub joins: &'static [&'static str],
    pub numbered: &'static [&'static str],
    pub named: &'static [&'static str],
    pub finals: &'static [&'static str],
    pub measures: &'static [&'static str],
    pub counted: &'static [&'static str],
    /// Words that often start a sentence and are no part of a name, in small letters.
    pub starters: &'static [&'static str],
    /// Words of a phrase of time or place before the subject: "At 5 a.m. Smith ...".
    pub fronts: &'static [&'static str],
    /// What follows a time of day without starting a sentence: days, time zones.
    pub after_time: &'static [&'static str],
    /// Verbs of saying, as they follow a name: "Smith said".
    pub speech: &'static [&'static str],
    /// Whether a number with a full stop is an ordinal: "3. Oktober".
    pub ordinals: bool,
}

/// The words of one language, ready to be looked up.
pub(super) struct Table {
    classes: HashMap<&'static str, Class>,
    starters: HashSet<&'static str>,
    fronts: HashSet<&'static str>,
    after_time: HashSet<&'static str>,
    speech: HashSet<&'static str>,
    pub ordinals: bool,
}

impl Table {
    fn new(data: &Data) -> Self {
        let groups = [
            (data.joins, Class::Joins),
            (data.numbered, Class::Numbered),
            (data.named, Class::Named),
            (data.finals, Class::Final),
            (data.measures, Class::Measure),
            (data.counted, Class::Counted),
        ];
        let each = |(words, class): (&[&'static str], Class)| {
            words
                .iter()
                .map(move |&word| (word, class))
                .collect::<Vec<_>>()
        };
        let set = |words: &[&'static str]| words.iter().copied().collect();
        Table {
            classes: groups.into_iter().flat_map(each).collect(),
            starters: set(data.starters),
            fronts: set(data.fronts),
            after_time: set(data.after_time),
            speech: set(data.speech),
            ordinals: data.ordinals,
        }
    }

    /// The table of `lang`.
    pub fn of(lang: Lang) -> &'static Table {
        static EN: LazyLock<Table> = LazyLock::new(|| Table::new(&en::DATA));
        let _ = lang;
        &EN
    }

    /// The class of an abbreviation, given without its final full stop.
    pub fn class(&self, token: &str) -> Option<Class> {
        if token.len() > 24 {
            return None;
        }
        if let Some(&class) = self.classes.get(token) {
            return Some(class);
        }
        if !token.chars().any(char::is_uppercase) {
            return None;
        }
        let small = token.to_lowercase();
        self.classes.get(small.as_str()).copied().or_else(|| {
            let shouted = token.len() > 1 && !token.chars().any(char::is_lowercase);
            let named = small
                .chars()
                .next()?
                .to_uppercase()
                .chain(small.chars().skip(1));
            let named: String = named.collect();
            shouted.then(|| self.classes.get(named.as_str()).copied())?
        })
    }

    /// Whether sentences often start with `word`, in any case.
    pub fn starts(&self, word: &str) -> bool {
        contains(&self.starters, word)
    }

    /// Whether `word` belongs to a phrase of time or place, in any case.
    pub fn fronts(&self, word: &str) -> bool {
        contains(&self.fronts, word)
    }

    /// Whether `word` goes on with a time of day.
    pub fn follows_time(&self, word: &str) -> bool {
        self.after_time.contains(word)
    }

    /// Whether `word` is a verb of saying.
    pub fn says(&self, word: &str) -> bool {
        self.speech.contains(word)
    }
}

fn contains(set: &HashSet<&'static str>, word: &str) -> bool {
    word.len() <= 24 && (set.contains(word) || set.contains(word.to_lowercase().as_str()))
}
