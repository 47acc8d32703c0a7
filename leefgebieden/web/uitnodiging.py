"""The link of an invitation: choose a name and a password, once."""

from argon2 import PasswordHasher
from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import TeLaat
from leefgebieden.actions.medewerker import EmailBezet
from leefgebieden.actions.uitnodiging import accept_uitnodiging, find_uitnodiging
from leefgebieden.web.forms.beheer import WelkomFormulier
from leefgebieden.web.gate import public
from leefgebieden.web.huis import get_context

bp = Blueprint("uitnodiging", __name__)


@bp.get("/uitnodiging/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    """The form; or, for every link that does not work, one and the same page."""
    gevonden = find_uitnodiging(get_context(), token)
    if gevonden is None:
        return _render_voorbij()
    return render_template(
        "uitnodiging/uitnodiging.html", form=WelkomFormulier(naam=gevonden.naam), token=token, email=gevonden.email
    )


@bp.post("/uitnodiging/<token>")
@public
def accept(token: str) -> ResponseReturnValue:
    """Make the account, and go and sign in."""
    gevonden = find_uitnodiging(get_context(), token)
    if gevonden is None:
        return _render_voorbij()
    form = WelkomFormulier()
    if not form.validate():
        return render_template("uitnodiging/uitnodiging.html", form=form, token=token, email=gevonden.email), 400
    hasher: PasswordHasher = current_app.extensions["hasher"]
    try:
        accept_uitnodiging(get_context(), hasher, token, form.naam.data or "", form.wachtwoord.data or "")
    except (TeLaat, EmailBezet):
        return _render_voorbij()
    flash("Welkom. Log in met je e-mailadres en je nieuwe wachtwoord.", "bewaard")
    return redirect(url_for("aanmelden.show"), 303)


def _render_voorbij() -> ResponseReturnValue:
    return render_template("uitnodiging/voorbij.html"), 404
