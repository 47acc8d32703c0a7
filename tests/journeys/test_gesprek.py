"""The way of a gesprek: contact does not succeed, it is tried again, and then it does."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look
from tests.journeys.op_weg import open_frans


def test_contact_does_not_succeed_and_is_tried_again(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Gesprek noteren of plannen").click()
    look(page, "gesprek-nieuw")
    page.get_by_label("contact niet gelukt", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Probeer opnieuw").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gesprek plannen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul de dag in.")
    look(page, "gesprek-gepland")
    page.get_by_label("Welke dag?").fill("2030-07-21")
    page.get_by_label("Hoe laat?").fill("14:30")
    page.get_by_label("Waar?").fill("koffie op de markt")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="zo 21 juli 2030 om 14:30").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hoe ging het gesprek?")
    look(page, "gesprek-wijzig")
    page.get_by_label("Welke dag?").fill("2026-01-21")
    page.get_by_label("contact gelukt", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Frans")
