"""Leefgebieden: the notities over the card, one leefgebied from nearby, and what was talked about."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.stand import set_standen
from leefgebieden.content.model import Deelgebied, Leefgebied
from leefgebieden.domain.begrip import find_begrippen
from leefgebieden.domain.casus import HeleCasus, StandSoort
from leefgebieden.domain.casusbeeld import find_te_bespreken, lay_over_eenvoudige_kaart, lay_over_kaart
from leefgebieden.domain.stand import merge_standen
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.forms.stand import NOG_NIET, WOORDEN, make_standen_formulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("leefgebieden", __name__, url_prefix="/mensen/<id:casus_id>/leefgebieden")
EENVOUDIG = "eenvoudig"


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The card; `?kaart=eenvoudig` shows the same notities over dag, nacht, geld and vrije tijd."""
    gelezen = get_casus(casus_id)
    content = get_context().content
    if request.args.get("kaart") == EENVOUDIG:
        kaart = content.eenvoudige_kaart
        beeld = lay_over_eenvoudige_kaart(gelezen.hele, kaart)
        return render_template("leefgebieden/eenvoudig.html", gelezen=gelezen, kaart=kaart, beeld=beeld)
    return render_template(
        "leefgebieden/leefgebieden.html",
        gelezen=gelezen,
        kaart=content.kaart,
        beeld=lay_over_kaart(gelezen.hele, content.kaart),
    )


@bp.get("/<leefgebied>")
@casus_access(Recht.LEZEN)
def show_leefgebied(casus_id: str, leefgebied: str) -> ResponseReturnValue:
    """One leefgebied: per deelgebied what was done with it and its questions, then the three blocks."""
    gelezen = get_casus(casus_id)
    kaart = get_context().content.kaart
    gebied = _find_leefgebied(leefgebied)
    beeld = next(g for g in lay_over_kaart(gelezen.hele, kaart).gebieden if g.key == gebied.key)
    return render_template(
        "leefgebieden/leefgebied.html",
        gelezen=gelezen,
        leefgebied=gebied,
        beeld=beeld,
        form=make_standen_formulier(_read_standen(gelezen.hele, gebied)),
        stand_in_woorden={d.key: _write_stand(s) for d, s in _read_standen(gelezen.hele, gebied).items()},
        te_bespreken=find_te_bespreken(gelezen.hele, gebied.deelgebieden),
        begrippen={
            d.key: find_begrippen((*d.aandachtspunten, d.aandachtsregel), kaart.begrippen) for d in gebied.deelgebieden
        },
        hier=url_for(".show_leefgebied", casus_id=casus_id, leefgebied=gebied.key),
    )


@bp.post("/<leefgebied>")
@casus_access(Recht.SCHRIJVEN)
def save_standen(casus_id: str, leefgebied: str) -> ResponseReturnValue:
    """Set what was talked about. Only what was touched on the page counts, and never over what a colleague set since."""
    gebied = _find_leefgebied(leefgebied)
    hele = get_casus(casus_id).hele
    standen = _read_standen(hele, gebied)
    form = make_standen_formulier(standen)
    naar = redirect(url_for(".show_leefgebied", casus_id=casus_id, leefgebied=gebied.key), 303)
    if not form.validate():
        flash("Kies een van de drie. Er is niets veranderd.", "fout")
        return naar
    samen = merge_standen(
        hele, form.read_getoond({d.key: s for d, s in standen.items()}), form.read_gekozen(gebied.deelgebieden)
    )
    if samen.te_zetten and set_standen(get_context(), get_ik(), casus_id, samen.te_zetten):
        flash("Bewaard", "bewaard")
    for deelgebied in gebied.deelgebieden:
        if deelgebied.key in samen.botsing:
            flash(_write_botsing(deelgebied, standen[deelgebied]), "fout")
    return naar


def _find_leefgebied(key: str) -> Leefgebied:
    leefgebied = get_context().content.kaart.by_key.get(key)
    if leefgebied is None:
        abort(404)
    return leefgebied


def _read_standen(hele: HeleCasus, leefgebied: Leefgebied) -> Mapping[Deelgebied, StandSoort | None]:
    return {deelgebied: hele.stand_of(deelgebied.key) for deelgebied in leefgebied.deelgebieden}


def _write_stand(stand: StandSoort | None) -> str:
    return WOORDEN[NOG_NIET if stand is None else stand.value]


def _write_botsing(deelgebied: Deelgebied, nu: StandSoort | None) -> str:
    return (
        f"{deelgebied.naam} is intussen door iemand anders gewijzigd. Er staat nu: {_write_stand(nu).lower()}. "
        "Jouw keuze is niet bewaard. Kies opnieuw als het anders is."
    )
