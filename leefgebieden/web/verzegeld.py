"""Where a device brings what it sealed. It lets go of a notitie only for the receipt that is given here."""

import base64
import binascii
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from leefgebieden.actions.achtergebleven import take_in_late
from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.verzegeld import take_in
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.verzegeld import Soort, Zending
from leefgebieden.store.verzegeld import Ontvangst
from leefgebieden.web.gate import for_script, public, signed_in
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.sessie import find_gestopt_here
from leefgebieden.web.toestel import get_epoch, read_id

bp = Blueprint("verzegeld", __name__)
STATUS = {Soort.BOTSING: 409, Soort.ONLEESBAAR: 422}
"""The server has these too, but they are not where they were meant to be; all others are 201."""


@bp.post("/verzegeld")
@signed_in
@for_script
def receive() -> ResponseReturnValue:
    """One sealed notitie: `{uuid, auteur, sleutel_id, casus_id, gemaakt_op, verstuurd_op, blob}`, the blob in base64.

    201 with the receipt; 409 or 422 with a receipt when it is kept but needs attention; 400 for what is no sealed notitie;
    403 for one of somebody else who still works here: that one is his to send. The device keeps it in all cases but the first.
    """
    ruw, zending = _read_post()
    if zending is None:
        return {"fout": "geen verzegelde notitie"}, 400
    if zending.auteur != current_user.id:
        return _receive_late(get_ik(), zending, ruw)
    ontvangst = take_in(get_context(), get_ik(), zending, str(ruw.get("verstuurd_op")))
    return _write_ontvangst(ontvangst), STATUS.get(ontvangst.soort, 201)


@bp.get("/verzegeld/achtergebleven")
@public
@for_script
def tell_gestopt() -> ResponseReturnValue:
    """What the device of who was stopped while signed in needs to bring what it still holds: it can do nothing else any more.

    Nothing for everybody else.
    """
    gestopt = find_gestopt_here()
    if gestopt is None:
        return {}
    return {"auteur": gestopt.id, "server_epoch": get_epoch(), "csrf_token": generate_csrf()}


@bp.post("/verzegeld/achtergebleven")
@public
@for_script
def receive_achtergebleven() -> ResponseReturnValue:
    """One sealed notitie from that device, as `receive` has it; 401 when it is not such a device, or of another author."""
    ruw, zending = _read_post()
    gestopt = find_gestopt_here()
    if gestopt is None or (zending is not None and zending.auteur != gestopt.id):
        return {"fout": "niet aangemeld"}, 401
    if zending is None:
        return {"fout": "geen verzegelde notitie"}, 400
    return _receive_late(gestopt, zending, ruw)


def _receive_late(door: Mens, zending: Zending, ruw: dict[str, Any]) -> ResponseReturnValue:
    try:
        ontvangst = take_in_late(get_context(), door, zending, str(ruw.get("verstuurd_op")))
    except NietGevonden:
        return {"fout": "van iemand anders"}, 403
    return _write_ontvangst(ontvangst), 201


def _write_ontvangst(ontvangst: Ontvangst) -> dict[str, Any]:
    return {
        "uuid": ontvangst.id,
        "sha256": ontvangst.sha256,
        "server_epoch": get_epoch(),
        "saved_at": ontvangst.ontvangen_op.isoformat(),
        "soort": ontvangst.soort.value,
    }


def _read_post() -> tuple[dict[str, Any], Zending | None]:
    ruw = request.get_json(silent=True)
    ruw = ruw if isinstance(ruw, dict) else {}
    return ruw, _read(ruw)


def _read(ruw: dict[str, Any]) -> Zending | None:
    uuid, auteur, sleutel_id = (read_id(ruw.get(naam)) for naam in ("uuid", "auteur", "sleutel_id"))
    casus_id, gemaakt_op, blob = ruw.get("casus_id"), ruw.get("gemaakt_op"), ruw.get("blob")
    if uuid is None or auteur is None or sleutel_id is None or not isinstance(gemaakt_op, str) or len(gemaakt_op) > 40:
        return None
    if (casus_id is not None and read_id(casus_id) is None) or not isinstance(blob, str):
        return None
    try:
        bytes_ = base64.b64decode(blob, validate=True)
    except (binascii.Error, ValueError):
        return None
    return Zending(uuid, auteur, sleutel_id, read_id(casus_id), gemaakt_op, bytes_)
