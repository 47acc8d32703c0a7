"""The connection to the database: settings that must hold at every connect, and transactions that write.

On both databases one transaction writes at a time, from its first statement on: SQLite by BEGIN IMMEDIATE, PostgreSQL by one
advisory lock. So a write that looks first and writes then sees all that was written before it, two writers cannot wait for each
other, and there is nothing to try again: neither a deadlock nor a serialization failure can come of our own writing.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from leefgebieden.store.keten import Keten, bind_keten
from leefgebieden.store.tables import metadata
from leefgebieden.store.wachtrij import Wachtrij

db = SQLAlchemy(metadata=metadata)
_wachtrijen: WeakKeyDictionary[Engine, Wachtrij] = WeakKeyDictionary()

PRAGMAS: dict[str, Any] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "busy_timeout": 5000,
    "temp_store": 2,
    # kB of pages per connection: 300 people lie scattered over a large database, and do not fit in the 2 MB of SQLite itself
    "cache_size": -16384,
}
"""What must hold at every connection to SQLite."""

SERVER: dict[str, Any] = {
    "synchronous_commit": "on",
    "fsync": "on",
    "full_page_writes": "on",
    "server_encoding": "UTF8",
    "client_encoding": "UTF8",
    "TimeZone": "UTC",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "5min",
}
"""What must hold at every connection to PostgreSQL: what is said to be saved is on the disk, and nobody waits for ever."""

_ZELF_TE_ZETTEN = (
    "synchronous_commit",
    "client_encoding",
    "TimeZone",
    "lock_timeout",
    "idle_in_transaction_session_timeout",
)
SCHRIJFSLOT = 0x1EEF
"""The advisory lock of PostgreSQL that every transaction that writes holds from its first statement to its end."""

DatabaseDicht = OperationalError
"""The database cannot be used now: somebody else writes too long, the disk is full or read-only, or the server is away."""


class DatabaseOngeschikt(Exception):
    """A setting that must hold does not: what is said to be saved might be lost."""


class UitkomstOnbekend(Exception):
    """The connection was lost while the transaction was committed: what was written may stand there, or not.

    Nobody guesses. Whoever does it again with the same id is told which of the two it was.
    """


def init_db(app: Flask) -> None:
    """Bind the database of the app's settings."""
    Path(app.config["INSTANCE"]).mkdir(parents=True, exist_ok=True, mode=0o700)
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", _engine_options(app.config["SQLALCHEMY_DATABASE_URI"]))
    db.init_app(app)
    with app.app_context():
        _prepare(db.engine)
        bind_keten(db.engine, Keten(Path(app.config["SLEUTELS"]), app.config["LOGBOEK_JSONL"]))
        if db.engine.dialect.name == "sqlite" and db.engine.url.database:
            _wachtrijen[db.engine] = Wachtrij(Path(f"{db.engine.url.database}-rij"))


def make_engine(uri: str) -> Engine:
    """An engine beside that of the app, for a second database. The same settings hold at every connection."""
    engine = create_engine(uri, **_engine_options(uri))
    _prepare(engine)
    return engine


def _engine_options(uri: str) -> dict[str, Any]:
    if make_url(uri).get_backend_name() != "postgresql":
        return {}
    return {
        # what a page reads in more than one question is of one moment, as it is on SQLite
        "isolation_level": "REPEATABLE READ",
        # a connection that the server let go of is replaced before it is used
        "pool_pre_ping": True,
        "connect_args": {"connect_timeout": 10, "application_name": "leefgebieden"},
    }


def _prepare(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _set_server)
        event.listen(engine, "begin", _begin_server)


def _set_pragmas(verbinding: sqlite3.Connection, _: Any) -> None:
    # sqlite3 opens transactions by itself, too late and deferred; we say BEGIN ourselves
    verbinding.isolation_level = None
    for naam, waarde in PRAGMAS.items():
        verbinding.execute(f"PRAGMA {naam}={waarde}")
    # SQLite passes over what it does not know or cannot do, so it is asked what came of it
    gelezen = {naam: (verbinding.execute(f"PRAGMA {naam}").fetchone() or [None])[0] for naam in PRAGMAS}
    _check(PRAGMAS, gelezen)


def _set_server(verbinding: Any, _: Any) -> None:
    with verbinding.cursor() as vraag:
        for naam in _ZELF_TE_ZETTEN:
            vraag.execute("SELECT set_config(%s, %s, false)", (naam, SERVER[naam]))
        vraag.execute("SELECT naam, current_setting(naam) FROM unnest(%s::text[]) AS naam", (list(SERVER),))
        gelezen = dict(vraag.fetchall())
    verbinding.commit()
    _check(SERVER, gelezen)


def _check(nodig: dict[str, Any], gelezen: dict[str, Any]) -> None:
    for naam, waarde in nodig.items():
        if gelezen.get(naam) != waarde:
            raise DatabaseOngeschikt(
                f"de database staat op {naam} = {gelezen.get(naam)} in plaats van {waarde}. Zet dat goed; er is niets veranderd"
            )


def is_writing(verbinding: Connection) -> bool:
    """Whether this connection holds the turn to write."""
    return bool(verbinding.get_execution_options().get("schrijft", False))


def _begin_sqlite(verbinding: Connection) -> None:
    # read-then-write in a deferred transaction fails at once when another writer committed in between, whatever the timeout
    verbinding.exec_driver_sql("BEGIN IMMEDIATE" if is_writing(verbinding) else "BEGIN")


def _begin_server(verbinding: Connection) -> None:
    if is_writing(verbinding):
        verbinding.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SCHRIJFSLOT})")


def writing_options(engine: Engine) -> dict[str, Any]:
    """The execution options of a connection that writes.

    On PostgreSQL READ COMMITTED: every statement sees what was committed before the lock was had. A snapshot of the whole
    transaction would be taken before the wait for the lock, and be old when the waiting is over.
    """
    soort = {"isolation_level": "READ COMMITTED"} if engine.dialect.name == "postgresql" else {}
    return {"schrijft": True, **soort}


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that writes: committed at the end, or rolled back whole when anything goes wrong.

    Raises DatabaseDicht when another one writes for too long, and UitkomstOnbekend.
    """
    db.session.rollback()
    with _wait_turn():
        db.session.connection(execution_options=writing_options(db.engine))
        # a data key that was read before this transaction may have been replaced: what is sealed with it would never open
        db.session().info.pop("deks", None)
        try:
            yield
            _commit()
        except BaseException:
            db.session.rollback()
            db.session().info.pop("deks", None)
            raise


def _commit() -> None:
    try:
        db.session.commit()
    except DBAPIError as fout:
        if fout.connection_invalidated:
            raise UitkomstOnbekend from fout
        raise


ALLEEN_LEZEN = "alleen_lezen"
"""In the `info` of a session: the database took no line, so this request reads only."""


def is_alleen_lezen() -> bool:
    """Whether the database took no line in this request: it is full or may only be read."""
    return bool(db.session().info.get(ALLEEN_LEZEN))


def measure_beurt() -> float:
    """How many seconds somebody who wants to write waits for his turn now. Raises OperationalError as `writing` does."""
    begin = time.monotonic()
    with _wait_turn():
        return time.monotonic() - begin


def _wait_turn() -> AbstractContextManager[None]:
    wachtrij = _wachtrijen.get(db.engine)
    return nullcontext() if wachtrij is None else wachtrij.turn()
