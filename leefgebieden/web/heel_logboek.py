"""What happened in the whole app, for the beheerder: who did what, and when. Never about whom, and no reasons."""

from datetime import timedelta

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.actions.lezen import read_heel_logboek
from leefgebieden.domain.logboeklijst import Weigering, find_vaak_geweigerd, group_per_dag
from leefgebieden.store.logboek import fetch_weigeringen
from leefgebieden.store.medewerker import fetch_namen
from leefgebieden.web.bladeren import PER_PAGINA, read_voor
from leefgebieden.web.gate import beheerder
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("heel_logboek", __name__, url_prefix="/beheer/logboek")
TERUG = timedelta(days=7)
"""So long somebody who was often refused stays in sight."""


@bp.get("")
@beheerder
def show() -> ResponseReturnValue:
    """The newest first, a hundred lines at a time; `niet` shows what was refused or did not succeed. Looking here is a line too."""
    voor = read_voor()
    niet = request.args.get("niet") == "1"
    regels = read_heel_logboek(get_context(), get_ik(), voor=voor, hooguit=PER_PAGINA + 1, alleen_niet_ok=niet)
    getoond = regels[:PER_PAGINA]
    namen = fetch_namen({regel.medewerker_id for regel in getoond if regel.medewerker_id is not None})
    return render_template(
        "heel_logboek/logboek.html",
        dagen=group_per_dag(getoond, namen),
        eerder=getoond[-1].nummer if len(regels) > PER_PAGINA else None,
        vanaf_begin=voor is None,
        niet=niet,
        vaak=find_vaak() if voor is None else [],
    )


def find_vaak() -> list[Weigering]:
    """Who was refused more often on one day of the last week than somebody who taps wrong."""
    weigeringen = fetch_weigeringen(get_context().now() - TERUG)
    namen = fetch_namen({medewerker_id for medewerker_id, _ in weigeringen})
    return find_vaak_geweigerd(weigeringen, namen, current_app.config["WEIGERINGEN_PER_DAG"])
