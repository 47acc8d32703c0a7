"""The samenvatting on one A4: `fit()` decides what stands where and what is left out, `draw_samenvatting()` paints it.

The law (gegevens.md): there is always a PDF and it is always one page; a kracht leaves the page only together with a
lastig, and alone only when no lastig is left; what is left out is counted on the page itself.
"""

from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.pdf.blad import Blad
from leefgebieden.pdf.blok.merk import build_merk
from leefgebieden.pdf.pers import Pers
from leefgebieden.pdf.tekening import paint_blokken


def draw_samenvatting(samenvatting: Samenvatting, merk: str = "") -> bytes:
    """The bytes of a PDF of one page. There is no name in its title or metadata. `merk` stands under the page, if given."""
    blokken = fit(samenvatting).blokken
    return paint_blokken((*blokken, build_merk(merk)) if merk else blokken, titel="Samenvatting")


def keep_shown(samenvatting: Samenvatting, blad: Blad | None = None) -> Samenvatting:
    """What is kept of a made A4: the shown lines and the totals. `fit()` of it gives the same page again."""
    return (blad or fit(samenvatting)).samenvatting


def fit(samenvatting: Samenvatting) -> Blad:
    """Lay out a samenvatting on one A4. Pure: text is measured, nothing is drawn.

    A samenvatting that was laid out before keeps its layout.
    """
    pers = Pers(samenvatting)
    if samenvatting.opmaak is None or not pers.fits():
        pers.start_afresh()
        for _ in pers.make_room():
            if pers.fits():
                break
        pers.add_afspraken()
        pers.fill_room()
    return pers.place()
