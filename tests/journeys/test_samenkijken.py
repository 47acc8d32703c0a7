"""Samen kijken on a phone in the middle of the table, with and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, sign_in
from tests.journeys.op_weg import open_frans
from tests.journeys.server import Server


@pytest.mark.parametrize("scripts", [True, False])
def test_the_person_looks_along_and_the_worker_finds_what_he_said(
    worker_page: Page, page_no_js: Page, server: Server, look: Look, scripts: bool
) -> None:
    page = worker_page if scripts else page_no_js
    if not scripts:
        sign_in(page, server.workers[0])
    open_frans(page)
    frans = page.url
    page.get_by_role("link", name="Samen kijken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat Frans straks ziet")
    look(page, f"samen-kijken-vooraf-{scripts}")
    page.get_by_role("button", name="Laat zien").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samen kijken")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.tafel__regel p')).fontSize)") >= 22
    expect(page.get_by_text("gedachte")).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"^Klopt niet\s*:")).first.tap()
    page.get_by_role("button", name=re.compile(r"^Hier wil ik over praten\s*: Nacht")).tap()
    expect(page.locator("[aria-pressed=true]")).to_have_count(2)
    look(page, f"samen-kijken-{scripts}")
    page.goto("/mensen")
    expect(page).to_have_url(re.compile("/verborgen$"))
    assert "Frans" not in page.content()
    page.locator("input[type=password]").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    page.goto(frans)
    expect(page.get_by_role("heading", name="Na samen kijken")).to_be_visible()
    look(page, f"na-samen-kijken-{scripts}")
    page.get_by_role("button", name=re.compile(r"^Klaar\s*: klopt niet")).tap()
    expect(page.get_by_role("button", name=re.compile(r"^Klaar\s*: "))).to_have_count(1)


def test_klaar_covers_at_once_and_locks(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    page.goto(f"{page.url}/samen-kijken")
    page.get_by_role("button", name="Laat zien").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samen kijken")
    page.get_by_role("link", name="Klaar").tap()
    expect(page).to_have_url(re.compile("/verborgen$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/verborgen$"))
    assert "Frans" not in page.content()


def test_the_screen_stays_on_where_somebody_only_reads(worker_page: Page) -> None:
    """Headless Chromium has no screen: what is asked of it, and let go, is counted here."""
    page = worker_page
    page.add_init_script(
        """window.asked = [];
        Object.defineProperty(navigator, 'wakeLock', {value: {request: what => {
          window.asked.push(what);
          return Promise.resolve({addEventListener() {}, release() { window.asked.push('weg'); }});
        }}});"""
    )
    open_frans(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("asked") == []
    page.goto(f"{page.url}/spiekbrief")
    page.wait_for_function("asked.length === 1")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("asked") == ["screen", "weg"]
