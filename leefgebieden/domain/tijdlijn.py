"""Hoe liep het? What is known with a date, in lanes along one line of time; what is not certain is drawn so.

A lane is a deelgebied, the gesprekken, the afspraken, or who came and went. No two words of a drawing meet: a moment that finds
no room beside another takes a row of its own within its lane.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from leefgebieden.content.model import Kaart, Kanaal
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.datum import to_dag, write_hele_dag
from leefgebieden.domain.gesprek import Contact
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.papier import find_leefgebied, may_stand, write_zin
from leefgebieden.domain.tekening import (
    REGELHOOGTE,
    Anker,
    Deel,
    Doos,
    Kleur,
    Letterrol,
    Lijn,
    Maatlat,
    Tekening,
    Woord,
    place_regels,
)
from leefgebieden.domain.toen import write_toen

_KANAAL = {Kanaal.TELEFOON: "telefoon", Kanaal.LOKET: "loket", Kanaal.EROPAF: "bezoek", Kanaal.CRISIS: "crisis"}
GESPREKKEN, AFSPRAKEN, MENSEN = "Gesprekken", "Afspraken", "Mensen"
TITEL = "Hoe liep het?"


@dataclass(frozen=True)
class Moment:
    """One thing that is known with a date. `van` and `tot` are the first and last day; `vaag` when that is not certain.

    `wanneer` says it in words. `duurt`: it went on for all that time.
    """

    baan: str
    tekst: str
    van: date
    tot: date
    wanneer: str
    vaag: bool = False
    duurt: bool = False


def list_momenten(hele: HeleCasus, kaart: Kaart, vandaag: date, *, alles: bool = True) -> tuple[Moment, ...]:
    """Everything with a date, the earliest first. With `alles` False only what may stand on an A4, in its short words: without
    the afspraken, which have a block of their own there.
    """
    momenten = [
        *_list_notities(hele, kaart, vandaag, alles=alles),
        *_list_gesprekken(hele),
        *(_list_afspraken(hele) if alles else ()),
        *_list_netwerk(hele),
    ]
    return tuple(sorted(momenten, key=lambda moment: (moment.van, moment.tot, moment.baan)))


def _list_notities(hele: HeleCasus, kaart: Kaart, vandaag: date, *, alles: bool) -> Iterator[Moment]:
    for notitie in hele.notities:
        toen = notitie.toen
        if toen is None or not (alles or may_stand(notitie)):
            continue
        tekst = toen.woord or (notitie.korte_zin or notitie.tekst if alles else write_zin(notitie))
        if tekst is None:
            continue
        yield Moment(
            _name_baan(notitie, kaart),
            tekst,
            toen.begin,
            toen.find_einde(vandaag),
            write_toen(toen),
            vaag=toen.is_vaag,
            duurt=bool(toen.tot) or toen.loopt,
        )


def _name_baan(notitie: Notitie, kaart: Kaart) -> str:
    for plaats in notitie.plaatsen:
        if plaats in kaart.deelgebieden:
            kort = kaart.deelgebieden[plaats].kort
            return kort[:1].upper() + kort[1:]
    gebied = find_leefgebied(notitie, kaart)
    return gebied.naam if gebied else "Verhaal"


def _list_gesprekken(hele: HeleCasus) -> Iterator[Moment]:
    for gesprek in hele.gesprekken:
        dag = to_dag(gesprek.begonnen_op)
        tekst = "gepland" if gesprek.gepland else "lukte niet" if gesprek.contact is Contact.NIET_GELUKT else ""
        yield Moment(GESPREKKEN, tekst or _KANAAL[gesprek.kanaal], dag, dag, write_hele_dag(dag), vaag=gesprek.gepland)


def _list_afspraken(hele: HeleCasus) -> Iterator[Moment]:
    for afspraak in hele.afspraken:
        dag = to_dag(afspraak.afloop.op) if afspraak.afloop else afspraak.uiterlijk
        if dag is not None:
            yield Moment(AFSPRAKEN, afspraak.wat, dag, dag, write_hele_dag(dag), vaag=afspraak.is_open())


def _list_netwerk(hele: HeleCasus) -> Iterator[Moment]:
    for lid in hele.netwerk:
        for dag, wat in ((lid.sinds, "komt erbij"), (lid.tot, "is er niet meer")):
            if dag is not None:
                yield Moment(MENSEN, f"{lid.wie} {wat}", dag, dag, write_hele_dag(dag))


def describe_tijdlijn(momenten: Sequence[Moment]) -> str:
    """The same in sentences, for who does not see the drawing."""
    return " ".join(
        f"{m.wanneer[:1].upper()}{m.wanneer[1:]}, {m.baan.lower()}: {m.tekst.rstrip('.')}." for m in momenten
    )


_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LABEL_HOOGUIT = 0.26
"""The part of the width that the names of the lanes may take, at the most."""
_TUSSEN, _RIJ, _STIP = 1.2, 4.6, 0.9


@dataclass
class _Rij:
    """One row of a lane while it is filled: what is taken, from and to."""

    bezet: list[tuple[float, float]] = field(default_factory=list)

    def take(self, *stukken: tuple[float, float]) -> bool:
        """Take these pieces when they are all free."""
        vrij = all(tot + _TUSSEN <= van2 or van - _TUSSEN >= tot2 for van, tot in stukken for van2, tot2 in self.bezet)
        if vrij:
            self.bezet += stukken
        return vrij


@dataclass(frozen=True)
class _As:
    """The line of time: from the first day to the last, between `links` and `rechts` mm."""

    eerste: date
    laatste: date
    links: float
    rechts: float

    def to_x(self, dag: date) -> float:
        deel = (dag - self.eerste).days / max(1, (self.laatste - self.eerste).days)
        return self.links + deel * (self.rechts - self.links)


def draw_tijdlijn(
    momenten: Sequence[Moment], maatlat: Maatlat, breedte: float, vandaag: date, *, smal: bool = False
) -> Tekening:
    """Lay out the drawing, `breedte` mm wide; its height follows from how many there are. At least one moment.

    `smal`: the name of a lane stands above it, so that the line of time has the whole width.
    """
    banen = list(dict.fromkeys(moment.baan for moment in momenten))
    rol, ruim = (Letterrol.NAAM, breedte) if smal else (Letterrol.BIJ, breedte * _LABEL_HOOGUIT)
    labels = {baan: maatlat.break_regels(baan, rol, ruim) for baan in banen}
    label_breed = max(maatlat.measure(regel, rol) for regels in labels.values() for regel in regels)
    as_ = _make_as(momenten, vandaag, 0.0 if smal else label_breed + 2.0, breedte)
    delen: list[Deel] = []
    y = 0.0
    for baan in banen:
        deze = [moment for moment in momenten if moment.baan == baan]
        regels = [(regel, rol) for regel in labels[baan]]
        hoog = len(regels) * REGELHOOGTE[rol]
        onder_label = hoog if smal else 0.0
        delen += place_regels(maatlat, regels, 0.0, y if smal else y + (_RIJ - REGELHOOGTE[rol]) / 2, Anker.BEGIN)
        hoogte, stukken = _draw_baan(deze, maatlat, as_, y + onder_label)
        delen += stukken
        y += onder_label + hoogte + _TUSSEN if smal else max(hoogte, hoog + 0.6)
    y += 0.6
    delen += _draw_as(as_, maatlat, y)
    hoogte = y + 0.8 + REGELHOOGTE[Letterrol.KOP]
    return Tekening(round(breedte, 2), round(hoogte, 2), tuple(delen), TITEL, describe_tijdlijn(momenten))


def _make_as(momenten: Sequence[Moment], vandaag: date, links: float, rechts: float) -> _As:
    eerste = min(moment.van for moment in momenten).replace(day=1)
    laatste = max(vandaag, *(moment.tot for moment in momenten))
    return _As(eerste, _add_months(laatste.replace(day=1), 1) - timedelta(days=1), links, rechts)


def _draw_baan(momenten: Sequence[Moment], maatlat: Maatlat, as_: _As, y: float) -> tuple[float, list[Deel]]:
    """The rows of one lane from `y` down: their height, and what stands in them."""
    rijen: list[_Rij] = []
    delen: list[Deel] = []
    for moment in momenten:
        van, tot = _span(moment, as_)
        ruim = as_.rechts - as_.links
        regels = maatlat.break_regels(moment.tekst, Letterrol.WOORD, ruim)
        if len(regels) > 1:
            # longer than the line of time: it stands under its sign, on rows of its own
            delen += _draw_teken(moment, van, tot, y + len(rijen) * _RIJ + _RIJ / 2)
            for nr, regel in enumerate(regels, start=1):
                top = y + (len(rijen) + nr) * _RIJ + (_RIJ - REGELHOOGTE[Letterrol.WOORD]) / 2
                delen += place_regels(maatlat, [(regel, Letterrol.WOORD)], as_.links, top, Anker.BEGIN)
            rijen += [_Rij([(as_.links, as_.rechts)]) for _ in range(len(regels) + 1)]
            continue
        nr, onder, x, anker = _find_plek(rijen, van, tot, maatlat.measure(moment.tekst, Letterrol.WOORD), as_)
        midden = y + nr * _RIJ + _RIJ / 2
        delen += _draw_teken(moment, van, tot, midden)
        top = midden + onder * _RIJ - REGELHOOGTE[Letterrol.WOORD] / 2
        delen += place_regels(maatlat, [(moment.tekst, Letterrol.WOORD)], x, top, anker)
    return len(rijen) * _RIJ, delen


def _span(moment: Moment, as_: _As) -> tuple[float, float]:
    """From where to where a sign stands: never less than a dot, and within the line."""
    van, tot = as_.to_x(moment.van), as_.to_x(moment.tot)
    if tot - van < 2 * _STIP:
        midden = min(max((van + tot) / 2, as_.links + _STIP), as_.rechts - _STIP)
        return midden - _STIP, midden + _STIP
    return van, tot


def _find_plek(rijen: list[_Rij], van: float, tot: float, woord: float, as_: _As) -> tuple[int, int, float, Anker]:
    """A row with room for the sign and its words: the row, how many rows lower the words stand, where, and from which end."""
    nr = 0
    while True:
        if nr == len(rijen):
            rijen.append(_Rij())
        if tot + _TUSSEN + woord <= as_.rechts and rijen[nr].take((van, tot + _TUSSEN + woord)):
            return nr, 0, tot + _TUSSEN, Anker.BEGIN
        if van - _TUSSEN - woord >= as_.links and rijen[nr].take((van - _TUSSEN - woord, tot)):
            return nr, 0, van - _TUSSEN, Anker.EIND
        if not rijen[nr].bezet:
            # room on neither side: the words stand on the row below
            if nr + 1 == len(rijen):
                rijen.append(_Rij())
            if not rijen[nr + 1].bezet:
                rijen[nr].take((van, tot))
                rijen[nr + 1].take((as_.links, as_.links + woord))
                return nr, 1, as_.links, Anker.BEGIN
        nr += 1


def _draw_teken(moment: Moment, van: float, tot: float, y: float) -> list[Deel]:
    """A dot for a day, a line for what went on, dashes for what is not certain."""
    if tot - van <= 2 * _STIP + 0.01:
        if moment.vaag:
            return [Doos(van, y - _STIP, 2 * _STIP, 2 * _STIP, _STIP, 0.35, (0.6, 0.5))]
        # a ring as thick as its hole is wide: a dot on paper and on the page alike
        midden, straal = (van + tot) / 2, _STIP / 2
        return [Doos(midden - straal, y - straal, 2 * straal, 2 * straal, straal, _STIP, van=moment.baan)]
    stippel = (1.2, 0.9) if moment.vaag else ()
    dik = 0.9 if moment.duurt else 0.5
    einden = [Lijn(((x, y - 0.9), (x, y + 0.9)), 0.35) for x in ((van, tot) if not moment.vaag else ())]
    return [Lijn(((van, y), (tot, y)), dik, stippel), *einden]


def _draw_as(as_: _As, maatlat: Maatlat, y: float) -> list[Deel]:
    """The line of time with its months or years, as many as have room."""
    delen: list[Deel] = [Lijn(((as_.links, y), (as_.rechts, y)), 0.4)]
    maanden = (as_.laatste.year - as_.eerste.year) * 12 + as_.laatste.month - as_.eerste.month + 1
    stap = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if maanden / s <= 9 or s == 1200)
    vrij = as_.links
    for nr in range(0, maanden, stap):
        dag = _add_months(as_.eerste, nr)
        tekst = str(dag.year) if stap >= 12 else _KORT[dag.month - 1]
        if stap < 12 and (dag.month <= stap or not nr) and maanden > 10:
            tekst = f"{tekst} {dag.year}"
        x, breed = as_.to_x(dag), maatlat.measure(tekst, Letterrol.KOP)
        delen.append(Lijn(((x, y), (x, y + 0.9)), 0.25))
        begin = min(max(x, vrij), as_.rechts - breed)
        if begin >= vrij and begin - x < 3.0:
            delen.append(Woord(begin, y + 0.8, tekst, Letterrol.KOP, breed, Anker.BEGIN, Kleur.ZACHT))
            vrij = begin + breed + 1.5
    return delen


def _add_months(dag: date, aantal: int) -> date:
    maand = dag.month - 1 + aantal
    return date(dag.year + maand // 12, maand % 12 + 1, 1)
