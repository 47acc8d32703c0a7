"""What the scripts of a device ask: the key to seal with, the key for begun words, and what the server knows of this device."""

import base64
from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, current_app, make_response, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from leefgebieden.actions.achtergebleven import find_gestopt
from leefgebieden.actions.toestel import note_stand
from leefgebieden.actions.verzegeld import give_zegelsleutel
from leefgebieden.domain.vorm import Id
from leefgebieden.store.instantie import fetch_epoch
from leefgebieden.store.toestel import Melding, count_meldingen, derive_conceptsleutel, fetch_verdwenen
from leefgebieden.store.verzegeld import count_aandacht
from leefgebieden.web.gate import for_script, signed_in
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.koek import keep_on_device

bp = Blueprint("toestel", __name__)
COOKIE = "toestel"
MEEST = 20
"""Of so many others is asked whether they stopped."""


@bp.get("/toestel/sleutel")
@signed_in
@for_script
def give_sleutel() -> ResponseReturnValue:
    """Who is signed in, what to seal with, and the time. Nothing of it is secret."""
    sleutel = give_zegelsleutel(get_context(), get_ik())
    return _with_toestel(
        {
            "auteur": current_user.id,
            "sleutel_id": sleutel.id,
            "sleutel": base64.b64encode(sleutel.openbaar).decode(),
            "server_epoch": get_epoch(),
            "nu": get_context().now().isoformat(),
            "csrf_token": generate_csrf(),
            "offline": is_offline_aan(),
            "gemeld": count_meldingen(current_user.id, read_toestel()),
            "aandacht": count_aandacht(current_user.id) + len(fetch_verdwenen(current_user.id)),
        }
    )


@bp.get("/toestel/conceptsleutel")
@signed_in
@for_script
def give_conceptsleutel() -> ResponseReturnValue:
    """The key for what this medewerker begins to type on this device. A page keeps it in memory, never longer.

    Where the organisation wants nothing on a device there is none, and begun words go to the server only.
    """
    if not is_offline_aan():
        return {"fout": "uit"}, 404
    toestel_id = read_toestel() or get_context().new_id()
    sleutel = derive_conceptsleutel(current_user.id, toestel_id)
    return _with_toestel({"sleutel": base64.b64encode(sleutel).decode(), "auteur": current_user.id}, toestel_id)


@bp.post("/toestel/stand")
@signed_in
@for_script
def note() -> ResponseReturnValue:
    """The device says what it holds for who is signed in, in ids and times: `{"items": [{"uuid": ..., "gemaakt_op": ...}]}`.

    `klaar` names begun words that it let go of because they arrived another way: nobody misses them. `anderen` are the
    authors of what else waits there; the answer says in `gestopt` which of them work here no longer and cannot send it.
    """
    ruw = request.get_json(silent=True)
    items = ruw.get("items") if isinstance(ruw, dict) else None
    if not isinstance(items, list):
        return {"fout": "geen lijst"}, 400
    toestel_id = read_toestel() or get_context().new_id()
    meldingen = [melding for item in items if (melding := _read_melding(toestel_id, item)) is not None]
    klaar = ruw.get("klaar") if isinstance(ruw, dict) else None
    aangekomen = [uuid for een in klaar if (uuid := read_id(een))] if isinstance(klaar, list) else []
    note_stand(get_context(), get_ik(), toestel_id, meldingen, aangekomen)
    verdwenen = len(fetch_verdwenen(current_user.id))
    anderen = ruw.get("anderen") if isinstance(ruw, dict) else None
    gestopt = [
        wie
        for een in (anderen if isinstance(anderen, list) else [])[:MEEST]
        if (wie := read_id(een)) and find_gestopt(wie)
    ]
    antwoord = {"aandacht": count_aandacht(current_user.id) + verdwenen, "verdwenen": verdwenen, "gestopt": gestopt}
    return _with_toestel(antwoord, toestel_id)


def get_epoch() -> str:
    """The epoch of this server."""
    return fetch_epoch()


def is_offline_aan() -> bool:
    """Whether the organisation lets notities wait on a device."""
    return str(current_app.config["OFFLINE"]) != "uit"


def read_toestel() -> str | None:
    """The id of this device; None when it has none yet."""
    return read_id(request.cookies.get(COOKIE))


def read_id(ruw: object) -> Id | None:
    """A UUID in the one spelling that we use; None for anything else."""
    try:
        return Id(ruw) if isinstance(ruw, str) and str(UUID(ruw)) == ruw else None
    except ValueError:
        return None


def _with_toestel(inhoud: dict[str, object], toestel_id: str | None = None) -> Response:
    """The answer, and the id of the device in a cookie that no script reads."""
    antwoord = make_response(inhoud)
    toestel_id = toestel_id or read_toestel() or get_context().new_id()
    keep_on_device(antwoord, COOKIE, toestel_id)
    return antwoord


def _read_melding(toestel_id: str, item: object) -> Melding | None:
    if not isinstance(item, dict) or (uuid := read_id(item.get("uuid"))) is None:
        return None
    try:
        gemaakt_op = datetime.fromisoformat(str(item.get("gemaakt_op")))
        gemaakt_op = gemaakt_op.astimezone(UTC)
    except (ValueError, OverflowError):
        gemaakt_op = get_context().now()
    return Melding(toestel_id, uuid, gemaakt_op)
