"""What a device says it holds: ids and times, no content, so that a thing that vanished there is missed here."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.sleutels import get_dek
from leefgebieden.store.tables import toestelmelding, verzegeld


@dataclass(frozen=True)
class Melding:
    """One thing that waits, or waited, on a device."""

    toestel_id: str
    id: str
    gemaakt_op: datetime


def derive_conceptsleutel(medewerker_id: str, toestel_id: str) -> bytes:
    """The key (256 bits) for what one medewerker began to type on one device. It stands nowhere: it follows from his own key."""
    return hmac.new(get_dek(medewerker_id), f"conceptsleutel|{toestel_id}".encode(), hashlib.sha256).digest()


def insert_meldingen(medewerker_id: str, nieuw: list[Melding]) -> None:
    """Remember what the device says it holds; what was known stays as it is."""
    bekend = set(
        db.session.execute(select(toestelmelding.c.id).where(toestelmelding.c.id.in_([m.id for m in nieuw]))).scalars()
    )
    rijen = [{**m.__dict__, "medewerker_id": medewerker_id} for m in nieuw if m.id not in bekend]
    if rijen:
        db.session.execute(insert(toestelmelding), rijen)


def mark_verdwenen(medewerker_id: str, toestel_id: str, nog_daar: set[str], nu: datetime) -> None:
    """What this device held for this medewerker, holds no more, and never arrived: that is missed from now on."""
    ontvangen = select(verzegeld.c.id).where(verzegeld.c.medewerker_id == medewerker_id)
    db.session.execute(
        delete(toestelmelding).where(*_of(medewerker_id, toestel_id), toestelmelding.c.id.in_(ontvangen))
    )
    db.session.execute(
        update(toestelmelding)
        .where(*_of(medewerker_id, toestel_id), toestelmelding.c.id.not_in(nog_daar))
        .values(verdwenen_op=nu)
    )


def count_meldingen(medewerker_id: str, toestel_id: str | None) -> int:
    """How much this device said it holds for this medewerker."""
    if toestel_id is None:
        return 0
    vraag = select(func.count()).select_from(toestelmelding).where(*_of(medewerker_id, toestel_id))
    return db.session.execute(vraag).scalar_one()


def delete_melding(medewerker_id: str, uuid: str) -> None:
    """It arrived, or was thrown away by who typed it: nobody misses it."""
    db.session.execute(
        delete(toestelmelding).where(toestelmelding.c.medewerker_id == medewerker_id, toestelmelding.c.id == uuid)
    )


def fetch_verdwenen(medewerker_id: str) -> list[Melding]:
    """What vanished from a device of this medewerker, the oldest first."""
    vraag = (
        select(toestelmelding.c.toestel_id, toestelmelding.c.id, toestelmelding.c.gemaakt_op)
        .where(toestelmelding.c.medewerker_id == medewerker_id, toestelmelding.c.verdwenen_op.is_not(None))
        .order_by(toestelmelding.c.gemaakt_op, toestelmelding.c.id)
    )
    return [Melding(*rij) for rij in db.session.execute(vraag)]


def _of(medewerker_id: str, toestel_id: str) -> tuple[Any, ...]:
    return (
        toestelmelding.c.medewerker_id == medewerker_id,
        toestelmelding.c.toestel_id == toestel_id,
        toestelmelding.c.verdwenen_op.is_(None),
    )
