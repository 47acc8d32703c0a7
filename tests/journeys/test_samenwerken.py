"""Two workers and one person: working along, handing over, standing in, break-glass, and who looked."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, NewContext, sign_in
from tests.journeys.op_weg import begin_contact, write_notitie
from tests.journeys.server import Server

REDEN = "De buurvrouw belt: het licht brandt al dagen."


@pytest.fixture
def collega(new_context: NewContext, server: Server) -> Page:
    """A phone of the second worker of the demo, signed in."""
    page = new_context(base_url=server.url).new_page()
    sign_in(page, server.workers[1])
    return page


def test_a_colleague_works_along_and_then_takes_over(worker_page: Page, collega: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Samira")
    page.get_by_role("link", name="Wie werkt mee").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wie werkt met")
    look(page, "meewerkers")
    page.get_by_label("Esmé", exact=True).check()
    page.get_by_role("button", name="Laat meewerken").click()
    expect(page.locator(".lijst")).to_contain_text("Esmé werkt mee")
    look(page, "meewerkers-samen")
    collega.goto("/mensen")
    collega.locator(".lijst").get_by_role("link", name="Samira").click()
    expect(collega.get_by_role("heading", level=1)).to_have_text("Samira")
    expect(collega.get_by_role("link", name="Notitie", exact=True)).to_be_visible()
    expect(collega.get_by_role("link", name="Wie werkt mee")).to_have_count(0)
    page.get_by_role("link", name="Draag over aan een collega").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Draag")
    look(page, "overdragen")
    page.get_by_label("Esmé", exact=True).check()
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_role("status")).to_contain_text("Esmé")
    _expect_closed(page, casus)
    collega.goto("/mensen")
    expect(collega.get_by_text("is nu bij jou")).to_be_visible()
    look(collega, "mensen-overgedragen")
    collega.get_by_role("button", name="Gezien").click()
    expect(collega.get_by_text("is nu bij jou")).to_have_count(0)


def test_in_need_one_hour_is_read_told_and_signed_off(worker_page: Page, collega: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Willem")
    write_notitie(page, casus, "Hij doet de deur niet open.")
    collega.goto("/mensen")
    collega.get_by_role("link", name="Team", exact=True).click()
    expect(collega.get_by_role("heading", level=1)).to_have_text("Team")
    look(collega, "team")
    collega.get_by_role("link", name="Er is nood, en ik moet meelezen").click()
    expect(collega.get_by_role("heading", level=1)).to_have_text("Noodtoegang")
    collega.get_by_label("Over wie gaat het?").fill("Willem")
    collega.get_by_label("Waarom moet je dit nu lezen?").fill("Brand.")
    collega.get_by_role("button", name="Lees één uur mee").click()
    expect(collega.get_by_role("alert")).to_contain_text("minstens 20 tekens")
    look(collega, "noodtoegang-fout")
    collega.get_by_label("Waarom moet je dit nu lezen?").fill(REDEN)
    collega.get_by_role("button", name="Lees één uur mee").click()
    expect(collega.get_by_text("Noodtoegang tot")).to_be_visible()
    expect(collega.locator(".notitie .woorden")).to_have_text("Hij doet de deur niet open.")
    for pad in ("", "/leefgebieden/dag", "/netwerk", "/afspraken", "/openvragen", "/vragen/eropaf"):
        collega.goto(f"{casus}{pad}")
        expect(collega.get_by_role("link", name="Notitie", exact=True)).to_have_count(0)
        look(collega, f"nood{pad.replace('/', '-')}")
    page.goto("/mensen")
    expect(page.get_by_text(REDEN)).to_be_visible()
    look(page, "mensen-nood")
    page.get_by_role("button", name="Gezien").click()
    expect(page.get_by_text(REDEN)).to_have_count(0)
    _become_teamleider(page, look)
    page.goto("/mensen")
    page.get_by_role("link", name="Noodtoegang nakijken: 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noodtoegang nakijken")
    look(page, "nakijken")
    page.get_by_role("button", name="Teken af").click()
    expect(page.get_by_text("Er is niets na te kijken.")).to_be_visible()


def test_somebody_stands_in_while_a_worker_is_away(worker_page: Page, collega: Page, look: Look) -> None:
    page = worker_page
    begin_contact(page, "Hatice")
    page.goto("/mensen")
    page.get_by_role("link", name="Ik ben even weg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ik ben even weg")
    vandaag = page.evaluate("() => new Date().toLocaleDateString('sv-SE', {timeZone: 'Europe/Amsterdam'})")
    page.get_by_label("Esmé", exact=True).check()
    page.get_by_label("Vanaf").fill(vandaag)
    page.get_by_label("Tot en met").fill(vandaag)
    look(page, "vervanging")
    page.get_by_role("button", name="Spreek dit af").click()
    expect(page.get_by_role("heading", name="Afgesproken")).to_be_visible()
    look(page, "vervanging-afgesproken")
    collega.goto("/mensen")
    expect(collega.get_by_role("heading", name="Je vervangt Jan")).to_be_visible()
    look(collega, "mensen-vervangt")
    collega.locator(".lijst").get_by_role("link", name="Hatice").click()
    expect(collega.get_by_text("Je vervangt hier een collega")).to_be_visible()
    expect(collega.get_by_role("link", name="Notitie", exact=True)).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", name="Afgesproken")).to_have_count(0)
    _expect_closed(collega, collega.url)


def test_who_looked_stands_in_the_logboek_and_on_a_list_to_give(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Gerrit")
    write_notitie(page, casus, "Hij wil weten wie er meeleest.")
    page.goto(casus)
    page.get_by_role("link", name="Logboek: wie keek er").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Logboek")
    expect(page.locator(".tijdlijn")).to_contain_text("Jan")
    look(page, "logboek")
    page.get_by_role("link", name="Lijst om te geven").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie keek er in mijn gegevens?")
    look(page, "logboek-lijst")


def test_on_the_account_page_a_lost_phone_is_signed_out(
    worker_page: Page, new_context: NewContext, server: Server, look: Look
) -> None:
    page = worker_page
    lost = new_context(base_url=server.url).new_page()
    sign_in(lost, server.workers[0])
    page.goto("/account")
    expect(page.get_by_text("(dit apparaat)")).to_have_count(1)
    look(page, "account-twee")
    page.get_by_role("button", name="Sluit alle andere sessies").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    lost.goto("/mensen")
    expect(lost.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    page.goto("/mensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")


def _become_teamleider(page: Page, look: Look) -> None:
    page.goto("/beheer")
    page.locator(".lijst").get_by_role("link", name="Jan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Collega")
    look(page, "beheer-collega")
    page.get_by_label("teamleider in Ons team").check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")


def _expect_closed(page: Page, adres: str) -> None:
    answer = page.goto(adres)
    assert answer is not None
    assert answer.status == 403
