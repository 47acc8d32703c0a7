"""The person's own voice and, next to it and as wide, what we mind now."""

from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.pdf.letters import ACTIE, EIGEN, INKT, KOPJE, LEEG, LETPUNT, TEKST, VET
from leefgebieden.pdf.sheet import Inhoud, Kolom, Vlak
from leefgebieden.pdf.zetsel import break_lines

BREEDTE = 91.0
_IN, _NUMMER = 4.3, 4.6
EIGEN_REGELS_HOOGUIT = 8
"""Own words that need more lines than this are too long for their place."""


def past_eigen_woorden(woorden: str) -> bool:
    """Whether own words fit their place on any page."""
    return len(break_lines([(f"„{woorden}”", EIGEN)], BREEDTE - _IN)) <= EIGEN_REGELS_HOOGUIT


def build_stem(s: Samenvatting) -> Inhoud:
    kolom = Kolom(_IN, BREEDTE - _IN, 0.2)
    kolom.add_regels(break_lines([(f"{_begin(s.kop.roepnaam)} zelf", KOPJE)], kolom.breedte))
    if s.eigen_woorden:
        kolom.add_regels(break_lines([(f"„{s.eigen_woorden}”", EIGEN)], kolom.breedte))
    else:
        leeg = "Te lang voor dit blad: staat in de app." if s.woorden_te_lang else "Nog niet gevraagd."
        kolom.add_regels(break_lines([(leeg, LEEG)], kolom.breedte))
    kolom.add_witruimte(1.4)
    wens = (s.wat_wil, TEKST) if s.wat_wil else ("Staat in de app." if s.wens_te_lang else "Nog niet gevraagd.", LEEG)
    kolom.add_regels(break_lines([(f"Wat wil {s.kop.roepnaam}?", VET), wens], kolom.breedte))
    return Inhoud(kolom.y + 0.2, tuple(kolom.vormen))


def build_letten_op(s: Samenvatting) -> Inhoud:
    kolom = Kolom(_IN, BREEDTE - _IN)
    kolom.add_regels(break_lines([("Hier letten we nu op", KOPJE)], kolom.breedte))
    if not s.letten_op:
        kolom.add_regels(break_lines([("Nog niet gekozen.", LEEG)], kolom.breedte))
    for nummer, punt in enumerate(s.letten_op, start=1):
        tekst = Kolom(_IN + _NUMMER, kolom.breedte - _NUMMER, kolom.y + 0.25, f"L/LI:{nummer}/LBody")
        tekst.add_regels(
            break_lines([(punt.kop, LETPUNT), (punt.tekst, TEKST)], tekst.breedte), regelhoogte=TEKST.regel
        )
        kolom.y += 0.25
        getal = Kolom(_IN, _NUMMER, kolom.y, f"L/LI:{nummer}/Lbl")
        getal.add_regels(break_lines([(str(nummer), LETPUNT)], _NUMMER))
        kolom.vormen += getal.vormen
        kolom.y = getal.y
        kolom.vormen += tekst.vormen
        kolom.y = max(kolom.y, tekst.y) + 0.25
    return Inhoud(kolom.y, tuple(kolom.vormen))


def build_duo(s: Samenvatting) -> tuple[Inhoud, Inhoud]:
    """Both halves, equally high, each with its line at the left."""
    stem, letten_op = build_stem(s), build_letten_op(s)
    hoogte = max(stem.hoogte, letten_op.hoogte)
    return (
        Inhoud(hoogte, (Vlak(0, 0, 1.1, hoogte, ACTIE), *stem.vormen)),
        Inhoud(hoogte, (Vlak(0, 0, 1.1, hoogte, INKT), *letten_op.vormen)),
    )


def _begin(naam: str) -> str:
    return naam[:1].upper() + naam[1:]
