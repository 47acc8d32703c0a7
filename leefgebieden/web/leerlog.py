"""The leerlog: questions to oneself, what one means to do, and what came of it. One's own, and taken along as a file."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.leerlog import change_regel, list_gedeeld, remove_regel, take_along, write_regel
from leefgebieden.domain.leergroep import Leergroep
from leefgebieden.domain.leerlog import Leerlogregel, list_komt_terug, write_leerlog
from leefgebieden.store.leergroep import fetch_groepen_met
from leefgebieden.store.leerlog import fetch_regel, fetch_regels
from leefgebieden.web.bestand import send_bestand
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.leerlog import NieuweRegelFormulier, RegelFormulier
from leefgebieden.web.gate import leads_leergroep, signed_in
from leefgebieden.web.huis import get_content, get_context, get_ik, get_vandaag
from leefgebieden.web.leergroep import get_groep

bp = Blueprint("leerlog", __name__)
NIEUW = "leerlog"
MATRIX, NABIJHEID, CURSUS = "competentiematrix", "professionele-nabijheid", "cursus"


@bp.get("/leerlog")
@signed_in
def show() -> ResponseReturnValue:
    """What comes back, a line to write, and what was written. `?bij=` is what the line is about."""
    regels = fetch_regels(current_user.id)
    form = NieuweRegelFormulier(id=get_context().new_id(), onderdeel=request.args.get("bij", ""))
    form.offer_onderdelen(list_onderdelen())
    terug = restore_form(form, NIEUW, "")
    return render_template(
        "leerlog/leerlog.html",
        form=form,
        terug=terug,
        regels=regels,
        komt_terug=list_komt_terug(regels, get_vandaag()),
        namen=name_onderdelen(),
        vraag=next((een.vraag for een in get_content().cursus.leervragen if een.onderdeel == form.onderdeel.data), ""),
    )


@bp.post("/leerlog")
@signed_in
def write() -> ResponseReturnValue:
    """Write a line."""
    hier = url_for(".show")
    if "gooi_weg" in request.form:
        let_go(NIEUW, "")
        return redirect(hier, 303)
    form, context = NieuweRegelFormulier(), get_context()
    form.offer_onderdelen(list_onderdelen())
    if not form.validate():
        return keep_and_return(NIEUW, "", hier, **renew_id(form))
    nieuw = Leerlogregel(
        form.get_id(), context.now(), form.tekst.data or "", form.onderdeel.data or "", form.terug_op.data
    )
    try:
        write_regel(context, get_ik(), nieuw)
    except Botsing:
        flash("Dit formulier is al bewaard. Je nieuwe tekst staat er nog. Bewaar hem nog een keer.", "fout")
        return keep_and_return(NIEUW, "", hier, id=context.new_id())
    let_go(NIEUW, "")
    flash("Bewaard", "bewaard")
    return redirect(hier, 303)


@bp.get("/leerlog/vragen")
@signed_in
def show_vragen() -> ResponseReturnValue:
    """The learning aims, the competences, the levels and orientations, as questions to oneself."""
    geschreven = {regel.onderdeel for regel in fetch_regels(current_user.id)}
    return render_template(
        "leerlog/vragen.html",
        groepen=list_onderdelen(),
        vragen={een.onderdeel: een.vraag for een in get_content().cursus.leervragen},
        geschreven=geschreven,
    )


@bp.get("/leerlog/meenemen")
@signed_in
def export() -> ResponseReturnValue:
    """The whole log as a text."""
    regels = take_along(get_context(), get_ik())
    tekst = write_leerlog(regels, name_onderdelen(), wie=current_user.naam, vandaag=get_vandaag())
    return send_bestand(tekst, "text/markdown", "leerlog.md")


@bp.get("/leerlog/<id:regel_id>")
@signed_in
def edit(regel_id: str) -> ResponseReturnValue:
    """One line: change it, say what came of it, share it, or take it away."""
    versie, regel = _find(regel_id)
    velden = _to_fields(regel, versie)
    form, nu = _make_form(**velden), _make_form(formdata=None, **velden)
    terug = restore_form(form, regel_id, "")
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(versie)
    return render_template(
        "leerlog/regel.html", form=form, terug=terug, regel=regel, verschillen=verschillen, groepen=_list_groepen()
    )


@bp.post("/leerlog/<id:regel_id>")
@signed_in
def save(regel_id: str) -> ResponseReturnValue:
    """Save the change."""
    if "gooi_weg" in request.form:
        let_go(regel_id, "")
        return redirect(url_for(".show"), 303)
    _, regel = _find(regel_id)
    form, naar_form = _make_form(), url_for(".edit", regel_id=regel_id)
    if not form.validate():
        return keep_and_return(regel_id, "", naar_form)
    gewijzigd = Leerlogregel(
        regel.id,
        regel.op,
        form.tekst.data or "",
        form.onderdeel.data or "",
        form.terug_op.data,
        form.afloop.data or "",
        tuple(form.gedeeld_met.data or ()),
    )
    try:
        change_regel(get_context(), get_ik(), gewijzigd, op_versie=form.op_versie)
    except Verouderd:
        return keep_and_return(regel_id, "", naar_form)
    except NietGevonden:
        abort(404)
    let_go(regel_id, "")
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/leerlog/<id:regel_id>/haal-weg")
@signed_in
def remove(regel_id: str) -> ResponseReturnValue:
    """Take it away."""
    _find(regel_id)
    remove_regel(get_context(), get_ik(), regel_id)
    let_go(regel_id, "")
    flash("Weggehaald", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/leergroepen/<id:groep_id>/leerlog")
@leads_leergroep
def show_gedeeld(groep_id: str) -> ResponseReturnValue:
    """What those who take part chose to share with their docent."""
    return render_template(
        "leerlog/gedeeld.html", groep=get_groep().groep, gedeeld=list_gedeeld(groep_id), namen=name_onderdelen()
    )


def list_onderdelen() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a line may be about: (heading, [(value, words)])."""
    content = get_content()
    matrix, nabijheid = content.methodiek[MATRIX], content.methodiek[NABIJHEID]
    groepen = [
        (
            "Doelen van de cursus",
            [(f"{CURSUS}/{nummer}", doel) for nummer, doel in enumerate(content.cursus.doelen, start=1)],
        ),
        (matrix.titel, [(f"{MATRIX}/{deel.key}", deel.titel) for deel in matrix.onderdelen]),
    ]
    per_rubriek: dict[str, list[tuple[str, str]]] = {}
    for deel in nabijheid.onderdelen:
        per_rubriek.setdefault(f"{nabijheid.titel}: {deel.rubriek.lower()}", []).append(
            (f"{NABIJHEID}/{deel.key}", deel.titel)
        )
    return [*groepen, *per_rubriek.items()]


def name_onderdelen() -> dict[str, str]:
    """How each reads on a page."""
    return {waarde: tekst for _, delen in list_onderdelen() for waarde, tekst in delen}


def _find(regel_id: str) -> tuple[int, Leerlogregel]:
    """A line of who is signed in, with its version; what is of somebody else is not there."""
    gevonden = fetch_regel(regel_id)
    if gevonden is None or gevonden[0] != current_user.id:
        abort(404)
    return gevonden[1], gevonden[2]


def _list_groepen() -> list[Leergroep]:
    return [rij.groep for rij in fetch_groepen_met(current_user.id)]


def _make_form(**velden: Any) -> RegelFormulier:
    form = RegelFormulier(**velden)
    form.offer_onderdelen(list_onderdelen())
    form.offer_groepen(_list_groepen())
    return form


def _to_fields(regel: Leerlogregel, versie: int) -> dict[str, Any]:
    return {
        "tekst": regel.tekst,
        "onderdeel": regel.onderdeel,
        "terug_op": regel.terug_op,
        "afloop": regel.afloop,
        "gedeeld_met": list(regel.gedeeld_met),
        "versie": versie,
    }
