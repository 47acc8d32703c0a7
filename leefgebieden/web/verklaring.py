"""The person's own statement: beside one notitie, or beside everything."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.verklaring import add_verklaring
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.verklaring import Verklaring
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.toestemming import VerklaringFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("verklaring", __name__, url_prefix="/mensen/<id:casus_id>")
FORMULIER = "verklaring"


@bp.get("/verklaring")
@casus_access(Recht.SCHRIJVEN)
def show(casus_id: str) -> ResponseReturnValue:
    """What the person said of everything, and the form."""
    return _render(casus_id, None)


@bp.get("/notities/<id:notitie_id>/verklaring")
@casus_access(Recht.SCHRIJVEN)
def show_bij_notitie(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """What the person said of this notitie, and the form."""
    return _render(casus_id, notitie_id)


@bp.post("/verklaring")
@casus_access(Recht.SCHRIJVEN)
def add(casus_id: str) -> ResponseReturnValue:
    """Add it."""
    return _add(casus_id, None, url_for(".show", casus_id=casus_id))


@bp.post("/notities/<id:notitie_id>/verklaring")
@casus_access(Recht.SCHRIJVEN)
def add_bij_notitie(casus_id: str, notitie_id: str) -> ResponseReturnValue:
    """Add it to this notitie."""
    naar_form = url_for(".show_bij_notitie", casus_id=casus_id, notitie_id=notitie_id)
    return _add(casus_id, notitie_id, naar_form)


def _render(casus_id: str, notitie_id: str | None) -> str:
    gelezen = get_casus(casus_id)
    notitie = _find(gelezen.hele.notities, notitie_id) if notitie_id else None
    form = VerklaringFormulier(id=get_context().new_id())
    terug = restore_form(form, f"{FORMULIER}{notitie_id or ''}", casus_id)
    return render_template(
        "verklaring/verklaring.html",
        gelezen=gelezen,
        notitie=notitie,
        verklaringen=(notitie or gelezen.hele.casus).verklaringen,
        form=form,
        terug=terug,
    )


def _add(casus_id: str, notitie_id: str | None, naar_form: str) -> ResponseReturnValue:
    formulier = f"{FORMULIER}{notitie_id or ''}"
    naar_verhaal = url_for("verhaal.show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(formulier, casus_id)
        return redirect(naar_verhaal, 303)
    if notitie_id:
        _find(get_casus(casus_id).hele.notities, notitie_id)
    form = VerklaringFormulier()
    if not form.validate():
        return keep_and_return(formulier, casus_id, naar_form, **renew_id(form))
    verklaring = Verklaring(form.get_id(), get_context().now(), get_ik(), form.tekst.data or "")
    try:
        add_verklaring(get_context(), get_ik(), casus_id, verklaring, notitie_id)
    except Botsing:
        return keep_and_return(formulier, casus_id, naar_form, id=get_context().new_id())
    except NietGevonden:
        abort(404)
    let_go(formulier, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar_verhaal, 303)


def _find(notities: tuple[Notitie, ...], notitie_id: str) -> Notitie:
    notitie = next((n for n in notities if n.id == notitie_id), None)
    if notitie is None:
        abort(404)
    return notitie
