"""What is known of the person besides the story: names, how to reach, what to mind; and closing and reopening."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.casus import change_casus, close_casus, reopen_casus
from leefgebieden.actions.fouten import Verouderd
from leefgebieden.content.model import Kanaal
from leefgebieden.domain.bewaren import Bewaargrond
from leefgebieden.domain.casus import Casus
from leefgebieden.domain.spoed import Haast
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.basis import pick
from leefgebieden.web.forms.gegevens import AfsluitFormulier, GegevensFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik
from leefgebieden.web.melding import tell_with_action
from leefgebieden.web.opnieuw import need_fresh_sign_in

bp = Blueprint("gegevens", __name__, url_prefix="/mensen/<id:casus_id>")
GEGEVENS = "gegevens"
AFSLUITEN = "afsluiten"


@bp.get("/gegevens")
@casus_access(Recht.SCHRIJVEN)
def edit(casus_id: str) -> ResponseReturnValue:
    """The form. When somebody else changed it meanwhile, both stand side by side."""
    gelezen = get_casus(casus_id)
    velden = _to_fields(gelezen.hele.casus, gelezen.versie)
    form, nu = GegevensFormulier(**velden), GegevensFormulier(formdata=None, **velden)
    terug = restore_form(form, GEGEVENS, casus_id)
    verschillen = form.find_verschillen(nu) if terug else []
    form.take_versie(gelezen.versie)
    return render_template(
        "gegevens/gegevens.html",
        gelezen=gelezen,
        form=form,
        terug=terug,
        verschillen=verschillen,
        wmo_jaren=current_app.config["BEWAREN_WMO"],
    )


@bp.post("/gegevens")
@casus_access(Recht.SCHRIJVEN)
def save(casus_id: str) -> ResponseReturnValue:
    """Save the change."""
    naar_verhaal = url_for("verhaal.show", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(GEGEVENS, casus_id)
        return redirect(naar_verhaal, 303)
    gelezen = get_casus(casus_id)
    form = GegevensFormulier()
    naar_form = url_for(".edit", casus_id=casus_id)
    if not form.validate():
        return keep_and_return(GEGEVENS, casus_id, naar_form)
    huidig = gelezen.hele.casus
    nieuw = _fill(huidig, form)
    if nieuw != huidig:
        if form.op_versie != gelezen.versie:
            return keep_and_return(GEGEVENS, casus_id, naar_form)
        try:
            change_casus(get_context(), get_ik(), nieuw, op_versie=gelezen.versie)
        except Verouderd:
            return keep_and_return(GEGEVENS, casus_id, naar_form)
    let_go(GEGEVENS, casus_id)
    flash("Bewaard", "bewaard")
    return redirect(naar_verhaal, 303)


@bp.get("/afsluiten")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def show_afsluiten(casus_id: str) -> ResponseReturnValue:
    """The form to close with a reason; or, when it is closed, the reason and the way back."""
    gelezen = get_casus(casus_id)
    form = AfsluitFormulier()
    terug = restore_form(form, AFSLUITEN, casus_id)
    if gelezen.hele.casus.afgesloten:
        return render_template("gegevens/heropenen.html", gelezen=gelezen, terug=terug, reden=form.reden.data)
    open_afspraken = sum(afspraak.is_open() for afspraak in gelezen.hele.afspraken)
    return render_template(
        "gegevens/afsluiten.html", gelezen=gelezen, form=form, terug=terug, open_afspraken=open_afspraken
    )


@bp.post("/afsluiten")
@casus_access(Recht.BEHEREN)
@need_fresh_sign_in
def close(casus_id: str) -> ResponseReturnValue:
    """Close with a reason. The story stays."""
    naar_form = url_for(".show_afsluiten", casus_id=casus_id)
    if "gooi_weg" in request.form:
        let_go(AFSLUITEN, casus_id)
        return redirect(url_for("verhaal.show", casus_id=casus_id), 303)
    form = AfsluitFormulier()
    if not form.validate():
        return keep_and_return(AFSLUITEN, casus_id, naar_form)
    gelezen = get_casus(casus_id)
    casus = gelezen.hele.casus
    reden = form.reden.data or ""
    if casus.afgesloten and casus.afgesloten.reden != reden:
        return keep_and_return(AFSLUITEN, casus_id, naar_form)
    if not casus.afgesloten:
        try:
            close_casus(get_context(), get_ik(), casus.id, reden, op_versie=gelezen.versie)
        except Verouderd:
            return keep_and_return(AFSLUITEN, casus_id, naar_form)
    let_go(AFSLUITEN, casus_id)
    heropen = url_for(".reopen", casus_id=casus_id)
    tell_with_action("Afgesloten. Heropenen kan altijd.", heropen, "Heropen")
    return redirect(url_for("mensen.show"), 303)


@bp.post("/heropenen")
@casus_access(Recht.BEHEREN)
def reopen(casus_id: str) -> ResponseReturnValue:
    """Open it again."""
    gelezen = get_casus(casus_id)
    let_go(AFSLUITEN, casus_id)
    try:
        if gelezen.hele.casus.afgesloten:
            reopen_casus(get_context(), get_ik(), gelezen.hele.casus.id, op_versie=gelezen.versie)
    except Verouderd:
        flash("Er is net iets gewijzigd. Probeer het nog een keer.", "fout")
        return redirect(url_for(".show_afsluiten", casus_id=casus_id), 303)
    flash("Weer open", "bewaard")
    return redirect(url_for("verhaal.show", casus_id=casus_id), 303)


def _to_fields(casus: Casus, versie: int) -> dict[str, Any]:
    return {
        "naam": casus.naam,
        "roepnaam": casus.roepnaam,
        "schuilnaam": casus.schuilnaam,
        "leeftijd": casus.leeftijd,
        "in_een_zin": casus.in_een_zin,
        "kanaal": casus.kanaal.value,
        "bereik": casus.bereik,
        "let_op": casus.let_op,
        "bewaren": casus.bewaren.value,
        "haast": [haast.value for haast in casus.haast],
        "versie": versie,
    }


def _fill(casus: Casus, form: GegevensFormulier) -> Casus:
    nieuw = replace(
        casus,
        naam=form.naam.data or "",
        roepnaam=form.roepnaam.data or "",
        schuilnaam=form.schuilnaam.data or "",
        leeftijd=form.leeftijd.data,
        in_een_zin=form.in_een_zin.data or "",
        kanaal=Kanaal(form.kanaal.data),
        bereik=form.bereik.data or "",
        let_op=form.let_op.data or "",
        bewaren=Bewaargrond(form.bewaren.data or Bewaargrond.OUTREACH),
        haast=pick(Haast, form.haast.data),
    )
    if nieuw.leeftijd == casus.leeftijd:
        return nieuw
    # an age is only true on the day that it was said
    return replace(nieuw, leeftijd_op=None if nieuw.leeftijd is None else get_context().today())
