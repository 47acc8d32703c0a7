"""What must hold at every connection, and what happens when two write at once."""

import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from leefgebieden.store import wachtrij
from leefgebieden.store.db import (
    PRAGMAS,
    SERVER,
    DatabaseDicht,
    DatabaseOngeschikt,
    db,
    make_engine,
    writing,
)


def test_the_settings_hold_at_every_connection(app: Flask, database: str) -> None:
    settings, ask = {"sqlite": (PRAGMAS, "PRAGMA"), "postgresql": (SERVER, "SHOW")}[database]
    for _ in range(2):
        with db.engine.connect() as connection:
            for name, value in settings.items():
                assert connection.exec_driver_sql(f"{ask} {name}").scalar() == value
        db.engine.dispose()


def test_a_database_on_which_a_setting_does_not_hold_is_refused(
    app: Flask, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, name, value = {"sqlite": (PRAGMAS, "page_size", 1), "postgresql": (SERVER, "fsync", "off")}[database]
    monkeypatch.setitem(settings, name, value)
    engine = make_engine(app.config["SQLALCHEMY_DATABASE_URI"])
    with pytest.raises(DatabaseOngeschikt, match=f"staat op {name} = "):
        engine.connect()
    engine.dispose()


def test_who_waits_too_long_for_another_writer_is_told(
    app: Flask, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wachtrij, "WACHT_HOOGUIT", 0.1)
    monkeypatch.setitem(SERVER, "lock_timeout", "100ms")
    db.engine.dispose()
    holds, done = threading.Event(), threading.Event()

    def hold() -> None:
        with app.app_context():
            with writing():
                holds.set()
                done.wait(30)
            db.session.remove()

    thread = threading.Thread(target=hold)
    thread.start()
    assert holds.wait(30)
    try:
        with pytest.raises(DatabaseDicht), writing():
            pass
    finally:
        done.set()
        thread.join()
    with writing():
        pass


def test_nobody_reads_half_of_what_another_one_writes(app: Flask, proef: None) -> None:
    def write() -> None:
        with app.app_context():
            with writing():
                db.session.execute(text("INSERT INTO proef (wat) VALUES ('x')"))
            db.session.remove()

    before = db.session.execute(text("SELECT count(*) FROM proef")).scalar()
    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert db.session.execute(text("SELECT count(*) FROM proef")).scalar() == before
    db.session.rollback()
    assert db.session.execute(text("SELECT count(*) FROM proef")).scalar() == 1


@pytest.fixture
def proef(app: Flask) -> None:
    """A table of the test itself."""
    with writing():
        db.session.execute(text("CREATE TABLE proef (wat TEXT)"))


@pytest.mark.usefixtures("proef")
def test_a_write_that_goes_wrong_leaves_nothing(app: Flask) -> None:
    def fail_halfway() -> None:
        with writing():
            db.session.execute(text("INSERT INTO proef (wat) VALUES ('x')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert db.session.execute(text("SELECT count(*) FROM proef")).scalar() == 0


@pytest.mark.usefixtures("proef")
def test_reading_first_and_writing_after_works_while_another_writes(app: Flask, tmp_path: Path) -> None:
    def write(aantal: int) -> None:
        with app.app_context():
            for _ in range(aantal):
                db.session.execute(text("SELECT count(*) FROM proef")).scalar()
                with writing():
                    n = db.session.execute(text("SELECT count(*) FROM proef")).scalar()
                    db.session.execute(
                        text("INSERT INTO proef (wat) VALUES (:a)"),
                        {"a": str(n)},
                    )
            db.session.remove()

    threads = [threading.Thread(target=write, args=(25,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = db.session.execute(text("SELECT wat FROM proef")).scalars().all()
    assert sorted(map(int, rows)) == sorted(set(map(int, rows)))
    assert len(rows) == 100
