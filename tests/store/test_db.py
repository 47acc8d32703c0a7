"""What must hold at every connection, and what happens when two write at once."""

import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from leefgebieden.store.db import PRAGMAS, db, writing


def test_the_settings_hold_at_every_connection(app: Flask) -> None:
    for _ in range(2):
        with db.engine.connect() as connection:
            for name, value in PRAGMAS.items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value
        db.engine.dispose()


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
