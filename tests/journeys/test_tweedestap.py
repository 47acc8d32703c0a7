"""The second step in a real browser: a passkey, an app with codes, and all of it without scripts."""

import re
from urllib.parse import parse_qs

import pyotp
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, NewContext, sign_in
from tests.journeys.server import Server


@pytest.fixture
def server(own_server: Server) -> Server:
    """One a test: how the first worker signs in is not as it was afterwards."""
    return own_server


@pytest.fixture
def device(worker_page: Page) -> Page:
    """A phone that makes passkeys and opens them with a finger."""
    cdp = worker_page.context.new_cdp_session(worker_page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return worker_page


def test_a_passkey_is_made_and_one_signs_in_with_it(device: Page, look: Look) -> None:
    page = device
    page.goto("/account")
    look(page, "account")
    page.get_by_role("link", name="Ander wachtwoord").click()
    look(page, "wachtwoord")
    page.goto("/account/tweede-stap")
    look(page, "tweede-stap")
    page.get_by_role("button", name="Log voortaan in met dit apparaat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze herstelcodes")
    expect(page.locator("code")).to_have_count(10)
    look(page, "herstelcodes")
    page.goto("/account/tweede-stap")
    expect(page.get_by_role("button", name="Haal weg")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    look(page, "aanmelden-passkey")
    page.get_by_role("button", name="Log in met je telefoon").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    # the same finger opens a screen that was hidden, and says who sits there
    page.get_by_role("link", name="Verberg").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")
    look(page, "verborgen-passkey")
    page.get_by_role("button", name="Ga verder met je telefoon").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    # on this device that way stands first from now on, without waiting for a script
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    look(page, "aanmelden-bekend")
    first, second = page.locator("main form").all()
    assert first.get_attribute("data-passkey")
    assert first.get_attribute("hidden") is None
    assert second.get_attribute("action") == "/aanmelden"


def test_a_finger_of_somebody_else_opens_no_screen(device: Page, new_context: NewContext, server: Server) -> None:
    page = device
    page.goto("/account/tweede-stap")
    page.get_by_role("button", name="Log voortaan in met dit apparaat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze herstelcodes")
    page.goto("/verberg")
    # what the device answers is caught on its way, and is as good as ever
    page.route("**/verborgen", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    with page.expect_request(lambda sent: sent.method == "POST" and sent.url.endswith("/verborgen")) as caught:
        page.get_by_role("button", name="Ga verder met je telefoon").click()
    answer = parse_qs(caught.value.post_data or "")["antwoord"][0]

    other = new_context(base_url=server.url).new_page()
    sign_in(other, server.workers[1])
    other.goto("/verberg")
    send = """antwoord => {
      const form = document.querySelector('main form');
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'antwoord', value: antwoord }));
      form.submit();
    }"""
    other.evaluate(send, answer)
    expect(other.get_by_text("Dat lukte niet.")).to_be_visible()
    other.goto("/mensen")
    expect(other.get_by_role("heading", level=1)).to_have_text("Scherm is verborgen")


def test_words_of_somebody_signed_out_come_along_with_a_passkey(device: Page) -> None:
    page = device
    page.goto("/account/tweede-stap")
    page.get_by_role("button", name="Log voortaan in met dit apparaat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze herstelcodes")
    page.goto("/losse-notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").fill("Kanarie op reis")
    page.context.clear_cookies()
    page.evaluate("document.querySelector('main form').submit()")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    page.get_by_role("button", name="Log in met je telefoon").click()
    expect(page.get_by_role("blockquote")).to_have_text("Kanarie op reis")


def test_after_the_password_a_passkey_is_the_second_step(device: Page, server: Server, look: Look) -> None:
    page = device
    page.goto("/account/tweede-stap")
    page.get_by_role("button", name="Log voortaan in met dit apparaat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze herstelcodes")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    sign_in(page, server.workers[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    look(page, "nog-een-stap")
    page.get_by_role("button", name="Log in met je telefoon").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")


def test_without_scripts_an_app_with_codes_is_set_up_and_used(
    page_no_js: Page, new_context: NewContext, server: Server, look: Look
) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    page.goto("/account/tweede-stap")
    expect(page.get_by_role("button", name="Log voortaan in met dit apparaat")).to_be_hidden()
    page.get_by_role("button", name="Stel een app in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stel een app in")
    look(page, "app-instellen")
    link = page.locator("a[href^='otpauth:']").get_attribute("href") or ""
    app = pyotp.parse_uri(link)
    assert isinstance(app, pyotp.TOTP)
    page.get_by_label("Code").fill(app.now())
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator("code")).to_have_count(10)
    code = page.locator("code").first.inner_text()
    assert re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", code)
    page.get_by_role("button", name="Uitloggen").click()
    sign_in(page, server.workers[0])
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("status")).to_contain_text("Je hebt er nog 9.")
