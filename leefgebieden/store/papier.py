"""The recovery sheets that were printed: which one counts, when it was tested, and which ones were destroyed."""

from datetime import datetime

from sqlalchemy import insert, select, update

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.reserve import Blad
from leefgebieden.store.db import db, writing
from leefgebieden.store.kluis import Blad as PubliekBlad
from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.tables import herstelblad


def fetch_bladen() -> tuple[Blad, ...]:
    """All sheets, the newest first."""
    kluis = get_bos().kluis
    geldig = kluis.read_blad() if kluis else None
    return tuple(
        Blad(
            rij.id,
            to_dag(rij.gemaakt_op),
            None if rij.getest_op is None else to_dag(rij.getest_op),
            None if rij.vernietigd_op is None else to_dag(rij.vernietigd_op),
            geldt=geldig is not None and geldig.id == rij.id,
        )
        for rij in db.session.execute(select(herstelblad).order_by(herstelblad.c.gemaakt_op.desc(), herstelblad.c.id))
    )


def insert_blad(blad: PubliekBlad) -> None:
    db.session.execute(insert(herstelblad).values(id=blad.id, gemaakt_op=blad.gemaakt_op))


def update_getest(blad_id: str, op: datetime) -> None:
    db.session.execute(update(herstelblad).where(herstelblad.c.id == blad_id).values(getest_op=op))


def update_vernietigd(blad_id: str, op: datetime, door_id: str) -> bool:
    """Somebody says that both halves are destroyed. False when there is no such sheet, or it was ticked off already."""
    geraakt = db.session.execute(
        update(herstelblad)
        .where(herstelblad.c.id == blad_id, herstelblad.c.vernietigd_op.is_(None))
        .values(vernietigd_op=op, vernietigd_door=door_id)
        .returning(herstelblad.c.id)
    )
    return geraakt.one_or_none() is not None


def register_blad() -> None:
    """At start: the sheet that counts stands in the list, also after a restore to before it was made."""
    kluis = get_bos().kluis
    blad = kluis.read_blad() if kluis else None
    if blad is None:
        return
    bekend = db.session.execute(select(herstelblad.c.id).where(herstelblad.c.id == blad.id)).one_or_none()
    if bekend is None:
        with writing():
            insert_blad(blad)
