"""The sociale kaart: the places and people in the neighbourhood that a team knows, to look up and to keep."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.sociale_kaart import (
    Overgenomen,
    change_plek,
    import_plekken,
    record_plek,
    remove_plek,
)
from leefgebieden.domain.sociale_kaart import (
    KOLOMMEN,
    Kaartplek,
    Lijst,
    find_plekken,
    make_plek,
    read_lijst,
    sort_plekken,
    write_lijst,
)
from leefgebieden.domain.tekst import to_one_line
from leefgebieden.domain.toegang import TEAMROLLEN
from leefgebieden.store.sociale_kaart import Plekrij, fetch_plek, fetch_plekken
from leefgebieden.store.team import Team, fetch_teams_of
from leefgebieden.web.bestand import send_csv
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.sociale_kaart import LijstFormulier, NieuwePlekFormulier, PlekFormulier
from leefgebieden.web.gate import begeleider, is_worker, worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("sociale_kaart", __name__, url_prefix="/sociale-kaart")
NIEUW, LIJST = "sociale-kaart", "sociale-kaart-lijst"
FOUTEN_HOOGUIT = 8


@bp.get("")
@begeleider
def show() -> ResponseReturnValue:
    """All places of the teams that one is in; `?zoek=` looks for words in them."""
    gevraagd = to_one_line(request.args.get("zoek", ""))[:100]
    plekken = list_plekken()
    return render_template(
        "sociale_kaart/kaart.html",
        gevraagd=gevraagd,
        plekken=find_plekken(plekken, gevraagd),
        aantal=len(plekken),
        werkt=is_worker(),
    )


@bp.get("/lijst.csv")
@begeleider
def export() -> ResponseReturnValue:
    """The same as a file for a spreadsheet."""
    return send_csv(write_lijst(list_plekken()), "sociale-kaart.csv")


@bp.get("/nieuw")
@worker
def new() -> ResponseReturnValue:
    """The form for a new place."""
    form = NieuwePlekFormulier(id=get_context().new_id())
    form.offer_teams(_list_teams())
    terug = restore_form(form, NIEUW, "")
    return render_template("sociale_kaart/nieuw.html", form=form, terug=terug)


@bp.post("/nieuw")
@worker
def create() -> ResponseReturnValue:
    """Add it."""
    if "gooi_weg" in request.form:
        return _throw_away(NIEUW)
    form, context = NieuwePlekFormulier(), get_context()
    form.offer_teams(_list_teams())
    if not form.validate():
        return keep_and_return(NIEUW, "", url_for(".new"), **renew_id(form))
    plek = make_plek(form.read_regel(), form.get_id(), context.today())
    try:
        bewaard = record_plek(context, get_ik(), plek, form.team.data or "")
    except Botsing:
        flash("Dit formulier is al eerder bewaard. Is dit een andere plek? Bewaar dan opnieuw.", "fout")
        return keep_and_return(NIEUW, "", url_for(".new"), id=context.new_id())
    let_go(NIEUW, "")
    flash("Bewaard" if bewaard is Bewaard.NIEUW else "Bewaard. We hadden dit al.", "bewaard")
    return redirect(url_for(".new" if "nog_een" in request.form else ".show"), 303)


@bp.get("/<id:plek_id>")
@begeleider
def show_een(plek_id: str) -> ResponseReturnValue:
    """One place, whole."""
    rij = _find(plek_id)
    return render_template("sociale_kaart/plek.html", plek=rij.plek, versie=rij.versie, werkt=is_worker())


@bp.get("/<id:plek_id>/wijzig")
@worker
def edit(plek_id: str) -> ResponseReturnValue:
    """The form to change it. When somebody else changed it meanwhile, both stand side by side."""
    rij = _find(plek_id)
    velden = _to_fields(rij)
    form, nu = PlekFormulier(**velden), PlekFormulier(formdata=None, **velden)
    terug = restore_form(form, plek_id, "")
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(rij.versie)
    return render_template("sociale_kaart/wijzig.html", plek=rij.plek, form=form, terug=terug, verschillen=verschillen)


@bp.post("/<id:plek_id>/wijzig")
@worker
def save(plek_id: str) -> ResponseReturnValue:
    """Save the change. Who saves it, looked at it today."""
    if "gooi_weg" in request.form:
        return _throw_away(plek_id)
    rij, form = _find(plek_id), PlekFormulier()
    naar_form = url_for(".edit", plek_id=plek_id)
    if not form.validate():
        return keep_and_return(plek_id, "", naar_form)
    nieuw = make_plek(form.read_regel(), rij.plek.id, get_context().today())
    try:
        change_plek(get_context(), get_ik(), nieuw, op_versie=form.op_versie)
    except Verouderd:
        return keep_and_return(plek_id, "", naar_form)
    except NietGevonden:
        abort(404)
    let_go(plek_id, "")
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show_een", plek_id=plek_id), 303)


@bp.post("/<id:plek_id>/klopt")
@worker
def confirm(plek_id: str) -> ResponseReturnValue:
    """It is still right: today is the day on which that was said."""
    rij = _find(plek_id)
    nagekeken = make_plek(rij.plek.regel, rij.plek.id, get_context().today())
    try:
        change_plek(get_context(), get_ik(), nagekeken, op_versie=rij.versie)
    except (Verouderd, NietGevonden):
        flash("Dit is net gewijzigd. Kijk nog een keer.", "fout")
    else:
        flash("Vandaag nagekeken", "bewaard")
    return redirect(url_for(".show_een", plek_id=plek_id), 303)


@bp.post("/<id:plek_id>/haal-weg")
@worker
def remove(plek_id: str) -> ResponseReturnValue:
    """Take it away."""
    _find(plek_id)
    remove_plek(get_context(), get_ik(), plek_id)
    let_go(plek_id, "")
    flash("Weggehaald", "bewaard")
    return redirect(url_for(".show"), 303)


@bp.get("/inlezen")
@worker
def ask_lijst() -> ResponseReturnValue:
    """The form for a list from a spreadsheet; what is wrong with the one that was sent stands above it."""
    form = LijstFormulier()
    form.offer_teams(_list_teams())
    terug = restore_form(form, LIJST, "")
    fouten = list(read_lijst(form.lijst.data or "").fouten) if terug and terug.fout else []
    form.form_errors = _shorten(fouten)
    return render_template("sociale_kaart/inlezen.html", form=form, terug=terug, kolommen=KOLOMMEN)


@bp.post("/inlezen")
@worker
def read_in() -> ResponseReturnValue:
    """Take the list in: all of it, or nothing."""
    if "gooi_weg" in request.form:
        return _throw_away(LIJST)
    form, naar_form = LijstFormulier(), url_for(".ask_lijst")
    form.offer_teams(_list_teams())
    bestand = request.files.get("bestand")
    ruw = _decode(bestand.read()) if bestand is not None and bestand.filename else form.lijst.data or ""
    # a file that is refused comes back as text, to mend on the spot
    if not form.validate():
        return keep_and_return(LIJST, "", naar_form, lijst=ruw)
    lijst: Lijst = read_lijst(ruw)
    if lijst.fouten:
        return keep_and_return(LIJST, "", naar_form, lijst=ruw)
    gedaan = import_plekken(get_context(), get_ik(), lijst.regels, form.team.data or "")
    let_go(LIJST, "")
    flash(_tell(gedaan), "bewaard")
    return redirect(url_for(".show"), 303)


def list_plekken() -> list[Kaartplek]:
    """The places of all teams that who is signed in is in, by name."""
    return sort_plekken(
        rij.plek for rij in fetch_plekken(team.id for team in fetch_teams_of(current_user.id, TEAMROLLEN))
    )


def _find(plek_id: str) -> Plekrij:
    rij = fetch_plek(plek_id)
    if rij is None or rij.team_id not in {team.id for team in fetch_teams_of(current_user.id, TEAMROLLEN)}:
        abort(404)
    return rij


def _list_teams() -> list[Team]:
    return fetch_teams_of(current_user.id)


def _to_fields(rij: Plekrij) -> dict[str, Any]:
    return {kolom.replace(" ", "_"): waarde for kolom, waarde in rij.plek.regel.items()} | {"versie": rij.versie}


def _decode(ruw: bytes) -> str:
    """A file as text: UTF-8, UTF-16 where it says so, else what Excel on Windows writes. Nothing fails here."""
    if ruw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ruw.decode("utf-16", errors="replace")
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace")


def _shorten(fouten: list[str]) -> list[str]:
    if len(fouten) <= FOUTEN_HOOGUIT:
        return fouten
    return [*fouten[:FOUTEN_HOOGUIT], f"En nog {len(fouten) - FOUTEN_HOOGUIT}."]


def _tell(gedaan: Overgenomen) -> str:
    delen = [f"{gedaan.nieuw} nieuw", f"{gedaan.gewijzigd} gewijzigd"]
    return f"Ingelezen: {', '.join(delen)}." + (f" Stond er al: {gedaan.gelijk}." if gedaan.gelijk else "")


def _throw_away(formulier: str) -> ResponseReturnValue:
    let_go(formulier, "")
    return redirect(url_for(".show"), 303)
