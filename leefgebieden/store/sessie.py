"""Sessions: who is signed in where."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from leefgebieden.domain.sessie import Plek, Sessie
from leefgebieden.store.db import db
from leefgebieden.store.medewerker import Medewerker
from leefgebieden.store.tables import medewerker, sessie, sessiekeuze

_KOLOMMEN = tuple(kolom for kolom in sessie.c if kolom.name != "hash")
_NAMEN = tuple(kolom.name for kolom in _KOLOMMEN)
_NAMEN_MEDEWERKER = tuple(medewerker.c.keys())
# built once: every request asks it
_SESSIE_VAN = select(*_KOLOMMEN, *medewerker.c).join_from(sessie, medewerker).where(sessie.c.hash == bindparam("hash"))


def _to_sessie(rij: Row[Any]) -> Sessie:
    waarden = {kolom.name: rij._mapping[kolom] for kolom in _KOLOMMEN}
    return Sessie(**{**waarden, "plek": Plek(waarden["plek"])})


def fetch_sessie(woord_hash: str) -> tuple[Sessie, Medewerker] | None:
    """The session of a cookie and whose it is, in one question: it is asked at every request."""
    rij = db.session.connection().execute(_SESSIE_VAN, {"hash": woord_hash}).one_or_none()
    if rij is None:
        return None
    # by place: the two tables share names of columns
    aantal = len(_KOLOMMEN)
    waarden = dict(zip(_NAMEN, rij[:aantal], strict=True))
    return Sessie(**{**waarden, "plek": Plek(waarden["plek"])}), Medewerker(
        **dict(zip(_NAMEN_MEDEWERKER, rij[aantal:], strict=True))
    )


def fetch_open_sessies(medewerker_id: str, sinds: datetime) -> list[Sessie]:
    """Not closed and begun after `sinds`; the one that was used last comes first."""
    rijen = db.session.execute(
        select(*_KOLOMMEN)
        .where(sessie.c.medewerker_id == medewerker_id, sessie.c.afgesloten_op.is_(None), sessie.c.gemaakt_op > sinds)
        .order_by(sessie.c.laatst_gezien.desc())
    )
    return [_to_sessie(rij) for rij in rijen]


def insert_sessie(nieuw: Sessie, woord_hash: str) -> None:
    db.session.execute(insert(sessie).values(**nieuw.__dict__, hash=woord_hash))


def update_sessie(sessie_id: str, **waarden: Any) -> None:
    db.session.execute(update(sessie).where(sessie.c.id == sessie_id).values(**waarden))


def close_sessies(medewerker_id: str, nu: datetime, *, behalve: str = "", alleen: str = "") -> int:
    """Close the sessions of a medewerker: all, all but one, or only one. Returns how many there were."""
    wie = [sessie.c.medewerker_id == medewerker_id, sessie.c.afgesloten_op.is_(None)]
    if behalve:
        wie.append(sessie.c.id != behalve)
    if alleen:
        wie.append(sessie.c.id == alleen)
    gesloten = db.session.execute(update(sessie).where(*wie).values(afgesloten_op=nu).returning(sessie.c.id))
    return len(gesloten.all())


def fetch_slotkeuze(medewerker_id: str) -> dict[Plek, int]:
    """The minutes that the worker chose; empty when he never did."""
    rij = db.session.execute(
        select(sessiekeuze.c.onderweg, sessiekeuze.c.kantoor).where(sessiekeuze.c.medewerker_id == medewerker_id)
    ).one_or_none()
    return {} if rij is None else {Plek.ONDERWEG: rij.onderweg, Plek.KANTOOR: rij.kantoor}


def save_slotkeuze(medewerker_id: str, minuten: dict[Plek, int]) -> None:
    """Keep the choice; open sessions lock by it from now on."""
    waarden = {plek.value: aantal for plek, aantal in minuten.items()}
    wie = sessiekeuze.c.medewerker_id == medewerker_id
    if db.session.execute(select(sessiekeuze.c.medewerker_id).where(wie)).one_or_none() is None:
        db.session.execute(insert(sessiekeuze).values(medewerker_id=medewerker_id, **waarden))
    else:
        db.session.execute(update(sessiekeuze).where(wie).values(**waarden))
    for plek, aantal in minuten.items():
        db.session.execute(
            update(sessie)
            .where(sessie.c.medewerker_id == medewerker_id, sessie.c.plek == plek.value)
            .values(slot_na=aantal)
        )
