"""Who stands in for whom, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.tables import medewerker, vervanging


@dataclass(frozen=True)
class Vervanging:
    """From the first to the last day `vervanger_id` may read and write the casussen of `eigenaar_id` in his own teams."""

    id: str
    eigenaar_id: str
    vervanger_id: str
    van: date
    tot: date
    gemaakt_op: datetime
    gemaakt_door: str
    ingetrokken_op: datetime | None = None


@dataclass(frozen=True)
class Vervangregel:
    """A vervanging as it is shown."""

    id: str
    eigenaar: str
    vervanger: str
    van: date
    tot: date


def insert_vervanging(nieuw: Vervanging) -> None:
    db.session.execute(insert(vervanging).values(**nieuw.__dict__))


def fetch_vervanging(vervanging_id: str) -> Vervanging | None:
    rij = db.session.execute(select(vervanging).where(vervanging.c.id == vervanging_id)).one_or_none()
    return None if rij is None else Vervanging(**rij._mapping)


def fetch_vervangingen(medewerker_id: str, vandaag: date) -> tuple[list[Vervangregel], list[Vervangregel]]:
    """What is not over yet: (for this medewerker, by this medewerker), the first day first."""
    eigenaar, vervanger = medewerker.alias(), medewerker.alias()
    vraag = (
        select(
            vervanging.c.id,
            vervanging.c.eigenaar_id,
            eigenaar.c.naam.label("eigenaar"),
            vervanger.c.naam.label("vervanger"),
            vervanging.c.van,
            vervanging.c.tot,
        )
        .join(eigenaar, eigenaar.c.id == vervanging.c.eigenaar_id)
        .join(vervanger, vervanger.c.id == vervanging.c.vervanger_id)
        .where(
            (vervanging.c.eigenaar_id == medewerker_id) | (vervanging.c.vervanger_id == medewerker_id),
            vervanging.c.ingetrokken_op.is_(None),
            vervanging.c.tot >= vandaag,
        )
        .order_by(vervanging.c.van, vervanging.c.id)
    )
    voor: list[Vervangregel] = []
    door: list[Vervangregel] = []
    for rij in db.session.execute(vraag):
        regel = Vervangregel(rij.id, rij.eigenaar, rij.vervanger, rij.van, rij.tot)
        (voor if rij.eigenaar_id == medewerker_id else door).append(regel)
    return voor, door


def update_ingetrokken(vervanging_id: str, eigenaar_id: str, op: datetime) -> bool:
    """End a vervanging now. False when it is not his, or ended already."""
    geraakt = db.session.execute(
        update(vervanging)
        .where(
            vervanging.c.id == vervanging_id,
            vervanging.c.eigenaar_id == eigenaar_id,
            vervanging.c.ingetrokken_op.is_(None),
        )
        .values(ingetrokken_op=op)
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
