"""Signing in and out, and hiding the screen."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.logboek import log
from leefgebieden.actions.rem import TeVaak
from leefgebieden.actions.sessie import lock_sessie, refresh_sessie
from leefgebieden.actions.tweedestap import has_totp
from leefgebieden.actions.wachtwoord import check_aanmelding
from leefgebieden.domain.logboek import Actie, Uitslag
from leefgebieden.domain.rem import write_wacht
from leefgebieden.domain.sessie import Plek
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.web.bewaard_post import PAD, keep_post, keep_waiting_form, render_aanmelden
from leefgebieden.web.forms.aanmelden import AanmeldFormulier, VerborgenFormulier
from leefgebieden.web.gate import SAMEN, also_locked, on_the_table, public, signed_in
from leefgebieden.web.huis import get_context, get_ik, has_organisatie
from leefgebieden.web.koek import keep_on_device
from leefgebieden.web.opnieuw import check_again
from leefgebieden.web.passkey import has_passkey
from leefgebieden.web.sessie import get_hasher, get_sessie, go_in, leave, make_rem_here, remember_where, where_to_go

bp = Blueprint("aanmelden", __name__)
LUKT_NIET = "Dit lukt niet. Kijk of je e-mailadres en je wachtwoord kloppen."
PLEK = "plek"
GETYPT = "getypt"
"""In the session: what was being typed when the screen was hidden is kept. In a form: the page kept some of it itself."""


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
    op_kantoor = request.cookies.get(PLEK) == Plek.KANTOOR
    form = AanmeldFormulier(verder=request.args.get("verder", ""), kantoor=op_kantoor)
    return render_aanmelden(form)


@bp.post("/aanmelden")
@public
def sign_in() -> ResponseReturnValue:
    """Sign in; the words of a form that waited are kept before anything else."""
    form = AanmeldFormulier()
    if not form.validate():
        return render_aanmelden(form), 400
    email, wachtwoord = form.email.data or "", form.wachtwoord.data or ""
    form.wachtwoord.data = ""
    try:
        medewerker = check_aanmelding(get_context(), get_hasher(), make_rem_here(email), email, wachtwoord)
    except TeVaak as fout:
        form.form_errors = [say_te_vaak(fout)]
        wacht = str(int(fout.wacht.total_seconds()) + 1)
        return render_aanmelden(form), 429, {"Retry-After": wacht}
    if medewerker is None:
        # which account, if there is one; never the address that was typed
        bekend = fetch_medewerker_by_email(form.email.data or "")
        log(get_context(), None, Actie.AANGEMELD, uitslag=Uitslag.GEWEIGERD, onderdeel_id=bekend.id if bekend else None)
        form.form_errors = [LUKT_NIET]
        return render_aanmelden(form), 400
    keep_waiting_form(form, medewerker.id)
    plek = Plek.KANTOOR if form.kantoor.data else Plek.ONDERWEG
    antwoord = make_response(go_in(medewerker, plek, form.verder.data))
    # not secret, and only for the tick on this page
    keep_on_device(antwoord, PLEK, plek.value)
    return antwoord


@bp.post("/afmelden")
@signed_in
@also_locked
def sign_out() -> ResponseReturnValue:
    """Sign out, and ask the browser to forget what it cached."""
    leave()
    flash("Je bent uitgelogd.", "bewaard")
    antwoord = redirect(url_for("aanmelden.show"), 303)
    antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord


@bp.get("/verberg")
@signed_in
@on_the_table
def hide() -> ResponseReturnValue:
    """Hide the screen: a plain link, so that it works at once and without script."""
    session.pop(GETYPT, None)
    return _hide()


@bp.post("/verberg")
@signed_in
@on_the_table
def hide_with_words() -> ResponseReturnValue:
    """Hide the screen, and keep what was typed in a form: its fields, with in `_pad` the address that the form goes to."""
    velden = request.form.copy()
    getypt = velden.pop(f"_{GETYPT}", None)
    pad = velden.pop(PAD, "")
    session[GETYPT] = keep_post(current_user.id, pad, velden) or bool(getypt and not pad)
    return _hide()


def _hide() -> ResponseReturnValue:
    lock_sessie(get_context(), get_ik(), get_sessie(), verborgen=True)
    if (casus_id := session.pop(SAMEN, None)) is not None:
        session["verder"] = url_for("verhaal.show", casus_id=casus_id)
    else:
        remember_where(hier=False)
    return redirect(url_for("aanmelden.show_verborgen"), 303)


@bp.get("/verborgen")
@public
def show_verborgen() -> ResponseReturnValue:
    """A page that tells nothing."""
    if not current_user.is_authenticated:
        return redirect(url_for("aanmelden.show"))
    if get_sessie().vergrendeld_op is None:
        return redirect(url_for("mensen.show"))
    return _render_verborgen(VerborgenFormulier())


@bp.post("/verborgen")
@public
def unhide() -> ResponseReturnValue:
    """Back to where the screen was hidden, after saying again who one is."""
    if not current_user.is_authenticated:
        return redirect(url_for("aanmelden.show"), 303)
    form = VerborgenFormulier()
    wijze, bezwaar = check_again(form)
    if not wijze:
        form.wachtwoord.data = ""
        if not form.errors:
            log(get_context(), get_ik(), Actie.WEER_GETOOND, uitslag=Uitslag.GEWEIGERD)
        form.form_errors = [bezwaar] if bezwaar else []
        return _render_verborgen(form), 400
    refresh_sessie(get_context(), get_ik(), get_sessie(), wijze)
    session.pop(GETYPT, None)
    return redirect(where_to_go(session.pop("verder", "")), 303)


def say_te_vaak(fout: TeVaak) -> str:
    """Why it does not work now, and when it will."""
    return f"Dit is te vaak misgegaan. Wacht {write_wacht(fout.wacht)}. Daarna kun je het weer proberen."


def _render_verborgen(form: VerborgenFormulier) -> str:
    return render_template(
        "aanmelden/verborgen.html",
        form=form,
        sessie=get_sessie(),
        getypt=session.get(GETYPT, False),
        code=has_totp(current_user.id),
        passkeys=has_passkey(current_user.id),
        organisatie=has_organisatie(),
    )
