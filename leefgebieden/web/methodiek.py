"""The reference cards of the method: all of them, one of them, and the two that can be walked or drawn on."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from leefgebieden.content.model import Groep, Instrument
from leefgebieden.domain.hulpvraag import Stap, Uitkomst, walk_hulpvraag
from leefgebieden.domain.tekst import search_form, to_one_line
from leefgebieden.web.gate import signed_in
from leefgebieden.web.huis import get_content

bp = Blueprint("methodiek", __name__, url_prefix="/methodiek")
GROEPEN = {
    Groep.KIJKEN: "Kijken en kiezen",
    Groep.DEUR: "Voor de deur en daarna",
    Groep.PRATEN: "In gesprek",
    Groep.SAMENWERKEN: "Samenwerken",
    Groep.LEREN: "Leren",
}
SCHEMA, VENSTER = "hulpvraagschema", "disciplinevenster"
VENSTER_HOOGUIT = 60


@dataclass(frozen=True)
class Gevonden:
    """A card in which something was found, with the parts that hold it."""

    instrument: Instrument
    delen: tuple[str, ...]


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    """All cards, by where they help; `?zoek=` looks for words in them."""
    gevraagd = to_one_line(request.args.get("zoek", ""))[:100]
    alle = get_content().methodiek.values()
    gezocht = search_form(gevraagd)
    return render_template(
        "methodiek/methodiek.html",
        gevraagd=gevraagd,
        gevonden=[g for een in alle if (g := _find(een, gezocht))] if gezocht else None,
        groepen=[(naam, [een for een in alle if een.groep is groep]) for groep, naam in GROEPEN.items()],
    )


@bp.get("/<key>")
@signed_in
def show_een(key: str) -> ResponseReturnValue:
    """One card, whole."""
    instrument = get_content().methodiek.get(key)
    if instrument is None:
        abort(404)
    return render_template(
        "methodiek/kaart.html",
        instrument=instrument,
        rubrieken=[(naam, list(delen)) for naam, delen in groupby(instrument.onderdelen, lambda deel: deel.rubriek)],
        schema=key == SCHEMA,
        venster=key == VENSTER,
        geplaatst=_read_geplaatst() if key == VENSTER else {},
    )


@bp.get("/hulpvraagschema/lopen")
@signed_in
def walk() -> ResponseReturnValue:
    """The schema, one question at a time. Where you are stands in the address and nowhere else: it is no mark on anybody."""
    antwoorden = request.args.getlist("a")
    stap, instrument = walk_hulpvraag(antwoorden), get_content().methodiek.get(SCHEMA)
    if stap is None or instrument is None:
        abort(404)
    uitkomst = None
    if isinstance(stap, Uitkomst):
        uitkomst = next((deel for deel in instrument.onderdelen if deel.key == stap.relatie), None)
    return render_template(
        "methodiek/lopen.html",
        stap=stap if isinstance(stap, Stap) else None,
        uitkomst=uitkomst,
        antwoorden=antwoorden,
        instrument=instrument,
    )


def _read_geplaatst() -> dict[str, str]:
    """What a team puts in the four panes, as it stands in the address: it is kept nowhere."""
    return {
        modus: to_one_line(request.args.get(modus, ""))[:VENSTER_HOOGUIT] for modus in ("door", "met", "niet", "voor")
    }


def _find(instrument: Instrument, gezocht: str) -> Gevonden | None:
    delen = tuple(
        deel.titel
        for deel in instrument.onderdelen
        if gezocht in search_form(" ".join((deel.titel, deel.tekst, *deel.regels, *deel.voorbeelden)))
    )
    kop = search_form(" ".join((instrument.titel, instrument.wanneer, *instrument.inleiding, *instrument.slot)))
    return Gevonden(instrument, delen) if delen or gezocht in kop else None
