"""Who belongs to a casus, and the casussen of team mates."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, delete, exists, false, func, select, update

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.toegang import WERKENDE_ROLLEN, Betrokkenheid, Rol
from leefgebieden.store.casus import Lijstrij, open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.tables import betrokkene, casus, medewerker, team, teamlid, vervanging


@dataclass(frozen=True)
class Betrokkene:
    """Somebody who belongs to a casus. `gestopt` is true when he does not work here any more."""

    id: str
    naam: str
    betrokkenheid: Betrokkenheid
    gestopt: bool


@dataclass(frozen=True)
class Teamrij:
    """A casus of a team mate. `team_leest_mee` and `vervangt` say why it may be read; without either only the name may be seen."""

    rij: Lijstrij
    eigenaar: str
    eigenaar_gestopt: bool
    team_leest_mee: bool
    vervangt: bool


def fetch_betrokkenen(casus_id: str) -> list[Betrokkene]:
    """The eigenaar first, then who works along, by name."""
    vraag = (
        select(medewerker.c.id, medewerker.c.naam, medewerker.c.gestopt_op, betrokkene.c.betrokkenheid)
        .join(betrokkene, betrokkene.c.medewerker_id == medewerker.c.id)
        .where(betrokkene.c.casus_id == casus_id)
        .order_by(betrokkene.c.betrokkenheid, medewerker.c.naam, medewerker.c.id)
    )
    return [
        Betrokkene(rij.id, rij.naam, Betrokkenheid(rij.betrokkenheid), rij.gestopt_op is not None)
        for rij in db.session.execute(vraag)
    ]


def delete_betrokkene(casus_id: str, medewerker_id: str) -> None:
    """Let a medewerker belong to a casus no longer."""
    db.session.execute(
        delete(betrokkene).where(betrokkene.c.casus_id == casus_id, betrokkene.c.medewerker_id == medewerker_id)
    )


def update_team_id(casus_id: str, team_id: str | None) -> None:
    """Put a casus in another team."""
    db.session.execute(update(casus).where(casus.c.id == casus_id).values(team_id=team_id))


def fetch_eigen_ids(medewerker_id: str) -> set[str]:
    """The casussen of which this medewerker is the eigenaar."""
    vraag = select(betrokkene.c.casus_id).where(
        betrokkene.c.medewerker_id == medewerker_id, betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value
    )
    return set(db.session.execute(vraag).scalars())


def fetch_eigenaren(casus_ids: Collection[str]) -> dict[str, str]:
    """The name of the eigenaar of each of these casussen, by id; one that is erased, or never was, is left out."""
    vraag = (
        select(betrokkene.c.casus_id, medewerker.c.naam)
        .join(medewerker, medewerker.c.id == betrokkene.c.medewerker_id)
        .where(betrokkene.c.casus_id.in_(casus_ids), betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value)
    )
    return {rij.casus_id: rij.naam for rij in db.session.execute(vraag)}


def count_eigen(medewerker_id: str) -> int:
    """How many are to be handed over when this medewerker stops: closed ones too, for inzage and erasure need an eigenaar."""
    vraag = (
        select(func.count())
        .select_from(betrokkene.join(casus, casus.c.id == betrokkene.c.casus_id))
        .where(
            betrokkene.c.medewerker_id == medewerker_id,
            betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value,
            casus.c.soort != Soort.OEFENING.value,
        )
    )
    return int(db.session.execute(vraag).scalar_one())


def fetch_teamlijst(
    medewerker_id: str,
    vandaag: date,
    *,
    alleen_leesbaar: bool = False,
    alleen_vervangen: bool = False,
    achtergebleven: bool = False,
) -> list[Teamrij]:
    """The open casussen of others in the teams where this medewerker works, by eigenaar. Rights first, in SQL.

    With `achtergebleven` also the closed ones of who works here no longer, in the teams that he leads: nobody else can
    reach those.
    """
    mijn_teams = select(teamlid.c.team_id).where(
        teamlid.c.medewerker_id == medewerker_id, teamlid.c.rol.in_(list(WERKENDE_ROLLEN))
    )
    toont: ColumnElement[bool] = casus.c.afgesloten_op.is_(None)
    if achtergebleven:
        geleid = select(teamlid.c.team_id).where(
            teamlid.c.medewerker_id == medewerker_id, teamlid.c.rol == Rol.TEAMLEIDER.value
        )
        toont |= and_(medewerker.c.gestopt_op.isnot(None), casus.c.team_id.in_(geleid))
    van_mij = exists().where(betrokkene.c.casus_id == casus.c.id, betrokkene.c.medewerker_id == medewerker_id)
    eigenaar = betrokkene.alias("eigenaar")
    vervangt = _vervangt(medewerker_id, vandaag, eigenaar.c.medewerker_id)
    vraag = (
        select(
            casus.c.id,
            casus.c.lijstversie,
            casus.c.lijstregel,
            casus.c.laatste_contact_op,
            casus.c.te_ordenen,
            casus.c.afgesloten_op,
            medewerker.c.naam,
            medewerker.c.gestopt_op,
            team.c.lezen_mee_sinds,
            vervangt.label("vervangt"),
        )
        .join(team, team.c.id == casus.c.team_id)
        .join(
            eigenaar,
            and_(eigenaar.c.casus_id == casus.c.id, eigenaar.c.betrokkenheid == Betrokkenheid.EIGENAAR.value),
        )
        .join(medewerker, medewerker.c.id == eigenaar.c.medewerker_id)
        .where(
            casus.c.team_id.in_(mijn_teams),
            casus.c.soort != Soort.OEFENING.value,
            toont,
            ~van_mij,
        )
        .order_by(medewerker.c.naam, medewerker.c.id, casus.c.laatste_contact_op.desc(), casus.c.id)
    )
    if alleen_vervangen or alleen_leesbaar:
        vraag = vraag.where(vervangt | (team.c.lezen_mee_sinds.isnot(None) if alleen_leesbaar else false()))
    return [
        Teamrij(
            rij=Lijstrij(
                id=rij.id,
                regel=open_lijstregel(rij.id, rij.lijstversie, rij.lijstregel),
                laatste_contact_op=rij.laatste_contact_op,
                te_ordenen=rij.te_ordenen,
                afgesloten=rij.afgesloten_op is not None,
            ),
            eigenaar=rij.naam,
            eigenaar_gestopt=rij.gestopt_op is not None,
            team_leest_mee=rij.lezen_mee_sinds is not None,
            vervangt=bool(rij.vervangt),
        )
        for rij in db.session.execute(vraag)
    ]


def _vervangt(medewerker_id: str, vandaag: date, eigenaar_id: ColumnElement[str]) -> ColumnElement[bool]:
    return exists().where(
        vervanging.c.vervanger_id == medewerker_id,
        vervanging.c.eigenaar_id == eigenaar_id,
        vervanging.c.ingetrokken_op.is_(None),
        vervanging.c.van <= vandaag,
        vervanging.c.tot >= vandaag,
    )
