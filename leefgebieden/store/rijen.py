"""The rows of the tables as plain JSON values, the same on every database: to carry them elsewhere and to compare them.

Bytes are base64, moments ISO 8601 in UTC with microseconds (`2026-07-14T10:00:00.000000Z`), days ISO 8601. What is sealed stays
sealed: no key is needed here.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Date, LargeBinary, String, Table, collate, insert, select

from leefgebieden.store.tables import metadata
from leefgebieden.store.tables.basis import Tijdstip

PER_KEER = 500
"""Rows that are read or written in one go."""

Rij = dict[str, Any]
"""One row by the names of its columns: None, bool, int or str."""


@dataclass(frozen=True)
class Telling:
    """How many rows a table has, and the SHA-256 of them in the order of their primary key, in hexadecimal."""

    aantal: int
    sha256: str


def list_tabellen() -> list[Table]:
    """Every table, in an order in which rows can be written: what is pointed at comes first."""
    return list(metadata.sorted_tables)


def read_rijen(verbinding: Connection, tabel: Table) -> Iterator[Rij]:
    """The rows of a table in the order of its primary key. They are read as they are asked for, not all at once."""
    vraag = select(tabel).order_by(*(_order(verbinding, kolom) for kolom in tabel.primary_key.columns))
    gelezen = verbinding.execution_options(yield_per=PER_KEER).execute(vraag)
    for rij in gelezen.mappings():
        yield {kolom.name: _to_plain(rij[kolom]) for kolom in tabel.columns}


def write_rijen(verbinding: Connection, tabel: Table, rijen: Iterable[Rij]) -> int:
    """Add rows to a table. Returns how many. Raises what the database says, and KeyError when a row misses a column."""
    aantal = 0
    over = iter(rijen)
    while deel := list(islice(over, PER_KEER)):
        waarden = [{kolom.name: _from_plain(kolom, rij[kolom.name]) for kolom in tabel.columns} for rij in deel]
        verbinding.execute(insert(tabel), waarden)
        aantal += len(deel)
    return aantal


def hash_rijen(rijen: Iterable[Mapping[str, Any]]) -> Telling:
    """Count rows and hash them: one line of JSON each, keys in alphabetical order. Give them in the order of their key."""
    som, aantal = hashlib.sha256(), 0
    for rij in rijen:
        regel = json.dumps(rij, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
        som.update(regel.encode("ascii") + b"\n")
        aantal += 1
    return Telling(aantal, som.hexdigest())


def count_alles(verbinding: Connection) -> dict[str, Telling]:
    """Every table by name, counted and hashed. Two databases with the same content give the same."""
    return {tabel.name: hash_rijen(read_rijen(verbinding, tabel)) for tabel in list_tabellen()}


def _order(verbinding: Connection, kolom: Column[Any]) -> Any:
    """Texts by their code points, whatever language the server sorts in: SQLite does so by itself."""
    if verbinding.dialect.name == "postgresql" and isinstance(kolom.type, String):
        return collate(kolom, "C")
    return kolom


def _to_plain(waarde: Any) -> Any:
    if isinstance(waarde, bytes | memoryview):
        return b64encode(waarde).decode("ascii")
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde


def _from_plain(kolom: Column[Any], waarde: Any) -> Any:
    if waarde is None:
        return None
    if isinstance(kolom.type, LargeBinary):
        return b64decode(waarde, validate=True)
    if isinstance(kolom.type, Tijdstip):
        return datetime.fromisoformat(waarde)
    if isinstance(kolom.type, Date):
        return date.fromisoformat(waarde)
    return waarde
