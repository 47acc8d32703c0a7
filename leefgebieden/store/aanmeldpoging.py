"""Tries to sign in that went wrong, counted per account and per network address."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.tables import aanmeldpoging


@dataclass(frozen=True)
class Pogingen:
    mislukt: int
    laatst_op: datetime


def fetch_pogingen(sleutel: str) -> Pogingen | None:
    rij = db.session.execute(
        select(aanmeldpoging.c.mislukt, aanmeldpoging.c.laatst_op).where(aanmeldpoging.c.sleutel == sleutel)
    ).one_or_none()
    return None if rij is None else Pogingen(rij.mislukt, rij.laatst_op)


def save_pogingen(sleutel: str, nieuw: Pogingen) -> None:
    gewijzigd = db.session.execute(
        update(aanmeldpoging)
        .where(aanmeldpoging.c.sleutel == sleutel)
        .values(mislukt=nieuw.mislukt, laatst_op=nieuw.laatst_op)
        .returning(aanmeldpoging.c.sleutel)
    ).one_or_none()
    if gewijzigd is None:
        db.session.execute(
            insert(aanmeldpoging).values(sleutel=sleutel, mislukt=nieuw.mislukt, laatst_op=nieuw.laatst_op)
        )


def delete_pogingen(sleutel: str) -> None:
    db.session.execute(delete(aanmeldpoging).where(aanmeldpoging.c.sleutel == sleutel))


def delete_oude_pogingen(voor: datetime) -> None:
    """Forget what was last tried before this moment."""
    db.session.execute(delete(aanmeldpoging).where(aanmeldpoging.c.laatst_op < voor))
