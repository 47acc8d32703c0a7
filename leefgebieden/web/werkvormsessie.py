"""A werkvorm that a group does, for who leads it: one step large on the screen, the code to join, and what is written."""

from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.werkvorm import (
    Gesloten,
    Vol,
    close_werkvorm,
    go_to,
    is_open_for_guests,
    open_for_guests,
    read_stand,
    record_belofte_afloop,
    throw_away,
    write_along,
)
from leefgebieden.content.model import Opbrengst, Werkgroep, Werkvorm
from leefgebieden.domain.vorm import Id
from leefgebieden.domain.werkvorm import (
    Gast,
    Inbreng,
    collect_vragen,
    count_minuten,
    divide_vraagtijd,
    fill_in,
    list_beloften,
    show_code,
    step_to,
)
from leefgebieden.store.werkvormsessie import Werkvormsessie, fetch_gasten, fetch_inbreng
from leefgebieden.web.concept import keep_and_return, let_go, renew_id, restore_form
from leefgebieden.web.forms.werkvorm import AfloopFormulier, InbrengFormulier, make_inbrengformulier
from leefgebieden.web.gate import for_script, is_worker, leads_werkvorm
from leefgebieden.web.huis import get_content, get_context, get_ik

bp = Blueprint("werkvormsessie", __name__, url_prefix="/werkvormen/sessies/<id:sessie_id>")
_CODE = "werkvormcode"
"""In the session of the browser of who leads: the code, which is kept nowhere else as it is."""


@bp.get("")
@leads_werkvorm
def show(sessie_id: str) -> ResponseReturnValue:
    """The step that the group is at; after the end what came of it."""
    sessie = get_sessie()
    form = make_form(sessie, None, id=get_context().new_id())
    terug = restore_form(form, _name_form(sessie), "") if form is not None else None
    code = session.get(_CODE, {}).get(sessie_id, "") if is_open_for_guests(get_context(), sessie) else ""
    return render_template(
        "werkvormsessie/sessie.html",
        code=show_code(code) if code else "",
        terug=terug,
        gasten=fetch_gasten(sessie_id),
        werkt=is_worker(),
        **describe(sessie, None, form),
    )


@bp.get("/nu")
@leads_werkvorm
@for_script
def tell_nu(sessie_id: str) -> ResponseReturnValue:  # noqa: ARG001  # the gate read it
    """Whether there is something new to show."""
    return {"nu": read_stand(get_sessie())}


@bp.post("/code")
@leads_werkvorm
def make_code(sessie_id: str) -> ResponseReturnValue:
    """A new code for the phones of the group."""
    try:
        code = open_for_guests(get_context(), get_ik(), sessie_id)
    except (NietGevonden, Gesloten):
        return _go_back(sessie_id)
    # only the newest: the cookie stays small
    session[_CODE] = {sessie_id: code}
    return _go_back(sessie_id)


@bp.post("/stap")
@leads_werkvorm
def go(sessie_id: str) -> ResponseReturnValue:
    """Go to another step."""
    try:
        go_to(get_context(), get_ik(), sessie_id, request.form.get("stap", ""))
    except NietGevonden:
        abort(404)
    except Gesloten:
        flash("Deze werkvorm is afgesloten.", "fout")
    return _go_back(sessie_id)


@bp.post("/schrijf")
@leads_werkvorm
def write(sessie_id: str) -> ResponseReturnValue:
    """Write something down, as who leads."""
    sessie, ik = get_sessie(), get_ik()
    form = make_form(sessie, None)
    if form is None:
        return _go_back(sessie_id)
    naar = url_for(".show", sessie_id=sessie_id)
    if not form.validate():
        return keep_and_return(_name_form(sessie), "", naar, **renew_id(form))
    if fout := keep_inbreng(sessie, form, Gast(ik.id, ik.naam[:40]), is_gast=False):
        flash(fout, "fout")
        return keep_and_return(_name_form(sessie), "", naar, id=get_context().new_id())
    let_go(_name_form(sessie), "")
    flash("Bewaard", "bewaard")
    return _go_back(sessie_id)


@bp.post("/sluit")
@leads_werkvorm
def close(sessie_id: str) -> ResponseReturnValue:
    """It is over."""
    close_werkvorm(get_context(), get_ik(), sessie_id)
    flash("Afgesloten. Wat jullie je voornamen komt terug bij Werkvormen.", "bewaard")
    return _go_back(sessie_id)


@bp.post("/weg")
@leads_werkvorm
def drop(sessie_id: str) -> ResponseReturnValue:
    """Throw it away, with all that was written."""
    throw_away(get_context(), get_ik(), sessie_id)
    flash("Weggegooid, met alles wat er stond.", "bewaard")
    return redirect(url_for("werkvormen.show"), 303)


@bp.get("/beloften/<id:inbreng_id>")
@leads_werkvorm
def ask_afloop(sessie_id: str, inbreng_id: str) -> ResponseReturnValue:
    """What became of a promise?"""
    belofte = _find_belofte(sessie_id, inbreng_id)
    form = AfloopFormulier(afloop=belofte.afloop)
    restore_form(form, f"belofte-{inbreng_id}", "")
    return render_template("werkvormsessie/belofte.html", belofte=belofte, form=form, sessie=get_sessie())


@bp.post("/beloften/<id:inbreng_id>")
@leads_werkvorm
def save_afloop(sessie_id: str, inbreng_id: str) -> ResponseReturnValue:
    """Write down what became of it."""
    _find_belofte(sessie_id, inbreng_id)
    form = AfloopFormulier()
    if not form.validate():
        naar = url_for(".ask_afloop", sessie_id=sessie_id, inbreng_id=inbreng_id)
        return keep_and_return(f"belofte-{inbreng_id}", "", naar)
    record_belofte_afloop(get_context(), get_ik(), sessie_id, inbreng_id, form.afloop.data or "")
    let_go(f"belofte-{inbreng_id}", "")
    flash("Bewaard", "bewaard")
    return redirect(url_for("werkvormen.show"), 303)


def get_sessie() -> Werkvormsessie:
    """The session that the gate let somebody into."""
    sessie: Werkvormsessie = g.werkvormsessie
    return sessie


def find_werkvorm(sessie: Werkvormsessie) -> Werkvorm:
    """The werkvorm of a session; 404 when a team took it away, or the step that it is at."""
    werkvorm = get_content().werkvormen.get(sessie.werkvorm)
    if werkvorm is None or sessie.stap not in werkvorm.per_key:
        abort(404)
    return werkvorm


def find_groep(werkvorm: Werkvorm, gast: Gast | None) -> Werkgroep | None:
    """The group that somebody sits with."""
    return next((een for een in werkvorm.groepen if gast is not None and een.key == gast.groep), None)


def make_form(sessie: Werkvormsessie, gast: Gast | None, **velden: Any) -> InbrengFormulier | None:
    """The form to write along: of the step that it was made for, else of the step that the group is at."""
    werkvorm = find_werkvorm(sessie)
    gevraagd = request.form.get("stap", "")
    stap = werkvorm.per_key.get(gevraagd) or werkvorm.per_key[sessie.stap]
    # only an offer is for a question of somebody
    biedt = any(een.soort is Opbrengst.AANBOD for een in stap.noteren)
    vragen = collect_vragen(fetch_inbreng(sessie.id)) if biedt else []
    return make_inbrengformulier(stap, vragen, find_groep(werkvorm, gast), **velden)


def keep_inbreng(sessie: Werkvormsessie, form: InbrengFormulier, door: Gast, *, is_gast: bool) -> str:
    """Keep what a valid form holds. Returns what went wrong, in words; empty when all is well."""
    soort = form.gekozen
    bij = Id(form.bij.data) if soort is Opbrengst.AANBOD and form.bij.data else None
    nieuw = Inbreng(
        id=form.get_id(),
        stap=form.stap.data or sessie.stap,
        soort=soort,
        door=door,
        op=get_context().now(),
        tekst=form.tekst.data or "",
        bij=bij,
        uiterlijk=form.uiterlijk.data,
    )
    try:
        write_along(get_context(), sessie.id, nieuw, is_gast=is_gast)
    except Botsing:
        return "Dit formulier is al bewaard. Je nieuwe tekst staat er nog. Bewaar hem nog een keer."
    except Gesloten:
        return "Deze werkvorm is afgesloten, of de code is verlopen. Er is niets bewaard. Je tekst staat er nog."
    except Vol:
        return "Er staat al heel veel. Er is niets bewaard. Je tekst staat er nog."
    except NietGevonden:
        return "De vraag waar dit bij hoort is weg. Er is niets bewaard. Je tekst staat er nog."
    return ""


def describe(sessie: Werkvormsessie, gast: Gast | None, form: InbrengFormulier | None) -> dict[str, Any]:
    """What every screen of a session shows of it."""
    werkvorm = find_werkvorm(sessie)
    stap, groep = werkvorm.per_key[sessie.stap], find_groep(werkvorm, gast)
    inbreng = fetch_inbreng(sessie.id)
    vragen = collect_vragen(inbreng)
    minuten = count_minuten(stap, len(vragen))
    verstreken = (get_context().now() - sessie.stap_sinds).total_seconds()
    return {
        "sessie": sessie,
        "werkvorm": werkvorm,
        "kaart": get_content().methodiek.get(werkvorm.kaart),
        "stap": stap,
        "groep": groep,
        "form": form,
        "vul": partial(fill_in, groep=groep),
        "vullers": {een.key: partial(fill_in, groep=een) for een in werkvorm.groepen},
        "hier": [een for een in inbreng if een.stap == stap.key and een.bij is None],
        "inbreng": inbreng,
        "vragen": vragen,
        "beloften": list_beloften(inbreng),
        "minuten": minuten,
        "over": max(0, round(minuten * 60 - verstreken)),
        "vraagtijd": divide_vraagtijd(stap, len(vragen)),
        "vorige": step_to(werkvorm, sessie.stap, -1),
        "volgende": step_to(werkvorm, sessie.stap, 1),
        "stand": read_stand(sessie),
    }


def _find_belofte(sessie_id: str, inbreng_id: str) -> Inbreng:
    belofte = next((een for een in list_beloften(fetch_inbreng(sessie_id)) if een.id == inbreng_id), None)
    if belofte is None:
        abort(404)
    return belofte


def _go_back(sessie_id: str) -> ResponseReturnValue:
    return redirect(url_for(".show", sessie_id=sessie_id), 303)


def _name_form(sessie: Werkvormsessie) -> str:
    return f"werkvorm-{sessie.id}"
