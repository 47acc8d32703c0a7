"""Stories that a docent wrote himself, sealed with his own key."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from leefgebieden.domain.eigen_verhaal import EigenVerhaal
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import leergroep, verhaal


@dataclass(frozen=True)
class Verhaalrij:
    """A story as it stands in the database."""

    verhaal: EigenVerhaal
    medewerker_id: str
    versie: int


def insert_verhaal(nieuw: EigenVerhaal, medewerker_id: str) -> None:
    """Write a new one."""
    db.session.execute(
        insert(verhaal).values(
            id=nieuw.id,
            medewerker_id=medewerker_id,
            versie=1,
            gemaakt_op=nieuw.gemaakt_op,
            inhoud=_close(nieuw, medewerker_id, 1),
        )
    )


def update_verhaal(gewijzigd: EigenVerhaal, medewerker_id: str, *, op_versie: int) -> bool:
    """Write it over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(verhaal)
        .where(verhaal.c.id == gewijzigd.id, verhaal.c.versie == op_versie)
        .values(versie=op_versie + 1, inhoud=_close(gewijzigd, medewerker_id, op_versie + 1))
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def delete_verhaal(verhaal_id: str) -> None:
    db.session.execute(delete(verhaal).where(verhaal.c.id == verhaal_id))


def fetch_verhaal(verhaal_id: str) -> Verhaalrij | None:
    """One story; None when there is no such."""
    rij = db.session.execute(select(verhaal).where(verhaal.c.id == verhaal_id)).one_or_none()
    return None if rij is None else _open(rij)


def fetch_verhalen_van(medewerker_id: str) -> list[Verhaalrij]:
    """Those that somebody wrote, the newest first."""
    vraag = select(verhaal).where(verhaal.c.medewerker_id == medewerker_id)
    return [_open(rij) for rij in db.session.execute(vraag.order_by(verhaal.c.gemaakt_op.desc(), verhaal.c.id))]


def fetch_verhalen_voor(groep_ids: list[str]) -> list[Verhaalrij]:
    """Those that the docents of these groups gave to one of them."""
    docenten = select(leergroep.c.docent_id).where(leergroep.c.id.in_(groep_ids))
    vraag = select(verhaal).where(verhaal.c.medewerker_id.in_(docenten)).order_by(verhaal.c.gemaakt_op, verhaal.c.id)
    alle = [_open(rij) for rij in db.session.execute(vraag)]
    return [rij for rij in alle if not set(rij.verhaal.groepen).isdisjoint(groep_ids)]


def _close(waarde: EigenVerhaal, medewerker_id: str, versie: int) -> bytes:
    return close_inhoud(medewerker_id, "verhaal", "inhoud", waarde.id, versie, to_plain(waarde))


def _open(rij: Any) -> Verhaalrij:
    inhoud = open_inhoud(rij.medewerker_id, "verhaal", "inhoud", rij.id, rij.versie, rij.inhoud)
    return Verhaalrij(rebuild(EigenVerhaal, inhoud), rij.medewerker_id, rij.versie)
