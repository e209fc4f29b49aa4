//! English. Military and civil titles always join; states, streets and companies only where no plain word follows.

use super::Data;

pub(super) static DATA: Data = Data {
    joins: "
        adm Adv Ald amb assoc asst atty b.k.a brig ca capt cdr Cdre cf Chas Civ cllr cmdr cmdre
        col comdr Comm cpl cpt Dep Det Dir Dist dr Drs e.g Ens esp feat Fr Ft Gen Gens Geo gov
        govs Hon i.e insp Jas lieut lt lts maj messrs mgr mlle mme mmes mr mrs ms msgr mt mx ofc
        Pres prof profs pvt Rep Reps ret Rev Revs Robt Sec Sen Sens sgt sgts spc sra srta ssgt Supp
        supt Thos Treas v viz vs Wm",
    numbered: "
        Apt Art Arts Bk ch chap chaps cl Cor Deut Eph eq Exod ext fig figs Isa Jer Lev ll Matt no
        nos nr Op p para paras pg pp pt pts Reg Regs Rm Rom Rte Sched sect sects ss suppl tel Tel
        ver vol vols",
    named: "
        A.G acad Ala Alta approx Ariz Ark assn ave bhd bldg blvd bros Calif Cav cia Cir co Colo
        Conn corp cos Ct Ctr D.C Del dept depts Div ed eds est Expy Fla Fwy Ga gmbh gov't govt
        hwy Ill inc incl Ind int'l intl jr Kan Kans Ky L.L.C L.P La Ln ltd Mass max Md Med mfg
        Mich min Minn misc Miss Mo Mont mtn Mts N.V nat'l natl Neb Nebr Nev Okla Ont Ore orig
        Pa Penn Pkwy Pl plc Pt Pte Pty Que rd S.A S.p.A Sask Sdn sq sr st ste sts Tenn Tex univ
        Va Vt Wash Wis Wisc Wyo",
    finals: "
        a.m b.a b.c b.c.e b.sc c.e c.p.a d.d.s d.m.d d.phil d.v.m ed.d esq etc ibid j.d ll.b
        ll.d ll.m m.a m.b.a m.d m.p.h m.sc p.m p.s ph.d psy.d r.n s.j sc.d",
    measures: "
        a.d al Apr Aug bbl cc cm cu Dec deg doz Feb fl Fri ft gal gals hr hrs in Jan Jul Jun kg
        km kw lb lbs Mar mg mi mins ml mm mo Mon mos Nov Oct oz pct qt Sat sec secs Sep Sept
        sq.ft Sun tbsp Thu Thur Thurs tsp Tue Tues Wed Weds wk wks yd yds yr yrs",
    counted: "
        P.M",
    endings: "",
    starters: "
        a about according across add additionally after again against all almost along already
        also although always amid among an and another any anyone are around as asked at
        because before behind being besides between beyond both but by can come consider could
        despite did do does during each earlier either elsewhere even eventually every
        everyone everything except few finally first firstly five following for four from
        further furthermore get give given go had half has have having he he'd he'll he's
        hence her here here's hers his how however i i'd i'll i'm i've if in indeed inside
        instead into is isn't it it'd it'll it's its just last lately later less let let's
        like likewise look made many maybe meanwhile more moreover most much my near nearly
        neither never nevertheless next no nobody none nonetheless nor not nothing now of off
        often ok on once one ones only onto or other others otherwise our out outside over
        overall per perhaps please previously rather recently second secondly see seven
        several she she'd she'll she's should similarly since six so some somebody someone
        something sometimes soon still subsequently such suddenly take than thank that that's
        the their them then there there's thereafter therefore these they they'd they'll
        they're they've this those though three through throughout thus to today together
        tomorrow tonight toward towards two under unfortunately unless unlike until up upon us
        usually very via was we we'd we'll we're we've well were what what's whatever when
        whenever where whereas whether which while who who's whoever whole whose why will with
        within without would yes yesterday yet you you'll you're you've your",
    nouns: "
        activists aides airlines analysts attendance attorneys authorities banks bidders borrowers
        campaigners carmakers children citizens coaches commuters companies competitors consumers
        couples crews critics crowds customers deaths debt deliveries demand democrats details
        detectives diplomats directors doctors donors drivers earnings economists employees
        engineers executives experts exports families fans farmers fears figures firefighters
        flights forecasters growth guests homeowners hundreds images imports inflation insurers
        investigators investors journalists judges jurors landlords lawmakers lawyers leaders
        lenders locals losses managers manufacturers members men migrants millions ministers
        motorists neighbors neighbours nurses officials opponents organisers
        organizers owners paramedics parents part passengers patients pensioners people pilots
        players police politicians polls prices producers profit profits prosecutors protesters
        pupils rainfall readers refugees regulators relatives reporters reports republicans
        rescuers researchers residents results retailers revenue revenues rivals sailors sales
        sanctions scientists scores senators shareholders shares shoppers shops soldiers sources
        spending staff stocks strikes students studies subscribers suppliers supporters survivors
        talks taxes teachers teenagers temperatures tenants tensions thousands tickets tourists
        traders trains travelers travellers troops unemployment users veterans victims viewers
        villagers violence visitors volunteers voters wages witnesses women workers",
    honorifics: "Mr Mrs Ms",
    fronts: "
        a about after almost and approximately April around as at August before between by
        circa December during early every exactly February Friday from in January July June
        just late March May Monday nearly next November October of on only or over roughly
        Saturday September shortly since Sunday the through Thursday till to today tomorrow
        Tuesday until Wednesday within year yesterday",
    after_final: "
        AEDT AEST AKDT AKST April AST August BST CDT Central CEST CET CST CT Dec December
        Eastern EAT EDT EEST EET EST ET Feb February Fri Friday Fridays GMT HKT HST IST Jan
        January JST July June KST March May MDT Mon Monday Mondays Mountain MSK MST MT Nov
        November NZDT NZST Oct October Pacific PDT PST PT SAST Sat Saturday Saturdays Sept
        September SGT Sun Sunday Sundays Thurs Thursday Thursdays Tues Tuesday Tuesdays UTC WAT
        Wed Wednesday Wednesdays weekdays weekends WET WIB",
    speech: "
        added adds admitted answered argued argues asked asks barked begged bellowed boasted
        boomed called chanted chuckled claimed commented complained concluded continued
        countered cried crowed deadpanned declared demanded enthused exclaimed explained
        explains fumed gasped hollered implored inquired insisted interjected joked lamented
        laughed marveled marvelled mumbled murmured mused muttered noted notes observed opined
        pleaded pondered posted proclaimed protested queried quipped recalled remarked repeated
        replied responded retorted roared said says scoffed screamed shouted shouts sighed
        snapped snarled sobbed stated tells testified texted told tweeted urged vowed warned
        whispered wondered writes wrote yelled yells",
    ordinal_after: "",
    ordinal_before: "",
};
