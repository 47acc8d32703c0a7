"""For who watches the server: whether the app can do its work, and a few figures. Nothing about anybody."""

import hmac
import shutil

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from leefgebieden.store.db import db, measure_beurt
from leefgebieden.store.migreren import NIEUWSTE, fetch_vorm
from leefgebieden.store.sleutels import fetch_kek_ids, get_bos
from leefgebieden.store.storing import name_storing
from leefgebieden.store.tables import logboek
from leefgebieden.web.cijfers import get_telling
from leefgebieden.web.gate import public

bp = Blueprint("gezond", __name__)
DEZE_COMPUTER = frozenset({"127.0.0.1", "::1"})


@bp.get("/gezond")
@public
def show() -> ResponseReturnValue:
    """200 when the app can work; else 503 and one word: database, vorm or sleutels."""
    waarom = _find_what_is_wrong()
    if waarom:
        return {"gezond": False, "waarom": waarom}, 503
    return {"gezond": True}


def _find_what_is_wrong() -> str:
    try:
        vorm = fetch_vorm()
        if vorm != NIEUWSTE:
            return "vorm"
        nodig = fetch_kek_ids()
    except DBAPIError as fout:
        current_app.logger.error("gezond: database %s", name_storing(fout).value)
        return "database"
    try:
        # looked for on the disk: the app itself remembers a key that was taken away
        return "" if nodig and set(nodig) <= set(get_bos().list_ids()) else "sleutels"
    except OSError:
        return "sleutels"


@bp.get("/gezond/cijfers")
@public
def show_cijfers() -> ResponseReturnValue:
    """Figures in the text format of Prometheus, for this computer or for who says CIJFERS_WOORD; others get 404."""
    if not _may_read_cijfers():
        abort(404)
    regels = [
        f'leefgebieden_antwoorden_total{{klasse="{klasse}"}} {aantal}'
        for klasse, aantal in get_telling(current_app).read().items()
    ]
    schijf = shutil.disk_usage(current_app.config["INSTANCE"])
    regels += [f"leefgebieden_schijf_vrij_bytes {schijf.free}", f"leefgebieden_schijf_bytes {schijf.total}"]
    try:
        regels += [
            f"leefgebieden_logboek_regels {db.session.execute(select(func.max(logboek.c.nummer))).scalar() or 0}",
            f"leefgebieden_wachten_op_schrijven_seconds {measure_beurt():.3f}",
        ]
    except DBAPIError as fout:
        current_app.logger.error("cijfers: database %s", name_storing(fout).value)
    regels.append(f"leefgebieden_gezond {0 if _find_what_is_wrong() else 1}")
    return Response("\n".join(regels) + "\n", mimetype="text/plain")


def _may_read_cijfers() -> bool:
    woord = current_app.config["CIJFERS_WOORD"]
    gezegd = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if woord and hmac.compare_digest(gezegd.encode(), woord.encode()):
        return True
    # what a proxy passes on also comes from this computer: then the visitor himself may be anywhere
    via_proxy = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return request.remote_addr in DEZE_COMPUTER and not via_proxy
