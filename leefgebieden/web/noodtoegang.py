"""Break-glass: reading along for one hour with a reason, and looking at it afterwards."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.noodtoegang import see_noodtoegang, sign_off_noodtoegang, take_noodtoegang
from leefgebieden.domain.tekst import search_form
from leefgebieden.domain.toegang import Besluit, Recht, decide_toegang
from leefgebieden.store.betrokkene import fetch_teamlijst
from leefgebieden.store.noodtoegang import fetch_na_te_kijken
from leefgebieden.store.toegang import fetch_positie
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.collega import NoodFormulier
from leefgebieden.web.gate import teamleider, worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("noodtoegang", __name__, url_prefix="/noodtoegang")
FORMULIER = "noodtoegang"


@bp.get("")
@worker
def show() -> ResponseReturnValue:
    """The form: the exact name, and why."""
    form = NoodFormulier(id=get_context().new_id())
    restore_form(form, FORMULIER, "")
    return render_template("noodtoegang/noodtoegang.html", form=form)


@bp.post("")
@worker
def take() -> ResponseReturnValue:
    """One hour in one casus, if exactly one person in the team is called so."""
    context = get_context()
    form = NoodFormulier()
    naar_form = url_for(".show")
    if not form.validate():
        return keep_and_return(FORMULIER, "", naar_form, **({"id": context.new_id()} if form.id.errors else {}))
    gevonden = _find(form.persoon.data or "")
    if len(gevonden) != 1:
        flash(
            "Er zijn er meer met deze naam. Schrijf de hele naam."
            if gevonden
            else "In je team heet niemand precies zo. Kijk hoe de naam bij Team staat.",
            "fout",
        )
        return keep_and_return(FORMULIER, "", naar_form)
    (casus_id,) = gevonden
    if decide_toegang(fetch_positie(casus_id, current_user.id), Recht.LEZEN, context.now()) is not Besluit.TOEGESTAAN:
        try:
            take_noodtoegang(context, get_ik(), form.get_id(), casus_id, form.reden.data or "")
        except (Botsing, NietGevonden):
            return keep_and_return(FORMULIER, "", naar_form, id=context.new_id())
    let_go(FORMULIER, "")
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


@bp.post("/<id:noodtoegang_id>/gezien")
@worker
def see(noodtoegang_id: str) -> ResponseReturnValue:
    """The eigenaar says that he saw it."""
    see_noodtoegang(get_context(), get_ik(), noodtoegang_id)
    return redirect(url_for("mensen.show"), 303)


@bp.get("/nakijken")
@teamleider
def review() -> ResponseReturnValue:
    """What nobody signed off yet."""
    return render_template("noodtoegang/nakijken.html", regels=fetch_na_te_kijken(current_user.id))


@bp.post("/<id:noodtoegang_id>/aftekenen")
@teamleider
def sign_off(noodtoegang_id: str) -> ResponseReturnValue:
    """The teamleider looked at it."""
    sign_off_noodtoegang(get_context(), get_ik(), noodtoegang_id)
    flash("Afgetekend", "bewaard")
    return redirect(url_for(".review"), 303)


def _find(naam: str) -> set[str]:
    gezocht = search_form(naam)
    rijen = fetch_teamlijst(current_user.id, get_context().today())
    return {
        rij.rij.id
        for rij in rijen
        if gezocht
        in {search_form(naam) for naam in (rij.rij.regel.naam, rij.rij.regel.noemnaam, rij.rij.regel.schuilnaam)}
    }
