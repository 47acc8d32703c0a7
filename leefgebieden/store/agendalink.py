"""The secret link to an agenda: one per medewerker."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.tables import agendalink, medewerker


@dataclass(frozen=True)
class Agendalink:
    """Since when there is one, and when a calendar last read it."""

    gemaakt_op: datetime
    laatst_gelezen: datetime | None


def fetch_agendalink(medewerker_id: str) -> Agendalink | None:
    """The link of this medewerker; None when there is none."""
    vraag = select(agendalink.c.gemaakt_op, agendalink.c.laatst_gelezen).where(
        agendalink.c.medewerker_id == medewerker_id
    )
    rij = db.session.execute(vraag).one_or_none()
    return None if rij is None else Agendalink(rij.gemaakt_op, rij.laatst_gelezen)


def replace_agendalink(medewerker_id: str, hash_: str, op: datetime) -> None:
    """Give this medewerker a link; the one before leads nowhere any more."""
    delete_agendalink(medewerker_id)
    db.session.execute(insert(agendalink).values(hash=hash_, medewerker_id=medewerker_id, gemaakt_op=op))


def delete_agendalink(medewerker_id: str) -> bool:
    """Take it away. False when there was none."""
    weg = db.session.execute(
        delete(agendalink).where(agendalink.c.medewerker_id == medewerker_id).returning(agendalink.c.hash)
    )
    return weg.one_or_none() is not None


def find_medewerker(hash_: str) -> tuple[str, str] | None:
    """Whose link this is (id and name), while he works here; None for any other."""
    vraag = (
        select(medewerker.c.id, medewerker.c.naam)
        .join(agendalink, agendalink.c.medewerker_id == medewerker.c.id)
        .where(agendalink.c.hash == hash_, medewerker.c.gestopt_op.is_(None))
    )
    rij = db.session.execute(vraag).one_or_none()
    return None if rij is None else (rij.id, rij.naam)


def note_gelezen(hash_: str, op: datetime) -> None:
    db.session.execute(update(agendalink).where(agendalink.c.hash == hash_).values(laatst_gelezen=op))
