"""Steps that many ways begin with."""

from playwright.sync_api import Page, expect


def open_frans(page: Page) -> None:
    """From anywhere to the page of Frans, who is in the demo."""
    page.goto("/mensen")
    page.locator(".lijst").get_by_role("link", name="Frans").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Frans")


def begin_contact(page: Page, naam: str) -> str:
    """From anywhere to the page of somebody new; the address of that page."""
    page.goto("/mensen/nieuw")
    page.get_by_label("Hoe noem je deze persoon?").fill(naam)
    page.get_by_label("Eropaf", exact=True).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(naam)
    return page.url


def write_notitie(page: Page, casus: str, tekst: str) -> None:
    """From the address of a person: write this down, and be back at Verhaal."""
    page.goto(f"{casus}/notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").fill(tekst)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")


def tap_notitie(page: Page) -> None:
    """One tap on Notitie, and then nothing more: the cursor must stand in the field by itself."""
    page.get_by_role("link", name="Notitie", exact=True).tap()
    expect(page.get_by_label("Wat hoor je of zie je?")).to_be_focused()
