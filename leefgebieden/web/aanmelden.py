"""Signing in and out, and hiding the screen."""

import json
from contextlib import suppress
from urllib.parse import urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from werkzeug.datastructures import MultiDict

from leefgebieden.actions.fouten import LogboekDicht
from leefgebieden.actions.logboek import log
from leefgebieden.actions.medewerker import to_mens
from leefgebieden.domain.logboek import Actie, Uitslag
from leefgebieden.store.concept import fetch_concept
from leefgebieden.store.medewerker import Medewerker, fetch_medewerker_by_email
from leefgebieden.web.aangemeld import Aangemeld
from leefgebieden.web.bewaard_post import FORMULIER as HERHALEN
from leefgebieden.web.bewaard_post import keep_post
from leefgebieden.web.forms.aanmelden import AanmeldFormulier, VerborgenFormulier
from leefgebieden.web.gate import public, signed_in
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("aanmelden", __name__)
LUKT_NIET = "Dit lukt niet. Kijk of je e-mailadres en je wachtwoord kloppen."


@bp.get("/")
@public
def start() -> ResponseReturnValue:
    """To the list of Mensen, or to the sign-in page."""
    return redirect(url_for("mensen.show" if current_user.is_authenticated else "aanmelden.show"))


@bp.get("/aanmelden")
@public
def show() -> ResponseReturnValue:
    """The sign-in page."""
    if current_user.is_authenticated:
        return redirect(url_for("mensen.show"))
    return render_template("aanmelden/aanmelden.html", form=AanmeldFormulier(verder=request.args.get("verder", "")))


@bp.post("/aanmelden")
@public
def sign_in() -> ResponseReturnValue:
    """Sign in; the words of a form that waited are kept before anything else."""
    form = AanmeldFormulier()
    if not form.validate():
        return render_template("aanmelden/aanmelden.html", form=form), 400
    medewerker = _find_medewerker(form.email.data or "", form.wachtwoord.data or "")
    if medewerker is None:
        # which account, if there is one; never the address that was typed
        bekend = fetch_medewerker_by_email(form.email.data or "")
        log(get_context(), None, Actie.AANGEMELD, uitslag=Uitslag.GEWEIGERD, onderdeel_id=bekend.id if bekend else None)
        form.form_errors = [LUKT_NIET]
        form.wachtwoord.data = ""
        return render_template("aanmelden/aanmelden.html", form=form), 400
    log(get_context(), to_mens(medewerker), Actie.AANGEMELD)
    session.clear()
    login_user(Aangemeld(medewerker))
    _keep_waiting_form(form, medewerker)
    return redirect(_where_to_go(form.verder.data), 303)


@bp.post("/afmelden")
@signed_in
def sign_out() -> ResponseReturnValue:
    """Sign out, and ask the browser to forget what it cached."""
    _log_leaving(Actie.AFGEMELD)
    logout_user()
    session.clear()
    antwoord = redirect(url_for("aanmelden.show"), 303)
    antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord


@bp.get("/verberg")
@signed_in
def hide() -> ResponseReturnValue:
    """Hide the screen: a plain link, so that it works at once and without script."""
    if not session.get("verborgen"):
        _log_leaving(Actie.VERBORGEN)
    session["verborgen"] = True
    if request.referrer and urlsplit(request.referrer).netloc == request.host:
        session["verder"] = urlsplit(request.referrer).path
    return redirect(url_for("aanmelden.show_verborgen"), 303)


@bp.get("/verborgen")
@public
def show_verborgen() -> ResponseReturnValue:
    """A page that tells nothing."""
    if not current_user.is_authenticated:
        return redirect(url_for("aanmelden.show"))
    if not session.get("verborgen"):
        return redirect(url_for("mensen.show"))
    return render_template("aanmelden/verborgen.html", form=VerborgenFormulier())


@bp.post("/verborgen")
@public
def unhide() -> ResponseReturnValue:
    """Back to where the screen was hidden, after signing in again."""
    if not current_user.is_authenticated:
        return redirect(url_for("aanmelden.show"), 303)
    form = VerborgenFormulier()
    if not form.validate() or not _matches(current_user.medewerker, form.wachtwoord.data or ""):
        form.wachtwoord.data = ""
        if not form.errors:
            log(get_context(), get_ik(), Actie.WEER_GETOOND, uitslag=Uitslag.GEWEIGERD)
            form.form_errors = ["Dit lukt niet. Kijk of je wachtwoord klopt."]
        return render_template("aanmelden/verborgen.html", form=form), 400
    log(get_context(), get_ik(), Actie.WEER_GETOOND)
    session.pop("verborgen", None)
    return redirect(_where_to_go(session.pop("verder", "")), 303)


def _log_leaving(actie: Actie) -> None:
    """Going away always works, also when it cannot be logged: it shows nothing to anybody."""
    with suppress(LogboekDicht):
        log(get_context(), get_ik(), actie)


def _find_medewerker(email: str, wachtwoord: str) -> Medewerker | None:
    medewerker = fetch_medewerker_by_email(email)
    if medewerker is None or medewerker.gestopt_op is not None:
        _hasher().hash(wachtwoord)  # takes as long as a check, so the answer does not tell which addresses exist
        return None
    return medewerker if _matches(medewerker, wachtwoord) else None


def _matches(medewerker: Medewerker, wachtwoord: str) -> bool:
    try:
        return _hasher().verify(medewerker.wachtwoord, wachtwoord)
    except VerificationError:
        return False


def _hasher() -> PasswordHasher:
    hasher: PasswordHasher = current_app.extensions["hasher"]
    return hasher


def _keep_waiting_form(form: AanmeldFormulier, medewerker: Medewerker) -> None:
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
        keep_post(medewerker.id, pad, MultiDict(paren))


def _where_to_go(verder: str | None) -> str:
    if fetch_concept(current_user.id, "", HERHALEN) is not None:
        return url_for("herhalen.show")
    return verder if verder and _is_local(verder) else url_for("mensen.show")


def _is_local(pad: str) -> bool:
    """A path of this app, and nothing that a browser takes for another site."""
    delen = urlsplit(pad)
    return pad.startswith("/") and not pad.startswith(("//", "/\\")) and not delen.netloc and "\\" not in pad
