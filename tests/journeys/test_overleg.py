"""A whole overleg with two people on the agenda: a big screen, the phone of a colleague, and what becomes of it."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from leefgebieden.domain.datum import TIJDZONE
from tests.journeys.browser import Look, NewContext, be_signed_in, find_wide, sign_in
from tests.journeys.op_weg import begin_contact
from tests.journeys.server import Server

ROOM: ViewportSize = {"width": 1920, "height": 1080}
LETTERS = 28
"""Pixels, of the smallest word of what lies on the table."""
TODAY = datetime.now(TIJDZONE).date()


@pytest.fixture
def collega(new_context: NewContext, server: Server) -> Page:
    """A phone of the second worker of the demo, signed in."""
    page = new_context(base_url=server.url).new_page()
    sign_in(page, server.workers[1])
    return page


@pytest.fixture
def scherm(new_context: NewContext, server: Server) -> Page:
    """The big screen of the meeting room (1920 x 1080), signed in as the first worker."""
    page = new_context(base_url=server.url).new_page()
    page.set_viewport_size(ROOM)
    be_signed_in(page, server)
    return page


def put_on_agenda(page: Page, wie: str, vraag: str) -> None:
    page.get_by_role("link", name="Zet iemand op de agenda").click()
    page.get_by_role("link", name=wie).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("op de agenda")
    page.get_by_label("Onze vraag aan jullie").fill(vraag)
    page.get_by_role("button", name="Zet op de agenda").click()
    expect(page.get_by_role("status").first).to_contain_text("Staat op de agenda")


def find_small_letters(page: Page) -> list[str]:
    """Words of the part that lies on the table which are smaller than one can read from the other side of the room."""
    found: list[str] = page.evaluate(
        """least => {
          const part = document.querySelectorAll('.scherm__midden :is(h1, h2, h3, h4, p, li, span, b, small, q)');
          const said = [...part].filter(e => e.checkVisibility() && !e.closest('.rij, form, .verborgen-tekst')
            && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim()));
          return said.map(e => [parseFloat(getComputedStyle(e).fontSize), e.outerHTML.slice(0, 120)])
            .filter(([size]) => size < least).map(([size, html]) => `${size} px: ${html}`);
        }""",
        LETTERS,
    )
    return found


def test_an_overleg_from_the_plan_to_the_afspraak(worker_page: Page, collega: Page, scherm: Page, look: Look) -> None:
    page = worker_page
    begin_contact(page, "Samira")
    page.goto("/mensen")
    page.get_by_role("link", name="Overleg", exact=True).click()
    look(page, "overleggen-leeg")
    page.get_by_role("link", name="Plan een overleg").click()
    page.get_by_label("Welke dag?").fill(TODAY.isoformat())
    page.get_by_label("Hoe laat?").fill("09:00")
    page.get_by_label("Esmé", exact=True).check()
    look(page, "overleg-nieuw")
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_text("Niemand bracht een vraag in")).to_be_visible()
    put_on_agenda(page, "Frans", "Gaan we nog een keer bij Frans langs?")
    put_on_agenda(page, "Samira", "Wie kent haar?")
    look(page, "overleg")

    scherm.goto(page.url)
    scherm.get_by_role("link", name="Open het scherm").click()
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Onze vraag")
    assert find_wide(scherm) == []
    look(scherm, "scherm-vraag")
    scherm.set_viewport_size(ROOM)
    collega.goto(scherm.url)
    expect(collega.get_by_role("heading", level=1)).to_have_text("Onze vraag")
    for deel in ("zelf", "Kracht en kans"):
        scherm.get_by_role("button", name="Volgende", exact=True).click()
        expect(scherm.get_by_role("heading", level=1)).to_contain_text(deel)
    expect(collega.get_by_role("heading", level=1)).to_have_text("Kracht en kans", timeout=15_000)
    expect(collega.locator("main")).not_to_contain_text("Frans")
    expect(scherm.locator("[data-klok]")).to_contain_text("voor Kracht en kans.")
    look(scherm, "scherm-kracht")
    scherm.set_viewport_size(ROOM)
    assert find_small_letters(scherm) == []
    look(collega, "scherm-telefoon")

    collega.get_by_role("link", name="Er ligt een vraag met twee kanten").click()
    collega.get_by_label("Welke vraag ligt er?").fill("Mag Jan alleen gaan?")
    collega.get_by_role("button", name="Leg de vraag voor").click()
    collega.get_by_role("link", name="Ik wil iets zeggen").click()
    collega.get_by_label("Wat wil je zeggen?").fill("Hij vertrouwt Jan.")
    collega.get_by_label("Mag Jan alleen gaan?").check()
    collega.get_by_label("voor", exact=True).check()
    collega.get_by_label("Waar leunt dit op?").select_option(label="baken: Direct eropaf")
    look(collega, "scherm-bijdrage")
    collega.get_by_role("button", name="Zeg het").click()
    expect(collega.get_by_role("status").first).to_contain_text("Bewaard")
    scherm.get_by_role("button", name="7 Wat besluiten we?").click()
    expect(scherm.get_by_text("Hij vertrouwt J.")).to_be_visible()
    look(scherm, "scherm-besluiten")
    scherm.set_viewport_size(ROOM)
    assert find_small_letters(scherm) == []

    scherm.get_by_role("link", name="Schrijf een besluit op").click()
    scherm.get_by_label("Wat besluiten we?").fill("Jan gaat alleen")
    scherm.get_by_label("Welke afspraak volgt hieruit?").fill("Jan gaat langs")
    scherm.locator("#uiterlijk").fill((TODAY + timedelta(days=7)).isoformat())
    look(scherm, "scherm-besluit")
    scherm.get_by_role("button", name="Bewaar het besluit").click()
    expect(scherm.get_by_text("J. gaat alleen")).to_be_visible()
    scherm.get_by_role("button", name="Volgende persoon").click()
    expect(scherm.get_by_text("Wie kent haar?")).to_be_visible()
    page.get_by_role("link", name="Verslag zonder namen").click()
    look(page, "overleg-verslag")
    expect(page.get_by_text("gaat alleen")).to_be_visible()
    page.goto("/mensen")
    page.locator(".lijst").get_by_role("link", name="Frans").click()
    page.get_by_role("link", name="Overleg: vraag en besluit").click()
    look(page, "besprekingen")
    expect(page.get_by_text("Hij vertrouwt Jan.")).to_be_visible()


def test_the_cards_of_the_method_are_found_walked_and_seen(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/mensen")
    page.get_by_role("link", name="Methodiek").click()
    look(page, "methodiek")
    page.get_by_label("Zoek een woord").fill("wondervraag")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Activerende vragen").click()
    look(page, "methodiek-kaart")
    page.goto("/methodiek/hulpvraagschema/lopen?a=probleem&a=ja")
    look(page, "hulpvraagschema")
    page.goto("/methodiek/disciplinevenster?met=Samen naar de woningbouw")
    look(page, "disciplinevenster")
