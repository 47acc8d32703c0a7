"""The parts of a casus: one row each, written over the version that the change was based on."""

from datetime import datetime
from typing import Any

from sqlalchemy import Insert, Select, Table, bindparam, delete, func, insert, select, update

from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.casus import VORMEN
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.tables import ONDERDELEN, reactie


def _select_een(tabel: Table) -> Select[Any]:
    return select(tabel.c.casus_id, tabel.c.versie, tabel.c.inhoud).where(tabel.c.id == bindparam("id"))


def _select_alle(tabel: Table) -> Select[Any]:
    return (
        select(tabel.c.id, tabel.c.versie, tabel.c.inhoud)
        .where(tabel.c.casus_id == bindparam("casus_id"))
        .order_by(tabel.c.volgnummer)
    )


def _insert_laatste(tabel: Table) -> Insert:
    laatste = select(func.coalesce(func.max(tabel.c.volgnummer), 0) + 1).where(
        tabel.c.casus_id == bindparam("bij_casus")
    )
    return insert(tabel).values(volgnummer=laatste.scalar_subquery())


# built once: putting a statement together takes longer than running it
_EEN = {naam: _select_een(tabel) for naam, tabel in ONDERDELEN.items()}
_ALLE = {naam: _select_alle(tabel) for naam, tabel in ONDERDELEN.items()}
_NIEUW = {naam: _insert_laatste(tabel) for naam, tabel in ONDERDELEN.items()}


def fetch_onderdeel(sleutel: str, onderdeel_id: str) -> tuple[str, int, Any] | None:
    """The casus id, the version number and the value of one part; None if it is not there."""
    rij = db.session.connection().execute(_EEN[sleutel], {"id": onderdeel_id}).one_or_none()
    if rij is None:
        return None
    ruw = open_inhoud(rij.casus_id, sleutel, "inhoud", onderdeel_id, rij.versie, rij.inhoud)
    return rij.casus_id, rij.versie, rebuild(VORMEN[sleutel], ruw)


def fetch_onderdelen(sleutel: str, casus_id: str) -> list[tuple[str, int, Any]]:
    """All parts of one kind of a casus, as (row id, version number, value), in order."""
    return [
        (
            rij.id,
            rij.versie,
            rebuild(VORMEN[sleutel], open_inhoud(casus_id, sleutel, "inhoud", rij.id, rij.versie, rij.inhoud)),
        )
        for rij in db.session.connection().execute(_ALLE[sleutel], {"casus_id": casus_id})
    ]


def insert_onderdeel(sleutel: str, casus_id: str, rij_id: str, waarde: Any, op: datetime) -> None:
    """Write a new part, after the others of its kind."""
    db.session.connection().execute(
        _NIEUW[sleutel],
        {
            "id": rij_id,
            "casus_id": casus_id,
            "bij_casus": casus_id,
            "versie": 1,
            "gewijzigd_op": op,
            "inhoud": close_inhoud(casus_id, sleutel, "inhoud", rij_id, 1, to_plain(waarde)),
        },
    )


def insert_onderdelen(sleutel: str, casus_id: str, rijen: list[tuple[str, Any]], op: datetime) -> None:
    """Write the parts of one kind of a casus that has none yet, as (row id, value) in order."""
    if rijen:
        db.session.execute(
            insert(ONDERDELEN[sleutel]),
            [
                {
                    "id": rij_id,
                    "casus_id": casus_id,
                    "versie": 1,
                    "volgnummer": nummer,
                    "gewijzigd_op": op,
                    "inhoud": close_inhoud(casus_id, sleutel, "inhoud", rij_id, 1, to_plain(waarde)),
                }
                for nummer, (rij_id, waarde) in enumerate(rijen, start=1)
            ],
        )


def update_onderdeel(sleutel: str, casus_id: str, rij_id: str, waarde: Any, *, op_versie: int, op: datetime) -> bool:
    """Write a part over the version that the change was based on. False if it is no longer that version."""
    tabel = ONDERDELEN[sleutel]
    geraakt = db.session.execute(
        update(tabel)
        .where(tabel.c.id == rij_id, tabel.c.casus_id == casus_id, tabel.c.versie == op_versie)
        .values(
            versie=op_versie + 1,
            gewijzigd_op=op,
            inhoud=close_inhoud(casus_id, sleutel, "inhoud", rij_id, op_versie + 1, to_plain(waarde)),
        )
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def delete_onderdeel(sleutel: str, casus_id: str, rij_id: str) -> None:
    """Take a part away."""
    tabel = ONDERDELEN[sleutel]
    db.session.execute(delete(tabel).where(tabel.c.id == rij_id, tabel.c.casus_id == casus_id))


def find_bestaande(sleutel: str, ids: list[str]) -> set[str]:
    """Which of these row ids exist already, in any casus. `sleutel` is that of a part, or `reacties`."""
    tabel = reactie if sleutel == "reacties" else ONDERDELEN[sleutel]
    gevonden: set[str] = set()
    for begin in range(0, len(ids), 500):  # SQLite takes a limited number of parameters
        vraag = select(tabel.c.id).where(tabel.c.id.in_(ids[begin : begin + 500]))
        gevonden.update(db.session.execute(vraag).scalars())
    return gevonden
