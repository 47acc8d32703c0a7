"""What this instance knows of itself: a few facts by name."""

import secrets
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from leefgebieden.store.db import db, writing
from leefgebieden.store.tables import instantie

SERVER_EPOCH = "server_epoch"
HERSTEL_LOOPT = "herstel_loopt"
"""Set by a restore until what comes after it is done: see `store/herstel.py`."""
HERSTELD_OP = "hersteld_op"
HERSTELD_NAAR = "hersteld_naar"
"""Of which moment the data are that were restored last."""
RESERVEKOPIE = "reservekopie"
RESERVEKOPIE_OP = "reservekopie_op"
HERSTELTEST_OP = "hersteltest_op"
HERSTELTEST_SLEUTEL = "hersteltest_sleutel"
"""The newest epoch key of which a backup was restored and compared."""


def fetch_feit(naam: str) -> str | None:
    """The value of a fact; None when it is not known."""
    return db.session.execute(select(instantie.c.waarde).where(instantie.c.naam == naam)).scalar_one_or_none()


def fetch_epoch() -> str:
    """The epoch of this server, a UUID: another one after every restore, so that a device knows to offer again what it kept."""
    epoch = fetch_feit(SERVER_EPOCH)
    assert epoch is not None, "a start gives every database its epoch"
    return epoch


def need_epoch() -> None:
    """At start: a database that has no epoch yet gets one."""
    if fetch_feit(SERVER_EPOCH) is None:
        with writing():
            save_feit(SERVER_EPOCH, str(UUID(bytes=secrets.token_bytes(16), version=4)))


def save_feit(naam: str, waarde: str) -> None:
    """Keep a fact, in the transaction that is going on."""
    geraakt = db.session.execute(
        update(instantie).where(instantie.c.naam == naam).values(waarde=waarde).returning(instantie.c.naam)
    ).one_or_none()
    if geraakt is None:
        db.session.execute(insert(instantie).values(naam=naam, waarde=waarde))


def delete_feit(naam: str) -> None:
    db.session.execute(delete(instantie).where(instantie.c.naam == naam))
