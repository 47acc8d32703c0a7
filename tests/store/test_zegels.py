"""Every column with sealed content is known, so that a backup is opened whole before it counts as made."""

from sqlalchemy import LargeBinary

from leefgebieden.store.tables import metadata
from leefgebieden.store.zegels import KOLOMMEN, ZEGELS

KEYS = {("kek", "controle"), ("sleutel", "gewikkeld"), ("zegelsleutel", "openbaar")}


def test_every_column_with_sealed_content_is_known() -> None:
    """A new one? Then say in `store/zegels.py` whose key opens it and for which place it was sealed."""
    sealed = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert {table for table, _ in sealed - KEYS} == ZEGELS.keys()
    assert {column for _, column in sealed - KEYS} == set(KOLOMMEN)
