"""Who wants an e-mail when something waits for him."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.tables import berichtkeuze, medewerker


@dataclass(frozen=True)
class Berichtkeuze:
    """Somebody who works here and wants it. `laatst_wat` is a hash of what he was told of last."""

    medewerker_id: str
    email: str
    laatst_op: datetime | None
    laatst_wat: str | None


def wants_bericht(medewerker_id: str) -> bool:
    """Whether this medewerker wants it."""
    vraag = select(berichtkeuze.c.medewerker_id).where(berichtkeuze.c.medewerker_id == medewerker_id)
    return db.session.execute(vraag).one_or_none() is not None


def insert_keuze(medewerker_id: str, sinds: datetime) -> None:
    db.session.execute(insert(berichtkeuze).values(medewerker_id=medewerker_id, sinds=sinds))


def delete_keuze(medewerker_id: str) -> None:
    db.session.execute(delete(berichtkeuze).where(berichtkeuze.c.medewerker_id == medewerker_id))


def fetch_keuzes() -> list[Berichtkeuze]:
    """Everybody who wants it and still works here."""
    vraag = (
        select(berichtkeuze.c.medewerker_id, medewerker.c.email, berichtkeuze.c.laatst_op, berichtkeuze.c.laatst_wat)
        .join(medewerker, medewerker.c.id == berichtkeuze.c.medewerker_id)
        .where(medewerker.c.gestopt_op.is_(None))
        .order_by(berichtkeuze.c.medewerker_id)
    )
    return [Berichtkeuze(*rij) for rij in db.session.execute(vraag)]


def note_verstuurd(medewerker_id: str, op: datetime, wat: str) -> None:
    """Remember what he was told of."""
    db.session.execute(
        update(berichtkeuze).where(berichtkeuze.c.medewerker_id == medewerker_id).values(laatst_op=op, laatst_wat=wat)
    )
