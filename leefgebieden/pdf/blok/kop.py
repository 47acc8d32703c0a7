"""The head: who, in one line; at the right how things stand, who made it, and whether the person read it."""

from leefgebieden.domain.samenvatting import Kop
from leefgebieden.pdf.letters import INKT, META, NAAM, ONDER
from leefgebieden.pdf.sheet import VOL, Inhoud, Kolom, Streep
from leefgebieden.pdf.zetsel import Zetregel, break_lines

_LINKS, _RECHTS = 112.0, 74.0
_GELEZEN = META.vet().gekleurd(INKT)


def build_kop(kop: Kop) -> Inhoud:
    links = Kolom(0, _LINKS)
    links.add_regels(_break_naam(kop.naam))
    if kop.zin:
        links.add_witruimte(0.8)
        links.add_regels(break_lines([(kop.zin, ONDER)], _LINKS - 4))
    meta = _break_meta(kop)
    hoog = sum(regel.stukken[0].stijl.regel for regels in meta for regel in regels)
    hoogte = max(links.y, hoog)
    # the small words end where the line about the person ends
    rechts = Kolom(_LINKS, _RECHTS, hoogte - hoog)
    for regels in meta:
        rechts.add_regels(regels, rechts=True)
    lijn = Streep(0, hoogte + 2.6, VOL, hoogte + 2.6, 0.4, INKT)
    return Inhoud(hoogte + 2.8, (*links.vormen, *rechts.vormen, lijn))


def _break_meta(kop: Kop) -> list[tuple[Zetregel, ...]]:
    lopen = ((kop.stand, META), (kop.maker, META), (kop.gelezen, _GELEZEN))
    return [break_lines([loop], _RECHTS) for loop in lopen]


def _break_naam(naam: str) -> tuple[Zetregel, ...]:
    for stijl in NAAM:
        regels = break_lines([(naam, stijl)], _LINKS - 4)
        if len(regels) == 1:
            break
    return regels
