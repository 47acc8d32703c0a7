"""Hiding the screen: at once, with the words kept, and only the server opens it again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, sign_in
from tests.journeys.op_weg import begin_contact, open_frans, tap_notitie
from tests.journeys.server import Server
from tests.tools.axe import check_axe

COVERED = "document.querySelector('dialog[data-dek]').open"
WORDS = "Kanarie in de kerstboom."
SAFE = "Wat je typte is bewaard."


def come_back(page: Page, server: Server) -> None:
    expect(page).to_have_url(re.compile("/verborgen$"))
    page.locator("input[type=password]").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Ga verder").click()


def expect_gone(page: Page, words: str = "Frans") -> None:
    """Locked on the server, and nothing of it left in the page or its title; going back shows nothing either."""
    expect(page).to_have_url(re.compile("/verborgen$"))
    expect(page).to_have_title("Notities - leefgebieden")
    assert words not in page.content()
    page.go_back()
    expect(page).to_have_url(re.compile("/verborgen$"))
    assert words not in page.content()


def test_one_tap_covers_in_the_same_moment_and_then_locks(worker_page: Page, server: Server, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.wait_for_load_state("networkidle")
    # in the handler of the tap itself, before anything can be painted or asked
    covered = page.evaluate(
        f"() => {{ document.querySelector('a[data-verberg]').click(); return [{COVERED}, document.title]; }}"
    )
    assert covered == [True, "Notities"]
    expect(page).to_have_url(re.compile("/verborgen$"))
    expect(page.get_by_text("Wat je bewaarde is er nog.")).to_be_visible()
    look(page, "verborgen-na-verberg")
    come_back(page, server)
    expect(page.get_by_role("heading", level=1)).to_have_text("Frans")
    page.get_by_role("link", name="Verberg").tap()
    expect_gone(page)


def test_the_cover_lets_nothing_through(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    tap_notitie(page)
    page.keyboard.type(WORDS)
    page.context.set_offline(True)
    page.locator("dialog").get_by_role("link", name="Verberg").tap()
    expect(page.get_by_text("Je scherm is afgedekt en nog niet op slot.")).to_be_visible()
    at_every_corner = page.evaluate(
        """() => [[1, 1], [195, 400], [388, 842], [195, 800]].every(([x, y]) =>
             document.elementFromPoint(x, y).closest('[data-dek]'))"""
    )
    assert at_every_corner
    for _ in range(3):
        page.keyboard.press("Escape")
    assert page.evaluate(COVERED)
    look(page, "dek-zonder-internet")


def test_words_in_the_sheet_are_given_back(worker_page: Page, server: Server) -> None:
    page = worker_page
    casus = begin_contact(page, "Roos")
    tap_notitie(page)
    page.keyboard.type(WORDS)
    page.locator("dialog label.chip").filter(has_text="zie ik").tap()
    page.locator("dialog").get_by_role("link", name="Verberg").tap()
    expect(page.get_by_text(SAFE)).to_be_visible()
    expect_gone(page, WORDS)
    come_back(page, server)
    _save_what_waited(page, casus)
    expect(page.locator(".notitie")).to_contain_text(WORDS)
    expect(page.locator(".notitie .labels")).to_have_text("gezien")
    expect(page.locator(".notitie")).to_have_count(1)


def test_words_in_any_other_form_are_given_back(worker_page: Page, server: Server) -> None:
    page = worker_page
    page.goto("/mensen/nieuw")
    page.get_by_label("Hoe noem je deze persoon?").fill("Kanarie")
    page.get_by_label("Eropaf", exact=True).check()
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.get_by_text(SAFE)).to_be_visible()
    expect_gone(page, "Kanarie")
    come_back(page, server)
    expect(page.get_by_text("Kanarie").or_(page.locator("[value=Kanarie]")).first).to_be_attached()


def test_shift_three_times_hides_and_capitals_do_not(worker_page: Page) -> None:
    page = worker_page
    begin_contact(page, "Sil")
    tap_notitie(page)
    page.keyboard.type("A B C D")
    for letter in "EFGH":
        page.keyboard.press(f"Shift+{letter}")
    assert not page.evaluate(COVERED)
    for _ in range(3):
        page.keyboard.press("Shift")
    expect_gone(page, "A B C D")


def test_shift_slowly_is_no_sign(worker_page: Page) -> None:
    page = worker_page
    page.clock.install()
    open_frans(page)
    for _ in range(4):
        page.keyboard.press("Shift")
        page.clock.fast_forward(2_600)
    assert not page.evaluate(COVERED)


@pytest.mark.parametrize(("keuze", "minuten"), [("na 1 minuut", 1), ("na 2 minuten", 2), ("na 5 minuten", 5)])
def test_it_hides_by_itself_after_the_minutes_that_were_chosen(worker_page: Page, keuze: str, minuten: int) -> None:
    page = worker_page
    page.clock.install()
    page.goto("/instellingen")
    page.get_by_label(keuze, exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    open_frans(page)
    page.clock.fast_forward((minuten * 60 - 5) * 1_000)
    assert not page.evaluate(COVERED)
    page.mouse.move(100, 100)
    page.clock.fast_forward(50_000)
    assert not page.evaluate(COVERED)
    page.clock.fast_forward(minuten * 60_000)
    expect_gone(page)


def test_never_is_a_choice_too(worker_page: Page) -> None:
    page = worker_page
    page.clock.install()
    page.goto("/instellingen")
    page.get_by_label("nooit", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    open_frans(page)
    page.clock.fast_forward(60 * 60_000)
    assert not page.evaluate(COVERED)


def test_without_a_network_it_covers_keeps_the_words_and_locks_as_soon_as_it_can(
    worker_page: Page, server: Server
) -> None:
    page = worker_page
    casus = begin_contact(page, "Teun")
    tap_notitie(page)
    page.keyboard.type(WORDS)
    page.context.set_offline(True)
    page.locator("dialog").get_by_role("link", name="Verberg").tap()
    expect(page.get_by_text("nog niet op slot")).to_be_visible()
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    page.context.set_offline(False)
    expect_gone(page, WORDS)
    come_back(page, server)
    _save_what_waited(page, casus)
    expect(page.locator(".notitie")).to_contain_text(WORDS)


def test_covered_without_a_network_one_can_still_write(worker_page: Page, server: Server, look: Look) -> None:
    """In another tab: the covered page keeps what was typed, and locks as soon as it can."""
    page = worker_page
    page.evaluate("() => navigator.serviceWorker.ready")
    casus = begin_contact(page, "Bo")
    page.wait_for_load_state("networkidle")
    tap_notitie(page)
    page.keyboard.type(WORDS)
    page.context.set_offline(True)
    page.locator("dialog").get_by_role("link", name="Verberg").tap()
    write = page.get_by_role("link", name="Nieuwe notitie")
    expect(write).to_be_visible()
    look(page, "dek-nieuwe-notitie")
    with page.context.expect_page() as opened:
        write.tap()
    expect(opened.value).to_have_url(re.compile("/zonder-internet/notitie$"))
    expect(opened.value.get_by_label("Wat hoor je of zie je?")).to_be_visible()
    opened.value.close()
    expect(page.get_by_text("nog niet op slot")).to_be_visible()
    page.context.set_offline(False)
    expect_gone(page, WORDS)
    come_back(page, server)
    _save_what_waited(page, casus)
    expect(page.locator(".notitie")).to_contain_text(WORDS)


def test_a_page_that_nobody_looks_at_is_covered_and_comes_back(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    page.wait_for_load_state("networkidle")
    show = """to => {
      Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => to});
      document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(show, "hidden")
    assert page.evaluate(COVERED)
    assert page.title() == "Notities"
    page.evaluate(show, "visible")
    assert not page.evaluate(COVERED)
    assert page.title() == "Verhaal - leefgebieden"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_covered_it_can_be_read_by_everybody(worker_page: Page, scheme: str) -> None:
    page = worker_page
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.set_viewport_size({"width": 320, "height": 640})
    open_frans(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.context.set_offline(True)
    page.evaluate("document.querySelector('a[data-verberg]').click()")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_focused()
    assert check_axe(page) == []


def test_the_same_works_without_scripts(page_no_js: Page, server: Server) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    open_frans(page)
    page.get_by_role("link", name="Verberg").tap()
    expect_gone(page)


def _save_what_waited(page: Page, casus: str) -> None:
    """The words are where they were being typed: one tap, and they stand in the form."""
    page.goto(casus)
    page.get_by_role("link", name="Notitie", exact=True).tap()
    expect(page.get_by_text("Je begon hier om")).to_be_visible()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
    page.goto(casus)
