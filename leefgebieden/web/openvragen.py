"""Dit weten we nog niet: questions that stay open, are known one day, or are taken away."""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.openvraag import answer_openvraag, change_openvraag, record_openvraag, remove_openvraag
from leefgebieden.domain.casus import Openvraag
from leefgebieden.domain.notitie import OpA4
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.vragenlijst import split_key
from leefgebieden.store.casus import GelezenCasus
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.openvraag import OpenvraagFormulier, WijzigOpenvraagFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.melding import tell_with_action

bp = Blueprint("openvragen", __name__, url_prefix="/mensen/<id:casus_id>/openvragen")
NIEUW = "openvraag"
INTUSSEN = "Deze vraag is intussen gewijzigd. Er is niets veranderd. Kijk even of het nog klopt."


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The open ones, a field for one more, and those that are known now."""
    gelezen = get_casus(casus_id)
    form = OpenvraagFormulier(id=get_context().new_id())
    restore_form(form, NIEUW, casus_id)
    alle = gelezen.hele.openvragen
    return render_template(
        "openvragen/openvragen.html",
        gelezen=gelezen,
        form=form,
        open=[vraag for vraag in alle if vraag.beantwoord_op is None],
        bekend=[vraag for vraag in alle if vraag.beantwoord_op is not None],
        vraag_adressen={vraag.id: _address_of(casus_id, vraag) for vraag in alle},
    )


@bp.post("")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Note a question. The same one sent twice is one."""
    context = get_context()
    form = OpenvraagFormulier()
    naar = url_for(".show", casus_id=casus_id)
    if not form.validate():
        return keep_and_return(NIEUW, casus_id, naar, **renew_id(form))
    try:
        record_openvraag(context, get_ik(), casus_id, Openvraag(id=form.get_id(), tekst=form.tekst.data or ""))
    except Botsing:
        flash("Dit formulier is al bewaard. Je nieuwe vraag staat hieronder. Bewaar hem nog een keer.", "fout")
        return keep_and_return(NIEUW, casus_id, naar, id=context.new_id())
    let_go(NIEUW, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)


@bp.get("/<id:openvraag_id>")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """The form to change one. When somebody else changed it meanwhile, both texts stand side by side."""
    gelezen = get_casus(casus_id)
    vraag = _find(gelezen, openvraag_id)
    versie = gelezen.versies[openvraag_id]
    velden = {"tekst": vraag.tekst, "op_a4": vraag.op_a4.value, "versie": versie}
    form = WijzigOpenvraagFormulier(**velden)
    terug = restore_form(form, _concept_of(openvraag_id), casus_id)
    verschillen = form.find_verschillen(WijzigOpenvraagFormulier(**velden)) if terug else []
    form.take_versie(versie)
    return render_template(
        "openvragen/wijzig.html", gelezen=gelezen, form=form, vraag=vraag, terug=terug, verschillen=verschillen
    )


@bp.post("/<id:openvraag_id>")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """Save the change."""
    form = WijzigOpenvraagFormulier()
    naar_form = url_for(".edit", casus_id=casus_id, openvraag_id=openvraag_id)
    vraag = _find(get_casus(casus_id), openvraag_id)
    if not form.validate():
        return keep_and_return(_concept_of(openvraag_id), casus_id, naar_form)
    nieuw = replace(vraag, tekst=form.tekst.data or "", op_a4=OpA4(form.op_a4.data or OpA4.AUTO))
    try:
        change_openvraag(get_context(), get_ik(), casus_id, nieuw, op_versie=form.op_versie)
    except Verouderd as verouderd:
        if verouderd.huidig != nieuw:
            return keep_and_return(_concept_of(openvraag_id), casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(_concept_of(openvraag_id), casus_id)
    flash("Bewaard", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:openvraag_id>/terug")
@casus_access(Recht.SCHRIJVEN)
def drop_change(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """Throw a begun change away."""
    let_go(_concept_of(openvraag_id), casus_id)
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:openvraag_id>/bekend")
@casus_access(Recht.SCHRIJVEN)
def answer(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """We know it now: it leaves the list and the A4."""
    vraag = _find(get_casus(casus_id), openvraag_id)
    naar = redirect(url_for(".show", casus_id=casus_id), 303)
    if vraag.beantwoord_op is not None:
        flash("Dit wisten we al. De vraag is van de lijst.", "bewaard")
        return naar
    try:
        answer_openvraag(get_context(), get_ik(), casus_id, vraag, op_versie=_read_versie())
    except (Verouderd, NietGevonden):
        flash(INTUSSEN, "fout")
        return naar
    terug = url_for(".reopen", casus_id=casus_id, openvraag_id=openvraag_id, versie=_read_versie() + 1)
    tell_with_action("Fijn. De vraag is van de lijst.", terug, "Maak ongedaan")
    return naar


@bp.post("/<id:openvraag_id>/open")
@casus_access(Recht.SCHRIJVEN)
def reopen(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """We do not know it after all."""
    vraag = replace(_find(get_casus(casus_id), openvraag_id), beantwoord_op=None)
    try:
        change_openvraag(get_context(), get_ik(), casus_id, vraag, op_versie=_read_versie())
    except (Verouderd, NietGevonden):
        flash(INTUSSEN, "fout")
    else:
        flash("De vraag staat weer op de lijst.", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/<id:openvraag_id>/weg")
@casus_access(Recht.SCHRIJVEN)
def remove(casus_id: str, openvraag_id: str) -> ResponseReturnValue:
    """Take away what should not have been there."""
    gelezen = get_casus(casus_id)
    naar = url_for(".show", casus_id=casus_id)
    vraag = next((v for v in gelezen.hele.openvragen if v.id == openvraag_id), None)
    if vraag is None:
        flash("Deze vraag is al weg.", "bewaard")
        return redirect(naar, 303)
    if gelezen.versies[openvraag_id] != _read_versie():
        flash(INTUSSEN, "fout")
        return redirect(url_for(".edit", casus_id=casus_id, openvraag_id=openvraag_id), 303)
    remove_openvraag(get_context(), get_ik(), casus_id, openvraag_id)
    let_go(_concept_of(openvraag_id), casus_id)
    flash("De vraag is weg.", "bewaard")
    return redirect(naar, 303)


def _find(gelezen: GelezenCasus, openvraag_id: str) -> Openvraag:
    vraag = next((v for v in gelezen.hele.openvragen if v.id == openvraag_id), None)
    if vraag is None:
        abort(404)
    return vraag


def _address_of(casus_id: str, vraag: Openvraag) -> str:
    """Where this question of the vragenlijst is asked; empty for one that a worker thought of."""
    if vraag.vraag not in get_context().content.vragen:
        return ""
    kanaal, fase, rij = split_key(vraag.vraag)
    return url_for("vragen.ask", casus_id=casus_id, kanaal=kanaal, fase=fase, rij=rij)


def _concept_of(openvraag_id: str) -> str:
    return f"openvraag {openvraag_id}"


def _read_versie() -> int:
    """The version that the page showed. Zero, which nothing has, when it does not say."""
    waarde = request.values.get("versie", "")
    return int(waarde) if waarde.isascii() and waarde.isdigit() and len(waarde) < 10 else 0
