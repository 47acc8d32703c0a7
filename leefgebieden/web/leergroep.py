"""One group that learns: its course, a dagdeel of it, who takes part and where they are, and the link to join by."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.leergroep import (
    change_groep,
    leave_groep,
    make_link,
    read_voortgang,
    throw_away_groep,
    withdraw_link,
)
from leefgebieden.domain.leergroep import find_volgende, plan_bijeenkomsten
from leefgebieden.store.leergroep import Groeprij
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.leergroep import make_cursusplan, to_fields
from leefgebieden.web.gate import in_leergroep, leads_leergroep
from leefgebieden.web.huis import get_content, get_context, get_ik, get_vandaag

bp = Blueprint("leergroep", __name__, url_prefix="/leergroepen/<id:groep_id>")
_LINK = "groepslink"
"""In the session of the browser of the docent: the link, shown once, right after it was made."""


@bp.get("")
@in_leergroep
def show(groep_id: str) -> ResponseReturnValue:  # noqa: ARG001  # the gate read it
    """The course: what comes next first, then all dagdelen."""
    rij = get_groep()
    return render_template(
        "leergroep/leergroep.html",
        groep=rij.groep,
        leidt=is_docent(),
        cursus=get_content().cursus,
        volgende=find_volgende(rij.groep, get_vandaag()),
    )


@bp.get("/dagdelen/<key>")
@in_leergroep
def show_dagdeel(groep_id: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  # the gate read it
    """One dagdeel: what to prepare, what to learn, and the cards, werkvormen and stories that go with it."""
    content = get_content()
    dagdeel = content.cursus.per_key.get(key)
    if dagdeel is None:
        abort(404)
    return render_template(
        "leergroep/dagdeel.html",
        groep=get_groep().groep,
        leidt=is_docent(),
        dagdeel=dagdeel,
        nummer=list(content.cursus.per_key).index(key) + 1,
        bijeenkomst=get_groep().groep.find_bijeenkomst(key),
        kaarten=[content.methodiek[een] for een in dagdeel.kaarten],
        werkvormen=[content.werkvormen[een] for een in dagdeel.werkvormen],
        verhalen=[content.oefeningen[een] for een in dagdeel.verhalen],
        bron=content.cursus.bron,
        van_ons=content.cursus.van_ons,
    )


@bp.get("/leden")
@leads_leergroep
def show_leden(groep_id: str) -> ResponseReturnValue:
    """Who takes part and where they are: how far, never what they wrote. And the link to join by."""
    woord = session.pop(_LINK, {}).get(groep_id, "")
    return render_template(
        "leergroep/leden.html",
        groep=get_groep().groep,
        link_tot=get_groep().link_tot if _link_works() else None,
        adres=url_for("groepslink.show", woord=woord, _external=True) if woord else "",
        leden=read_voortgang(get_context(), get_ik(), groep_id),
    )


@bp.post("/link")
@leads_leergroep
def give_link(groep_id: str) -> ResponseReturnValue:
    """A new link; the one before leads nowhere."""
    session[_LINK] = {groep_id: make_link(get_context(), get_ik(), groep_id)}
    return redirect(url_for(".show_leden", groep_id=groep_id), 303)


@bp.post("/link/weg")
@leads_leergroep
def end_link(groep_id: str) -> ResponseReturnValue:
    """Nobody joins by the link any more."""
    withdraw_link(get_context(), get_ik(), groep_id)
    flash("De link werkt niet meer.", "bewaard")
    return redirect(url_for(".show_leden", groep_id=groep_id), 303)


@bp.post("/leden/<id:medewerker_id>/weg")
@leads_leergroep
def remove(groep_id: str, medewerker_id: str) -> ResponseReturnValue:
    """Take somebody out of the group."""
    leave_groep(get_context(), get_ik(), groep_id, medewerker_id)
    flash("Deze persoon doet niet meer mee. Wat die zelf oefende, blijft van die persoon.", "bewaard")
    return redirect(url_for(".show_leden", groep_id=groep_id), 303)


@bp.post("/ga-eruit")
@in_leergroep
def leave(groep_id: str) -> ResponseReturnValue:
    """Leave the group oneself."""
    leave_groep(get_context(), get_ik(), groep_id, current_user.id)
    flash("Je doet niet meer mee. Wat je inleverde is daar weg.", "bewaard")
    return redirect(url_for("leergroepen.show"), 303)


@bp.get("/wijzig")
@leads_leergroep
def edit(groep_id: str) -> ResponseReturnValue:
    """The form for the name and the course."""
    rij = get_groep()
    form, nu = _make_plan(rij), _make_plan(rij, formdata=None)
    terug = restore_form(form, groep_id, "")
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(rij.versie)
    return render_template("leergroep/wijzig.html", groep=rij.groep, form=form, terug=terug, verschillen=verschillen)


@bp.post("/wijzig")
@leads_leergroep
def save(groep_id: str) -> ResponseReturnValue:
    """Save it."""
    naar, naar_form = url_for(".show", groep_id=groep_id), url_for(".edit", groep_id=groep_id)
    if "gooi_weg" in request.form:
        let_go(groep_id, "")
        return redirect(naar, 303)
    rij = get_groep()
    form = _make_plan(rij)
    if not form.validate():
        return keep_and_return(groep_id, "", naar_form)
    plan = plan_bijeenkomsten(get_content().cursus, form.read_bijeenkomsten())
    try:
        change_groep(
            get_context(),
            get_ik(),
            replace(rij.groep, naam=form.naam.data or "", bijeenkomsten=plan),
            op_versie=form.op_versie,
        )
    except Verouderd:
        return keep_and_return(groep_id, "", naar_form)
    except NietGevonden:
        abort(404)
    let_go(groep_id, "")
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)


@bp.post("/gooi-weg")
@leads_leergroep
def drop(groep_id: str) -> ResponseReturnValue:
    """Throw the group away, with all that was handed in."""
    throw_away_groep(get_context(), get_ik(), groep_id)
    flash("De groep is weg, met alles wat er was ingeleverd.", "bewaard")
    return redirect(url_for("leergroepen.show"), 303)


def get_groep() -> Groeprij:
    """The group that the gate let somebody into."""
    rij: Groeprij = g.leergroep
    return rij


def is_docent() -> bool:
    """Whether who asks for this page leads the group of its address."""
    return bool(get_groep().docent_id == current_user.id)


def _link_works() -> bool:
    tot = get_groep().link_tot
    return tot is not None and get_context().now() < tot


def _make_plan(rij: Groeprij, **hoe: Any) -> Any:
    cursus = get_content().cursus
    return make_cursusplan(cursus, versie=rij.versie, **to_fields(rij.groep, cursus), **hoe)
