"""The genogram: the family in its generations, with the usual signs. A name stands in its sign, so that no line runs through it.

A square is a man, a fully round sign a woman, and a softly rounded one says nothing about it: nobody is forced. Double borders: the
person himself. A cross: no longer alive. Two strokes over a bond: an ex-partner. Two bars and a gap: contact that was cut off.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leefgebieden.domain.contactlijn import draw_contact
from leefgebieden.domain.netwerk import PERSOON, Band, Gestalte, VerwantschapSoort
from leefgebieden.domain.stamboom import Gezin, Paar, Stamboom
from leefgebieden.domain.tekening import (
    REGELHOOGTE,
    Deel,
    Doos,
    Kleur,
    Letterrol,
    Lijn,
    Maatlat,
    Punt,
    Tekening,
    place_regels,
)

_NAAM_BREED, _IN_X, _IN_Y = 21.0, 1.6, 1.0
_NAAST, _TUSSEN_PAAR = 4.0, 7.0
_SPOOR, _MARGE = 2.6, 4.2
"""Between two bars of children that would run into each other, and above and below a row."""
_VEEG = 6
_RAND = 1.2


@dataclass(frozen=True)
class Familielid:
    """Someone in the drawing. `contact` is with the person himself."""

    id: str
    naam: str
    gestalte: Gestalte | None = None
    overleden: bool = False
    contact: Band = Band.ONBEKEND


class _Plaats:
    """Someone, measured, with his place in the making: `x` is his middle."""

    def __init__(self, lid: Familielid, regels: Sequence[tuple[str, Letterrol]], breedte: float, hoogte: float) -> None:
        self.lid, self.regels, self.breedte, self.hoogte = lid, regels, breedte, hoogte
        self.x = self.y = 0.0

    @property
    def boven(self) -> Punt:
        return self.x, self.y

    @property
    def onder(self) -> Punt:
        return self.x, self.y + self.hoogte

    @property
    def hart(self) -> float:
        return self.y + self.hoogte / 2


def draw_genogram(leden: Sequence[Familielid], boom: Stamboom, maatlat: Maatlat) -> Tekening:
    """Lay out the family. `leden` holds the person himself under the id "persoon"; the size follows from how many there are."""
    plaatsen = {lid.id: _measure(lid, maatlat) for lid in leden if lid.id in boom.generatie}
    rijen = _order_rijen(boom, plaatsen)
    _place_x(rijen, boom, plaatsen)
    sporen = _share_sporen(boom, plaatsen)
    hoogte = _place_y(rijen, boom, plaatsen, sporen)
    delen: list[Deel] = [*_draw_huishoudens(boom, rijen, plaatsen)]
    for paar in boom.paren:
        delen += _draw_paar(paar, rijen, plaatsen)
    for gezin in boom.gezinnen:
        delen += _draw_gezin(gezin, boom, rijen, plaatsen, sporen[gezin])
    for plaats in plaatsen.values():
        delen += _draw_lid(plaats, maatlat)
    breedte = max((plaats.x + plaats.breedte / 2 for plaats in plaatsen.values()), default=0.0) + _RAND
    namen = {lid.id: lid.naam for lid in leden}
    titel = f"De familie van {namen.get(PERSOON, '')}"
    return Tekening(round(breedte, 2), round(hoogte, 2), tuple(delen), titel, describe_genogram(leden, boom))


def _measure(lid: Familielid, maatlat: Maatlat) -> _Plaats:
    regels = [(naam, Letterrol.NAAM) for naam in maatlat.break_regels(lid.naam, Letterrol.NAAM, _NAAM_BREED)]
    if lid.contact in (Band.VERBROKEN, Band.GESPANNEN, Band.STERK) and lid.id != PERSOON:
        woord = {Band.VERBROKEN: "geen contact", Band.GESPANNEN: "gespannen", Band.STERK: "sterk"}[lid.contact]
        regels.append((woord, Letterrol.BIJ))
    breed = max(maatlat.measure(tekst, rol) for tekst, rol in regels) + 2 * _IN_X
    hoog = sum(REGELHOOGTE[rol] for _, rol in regels) + 2 * _IN_Y
    if lid.gestalte is Gestalte.CIRKEL:
        breed += 2.0  # its ends are round
    return _Plaats(lid, regels, max(breed, hoog), hoog)


# Who stands beside whom


def _order_rijen(boom: Stamboom, plaatsen: dict[str, _Plaats]) -> dict[int, list[str]]:
    """Each generation from left to right: couples beside each other, children in the order of their parents."""
    rijen: dict[int, list[str]] = {}
    begin = -1 if -1 in boom.generatie.values() else 0
    generaties = sorted({boom.generatie[wie] for wie in plaatsen})
    for generatie in [g for g in generaties if g >= begin] + [g for g in reversed(generaties) if g < begin]:
        naar_beneden = generatie >= begin
        ketens = _make_ketens(boom, [wie for wie in plaatsen if boom.generatie[wie] == generatie])
        buren = rijen.get(generatie - 1 if naar_beneden else generatie + 1, [])
        ketens = [_turn(keten, boom, buren, naar_beneden=naar_beneden) for keten in ketens]
        ketens.sort(key=lambda keten: _find_midden(keten, boom, buren, naar_beneden=naar_beneden))
        rijen[generatie] = [wie for keten in ketens for wie in keten]
    return rijen


def _make_ketens(boom: Stamboom, wie_hier: list[str]) -> list[list[str]]:
    """Who is joined by bonds stands in one chain: an ex-partner, the person, a partner."""
    buren: dict[str, list[str]] = {wie: [] for wie in wie_hier}
    for paar in boom.paren:
        if paar.een in buren and paar.ander in buren and paar.een != paar.ander:
            buren[paar.een].append(paar.ander)
            buren[paar.ander].append(paar.een)
    ketens, gezien = [], set()
    for begin in sorted(wie_hier, key=lambda wie: len(buren[wie])):
        if begin in gezien:
            continue
        keten, wacht = [], [begin]
        while wacht:
            wie = wacht.pop()
            if wie in gezien:
                continue
            gezien.add(wie)
            keten.append(wie)
            wacht += [ander for ander in reversed(buren[wie]) if ander not in gezien]
        ketens.append(keten)
    return sorted(ketens, key=lambda keten: min(wie_hier.index(wie) for wie in keten))


def _find_plek(wie: str, boom: Stamboom, buren: list[str], *, naar_beneden: bool) -> float | None:
    """Where his parents (or, going up, his children) stand in the row that was ordered before."""
    if naar_beneden:
        anderen = [ouder for gezin in boom.gezinnen if wie in gezin.kinderen for ouder in gezin.ouders]
    else:
        anderen = [kind for gezin in boom.gezinnen if wie in gezin.ouders for kind in gezin.kinderen]
    plekken = [buren.index(ander) for ander in anderen if ander in buren]
    return sum(plekken) / len(plekken) if plekken else None


def _turn(keten: list[str], boom: Stamboom, buren: list[str], *, naar_beneden: bool) -> list[str]:
    plekken = [_find_plek(wie, boom, buren, naar_beneden=naar_beneden) for wie in keten]
    bekend = [(nr, plek) for nr, plek in enumerate(plekken) if plek is not None]
    if len(bekend) > 1 and bekend[0][1] > bekend[-1][1]:
        return keten[::-1]
    return keten


def _find_midden(keten: list[str], boom: Stamboom, buren: list[str], *, naar_beneden: bool) -> float:
    plekken = [plek for wie in keten if (plek := _find_plek(wie, boom, buren, naar_beneden=naar_beneden)) is not None]
    return sum(plekken) / len(plekken) if plekken else float(len(buren))


# Where they stand


def _place_x(rijen: dict[int, list[str]], boom: Stamboom, plaatsen: dict[str, _Plaats]) -> None:
    paren = {frozenset((paar.een, paar.ander)) for paar in boom.paren}
    for rij in rijen.values():
        _push_apart(rij, paren, plaatsen)
    for _ in range(_VEEG):
        for generatie in sorted(rijen):
            for gezin in boom.gezinnen:
                if gezin.ouders and boom.generatie[gezin.kinderen[0]] == generatie:
                    _shift(
                        gezin.kinderen, _find_x(gezin.ouders, plaatsen) - _find_x(gezin.kinderen, plaatsen), plaatsen
                    )
            _push_apart(rijen[generatie], paren, plaatsen)
        for generatie in sorted(rijen, reverse=True):
            for gezin in boom.gezinnen:
                if gezin.ouders and boom.generatie[gezin.ouders[0]] == generatie:
                    verschil = _find_x(gezin.kinderen, plaatsen) - _find_x(gezin.ouders, plaatsen)
                    _shift(gezin.ouders, verschil / 2, plaatsen)
            _push_apart(rijen[generatie], paren, plaatsen)
    links = min((plaats.x - plaats.breedte / 2 for plaats in plaatsen.values()), default=0.0)
    for plaats in plaatsen.values():
        plaats.x += _RAND - links


def _find_x(wie: Sequence[str], plaatsen: dict[str, _Plaats]) -> float:
    return sum(plaatsen[een].x for een in wie) / len(wie)


def _shift(wie: Sequence[str], opzij: float, plaatsen: dict[str, _Plaats]) -> None:
    for een in wie:
        plaatsen[een].x += opzij


def _push_apart(rij: list[str], paren: set[frozenset[str]], plaatsen: dict[str, _Plaats]) -> None:
    """Keep the order and enough room between neighbours; the row as a whole stays where it wants to be."""
    wens = sum(plaatsen[wie].x for wie in rij)
    for vorige, wie in zip(rij, rij[1:], strict=False):
        ruimte = _TUSSEN_PAAR if frozenset((vorige, wie)) in paren else _NAAST
        minst = plaatsen[vorige].x + (plaatsen[vorige].breedte + plaatsen[wie].breedte) / 2 + ruimte
        plaatsen[wie].x = max(plaatsen[wie].x, minst)
    terug = (sum(plaatsen[wie].x for wie in rij) - wens) / len(rij)
    _shift(rij, -terug, plaatsen)


def _share_sporen(boom: Stamboom, plaatsen: dict[str, _Plaats]) -> dict[Gezin, int]:
    """Bars of children between the same two rows get different heights where they would run into each other."""
    sporen: dict[Gezin, int] = {}
    for gezin in sorted(boom.gezinnen, key=lambda gezin: _measure_balk(gezin, plaatsen)):
        van, tot = _measure_balk(gezin, plaatsen)
        bezet = {
            spoor
            for ander, spoor in sporen.items()
            if boom.generatie[ander.kinderen[0]] == boom.generatie[gezin.kinderen[0]]
            and _measure_balk(ander, plaatsen)[0] <= tot + 1
            and van <= _measure_balk(ander, plaatsen)[1] + 1
        }
        sporen[gezin] = next(spoor for spoor in range(len(bezet) + 1) if spoor not in bezet)
    return sporen


def _measure_balk(gezin: Gezin, plaatsen: dict[str, _Plaats]) -> tuple[float, float]:
    xen = [plaatsen[wie].x for wie in gezin.kinderen]
    if gezin.ouders:
        xen.append(_find_x(gezin.ouders, plaatsen))
    return min(xen), max(xen)


def _place_y(
    rijen: dict[int, list[str]], boom: Stamboom, plaatsen: dict[str, _Plaats], sporen: dict[Gezin, int]
) -> float:
    y = _RAND
    for generatie in sorted(rijen):
        hier = [spoor for gezin, spoor in sporen.items() if boom.generatie[gezin.kinderen[0]] == generatie]
        if hier:
            y += _MARGE + (max(hier) + 1) * _SPOOR
        hoog = max(plaatsen[wie].hoogte for wie in rijen[generatie])
        for wie in rijen[generatie]:
            plaatsen[wie].y = y + (hoog - plaatsen[wie].hoogte) / 2
        y += hoog + _MARGE
    return y - _MARGE + _RAND


# Drawing


def _draw_lid(plaats: _Plaats, maatlat: Maatlat) -> list[Deel]:
    lid = plaats.lid
    straal = {Gestalte.VIERKANT: 0.0, Gestalte.CIRKEL: plaats.hoogte / 2, None: 1.5}[lid.gestalte]
    doos = Doos(plaats.x - plaats.breedte / 2, plaats.y, plaats.breedte, plaats.hoogte, straal, gevuld=True, van=lid.id)
    delen: list[Deel] = [doos]
    if lid.id == PERSOON:
        rand = 0.8
        delen.insert(
            0,
            replace(
                doos,
                x=doos.x - rand,
                y=doos.y - rand,
                breedte=doos.breedte + 2 * rand,
                hoogte=doos.hoogte + 2 * rand,
                straal=straal + rand if straal else 0.0,
                gevuld=False,
            ),
        )
    if lid.overleden:
        # thin, so that the name stays readable through it
        in_x, in_y = (0.15 * doos.breedte, 0.08 * doos.hoogte) if straal else (0.0, 0.0)
        for y1, y2 in ((doos.y + in_y, doos.onder - in_y), (doos.onder - in_y, doos.y + in_y)):
            delen.append(Lijn(((doos.x + in_x, y1), (doos.rechts - in_x, y2)), 0.2, kleur=Kleur.ZACHT, van=lid.id))
    delen += place_regels(maatlat, plaats.regels, plaats.x, plaats.y + _IN_Y)
    return delen


def _draw_paar(paar: Paar, rijen: dict[int, list[str]], plaatsen: dict[str, _Plaats]) -> list[Deel]:
    if paar.een not in plaatsen or paar.ander not in plaatsen:
        return []
    punten = _find_paarlijn(paar.een, paar.ander, rijen, plaatsen)
    stippel = (1.2, 0.9) if paar.soort is None else ()
    delen: list[Deel] = [Lijn(punten, 0.35, stippel)]
    if paar.soort is VerwantschapSoort.EX_PARTNER:
        x, y = _find_hart(punten)
        for opzij in (-0.7, 0.7):
            delen.append(Lijn(((x + opzij - 0.6, y + 1.5), (x + opzij + 0.6, y - 1.5)), 0.4))
    return delen


def _find_paarlijn(een: str, ander: str, rijen: dict[int, list[str]], plaatsen: dict[str, _Plaats]) -> tuple[Punt, ...]:
    """Straight between neighbours; below those who stand between them otherwise."""
    links, rechts = sorted((plaatsen[een], plaatsen[ander]), key=lambda plaats: plaats.x)
    rij = next((rij for rij in rijen.values() if een in rij and ander in rij), [])
    if rij and abs(rij.index(een) - rij.index(ander)) == 1:
        hart = (links.hart + rechts.hart) / 2
        return (links.x + links.breedte / 2, hart), (rechts.x - rechts.breedte / 2, hart)
    diepst = max(plaatsen[wie].onder[1] for wie in (rij or (een, ander))) + 1.4
    return links.onder, (links.x, diepst), (rechts.x, diepst), rechts.onder


def _find_hart(punten: Sequence[Punt]) -> Punt:
    nr = len(punten) // 2 - 1
    (x1, y1), (x2, y2) = punten[nr], punten[nr + 1]
    return (x1 + x2) / 2, (y1 + y2) / 2


def _draw_gezin(
    gezin: Gezin, boom: Stamboom, rijen: dict[int, list[str]], plaatsen: dict[str, _Plaats], spoor: int
) -> list[Deel]:
    kinderen = [plaatsen[wie] for wie in gezin.kinderen]
    balk = min(kind.y for kind in kinderen) - _MARGE * 0.6 - spoor * _SPOOR
    samen = {wie: paar for paar in boom.tweelingen for wie in paar if set(paar) <= set(gezin.kinderen)}
    # both lines of twins begin at one point
    begin = {k.lid.id: _find_x(samen[k.lid.id], plaatsen) if k.lid.id in samen else k.x for k in kinderen}
    delen: list[Deel] = []
    if gezin.ouders:
        if len(gezin.ouders) == 1:
            van = plaatsen[gezin.ouders[0]].onder
        else:
            van = _find_hart(_find_paarlijn(gezin.ouders[0], gezin.ouders[1], rijen, plaatsen))
        delen.append(Lijn((van, (van[0], balk)), 0.35))
        if len(kinderen) == 1 and abs(van[0] - kinderen[0].x) < kinderen[0].breedte / 2 - 1.5:
            begin[kinderen[0].lid.id] = van[0]  # straight down, without a step of a hair
        begin[""] = van[0]
    if max(begin.values()) > min(begin.values()):
        delen.append(Lijn(((min(begin.values()), balk), (max(begin.values()), balk)), 0.35))
    for kind in kinderen:
        x = begin[kind.lid.id]
        einde = kind.boven if kind.lid.id in samen else (x, kind.y)
        if kind.lid.contact is Band.VERBROKEN and PERSOON in (*gezin.ouders, *gezin.kinderen):
            delen += draw_contact([(x, balk), einde], Band.VERBROKEN, kind.lid.id)
        else:
            delen.append(Lijn(((x, balk), einde), 0.35, van=kind.lid.id))
    return delen


def _draw_huishoudens(boom: Stamboom, rijen: dict[int, list[str]], plaatsen: dict[str, _Plaats]) -> list[Deel]:
    """A ring around who live together: one around each group of neighbours, joined where they stand apart."""
    delen: list[Deel] = []
    for huishouden in boom.huishoudens:
        ringen: list[Doos] = []
        for rij in rijen.values():
            groep: list[_Plaats] = []
            for wie in [*rij, ""]:
                if wie in huishouden:
                    groep.append(plaatsen[wie])
                elif groep:
                    ringen.append(_draw_ring(groep))
                    groep = []
        for vorige, ring in zip(ringen, ringen[1:], strict=False):
            delen.append(Lijn(_join_ringen(vorige, ring), 0.3, (0.5, 0.8), Kleur.ZACHT))
        delen += ringen
    return delen


def _draw_ring(groep: Sequence[_Plaats]) -> Doos:
    om = 1.7
    links = min(plaats.x - plaats.breedte / 2 for plaats in groep) - om
    rechts = max(plaats.x + plaats.breedte / 2 for plaats in groep) + om
    boven = min(plaats.y for plaats in groep) - om
    onder = max(plaats.y + plaats.hoogte for plaats in groep) + om
    return Doos(links, boven, rechts - links, onder - boven, 2.6, 0.3, (0.5, 0.8), kleur=Kleur.ZACHT)


def _join_ringen(een: Doos, ander: Doos) -> tuple[Punt, Punt]:
    """The shortest line between two rings."""
    punten = [
        ((x1, y1), (x2, y2))
        for x1, y1 in (
            (een.midden[0], een.y),
            (een.midden[0], een.onder),
            (een.x, een.midden[1]),
            (een.rechts, een.midden[1]),
        )
        for x2, y2 in (
            (ander.midden[0], ander.y),
            (ander.midden[0], ander.onder),
            (ander.x, ander.midden[1]),
            (ander.rechts, ander.midden[1]),
        )
    ]
    return min(punten, key=lambda paar: math.dist(*paar))


# In words

_ZINNEN = {
    VerwantschapSoort.PARTNER: "{een} en {ander} zijn partners",
    VerwantschapSoort.EX_PARTNER: "{een} en {ander} waren partners",
    None: "{een} en {ander} hebben samen een kind",
}


def describe_genogram(leden: Sequence[Familielid], boom: Stamboom) -> str:
    """The same in sentences."""
    namen = {lid.id: lid.naam for lid in leden}
    zinnen = [
        _ZINNEN[paar.soort].format(een=namen.get(paar.een, "?"), ander=namen.get(paar.ander, "?"))
        for paar in boom.paren
    ]
    for gezin in boom.gezinnen:
        kinderen = _write_namen([namen.get(wie, "?") for wie in gezin.kinderen])
        if gezin.ouders:
            wie = "kind" if len(gezin.kinderen) == 1 else "kinderen"
            zinnen.append(f"{wie} van {_write_namen([namen.get(o, '?') for o in gezin.ouders])}: {kinderen}")
        else:
            zinnen.append(f"broers of zussen: {kinderen}")
    zinnen += [f"tweeling: {_write_namen([namen.get(wie, '?') for wie in paar])}" for paar in boom.tweelingen]
    zinnen += [f"wonen bij elkaar: {_write_namen([namen.get(wie, '?') for wie in huis])}" for huis in boom.huishoudens]
    for lid in leden:
        if lid.id in boom.generatie and lid.overleden:
            zinnen.append(f"{lid.naam} leeft niet meer")
        if lid.id in boom.generatie and lid.id != PERSOON and lid.contact is Band.VERBROKEN:
            zinnen.append(f"geen contact met {lid.naam}")
    return " ".join(f"{zin[:1].upper()}{zin[1:]}." for zin in zinnen)


def _write_namen(namen: Sequence[str]) -> str:
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
