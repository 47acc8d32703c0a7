"""The place of the database in use, and a place beside it where another is made ready: then the two change places at once."""

import os
import shutil
import sqlite3
import time
from collections.abc import Generator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.exc import DatabaseError

from leefgebieden.store.bestand import sync_folder
from leefgebieden.store.db import db, writing_options
from leefgebieden.store.nagelezen import Beschadigd, check_bestand
from leefgebieden.store.tables import casus, medewerker

_BIJ = ("-wal", "-shm")


_ANDEREN = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'leefgebieden' AND pid <> pg_backend_pid()
"""
"""Who has prepared a statement would go on writing in the tables that went aside."""


class InGebruik(Exception):
    """Somebody has the database open: the app still runs."""

    def __init__(self, wat: Path | str) -> None:
        super().__init__(f"{wat} is in gebruik. Stop eerst de app. Er is niets veranderd")


class Herstelplek(Protocol):
    """Where the database in use is, and where another is made ready. Use it within the app of the database in use."""

    def is_bezet(self) -> bool:
        """Whether there is something here that somebody would miss; what cannot be read counts as such."""

    def make_uri(self) -> str:
        """Where to make the other one ready. What a restore that was cut off left there is gone."""

    def give_up(self) -> None:
        """Take away what was being made ready."""

    def swap(self, nu: datetime) -> Generator[str, None, str | None]:
        """Put the other one in place, and the one in use aside, step by step. Gives where that is; None when there was none.

        At every moment one of the two is the database in use. Raises InGebruik.
        """


def find_herstelplek() -> Herstelplek:
    """The place of the database in use."""
    return Bestandsplek() if db.engine.dialect.name == "sqlite" else Schemaplek()


class Bestandsplek:
    """The file of an SQLite database, and one beside it."""

    def __init__(self) -> None:
        self.bestand = Path(str(db.engine.url.database)).absolute()
        self.nieuw = self.bestand.with_name(f"{self.bestand.name}.nieuw")

    def is_bezet(self) -> bool:
        if not self.bestand.exists() or not self.bestand.stat().st_size:
            return False
        try:
            return inspect(db.engine).has_table("medewerker") and _holds_people()
        except DatabaseError:
            return True
        finally:
            db.session.remove()
            db.engine.dispose()

    def make_uri(self) -> str:
        self._clear()
        return f"sqlite:///{self.nieuw}"

    def give_up(self) -> None:
        self._clear()

    def swap(self, nu: datetime) -> Generator[str, None, str | None]:
        db.session.remove()
        db.engine.dispose()
        _close_wal(self.nieuw)
        opzij = None
        if self.bestand.exists():
            _close_oude(self.bestand)
            opzij = _find_free(self.bestand.with_name(f"{self.bestand.name}.opzij-{nu:%Y%m%dT%H%M%SZ}"))
            for bij in ("", *_BIJ):
                _link(Path(f"{self.bestand}{bij}"), Path(f"{opzij}{bij}"))
            # a log that belongs to the old file must never be laid over the new one
            for bij in _BIJ:
                Path(f"{self.bestand}{bij}").unlink(missing_ok=True)
            sync_folder(self.bestand.parent)
            yield "opzij"
        self.nieuw.replace(self.bestand)
        sync_folder(self.bestand.parent)
        yield "gewisseld"
        return None if opzij is None else str(opzij)

    def _clear(self) -> None:
        for bij in ("", *_BIJ, "-journal", "-rij"):
            Path(f"{self.nieuw}{bij}").unlink(missing_ok=True)


class Schemaplek:
    """The schema of a PostgreSQL database, and one beside it: they change names in one transaction."""

    NIEUW = "leefgebieden_nieuw"

    def __init__(self) -> None:
        with db.engine.connect() as verbinding:
            self.schema = str(verbinding.exec_driver_sql("SELECT current_schema()").scalar_one())

    def is_bezet(self) -> bool:
        try:
            return inspect(db.engine).has_table("medewerker") and _holds_people()
        finally:
            db.session.remove()

    def make_uri(self) -> str:
        self._execute(f'DROP SCHEMA IF EXISTS "{self.NIEUW}" CASCADE', f'CREATE SCHEMA "{self.NIEUW}"')
        uri = db.engine.url.update_query_dict({"options": f"-csearch_path={self.NIEUW}"})
        return uri.render_as_string(hide_password=False)

    def give_up(self) -> None:
        self._execute(f'DROP SCHEMA IF EXISTS "{self.NIEUW}" CASCADE')

    def swap(self, nu: datetime) -> Generator[str, None, str | None]:
        db.session.remove()
        db.engine.dispose()
        with db.engine.connect() as verbinding:
            schemas = set(inspect(verbinding).get_schema_names())
            if not _is_alone(verbinding):
                raise InGebruik("de database")
        naam = f"{self.schema}_opzij_{nu:%Y%m%dt%H%M%Sz}"
        namen = (f"{naam}_{nummer}" if nummer > 1 else naam for nummer in count(1))
        opzij = next(vrij for vrij in namen if vrij not in schemas)
        yield "opzij"
        self._execute(
            f'ALTER SCHEMA "{self.schema}" RENAME TO "{opzij}"',
            f'ALTER SCHEMA "{self.NIEUW}" RENAME TO "{self.schema}"',
        )
        db.engine.dispose()
        yield "gewisseld"
        return f"schema {opzij}"

    def _execute(self, *opdrachten: str) -> None:
        with db.engine.connect().execution_options(**writing_options(db.engine)) as verbinding:
            for opdracht in opdrachten:
                verbinding.exec_driver_sql(opdracht)
            verbinding.commit()


def _is_alone(verbinding: Connection) -> bool:
    """Whether nobody else is connected; a connection that was just closed is gone a moment later."""
    for _ in range(20):
        if not verbinding.exec_driver_sql(_ANDEREN).scalar_one():
            return True
        # within one transaction the server gives the same answer again
        verbinding.rollback()
        time.sleep(0.1)
    return False


def _holds_people() -> bool:
    return any(
        db.session.execute(select(func.count()).select_from(tabel)).scalar_one() for tabel in (medewerker, casus)
    )


def _find_free(bestand: Path) -> Path:
    namen = (bestand if nummer == 1 else bestand.with_name(f"{bestand.name}-{nummer}") for nummer in count(1))
    return next(naam for naam in namen if not naam.exists())


def _close_wal(bestand: Path) -> None:
    """Bring everything into the one file."""
    verbinding = sqlite3.connect(bestand, isolation_level=None)
    try:
        verbinding.execute("PRAGMA journal_mode=DELETE")
    finally:
        verbinding.close()
    for bij in (*_BIJ, "-rij"):
        Path(f"{bestand}{bij}").unlink(missing_ok=True)
    with bestand.open("r+b") as uit:
        os.fsync(uit.fileno())


def _close_oude(bestand: Path) -> None:
    """See that nobody has it open: only then SQLite lets go of its log. One that is damaged goes aside as it is."""
    try:
        check_bestand()
    except Beschadigd:
        return
    verbinding = sqlite3.connect(bestand, isolation_level=None, timeout=0.5)
    try:
        verbinding.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as fout:
        raise InGebruik(bestand) if "locked" in str(fout) else fout from None
    finally:
        verbinding.close()


def _link(van: Path, naar: Path) -> None:
    if van.exists():
        try:
            os.link(van, naar)
        except OSError:
            shutil.copy2(van, naar)
