"""Hoe liep het? Everything with a date along one line of time, and the same as a list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.domain.tekening import Tekenpaar
from leefgebieden.domain.tekst import to_one_line
from leefgebieden.domain.tijdlijn import Moment, draw_tijdlijn, list_momenten
from leefgebieden.domain.toegang import Recht
from leefgebieden.pdf.maatlat import Lettermaat
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context

bp = Blueprint("tijdlijn", __name__, url_prefix="/mensen/<id:casus_id>/tijdlijn")
BREEDTE, BREEDTE_SMAL = 80.0, 50.0
"""Of the drawing on a page and on a phone, in mm: its letters are then 14 px or more (static/css/tekening.css)."""
TEKST_HOOGUIT = 70
IN_BEELD = 24
"""So many are drawn, the newest; the list below has them all."""


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The drawing and the list."""
    gelezen, vandaag = get_casus(casus_id), get_context().today()
    momenten = list_momenten(gelezen.hele, get_context().content.kaart, vandaag)
    getekend = momenten[-IN_BEELD:]
    return render_template(
        "tijdlijn/tijdlijn.html",
        gelezen=gelezen,
        momenten=momenten,
        niet_getekend=len(momenten) - len(getekend),
        tekening=_draw(getekend, vandaag) if getekend else None,
        zonder=sum(1 for notitie in gelezen.hele.notities if notitie.toen is None),
    )


def _draw(momenten: Sequence[Moment], vandaag: date) -> Tekenpaar:
    kort = [replace(moment, tekst=_shorten(moment.tekst)) for moment in momenten]
    maatlat = Lettermaat()
    return Tekenpaar(
        draw_tijdlijn(kort, maatlat, BREEDTE, vandaag), draw_tijdlijn(kort, maatlat, BREEDTE_SMAL, vandaag, smal=True)
    )


def _shorten(tekst: str) -> str:
    """The first words of a long text, for the drawing; the list has all of them."""
    woorden = to_one_line(tekst[:400])
    return woorden if len(woorden) <= TEKST_HOOGUIT else f"{woorden[:TEKST_HOOGUIT].rsplit(' ', 1)[0]} …"
