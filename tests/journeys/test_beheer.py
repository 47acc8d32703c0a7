"""From an invitation to the first sign-in of a new colleague; and what one colleague did, when a device is lost."""

import pyotp
from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, NewContext, sign_in
from tests.journeys.op_weg import open_frans
from tests.journeys.server import Server, Worker

NIEUW = Worker("noor@team.test", "vier losse woorden samen")


def test_a_new_colleague_is_invited_and_comes_in(
    worker_page: Page, new_context: NewContext, server: Server, look: Look
) -> None:
    page = worker_page
    page.get_by_role("link", name="Beheer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beheer")
    look(page, "beheer")
    page.get_by_role("link", name="Nodig iemand uit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nodig iemand uit")
    page.get_by_label("E-mail").fill(NIEUW.email)
    page.get_by_label("Hoe heet je collega?").fill("Noor")
    page.get_by_label("Ons team", exact=True).check()
    page.get_by_label("outreachend werker", exact=True).uncheck()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies minstens één ding dat je collega doet.")
    look(page, "uitnodigen-fout")
    page.get_by_label("outreachend werker", exact=True).check()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_role("heading", name="Geef deze link aan je collega")).to_be_visible()
    look(page, "beheer-link")
    link = page.locator("section.kaart .woorden").inner_text()
    page.reload()
    expect(page.locator("section.kaart .woorden")).to_have_count(0)

    noor = new_context(base_url=server.url).new_page()
    noor.goto(link)
    expect(noor.get_by_role("heading", level=1)).to_have_text("Welkom")
    noor.get_by_label("Kies een wachtwoord").fill("kort")
    noor.get_by_role("button", name="Begin", exact=True).click()
    expect(noor.get_by_role("alert")).to_be_visible()
    look(noor, "uitnodiging-fout")
    noor.get_by_label("Kies een wachtwoord").fill(NIEUW.wachtwoord)
    noor.get_by_role("button", name="Begin", exact=True).click()
    expect(noor.get_by_role("status")).to_contain_text("Welkom. Log in")
    sign_in(noor, NIEUW)
    # somebody real works here now, so a second step is asked
    look(noor, "tweede-stap-moet")
    noor.get_by_role("button", name="Stel een app in").click()
    expect(noor.get_by_role("heading", level=1)).to_have_text("Stel een app in")
    app = pyotp.parse_uri(noor.locator("a[href^='otpauth:']").get_attribute("href") or "")
    assert isinstance(app, pyotp.TOTP)
    noor.get_by_label("Code").fill(app.now())
    noor.get_by_role("button", name="Ga verder").click()
    expect(noor.locator("code")).to_have_count(10)
    noor.goto("/mensen")
    expect(noor.get_by_text("Hier komen de mensen met wie je werkt.")).to_be_visible()
    look(noor, "mensen-eerste-keer")
    noor.goto(link)
    expect(noor.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet")
    look(noor, "uitnodiging-voorbij")


def test_what_one_colleague_did_is_a_question_of_three_fields_and_a_file(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.goto("/beheer/logboek")
    page.get_by_role("link", name="Wat deed één collega?").click()
    look(page, "spoor-vraag")
    page.get_by_role("button", name="Zoek op").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies een collega.")
    look(page, "spoor-fout")
    page.get_by_label("Welke collega?").select_option(index=1)
    page.get_by_role("button", name="Zoek op").click()
    expect(page.get_by_role("heading", name="Over wie")).to_be_visible()
    look(page, "spoor", full_page=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="Haal op als bestand (CSV)").click()
    assert download.value.suggested_filename.startswith("logboek-20")
