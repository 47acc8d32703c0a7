"""The spiekbrief: questions to glance at during a talk. Nothing to fill in."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.domain.casusbeeld import lay_over_kaart
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context

bp = Blueprint("spiekbrief", __name__)


@bp.get("/mensen/<id:casus_id>/spiekbrief")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The questions of one leefgebied (`?gebied=nacht`, else the first), and the four that are always good."""
    gelezen = get_casus(casus_id)
    kaart = get_context().content.kaart
    leefgebied = kaart.by_key.get(request.args.get("gebied", ""), kaart.leefgebieden[0])
    beeld = next(g for g in lay_over_kaart(gelezen.hele, kaart).gebieden if g.key == leefgebied.key)
    return render_template(
        "spiekbrief/spiekbrief.html", gelezen=gelezen, kaart=kaart, leefgebied=leefgebied, standen=beeld.standen
    )
