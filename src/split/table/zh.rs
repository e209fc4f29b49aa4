//! Chinese. Full stops of its own end sentences; the table serves the Latin ones only.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "",
    numbered: "",
    named: "",
    finals: "",
    measures: "",
    counted: "",
    endings: "",
    starters: "",
    nouns: "",
    honorifics: "",
    fronts: "",
    after_final: "",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
