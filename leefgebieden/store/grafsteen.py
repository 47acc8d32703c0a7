"""Tombstones: what was erased never comes back, not from a backup, a file or a device that was away.

A random id and a moment, no name. The same line stands in `gewist.txt` beside the keys, outside the database and its backups.
"""

import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert, select

from leefgebieden.domain.logboek import Actie, Logregel, Uitslag
from leefgebieden.store.db import db, writing
from leefgebieden.store.logboek import insert_logregel, publish_logregel
from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.tables import grafsteen, logboek
from leefgebieden.store.wissen import delete_casus

BESTAND = "gewist.txt"


class Gewist(Exception):
    """This casus was erased. Nothing was written: it is not made again."""

    def __init__(self, casus_id: str) -> None:
        super().__init__(f"{casus_id} is gewist en komt niet terug")


def find_bestand() -> Path:
    """The file beside the keys of the database in use."""
    return get_bos().map / BESTAND


def is_gewist(casus_id: str) -> bool:
    """Whether a casus with this id was erased."""
    gevonden = db.session.execute(select(grafsteen.c.casus_id).where(grafsteen.c.casus_id == casus_id))
    return gevonden.one_or_none() is not None


def refuse_gewist(casus_id: str) -> None:
    """Raises Gewist for the id of a casus that was erased."""
    if is_gewist(casus_id):
        raise Gewist(casus_id)


def has_worked_with(casus_id: str, medewerker_id: str) -> bool:
    """Whether this medewerker ever did something with this casus: he may know that it was erased. The logboek remembers."""
    vraag = select(logboek.c.nummer).where(
        logboek.c.casus_id == casus_id,
        logboek.c.medewerker_id == medewerker_id,
        logboek.c.uitslag == Uitslag.OK.value,
    )
    return db.session.execute(vraag.limit(1)).one_or_none() is not None


def append_grafsteen(casus_id: str, op: datetime) -> None:
    """Write the line beside the keys, safely on disk. Right after the transaction that erased: a start makes up for a cut."""
    bestand = find_bestand()
    handvat = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handvat, "a", encoding="ascii") as uit:
        uit.write(f"{casus_id} {op.isoformat()}\n")
        uit.flush()
        os.fsync(uit.fileno())


def insert_grafsteen(casus_id: str, op: datetime) -> None:
    """The same in the database, in the transaction that erases."""
    db.session.execute(insert(grafsteen).values(casus_id=casus_id, gewist_op=op))


def read_grafstenen() -> dict[str, datetime]:
    """The lines beside the keys. A last line that was cut off halfway is left out: nothing was deleted for it."""
    try:
        regels = find_bestand().read_text("ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    return dict(steen for regel in regels if (steen := _read_regel(regel)) is not None)


def _read_regel(regel: str) -> tuple[str, datetime] | None:
    casus_id, _, moment = regel.partition(" ")
    try:
        op = datetime.fromisoformat(moment)
        return (casus_id, op) if str(UUID(casus_id)) == casus_id and op.tzinfo else None
    except ValueError:
        return None


def replay_grafstenen() -> int:
    """Make database and file agree: what has a tombstone in either is erased and stays so. How many were erased anew.

    After a restore, and at every start: an erasure that was cut off is finished here. Who calls it after an erasure destroys
    the remnants (`destroy_resten`).
    """
    in_bestand = read_grafstenen()
    in_database = {rij.casus_id: rij.gewist_op for rij in db.session.execute(select(grafsteen))}
    for casus_id, op in in_database.items():
        if casus_id not in in_bestand:
            append_grafsteen(casus_id, op)
    return sum(_replay(casus_id, op) for casus_id, op in in_bestand.items() if casus_id not in in_database)


def _replay(casus_id: str, op: datetime) -> bool:
    with writing():
        is_er = delete_casus(casus_id)
        insert_grafsteen(casus_id, op)
        # the moment of the tombstone: what happens here was decided then
        regel = insert_logregel(Logregel(op=op, medewerker_id=None, actie=Actie.GRAFSTEEN_GEVOLGD, casus_id=casus_id))
    publish_logregel(regel)
    return is_er
