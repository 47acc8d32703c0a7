"""The signs on the page, drawn by hand: kracht, lastig, the four leefgebieden, and the lines of contact."""

from collections.abc import Callable
from functools import cache

from leefgebieden.pdf.letters import INKT, KRACHT, LASTIG, WIT, ZACHT
from leefgebieden.pdf.pen import Pen

TEKENVELD = 24
"""Each is drawn in a square of 24 by 24, with y downwards, and scaled to its place."""


def _kracht(pen: Pen) -> None:
    pen.set_vulling(KRACHT)
    pen.draw_bocht(*_boog(12, 12, 11.2), vol=True)
    pen.set_lijn(WIT, 3.2)
    pen.draw_lijnen((12, 6, 12, 18), (6, 12, 18, 12))


def _lastig(pen: Pen) -> None:
    pen.set_lijn(LASTIG, 3.2)
    pen.draw_lijnen((12, 2.4, 21.6, 12, 12, 21.6, 2.4, 12), dicht=True)


def _zon(pen: Pen) -> None:
    _set_pen(pen)
    pen.draw_bocht(*_boog(12, 12, 4.2))
    recht = ((12, 2.5, 12, 5.5), (12, 18.5, 12, 21.5), (2.5, 12, 5.5, 12), (18.5, 12, 21.5, 12))
    schuin = ((5.3, 5.3, 7.4, 7.4), (16.6, 16.6, 18.7, 18.7), (18.7, 5.3, 16.6, 7.4), (7.4, 16.6, 5.3, 18.7))
    pen.draw_lijnen(*recht, *schuin)


def _maan(pen: Pen) -> None:
    _set_pen(pen)
    pen.draw_bocht(*_boog(17.3, 6.7, 8.2, 74, 122), *_boog(11.6, 12.4, 8.2, 254, -238), dicht=True)


def _euro(pen: Pen) -> None:
    _set_pen(pen)
    pen.draw_bocht(*_boog(12, 12, 8.8))
    pen.draw_bocht(*_boog(12.5, 12, 4.6, -48, -264))
    pen.draw_lijnen((6.6, 10.8, 12.6, 10.8), (6.6, 13.2, 12.6, 13.2))


def _mens(pen: Pen) -> None:
    _set_pen(pen)
    pen.draw_bocht(*_boog(12, 7.2, 3.8))
    pen.draw_bocht((4.5, 20.5, 5.1, 16.1, 8.1, 13.6, 12, 13.6), (15.9, 13.6, 18.9, 16.1, 19.5, 20.5))


def _sterk(pen: Pen) -> None:
    _set_pen(pen, 1.5)
    pen.draw_lijnen((1, 10, 23, 10), (1, 14, 23, 14))


def _zwak(pen: Pen) -> None:
    _set_pen(pen, 1.0)
    pen.draw_lijnen((1, 12, 23, 12))


def _gespannen(pen: Pen) -> None:
    _set_pen(pen, 1.4)
    pen.draw_lijnen((1, 12, 4, 9, 8, 15, 12, 9, 16, 15, 20, 9, 23, 12))


def _verbroken(pen: Pen) -> None:
    _set_pen(pen, 1.4, rond=False)
    pen.draw_lijnen((1, 12, 9, 12), (15, 12, 23, 12), (9, 7, 9, 17), (15, 7, 15, 17))


def _onbekend(pen: Pen) -> None:
    _set_pen(pen, 1.3, ZACHT, rond=False)
    pen.draw_lijnen((1, 12, 5, 12), (7, 12, 11, 12), (13, 12, 17, 12), (19, 12, 23, 12))


def _set_pen(pen: Pen, dikte: float = 1.6, kleur: str = INKT, *, rond: bool = True) -> None:
    pen.set_lijn(kleur, dikte)
    pen.set_einde(rond=rond)


def _boog(x: float, y: float, straal: float, van: int = 0, hoek: int = 360) -> list[tuple[float, ...]]:
    """The curves of a circle around (x, y), or of a part of it, in degrees against the clock when y is upwards."""
    from reportlab.pdfgen.pdfgeom import bezierArc  # heavy, and only needed when there is something to draw

    eerste, *verder = bezierArc(x - straal, y - straal, x + straal, y + straal, van, hoek)
    return [eerste, *(stuk[2:] for stuk in verder)]


_TEKENS: dict[str, Callable[[Pen], None]] = {
    "kracht": _kracht,
    "lastig": _lastig,
    "zon": _zon,
    "maan": _maan,
    "euro": _euro,
    "mens": _mens,
    "sterk": _sterk,
    "zwak": _zwak,
    "gespannen": _gespannen,
    "verbroken": _verbroken,
    "onbekend": _onbekend,
}


@cache
def write_teken(naam: str) -> str:
    """A sign in its own square, as operators. A leefgebied of a team's own card may have an icon we do not know."""
    pen = Pen()
    _TEKENS.get(naam, _mens)(pen)
    return " ".join(pen.regels)
