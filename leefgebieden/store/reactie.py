"""Reacties of a person that wait for a worker."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select, update

from leefgebieden.domain.reactie import Reactie
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import reactie


def insert_reactie(casus_id: str, nieuw: Reactie, door_id: str) -> None:
    """Write down what was said. Of one that was afgehandeld elsewhere `door_id`, who takes it in, stands for who did that."""
    wat = to_plain(replace(nieuw, afgehandeld_op=None))
    db.session.execute(
        insert(reactie).values(
            id=nieuw.id,
            casus_id=casus_id,
            op=nieuw.op,
            inhoud=close_inhoud(casus_id, "reactie", "inhoud", nieuw.id, 1, wat),
            afgehandeld_op=nieuw.afgehandeld_op,
            afgehandeld_door=door_id if nieuw.afgehandeld_op else None,
        )
    )


def fetch_reacties(casus_id: str) -> list[Reactie]:
    """What waits in this casus, the oldest first."""
    return _fetch(casus_id, reactie.c.afgehandeld_op.is_(None))


def fetch_alle_reacties(casus_id: str) -> list[Reactie]:
    """All that was said in this casus, also what a worker is done with, the oldest first."""
    return _fetch(casus_id)


def _fetch(casus_id: str, *waar: ColumnElement[bool]) -> list[Reactie]:
    vraag = (
        select(reactie.c.id, reactie.c.inhoud, reactie.c.afgehandeld_op)
        .where(reactie.c.casus_id == casus_id, *waar)
        .order_by(reactie.c.op, reactie.c.id)
    )
    return [
        replace(
            rebuild(Reactie, open_inhoud(casus_id, "reactie", "inhoud", rij.id, 1, rij.inhoud)),
            afgehandeld_op=rij.afgehandeld_op,
        )
        for rij in db.session.execute(vraag)
    ]


def find_wachtend(casus_ids: Iterable[str]) -> set[str]:
    """In which of these casussen something waits."""
    vraag = select(reactie.c.casus_id).where(
        reactie.c.casus_id.in_(list(casus_ids)), reactie.c.afgehandeld_op.is_(None)
    )
    return set(db.session.execute(vraag.distinct()).scalars())


def update_afgehandeld(ids: Iterable[str], door_id: str, op: datetime) -> None:
    """A worker is done with these."""
    db.session.execute(
        update(reactie)
        .where(reactie.c.id.in_(list(ids)), reactie.c.afgehandeld_op.is_(None))
        .values(afgehandeld_op=op, afgehandeld_door=door_id)
    )
