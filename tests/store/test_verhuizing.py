"""Moving an instance: from a file to a server and back, all of it or nothing, and the source stays as it was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event, inspect

from leefgebieden.cli import main
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.keten import check_keten
from leefgebieden.domain.mens import Mens
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db, make_engine, writing
from leefgebieden.store.keten import get_keten
from leefgebieden.store.opstarten import open_database
from leefgebieden.store.rijen import Telling, count_alles, list_tabellen
from leefgebieden.store.tables import logboek, medewerker
from leefgebieden.store.verhuizing import VerhuizingMislukt, copy_database
from tests.people import Clock, make_app
from tests.postgres import Server


@pytest.fixture
def elders(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty database of the other kind, as SQLAlchemy calls it: a server for a file, a file for a server."""
    if database == "postgresql":
        yield f"sqlite:///{tmp_path / 'elders.sqlite3'}"
        return
    server: Server = request.getfixturevalue("server")
    uri = server.create()
    yield uri.replace("postgresql://", "postgresql+psycopg://")
    server.drop(uri)


def count_here() -> dict[str, Telling]:
    db.session.rollback()
    with db.engine.connect() as connection:
        return count_alles(connection)


def test_everything_arrives_and_the_app_works_on_it(
    app: Flask, outside: Context, clock: Clock, frans: str, samira: str, elders: str, tmp_path: Path
) -> None:
    here = count_here()
    moved = copy_database(db.engine, elders)
    assert (moved.rijen, moved.tabellen) == (sum(t.aantal for t in here.values()), len(list_tabellen()))
    assert count_here() == here
    other = make_app(tmp_path, outside, SQLALCHEMY_DATABASE_URI=elders)
    with other.app_context():
        open_database(clock.now)
        assert count_here() == here
        read = fetch_casus(frans)
        assert read is not None
        assert len(read.hele.notities) > 20
        with db.engine.connect() as connection:
            lines = [dict(row) for row in connection.execute(logboek.select().order_by(logboek.c.nummer)).mappings()]
        assert list(check_keten(get_keten(db.engine).read_sleutel(), lines)) == []
        db.session.remove()
        db.engine.dispose()


def test_a_database_that_is_not_empty_is_left_alone(app: Flask, samira: str, elders: str) -> None:
    copy_database(db.engine, elders)
    with pytest.raises(VerhuizingMislukt, match="is niet leeg"):
        copy_database(db.engine, elders)


@pytest.fixture
def lossy() -> Iterator[None]:
    """Of every batch of betrokkenen that goes to a database, the last one gets lost below SQLAlchemy."""

    def lose(*told: Any) -> tuple[str, Any]:
        _, _, statement, parameters, _, _ = told
        return statement, parameters[:-1] if statement.startswith("INSERT INTO betrokkene") else parameters

    event.listen(Engine, "before_cursor_execute", lose, retval=True)
    yield
    event.remove(Engine, "before_cursor_execute", lose)


def test_what_arrives_otherwise_than_it_stood_is_not_kept(
    app: Flask, samira: str, elders: str, request: pytest.FixtureRequest
) -> None:
    before = count_here()
    request.getfixturevalue("lossy")
    with pytest.raises(VerhuizingMislukt, match="kwam iets anders aan dan er stond, in: betrokkene"):
        copy_database(db.engine, elders)
    other = make_engine(elders)
    assert inspect(other).get_table_names() == []
    other.dispose()
    assert count_here() == before


@pytest.mark.sqlite_only("PostgreSQL itself refuses a text that is too long for its column, SQLite does not mind")
def test_a_row_that_the_server_refuses_stops_all_of_it(app: Flask, anja: Mens, elders: str) -> None:
    with writing():
        db.session.execute(medewerker.update().values(naam="x" * 81))
    with pytest.raises(VerhuizingMislukt, match="too long"):
        copy_database(db.engine, elders)
    other = make_engine(elders)
    assert inspect(other).get_table_names() == []
    other.dispose()


@pytest.mark.sqlite_only("it begins with the file that a new instance has")
def test_the_command_says_what_it_did_and_the_other_database_is_used_from_then_on(
    tmp_path: Path,
    content: Content,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    database: str,
) -> None:
    monkeypatch.setenv("LEEFGEBIEDEN_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("LEEFGEBIEDEN_SLEUTELS", str(tmp_path / "sleutels"))
    uri = server.create()
    assert main(["demo"]) == 0
    capsys.readouterr()
    assert main(["copy-to", uri]) == 0
    said = capsys.readouterr().out
    assert "aantallen en hashes zijn gelijk" in said
    assert said.count("\n") == 1
    assert main(["copy-to", uri]) == 2
    assert "is niet leeg. Er is niets veranderd." in capsys.readouterr().err
    assert main(["copy-to", "mysql://ergens"]) == 2
    assert "DATABASE begint met postgresql://" in capsys.readouterr().err
    monkeypatch.setenv("LEEFGEBIEDEN_DATABASE", uri)
    assert main(["export-casus", "Frans", "-o", str(tmp_path / "uit.json")]) == 0
    assert (tmp_path / "uit.json").read_bytes() == content.oefencasussen["frans-van-noord"].bestand
    assert main(["verify-logboek"]) == 0
    server.drop(uri)
