"""What the chain of the logboek needs outside the database: its key and its anchors, in the folder of the keys."""

import os
import secrets
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Engine

from leefgebieden.domain.keten import Anker, read_anker

SLEUTEL_BYTES = 32
SLEUTEL = "logboek.sleutel"
ANKERS = "ankers.txt"


class LogboeksleutelOntbreekt(Exception):
    """There are lines, and the key that bound them is not here. A new one would hide what was done to them."""


class Keten:
    """The key and the anchors of one instance. `sleutels` is the folder of the keys, which need not exist yet.

    `jsonl` is where each line goes as JSON as well: a path, "-" for stdout, or "" for nowhere.
    """

    def __init__(self, sleutels: Path, jsonl: str = "") -> None:
        self.bestand = sleutels / SLEUTEL
        self.ankers = sleutels / ANKERS
        self.jsonl = jsonl
        self._sleutel: bytes | None = None
        self._laatste_dag: date | None = None

    def need_sleutel(self, *, begonnen: bool) -> bytes:
        """The key; made when there is none and no line was written yet (`begonnen`). Raises LogboeksleutelOntbreekt."""
        if self._sleutel is None:
            if not begonnen and not self.bestand.exists():
                self._make_sleutel()
            self._sleutel = self.read_sleutel()
        return self._sleutel

    def read_sleutel(self) -> bytes:
        """The key in the file. Raises LogboeksleutelOntbreekt."""
        try:
            sleutel = bytes.fromhex(self.bestand.read_text("ascii"))
        except (FileNotFoundError, ValueError):
            sleutel = b""
        if len(sleutel) != SLEUTEL_BYTES:
            raise LogboeksleutelOntbreekt(
                f"de sleutel van het logboek ontbreekt of is stuk: {self.bestand}. Zet het bestand terug."
            )
        return sleutel

    def _make_sleutel(self) -> None:
        self.write_sleutel(secrets.token_bytes(SLEUTEL_BYTES))

    def write_sleutel(self, sleutel: bytes) -> None:
        """Put the key in its file."""
        self.bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # whole or not at all, and on the disk before the first line that needs it is; that line's transaction is the only
        # one that writes, so nobody else makes a key at this moment
        half = self.bestand.with_name(f"{SLEUTEL}.half")
        half.unlink(missing_ok=True)
        _append(half, sleutel.hex())
        half.replace(self.bestand)
        _sync_folder(self.bestand.parent)

    def anchor_daily(self, anker: Anker) -> None:
        """Keep this anchor when it is the first of its day."""
        if self._laatste_dag is None:
            eerdere = self.read_ankers()
            self._laatste_dag = max((eerder.dag for eerder in eerdere), default=date.min)
        if anker.dag > self._laatste_dag:
            self.add_anker(anker)

    def add_anker(self, anker: Anker) -> None:
        """Keep this anchor."""
        self.ankers.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _append(self.ankers, f"{anker.write()}\n")
        self._laatste_dag = max(anker.dag, self._laatste_dag or date.min)

    def read_ankers(self, bestand: Path | None = None) -> list[Anker]:
        """The anchors in our file, or in another one, such as a copy that was kept elsewhere. Raises ValueError."""
        bestand = bestand or self.ankers
        if bestand == self.ankers and not bestand.exists():
            return []
        return [read_anker(regel) for regel in bestand.read_text("ascii").splitlines() if regel.strip()]


def bind_keten(engine: Engine, keten: Keten) -> None:
    """Let every connection of this engine know the chain: two apps in one process each keep their own."""
    engine.update_execution_options(keten=keten)


def get_keten(verbinding: Connection | Engine) -> Keten:
    """The chain of the database behind this connection."""
    keten: Keten = verbinding.get_execution_options()["keten"]
    return keten


def _append(bestand: Path, tekst: str) -> None:
    handvat = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handvat, "w", encoding="ascii") as uit:
        uit.write(tekst)
        uit.flush()
        os.fsync(uit.fileno())


def _sync_folder(map_: Path) -> None:
    if os.name == "nt":
        return  # Windows keeps the names of files by itself
    handvat = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(handvat)
    finally:
        os.close(handvat)
