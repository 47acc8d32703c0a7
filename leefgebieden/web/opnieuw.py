"""Signing in again, for what should never happen by somebody who found the device: export, erase, rights."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.passkey import PasskeyLuktNiet, check_passkey
from leefgebieden.actions.rem import TeVaak
from leefgebieden.actions.sessie import refresh_sessie
from leefgebieden.actions.tweedestap import check_code, has_totp
from leefgebieden.actions.wachtwoord import check_wachtwoord
from leefgebieden.domain.rem import write_wacht
from leefgebieden.web.bewaard_post import keep_post
from leefgebieden.web.forms.aanmelden import VerborgenFormulier
from leefgebieden.web.gate import signed_in, without_tweede_stap
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.passkey import get_plaats, has_passkey
from leefgebieden.web.sessie import get_hasher, get_sessie, make_rem_here, remember_where, where_to_go

View = TypeVar("View", bound=Callable[..., Any])
CODE = re.compile(r"[0-9]{3} ?[0-9]{3}")
bp = Blueprint("opnieuw", __name__)


def need_fresh_sign_in(view: View) -> View:
    """Ask who sits there, unless that was said in the last five minutes. Stands below the gate's decorator.

    Use it on the page with the form and on its POST: the words of a POST that comes too late are kept (`web/herhalen.py`).
    """

    @wraps(view)
    def asked(*args: Any, **kwargs: Any) -> Any:
        if get_sessie().is_vers(get_context().now()):
            return view(*args, **kwargs)
        remember_where()
        if request.method == "POST":
            keep_post(current_user.id)
        return redirect(url_for("opnieuw.show"), 303)

    return cast(View, asked)


@bp.get("/opnieuw-aanmelden")
@signed_in
@without_tweede_stap
def show() -> ResponseReturnValue:
    """Asks for the password or a code."""
    return _render(VerborgenFormulier())


@bp.post("/opnieuw-aanmelden")
@signed_in
@without_tweede_stap
def sign_in_again() -> ResponseReturnValue:
    """On to what was asked for."""
    form = VerborgenFormulier()
    wijze, bezwaar = check_again(form)
    if not wijze:
        form.wachtwoord.data = ""
        form.form_errors = [bezwaar] if bezwaar else []
        return _render(form), 400
    refresh_sessie(get_context(), get_ik(), get_sessie(), wijze)
    return redirect(where_to_go(session.pop("verder", "")), 303)


def check_again(form: VerborgenFormulier) -> tuple[str, str]:
    """How who is signed in said who he is; or nothing, and a sentence that says what is wrong (the form may say it too)."""
    if antwoord := request.form.get("antwoord"):
        return _check_passkey(antwoord)
    return _check_wachtwoord(form.wachtwoord.data or "") if form.validate() else ("", "")


def _check_passkey(antwoord: str) -> tuple[str, str]:
    try:
        medewerker = check_passkey(get_context(), get_plaats(), antwoord)
    except PasskeyLuktNiet:
        medewerker = None
    if medewerker is None or medewerker.id != current_user.id:
        return "", "Dat lukte niet. Probeer het nog eens, of vul je wachtwoord in."
    return "passkey", ""


def _check_wachtwoord(wachtwoord: str) -> tuple[str, str]:
    medewerker = current_user.medewerker
    try:
        # a password has at least 8 signs, so six digits are a code
        if CODE.fullmatch(wachtwoord) and has_totp(medewerker.id):
            wijze = check_code(get_context(), make_rem_here(medewerker.email), get_ik(), wachtwoord)
            return wijze, "" if wijze else "Dit lukt niet. Kijk of de code klopt, of wacht op de volgende."
        if check_wachtwoord(get_context(), get_hasher(), make_rem_here(medewerker.email), medewerker, wachtwoord):
            return "wachtwoord", ""
    except TeVaak as fout:
        return "", f"Dit is te vaak misgegaan. Wacht {write_wacht(fout.wacht)}. Daarna kun je het weer proberen."
    return "", "Dit lukt niet. Kijk of je wachtwoord klopt."


def _render(form: VerborgenFormulier) -> str:
    return render_template(
        "opnieuw/opnieuw.html", form=form, code=has_totp(current_user.id), passkeys=has_passkey(current_user.id)
    )
