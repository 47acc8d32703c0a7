"""The mark of one print, under the page: who made it, when, its number, and what to do with it afterwards."""

from leefgebieden.pdf.letters import LABEL
from leefgebieden.pdf.sheet import LINKS, ONDER_AAN, VOL, Blok, Kolom
from leefgebieden.pdf.zetsel import break_lines

_ONDER_HET_BLAD = 0.7


def build_merk(merk: str) -> Blok:
    """One line in the white below the page, at the right."""
    kolom = Kolom(0, VOL)
    kolom.add_regels(break_lines([(merk, LABEL)], VOL)[:1], rechts=True)
    return Blok("merk", LINKS, ONDER_AAN + _ONDER_HET_BLAD, VOL, kolom.y, tuple(kolom.vormen))
