"""Puts the web together: sign-in, gate, headers, blueprints."""

from importlib import import_module

from argon2 import PasswordHasher
from flask import Flask
from flask_login import LoginManager
from flask_wtf import CSRFProtect
from werkzeug.routing import BaseConverter

from leefgebieden.web import (
    bewaard_post,
    cijfers,
    formats,
    gate,
    headers,
    hints,
    inpakken,
    melding,
    sessie,
    statisch,
    storing,
    vervoer,
    weergave,
)
from leefgebieden.web.aangemeld import Aangemeld

BLUEPRINTS = (
    "account",
    "aandacht",
    "aanmelden",
    "afspraken",
    "agenda",
    "algemeen",
    "beheer",
    "bewaren",
    "familie",
    "concepten",
    "fouten",
    "gegevens",
    "gesprek",
    "gezond",
    "heel_logboek",
    "herhalen",
    "hulp",
    "instellingen",
    "inzage",
    "komtterug",
    "groepslink",
    "inleveren",
    "leefgebieden",
    "leergroep",
    "leergroepen",
    "leerlog",
    "logboek",
    "losse_notitie",
    "meegeven",
    "meewerkers",
    "mee",
    "meenemen",
    "meldcode",
    "mensen",
    "methodiek",
    "navraag",
    "netwerk",
    "noodtoegang",
    "notitie",
    "oefenen",
    "oefening",
    "notitieweg",
    "openvragen",
    "opnieuw",
    "ordenen",
    "organisatie",
    "overleg",
    "bespreking",
    "scherm",
    "reserve",
    "samenkijken",
    "samenvatting",
    "signalen",
    "sociale_kaart",
    "spiekbrief",
    "spoor",
    "team",
    "tijdlijn",
    "toestel",
    "uitnodiging",
    "vergelijken",
    "keerpunten",
    "verhaal",
    "verhalen",
    "vervanging",
    "vervoer",
    "toestemming",
    "verzegeld",
    "zonder_internet",
    "tweedestap",
    "verklaring",
    "vragen",
    "werkvormen",
    "werkvormsessie",
    "wissen",
    "wmo",
)


class _Id(BaseConverter):
    """A UUID in the one spelling that we give out; anything else is no page of ours."""

    regex = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def init_web(app: Flask) -> None:
    """Add everything that answers a request."""
    app.url_map.converters["id"] = _Id
    app.extensions["hasher"] = PasswordHasher(**app.config["ARGON2"])
    storing.init_storing(app)
    _init_login(app)
    cijfers.init_cijfers(app)
    vervoer.init_vervoer(app)
    # the gate comes before the token: a form that arrives without a session is asked to sign in, with its words on board
    gate.init_gate(app)
    CSRFProtect(app)
    headers.init_headers(app)
    inpakken.init_inpakken(app)
    bewaard_post.init_bewaard_post(app)
    hints.init_hints(app)
    formats.init_formats(app)
    melding.init_meldingen(app)
    weergave.init_weergave(app)
    statisch.init_statisch(app)
    for naam in BLUEPRINTS:
        app.register_blueprint(import_module(f"leefgebieden.web.{naam}").bp)
    gate.public(app.view_functions["static"])


def _init_login(app: Flask) -> None:
    login = LoginManager(app)
    login.session_protection = None  # the address of a phone changes on the way; the cookie is bound by its own flags

    @login.user_loader
    def load(woord: str) -> Aangemeld | None:
        return sessie.load_aangemeld(woord)
