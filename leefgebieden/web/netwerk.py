"""The people and institutions around the person: a list in two kringen, and a form for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.netwerk import change_netwerklid, record_netwerklid, remove_netwerklid
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.ecogram import Plek, draw_ecogram
from leefgebieden.domain.netwerk import OP_A4_HOOGUIT, Band, Gestalte, Kring, Netwerklid
from leefgebieden.domain.notitie import OpA4
from leefgebieden.domain.sociale_kaart import Kaartplek, make_vinder, sort_plekken
from leefgebieden.domain.tekening import Tekenpaar
from leefgebieden.domain.toegang import Recht
from leefgebieden.pdf.maatlat import Lettermaat
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.netwerk import LidFormulier, NieuwLidFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.sociale_kaart import list_plekken

bp = Blueprint("netwerk", __name__, url_prefix="/mensen/<id:casus_id>/netwerk")
NIEUW = "netwerk"
BREEDTE, BREEDTE_SMAL = 88.0, 54.0
"""Of the drawing on a page and on a phone, in mm: its letters are then 14 px or more (static/css/tekening.css)."""


@dataclass(frozen=True)
class Proef:
    """A place that the worker tries in the drawing, and what to ask himself there. Nothing of it is kept."""

    naam: str
    kring: Kring
    contact: Band
    woord: str
    vraag: str


PROEVEN = {
    "dichtbij": Proef(
        "Dicht bij, als hulp", Kring.HULP_EN_INSTANTIES, Band.STERK, "dicht bij", "Wie komt er dan minder aan de beurt?"
    ),
    "opzij": Proef(
        "Aan de zijkant", Kring.HULP_EN_INSTANTIES, Band.ZWAK, "aan de zijkant", "Wie komt er dan meer in beeld?"
    ),
    "tussen": Proef(
        "Bij de eigen mensen", Kring.EIGEN_MENSEN, Band.STERK, "als een van hen", "Wat doe jij dan dat een van hen kan?"
    ),
    "weg": Proef("Er niet meer", Kring.HULP_EN_INSTANTIES, Band.VERBROKEN, "is weg", "Wie vangt op wat jij nu doet?"),
}
"""The source (dagdeel 5) asks to try places and to talk about what you see; these four, and the questions, are ours."""


@dataclass(frozen=True)
class Groep:
    """One kring on the page."""

    kop: str
    leden: list[Netwerklid]


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """Who is around, in two kringen; who has no kring yet stands apart."""
    gelezen = get_casus(casus_id)
    netwerk = gelezen.hele.netwerk
    koppen = {
        Kring.EIGEN_MENSEN: "Eigen mensen",
        Kring.HULP_EN_INSTANTIES: "Hulp en instanties",
        None: "Nog niet ingedeeld",
    }
    eerder, vandaag = _read_dag(request.args.get("op")), get_context().today()
    proef = request.args.get("ik", "")
    return render_template(
        "netwerk/netwerk.html",
        gelezen=gelezen,
        eerder=eerder,
        toen=_draw(gelezen.hele, [lid for lid in netwerk if lid.is_er_op(eerder)]) if eerder else None,
        proef=PROEVEN.get(proef),
        proeven=PROEVEN,
        met_mij=_draw(gelezen.hele, [lid for lid in netwerk if lid.is_er_op(vandaag)], PROEVEN[proef])
        if proef in PROEVEN
        else None,
        groepen=[Groep(kop, [lid for lid in netwerk if lid.kring is kring]) for kring, kop in koppen.items()],
        tekening=_draw(gelezen.hele, netwerk),
        plekken=_find_plekken(netwerk),
        te_veel=sum(lid.op_a4 is not OpA4.NEE for lid in netwerk) > OP_A4_HOOGUIT,
    )


@bp.get("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def new(casus_id: str) -> ResponseReturnValue:
    """The form for somebody new."""
    gelezen = get_casus(casus_id)
    form = NieuwLidFormulier(id=get_context().new_id())
    form.al_gekozen = _count_gekozen(gelezen.hele.netwerk)
    terug = restore_form(form, NIEUW, casus_id)
    return render_template("netwerk/nieuw.html", gelezen=gelezen, form=form, terug=terug, plekken=list_plekken())


@bp.post("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Add somebody."""
    if "gooi_weg" in request.form:
        return _throw_away(casus_id, NIEUW)
    form = NieuwLidFormulier()
    form.al_gekozen = _count_gekozen(get_casus(casus_id).hele.netwerk, zonder=form.id.data)
    naar_form = url_for(".new", casus_id=casus_id)
    if not form.validate():
        return keep_and_return(NIEUW, casus_id, naar_form, **renew_id(form))
    lid = _fill(Netwerklid(id=form.get_id(), wie=form.wie.data or ""), form)
    try:
        bewaard = record_netwerklid(get_context(), get_ik(), casus_id, lid)
    except Botsing:
        flash("Dit formulier is al eerder bewaard. Is dit iemand anders? Bewaar dan opnieuw.", "fout")
        return keep_and_return(NIEUW, casus_id, naar_form, id=get_context().new_id())
    let_go(NIEUW, casus_id)
    flash("Bewaard" if bewaard is Bewaard.NIEUW else "Bewaard. We hadden dit al.", "bewaard")
    return redirect(naar_form if "nog_een" in request.form else url_for(".show", casus_id=casus_id), 303)


@bp.get("/<id:lid_id>")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str, lid_id: str) -> ResponseReturnValue:
    """The form to change somebody. When somebody else changed it meanwhile, both stand side by side."""
    gelezen = get_casus(casus_id)
    lid = _find(gelezen.hele.netwerk, lid_id)
    velden = _to_fields(lid, gelezen.versies[lid_id])
    form, nu = LidFormulier(**velden), LidFormulier(formdata=None, **velden)
    form.al_gekozen = _count_gekozen(gelezen.hele.netwerk, zonder=lid_id)
    terug = restore_form(form, lid_id, casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(gelezen.versies[lid_id])
    return render_template(
        "netwerk/wijzig.html",
        gelezen=gelezen,
        lid=lid,
        form=form,
        terug=terug,
        verschillen=verschillen,
        plekken=list_plekken(),
    )


@bp.post("/<id:lid_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, lid_id: str) -> ResponseReturnValue:
    """Save the change."""
    if "gooi_weg" in request.form:
        return _throw_away(casus_id, lid_id)
    netwerk = get_casus(casus_id).hele.netwerk
    huidig = _find(netwerk, lid_id)
    form = LidFormulier()
    form.al_gekozen = _count_gekozen(netwerk, zonder=lid_id)
    naar_form = url_for(".edit", casus_id=casus_id, lid_id=lid_id)
    if not form.validate():
        return keep_and_return(lid_id, casus_id, naar_form)
    nieuw = _fill(huidig, form)
    try:
        if nieuw != huidig:
            change_netwerklid(get_context(), get_ik(), casus_id, nieuw, op_versie=form.op_versie)
    except Verouderd as verouderd:
        if verouderd.huidig != nieuw:
            return keep_and_return(lid_id, casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(lid_id, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:lid_id>/haal-weg")
@casus_access(Recht.SCHRIJVEN)
def remove(casus_id: str, lid_id: str) -> ResponseReturnValue:
    """Take somebody away."""
    remove_netwerklid(get_context(), get_ik(), casus_id, lid_id)
    let_go(lid_id, casus_id)
    flash("Weggehaald", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


def _find_plekken(netwerk: Sequence[Netwerklid]) -> list[Kaartplek]:
    """Those around the person that the team has on its sociale kaart."""
    vind = make_vinder(list_plekken())
    return sort_plekken({plek.id: plek for lid in netwerk if (plek := vind(lid.wie))}.values())


def _draw(hele: HeleCasus, leden: Sequence[Netwerklid], proef: Proef | None = None) -> Tekenpaar:
    plekken = [_to_plek(lid) for lid in leden]
    if proef is not None:
        plekken.append(Plek("ik", get_ik().naam, proef.kring, proef.contact, proef.woord))
    maatlat, naam = Lettermaat(), hele.casus.noemnaam
    return Tekenpaar(
        draw_ecogram(naam, plekken, maatlat, BREEDTE), draw_ecogram(naam, plekken, maatlat, BREEDTE_SMAL, smal=True)
    )


def _read_dag(ruw: str | None) -> date | None:
    try:
        return date.fromisoformat(ruw) if ruw else None
    except ValueError:
        return None


def _to_plek(lid: Netwerklid) -> Plek:
    return Plek(lid.id, lid.wie, lid.kring, lid.contact, lid.woord)


def _fill(lid: Netwerklid, form: NieuwLidFormulier | LidFormulier) -> Netwerklid:
    return replace(
        lid,
        wie=form.wie.data or "",
        kring=Kring(form.kring.data) if form.kring.data else None,
        contact=Band(form.contact.data or Band.ONBEKEND),
        woord=form.woord.data or "",
        sinds=form.sinds.data,
        tot=form.tot.data,
        op_a4=OpA4(form.op_a4.data or OpA4.AUTO),
        gestalte=Gestalte(form.gestalte.data) if form.gestalte.data else None,
        overleden=form.leeft.data == "nee",
        niet_tonen=form.tonen.data == "nee",
    )


def _to_fields(lid: Netwerklid, versie: int) -> dict[str, Any]:
    return {
        "wie": lid.wie,
        "kring": lid.kring.value if lid.kring else "",
        "contact": lid.contact.value,
        "woord": lid.woord,
        "sinds": lid.sinds,
        "tot": lid.tot,
        "op_a4": lid.op_a4.value,
        "gestalte": lid.gestalte.value if lid.gestalte else "",
        "leeft": "nee" if lid.overleden else "ja",
        "tonen": "nee" if lid.niet_tonen else "ja",
        "versie": versie,
    }


def _count_gekozen(netwerk: tuple[Netwerklid, ...], *, zonder: str | None = None) -> int:
    return sum(lid.op_a4 is OpA4.JA for lid in netwerk if lid.id != zonder)


def _find(netwerk: tuple[Netwerklid, ...], lid_id: str) -> Netwerklid:
    lid = next((lid for lid in netwerk if lid.id == lid_id), None)
    if lid is None:
        abort(404)
    return lid


def _throw_away(casus_id: str, formulier: str) -> ResponseReturnValue:
    let_go(formulier, casus_id)
    return redirect(url_for(".show", casus_id=casus_id), 303)
