"""The logboek of one person: who looked and who did what, for the worker; and the same on paper, for the person."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.domain.logboek import Actie, Geschreven
from leefgebieden.domain.logboeklijst import group_per_dag, sum_per_dag
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.logboek import fetch_logregels
from leefgebieden.store.medewerker import fetch_namen
from leefgebieden.web.bladeren import PER_PAGINA, read_voor
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_context, get_ik, read_logged

bp = Blueprint("logboek", __name__, url_prefix="/mensen/<id:casus_id>/logboek")


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The newest first, a hundred lines at a time. Looking here is a line as well."""
    voor = read_voor()
    with read_logged(casus_id, Actie.LOGBOEK_GELEZEN) as (gelezen, act):
        regels = fetch_logregels(casus_id, voor=voor, hooguit=PER_PAGINA + 1)
        act.aantal = len(regels)
    getoond = regels[:PER_PAGINA]
    return render_template(
        "logboek/logboek.html",
        gelezen=gelezen,
        dagen=group_per_dag(getoond, _find_namen(getoond)),
        eerder=getoond[-1].nummer if len(regels) > PER_PAGINA else None,
        vanaf_begin=voor is None,
    )


@bp.get("/afdruk")
@casus_access(Recht.A4)
def show_afdruk(casus_id: str) -> ResponseReturnValue:
    """Everything, to print and hand over: wie keek er in mijn gegevens?"""
    with read_logged(casus_id, Actie.LOGBOEK_AFGEDRUKT) as (gelezen, act):
        regels = fetch_logregels(casus_id)
        act.aantal = len(regels)
    return render_template(
        "logboek/afdruk.html",
        gelezen=gelezen,
        dagen=sum_per_dag(regels, _find_namen(regels)),
        vandaag=get_context().today(),
        maker=get_ik().naam,
    )


def _find_namen(regels: list[Geschreven]) -> dict[str, str]:
    return fetch_namen({regel.medewerker_id for regel in regels if regel.medewerker_id is not None})
