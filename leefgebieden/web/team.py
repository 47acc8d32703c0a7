"""The people of team mates: their names, and a way in for who may read."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.achtergebleven import list_achtergebleven, pass_on
from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.lezen import read_teamlijst
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.web.formats import tel
from leefgebieden.web.gate import teamleider, worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("team", __name__)


@bp.get("/mensen/team")
@worker
def show() -> ResponseReturnValue:
    """With whom the team works. What may not be read is a name without a link."""
    context = get_context()
    leidt = Rol.TEAMLEIDER in fetch_rollen(current_user.id)
    return render_template(
        "team/team.html",
        rijen=read_teamlijst(context, get_ik()),
        vandaag=context.today(),
        leidt=leidt,
        achtergebleven=list_achtergebleven(current_user.id) if leidt else [],
    )


@bp.post("/mensen/team/<id:van_id>/achtergebleven")
@teamleider
def give(van_id: str) -> ResponseReturnValue:
    """Give on what a colleague who stopped still had. Who leads the team sees how much it is, and reads nothing of it."""
    try:
        aantal = pass_on(get_context(), get_ik(), van_id, request.form.get("wie", ""))
    except NietGevonden:
        flash("Er is niets doorgegeven. Kies een collega die hier werkt.", "fout")
    else:
        flash(f"Doorgegeven: {tel(aantal, 'notitie', 'notities')}.", "bewaard")
    return redirect(url_for(".show"), 303)
