"""The link of a group that learns: who has it may take part, with the account he has or with a new one."""

from argon2 import PasswordHasher
from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import TeLaat
from leefgebieden.actions.leergroep import Vol, find_by_link, join_groep, join_with_account
from leefgebieden.actions.medewerker import EmailBezet
from leefgebieden.web.forms.leergroep import NieuwLidFormulier
from leefgebieden.web.gate import public, signed_in
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("groepslink", __name__, url_prefix="/groep/<woord>")
_VOL = "Deze groep is vol. Vraag je docent."


@bp.get("")
@public
def show(woord: str) -> ResponseReturnValue:
    """Which group it is, and the ways in; for every link that does not work one and the same page."""
    return _render(woord, NieuwLidFormulier())


@bp.post("")
@signed_in
def join(woord: str) -> ResponseReturnValue:
    """Take part with the account that one is signed in with."""
    try:
        groep_id = join_groep(get_context(), get_ik(), woord[:100])
    except TeLaat:
        return _render_voorbij()
    except Vol:
        flash(_VOL, "fout")
        return redirect(url_for(".show", woord=woord), 303)
    flash("Je doet mee.", "bewaard")
    return redirect(url_for("leergroep.show", groep_id=groep_id), 303)


@bp.post("/account")
@public
def join_new(woord: str) -> ResponseReturnValue:
    """Take part with a new account, that can do nothing but practise."""
    form = NieuwLidFormulier()
    hasher: PasswordHasher = current_app.extensions["hasher"]
    if not form.validate():
        return _render(woord, form, code=400)
    try:
        join_with_account(
            get_context(), hasher, woord[:100], form.email.data or "", form.naam.data or "", form.wachtwoord.data or ""
        )
    except TeLaat:
        return _render_voorbij()
    except Vol:
        form.form_errors = [_VOL]
        return _render(woord, form, code=400)
    except EmailBezet:
        form.form_errors = ["Dit lukt niet. Heb je al een account? Log dan eerst in, en open de link opnieuw."]
        return _render(woord, form, code=400)
    flash("Welkom. Log in met je e-mailadres en je nieuwe wachtwoord. Je groep staat bij Oefenen.", "bewaard")
    return redirect(url_for("aanmelden.show", verder=url_for("leergroepen.show")), 303)


def _render(woord: str, form: NieuwLidFormulier, *, code: int = 200) -> ResponseReturnValue:
    rij = find_by_link(get_context(), woord[:100])
    if rij is None:
        return _render_voorbij()
    pagina = render_template(
        "groepslink/groepslink.html",
        groep=rij.groep,
        woord=woord,
        form=form,
        aangemeld_als=current_user.naam if current_user.is_authenticated else "",
    )
    return pagina, code


def _render_voorbij() -> ResponseReturnValue:
    return render_template("groepslink/voorbij.html"), 404
