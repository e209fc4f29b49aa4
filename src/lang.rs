//! Which language an article is in.

use whatlang::{Detector, Lang as Detected};

use crate::model::Lang;
use crate::split::head;

/// How much of a text is read to tell its language, in bytes.
const SAMPLE: usize = 1000;

/// Every language with the code that names it (ISO 639-1).
const CODES: [(Lang, &str); 14] = [
    (Lang::English, "en"),
    (Lang::German, "de"),
    (Lang::French, "fr"),
    (Lang::Spanish, "es"),
    (Lang::Italian, "it"),
    (Lang::Portuguese, "pt"),
    (Lang::Dutch, "nl"),
    (Lang::Polish, "pl"),
    (Lang::Czech, "cs"),
    (Lang::Russian, "ru"),
    (Lang::Arabic, "ar"),
    (Lang::Chinese, "zh"),
    (Lang::Japanese, "ja"),
    (Lang::Hindi, "hi"),
];

impl Lang {
    /// Every language, in the order in which they are listed to a reader.
    pub fn all() -> impl Iterator<Item = Lang> {
        CODES.iter().map(|&(lang, _)| lang)
    }

    /// The code of the language: two small letters (ISO 639-1).
    pub fn code(self) -> &'static str {
        CODES
            .iter()
            .find(|&&(lang, _)| lang == self)
            .map_or("en", |&(_, code)| code)
    }

    /// The language of a code in any case; `None` where no language has it.
    pub fn from_code(code: &str) -> Option<Lang> {
        CODES
            .iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(code))
            .map(|&(lang, _)| lang)
    }
}

/// The language of `text`, as far as its first thousand bytes tell. English where they
/// tell nothing reliable, or a language that has no rules here.
pub fn detect(text: &str) -> Lang {
    let sample = head(text, SAMPLE);
    match whatlang::detect(sample) {
        Some(info) if info.is_reliable() => known(info.lang()).unwrap_or_default(),
        // Where it hesitates, as between Dutch and Afrikaans, the choice is among ours.
        Some(_) => among_ours(sample).unwrap_or_default(),
        None => Lang::default(),
    }
}

/// The language of `text` if it is sure to be one of ours.
fn among_ours(text: &str) -> Option<Lang> {
    let ours = KNOWN.iter().map(|&(detected, _)| detected).collect();
    let info = Detector::with_allowlist(ours).detect(text)?;
    info.is_reliable().then(|| known(info.lang()))?
}

/// Ours by the detector's names.
const KNOWN: [(Detected, Lang); 14] = [
    (Detected::Eng, Lang::English),
    (Detected::Deu, Lang::German),
    (Detected::Fra, Lang::French),
    (Detected::Spa, Lang::Spanish),
    (Detected::Ita, Lang::Italian),
    (Detected::Por, Lang::Portuguese),
    (Detected::Nld, Lang::Dutch),
    (Detected::Pol, Lang::Polish),
    (Detected::Ces, Lang::Czech),
    (Detected::Rus, Lang::Russian),
    (Detected::Ara, Lang::Arabic),
    (Detected::Cmn, Lang::Chinese),
    (Detected::Jpn, Lang::Japanese),
    (Detected::Hin, Lang::Hindi),
];

fn known(lang: Detected) -> Option<Lang> {
    let entry = KNOWN.iter().find(|&&(detected, _)| detected == lang);
    entry.map(|&(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::{CODES, detect};
    use crate::model::Lang;

    #[test]
    fn codes_go_both_ways() {
        for (lang, code) in CODES {
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
