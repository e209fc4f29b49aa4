//! Hindi. Full stops stand in abbreviations and spelt-out letters; sentences mostly end with a danda.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        अ आई आर इं ई उ उदा ए एक्स एच एड एन एफ एम एल एस ओ कि कि.ग्रा कि.मी किग्रा किमी कु के कै
        क्यू ग्रा चौ जी जे जेड टी डब्ल्यू डा डी डॉ द न्या पं पी प्रो ब बी ब्रि मा मि मि.ग्रा
        मि.मी मि.ली मिस मु मो यू ली वाई वी शि श्री श्रीमती स सी सुश्री स्व",
    numbered: "
        क्र खं धारा नं पृ सं",
    named: "
        ए.पी एम.पी कं प्रा बी.जे.पी बी.सी यू.एन यू.एस यू.के यू.पी लि",
    finals: "
        आदि इत्यादि ई.पू",
    measures: "
        मी रु रू सेमी",
    counted: "",
    endings: "",
    starters: "",
    nouns: "",
    honorifics: "",
    fronts: "",
    after_final: "",
    speech: "
        कहा चिल्लाई चिल्लाए चिल्लाया पूछा बताया बोला बोली बोलीं बोले",
    ordinal_after: "",
    ordinal_before: "",
};
