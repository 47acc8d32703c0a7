"""Signals over a whole area: what comes back with five people or more, as a chart, a table and a file."""

import csv
from io import StringIO

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.actions.signalen import read_signalen
from leefgebieden.domain.rekenblad import disarm
from leefgebieden.domain.signalen import MINSTENS, Tijdvak, list_tijdvakken
from leefgebieden.web.bestand import send_csv
from leefgebieden.web.gate import worker
from leefgebieden.web.huis import get_context, get_ik

bp = Blueprint("signalen", __name__, url_prefix="/signalen")


@bp.get("")
@worker
def show() -> ResponseReturnValue:
    """Over the people that one may read, in one period."""
    tijdvak = _choose()
    signalen = read_signalen(get_context(), get_ik(), tijdvak)
    return render_template(
        "signalen/signalen.html",
        signalen=signalen,
        tijdvak=tijdvak,
        tijdvakken=list_tijdvakken(get_context().today()),
        minstens=MINSTENS,
        meeste=max((een.mensen for een in signalen.alle), default=1),
    )


@bp.get("/signalen.csv")
@worker
def export() -> ResponseReturnValue:
    """The same as a file for a spreadsheet."""
    tijdvak = _choose()
    uit = StringIO()
    schrijf = csv.writer(uit, delimiter=";")
    schrijf.writerow(("wat", "soort", "aantal mensen", "van", "tot en met"))
    for een in read_signalen(get_context(), get_ik(), tijdvak).alle:
        schrijf.writerow((disarm(een.wat), een.soort, een.mensen, tijdvak.van.isoformat(), tijdvak.tot.isoformat()))
    return send_csv(uit.getvalue(), f"signalen-{tijdvak.key}.csv")


def _choose() -> Tijdvak:
    vakken = list_tijdvakken(get_context().today())
    return next((vak for vak in vakken if vak.key == request.args.get("tijdvak")), vakken[0])
