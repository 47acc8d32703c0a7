"""A number that has no place here is told in every form, also where no words are weighed. It is saved all the same."""

from flask import Flask, Response, flash, request, session
from flask_login import current_user

from leefgebieden.domain.hints import BSN, holds_bsn


def init_hints(app: Flask) -> None:
    """Look at what was sent, once it was taken."""
    app.after_request(_tell_bsn)


def _tell_bsn(antwoord: Response) -> Response:
    if request.method == "POST" and antwoord.status_code == 303 and current_user.is_authenticated:
        al_gezegd = any(tekst == BSN for _, tekst in session.get("_flashes", []))
        if not al_gezegd and any(holds_bsn(waarde) for waarde in request.form.values()):
            flash(BSN, "hint")
    return antwoord
