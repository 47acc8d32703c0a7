"""The way of the settings, help, and wiping the device."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look


def test_dark_and_large_hold_and_wiping_ends_it(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.get_by_role("link", name="Instellingen").click()
    look(page, "instellingen")
    page.get_by_label("donker", exact=True).check()
    page.get_by_label("het grootst", exact=True).check()
    page.get_by_label("Ik ben linkshandig").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("html")).to_have_class("donker tekst-grootst linkshandig")
    look(page, "instellingen-grootst")
    page.get_by_role("link", name="Hulp").click()
    look(page, "hulp-grootst")
    page.goto("/instellingen")
    page.get_by_role("button", name="Wis dit toestel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit toestel is gewist")
    look(page, "gewist")
    page.goto("/mensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    expect(page.locator("html")).not_to_have_class("donker tekst-grootst linkshandig")


def test_help_and_the_pages_for_when_something_is_not_there(worker_page: Page, look: Look) -> None:
    page = worker_page
    for naam, pad in (("hulp", "/hulp"), ("geen-internet", "/geen-internet"), ("niet-gevonden", "/bestaat-niet")):
        page.goto(pad)
        look(page, naam)
