"""Mensen: the people a worker works with, finding one, and beginning with somebody new."""

from datetime import date, timedelta

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.achtergebleven import list_achtergebleven
from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.fouten import AlleenOefenen, Botsing
from leefgebieden.actions.lezen import find_naamgenoten, read_lijst, read_naamgenoten, search_lijst
from leefgebieden.actions.opruimen import expire_concepten
from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.tekst import list_gelijkvormen, search_form
from leefgebieden.domain.toegang import TEAMROLLEN, WERKENDE_ROLLEN, Rol, learns_only
from leefgebieden.store.betrokkene import fetch_teamlijst
from leefgebieden.store.casus import Lijstrij
from leefgebieden.store.db import is_alleen_lezen
from leefgebieden.store.grafsteen import Gewist
from leefgebieden.store.losse_notitie import count_losse_notities
from leefgebieden.store.navraag import fetch_navragen
from leefgebieden.store.noodtoegang import fetch_na_te_kijken
from leefgebieden.store.noodtoegang import fetch_ongezien as fetch_noodtoegangen
from leefgebieden.store.overdracht import fetch_ongezien as fetch_overdrachten
from leefgebieden.store.reactie import find_wachtend
from leefgebieden.store.team import fetch_teams_of
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.store.toestel import fetch_verdwenen
from leefgebieden.store.verzegeld import count_aandacht
from leefgebieden.store.wisverzoek import fetch_open_voor
from leefgebieden.web.concept import keep_and_return, keep_form, let_go, renew_id, restore_form
from leefgebieden.web.forms.mensen import NieuwFormulier, ZoekFormulier
from leefgebieden.web.gate import signed_in, worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("mensen", __name__)
ZOEKEN = "zoeken"
SOORTEN = (Soort.ECHT, Soort.VOORBEELD)
IN_EEN_OOGOPSLAG = 7
"""With more people than this one seeks a name before one looks for it: then the search stands above the list."""


@bp.get("/mensen")
@signed_in
def show() -> ResponseReturnValue:
    """Today first, then what waits, then the others, the newest contact first. Who only learns finds what there is to learn."""
    rollen = fetch_rollen(current_user.id)
    if learns_only(rollen):
        return render_template("mensen/leren.html", docent=Rol.DOCENT in rollen)
    context = get_context()
    vandaag = context.today()
    rijen, afgesloten = read_lijst(context, get_ik(), SOORTEN)
    leidt = Rol.TEAMLEIDER in rollen
    haast = [rij for rij in rijen if rij.regel.haast]
    rijen = [rij for rij in rijen if not rij.regel.haast]
    straks = [rij for rij in rijen if any(to_dag(g.begonnen_op) == vandaag for g in rij.regel.gepland)]
    voorbij = [rij for rij in rijen if rij not in straks and rij.regel.find_voorbij(vandaag)]
    vervangen = fetch_teamlijst(current_user.id, vandaag, alleen_vervangen=True)
    return render_template(
        "mensen/mensen.html",
        zoek=ZoekFormulier(),
        vandaag=vandaag,
        haast=haast,
        straks=straks,
        voorbij=voorbij,
        anderen=[rij for rij in rijen if rij not in straks and rij not in voorbij],
        te_ordenen=[rij for rij in (*haast, *rijen) if rij.te_ordenen],
        afgesloten=afgesloten,
        verlopen=_warn_concepten({rij.id: rij.regel.noemnaam for rij in (*haast, *rijen, *afgesloten)}),
        vervangen=vervangen,
        veel=len(haast) + len(rijen) + len(vervangen) > IN_EEN_OOGOPSLAG,
        noodtoegangen=fetch_noodtoegangen(current_user.id),
        overdrachten=fetch_overdrachten(current_user.id),
        werkt=bool(rollen & WERKENDE_ROLLEN),
        in_team=not rollen.isdisjoint(TEAMROLLEN),
        beheert=Rol.BEHEERDER in rollen,
        leidt=leidt,
        achtergebleven=sum(een.aantal for een in list_achtergebleven(current_user.id)) if leidt else 0,
        te_wissen=len(fetch_open_voor(current_user.id)) if leidt else 0,
        losse=count_losse_notities(current_user.id),
        aandacht=count_aandacht(current_user.id) + len(fetch_verdwenen(current_user.id)),
        gezegd=_find_gezegd([*haast, *rijen]),
        gevraagd=_count_gevraagd({rij.id for rij in (*haast, *rijen)}),
        na_te_kijken=len(fetch_na_te_kijken(current_user.id)) if leidt else 0,
    )


def _find_gezegd(rijen: list[Lijstrij]) -> list[Lijstrij]:
    """Who said something while looking along that waits for a worker."""
    wachtend = find_wachtend(rij.id for rij in rijen)
    return [rij for rij in rijen if rij.id in wachtend]


def _count_gevraagd(casus_ids: set[str]) -> int:
    """How many questions of colleagues about these people wait for an answer."""
    open_vragen = fetch_navragen(casus_ids, get_context().now())
    return sum(r.navraag.antwoord is None and r.navraag.door.id != current_user.id for r in open_vragen)


def _warn_concepten(namen: dict[str, str]) -> list[tuple[str, str, date]]:
    """Words that were not saved and will go: whose page they stand with (id and name, empty without one), and when."""
    config = current_app.config
    bewaren, sprong = timedelta(days=config["CONCEPT_DAGEN"]), timedelta(days=config["KLOK_SPRONG_DAGEN"])
    if is_alleen_lezen():
        return []
    gaan = expire_concepten(get_context(), get_ik(), bewaren, sprong)
    return [(casus_id, namen.get(casus_id, ""), dag) for casus_id, dag in gaan]


@bp.post("/mensen/zoek")
@signed_in
def search() -> ResponseReturnValue:
    """Look for a name: it stands in no address, and in no page that answers a POST, for a browser writes both down."""
    keep_form(ZOEKEN, "", fout=False)
    return redirect(url_for(".show_gevonden"), 303)


@bp.get("/mensen/zoek")
@signed_in
def show_gevonden() -> ResponseReturnValue:
    """Who has in a name what was sought last."""
    form = ZoekFormulier()
    restore_form(form, ZOEKEN, "")
    gezocht = search_form((form.naam.data or "").strip())[:200]
    rijen: list[Lijstrij] = []
    if gezocht:
        rijen = search_lijst(get_context(), get_ik(), SOORTEN, gezocht)
    return render_template(
        "mensen/zoek.html", zoek=form, rijen=rijen, gezocht=bool(gezocht), vandaag=get_context().today()
    )


@bp.get("/mensen/nieuw")
@worker
def new() -> ResponseReturnValue:
    """The form for a new contact."""
    if get_context().alleen_oefenen:
        return _only_practise()
    form = _make_form(id=get_context().new_id())
    terug = restore_form(form, "nieuw", "")
    # the form came back without a fault of its own
    gevraagd = terug is not None and terug.fout and not form.errors
    return render_template(
        "mensen/nieuw.html",
        form=form,
        terug=terug,
        naamgenoten=read_naamgenoten(get_context(), get_ik(), form.naam.data or "") if gevraagd else [],
        vandaag=get_context().today(),
    )


@bp.post("/mensen/nieuw")
@worker
def create() -> ResponseReturnValue:
    """Begin, and go to the person. When there is one with this name already, that is said first."""
    form = _make_form()
    if not form.validate():
        return keep_and_return("nieuw", "", url_for(".new"), **renew_id(form))
    if not _wants_toch(form) and _has_naamgenoot(form):
        return keep_and_return("nieuw", "", url_for(".new"))
    try:
        kanaal = Kanaal(form.kanaal.data)
        begin_casus(get_context(), get_ik(), form.get_id(), form.naam.data or "", kanaal, team_id=form.team.data)
    except AlleenOefenen:
        return _only_practise()
    except (Botsing, Gewist):
        # the worker went back and typed another name: that is somebody else
        return keep_and_return("nieuw", "", url_for(".new"), id=get_context().new_id())
    let_go("nieuw", "")
    return redirect(url_for("verhaal.show", casus_id=form.id.data), 303)


def _wants_toch(form: NieuwFormulier) -> bool:
    """Whether the worker saw who has this name, and begins nonetheless; with another name he did not see that."""
    return bool(list_gelijkvormen(request.form.get("toch", "")) & list_gelijkvormen(form.naam.data or ""))


def _has_naamgenoot(form: NieuwFormulier) -> bool:
    # the same form sent twice finds what it began itself
    rijen = find_naamgenoten(get_context(), get_ik(), form.naam.data or "")
    return bool(rijen) and form.id.data not in {rij.id for rij in rijen}


def _only_practise() -> ResponseReturnValue:
    flash("Hier wordt alleen geoefend. Schrijf niemand op die echt bestaat: begin met een verhaal.", "fout")
    return redirect(url_for("oefenen.show"), 303)


def _make_form(**velden: str) -> NieuwFormulier:
    form = NieuwFormulier(**velden)
    form.fill_teams(fetch_teams_of(current_user.id))
    return form
