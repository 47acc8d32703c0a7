"""An e-mail that something waits: only to who asked for it, once about the same things, and it says nothing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from leefgebieden.actions.afspraak import record_afspraak
from leefgebieden.commands.basis import Misgegaan
from leefgebieden.commands.bericht import _stuur_berichten
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.mens import Mens
from tests.pages import PagesClient
from tests.people import Clock


class Postbus:
    """What a mail server took in."""

    def __init__(self) -> None:
        self.post: list[tuple[str, EmailMessage]] = []
        self.weiger = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  # the name is aiosmtpd's
        del server, session
        if self.weiger:
            return "451 straks"
        bericht = cast(EmailMessage, BytesParser().parsebytes(envelope.content))
        self.post.append((envelope.rcpt_tos[0], bericht))
        return "250 OK"


@contextmanager
def mailserver(app: Flask) -> Iterator[Postbus]:
    """A real one on this computer, that the app is set to."""
    postbus = Postbus()
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    server = Controller(postbus, hostname="127.0.0.1", port=poort)
    server.start()
    app.config.update(
        SMTP_SERVER="127.0.0.1",
        SMTP_POORT=poort,
        SMTP_BEVEILIGING="geen",
        MAIL_VAN="leefgebieden@team.test",
        ADRES="https://leefgebieden.team.test",
    )
    try:
        yield postbus
    finally:
        server.stop()


@pytest.fixture
def postbus(app: Flask) -> Iterator[Postbus]:
    with mailserver(app) as bus:
        yield bus


@pytest.fixture
def stuur(app: Flask, capsys: pytest.CaptureFixture[str]) -> Any:
    def send() -> str:
        _stuur_berichten(app, cast(Any, None))
        return capsys.readouterr().out.strip()

    return send


def make_late(outside: Context, door: Mens, casus: str, wat: str = "Kanarieafspraak") -> None:
    record_afspraak(outside, door, casus, Afspraak(outside.new_id(), wat, uiterlijk=date(2026, 7, 1)))


def ask_for_mail(client: PagesClient) -> None:
    client.get("/account")
    client.submit("/account/bericht")


def test_it_comes_once_and_again_when_there_is_something_else(
    client: PagesClient, postbus: Postbus, stuur: Any, outside: Context, anja: Mens, samira: str, clock: Clock
) -> None:
    ask_for_mail(client)
    assert stuur() == "0 berichten verstuurd."
    make_late(outside, anja, samira)
    assert stuur() == "1 bericht verstuurd."
    clock.move(days=1)
    assert stuur() == "0 berichten verstuurd."
    make_late(outside, anja, samira, "Nog een")
    assert stuur() == "1 bericht verstuurd."
    (naar, bericht), _ = postbus.post
    assert naar == "anja@team.test"
    assert bericht["Subject"] == "Er staat iets voor je klaar"
    assert bericht["Auto-Submitted"] == "auto-generated"
    heel = bericht.as_string()
    assert "https://leefgebieden.team.test" in heel
    for woord in ("Samira", "Kanarie", "afspra", samira):
        assert woord not in heel


def test_who_did_not_ask_or_stopped_asking_gets_nothing(
    client: PagesClient, postbus: Postbus, stuur: Any, outside: Context, anja: Mens, samira: str
) -> None:
    make_late(outside, anja, samira)
    assert stuur() == "0 berichten verstuurd."
    ask_for_mail(client)
    assert "Je krijgt een e-mail" in client.page.text
    client.submit("/account/bericht")
    assert stuur() == "0 berichten verstuurd."
    assert postbus.post == []


def test_a_mail_server_that_refuses_is_told_and_it_comes_the_next_time(
    client: PagesClient, postbus: Postbus, stuur: Any, outside: Context, anja: Mens, samira: str
) -> None:
    ask_for_mail(client)
    make_late(outside, anja, samira)
    postbus.weiger = True
    with pytest.raises(Misgegaan, match="de mailserver doet het niet"):
        stuur()
    postbus.weiger = False
    assert stuur() == "1 bericht verstuurd."


@pytest.mark.parametrize(
    ("instelling", "zin"),
    [
        ({"SMTP_SERVER": ""}, "SMTP_SERVER en MAIL_VAN"),
        ({"SMTP_BEVEILIGING": "soms"}, "SMTP_BEVEILIGING is"),
        ({"SMTP_POORT": 1}, "de mailserver doet het niet"),
    ],
)
def test_what_is_set_wrong_is_named(
    app: Flask, client: PagesClient, postbus: Postbus, stuur: Any, instelling: dict[str, Any], zin: str
) -> None:
    app.config.update(instelling)
    with pytest.raises(Misgegaan, match=zin):
        stuur()


def test_without_a_mail_server_nothing_is_offered(client: PagesClient) -> None:
    assert "e-mail krijgen" not in client.get("/account").text
