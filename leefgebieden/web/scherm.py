"""The overleg on the big screen: one part at a time, kracht before lastig; what is said, and what is decided.

Who leads lays a part on the table for everybody; who follows opens the same address and sees it change.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.fouten import Botsing, NietGevonden
from leefgebieden.actions.overleg import Afgesloten, Punt, name_punt, record_besluit, record_bijdrage, show_deel
from leefgebieden.domain.afspraak import Afspraak, AfspraakWie, WieSoort
from leefgebieden.domain.overleg import (
    Besluit,
    Bijdrage,
    Deel,
    Kant,
    Overlegrecht,
    divide_minuten,
    find_volgend_deel,
    rewrite_verslag,
)
from leefgebieden.domain.verschil import list_nieuw
from leefgebieden.domain.vorm import Id
from leefgebieden.store.overleg import Nu, fetch_agenda, fetch_overleg
from leefgebieden.web.a4 import read_gemaakt
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.afspraken import NIEMAND
from leefgebieden.web.forms.overleg import BesluitFormulier, BijdrageFormulier, DilemmaFormulier, offer
from leefgebieden.web.gate import for_script, is_worker, overleg_access
from leefgebieden.web.huis import get_context, get_ik
from leefgebieden.web.methodiek_keuze import list_steunen, name_steun
from leefgebieden.web.overleg import make_naamloos, read_logged
from leefgebieden.web.terugkoppeling import list_terugkoppeling

FORMULIEREN = {
    "bijdrage": "scherm/bijdrage.html",
    "dilemma": "scherm/dilemma.html",
    "besluit": "scherm/besluit.html",
}
F = TypeVar("F", BijdrageFormulier, DilemmaFormulier, BesluitFormulier)
bp = Blueprint("scherm", __name__, url_prefix="/overleg/<id:overleg_id>")
DELEN = {
    Deel.VRAAG: "Onze vraag",
    Deel.ZELF: "zelf",
    Deel.KRACHT: "Kracht en kans",
    Deel.LASTIG: "Lastig",
    Deel.WETEN: "Weten we nog niet",
    Deel.AFSPRAKEN: "Afspraken",
    Deel.BESLUIT: "Wat besluiten we?",
}


@bp.get("/scherm")
@overleg_access(Overlegrecht.MEEDOEN)
def show(overleg_id: str) -> ResponseReturnValue:
    """What lies on the table; `?punt=` and `?deel=` show something else, for this screen alone."""
    rij, punten = read_logged(overleg_id)
    nu = _choose(rij.nu, punten)
    punt = next((een for een in punten if een.id == nu.punt), None) if nu else None
    if nu is None or punt is None:
        return render_template("scherm/leeg.html", overleg=rij.overleg)
    if punt.verslag is not None:
        # the whole room reads along: what was said as well as what was released has initials only
        punt = replace(punt, verslag=rewrite_verslag(punt.verslag, make_naamloos(punt)))
    samenvatting = read_gemaakt(punt.samenvatting) if punt.samenvatting else None
    vorige = read_gemaakt(punt.vorige) if punt.vorige else None
    minuten = divide_minuten(rij.overleg.minuten)
    return render_template(
        "scherm/scherm.html",
        overleg=rij.overleg,
        punten=[(een, name_punt(een)) for een in punten],
        punt=punt,
        wie=name_punt(punt) or "deze persoon",
        deel=nu.deel,
        delen=DELEN,
        s=samenvatting,
        nieuw=list_nieuw(vorige, samenvatting) if vorige and samenvatting else (),
        gehoord=list_terugkoppeling(punt) if nu.deel is Deel.AFSPRAKEN else {},
        nu=rij.nu,
        volgt=rij.nu is not None and (rij.nu.punt, rij.nu.deel) == (nu.punt, nu.deel),
        minuten=minuten,
        tot=nu.sinds + timedelta(minutes=minuten),
        over=max(0, round((nu.sinds + timedelta(minutes=minuten) - get_context().now()).total_seconds())),
        volgende=_find_volgende(nu, punten),
        leidt=is_worker(),
        name_steun=name_steun,
    )


@bp.get("/nu")
@overleg_access(Overlegrecht.MEEDOEN)
@for_script
def tell_nu(overleg_id: str) -> ResponseReturnValue:
    """Which part lies on the table, for the screens that follow. Nothing about anybody."""
    rij = fetch_overleg(overleg_id)
    if rij is None:
        abort(404)
    return {"nu": f"{rij.nu.punt}/{rij.nu.deel}" if rij.nu else ""}


@bp.post("/toon")
@overleg_access(Overlegrecht.LEIDEN)
def lay_down(overleg_id: str) -> ResponseReturnValue:
    """Lay a part on the table."""
    punt_id, deel = request.form.get("punt", ""), request.form.get("deel", "")
    if deel not in list(Deel):
        abort(404)
    try:
        show_deel(get_context(), get_ik(), overleg_id, punt_id, Deel(deel))
    except NietGevonden:
        flash("Deze persoon staat niet meer op de agenda.", "fout")
    return redirect(url_for(".show", overleg_id=overleg_id), 303)


@bp.get("/punten/<id:punt_id>/bijdrage")
@overleg_access(Overlegrecht.MEEDOEN)
def ask_bijdrage(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """The form to say something."""
    return _show_form(overleg_id, punt_id, "bijdrage", BijdrageFormulier)


@bp.post("/punten/<id:punt_id>/bijdrage")
@overleg_access(Overlegrecht.MEEDOEN)
def say(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """Say something."""
    form = _take_form(overleg_id, punt_id, BijdrageFormulier)
    if not form.validate():
        return _ask_again(overleg_id, punt_id, "bijdrage", form)
    bij = Id(form.bij.data) if form.bij.data else None
    bijdrage = Bijdrage(
        id=form.get_id(),
        bespreking=Id(punt_id),
        door=get_ik(),
        op=get_context().now(),
        tekst=form.tekst.data or "",
        bij=bij,
        kant=Kant(form.kant.data) if form.kant.data and bij else None,
        leunt_op=form.leunt_op.data or "",
    )
    return _keep(overleg_id, punt_id, "bijdrage", lambda: record_bijdrage(get_context(), overleg_id, bijdrage))


@bp.get("/punten/<id:punt_id>/dilemma")
@overleg_access(Overlegrecht.MEEDOEN)
def ask_dilemma(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """The form for a question with two sides."""
    return _show_form(overleg_id, punt_id, "dilemma", DilemmaFormulier)


@bp.post("/punten/<id:punt_id>/dilemma")
@overleg_access(Overlegrecht.MEEDOEN)
def put_dilemma(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """Put a question on which there are two sides."""
    form = _take_form(overleg_id, punt_id, DilemmaFormulier)
    if not form.validate():
        return _ask_again(overleg_id, punt_id, "dilemma", form)
    vraag = Bijdrage(
        id=form.get_id(),
        bespreking=Id(punt_id),
        door=get_ik(),
        op=get_context().now(),
        tekst=form.tekst.data or "",
        dilemma=True,
    )
    return _keep(overleg_id, punt_id, "dilemma", lambda: record_bijdrage(get_context(), overleg_id, vraag))


@bp.get("/punten/<id:punt_id>/besluit")
@overleg_access(Overlegrecht.LEIDEN)
def ask_besluit(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """The form for what was decided."""
    return _show_form(overleg_id, punt_id, "besluit", BesluitFormulier)


@bp.post("/punten/<id:punt_id>/besluit")
@overleg_access(Overlegrecht.LEIDEN)
def decide(overleg_id: str, punt_id: str) -> ResponseReturnValue:
    """Write down what was decided, with the afspraken that follow from it."""
    form, context = _take_form(overleg_id, punt_id, BesluitFormulier), get_context()
    if not form.validate():
        return _ask_again(overleg_id, punt_id, "besluit", form)
    afspraken = _read_afspraken(form)
    besluit = Besluit(
        id=form.get_id(),
        bespreking=Id(punt_id),
        door=get_ik(),
        op=context.now(),
        wat=form.wat.data or "",
        reden=form.reden.data or "",
        achter=form.achter.data or "",
        anders=form.anders.data or "",
        bij=Id(form.bij.data) if form.bij.data else None,
        vertellen=form.vertellen.data or "",
        afspraken=tuple(afspraak.id for afspraak in afspraken),
    )
    return _keep(overleg_id, punt_id, "besluit", lambda: record_besluit(context, overleg_id, besluit, afspraken))


def _show_form(overleg_id: str, punt_id: str, soort: str, vorm: type[F]) -> ResponseReturnValue:
    punt = _find_punt(overleg_id, punt_id, vorm)
    form = vorm(id=get_context().new_id())
    _fill_choices(form, punt)
    terug = restore_form(form, _name_form(soort, punt_id), punt.casus_id)
    return render_template(
        FORMULIEREN[soort], overleg_id=overleg_id, punt=punt, form=form, terug=terug, wie=name_punt(punt)
    )


def _take_form(overleg_id: str, punt_id: str, vorm: type[F]) -> F:
    punt = _find_punt(overleg_id, punt_id, vorm)
    form = vorm()
    _fill_choices(form, punt)
    return form


def _ask_again(overleg_id: str, punt_id: str, soort: str, form: Any, *, opnieuw: bool = False) -> ResponseReturnValue:
    anders = {"id": get_context().new_id()} if opnieuw or form.id.errors else {}
    naar = url_for(f".ask_{soort}", overleg_id=overleg_id, punt_id=punt_id)
    return keep_and_return(_name_form(soort, punt_id), _find_casus_id(overleg_id, punt_id), naar, **anders)


def _keep(overleg_id: str, punt_id: str, soort: str, bewaar: Callable[[], object]) -> ResponseReturnValue:
    try:
        bewaar()
    except Botsing:
        flash("Dit formulier is al bewaard. Je nieuwe tekst staat er nog. Bewaar hem nog een keer.", "fout")
        return _ask_again(overleg_id, punt_id, soort, None, opnieuw=True)
    except Afgesloten:
        flash("Dit overleg is afgesloten. Je tekst staat er nog. Laat het weer openen om hem te bewaren.", "fout")
        return _ask_again(overleg_id, punt_id, soort, None, opnieuw=True)
    except NietGevonden:
        abort(404)
    let_go(_name_form(soort, punt_id), _find_casus_id(overleg_id, punt_id))
    flash("Bewaard", "bewaard")
    if soort == "bijdrage":
        return redirect(url_for(".show", overleg_id=overleg_id), 303)
    return redirect(url_for(".show", overleg_id=overleg_id, punt=punt_id, deel=Deel.BESLUIT), 303)


def _read_afspraken(form: BesluitFormulier) -> list[Afspraak]:
    """What is to be done, and telling it to the person."""
    nieuw: list[Afspraak] = []
    if form.afspraak.data:
        soort = form.wie.data or NIEMAND
        wie = None if soort == NIEMAND else AfspraakWie(WieSoort(soort), form.wie_naam.data or "")
        nieuw.append(_make_afspraak(form.afspraak.data, wie, form.uiterlijk.data, form.bewaker.data or ""))
    if form.vertellen.data:
        wie = AfspraakWie(WieSoort.MEDEWERKER, form.verteller.data) if form.verteller.data else None
        nieuw.append(_make_afspraak(f"Vertellen: {form.vertellen.data}"[:90], wie, form.verteld_op.data, ""))
    return nieuw


def _make_afspraak(wat: str, wie: AfspraakWie | None, uiterlijk: Any, bewaker: str) -> Afspraak:
    return Afspraak(id=get_context().new_id(), wat=wat, wie=wie, uiterlijk=uiterlijk, bewaker=bewaker)


def _fill_choices(form: Any, punt: Punt) -> None:
    dilemmas = [(een.vraag.id, een.vraag.tekst) for een in punt.verslag.dilemmas] if punt.verslag else []
    if hasattr(form, "bij"):
        offer(form.bij, dilemmas, "over iets anders")
    if hasattr(form, "leunt_op"):
        offer(form.leunt_op, list_steunen(), "niets in het bijzonder")


def _choose(nu: Nu | None, punten: list[Punt]) -> Nu | None:
    """What this screen shows: what the address asks for, else what lies on the table, else the first question."""
    gevraagd, deel = request.args.get("punt"), request.args.get("deel", "")
    bekend = {punt.id for punt in punten}
    if gevraagd in bekend:
        return Nu(str(gevraagd), Deel(deel) if deel in list(Deel) else Deel.VRAAG, get_context().now())
    if nu is not None and nu.punt in bekend:
        return nu
    return Nu(punten[0].id, Deel.VRAAG, get_context().now()) if punten else None


def _find_volgende(nu: Nu, punten: list[Punt]) -> tuple[str, Deel] | None:
    """The part after this one; after the last part the next person; None after the last of all."""
    deel = find_volgend_deel(nu.deel)
    if deel is not None:
        return nu.punt, deel
    ids = [punt.id for punt in punten]
    plek = ids.index(nu.punt) + 1
    return (ids[plek], Deel.VRAAG) if plek < len(ids) else None


def _find_punt(overleg_id: str, punt_id: str, vorm: type[Any]) -> Punt:
    """The point of this address. What was decided is for who may write about this person; the rest for who sees it."""
    _, punten = read_logged(overleg_id)
    punt = next((een for een in punten if een.id == punt_id and een.verslag is not None), None)
    if punt is None:
        abort(404)
    if vorm is BesluitFormulier and not punt.schrijft:
        abort(403)
    return punt


def _find_casus_id(overleg_id: str, punt_id: str) -> str:
    """Whose page begun words belong to: they go when that person is erased."""
    casus_id = next((een.casus_id for een in fetch_agenda(overleg_id) if een.id == punt_id), None)
    if casus_id is None:
        abort(404)
    return casus_id


def _name_form(soort: str, punt_id: str) -> str:
    return f"{soort}-{punt_id}"
