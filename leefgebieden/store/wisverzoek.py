"""Requests to erase: who asked, why, from when it can be done, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.store.casus import open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import betrokkene, casus, medewerker, teamlid, wisverzoek

VERZOEK, TERMIJN = "verzoek", "termijn"


@dataclass(frozen=True)
class Wisverzoek:
    """`soort` is VERZOEK or TERMIJN. `mag_alleen`: one person is enough; then `vanaf` may lie in the future."""

    id: str
    casus_id: str
    soort: str
    gevraagd_door: str
    gevraagd_op: datetime
    mag_alleen: bool
    vanaf: datetime
    reden: str


@dataclass(frozen=True)
class Wisregel:
    """As it stands in the list of a teamleider, who may know the name and no more."""

    verzoek: Wisverzoek
    noemnaam: str
    wie: str


def insert_wisverzoek(nieuw: Wisverzoek) -> None:
    db.session.execute(
        insert(wisverzoek).values(
            id=nieuw.id,
            casus_id=nieuw.casus_id,
            soort=nieuw.soort,
            gevraagd_door=nieuw.gevraagd_door,
            gevraagd_op=nieuw.gevraagd_op,
            mag_alleen=nieuw.mag_alleen,
            vanaf=nieuw.vanaf,
            inhoud=close_inhoud(nieuw.casus_id, "wisverzoek", "inhoud", nieuw.id, 1, {"reden": nieuw.reden}),
        )
    )


def fetch_open_wisverzoek(casus_id: str) -> Wisverzoek | None:
    """The request for this casus that waits; None when there is none."""
    rij = db.session.execute(select(wisverzoek).where(wisverzoek.c.casus_id == casus_id, *_WACHT)).first()
    return None if rij is None else _read(rij)


def fetch_open_voor(teamleider_id: str) -> list[Wisregel]:
    """The requests in the teams that this medewerker leads, the oldest first: not for what is his own, nor what he asked."""
    geleid = select(teamlid.c.team_id).where(
        teamlid.c.medewerker_id == teamleider_id, teamlid.c.rol == Rol.TEAMLEIDER.value
    )
    eigen = select(betrokkene.c.casus_id).where(
        betrokkene.c.medewerker_id == teamleider_id, betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value
    )
    vraag = (
        select(wisverzoek, medewerker.c.naam, casus.c.lijstversie, casus.c.lijstregel)
        .join(casus, casus.c.id == wisverzoek.c.casus_id)
        .join(medewerker, medewerker.c.id == wisverzoek.c.gevraagd_door)
        .where(
            *_WACHT,
            casus.c.team_id.in_(geleid),
            casus.c.soort == Soort.ECHT.value,
            casus.c.id.not_in(eigen),
            wisverzoek.c.gevraagd_door != teamleider_id,
        )
        .order_by(wisverzoek.c.gevraagd_op, wisverzoek.c.id)
    )
    return [
        Wisregel(_read(rij), open_lijstregel(rij.casus_id, rij.lijstversie, rij.lijstregel).noemnaam, rij.naam)
        for rij in db.session.execute(vraag)
    ]


def update_ingetrokken(verzoek_id: str, op: datetime) -> None:
    """Nobody wants it any more."""
    db.session.execute(
        update(wisverzoek).where(wisverzoek.c.id == verzoek_id, *_WACHT).values(ingetrokken_op=op, inhoud=None)
    )


def update_goedgekeurd(verzoek_id: str, door_id: str, op: datetime) -> None:
    """It may be done. The database refuses who asked for it himself, and what is too early. The reason goes."""
    db.session.execute(
        update(wisverzoek)
        .where(wisverzoek.c.id == verzoek_id)
        .values(goedgekeurd_op=op, goedgekeurd_door=door_id, inhoud=None)
    )


def count_alleen_gewist(door_id: str, sinds: datetime) -> int:
    """How many this medewerker erased on his own word since then, because their term was over."""
    vraag = select(func.count()).where(
        wisverzoek.c.goedgekeurd_door == door_id,
        wisverzoek.c.gevraagd_door == door_id,
        wisverzoek.c.soort == TERMIJN,
        wisverzoek.c.goedgekeurd_op > sinds,
    )
    return int(db.session.execute(vraag).scalar_one())


def count_collegas(medewerker_id: str) -> int:
    """How many others work here."""
    vraag = select(func.count()).where(medewerker.c.id != medewerker_id, medewerker.c.gestopt_op.is_(None))
    return int(db.session.execute(vraag).scalar_one())


def count_goedkeurders(casus_id: str, *, zonder: str) -> int:
    """How many others lead the team of this casus, and so can approve."""
    vraag = (
        select(func.count())
        .select_from(casus.join(teamlid, teamlid.c.team_id == casus.c.team_id))
        .join(medewerker, medewerker.c.id == teamlid.c.medewerker_id)
        .where(
            casus.c.id == casus_id,
            teamlid.c.rol == Rol.TEAMLEIDER.value,
            teamlid.c.medewerker_id != zonder,
            medewerker.c.gestopt_op.is_(None),
        )
    )
    return int(db.session.execute(vraag).scalar_one())


_WACHT: tuple[ColumnElement[bool], ...] = (wisverzoek.c.ingetrokken_op.is_(None), wisverzoek.c.goedgekeurd_op.is_(None))


def _read(rij: Any) -> Wisverzoek:
    reden = open_inhoud(rij.casus_id, "wisverzoek", "inhoud", rij.id, 1, rij.inhoud)["reden"]
    return Wisverzoek(
        rij.id, rij.casus_id, rij.soort, rij.gevraagd_door, rij.gevraagd_op, rij.mag_alleen, rij.vanaf, reden
    )
