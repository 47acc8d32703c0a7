"""A notitie that goes for good, or to somebody else."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.actions.naamhint import list_anderen
from leefgebieden.actions.notitieweg import AndereSoort, count_a4s_met, erase_notitie, move_notitie
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.notitie import fetch_eerdere_versies
from leefgebieden.web.forms.notitie import VerplaatsFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.melding import tell_with_action
from leefgebieden.web.opnieuw import need_fresh_sign_in
from leefgebieden.web.wissen import find_reserve_tot

bp = Blueprint("notitieweg", __name__, url_prefix="/mensen/<id:casus_id>/notities/<id:notitie_id>")
AL_WEG = "Deze notitie is al weg."


@bp.get("/verplaatsen")
@casus_access(Recht.SCHRIJVEN)
def show_verplaatsen(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """With whom it belongs after all."""
    return _render_verplaatsen(casus_id, notitie_id, VerplaatsFormulier())


@bp.post("/verplaatsen")
@casus_access(Recht.SCHRIJVEN)
def move(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Put it there. The way back is to put it here again."""
    hele = get_casus(casus_id).hele
    form = VerplaatsFormulier()
    form.fill_wie(list_anderen(current_user.id, hele.casus.id))
    if not form.validate():
        return _render_verplaatsen(casus_id, notitie_id, form), 400
    return _move(hele, notitie_id, form.wie.data)


@bp.post("/terug/<id:vorige_id>")
@casus_access(Recht.SCHRIJVEN)
def move_back(casus_id: str, notitie_id: str, vorige_id: str) -> ResponseReturnValue:
    """Back to where it came from."""
    hele = get_casus(casus_id).hele
    if vorige_id not in {rij.id for rij in list_anderen(current_user.id, hele.casus.id)}:
        flash("Dit kan niet meer: je werkt niet meer met deze persoon.", "fout")
        return redirect(url_for("verhaal.show", casus_id=casus_id), 303)
    return _move(hele, notitie_id, vorige_id)


@bp.get("/wissen")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def show_wissen(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """What would go, and from when it is nowhere any more."""
    gelezen = get_casus(casus_id)
    notitie = _find(gelezen.hele, notitie_id)
    return render_template(
        "notitieweg/wissen.html",
        gelezen=gelezen,
        notitie=notitie,
        eerder=len(fetch_eerdere_versies(casus_id, notitie_id)),
        a4s=count_a4s_met(casus_id, notitie),
        reserve_tot=find_reserve_tot(),
    )


@bp.post("/wissen")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def erase(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """For good."""
    try:
        erase_notitie(get_context(), get_ik(), casus_id, notitie_id)
    except NietGevonden:
        flash(AL_WEG, "bewaard")
    else:
        flash("De notitie is voorgoed gewist.", "bewaard")
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


def _move(hele: HeleCasus, notitie_id: str, naar: str) -> ResponseReturnValue:
    van = hele.casus.id
    try:
        if all(notitie.id != notitie_id for notitie in hele.notities):
            raise NietGevonden  # also when it is there and afgeschermd
        move_notitie(get_context(), get_ik(), van, naar, notitie_id)
    except NietGevonden:
        flash(AL_WEG, "bewaard")
    except AndereSoort:
        flash("Iemand die echt is en iemand die verzonnen is gaan niet door elkaar. Er is niets verplaatst.", "fout")
    else:
        terug = url_for(".move_back", casus_id=naar, notitie_id=notitie_id, vorige_id=van)
        tell_with_action("Verplaatst. De notitie staat niet meer hier.", terug, "Zet terug")
    return redirect(url_for("verhaal.show", casus_id=van), 303)


def _render_verplaatsen(casus_id: str, notitie_id: str, form: VerplaatsFormulier) -> str:
    gelezen = get_casus(casus_id)
    notitie = _find(gelezen.hele, notitie_id)
    form.fill_wie(list_anderen(current_user.id, casus_id))
    return render_template(
        "notitieweg/verplaatsen.html",
        gelezen=gelezen,
        notitie=notitie,
        form=form,
        a4s=count_a4s_met(casus_id, notitie),
    )


def _find(hele: HeleCasus, notitie_id: str) -> Notitie:
    notitie = next((n for n in hele.notities if n.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie
