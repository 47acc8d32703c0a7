"""Taking a whole casus out of the database: every row that belongs to it, and its key."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Table, delete, select

from leefgebieden.store.db import db
from leefgebieden.store.sleutels import drop_dek, needs_rotation, rotate_sleutels, truncate_wal
from leefgebieden.store.tables import casus, metadata

BLIJVEN = frozenset({"logboek", "grafsteen", "wisverzoek"})
"""What speaks of a casus by its id alone, and stays: that it was erased must be known."""


def delete_casus(casus_id: str) -> bool:
    """Delete every row of a casus in whichever table, in the transaction of who calls it. False when there is no such casus.

    What the disk remembers of the rows can be opened until `destroy_resten` is done; a start does it when it was cut off.
    """
    if db.session.execute(select(casus.c.id).where(casus.c.id == casus_id)).one_or_none() is None:
        return False
    for tabel in list_casustabellen():
        db.session.execute(delete(tabel).where(tabel.c.casus_id == casus_id))
    db.session.execute(delete(casus).where(casus.c.id == casus_id))
    drop_dek(casus_id)
    return True


def list_casustabellen() -> list[Table]:
    """Every table with rows of a casus, a table that refers to another before that other."""
    return [tabel for tabel in reversed(metadata.sorted_tables) if "casus_id" in tabel.c and tabel.name not in BLIJVEN]


def destroy_resten(nu: datetime) -> Iterator[str]:
    """After something was erased: empty the write-ahead log, and take a new KEK, so that nothing on the disk opens any more.

    Gives the name of each step when it is done. It may stop after any of them; the next start goes on.
    """
    truncate_wal()
    yield "resten uit het logbestand van de database"
    if needs_rotation():
        yield from rotate_sleutels(nu)
