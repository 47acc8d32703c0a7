"""A form that arrived while its sender was signed out, hidden or too long away: its words are kept."""

import json

from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from leefgebieden.actions.concept import drop_concept, keep_concept
from leefgebieden.web.forms.aanmelden import AanmeldFormulier
from leefgebieden.web.huis import get_context, has_organisatie
from leefgebieden.web.passkey import can_passkey, is_bekend_apparaat

FORMULIER = "herhalen"
PAD = "_pad"
HERHAALD = "_herhaald"
NIET_BEWAREN = frozenset({"csrf_token", "wachtwoord", "nieuw_wachtwoord", "code", "antwoord", HERHAALD})


def keep_post(medewerker_id: str, pad: str | None = None, velden: MultiDict[str, str] | None = None) -> bool:
    """Keep the form of this request, or another one, with the address it was meant for; an unknown address is not kept.
    Whether there was something to keep.
    """
    pad = pad or request.path
    if not _knows(pad):
        return False
    bron = request.form if velden is None else velden
    te_bewaren = {naam: waarden for naam, waarden in bron.to_dict(flat=False).items() if naam not in NIET_BEWAREN}
    if not any(waarde for waarden in te_bewaren.values() for waarde in waarden):
        return False
    keep_concept(get_context(), medewerker_id, "", FORMULIER, {**te_bewaren, PAD: [pad]}, fout=False)
    return True


def ask_to_sign_in_with_post() -> ResponseReturnValue:
    """A form arrived without a session: the sign-in page, with its words on board."""
    velden = {naam: waarden for naam, waarden in request.form.to_dict(flat=False).items() if naam not in NIET_BEWAREN}
    form = AanmeldFormulier(formdata=None, bewaard_pad=request.path, bewaard_velden=json.dumps(velden))
    return render_aanmelden(form, wacht=velden), 401


def render_aanmelden(form: AanmeldFormulier, wacht: dict[str, list[str]] | None = None) -> str:
    """The sign-in page; `wacht` are the fields of the form that waits for it."""
    return render_template(
        "aanmelden/aanmelden.html",
        form=form,
        wacht=wacht,
        passkeys=can_passkey(),
        bekend_apparaat=is_bekend_apparaat(),
        organisatie=has_organisatie(),
    )


def keep_waiting_form(form: AanmeldFormulier, medewerker_id: str) -> None:
    """Keep the words that came along through the sign-in page."""
    pad, velden = form.bewaard_pad.data or "", form.bewaard_velden.data or ""
    try:
        gelezen = json.loads(velden) if pad else {}
    except (ValueError, RecursionError):
        return
    if isinstance(gelezen, dict) and gelezen:
        paren = [
            (naam, waarde)
            for naam, waarden in gelezen.items()
            if isinstance(waarden, list)
            for waarde in waarden
            if isinstance(waarde, str)
        ]
        keep_post(medewerker_id, pad, MultiDict(paren))


def init_bewaard_post(app: Flask) -> None:
    """Let go of the words once their form was sent after all; refused or saved, the form has them now."""

    @app.after_request
    def _let_go(antwoord: Response) -> Response:
        if antwoord.status_code == 303 and HERHAALD in request.form and current_user.is_authenticated:
            drop_concept(current_user.id, "", FORMULIER)
        return antwoord


def _knows(pad: str) -> bool:
    """Whether a form of this app goes to this address: the words are never sent anywhere else."""
    try:
        current_app.url_map.bind("").match(pad, method="POST")
    except (HTTPException, RequestRedirect):
        return False
    return True
