"""The werkvormen: all of them, one of them (also on paper), beginning one, and what was promised in them."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from leefgebieden.actions.fouten import Botsing
from leefgebieden.actions.werkvorm import begin_werkvorm
from leefgebieden.domain.werkvorm import list_beloften, sum_minuten
from leefgebieden.store.toegang import fetch_rollen
from leefgebieden.store.werkvormsessie import fetch_inbreng, fetch_sessies_of
from leefgebieden.web.forms.basis import FormulierMetId
from leefgebieden.web.gate import BEGELEIDER, ROLLEN, begeleider, signed_in
from leefgebieden.web.huis import get_content, get_context, get_ik

bp = Blueprint("werkvormen", __name__, url_prefix="/werkvormen")


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """All werkvormen, those that are going on, and what comes back of those that were."""
    werkvormen = get_content().werkvormen
    mijne = [(sessie, werkvormen.get(sessie.werkvorm)) for sessie in fetch_sessies_of(current_user.id)]
    open_ = [
        (sessie, belofte)
        for sessie, _ in mijne
        for belofte in list_beloften(fetch_inbreng(sessie.id))
        if not belofte.afloop
    ]
    return render_template(
        "werkvormen/werkvormen.html",
        werkvormen=[(een, sum_minuten(een)) for een in werkvormen.values()],
        lopend=[(sessie, vorm) for sessie, vorm in mijne if sessie.gesloten_op is None],
        geweest=[(sessie, vorm) for sessie, vorm in mijne if sessie.gesloten_op is not None],
        beloften=open_,
    )


@bp.get("/<key>")
@signed_in
def show_een(key: str) -> ResponseReturnValue:
    """One werkvorm: what it is for, what is needed, and its steps. It prints on paper."""
    werkvorm = get_content().werkvormen.get(key)
    if werkvorm is None:
        abort(404)
    return render_template(
        "werkvormen/werkvorm.html",
        werkvorm=werkvorm,
        minuten=sum_minuten(werkvorm),
        kaart=get_content().methodiek.get(werkvorm.kaart),
        leidt=bool(fetch_rollen(current_user.id) & ROLLEN[BEGELEIDER]),
        form=FormulierMetId(id=get_context().new_id()),
    )


@bp.post("/<key>/begin")
@begeleider
def begin(key: str) -> ResponseReturnValue:
    """Begin it with a group."""
    if key not in get_content().werkvormen:
        abort(404)
    form = FormulierMetId()
    if not form.validate():
        return redirect(url_for(".show_een", key=key), 303)
    try:
        begin_werkvorm(get_context(), get_ik(), form.get_id(), key)
    except Botsing:
        return redirect(url_for(".show_een", key=key), 303)
    return redirect(url_for("werkvormsessie.show", sessie_id=request.form["id"]), 303)
