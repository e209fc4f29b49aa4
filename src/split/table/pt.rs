//! Portuguese.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        Alm Alte aprox Arq av Brig Cap cap Cb Cdor Cel cf Cmdt Comte Conselh D Dep Des Dir dr dra
        dras drs Emb eng enga engo Exa Exma Exmo Fac Fr Gal Gen gov Ilma Ilmo Ir Maj Min Mons Mr
        Mrs N.Sra p.ex Pe pres prof profa profas profs Pç Pça R Rev Revmo Rod S Sen Sgt sr sra
        sras srs srta Sta Sto tb Tel Ten Trav V.Exa V.S Vs vs",
    numbered: "
        ap apto Art art arts bl fasc fig figs fl fls inc liv n No no núm p par pp pág págs sec
        séc t tel telef tít v vol vols",
    named: "
        adv Al alm brig C.A cel Cia Co Corp del dep dept depto E.U.A ed EE.UU ex gen Inc Jr jr
        Ltd máx mín S.A S.L sen ten Univ",
    finals: "
        a.C a.c a.m d.C d.c e.c etc ibid id Lda Ltda obs p.m ss",
    measures: "
        abr ago dez fev h hab hs jan jul jun km nov out seg set",
    counted: "
        min",
    endings: "",
    starters: "
        a acima agora ainda algo algum alguma algumas alguns alguém ali além amanhã ambos ante
        anteontem antes ao aos apenas apesar após aquela aquelas aquele aqueles aqui aquilo as
        assim através atrás até aí bem cada caso cerca certa certo com como conforme contra
        contudo cuja da daquela daquele dar das daí de dela dele deles dentro depois desde
        dessa desse desta deste do dois dos durante e ela elas ele eles em embora enfim
        enquanto entre então era eram essa essas esse esses esta estamos estas estava este
        estes estou está estão eu exceto fazer finalmente foi fora foram graças havia hoje há
        inclusive isso isto jamais junto já la lhe lhes logo longe lá mais mal mas me mediante
        menos mesma mesmo meu meus minha muita muitas muito muitos na nada nas nela nele nem
        nenhum nenhuma nessa nesse nesta neste ninguém no nos nossa nossas nosso nossos num
        numa nunca não nós o onde ontem os ou outra outras outro outros para pela pelas pelo
        pelos perante perto pois por porque porquê portanto porém posteriormente pouco poucos
        primeiro provavelmente qual qualquer quando quanto quantos quase quatro que quem quer
        sabe se segundo seja sem sempre sendo ser será seu seus sob sobre sobretudo somente
        sou sua suas sucede são tal talvez também tampouco tanto te tem temos tenho teve toda
        todas todavia todo todos trata três tu tua tudo tão têm um uma umas uns vai você vocês
        várias vários à às é",
    nouns: "",
    honorifics: "",
    fronts: "
        a ano ao até cerca da de desde do durante e em entre na no por volta à às",
    after_final: "
        GMT UTC",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
