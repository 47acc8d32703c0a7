"""A gesprek: noting one that was had, planning one, and saying how it went."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.gesprek import change_gesprek, record_gesprek
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.content.model import Kanaal
from leefgebieden.domain.datum import split_moment
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.gesprek import KOMT_NOG, GesprekFormulier, NieuwGesprekFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.terugweg import find_terugweg

bp = Blueprint("gesprek", __name__, url_prefix="/mensen/<id:casus_id>/gesprekken")
NIEUW = "gesprek"


@bp.get("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def new(casus_id: str) -> ResponseReturnValue:
    """The form: now, unless `?gepland=1` asks for one that is still to come."""
    gelezen = get_casus(casus_id)
    gepland = request.args.get("gepland") == "1"
    form = NieuwGesprekFormulier(
        id=get_context().new_id(),
        kanaal=gelezen.hele.casus.kanaal.value,
        stand=KOMT_NOG if gepland else None,
        **({} if gepland else _to_dag_en_tijd(get_context().now())),
    )
    terug = restore_form(form, NIEUW, casus_id)
    return render_template(
        "gesprek/nieuw.html", gelezen=gelezen, form=form, terug=terug, gepland=form.stand.data == KOMT_NOG
    )


@bp.post("/nieuw")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Save it."""
    naar_verhaal = url_for("verhaal.show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(NIEUW, casus_id)
        return redirect(naar_verhaal, 303)
    form = NieuwGesprekFormulier()
    naar_form = url_for(".new", casus_id=casus_id, naar=request.args.get("naar") or None)
    if not form.validate():
        return keep_and_return(NIEUW, casus_id, naar_form, **renew_id(form))
    gesprek = Gesprek(
        id=form.get_id(),
        kanaal=Kanaal(form.kanaal.data),
        begonnen_op=form.begonnen_op,
        gepland=form.stand.data == KOMT_NOG,
        plaats=form.plaats.data or "",
        contact=form.contact,
        aanwezig=form.aanwezig.data or "",
        door=(get_ik(),),
    )
    try:
        bewaard = record_gesprek(get_context(), get_ik(), casus_id, gesprek)
    except Botsing:
        flash("Dit formulier is al eerder bewaard. Is dit een ander gesprek? Bewaar dan opnieuw.", "fout")
        return keep_and_return(NIEUW, casus_id, naar_form, id=get_context().new_id())
    let_go(NIEUW, casus_id)
    flash("Bewaard" if bewaard is Bewaard.NIEUW else "Bewaard. We hadden dit gesprek al.", "bewaard")
    return redirect(find_terugweg(casus_id, _where_it_stands(casus_id, gesprek)), 303)


@bp.get("/<id:gesprek_id>")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str, gesprek_id: str) -> ResponseReturnValue:
    """The form to change one, and to say how a planned one went."""
    gelezen = get_casus(casus_id)
    gesprek = _find(gelezen.hele.gesprekken, gesprek_id)
    velden = _to_fields(gesprek, gelezen.versies[gesprek_id])
    form, nu = GesprekFormulier(**velden), GesprekFormulier(formdata=None, **velden)
    terug = restore_form(form, gesprek_id, casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(gelezen.versies[gesprek_id])
    return render_template(
        "gesprek/wijzig.html", gelezen=gelezen, gesprek=gesprek, form=form, terug=terug, verschillen=verschillen
    )


@bp.post("/<id:gesprek_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, gesprek_id: str) -> ResponseReturnValue:
    """Save the change."""
    huidig = _find(get_casus(casus_id).hele.gesprekken, gesprek_id)
    if "gooi_weg" in request.form:
        let_go(gesprek_id, casus_id)
        return redirect(_where_it_stands(casus_id, huidig), 303)
    form = GesprekFormulier()
    naar_form = url_for(".edit", casus_id=casus_id, gesprek_id=gesprek_id)
    if not form.validate():
        return keep_and_return(gesprek_id, casus_id, naar_form)
    nieuw = replace(
        huidig,
        kanaal=Kanaal(form.kanaal.data),
        begonnen_op=_keep_if_same(huidig.begonnen_op, form),
        gepland=form.stand.data == KOMT_NOG,
        plaats=form.plaats.data or "",
        contact=form.contact,
        aanwezig=form.aanwezig.data or "",
    )
    try:
        if nieuw != huidig:
            change_gesprek(get_context(), get_ik(), casus_id, nieuw, op_versie=form.op_versie)
    except Verouderd as verouderd:
        if verouderd.huidig != nieuw:
            return keep_and_return(gesprek_id, casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(gesprek_id, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(_where_it_stands(casus_id, nieuw), 303)


def _to_fields(gesprek: Gesprek, versie: int) -> dict[str, Any]:
    stand = KOMT_NOG if gesprek.gepland else gesprek.contact.value if gesprek.contact else None
    return {
        "kanaal": gesprek.kanaal.value,
        **_to_dag_en_tijd(gesprek.begonnen_op),
        "stand": stand,
        "plaats": gesprek.plaats,
        "aanwezig": gesprek.aanwezig,
        "versie": versie,
    }


def _to_dag_en_tijd(moment: datetime) -> dict[str, Any]:
    dag, tijd = split_moment(moment)
    return {"dag": dag, "tijd": tijd}


def _keep_if_same(was: datetime, form: GesprekFormulier) -> datetime:
    """A moment that nobody touched stays what it was: its seconds, and which of the two hours in October."""
    return was if split_moment(was) == (form.dag.data, form.tijd.data) else form.begonnen_op


def _where_it_stands(casus_id: str, gesprek: Gesprek) -> str:
    """A gesprek that is still to come stands with the afspraken, one that was had in the story."""
    return url_for("afspraken.show" if gesprek.gepland else "verhaal.show", casus_id=casus_id)


def _find(gesprekken: tuple[Gesprek, ...], gesprek_id: str) -> Gesprek:
    gesprek = next((gesprek for gesprek in gesprekken if gesprek.id == gesprek_id), None)
    if gesprek is None:
        abort(404)
    return gesprek
