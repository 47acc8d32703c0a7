"""Guessing is slow, and nobody is locked out for good."""

import time

from flask import Flask
from sqlalchemy import select

from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.tables import aanmeldpoging
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD, Clock


def attempt(client: PagesClient, email: str, wachtwoord: str, status: int) -> str:
    client.get("/aanmelden")
    return client.submit("/aanmelden", {"email": email, "wachtwoord": wachtwoord}, status=status).text


def guess(client: PagesClient, clock: Clock, email: str, times: int) -> None:
    """Wrong passwords, each as soon as the wait lets it through."""
    for _ in range(times):
        attempt(client, email, "mis", 400)
        clock.move(minutes=16)


def test_after_twenty_wrong_ones_even_the_right_one_waits_and_works_after_the_delay(
    visitor: PagesClient, anja: Mens, clock: Clock
) -> None:
    guess(visitor, clock, "anja@team.test", 19)
    attempt(visitor, "anja@team.test", "mis", 400)
    said = attempt(visitor, "anja@team.test", WACHTWOORD, 429)
    assert "Wacht 15 minuten." in said
    assert visitor.page.response.headers["Retry-After"] == "901"
    clock.move(minutes=14, seconds=59)
    attempt(visitor, "anja@team.test", WACHTWOORD, 429)
    clock.move(seconds=1)
    visitor.get("/aanmelden")
    assert visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD}).h1 == "Mensen"


def test_trying_while_one_must_wait_makes_the_wait_no_longer(visitor: PagesClient, anja: Mens, clock: Clock) -> None:
    for _ in range(6):
        attempt(visitor, "anja@team.test", "mis", 400)
        clock.move(seconds=6)
    for _ in range(10):
        attempt(visitor, "anja@team.test", "mis", 429)
    clock.move(seconds=10)
    visitor.get("/aanmelden")
    assert visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD}).h1 == "Mensen"


def test_the_right_password_begins_the_count_anew(visitor: PagesClient, anja: Mens) -> None:
    for _ in range(3):
        for _ in range(4):
            attempt(visitor, "anja@team.test", "mis", 400)
        visitor.get("/aanmelden")
        visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD})
        visitor.submit("/afmelden")


def test_an_address_that_is_no_account_waits_just_the_same(visitor: PagesClient, anja: Mens, clock: Clock) -> None:
    said = []
    for email in ("anja@team.test", "niemand@team.test"):
        for _ in range(5):
            attempt(visitor, email, "mis", 400)
        said.append(attempt(visitor, email, WACHTWOORD, 429))
    assert said[0] == said[1]


def test_who_tries_many_accounts_from_one_place_waits_too(app: Flask, visitor: PagesClient, anja: Mens) -> None:
    for number in range(30):
        attempt(visitor, f"iemand{number}@team.test", "mis", 400)
    attempt(visitor, "anja@team.test", WACHTWOORD, 429)
    elsewhere = make_client(app)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    elsewhere.get("/aanmelden")
    assert elsewhere.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD}).h1 == "Mensen"


def test_what_was_typed_wrong_cannot_be_read_in_the_database(visitor: PagesClient, anja: Mens) -> None:
    attempt(visitor, "mijn-wachtwoord-in-het-verkeerde-vak", "mis", 400)
    for sleutel in db.session.execute(select(aanmeldpoging.c.sleutel)).scalars():
        assert len(sleutel) == 64
        assert "mijn" not in sleutel


def test_an_unknown_address_takes_as_long_as_a_wrong_password(visitor: PagesClient, anja: Mens) -> None:
    def measure(email: str) -> float:
        visitor.get("/aanmelden")
        begin = time.perf_counter()
        visitor.submit("/aanmelden", {"email": email, "wachtwoord": "mis"}, status=400)
        return time.perf_counter() - begin

    known = min(measure("anja@team.test") for _ in range(4))
    unknown = min(measure("niemand@team.test") for _ in range(4))
    assert 0.2 < known / unknown < 5
