"""The worker's own account: password, where he is signed in, how soon the screen locks."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.bericht import choose_bericht
from leefgebieden.actions.rem import TeVaak
from leefgebieden.actions.sessie import end_sessies, list_sessies, set_slotkeuze
from leefgebieden.actions.wachtwoord import Ongeschikt, check_wachtwoord, choose_wachtwoord
from leefgebieden.domain.rem import write_wacht
from leefgebieden.domain.sessie import Plek
from leefgebieden.domain.vorm import Id
from leefgebieden.store.bericht import wants_bericht
from leefgebieden.store.sessie import fetch_slotkeuze
from leefgebieden.web.forms.account import SlotFormulier, WachtwoordFormulier
from leefgebieden.web.gate import is_worker, signed_in, worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.sessie import get_grenzen, get_hasher, get_sessie, leave, make_rem_here

bp = Blueprint("account", __name__)


@bp.get("/account")
@signed_in
def show() -> ResponseReturnValue:
    """Where one is signed in, and the ways to the rest."""
    return _render_account(_make_slot_form())


@bp.post("/account/slot")
@signed_in
def save_slot() -> ResponseReturnValue:
    """How soon the screen locks: sooner than the team says, never later."""
    form = SlotFormulier()
    if not form.validate():
        return _render_account(form), 400
    gekozen = {Plek.ONDERWEG: form.onderweg.data or 1, Plek.KANTOOR: form.kantoor.data or 1}
    set_slotkeuze(get_context(), get_ik(), gekozen, get_grenzen())
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/account/bericht")
@worker
def save_bericht() -> ResponseReturnValue:
    """Whether an e-mail comes when something waits."""
    aan = request.form.get("aan") == "ja"
    choose_bericht(get_context(), get_ik(), aan=aan)
    flash("Je krijgt een e-mail als er iets klaarstaat." if aan else "Je krijgt geen e-mail meer.", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.post("/account/sessies/sluit")
@signed_in
def close_all() -> ResponseReturnValue:
    """Sign out everywhere, here too."""
    end_sessies(get_context(), get_ik())
    leave()
    flash("Je bent overal uitgelogd.", "bewaard")
    return redirect(url_for("aanmelden.show"), 303)


@bp.post("/account/sessies/sluit-andere")
@signed_in
def close_others() -> ResponseReturnValue:
    """Sign out everywhere else."""
    end_sessies(get_context(), get_ik(), behalve=Id(get_sessie().id))
    flash("Je bent op je andere apparaten uitgelogd.", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/account/wachtwoord")
@signed_in
def show_wachtwoord() -> ResponseReturnValue:
    """The form for another password."""
    return render_template("account/wachtwoord.html", form=WachtwoordFormulier())


@bp.post("/account/wachtwoord")
@signed_in
def save_wachtwoord() -> ResponseReturnValue:
    """Another password; every other session ends."""
    form = WachtwoordFormulier()
    if form.validate() and _change_wachtwoord(form):
        flash("Je hebt een nieuw wachtwoord. Op je andere apparaten ben je uitgelogd.", "bewaard")
        return redirect(url_for(".show"), 303)
    return render_template("account/wachtwoord.html", form=form), 400


def _change_wachtwoord(form: WachtwoordFormulier) -> bool:
    medewerker = current_user.medewerker
    context, hasher = get_context(), get_hasher()
    try:
        if not check_wachtwoord(
            context, hasher, make_rem_here(medewerker.email), medewerker, form.wachtwoord.data or ""
        ):
            form.wachtwoord.errors = ["Dit is niet je wachtwoord van nu."]
            return False
        choose_wachtwoord(context, hasher, medewerker, form.nieuw_wachtwoord.data or "", get_sessie().id)
    except TeVaak as fout:
        form.form_errors = [
            f"Dit is te vaak misgegaan. Wacht {write_wacht(fout.wacht)}. Daarna kun je het weer proberen."
        ]
        return False
    except Ongeschikt as bezwaar:
        form.nieuw_wachtwoord.errors = [str(bezwaar)]
        return False
    return True


def _make_slot_form() -> SlotFormulier:
    gekozen = {**get_grenzen(), **fetch_slotkeuze(current_user.id)}
    return SlotFormulier(onderweg=gekozen[Plek.ONDERWEG], kantoor=gekozen[Plek.KANTOOR])


def _render_account(form: SlotFormulier) -> str:
    return render_template(
        "account/account.html",
        werkt=is_worker(),
        mailt=bool(current_app.config["SMTP_SERVER"]),
        bericht=wants_bericht(current_user.id),
        form=form,
        grenzen=get_grenzen(),
        medewerker=current_user.medewerker,
        deze=get_sessie(),
        sessies=list_sessies(get_context(), current_user.id, current_app.config["SESSIE_UREN"]),
    )
