"""The foot: what is not on the page, counted, and what the small words mean."""

from leefgebieden.pdf.letters import INKT, LABEL, Letter, Stijl
from leefgebieden.pdf.sheet import VOL, Inhoud, Kolom, Streep
from leefgebieden.pdf.zetsel import Zetregel, break_lines

_LINKS, _RECHTS = 118.0, 64.0
_TELLING = Stijl(Letter.SANS, 7.8, 3.6)
_TELLING_VET = _TELLING.vet()


def break_legenda(legenda: str, *, stand_in: bool) -> tuple[Zetregel, ...]:
    """What the small words mean; `stand_in` when a character could not be drawn."""
    uitleg = " [U+…] of [?]: een teken dat deze letter niet heeft." if stand_in else ""
    return break_lines([(legenda + uitleg, LABEL)], _RECHTS)


def build_voet(kop: str, rest: str, legenda: tuple[Zetregel, ...]) -> Inhoud:
    """`kop` and `rest` count what is left out."""
    links = Kolom(0, _LINKS, 1.55)
    links.add_regels(break_lines([(kop, _TELLING_VET), (rest, _TELLING)], _LINKS))
    rechts = Kolom(VOL - _RECHTS, _RECHTS, 1.55)
    rechts.add_regels(legenda)
    lijn = Streep(0, 0.2, VOL, 0.2, 0.4, INKT)
    return Inhoud(max(links.y, rechts.y), (lijn, *links.vormen, *rechts.vormen))
