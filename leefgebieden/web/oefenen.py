"""Oefenen: the stories that can be practised on, and the tries that somebody began."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.lezen import read_lijst
from leefgebieden.actions.oefening import begin_oefening
from leefgebieden.actions.verhaal import list_speelbaar
from leefgebieden.content.model import Oefening
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.grafsteen import Gewist
from leefgebieden.store.toegang import fetch_rollen
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
        oefeningen=[(een, context.new_id()) for een in _list_oefeningen()],
        rijen=(*rijen, *afgesloten),
        docent=Rol.DOCENT in fetch_rollen(current_user.id),
        form=FormulierMetId(),
    )


@bp.post("/<key>")
@signed_in
def begin(key: str) -> ResponseReturnValue:
    """Begin a try."""
    oefening = next((een for een in _list_oefeningen() if een.key == key), None)
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


def _list_oefeningen() -> list[Oefening]:
    """What one may begin with: our stories, and those of a docent that are for one."""
    return [*get_content().oefeningen.values(), *(een.oefening for een in list_speelbaar(current_user.id))]
