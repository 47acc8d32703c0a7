"""Looking whether a database and a backup are whole: by what the database says of itself, and by opening every value."""

import sqlite3
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leefgebieden.store.db import db
from leefgebieden.store.reservebestand import Reservebestand, ReserveFout
from leefgebieden.store.sleutelbos import Kek
from leefgebieden.store.sleutels import LOGBOEK, get_bos
from leefgebieden.store.verzegeling import Zegelbreuk, unseal
from leefgebieden.store.zegels import KOLOMMEN, ZEGELS, Zegel, list_grondzegels

HERSTEL = "Zet een reservekopie terug met: leefgebieden restore BESTAND --over"


class Beschadigd(Exception):
    """The file of the database is damaged, or is none. Nothing was done to it."""

    def __init__(self, bestand: Path | str, wat: str) -> None:
        super().__init__(f"Bestand beschadigd: {bestand} ({wat}). Het is niet aangeraakt. {HERSTEL}")


def check_bestand() -> None:
    """At start: the file of the database is a whole one, or is not there yet. Raises Beschadigd, and changes nothing.

    An empty file is no new database when there are keys already: something took away what was in it.
    """
    if db.engine.dialect.name != "sqlite" or not db.engine.url.database:
        return
    bestand = Path(db.engine.url.database)
    if not bestand.exists():
        return
    if not bestand.stat().st_size:
        if get_bos().list_ids():
            raise Beschadigd(bestand, "het is leeg, terwijl er sleutels van zijn")
        return
    _ask(bestand, "quick_check")


def check_database() -> None:
    """Before a backup: all that the database can say about itself. Raises Beschadigd."""
    if db.engine.dialect.name == "sqlite" and db.engine.url.database:
        bestand = Path(db.engine.url.database)
        _ask(bestand, "integrity_check")
        _ask(bestand, "foreign_key_check")


def _ask(bestand: Path, vraag: str) -> None:
    try:
        verbinding = sqlite3.connect(f"{bestand.absolute().as_uri()}?mode=ro", uri=True)
        try:
            antwoord = verbinding.execute(f"PRAGMA {vraag}").fetchmany(1)
        finally:
            verbinding.close()
    except sqlite3.OperationalError as fout:
        if "malformed" not in str(fout) and "disk I/O" not in str(fout):
            raise
        raise Beschadigd(bestand, str(fout)) from None
    except sqlite3.DatabaseError as fout:
        raise Beschadigd(bestand, str(fout)) from None
    if antwoord and antwoord != [("ok",)]:
        raise Beschadigd(bestand, str(antwoord[0][0])[:80] if vraag != "foreign_key_check" else "rijen zonder eigenaar")


def open_alles(bestand: Reservebestand, sleutel: Kek) -> int:
    """Open every sealed value in a backup with its key; gives how many there were. Raises ReserveFout, naming the place."""
    deks = open_deks(bestand, sleutel)
    opnieuw = {rij["nummer"] for rij in _read(bestand, "logboekgrond")}
    geopend = 0
    for naam in bestand.manifest.tabellen:
        vinder = ZEGELS.get(naam)
        if vinder is None and naam != "logboek":
            continue
        for rij in bestand.read_tabel(naam):
            if vinder is None:
                zegels = list_grondzegels(rij, LOGBOEK, has_dek=deks.__contains__, opnieuw=opnieuw)
            else:
                zegels = vinder(_open(rij))
            for zegel in zegels:
                _unseal(bestand, naam, zegel, deks)
                geopend += 1
    return geopend


def _read(bestand: Reservebestand, naam: str) -> Iterator[dict[str, Any]]:
    """The rows of a table that a backup of an older version need not have."""
    if naam in bestand.manifest.tabellen:
        yield from bestand.read_tabel(naam)


def open_deks(bestand: Reservebestand, sleutel: Kek) -> dict[str, bytes]:
    """The data keys in a backup, by owner. Raises ReserveFout."""
    deks = {}
    for rij in bestand.read_tabel("sleutel"):
        eigenaar = rij["eigenaar_id"]
        try:
            deks[eigenaar] = unseal(sleutel.geheim, b64decode(rij["gewikkeld"]), f"dek|{eigenaar}|{sleutel.id}")
        except Zegelbreuk as fout:
            raise ReserveFout(f"{bestand.bestand}: een sleutel gaat niet open ({fout})") from None
    return deks


def _open(rij: dict[str, Any]) -> dict[str, Any]:
    """The row with its sealed columns as bytes."""
    return {n: b64decode(w) if n in KOLOMMEN and w is not None else w for n, w in rij.items()}


def _unseal(bestand: Reservebestand, naam: str, zegel: Zegel, deks: dict[str, bytes]) -> None:
    try:
        unseal(deks[zegel.eigenaar_id], zegel.waarde, zegel.plaats)
    except KeyError:
        raise ReserveFout(f"{bestand.bestand}: in tabel {naam} staat iets zonder sleutel ({zegel.plaats})") from None
    except Zegelbreuk as fout:
        raise ReserveFout(f"{bestand.bestand}: in tabel {naam} gaat een waarde niet open ({fout})") from None
