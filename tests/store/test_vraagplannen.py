"""How the database finds what is asked at every page: by an index, and through no more rows than the worker may see.

The statements are those that the app itself sends, caught on their way; so a new one is looked at as well.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from tests.bench.voorraad import PER_TEAM, fill_database
from tests.pages import PagesClient

pytestmark = pytest.mark.sqlite_only("it reads the plans and counts the steps of SQLite")

Statement = tuple[str, Any]
SCAN = re.compile(r"^SCAN (?!CONSTANT|\(subquery|anon|\d)")


@contextmanager
def catch_statements() -> Iterator[list[Statement]]:
    """Every SELECT, INSERT and UPDATE that goes to the database in the block, with its values."""
    gezien: list[Statement] = []

    def note(verbinding: Any, cursor: Any, tekst: str, waarden: Any, *_: Any) -> None:
        if tekst.startswith(("SELECT", "INSERT", "UPDATE", "WITH")):
            gezien.append((tekst, waarden))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield gezien
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def list_plan(tekst: str, waarden: Any) -> list[str]:
    """The steps of SQLite for this statement."""
    with db.engine.connect() as verbinding:
        rijen = verbinding.exec_driver_sql(f"EXPLAIN QUERY PLAN {tekst}", waarden)
        return [str(rij[3]) for rij in rijen]


def find_scans(statements: list[Statement]) -> list[tuple[str, str]]:
    """The steps that walk through a whole table, with their statement; the end of the logboek is found by its number."""
    return [
        (stap, tekst)
        for tekst, waarden in statements
        for stap in list_plan(tekst, waarden)
        if SCAN.match(stap) and not ("logboek" in stap and "LIMIT" in tekst)
    ]


def count_work(statements: list[Statement]) -> int:
    """Instructions of SQLite's machine for all these SELECTs, in tens: what grows when more rows are visited."""
    tellen = [0]

    def tick() -> int:
        tellen[0] += 1
        return 0

    ruw = db.engine.raw_connection()
    try:
        verbinding: Any = ruw.driver_connection
        verbinding.set_progress_handler(tick, 10)
        for tekst, waarden in statements:
            if tekst.startswith("SELECT"):
                verbinding.execute(tekst, waarden).fetchall()
        verbinding.set_progress_handler(None, 0)
    finally:
        ruw.close()
    return tellen[0]


def test_what_walks_through_a_table_is_seen_and_its_work_grows(app: Flask, outside: Context, anja: Mens) -> None:
    statement: Statement = ("SELECT casus.inhoud FROM casus WHERE casus.te_ordenen > ?", (-1,))
    assert find_scans([statement])
    eerst = count_work([statement])
    fill_database(PER_TEAM, anja.id, outside.now())
    assert count_work([statement]) > eerst + PER_TEAM / 10


def test_a_page_of_a_person_walks_through_no_table(client: PagesClient, samira: str) -> None:
    with catch_statements() as statements:
        client.get(f"/mensen/{samira}")
    assert statements
    assert find_scans(statements) == []


def test_saving_a_notitie_walks_through_no_table(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    with catch_statements() as statements:
        client.submit(fields={"tekst": "Koffie gedronken."}, follow=False)
    assert any(tekst.startswith("INSERT INTO notitie") for tekst, _ in statements)
    assert find_scans(statements) == []


def test_mensen_and_finding_somebody_walk_through_no_table(client: PagesClient) -> None:
    with catch_statements() as statements:
        client.get("/mensen")
        client.submit("/mensen/zoek", {"naam": "samira"})
    assert find_scans(statements) == []


def test_mensen_and_finding_somebody_cost_the_same_in_a_database_of_others(
    app: Flask, outside: Context, anja: Mens, client: PagesClient
) -> None:
    with catch_statements() as statements:
        client.get("/mensen")
        client.submit("/mensen/zoek", {"naam": "samira"})
    eerst = count_work(statements)
    tessa = outside.new_id()
    with db.engine.execution_options(schrijft=True).begin() as verbinding:
        verbinding.exec_driver_sql(
            "INSERT INTO medewerker SELECT ?, 'x@team.test', 'X', '-', 0, gemaakt_op, NULL FROM medewerker LIMIT 1",
            (tessa,),
        )
    fill_database(10 * PER_TEAM, tessa, outside.now())
    assert count_work(statements) <= eerst + 50


def test_what_one_colleague_did_is_found_without_walking_through_the_logboek(
    bo_client: PagesClient, anja: Mens
) -> None:
    with catch_statements() as statements:
        page = bo_client.get(f"/beheer/logboek/medewerker?wie={anja.id}&van=2026-07-01&tot=2026-07-14")
    assert "In deze dagen" in page.text
    asked = [statement for statement in statements if "medewerker_id = ?" in statement[0] and "logboek" in statement[0]]
    assert len(asked) == 3
    for tekst, waarden in asked:
        assert "USING INDEX ix_logboek_medewerker" in " ".join(list_plan(tekst, waarden))


def test_a_page_of_a_person_asks_no_more_than_so_many_statements(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    with catch_statements() as statements:
        client.get(f"/mensen/{samira}")
    # session, rights, casus, parts, end of the logboek, its new line; what was begun and not saved, what came of looking
    # together
    assert len(statements) <= 9


def test_saving_a_notitie_asks_no_more_than_so_many_statements(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    with catch_statements() as statements:
        client.submit(fields={"tekst": "Koffie gedronken."}, follow=False)
    # one of them for the names on the own list (web/test_naamhint.py)
    assert len(statements) <= 11
