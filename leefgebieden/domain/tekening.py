"""A drawing as a pure value: lines, shapes and words with their places. The page paints it as SVG, the A4 with ReportLab.

Millimetres from the top left, letters in points. Colours are roles, so that each painter takes its own (dark, grey, paper).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Punt = tuple[float, float]


class Letterrol(StrEnum):
    """The letters of a drawing."""

    NAAM = "naam"
    BIJ = "bij"
    """Beside a name: an age, a place."""
    WOORD = "woord"
    """On a line: how the contact is, in a word."""
    KOP = "kop"


REGELHOOGTE = {Letterrol.NAAM: 3.7, Letterrol.BIJ: 3.3, Letterrol.WOORD: 3.2, Letterrol.KOP: 3.4}
"""The height of a line of text in mm."""


PUNTEN = {Letterrol.NAAM: 8.2, Letterrol.BIJ: 7.4, Letterrol.WOORD: 7.4, Letterrol.KOP: 7.2}
"""The size of the letters in points: nothing on the A4 is smaller than 7."""
PUNT = 25.4 / 72
_STIJGT, _DAALT = 1.069, 0.293
"""How far the letters of Noto reach above and below the line they stand on, in parts of their size."""


class Anker(StrEnum):
    """Which part of a text stands at its place."""

    BEGIN = "begin"
    MIDDEN = "midden"
    EIND = "eind"


class Kleur(StrEnum):
    """What a line or letter is drawn with."""

    INKT = "inkt"
    ZACHT = "zacht"
    HAAR = "haar"
    KRACHT = "kracht"
    LASTIG = "lastig"


@dataclass(frozen=True)
class Lijn:
    """A line through points; `stippel` is the length of a dash and of a gap, `van` the id of who it belongs to."""

    punten: tuple[Punt, ...]
    dikte: float = 0.35
    stippel: tuple[float, ...] = ()
    kleur: Kleur = Kleur.INKT
    van: str = ""


@dataclass(frozen=True)
class Doos:
    """A rectangle with round corners (`straal`); half its height makes a pill, half its width too makes a circle."""

    x: float
    y: float
    breedte: float
    hoogte: float
    straal: float = 0.0
    dikte: float = 0.35
    stippel: tuple[float, ...] = ()
    gevuld: bool = False
    kleur: Kleur = Kleur.INKT
    van: str = ""

    @property
    def rechts(self) -> float:
        return self.x + self.breedte

    @property
    def onder(self) -> float:
        return self.y + self.hoogte

    @property
    def midden(self) -> Punt:
        return self.x + self.breedte / 2, self.y + self.hoogte / 2


@dataclass(frozen=True)
class Woord:
    """One line of text: `x` is where its anchor stands, `y` the top of the line, `breedte` what it takes."""

    x: float
    y: float
    tekst: str
    rol: Letterrol
    breedte: float
    anker: Anker = Anker.BEGIN
    kleur: Kleur = Kleur.INKT

    @property
    def links(self) -> float:
        return self.x - {Anker.BEGIN: 0.0, Anker.MIDDEN: 0.5, Anker.EIND: 1.0}[self.anker] * self.breedte

    @property
    def hoogte(self) -> float:
        return REGELHOOGTE[self.rol]

    @property
    def maat(self) -> float:
        """The size of the letters in mm."""
        return PUNTEN[self.rol] * PUNT

    @property
    def voet(self) -> float:
        """Where the letters stand: `y` of the baseline."""
        return self.y + self.hoogte / 2 + (_STIJGT - _DAALT) / 2 * self.maat


Deel = Lijn | Doos | Woord


@dataclass(frozen=True)
class Tekening:
    """A whole drawing. `titel` and `beschrijving` say in words what it shows, for who does not see it."""

    breedte: float
    hoogte: float
    delen: tuple[Deel, ...]
    titel: str
    beschrijving: str

    @property
    def woorden(self) -> tuple[Woord, ...]:
        return tuple(deel for deel in self.delen if isinstance(deel, Woord))


@dataclass(frozen=True)
class Tekenpaar:
    """The same drawing for a page twice: with all the room, and narrow, for a phone."""

    ruim: Tekening
    smal: Tekening


class Maatlat(Protocol):
    """Knows how wide letters are. `pdf/maatlat.py` has the real fonts."""

    def measure(self, tekst: str, rol: Letterrol) -> float:
        """The width in mm."""

    def break_regels(self, tekst: str, rol: Letterrol, breedte: float) -> tuple[str, ...]:
        """The text in lines of at most this width; never empty for a text that is not."""


def place_regels(
    maatlat: Maatlat,
    regels: Sequence[tuple[str, Letterrol]],
    x: float,
    y: float,
    anker: Anker = Anker.MIDDEN,
    kleur: Kleur = Kleur.INKT,
) -> tuple[Woord, ...]:
    """Lines under each other from `y` down."""
    woorden = []
    for tekst, rol in regels:
        woorden.append(Woord(x, y, tekst, rol, maatlat.measure(tekst, rol), anker, kleur))
        y += REGELHOOGTE[rol]
    return tuple(woorden)


def move_along(punten: Sequence[Punt], afstand: float) -> tuple[Punt, Punt]:
    """The point at this distance along a line, and the direction there (of length 1)."""
    for van, naar in zip(punten, punten[1:], strict=False):
        lengte = math.dist(van, naar)
        if lengte and (afstand <= lengte or naar is punten[-1]):
            rx, ry = (naar[0] - van[0]) / lengte, (naar[1] - van[1]) / lengte
            return (van[0] + rx * afstand, van[1] + ry * afstand), (rx, ry)
        afstand -= lengte
    return punten[-1], (1.0, 0.0)


def measure_lengte(punten: Sequence[Punt]) -> float:
    """How long a line is."""
    return sum(math.dist(van, naar) for van, naar in zip(punten, punten[1:], strict=False))


def shift_lijn(punten: Sequence[Punt], opzij: float) -> tuple[Punt, ...]:
    """A line beside a line, `opzij` mm to its right."""
    geschoven = []
    for nr, (x, y) in enumerate(punten):
        richtingen = [
            ((naar[0] - van[0]) / math.dist(van, naar), (naar[1] - van[1]) / math.dist(van, naar))
            for van, naar in zip(punten[max(nr - 1, 0) : nr + 2], punten[max(nr - 1, 0) + 1 : nr + 2], strict=False)
            if van != naar
        ]
        nx, ny = -sum(ry for _, ry in richtingen), sum(rx for rx, _ in richtingen)
        lengte = math.hypot(nx, ny) or 1.0
        geschoven.append((x + opzij * nx / lengte, y + opzij * ny / lengte))
    return tuple(geschoven)


def cut_lijn(punten: Sequence[Punt], van: float, tot: float) -> tuple[Punt, ...]:
    """The part of a line between two distances along it."""
    begin, einde = move_along(punten, van)[0], move_along(punten, tot)[0]
    tussen, gelopen = [], 0.0
    for vorige, punt in zip(punten, punten[1:], strict=False):
        gelopen += math.dist(vorige, punt)
        if van < gelopen < tot:
            tussen.append(punt)
    return (begin, *tussen, einde)
