"""Overleggen: planned ones and those that were, who is asked, and what is on the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from leefgebieden.domain.overleg import Deel, Overleg
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.sleutels import make_dek
from leefgebieden.store.tables import agendapunt, overleg, overlegdeelnemer


@dataclass(frozen=True)
class Nu:
    """What lies on the table: which point, which part, and since when."""

    punt: str
    deel: Deel
    sinds: datetime


@dataclass(frozen=True)
class Overlegrij:
    """An overleg as it stands in the database."""

    overleg: Overleg
    team_id: str
    versie: int
    nu: Nu | None


@dataclass(frozen=True)
class Agendapunt:
    """A casus on the agenda. `id` is that of its bespreking."""

    id: str
    casus_id: str


def insert_overleg(nieuw: Overleg, team_id: str) -> None:
    """Write a new one with a key of its own, and who is asked to come."""
    make_dek(nieuw.id, "overleg")
    db.session.execute(
        insert(overleg).values(id=nieuw.id, team_id=team_id, versie=1, gemaakt_op=nieuw.gemaakt_op, **_to_row(nieuw, 1))
    )
    _write_deelnemers(nieuw)


def update_overleg(gewijzigd: Overleg, *, op_versie: int) -> bool:
    """Write it over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(overleg)
        .where(overleg.c.id == gewijzigd.id, overleg.c.versie == op_versie)
        .values(versie=op_versie + 1, **_to_row(gewijzigd, op_versie + 1))
    )
    if not geraakt.rowcount:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        return False
    db.session.execute(delete(overlegdeelnemer).where(overlegdeelnemer.c.overleg_id == gewijzigd.id))
    _write_deelnemers(gewijzigd)
    return True


def _to_row(waarde: Overleg, versie: int) -> dict[str, Any]:
    return {
        "begint_op": waarde.begint_op,
        "afgesloten_op": waarde.afgesloten_op,
        "inhoud": close_inhoud(waarde.id, "overleg", "inhoud", waarde.id, versie, to_plain(waarde)),
    }


def _write_deelnemers(waarde: Overleg) -> None:
    rijen = [{"overleg_id": waarde.id, "medewerker_id": een.id} for een in waarde.deelnemers]
    if rijen:
        db.session.execute(insert(overlegdeelnemer), rijen)


def fetch_overleg(overleg_id: str) -> Overlegrij | None:
    """One overleg; None when there is no such."""
    rij = db.session.execute(select(overleg).where(overleg.c.id == overleg_id)).one_or_none()
    return None if rij is None else _open(rij)


def fetch_overleggen_of(medewerker_id: str) -> list[Overlegrij]:
    """Those that this medewerker is asked for, the newest first."""
    vraag = (
        select(overleg)
        .join(overlegdeelnemer, overlegdeelnemer.c.overleg_id == overleg.c.id)
        .where(overlegdeelnemer.c.medewerker_id == medewerker_id)
        .order_by(overleg.c.begint_op.desc(), overleg.c.id)
    )
    return [_open(rij) for rij in db.session.execute(vraag)]


def is_deelnemer(overleg_id: str, medewerker_id: str) -> bool:
    """Whether this medewerker is asked for this overleg."""
    vraag = select(overlegdeelnemer.c.overleg_id).where(
        overlegdeelnemer.c.overleg_id == overleg_id, overlegdeelnemer.c.medewerker_id == medewerker_id
    )
    return db.session.execute(vraag).one_or_none() is not None


def show_nu(overleg_id: str, nu: Nu) -> None:
    """Lay another part on the table."""
    db.session.execute(
        update(overleg)
        .where(overleg.c.id == overleg_id)
        .values(nu_punt=nu.punt, nu_deel=nu.deel.value, nu_sinds=nu.sinds)
    )


def insert_agendapunt(punt: Agendapunt, overleg_id: str) -> None:
    """Put it after the others."""
    laatste = select(func.coalesce(func.max(agendapunt.c.volgnummer), 0) + 1).where(
        agendapunt.c.overleg_id == overleg_id
    )
    db.session.execute(
        insert(agendapunt).values(
            id=punt.id, overleg_id=overleg_id, casus_id=punt.casus_id, volgnummer=laatste.scalar_subquery()
        )
    )


def delete_agendapunt(punt_id: str) -> None:
    """Take it off the agenda."""
    db.session.execute(delete(agendapunt).where(agendapunt.c.id == punt_id))


def fetch_agenda(overleg_id: str) -> list[Agendapunt]:
    """What is on the agenda, in order. A casus that was erased is no longer on it."""
    vraag = (
        select(agendapunt.c.id, agendapunt.c.casus_id)
        .where(agendapunt.c.overleg_id == overleg_id)
        .order_by(agendapunt.c.volgnummer)
    )
    return [Agendapunt(rij.id, rij.casus_id) for rij in db.session.execute(vraag)]


def count_agendapunten(overleg_ids: Iterable[str]) -> dict[str, int]:
    """How many points each of these has; without one it is not in it."""
    vraag = (
        select(agendapunt.c.overleg_id, func.count().label("aantal"))
        .where(agendapunt.c.overleg_id.in_(list(overleg_ids)))
        .group_by(agendapunt.c.overleg_id)
    )
    return {rij.overleg_id: rij.aantal for rij in db.session.execute(vraag)}


def _open(rij: Any) -> Overlegrij:
    inhoud = open_inhoud(rij.id, "overleg", "inhoud", rij.id, rij.versie, rij.inhoud)
    nu = None if rij.nu_punt is None else Nu(rij.nu_punt, Deel(rij.nu_deel), rij.nu_sinds)
    return Overlegrij(rebuild(Overleg, inhoud), rij.team_id, rij.versie, nu)
