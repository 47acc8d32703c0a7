"""The way of what is known of somebody, and of closing and reopening."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look
from tests.journeys.op_weg import open_frans


def test_what_to_mind_is_changed_also_when_two_do_it_at_once(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Naam, bereiken en bezoek").click()
    look(page, "gegevens")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Waar let je op bij een bezoek?").fill("De bel doet het weer")
    other.get_by_role("button", name="Bewaar").click()
    expect(other.get_by_role("status")).to_contain_text("Bewaard")
    page.get_by_label("Waar let je op bij een bezoek?").fill("Bel eerst")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Dit is intussen gewijzigd")).to_be_visible()
    look(page, "gegevens-intussen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")


def test_it_is_closed_with_a_reason_and_opened_again(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    frans = page.url
    page.get_by_role("link", name="Sluit af").click()
    look(page, "afsluiten")
    page.get_by_label("Waarom stop je?").fill("Hij kan het zelf weer.")
    page.get_by_role("button", name="Sluit af").click()
    expect(page.get_by_role("status")).to_contain_text("Heropenen kan altijd.")
    page.goto(f"{frans}/afsluiten")
    look(page, "heropenen")
    page.get_by_role("button", name="Heropen").click()
    expect(page.get_by_role("status")).to_contain_text("Weer open")
