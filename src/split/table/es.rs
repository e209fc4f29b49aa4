//! Spanish.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        AA Almte apdo aprox Arq Arz av avd avda Ayto bda Brig Cap CC cf cfr Cmdte Cnel
        Col Comte ctra Dir Dn Doc dr dra dras dres Dª Dña Edif EE ej Emmo Excma Excmo
        Exma Exmo Fco Fdo FF Fr Gdor Gob Gral gral Gta Hble Hna Hno hnos Hnos Ilma Ilmo
        ing JJ Lcda Lcdo Lda Ldo lic Licda Lte Ma Mons Mr Mrs Mtra Mtro Ntra Ntro OO p.e
        p.ej Pbro Pdta Pdte pdte Ph Pl prof profa profra Pte Pza R.P Rda Rdo Revdo RR
        Rvdo S.A.R S.E S.M S.S Sdad Sgto sr sra sras sres srta srtas St Sta Sto Tcnel
        Tte Ud Uds V.gr v.gr Vd vdo Vds vs",
    numbered: "
        apt Art art arts c cap ch dom fasc fig figs fol jue km lib lun lám mag mié n No nos Nro
        nro Núm núm núms p pp pto Pág pág págs párr ref sec sáb t tel tels tfno tít v vie vol vols",
    named: "
        AA.VV At Bco C.A C.P CC.AA CC.OO Co col Corp Cta Cía Dep dep Depto depto dip Dpto dpto
        ed EE.UU EEUU esp esq Fac FF.AA FF.CC Hosp Inc Inst JJ.OO Jr jr Ltd Ltda máx mín P.P
        Prov prov R.D RR.HH S.A S.A.U S.C S.L S.R.L Sec sen sgto Soc Sría U.S.A Univ UU",
    finals: "
        a.C a.c a.de.C A.M a.m d.C d.c d.de.C etc ibíd id P.M p.m q.e.p.d sig sigs ss",
    measures: "
        abr ago dic ene feb hab jul jun m min nov oct seg sep sept",
    counted: "",
    endings: "",
    starters: "
        a abajo acaso además adonde ahora ahí al algo alguien alguna algunas alguno algunos
        algún allá allí ambos ante anteayer antes apenas aquel aquella aquellas aquello
        aquellos aquí asimismo así aun aunque ayer aún bajo bastante bien cada casi cerca
        cierta cierto como con conforme contra cual cualquier cuando cuanto cuatro cuál cuándo
        cuánto cómo da de debajo debe debido del delante dentro desde después detrás dice dijo
        donde dos durante dónde e el ella ellas ello ellos en encima enseguida entonces entre
        era eran eres es esa esas ese eso esos esta estas este esto estos está están excepto
        finalmente fue fuera fueron gracias ha había hace hacia han hasta hay hoy incluso
        jamás junto la las le les lo los luego mañana me mediante menos mi mientras mis mucha
        muchas mucho muchos muy más nada nadie ni ninguna ninguno ningún no nos nosotros
        nuestra nuestras nuestro nuestros nunca o ojalá os otra otras otro otros para pero
        poco pocos por porque pronto próximamente pues que quien quienes quizá quizás quién
        qué salvo se según ser será si siempre sin sino sobre solamente solo son soy su sus sí
        sólo tal también tampoco tan tanto te tenemos tengo ti tiene tienen toda todas todavía
        todo todos tras tres tu tus tú un una unas uno unos usted ustedes van varias varios
        veinte y ya yo él ésta éste",
    nouns: "",
    honorifics: "",
    fronts: "
        a abril agosto al año circa de del desde diciembre durante el en enero entre febrero
        hacia hasta julio junio la las los marzo mayo noviembre octubre por septiembre sobre y",
    after_final: "
        GMT UTC",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
