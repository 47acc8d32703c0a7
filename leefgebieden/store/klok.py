"""The moments in the logboek since somebody last said that the clock is right."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, insert, select

from leefgebieden.store.db import db
from leefgebieden.store.tables import klokcontrole, logboek


def fetch_momenten() -> Iterator[datetime]:
    """When somebody last looked at the clock, and each line of the logboek after that, in order."""
    gezien = db.session.execute(
        select(klokcontrole.c.nummer, klokcontrole.c.op).order_by(klokcontrole.c.nummer.desc()).limit(1)
    ).one_or_none()
    if gezien is not None:
        yield gezien.op
    vraag = select(logboek.c.op).where(logboek.c.nummer > (gezien.nummer if gezien else 0)).order_by(logboek.c.nummer)
    yield from db.session.execute(vraag).scalars()


def insert_klokcontrole(door_id: str, op: datetime) -> None:
    """Somebody looked: up to the newest line the clock is believed. Once per line is enough."""
    nummer = db.session.execute(select(func.coalesce(func.max(logboek.c.nummer), 0))).scalar_one()
    if db.session.execute(select(klokcontrole.c.op).where(klokcontrole.c.nummer == nummer)).one_or_none() is None:
        db.session.execute(insert(klokcontrole).values(nummer=nummer, op=op, door=door_id))
