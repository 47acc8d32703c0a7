"""The shell that a browser may keep: pages that are the same for everybody and hold nothing of anybody, and the worker that
shows them when there is no network.
"""

import hashlib
import json
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.vragenlijst import fill_in
from leefgebieden.settings import find_folder
from leefgebieden.web.forms.losse_notitie import LosseNotitieFormulier
from leefgebieden.web.gate import public
from leefgebieden.web.huis import get_context
from leefgebieden.web.toestel import is_offline_aan
from leefgebieden.web.vragen import SETTINGS

bp = Blueprint("zonder_internet", __name__)
SCRIPTS = tuple(f"js/{naam}.js" for naam in ("straks", "wachtrij", "teller", "lade", "zegel", "concept"))
STIJLEN = ("css/leefgebieden.css", "css/fonts.css", "merk.svg")


@bp.app_context_processor
def _tell_offline() -> dict[str, bool]:
    return {"offline_aan": is_offline_aan()}


@bp.get("/zonder-internet/notitie")
@public
def show_notitie() -> ResponseReturnValue:
    """The form for a notitie without a network: about nobody, for the page is the same for everybody."""
    form = LosseNotitieFormulier()
    return render_template("zonder_internet/notitie.html", form=form)


@bp.get("/zonder-internet/spiekbrief")
@public
def show_spiekbrief() -> ResponseReturnValue:
    """All questions of the spiekbrief."""
    return render_template("zonder_internet/spiekbrief.html", kaart=get_context().content.kaart)


@bp.get("/zonder-internet/vragen/<any(telefoon, loket, eropaf, crisis):kanaal>")
@public
def show_vragen(kanaal: str) -> ResponseReturnValue:
    """All questions of one kanaal."""
    lijsten = get_context().content.vragenlijsten
    invulling = {plek: str(current_app.config[setting]) for plek, setting in SETTINGS.items()}
    return render_template(
        "zonder_internet/vragen.html",
        lijst=lijsten[Kanaal(kanaal)],
        kanaal=kanaal,
        kanalen=[(k.value, lijsten[k].naam) for k in Kanaal],
        zinnen={
            vraag.key: fill_in(vraag.tekst, {**invulling, "naam": "…"}) for vraag in lijsten[Kanaal(kanaal)].vragen
        },
        crisisnummer=current_app.config["TEAM_CRISISNUMMER"],
    )


@bp.get("/sw.js")
@public
def give_worker() -> ResponseReturnValue:
    """The service worker, with the list of what it may keep before it. Where offline is switched off it clears and leaves."""
    paginas = [
        url_for("algemeen.show_geen_internet"),
        url_for(".show_notitie"),
        url_for(".show_spiekbrief"),
        *(url_for(".show_vragen", kanaal=kanaal.value) for kanaal in Kanaal),
    ]
    bestanden = [url_for("static", filename=naam) for naam in (*STIJLEN, *SCRIPTS)]
    script = (find_folder("static") / "js" / "sw.js").read_text("utf-8")
    # what changes a page changes its version too, so that nobody goes on with an old shell
    versie = hashlib.sha256((script + "".join(bestanden) + _read_shell()).encode()).hexdigest()[:12]
    schil = {"aan": is_offline_aan(), "versie": versie, "paginas": paginas, "bestanden": bestanden}
    antwoord = Response(f"const SCHIL = {json.dumps(schil)};\n{script}", mimetype="text/javascript")
    antwoord.headers["Service-Worker-Allowed"] = "/"
    return antwoord


def _read_shell() -> str:
    """The words of the pages in the shell, as far as they stand in templates and settings."""
    sjablonen = find_folder("templates")
    namen = ("base.html", "zonder_internet", "algemeen")
    bestanden = [pad for naam in namen for pad in _list_files(sjablonen / naam)]
    return "".join(pad.read_text("utf-8") for pad in bestanden) + str(current_app.config["TEAM_CRISISNUMMER"])


def _list_files(pad: Path) -> list[Path]:
    return sorted(pad.rglob("*.html")) if pad.is_dir() else [pad]
