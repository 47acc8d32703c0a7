"""Komt terug: the afspraken of everybody one works with that ask something, as one list."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.actions.lezen import read_komt_terug
from leefgebieden.actions.navraag import read_navragen
from leefgebieden.domain.komtterug import sort_komt_terug
from leefgebieden.web.gate import worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("komtterug", __name__)


@bp.get("/komt-terug")
@worker
def show() -> ResponseReturnValue:
    """Of one's own people; `?team=1` also of those that one may read through the team."""
    context, team = get_context(), request.args.get("team") == "1"
    open_afspraken = read_komt_terug(context, get_ik(), team=team)
    return render_template(
        "komtterug/komt-terug.html",
        komt=sort_komt_terug(open_afspraken, context.today()),
        navragen=read_navragen(context, get_ik()),
        team=team,
    )
