"""Steps that many ways begin with."""

import time

from playwright.sync_api import Page, expect

WAITING = """() => new Promise(done => {
  const asked = indexedDB.open('leefgebieden');
  asked.onsuccess = () => {
    const got = asked.result.transaction('rij').objectStore('rij').getAll();
    got.onsuccess = () => { asked.result.close(); done(got.result.map(item => item.staat)); };
  };
})"""
"""What waits in the drawer of this device, by its state. Asked without our own scripts."""


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
    # the tests of a module share their people, and some have the same name
    toch = page.get_by_role("button", name="Begin toch")
    expect(toch.or_(page.locator("body[data-persoon]")).first).to_be_visible()
    if toch.is_visible():
        toch.click()
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


def wait_until_sent(page: Page, naar: str) -> None:
    """Be at this address, as it is once nothing waits on this device any more."""
    page.goto(naar)
    wait_until(page, f"async () => (await ({WAITING})()).every(staat => staat === 'bewaard')")
    page.goto(naar)


def wait_until(page: Page, question: str) -> None:
    """Ask the page until it says yes; a question about the drawer takes a moment itself."""
    until = time.monotonic() + 10
    while not page.evaluate(question):
        assert time.monotonic() < until, question
        page.wait_for_timeout(50)
