"""People whose term is over: a list for a teamleider, who decides for each of them, and for everybody of his own."""

from datetime import timedelta

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.opruimen import (
    Kloksprong,
    Opruimregels,
    check_klok,
    confirm_klok,
    erase_voorbij,
    read_voorbij,
)
from leefgebieden.domain.bewaren import Termijnen
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.web.gate import beheerder, teamleider, worker
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.opnieuw import need_fresh_sign_in
from leefgebieden.web.wissen import find_reserve_tot, write_belofte

bp = Blueprint("bewaren", __name__, url_prefix="/bewaren")
REDEN = "De bewaartermijn is voorbij."


@bp.get("")
@worker
def show() -> ResponseReturnValue:
    """Whose term is over; or why nothing may go now."""
    regels = get_opruimregels()
    try:
        voorbij = read_voorbij(get_context(), get_ik(), regels)
    except Kloksprong as sprong:
        beheert = Rol.BEHEERDER in fetch_rollen(current_user.id)
        return render_template("bewaren/klok.html", sprong=sprong, beheert=beheert)
    van_anderen = [een for een in voorbij if not een.stilte.is_eigen]
    return render_template(
        "bewaren/bewaren.html",
        voorbij=van_anderen[: regels.per_keer],
        totaal=len(van_anderen),
        eigen=[een for een in voorbij if een.stilte.is_eigen],
        regels=regels,
        reserve_tot=find_reserve_tot(),
    )


@bp.post("")
@teamleider
@need_fresh_sign_in
def erase() -> ResponseReturnValue:
    """Erase those that were ticked."""
    gekozen = request.form.getlist("wie")
    if not gekozen:
        flash("Je hebt niemand aangevinkt. Er is niets gewist.", "fout")
        return redirect(url_for(".show"), 303)
    try:
        opgeruimd = erase_voorbij(get_context(), get_ik(), gekozen, get_opruimregels(), REDEN)
    except Kloksprong:
        return redirect(url_for(".show"), 303)
    if opgeruimd.wacht:
        flash("Dit zijn er veel. Een andere teamleider kijkt mee. Er is nog niets gewist.", "bewaard")
    elif opgeruimd.gewist:
        flash(write_belofte(), "bewaard")
    else:
        flash("Er is niets gewist: de lijst is intussen anders.", "fout")
    return redirect(url_for(".show"), 303)


@bp.get("/klok")
@beheerder
def show_klok() -> ResponseReturnValue:
    """Whether the clock is believed, and a button for who looked."""
    try:
        check_klok(get_context(), get_opruimregels().sprong)
    except Kloksprong as sprong:
        return render_template("bewaren/klok.html", sprong=sprong, beheert=True)
    return render_template("bewaren/klok.html", sprong=None, beheert=True)


@bp.post("/klok")
@beheerder
@need_fresh_sign_in
def confirm() -> ResponseReturnValue:
    """The clock is right."""
    confirm_klok(get_context(), get_ik())
    flash("Bewaard. Opruimen kan weer.", "bewaard")
    return redirect(url_for(".show_klok"), 303)


def get_opruimregels() -> Opruimregels:
    """What the settings of this instance say."""
    config = current_app.config
    return Opruimregels(
        termijnen=Termijnen(config["BEWAREN_OUTREACH"], config["BEWAREN_WMO"], config["BEWAREN_JEUGDWET"]),
        per_keer=config["OPRUIMEN_PER_KEER"],
        vier_ogen_vanaf=config["VIER_OGEN_VANAF"],
        sprong=timedelta(days=config["KLOK_SPRONG_DAGEN"]),
    )
