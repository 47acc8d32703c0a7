"""The questions of a story that a docent writes: each with two or three views that differ."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.content.model import Keerpunt
from leefgebieden.domain.eigen_verhaal import KEERPUNTEN_HOOGUIT, drop_keerpunt, put_keerpunt
from leefgebieden.domain.oefening import find_keerpunt
from leefgebieden.domain.overleg import EIGEN_ERVARING
from leefgebieden.store.verhaal import Verhaalrij
from leefgebieden.web.concept import keep_and_return, let_go, restore_form
from leefgebieden.web.forms.verhaal import STEMMEN, KeerpuntFormulier, to_fields
from leefgebieden.web.gate import docent
from leefgebieden.web.methodiek_keuze import list_steunen
from leefgebieden.web.verhalen import find_verhaal, keep

bp = Blueprint("keerpunten", __name__, url_prefix="/verhalen/<id:verhaal_id>/vragen")
NIEUW = "nieuw"


@bp.get("/<key>")
@docent
def edit(verhaal_id: str, key: str) -> ResponseReturnValue:
    """The form: of a question that is there, or of a new one."""
    rij = find_verhaal(verhaal_id)
    punt = _find(rij, key)
    form, nu = _make_form(rij, punt), _make_form(rij, punt, formdata=None)
    terug = restore_form(form, _name(verhaal_id, key), "")
    verschillen = form.find_verschillen(nu) if terug and punt else []
    form.take_versie(rij.versie)
    return render_template(
        "keerpunten/keerpunt.html",
        verhaal=rij.verhaal,
        punt=punt,
        key=key,
        form=form,
        terug=terug,
        verschillen=verschillen,
        stemmen=STEMMEN,
    )


@bp.post("/<key>")
@docent
def save(verhaal_id: str, key: str) -> ResponseReturnValue:
    """Save it."""
    naar = url_for("verhalen.show_een", verhaal_id=verhaal_id)
    if "gooi_weg" in request.form:
        let_go(_name(verhaal_id, key), "")
        return redirect(naar, 303)
    rij = find_verhaal(verhaal_id)
    punt, form = _find(rij, key), _make_form(rij, None)
    if punt is None and len(rij.verhaal.oefening.keerpunten) >= KEERPUNTEN_HOOGUIT:
        flash(f"Een verhaal heeft hooguit {KEERPUNTEN_HOOGUIT} vragen. Er is niets bewaard.", "fout")
        return keep_and_return(_name(verhaal_id, key), "", naar)
    naar_form = url_for(".edit", verhaal_id=verhaal_id, key=key)
    if not form.validate():
        return keep_and_return(_name(verhaal_id, key), "", naar_form)
    nieuw = form.read_keerpunt(key if punt else "")
    if not keep(replace(rij.verhaal, oefening=put_keerpunt(rij.verhaal.oefening, nieuw)), form.op_versie):
        return keep_and_return(_name(verhaal_id, key), "", naar_form)
    let_go(_name(verhaal_id, key), "")
    flash("Bewaard", "bewaard")
    return redirect(naar, 303)


@bp.post("/<key>/haal-weg")
@docent
def remove(verhaal_id: str, key: str) -> ResponseReturnValue:
    """Take it away. What students answered stays with their tries."""
    rij = find_verhaal(verhaal_id)
    if keep(replace(rij.verhaal, oefening=drop_keerpunt(rij.verhaal.oefening, key)), rij.versie):
        flash("Weggehaald", "bewaard")
    let_go(_name(verhaal_id, key), "")
    return redirect(url_for("verhalen.show_een", verhaal_id=verhaal_id), 303)


def _find(rij: Verhaalrij, key: str) -> Keerpunt | None:
    """The question of this address; None for a new one."""
    punt = find_keerpunt(rij.verhaal.oefening, key)
    if punt is None and key != NIEUW:
        abort(404)
    return punt


def _make_form(rij: Verhaalrij, punt: Keerpunt | None, **hoe: Any) -> Any:
    form = KeerpuntFormulier(versie=rij.versie, **(to_fields(punt) if punt else {}), **hoe)
    form.offer_stukken(rij.verhaal.oefening.fragmenten)
    form.offer_steunen([een for een in list_steunen() if een[0] != EIGEN_ERVARING])
    return form


def _name(verhaal_id: str, key: str) -> str:
    return f"{verhaal_id} {key}"
