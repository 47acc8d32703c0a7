"""When something is wrong: what happened, what was kept, and what to do."""

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import Forbidden, Gone, HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.store.db import DatabaseDicht, UitkomstOnbekend, db
from leefgebieden.store.sleutelbos import SleutelOnleesbaar, SleutelOntbreekt
from leefgebieden.store.sleutels import GeenSleutel
from leefgebieden.store.storing import Storing, name_storing
from leefgebieden.store.verzegeling import Zegelbreuk
from leefgebieden.web.bewaard_post import NIET_BEWAREN, keep_post
from leefgebieden.web.gate import is_for_script

TERUG_HOOGUIT = 16 * 1024 * 1024
"""Bytes of a form that are still read to give the words back."""
bp = Blueprint("fouten", __name__)


@bp.app_errorhandler(NotFound)
def _not_found(_: NotFound) -> ResponseReturnValue:
    return render_template("fouten/niet-gevonden.html"), 404


@bp.app_errorhandler(Forbidden)
def _forbidden(_: Forbidden) -> ResponseReturnValue:
    over_persoon = "casus_id" in (request.view_args or {})
    return render_template("fouten/geen-toegang.html", over_persoon=over_persoon), 403


@bp.app_errorhandler(Gone)
def _erased(_: Gone) -> ResponseReturnValue:
    """Words for somebody who was erased are given back to who typed them, and kept nowhere."""
    return render_template("fouten/gewist.html", teksten=_read_woorden(request.form.to_dict(flat=False))), 410


@bp.app_errorhandler(GeenSleutel)
def _erased_meanwhile(_: GeenSleutel) -> ResponseReturnValue:
    """It was erased after the gate let somebody in."""
    if "casus_id" not in (request.view_args or {}):
        return render_template("fouten/stuk.html"), 500
    return _erased(Gone())


@bp.app_errorhandler(MethodNotAllowed)
def _method_not_allowed(fout: MethodNotAllowed) -> ResponseReturnValue:
    antwoord = make_response(render_template("fouten/niet-gevonden.html"), 405)
    antwoord.headers["Allow"] = ", ".join(fout.valid_methods or ())
    return antwoord


@bp.app_errorhandler(RequestEntityTooLarge)
def _too_large(_: RequestEntityTooLarge) -> ResponseReturnValue:
    return render_template("fouten/te-groot.html", teksten=_read_teksten(langer_dan=40)), 413


def _read_teksten(*, langer_dan: int) -> list[str]:
    """The words of a form that was not saved, to give them back; none when it is larger than a person types."""
    request.max_content_length = request.max_form_memory_size = TERUG_HOOGUIT
    request.max_form_parts = TERUG_HOOGUIT // 1024
    # refused by its length, the form was not read yet
    try:
        velden = request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        return []
    return _read_woorden(velden, langer_dan=langer_dan)


def _read_woorden(velden: dict[str, list[str]], *, langer_dan: int = 40) -> list[str]:
    """What looks like words that somebody typed: an id or a choice is shorter."""
    return [
        waarde
        for naam, waarden in velden.items()
        if naam not in NIET_BEWAREN | {"id"}
        for waarde in waarden
        if len(waarde) > langer_dan
    ]


@bp.app_errorhandler(CSRFError)
def _no_token(_: CSRFError) -> ResponseReturnValue:
    """The page was open too long, or the form came from elsewhere: nothing is saved, the words are given back."""
    if request.endpoint and is_for_script(current_app.view_functions[request.endpoint]):
        return {"fout": "ververs"}, 400
    if not current_user.is_authenticated:
        return redirect(url_for("aanmelden.show"), 303)
    keep_post(current_user.id)
    return redirect(url_for("herhalen.show"), 303)


@bp.app_errorhandler(LogboekDicht)
@bp.app_errorhandler(DBAPIError)
@bp.app_errorhandler(Zegelbreuk)
@bp.app_errorhandler(SleutelOntbreekt)
@bp.app_errorhandler(SleutelOnleesbaar)
def _storing(fout: Exception) -> ResponseReturnValue:
    """The database, its logboek or its key does not work: nothing is shown, nothing is done, the words are given back."""
    storing = name_storing(fout)
    if storing is Storing.ONBEKEND and not isinstance(fout, LogboekDicht):
        current_app.logger.error("de database weigerde een opdracht van ons: %s", type(fout).__name__)
        return _broken(fout)
    # no words of the error itself: in those of a database stand the values that it was given
    current_app.logger.error("storing: %s (%s)", storing.value, type(fout.__cause__ or fout).__name__)
    db.session.rollback()
    antwoord = make_response(
        render_template("fouten/storing.html", storing=storing.value, teksten=_read_teksten(langer_dan=0)), 503
    )
    antwoord.headers["Retry-After"] = "5" if storing is Storing.BEZET else "60"
    return antwoord


@bp.app_errorhandler(DatabaseDicht)
def _no_database(fout: Exception) -> ResponseReturnValue:
    """Somebody else writes too long, or the database is away: nothing was done."""
    current_app.logger.error("de database doet het niet: %s", type(getattr(fout, "orig", fout)).__name__)
    antwoord = make_response(render_template("fouten/druk.html"), 503)
    antwoord.headers["Retry-After"] = "60"
    return antwoord


@bp.app_errorhandler(UitkomstOnbekend)
def _unknown(_: UitkomstOnbekend) -> ResponseReturnValue:
    """The connection was lost at the very end: sending the same form again tells whether it stands there, and never doubles."""
    current_app.logger.error("de verbinding met de database viel weg tijdens het bewaren")
    antwoord = make_response(render_template("fouten/onzeker.html"), 503)
    antwoord.headers["Retry-After"] = "60"
    return antwoord


@bp.app_errorhandler(HTTPException)
def _other(fout: HTTPException) -> ResponseReturnValue:
    return render_template("fouten/anders.html"), fout.code or 400


@bp.app_errorhandler(500)
def _broken(_: Exception) -> ResponseReturnValue:
    return render_template("fouten/stuk.html"), 500
