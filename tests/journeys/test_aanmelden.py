"""The way in, the way out of sight, and words that were typed when the session was over."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browser import PHONE, Look, NewContext, sign_in
from tests.journeys.op_weg import begin_contact, tap_notitie, write_notitie
from tests.journeys.server import Server


def test_a_wrong_password_first_and_then_the_right_one(new_context: NewContext, server: Server, look: Look) -> None:
    page = new_context(base_url=server.url).new_page()
    page.goto("/mensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    look(page, "aanmelden")
    page.get_by_label("E-mail").fill(server.workers[0].email)
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Dit lukt niet.")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_value(server.workers[0].email)
    look(page, "aanmelden-fout")
    page.get_by_label("Wachtwoord").fill(server.workers[0].wachtwoord)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def test_a_password_can_be_looked_at_while_one_types(new_context: NewContext, server: Server, look: Look) -> None:
    page = new_context(base_url=server.url).new_page()
    page.goto("/aanmelden")
    page.get_by_label("E-mail").fill(server.workers[0].email)
    field = page.get_by_label("Wachtwoord")
    field.press_sequentially("Kanarie")
    field.press("ArrowLeft")
    page.get_by_role("button", name="Toon wachtwoord").tap()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value("Kanarie")
    expect(field).to_be_focused()
    assert field.evaluate("field => field.selectionStart") == len("Kanari")
    look(page, "aanmelden-toon-wachtwoord")
    # with the keyboard too, and nothing was sent
    button = page.get_by_role("button", name="Verberg wachtwoord")
    button.focus()
    page.keyboard.press("Enter")
    expect(field).to_have_attribute("type", "password")
    expect(page.get_by_role("button", name="Toon wachtwoord")).to_be_focused()
    expect(page).to_have_url(f"{server.url}/aanmelden")
    page.keyboard.press("Enter")
    # what is sent is a password again, for the browser that offers to keep it
    sent = page.evaluate(
        """() => new Promise(done => {
          document.addEventListener('submit', event => {
            event.preventDefault();
            done(document.querySelector('[name=wachtwoord]').type);
          });
          document.querySelector('main form button[type=submit]').click();
        })"""
    )
    assert sent == "password"


def test_each_password_has_a_button_of_its_own(worker_page: Page, server: Server, look: Look) -> None:
    page = worker_page
    page.get_by_role("link", name="Verberg").first.tap()
    expect(page.get_by_role("button", name="Toon wachtwoord")).to_be_visible()
    look(page, "verborgen-toon-wachtwoord")
    page.locator("input[type=password]").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Ga verder").click()
    page.goto("/account/wachtwoord")
    if page.get_by_role("button", name="Ga verder").count():
        page.locator("input[type=password]").fill(server.workers[0].wachtwoord)
        page.get_by_role("button", name="Ga verder").click()
    for label in ("Wachtwoord dat je nu hebt", "Nieuw wachtwoord"):
        page.get_by_role("button", name=re.compile(f"Toon wachtwoord ?: {label}")).tap()
        expect(page.get_by_label(label, exact=True)).to_have_attribute("type", "text")
    # a password that is shown is no word that must wait for the next time
    page.get_by_label("Nieuw wachtwoord", exact=True).fill("Kanarie")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or "") if request.method == "POST" else None)
    page.get_by_role("link", name="Verberg").first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    assert asked
    assert not any("Kanarie" in one for one in asked)


def test_without_scripts_a_password_stays_hidden(page_no_js: Page) -> None:
    page_no_js.goto("/aanmelden")
    expect(page_no_js.get_by_role("button", name="Toon wachtwoord")).to_have_count(0)


def test_hidden_nothing_can_be_read_until_the_password_is_given(worker_page: Page, server: Server, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Rachid")
    write_notitie(page, casus, "De post ligt ongeopend in de gang.")
    page.get_by_role("link", name="Verberg").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    look(page, "verborgen")
    for _ in range(3):
        _expect_nothing_of(page, "Rachid", "ongeopend", casus.rsplit("/", 1)[1])
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit lukt niet. Kijk of je wachtwoord klopt.")
    look(page, "verborgen-fout")
    page.get_by_label("Wachtwoord").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator(".notitie .woorden")).to_have_text("De post ligt ongeopend in de gang.")
    expect(page).to_have_url(casus)


def test_words_typed_when_the_session_was_over_are_sealed_and_sent_after_signing_in(
    worker_page: Page, server: Server
) -> None:
    page = worker_page
    casus = begin_contact(page, "Wil")
    tap_notitie(page)
    page.keyboard.type("Zij zei: 'Ik ga liever niet naar buiten.'")
    page.context.clear_cookies()
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden. Log in om te versturen.")
    assert "Ik ga liever niet" not in page.content()
    with page.expect_response("**/verzegeld"):
        sign_in(page, server.workers[0])
    page.goto(casus)
    expect(page.locator(".notitie .woorden")).to_have_text("Zij zei: 'Ik ga liever niet naar buiten.'")


def test_without_scripts_words_typed_when_the_session_was_over_go_along_through_the_sign_in(
    page_no_js: Page, server: Server, look: Look
) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    casus = begin_contact(page, "Willeke")
    tap_notitie(page)
    page.keyboard.type("Zij zei: 'Ik ga liever niet naar buiten.'\nDat <zegt> & schrijft zij.")
    page.locator("label").filter(has_text="zegt zelf").click()
    page.context.clear_cookies()
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_text("Je was niet meer aangemeld. Wat je typte gaat mee")).to_be_visible()
    look(page, "aanmelden-met-woorden")
    page.get_by_label("E-mail").fill(server.workers[0].email)
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_label("Wachtwoord").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog niet bewaard")
    look(page, "nog-niet-bewaard")
    page.get_by_role("button", name="Bewaar alsnog").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page).to_have_url(casus)
    notitie = page.locator(".notitie")
    expect(notitie).to_have_count(1)
    expect(notitie.locator(".woorden")).to_have_text(
        "Zij zei: 'Ik ga liever niet naar buiten.'\nDat <zegt> & schrijft zij.", use_inner_text=True
    )
    expect(notitie).to_contain_text("zegt zelf")
    page.goto("/herhalen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")


def test_words_sent_from_one_tab_while_another_hid_the_screen_come_back(worker_page: Page, server: Server) -> None:
    page = worker_page
    casus = begin_contact(page, "Ineke")
    other = page.context.new_page()
    other.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    other.goto(page.url)
    tap_notitie(page)
    page.keyboard.type("Haar zus belt elke dag.")
    other.get_by_role("link", name="Verberg").tap()
    expect(other.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    page.get_by_label("Wachtwoord").fill(server.workers[0].wachtwoord)
    with page.expect_response("**/verzegeld"):
        page.get_by_role("button", name="Ga verder").click()
    page.goto(casus)
    expect(page.locator(".notitie .woorden")).to_have_text("Haar zus belt elke dag.")


def test_without_scripts_one_signs_in_hides_and_comes_back(page_no_js: Page, server: Server, look: Look) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    casus = begin_contact(page, "Joke")
    page.get_by_role("link", name="Verberg").click()
    look(page, "verborgen-zonder-js")
    page.get_by_label("Wachtwoord").fill(server.workers[0].wachtwoord)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Joke")
    expect(page).to_have_url(casus)


def _expect_nothing_of(page: Page, *woorden: str) -> None:
    shown = f"{page.title()} {page.url} {page.content()}"
    found = [woord for woord in woorden if woord in shown]
    assert not found, f"{found} can be read at {page.url}"
