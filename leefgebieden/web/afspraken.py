"""Afspraken: what, who, by when, who guards it; they come back when their date has passed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.afspraak import (
    change_afspraak,
    end_afspraak,
    fill_bewaker,
    record_afspraak,
    remove_afspraak,
)
from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.content.model import Kanaal, Vragenlijst
from leefgebieden.domain.afspraak import Afloop, Afspraak, AfspraakWie, WieSoort, offer_uiterlijk, sort_afspraken
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.sociale_kaart import make_vinder
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.afspraken import (
    NIEMAND,
    AfloopFormulier,
    AfspraakFormulier,
    BewakerFormulier,
    NieuweAfspraakFormulier,
)
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.melding import tell_with_action
from leefgebieden.web.sociale_kaart import list_plekken
from leefgebieden.web.terugweg import find_terugweg

bp = Blueprint("afspraken", __name__, url_prefix="/mensen/<id:casus_id>/afspraken")
NIEUW = "afspraak"
BEWAKER = "bewaker"


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """What is still to be done, by date; then what was done, with what became of it."""
    gelezen = get_casus(casus_id)
    vandaag = get_context().today()
    afspraken = sort_afspraken(gelezen.hele.afspraken)
    open_afspraken = [afspraak for afspraak in afspraken if afspraak.is_open()]
    form = BewakerFormulier()
    restore_form(form, BEWAKER, casus_id)
    return render_template(
        "afspraken/afspraken.html",
        gelezen=gelezen,
        form=form,
        voorbij=[afspraak for afspraak in open_afspraken if afspraak.is_voorbij(vandaag)],
        komend=[afspraak for afspraak in open_afspraken if not afspraak.is_voorbij(vandaag)],
        afgelopen=sorted(
            ((afspraak, afspraak.afloop) for afspraak in afspraken if afspraak.afloop),
            key=lambda paar: paar[1].op,
            reverse=True,
        ),
        plek_bij=make_vinder(list_plekken()),
        zonder_bewaker=sum(not afspraak.bewaker for afspraak in open_afspraken),
        gepland=sorted((g for g in gelezen.hele.gesprekken if g.gepland), key=lambda g: g.begonnen_op),
    )


@bp.get("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def new(casus_id: str) -> ResponseReturnValue:
    """The form. `?kanaal=` says through which kanaal it came about; at telefoon and loket a date is offered."""
    gelezen = get_casus(casus_id)
    lijst = _find_lijst(request.args.get("kanaal"), gelezen.hele)
    form = NieuweAfspraakFormulier(
        id=get_context().new_id(),
        kanaal=lijst.kanaal.value,
        uiterlijk=offer_uiterlijk(lijst, get_context().today()),
    )
    terug = restore_form(form, NIEUW, casus_id)
    lijst = _find_lijst(form.kanaal.data, gelezen.hele)
    return render_template(
        "afspraken/nieuw.html", gelezen=gelezen, form=form, terug=terug, lijst=lijst, plekken=list_plekken()
    )


@bp.post("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Make it."""
    if "gooi_weg" in request.form:
        return _throw_away(casus_id, NIEUW)
    form = NieuweAfspraakFormulier()
    naar_form = url_for(".new", casus_id=casus_id, naar=request.args.get("naar") or None)
    if not form.validate():
        return keep_and_return(NIEUW, casus_id, naar_form, **renew_id(form))
    lijst = _find_lijst(form.kanaal.data, get_casus(casus_id).hele)
    afspraak = _fill(Afspraak(id=form.get_id(), wat=form.wat.data or "", kanaal=lijst.kanaal), form)
    try:
        bewaard = record_afspraak(get_context(), get_ik(), casus_id, afspraak)
    except Botsing:
        flash("Dit formulier is al eerder bewaard. Is dit een andere afspraak? Maak hem dan opnieuw.", "fout")
        return keep_and_return(NIEUW, casus_id, naar_form, id=get_context().new_id())
    let_go(NIEUW, casus_id)
    flash("Bewaard" if bewaard is Bewaard.NIEUW else "Bewaard. We hadden deze afspraak al.", "bewaard")
    _tell_late(afspraak.uiterlijk, lijst)
    return redirect(find_terugweg(casus_id, url_for(".show", casus_id=casus_id)), 303)


@bp.get("/<id:afspraak_id>")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """The form to change one. When somebody else changed it meanwhile, both stand side by side."""
    gelezen = get_casus(casus_id)
    afspraak = _find(gelezen.hele, afspraak_id)
    velden = _to_fields(afspraak, gelezen.versies[afspraak_id])
    form, nu = AfspraakFormulier(**velden), AfspraakFormulier(formdata=None, **velden)
    terug = restore_form(form, afspraak_id, casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(gelezen.versies[afspraak_id])
    return render_template(
        "afspraken/wijzig.html",
        gelezen=gelezen,
        afspraak=afspraak,
        form=form,
        terug=terug,
        verschillen=verschillen,
        lijst=_find_lijst(afspraak.kanaal, gelezen.hele),
        plekken=list_plekken(),
    )


@bp.post("/<id:afspraak_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """Save the change."""
    if "gooi_weg" in request.form:
        return _throw_away(casus_id, afspraak_id)
    hele = get_casus(casus_id).hele
    huidig = _find(hele, afspraak_id)
    form = AfspraakFormulier()
    naar_form = url_for(".edit", casus_id=casus_id, afspraak_id=afspraak_id)
    if not form.validate():
        return keep_and_return(afspraak_id, casus_id, naar_form)
    nieuw = _fill(huidig, form)
    try:
        if nieuw != huidig:
            change_afspraak(get_context(), get_ik(), casus_id, nieuw, op_versie=form.op_versie)
    except Verouderd as verouderd:
        if verouderd.huidig != nieuw:
            return keep_and_return(afspraak_id, casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(afspraak_id, casus_id)
    flash("Bewaard", "bewaard")
    if nieuw.uiterlijk != huidig.uiterlijk:
        _tell_late(nieuw.uiterlijk, _find_lijst(nieuw.kanaal, hele))
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.get("/<id:afspraak_id>/afloop")
@casus_access(Recht.SCHRIJVEN)
def show_afloop(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """What became of it?"""
    gelezen = get_casus(casus_id)
    afspraak = _find(gelezen.hele, afspraak_id)
    velden = _to_afloop_fields(afspraak.afloop, gelezen.versies[afspraak_id])
    form, nu = AfloopFormulier(**velden), AfloopFormulier(formdata=None, **velden)
    terug = restore_form(form, _afloop_of(afspraak_id), casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(gelezen.versies[afspraak_id])
    return render_template(
        "afspraken/afloop.html", gelezen=gelezen, afspraak=afspraak, form=form, terug=terug, verschillen=verschillen
    )


@bp.post("/<id:afspraak_id>/afloop")
@casus_access(Recht.SCHRIJVEN)
def end(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """Say what became of it."""
    formulier = _afloop_of(afspraak_id)
    if "gooi_weg" in request.form:
        return _throw_away(casus_id, formulier)
    afspraak = _find(get_casus(casus_id).hele, afspraak_id)
    form = AfloopFormulier()
    naar_form = url_for(".show_afloop", casus_id=casus_id, afspraak_id=afspraak_id)
    if not form.validate():
        return keep_and_return(formulier, casus_id, naar_form)
    gedaan, wat_gebeurde = form.gedaan.data == "ja", form.wat_gebeurde.data or ""
    try:
        if not _is_same(afspraak.afloop, gedaan, wat_gebeurde):
            end_afspraak(
                get_context(),
                get_ik(),
                casus_id,
                afspraak,
                gedaan=gedaan,
                wat_gebeurde=wat_gebeurde,
                op_versie=form.op_versie,
            )
    except Verouderd:
        return keep_and_return(formulier, casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(formulier, casus_id)
    heropen = url_for(".reopen", casus_id=casus_id, afspraak_id=afspraak_id)
    tell_with_action("Bewaard", heropen, "Zet weer open")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:afspraak_id>/heropen")
@casus_access(Recht.SCHRIJVEN)
def reopen(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """It is not over yet after all."""
    gelezen = get_casus(casus_id)
    afspraak = _find(gelezen.hele, afspraak_id)
    try:
        if afspraak.afloop:
            weer_open = replace(afspraak, afloop=None)
            change_afspraak(get_context(), get_ik(), casus_id, weer_open, op_versie=gelezen.versies[afspraak_id])
        flash("Deze afspraak staat weer open.", "bewaard")
    except (Verouderd, NietGevonden):
        flash("Deze afspraak is net gewijzigd. Kijk hoe hij nu is.", "fout")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:afspraak_id>/haal-weg")
@casus_access(Recht.SCHRIJVEN)
def remove(casus_id: str, afspraak_id: str) -> ResponseReturnValue:
    """Take away one that was made by mistake."""
    remove_afspraak(get_context(), get_ik(), casus_id, afspraak_id)
    let_go(afspraak_id, casus_id)
    let_go(_afloop_of(afspraak_id), casus_id)
    flash("Weggehaald", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/bewaker")
@casus_access(Recht.SCHRIJVEN)
def set_bewaker(casus_id: str) -> ResponseReturnValue:
    """Let somebody guard every open afspraak that nobody guards yet."""
    form = BewakerFormulier()
    naar = url_for(".show", casus_id=casus_id)
    if not form.validate():
        return keep_and_return(BEWAKER, casus_id, naar)
    gevuld = fill_bewaker(get_context(), get_ik(), casus_id, form.bewaker.data or "")
    let_go(BEWAKER, casus_id)
    aantal = "1 afspraak" if gevuld == 1 else f"{gevuld} afspraken"
    flash(f"Ingevuld bij {aantal}." if gevuld else "Er let al iemand op elke afspraak.", "bewaard")
    return redirect(naar, 303)


def _find_lijst(kanaal: str | None, hele: HeleCasus) -> Vragenlijst:
    gekozen = Kanaal(kanaal) if kanaal in set(Kanaal) else hele.casus.kanaal
    return get_context().content.vragenlijsten[gekozen]


def _fill(afspraak: Afspraak, form: NieuweAfspraakFormulier | AfspraakFormulier) -> Afspraak:
    soort = form.wie.data or NIEMAND
    return replace(
        afspraak,
        wat=form.wat.data or "",
        wie=None if soort == NIEMAND else AfspraakWie(WieSoort(soort), form.wie_naam.data or ""),
        uiterlijk=form.uiterlijk.data,
        bewaker=form.bewaker.data or "",
        inschatting=form.inschatting.data or "",
    )


def _to_fields(afspraak: Afspraak, versie: int) -> dict[str, Any]:
    return {
        "wat": afspraak.wat,
        "wie": afspraak.wie.soort.value if afspraak.wie else NIEMAND,
        "wie_naam": afspraak.wie.naam if afspraak.wie else "",
        "uiterlijk": afspraak.uiterlijk,
        "bewaker": afspraak.bewaker,
        "inschatting": afspraak.inschatting,
        "versie": versie,
    }


def _to_afloop_fields(afloop: Afloop | None, versie: int) -> dict[str, Any]:
    if afloop is None:
        return {"versie": versie}
    return {"gedaan": "ja" if afloop.gedaan else "nee", "wat_gebeurde": afloop.wat_gebeurde, "versie": versie}


def _is_same(afloop: Afloop | None, gedaan: bool, wat_gebeurde: str) -> bool:
    return afloop is not None and (afloop.gedaan, afloop.wat_gebeurde) == (gedaan, wat_gebeurde)


def _tell_late(uiterlijk: date | None, lijst: Vragenlijst) -> None:
    """A later date than the one that is offered may be right; what it asks for is said, nothing is refused."""
    if uiterlijk is None or lijst.termijn_dagen is None:
        return
    if uiterlijk > get_context().today() + timedelta(days=lijst.termijn_dagen):
        flash("Dit is later dan over twee weken. Dat mag. Spreek af wie er tussendoor op let.", "hint")


def _afloop_of(afspraak_id: str) -> str:
    return f"{afspraak_id}-afloop"


def _find(hele: HeleCasus, afspraak_id: str) -> Afspraak:
    afspraak = next((afspraak for afspraak in hele.afspraken if afspraak.id == afspraak_id), None)
    if afspraak is None:
        abort(404)
    return afspraak


def _throw_away(casus_id: str, formulier: str) -> ResponseReturnValue:
    let_go(formulier, casus_id)
    return redirect(url_for(".show", casus_id=casus_id), 303)
