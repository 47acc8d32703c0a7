"""Teams and who has which rol."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, func, insert, select, update

from leefgebieden.domain.toegang import WERKENDE_ROLLEN, Rol
from leefgebieden.store.db import db
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.store.tables import casus, medewerker, medewerker_rol, team, teamlid


@dataclass(frozen=True)
class Team:
    """`lezen_mee_sinds`: since when team mates read each other's casussen; None when they do not."""

    id: str
    naam: str
    gemaakt_op: datetime
    lezen_mee_sinds: datetime | None = None


@dataclass(frozen=True)
class Plek:
    """One rol; in a team, or everywhere when `team_id` is None."""

    rol: Rol
    team_id: str | None = None


def fetch_teams() -> list[Team]:
    """All teams, the first made first."""
    return [Team(**rij._mapping) for rij in db.session.execute(select(team).order_by(team.c.gemaakt_op, team.c.naam))]


def fetch_teams_of(medewerker_id: str, rollen: Iterable[Rol] = WERKENDE_ROLLEN) -> list[Team]:
    """The teams in which this medewerker has one of these roles; the first made first."""
    vraag = (
        select(team)
        .where(team.c.id.in_(_select_team_ids(medewerker_id, rollen)))
        .order_by(team.c.gemaakt_op, team.c.naam)
    )
    return [Team(**rij._mapping) for rij in db.session.execute(vraag)]


def _select_team_ids(medewerker_id: str, rollen: Iterable[Rol]) -> Select[tuple[str]]:
    return select(teamlid.c.team_id).where(teamlid.c.medewerker_id == medewerker_id, teamlid.c.rol.in_(list(rollen)))


def insert_team(nieuw: Team) -> None:
    db.session.execute(insert(team).values(**nieuw.__dict__))


def update_team(gewijzigd: Team) -> None:
    db.session.execute(
        update(team)
        .where(team.c.id == gewijzigd.id)
        .values(naam=gewijzigd.naam, lezen_mee_sinds=gewijzigd.lezen_mee_sinds)
    )


def fetch_plekken() -> dict[str, frozenset[Plek]]:
    """Every rol of everybody, by medewerker id."""
    gevonden: dict[str, set[Plek]] = {}
    for rij in db.session.execute(select(teamlid.c.medewerker_id, teamlid.c.team_id, teamlid.c.rol)):
        gevonden.setdefault(rij.medewerker_id, set()).add(Plek(Rol(rij.rol), rij.team_id))
    for vrij in db.session.execute(select(medewerker_rol.c.medewerker_id, medewerker_rol.c.rol)):
        gevonden.setdefault(vrij.medewerker_id, set()).add(Plek(Rol(vrij.rol)))
    return {medewerker_id: frozenset(plekken) for medewerker_id, plekken in gevonden.items()}


def insert_plek(medewerker_id: str, plek: Plek, sinds: datetime) -> None:
    if plek.team_id is None:
        db.session.execute(insert(medewerker_rol).values(medewerker_id=medewerker_id, rol=plek.rol.value, sinds=sinds))
    else:
        db.session.execute(
            insert(teamlid).values(medewerker_id=medewerker_id, team_id=plek.team_id, rol=plek.rol.value, sinds=sinds)
        )


def delete_plek(medewerker_id: str, plek: Plek) -> None:
    if plek.team_id is None:
        weg = delete(medewerker_rol).where(
            medewerker_rol.c.medewerker_id == medewerker_id, medewerker_rol.c.rol == plek.rol.value
        )
    else:
        weg = delete(teamlid).where(
            teamlid.c.medewerker_id == medewerker_id,
            teamlid.c.team_id == plek.team_id,
            teamlid.c.rol == plek.rol.value,
        )
    db.session.execute(weg)


def count_beheerders(*, zonder: str) -> int:
    """How many others than this medewerker still work here as beheerder."""
    vraag = (
        select(func.count())
        .select_from(medewerker_rol.join(medewerker, medewerker.c.id == medewerker_rol.c.medewerker_id))
        .where(
            medewerker_rol.c.rol == Rol.BEHEERDER.value,
            medewerker.c.gestopt_op.is_(None),
            medewerker.c.id != zonder,
        )
    )
    return int(db.session.execute(vraag).scalar_one())


def fetch_werkers(
    team_ids: Iterable[str], rollen: Iterable[Rol] = WERKENDE_ROLLEN, *, gestopt: bool = False
) -> list[Medewerker]:
    """Who has one of these roles in one of these teams and did not stop, or who did, by name."""
    vraag = (
        select(medewerker)
        .where(
            medewerker.c.gestopt_op.is_not(None) if gestopt else medewerker.c.gestopt_op.is_(None),
            medewerker.c.id.in_(
                select(teamlid.c.medewerker_id).where(
                    teamlid.c.team_id.in_(list(team_ids)), teamlid.c.rol.in_(list(rollen))
                )
            ),
        )
        .order_by(medewerker.c.naam, medewerker.c.id)
    )
    return [Medewerker(**rij._mapping) for rij in db.session.execute(vraag)]


def fetch_teamgenoten(medewerker_id: str) -> list[Medewerker]:
    """Who works in a team with this medewerker, by name, without himself."""
    teams = [team.id for team in fetch_teams_of(medewerker_id)]
    return [werker for werker in fetch_werkers(teams) if werker.id != medewerker_id]


def fetch_team_id_of(casus_id: str) -> str | None:
    """The team of a casus; None when it has none."""
    return db.session.execute(select(casus.c.team_id).where(casus.c.id == casus_id)).scalar_one_or_none()
