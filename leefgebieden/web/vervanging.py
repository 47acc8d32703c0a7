"""Being away, with a team mate who stands in."""

from datetime import date
from typing import cast

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.vervanging import record_vervanging, withdraw_vervanging
from leefgebieden.store.team import fetch_teamgenoten
from leefgebieden.store.vervanging import fetch_vervangingen
from leefgebieden.web.forms.collega import VervangFormulier
from leefgebieden.web.gate import worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("vervanging", __name__)


@bp.get("/vervanging")
@worker
def show() -> ResponseReturnValue:
    """Who stands in for me, for whom I stand in, and a form."""
    return _render(_make_form(id=get_context().new_id()))


@bp.post("/vervanging")
@worker
def create() -> ResponseReturnValue:
    """A team mate stands in from a day to a day."""
    form = _make_form()
    if not form.validate():
        return _render(form), 400
    van, tot = cast(date, form.van.data), cast(date, form.tot.data)  # the form asks for both
    try:
        record_vervanging(get_context(), get_ik(), form.get_id(), form.wie.data, van, tot)
    except (Botsing, NietGevonden):
        flash("Dit is niet bewaard. Kijk hieronder wat er al staat, en probeer het nog een keer.", "fout")
    else:
        flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/vervanging/<id:vervanging_id>/intrekken")
@worker
def withdraw(vervanging_id: str) -> ResponseReturnValue:
    """It ends now."""
    withdraw_vervanging(get_context(), get_ik(), vervanging_id)
    flash("Gestopt. De vervanging geldt niet meer.", "bewaard")
    return redirect(url_for(".show"), 303)


def _make_form(**velden: str) -> VervangFormulier:
    form = VervangFormulier(**velden)
    form.fill_wie(fetch_teamgenoten(current_user.id))
    return form


def _render(form: VervangFormulier) -> str:
    voor_mij, door_mij = fetch_vervangingen(current_user.id, get_context().today())
    return render_template("vervanging/vervanging.html", form=form, voor_mij=voor_mij, door_mij=door_mij)
