"""Oefenen: the stories that can be practised on, and the tries that somebody began."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.lezen import read_lijst
from leefgebieden.actions.oefening import begin_oefening
from leefgebieden.domain.casus import Soort
from leefgebieden.store.grafsteen import Gewist
from leefgebieden.web.forms.basis import FormulierMetId
from leefgebieden.web.gate import signed_in
from leefgebieden.web.huis import get_content, get_context, get_ik

bp = Blueprint("oefenen", __name__, url_prefix="/oefenen")


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """The stories, and what one began."""
    context = get_context()
    rijen, afgesloten = read_lijst(context, get_ik(), (Soort.OEFENING,))
    return render_template(
        "oefenen/oefenen.html",
        oefeningen=[(een, context.new_id()) for een in get_content().oefeningen.values()],
        rijen=(*rijen, *afgesloten),
        form=FormulierMetId(),
    )


@bp.post("/<key>")
@signed_in
def begin(key: str) -> ResponseReturnValue:
    """Begin a try."""
    oefening = get_content().oefeningen.get(key)
    if oefening is None:
        abort(404)
    form = FormulierMetId()
    if not form.validate():
        return redirect(url_for(".show"), 303)
    try:
        begin_oefening(get_context(), get_ik(), form.get_id(), oefening)
    except (Botsing, Gewist):
        return redirect(url_for(".show"), 303)
    return redirect(url_for("oefening.show", casus_id=request.form["id"]), 303)
