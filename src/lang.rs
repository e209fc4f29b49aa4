//! Which language an article is in.

use whatlang::{Detector, Lang as Detected};

use crate::bounded::head;
use crate::model::Lang;

/// How much of a text is read to tell its language, in bytes.
pub(crate) const SAMPLE: usize = 1000;

/// Fewer words than this do not tell their language by themselves: a few titles in English would
/// outweigh the rest.
const FEWEST_WORDS: usize = 100;

/// Fewer words than this tell no language at all.
const FEWEST_OF_A_SENTENCE: usize = 5;

/// Words that hardly an English sentence of ten does without, and that our other languages have not
/// at all or seldom ("he" in Spanish, "at" in Dutch).
const OF_ENGLISH: [&str; 28] = [
    "about", "after", "and", "are", "at", "both", "from", "have", "he", "his", "into", "it",
    "said", "she", "than", "that", "the", "their", "they", "this", "were", "what", "when", "which",
    "who", "with", "would", "you",
];
/// In an English text one word in so many is one of these.
const ONE_OF_ENGLISH_IN: usize = 12;

/// How many languages there are.
pub(crate) const COUNT: usize = LANGUAGES.len();

/// Every language with the code that names it (ISO 639-1), and as the detector calls it.
const LANGUAGES: [(Lang, &str, Detected); 14] = [
    (Lang::English, "en", Detected::Eng),
    (Lang::German, "de", Detected::Deu),
    (Lang::French, "fr", Detected::Fra),
    (Lang::Spanish, "es", Detected::Spa),
    (Lang::Italian, "it", Detected::Ita),
    (Lang::Portuguese, "pt", Detected::Por),
    (Lang::Dutch, "nl", Detected::Nld),
    (Lang::Polish, "pl", Detected::Pol),
    (Lang::Czech, "cs", Detected::Ces),
    (Lang::Russian, "ru", Detected::Rus),
    (Lang::Arabic, "ar", Detected::Ara),
    (Lang::Chinese, "zh", Detected::Cmn),
    (Lang::Japanese, "ja", Detected::Jpn),
    (Lang::Hindi, "hi", Detected::Hin),
];

impl Lang {
    /// Every language, in the order in which they are listed to a reader.
    pub fn all() -> impl Iterator<Item = Lang> {
        LANGUAGES.iter().map(|&(lang, ..)| lang)
    }

    /// The code of the language: two small letters (ISO 639-1).
    pub fn code(self) -> &'static str {
        (LANGUAGES.iter())
            .find(|&&(lang, ..)| lang == self)
            .map_or("en", |&(_, code, _)| code)
    }

    /// The language of a code in any case; `None` where no language has it.
    pub fn from_code(code: &str) -> Option<Lang> {
        (LANGUAGES.iter())
            .find(|(_, known, _)| known.eq_ignore_ascii_case(code))
            .map(|&(lang, ..)| lang)
    }
}

/// The language of `text`, as far as its first thousand bytes tell. English where they are surely of
/// a language that has no rules here, or tell nothing.
pub fn detect(text: &str) -> Lang {
    let sample = head(text, SAMPLE);
    if is_plain_english(sample) {
        return Lang::English;
    }
    match whatlang::detect(sample) {
        Some(info) if info.is_reliable() => known(info.lang()).unwrap_or_default(),
        // Where it hesitates, as between Dutch and Afrikaans, the choice is among ours.
        Some(_) => among_ours(sample).unwrap_or_default(),
        None => Lang::default(),
    }
}

/// Whether the commonest words of English alone tell the language: two in a hundred are "the",
/// which no other language has, and one in ten is any of them. The detector would take a quarter
/// of all the time that two short articles take.
fn is_plain_english(text: &str) -> bool {
    let (mut words, mut the, mut common) = (0, 0, 0);
    for word in text.split_ascii_whitespace() {
        words += 1;
        if word.eq_ignore_ascii_case("the") {
            the += 1;
        } else if ["of", "and", "to"].contains(&word) {
            common += 1;
        }
    }
    words >= FEWEST_WORDS && the * 50 >= words && (the + common) * 10 >= words
}

/// Which of our languages `text` is most likely in, unless it may be English as well.
fn among_ours(text: &str) -> Option<Lang> {
    let ours = LANGUAGES.iter().map(|&(.., detected)| detected).collect();
    let info = Detector::with_allowlist(ours).detect(text)?;
    let sure = info.is_reliable() || !may_be_english(text);
    sure.then(|| known(info.lang()))?
}

/// Whether a text of a sentence or two has words of English, or too few of any language.
fn may_be_english(text: &str) -> bool {
    let parts = text.split(|c: char| !c.is_alphabetic());
    let (mut words, mut english) = (0, 0);
    for word in parts.filter(|word| !word.is_empty()) {
        words += 1;
        english += usize::from(
            OF_ENGLISH
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known)),
        );
    }
    words < FEWEST_OF_A_SENTENCE || english * ONE_OF_ENGLISH_IN >= words
}

/// Ours by the detector's name.
fn known(lang: Detected) -> Option<Lang> {
    let entry = (LANGUAGES.iter()).find(|&&(.., detected)| detected == lang);
    entry.map(|&(lang, ..)| lang)
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, detect, is_plain_english};
    use crate::model::Lang;

    #[test]
    fn codes_go_both_ways() {
        for (lang, code, _) in LANGUAGES {
            assert_eq!((lang.code(), Lang::from_code(code)), (code, Some(lang)));
        }
        assert_eq!(Lang::from_code("DE"), Some(Lang::German));
        assert_eq!(Lang::from_code("auto"), None);
        assert_eq!(Lang::from_code("xx"), None);
    }

    #[test]
    fn a_short_article_tells_its_language() {
        let articles = [
            (
                Lang::English,
                "The ferry ran aground on Monday. Nobody was hurt, the harbour master said.",
            ),
            (
                Lang::German,
                "Die Fähre lief am Montag auf Grund. Niemand wurde verletzt, sagte der Hafenmeister.",
            ),
            (
                Lang::French,
                "Le bac s'est échoué lundi. Personne n'a été blessé, a déclaré le capitaine du port.",
            ),
            (
                Lang::Spanish,
                "El transbordador encalló el lunes. Nadie resultó herido, dijo el capitán del puerto.",
            ),
            (
                Lang::Italian,
                "Il traghetto si è incagliato lunedì. Nessuno è rimasto ferito, ha detto il comandante del porto.",
            ),
            (
                Lang::Portuguese,
                "A balsa encalhou na segunda-feira. Ninguém ficou ferido, disse o capitão do porto.",
            ),
            (
                Lang::Dutch,
                "De veerboot liep maandag aan de grond. Niemand raakte gewond, zei de havenmeester.",
            ),
            (
                Lang::Polish,
                "Prom osiadł w poniedziałek na mieliźnie. Nikt nie został ranny, powiedział kapitan portu.",
            ),
            (
                Lang::Czech,
                "Trajekt v pondělí najel na mělčinu. Nikdo nebyl zraněn, řekl velitel přístavu.",
            ),
            (
                Lang::Russian,
                "Паром сел на мель в понедельник. Никто не пострадал, сообщил капитан порта.",
            ),
            (
                Lang::Arabic,
                "جنحت العبارة يوم الاثنين. ولم يصب أحد بأذى، حسبما قال مدير الميناء.",
            ),
            (Lang::Chinese, "渡轮星期一搁浅。港务长说，没有人受伤。"),
            (
                Lang::Japanese,
                "フェリーは月曜日に座礁した。けが人はいないと港長は述べた。",
            ),
            (
                Lang::Hindi,
                "नौका सोमवार को फँस गई। बंदरगाह प्रमुख ने कहा कि कोई घायल नहीं हुआ।",
            ),
        ];
        for (lang, text) in articles {
            assert_eq!(detect(text), lang, "{text}");
        }
    }

    #[test]
    fn one_sentence_tells_its_language() {
        for (lang, text) in [
            (Lang::German, "Die Fähre lief am Montag im Nebel auf Grund."),
            (
                Lang::French,
                "Le bac s'est échoué lundi matin dans le port.",
            ),
            (
                Lang::Spanish,
                "El transbordador encalló el lunes por la mañana.",
            ),
            (
                Lang::Italian,
                "Il traghetto si è incagliato lunedì nel porto.",
            ),
            (
                Lang::Portuguese,
                "A balsa encalhou na segunda-feira de manhã.",
            ),
            (
                Lang::Dutch,
                "De veerboot liep maandag in de mist aan de grond.",
            ),
            (
                Lang::Polish,
                "Prom osiadł w poniedziałek rano na mieliźnie.",
            ),
            (Lang::Czech, "Trajekt v pondělí ráno najel na mělčinu."),
            (Lang::English, "Nobody was hurt, the harbour master said."),
            (Lang::English, "L'Hôpital's rule is what you want."),
            (Lang::English, "Ferry aground, nobody hurt"),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }

    #[test]
    fn english_titles_do_not_make_an_article_english() {
        let article = "De band The Lakes speelde maandag in de haven. Na The End of the World, The \
            Other Side of the Hill en To the Sea vroeg het publiek om meer, zei de havenmeester. ";
        let rest = "De veerboot wachtte tot het laatste lied voorbij was en iedereen weer aan boord \
            stond, waarna de bemanning de touwen losgooide en de zanger vanaf de kade zwaaide. ";
        let text = article.to_owned() + &rest.repeat(5);
        assert_eq!(detect(&text), Lang::Dutch);
    }

    #[test]
    fn english_is_told_with_and_without_its_commonest_words() {
        let plain = "The ferry ran aground on Monday and the crew of it had to wait for the tide. ";
        let terse = "Ferry aground; nobody hurt, says harbour master. Tide frees her by midnight. ";
        for text in [plain, terse] {
            assert_eq!(detect(&text.repeat(10)), Lang::English);
        }
        assert!(is_plain_english(&plain.repeat(10)));
        assert!(!is_plain_english(&terse.repeat(10)));
    }

    #[test]
    fn english_is_the_fallback() {
        assert_eq!(detect(""), Lang::English);
        assert_eq!(detect("1234 *** 5678"), Lang::English);
        assert_eq!(
            detect(
                "Паром сів на мілину в понеділок, ніхто не постраждав, повідомив їхній начальник."
            ),
            Lang::English
        );
    }
}
