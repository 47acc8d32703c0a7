"""Groups that learn: who leads them, who takes part, and what was handed in. Each group has a key of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from leefgebieden.domain.leergroep import Inlevering, Leergroep
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.sleutels import drop_dek, make_dek
from leefgebieden.store.tables import inlevering, leergroep, leergroeplid, medewerker


@dataclass(frozen=True)
class Groeprij:
    """A group as it stands in the database."""

    groep: Leergroep
    docent_id: str
    versie: int
    link_tot: datetime | None


@dataclass(frozen=True)
class Lid:
    """Who takes part, and since when."""

    id: str
    naam: str
    sinds: datetime


def insert_groep(nieuw: Leergroep) -> None:
    """Write a new one, with a key for what will be handed in."""
    make_dek(nieuw.id, "groep")
    db.session.execute(
        insert(leergroep).values(
            id=nieuw.id, docent_id=nieuw.docent.id, versie=1, gemaakt_op=nieuw.gemaakt_op, inhoud=_close(nieuw, 1)
        )
    )


def update_groep(gewijzigd: Leergroep, *, op_versie: int) -> bool:
    """Write it over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(leergroep)
        .where(leergroep.c.id == gewijzigd.id, leergroep.c.versie == op_versie)
        .values(versie=op_versie + 1, inhoud=_close(gewijzigd, op_versie + 1))
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def delete_groep(groep_id: str) -> None:
    """Take it away with all that was handed in, and its key."""
    for tabel in (inlevering, leergroeplid):
        db.session.execute(delete(tabel).where(tabel.c.groep_id == groep_id))
    db.session.execute(delete(leergroep).where(leergroep.c.id == groep_id))
    drop_dek(groep_id)


def update_link(groep_id: str, hash_: str | None, tot: datetime | None) -> None:
    """Give the group another link, or none."""
    db.session.execute(update(leergroep).where(leergroep.c.id == groep_id).values(link_hash=hash_, link_tot=tot))


def fetch_groep(groep_id: str) -> Groeprij | None:
    """One group; None when there is no such."""
    return _fetch_one(leergroep.c.id == groep_id)


def find_groep(link_hash: str) -> Groeprij | None:
    """The group that has this link; None when none has."""
    return _fetch_one(leergroep.c.link_hash == link_hash)


def fetch_groepen_van(docent_id: str) -> list[Groeprij]:
    """Those that somebody leads, the newest first."""
    vraag = select(leergroep).where(leergroep.c.docent_id == docent_id)
    return [_open(rij) for rij in db.session.execute(vraag.order_by(leergroep.c.gemaakt_op.desc(), leergroep.c.id))]


def fetch_groepen_met(medewerker_id: str) -> list[Groeprij]:
    """Those that somebody takes part in, the newest first."""
    vraag = (
        select(leergroep)
        .join(leergroeplid, leergroeplid.c.groep_id == leergroep.c.id)
        .where(leergroeplid.c.medewerker_id == medewerker_id)
        .order_by(leergroep.c.gemaakt_op.desc(), leergroep.c.id)
    )
    return [_open(rij) for rij in db.session.execute(vraag)]


def insert_lid(groep_id: str, medewerker_id: str, sinds: datetime) -> None:
    db.session.execute(insert(leergroeplid).values(groep_id=groep_id, medewerker_id=medewerker_id, sinds=sinds))


def delete_lid(groep_id: str, medewerker_id: str) -> None:
    """Let somebody go, with what he handed in."""
    for tabel in (inlevering, leergroeplid):
        db.session.execute(delete(tabel).where(tabel.c.groep_id == groep_id, tabel.c.medewerker_id == medewerker_id))


def is_lid(groep_id: str, medewerker_id: str) -> bool:
    """Whether somebody takes part."""
    vraag = select(leergroeplid.c.groep_id).where(
        leergroeplid.c.groep_id == groep_id, leergroeplid.c.medewerker_id == medewerker_id
    )
    return db.session.execute(vraag).one_or_none() is not None


def count_leden(groep_id: str) -> int:
    """How many take part."""
    vraag = select(func.count()).where(leergroeplid.c.groep_id == groep_id)
    return db.session.execute(vraag).scalar_one()


def fetch_leden(groep_id: str) -> list[Lid]:
    """Who takes part, by name."""
    vraag = (
        select(medewerker.c.id, medewerker.c.naam, leergroeplid.c.sinds)
        .join(leergroeplid, leergroeplid.c.medewerker_id == medewerker.c.id)
        .where(leergroeplid.c.groep_id == groep_id)
        .order_by(medewerker.c.naam, medewerker.c.id)
    )
    return [Lid(*rij) for rij in db.session.execute(vraag)]


def insert_inlevering(groep_id: str, nieuw: Inlevering) -> None:
    """Hand it in."""
    inhoud = close_inhoud(groep_id, "inlevering", "inhoud", nieuw.id, 1, to_plain(nieuw))
    db.session.execute(
        insert(inlevering).values(id=nieuw.id, groep_id=groep_id, medewerker_id=nieuw.door.id, versie=1, inhoud=inhoud)
    )


def update_inlevering(groep_id: str, gewijzigd: Inlevering, *, op_versie: int) -> None:
    """Write it with the words that were given back."""
    versie = op_versie + 1
    inhoud = close_inhoud(groep_id, "inlevering", "inhoud", gewijzigd.id, versie, to_plain(gewijzigd))
    db.session.execute(update(inlevering).where(inlevering.c.id == gewijzigd.id).values(versie=versie, inhoud=inhoud))


def delete_inlevering(inlevering_id: str) -> None:
    db.session.execute(delete(inlevering).where(inlevering.c.id == inlevering_id))


def find_inlevering(inlevering_id: str) -> tuple[str, int, Inlevering] | None:
    """The group, the version and what was handed in; None when it is not there."""
    rij = db.session.execute(select(inlevering).where(inlevering.c.id == inlevering_id)).one_or_none()
    return None if rij is None else (rij.groep_id, rij.versie, _open_inlevering(rij))


def fetch_inleveringen(groep_id: str) -> list[Inlevering]:
    """All that was handed in to a group."""
    vraag = select(inlevering).where(inlevering.c.groep_id == groep_id).order_by(inlevering.c.id)
    return [_open_inlevering(rij) for rij in db.session.execute(vraag)]


def _fetch_one(waar: Any) -> Groeprij | None:
    rij = db.session.execute(select(leergroep).where(waar)).one_or_none()
    return None if rij is None else _open(rij)


def _close(groep: Leergroep, versie: int) -> bytes:
    return close_inhoud(groep.id, "leergroep", "inhoud", groep.id, versie, to_plain(groep))


def _open(rij: Any) -> Groeprij:
    inhoud = open_inhoud(rij.id, "leergroep", "inhoud", rij.id, rij.versie, rij.inhoud)
    return Groeprij(rebuild(Leergroep, inhoud), rij.docent_id, rij.versie, rij.link_tot)


def _open_inlevering(rij: Any) -> Inlevering:
    return rebuild(Inlevering, open_inhoud(rij.groep_id, "inlevering", "inhoud", rij.id, rij.versie, rij.inhoud))
