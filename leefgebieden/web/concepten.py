"""Words that a page keeps while somebody types: every few seconds, and when the page goes away."""

import re

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.concept import keep_begonnen
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.concept import read_velden
from leefgebieden.web.gate import casus_access, signed_in, while_typing
from leefgebieden.web.huis import get_context

bp = Blueprint("concepten", __name__)
NAAM = re.compile(r"[a-z0-9 ._-]{1,80}")
ZONDER_PERSOON = frozenset({"nieuw", "losse-notitie"})
"""The forms that belong to no person yet."""


@bp.post("/mensen/<id:casus_id>/concept")
@casus_access(Recht.SCHRIJVEN)
@while_typing
def keep_of_casus(casus_id: str) -> ResponseReturnValue:
    """Keep the fields of a form of this person, under the name of the form."""
    naam = request.form.get("_formulier", "")
    return _keep(casus_id, naam) if NAAM.fullmatch(naam) else abort(400)


@bp.post("/concept")
@signed_in
@while_typing
def keep() -> ResponseReturnValue:
    """Keep the fields of a form that belongs to no person yet."""
    naam = request.form.get("_formulier", "")
    return _keep("", naam) if naam in ZONDER_PERSOON else abort(400)


def _keep(casus_id: str, naam: str) -> ResponseReturnValue:
    velden = read_velden()
    # a draft that waited on a device comes beside what waits here; a draft of the open page replaces it
    erbij = velden.pop("_erbij", None) is not None
    velden.pop("_formulier", None)
    gehouden = keep_begonnen(get_context(), current_user.id, casus_id, naam, velden, erbij=erbij)
    return {"op": get_context().now().isoformat(), "gehouden": gehouden}
