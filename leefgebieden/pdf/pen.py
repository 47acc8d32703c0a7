"""A pen that writes the operators of a PDF page. It remembers its colours and lines, and never says the same twice."""

from collections.abc import Sequence
from functools import cache

HAARDIK = 0.002
"""In points: what is shorter than this has no length. Numbers are written in thousandths."""


@cache
def write_kleur(kleur: str) -> str:
    """A colour as a PDF has it: "#1F242B" becomes "0.122 0.141 0.169"."""
    return " ".join(write_getal(int(kleur[nr : nr + 2], 16) / 255) for nr in (1, 3, 5))


def write_getal(getal: float) -> str:
    """A number as short as it can be: a thousandth of a point is much finer than ink."""
    return f"{round(getal, 3):g}"


def write_getallen(*getallen: float) -> str:
    return " ".join(map(write_getal, getallen))


def write_deel(soort: str, *getallen: float) -> str:
    """A part of a path: "m" begins, "l" is a line, "c" a curve."""
    return f"{write_getallen(*getallen)} {soort}"


class Pen:
    """`regels` are the operators so far. Everything in points, from the bottom left."""

    def __init__(self) -> None:
        self.regels: list[str] = []
        self._nu: dict[str, str] = {}

    def write(self, regel: str) -> None:
        self.regels.append(regel)

    def set(self, waarde: str, operator: str) -> None:
        """Set a colour, a width or a font, when it is not what it was."""
        if self._nu.get(operator) != waarde:
            self._nu[operator] = waarde
            self.regels.append(f"{waarde} {operator}")

    def set_vulling(self, kleur: str) -> None:
        self.set(write_kleur(kleur), "rg")

    def set_lijn(self, kleur: str, dikte: float, stippel: Sequence[float] = ()) -> None:
        """What lines look like: colour, width, and the length of dashes and gaps."""
        self.set(write_kleur(kleur), "RG")
        self.set(write_getal(dikte), "w")
        self.set(f"[{write_getallen(*stippel)}] 0", "d")

    def set_einde(self, *, rond: bool) -> None:
        """Whether lines end, and meet, round."""
        self.set(str(int(rond)), "J")
        self.set(str(int(rond)), "j")

    def draw_lijnen(self, *lijnen: Sequence[float], dicht: bool = False) -> None:
        """Lines through points (x, y, x, y, …); `dicht` ends each where it began."""
        pad = [
            f"{write_getallen(*lijn[nr : nr + 2])} {'l' if nr else 'm'}"
            for lijn in lijnen
            for nr in range(0, len(lijn), 2)
        ]
        self.write(" ".join([*pad, "s" if dicht else "S"]))

    def draw_bocht(self, *stukken: Sequence[float], dicht: bool = False, vol: bool = False) -> None:
        """Bézier curves: the first begins with its own starting point, each goes on where the last one ended.

        A curve of eight numbers, later on, first draws a line to where it begins.
        """
        pad = []
        for nr, stuk in enumerate(stukken):
            if len(stuk) == 8:
                pad.append(f"{write_getallen(*stuk[:2])} {'l' if nr else 'm'}")
            pad.append(f"{write_getallen(*stuk[-6:])} c")
        self.write(" ".join([*pad, "f" if vol else "s" if dicht else "S"]))

    def draw_rechthoek(
        self, x: float, y: float, breedte: float, hoogte: float, *, straal: float, vol: bool, rand: bool
    ) -> None:
        """A rectangle; its corners are rounded by `straal`."""
        einde = {(True, False): "f", (False, True): "S", (True, True): "B", (False, False): "n"}[vol, rand]
        if not straal:
            self.write(f"{write_getallen(x, y, breedte, hoogte)} re {einde}")
            return
        rechts, boven = x + breedte, y + hoogte
        # how far a corner's handle stands from the corner itself
        recht = 0.4472 * straal
        # a side without length has no direction: a thick line turns the wrong way there, and a dot becomes a bow-tie
        plat, smal = breedte - 2 * straal > HAARDIK, hoogte - 2 * straal > HAARDIK
        delen = (
            write_deel("m", x + straal, y),
            write_deel("l", rechts - straal, y) if plat else "",
            write_deel("c", rechts - recht, y, rechts, y + recht, rechts, y + straal),
            write_deel("l", rechts, boven - straal) if smal else "",
            write_deel("c", rechts, boven - recht, rechts - recht, boven, rechts - straal, boven),
            write_deel("l", x + straal, boven) if plat else "",
            write_deel("c", x + recht, boven, x, boven - recht, x, boven - straal),
            write_deel("l", x, y + straal) if smal else "",
            write_deel("c", x, y + recht, x + recht, y, x + straal, y),
        )
        self.write(" ".join(deel for deel in delen if deel) + f" h {einde}")
