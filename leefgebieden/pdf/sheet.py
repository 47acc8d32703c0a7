"""The sheet: its size, the shapes that can stand on it (all in mm, from the top left).

Laying out makes these values and touches no canvas; tekening.py only walks through them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from leefgebieden.pdf.letters import LIJN
from leefgebieden.pdf.zetsel import Zetregel

BREEDTE, HOOGTE = 210.0, 297.0
LINKS, RECHTS, BOVEN, ONDER_AAN = 12.0, 198.0, 10.0, 288.0
VOL = RECHTS - LINKS


@dataclass(frozen=True)
class Tekst:
    """A line of text: its left side and the top of its line box."""

    x: float
    y: float
    regel: Zetregel

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


@dataclass(frozen=True)
class Blok:
    """A block in its place on the sheet."""

    naam: str
    x: float
    top: float
    breedte: float
    hoogte: float
    vormen: tuple[Vorm, ...]

    @property
    def bottom(self) -> float:
        return self.top + self.hoogte

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines of text in it, in the order in which they are drawn."""
        return tuple(vorm.regel.tekst for vorm in self.vormen if isinstance(vorm, Tekst))


class Kolom:
    """A column that is filled from above: `y` is where the next thing comes."""

    def __init__(self, x: float, breedte: float, y: float = 0.0) -> None:
        self.x, self.breedte, self.y = x, breedte, y
        self.vormen: list[Vorm] = []

    def add_regels(self, regels: Iterable[Zetregel], *, regelhoogte: float | None = None, rechts: bool = False) -> None:
        """Put lines under each other. A line is as high as its first style, so that small words do not move it."""
        for regel in regels:
            x = self.x + (self.breedte - regel.breedte if rechts else regel.inspring)
            hoogte = regelhoogte or regel.stukken[0].stijl.regel
            self.vormen.append(Tekst(x, self.y, regel))
            self.y += hoogte

    def add_witruimte(self, hoogte: float) -> None:
        self.y += hoogte
