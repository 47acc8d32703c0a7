"""The page to hand to the person: to `u`, in large letters, to print on one sheet."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.domain.meegeven import compose_meegeven
from leefgebieden.domain.toegang import Recht
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context

bp = Blueprint("meegeven", __name__, url_prefix="/mensen/<id:casus_id>/meegeven")


@bp.get("")
@casus_access(Recht.A4)
def show(casus_id: str) -> ResponseReturnValue:
    """The sheet; `?taal=` gives its headings in another language, with the Dutch ones beside them."""
    gelezen, context = get_casus(casus_id), get_context()
    talen = context.content.talen
    return render_template(
        "meegeven/meegeven.html",
        gelezen=gelezen,
        blad=compose_meegeven(gelezen.hele, context.today()),
        talen=talen.values(),
        nl=talen["nl"],
        taal=talen.get(request.args.get("taal", "nl"), talen["nl"]),
        vandaag=context.today(),
    )
