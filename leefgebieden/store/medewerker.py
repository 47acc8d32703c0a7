"""Who works here, and how they sign in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, insert, select, update

from leefgebieden.store.db import db
from leefgebieden.store.sleutels import make_dek
from leefgebieden.store.tables import medewerker


@dataclass(frozen=True)
class Medewerker:
    """An account. `wachtwoord` is an argon2id hash."""

    id: str
    email: str
    naam: str
    wachtwoord: str
    is_demo: bool
    gemaakt_op: datetime
    gestopt_op: datetime | None


def _to_medewerker(rij: Row[tuple[object, ...]]) -> Medewerker:
    return Medewerker(**rij._mapping)


def fetch_medewerker(medewerker_id: str) -> Medewerker | None:
    rij = db.session.execute(select(medewerker).where(medewerker.c.id == medewerker_id)).one_or_none()
    return None if rij is None else _to_medewerker(rij)


def fetch_medewerker_by_email(email: str) -> Medewerker | None:
    """The account of an e-mail address, however its capitals are written."""
    rij = db.session.execute(select(medewerker).where(medewerker.c.email == fold_email(email))).one_or_none()
    return None if rij is None else _to_medewerker(rij)


def fetch_medewerkers() -> list[Medewerker]:
    """All accounts, the first made first."""
    return [_to_medewerker(rij) for rij in db.session.execute(select(medewerker).order_by(medewerker.c.gemaakt_op))]


def fetch_namen(ids: Collection[str]) -> dict[str, str]:
    """The names of these medewerkers by id; who is not here any more is left out."""
    vraag = select(medewerker.c.id, medewerker.c.naam).where(medewerker.c.id.in_(ids))
    return {rij.id: rij.naam for rij in db.session.execute(vraag)}


def insert_medewerker(nieuw: Medewerker) -> None:
    """Write a new account, with a key of its own for what he has not saved yet."""
    make_dek(nieuw.id, "medewerker")
    db.session.execute(insert(medewerker).values(**{**nieuw.__dict__, "email": fold_email(nieuw.email)}))


def update_wachtwoord(medewerker_id: str, wachtwoord: str) -> None:
    db.session.execute(update(medewerker).where(medewerker.c.id == medewerker_id).values(wachtwoord=wachtwoord))


def update_gestopt(medewerker_id: str, gestopt_op: datetime | None) -> None:
    """Let an account stop, or begin again. Who stopped is out at his next request."""
    db.session.execute(update(medewerker).where(medewerker.c.id == medewerker_id).values(gestopt_op=gestopt_op))


def fold_email(email: str) -> str:
    """One address is one account: no spaces around it, no capitals."""
    return email.strip().casefold()
