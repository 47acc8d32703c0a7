"""The cast, with a fixed meaning: Anja owns the casus Samira, Karim works along in it, Vera is a stranger to it.

Anja, Karim and Tessa are outreachend werkers of team Zuid, Lies is its teamleider, Kees its kernteamlid; Vera works in team
Noord. Bo is beheerder, Dina docent and Sem student; they have no team.

Every test has a database of its own (a file, as in real life), a clock that stands still until it is moved, and ids that
count up. Anja is signed in as `client`, Karim as `karim_client`, Vera as `vera_client`; `visitor` is not signed in.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, session
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule

from leefgebieden import create_app
from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.medewerker import add_medewerker, to_mens
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.content.load import load_content
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.sessie import Plek as Werkplek
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import insert_betrokkene
from leefgebieden.store.db import db, writing
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.team import Plek, Team, insert_team
from leefgebieden.web.sessie import enter
from tests.pages import PagesClient, make_client
from tests.postgres import Server

WACHTWOORD = "keukentafel"
GECOMPILEERD = Path(__file__).parents[1] / ".cache" / "templates"
ARGON2 = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
"""The lowest cost there is: a test is no attack."""


_compile = Rule._compile_builder
_builders: dict[object, Any] = {}


def _compile_once(rule: Rule, append_unknown: bool = True) -> Any:
    """Each test has an app of its own, with some 200 addresses: werkzeug writes and compiles the same code for each again."""
    key = (tuple(rule._trace), repr(rule.defaults), append_unknown)
    if key not in _builders:
        _builders[key] = _compile(rule, append_unknown)
    return _builders[key]


Rule._compile_builder = _compile_once  # type: ignore[method-assign, assignment]  # nothing else of an address is touched


@dataclass
class Clock:
    """Stands still at Tuesday 14 July 2026, 12:00 in Amsterdam, until it is moved."""

    now: datetime = datetime(2026, 7, 14, 10, 0, tzinfo=UTC)

    def move(self, **step: float) -> None:
        """Move by so many days, hours, minutes."""
        self.now += timedelta(**step)


@dataclass
class Ids:
    """UUIDs that count up, so that a test can be read."""

    last: int = field(default=0)

    def __call__(self) -> Id:
        self.last += 1
        return Id(UUID(int=0xC0DE_0000_0000_4000_8000_0000_0000_0000 + self.last))


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outside(content: Content, clock: Clock) -> Context:
    return Context(content=content, now=lambda: clock.now, new_id=Ids())


def make_app(instance: Path, outside: Context, **settings: object) -> Flask:
    """An app with its own instance folder. Its templates are compiled once for all tests: that was a third of their time."""
    app = create_app(
        {
            "INSTANCE": instance,
            "SLEUTELS": instance / "sleutels",
            "SECRET_KEY": "alleen voor tests",
            "ARGON2": ARGON2,
            # a test that moves the clock is seldom about being signed in: one that is takes `real_limits`
            "TWEEDE_STAP": "vrij",
            "SLOT_ONDERWEG": 1_000_000,
            "SLOT_KANTOOR": 1_000_000,
            "SESSIE_UREN": 100_000,
            **settings,
        },
        outside,
    )
    GECOMPILEERD.mkdir(parents=True, exist_ok=True)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(GECOMPILEERD))
    return app


@dataclass(frozen=True)
class Leeg:
    """An instance with a migrated database and its key, to copy: migrating once is enough.

    `model` is the database to copy, where it is not a file in the instance.
    """

    instance: Path
    model: str = ""


def _make_empty(instance: Path, content: Content, uri: str = "") -> Leeg:
    app = make_app(instance, Context(content=content, now=lambda: Clock().now, new_id=Ids()), DATABASE=uri)
    with app.app_context():
        open_database(Clock().now)
        model = db.engine.url.database
        db.session.remove()
        db.engine.dispose()
    return Leeg(instance, model or "" if uri else "")


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Leeg:
    return _make_empty(tmp_path_factory.mktemp("leeg"), content)


@pytest.fixture(scope="session")
def empty_postgresql(tmp_path_factory: pytest.TempPathFactory, content: Content, server: Server) -> Iterator[Leeg]:
    uri = server.create()
    yield _make_empty(tmp_path_factory.mktemp("leeg"), content, uri)
    server.drop(uri)


@pytest.fixture
def app(tmp_path: Path, outside: Context, database: str, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app on a fresh database: a file in its instance, or a database of its own on the server."""
    leeg: Leeg = request.getfixturevalue(f"empty_{database}")
    shutil.copytree(leeg.instance, tmp_path, dirs_exist_ok=True)
    server: Server | None = request.getfixturevalue("server") if leeg.model else None
    uri = "" if server is None else server.create(leeg.model)
    app = make_app(tmp_path, outside, DATABASE=uri)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    if server is not None:
        server.drop(uri)


def add_mens(app: Flask, outside: Context, naam: str, *plekken: Plek) -> Mens:
    """An account with these roles; its address is its name in lower case at team.test."""
    hasher = app.extensions["hasher"]
    return to_mens(add_medewerker(outside, hasher, f"{naam.lower()}@team.test", naam, WACHTWOORD, plekken=plekken))


def _add_team(outside: Context, naam: str) -> str:
    team = Team(id=outside.new_id(), naam=naam, gemaakt_op=outside.now())
    with writing():
        insert_team(team)
    return team.id


@pytest.fixture
def real_limits(app: Flask) -> None:
    """A screen locks and a session ends as in a real team."""
    app.config.update(SLOT_ONDERWEG=5, SLOT_KANTOOR=15, SESSIE_UREN=8)


@pytest.fixture
def zuid(app: Flask, outside: Context) -> str:
    """The team of Anja. Its id."""
    return _add_team(outside, "Zuid")


@pytest.fixture
def noord(app: Flask, outside: Context) -> str:
    """The team of Vera. Its id."""
    return _add_team(outside, "Noord")


@pytest.fixture
def anja(app: Flask, outside: Context, zuid: str) -> Mens:
    return add_mens(app, outside, "Anja", Plek(Rol.WERKER, zuid))


@pytest.fixture
def karim(app: Flask, outside: Context, zuid: str) -> Mens:
    return add_mens(app, outside, "Karim", Plek(Rol.WERKER, zuid))


@pytest.fixture
def tessa(app: Flask, outside: Context, zuid: str) -> Mens:
    return add_mens(app, outside, "Tessa", Plek(Rol.WERKER, zuid))


@pytest.fixture
def lies(app: Flask, outside: Context, zuid: str) -> Mens:
    return add_mens(app, outside, "Lies", Plek(Rol.TEAMLEIDER, zuid))


@pytest.fixture
def kees(app: Flask, outside: Context, zuid: str) -> Mens:
    return add_mens(app, outside, "Kees", Plek(Rol.KERNTEAMLID, zuid))


@pytest.fixture
def vera(app: Flask, outside: Context, noord: str) -> Mens:
    return add_mens(app, outside, "Vera", Plek(Rol.WERKER, noord))


@pytest.fixture
def bo(app: Flask, outside: Context) -> Mens:
    return add_mens(app, outside, "Bo", Plek(Rol.BEHEERDER))


@pytest.fixture
def dina(app: Flask, outside: Context) -> Mens:
    return add_mens(app, outside, "Dina", Plek(Rol.DOCENT))


@pytest.fixture
def sem(app: Flask, outside: Context) -> Mens:
    return add_mens(app, outside, "Sem", Plek(Rol.STUDENT))


@pytest.fixture
def samira(outside: Context, anja: Mens, karim: Mens) -> str:
    """A casus of Anja, in which Karim works along. Its id."""
    casus_id = outside.new_id()
    begin_casus(outside, anja, casus_id, "Samira", Kanaal.EROPAF)
    with writing():
        insert_betrokkene(casus_id, karim.id, Betrokkenheid.MEEWERKER, outside.now())
    return casus_id


@pytest.fixture
def frans(outside: Context, content: Content, anja: Mens) -> str:
    """The practice casus Frans van Noord, taken in by Anja. Its id."""
    hele = read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content)
    import_casus(outside, anja, hele)
    return hele.casus.id


def sign_in(client: PagesClient, mens: Mens) -> PagesClient:
    """Sign in as the page does, without its page: a third of the time of a test that is about something else went there.

    The ways in themselves are tried in tests/web/test_aanmelden.py and in the journeys.
    """
    app, browser = client.app, client.client
    with app.app_context(), app.test_request_context("/aanmelden", environ_base=browser.environ_base):
        medewerker = fetch_medewerker_by_email(f"{mens.naam.lower()}@team.test")
        assert medewerker is not None
        antwoord = app.make_response(enter(medewerker, Werkplek.ONDERWEG, "", "wachtwoord"))
        app.session_interface.save_session(app, session, antwoord)
        db.session.remove()
    for kop in antwoord.headers.getlist("Set-Cookie"):
        naam, waarde = kop.partition(";")[0].split("=", 1)
        browser.set_cookie(naam, waarde)
    client.begin_at("/mensen")
    return client


@pytest.fixture
def visitor(app: Flask) -> PagesClient:
    return make_client(app)


@pytest.fixture
def client(app: Flask, anja: Mens, samira: str) -> PagesClient:
    """Anja, signed in; she has Samira."""
    return sign_in(make_client(app), anja)


@pytest.fixture
def karim_client(app: Flask, karim: Mens, samira: str) -> PagesClient:
    """Karim, signed in; he works along with Samira."""
    return sign_in(make_client(app), karim)


@pytest.fixture
def vera_client(app: Flask, vera: Mens, samira: str) -> PagesClient:
    """Vera, signed in; she is a stranger to Samira."""
    return sign_in(make_client(app), vera)


@pytest.fixture
def tessa_client(app: Flask, tessa: Mens, samira: str) -> PagesClient:
    """Tessa, signed in; she is a team mate of Anja and has no part in Samira."""
    return sign_in(make_client(app), tessa)


@pytest.fixture
def lies_client(app: Flask, lies: Mens, samira: str) -> PagesClient:
    """Lies, signed in; she leads the team of Anja."""
    return sign_in(make_client(app), lies)


@pytest.fixture
def bo_client(app: Flask, bo: Mens, samira: str) -> PagesClient:
    """Bo, signed in; she looks after people, teams and settings."""
    return sign_in(make_client(app), bo)
