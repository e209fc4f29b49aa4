//! French. «M.» stands before every name, also one with an article: «M. Le Goff».

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        adj anc apr av bd boul c.-à-d capt cf cmdt Col Dr Drs env gal gén Hon lt M Me Mgr Mlle
        Mlles MM Mme Mmes Mr Mrs p.-ê p.ex Pr Prof resp S.A.R S.Exc S.M sgt Sr St Ste Sté sén tél
        vs Éts év",
    numbered: "
        al Art art ch chap fasc fig liv lun n No no Nos nos p par pl pp rte réf sam sect t v ven
        vol vols éd",
    named: "
        cap Cie Co col Corp dép E.-U ed Inc J.-C Jr jr Ltd Ltée max N.D.L.R P.-D.G P.S prov S.A
        S.A.R.L S.A.S S.N.C trad U.R.S.S Univ éds",
    finals: "
        etc hab ibid id op.cit ss suiv",
    measures: "
        avr déc fév févr h janv juil min nov oct sec sept",
    counted: "",
    endings: "",
    starters: "
        afin ainsi alors au aucun aucune aujourd'hui auparavant auprès aussi autant
        autour autre autrement autres aux avant avec avoir beaucoup bien bientôt bref c'
        c'est c'était car ce ceci cela celle celles celui cependant certain certaine
        certaines certains ces cet cette ceux chacun chacune chaque chez ci-dessous
        combien comme comment contre d' d'abord d'ailleurs d'après d'autres dans de
        demain depuis derrière des deux devant dix donc dont du durant dès déjà
        désormais elle elles en encore enfin ensuite entre environ est et face faute
        grâce hier hormis ici il ils j' j'ai jamais je jusqu' jusqu'au jusqu'ici jusqu'à
        l' l'un la laquelle le lequel les leur leurs lors lorsqu' lorsque lui là m' ma
        maintenant mais malgré me mes mieux moins mon même n' n'est naguère ne ni non
        nos notre nous nul néanmoins on or ou oui outre où par parce parfois parmi
        partout pas pendant personne peu peut-être plus plusieurs plutôt pour pourquoi
        pourtant presque près puis puisqu' puisque qu' qu'est-ce quand quant quatre que
        quel quelle quelles quelqu'un quelque quelques quels qui quoi quoique rien s'
        s'agissant s'il sa sans sauf se selon ses seul seule seulement si sinon sitôt
        six soit son sont sous souvent suite sur surtout t' ta tandis tant tel telle
        tels tes toi ton toujours tous tout toute toutefois toutes trois trop très tu
        tôt un une vers voici voilà vos votre vous vraiment y à être",
    nouns: "",
    honorifics: "",
    fronts: "
        après au avant de depuis du dès en entre et jusqu'en l'an la le vers à",
    after_final: "",
    speech: "",
    ordinal_after: "",
    ordinal_before: "",
};
