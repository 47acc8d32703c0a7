"""Painting: the blocks of a sheet, in millimetres from the top left, become a PDF, in points from the bottom left."""

from collections.abc import Sequence
from io import BytesIO

from leefgebieden.pdf.letters import PUNT, TEKST, Stijl, load_face
from leefgebieden.pdf.pen import Pen, write_getallen
from leefgebieden.pdf.sheet import BREEDTE, HOOGTE, Blok, Polylijn, Streep, Teken, Tekst, Vlak
from leefgebieden.pdf.tags import ARTEFACT, EINDE, Blad, Merker, finish_pdf
from leefgebieden.pdf.tekens import TEKENVELD, write_teken
from leefgebieden.pdf.zetkast import Zetkast, name_letter


def paint_blokken(blokken: Sequence[Blok], *, titel: str) -> bytes:
    """Draw blocks on one A4 and give the bytes of the PDF. The same blocks give the same bytes."""
    return paint_paginas([blokken], titel=titel)


def paint_paginas(paginas: Sequence[Sequence[Blok]], *, titel: str) -> bytes:
    """The same for several pages, each an A4."""
    # reportlab is slow to import and only needed when there is something to draw
    from reportlab.pdfgen.canvas import Canvas

    load_face(TEKST.letter)
    uit = BytesIO()
    canvas = Canvas(
        uit,
        pagesize=(BREEDTE / PUNT, HOOGTE / PUNT),
        pageCompression=1,
        invariant=1,
        lang="nl-NL",
        initialFontName=TEKST.naam,  # type: ignore[arg-type]  # the stub says float; it is a name
    )
    canvas.setTitle(titel)
    canvas.setAuthor("leefgebieden")
    canvas.setCreator("leefgebieden")
    canvas.setProducer("leefgebieden")
    canvas.setSubject("")
    regels = [[(blok, _list_teksten(blok)) for blok in blokken] for blokken in paginas]
    kast = Zetkast(stuk for blad in regels for _, teksten in blad for tekst in teksten for stuk in tekst.regel.stukken)
    kast.add_letters(canvas._doc)  # type: ignore[attr-defined]  # the stub leaves out the document of a canvas
    merkers = []
    for blad in regels:
        pen, merker = Pen(), Merker()
        for nr, (blok, teksten) in enumerate(blad):
            _paint_vormen(pen, blok)
            # all text of a block in one go, after its shapes: a third of the bytes
            _paint_teksten(pen, kast, blok, teksten, merker, nr)
        merkers.append(merker)
        canvas.addLiteral("\n".join(pen.regels))
        canvas.showPage()
    canvas.save()
    return finish_pdf(uit.getvalue(), merkers, titel=titel)


def _list_teksten(blok: Blok) -> list[Tekst]:
    return [vorm for vorm in blok.vormen if isinstance(vorm, Tekst)]


def _paint_vormen(pen: Pen, blok: Blok) -> None:
    x, y = blok.x, blok.top
    pen.write(ARTEFACT)
    for vorm in blok.vormen:
        match vorm:
            case Streep():
                _set_lijn(pen, vorm.kleur, vorm.dikte, vorm.stippel)
                pen.draw_lijnen((_h(x + vorm.x1), _v(y + vorm.y1), _h(x + vorm.x2), _v(y + vorm.y2)))
            case Polylijn():
                _set_lijn(pen, vorm.kleur, vorm.dikte, vorm.stippel)
                pen.draw_lijnen([getal for px, py in vorm.punten for getal in (_h(x + px), _v(y + py))])
            case Vlak():
                _paint_vlak(pen, vorm, x + vorm.x, y + vorm.y)
            case Teken():
                schaal = f"{vorm.maat / TEKENVELD / PUNT:.5f}"
                plek = write_getallen(_h(x + vorm.x), _v(y + vorm.y))
                # from here on: units of the sign itself, downwards, as a screen has them
                pen.write(f"q {schaal} 0 0 -{schaal} {plek} cm {write_teken(vorm.naam)} Q")
            case Tekst():
                pass
    pen.write(EINDE)


def _paint_vlak(pen: Pen, vlak: Vlak, x: float, y: float) -> None:
    if vlak.vulling:
        pen.set_vulling(vlak.vulling)
    if vlak.rand:
        _set_lijn(pen, vlak.rand, vlak.dikte, vlak.stippel)
    links, onder = _h(x), _v(y + vlak.hoogte)
    breedte, hoogte = round(_h(x + vlak.breedte) - links, 1), round(_v(y) - onder, 1)
    pen.draw_rechthoek(
        links, onder, breedte, hoogte, straal=vlak.straal / PUNT, vol=bool(vlak.vulling), rand=bool(vlak.rand)
    )


def _set_lijn(pen: Pen, kleur: str, dikte: float, stippel: tuple[float, ...]) -> None:
    pen.set_lijn(kleur, dikte / PUNT, [lengte / PUNT for lengte in stippel])


def _paint_teksten(pen: Pen, kast: Zetkast, blok: Blok, teksten: list[Tekst], merker: Merker, nummer: int) -> None:
    """The pieces of one line share a baseline: that of the first, which carries the line."""
    if not teksten:
        return
    nu_x = nu_y = 0.0
    nu: tuple[Stijl, int] | None = None
    pen.write("BT")
    open_merk = ""
    for tekst in teksten:
        if not tekst.is_begin and tekst.merk == open_merk:
            # the end of a line is a space to who listens, and to who copies
            pen.write(f"({kast.space}) Tj")
        else:
            if open_merk:
                pen.write(EINDE)
            open_merk = tekst.merk
            alt = blok.alt if open_merk == "Figure" else ""
            pen.write(merker.begin(Blad(nummer, open_merk, tekst.is_begin, alt)))
        x = _h(blok.x + tekst.x)
        y = _v(blok.top + tekst.y + tekst.regel.stukken[0].stijl.zakt)
        pen.write(f"{x - nu_x:g} {y - nu_y:g} Td")
        nu_x, nu_y = x, y
        for stuk, stijl in tekst.regel.stukken:
            for deel, codes in kast.encode(stuk):
                if nu != (stijl, deel):
                    nu = stijl, deel
                    pen.set_vulling(stijl.kleur)
                    pen.set(f"/{name_letter(stijl.letter, deel)} {stijl.punten:g}", "Tf")
                pen.write(f"({codes}) Tj")
    pen.write(EINDE)
    pen.write("ET")


# A tenth of a point is 0.035 mm: nobody sees it, and it saves bytes.


def _h(x: float) -> float:
    return round(x / PUNT, 1)


def _v(y: float) -> float:
    return round((HOOGTE - y) / PUNT, 1)
