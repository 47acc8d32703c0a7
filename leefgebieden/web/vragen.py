"""The integrale vragenlijst: all questions of one kanaal, and one question per page. An answer is an ordinary notitie."""

from dataclasses import replace

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.openvraag import record_openvraag
from leefgebieden.content.model import Kanaal, Vraag, Vragenlijst
from leefgebieden.domain.afspraak import sort_afspraken
from leefgebieden.domain.casus import HeleCasus, Openvraag
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.vragenlijst import Stap, fill_in, find_antwoorden, find_stap, shorten_vraag, split_key
from leefgebieden.web.concept import keep_form, let_go, restore_form
from leefgebieden.web.forms.basis import FormulierMetId
from leefgebieden.web.forms.notitie import NotitieFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.notitie import save_nieuw

bp = Blueprint(
    "vragen", __name__, url_prefix="/mensen/<id:casus_id>/vragen/<any(telefoon, loket, eropaf, crisis):kanaal>"
)
SETTINGS = {
    "loket": "TEAM_LOKET",
    "stadsdeel": "TEAM_STADSDEEL",
    "organisatie": "TEAM_ORGANISATIE",
    "aanvullen": "TEAM_AANVULLEN",
}


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str, kanaal: str) -> ResponseReturnValue:
    """All questions of this kanaal under their phases."""
    gelezen = get_casus(casus_id)
    lijst = _get_lijst(kanaal)
    return render_template(
        "vragen/vragen.html",
        gelezen=gelezen,
        lijst=lijst,
        kanalen=[(k.value, get_context().content.vragenlijsten[k].naam) for k in Kanaal],
        zinnen={vraag.key: _fill(vraag) for vraag in lijst.vragen},
        adressen={vraag.key: _address_of(casus_id, vraag) for vraag in lijst.vragen},
        antwoorden={vraag.key: len(find_antwoorden(gelezen.hele.notities, vraag.key)) for vraag in lijst.vragen},
        openstaand={vraag.key for vraag in lijst.vragen if _find_openvraag(gelezen.hele, vraag)},
        crisisnummer=current_app.config["TEAM_CRISISNUMMER"],
    )


@bp.get("/<fase>/<rij>")
@casus_access(Recht.SCHRIJVEN)
def ask(casus_id: str, kanaal: str, fase: str, rij: str) -> ResponseReturnValue:
    """One question."""
    stap = _get_stap(kanaal, fase, rij)
    gelezen = get_casus(casus_id)
    form = NotitieFormulier(id=get_context().new_id(), vraag=stap.vraag.key)
    form.fill_plaatsen()
    terug = restore_form(form, _concept_of(stap.vraag), casus_id)
    return render_template(
        "vragen/vraag.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        lijst=_get_lijst(kanaal),
        stap=stap,
        zin=_fill(stap.vraag),
        plek={"casus_id": casus_id, "kanaal": kanaal, "fase": fase, "rij": rij},
        hier=_address_of(casus_id, stap.vraag),
        verder=_where_next(casus_id, stap),
        vorige=_address_of(casus_id, stap.vorige) if stap.vorige else "",
        antwoorden=find_antwoorden(gelezen.hele.notities, stap.vraag.key),
        afspraken=[a for a in sort_afspraken(gelezen.hele.afspraken) if a.is_open()],
        openvraag=_find_openvraag(gelezen.hele, stap.vraag),
        kaart=get_context().content.kaart,
    )


@bp.post("/<fase>/<rij>")
@casus_access(Recht.SCHRIJVEN)
def answer(casus_id: str, kanaal: str, fase: str, rij: str) -> ResponseReturnValue:
    """Save the answer as a notitie that names its question, and go on with the next one."""
    stap = _get_stap(kanaal, fase, rij)
    form = NotitieFormulier()
    form.fill_plaatsen()
    hier, concept = _address_of(casus_id, stap.vraag), _concept_of(stap.vraag)
    if (terug := save_nieuw(form, casus_id, concept=concept, naar_form=hier, vraag=stap.vraag.key)) is not None:
        return terug
    return redirect(_where_next(casus_id, stap), 303)


@bp.post("/<fase>/<rij>/niet-nu")
@casus_access(Recht.SCHRIJVEN)
def skip(casus_id: str, kanaal: str, fase: str, rij: str) -> ResponseReturnValue:
    """Do not ask it now: just go on. Words that were begun wait at the question."""
    stap = _get_stap(kanaal, fase, rij)
    _keep_words(casus_id, stap.vraag)
    return redirect(_where_next(casus_id, stap), 303)


@bp.post("/<fase>/<rij>/weet-niet")
@casus_access(Recht.SCHRIJVEN)
def leave_open(casus_id: str, kanaal: str, fase: str, rij: str) -> ResponseReturnValue:
    """Put the question on the list of what we do not know yet, once, and go on."""
    stap = _get_stap(kanaal, fase, rij)
    context = get_context()
    form = FormulierMetId()
    _keep_words(casus_id, stap.vraag)
    if not _find_openvraag(get_casus(casus_id).hele, stap.vraag):
        # the id of the form makes a double tap one question
        openvraag_id = form.get_id() if form.validate() else context.new_id()
        openvraag = Openvraag(id=openvraag_id, tekst=shorten_vraag(_fill(stap.vraag)), vraag=stap.vraag.key)
        try:
            record_openvraag(context, get_ik(), casus_id, openvraag)
        except Botsing as botsing:
            # the same form again, after somebody answered or changed it: then it is on the list already, or was
            if botsing.bewaard is None or botsing.bewaard.vraag != stap.vraag.key:
                record_openvraag(context, get_ik(), casus_id, replace(openvraag, id=context.new_id()))
    flash("Staat bij Dit weten we nog niet.", "bewaard")
    return redirect(_where_next(casus_id, stap), 303)


@bp.post("/<fase>/<rij>/weg")
@casus_access(Recht.SCHRIJVEN)
def drop(casus_id: str, kanaal: str, fase: str, rij: str) -> ResponseReturnValue:
    """Throw the begun words away."""
    stap = _get_stap(kanaal, fase, rij)
    let_go(_concept_of(stap.vraag), casus_id)
    return redirect(_address_of(casus_id, stap.vraag), 303)


def _get_lijst(kanaal: str) -> Vragenlijst:
    return get_context().content.vragenlijsten[Kanaal(kanaal)]


def _get_stap(kanaal: str, fase: str, rij: str) -> Stap:
    stap = find_stap(_get_lijst(kanaal), fase, rij)
    if stap is None:
        abort(404)
    return stap


def _fill(vraag: Vraag) -> str:
    invulling = {plek: str(current_app.config[setting]) for plek, setting in SETTINGS.items()}
    return fill_in(vraag.tekst, {**invulling, "naam": get_ik().naam})


def _address_of(casus_id: str, vraag: Vraag) -> str:
    kanaal, fase, rij = split_key(vraag.key)
    return url_for("vragen.ask", casus_id=casus_id, kanaal=kanaal, fase=fase, rij=rij)


def _where_next(casus_id: str, stap: Stap) -> str:
    if stap.volgende is not None:
        return _address_of(casus_id, stap.volgende)
    return url_for("vragen.show", casus_id=casus_id, kanaal=split_key(stap.vraag.key)[0])


def _find_openvraag(hele: HeleCasus, vraag: Vraag) -> Openvraag | None:
    return next((v for v in hele.openvragen if v.vraag == vraag.key and v.beantwoord_op is None), None)


def _keep_words(casus_id: str, vraag: Vraag) -> None:
    if request.form.get("tekst", "").strip():
        keep_form(_concept_of(vraag), casus_id, fout=False)


def _concept_of(vraag: Vraag) -> str:
    return f"vraag {vraag.key}"
