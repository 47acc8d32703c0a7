"""Aandacht nodig: what a device sent and could not be placed, and what vanished from a device."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.verzegeld import drop_apart, drop_melding, give_apart, read_aandacht
from leefgebieden.domain.verzegeld import Soort
from leefgebieden.store.toestel import fetch_verdwenen
from leefgebieden.store.verzegeld import Ontvangst
from leefgebieden.web.gate import signed_in
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.losse_notitie import make_geef_formulier

bp = Blueprint("aandacht", __name__, url_prefix="/aandacht")
WAAROM = {
    Soort.BOTSING: "Deze notitie was al bewaard, met andere woorden. De eerste staat er nog. Deze woorden bewaarden we apart.",
    Soort.GEWIST: "Deze persoon is verwijderd. Je tekst kan niet worden toegevoegd. Neem hem binnen 24 uur over als dat nodig is.",
    Soort.GEEN_RECHT: "Je werkt niet meer met deze persoon. Je tekst is daar niet bij gezet.",
    Soort.ONLEESBAAR: "Deze notitie kwam niet heel aan.",
}


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """The words, why they stand here, and what can be done."""
    apart = read_aandacht(get_context(), get_ik())
    return render_template(
        "aandacht/aandacht.html",
        apart=[(ding, _find_schrijver(ding)) for ding in apart],
        waarom=WAAROM,
        verdwenen=fetch_verdwenen(current_user.id),
        form=make_geef_formulier() if apart else None,
    )


def _find_schrijver(ding: Ontvangst) -> str:
    """Whose words these are; nothing when they are of who looks, or when nobody knows."""
    schrijver = (ding.inhoud or {}).get("notitie", {}).get("auteur", {})
    return schrijver.get("naam", "") if schrijver.get("id") != current_user.id else ""


@bp.post("/<id:uuid>/<sha256>/geef")
@signed_in
def give(uuid: str, sha256: str) -> ResponseReturnValue:
    """Give the words to a person."""
    form = make_geef_formulier()
    if not form.validate():
        flash("Kies over wie het gaat.", "fout")
        return redirect(url_for(".show"), 303)
    try:
        give_apart(get_context(), get_ik(), uuid, sha256, form.wie.data)
    except NietGevonden:
        flash("Deze notitie is hier al weg, of je mag bij deze persoon niet schrijven.", "fout")
        return redirect(url_for(".show"), 303)
    flash("Bewaard", "bewaard")
    return redirect(url_for("verhaal.show", casus_id=form.wie.data), 303)


@bp.post("/<id:uuid>/<sha256>/weg")
@signed_in
def drop(uuid: str, sha256: str) -> ResponseReturnValue:
    """Throw the words away."""
    drop_apart(get_context(), get_ik(), uuid, sha256)
    flash("Weggegooid", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/<id:uuid>/gezien")
@signed_in
def see(uuid: str) -> ResponseReturnValue:
    """The worker saw that it vanished."""
    drop_melding(get_ik(), uuid)
    return redirect(url_for(".show"), 303)
