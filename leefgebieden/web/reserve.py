"""What a beheerder sees of backups, tests and recovery sheets. Making them is for a command: a page has no keys to show."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.reserve import fetch_stand, tick_off_blad
from leefgebieden.domain.reserve import list_herinneringen
from leefgebieden.store.reservesleutels import promise_datum
from leefgebieden.web.forms.beheer import AfvinkFormulier
from leefgebieden.web.gate import beheerder
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("reserve", __name__, url_prefix="/beheer/reserve")


@bp.get("")
@beheerder
def show() -> ResponseReturnValue:
    """What there is, and what should still be done."""
    context = get_context()
    stand = fetch_stand(context)
    return render_template(
        "reserve/reserve.html",
        stand=stand,
        herinneringen=list_herinneringen(stand, context.today()),
        belofte=promise_datum(context.now()),
    )


@bp.post("/vernietigd")
@beheerder
@need_fresh_sign_in
def tick_off() -> ResponseReturnValue:
    """Both halves of an old sheet are destroyed."""
    form = AfvinkFormulier()
    try:
        if form.validate():
            tick_off_blad(get_context(), get_ik(), form.blad.data or "")
            flash("Afgevinkt", "bewaard")
        else:
            flash("Dit blad is er niet.", "fout")
    except NietGevonden:
        flash("Dit blad is er niet, of het geldt nog. Maak eerst een nieuw herstelblad.", "fout")
    return redirect(url_for(".show"), 303)
