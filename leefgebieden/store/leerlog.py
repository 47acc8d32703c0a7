"""The leerlog of each who learns, sealed with his own key."""

from typing import Any

from sqlalchemy import delete, insert, select, update

from leefgebieden.domain.leerlog import Leerlogregel
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import leerlogregel


def insert_regel(medewerker_id: str, nieuw: Leerlogregel) -> None:
    """Write a new line."""
    db.session.execute(
        insert(leerlogregel).values(
            id=nieuw.id, medewerker_id=medewerker_id, versie=1, op=nieuw.op, inhoud=_close(medewerker_id, nieuw, 1)
        )
    )


def update_regel(medewerker_id: str, gewijzigd: Leerlogregel, *, op_versie: int) -> bool:
    """Write it over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(leerlogregel)
        .where(leerlogregel.c.id == gewijzigd.id, leerlogregel.c.versie == op_versie)
        .values(versie=op_versie + 1, inhoud=_close(medewerker_id, gewijzigd, op_versie + 1))
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def delete_regel(medewerker_id: str, regel_id: str) -> None:
    """Take it away."""
    db.session.execute(
        delete(leerlogregel).where(leerlogregel.c.id == regel_id, leerlogregel.c.medewerker_id == medewerker_id)
    )


def fetch_regel(regel_id: str) -> tuple[str, int, Leerlogregel] | None:
    """Whose it is, its version and the line; None when it is not there."""
    rij = db.session.execute(select(leerlogregel).where(leerlogregel.c.id == regel_id)).one_or_none()
    return None if rij is None else (rij.medewerker_id, rij.versie, _open(rij))


def fetch_regels(medewerker_id: str) -> list[Leerlogregel]:
    """All lines of one person, the newest first."""
    vraag = (
        select(leerlogregel)
        .where(leerlogregel.c.medewerker_id == medewerker_id)
        .order_by(leerlogregel.c.op.desc(), leerlogregel.c.id)
    )
    return [_open(rij) for rij in db.session.execute(vraag)]


def _close(medewerker_id: str, regel: Leerlogregel, versie: int) -> bytes:
    return close_inhoud(medewerker_id, "leerlogregel", "inhoud", regel.id, versie, to_plain(regel))


def _open(rij: Any) -> Leerlogregel:
    return rebuild(
        Leerlogregel, open_inhoud(rij.medewerker_id, "leerlogregel", "inhoud", rij.id, rij.versie, rij.inhoud)
    )
