//! Czech. After a number a full stop mostly means an ordinal, but a capital after it starts a sentence.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        akad alt ang angl arch arm b Bc bc BcA bl cit col císař Dipl dipl Doc doc dop Dr dr dán
        event evt fr franc gen genmjr genpor gub gšt hl Ing ing j.č JUDr kard kol komp kpt kr
        lat m.j maď MgA Mgr mgr mj mjr Mons mons MUDr MVDr např npor nprap nrtm něm opr p
        PaedDr par Ph.Dr PharmDr PhDr PhMr plk popř por pplk ppor pprap prap Prof prof prům pí
        př Přem příp red resp RNDr rotm RSDr rtm rus s.d slov slč sr srov stržm Sv sv ThDr
        ThLic tj tzn tzv tř ul v.d viz vl vrch vs vyd vč zast zkr zn zv čet čj řec škpt šp",
    numbered: "
        kap obr odst pol pá písm příl r roč s so str t tab tel ust vol út Č č čl čp čt čís",
    named: "
        Co Corp ev Inc Jr jr Ltd max ml Mor n.p nám o.s p.o SE spol st stol U.S",
    finals: "
        a.s ad aj apod atd atp CSc csc DrSc ff hod k.s LL.M MBA mil mld n.l n.m násl o.p.s Ph.D
        př.n.l s.r.o tis v.o.s z.s z.ú",
    measures: "
        břez dub km květ led list min pros sek srp zář ún čvc čvn říj",
    counted: "",
    endings: "",
    starters: "
        a aby ale alespoň ani aniž asi avšak ač ačkoli až bez bohužel brzy bude budou by byl
        byla byli bylo byly během celkem co což další dnes do dokonce dokud dosud dva dvě dále
        hned i jak jakmile jako jaká jaké jaký je jeden jedna jedno jeho jejich její jen jenom
        jenže jestli ještě jiná jiné jiní jiný již já k kam každá každé každý kde kdo kdy
        kdyby když ke kolem kolik kromě která které který kteří letos loni mají mezi mimo
        mluvčí mnoho mnozí moc mohl mohou mu my myslím má máme můj může na nad nakonec naopak
        například naše naši ne nebo neboť nebude nebyl nedávno nejde nejdříve nejen nejméně
        nejprve nejsou nejvíce nemá není než nic nicméně nikde nikdo nikdy nám nás náš někde
        někdo někdy několik některé někteří o oba obě od ode on ona oni ono ostatní ostatně
        pak po pod podle pokud poněvadž poslední potom poté pro proti proto protože proč přece
        před především přes přesto přestože při přibližně přitom původně s samozřejmě se si
        snad současně stále svá své svůj sám ta tady tahle tak taková také takže tam tato tedy
        tehdy ten tento teprve teď ti to tohle toho tom tomu totiž toto tu tuto tvůj ty tyto
        též tři u už v vaše ve vedle velmi vlastně vy vám váš více včera však všechno všichni
        vůbec vždy vždyť z za zase zato zatím zatímco zcela zda zde ze znovu zítra či že žádná
        žádné žádný",
    nouns: "",
    honorifics: "",
    fronts: "
        asi do k kolem na od po před r roku v ve za",
    after_final: "
        CZK EUR GBP Kč PLN USD",
    speech: "",
    ordinal_after: "
        dne do od",
    ordinal_before: "",
};
