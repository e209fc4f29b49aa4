//! Dutch.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        a.h.w adj Adm alg Bc bc bijv bijz Burg ca Cap cf d.d d.i d.m.v d.w.z Dhr dhr Dr dr Drs
        drs Ds ds e.g enigsz evt excl geb Gebr gebr gem Gen Gen.-maj h.c H.K.H H.M hr i.c i.h.b
        i.p.v i.s.m i.t.t i.v.m incl Ing ing inz Ir ir Jhr jhr jkvr Kap kapt Kol kol Lic lic Lt
        lt Luit m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v Maj Mej mej Mevr mevr Mgr mgr Mr mr
        Mrs Ms Mw mw n.a.v n.l nl o.a o.b.v o.g.v o.i.d o.l.v o.m o.t.v ong p.o pl.v plm Pres
        Prof prof ps rd resp Sgt sgt St st t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v t.t.v t.w.v Th
        v.w.b verg vgl vlg vnl vs weth z.g z.g.n Z.K.H Z.M zg zgn zr",
    numbered: "
        afb afd Art art bijl blz di dl do fig H hfdst ma No no Nr nr nrs p pag par pp r Tel tel
        vol vr wo za zo",
    named: "
        a.d B.V b.v c.s C.V Co Corp e.v Inc Jr jr Ltd max N.V n.v S.A s.a s.v.p Sr sr U.S Univ
        V.O.F V.S w.o",
    finals: "
        a.s a.u.b d.v e.a e.d e.e.a e.v.a enz etc i.o jl l.l m.m mld mln n.Chr p.j p.m p.p s.v
        u.s v.Chr",
    measures: "
        apr aug dec feb febr gr jan km min mrt nov okt sec sep sept",
    counted: "",
    endings: "
        str",
    starters: "
        aan achter al alle alleen allen alles als alsof althans altijd ander andere anders
        behalve beide bij binnen boven bovendien buiten circa daar daarbij daardoor
        daarentegen daarin daarmee daarna daarnaast daarom daarop daartegen daarvoor dan
        dankzij dat de deze dezelfde die dit doch door dus echter een eens eerder eerst
        eigenlijk elk elke en enige enkele er evenals eveneens gedurende geen gelukkig haar
        had hadden heb hebben heeft heel hem hen het hier hierdoor hij hoe hoeveel hoewel hun
        ieder iedere iedereen iemand iets ik in inclusief inderdaad indien ingevolge inmiddels
        intussen is ja je jij jou jouw juist jullie kan kunnen later maar meer meestal men met
        mijn misschien moet na naar naast nadat namelijk natuurlijk nee net niemand niet niets
        noch nog nooit nu of ofschoon om omdat ondanks onder ons onze ook op opnieuw over
        overigens pas per sinds slechts sommige soms steeds straks tegen tegenwoordig ten
        tenslotte tenzij ter terwijl tevens tijdens toch toen tot totdat trouwens tussen twee
        u uit uiteindelijk uiteraard uw vaak van vanaf vandaag vandaar vanuit vanwege veel
        vele verder via vier voor vooral voordat voorlopig vorig vorige waar waarbij waarom
        waarschijnlijk wanneer want waren was wat we weer weinig wel welk welke werd wie wij
        wil word worden wordt ze zeer zeker zelf zelfs zes zich zij zijn zo zoals zodat zodra
        zolang zonder zou zowel zullen één",
    nouns: "",
    honorifics: "",
    fronts: "
        aan de eind het in jaar om omstreeks op rond sinds tot van vanaf voor",
    after_final: "
        gr.Celsius",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
