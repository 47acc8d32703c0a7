"""Signing in with the account of the organisation, against a real provider on loopback."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask

from leefgebieden.domain.mens import Mens
from tests.pages import PagesClient, make_client
from tests.people import Clock
from tests.web.provider import CLIENT_ID, CLIENT_SECRET, Provider, serve_provider


@pytest.fixture
def provider(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """The app signs in there; it says that Anja is Anja."""
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    with serve_provider() as provider:
        provider.claims = {"email": "Anja@team.test", "email_verified": True}
        app.config.update(OIDC_ISSUER=provider.issuer, OIDC_CLIENT_ID=CLIENT_ID, OIDC_CLIENT_SECRET=CLIENT_SECRET)
        yield provider


def go_round(client: PagesClient, url: str = "/aanmelden/organisatie") -> str:
    """To the provider and back, as a browser would; gives where the app sends one then."""
    there = client.get(url, status=302).response.headers["Location"]
    back = requests.get(there, allow_redirects=False, timeout=10)
    assert back.status_code == 302, back.text
    parts = urlsplit(back.headers["Location"])
    with client.app.app_context():  # of its own, as in pages.py
        return client.client.get(f"{parts.path}?{parts.query}").headers["Location"]


def test_one_signs_in_with_the_organisation_and_gets_where_one_was_going(
    provider: Provider, visitor: PagesClient, anja: Mens, samira: str
) -> None:
    visitor.get(f"/aanmelden?verder=/mensen/{samira}")
    link = visitor.page.links()["Log in met je organisatie"]
    assert go_round(visitor, link) == f"/mensen/{samira}"
    assert visitor.get(f"/mensen/{samira}").h1 == "Samira"


def test_words_that_wait_for_a_sign_in_come_along_with_the_organisation_too(
    provider: Provider, visitor: PagesClient, anja: Mens, samira: str
) -> None:
    visitor.post(f"/mensen/{samira}/notities/nieuw", {"tekst": "Kanarie op reis", "wat": ["kracht"]}, 401)
    form = visitor.page.form("Ik ben ingelogd")
    waits = form.values()
    # in another tab of the same browser
    assert go_round(visitor) == "/mensen"
    visitor.post(form.action.removeprefix("http://localhost"), waits)
    assert visitor.page.h1 == "Nog niet bewaard"
    assert "Kanarie op reis" in visitor.page.text


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "anja@team.test", "email_verified": False},
        {"email": "anja@team.test", "email_verified": "true"},
        {"email": "anja@team.test"},
        {"email": "niemand@team.test", "email_verified": True},
        {"email": ["anja@team.test"], "email_verified": True},
        {"email_verified": True},
    ],
)
def test_without_an_account_here_and_a_checked_address_nobody_comes_in(
    provider: Provider, visitor: PagesClient, anja: Mens, claims: dict[str, object]
) -> None:
    provider.claims = claims
    assert go_round(visitor) == "/aanmelden"
    assert "Vraag je beheerder" in visitor.get("/aanmelden").text
    visitor.get("/mensen", status=302)


def test_after_signing_in_the_browser_is_never_sent_to_another_site(
    provider: Provider, visitor: PagesClient, anja: Mens
) -> None:
    assert go_round(visitor, "/aanmelden/organisatie?verder=//evil.test") == "/mensen"


def test_an_answer_that_was_not_asked_for_opens_nothing(provider: Provider, visitor: PagesClient, anja: Mens) -> None:
    for query in ("", "?code=x&state=y", "?error=access_denied", "?code=x"):
        visitor.get(f"/aanmelden/organisatie/terug{query}", status=302)
        visitor.get("/mensen", status=302)


def test_the_provider_is_away_and_the_page_says_so(app: Flask, visitor: PagesClient, anja: Mens) -> None:
    app.config.update(OIDC_ISSUER="http://127.0.0.1:9", OIDC_CLIENT_ID="x")
    assert visitor.get("/aanmelden/organisatie", status=302).location == "/aanmelden"


def test_a_locked_screen_opens_with_a_sign_in_of_just_now_by_the_same_worker(
    provider: Provider, visitor: PagesClient, anja: Mens, karim: Mens, clock: Clock
) -> None:
    go_round(visitor)
    visitor.get("/verberg", status=303)
    provider.auth_time = int(clock.now.timestamp()) - 3600
    assert go_round(visitor) == "/aanmelden"
    visitor.get("/mensen", status=303)
    provider.auth_time = int(clock.now.timestamp())
    provider.claims = {"sub": "gebruiker-2", "email": "karim@team.test", "email_verified": True}
    assert go_round(visitor) == "/aanmelden"
    provider.claims = {"sub": "gebruiker-1", "email": "anja@team.test", "email_verified": True}
    assert go_round(visitor) == "/mensen"
    visitor.get("/mensen")


def test_an_address_that_went_to_somebody_else_opens_nothing(
    provider: Provider, visitor: PagesClient, anja: Mens, app: Flask
) -> None:
    assert go_round(visitor) == "/mensen"
    other = make_client(app)
    provider.claims["sub"] = "gebruiker-nieuw"
    assert go_round(other) == "/aanmelden"
    other.get("/mensen", status=302)


def test_an_account_stays_the_same_when_its_address_changes(provider: Provider, app: Flask, anja: Mens) -> None:
    assert go_round(make_client(app)) == "/mensen"
    provider.claims = {"sub": "gebruiker-1", "email": "anja.nieuw@team.test", "email_verified": True}
    assert go_round(make_client(app)) == "/mensen"


@pytest.mark.parametrize("sub", ["", "x" * 300, 7, None])
def test_an_account_without_a_number_is_none(provider: Provider, visitor: PagesClient, anja: Mens, sub: object) -> None:
    provider.claims["sub"] = sub
    assert go_round(visitor) == "/aanmelden"


def test_where_no_organisation_is_set_there_is_no_such_page(visitor: PagesClient) -> None:
    assert "organisatie" not in visitor.get("/aanmelden").text
    visitor.get("/aanmelden/organisatie", status=404)
