"""Erasing everything about a person: asking for it, approving it, and what the screen promises."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.lezen import read_kop
from leefgebieden.actions.wissen import (
    TeVroeg,
    TweedeNodig,
    finish_wissen,
    read_wisverzoeken,
    refuse_wissen,
    request_wissen,
    withdraw_wissen,
)
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.betrokkene import fetch_betrokkenen
from leefgebieden.store.reservesleutels import promise_datum
from leefgebieden.store.wisverzoek import count_collegas, count_goedkeurders, fetch_open_wisverzoek
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.wissen import WisFormulier
from leefgebieden.web.gate import casus_access, teamleider
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("wissen", __name__)
FORMULIER = "wissen"
NIEMAND_VROEG = "Hier is niet meer om gevraagd. Er is niets gewist."


@dataclass(frozen=True)
class _Hele:
    casus: Casus


@dataclass(frozen=True)
class _Kop:
    """As much of a casus as who approves may know."""

    hele: _Hele


@bp.get("/mensen/<id:casus_id>/wissen")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def show(casus_id: str) -> ResponseReturnValue:
    """What would go, and the form; or, when it was asked for, what it waits for."""
    gelezen, nu = get_casus(casus_id), get_context().now()
    form = WisFormulier(id=get_context().new_id())
    terug = restore_form(form, FORMULIER, casus_id)
    is_echt = gelezen.hele.casus.soort is Soort.ECHT
    return render_template(
        "wissen/wissen.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        verzoek=fetch_open_wisverzoek(casus_id),
        nu=nu,
        is_echt=is_echt,
        is_alleen=count_collegas(current_user.id) == 0,
        goedkeurders=count_goedkeurders(casus_id, zonder=current_user.id),
        reserve_tot=find_reserve_tot(),
        wacht=current_app.config["WISSEN_WACHT_UREN"],
    )


@bp.post("/mensen/<id:casus_id>/wissen")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def ask(casus_id: str) -> ResponseReturnValue:
    """Ask for it. What holds nobody real goes at once."""
    naar_form = url_for(".show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(FORMULIER, casus_id)
        return redirect(url_for("verhaal.show", casus_id=casus_id), 303)
    form = WisFormulier()
    if not form.validate():
        return keep_and_return(FORMULIER, casus_id, naar_form, **renew_id(form))
    soort = get_casus(casus_id).hele.casus.soort
    wacht = timedelta(hours=current_app.config["WISSEN_WACHT_UREN"])
    try:
        request_wissen(get_context(), get_ik(), form.get_id(), casus_id, form.reden.data or "", wacht=wacht)
    except Botsing:
        let_go(FORMULIER, casus_id)
        flash("Hier was al om gevraagd.", "fout")
        return redirect(naar_form, 303)
    let_go(FORMULIER, casus_id)
    if soort is not Soort.ECHT:
        return _finish(casus_id, naar_form)
    flash("Gevraagd. Er is nog niets gewist.", "bewaard")
    return redirect(naar_form, 303)


@bp.post("/mensen/<id:casus_id>/wissen/intrekken")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def withdraw(casus_id: str) -> ResponseReturnValue:
    """Not after all."""
    withdraw_wissen(get_context(), get_ik(), casus_id)
    flash("Ingetrokken. Alles blijft staan.", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/mensen/<id:casus_id>/wissen/nu")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def finish_alone(casus_id: str) -> ResponseReturnValue:
    """Who works alone erases after the wait."""
    return _finish(casus_id, url_for(".show", casus_id=casus_id))


@bp.get("/wissen")
@teamleider
def show_verzoeken() -> ResponseReturnValue:
    """What waits for this teamleider."""
    return render_template("wissen/verzoeken.html", regels=read_wisverzoeken(get_context(), get_ik()))


@bp.get("/mensen/<id:casus_id>/wissen/goedkeuren")
@casus_access(Recht.WISSEN_GOEDKEUREN)
@need_fresh_sign_in
def show_goedkeuren(casus_id: str) -> ResponseReturnValue:
    """Who asks, why, and what it means. A teamleider sees the name here and no more."""
    kop = _Kop(_Hele(read_kop(get_context(), get_ik(), casus_id, "wissen")))
    verzoek = fetch_open_wisverzoek(casus_id)
    return render_template(
        "wissen/goedkeuren.html",
        gelezen=kop,
        verzoek=verzoek,
        eigenaar=fetch_betrokkenen(casus_id)[0],
        is_eigen=verzoek is not None and verzoek.gevraagd_door == current_user.id,
        nu=get_context().now(),
        reserve_tot=find_reserve_tot(),
    )


@bp.post("/mensen/<id:casus_id>/wissen/goedkeuren")
@casus_access(Recht.WISSEN_GOEDKEUREN)
@need_fresh_sign_in
def approve(casus_id: str) -> ResponseReturnValue:
    """Erase, or let it stay."""
    if "laat_staan" in request.form:
        refuse_wissen(get_context(), get_ik(), casus_id)
        flash("Niet goedgekeurd. Alles blijft staan.", "bewaard")
        return redirect(url_for(".show_verzoeken"), 303)
    return _finish(casus_id, url_for(".show_goedkeuren", casus_id=casus_id))


def _finish(casus_id: str, anders: str) -> ResponseReturnValue:
    try:
        finish_wissen(get_context(), get_ik(), casus_id)
    except NietGevonden:
        flash(NIEMAND_VROEG, "fout")
        return redirect(anders, 303)
    except TweedeNodig:
        flash("Er is niets gewist. Iemand anders keurt dit goed: een teamleider.", "fout")
        return redirect(anders, 303)
    except TeVroeg:
        flash("Er is nog niets gewist. Het kan nog niet.", "fout")
        return redirect(anders, 303)
    flash(write_belofte(), "bewaard")
    return redirect(url_for("mensen.show"), 303)


def write_belofte() -> str:
    """What is true from this moment on, and from which day on the rest is."""
    dag = find_reserve_tot()
    return f"Gewist. Direct onleesbaar in de app; in reservekopieën uiterlijk op {dag.day}-{dag.month}-{dag.year}."


def find_reserve_tot() -> date:
    """The day from which no backup holds what is erased now."""
    return promise_datum(get_context().now())
