"""The family around the person: who belongs to whom, drawn in generations."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.actions.familie import record_verwantschap, remove_verwantschap
from leefgebieden.actions.fouten import NietGevonden
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.genogram import Familielid, draw_genogram
from leefgebieden.domain.netwerk import PERSOON, Kring, Verwantschap, VerwantschapSoort
from leefgebieden.domain.stamboom import make_stamboom
from leefgebieden.domain.tekening import Tekening
from leefgebieden.domain.toegang import Recht
from leefgebieden.pdf.maatlat import Lettermaat
from leefgebieden.store.casus import GelezenCasus
from leefgebieden.web.forms.familie import SOORTEN, FamilieFormulier
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context, get_ik

bp = Blueprint("familie", __name__, url_prefix="/mensen/<id:casus_id>/netwerk/familie")


@dataclass(frozen=True)
class Regel:
    """One tie as it reads, with what takes it away."""

    wie: str
    zin: str
    ander: str
    rij: Verwantschap


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The drawing, the same in sentences, and a form for one more."""
    gelezen = get_casus(casus_id)
    form = FamilieFormulier()
    form.fill_mensen(_list_familie(gelezen.hele))
    return _render(gelezen, form)


@bp.post("")
@casus_access(Recht.SCHRIJVEN)
def create(casus_id: str) -> ResponseReturnValue:
    """Say how two people belong together."""
    gelezen = get_casus(casus_id)
    form = FamilieFormulier()
    form.fill_mensen(_list_familie(gelezen.hele))
    if not form.validate():
        return _render(gelezen, form), 400
    try:
        record_verwantschap(get_context(), get_ik(), casus_id, _read(form.van.data, form.naar.data, form.soort.data))
    except NietGevonden:
        flash("Een van deze mensen staat niet meer in het netwerk. Er is niets veranderd.", "fout")
    else:
        flash("Bewaard", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


@bp.post("/haal-weg")
@casus_access(Recht.SCHRIJVEN)
def remove(casus_id: str) -> ResponseReturnValue:
    """Take one away."""
    velden = request.form
    if velden.get("soort") in list(VerwantschapSoort):
        weg = _read(velden.get("van", "")[:40], velden.get("naar", "")[:40], velden["soort"])
        remove_verwantschap(get_context(), get_ik(), casus_id, weg)
        flash("Weggehaald", "bewaard")
    return redirect(url_for(".show", casus_id=casus_id), 303)


def draw_familie(hele: HeleCasus) -> Tekening | None:
    """The genogram; None while nobody's family is known."""
    if not hele.verwantschap:
        return None
    leden = [Familielid(PERSOON, hele.casus.noemnaam)]
    leden += [Familielid(lid.id, lid.wie, lid.gestalte, lid.overleden, lid.contact) for lid in hele.netwerk]
    return draw_genogram(leden, make_stamboom(hele.verwantschap), Lettermaat())


def _render(gelezen: GelezenCasus, form: FamilieFormulier) -> str:
    namen = dict(_list_mensen(gelezen.hele))
    regels = [
        Regel(namen.get(rij.van, "?"), SOORTEN[rij.soort], namen.get(rij.naar, "?"), rij)
        for rij in gelezen.hele.verwantschap
    ]
    return render_template(
        "familie/familie.html", gelezen=gelezen, form=form, regels=regels, tekening=draw_familie(gelezen.hele)
    )


def _list_mensen(hele: HeleCasus) -> list[tuple[str, str]]:
    return [(PERSOON, hele.casus.noemnaam), *((lid.id, lid.wie) for lid in hele.netwerk)]


def _list_familie(hele: HeleCasus) -> list[tuple[str, str]]:
    """Who may belong to the family: no institution, unless it was said before."""
    instanties = {lid.id for lid in hele.netwerk if lid.kring is Kring.HULP_EN_INSTANTIES}
    gezegd = {wie for rij in hele.verwantschap for wie in (rij.van, rij.naar)}
    return [(wie, naam) for wie, naam in _list_mensen(hele) if wie not in instanties or wie in gezegd]


def _read(van: str, naar: str, soort: str) -> Verwantschap:
    return Verwantschap(van, naar, VerwantschapSoort(soort))
