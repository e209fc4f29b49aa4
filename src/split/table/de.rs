//! German. Nouns have capitals, so that an ordinal is told by the word before it or a month after it.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        Abg allg amerik Anm bes bez bspw bzgl bzw ca chin d.h d.i Dipl Doz Dr dt ehem eigtl
        einschl em engl entspr Erzb europ ev evtl exkl Fa Forts Fr franz Frhr Frl frz geb Gebr
        gegr gem gesch gest gg ggf ggfs griech h.c Hl hl Hptm Hr Hrn Hrsg hrsg i.A i.d.R i.V
        incl Ing inkl insb insbes ital jap jew jur kath Kfm lat Lt lt m.E m.W Mag Maj med mind
        Mr Mrs Ms mtl mult nat niederl o.g OStR phil poln Prof Prov Präs rd Red rer resp russ
        röm schwed schweiz sog span St staatl stellv stv städt türk u.a u.U u.v.a Uffz ung usf
        v.a verg verh versch vgl Vors vs wg Wm z.B z.H z.Hd z.T z.Z z.Zt zit zw zz zzgl zzt ö
        österr",
    numbered: "
        Abb Abs Abschn Abt Alin Anl Art Aufl Az Bd Bde Bl Di Do Fn H Jg Kap lfd Mi Mo Nr Nrn Pos
        Rdn Rn S Sa Sp Tab Tel Tz Zi Ziff",
    named: "
        a.D a.d.R a.M Apr Aug B.V Bhf Chr Co Corp Ct Dez e.G e.V Einw Feb Ges Hbf i.B i.Br i.R
        Inc Jan Jr jr jun Jän Kto Ltd max Mill Min Mio Mrd N.V Nov o.J o.O ob.d.T Okt Pf Pl
        Präp qm Rep S.A s.o s.u Sek sen Sep Sept sr Std Str Tsd u.s.w v.d.H",
    finals: "
        a.a.O al etc f ff Jh Jhd Jhdt Jhs m.b.H n.Chr n.u.Z o.Ä o.ä p.a u.dgl u.v.m u.Ä u.ä
        usw uvm v.Chr v.H v.u.Z",
    measures: "
        Jul Mär",
    counted: "",
    endings: "
        str",
    starters: "
        ab aber alle allein allem allen aller allerdings alles als also am an andere anders
        angesichts ansonsten auch auf aufgrund aus außer außerdem bald bei beide beim bereits
        besonders bevor bis bisher da dabei dadurch dafür dagegen daher dahinter damals damit
        danach daneben dank dann daran darauf daraufhin daraus darin darum darunter darüber
        das dass davon davor dazu dazwischen dein deine dem demnach den denn dennoch der deren
        derzeit des deshalb dessen desto deswegen die dies diese diesem diesen dieser dieses
        doch dort drei du durch eben ebenfalls ebenso ehe eigentlich ein eine einem einen
        einer eines einige einst er erst es etwa etwas euch falls fast für ganz gegen
        gegenüber genau gerade gestern gleichzeitig gut haben hat hatte heute hier hinter
        hinzu ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer immerhin in indem indessen
        infolge inklusive innerhalb ins insgesamt inzwischen irgendwann ist ja je jede jeder
        jedes jedoch jemand jene jetzt kaum kein keine keiner kurz künftig laut leider man
        manche mehr mehrere mein meine meist mindestens mit mitte mittlerweile morgen muss
        möglicherweise nach nachdem natürlich neben nein nicht nichts nie niemand noch
        normalerweise nun nur nächste ob obwohl oder offenbar oft ohne schließlich schon sechs
        sehr sein seine seinem seinen seiner seit seitdem selbst sicher sie sind so sobald
        sogar solche sollte somit sondern sonst sowohl statt stattdessen trotz trotzdem um und
        uns unser unsere unter viel viele vielleicht vielmehr vier vom von vor vorher war
        waren warum was weder wegen weil weiter weitere weiterhin welche wenig wenige weniger
        wenn wer werden weshalb wie wieder wieso will wir wird wo wobei wohl wollte womit
        wurde während würde zu zudem zuerst zugleich zuletzt zum zumindest zunächst zur zuvor
        zwar zwei zwischen über überhaupt übrigens",
    nouns: "",
    honorifics: "",
    fronts: "
        ab am an anno bis circa dem den der etwa gegen im in Jahr Jahre kurz nach rund seit um
        vor",
    after_final: "",
    speech: "",
    ordinal_after: "
        ab alle als am an beim bis das dem den der deren des dessen die Dienstag diesem diesen
        dieser dieses Donnerstag ein eine einem einen einer eines euer Freitag ihr ihre ihrem
        ihren ihrer im in ins jede jedem jeden jeder jeweils mein meine meinem meinen meiner
        Mittwoch Montag nach Samstag sein seine seinem seinen seiner seit Sonntag sowie und
        unser unsere unserem unseren unserer vom vor zum zur zweiten",
    ordinal_before: "
        Apr April Aug August Bundesliga Bundestag Dez Dezember Etage FC Feb Feber Februar
        Geburtstag Jahrhundert Jahrhunderts Jan Januar Juli Juni Jänner Klasse Lebensjahr Liga
        Mai Minute März Nov November Okt Oktober Platz Sept September Spieltag Stock Weltkrieg",
};
