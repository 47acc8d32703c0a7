"""Two A4s that were made, side by side: what came, what went, and what says something else now."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.verschil import compare_samenvattingen
from leefgebieden.web.a4 import find_gemaakt, read_gemaakt
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus

bp = Blueprint("vergelijken", __name__, url_prefix="/mensen/<id:casus_id>/samenvattingen")


@bp.get("/vergelijk")
@casus_access(Recht.A4)
def show(casus_id: str) -> ResponseReturnValue:
    """The two newest, unless `?was=` and `?wordt=` say which."""
    gelezen = get_casus(casus_id)
    alle = sorted(gelezen.hele.samenvattingen, key=lambda een: een.gemaakt_op)
    if len(alle) < 2:
        return render_template("vergelijken/vergelijken.html", gelezen=gelezen, alle=alle, was=None)
    was = find_gemaakt(gelezen.hele, request.args.get("was", alle[-2].id))
    wordt = find_gemaakt(gelezen.hele, request.args.get("wordt", alle[-1].id))
    oud, nieuw = read_gemaakt(was), read_gemaakt(wordt)
    return render_template(
        "vergelijken/vergelijken.html",
        gelezen=gelezen,
        alle=alle,
        was=was,
        wordt=wordt,
        leesbaar=oud is not None and nieuw is not None,
        verschillen=compare_samenvattingen(oud, nieuw) if oud and nieuw else (),
        in_overleg={een.samenvatting: een.op for een in gelezen.hele.besprekingen if een.samenvatting},
    )
