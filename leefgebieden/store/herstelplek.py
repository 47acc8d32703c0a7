"""The place of the database in use, and a place beside it where another is made ready: then the two change places at once."""

import os
import shutil
import sqlite3
from collections.abc import Generator
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import func, inspect, select
from sqlalchemy.exc import DatabaseError

from leefgebieden.store.bestand import sync_folder
from leefgebieden.store.db import db
from leefgebieden.store.nagelezen import Beschadigd, check_bestand
from leefgebieden.store.tables import casus, medewerker

_BIJ = ("-wal", "-shm")


class InGebruik(Exception):
    """Somebody has the database open: the app still runs."""

    def __init__(self, bestand: Path) -> None:
        super().__init__(f"{bestand} is in gebruik. Stop eerst de app. Er is niets veranderd")


class Herstelplek:
    """The file of an SQLite database, and what is made ready beside it. Use it within the app of the database in use."""

    def __init__(self) -> None:
        self.bestand = Path(str(db.engine.url.database)).absolute()
        self.nieuw = self.bestand.with_name(f"{self.bestand.name}.nieuw")

    def is_bezet(self) -> bool:
        """Whether there is something here that somebody would miss; what cannot be read counts as such."""
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
        """Where to make the other one ready. What a restore that was cut off left there is gone."""
        self._clear()
        return f"sqlite:///{self.nieuw}"

    def give_up(self) -> None:
        """Take away what was being made ready."""
        self._clear()

    def swap(self, nu: datetime) -> Generator[str, None, Path | None]:
        """Put the other one in place, and the one in use aside, step by step. Gives where that is; None when there was none.

        At every moment one of the two stands under the name of the database. Raises InGebruik.
        """
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
        return opzij

    def _clear(self) -> None:
        for bij in ("", *_BIJ, "-journal", "-rij"):
            Path(f"{self.nieuw}{bij}").unlink(missing_ok=True)


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
