"""The overleg: planning one, its page, and what happens with it as a whole. The big screen is `scherm.py`."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.lezen import read_lijst
from leefgebieden.actions.overleg import (
    Punt,
    change_overleg,
    close_overleg,
    name_punt,
    plan_overleg,
    read_overleg,
    reopen_overleg,
)
from leefgebieden.domain.casus import Namen, Soort
from leefgebieden.domain.namen import make_vervanger
from leefgebieden.domain.overleg import Deelnemer, Overleg, Overlegrecht
from leefgebieden.domain.toegang import TEAMROLLEN
from leefgebieden.store.betrokkene import fetch_eigen_ids
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.overleg import Overlegrij, count_agendapunten, fetch_overleggen_of
from leefgebieden.store.team import fetch_teams_of, fetch_werkers
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.overleg import make_formulier, name_erbij, to_fields
from leefgebieden.web.gate import is_worker, overleg_access, signed_in, worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("overleg", __name__, url_prefix="/overleg")
NIEUW = "overleg"
ACHTER = (
    "Wat de anderen al konden zien, gaat op de nieuwe dag niet weer open. "
    "Bespreken jullie iemand nog een keer? Haal hem van de agenda en zet hem er opnieuw op."
)
VERGEEST = timedelta(hours=12)
"""So long after its beginning an overleg counts as one that still goes on."""


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """Those that come and those that were."""
    rijen, nu = fetch_overleggen_of(current_user.id), get_context().now()
    komt = [rij for rij in rijen if rij.overleg.afgesloten_op is None and rij.overleg.begint_op > nu - VERGEEST]
    return render_template(
        "overleg/overleggen.html",
        komend=komt[::-1],
        geweest=[rij for rij in rijen if rij not in komt],
        punten=count_agendapunten(rij.overleg.id for rij in rijen),
        werkt=is_worker(),
    )


@bp.get("/nieuw")
@worker
def new() -> ResponseReturnValue:
    """The form: when, where, and who is asked."""
    form = _make_nieuw(id=get_context().new_id())
    terug = restore_form(form, NIEUW, "")
    return render_template("overleg/nieuw.html", form=form, terug=terug)


@bp.post("/nieuw")
@worker
def create() -> ResponseReturnValue:
    """Plan it."""
    if "gooi_weg" in request.form:
        let_go(NIEUW, "")
        return redirect(url_for(".show"), 303)
    form, context = _make_nieuw(), get_context()
    if not form.validate():
        return keep_and_return(NIEUW, "", url_for(".new"), **renew_id(form))
    nieuw = _fill(
        Overleg(id=form.get_id(), begint_op=form.begint_op, gemaakt_op=context.now(), gemaakt_door=get_ik()), form
    )
    try:
        plan_overleg(context, nieuw, form.team.data)
    except Verouderd:
        return keep_and_return(NIEUW, "", url_for(".new"), id=context.new_id())
    let_go(NIEUW, "")
    flash("Gepland", "bewaard")
    return redirect(url_for(".show_een", overleg_id=nieuw.id), 303)


@bp.get("/<id:overleg_id>")
@overleg_access(Overlegrecht.MEEDOEN)
def show_een(overleg_id: str) -> ResponseReturnValue:
    """When, where and who; and the agenda, as far as you may see it."""
    rij, punten = read_logged(overleg_id)
    return render_template(
        "overleg/overleg.html",
        rij=rij,
        overleg=rij.overleg,
        punten=[(punt, name_punt(punt)) for punt in punten],
        leidt=is_worker(),
    )


@bp.get("/<id:overleg_id>/agenda")
@overleg_access(Overlegrecht.LEIDEN)
def choose_mens(overleg_id: str) -> ResponseReturnValue:
    """Whom to put on the agenda: your own people."""
    rij, punten = read_logged(overleg_id)
    erop, eigen = {punt.casus_id for punt in punten}, fetch_eigen_ids(current_user.id)
    rijen, _ = read_lijst(get_context(), get_ik(), (Soort.ECHT, Soort.VOORBEELD))
    te_zetten = [een for een in rijen if een.id in eigen - erop]
    return render_template("overleg/agenda.html", overleg=rij.overleg, rijen=te_zetten)


@bp.get("/<id:overleg_id>/wijzig")
@overleg_access(Overlegrecht.LEIDEN)
def edit(overleg_id: str) -> ResponseReturnValue:
    """The form to change it."""
    rij, _ = read_logged(overleg_id)
    form = _make_wijzig(rij)
    terug = restore_form(form, overleg_id, "")
    intussen = terug is not None and form.op_versie != rij.versie
    form.take_versie(rij.versie)
    return render_template("overleg/wijzig.html", overleg=rij.overleg, form=form, terug=terug, intussen=intussen)


@bp.post("/<id:overleg_id>/wijzig")
@overleg_access(Overlegrecht.LEIDEN)
def save(overleg_id: str) -> ResponseReturnValue:
    """Save the change."""
    naar = url_for(".show_een", overleg_id=overleg_id)
    if "gooi_weg" in request.form:
        let_go(overleg_id, "")
        return redirect(naar, 303)
    rij, _ = read_logged(overleg_id)
    form = _make_wijzig(rij)
    naar_form = url_for(".edit", overleg_id=overleg_id)
    if not form.validate():
        return keep_and_return(overleg_id, "", naar_form)
    gewijzigd = replace(_fill(rij.overleg, form), begint_op=form.begint_op)
    try:
        achter = change_overleg(get_context(), get_ik(), gewijzigd, op_versie=form.op_versie)
    except Verouderd:
        return keep_and_return(overleg_id, "", naar_form)
    except NietGevonden:
        abort(404)
    let_go(overleg_id, "")
    flash("Bewaard", "bewaard")
    if achter:
        flash(ACHTER, "bewaard")
    return redirect(naar, 303)


@bp.post("/<id:overleg_id>/sluit")
@overleg_access(Overlegrecht.LEIDEN)
def close(overleg_id: str) -> ResponseReturnValue:
    """It is over."""
    close_overleg(get_context(), get_ik(), overleg_id)
    flash("Dit overleg is afgesloten. Het verslag staat bij ieder van wie jullie spraken.", "bewaard")
    return redirect(url_for(".show_een", overleg_id=overleg_id), 303)


@bp.post("/<id:overleg_id>/heropen")
@overleg_access(Overlegrecht.LEIDEN)
def reopen(overleg_id: str) -> ResponseReturnValue:
    """It was not over yet."""
    reopen_overleg(get_context(), get_ik(), overleg_id)
    flash("Dit overleg is weer open.", "bewaard")
    return redirect(url_for(".show_een", overleg_id=overleg_id), 303)


@bp.get("/<id:overleg_id>/verslag")
@overleg_access(Overlegrecht.MEEDOEN)
def show_verslag(overleg_id: str) -> ResponseReturnValue:
    """One page of the whole overleg, without names: to keep, or to hand on."""
    rij, punten = read_logged(overleg_id)
    return render_template(
        "overleg/verslag.html",
        rij=rij,
        overleg=rij.overleg,
        punten=[(punt, make_naamloos(punt)) for punt in punten if punt.verslag is not None],
        verborgen=sum(punt.verslag is None for punt in punten),
    )


def read_logged(overleg_id: str) -> tuple[Overlegrij, list[Punt]]:
    """The overleg of this address with its agenda, with its lines in the logboek; 404 when it is gone."""
    try:
        return read_overleg(get_context(), get_ik(), overleg_id)
    except NietGevonden:
        abort(404)


def make_naamloos(punt: Punt) -> Any:
    """What takes the known names out of a text about this casus."""
    gelezen = fetch_casus(punt.casus_id)
    if gelezen is None:
        return str
    hele = gelezen.hele
    makers = {een.door.naam for een in hele.bijdragen} | {een.door.naam for een in hele.besluiten}
    return make_vervanger(hele, Namen.INITIALEN, makers=tuple(sorted(makers)))


def _make_nieuw(**velden: Any) -> Any:
    teams = fetch_teams_of(current_user.id)
    kandidaten = fetch_werkers([team.id for team in teams], TEAMROLLEN)
    ik = {name_erbij(current_user.id): True} if request.method == "GET" else {}
    return make_formulier("nieuw", kandidaten, [(team.id, team.naam) for team in teams], **ik, **velden)


def _make_wijzig(rij: Overlegrij) -> Any:
    kandidaten = fetch_werkers([rij.team_id], TEAMROLLEN)
    return make_formulier("wijzig", kandidaten, [(rij.team_id, "")], versie=rij.versie, **to_fields(rij.overleg))


def _fill(overleg: Overleg, form: Any) -> Overleg:
    ik = get_ik()
    deelnemers = form.read_deelnemers()
    if ik.id not in {een.id for een in deelnemers} and overleg.gemaakt_door.id == ik.id:
        # who plans it can always get back to it
        deelnemers = (*deelnemers, Deelnemer(ik.id, ik.naam))
    return replace(
        overleg,
        plaats=form.plaats.data or "",
        minuten=int(form.minuten.data),
        deelnemers=deelnemers,
        ook=form.ook.data or "",
    )
