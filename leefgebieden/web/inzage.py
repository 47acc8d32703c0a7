"""Inzage: a check of what is about others, and then everything in one file to give to the person."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.actions.inzage import Pak, give_inzage
from leefgebieden.actions.lezen import CasusWeg
from leefgebieden.domain.bestandsnaam import write_bestandsnaam
from leefgebieden.domain.casusbestand import write_casusbestand
from leefgebieden.domain.datum import TIJDZONE
from leefgebieden.domain.inzage import compose_inzage, list_over_anderen
from leefgebieden.domain.toegang import Recht
from leefgebieden.pdf.inzage import draw_inzage
from leefgebieden.store.noodtoegang import fetch_van_casus
from leefgebieden.web.a4 import read_gemaakt, try_to_draw
from leefgebieden.web.bestand import send_bestand
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("inzage", __name__, url_prefix="/mensen/<id:casus_id>/inzage")


@bp.get("")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def show(casus_id: str) -> ResponseReturnValue:
    """What goes along, and a choice for each notitie and each reason that may be about somebody else: left out unless ticked."""
    gelezen = get_casus(casus_id)
    return render_template(
        "inzage/inzage.html",
        gelezen=gelezen,
        over_anderen=list_over_anderen(gelezen.hele),
        noodlezingen=fetch_van_casus(casus_id),
    )


@bp.post("")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def give(casus_id: str) -> ResponseReturnValue:
    """One file: to read, to take elsewhere, and the A4s."""
    context = get_context()
    try:
        pak = give_inzage(context, get_ik(), casus_id, request.form.getlist("mee"))
    except CasusWeg:
        abort(404)
    naam = write_bestandsnaam(casus_id, context.today(), soort="inzage", einde="zip")
    return send_bestand(_pack(pak), "application/zip", naam)


def _pack(gegeven: Pak) -> bytes:
    context = get_context()
    inzage = compose_inzage(
        gegeven.hele,
        gegeven.weggelaten,
        context.content,
        maker=get_ik().naam,
        nu=context.now(),
        noodlezingen=gegeven.noodlezingen,
    )
    bestanden = {"inzage.pdf": draw_inzage(inzage), "inzage.json": write_casusbestand(gegeven.hele)}
    for nummer, gemaakt in enumerate(gegeven.hele.samenvattingen, start=1):
        samenvatting = read_gemaakt(gemaakt)
        pdf = None if samenvatting is None else try_to_draw(samenvatting)
        if pdf is not None:
            bestanden[f"a4-{nummer}.pdf"] = pdf
    uit = BytesIO()
    moment = context.now().astimezone(TIJDZONE)
    with ZipFile(uit, "w", ZIP_DEFLATED) as pak:
        for naam, inhoud in bestanden.items():
            pak.writestr(ZipInfo(naam, moment.timetuple()[:6]), inhoud, ZIP_DEFLATED)
    return uit.getvalue()
