"""Werkvormen that a group does: the session, its guests, and what they wrote. Each session has a key of its own."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, update

from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.domain.werkvorm import Gast, Inbreng
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.sleutels import drop_dek, make_dek
from leefgebieden.store.tables import werkvormgast, werkvorminbreng, werkvormsessie


@dataclass(frozen=True)
class Werkvormsessie:
    """A session as it stands in the database. `medewerker_id` leads it; `stap` is the key of the step it is at."""

    id: str
    medewerker_id: str
    werkvorm: str
    stap: str
    stap_sinds: datetime
    gemaakt_op: datetime
    gesloten_op: datetime | None = None
    code_hash: str | None = None
    code_tot: datetime | None = None


def insert_sessie(nieuw: Werkvormsessie) -> None:
    """Write a new one, with a key for what will be written in it."""
    make_dek(nieuw.id, "groep")
    db.session.execute(insert(werkvormsessie).values(**vars(nieuw)))


def update_sessie(gewijzigd: Werkvormsessie) -> None:
    """Write where it is now."""
    waarden = {naam: waarde for naam, waarde in vars(gewijzigd).items() if naam != "id"}
    db.session.execute(update(werkvormsessie).where(werkvormsessie.c.id == gewijzigd.id).values(waarden))


def delete_sessie(sessie_id: str) -> None:
    """Take it away with all that was written, and its key."""
    for tabel in (werkvorminbreng, werkvormgast):
        db.session.execute(delete(tabel).where(tabel.c.sessie_id == sessie_id))
    db.session.execute(delete(werkvormsessie).where(werkvormsessie.c.id == sessie_id))
    drop_dek(sessie_id)


def fetch_sessie(sessie_id: str) -> Werkvormsessie | None:
    """One session; None when there is no such."""
    return _fetch_one(werkvormsessie.c.id == sessie_id)


def find_sessie(code_hash: str) -> Werkvormsessie | None:
    """The session that has this code now; None when nobody has it."""
    return _fetch_one(werkvormsessie.c.code_hash == code_hash)


def fetch_sessies_of(medewerker_id: str) -> list[Werkvormsessie]:
    """Those that this medewerker leads or led, the newest first."""
    vraag = (
        select(werkvormsessie)
        .where(werkvormsessie.c.medewerker_id == medewerker_id)
        .order_by(werkvormsessie.c.gemaakt_op.desc(), werkvormsessie.c.id)
    )
    return [Werkvormsessie(**rij) for rij in db.session.execute(vraag).mappings()]


def _fetch_one(waar: Any) -> Werkvormsessie | None:
    rij = db.session.execute(select(werkvormsessie).where(waar)).mappings().one_or_none()
    return None if rij is None else Werkvormsessie(**rij)


def insert_gast(sessie_id: str, gast: Gast, op: datetime) -> None:
    """Write who joins."""
    inhoud = close_inhoud(sessie_id, "werkvormgast", "inhoud", gast.id, 1, to_plain(gast))
    db.session.execute(insert(werkvormgast).values(id=gast.id, sessie_id=sessie_id, gekomen_op=op, inhoud=inhoud))


def update_gast(sessie_id: str, gast: Gast) -> None:
    """Write who he is now."""
    inhoud = close_inhoud(sessie_id, "werkvormgast", "inhoud", gast.id, 1, to_plain(gast))
    db.session.execute(update(werkvormgast).where(werkvormgast.c.id == gast.id).values(inhoud=inhoud))


def fetch_gasten(sessie_id: str) -> list[Gast]:
    """Who takes part, in the order in which they came."""
    vraag = (
        select(werkvormgast)
        .where(werkvormgast.c.sessie_id == sessie_id)
        .order_by(werkvormgast.c.gekomen_op, werkvormgast.c.id)
    )
    return [_open_gast(rij) for rij in db.session.execute(vraag)]


def count_gasten(sessie_id: str) -> int:
    """How many take part."""
    return _count(werkvormgast, sessie_id)


def fetch_gast(gast_id: str) -> tuple[str, Gast] | None:
    """The session that somebody takes part in, and who he is in it."""
    rij = db.session.execute(select(werkvormgast).where(werkvormgast.c.id == gast_id)).one_or_none()
    return None if rij is None else (rij.sessie_id, _open_gast(rij))


def _open_gast(rij: Any) -> Gast:
    return rebuild(Gast, open_inhoud(rij.sessie_id, "werkvormgast", "inhoud", rij.id, 1, rij.inhoud))


def insert_inbreng(sessie_id: str, nieuw: Inbreng) -> None:
    """Write something down, after the rest."""
    laatste = select(func.coalesce(func.max(werkvorminbreng.c.volgnummer), 0) + 1).where(
        werkvorminbreng.c.sessie_id == sessie_id
    )
    inhoud = close_inhoud(sessie_id, "werkvorminbreng", "inhoud", nieuw.id, 1, to_plain(nieuw))
    db.session.execute(
        insert(werkvorminbreng).values(
            id=nieuw.id, sessie_id=sessie_id, volgnummer=laatste.scalar_subquery(), versie=1, inhoud=inhoud
        )
    )


def set_afloop(sessie_id: str, inbreng_id: str, afloop: str) -> bool:
    """Write what became of a promise. False when it is not there."""
    vraag = select(werkvorminbreng).where(werkvorminbreng.c.id == inbreng_id, werkvorminbreng.c.sessie_id == sessie_id)
    rij = db.session.execute(vraag).one_or_none()
    if rij is None:
        return False
    gewijzigd = replace(_open_inbreng(rij), afloop=afloop)
    versie = rij.versie + 1
    inhoud = close_inhoud(sessie_id, "werkvorminbreng", "inhoud", rij.id, versie, to_plain(gewijzigd))
    db.session.execute(
        update(werkvorminbreng).where(werkvorminbreng.c.id == inbreng_id).values(versie=versie, inhoud=inhoud)
    )
    return True


def fetch_inbreng(sessie_id: str) -> list[Inbreng]:
    """Everything that was written in a session, in order."""
    vraag = (
        select(werkvorminbreng).where(werkvorminbreng.c.sessie_id == sessie_id).order_by(werkvorminbreng.c.volgnummer)
    )
    return [_open_inbreng(rij) for rij in db.session.execute(vraag)]


def find_inbreng(inbreng_id: str) -> tuple[str, Inbreng] | None:
    """One thing that was written, and in which session."""
    rij = db.session.execute(select(werkvorminbreng).where(werkvorminbreng.c.id == inbreng_id)).one_or_none()
    return None if rij is None else (rij.sessie_id, _open_inbreng(rij))


def count_inbreng(sessie_id: str) -> int:
    """How much was written: tells the screens that follow that there is something new."""
    return _count(werkvorminbreng, sessie_id)


def _count(tabel: Table, sessie_id: str) -> int:
    return db.session.execute(select(func.count()).where(tabel.c.sessie_id == sessie_id)).scalar_one()


def _open_inbreng(rij: Any) -> Inbreng:
    return rebuild(Inbreng, open_inhoud(rij.sessie_id, "werkvorminbreng", "inhoud", rij.id, rij.versie, rij.inhoud))
