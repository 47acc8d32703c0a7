"""Making a backup: everything at one moment, read back and opened value by value before it counts as made.

While it is being written it is called `….reserve.half`, and `….reserve.MISLUKT` when something went wrong. Only what was read
back whole is called `….reserve`; what was made before stays as it is.
"""

import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from leefgebieden.domain.casus import Soort
from leefgebieden.store.bestand import sync_folder
from leefgebieden.store.db import db
from leefgebieden.store.migreren import fetch_vorm
from leefgebieden.store.nagelezen import check_database, open_alles
from leefgebieden.store.reservebestand import SUFFIX, Manifest, Reservebestand, ReserveFout, Schrijver
from leefgebieden.store.reservesleutels import need_reservesleutel
from leefgebieden.store.rijen import Rij, read_rijen
from leefgebieden.store.sleutelbos import Kek
from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.tabelvorm import reflect_tabellen
from leefgebieden.store.verzegeling import seal, unseal
from leefgebieden.store.wissen import BLIJVEN

HALF = ".half"
MISLUKT = ".MISLUKT"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Reservekopie:
    """A backup that was made."""

    bestand: Path
    manifest: Manifest


def run(stappen: Generator[str, None, _T]) -> _T:
    """Go through all steps; gives what comes out at the end."""
    while True:
        try:
            next(stappen)
        except StopIteration as klaar:
            uitkomst: _T = klaar.value
            return uitkomst


def make_reservekopie(
    map_: Path, nu: datetime, app: str, *, oefeningen: bool = True
) -> Generator[str, None, Reservekopie]:
    """Make a backup in a folder, step by step; the name of each step is given when it is done. `app` is our version.

    `oefeningen`: whether what somebody practises goes along; without it the backup holds people and their workers alone.
    Raises ReserveFout, Beschadigd, SleutelOntbreekt, OSError or what the database says; then nothing is called a backup that
    is none.
    """
    check_database()
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    sleutel = need_reservesleutel(nu)
    yield "sleutel"
    bestand = map_ / f"leefgebieden-{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}{SUFFIX}"
    half = bestand.with_name(bestand.name + HALF)
    try:
        manifest = _write(half, sleutel, nu, app, oefeningen=oefeningen)
        yield "geschreven"
        with Reservebestand(half) as terug:
            terug.check(sleutel)
            yield "nagelezen"
            open_alles(terug, sleutel)
            yield "geopend"
        half.replace(bestand)
    except Exception:
        half.replace(bestand.with_name(bestand.name + MISLUKT))
        raise
    sync_folder(map_)
    yield "benoemd"
    put_kluis(map_)
    return Reservekopie(bestand, manifest)


def put_kluis(map_: Path) -> None:
    """Lay the kluis of now beside the backups, in place of the one before: a key that was destroyed leaves it."""
    kluis = get_bos().kluis
    if kluis is not None:
        kluis.copy_to(map_)


def list_reservekopieen(map_: Path) -> list[Path]:
    """The backups in a folder that were made to the end, the oldest first."""
    return sorted(map_.glob(f"leefgebieden-*{SUFFIX}"))


def list_halve(map_: Path) -> list[Path]:
    """What stayed half made, or went wrong."""
    return sorted([*map_.glob(f"*{SUFFIX}{HALF}"), *map_.glob(f"*{SUFFIX}{MISLUKT}")])


def write_sleutels(rijen: Iterator[Rij], van: dict[str, Kek], naar: Kek) -> Iterator[Rij]:
    """The rows of the table `sleutel` with their data keys wrapped under another key."""
    for rij in rijen:
        plaats = f"dek|{rij['eigenaar_id']}"
        oud = van[rij["kek_id"]]
        dek = unseal(oud.geheim, b64decode(rij["gewikkeld"]), f"{plaats}|{oud.id}")
        gewikkeld = b64encode(seal(naar.geheim, dek, f"{plaats}|{naar.id}")).decode()
        yield {**rij, "kek_id": naar.id, "gewikkeld": gewikkeld}


def _write(half: Path, sleutel: Kek, nu: datetime, app: str, *, oefeningen: bool) -> Manifest:
    handvat = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handvat, "wb") as uit:
        with reading_snapshot() as verbinding:
            tabellen = {tabel.name: tabel for tabel in reflect_tabellen(verbinding)}
            if "sleutel" not in tabellen:
                raise ReserveFout("deze database is van vóór de versleuteling. Werk eerst bij: leefgebieden migrate")
            keks = _read_keks(verbinding, tabellen["kek"])
            weg: frozenset[str] = frozenset() if oefeningen else _find_oefeningen(verbinding, tabellen["casus"])
            schrijver = Schrijver(uit)
            for naam, tabel in tabellen.items():
                if naam == "kek":
                    continue  # of no use without its key, and that does not go along
                rijen = _leave_out(read_rijen(verbinding, tabel), naam, weg)
                schrijver.write_tabel(naam, write_sleutels(rijen, keks, sleutel) if naam == "sleutel" else rijen)
            epoch = _find_epoch(verbinding, tabellen)
        manifest = schrijver.close(sleutel, app=app, schema=fetch_vorm() or "", server_epoch=epoch, moment=nu)
        uit.flush()
        os.fsync(uit.fileno())
    return manifest


def _find_oefeningen(verbinding: Connection, casus: Table) -> frozenset[str]:
    return frozenset(verbinding.execute(select(casus.c.id).where(casus.c.soort == Soort.OEFENING.value)).scalars())


def _leave_out(rijen: Iterator[Rij], tabel: str, casus_ids: frozenset[str]) -> Iterator[Rij]:
    """The rows that are of none of these casussen. The lines of the logboek stay: they are one chain."""
    if tabel in BLIJVEN or not casus_ids:
        return rijen
    kolom = {"casus": "id", "sleutel": "eigenaar_id"}.get(tabel, "casus_id")
    return (rij for rij in rijen if rij.get(kolom) not in casus_ids)


@contextmanager
def reading_snapshot() -> Iterator[Connection]:
    """A connection that sees the database as it is at one moment, however long the reading takes."""
    db.session.rollback()
    # on both databases a transaction that reads sees one moment (`store/db.py`)
    with db.engine.connect() as verbinding, verbinding.begin():
        yield verbinding


def _read_keks(verbinding: Connection, kek: Table) -> dict[str, Kek]:
    # at once, so that a rotation that comes after the snapshot does not take them away under our hands
    return {kek_id: get_bos().read(kek_id) for kek_id in verbinding.execute(select(kek.c.id)).scalars()}


def _find_epoch(verbinding: Connection, tabellen: dict[str, Table]) -> str:
    instantie: Any = tabellen.get("instantie")
    if instantie is None:
        return ""
    vraag = select(instantie.c.waarde).where(instantie.c.naam == "server_epoch")
    return verbinding.execute(vraag).scalar_one_or_none() or ""
