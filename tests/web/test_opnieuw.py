"""Signing in again, for what should not happen by somebody who found the device."""

import pytest
from flask import Flask, request

from leefgebieden.web.gate import signed_in
from leefgebieden.web.opnieuw import need_fresh_sign_in
from tests.pages import PagesClient
from tests.people import WACHTWOORD, Clock

pytestmark = pytest.mark.usefixtures("real_limits")


@pytest.fixture
def app_with_export(app: Flask) -> Flask:
    """The app, with something in it that must be asked for twice."""

    @signed_in
    @need_fresh_sign_in
    def export() -> str:
        return f"uitgevoerd: {request.form.get('reden', '')}"

    app.add_url_rule("/uitvoer", "uitvoer", export, methods=["GET", "POST"])
    return app


@pytest.fixture
def client_with_export(app_with_export: Flask, client: PagesClient) -> PagesClient:
    return client


def test_just_after_signing_in_nothing_is_asked(client_with_export: PagesClient) -> None:
    assert client_with_export.client.get("/uitvoer").status_code == 200


def test_after_five_minutes_the_password_is_asked_and_then_it_goes_on(
    client_with_export: PagesClient, clock: Clock
) -> None:
    client = client_with_export
    clock.move(minutes=4)
    client.get("/mensen")
    clock.move(minutes=1, seconds=1)
    assert client.get("/uitvoer", status=303).location == "/opnieuw-aanmelden"
    assert client.get("/opnieuw-aanmelden").h1 == "Ben jij het nog?"
    page = client.submit("/opnieuw-aanmelden", {"wachtwoord": "mis"}, status=400)
    assert "Dit lukt niet." in page.text
    assert client.submit("/opnieuw-aanmelden", {"wachtwoord": WACHTWOORD}, follow=False).location == "/uitvoer"
    assert client.client.get("/uitvoer").status_code == 200


def test_a_form_that_comes_too_late_keeps_its_words(client_with_export: PagesClient, clock: Clock) -> None:
    client = client_with_export
    clock.move(minutes=4)
    client.get("/mensen")
    clock.move(minutes=2)
    page = client.post("/uitvoer", {"reden": "De gemeente vraagt erom."})
    assert page.h1 == "Ben jij het nog?"
    page = client.submit("/opnieuw-aanmelden", {"wachtwoord": WACHTWOORD})
    assert page.h1 == "Nog niet bewaard"
    assert "De gemeente vraagt erom." in page.text


def test_guessing_here_is_slow_too(client_with_export: PagesClient, clock: Clock) -> None:
    client_with_export.get("/opnieuw-aanmelden")
    for _ in range(5):
        client_with_export.submit("/opnieuw-aanmelden", {"wachtwoord": "mis"}, status=400)
    page = client_with_export.submit("/opnieuw-aanmelden", {"wachtwoord": WACHTWOORD}, status=400)
    assert "Wacht 5 seconden." in page.text
