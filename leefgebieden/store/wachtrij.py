"""The queue in front of SQLite's one writer: who came first writes first, in this process and in the others.

SQLite itself lets a writer who finds the database taken sleep for longer and longer, so that under a crowd some wait twenty times
as long as others. Here a thread waits for its turn in its own process, and one thread of each process for the file.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import OperationalError

if os.name == "posix":
    import fcntl

WACHT_HOOGUIT = 10.0
"""Seconds; then who waits is told that the database is busy, and keeps his words."""
_KIJK_ELKE = 0.001


class Wachtrij:
    """The queue of one database. `bestand` is locked and never read; a process that dies lets go of it."""

    def __init__(self, bestand: Path) -> None:
        self.bestand = bestand
        self._beurt = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn to write, and have it. Raises OperationalError after WACHT_HOOGUIT seconds."""
        uiterlijk = time.monotonic() + WACHT_HOOGUIT
        if not self._beurt.acquire(timeout=WACHT_HOOGUIT):
            raise _busy()
        try:
            handvat = self._lock_bestand(uiterlijk)
            try:
                yield
            finally:
                if handvat is not None:
                    os.close(handvat)
        finally:
            self._beurt.release()

    def _lock_bestand(self, uiterlijk: float) -> int | None:
        if os.name != "posix":
            return None  # one process serves there; between processes SQLite's own waiting has to do
        try:
            handvat = os.open(self.bestand, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return None  # a folder that cannot be written: what the database says of it is clearer
        while True:
            try:
                fcntl.flock(handvat, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > uiterlijk:
                    os.close(handvat)
                    raise _busy() from None
                time.sleep(_KIJK_ELKE)
            else:
                return handvat


def _busy() -> OperationalError:
    return OperationalError("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))
