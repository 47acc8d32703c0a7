"""Restoring, on both databases: the same rows come back, in a database that then changes places with the one in use."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, select, text

from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.oefening import begin_oefening
from leefgebieden.actions.reserve import Bezet, make_backup, restore
from leefgebieden.commands.reserve import working_elders
from leefgebieden.context import Context
from leefgebieden.domain.keten import inspect_keten
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.casus import casus_exists, fetch_casus
from leefgebieden.store.db import db, make_engine, writing
from leefgebieden.store.herstelplek import InGebruik, find_herstelplek
from leefgebieden.store.instantie import fetch_epoch
from leefgebieden.store.keten import get_keten
from leefgebieden.store.nagelezen import check_database
from leefgebieden.store.reservebestand import Reservebestand
from leefgebieden.store.reservekopie import run
from leefgebieden.store.rijen import Telling, count_alles
from leefgebieden.store.tables import logboek, sessie
from leefgebieden.store.terugzetten import find_sleutel

CHANGES = {"instantie", "kek", "sleutel", "logboek", "sessie"}
"""What a restore itself changes."""


def write(outside: Context, samira: str, anja: Mens, tekst: str) -> None:
    record_notitie(outside, samira, Notitie(id=outside.new_id(), tekst=tekst, gemaakt_op=outside.now(), auteur=anja))


def read(samira: str) -> list[str]:
    db.session.remove()
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    return [notitie.tekst for notitie in gelezen.hele.notities]


def count() -> dict[str, Telling]:
    with db.engine.connect() as connection:
        return count_alles(connection)


def put_back(app: Flask, outside: Context, made: Path, *, over: bool = True) -> str | None:
    @contextmanager
    def elders(uri: str) -> Iterator[None]:
        with working_elders(app, SQLALCHEMY_DATABASE_URI=uri):
            yield

    with Reservebestand(made) as bestand:
        return run(restore(outside, bestand, find_sleutel(bestand), elders, over=over)).opzij


@pytest.fixture
def made(outside: Context, samira: str, frans: str, anja: Mens, tmp_path: Path) -> Path:
    """A backup of a moment at which Samira had one notitie."""
    write(outside, samira, anja, "Vóór de kopie.")
    with writing():
        db.session.execute(
            insert(sessie).values(
                id=outside.new_id(),
                hash="h" * 64,
                medewerker_id=anja.id,
                gemaakt_op=outside.now(),
                laatst_gezien=outside.now(),
                vers_op=outside.now(),
                plek="kantoor",
                slot_na=15,
                apparaat="computer",
                nog_instellen=False,
                verborgen=False,
            )
        )
    return run(make_backup(outside, tmp_path / "kopie")).bestand


def test_every_row_comes_back_and_what_was_written_since_is_gone(
    app: Flask, outside: Context, samira: str, anja: Mens, made: Path
) -> None:
    before, epoch = count(), fetch_epoch()
    write(outside, samira, anja, "Na de kopie.")
    aside = put_back(app, outside, made)
    assert aside is not None
    assert read(samira) == ["Vóór de kopie."]
    after = count()
    assert {n: t for n, t in after.items() if n not in CHANGES} == {n: t for n, t in before.items() if n not in CHANGES}
    assert fetch_epoch() != epoch
    assert db.session.execute(select(sessie.c.id).where(sessie.c.afgesloten_op.is_(None))).all() == []
    write(outside, samira, anja, "En weer verder.")
    assert read(samira) == ["Vóór de kopie.", "En weer verder."]


def test_the_chain_goes_on_after_the_last_line_that_came_back(
    app: Flask, outside: Context, samira: str, anja: Mens, made: Path
) -> None:
    write(outside, samira, anja, "Na de kopie.")
    put_back(app, outside, made)
    keten = get_keten(db.engine)
    lines = [dict(line) for line in db.session.execute(select(logboek).order_by(logboek.c.nummer)).mappings()]
    assert lines[-1]["actie"] == "instantie hersteld"
    found = inspect_keten(keten.read_sleutel(), lines, keten.read_ankers())
    assert found.fouten == []
    assert len(found.uitleg) == 1


def test_the_restored_logboek_still_refuses_a_change(app: Flask, outside: Context, made: Path) -> None:
    from sqlalchemy.exc import DatabaseError

    put_back(app, outside, made)
    with pytest.raises(DatabaseError, match="blijven zoals ze zijn"), writing():
        db.session.execute(text("UPDATE logboek SET rol = 'x'"))


def test_where_somebody_works_nothing_goes_aside_unless_it_is_said(app: Flask, outside: Context, made: Path) -> None:
    before = count()
    with pytest.raises(Bezet):
        put_back(app, outside, made, over=False)
    assert count() == before


def test_where_somebody_has_the_database_open_nothing_changes(app: Flask, outside: Context, made: Path) -> None:
    before = count()
    uri = db.engine.url.render_as_string(hide_password=False)
    other = make_engine(uri)
    connection = other.connect()
    connection.execute(text("SELECT count(*) FROM medewerker")).scalar_one()
    with pytest.raises(InGebruik):
        put_back(app, outside, made)
    connection.close()
    other.dispose()
    assert count() == before
    put_back(app, outside, made)


@pytest.mark.postgresql_only("a file is let go of at once")
def test_who_closes_the_database_a_moment_later_is_waited_for(app: Flask, outside: Context) -> None:
    other = make_engine(db.engine.url.render_as_string(hide_password=False))
    connection = other.connect()
    connection.execute(text("SELECT count(*) FROM medewerker")).scalar_one()
    leaving = threading.Timer(0.5, connection.invalidate)
    leaving.start()
    steps = find_herstelplek().swap(outside.now())
    # nothing changes before the next step is asked for
    assert next(steps) == "opzij"
    steps.close()
    leaving.join()
    other.dispose()


def test_it_can_be_put_back_twice(app: Flask, outside: Context, samira: str, made: Path) -> None:
    first = put_back(app, outside, made)
    assert put_back(app, outside, made) != first
    assert read(samira) == ["Vóór de kopie."]


def test_without_what_somebody_practised_it_is_whole_all_the_same(
    app: Flask, outside: Context, sem: Mens, samira: str, anja: Mens, tmp_path: Path
) -> None:
    poging = outside.new_id()
    begin_oefening(outside, sem, poging, outside.content.oefeningen["frans-van-noord"])
    write(outside, poging, sem, "Bij de oefening.")
    write(outside, samira, anja, "Bij Samira.")
    put_back(app, outside, run(make_backup(outside, tmp_path / "kopie")).bestand)
    assert read(samira) == ["Bij Samira."]
    assert not casus_exists(poging)
    check_database()
