"""The ways of letting go: everything about somebody, one notitie; and of giving it all to the person."""

import sqlite3
from contextlib import closing
from zipfile import ZipFile

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look
from tests.journeys.op_weg import begin_contact, open_frans, write_notitie
from tests.journeys.server import Server


def test_a_notitie_goes_to_who_it_belongs_to_and_another_goes_for_good(worker_page: Page, look: Look) -> None:
    page = worker_page
    begin_contact(page, "Ans")
    piet = begin_contact(page, "Piet")
    write_notitie(page, piet, "Ans belt elke dag.")
    page.locator(".notitie").get_by_role("link", name="Wijzig").click()
    page.get_by_role("link", name="Hoort bij iemand anders").click()
    look(page, "notitie-verplaatsen")
    page.get_by_label("Ans", exact=True).check()
    page.get_by_role("button", name="Verplaats").click()
    expect(page.get_by_role("status")).to_contain_text("Verplaatst.")
    page.get_by_role("button", name="Zet terug").click()
    page.goto(piet)
    page.locator(".notitie").get_by_role("link", name="Wijzig").click()
    page.get_by_role("link", name="Wis voorgoed").click()
    look(page, "notitie-wissen")
    page.get_by_role("button", name="Wis voorgoed").click()
    expect(page.get_by_role("status")).to_contain_text("De notitie is voorgoed gewist.")
    expect(page.get_by_text("Ans belt elke dag.")).to_have_count(0)


def test_the_person_gets_everything_after_a_look_at_what_is_about_others(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Inzage: alles meegeven").click()
    look(page, "inzage")
    with page.expect_download() as download:
        page.get_by_role("button", name="Haal alles op").click()
    assert download.value.suggested_filename.startswith("inzage-")
    with ZipFile(download.value.path()) as pak:
        assert {"inzage.pdf", "inzage.json"} <= set(pak.namelist())


def test_consent_is_asked_and_taken_back(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    frans = page.url
    page.get_by_role("link", name="Toestemming om te delen").click()
    look(page, "toestemming-leeg")
    page.get_by_label("Met wie mag je delen?").fill("De woningbouw")
    page.get_by_label("Waarvoor?").fill("Om de huur te regelen")
    page.get_by_label("Tot en met").fill("2090-01-31")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Om de huur te regelen")).to_be_visible()
    look(page, "toestemming")
    page.get_by_role("button", name="Trek in").click()
    expect(page.get_by_role("status")).to_contain_text("Deel niets meer met deze partij.")
    page.goto(f"{frans}/verklaring")
    look(page, "verklaring")


def test_everything_is_asked_to_go_and_an_example_goes(worker_page: Page, look: Look) -> None:
    page = worker_page
    piet = begin_contact(page, "Piet")
    page.get_by_role("link", name="Wis alles").click()
    look(page, "wissen")
    page.get_by_role("button", name="Vraag om te wissen").click()
    expect(page.get_by_role("alert").first).to_contain_text("Schrijf op waarom je alles wist.")
    page.get_by_label("Waarom wis je alles?").fill("Hij vroeg erom.")
    page.get_by_role("button", name="Vraag om te wissen").click()
    expect(page.get_by_role("status")).to_contain_text("Er is nog niets gewist.")
    look(page, "wissen-gevraagd")
    page.get_by_role("button", name="Trek het verzoek in").click()
    page.goto(piet)
    expect(page.get_by_role("heading", level=1)).to_have_text("Piet")
    open_frans(page)
    frans = page.url
    page.get_by_role("link", name="Wis alles").click()
    page.get_by_label("Waarom wis je alles?").fill("Genoeg geoefend.")
    page.get_by_role("button", name="Wis nu alles").click()
    expect(page.get_by_role("status")).to_contain_text("Direct onleesbaar in de app; in reservekopieën uiterlijk op")
    page.goto(frans)
    expect(page.get_by_role("heading", level=1)).to_have_text("Niet gevonden")


def test_while_the_app_serves_the_write_ahead_log_can_be_emptied(server: Server) -> None:
    """Rows that were erased stay readable in it until then; a reader that never lets go would keep them there."""
    with closing(sqlite3.connect(server.instance / "leefgebieden.sqlite3", timeout=5)) as connection:
        busy, pages, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert (busy, pages) == (0, 0)
