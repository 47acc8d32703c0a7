"""Samen kijken: the phone in the middle of the table. From there nothing else can be reached without signing in again."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.samenkijken import begin_samen_kijken, finish_reactie, record_reactie
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.reactie import Oordeel, Over, Reactie, take_laatste
from leefgebieden.domain.samenkijken import Getoond, choose_getoond
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.reactie import fetch_reacties
from leefgebieden.web.gate import SAMEN, casus_access, on_the_table
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("samenkijken", __name__, url_prefix="/mensen/<id:casus_id>/samen-kijken")
NIET_OP_TAFEL = "niet_op_tafel"
"""In the session of a browser: what the worker left out this time, under the casus. Of each id the end (`_cut`)."""


@dataclass(frozen=True)
class Werk:
    """One reactie with the words it is about, and where to go for it. `tekst` is empty when the part is gone."""

    reactie: Reactie
    tekst: str
    naar: str


@bp.get("")
@casus_access(Recht.SCHRIJVEN)
def show(casus_id: str) -> ResponseReturnValue:
    """First for the worker alone: what the person is going to see."""
    gelezen = get_casus(casus_id)
    getoond = choose_getoond(gelezen.hele)
    return render_template("samenkijken/vooraf.html", gelezen=gelezen, getoond=getoond)


@bp.post("")
@casus_access(Recht.SCHRIJVEN)
def begin(casus_id: str) -> ResponseReturnValue:
    """Lay it on the table: from now on this browser shows nothing else."""
    begin_samen_kijken(get_context(), get_ik(), casus_id)
    tonen = set(request.form.getlist("tonen"))
    # nothing chosen is no choice: then everything is shown
    weg = [id_ for id_ in choose_getoond(get_casus(casus_id).hele).list_ids() if id_ not in tonen] if tonen else []
    session[SAMEN] = casus_id
    session[NIET_OP_TAFEL] = {casus_id: [_cut(id_) for id_ in weg]}
    return redirect(url_for(".show_tafel", casus_id=casus_id), 303)


@bp.get("/tafel")
@casus_access(Recht.SCHRIJVEN)
@on_the_table
def show_tafel(casus_id: str) -> ResponseReturnValue:
    """What the person sees, with what he already said of it."""
    if session.get(SAMEN) != casus_id:
        return redirect(url_for(".show", casus_id=casus_id))
    gelezen = get_casus(casus_id)
    return render_template(
        "samenkijken/tafel.html",
        gelezen=gelezen,
        getoond=_lay_out(gelezen.hele),
        gezegd={(r.over.value, r.deel): r.oordeel.value for r in take_laatste(fetch_reacties(casus_id))},
        kaart=get_context().content.kaart,
    )


@bp.post("/tafel")
@casus_access(Recht.SCHRIJVEN)
@on_the_table
def react(casus_id: str) -> ResponseReturnValue:
    """Keep what the person says of one line. It changes nothing; it waits for the worker."""
    if session.get(SAMEN) != casus_id:
        return redirect(url_for(".show", casus_id=casus_id), 303)
    deel = request.form.get("deel", "")
    try:
        over, oordeel = Over(request.form.get("over", "")), Oordeel(request.form.get("oordeel", ""))
    except ValueError:
        abort(400)
    if over is Over.LEEFGEBIED:
        past = oordeel is Oordeel.PRATEN and deel in get_context().content.kaart.by_key
    else:
        past = oordeel is not Oordeel.PRATEN and _lay_out(get_casus(casus_id).hele).has(over, deel)
    if not past:
        abort(400)
    record_reactie(get_context(), get_ik(), casus_id, over, deel, oordeel)
    return redirect(url_for(".show_tafel", casus_id=casus_id, _anchor=f"{over}-{deel}"), 303)


@bp.post("/reacties/<id:reactie_id>")
@casus_access(Recht.SCHRIJVEN)
def finish(casus_id: str, reactie_id: str) -> ResponseReturnValue:
    """The worker is done with it."""
    finish_reactie(get_context(), get_ik(), casus_id, reactie_id)
    flash("Klaar. Het is van de lijst.", "bewaard")
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


def find_werk(hele: HeleCasus) -> list[Werk]:
    """What the person said and nobody took up yet, as work for who may write."""
    return [_make_werk(hele, reactie) for reactie in take_laatste(fetch_reacties(hele.casus.id))]


def _lay_out(hele: HeleCasus) -> Getoond:
    """What lies on the table this time."""
    getoond = choose_getoond(hele)
    weg = set(session.get(NIET_OP_TAFEL, {}).get(hele.casus.id, ()))
    return getoond.without({id_ for id_ in getoond.list_ids() if _cut(id_) in weg})


def _cut(id_: str) -> str:
    """The last 12 of an id. A cookie holds 4 kB, and whole ids fill it; two that end alike would both be left out."""
    return id_[-12:]


def _make_werk(hele: HeleCasus, reactie: Reactie) -> Werk:
    casus_id, deel = hele.casus.id, reactie.deel
    match reactie.over:
        case Over.NOTITIE:
            tekst = next((n.tekst for n in hele.notities if n.id == deel), "")
            naar = url_for("notitie.edit", casus_id=casus_id, notitie_id=deel)
        case Over.AFSPRAAK:
            tekst = next((a.wat for a in hele.afspraken if a.id == deel), "")
            naar = url_for("afspraken.edit", casus_id=casus_id, afspraak_id=deel)
        case Over.NETWERK:
            tekst = next((lid.wie for lid in hele.netwerk if lid.id == deel), "")
            naar = url_for("netwerk.edit", casus_id=casus_id, lid_id=deel)
        case Over.LEEFGEBIED:
            leefgebied = get_context().content.kaart.by_key.get(deel)
            tekst = leefgebied.naam if leefgebied else ""
            naar = url_for("leefgebieden.show_leefgebied", casus_id=casus_id, leefgebied=deel)
    return Werk(reactie, tekst, naar if tekst else "")
