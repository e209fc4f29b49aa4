//! What a language knows: its abbreviations by how they behave before a capital or a
//! number, and the words that start sentences.

mod ar;
mod cs;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod it;
mod ja;
mod nl;
mod pl;
mod pt;
mod ru;
mod zh;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use foldhash::fast::RandomState;

use crate::lang::COUNT;
use crate::model::Lang;

/// No word of a table is longer, in bytes.
const LONGEST: usize = 32;

/// How many bytes a word of a table takes, the blank behind it included, about: room for all is
/// made at once.
const USUAL: usize = 6;

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

/// The words of one language as its file lists them: apart by white space, in alphabetical
/// order, abbreviations without the final full stop. An abbreviation in small letters stands
/// for any case; one with a capital is met only with it.
pub(super) struct Data {
    pub joins: &'static str,
    pub numbered: &'static str,
    pub named: &'static str,
    pub finals: &'static str,
    pub measures: &'static str,
    pub counted: &'static str,
    /// Longer words that end so are as [`Class::Named`]: "Bahnhofstr."
    pub endings: &'static str,
    /// Words that often start a sentence and are no part of a name, in small letters.
    pub starters: &'static str,
    /// Common nouns that often start a sentence of news, in small letters.
    pub nouns: &'static str,
    /// Titles before a name that no other title or name stands before.
    pub honorifics: &'static str,
    /// Words of a phrase of time or place before the subject: "At 5 a.m. Smith ...".
    pub fronts: &'static str,
    /// What goes on after an abbreviation that mostly ends a sentence: days and time zones after a
    /// time of day, a currency after a count. With the abbreviation in front of it, what goes on
    /// only after that one: «долл.США».
    pub after_final: &'static str,
    /// Verbs of saying, as they follow a name: "Smith said".
    pub speech: &'static str,
    /// Words before a number with a full stop that make it an ordinal, where ordinals are so written.
    pub ordinal_after: &'static str,
    /// Words after it that do: months and the like.
    pub ordinal_before: &'static str,
}

/// The words of `lang`.
fn data(lang: Lang) -> &'static Data {
    match lang {
        Lang::English => &en::DATA,
        Lang::German => &de::DATA,
        Lang::French => &fr::DATA,
        Lang::Spanish => &es::DATA,
        Lang::Italian => &it::DATA,
        Lang::Portuguese => &pt::DATA,
        Lang::Dutch => &nl::DATA,
        Lang::Polish => &pl::DATA,
        Lang::Czech => &cs::DATA,
        Lang::Russian => &ru::DATA,
        Lang::Arabic => &ar::DATA,
        Lang::Chinese => &zh::DATA,
        Lang::Japanese => &ja::DATA,
        Lang::Hindi => &hi::DATA,
    }
}

/// Words that are made ready to be looked up when one of them first is: most articles ask for
/// few of the lists.
struct Words {
    listed: &'static str,
    set: OnceLock<HashSet<&'static str, RandomState>>,
}

impl Words {
    fn new(listed: &'static str) -> Self {
        Words {
            listed,
            set: OnceLock::new(),
        }
    }

    fn contains(&self, word: &str) -> bool {
        let set = self.set.get_or_init(|| {
            let words = self.listed.len() / USUAL;
            let mut set = HashSet::with_capacity_and_hasher(words, RandomState::default());
            set.extend(self.listed.split_ascii_whitespace());
            set
        });
        set.contains(word)
    }

    /// Whether the word is one of them in small letters, whichever apostrophe it is written with.
    fn contains_in_any_case(&self, word: &str) -> bool {
        let plain = || word.to_lowercase().replace('’', "'");
        word.len() <= LONGEST && (self.contains(word) || self.contains(&plain()))
    }
}

/// The words of one language, to be looked up.
pub(super) struct Table {
    classes: HashMap<&'static str, Class, RandomState>,
    endings: Vec<&'static str>,
    starters: Words,
    nouns: Words,
    honorifics: Words,
    fronts: Words,
    after_final: Words,
    speech: Words,
    ordinal_after: Words,
    ordinal_before: Words,
}

/// The longest word, in bytes, that loses its end before an apostrophe: "dell'", "quest'".
const ELIDED: usize = 6;

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
        let bytes: usize = groups.iter().map(|(words, _)| words.len()).sum();
        let mut classes = HashMap::with_capacity_and_hasher(bytes / USUAL, RandomState::default());
        for (words, class) in groups {
            classes.extend(words.split_ascii_whitespace().map(|word| (word, class)));
        }
        Table {
            classes,
            endings: data.endings.split_ascii_whitespace().collect(),
            starters: Words::new(data.starters),
            nouns: Words::new(data.nouns),
            honorifics: Words::new(data.honorifics),
            fronts: Words::new(data.fronts),
            after_final: Words::new(data.after_final),
            speech: Words::new(data.speech),
            ordinal_after: Words::new(data.ordinal_after),
            ordinal_before: Words::new(data.ordinal_before),
        }
    }

    /// The table of `lang`.
    pub fn of(lang: Lang) -> &'static Table {
        static TABLES: [OnceLock<Table>; COUNT] = [const { OnceLock::new() }; COUNT];
        TABLES[lang as usize].get_or_init(|| Table::new(data(lang)))
    }

    /// The class of an abbreviation, given without its final full stop. In text that is all
    /// capitals, `shouted`, capitals tell nothing.
    pub fn class(&self, token: &str, shouted: bool) -> Option<Class> {
        if token.len() > LONGEST {
            return None;
        }
        // "o ex-dep. Orr", "then-Gov. Orr"
        let prefixes = ["ex-", "then-"].into_iter();
        let title = prefixes
            .filter_map(|prefix| token.strip_prefix(prefix))
            .next();
        let token = title.unwrap_or(token);
        self.simple_class(token, shouted).or_else(|| {
            // "dell'Avv.", "Dipl.-Ing.", "Dr.med.": the last part tells.
            let (first, last) = token.rsplit_once(['\'', '’', '.'])?;
            let last = last.trim_start_matches('-');
            let tells = if token[first.len()..].starts_with('.') {
                // "N.V" is no "v".
                let known = first.len() <= 2 || self.simple_class(first, shouted).is_some();
                known && last.chars().nth(1).is_some()
            } else {
                first.len() <= ELIDED && first.chars().all(char::is_alphabetic)
            };
            tells.then(|| self.simple_class(last, shouted))?
        })
    }

    /// Whether an abbreviation is listed whole, in any case.
    pub fn lists(&self, token: &str) -> bool {
        self.simple_class(token, false).is_some()
    }

    fn simple_class(&self, token: &str, shouted: bool) -> Option<Class> {
        if token.contains('’') {
            return self.simple_class(&token.replace('’', "'"), shouted);
        }
        if let Some(&class) = self.classes.get(token) {
            return Some(class);
        }
        if self.endings.iter().any(|ending| token.ends_with(ending)) {
            return Some(Class::Named);
        }
        // A single capital is an initial, whatever its small letter stands for.
        let folds = token.chars().any(char::is_uppercase) && token.chars().nth(1).is_some();
        let all_capitals = !token.chars().any(|c| c.is_lowercase() || c == '.');
        if !folds || (all_capitals && !shouted) {
            return None;
        }
        let small = token.to_lowercase();
        self.classes.get(small.as_str()).copied().or_else(|| {
            let mut letters = small.chars();
            let named: String = letters.next()?.to_uppercase().chain(letters).collect();
            all_capitals.then(|| self.classes.get(named.as_str()).copied())?
        })
    }

    /// Whether sentences often start with `word`, in any case, or with an article that has lost its end
    /// before a word in small letters: "L'azienda", but not "D'Alema".
    pub fn starts(&self, word: &str) -> bool {
        self.starters.contains_in_any_case(word) || self.starts_elided(word)
    }

    fn starts_elided(&self, word: &str) -> bool {
        let Some((article, rest)) = word.split_once(['\'', '’']) else {
            return false;
        };
        rest.starts_with(char::is_lowercase)
            && (self.starters).contains_in_any_case(&format!("{article}'"))
    }

    /// Whether `word` is a common noun, in any case.
    pub fn is_noun(&self, word: &str) -> bool {
        self.nouns.contains_in_any_case(word)
    }

    /// Whether `word` is a title such as "Mr".
    pub fn is_honorific(&self, word: &str) -> bool {
        self.honorifics.contains(word)
    }

    /// Whether `word` belongs to a phrase of time or place, in any case.
    pub fn fronts(&self, word: &str) -> bool {
        self.fronts.contains_in_any_case(word)
    }

    /// Whether `word` goes on after `abbreviation`, though that mostly ends a sentence.
    pub fn goes_on(&self, abbreviation: &str, word: &str) -> bool {
        self.after_final.contains(word)
            || self
                .after_final
                .contains(format!("{abbreviation}.{word}").as_str())
    }

    /// Whether a number with a full stop between these two words is an ordinal.
    pub fn is_ordinal_between(&self, before: &str, after: &str) -> bool {
        self.ordinal_after.contains_in_any_case(before) || self.ordinal_before.contains(after)
    }

    /// Whether `word` is a verb of saying.
    pub fn says(&self, word: &str) -> bool {
        self.speech.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Data, Table, data};
    use crate::model::Lang;

    fn classes(data: &Data) -> [&'static str; 6] {
        [
            data.joins,
            data.numbered,
            data.named,
            data.finals,
            data.measures,
            data.counted,
        ]
    }

    #[test]
    fn no_abbreviation_is_of_two_classes() {
        for lang in Lang::all() {
            let mut all: Vec<_> = classes(data(lang))
                .iter()
                .flat_map(|words| words.split_whitespace())
                .collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "{lang:?} lists a word twice");
            assert!(
                all.iter().all(|word| !word.ends_with('.')),
                "{lang:?} has a final stop"
            );
        }
    }

    #[test]
    fn words_are_in_alphabetical_order() {
        for lang in Lang::all() {
            let data = data(lang);
            let lists = [
                data.starters,
                data.nouns,
                data.speech,
                data.fronts,
                data.after_final,
            ];
            for words in classes(data).into_iter().chain(lists) {
                let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
                assert!(words.is_sorted(), "{lang:?}: {words:?}");
            }
            let small = data.starters.chars().all(|c| !c.is_uppercase());
            assert!(small, "{lang:?} has a starter with a capital");
        }
    }

    #[test]
    fn case_counts_as_the_table_says() {
        let table = Table::of(Lang::English);
        assert_eq!(table.class("Mr", false), Some(Class::Joins));
        assert_eq!(table.class("gen", false), None);
        assert_eq!(table.class("Gen", false), Some(Class::Joins));
        assert_eq!(table.class("GEN", false), None);
        assert_eq!(table.class("GEN", true), Some(Class::Joins));
        assert_eq!(table.class("A.M", false), Some(Class::Final));
        assert_eq!(
            table.class("P.M", false),
            Some(Class::Counted),
            "a minister"
        );
        assert_eq!(table.class("P", false), None);
    }

    #[test]
    fn the_last_part_of_a_compound_tells() {
        let table = Table::of(Lang::German);
        assert_eq!(table.class("Dipl.-Ing", false), Some(Class::Joins));
        assert_eq!(table.class("Bahnhofstr", false), Some(Class::Named));
        assert_eq!(table.class("www.beispiel.de", false), None);
        assert_eq!(
            Table::of(Lang::Italian).class("dell'Avv", false),
            Some(Class::Joins)
        );
        assert_eq!(Table::of(Lang::Italian).class("N.V", false), None);
    }
}
