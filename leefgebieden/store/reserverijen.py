"""Rows as plain JSON values and back, in whatever shape the database has: a backup is also made before an upgrade."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, String, Table, event, insert, select

from leefgebieden.store.tables.basis import Tijdstip

PER_KEER = 1000
NIET_MEE = {"alembic_version"}


def reflect_tabellen(verbinding: Connection) -> list[Table]:
    """The tables as they are in the database now, those that others point to first."""
    vorm = MetaData()
    event.listen(vorm, "column_reflect", _use_tijdstip)
    vorm.reflect(verbinding)
    return [tabel for tabel in vorm.sorted_tables if tabel.name not in NIET_MEE]


def read_rijen(verbinding: Connection, tabel: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table in order of their key: the same order, and the same values, on every database."""
    c_orde = verbinding.dialect.name == "postgresql"
    volgorde = [
        kolom.collate("C") if c_orde and isinstance(kolom.type, String) else kolom
        for kolom in tabel.primary_key.columns
    ]
    namen = [kolom.name for kolom in tabel.columns]
    gelezen = verbinding.execute(select(tabel).order_by(*volgorde), execution_options={"yield_per": PER_KEER})
    for rij in gelezen:
        yield {naam: _to_plain(waarde) for naam, waarde in zip(namen, rij, strict=True)}


def write_rijen(verbinding: Connection, tabel: Table, rijen: Iterable[dict[str, Any]]) -> None:
    """Put rows in a table. ValueError or KeyError when they are not of its shape."""
    maak = {kolom.name: _MAAK[soort] for kolom in tabel.columns for soort in _MAAK if isinstance(kolom.type, soort)}
    rest = iter(rijen)
    while blok := list(islice(rest, PER_KEER)):
        waarden = []
        for rij in blok:
            if rij.keys() != {kolom.name for kolom in tabel.columns}:
                raise ValueError(f"tabel {tabel.name} heeft andere kolommen")
            waarden.append(
                {n: maak[n](waarde) if n in maak and waarde is not None else waarde for n, waarde in rij.items()}
            )
        verbinding.execute(insert(tabel), waarden)


def _use_tijdstip(_: Any, __: Any, kolom: dict[str, Any]) -> None:
    if isinstance(kolom["type"], DateTime):
        kolom["type"] = Tijdstip()


def _to_plain(waarde: Any) -> Any:
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(waarde, date):
        return waarde.isoformat()
    return b64encode(waarde).decode() if isinstance(waarde, bytes) else waarde


_MAAK: dict[type[Any], Any] = {
    Tijdstip: datetime.fromisoformat,
    Date: date.fromisoformat,
    LargeBinary: lambda tekst: b64decode(tekst, validate=True),
}
