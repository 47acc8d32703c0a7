"""Invitations: of the token only the hash is kept."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, insert, select, update

from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import db
from leefgebieden.store.medewerker import fold_email
from leefgebieden.store.tables import uitnodiging


@dataclass(frozen=True)
class Uitnodiging:
    """`rollen`: those of a team go with `team_id`, the others are held everywhere."""

    id: str
    token_hash: str
    email: str
    naam: str
    team_id: str
    rollen: tuple[Rol, ...]
    gemaakt_op: datetime
    gemaakt_door: str
    verloopt_op: datetime
    gebruikt_op: datetime | None = None
    ingetrokken_op: datetime | None = None

    def is_open(self, nu: datetime) -> bool:
        return self.gebruikt_op is None and self.ingetrokken_op is None and nu < self.verloopt_op


def _read(rij: Row[tuple[object, ...]]) -> Uitnodiging:
    velden = dict(rij._mapping)
    velden["rollen"] = tuple(Rol(rol) for rol in json.loads(velden["rollen"]))
    return Uitnodiging(**velden)


def insert_uitnodiging(nieuw: Uitnodiging) -> None:
    velden = nieuw.__dict__ | {"rollen": json.dumps(list(nieuw.rollen)), "email": fold_email(nieuw.email)}
    db.session.execute(insert(uitnodiging).values(**velden))


def fetch_uitnodiging(uitnodiging_id: str) -> Uitnodiging | None:
    rij = db.session.execute(select(uitnodiging).where(uitnodiging.c.id == uitnodiging_id)).one_or_none()
    return None if rij is None else _read(rij)


def fetch_uitnodiging_by_hash(token_hash: str) -> Uitnodiging | None:
    rij = db.session.execute(select(uitnodiging).where(uitnodiging.c.token_hash == token_hash)).one_or_none()
    return None if rij is None else _read(rij)


def fetch_open_uitnodigingen(nu: datetime) -> list[Uitnodiging]:
    """What can still be used, the newest first."""
    vraag = (
        select(uitnodiging)
        .where(
            uitnodiging.c.gebruikt_op.is_(None), uitnodiging.c.ingetrokken_op.is_(None), uitnodiging.c.verloopt_op > nu
        )
        .order_by(uitnodiging.c.gemaakt_op.desc(), uitnodiging.c.id)
    )
    return [_read(rij) for rij in db.session.execute(vraag)]


def update_gebruikt(uitnodiging_id: str, op: datetime) -> None:
    db.session.execute(update(uitnodiging).where(uitnodiging.c.id == uitnodiging_id).values(gebruikt_op=op))


def update_ingetrokken(uitnodiging_id: str, op: datetime) -> None:
    """Withdrawn; one that was used stays as it was."""
    db.session.execute(
        update(uitnodiging)
        .where(uitnodiging.c.id == uitnodiging_id, uitnodiging.c.gebruikt_op.is_(None))
        .values(ingetrokken_op=op)
    )
