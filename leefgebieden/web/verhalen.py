"""The stories that a docent writes himself: a form, a look at how it plays, a file to share, and taking one in."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.lezen import read_lijst
from leefgebieden.actions.verhaal import change_verhaal, set_voorbeeld, throw_away_verhaal, write_verhaal
from leefgebieden.actions.verhaalbestand import VerhaalFout, read_bestand, write_bestand
from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.eigen_verhaal import (
    EigenVerhaal,
    change_stukken,
    is_speelbaar,
    make_verhaal,
    read_stukken,
    write_stukken,
)
from leefgebieden.store.casus import fetch_kop
from leefgebieden.store.leergroep import fetch_groepen_van
from leefgebieden.store.verhaal import Verhaalrij, fetch_verhaal, fetch_verhalen_van
from leefgebieden.web.bestand import send_bestand
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.basis import FormulierMetId
from leefgebieden.web.forms.verhaal import GroepenFormulier, NieuwVerhaalFormulier, VerhaalFormulier
from leefgebieden.web.gate import docent
from leefgebieden.web.huis import get_content, get_context, get_ik
from leefgebieden.web.methodiek_keuze import name_steun

bp = Blueprint("verhalen", __name__, url_prefix="/verhalen")
NIEUW = "verhaal"


@bp.get("")
@docent
def show() -> ResponseReturnValue:
    """One's own stories, and a place to take one in."""
    return render_template(
        "verhalen/verhalen.html",
        verhalen=[rij.verhaal for rij in fetch_verhalen_van(current_user.id)],
        form=FormulierMetId(id=get_context().new_id()),
    )


@bp.get("/nieuw")
@docent
def new() -> ResponseReturnValue:
    """The form for a new one."""
    form = NieuwVerhaalFormulier(id=get_context().new_id())
    terug = restore_form(form, NIEUW, "")
    return render_template("verhalen/nieuw.html", form=form, terug=terug)


@bp.post("/nieuw")
@docent
def create() -> ResponseReturnValue:
    """Write it."""
    if "gooi_weg" in request.form:
        let_go(NIEUW, "")
        return redirect(url_for(".show"), 303)
    form, context = NieuwVerhaalFormulier(), get_context()
    if not form.validate():
        return keep_and_return(NIEUW, "", url_for(".new"), **renew_id(form))
    leeg = make_verhaal(
        form.get_id(),
        context.now(),
        titel=form.titel.data or "",
        naam=form.naam.data or "",
        kanaal=Kanaal(form.kanaal.data),
        wanneer=form.wanneer.data or "",
    )
    nieuw = replace(leeg, oefening=change_stukken(leeg.oefening, read_stukken(form.tekst.data or "")))
    try:
        write_verhaal(context, get_ik(), nieuw)
    except Botsing:
        return keep_and_return(NIEUW, "", url_for(".new"), id=context.new_id())
    let_go(NIEUW, "")
    flash("Bewaard. Schrijf nu de vragen, of speel het zelf.", "bewaard")
    return redirect(url_for(".show_een", verhaal_id=nieuw.id), 303)


@bp.post("/inlezen")
@docent
def read_in() -> ResponseReturnValue:
    """Take in a story that somebody shared: all of it, or nothing."""
    form, bestand, context = FormulierMetId(), request.files.get("bestand"), get_context()
    if bestand is None or not bestand.filename or not form.validate():
        flash("Kies eerst een bestand. Er is niets ingelezen.", "fout")
        return redirect(url_for(".show"), 303)
    try:
        nieuw = read_bestand(bestand.read(), form.get_id(), context.now(), get_content())
        write_verhaal(context, get_ik(), nieuw)
    except VerhaalFout as fout:
        flash(f"{fout} Er is niets ingelezen.", "fout")
        return redirect(url_for(".show"), 303)
    except Botsing:
        flash("Dit formulier is al gebruikt. Kies het bestand nog een keer.", "fout")
        return redirect(url_for(".show"), 303)
    flash("Ingelezen", "bewaard")
    return redirect(url_for(".show_een", verhaal_id=nieuw.id), 303)


@bp.get("/<id:verhaal_id>")
@docent
def show_een(verhaal_id: str) -> ResponseReturnValue:
    """How it reads and what is asked, with what may be done with it."""
    rij = find_verhaal(verhaal_id)
    groepen = [groep.groep for groep in fetch_groepen_van(current_user.id)]
    form = GroepenFormulier(groepen=list(rij.verhaal.groepen))
    form.offer_groepen(groepen)
    return render_template(
        "verhalen/verhaal.html",
        verhaal=rij.verhaal,
        oefening=rij.verhaal.oefening,
        speelbaar=is_speelbaar(rij.verhaal.oefening),
        groepen=groepen,
        form=form,
        pogingen=_list_pogingen(verhaal_id),
        nieuw_id=get_context().new_id(),
        name_steun=name_steun,
    )


@bp.get("/<id:verhaal_id>/wijzig")
@docent
def edit(verhaal_id: str) -> ResponseReturnValue:
    """The form to change it. When it was changed elsewhere meanwhile, both stand side by side."""
    rij = find_verhaal(verhaal_id)
    velden = _to_fields(rij)
    form, nu = VerhaalFormulier(**velden), VerhaalFormulier(formdata=None, **velden)
    terug = restore_form(form, verhaal_id, "")
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(rij.versie)
    return render_template("verhalen/wijzig.html", verhaal=rij.verhaal, form=form, terug=terug, verschillen=verschillen)


@bp.post("/<id:verhaal_id>/wijzig")
@docent
def save(verhaal_id: str) -> ResponseReturnValue:
    """Save the change."""
    naar = url_for(".show_een", verhaal_id=verhaal_id)
    if "gooi_weg" in request.form:
        let_go(verhaal_id, "")
        return redirect(naar, 303)
    verhaal, form = find_verhaal(verhaal_id).verhaal, VerhaalFormulier()
    naar_form = url_for(".edit", verhaal_id=verhaal_id)
    if not form.validate():
        return keep_and_return(verhaal_id, "", naar_form)
    oefening = replace(
        verhaal.oefening,
        titel=form.titel.data or "",
        naam=form.naam.data or "",
        kanaal=Kanaal(form.kanaal.data),
        wanneer=form.wanneer.data or "",
    )
    stukken = read_stukken(form.tekst.data or "", verhaal.oefening.fragmenten)
    if not keep(replace(verhaal, oefening=change_stukken(oefening, stukken)), form.op_versie):
        return keep_and_return(verhaal_id, "", naar_form)
    let_go(verhaal_id, "")
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)


@bp.post("/<id:verhaal_id>/groepen")
@docent
def give(verhaal_id: str) -> ResponseReturnValue:
    """Give it to groups of one's own, or take it back from them."""
    rij, form = find_verhaal(verhaal_id), GroepenFormulier()
    form.offer_groepen([groep.groep for groep in fetch_groepen_van(current_user.id)])
    if form.validate() and keep(replace(rij.verhaal, groepen=tuple(form.groepen.data or ())), rij.versie):
        flash("Bewaard", "bewaard")
    else:
        flash("Dit lukt niet. Kijk nog een keer en kies opnieuw.", "fout")
    return redirect(url_for(".show_een", verhaal_id=verhaal_id), 303)


@bp.post("/<id:verhaal_id>/voorbeeld")
@docent
def take_voorbeeld(verhaal_id: str) -> ResponseReturnValue:
    """Let a try of one's own show how an experienced worker wrote it down."""
    find_verhaal(verhaal_id)
    try:
        set_voorbeeld(get_context(), get_ik(), verhaal_id, request.form.get("poging", ""))
    except NietGevonden:
        flash("Deze poging is er niet (meer). Er is niets veranderd.", "fout")
    else:
        flash("Zo keek jij. Studenten zien het als ze terugkijken.", "bewaard")
    return redirect(url_for(".show_een", verhaal_id=verhaal_id), 303)


@bp.get("/<id:verhaal_id>/bestand")
@docent
def share(verhaal_id: str) -> ResponseReturnValue:
    """The story as a file."""
    inhoud = write_bestand(find_verhaal(verhaal_id).verhaal)
    return send_bestand(inhoud, "application/json", "verhaal.json")


@bp.post("/<id:verhaal_id>/gooi-weg")
@docent
def drop(verhaal_id: str) -> ResponseReturnValue:
    """Throw it away."""
    find_verhaal(verhaal_id)
    throw_away_verhaal(get_context(), get_ik(), verhaal_id)
    let_go(verhaal_id, "")
    flash("Weggegooid. Wat studenten schreven blijft van hen.", "bewaard")
    return redirect(url_for(".show"), 303)


def find_verhaal(verhaal_id: str) -> Verhaalrij:
    """A story of who is signed in; what is of somebody else is not there."""
    rij = fetch_verhaal(verhaal_id)
    if rij is None or rij.medewerker_id != current_user.id:
        abort(404)
    return rij


def keep(verhaal: EigenVerhaal, op_versie: int) -> bool:
    """Save a change of a story. False when it was changed meanwhile."""
    try:
        change_verhaal(get_context(), get_ik(), verhaal, op_versie=op_versie)
    except Verouderd:
        return False
    except NietGevonden:
        abort(404)
    return True


def _list_pogingen(verhaal_id: str) -> list[Any]:
    rijen, _ = read_lijst(get_context(), get_ik(), (Soort.OEFENING,))
    return [rij for rij in rijen if fetch_kop(rij.id)[0].oefening == verhaal_id]


def _to_fields(rij: Verhaalrij) -> dict[str, Any]:
    oefening = rij.verhaal.oefening
    return {
        "titel": oefening.titel,
        "naam": oefening.naam,
        "kanaal": oefening.kanaal.value,
        "wanneer": oefening.wanneer,
        "tekst": write_stukken(oefening.fragmenten),
        "versie": rij.versie,
    }
