"""The sheet on which a notitie is written: fast, with one hand, and the words stay until they are saved."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.browser import PHONE, Look, check_targets, find_wide, sign_in
from tests.journeys.op_weg import begin_contact, open_frans, tap_notitie, wait_until_sent, write_notitie
from tests.journeys.server import Server
from tests.tools.axe import check_axe

VELD = "Wat hoor je of zie je?"
KEYBOARD = 300


def save(page: Page) -> None:
    page.get_by_role("button", name="Bewaar", exact=True).tap()


def test_the_sheet_opens_without_asking_the_server_anything(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    tap_notitie(page)
    expect(page.get_by_role("heading", name="Notitie over Frans")).to_be_visible()
    expect(page.locator("dialog input:checked")).to_have_count(0)
    page.context.set_offline(False)
    look(page, "blad")


def test_after_an_empty_one_the_sheet_opens_as_before(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    tap_notitie(page)
    save(page)
    expect(page.locator("#blad-fout")).to_contain_text("Schrijf eerst iets op")
    page.keyboard.press("Escape")
    open_frans(page)
    tap_notitie(page)
    expect(page.locator("dialog[open]")).to_be_visible()
    expect(page.locator("#blad-fout")).to_be_empty()


def test_words_of_a_sheet_that_was_closed_are_known_on_the_next_page(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Iemand die begint")
    tap_notitie(page)
    page.keyboard.type("Eerste gedachte, half.")
    with page.expect_response(lambda answer: answer.url.endswith("/concept")):
        page.keyboard.press("Escape")
    page.goto(f"{casus}/netwerk")
    page.get_by_role("link", name="Notitie", exact=True).tap()
    expect(page.get_by_text("Je begon hier om")).to_be_visible()
    expect(page.get_by_label(VELD)).to_have_value("Eerste gedachte, half.")


def test_the_bar_stays_as_it_is_under_a_mouse(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        knop = page.locator(".snelbalk .hoofd")
        rust = knop.bounding_box()
        knop.hover()
        assert knop.bounding_box() == rust, width


@pytest.mark.parametrize(
    "waar",
    [
        "",
        "/leefgebieden",
        "/leefgebieden/dag",
        "/netwerk",
        "/afspraken",
        "/spiekbrief",
        "/openvragen",
        "/vragen/eropaf",
    ],
)
def test_it_opens_from_every_page_of_a_person(worker_page: Page, waar: str) -> None:
    page = worker_page
    open_frans(page)
    frans = page.url
    page.goto(frans + waar)
    before = page.locator("main").inner_text()
    tap_notitie(page)
    page.keyboard.type("Van hieruit opgeschreven.")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page).to_have_url(frans + waar)
    assert len(page.locator("main").inner_text()) >= len(before) // 2
    page.goto(frans)
    expect(page.locator(".notitie").first).to_contain_text("Van hieruit opgeschreven.")


def test_the_page_stays_where_it_was_and_shows_what_was_written(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    page.evaluate("scrollTo(0, 600)")
    page.evaluate("document.querySelector('a[data-notitie]').click()")
    page.keyboard.type("Bovenaan, maar ik lees hier.")
    save(page)
    expect(page.locator("dialog[data-blad]")).to_be_hidden()
    expect(page.locator(".notitie").first).to_contain_text("Bovenaan, maar ik lees hier.")
    assert page.evaluate("scrollY") == 600
    # what it says stands where one looks, and covers nothing that was there
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.get_by_role("status")).to_be_in_viewport()
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_label(VELD)).to_have_value("Bovenaan, maar ik lees hier.")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard")


def test_nothing_but_bewaar_is_covered_by_the_keyboard(worker_page: Page, look: Look) -> None:
    """A keyboard takes 300 px of a phone: the browser makes the window smaller, and what is needed still fits."""
    page = worker_page
    open_frans(page)
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"] - KEYBOARD})
    tap_notitie(page)
    for what in (
        page.get_by_label(VELD),
        page.locator("label.chip").filter(has_text="verklaart"),
        page.get_by_role("button", name="Bewaar", exact=True),
        page.get_by_role("button", name="En nog één"),
    ):
        expect(what).to_be_in_viewport(ratio=1)
    look(page, "blad-toetsenbord")


def test_a_browser_that_lays_its_keyboard_over_the_page_is_followed(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    tap_notitie(page)
    page.evaluate(
        """least => {
          Object.defineProperty(visualViewport, 'height', {configurable: true, get: () => innerHeight - least});
          visualViewport.dispatchEvent(new Event('resize'));
        }""",
        KEYBOARD,
    )
    box = page.get_by_role("button", name="Bewaar", exact=True).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"] - KEYBOARD


def test_sluit_keeps_the_words_and_the_next_tap_gives_them_back(worker_page: Page) -> None:
    page = worker_page
    begin_contact(page, "Gijs")
    tap_notitie(page)
    page.keyboard.type("Half af.")
    page.get_by_role("button", name="Sluit").tap()
    expect(page.get_by_role("link", name="Notitie", exact=True)).to_be_focused()
    tap_notitie(page)
    expect(page.get_by_label(VELD)).to_have_value("Half af.")
    page.keyboard.press("Escape")
    tap_notitie(page)
    expect(page.get_by_label(VELD)).to_have_value("Half af.")


def test_keys_alone_are_enough(worker_page: Page) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Notitie", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Zonder te tikken.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("zegt zelf", exact=True)).to_be_checked()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.locator(".notitie").first).to_contain_text("zegt zelf")
    expect(page.get_by_role("link", name="Notitie", exact=True)).to_be_focused()


def test_en_nog_een_stays_open_and_says_so(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Yusra")
    tap_notitie(page)
    for tekst in ("Eerste.", "Tweede."):
        page.keyboard.type(tekst)
        page.get_by_role("button", name="En nog één").tap()
        expect(page.get_by_label(VELD)).to_have_value("")
        expect(page.get_by_label(VELD)).to_be_focused()
        expect(page.get_by_role("status")).to_contain_text("Bewaard")
    look(page, "blad-nog-een")
    page.keyboard.type("Derde.")
    save(page)
    expect(page.locator(".notitie .woorden")).to_have_text(["Derde.", "Tweede.", "Eerste."])
    expect(page).to_have_url(casus)
    expect(page.locator("main ~ [data-meldingen], [data-meldingen] ~ main")).to_have_count(1)


def test_an_error_keeps_the_words_and_the_labels(worker_page: Page, look: Look) -> None:
    page = worker_page
    begin_contact(page, "Tonnie")
    tap_notitie(page)
    page.locator("label.chip").filter(has_text="vroeger").tap()
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Schrijf eerst iets op. Eén woord is genoeg.")
    expect(page.get_by_label("vroeger", exact=True)).to_be_checked()
    expect(page.get_by_label(VELD)).to_be_focused()
    look(page, "blad-fout")
    page.keyboard.type("Koffie.")
    save(page)
    expect(page.locator(".notitie")).to_contain_text("vroeger")


def test_without_a_network_the_words_are_sealed_and_arrive_once(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Ada")
    page.wait_for_load_state("networkidle")
    tap_notitie(page)
    page.keyboard.type("In de kelder is geen bereik.")
    page.context.set_offline(True)
    save(page)
    expect(page.get_by_text("Op slot op dit toestel.")).to_be_visible()
    expect(page.get_by_label(VELD)).to_have_value("")
    page.context.set_offline(False)
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_an_answer_that_gets_lost_gives_one_notitie(worker_page: Page) -> None:
    """The server has it, the phone does not know: sending it again under the same id is welcome."""
    page = worker_page
    casus = begin_contact(page, "Bea")
    tap_notitie(page)
    page.keyboard.type("Twee keer verstuurd.")

    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/notities/nieuw*", lose, times=1)
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Dit is nog niet bewaard.")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard. We hadden deze notitie al.")
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_the_page_of_a_portal_is_not_taken_for_saved(worker_page: Page) -> None:
    page = worker_page
    begin_contact(page, "Cas")
    tap_notitie(page)
    page.keyboard.type("In een hotel.")
    page.route(
        "**/notities/nieuw*",
        lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Welkom! Bewaard</h1>"),
        times=1,
    )
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Dit is nog niet bewaard.")
    expect(page.get_by_label(VELD)).to_have_value("In een hotel.")


def test_signed_out_meanwhile_the_words_wait_for_who_wrote_them(worker_page: Page, server: Server) -> None:
    page = worker_page
    casus = begin_contact(page, "Daan")
    page.wait_for_load_state("networkidle")
    tap_notitie(page)
    page.keyboard.type("Net te laat.")
    other = page.context.new_page()
    other.goto("/instellingen")
    other.get_by_role("button", name="Uitloggen").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    sign_in(page, server.workers[0])
    wait_until_sent(page, casus)
    expect(page.locator(".notitie")).to_contain_text("Net te laat.")
    expect(page.locator(".notitie")).to_have_count(1)


def test_a_losse_notitie_is_as_near_as_any_other(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/mensen")
    page.get_by_role("link", name="Losse notitie", exact=True).tap()
    expect(page.get_by_label(VELD)).to_be_focused()
    page.keyboard.type("Iemand bij de bushalte zei dat ze slecht slaapt.")
    look(page, "blad-losse-notitie")
    save(page)
    expect(page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
    expect(page).to_have_url(re.compile("/mensen$"))
    page.goto("/losse-notities")
    expect(page.locator(".notitie")).to_contain_text("Iemand bij de bushalte")


def test_where_it_was_tapped_is_a_chip_that_can_be_tapped_away(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Eef")
    for weg, labels in ((False, "Nacht"), (True, "Nog geen label. Dat is goed.")):
        page.goto(f"{casus}/leefgebieden/nacht")
        page.get_by_role("link", name="Notitie bij Nacht").tap()
        expect(page.get_by_label("Nacht", exact=True)).to_be_checked()
        page.keyboard.type("Slaapt slecht.")
        if weg:
            page.locator("dialog label.chip").filter(has_text="Nacht").tap()
        else:
            look(page, "blad-nacht")
        save(page)
        expect(page.get_by_role("status")).to_contain_text("Bewaard")
        page.goto(casus)
        expect(page.locator(".notitie").first.locator(".labels")).to_have_text(labels)


def test_what_is_being_filled_in_on_the_page_behind_it_stays(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Fien")
    page.goto(f"{casus}/openvragen")
    page.locator("main input[type=text]").first.fill("Heeft ze een huisarts?")
    tap_notitie(page)
    page.keyboard.type("Tussendoor.")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.locator("main input[type=text]").first).to_have_value("Heeft ze een huisarts?")


@pytest.mark.parametrize("tekst", ["het grootst", "gewoon"])
def test_it_fits_a_small_screen_with_very_large_letters(worker_page: Page, tekst: str) -> None:
    page = worker_page
    page.goto("/instellingen")
    page.get_by_label(tekst, exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    page.set_viewport_size({"width": 320, "height": 640})
    open_frans(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    tap_notitie(page)
    # the word itself, beside its sign
    word = page.locator("dialog").get_by_text("Verberg", exact=True).bounding_box()
    assert word
    assert word["width"] > 44
    assert find_wide(page) == []
    assert check_targets(page) == []
    assert check_axe(page) == []
    page.get_by_role("button", name="Bewaar", exact=True).scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Bewaar", exact=True)).to_be_in_viewport()


def test_the_large_buttons_are_on_the_side_of_the_hand(worker_page: Page) -> None:
    page = worker_page
    page.goto("/instellingen")
    page.get_by_label("Ik ben linkshandig").check()
    page.get_by_role("button", name="Bewaar").click()
    open_frans(page)
    bar = {naam: _left(page, "link", naam) for naam in ("Notitie", "Spiekbrief", "Verberg")}
    assert sorted(bar, key=lambda naam: bar[naam]) == ["Notitie", "Spiekbrief", "Verberg"]
    tap_notitie(page)
    assert _left(page, "button", "Bewaar") < _left(page, "button", "En nog één")


def test_a_long_text_is_counted_without_hurry(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Gijs")
    tap_notitie(page)
    page.get_by_label(VELD).fill("a" * 1799)
    expect(page.locator(".teller")).to_have_count(0)
    page.keyboard.type("b")
    expect(page.locator(".teller")).to_have_text("1.800 tekens. Er passen er 50.000.")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_words_that_wait_are_found_on_the_form_page(worker_page: Page) -> None:
    """A notitie that was begun elsewhere: the link leads to the page that offers to go on or to throw it away."""
    page = worker_page
    casus = begin_contact(page, "Hein")
    write_notitie(page, casus, "Toch nog niet.")
    page.get_by_role("button", name="Maak ongedaan").click()
    page.goto(casus)
    page.get_by_role("link", name="Notitie", exact=True).tap()
    expect(page).to_have_url(re.compile("/notities/nieuw"))
    expect(page.get_by_label(VELD)).to_have_value("Toch nog niet.")


def _left(page: Page, role: str, naam: str) -> float:
    box = page.get_by_role(role, name=naam, exact=True).bounding_box()  # type: ignore[arg-type]  # one of its words
    assert box is not None
    return box["x"]
