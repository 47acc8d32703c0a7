"""Filling an empty database from a backup, row by row, and looking whether what stands there is what was in it."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import delete, update

from leefgebieden.store.db import db, writing
from leefgebieden.store.instantie import HERSTEL_LOOPT, HERSTELD_NAAR, HERSTELD_OP, SERVER_EPOCH, save_feit
from leefgebieden.store.migreren import is_bekend, migrate
from leefgebieden.store.reservebestand import Manifest, Reservebestand, ReserveFout
from leefgebieden.store.reservekopie import reading_snapshot, write_sleutels
from leefgebieden.store.reservesleutels import get_reservebos
from leefgebieden.store.rijen import Rij, Telling, hash_rijen, read_rijen, write_rijen
from leefgebieden.store.sleutelbos import Kek
from leefgebieden.store.sleutels import add_kek, make_kek
from leefgebieden.store.tabelvorm import reflect_tabellen
from leefgebieden.store.tables import sessie, uitdaging
from leefgebieden.store.verzegeling import Zegelbreuk


def find_sleutel(bestand: Reservebestand) -> Kek:
    """The key of a backup, from the folder of the keys. Raises SleutelOntbreekt."""
    return get_reservebos().read(bestand.manifest.sleutel)


def check_reserve(bestand: Reservebestand, sleutel: Kek) -> None:
    """Look whether this backup can be put back by this version, with this key. Raises ReserveFout."""
    manifest = bestand.manifest
    if not is_bekend(manifest.schema):
        raise ReserveFout(
            f"{bestand.bestand} is gemaakt met een nieuwere versie van leefgebieden ({manifest.app}, vorm {manifest.schema}). "
            "Werk eerst leefgebieden bij"
        )
    bestand.check(sleutel)


def fill_database(bestand: Reservebestand, sleutel: Kek, nu: datetime, epoch: str) -> Manifest:
    """Fill the empty database in use from a backup that was checked, and bring it to the newest shape.

    It gets a key (KEK) of its own and a new epoch, and every session is ended. What comes after, such as erasing again what was
    erased since, is left to `store/herstel.py`, when this database is the one in use. Raises ReserveFout.
    """
    migrate(bestand.manifest.schema)
    kek = make_kek()
    try:
        with writing():
            verbinding = db.session.connection()
            tabellen = reflect_tabellen(verbinding)
            for tabel in reversed(tabellen):
                verbinding.execute(delete(tabel))  # what a migration put there by itself
            add_kek(kek, nu)
            for tabel in tabellen:
                if tabel.name != "kek":
                    write_rijen(verbinding, tabel, _read(bestand, tabel.name, sleutel, kek))
    except (Zegelbreuk, KeyError, ValueError) as fout:
        raise ReserveFout(f"{bestand.bestand} is niet terug te zetten: {fout}") from None
    _compare(bestand)
    migrate()
    with writing():
        save_feit(SERVER_EPOCH, epoch)
        save_feit(HERSTELD_OP, nu.isoformat())
        save_feit(HERSTELD_NAAR, bestand.manifest.moment.isoformat())
        save_feit(HERSTEL_LOOPT, "merk")
        db.session.execute(update(sessie).where(sessie.c.afgesloten_op.is_(None)).values(afgesloten_op=nu))
        db.session.execute(delete(uitdaging))
    return bestand.manifest


def _read(bestand: Reservebestand, naam: str, sleutel: Kek, kek: Kek) -> Iterator[Rij]:
    rijen = bestand.read_tabel(naam)
    return write_sleutels(rijen, {sleutel.id: sleutel}, kek) if naam == "sleutel" else rijen


def _compare(bestand: Reservebestand) -> None:
    """Every table has the rows that the backup has. Those of `sleutel` are wrapped anew, so of them only the number is compared."""
    with reading_snapshot() as verbinding:
        tabellen = {tabel.name: tabel for tabel in reflect_tabellen(verbinding) if tabel.name != "kek"}
        if tabellen.keys() != bestand.manifest.tabellen.keys():
            raise ReserveFout(f"{bestand.bestand} heeft andere tabellen dan vorm {bestand.manifest.schema}")
        for naam, telling in bestand.manifest.tabellen.items():
            hier = hash_rijen(read_rijen(verbinding, tabellen[naam]))
            if hier != (Telling(telling.aantal, hier.sha256) if naam == "sleutel" else telling):
                raise ReserveFout(f"{bestand.bestand}: tabel {naam} kwam niet terug zoals zij was")
