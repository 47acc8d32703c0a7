"""The places on the sociale kaart of a team, sealed with a key of that team."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from leefgebieden.domain.sociale_kaart import Kaartplek
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.sleutels import has_dek, make_dek
from leefgebieden.store.tables import kaartplek


@dataclass(frozen=True)
class Plekrij:
    """A place as it stands in the database."""

    plek: Kaartplek
    team_id: str
    versie: int


def insert_plek(nieuw: Kaartplek, team_id: str) -> None:
    """Write a new one; the first of a team brings the key."""
    if not has_dek(team_id):
        make_dek(team_id, "groep")
    db.session.execute(
        insert(kaartplek).values(id=nieuw.id, team_id=team_id, versie=1, inhoud=_close(nieuw, team_id, 1))
    )


def update_plek(gewijzigd: Kaartplek, team_id: str, *, op_versie: int) -> bool:
    """Write it over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(kaartplek)
        .where(kaartplek.c.id == gewijzigd.id, kaartplek.c.versie == op_versie)
        .values(versie=op_versie + 1, inhoud=_close(gewijzigd, team_id, op_versie + 1))
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def delete_plek(plek_id: str) -> None:
    """Take it away."""
    db.session.execute(delete(kaartplek).where(kaartplek.c.id == plek_id))


def fetch_plek(plek_id: str) -> Plekrij | None:
    """One place; None when there is no such."""
    rij = db.session.execute(select(kaartplek).where(kaartplek.c.id == plek_id)).one_or_none()
    return None if rij is None else _open(rij)


def fetch_plekken(team_ids: Iterable[str]) -> list[Plekrij]:
    """All places of these teams."""
    vraag = select(kaartplek).where(kaartplek.c.team_id.in_(list(team_ids))).order_by(kaartplek.c.id)
    return [_open(rij) for rij in db.session.execute(vraag)]


def _close(plek: Kaartplek, team_id: str, versie: int) -> bytes:
    return close_inhoud(team_id, "kaartplek", "inhoud", plek.id, versie, to_plain(plek))


def _open(rij: Any) -> Plekrij:
    inhoud = open_inhoud(rij.team_id, "kaartplek", "inhoud", rij.id, rij.versie, rij.inhoud)
    return Plekrij(rebuild(Kaartplek, inhoud), rij.team_id, rij.versie)
