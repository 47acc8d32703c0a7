"""The sheet: its size, the shapes that can stand on it (all in mm, from the top left).

Laying out makes these values and touches no canvas; tekening.py only walks through them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from leefgebieden.pdf.letters import KOPJE, LIJN, NAAM, ONDER
from leefgebieden.pdf.zetsel import Zetregel

BREEDTE, HOOGTE = 210.0, 297.0
LINKS, RECHTS, BOVEN, ONDER_AAN = 12.0, 198.0, 10.0, 288.0
VOL = RECHTS - LINKS


@dataclass(frozen=True)
class Tekst:
    """A line of text: its left side and the top of its line box.

    `merk` is what it is to who listens ("P", "H2", "Table/TR:1/TD:wat/P"); `is_begin` is false for what goes on with the line
    before.
    """

    x: float
    y: float
    regel: Zetregel
    merk: str = "P"
    is_begin: bool = True

    @property
    def bottom(self) -> float:
        return self.y + max(stuk.stijl.regel for stuk in self.regel.stukken)


@dataclass(frozen=True)
class Streep:
    """A line; `stippel` is the length of a dash and of a gap."""

    x1: float
    y1: float
    x2: float
    y2: float
    dikte: float
    kleur: str = LIJN
    stippel: tuple[float, ...] = ()


@dataclass(frozen=True)
class Polylijn:
    """A line through points, (x, y) each."""

    punten: tuple[tuple[float, float], ...]
    dikte: float
    kleur: str = LIJN
    stippel: tuple[float, ...] = ()


@dataclass(frozen=True)
class Vlak:
    """A rectangle, filled or framed."""

    x: float
    y: float
    breedte: float
    hoogte: float
    vulling: str = ""
    rand: str = ""
    dikte: float = 0.25
    straal: float = 0.0
    stippel: tuple[float, ...] = ()


@dataclass(frozen=True)
class Teken:
    """A sign of `maat` mm wide: its name stands in tekens.py."""

    naam: str
    x: float
    y: float
    maat: float


Vorm = Tekst | Streep | Polylijn | Vlak | Teken


@dataclass(frozen=True)
class Inhoud:
    """What a block holds: its height in mm and its shapes, measured from its own top left corner."""

    hoogte: float
    vormen: tuple[Vorm, ...]
    alt: str = ""
    """What a figure in it shows, in words."""


@dataclass(frozen=True)
class Blok:
    """A block in its place on the sheet."""

    naam: str
    x: float
    top: float
    breedte: float
    hoogte: float
    vormen: tuple[Vorm, ...]
    alt: str = ""

    @property
    def bottom(self) -> float:
        return self.top + self.hoogte

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines of text in it, in the order in which they are drawn."""
        return tuple(vorm.regel.tekst for vorm in self.vormen if isinstance(vorm, Tekst))


class Kolom:
    """A column that is filled from above: `y` is where the next thing comes. `merk` is what its text is to who listens."""

    def __init__(self, x: float, breedte: float, y: float = 0.0, merk: str = "P") -> None:
        self.x, self.breedte, self.y, self.merk = x, breedte, y, merk
        self.vormen: list[Vorm] = []

    def add_regels(self, regels: Iterable[Zetregel], *, regelhoogte: float | None = None, rechts: bool = False) -> None:
        """Put the lines of one paragraph under each other. A line is as high as its first style, so that small words do not
        move it.
        """
        for nr, regel in enumerate(regels):
            x = self.x + (self.breedte - regel.breedte if rechts else regel.inspring)
            hoogte = regelhoogte or regel.stukken[0].stijl.regel
            self.vormen.append(Tekst(x, self.y, regel, name_merk(regel, self.merk), not nr))
            self.y += hoogte

    def add_witruimte(self, hoogte: float) -> None:
        self.y += hoogte


def name_merk(regel: Zetregel, anders: str) -> str:
    """A heading is known by its letters."""
    stijl = regel.stukken[0].stijl
    if anders != "P":
        return anders
    if stijl in NAAM:
        return "H1"
    return "H2" if (stijl.letter, stijl.punten) in _KOPLETTERS else anders


_KOPLETTERS = {(KOPJE.letter, KOPJE.punten), (ONDER.vet().letter, ONDER.punten)}
