//! Polish. «r.» and «w.» end a sentence only after a number: «w 2010 r. Sejm», but «W 2010 r. Sejm».

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        abp adm adw afryk ak al alb ang ap arb archit asp austr b bm bp bryg byd bł cd cdn chem
        chor cyt czes dca doc dow Dr dr ds dyr dyw dłg fot fr franc ged Gen gen gm gosp grec
        gub h.c hab hiszp hol hr insp inż jap jw kan kap kard kier kmdr kol kom kpr kpt ks kś
        lic m.in m.st mar mec med mgr mjr mn.w nacz nadkom nb niem np nt o ob OO oprac os p.o
        pers pl podinsp por pow poł ppor ppłk pr prez Prof prof prok przew przeł przyp ps pt
        płd płk płn red ref rez roln ros rtm sierż st sygn tj tow tur tzn tzw tłum ub ukr ul ur
        wg wiceprez wsch współ węg wł właśc z.d zach zam zast zob zw zwł łac śp śr Św św śś",
    numbered: "
        Art art cz czw godz kl lit lp niedz Nr nr ok par pkt pon poz rozdz rys s sob str t tab
        tel temp ust vol wt z zał zesz",
    named: "
        Co Corp cyw Dz.U im Inc Jr jr k.c k.k k.p.c k.p.k lek Ltd maks marsz S.A s.a Sp sp
        spółdz U.S woj",
    finals: "
        i.t.d i.t.p in itd itp mies n.e n.p.m nast o.o p.n.e proc tys ub.r zm zł",
    measures: "
        cze gr gru kg km kwi lip lis lut paź paźdz sek sie sty wrz",
    counted: "
        min r rr w ww",
    endings: "",
    starters: "
        a aby albo ale ależ ani aż bardzo bez bo bowiem by być był była było były chcę chociaż
        choć choćby ci ciągle co czasami czy czyli czym często część cóż dla dlaczego dlatego
        do dobrze dokąd dopiero dotychczas dość druga drugi drugie dużo dwa dwaj dwie dzisiaj
        dzięki dziś gdy gdyby gdyż gdzie i ich ile im inna inne inni inny iż ja jak jaka jaki
        jakie jako jakże je jeden jedna jednak jednakże jedno jednocześnie jego jej jemu jest
        jestem jeszcze jeśli jeżeli już każda każde każdy kiedy kilka kim kto która które
        który którzy ku lecz lub ma mają mam mamy mi mimo między moja moje może możliwe można
        musi my mój mówi mówią na nad nadal najpierw nam nami nasi następnie nasz nasza nasze
        natomiast natychmiast nawet nic nich nie niech niektóre niektórzy nigdy nikt nim niż o
        obecnie od odkąd on ona one oni ono oraz oto pan pani po pod podczas podobno pomimo
        ponad ponadto ponieważ potem powiedział pozostałe prawie przecież przeciw przed przede
        przez przy prócz później roku również sam sama sami się skąd spośród stąd swoje swój
        są ta tak taka taki takie także tam te tego tej temu ten też to tobie trzeba trzej
        trzy tu tutaj twoje twój ty tych tyle tylko tym tymczasem u w wasz wcześniej we według
        wiele wielu więc więcej wkrótce wobec wprawdzie wreszcie wszyscy wszystkie wszystko
        wtedy wy wśród z za zamiast zanim zatem zawsze zaś zbyt ze znów został została zostały
        zresztą żaden żadna że żeby",
    nouns: "",
    honorifics: "",
    fronts: "
        do już lat lata latach na od ok około po przed r roku w we z za",
    after_final: "
        CHF CZK EUR GBP PLN proc.Amerykanów proc.Białorusinów proc.Brytyjczyków proc.Chińczyków
        proc.Czechów proc.Europejczyków proc.Francuzów proc.Hiszpanów proc.Izraelczyków
        proc.Japończyków proc.Litwinów proc.Niemców proc.Palestyńczyków proc.PKB proc.Polaków
        proc.Polek proc.Rosjan proc.Słowaków proc.Ukrainek proc.Ukraińców proc.VAT proc.Węgrów
        proc.Włochów proc.Żydów tys.Amerykanów tys.Białorusinów tys.Brytyjczyków tys.Chińczyków
        tys.Czechów tys.Europejczyków tys.Francuzów tys.Hiszpanów tys.Izraelczyków
        tys.Japończyków tys.Litwinów tys.Niemców tys.Palestyńczyków tys.Polaków tys.Polek
        tys.Rosjan tys.Słowaków tys.Ukrainek tys.Ukraińców tys.Węgrów tys.Włochów tys.Żydów USD",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
