"""Losse notities: written down before it is known about whom, and given to a person later."""

from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.lezen import read_lijst
from leefgebieden.actions.losse_notitie import (
    drop_losse_notitie,
    give_losse_notitie,
    read_losse_notities,
    record_losse_notitie,
)
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.notitie import Notitie, VanWie, Wanneer, Wat
from leefgebieden.store.betrokkene import fetch_teamlijst
from leefgebieden.store.casus import Lijstrij
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.basis import pick
from leefgebieden.web.forms.losse_notitie import GeefFormulier, LosseNotitieFormulier
from leefgebieden.web.gate import worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.melding import tell_bewaard
from leefgebieden.web.notitie import tell_hints

bp = Blueprint("losse_notitie", __name__, url_prefix="/losse-notities")
NIEUW = "losse-notitie"
WACHT = timedelta(days=14)
"""As long as begun words are kept; after it a losse notitie asks for a place (plichten.md: no permanent private corner)."""


@bp.get("")
@worker
def show() -> ResponseReturnValue:
    """All of them, the newest first."""
    return render_template(
        "losse_notitie/losse-notities.html",
        notities=read_losse_notities(get_context(), get_ik()),
        wacht_sinds=get_context().now() - WACHT,
    )


@bp.get("/nieuw")
@worker
def new() -> ResponseReturnValue:
    """The form: words first, and no person."""
    form = LosseNotitieFormulier(id=get_context().new_id())
    form.fill_plaatsen()
    terug = restore_form(form, NIEUW, "")
    return render_template("losse_notitie/nieuw.html", form=form, terug=terug)


@bp.post("/nieuw")
@worker
def create() -> ResponseReturnValue:
    """Save it. Other words under an id that was saved become a losse notitie of their own, if wanted."""
    form, context = LosseNotitieFormulier(), get_context()
    form.fill_plaatsen()
    if not form.validate():
        return keep_and_return(NIEUW, "", url_for(".new"), **renew_id(form))
    notitie = Notitie(
        id=form.get_id(),
        tekst=form.tekst.data or "",
        van_wie=pick(VanWie, form.van_wie.data),
        wanneer=pick(Wanneer, form.wanneer.data),
        wat=pick(Wat, form.wat.data),
        gemaakt_op=context.now(),
        auteur=get_ik(),
    )
    try:
        record_losse_notitie(context, notitie)
    except Botsing:
        flash("Dit formulier is al bewaard. Je nieuwe tekst staat hieronder. Bewaar hem als aparte notitie.", "fout")
        return keep_and_return(NIEUW, "", url_for(".new"), id=context.new_id())
    let_go(NIEUW, "")
    tell_bewaard("Bewaard", notitie.id)
    tell_hints(notitie.tekst)
    return redirect(url_for(".show"), 303)


@bp.post("/nieuw/weg")
@worker
def drop_begun() -> ResponseReturnValue:
    """Throw the begun notitie away."""
    let_go(NIEUW, "")
    return redirect(url_for(".show"), 303)


@bp.get("/<id:notitie_id>")
@worker
def choose(notitie_id: str) -> ResponseReturnValue:
    """Its words, and to whom it can be given."""
    return _render_kies(_find(notitie_id), make_geef_formulier())


@bp.post("/<id:notitie_id>/geef")
@worker
def give(notitie_id: str) -> ResponseReturnValue:
    """Give it to a person."""
    form = make_geef_formulier()
    if not form.validate():
        flash("Kies over wie het gaat.", "fout")
        return redirect(url_for(".choose", notitie_id=notitie_id), 303)
    try:
        give_losse_notitie(get_context(), get_ik(), notitie_id, form.wie.data)
    except (NietGevonden, Botsing):
        flash("Deze notitie is hier al weg, of je mag bij deze persoon niet schrijven.", "fout")
        return redirect(url_for(".show"), 303)
    flash("Bewaard", "bewaard")
    return redirect(url_for("verhaal.show", casus_id=form.wie.data), 303)


@bp.post("/<id:notitie_id>/weg")
@worker
def drop(notitie_id: str) -> ResponseReturnValue:
    """Throw it away."""
    drop_losse_notitie(get_context(), get_ik(), notitie_id)
    flash("Weggegooid", "bewaard")
    return redirect(url_for(".show"), 303)


def list_schrijfbare_mensen() -> list[Lijstrij]:
    """The people that who is signed in may write about: his own, those he works along with, and those he stands in for."""
    context = get_context()
    rijen, _ = read_lijst(context, get_ik(), (Soort.ECHT, Soort.VOORBEELD))
    vervangen = fetch_teamlijst(current_user.id, context.today(), alleen_vervangen=True)
    return rijen + [teamrij.rij for teamrij in vervangen]


def make_geef_formulier() -> GeefFormulier:
    """The choice of a person."""
    form = GeefFormulier()
    form.fill_wie(list_schrijfbare_mensen())
    return form


def _find(notitie_id: str) -> Notitie:
    notitie = next((n for n in read_losse_notities(get_context(), get_ik()) if n.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie


def _render_kies(notitie: Notitie, form: GeefFormulier) -> str:
    return render_template("losse_notitie/kies.html", notitie=notitie, form=form)
