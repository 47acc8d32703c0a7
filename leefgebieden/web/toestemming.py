"""With whom may be shared what the person told: each consent, and taking it back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.toestemming import record_toestemming, withdraw_toestemming
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.toestemming import ToestemmingFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.melding import tell_with_action

bp = Blueprint("toestemming", __name__, url_prefix="/mensen/<id:casus_id>/toestemming")
FORMULIER = "toestemming"


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """What counts now, what is over, and the form."""
    gelezen, vandaag = get_casus(casus_id), get_context().today()
    form = ToestemmingFormulier(id=get_context().new_id())
    terug = restore_form(form, FORMULIER, casus_id)
    alle = sorted(gelezen.hele.toestemmingen, key=lambda t: (t.tot, t.met_wie))
    return render_template(
        "toestemming/toestemming.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        geldig=[t for t in alle if t.is_geldig(vandaag)],
        voorbij=[t for t in alle if not t.is_geldig(vandaag)],
        vandaag=vandaag,
    )


@bp.post("")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Write one down."""
    naar_form = url_for(".show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(FORMULIER, casus_id)
        return redirect(naar_form, 303)
    form = ToestemmingFormulier()
    if not form.validate() or form.tot.data is None:
        return keep_and_return(FORMULIER, casus_id, naar_form, **renew_id(form))
    toestemming = Toestemming(
        id=form.get_id(),
        met_wie=form.met_wie.data or "",
        waarvoor=form.waarvoor.data or "",
        gegeven_op=get_context().today(),
        tot=form.tot.data,
    )
    try:
        record_toestemming(get_context(), get_ik(), casus_id, toestemming)
    except Botsing:
        return keep_and_return(FORMULIER, casus_id, naar_form, id=get_context().new_id())
    let_go(FORMULIER, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar_form, 303)


@bp.post("/<id:toestemming_id>/intrekken")
@casus_access(Recht.SCHRIJVEN)
def withdraw(casus_id: str, toestemming_id: str) -> ResponseReturnValue:
    """The person takes it back: from today on it counts no more."""
    naar = url_for(".show", casus_id=casus_id)
    try:
        withdraw_toestemming(get_context(), get_ik(), casus_id, toestemming_id, op=get_context().today())
    except NietGevonden:
        flash("Deze toestemming is er niet meer.", "fout")
        return redirect(naar, 303)
    weer = url_for(".restore", casus_id=casus_id, toestemming_id=toestemming_id)
    tell_with_action("Ingetrokken. Deel niets meer met deze partij.", weer, "Maak ongedaan")
    return redirect(naar, 303)


@bp.post("/<id:toestemming_id>/herstellen")
@casus_access(Recht.SCHRIJVEN)
def restore(casus_id: str, toestemming_id: str) -> ResponseReturnValue:
    """Taken back by mistake."""
    try:
        withdraw_toestemming(get_context(), get_ik(), casus_id, toestemming_id, op=None)
    except NietGevonden:
        flash("Deze toestemming is er niet meer.", "fout")
    else:
        flash("De toestemming geldt weer.", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)
