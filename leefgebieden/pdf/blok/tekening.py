"""A drawing (domain/tekening.py) as shapes on the sheet: the painter of paper. The page has one of its own, in SVG."""

from collections.abc import Iterator

from leefgebieden.domain.tekening import Anker, Doos, Kleur, Lijn, Tekening, Woord
from leefgebieden.pdf.letters import INKT, KRACHT, LASTIG, RAND, TINT, WIT, ZACHT, make_visible
from leefgebieden.pdf.maatlat import find_stijl
from leefgebieden.pdf.sheet import Polylijn, Tekst, Vlak, Vorm
from leefgebieden.pdf.zetsel import Stuk, Zetregel

KLEUREN = {Kleur.INKT: INKT, Kleur.ZACHT: ZACHT, Kleur.HAAR: RAND, Kleur.KRACHT: KRACHT, Kleur.LASTIG: LASTIG}


def build_tekening(tekening: Tekening, x: float, y: float) -> Iterator[Vorm]:
    """The shapes of a drawing, with its top left corner at (x, y) mm of the block."""
    for deel in tekening.delen:
        match deel:
            case Lijn():
                punten = tuple((x + px, y + py) for px, py in deel.punten)
                yield Polylijn(punten, deel.dikte, KLEUREN[deel.kleur], deel.stippel)
            case Doos():
                yield Vlak(
                    x + deel.x,
                    y + deel.y,
                    deel.breedte,
                    deel.hoogte,
                    TINT if deel.gevuld else WIT,
                    KLEUREN[deel.kleur],
                    deel.dikte,
                    deel.straal,
                    deel.stippel,
                )
            case Woord():
                yield _build_woord(deel, x, y)


def _build_woord(woord: Woord, x: float, y: float) -> Tekst:
    stijl = find_stijl(woord.rol, KLEUREN[woord.kleur])
    tekst = make_visible(woord.tekst, stijl.letter)
    links = x + woord.x - {Anker.BEGIN: 0.0, Anker.MIDDEN: 0.5, Anker.EIND: 1.0}[woord.anker] * woord.breedte
    return Tekst(links, y + woord.y, Zetregel((Stuk(tekst, stijl),), woord.breedte), "Figure", is_begin=False)
