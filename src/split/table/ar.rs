//! Arabic. Its letters have no capitals: whatever is no abbreviation ends a sentence.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        أ أ.د أ.ش.أ أ.م ا ا.د ت تـ ج د د.م ر س ش ص ط ع ق كلم مج",
    numbered: "
        رقم ف هاتف",
    named: "
        أ.ب أ.ش.ا أ.ف.ب ا.ف.ب ج.م.ع د.ب.أ ذ.م.م ش.ذ.م.م ش.م.ل ش.م.م و.أ.ف و.م.أ",
    finals: "
        إلخ الخ ب.م ق.م ق.هـ ه هـ",
    measures: "
        سم كجم كغ كم مم",
    counted: "
        م",
    endings: "",
    starters: "",
    nouns: "",
    honorifics: "",
    fronts: "",
    after_final: "",
    speech: "
        أجاب أضاف أضافت تساءل تساءلت تقول رد ردت سأل سألت سألته سألها سئل سئلت صاح صاحت صرخ قال
        قالت هتف يتساءل يقول",
    ordinal_after: "",
    ordinal_before: "",
};
