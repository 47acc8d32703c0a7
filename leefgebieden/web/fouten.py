"""When something is wrong: what happened, what was kept, and what to do."""

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import Forbidden, HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from leefgebieden.actions.fouten import LogboekDicht
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


@bp.app_errorhandler(MethodNotAllowed)
def _method_not_allowed(fout: MethodNotAllowed) -> ResponseReturnValue:
    antwoord = make_response(render_template("fouten/niet-gevonden.html"), 405)
    antwoord.headers["Allow"] = ", ".join(fout.valid_methods or ())
    return antwoord


@bp.app_errorhandler(RequestEntityTooLarge)
def _too_large(_: RequestEntityTooLarge) -> ResponseReturnValue:
    return render_template("fouten/te-groot.html", teksten=_read_too_large()), 413


def _read_too_large() -> list[str]:
    """The words of a form that was refused for its size, to give them back; none when it is larger than a person types."""
    request.max_content_length = request.max_form_memory_size = TERUG_HOOGUIT
    request.max_form_parts = TERUG_HOOGUIT // 1024
    # the form was not read yet: it was refused by its length
    try:
        velden = request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        return []
    return [
        waarde for naam, waarden in velden.items() if naam not in NIET_BEWAREN for waarde in waarden if len(waarde) > 40
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
def _no_logboek(fout: LogboekDicht) -> ResponseReturnValue:
    """Without a line in the logboek nothing is shown and nothing is done."""
    current_app.logger.error("het logboek doet het niet: %s", type(fout.__cause__).__name__)
    antwoord = make_response(render_template("fouten/logboek.html"), 503)
    antwoord.headers["Retry-After"] = "60"
    return antwoord


@bp.app_errorhandler(HTTPException)
def _other(fout: HTTPException) -> ResponseReturnValue:
    return render_template("fouten/anders.html"), fout.code or 400


@bp.app_errorhandler(500)
def _broken(_: Exception) -> ResponseReturnValue:
    return render_template("fouten/stuk.html"), 500
