"""What a group wrote in a werkvorm, taken along to a person one works with: as a notitie or an afspraak that is begun.

The werkvorm stays about nobody: nothing of the person is kept with it. And nothing is kept with the person until the worker
looked at the words and saved them.
"""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.concept import keep_begonnen
from leefgebieden.domain.afspraak import WieSoort
from leefgebieden.domain.werkvorm import BELOFTEN, Inbreng
from leefgebieden.store.concept import fetch_concept
from leefgebieden.store.werkvormsessie import fetch_inbreng
from leefgebieden.web.afspraken import NIEUW as NIEUWE_AFSPRAAK
from leefgebieden.web.gate import is_worker, leads_werkvorm
from leefgebieden.web.huis import get_context
from leefgebieden.web.losse_notitie import make_geef_formulier
from leefgebieden.web.notitie import NIEUW as NIEUWE_NOTITIE
from leefgebieden.web.werkvormsessie import get_sessie

bp = Blueprint("meenemen", __name__, url_prefix="/werkvormen/sessies/<id:sessie_id>/inbreng/<id:inbreng_id>")
WAT_HOOGUIT = 90
"""Of an afspraak; what is longer begins as a notitie."""


@bp.get("/naar")
@leads_werkvorm
def choose(sessie_id: str, inbreng_id: str) -> ResponseReturnValue:
    """Whom it is about."""
    inbreng = _find(sessie_id, inbreng_id)
    return render_template("meenemen/kies.html", inbreng=inbreng, sessie=get_sessie(), form=make_geef_formulier())


@bp.post("/naar")
@leads_werkvorm
def take(sessie_id: str, inbreng_id: str) -> ResponseReturnValue:
    """Lay the words ready in a form of this person."""
    inbreng, form = _find(sessie_id, inbreng_id), make_geef_formulier()
    if not form.validate():
        flash("Kies over wie het gaat.", "fout")
        return redirect(url_for(".choose", sessie_id=sessie_id, inbreng_id=inbreng_id), 303)
    casus_id = form.wie.data
    bezig = fetch_concept(current_user.id, casus_id, NIEUWE_AFSPRAAK) is not None
    if inbreng.soort in BELOFTEN and len(inbreng.tekst) <= WAT_HOOGUIT and not bezig:
        velden = {"wat": inbreng.tekst, "wie": WieSoort.MEDEWERKER.value, "wie_naam": inbreng.door.naam}
        velden |= {"uiterlijk": inbreng.uiterlijk.isoformat()} if inbreng.uiterlijk else {}
        _lay_ready(casus_id, NIEUWE_AFSPRAAK, velden)
        return redirect(url_for("afspraken.new", casus_id=casus_id), 303)
    _lay_ready(casus_id, NIEUWE_NOTITIE, {"tekst": inbreng.tekst})
    return redirect(url_for("notitie.new", casus_id=casus_id), 303)


def _lay_ready(casus_id: str, formulier: str, velden: dict[str, str]) -> None:
    context = get_context()
    met_id: dict[str, list[str]] = {"id": [context.new_id()]}
    met_id |= {naam: [waarde] for naam, waarde in velden.items()}
    # beside what waits there already
    keep_begonnen(context, current_user.id, casus_id, formulier, met_id, erbij=True)
    flash("Kijk de woorden na en bewaar ze. Er is nog niets bewaard.", "hint")


def _find(sessie_id: str, inbreng_id: str) -> Inbreng:
    """What was written, for who works with people."""
    if not is_worker():
        abort(403)
    inbreng = next((een for een in fetch_inbreng(sessie_id) if een.id == inbreng_id), None)
    if inbreng is None:
        abort(404)
    return inbreng
