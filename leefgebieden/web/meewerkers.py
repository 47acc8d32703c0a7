"""Who works along with a person, and handing over."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.lezen import read_kop
from leefgebieden.actions.meewerker import (
    ask_meewerker,
    hand_over,
    list_kandidaten,
    release_meewerker,
    see_overdracht,
)
from leefgebieden.domain.casus import Casus
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.betrokkene import Betrokkene, fetch_betrokkenen
from leefgebieden.web.forms.collega import WieFormulier
from leefgebieden.web.gate import casus_access, worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("meewerkers", __name__)


@dataclass(frozen=True)
class _Hele:
    casus: Casus


@dataclass(frozen=True)
class _Kop:
    """As much of a casus as these pages may know: a teamleider hands over what he may not read."""

    hele: _Hele


@bp.get("/mensen/<id:casus_id>/meewerkers")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def show(casus_id: str) -> ResponseReturnValue:
    """Who works along, and a form to ask another."""
    return _render_meewerkers(casus_id, _make_form(casus_id, zonder=fetch_betrokkenen(casus_id)))


@bp.post("/mensen/<id:casus_id>/meewerkers")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def ask(casus_id: str) -> ResponseReturnValue:
    """Ask a team mate to work along."""
    form = _make_form(casus_id, zonder=[])
    if not form.validate():
        return _render_meewerkers(casus_id, form), 400
    try:
        ask_meewerker(get_context(), get_ik(), casus_id, form.wie.data)
    except NietGevonden:
        flash("Deze collega werkt niet meer in het team.", "fout")
    else:
        flash("Bewaard", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/mensen/<id:casus_id>/meewerkers/weg")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def release(casus_id: str) -> ResponseReturnValue:
    """Somebody works along no longer."""
    release_meewerker(get_context(), get_ik(), casus_id, request.form.get("wie", ""))
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.get("/mensen/<id:casus_id>/overdragen")
@casus_access(Recht.OVERDRAGEN)
@need_fresh_sign_in
def show_overdragen(casus_id: str) -> ResponseReturnValue:
    """Who takes over. A teamleider sees the name here and no more."""
    return _render_overdragen(casus_id, _make_form(casus_id, zonder=fetch_betrokkenen(casus_id)[:1]))


@bp.post("/mensen/<id:casus_id>/overdragen")
@casus_access(Recht.OVERDRAGEN)
@need_fresh_sign_in
def give(casus_id: str) -> ResponseReturnValue:
    """Hand over."""
    form = _make_form(casus_id, zonder=fetch_betrokkenen(casus_id)[:1])
    if not form.validate():
        return _render_overdragen(casus_id, form), 400
    try:
        hand_over(get_context(), get_ik(), casus_id, form.wie.data)
    except NietGevonden:
        flash("Deze collega werkt niet meer in het team.", "fout")
        return redirect(url_for(".show_overdragen", casus_id=casus_id), 303)
    naam = next(optie.label for optie in form.wie.choices if optie.value == form.wie.data)
    flash(f"Overgedragen. {naam} ziet het bij Mensen.", "bewaard")
    return redirect(url_for("mensen.show"), 303)


@bp.post("/overdracht/<id:overdracht_id>/gezien")
@worker
def see(overdracht_id: str) -> ResponseReturnValue:
    """Who got somebody says that he saw it."""
    see_overdracht(get_context(), get_ik(), overdracht_id)
    return redirect(url_for("mensen.show"), 303)


def _make_form(casus_id: str, zonder: list[Betrokkene]) -> Any:
    weg = {wie.id for wie in zonder}
    form = WieFormulier()
    form.fill_wie(collega for collega in list_kandidaten(casus_id, current_user.id) if collega.id not in weg)
    return form


def _render_meewerkers(casus_id: str, form: WieFormulier) -> str:
    return render_template(
        "meewerkers/meewerkers.html", gelezen=_read_kop(casus_id), form=form, betrokkenen=fetch_betrokkenen(casus_id)
    )


def _render_overdragen(casus_id: str, form: WieFormulier) -> str:
    return render_template(
        "meewerkers/overdragen.html", gelezen=_read_kop(casus_id), form=form, betrokkenen=fetch_betrokkenen(casus_id)
    )


def _read_kop(casus_id: str) -> _Kop:
    return _Kop(_Hele(read_kop(get_context(), get_ik(), casus_id, "meewerkers")))
