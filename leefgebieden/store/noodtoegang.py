"""Break-glass: who read which casus for an hour, why, and who looked at that afterwards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, insert, select, update

from leefgebieden.domain.inzage import Noodlezing
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.store.casus import open_lijstregel
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import betrokkene, casus, medewerker, noodtoegang, teamlid


@dataclass(frozen=True)
class Noodtoegang:
    id: str
    casus_id: str
    medewerker_id: str
    van: datetime
    tot: datetime
    reden: str


@dataclass(frozen=True)
class Noodregel:
    """As it is told to the eigenaar and listed for the teamleider."""

    id: str
    casus_id: str
    noemnaam: str
    wie: str
    van: datetime
    tot: datetime
    reden: str


def insert_noodtoegang(nieuw: Noodtoegang) -> None:
    db.session.execute(
        insert(noodtoegang).values(
            id=nieuw.id,
            casus_id=nieuw.casus_id,
            medewerker_id=nieuw.medewerker_id,
            van=nieuw.van,
            tot=nieuw.tot,
            inhoud=close_inhoud(nieuw.casus_id, "noodtoegang", "inhoud", nieuw.id, 1, {"reden": nieuw.reden}),
        )
    )


def fetch_noodtoegang(noodtoegang_id: str) -> Noodtoegang | None:
    rij = db.session.execute(select(noodtoegang).where(noodtoegang.c.id == noodtoegang_id)).one_or_none()
    if rij is None:
        return None
    return Noodtoegang(rij.id, rij.casus_id, rij.medewerker_id, rij.van, rij.tot, _open_reden(rij))


def fetch_ongezien(eigenaar_id: str) -> list[Noodregel]:
    """Break-glass in the casussen of this eigenaar that he did not say to have seen, the oldest first."""
    return _fetch(_is_eigenaar(eigenaar_id), noodtoegang.c.gezien_op.is_(None))


def fetch_na_te_kijken(teamleider_id: str) -> list[Noodregel]:
    """Break-glass in the teams that this medewerker leads that nobody signed off, the oldest first. Not his own."""
    geleid = select(teamlid.c.team_id).where(
        teamlid.c.medewerker_id == teamleider_id, teamlid.c.rol == Rol.TEAMLEIDER.value
    )
    return _fetch(
        casus.c.team_id.in_(geleid),
        noodtoegang.c.afgetekend_op.is_(None),
        noodtoegang.c.medewerker_id != teamleider_id,
    )


def fetch_van_casus(casus_id: str) -> list[Noodlezing]:
    """Every break-glass in this casus, the oldest first."""
    return [
        Noodlezing(regel.id, regel.wie, regel.van, regel.tot, regel.reden)
        for regel in _fetch(noodtoegang.c.casus_id == casus_id)
    ]


def update_gezien(noodtoegang_id: str, eigenaar_id: str, op: datetime) -> None:
    """The eigenaar saw it. Nothing happens when it is not about a casus of his."""
    db.session.execute(
        update(noodtoegang)
        .where(noodtoegang.c.id == noodtoegang_id, noodtoegang.c.gezien_op.is_(None), _is_eigenaar(eigenaar_id))
        .values(gezien_op=op)
    )


def update_afgetekend(noodtoegang_id: str, door_id: str, op: datetime) -> None:
    """Signed off, once."""
    db.session.execute(
        update(noodtoegang)
        .where(noodtoegang.c.id == noodtoegang_id, noodtoegang.c.afgetekend_op.is_(None))
        .values(afgetekend_op=op, afgetekend_door=door_id)
    )


def _is_eigenaar(medewerker_id: str) -> ColumnElement[bool]:
    return noodtoegang.c.casus_id.in_(
        select(betrokkene.c.casus_id).where(
            betrokkene.c.medewerker_id == medewerker_id,
            betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value,
        )
    )


def _fetch(*waar: ColumnElement[bool]) -> list[Noodregel]:
    vraag: Select[Any] = (
        select(noodtoegang, medewerker.c.naam, casus.c.lijstversie, casus.c.lijstregel)
        .join(medewerker, medewerker.c.id == noodtoegang.c.medewerker_id)
        .join(casus, casus.c.id == noodtoegang.c.casus_id)
        .where(*waar)
        .order_by(noodtoegang.c.van, noodtoegang.c.id)
    )
    return [
        Noodregel(
            id=rij.id,
            casus_id=rij.casus_id,
            noemnaam=open_lijstregel(rij.casus_id, rij.lijstversie, rij.lijstregel).noemnaam,
            wie=rij.naam,
            van=rij.van,
            tot=rij.tot,
            reden=_open_reden(rij),
        )
        for rij in db.session.execute(vraag)
    ]


def _open_reden(rij: Any) -> str:
    return str(open_inhoud(rij.casus_id, "noodtoegang", "inhoud", rij.id, 1, rij.inhoud)["reden"])
