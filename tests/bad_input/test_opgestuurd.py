"""Bad input in a file that is sent along in a form: a story (22 to 27) and a list of places (20, 21).

It is refused in words, whole, and nothing of it stays; what is not refused is read as it was meant.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from leefgebieden.actions.verhaalbestand import write_bestand
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import db
from leefgebieden.store.sociale_kaart import fetch_plekken
from leefgebieden.store.team import Plek
from leefgebieden.store.verhaal import fetch_verhalen_van
from tests.domain.test_eigen_verhaal import make
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in

NAMEN = ["../../etc/passwd", 'a"b.json', "x" * 300, "CON", "verhaal.json.", "\u202efdp.exe"]
LIJST = "naam;waarvoor\nCafé Één;koffie\n"


def damage(verhaal: bytes, how: Callable[[dict[str, Any]], object]) -> bytes:
    """A whole story in which one thing is wrong."""
    heel = json.loads(verhaal)
    how(heel)
    return json.dumps(heel).encode()


VERHALEN: dict[str, Callable[[bytes], bytes]] = {
    "deep": lambda _: b"[" * 900_000,
    "deep in a story": lambda goed: goed.replace(
        b'"verhaal": {', b'"verhaal": {"x": ' + b"[" * 2_000 + b"]" * 2_000 + b",", 1
    ),
    "wide": lambda _: b'{"formaat": [' + b"{}," * 300_000 + b"{}]}",
    "one number": lambda _: b'{"formaat": ' + b"9" * 900_000 + b"}",
    "too much": lambda goed: goed + b" " * 1_000_001,
    "zip": lambda _: b"PK\x03\x04" + b"\x00" * 1_000,
    "no UTF-8": lambda goed: goed.replace(b"Wim", b"W\xffm"),
    "cut off": lambda goed: goed[: len(goed) // 2],
    "null": lambda goed: damage(goed, lambda heel: heel.update(verhaal=None)),
    "another key": lambda goed: damage(goed, lambda heel: heel["verhaal"].update(slecht="x")),
    "no pieces": lambda goed: damage(goed, lambda heel: heel["verhaal"].update(fragmenten=[])),
    "a number for words": lambda goed: damage(goed, lambda heel: heel["verhaal"].update(titel=float("inf"))),
    "a list for words": lambda goed: damage(goed, lambda heel: heel["verhaal"].update(titel=["a"])),
    "another way in": lambda goed: damage(goed, lambda heel: heel["verhaal"].update(kanaal="raam")),
    "a real person as example": lambda goed: damage(goed, lambda heel: heel["voorbeeld"]["casus"].update(soort="echt")),
}


@pytest.fixture
def docent(app: Flask, outside: Context) -> tuple[PagesClient, str]:
    ank = add_mens(app, outside, "Ank", Plek(Rol.DOCENT))
    return sign_in(make_client(app), ank), ank.id


def send_story(client: PagesClient, ruw: bytes, naam: str = "verhaal.json") -> None:
    send(client, "/verhalen/inlezen", client.get("/verhalen").form("/verhalen/inlezen").values()["id"][0], ruw, naam)


@pytest.mark.parametrize("wat", VERHALEN)
def test_a_story_that_is_wrong_is_refused_whole(docent: tuple[PagesClient, str], content: Content, wat: str) -> None:
    client, docent_id = docent
    send_story(client, VERHALEN[wat](write_bestand(make(content))))
    assert "Er is niets ingelezen." in client.page.text
    db.session.rollback()
    assert fetch_verhalen_van(docent_id) == []


@pytest.mark.parametrize(
    ("woorden", "getoond"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{{7*7}}", "{{7*7}}"),
        ("a\x00b\u202ec", "ab[U+202E]c"),
        ("half \ud800 teken", "half"),
    ],
)
def test_words_in_a_story_stay_words(
    docent: tuple[PagesClient, str], content: Content, woorden: str, getoond: str
) -> None:
    client, _ = docent
    send_story(client, damage(write_bestand(make(content)), lambda heel: heel["verhaal"].update(titel=woorden)))
    assert getoond in client.page.text
    assert "<script>alert" not in client.page.html


@pytest.mark.parametrize("naam", NAMEN, ids=lambda naam: naam[:12])
def test_27_the_name_of_a_file_does_nothing(docent: tuple[PagesClient, str], content: Content, naam: str) -> None:
    client, docent_id = docent
    send_story(client, write_bestand(make(content)), naam)
    db.session.rollback()
    assert len(fetch_verhalen_van(docent_id)) == 1
    assert "passwd" not in client.page.html


@pytest.mark.parametrize(
    "ruw",
    [
        pytest.param(LIJST.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(LIJST.encode("utf-16"), id="UTF-16"),
        pytest.param(LIJST.encode("cp1252"), id="Windows-1252"),
        pytest.param(LIJST.replace(";", "\t").encode(), id="tabs"),
        pytest.param(LIJST.replace("\n", "\r").encode(), id="CR only"),
        pytest.param(LIJST.replace("\n", "\r\n").encode(), id="CRLF"),
    ],
)
def test_20_a_list_is_read_as_its_spreadsheet_wrote_it(client: PagesClient, zuid: str, ruw: bytes) -> None:
    send_list(client, ruw)
    db.session.rollback()
    assert [rij.plek.naam for rij in fetch_plekken([zuid])] == ["Café Één"]


@pytest.mark.parametrize(
    "ruw",
    [
        pytest.param(b'naam;waarvoor\n"De Brug;koffie\n' + b"x;y\n" * 100_000, id="open quote"),
        pytest.param(b"naam;waarvoor" + b";x" * 1_000_000, id="a million columns"),
        pytest.param(b"naam;waarvoor\n" + b"a;b\n" * 400_000, id="400,000 lines"),
        pytest.param(b"naam;waarvoor\nDe Brug;" + b"x" * 2_000_000, id="a long cell"),
        pytest.param(b"\n" * 2_000_000, id="nothing but lines"),
    ],
)
def test_21_a_list_that_is_too_much_is_refused_whole(client: PagesClient, zuid: str, ruw: bytes) -> None:
    send_list(client, ruw)
    assert client.page.title.startswith("Fout:")
    db.session.rollback()
    assert fetch_plekken([zuid]) == []


def send_list(client: PagesClient, ruw: bytes) -> None:
    client.get("/sociale-kaart/inlezen")
    send(client, "/sociale-kaart/inlezen", "", ruw, "lijst.csv")


def send(client: PagesClient, pad: str, nieuw_id: str, ruw: bytes, naam: str) -> None:
    """Post the form with this file; written out, for the client of a test leaves a large file open."""
    delen = [
        f'name="{veld}"\r\n\r\n{waarde}'.encode()
        for veld, waarde in (("id", nieuw_id), ("csrf_token", client.csrf_token() or ""))
    ]
    delen.append(f'name="bestand"; filename="{naam}"\r\n\r\n'.encode() + ruw)
    lijf = b"".join(b"--g\r\nContent-Disposition: form-data; " + deel + b"\r\n" for deel in delen) + b"--g--\r\n"
    answer = client.client.post(pad, data=lijf, content_type="multipart/form-data; boundary=g")
    assert answer.status_code == 303
    client.get(answer.location)
