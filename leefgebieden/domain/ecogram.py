"""The ecogram (dagdeel 5): the person in the middle, eigen mensen on the left, hulp en instanties on the right.

Everyone has a row of his own. A line leaves the person, bends, and runs level to its end, with its word on it: so no line meets
another, a name or a word, however many there are. Who is in neither kring stands under the eigen mensen, under a heading.
Narrow, for a phone: the person stands at the left, and the kringen under each other beside him.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leefgebieden.domain.contactlijn import UITSLAG, draw_contact
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.tekening import (
    REGELHOOGTE,
    Anker,
    Deel,
    Doos,
    Kleur,
    Letterrol,
    Lijn,
    Maatlat,
    Punt,
    Tekening,
    Woord,
    place_regels,
)

CONTACT_IN_WOORDEN = {
    Band.STERK: "sterk contact",
    Band.ZWAK: "zwak contact",
    Band.GESPANNEN: "gespannen contact",
    Band.VERBROKEN: "contact verbroken",
    Band.ONBEKEND: "contact onbekend",
}
_LEGENDA = (
    (Band.STERK, "sterk"),
    (Band.ZWAK, "zwak"),
    (Band.GESPANNEN, "gespannen"),
    (Band.VERBROKEN, "verbroken"),
    (Band.ONBEKEND, "onbekend"),
)
_KOPPEN = {
    Kring.EIGEN_MENSEN: "eigen mensen",
    Kring.HULP_EN_INSTANTIES: "hulp en instanties",
    None: "nog niet gezegd bij wie dit hoort",
}
_WAAIER, _MIDDEN = 6.5, 12.5
"""The room for the part of a line that leaves the person, and the width of the person's box (mm)."""
_TUSSEN, _IN, _OM_WOORD, _STUB = 1.0, 1.4, 0.7, 1.6
_BEGIN_HOOGUIT = 5.0
"""How far apart lines leave the person's box, at the most."""
_STEIL, _VOOR_EEN_GAT = 11.0, 6.0
_NOG_NIET = "nog niet gevraagd"
_PROEF, _NAAST_PROEF = 6.0, 7.0


@dataclass(frozen=True)
class Plek:
    """Someone in the drawing. `kring` None: not said yet."""

    id: str
    wie: str
    kring: Kring | None
    contact: Band
    woord: str = ""


@dataclass(frozen=True)
class _Rij:
    """One person, measured: what stands in his frame, the lines of the word on his line, and how wide each is."""

    plek: Plek
    pil: tuple[tuple[str, Letterrol], ...]
    woorden: tuple[str, ...]
    pil_breed: float
    woord_breed: float

    @property
    def pil_hoog(self) -> float:
        return sum(REGELHOOGTE[rol] for _, rol in self.pil) + _IN

    @property
    def hoogte(self) -> float:
        return max(self.pil_hoog, len(self.woorden) * REGELHOOGTE[Letterrol.WOORD], 2 * UITSLAG)


def draw_ecogram(
    persoon: str, leden: Sequence[Plek], maatlat: Maatlat, breedte: float, *, legenda: bool = True, smal: bool = False
) -> Tekening:
    """Lay out the drawing, `breedte` mm wide; its height follows from how many there are."""
    arm = breedte - _MIDDEN / 2 if smal else breedte / 2
    as_x, kolom = breedte - arm, arm - _MIDDEN / 2 - _WAAIER
    kop = 0.0 if smal else REGELHOOGTE[Letterrol.KOP] + 0.8
    kanten = [_measure_smal(leden, maatlat, kolom)] if smal else _measure_kanten(leden, maatlat, kolom)
    namen = maatlat.break_regels(persoon, Letterrol.NAAM, _MIDDEN - 2 * _IN)
    doos_hoog = max(
        len(namen) * REGELHOOGTE[Letterrol.NAAM] + 4.4,
        *(0.5 * kant.hoogte for kant in kanten),
    )
    hoogte = kop + max(doos_hoog + 2.0, *(kant.hoogte for kant in kanten))
    midden = kop + (hoogte - kop) / 2
    doos = Doos(as_x - _MIDDEN / 2, midden - doos_hoog / 2, _MIDDEN, doos_hoog, 0.8, 0.4)
    delen: list[Deel] = [
        doos,
        replace(
            doos, x=doos.x + 0.8, y=doos.y + 0.8, breedte=doos.breedte - 1.6, hoogte=doos.hoogte - 1.6, gevuld=True
        ),
        *place_regels(
            maatlat,
            [(naam, Letterrol.NAAM) for naam in namen],
            as_x,
            midden - len(namen) * REGELHOOGTE[Letterrol.NAAM] / 2,
        ),
    ]
    if not smal:
        # between the kringen
        delen[:0] = [
            Lijn(((as_x, kop), (as_x, doos.y - 0.6)), 0.2, (0.3, 0.9), Kleur.HAAR),
            Lijn(((as_x, doos.onder + 0.6), (as_x, hoogte)), 0.2, (0.3, 0.9), Kleur.HAAR),
        ]
    for kant in kanten:
        delen += _draw_kant(kant, maatlat, doos, arm, kop, hoogte)
    if legenda and leden:
        regels = _draw_legenda(maatlat, breedte, hoogte + 1.9)
        delen += regels
        hoogte = max(deel.y + deel.hoogte for deel in regels if isinstance(deel, Woord))
    return Tekening(
        round(breedte, 2),
        round(hoogte, 2),
        tuple(delen),
        f"Wie staat om {persoon} heen?",
        describe_ecogram(persoon, leden),
    )


@dataclass(frozen=True)
class _Kant:
    """One side: its rows with the top of each (from 0), the words between them, and its height.

    `boven` is the heading at the very top of the drawing; a narrow drawing has none, for there all headings are among the words.
    """

    rijen: tuple[tuple[_Rij, float], ...]
    koppen: tuple[tuple[str, Letterrol, float], ...]
    hoogte: float
    boven: str = ""
    naar_links: bool = False


def _measure_kanten(leden: Sequence[Plek], maatlat: Maatlat, kolom: float) -> list[_Kant]:
    """Eigen mensen at the left, under them who is in neither kring; hulp en instanties at the right."""
    links, rechts = _Stapel(maatlat, kolom), _Stapel(maatlat, kolom)
    links.add_leden(leden, Kring.EIGEN_MENSEN)
    if any(lid.kring is None for lid in leden):
        links.add_kop(_KOPPEN[None], ruimte=1.0)
        links.add_leden(leden, None)
    rechts.add_leden(leden, Kring.HULP_EN_INSTANTIES)
    return [
        links.end(boven=_KOPPEN[Kring.EIGEN_MENSEN], naar_links=True),
        rechts.end(boven=_KOPPEN[Kring.HULP_EN_INSTANTIES]),
    ]


def _measure_smal(leden: Sequence[Plek], maatlat: Maatlat, kolom: float) -> _Kant:
    """The kringen under each other; one that nobody was asked about says so."""
    stapel = _Stapel(maatlat, kolom)
    for kring in (Kring.EIGEN_MENSEN, None, Kring.HULP_EN_INSTANTIES):
        hier = any(lid.kring is kring for lid in leden)
        if hier or kring is not None:
            stapel.add_kop(_KOPPEN[kring], ruimte=2.0)
            stapel.add_leden(leden, kring)
        if not hier and kring is not None:
            stapel.add_regels(_NOG_NIET, Letterrol.WOORD)
    return stapel.end()


class _Stapel:
    """One side in the making: rows and headings under each other."""

    def __init__(self, maatlat: Maatlat, kolom: float) -> None:
        self._maatlat, self._kolom, self._y = maatlat, kolom, 0.0
        self._over = 0.0  # below what stands last
        self._rijen: list[tuple[_Rij, float]] = []
        self._koppen: list[tuple[str, Letterrol, float]] = []

    def add_leden(self, leden: Sequence[Plek], kring: Kring | None) -> None:
        """Those in this kring, a row each."""
        for lid in leden:
            if lid.kring is kring:
                rij = _measure_rij(lid, self._maatlat, self._kolom)
                self._rijen.append((rij, self._y))
                self._y += rij.hoogte + _TUSSEN
                self._over = _TUSSEN

    def add_kop(self, tekst: str, *, ruimte: float) -> None:
        """A heading, with room above it where something stands there."""
        self._y += ruimte if self._y else 0.0
        self.add_regels(tekst, Letterrol.KOP)
        self._y += 0.6

    def add_regels(self, tekst: str, rol: Letterrol) -> None:
        """Words on lines of their own."""
        for regel in self._maatlat.break_regels(tekst, rol, self._kolom):
            self._koppen.append((regel, rol, self._y))
            self._y += REGELHOOGTE[rol]
            self._over = 0.0

    def end(self, *, boven: str = "", naar_links: bool = False) -> _Kant:
        """The side as it is."""
        return _Kant(tuple(self._rijen), tuple(self._koppen), self._y - self._over, boven, naar_links)


def _measure_rij(lid: Plek, maatlat: Maatlat, kolom: float) -> _Rij:
    """Share the row between the name and the word; where a word would be broken, it stands under the name instead."""
    naam, woord = _Wens(maatlat, lid.wie, Letterrol.NAAM), _Wens(maatlat, lid.woord, Letterrol.WOORD)
    ruim = kolom - 2 * _IN - _STUB
    samen = ruim - _STUB - 2 * _OM_WOORD
    if not lid.woord or naam.minst + woord.minst > samen:
        namen = maatlat.break_regels(lid.wie, Letterrol.NAAM, ruim)
        bij = maatlat.break_regels(lid.woord, Letterrol.WOORD, ruim) if lid.woord else ()
        pil = (*((regel, Letterrol.NAAM) for regel in namen), *((regel, Letterrol.WOORD) for regel in bij))
        return _Rij(lid, pil, (), _measure_breedste(maatlat, pil) + 2 * _IN, 0.0)
    over = max(samen - naam.minst - woord.minst, 0.0)
    naam_ruim = naam.minst + min(naam.graag - naam.minst, max(over / 2, over - (woord.graag - woord.minst)))
    namen = maatlat.break_regels(lid.wie, Letterrol.NAAM, naam_ruim + 0.05)
    woorden = maatlat.break_regels(lid.woord, Letterrol.WOORD, samen - naam_ruim + 0.05)
    pil = tuple((regel, Letterrol.NAAM) for regel in namen)
    woord_breed = _measure_breedste(maatlat, [(regel, Letterrol.WOORD) for regel in woorden])
    return _Rij(lid, pil, woorden, _measure_breedste(maatlat, pil) + 2 * _IN, woord_breed)


class _Wens:
    """What a text would like to have (all of it on one line), and needs at least (its longest word)."""

    def __init__(self, maatlat: Maatlat, tekst: str, rol: Letterrol) -> None:
        self.graag = maatlat.measure(tekst, rol)
        self.minst = max((maatlat.measure(woord, rol) for woord in tekst.split()), default=0.0)


def _measure_breedste(maatlat: Maatlat, regels: Sequence[tuple[str, Letterrol]]) -> float:
    return max(maatlat.measure(regel, rol) for regel, rol in regels)


def _draw_kant(kant: _Kant, maatlat: Maatlat, doos: Doos, arm: float, kop: float, hoogte: float) -> list[Deel]:
    """One side, mirrored for the left: `u` counts from the middle of the person outwards, up to `arm`."""

    def to_x(u: float) -> float:
        return doos.midden[0] - u if kant.naar_links else doos.midden[0] + u

    buiten = Anker.BEGIN if kant.naar_links else Anker.EIND
    rand = to_x(arm)
    delen: list[Deel] = []
    if kant.boven:
        delen += place_regels(maatlat, [(kant.boven, Letterrol.KOP)], rand, 0.0, buiten, Kleur.ZACHT)
        if not kant.rijen:
            leeg = [(_NOG_NIET, Letterrol.WOORD)]
            delen += place_regels(maatlat, leeg, rand, doos.midden[1] - 1.6, buiten, Kleur.ZACHT)
    begin = kop + (hoogte - kop - kant.hoogte) / 2
    for tekst, rol, y in kant.koppen:
        delen += place_regels(maatlat, [(tekst, rol)], rand, begin + y, buiten, Kleur.ZACHT)
    uiteen = (doos.hoogte - 4.0) / (len(kant.rijen) - 1) if len(kant.rijen) > 1 else 0.0
    uiteen = min(uiteen, _BEGIN_HOOGUIT)
    for nr, (rij, y) in enumerate(kant.rijen):
        hart = begin + y + rij.hoogte / 2
        vertrek = doos.midden[1] + (nr - (len(kant.rijen) - 1) / 2) * uiteen
        pil_u = arm - rij.pil_breed
        waaier = ((to_x(_MIDDEN / 2), vertrek), (to_x(_MIDDEN / 2 + _WAAIER), hart))
        delen += _draw_lijn(rij, maatlat, waaier, [to_x(u) for u in _measure_woord(rij, pil_u)], to_x(pil_u))
        x = min(to_x(pil_u), rand)
        stippel = (1.2, 0.9) if rij.plek.contact is Band.ONBEKEND else ()
        delen.append(
            Doos(x, hart - rij.pil_hoog / 2, rij.pil_breed, rij.pil_hoog, 2.4, stippel=stippel, van=rij.plek.id)
        )
        delen += place_regels(maatlat, rij.pil, x + rij.pil_breed / 2, hart - rij.pil_hoog / 2 + _IN / 2)
    return delen


def _measure_woord(rij: _Rij, pil_u: float) -> tuple[float, ...]:
    """Where the word begins and ends, counted outwards; nothing when there is none."""
    if not rij.woorden:
        return ()
    tot = pil_u - _STUB - _OM_WOORD
    return (tot - rij.woord_breed, tot)


def _draw_lijn(
    rij: _Rij, maatlat: Maatlat, waaier: tuple[Punt, Punt], woord: Sequence[float], pil_x: float
) -> list[Deel]:
    """The line to one person: up to his word, and on from there to his frame."""
    hart, plek = waaier[1][1], rij.plek
    if not woord:
        return [*_draw_heen(waaier, (pil_x, hart), plek)]
    van, tot = woord
    om = _OM_WOORD if tot > van else -_OM_WOORD
    # too short for a gap of its own: the bars stand in the long part
    na = Band.ZWAK if plek.contact is Band.VERBROKEN else plek.contact
    hoog = len(rij.woorden) * REGELHOOGTE[Letterrol.WOORD]
    return [
        *_draw_heen(waaier, (van - om, hart), plek),
        *draw_contact([(tot + om, hart), (pil_x, hart)], na, plek.id),
        *place_regels(maatlat, [(regel, Letterrol.WOORD) for regel in rij.woorden], (van + tot) / 2, hart - hoog / 2),
    ]


def _draw_heen(waaier: tuple[Punt, Punt], tot: Punt, plek: Plek) -> list[Lijn]:
    """A steep part is drawn plain: side by side, teeth and double lines would run into each other there."""
    vertrek, bocht = waaier
    steil = abs(bocht[1] - vertrek[1]) > _STEIL
    vlak = abs(tot[0] - bocht[0])
    if steil or (plek.contact is Band.VERBROKEN and vlak >= _VOOR_EEN_GAT):
        aanloop = Band.ONBEKEND if plek.contact is Band.ONBEKEND else Band.ZWAK
        return [*draw_contact(waaier, aanloop, plek.id), *draw_contact([bocht, tot], plek.contact, plek.id)]
    return [*draw_contact([vertrek, bocht, tot], plek.contact, plek.id)]


def _draw_legenda(maatlat: Maatlat, breedte: float, y: float) -> list[Deel]:
    """A sample of every line with its word, as many beside each other as there is room for."""
    delen: list[Deel] = []
    maten = [maatlat.measure(woord, Letterrol.KOP) for _, woord in _LEGENDA]
    over = breedte - sum(maten) - len(maten) * _NAAST_PROEF
    tussen = over / (len(maten) - 1) if over > len(maten) else 3.0
    x = 0.0
    for (band, woord), maat in zip(_LEGENDA, maten, strict=True):
        if x and x + _NAAST_PROEF + maat > breedte + 0.01:
            x, y = 0.0, y + REGELHOOGTE[Letterrol.KOP] + 0.6
        hart = y + REGELHOOGTE[Letterrol.KOP] / 2
        delen += draw_contact([(x, hart), (x + _PROEF, hart)], band)
        delen.append(Woord(x + _NAAST_PROEF, y, woord, Letterrol.KOP, maat, kleur=Kleur.ZACHT))
        x += _NAAST_PROEF + maat + tussen
    return delen


def describe_ecogram(persoon: str, leden: Sequence[Plek]) -> str:
    """The same in sentences, for who does not see the drawing."""
    if not leden:
        return f"Om {persoon} heen staat nog niemand."
    zinnen = []
    for kring, kop in _KOPPEN.items():
        hier = [lid for lid in leden if lid.kring is kring]
        if hier:
            wie = "; ".join(
                ", ".join(filter(None, (lid.wie, CONTACT_IN_WOORDEN[lid.contact], lid.woord))) for lid in hier
            )
            zinnen.append(f"{kop[:1].upper()}{kop[1:]}: {wie}.")
    return " ".join(zinnen)
