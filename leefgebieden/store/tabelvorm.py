"""The tables as they are in the database now, not as this version would make them: a backup comes before an upgrade."""

from typing import Any

from sqlalchemy import Connection, DateTime, MetaData, Table, event

from leefgebieden.store.tables.basis import Tijdstip

NIET_MEE = {"alembic_version"}


def reflect_tabellen(verbinding: Connection) -> list[Table]:
    """The tables in the database, in an order in which rows can be written. `store/rijen.py` reads and writes them."""
    vorm = MetaData()
    event.listen(vorm, "column_reflect", _use_tijdstip)
    vorm.reflect(verbinding)
    return [tabel for tabel in vorm.sorted_tables if tabel.name not in NIET_MEE]


def _use_tijdstip(_: Any, __: Any, kolom: dict[str, Any]) -> None:
    if isinstance(kolom["type"], DateTime):
        kolom["type"] = Tijdstip()
