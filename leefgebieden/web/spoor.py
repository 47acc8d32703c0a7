"""What one colleague saw and took along in some days, for the beheerder: after a lost device, or for a report of a breach."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.spoor import read_spoor, take_spoor
from leefgebieden.domain.spoor import group_spoor, write_rekenblad
from leefgebieden.store.betrokkene import fetch_eigenaren
from leefgebieden.store.medewerker import fetch_medewerkers
from leefgebieden.web.bestand import send_csv
from leefgebieden.web.bladeren import PER_PAGINA, read_voor
from leefgebieden.web.forms.spoor import SpoorFormulier
from leefgebieden.web.gate import beheerder
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("spoor", __name__, url_prefix="/beheer/logboek")
WEEK = timedelta(days=7)


@bp.get("/medewerker")
@beheerder
@need_fresh_sign_in
def show() -> ResponseReturnValue:
    """The question, and under it the answer. Looking here is a line in the logboek, with at whom."""
    form = _read_form()
    if "wie" not in request.args or not form.validate():
        return render_template("spoor/spoor.html", form=form, spoor=None)
    voor = read_voor()
    wie, (van, tot) = form.wie.data, form.get_dagen()
    spoor, regels = read_spoor(get_context(), get_ik(), wie, van, tot, voor=voor, hooguit=PER_PAGINA + 1)
    getoond = regels[:PER_PAGINA]
    return render_template(
        "spoor/spoor.html",
        form=form,
        spoor=spoor,
        eigenaren=fetch_eigenaren([geraakt.casus_id for geraakt in spoor.mensen]),
        dagen=group_spoor(getoond, spoor.number_mensen()),
        eerder=getoond[-1].regel.nummer if len(regels) > PER_PAGINA else None,
        vanaf_begin=voor is None,
        # the address of these days, for the next page and for the file
        vraag={"wie": wie, "van": van.isoformat(), "tot": tot.isoformat()},
    )


@bp.get("/medewerker.csv")
@beheerder
@need_fresh_sign_in
def export() -> ResponseReturnValue:
    """All of it as a file for a spreadsheet."""
    form = _read_form()
    if not form.validate():
        return redirect(url_for(".show"), 303)
    van, tot = form.get_dagen()
    regels = take_spoor(get_context(), get_ik(), form.wie.data, van, tot)
    return send_csv(write_rekenblad(regels), f"logboek-{van.isoformat()}-{tot.isoformat()}.csv")


def _read_form() -> SpoorFormulier:
    """As it stands in the address; the first time the last week."""
    vandaag = get_context().today()
    form = SpoorFormulier(request.args if "wie" in request.args else None, van=vandaag - WEEK, tot=vandaag)
    form.fill_wie(fetch_medewerkers())
    return form
