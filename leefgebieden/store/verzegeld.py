"""What arrived sealed from a device: a receipt for each, and the words of what could not be placed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from leefgebieden.domain.verzegeld import Soort
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import verzegeld

_VOORLOPIG = (Soort.CONCEPT.value, Soort.ONLEESBAAR.value)


@dataclass(frozen=True)
class Ontvangst:
    """One sealed thing that was received. `inhoud` are its words, only while it needs attention."""

    medewerker_id: str
    id: str
    sha256: str
    casus_id: str | None
    ontvangen_op: datetime
    soort: Soort
    verloopt_op: datetime | None = None
    inhoud: dict[str, Any] | None = None


def fetch_ontvangst(medewerker_id: str, uuid: str, sha256: str) -> Ontvangst | None:
    """The receipt of exactly these bytes; None when they were not received before."""
    rij = db.session.execute(select(verzegeld).where(*_key(medewerker_id, uuid, sha256))).one_or_none()
    return None if rij is None else _open(rij)


def has_andere(medewerker_id: str, uuid: str) -> bool:
    """Whether this id was received from this medewerker before and kept, with other bytes.

    Begun words and seals that did not open do not count: the whole may come after them.
    """
    vraag = select(verzegeld.c.sha256).where(
        verzegeld.c.medewerker_id == medewerker_id, verzegeld.c.id == uuid, verzegeld.c.soort.not_in(_VOORLOPIG)
    )
    return db.session.execute(vraag.limit(1)).one_or_none() is not None


def insert_ontvangst(nieuw: Ontvangst) -> None:
    inhoud = None
    if nieuw.inhoud is not None:
        inhoud = close_inhoud(nieuw.medewerker_id, "verzegeld", "inhoud", f"{nieuw.id}|{nieuw.sha256}", 1, nieuw.inhoud)
    db.session.execute(insert(verzegeld).values(**{**nieuw.__dict__, "soort": nieuw.soort.value, "inhoud": inhoud}))


def fetch_aandacht(medewerker_id: str) -> list[Ontvangst]:
    """What needs the attention of this medewerker, the oldest first."""
    return [_open(rij) for rij in _select_apart([medewerker_id])]


def fetch_apart(medewerker_ids: Collection[str]) -> list[Ontvangst]:
    """The same of each of these, and no word of it is opened."""
    return [_read(rij) for rij in _select_apart(medewerker_ids)]


def _select_apart(medewerker_ids: Collection[str]) -> Iterable[Any]:
    return db.session.execute(
        select(verzegeld)
        .where(verzegeld.c.medewerker_id.in_(medewerker_ids), verzegeld.c.inhoud.is_not(None))
        .order_by(verzegeld.c.ontvangen_op, verzegeld.c.id)
    )


def count_aandacht(medewerker_id: str) -> int:
    """How much needs the attention of this medewerker."""
    vraag = (
        select(func.count())
        .select_from(verzegeld)
        .where(verzegeld.c.medewerker_id == medewerker_id, verzegeld.c.inhoud.is_not(None))
    )
    return db.session.execute(vraag).scalar_one()


def pass_on_inhoud(medewerker_id: str, uuid: str, sha256: str, naar_id: str) -> None:
    """Let somebody else see to it: the words go over to his key, and that it was received stays with its author."""
    apart = fetch_ontvangst(medewerker_id, uuid, sha256)
    assert apart is not None  # whoever asks this found it in the same transaction
    clear_inhoud(medewerker_id, uuid, sha256)
    insert_ontvangst(replace(apart, medewerker_id=naar_id))


def clear_inhoud(medewerker_id: str, uuid: str, sha256: str) -> bool:
    """Erase the words, and keep that it was received. False when there were none (any more)."""
    gewist = db.session.execute(
        update(verzegeld)
        .where(*_key(medewerker_id, uuid, sha256), verzegeld.c.inhoud.is_not(None))
        .values(inhoud=None, verloopt_op=None)
        .returning(verzegeld.c.id)
    )
    return gewist.one_or_none() is not None


def clear_verlopen(nu: datetime) -> int:
    """Erase the words of people who were erased, a day after they arrived. Returns how many there were."""
    gewist = db.session.execute(
        update(verzegeld)
        .where(verzegeld.c.verloopt_op < nu)
        .values(inhoud=None, verloopt_op=None)
        .returning(verzegeld.c.id)
    )
    return len(gewist.all())


def delete_voorlopig(medewerker_id: str, uuid: str, sha256: str) -> None:
    """Forget that it was only begun, or that these bytes did not open at first, now that the whole is here."""
    zelfde = (verzegeld.c.sha256 == sha256) | (verzegeld.c.soort == Soort.CONCEPT.value)
    db.session.execute(
        delete(verzegeld).where(
            verzegeld.c.medewerker_id == medewerker_id,
            verzegeld.c.id == uuid,
            verzegeld.c.soort.in_(_VOORLOPIG),
            zelfde,
        )
    )


def _key(medewerker_id: str, uuid: str, sha256: str) -> tuple[Any, ...]:
    return (verzegeld.c.medewerker_id == medewerker_id, verzegeld.c.id == uuid, verzegeld.c.sha256 == sha256)


def _open(rij: Any) -> Ontvangst:
    if rij.inhoud is None:
        return _read(rij)
    plaats = f"{rij.id}|{rij.sha256}"
    return replace(_read(rij), inhoud=open_inhoud(rij.medewerker_id, "verzegeld", "inhoud", plaats, 1, rij.inhoud))


def _read(rij: Any) -> Ontvangst:
    return Ontvangst(**{**rij._mapping, "soort": Soort(rij.soort), "inhoud": None})
