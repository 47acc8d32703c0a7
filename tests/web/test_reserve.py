"""What a beheerder sees of backups and recovery sheets, and is reminded of."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from leefgebieden.actions.reserve import make_backup, make_herstelblad
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db, writing
from leefgebieden.store.instantie import HERSTELTEST_OP, save_feit
from leefgebieden.store.papier import update_getest
from leefgebieden.store.reservekopie import run
from leefgebieden.store.tables import logboek
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in


def print_blad(outside: Context) -> str:
    return make_herstelblad(outside, lambda een, twee: None)  # noqa: ARG005 - no paper is needed here


def test_who_never_made_a_backup_or_a_sheet_is_told_so(bo_client: PagesClient) -> None:
    assert "Nog te doen: 2 dingen" in bo_client.get("/beheer").text
    page = bo_client.get("/beheer/reserve")
    assert "Er is nog geen herstelblad." in page.text
    assert "Er is nog geen reservekopie gemaakt." in page.text
    assert "tot uiterlijk dinsdag 14 juli 2026" in page.text


def test_when_all_is_done_the_page_is_calm_and_after_a_year_it_asks_for_a_test(
    bo_client: PagesClient, outside: Context, clock: Clock, tmp_path: Path
) -> None:
    blad = print_blad(outside)
    run(make_backup(outside, tmp_path / "kopie"))
    assert "tot uiterlijk donderdag 13 augustus 2026" in bo_client.get("/beheer/reserve").text
    assert "Het herstelblad is nog niet getest" in bo_client.page.text
    with writing():
        update_getest(blad, outside.now())
        save_feit(HERSTELTEST_OP, outside.now().isoformat())
    assert "Alles is gedaan." in bo_client.get("/beheer/reserve").text
    assert "In orde." in bo_client.get("/beheer").text
    clock.move(days=366)
    assert "langer dan een jaar geleden getest" in bo_client.get("/beheer/reserve").text


def test_an_old_sheet_is_ticked_off_once_and_the_one_that_counts_never(
    app: Flask, outside: Context, clock: Clock, bo: Mens
) -> None:
    oud = print_blad(outside)
    clock.move(days=1)
    bo_client = sign_in(make_client(app), bo)
    bo_client.get("/beheer/reserve")
    assert "Geldt niet meer" not in bo_client.page.text
    nieuw = print_blad(outside)
    bo_client.get("/beheer/reserve")
    assert f"{oud} Gemaakt op di 14 juli. Geldt niet meer. Vernietig beide delen." in " ".join(
        bo_client.page.text.split()
    )
    bo_client.submit("/beheer/reserve/vernietigd", {"blad": oud})
    assert "Vernietigd op wo 15 juli." in bo_client.get("/beheer/reserve").text
    line = db.session.execute(select(logboek).where(logboek.c.actie == "herstelblad vernietigd")).one()
    assert (line.medewerker_id, line.onderdeel_id) == (bo.id, oud)
    token = bo_client.csrf_token() or ""
    for blad in (oud, nieuw, "x" * 300, ""):
        bo_client.client.post("/beheer/reserve/vernietigd", data={"csrf_token": token, "blad": blad})
    assert len(db.session.execute(select(logboek).where(logboek.c.actie == "herstelblad vernietigd")).all()) == 1
    assert "Nog niet getest." in bo_client.get("/beheer/reserve").text


@pytest.mark.usefixtures("samira")
def test_only_a_beheerder_sees_it(client: PagesClient) -> None:
    client.get("/beheer/reserve", status=403)


def test_what_is_erased_today_is_promised_to_be_gone_in_thirty_days_at_most(
    app: Flask, outside: Context, clock: Clock, tmp_path: Path
) -> None:
    from leefgebieden.store.reservesleutels import promise_datum

    run(make_backup(outside, tmp_path / "kopie"))
    clock.move(days=5)
    assert (promise_datum(outside.now()) - outside.today()).days == 25
    clock.move(days=3)
    run(make_backup(outside, tmp_path / "kopie"))
    assert (promise_datum(outside.now()) - outside.today()).days == 30
