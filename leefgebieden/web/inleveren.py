"""Handing in an answer, giving words back, and talking about a turning point with the group."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.leergroep import give_back, take_back
from leefgebieden.actions.verhaal import find_oefening
from leefgebieden.domain.leergroep import Inlevering, Terugwoord, group_inleveringen, may_read_inlevering
from leefgebieden.domain.oefening import find_keerpunt
from leefgebieden.store.leergroep import fetch_inleveringen
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.leergroep import TerugFormulier
from leefgebieden.web.gate import in_leergroep, leads_leergroep
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.leergroep import get_groep, is_docent
from leefgebieden.web.methodiek_keuze import name_steun

bp = Blueprint("inleveren", __name__, url_prefix="/leergroepen/<id:groep_id>/antwoorden")


@bp.get("")
@in_leergroep
def show(groep_id: str) -> ResponseReturnValue:
    """What was handed in, by story and turning point: all for the docent; to the others their own and what is for the group."""
    return render_template(
        "inleveren/antwoorden.html",
        groep=get_groep().groep,
        leidt=is_docent(),
        vragen=[
            (verhaal, keerpunt, _name(verhaal, keerpunt), rij)
            for (verhaal, keerpunt), rij in group_inleveringen(_list_leesbaar(groep_id)).items()
        ],
        name_steun=name_steun,
    )


@bp.get("/gesprek/<verhaal>/<key>")
@in_leergroep
def show_gesprek(groep_id: str, verhaal: str, key: str) -> ResponseReturnValue:
    """What did each of us think? The answers that are for the group side by side, for a big screen; then those of others."""
    oefening = find_oefening(get_context(), verhaal)
    keerpunt = find_keerpunt(oefening, key) if oefening else None
    if keerpunt is None:
        abort(404)
    rij = group_inleveringen(een for een in fetch_inleveringen(groep_id) if een.voor_groep).get((verhaal, key), [])
    return render_template(
        "inleveren/gesprek.html",
        groep=get_groep().groep,
        leidt=is_docent(),
        keerpunt=keerpunt,
        antwoorden=rij,
        name_steun=name_steun,
    )


@bp.get("/<id:inlevering_id>/terug")
@leads_leergroep
def ask_terug(groep_id: str, inlevering_id: str) -> ResponseReturnValue:
    """The form to give words back."""
    inlevering = _find(groep_id, inlevering_id)
    form = TerugFormulier(tekst=inlevering.terug.tekst if inlevering.terug else "")
    terug = restore_form(form, inlevering_id, "")
    return render_template(
        "inleveren/terug.html",
        groep=get_groep().groep,
        inlevering=inlevering,
        vraag=_name(inlevering.verhaal, inlevering.keerpunt),
        form=form,
        terug=terug,
        name_steun=name_steun,
    )


@bp.post("/<id:inlevering_id>/terug")
@leads_leergroep
def send_terug(groep_id: str, inlevering_id: str) -> ResponseReturnValue:
    """Give words back."""
    _find(groep_id, inlevering_id)
    form, context = TerugFormulier(), get_context()
    if "gooi_weg" in request.form:
        let_go(inlevering_id, "")
        return redirect(url_for(".show", groep_id=groep_id), 303)
    if not form.validate():
        naar = url_for(".ask_terug", groep_id=groep_id, inlevering_id=inlevering_id)
        return keep_and_return(inlevering_id, "", naar)
    try:
        give_back(context, groep_id, inlevering_id, Terugwoord(context.now(), get_ik(), form.tekst.data or ""))
    except NietGevonden:
        abort(404)
    let_go(inlevering_id, "")
    flash("Bewaard. De student ziet je woorden.", "bewaard")
    return redirect(url_for(".show", groep_id=groep_id), 303)


@bp.post("/<id:inlevering_id>/trek-in")
@in_leergroep
def withdraw(groep_id: str, inlevering_id: str) -> ResponseReturnValue:
    """Take back what one handed in."""
    try:
        take_back(get_context(), get_ik(), inlevering_id)
    except NietGevonden:
        abort(404)
    flash("Ingetrokken. Je antwoord staat nog bij je oefening.", "bewaard")
    return redirect(url_for(".show", groep_id=groep_id), 303)


def _list_leesbaar(groep_id: str) -> list[Inlevering]:
    return [
        een for een in fetch_inleveringen(groep_id) if may_read_inlevering(een, current_user.id, is_docent=is_docent())
    ]


def _find(groep_id: str, inlevering_id: str) -> Inlevering:
    inlevering = next((een for een in _list_leesbaar(groep_id) if een.id == inlevering_id), None)
    if inlevering is None:
        abort(404)
    return inlevering


def _name(verhaal: str, key: str) -> str:
    """A story and its turning point in words; a story that is gone is named so."""
    oefening = find_oefening(get_context(), verhaal)
    keerpunt = find_keerpunt(oefening, key) if oefening else None
    return f"{oefening.titel}: {keerpunt.titel}" if oefening and keerpunt else "Een verhaal dat er niet meer is"
