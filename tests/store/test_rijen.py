"""Rows as plain values: what is read can be written elsewhere, and the same content has the same hash."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from leefgebieden.context import Context
from leefgebieden.store.db import db
from leefgebieden.store.migreren import migrate
from leefgebieden.store.rijen import Rij, count_alles, hash_rijen, list_tabellen, read_rijen, write_rijen
from leefgebieden.store.tables import kek, metadata
from tests.people import make_app


def read_everything() -> dict[str, list[Rij]]:
    with db.engine.connect() as connection:
        return {table.name: list(read_rijen(connection, table)) for table in list_tabellen()}


@pytest.mark.usefixtures("frans", "samira")
def test_all_rows_go_through_json_into_an_empty_database_and_are_the_same_there(
    app: Flask, outside: Context, tmp_path: Path, new_database: Callable[[], str]
) -> None:
    carried = json.loads(json.dumps(read_everything()))
    with db.engine.connect() as connection:
        here = count_alles(connection)
    assert here["notitie"].aantal > 20
    other = make_app(tmp_path / "elders", outside, DATABASE=new_database())
    with other.app_context():
        migrate()
        with db.engine.begin() as connection:
            for table in list_tabellen():
                assert write_rijen(connection, table, carried[table.name]) == here[table.name].aantal
        with db.engine.connect() as connection:
            assert count_alles(connection) == here
        db.session.remove()
        db.engine.dispose()


def test_every_table_is_there_and_what_is_pointed_at_comes_first() -> None:
    order = [table.name for table in list_tabellen()]
    assert set(order) == set(metadata.tables)
    for table in list_tabellen():
        for key in table.foreign_keys:
            assert order.index(key.column.table.name) < order.index(table.name)


def test_another_value_or_another_order_gives_another_hash() -> None:
    rows = [{"id": "a", "versie": 1}, {"id": "b", "versie": 2}]
    assert hash_rijen(rows) == hash_rijen([dict(reversed(row.items())) for row in rows])
    assert hash_rijen(rows) != hash_rijen([rows[0], {"id": "b", "versie": 3}])
    assert hash_rijen(rows) != hash_rijen(rows[::-1])


def test_a_row_without_one_of_its_columns_is_refused(app: Flask) -> None:
    with db.engine.connect() as connection:
        (row,) = read_rijen(connection, kek)
        del row["controle"]
        with pytest.raises(KeyError, match="controle"):
            write_rijen(connection, kek, [row])
