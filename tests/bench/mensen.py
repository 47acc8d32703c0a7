"""Mensen and finding somebody, in a database of 1,000, 10,000 and 100,000 casussen of which the worker sees 300."""

import statistics
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from leefgebieden.actions.medewerker import add_medewerker
from leefgebieden.content.load import load_content
from leefgebieden.context import make_context
from leefgebieden.store.db import db
from leefgebieden.store.opstarten import open_database
from tests.bench.meting import tell, time_pairs
from tests.bench.voorraad import PER_TEAM, fill_database
from tests.pages import make_client
from tests.people import ARGON2, WACHTWOORD, make_app

MATEN = (1_000, 10_000, 100_000)
ROUNDS = 15


def measure_mensen(folder: Path) -> None:
    """The same page of the same length, in a small and in a large database, in turn."""
    apps = [make_gevuld(folder / str(maat), maat) for maat in MATEN]
    clients = [_sign_in(app) for app in apps]
    for maat, client in zip(MATEN[1:], clients[1:], strict=True):
        _compare("list of Mensen", maat, _list(client), _list(clients[0]), "<= 1.15x")
        _compare("search on names", maat, _search(client), _search(clients[0]), "<= 1.2x")
    for app in apps:
        with app.app_context():
            db.engine.dispose()


def make_gevuld(folder: Path, maat: int) -> Flask:
    """An app with `maat` casussen; anja@team.test has 300 of them."""
    outside = make_context(load_content())
    app = make_app(folder, outside, ARGON2=ARGON2, WTF_CSRF_ENABLED=False)
    with app.app_context():
        open_database(outside.now())
        anja = add_medewerker(outside, app.extensions["hasher"], "anja@team.test", "Anja", WACHTWOORD)
        fill_database(maat, anja.id, outside.now())
    return app


def _sign_in(app: Flask) -> FlaskClient:
    client = make_client(app).client
    client.post("/aanmelden", data={"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    return client


def _list(client: FlaskClient) -> Callable[[], None]:
    def show() -> None:
        antwoord = client.get("/mensen")
        assert antwoord.text.count("Laatste contact") == PER_TEAM

    return show


def _search(client: FlaskClient) -> Callable[[], None]:
    def search() -> None:
        antwoord = client.post("/mensen/zoek", data={"naam": "samira 1"})
        assert antwoord.status_code == 200

    return search


def _compare(wat: str, maat: int, groot: Callable[[], None], klein: Callable[[], None], doel: str) -> None:
    pairs = time_pairs(groot, klein, ROUNDS)
    milli = 1000 * statistics.median(x for x, _ in pairs)
    # of the medians: the pairs are not of the same moment on a busy machine, and both are long
    groei = statistics.median(x for x, _ in pairs) / statistics.median(y for _, y in pairs)
    tell(f"{wat}, {PER_TEAM} of {maat:,} casussen / {PER_TEAM} of 1,000", groei, "x", f"{milli:.0f} ms; aim {doel}")
