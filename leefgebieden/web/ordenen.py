"""Ordenen: giving notities their place afterwards, one at a time; what is skipped may stay as it is."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import NietGevonden, Verouderd
from leefgebieden.actions.notitie import change_notitie
from leefgebieden.domain.notitie import Notitie, Wat, sort_plaatsen
from leefgebieden.domain.ordening import take_beurt
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.casus import GelezenCasus
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.basis import pick
from leefgebieden.web.forms.ordenen import OrdenFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.notitie import tell_bewaard

bp = Blueprint("ordenen", __name__, url_prefix="/mensen/<id:casus_id>/ordenen")
STAPEL_HOOGUIT = 5_000


@bp.get("")
@casus_access(Recht.SCHRIJVEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The next notitie without a place, the oldest first. `?n=2`: two were skipped."""
    gelezen = get_casus(casus_id)
    beurt = take_beurt(gelezen.hele, _read_overgeslagen())
    if beurt.notitie is None:
        return render_template("ordenen/klaar.html", gelezen=gelezen, aantal=beurt.aantal)
    return _render(gelezen, beurt.notitie, f"Notitie {beurt.nummer} van {beurt.aantal}")


@bp.get("/<id:notitie_id>")
@casus_access(Recht.SCHRIJVEN)
def show_notitie(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """This notitie, whether it has a place or not."""
    gelezen = get_casus(casus_id)
    return _render(gelezen, _find(gelezen, notitie_id), "")


@bp.post("/<id:notitie_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Save places and labels as a new version and go on with the next; nothing chosen is skipped."""
    form = OrdenFormulier()
    form.fill_plaatsen()
    zelfde = url_for(".show_notitie", casus_id=casus_id, notitie_id=notitie_id, n=_read_overgeslagen())
    if not form.validate():
        return keep_and_return(_concept_of(notitie_id), casus_id, zelfde)
    huidig = _find(get_casus(casus_id), notitie_id)
    verklaart = (Wat.VERKLAART,) if Wat.VERKLAART in huidig.wat else ()
    nieuw = replace(
        huidig,
        plaatsen=sort_plaatsen(tuple(form.plaatsen.data or ()), get_context().content.kaart),
        wat=pick(Wat, (*(form.wat.data or ()), *verklaart)),
    )
    try:
        gewijzigd = change_notitie(get_context(), get_ik(), casus_id, nieuw, op_versie=form.op_versie)
    except Verouderd as verouderd:
        if not _has_same_place(verouderd.huidig, nieuw):
            return keep_and_return(_concept_of(notitie_id), casus_id, zelfde)
        gewijzigd = False  # a double tap: the first one saved it
    except NietGevonden:
        abort(404)
    let_go(_concept_of(notitie_id), casus_id)
    if gewijzigd:
        tell_bewaard(casus_id, notitie_id, nieuw=True)
    blijft_liggen = nieuw.to_sort and huidig.to_sort
    return redirect(url_for(".show", casus_id=casus_id, n=_read_overgeslagen() + blijft_liggen), 303)


def _render(gelezen: GelezenCasus, notitie: Notitie, voortgang: str) -> ResponseReturnValue:
    kaart = get_context().content.kaart
    versie = gelezen.versies[notitie.id]
    leefgebieden = [kaart.leefgebied_of(plaats).key for plaats in notitie.plaatsen]
    form = OrdenFormulier(plaatsen=[*leefgebieden, *notitie.plaatsen], wat=list(notitie.wat), versie=versie)
    form.fill_plaatsen()
    terug = restore_form(form, _concept_of(notitie.id), gelezen.hele.casus.id)
    intussen = terug is not None and form.op_versie != versie
    form.take_versie(versie)
    return render_template(
        "ordenen/ordenen.html",
        form=form,
        gelezen=gelezen,
        notitie=notitie,
        kaart=kaart,
        intussen=intussen,
        voortgang=voortgang,
        overgeslagen=_read_overgeslagen(),
    )


def _find(gelezen: GelezenCasus, notitie_id: str) -> Notitie:
    notitie = next((n for n in gelezen.hele.notities if n.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie


def _has_same_place(een: Notitie, ander: Notitie) -> bool:
    return (een.plaatsen, een.wat) == (ander.plaatsen, ander.wat)


def _concept_of(notitie_id: str) -> str:
    # not the id alone: under that the words of a begun change of the same notitie are kept
    return f"ordenen {notitie_id}"


def _read_overgeslagen() -> int:
    waarde = request.args.get("n", "")
    # int() of thousands of digits is refused by Python itself, and of "²" too
    return min(int(waarde), STAPEL_HOOGUIT) if waarde.isascii() and waarde.isdigit() and len(waarde) < 6 else 0
