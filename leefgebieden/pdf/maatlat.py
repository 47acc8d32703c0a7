"""How wide the letters of a drawing are, by the real fonts: the same for the page and for the A4."""

from functools import cache

from leefgebieden.domain.tekening import PUNTEN, REGELHOOGTE, Letterrol
from leefgebieden.pdf.letters import INKT, Letter, Stijl, make_visible, measure
from leefgebieden.pdf.zetsel import break_lines

_LETTERS = {
    Letterrol.NAAM: Letter.SANS_VET,
    Letterrol.BIJ: Letter.SANS,
    Letterrol.WOORD: Letter.SANS,
    Letterrol.KOP: Letter.SANS,
}


@cache
def find_stijl(rol: Letterrol, kleur: str = INKT) -> Stijl:
    """The style of a role, in a colour."""
    return Stijl(_LETTERS[rol], PUNTEN[rol], REGELHOOGTE[rol], kleur)


class Lettermaat:
    """The `Maatlat` of domain/tekening.py."""

    def measure(self, tekst: str, rol: Letterrol) -> float:
        """The width in mm, with a stand-in for what the font lacks."""
        stijl = find_stijl(rol)
        return measure(make_visible(tekst, stijl.letter), stijl)

    def break_regels(self, tekst: str, rol: Letterrol, breedte: float) -> tuple[str, ...]:
        """The text in lines of at most this width."""
        return tuple(regel.tekst for regel in break_lines([(tekst, find_stijl(rol))], breedte))
