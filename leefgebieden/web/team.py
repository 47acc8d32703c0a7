"""The people of team mates: their names, and a way in for who may read."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.lezen import read_teamlijst
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.web.gate import worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("team", __name__)


@bp.get("/mensen/team")
@worker
def show() -> ResponseReturnValue:
    """With whom the team works. What may not be read is a name without a link."""
    context = get_context()
    return render_template(
        "team/team.html",
        rijen=read_teamlijst(context, get_ik()),
        vandaag=context.today(),
        leidt=Rol.TEAMLEIDER in fetch_rollen(current_user.id),
    )
