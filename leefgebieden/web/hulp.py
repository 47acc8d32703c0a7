"""Help: how it works, what the words mean, where the method comes from, what is kept where."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.content.model import Kanaal
from leefgebieden.web.gate import public
from leefgebieden.web.huis import get_context

bp = Blueprint("hulp", __name__)


@bp.get("/hulp")
@public
def show() -> ResponseReturnValue:
    """The one page of help."""
    content = get_context().content
    return render_template("hulp/hulp.html", kaart=content.kaart, lijst=content.vragenlijsten[Kanaal.TELEFOON])
