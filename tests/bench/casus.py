"""One person: looking at the page, and saving a notitie, against a committed insert with the same guarantees."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psycopg
from flask import Flask
from sqlalchemy import make_url

from leefgebieden.actions.medewerker import add_medewerker, to_mens
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.content.load import load_content
from leefgebieden.context import make_context
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.store.db import db
from leefgebieden.store.opstarten import open_database
from tests.bench.meting import ratio
from tests.pages import make_client
from tests.people import ARGON2, WACHTWOORD, make_app
from tests.postgres import running


def measure_casus(folder: Path, frans: HeleCasus) -> None:
    """In this process, so that it is the app that is measured and no network."""
    _measure(folder, frans, "", bare_insert(folder.with_name("kaal.sqlite3")), "SQLite")


def measure_postgresql(folder: Path, frans: HeleCasus) -> None:
    """The same on PostgreSQL, against an insert on the same server."""
    with running() as server:
        kaal = server.create()
        _measure(folder, frans, server.create(), bare_insert_on_server(kaal), "PostgreSQL")


def _measure(folder: Path, frans: HeleCasus, database: str, bare: Callable[[], None], waar: str) -> None:
    outside = make_context(load_content())
    app = make_app(folder, outside, ARGON2=ARGON2, WTF_CSRF_ENABLED=False, DATABASE=database)
    with app.app_context():
        open_database(outside.now())
        anja = to_mens(add_medewerker(outside, app.extensions["hasher"], "anja@team.test", "Anja", WACHTWOORD))
        import_casus(outside, anja, replace(frans, notities=frans.notities[:40]))
    client = make_client(app).client
    client.post("/aanmelden", data={"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    hello = Flask("hello")
    hello.add_url_rule("/", "hello", lambda: "hello")
    hello_client = hello.test_client()
    adres = f"/mensen/{frans.casus.id}"

    def view() -> None:
        assert client.get(adres).status_code == 200

    def save() -> None:
        fields = {"id": str(outside.new_id()), "tekst": "Een notitie van gewone lengte, zoals aan tafel."}
        assert client.post(f"{adres}/notities/nieuw", data=fields).status_code == 303

    ratio(f"{waar}: case page, 40 notities / bare Flask hello page", view, lambda: hello_client.get("/"), "-")
    ratio(f"{waar}: case page, 40 notities / bare committed insert", view, bare, "<= 5x")
    ratio(f"{waar}: saving a notitie / bare Flask hello page", save, lambda: hello_client.get("/"), "-")
    ratio(f"{waar}: saving a notitie / bare committed insert", save, bare, "<= 3x")
    with app.app_context():
        db.engine.dispose()


def bare_insert_on_server(uri: str) -> Callable[[], None]:
    """One committed insert on PostgreSQL: it waits for the disk as we do."""
    adres = make_url(uri).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(adres)
    connection.execute("CREATE TABLE t (a TEXT)")
    connection.commit()

    def insert() -> None:
        connection.execute("INSERT INTO t VALUES (%s)", ("x" * 2000,))
        connection.commit()

    return insert


def bare_insert(path: Path) -> Callable[[], None]:
    """One committed insert with the same guarantees: WAL and synchronous=FULL."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (a TEXT)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (?)", ("x" * 2000,))
        connection.execute("COMMIT")

    return insert
