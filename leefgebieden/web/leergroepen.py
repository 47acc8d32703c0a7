"""The groups that one leads or takes part in, and making one."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.leergroep import make_groep
from leefgebieden.domain.leergroep import Leergroep, copy_leergroep, find_volgende, plan_bijeenkomsten
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.leergroep import fetch_groepen_met, fetch_groepen_van
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.leergroep import LEEG, NieuweGroepFormulier
from leefgebieden.web.gate import docent, signed_in
from leefgebieden.web.huis import get_content, get_context, get_ik, get_vandaag

bp = Blueprint("leergroepen", __name__, url_prefix="/leergroepen")
NIEUW = "leergroep"


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """Those that one leads, and those that one takes part in, each with what comes next."""
    return render_template(
        "leergroepen/leergroepen.html",
        leidt=_with_next([rij.groep for rij in fetch_groepen_van(current_user.id)]),
        doet_mee=_with_next([rij.groep for rij in fetch_groepen_met(current_user.id)]),
        per_key=get_content().cursus.per_key,
        docent=Rol.DOCENT in fetch_rollen(current_user.id),
    )


@bp.get("/nieuw")
@docent
def new() -> ResponseReturnValue:
    """The form: a name, and whose course to take over."""
    form = NieuweGroepFormulier(id=get_context().new_id())
    form.offer_groepen(_list_eigen())
    terug = restore_form(form, NIEUW, "")
    return render_template("leergroepen/nieuw.html", form=form, terug=terug)


@bp.post("/nieuw")
@docent
def create() -> ResponseReturnValue:
    """Make it."""
    if "gooi_weg" in request.form:
        let_go(NIEUW, "")
        return redirect(url_for(".show"), 303)
    form, context, eigen = NieuweGroepFormulier(), get_context(), _list_eigen()
    form.offer_groepen(eigen)
    if not form.validate():
        return keep_and_return(NIEUW, "", url_for(".new"), **renew_id(form))
    van = next((groep for groep in eigen if groep.id == form.van.data and form.van.data != LEEG), None)
    naam = form.naam.data or ""
    if van is not None:
        nieuw = copy_leergroep(van, form.get_id(), get_ik(), context.now(), naam)
    else:
        plan = plan_bijeenkomsten(get_content().cursus, {})
        nieuw = Leergroep(form.get_id(), get_ik(), context.now(), naam, plan)
    try:
        make_groep(context, nieuw)
    except Botsing:
        return keep_and_return(NIEUW, "", url_for(".new"), id=context.new_id())
    let_go(NIEUW, "")
    return redirect(url_for("leergroep.show", groep_id=nieuw.id), 303)


def _list_eigen() -> list[Leergroep]:
    return [rij.groep for rij in fetch_groepen_van(current_user.id)]


def _with_next(groepen: list[Leergroep]) -> list[tuple[Leergroep, object]]:
    return [(groep, find_volgende(groep, get_vandaag())) for groep in groepen]
