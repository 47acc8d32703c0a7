"""Break-glass: reading along for one hour with a reason, and looking at it afterwards."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.lezen import find_by_naam, read_na_te_kijken
from leefgebieden.actions.noodtoegang import see_noodtoegang, sign_off_noodtoegang, take_noodtoegang
from leefgebieden.domain.toegang import Besluit, Recht, decide_toegang
from leefgebieden.store.toegang import fetch_positie
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.collega import NoodFormulier
from leefgebieden.web.gate import teamleider, worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("noodtoegang", __name__, url_prefix="/noodtoegang")
FORMULIER = "noodtoegang"


@bp.get("")
@worker
@need_fresh_sign_in
def show() -> ResponseReturnValue:
    """The form: the exact name, and why."""
    form = NoodFormulier(id=get_context().new_id())
    restore_form(form, FORMULIER, "")
    return render_template("noodtoegang/noodtoegang.html", form=form)


@bp.post("")
@worker
@need_fresh_sign_in
def take() -> ResponseReturnValue:
    """One hour in one casus, if exactly one person in the team is called so."""
    context = get_context()
    form = NoodFormulier()
    naar_form = url_for(".show")
    if not form.validate():
        return keep_and_return(FORMULIER, "", naar_form, **renew_id(form))
    gevonden = find_by_naam(context, get_ik(), form.persoon.data or "")
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
    return render_template("noodtoegang/nakijken.html", regels=read_na_te_kijken(get_context(), get_ik()))


@bp.post("/<id:noodtoegang_id>/aftekenen")
@teamleider
def sign_off(noodtoegang_id: str) -> ResponseReturnValue:
    """The teamleider looked at it."""
    sign_off_noodtoegang(get_context(), get_ik(), noodtoegang_id)
    flash("Afgetekend", "bewaard")
    return redirect(url_for(".review"), 303)
