"""Losse notities: notities of a medewerker that belong to nobody yet, sealed with his own key."""

from collections.abc import Collection

from sqlalchemy import delete, func, insert, select

from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import losse_notitie


def fetch_losse_notities(medewerker_id: str) -> list[Notitie]:
    """All of this medewerker, the newest first."""
    vraag = (
        select(losse_notitie.c.id, losse_notitie.c.inhoud)
        .where(losse_notitie.c.medewerker_id == medewerker_id)
        .order_by(losse_notitie.c.gemaakt_op.desc(), losse_notitie.c.id)
    )
    return [_open(medewerker_id, rij.id, rij.inhoud) for rij in db.session.execute(vraag)]


def fetch_losse_notitie(medewerker_id: str, notitie_id: str) -> Notitie | None:
    """One of this medewerker; None if it is not there, or somebody else's."""
    inhoud = db.session.execute(
        select(losse_notitie.c.inhoud).where(
            losse_notitie.c.id == notitie_id, losse_notitie.c.medewerker_id == medewerker_id
        )
    ).scalar_one_or_none()
    return None if inhoud is None else _open(medewerker_id, notitie_id, inhoud)


def count_losse_notities(medewerker_id: str) -> int:
    """How many this medewerker has."""
    vraag = select(func.count()).select_from(losse_notitie).where(losse_notitie.c.medewerker_id == medewerker_id)
    return db.session.execute(vraag).scalar_one()


def count_per_medewerker(medewerker_ids: Collection[str]) -> dict[str, int]:
    """How many each of these has, by id; who has none is left out."""
    vraag = (
        select(losse_notitie.c.medewerker_id, func.count().label("aantal"))
        .where(losse_notitie.c.medewerker_id.in_(medewerker_ids))
        .group_by(losse_notitie.c.medewerker_id)
    )
    return {rij.medewerker_id: rij.aantal for rij in db.session.execute(vraag)}


def losse_notitie_exists(notitie_id: str) -> bool:
    """Whether this id is taken, by whomever."""
    vraag = select(losse_notitie.c.id).where(losse_notitie.c.id == notitie_id)
    return db.session.execute(vraag).one_or_none() is not None


def insert_losse_notitie(notitie: Notitie, medewerker_id: str = "") -> None:
    """Of its author, or of who got it when its author left."""
    medewerker_id = medewerker_id or notitie.auteur.id
    inhoud = close_inhoud(medewerker_id, "losse_notitie", "inhoud", notitie.id, 1, to_plain(notitie))
    db.session.execute(
        insert(losse_notitie).values(
            id=notitie.id, medewerker_id=medewerker_id, gemaakt_op=notitie.gemaakt_op, inhoud=inhoud
        )
    )


def delete_losse_notitie(medewerker_id: str, notitie_id: str) -> bool:
    """Erase one. False when it was not there."""
    weg = db.session.execute(
        delete(losse_notitie)
        .where(losse_notitie.c.id == notitie_id, losse_notitie.c.medewerker_id == medewerker_id)
        .returning(losse_notitie.c.id)
    )
    return weg.one_or_none() is not None


def _open(medewerker_id: str, notitie_id: str, inhoud: bytes) -> Notitie:
    return rebuild(Notitie, open_inhoud(medewerker_id, "losse_notitie", "inhoud", notitie_id, 1, inhoud))
