"""Whose account of an organisation it is."""

from datetime import datetime

from sqlalchemy import insert, select

from leefgebieden.store.db import db
from leefgebieden.store.tables import organisatieaccount as tabel


def fetch_gebonden(uitgever: str, nummer: str) -> str | None:
    """The id of the medewerker that this account was bound to; None when it never was."""
    vraag = select(tabel.c.medewerker_id).where(tabel.c.uitgever == uitgever, tabel.c.nummer == nummer)
    return db.session.execute(vraag).scalar_one_or_none()


def has_account(uitgever: str, medewerker_id: str) -> bool:
    """Whether this medewerker has an account of this organisation already."""
    vraag = select(tabel.c.nummer).where(tabel.c.uitgever == uitgever, tabel.c.medewerker_id == medewerker_id)
    return db.session.execute(vraag).one_or_none() is not None


def insert_account(uitgever: str, nummer: str, medewerker_id: str, sinds: datetime) -> None:
    db.session.execute(insert(tabel).values(uitgever=uitgever, nummer=nummer, medewerker_id=medewerker_id, sinds=sinds))
