//! Italian.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        Agr amm arch arcid avv Az b.go Brig brig c.a c.p c.so ca cap card cav cc cf cfr cit cod
        Col comm cons dep dir Dott dott Dott.ssa dott.ssa Dr dr Dr.ssa dr.ssa Ecc ed Egr Em f.lli
        fam Gen gen gent geom Ill Ing ing jun lett lg ll Magg magg Mons mons Mr mr Mrs n.d.r ns On
        on op p.es p.za preg Prof prof prof.ssa Proff proff rag Rev rev riv S sac Sen sen serg Sig
        sig sig.na sig.ra sig.ri Sigg sigg spett SS ss tel Ten ten trad V v v.le vd vs",
    numbered: "
        Art art Artt artt c capp cell co D.L d.l D.Lgs D.lgs d.lgs D.P.C.M D.P.R d.p.r dom es fasc
        fig figg gio ingr lib lun mer N n nn nr num p pag pagg par pp prot rid rif sab Sec sec sez
        tab tav tit ven vol voll",
    named: "
        a.r.l C.so Cia Co col Corp F.lli Inc Jr jr Ltd mar max P.zza rist S.A S.a.s s.a.s S.n.c
        s.n.c S.P.A S.p.A s.p.a S.R.L S.r.l s.r.l U.S.A Univ V.le",
    finals: "
        a.C a.c a.m d.C d.c ecc etc ibid id seg segg u.s",
    measures: "
        ab ago apr dic feb giu lug nov ott sett",
    counted: "
        min p.m",
    endings: "",
    starters: "
        a abbiamo accanto ad adesso agli ai al alcune alcuni all' all'inizio alla alle
        allo allora altre altri altrimenti anche ancora anzi appena assieme attraverso
        avanti basta bene c' c'era c'è che chi chiunque ci ciascuno cioè circa ciò col
        come comunque con contro cosa così cui d' da dagli dai dal dall dall' dalla
        dalle davanti davvero degli dei del dell dell' della delle dello dentro di
        dietro diversi domani dopo dove due dunque durante e ecco ed egli ella entrambi
        entro era erano essa essi esso fa fin finalmente fino forse fra fu fuori già gli
        grazie ha hanno ho i ieri il in inoltre insieme insomma intanto invece io l'
        l'altro l'unico la le lei li lo loro lui là lì ma mai malgrado me meglio meno
        mentre mi mia mie miei mio molta molte molti molto ne neanche negli nei nel nell
        nell' nella nelle nello nemmeno neppure nessun nessuna nessuno niente no noi non
        nonostante nostra nostre nostri nostro nulla né o oggi ogni ognuno oltre oppure
        ora per perché perciò perfino pertanto però piuttosto più poche pochi poco poi
        poiché presso prima proprio pur pure può qua qual qualche qualcosa qualcuno
        quale quali quando quant quanto quasi quattro quell' quella quelle quelli quello
        quest' questa queste questi questo qui quindi sarà se sebbene secondo sembra
        sempre senza si sia siamo sicuramente simile sono sopra soprattutto sotto spesso
        stamattina stasera su sua sue sugli sui sul sull' sulla sulle suo suoi sì tale
        tali talvolta tanta tante tanti tanto te tra tranne tre troppo tu tutta tuttavia
        tutte tutti tutto un un' una uno va vi vicino voi vostra vostro è",
    nouns: "",
    honorifics: "",
    fronts: "
        a alle anno circa dal dall'anno del e entro fino in intorno l' ma nel nell'anno verso",
    after_final: "",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
