"""Verhaal: the person, the next afspraak, and the notities, the newest first and grouped per gesprek."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.domain.casusbeeld import lay_over_kaart
from leefgebieden.domain.schaal import list_verloop
from leefgebieden.domain.toegang import Recht
from leefgebieden.domain.verhaal import group_verhaal
from leefgebieden.web.gate import casus_access
from leefgebieden.web.huis import get_casus, get_context
from leefgebieden.web.samenkijken import find_werk

bp = Blueprint("verhaal", __name__)


@bp.get("/mensen/<id:casus_id>")
@casus_access(Recht.LEZEN)
def show(casus_id: str) -> ResponseReturnValue:
    """The person."""
    gelezen = get_casus(casus_id)
    hele = gelezen.hele
    return render_template(
        "verhaal/verhaal.html",
        gelezen=gelezen,
        hele=hele,
        beeld=lay_over_kaart(hele, get_context().content.kaart),
        groepen=group_verhaal(hele),
        verloop=list_verloop(hele.notities),
        te_ordenen=sum(notitie.to_sort for notitie in hele.notities),
        reacties=find_werk(hele),
        gevraagd={navraag.notitie: navraag for navraag in sorted(hele.navragen, key=lambda een: een.antwoord is None)},
    )
