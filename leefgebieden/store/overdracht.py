"""Handings over: who gave which casus to whom, and whether he saw it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from leefgebieden.store.casus import open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.tables import casus, medewerker, overdracht


@dataclass(frozen=True)
class Overdracht:
    id: str
    casus_id: str
    van_id: str
    naar_id: str
    door_id: str
    op: datetime


@dataclass(frozen=True)
class NieuweOverdracht:
    """A casus that somebody got and did not say that he saw it."""

    id: str
    casus_id: str
    noemnaam: str
    van: str
    op: datetime


def insert_overdracht(nieuw: Overdracht) -> None:
    db.session.execute(insert(overdracht).values(**nieuw.__dict__))


def fetch_ongezien(naar_id: str) -> list[NieuweOverdracht]:
    """What this medewerker got and did not see yet, the oldest first."""
    vraag = (
        select(
            overdracht.c.id,
            overdracht.c.casus_id,
            overdracht.c.op,
            medewerker.c.naam,
            casus.c.lijstversie,
            casus.c.lijstregel,
        )
        .join(medewerker, medewerker.c.id == overdracht.c.van_id)
        .join(casus, casus.c.id == overdracht.c.casus_id)
        .where(overdracht.c.naar_id == naar_id, overdracht.c.gezien_op.is_(None))
        .order_by(overdracht.c.op)
    )
    return [
        NieuweOverdracht(
            id=rij.id,
            casus_id=rij.casus_id,
            noemnaam=open_lijstregel(rij.casus_id, rij.lijstversie, rij.lijstregel).noemnaam,
            van=rij.naam,
            op=rij.op,
        )
        for rij in db.session.execute(vraag)
    ]


def update_gezien(overdracht_id: str, naar_id: str, op: datetime) -> None:
    """He saw it. Nothing happens for somebody else's."""
    db.session.execute(
        update(overdracht)
        .where(overdracht.c.id == overdracht_id, overdracht.c.naar_id == naar_id, overdracht.c.gezien_op.is_(None))
        .values(gezien_op=op)
    )


def close_overdrachten(casus_id: str, op: datetime) -> None:
    """What was handed over before needs no notice any more, now that it is handed on."""
    db.session.execute(
        update(overdracht)
        .where(overdracht.c.casus_id == casus_id, overdracht.c.gezien_op.is_(None))
        .values(gezien_op=op)
    )
