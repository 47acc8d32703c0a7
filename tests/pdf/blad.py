"""What every page must be, asserted in one place."""

import re
from io import BytesIO

from pypdf import PdfReader

from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.domain.voet import list_teksten
from leefgebieden.pdf.blad import Blad
from leefgebieden.pdf.letters import Letter, make_visible
from leefgebieden.pdf.samenvatting import draw_samenvatting, fit, keep_shown
from leefgebieden.pdf.sheet import BOVEN, LINKS, ONDER_AAN, RECHTS, Blok, Tekst

_SPELING = 0.05


def read_pdf(pdf: bytes) -> str:
    """The text of a PDF of one page, without white space (a line may break anywhere in a long word)."""
    paginas = PdfReader(BytesIO(pdf)).pages
    assert len(paginas) == 1
    return squeeze(paginas[0].extract_text())


def squeeze(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)


def assert_een_blad(samenvatting: Samenvatting) -> Blad:
    """One page, nothing over anything else or a margin, no type under the floor, everything counted, the law kept."""
    blad = fit(samenvatting)
    _assert_plaats(blad)
    _assert_telling(samenvatting, blad)
    bewaard = keep_shown(samenvatting, blad)
    assert fit(bewaard) == blad
    pdf = draw_samenvatting(samenvatting)
    assert draw_samenvatting(bewaard) == pdf
    gelezen = read_pdf(pdf)
    for tekst in list_teksten(bewaard):
        assert squeeze(make_visible(tekst, Letter.SANS)) in gelezen, tekst
    return blad


def _assert_plaats(blad: Blad) -> None:
    for blok in blad.blokken:
        assert blok.x >= LINKS - _SPELING, blok.naam
        assert blok.x + blok.breedte <= RECHTS + _SPELING, blok.naam
        assert blok.top >= BOVEN - _SPELING, blok.naam
        assert blok.bottom <= ONDER_AAN + _SPELING, blok.naam
        _assert_tekst(blok)
    for nr, blok in enumerate(blad.blokken):
        for ander in blad.blokken[nr + 1 :]:
            naast = blok.x + blok.breedte <= ander.x + _SPELING or ander.x + ander.breedte <= blok.x + _SPELING
            onder = blok.bottom <= ander.top + _SPELING or ander.bottom <= blok.top + _SPELING
            assert naast or onder, (blok.naam, ander.naam)


def _assert_tekst(blok: Blok) -> None:
    regels = [vorm for vorm in blok.vormen if isinstance(vorm, Tekst)]
    for regel in regels:
        assert regel.x >= -_SPELING, regel
        assert regel.x + regel.regel.breedte <= blok.breedte + _SPELING, regel
        assert regel.y >= -_SPELING, regel
        assert regel.bottom <= blok.hoogte + 1.5, regel
        assert min(stuk.stijl.punten for stuk in regel.regel.stukken) >= 7
    for nr, regel in enumerate(regels):
        for ander in regels[nr + 1 :]:
            naast = (
                regel.x + regel.regel.breedte <= ander.x + _SPELING
                or ander.x + ander.regel.breedte <= regel.x + _SPELING
            )
            onder = regel.bottom <= ander.y + 0.7 or ander.bottom <= regel.y + 0.7
            assert naast or onder, (regel.regel.tekst, ander.regel.tekst)


def _assert_telling(alles: Samenvatting, blad: Blad) -> None:
    getoond, weg, opgeschreven = blad.getoond, blad.weggelaten, alles.opgeschreven
    assert min(weg.kracht, weg.lastig, weg.zonder_label) >= 0
    assert (getoond.kracht + weg.kracht, getoond.lastig + weg.lastig) == (opgeschreven.kracht, opgeschreven.lastig)
    assert getoond.zonder_label + weg.zonder_label == opgeschreven.zonder_label
    kracht = sum(len(gebied.kracht) for gebied in blad.samenvatting.gebieden)
    lastig = sum(len(gebied.lastig) for gebied in blad.samenvatting.gebieden)
    assert kracht >= min(opgeschreven.kracht, lastig)
    assert len(blad.samenvatting.afspraken) >= min(4, alles.afspraken_totaal)
    voet = " ".join(next(blok for blok in blad.blokken if blok.naam == "voet").regels)
    if weg.alle:
        assert squeeze(f"nog {weg.alle} notitie") in squeeze(voet)
