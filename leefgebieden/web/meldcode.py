"""The Meldcode with one person: each step leads to a notitie or an afspraak; not reporting is written down too."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.domain.toegang import Recht
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_content

bp = Blueprint("meldcode", __name__, url_prefix="/mensen/<id:casus_id>/meldcode")
KAART = "meldcode"
BEGIN = {f"meldcode-{nummer}": f"Meldcode, stap {nummer}: " for nummer in range(1, 6)} | {
    "meldcode-niet": "Meldcode: niet gemeld, omdat "
}
"""How a notitie begins that is made here; the worker goes on in his own words."""


@bp.get("")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The steps, and what was written down with them."""
    gelezen, kaart = get_casus(casus_id), get_content().methodiek.get(KAART)
    if kaart is None:
        abort(404)
    return render_template(
        "meldcode/meldcode.html",
        gelezen=gelezen,
        kaart=kaart,
        notities=[n for n in gelezen.hele.notities if n.tekst.startswith("Meldcode")],
    )
