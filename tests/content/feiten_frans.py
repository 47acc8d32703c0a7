"""The 93 facts of the practice case Frans van Noord, one a line: who says it, where it stands in the file, and in what words."""

from typing import NamedTuple

VERTELLER = "verteller"
FRANS = "Frans"
MELDPUNT = "Meldpunt"
RAPPORT = "rapport"
HULPVERLENERS = "hulpverleners"
TEAM = "team"
AANNAME = "aanname"


class Feit(NamedTuple):
    nr: int
    wie: str
    waar: str
    """The path in the exchange file: `notities[3].tekst`."""
    woorden: tuple[str, ...]
    """All of these stand there, capitals aside."""


FEITEN = (
    Feit(1, VERTELLER, "casus.naam", ("Frans van Noord",)),
    Feit(2, VERTELLER, "casus.leeftijd", ("62",)),
    Feit(3, VERTELLER, "notities[0].tekst", ("man",)),
    Feit(4, VERTELLER, "casus.in_een_zin", ("alleenstaand",)),
    Feit(5, VERTELLER, "notities[1].tekst", ("astma",)),
    Feit(6, VERTELLER, "notities[1].tekst", ("hartfalen",)),
    Feit(7, VERTELLER, "notities[0].tekst", ("al jaren", "Werk", "niet")),
    Feit(8, VERTELLER, "notities[2].tekst", ("gekwetst",)),
    Feit(9, VERTELLER, "notities[2].tekst", ("niemand", "echt vertrouwt")),
    Feit(10, VERTELLER, "notities[3].tekst", ("zoon", "Harrie")),
    Feit(11, VERTELLER, "notities[3].tekst", ("nog vrij jong", "15 jaar")),
    Feit(12, VERTELLER, "notities[3].tekst", ("geen contact meer",)),
    Feit(13, VERTELLER, "notities[4].tekst", ("meer dan één keer in beeld",)),
    Feit(14, VERTELLER, "notities[4].tekst", ("laatste keer", "7 maanden geleden")),
    Feit(15, VERTELLER, "notities[4].tekst", ("uitkering van DWI gestopt",)),
    Feit(16, VERTELLER, "notities[5].tekst", ("Meldpunt", "eerder")),
    Feit(17, MELDPUNT, "notities[6].tekst", ("gesprek", "heel goed te reageren")),
    Feit(18, MELDPUNT, "notities[5].tekst", ("Meldpunt", "geen psychische stoornis")),
    Feit(19, MELDPUNT, "notities[7].tekst", ("Meldpunt", "liet het aan hem over")),
    Feit(20, RAPPORT, "notities[7].tekst", ("rapport", "niet gemotiveerd", "mee te doen")),
    Feit(21, RAPPORT, "notities[8].tekst", ("brood in de trommel", "rapport")),
    Feit(22, VERTELLER, "notities[9].tekst", ("Dreigt er iets", "alle mensen en instanties die hij kent")),
    Feit(23, VERTELLER, "notities[9].tekst", ("Zelfs de wethouder",)),
    Feit(24, VERTELLER, "notities[9].tekst", ("ombudsman",)),
    Feit(25, FRANS, "notities[10].tekst", ("Niemand doet het goed", "vindt hij")),
    Feit(26, VERTELLER, "notities[11].tekst", ("dreiging weg", "van niemand meer iets weten")),
    Feit(27, VERTELLER, "notities[12].tekst", ("Hulpverleners", "op de proef gesteld")),
    Feit(28, HULPVERLENERS, "notities[13].tekst", ("bezorgd", "raakt hij zijn huis kwijt", "wat dan")),
    Feit(29, HULPVERLENERS, "notities[14].tekst", ("Hulpverleners", "gekwetst", "deden veel", "toch aan de kant")),
    Feit(
        30,
        HULPVERLENERS,
        "notities[15].tekst",
        ("onverschillig", "water hem aan de lippen", "precies wie hij moet hebben"),
    ),
    Feit(31, HULPVERLENERS, "notities[15].tekst", ("niet druk", "wacht af", "vanzelf terug")),
    Feit(32, HULPVERLENERS, "notities[16].tekst", ("teleurgesteld",)),
    Feit(33, HULPVERLENERS, "notities[16].tekst", ("boos", "ineens", "wantrouwen")),
    Feit(34, HULPVERLENERS, "notities[17].tekst", ("verliezen de moed", "veel tijd", "zijn vertrouwen hadden")),
    Feit(35, HULPVERLENERS, "notities[17].tekst", ("opeens de deur dicht",)),
    Feit(36, HULPVERLENERS, "notities[18].tekst", ("Eén formulier ontbrak", "start de uitkering niet")),
    Feit(37, HULPVERLENERS, "notities[19].tekst", ("machteloos", "Ik weet het niet meer")),
    Feit(38, VERTELLER, "notities[12].tekst", ("Kort gezegd", "elk soort gevoel")),
    Feit(39, VERTELLER, "notities[20].tekst", ("sprak iemand van de woningcorporatie",)),
    Feit(40, FRANS, "notities[21].tekst", ("zo eenzaam voelt",)),
    Feit(41, FRANS, "notities[21].tekst", ("Niemand kijkt naar hem om",)),
    Feit(42, FRANS, "notities[21].tekst", ("eigen zoon Harrie niet",)),
    Feit(43, VERTELLER, "notities[22].tekst", ("Jan en ik", "twee leden van het kernteam")),
    Feit(44, TEAM, "notities[22].tekst", ("besluiten naar hem toe te gaan",)),
    Feit(45, TEAM, "notities[22].tekst", ("willen weten wat we voor hem kunnen betekenen",)),
    Feit(46, VERTELLER, "notities[23].tekst", ("belden hem eerst op",)),
    Feit(47, VERTELLER, "notities[23].tekst", ("vertrouwt niemand", "toch de codes van de bel")),
    Feit(48, VERTELLER, "notities[24].tekst", ("mochten binnenkomen", "Esmé en ik")),
    Feit(49, VERTELLER, "notities[25].tekst", ("gang", "pizzadozen", "opgestapeld tot het plafond")),
    Feit(50, FRANS, "notities[26].tekst", ("tegen het lawaai", "zegt hij")),
    Feit(51, FRANS, "notities[26].tekst", ("tegen de tocht",)),
    Feit(52, VERTELLER, "notities[27].tekst", ("alleen zijwaarts de kamer in",)),
    Feit(53, VERTELLER, "notities[28].tekst", ("gordijnen zijn dicht",)),
    Feit(54, VERTELLER, "notities[28].tekst", ("licht in de kamer", "lampjes in de kerstboom")),
    Feit(55, VERTELLER, "notities[28].tekst", ("begin juli",)),
    Feit(56, FRANS, "notities[29].tekst", ("voelt zich ziek",)),
    Feit(57, VERTELLER, "notities[30].tekst", ("bijna niet de deur uit",)),
    Feit(58, VERTELLER, "notities[31].tekst", ("Eén keer per week", "vrijwilliger van de kerk", "boodschappen")),
    Feit(59, FRANS, "notities[32].tekst", ("hulpverleners wantrouwt",)),
    Feit(60, FRANS, "notities[32].tekst", ("Ik zette ze de deur uit",)),
    Feit(61, FRANS, "notities[32].tekst", ("allemaal leugenaars",)),
    Feit(62, FRANS, "notities[33].tekst", ("Ze zeggen", "brand", "mijn vorige huis", "zegt hij")),
    Feit(63, FRANS, "notities[34].tekst", ("politie", "dossier")),
    Feit(64, FRANS, "notities[34].tekst", ("Ook daarin", "allemaal leugens over mij")),
    Feit(65, FRANS, "notities[35].tekst", ("Iedereen is tegen hem",)),
    Feit(66, VERTELLER, "notities[36].tekst", ("tijdens het gesprek", "te klikken met Jan")),
    Feit(67, TEAM, "notities[43].tekst", ("grote zorgen over de situatie",)),
    Feit(68, TEAM, "notities[44].tekst", ("hoop", "een volgend gesprek lijkt te kunnen")),
    Feit(69, VERTELLER, "notities[45].tekst", ("Drie dagen later", "bericht")),
    Feit(70, VERTELLER, "notities[45].tekst", ("via de receptie",)),
    Feit(71, FRANS, "notities[45].tekst", ("niets meer met ons te maken",)),
    Feit(72, FRANS, "notities[46].tekst", ("helpt toch allemaal niet",)),
    Feit(73, FRANS, "notities[47].tekst", ("Alleen de vrijwilliger van de kerk", "nog welkom")),
    Feit(74, VERTELLER, "notities[48].tekst", ("wat nu", "blijft open")),
    Feit(75, AANNAME, "notities[49].tekst", ("Stel", "met Jan wil hij nog wel iets")),
    Feit(76, AANNAME, "notities[50].tekst", ("Stel", "Esmé vertrouwt hij niet")),
    Feit(
        77, VERTELLER, "notities[37].tekst", ("ziektekostenverzekering", "al een tijdje niet", "bleek in het gesprek")
    ),
    Feit(78, VERTELLER, "notities[37].tekst", ("gevolgen", "medische behandeling")),
    Feit(79, VERTELLER, "notities[38].tekst", ("Al die tijd", "niet meedoen met de collectieve verzekering")),
    Feit(80, VERTELLER, "notities[38].tekst", ("Al dat ingrijpen vertrouwt hij niet",)),
    Feit(81, VERTELLER, "notities[39].tekst", ("zelf in de hand houden",)),
    Feit(82, VERTELLER, "notities[40].tekst", ("Met DWI", "al eerder te maken")),
    Feit(83, VERTELLER, "notities[40].tekst", ("liep mis", "uitkering werd gestopt")),
    Feit(84, VERTELLER, "notities[51].tekst", ("DWI zit in het team",)),
    Feit(
        85,
        VERTELLER,
        "notities[52].tekst",
        ("Je weet", "automatisch inhouden", "hulp van DWI", "veel problemen", "voorkomen"),
    ),
    Feit(86, FRANS, "notities[41].tekst", ("gezegd", "Harrie zo graag wil zien")),
    Feit(87, FRANS, "notities[42].tekst", ("depressief", "geen contact", "heeft hij gezegd")),
    Feit(88, VERTELLER, "notities[53].tekst", ("Jan en Esmé niet meer zien",)),
    Feit(89, VERTELLER, "notities[54].tekst", ("Je weet", "Spirit kent Harrie")),
    Feit(90, VERTELLER, "notities[55].tekst", ("in principe", "alle partijen aan één tafel")),
    Feit(91, VERTELLER, "notities[55].tekst", ("lijnen zijn kort",)),
    Feit(92, VERTELLER, "notities[56].tekst", ("botsen", "leefwereld", "systeemwereld", "instanties", "soms")),
    Feit(93, VERTELLER, "notities[56].tekst", ("kernteamlid", "direct met die leefwereld")),
)
