"""The connection to the database: settings that must hold at every connect, and transactions that write."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event

from leefgebieden.store.keten import Keten, bind_keten
from leefgebieden.store.tables import metadata
from leefgebieden.store.wachtrij import Wachtrij

db = SQLAlchemy(metadata=metadata)
_wachtrijen: WeakKeyDictionary[Engine, Wachtrij] = WeakKeyDictionary()

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "busy_timeout": 5000,
    "temp_store": 2,
}


def init_db(app: Flask) -> None:
    """Bind the database of the app's settings."""
    Path(app.config["INSTANCE"]).mkdir(parents=True, exist_ok=True, mode=0o700)
    db.init_app(app)
    with app.app_context():
        _prepare(db.engine)
        bind_keten(db.engine, Keten(Path(app.config["SLEUTELS"]), app.config["LOGBOEK_JSONL"]))
        if db.engine.dialect.name == "sqlite" and db.engine.url.database:
            _wachtrijen[db.engine] = Wachtrij(Path(f"{db.engine.url.database}-rij"))


def _prepare(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)


def _set_pragmas(verbinding: sqlite3.Connection, _: Any) -> None:
    # sqlite3 opens transactions by itself, too late and deferred; we say BEGIN ourselves
    verbinding.isolation_level = None
    for naam, waarde in PRAGMAS.items():
        verbinding.execute(f"PRAGMA {naam}={waarde}")


def _begin(verbinding: Connection) -> None:
    # read-then-write in a deferred transaction fails at once when another writer committed in between, whatever the timeout
    schrijft = verbinding.get_execution_options().get("schrijft", False)
    verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijft else "BEGIN")


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that writes: committed at the end, or rolled back whole when anything goes wrong."""
    db.session.rollback()
    with _wait_turn():
        db.session.connection(execution_options={"schrijft": True})
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


def measure_beurt() -> float:
    """How many seconds somebody who wants to write waits for his turn now. Raises OperationalError as `writing` does."""
    begin = time.monotonic()
    with _wait_turn():
        return time.monotonic() - begin


def _wait_turn() -> AbstractContextManager[None]:
    wachtrij = _wachtrijen.get(db.engine)
    return nullcontext() if wachtrij is None else wachtrij.turn()
