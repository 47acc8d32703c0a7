"""The samenvatting: what of a casus goes on one A4, chosen and put into words. Where it stands is for `pdf/`.

Everything here can be kept as JSON (`vorm.to_plain`) and drawn again exactly as it was. How to reach someone (`bereik`)
and what to mind at a visit (`let_op`) are never part of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from leefgebieden.content.model import Content, Kaart, Kanaal, Leefgebied
from leefgebieden.domain.afspraak import Afspraak, sort_afspraken
from leefgebieden.domain.casus import HeleCasus, Namen, Soort, StandSoort
from leefgebieden.domain.datum import to_dag, write_dag, write_hele_dag
from leefgebieden.domain.gesprek import Contact
from leefgebieden.domain.namen import Vervanger, make_vervanger
from leefgebieden.domain.netwerk import OP_A4_HOOGUIT, Band, Kring
from leefgebieden.domain.notitie import Notitie, OpA4, VanWie, Wat, write_herkomst
from leefgebieden.domain.notitie import Soort as NotitieSoort
from leefgebieden.domain.papier import find_leefgebied, find_notitie, may_stand, strip_aanhaling, write_zin
from leefgebieden.domain.stand import came_from_others
from leefgebieden.domain.tekst import normalise_tekst, to_one_line
from leefgebieden.domain.tijdlijn import GESPREKKEN, Moment, list_momenten
from leefgebieden.domain.voorstel import merge_keuzes, propose_a4
from leefgebieden.domain.vorm import Id

OPENVRAGEN_HOOGUIT = 5
BANEN_HOOGUIT = 5
"""So many lanes of the timeline on the A4, and so many moments in each."""
MOMENTEN_PER_BAAN = 3
VERKLARING_HOOGUIT = 2
TWEE_WEKEN = timedelta(days=14)
_ROEPNAAM_HOOGUIT = 24
_BEWAKERS_HOOGUIT = 2
_MAKERS_HOOGUIT = 40
_NIET_OVER_GEPRAAT = ("nog niet over gepraat",)


class Gelezen(StrEnum):
    """Whether the person has read it."""

    JA_SAMEN = "ja-samen"
    NOG_NIET = "nog-niet"
    WIL_NIET = "wil-niet"


@dataclass(frozen=True)
class Kop:
    """The head of the page. `roepnaam` is how the page calls the person in its headings."""

    naam: str
    roepnaam: str
    zin: str
    stand: str
    maker: str
    gelezen: str


@dataclass(frozen=True)
class Letpunt:
    """One thing that we mind now: `kop` (up to the first full stop, bold) and the rest."""

    kop: str
    tekst: str = ""


@dataclass(frozen=True)
class Regel:
    """One notitie as it stands on paper. `id` is that of the notitie; `herkomst` says who says it."""

    id: Id
    tekst: str
    herkomst: tuple[str, ...] = ()
    soort: NotitieSoort = NotitieSoort.ZONDER_LABEL
    ook_lastig: bool = False
    """Both kracht and lastig: it stands once, under kracht, with both signs."""
    gekozen: bool = False
    """The worker put it on the A4; what the rules chose is left out before it."""
    gemaakt_op: datetime | None = None


@dataclass(frozen=True)
class Gebied:
    """One row of the mirror: kracht on the left, the leefgebied with its standen in the spine, lastig on the right."""

    key: str
    naam: str
    icoon: str
    standen: tuple[str, ...] = ()
    kracht: tuple[Regel, ...] = ()
    lastig: tuple[Regel, ...] = ()
    kracht_opgeschreven: int = 0
    """How many there are, apart from what stands as own words: an empty half is only "not asked" when there are none."""
    lastig_opgeschreven: int = 0

    @property
    def onbesproken(self) -> bool:
        """Whether no deelgebied has a stand: an empty half says then that there was no talk, not that nothing is wrong."""
        return self.standen == _NIET_OVER_GEPRAAT


@dataclass(frozen=True)
class Netwerkregel:
    """Someone around the person, with the contact in a word and the word on the line."""

    wie: str
    kring: Kring | None = None
    contact: Band = Band.ONBEKEND
    woord: str = ""


@dataclass(frozen=True)
class Afspraakregel:
    """One afspraak. `wie` empty reads as "nog niemand", `wanneer` empty as "nog geen dag"."""

    wat: str
    wie: str = ""
    wanneer: str = ""


@dataclass(frozen=True)
class Telling:
    """A number of notities, by kind."""

    kracht: int = 0
    lastig: int = 0
    zonder_label: int = 0

    @property
    def alle(self) -> int:
        return self.kracht + self.lastig + self.zonder_label

    def __sub__(self, ander: "Telling") -> "Telling":
        return Telling(self.kracht - ander.kracht, self.lastig - ander.lastig, self.zonder_label - ander.zonder_label)


@dataclass(frozen=True)
class Opmaak:
    """How the page was laid out, so that a kept samenvatting gives the same page again."""

    krap: bool = False
    iconen: bool = True
    standen: bool = True
    """In the spine: what was not talked about."""
    eromheen: bool = True
    """The row with who stands around the person and what may explain it."""
    tekening: bool = True
    """Who stands around the person is drawn; otherwise it is a list."""
    weten: bool = True
    """What we do not know yet; without it the afspraken have the whole width."""


@dataclass(frozen=True)
class Samenvatting:
    """The composed A4. After `fit()` it holds only what is shown; the totals stay, so shown + left out = all."""

    namen: Namen
    soort: Soort
    kop: Kop
    eigen_woorden: str = ""
    eigen_woorden_van: NotitieSoort | None = None
    """The kind of the notitie that stands here and therefore not in the mirror."""
    wat_wil: str = ""
    wat_wil_van: NotitieSoort | None = None
    letten_op: tuple[Letpunt, ...] = ()
    vraag: str = ""
    gebieden: tuple[Gebied, ...] = ()
    netwerk: tuple[Netwerkregel, ...] = ()
    verklaring: tuple[Regel, ...] = ()
    tijdlijn: tuple[Moment, ...] = ()
    vandaag: date | None = None
    """The day of which the timeline is."""
    afspraken: tuple[Afspraakregel, ...] = ()
    twee_weken: bool = False
    """All afspraken fall within two weeks, so that the heading may say so."""
    bewaker: str = ""
    openvragen: tuple[str, ...] = ()
    legenda: str = ""
    opgeschreven: Telling = Telling()
    """All notities of the casus, by kind."""
    te_lang: int = 0
    """Notities without a korte zin that are too long for a line on paper; part of what is left out."""
    woorden_te_lang: bool = False
    wens_te_lang: bool = False
    netwerk_totaal: int = 0
    verklaring_totaal: int = 0
    tijdlijn_totaal: int = 0
    afspraken_totaal: int = 0
    openvragen_totaal: int = 0
    opmaak: Opmaak | None = None
    """None until it was laid out."""


def compose_samenvatting(
    hele: HeleCasus, content: Content, *, namen: Namen, gelezen: Gelezen, maker: str, nu: datetime
) -> Samenvatting:
    """Put into words what may go on the A4 of a casus. `maker` is a name or names ("Jan en Esmé"), `nu` is in UTC.

    How much of it fits is decided by `pdf.samenvatting.fit`.
    """
    kaart, vandaag = content.kaart, to_dag(nu)
    makers = tuple(deel.strip() for stuk in maker.split(",") for deel in stuk.split(" en ") if deel.strip())
    vervang = make_vervanger(hele, namen, makers=makers)

    def write(ruw: str) -> str:
        return normalise_tekst(vervang(to_one_line(ruw)))

    keuzes = merge_keuzes(hele.a4, propose_a4(hele, content))
    toegestaan = [notitie for notitie in hele.notities if may_stand(notitie)]
    regels = {n.id: _to_regel(n, write(zin)) for n in toegestaan if (zin := write_zin(n)) is not None}
    woorden = strip_aanhaling(to_one_line(keuzes.eigen_woorden))
    woorden_van = find_notitie(toegestaan, woorden)
    wens_van = find_notitie(toegestaan, to_one_line(keuzes.wat_wil))
    elders = {notitie.id for notitie in (woorden_van, wens_van) if notitie is not None}
    verklarend = [
        n for n in toegestaan if Wat.VERKLAART in n.wat and n.soort is NotitieSoort.ZONDER_LABEL and n.id not in elders
    ]
    verklarend.sort(key=lambda n: (n.op_a4 is OpA4.JA, n.is_gedachte, n.gemaakt_op), reverse=True)
    per_gebied = _sort_per_gebied(hele, kaart, elders)
    openvragen = _choose_openvragen(hele)
    afspraken = sort_afspraken(tuple(afspraak for afspraak in hele.afspraken if afspraak.is_open()))
    kop = _write_kop(hele, namen, gelezen, maker, vandaag, write)
    momenten = list_momenten(hele, kaart, vandaag, alles=False)
    return Samenvatting(
        namen=namen,
        soort=hele.casus.soort,
        kop=kop,
        eigen_woorden=write(woorden),
        eigen_woorden_van=woorden_van.soort if woorden_van else None,
        wat_wil=write(keuzes.wat_wil),
        wat_wil_van=wens_van.soort if wens_van and wens_van is not woorden_van else None,
        letten_op=tuple(_split_letpunt(write(punt)) for punt in keuzes.letten_op),
        vraag=write(keuzes.vraag_aan_team),
        gebieden=tuple(
            _compose_gebied(g, _write_standen(g, hele, toegestaan, kop.roepnaam), per_gebied[g.key], regels)
            for g in kaart.leefgebieden
        ),
        netwerk=_compose_netwerk(hele, write),
        verklaring=tuple(regels[n.id] for n in verklarend if n.id in regels)[:VERKLARING_HOOGUIT],
        afspraken=tuple(_compose_afspraak(afspraak, vandaag, write) for afspraak in afspraken),
        tijdlijn=_compose_tijdlijn(momenten, write),
        vandaag=vandaag,
        tijdlijn_totaal=len(momenten),
        twee_weken=bool(afspraken)
        and all(a.uiterlijk is not None and vandaag <= a.uiterlijk <= vandaag + TWEE_WEKEN for a in afspraken),
        bewaker=_write_bewakers(afspraken, write),
        # two questions may read the same once the names in them are initials
        openvragen=tuple(dict.fromkeys(write(vraag) for vraag in openvragen[:OPENVRAGEN_HOOGUIT])),
        legenda=_write_legenda(kop, hele.casus.soort, write(maker)),
        opgeschreven=count_soorten(notitie.soort for notitie in hele.notities),
        te_lang=sum(1 for n in toegestaan if n.id not in regels and n.id not in elders),
        netwerk_totaal=len(hele.netwerk),
        verklaring_totaal=len(verklarend),
        afspraken_totaal=len(afspraken),
        openvragen_totaal=len([vraag for vraag in hele.openvragen if vraag.beantwoord_op is None]),
    )


def count_soorten(soorten: Iterable[NotitieSoort]) -> Telling:
    """Count kinds of notities."""
    lijst = list(soorten)
    return Telling(
        lijst.count(NotitieSoort.KRACHT), lijst.count(NotitieSoort.LASTIG), lijst.count(NotitieSoort.ZONDER_LABEL)
    )


def _to_regel(notitie: Notitie, zin: str) -> Regel:
    return Regel(
        id=notitie.id,
        tekst=zin,
        herkomst=write_herkomst(notitie),
        soort=notitie.soort,
        ook_lastig=notitie.is_kracht and notitie.is_lastig,
        gekozen=notitie.op_a4 is OpA4.JA,
        gemaakt_op=notitie.gemaakt_op,
    )


def _sort_per_gebied(hele: HeleCasus, kaart: Kaart, elders: set[Id]) -> dict[str, list[Notitie]]:
    """The notities of each leefgebied (by key), in the order in which they stand in a half of its row."""
    per_gebied: dict[str, list[Notitie]] = {gebied.key: [] for gebied in kaart.leefgebieden}
    for notitie in hele.notities:
        gebied = find_leefgebied(notitie, kaart)
        if gebied is not None and notitie.id not in elders:
            per_gebied[gebied.key].append(notitie)
    for hier in per_gebied.values():
        # the worker's own choice first, then the person's own voice; otherwise in the order it was written down
        hier.sort(key=lambda n: (n.op_a4 is not OpA4.JA, VanWie.ZELF not in n.van_wie, n.gemaakt_op))
    return per_gebied


def _compose_gebied(
    gebied: Leefgebied, standen: tuple[str, ...], hier: list[Notitie], regels: dict[Id, Regel]
) -> Gebied:
    kan = [regels[notitie.id] for notitie in hier if notitie.id in regels]
    return Gebied(
        key=gebied.key,
        naam=gebied.naam,
        icoon=gebied.icoon,
        standen=standen,
        kracht=tuple(regel for regel in kan if regel.soort is NotitieSoort.KRACHT),
        lastig=tuple(regel for regel in kan if regel.soort is NotitieSoort.LASTIG),
        kracht_opgeschreven=sum(1 for notitie in hier if notitie.soort is NotitieSoort.KRACHT),
        lastig_opgeschreven=sum(1 for notitie in hier if notitie.soort is NotitieSoort.LASTIG),
    )


def _write_standen(gebied: Leefgebied, hele: HeleCasus, toegestaan: list[Notitie], wie: str) -> tuple[str, ...]:
    """In words; with whom it was not talked about, where something was seen or heard that may stand here."""
    standen = {d: hele.stand_of(d.key) for d in gebied.deelgebieden}
    niet = [d for d, stand in standen.items() if stand is None]
    wil_niet = [d.kort for d, stand in standen.items() if stand is StandSoort.WIL_NU_NIET]
    van_anderen = all(came_from_others(notities, niet) for notities in (toegestaan, hele.notities))
    zin = f"nog niet met {wie} over gepraat" if van_anderen else _NIET_OVER_GEPRAAT[0]
    if len(niet) == len(standen):
        return (zin,)
    regels = []
    if niet:
        regels.append(f"{zin}: {', '.join(d.kort for d in niet)}")
    if wil_niet:
        regels.append(f"wil hier nu niet over praten: {', '.join(wil_niet)}")
    return tuple(regels) or (", ".join(d.kort for d in standen),)


def _choose_openvragen(hele: HeleCasus) -> list[str]:
    kan = [vraag for vraag in hele.openvragen if vraag.beantwoord_op is None and vraag.op_a4 is not OpA4.NEE]
    return [vraag.tekst for vraag in sorted(kan, key=lambda vraag: vraag.op_a4 is not OpA4.JA)]


def _compose_netwerk(hele: HeleCasus, write: Vervanger) -> tuple[Netwerkregel, ...]:
    kan = [lid for lid in hele.netwerk if lid.op_a4 is not OpA4.NEE]
    kan.sort(key=lambda lid: (lid.op_a4 is not OpA4.JA, list(Band).index(lid.contact)))
    return tuple(Netwerkregel(write(lid.wie), lid.kring, lid.contact, write(lid.woord)) for lid in kan[:OP_A4_HOOGUIT])


def _compose_afspraak(afspraak: Afspraak, vandaag: date, write: Vervanger) -> Afspraakregel:
    wanneer = write_dag(afspraak.uiterlijk, vandaag) if afspraak.uiterlijk else ""
    return Afspraakregel(write(afspraak.wat), write(afspraak.wie.naam) if afspraak.wie else "", wanneer)


def _compose_tijdlijn(momenten: Sequence[Moment], write: Vervanger) -> tuple[Moment, ...]:
    """Only when something else than gesprekken stands on it. The lanes that reach back furthest, and in each the newest."""
    if all(moment.baan == GESPREKKEN for moment in momenten):
        return ()
    banen = list(dict.fromkeys(moment.baan for moment in momenten))[:BANEN_HOOGUIT]
    gekozen = [moment for baan in banen for moment in [m for m in momenten if m.baan == baan][-MOMENTEN_PER_BAAN:]]
    return tuple(replace(moment, tekst=write(moment.tekst)) for moment in gekozen)


def _write_bewakers(afspraken: tuple[Afspraak, ...], write: Vervanger) -> str:
    namen = list(dict.fromkeys(write(afspraak.bewaker) for afspraak in afspraken if afspraak.bewaker.strip()))
    rest = len(namen) - _BEWAKERS_HOOGUIT
    return " en ".join(namen[:_BEWAKERS_HOOGUIT]) + (f", en nog {rest}" if rest > 0 else "")


def _split_letpunt(tekst: str) -> Letpunt:
    voor, punt, na = tekst.partition(". ")
    if punt:
        return Letpunt(f"{voor}.", na.strip())
    return Letpunt(tekst) if tekst.endswith(".") else Letpunt("", tekst)


_MANIER = {Kanaal.TELEFOON: "telefoon", Kanaal.LOKET: "loket", Kanaal.EROPAF: "eropaf", Kanaal.CRISIS: "crisis"}


def _write_kop(hele: HeleCasus, namen: Namen, gelezen: Gelezen, maker: str, vandaag: date, write: Vervanger) -> Kop:
    casus = hele.casus
    naam = write(casus.naam) or casus.naam
    if namen is Namen.SCHUILNAAM and casus.schuilnaam.strip():
        naam = to_one_line(casus.schuilnaam)
    roepnaam = naam if namen is Namen.SCHUILNAAM and casus.schuilnaam.strip() else write(casus.noemnaam)
    if len(roepnaam) > _ROEPNAAM_HOOGUIT:
        # a heading is a heading: a name of 80 letters stands in full above the page, not in every block
        roepnaam = "deze persoon"
    wie = roepnaam[:1].upper() + roepnaam[1:]
    lezen = {
        Gelezen.JA_SAMEN: f"{wie} heeft dit gelezen, samen met ons",
        Gelezen.NOG_NIET: f"{wie} heeft dit nog niet gelezen",
        Gelezen.WIL_NIET: f"{wie} wil dit niet lezen",
    }
    bezoeken = _write_bezoeken(hele)
    return Kop(
        naam=naam,
        roepnaam=roepnaam,
        zin=write(_write_zin_over(hele, vandaag)),
        stand=f"Stand van {write_hele_dag(vandaag)}" + (f", na {bezoeken}" if bezoeken else ""),
        maker=f"Gemaakt door {write(maker)}, {_MANIER[casus.kanaal]}" if maker.strip() else "",
        gelezen=lezen[gelezen],
    )


def _write_zin_over(hele: HeleCasus, vandaag: date) -> str:
    """Age and the one line about the person: "62 jaar, alleenstaand, vader van Harrie (15)"."""
    casus = hele.casus
    if casus.leeftijd is None or casus.in_een_zin[:1].isdigit():
        return casus.in_een_zin
    # the age was true on a day; whole years that passed since then are certain
    sinds = casus.leeftijd_op or vandaag
    erbij = max(0, vandaag.year - sinds.year - ((vandaag.month, vandaag.day) < (sinds.month, sinds.day)))
    return ", ".join(filter(None, (f"{casus.leeftijd + erbij} jaar", casus.in_een_zin)))


def _write_bezoeken(hele: HeleCasus) -> str:
    """How often there was contact: "1 bezoek", "3 gesprekken"; visits are named when there were any."""
    gelukt = [g for g in hele.gesprekken if not g.gepland and g.contact is not Contact.NIET_GELUKT]
    bezoeken = [g for g in gelukt if g.kanaal in (Kanaal.EROPAF, Kanaal.CRISIS)]
    if bezoeken:
        return "1 bezoek" if len(bezoeken) == 1 else f"{len(bezoeken)} bezoeken"
    if gelukt:
        return "1 gesprek" if len(gelukt) == 1 else f"{len(gelukt)} gesprekken"
    return ""


def _write_legenda(kop: Kop, soort: Soort, makers: str) -> str:
    oefen = " Oefenpersoon, verzonnen." if soort is not Soort.ECHT else ""
    door = f"door {makers}" if 0 < len(makers) <= _MAKERS_HOOGUIT else "door ons"
    einde = "" if door.endswith(".") else "."
    van = kop.roepnaam if kop.roepnaam.endswith(".") else f"{kop.roepnaam}."
    return f"zegt zelf: woorden van {van} gezien, gehoord: {door}{einde} gedachte: nog niet zeker.{oefen} Blad 1 van 1."
