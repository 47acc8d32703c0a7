"""Looking after people, teams and roles. A beheerder sees no names of those the team works with."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.medewerker import EmailBezet
from leefgebieden.actions.reserve import fetch_stand
from leefgebieden.actions.team import (
    LaatsteBeheerder,
    add_team,
    change_team,
    resume_medewerker,
    set_plekken,
    stop_medewerker,
)
from leefgebieden.actions.uitnodiging import invite, withdraw_uitnodiging
from leefgebieden.content.model import INVULPLEKKEN
from leefgebieden.domain.reserve import list_herinneringen
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.betrokkene import count_eigen
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker, fetch_medewerkers
from leefgebieden.store.team import Plek, Team, fetch_plekken, fetch_teams
from leefgebieden.store.uitnodiging import fetch_open_uitnodigingen
from leefgebieden.web.forms.basis import pick
from leefgebieden.web.forms.beheer import (
    ROLLEN,
    PlekkenFormulier,
    TeamFormulier,
    TeamWijzigFormulier,
    UitnodigFormulier,
    write_plek,
)
from leefgebieden.web.gate import beheerder
from leefgebieden.web.heel_logboek import find_vaak
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in
from leefgebieden.web.vragen import SETTINGS

bp = Blueprint("beheer", __name__, url_prefix="/beheer")
LINK = "uitnodiging_link"
LAATSTE = "Er moet altijd iemand beheerder zijn. Maak eerst een ander beheerder."


@bp.get("")
@beheerder
def show() -> ResponseReturnValue:
    """Teams, who works here, and who was invited."""
    teams, plekken = fetch_teams(), fetch_plekken()
    medewerkers = fetch_medewerkers()
    return render_template(
        "beheer/beheer.html",
        teams=teams,
        medewerkers=medewerkers,
        rollen={m.id: _write_plekken(plekken.get(m.id, frozenset()), teams) for m in medewerkers},
        over_te_dragen={m.id: count_eigen(m.id) for m in medewerkers if m.gestopt_op is not None},
        uitnodigingen=fetch_open_uitnodigingen(get_context().now()),
        te_doen=len(list_herinneringen(fetch_stand(get_context()), get_context().today())),
        vaak=find_vaak(),
        in_te_vullen=[(naam, INVULPLEKKEN[plek]) for plek, naam in SETTINGS.items() if not current_app.config[naam]],
        form=TeamFormulier(id=get_context().new_id()),
        # shown once: the link is nowhere else
        link=session.pop(LINK, None),
    )


@bp.get("/uitnodigen")
@beheerder
@need_fresh_sign_in
def show_uitnodigen() -> ResponseReturnValue:
    """The form for an invitation."""
    teams = fetch_teams()
    enige = teams[0].id if len(teams) == 1 else None
    form = UitnodigFormulier(id=get_context().new_id(), rollen=[Rol.WERKER.value], team=enige)
    form.fill_teams(teams)
    return render_template("beheer/uitnodigen.html", form=form)


@bp.post("/uitnodigen")
@beheerder
@need_fresh_sign_in
def ask() -> ResponseReturnValue:
    """Make the link, and show it once."""
    form = UitnodigFormulier()
    form.fill_teams(fetch_teams())
    if not form.validate():
        return render_template("beheer/uitnodigen.html", form=form), 400
    try:
        token = invite(
            get_context(),
            get_ik(),
            form.get_id(),
            form.email.data or "",
            form.roepnaam.data or "",
            form.team.data,
            pick(Rol, form.rollen.data),
        )
    except EmailBezet:
        form.email.errors = ["Er werkt hier al iemand met dit e-mailadres."]
        return render_template("beheer/uitnodigen.html", form=form), 400
    except (Botsing, NietGevonden):
        flash("Deze uitnodiging was al gemaakt. Trek hem in en maak een nieuwe als je de link niet meer hebt.", "fout")
        return redirect(url_for(".show"), 303)
    session[LINK] = url_for("uitnodiging.show", token=token, _external=True)
    return redirect(url_for(".show"), 303)


@bp.post("/uitnodigingen/<id:uitnodiging_id>/intrekken")
@beheerder
@need_fresh_sign_in
def withdraw(uitnodiging_id: str) -> ResponseReturnValue:
    """The link works no longer."""
    withdraw_uitnodiging(get_context(), get_ik(), uitnodiging_id)
    flash("De link werkt niet meer.", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/medewerkers/<id:medewerker_id>")
@beheerder
@need_fresh_sign_in
def edit(medewerker_id: str) -> ResponseReturnValue:
    """The roles of one medewerker, and stopping."""
    form = PlekkenFormulier(plekken=[write_plek(plek) for plek in fetch_plekken().get(medewerker_id, ())])
    return _render_medewerker(_find_medewerker(medewerker_id), form)


@bp.post("/medewerkers/<id:medewerker_id>")
@beheerder
@need_fresh_sign_in
def save(medewerker_id: str) -> ResponseReturnValue:
    """Set the roles."""
    medewerker = _find_medewerker(medewerker_id)
    form = PlekkenFormulier()
    form.fill_plekken(fetch_teams())
    if not form.validate():
        return _render_medewerker(medewerker, form), 400
    try:
        set_plekken(get_context(), get_ik(), medewerker_id, form.get_plekken())
    except LaatsteBeheerder:
        form.plekken.errors = [LAATSTE]
        return _render_medewerker(medewerker, form), 400
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/medewerkers/<id:medewerker_id>/stop")
@beheerder
@need_fresh_sign_in
def stop(medewerker_id: str) -> ResponseReturnValue:
    """He works here no longer."""
    medewerker = _find_medewerker(medewerker_id)
    try:
        stop_medewerker(get_context(), get_ik(), medewerker_id)
    except LaatsteBeheerder:
        flash(LAATSTE, "fout")
    else:
        flash(f"{medewerker.naam} kan niet meer inloggen.", "bewaard")
    return redirect(url_for(".edit", medewerker_id=medewerker_id), 303)


@bp.post("/medewerkers/<id:medewerker_id>/weer")
@beheerder
@need_fresh_sign_in
def resume(medewerker_id: str) -> ResponseReturnValue:
    """He works here again."""
    _find_medewerker(medewerker_id)
    resume_medewerker(get_context(), get_ik(), medewerker_id)
    flash("Bewaard", "bewaard")
    return redirect(url_for(".edit", medewerker_id=medewerker_id), 303)


@bp.post("/teams")
@beheerder
@need_fresh_sign_in
def create_team() -> ResponseReturnValue:
    """Make a team."""
    form = TeamFormulier()
    if not form.validate():
        flash("Een team heeft een naam nodig, van hooguit 80 tekens.", "fout")
    else:
        add_team(get_context(), get_ik(), form.get_id(), form.naam.data or "")
        flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/teams/<id:team_id>")
@beheerder
@need_fresh_sign_in
def edit_team(team_id: str) -> ResponseReturnValue:
    """The name of a team, and whether team mates read along."""
    team = _find_team(team_id)
    form = TeamWijzigFormulier(naam=team.naam, lezen_mee=team.lezen_mee_sinds is not None)
    return render_template("beheer/team.html", form=form, team=team)


@bp.post("/teams/<id:team_id>")
@beheerder
@need_fresh_sign_in
def save_team(team_id: str) -> ResponseReturnValue:
    """Change them."""
    team = _find_team(team_id)
    form = TeamWijzigFormulier()
    if not form.validate():
        return render_template("beheer/team.html", form=form, team=team), 400
    change_team(get_context(), get_ik(), team_id, form.naam.data or "", lezen_mee=bool(form.lezen_mee.data))
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


def _find_medewerker(medewerker_id: str) -> Medewerker:
    medewerker = fetch_medewerker(medewerker_id)
    if medewerker is None:
        abort(404)
    return medewerker


def _find_team(team_id: str) -> Team:
    team = next((team for team in fetch_teams() if team.id == team_id), None)
    if team is None:
        abort(404)
    return team


def _render_medewerker(medewerker: Medewerker, form: PlekkenFormulier) -> str:
    form.fill_plekken(fetch_teams())
    return render_template(
        "beheer/medewerker.html", medewerker=medewerker, form=form, over_te_dragen=count_eigen(medewerker.id)
    )


def _write_plekken(plekken: frozenset[Plek], teams: list[Team]) -> str:
    namen = {team.id: team.naam for team in teams}
    volgorde = list(Rol)
    return ", ".join(
        ROLLEN[plek.rol] + (f" in {namen[plek.team_id]}" if plek.team_id else "")
        for plek in sorted(plekken, key=lambda plek: (volgorde.index(plek.rol), namen.get(plek.team_id or "", "")))
    )
