"""A report under the Wmo: the terms that run from it, shown and never enforced."""

from dataclasses import fields, replace
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.casus import change_casus
from leefgebieden.actions.fouten import Verouderd
from leefgebieden.domain.spoed import WmoMelding, list_termijnen
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.gegevens import WmoFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("wmo", __name__, url_prefix="/mensen/<id:casus_id>/wmo")
FORMULIER = "wmo"
VELDEN = tuple(veld.name for veld in fields(WmoMelding))
"""In the form and in the report alike."""


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The terms, and the form."""
    gelezen = get_casus(casus_id)
    wmo = gelezen.hele.casus.wmo
    velden: dict[str, Any] = {naam: getattr(wmo, naam) for naam in VELDEN} if wmo else {}
    form = WmoFormulier(versie=gelezen.versie, **velden)
    terug = restore_form(form, FORMULIER, casus_id)
    intussen = terug is not None and form.op_versie != gelezen.versie
    form.take_versie(gelezen.versie)
    return render_template(
        "wmo/wmo.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        intussen=intussen,
        termijnen=list_termijnen(wmo) if wmo else (),
        vandaag=get_context().today(),
        wmo_jaren=current_app.config["BEWAREN_WMO"],
    )


@bp.post("")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str) -> ResponseReturnValue:
    """Keep the days; or, with `weg`, that there was no report after all."""
    naar = url_for(".show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(FORMULIER, casus_id)
        return redirect(naar, 303)
    form, casus = WmoFormulier(), get_casus(casus_id).hele.casus
    weg = "weg" in request.form
    if not weg and not form.validate():
        return keep_and_return(FORMULIER, casus_id, naar)
    velden = {naam: form[naam].data for naam in VELDEN} | {"opmerking": form.opmerking.data or ""}
    melding = None if weg else WmoMelding(**velden)
    try:
        if melding != casus.wmo:
            change_casus(get_context(), get_ik(), replace(casus, wmo=melding), op_versie=form.op_versie)
    except Verouderd:
        return keep_and_return(FORMULIER, casus_id, naar)
    let_go(FORMULIER, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)
