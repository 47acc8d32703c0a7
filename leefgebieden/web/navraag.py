"""Asking a colleague about one notitie. Who works with the person answers; who asked sees the answer."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden, Verouderd
from leefgebieden.actions.navraag import answer_navraag, ask_navraag
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.navraag import Antwoordregel, Navraag
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.vorm import Id
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.navraag import AntwoordFormulier, NavraagFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("navraag", __name__, url_prefix="/mensen/<id:casus_id>/notities/<id:notitie_id>/navraag")


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """The notitie, what was asked about it, and the form to ask."""
    gelezen = get_casus(casus_id)
    notitie = _find_notitie(gelezen.hele, notitie_id)
    form = NavraagFormulier(id=get_context().new_id())
    terug = restore_form(form, _name(notitie_id), casus_id)
    return render_template(
        "navraag/navraag.html",
        gelezen=gelezen,
        notitie=notitie,
        navragen=_list_navragen(gelezen.hele, notitie_id),
        form=form,
        terug=terug,
    )


@bp.post("")
@casus_access(Recht.LEZEN)
def ask(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Ask it."""
    hier = url_for(".show", casus_id=casus_id, notitie_id=notitie_id)
    if "gooi_weg" in request.form:
        let_go(_name(notitie_id), casus_id)
        return redirect(hier, 303)
    _find_notitie(get_casus(casus_id).hele, notitie_id)
    form, context = NavraagFormulier(), get_context()
    if not form.validate():
        return keep_and_return(_name(notitie_id), casus_id, hier, **renew_id(form))
    navraag = Navraag(form.get_id(), Id(notitie_id), context.now(), get_ik(), form.tekst.data or "")
    try:
        ask_navraag(context, casus_id, navraag)
    except Botsing:
        return keep_and_return(_name(notitie_id), casus_id, hier, id=context.new_id())
    except NietGevonden:
        abort(404)
    let_go(_name(notitie_id), casus_id)
    flash("Gevraagd. Wie hiermee werkt, ziet je vraag bij Komt terug.", "bewaard")
    return redirect(hier, 303)


@bp.get("/<id:navraag_id>")
@casus_access(Recht.SCHRIJVEN)
def show_antwoord(casus_id: str, notitie_id: str, navraag_id: str) -> ResponseReturnValue:
    """The question, and the form to answer."""
    gelezen = get_casus(casus_id)
    notitie, navraag = _find_notitie(gelezen.hele, notitie_id), _find_navraag(gelezen.hele, navraag_id)
    form = AntwoordFormulier()
    terug = restore_form(form, navraag_id, casus_id)
    return render_template(
        "navraag/antwoord.html", gelezen=gelezen, notitie=notitie, navraag=navraag, form=form, terug=terug
    )


@bp.post("/<id:navraag_id>")
@casus_access(Recht.SCHRIJVEN)
def answer(casus_id: str, notitie_id: str, navraag_id: str) -> ResponseReturnValue:
    """Answer it. When a colleague was first, his answer stands; the words that were typed are kept to read."""
    naar_form = url_for(".show_antwoord", casus_id=casus_id, notitie_id=notitie_id, navraag_id=navraag_id)
    if "gooi_weg" in request.form:
        let_go(navraag_id, casus_id)
        return redirect(url_for(".show", casus_id=casus_id, notitie_id=notitie_id), 303)
    _find_navraag(get_casus(casus_id).hele, navraag_id)
    form, context = AntwoordFormulier(), get_context()
    if not form.validate():
        return keep_and_return(navraag_id, casus_id, naar_form)
    try:
        answer_navraag(context, casus_id, navraag_id, Antwoordregel(context.now(), get_ik(), form.tekst.data or ""))
    except Verouderd:
        return keep_and_return(navraag_id, casus_id, naar_form)
    except NietGevonden:
        abort(404)
    let_go(navraag_id, casus_id)
    flash("Bewaard. Wie het vroeg, ziet je antwoord.", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id, notitie_id=notitie_id), 303)


def _name(notitie_id: str) -> str:
    return f"navraag{notitie_id}"


def _find_notitie(hele: HeleCasus, notitie_id: str) -> Notitie:
    notitie = next((een for een in hele.notities if een.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie


def _find_navraag(hele: HeleCasus, navraag_id: str) -> Navraag:
    navraag = next((een for een in hele.navragen if een.id == navraag_id), None)
    if navraag is None:
        abort(404)
    return navraag


def _list_navragen(hele: HeleCasus, notitie_id: str) -> list[Navraag]:
    return sorted((een for een in hele.navragen if een.notitie == notitie_id), key=lambda een: een.op)
