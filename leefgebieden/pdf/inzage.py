"""Everything about a person on as many pages as it takes: laid out line by line, no word left out."""

from leefgebieden.domain.datum import write_hele_dag
from leefgebieden.domain.inzage import Inzage
from leefgebieden.pdf.letters import INKT, META, NAAM, Letter, Stijl
from leefgebieden.pdf.sheet import HOOGTE, Blok, Tekst, Vorm
from leefgebieden.pdf.tekening import paint_paginas
from leefgebieden.pdf.zetsel import Zetregel, break_lines

MARGE = 20.0
BREEDTE = 210.0 - 2 * MARGE
EINDE = HOOGTE - 22.0
LEZEN = Stijl(Letter.SANS, 10, 4.8, INKT)
KOP = Stijl(Letter.SANS_VET, 12.5, 6.4, INKT)
_VOOR_KOP, _VOOR_STUK = 6.0, 2.6
_BIJEEN = 3 * LEZEN.regel
"""So much room must be left on a page for a heading, so that it never stands alone at the foot."""


def draw_inzage(inzage: Inzage) -> bytes:
    """The bytes of a PDF. There is no name in its title or metadata."""
    stroom = _Stroom("OEFENEN. Inzage" if inzage.oefent else "Inzage")
    stroom.add(inzage.naam, NAAM[1])
    stroom.add(f"Dit is over jou opgeschreven. Gemaakt op {write_hele_dag(inzage.op)} door {inzage.maker}.", LEZEN)
    if inzage.weggelaten:
        stroom.add(_write_weggelaten(inzage.weggelaten), LEZEN, voor=_VOOR_STUK)
    for deel in inzage.delen:
        stroom.add(deel.kop, KOP, voor=_VOOR_KOP, bijeen=_BIJEEN)
        for stuk in deel.stukken:
            stroom.add(stuk.tekst, LEZEN, voor=_VOOR_STUK)
            stroom.add(stuk.erbij, META)
    return paint_paginas(stroom.list_paginas(), titel="Inzage")


def _write_weggelaten(aantal: int) -> str:
    notities = "1 notitie gaat" if aantal == 1 else f"{aantal} notities gaan"
    return f"{notities} over iemand anders en {'staat' if aantal == 1 else 'staan'} er niet bij."


class _Stroom:
    """Text that flows over pages."""

    def __init__(self, voet: str) -> None:
        self.voet = voet
        self.paginas: list[list[Vorm]] = [[]]
        self.y = MARGE

    def add(self, tekst: str, stijl: Stijl, *, voor: float = 0.0, bijeen: float = 0.0) -> None:
        """Put a text under what is there, line by line; `voor` mm of white before it, unless it begins a page."""
        regels = [regel for alinea in tekst.split("\n") for regel in break_lines([(alinea, stijl)], BREEDTE)]
        if not regels:
            return
        if self.y > MARGE:
            self.y += voor
        if self.y + stijl.regel + bijeen > EINDE:
            self._turn()
        for regel in regels:
            if self.y + stijl.regel > EINDE:
                self._turn()
            self._place(regel, stijl.regel)

    def list_paginas(self) -> list[list[Blok]]:
        """The pages, each with its number at the foot."""
        return [
            [_make_blok("tekst", vormen), _make_blok("voet", [self._write_voet(nummer)])]
            for nummer, vormen in enumerate(self.paginas, start=1)
        ]

    def _turn(self) -> None:
        self.paginas.append([])
        self.y = MARGE

    def _place(self, regel: Zetregel, hoogte: float) -> None:
        self.paginas[-1].append(Tekst(MARGE, self.y, regel))
        self.y += hoogte

    def _write_voet(self, nummer: int) -> Tekst:
        (regel,) = break_lines([(f"{self.voet}. Blad {nummer} van {len(self.paginas)}", META)], BREEDTE)
        return Tekst(MARGE, EINDE + 6.0, regel)


def _make_blok(naam: str, vormen: list[Vorm]) -> Blok:
    return Blok(naam, 0.0, 0.0, 210.0, HOOGTE, tuple(vormen))
