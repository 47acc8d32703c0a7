"""The words of a form that could not be saved, given back with a button that saves them after all."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.concept import drop_concept
from leefgebieden.store.concept import fetch_concept
from leefgebieden.web.bewaard_post import FORMULIER, PAD
from leefgebieden.web.gate import signed_in

bp = Blueprint("herhalen", __name__)


@bp.get("/herhalen")
@signed_in
def show() -> ResponseReturnValue:
    """The words that were typed."""
    concept = fetch_concept(current_user.id, "", FORMULIER)
    if concept is None:
        return redirect(url_for("mensen.show"))
    velden = dict(concept.velden)
    pad = velden.pop(PAD)[0]
    teksten = [waarde for waarden in velden.values() for waarde in waarden if " " in waarde.strip() or len(waarde) > 40]
    return render_template("herhalen/herhalen.html", pad=pad, velden=velden, teksten=teksten, op=concept.op)


@bp.post("/herhalen")
@signed_in
def drop() -> ResponseReturnValue:
    """Throw the words away."""
    drop_concept(current_user.id, "", FORMULIER)
    return redirect(url_for("mensen.show"), 303)
