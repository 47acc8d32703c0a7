"""What breaks a database or a page when it is typed: it comes to the same on both databases, and is never an error of ours."""

import unicodedata

import pytest
from flask import Flask

from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient

# the characters are written as numbers: in an editor they cannot be seen, or turn the line around
NAUGHTY = {
    "NUL": ("een\x00twee", "eentwee"),
    "C0": ("een\x01\x08\x1b\x1ftwee\x7f", "eentwee"),
    "tab and line end stay": ("een\ttwee\r\ndrie\rvier", "een\ttwee\ndrie\nvier"),
    "C1 and NEL": ("een\u0085twee\u009fdrie", "een\ntweedrie"),
    "line and paragraph separator": ("een\u2028twee\u2029drie", "een\ntwee\ndrie"),
    "byte order mark": ("\ufeffeen", "een"),
    "right to left": ("niet \u202ewaar", "niet [U+202E]waar"),
    "NFD becomes NFC": ("Zoe\u0308", "Zo\u00eb"),
    "zalgo": ("e" + "\u0303" * 2_000, unicodedata.normalize("NFC", "e" + "\u0303" * 8)),
    "family of emoji": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "Arabic, Tigrinya": ("\u0645\u0631\u062d \u1230\u120b\u121d", "\u0645\u0631\u062d \u1230\u120b\u121d"),
    "no SQL, no format": ("'; DROP TABLE notitie; -- %s %(x)s {0} \\", "'; DROP TABLE notitie; -- %s %(x)s {0} \\"),
    "as long as may be": ("x" * 50_000, "x" * 50_000),
}


def send(client: PagesClient, samira: str, words: str, status: int = 303) -> None:
    address = f"/mensen/{samira}/notities/nieuw"
    (form,) = [form for form in client.get(address).forms() if "tekst" in form.names()]
    client.post(address, form.filled({"tekst": words}, None), status, follow=False)


def saved(samira: str) -> list[str]:
    db.session.rollback()
    read = fetch_casus(samira)
    assert read is not None
    return [notitie.tekst for notitie in read.hele.notities]


@pytest.mark.both_databases
@pytest.mark.parametrize("what", NAUGHTY)
def test_a_text_is_saved_as_it_can_be_read_and_the_page_shows_it(
    app: Flask, client: PagesClient, samira: str, what: str
) -> None:
    typed, kept = NAUGHTY[what]
    send(client, samira, typed)
    assert saved(samira) == [kept]
    client.get(f"/mensen/{samira}")


@pytest.mark.both_databases
def test_half_a_character_and_bytes_that_are_no_text_are_no_error(app: Flask, client: PagesClient, samira: str) -> None:
    address = f"/mensen/{samira}/notities/nieuw"
    (form,) = [form for form in client.get(address).forms() if "tekst" in form.names()]
    fields = "&".join(
        f"{name}={value}" for name, (value, *_) in form.filled({"tekst": "X"}, None).items() if value != "X"
    )
    with app.app_context():
        answer = client.client.post(
            address,
            # a lone surrogate in UTF-8, half of a character, and a byte that never occurs
            data=f"{fields}&tekst=een%ED%A0%80twee%C3".encode() + b"%FF",
            content_type="application/x-www-form-urlencoded",
        )
    assert answer.status_code == 303
    (kept,) = saved(samira)
    assert kept.startswith("een")
    kept.encode("utf-8")


@pytest.mark.both_databases
@pytest.mark.parametrize("words", ["x" * 50_001, " ", "\x00\x01", "\u200b \u2028"])
def test_too_long_or_nothing_at_all_is_refused_and_not_saved(
    app: Flask, client: PagesClient, samira: str, words: str
) -> None:
    send(client, samira, words)
    assert saved(samira) == []


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "name", ["Zoe\u0308", "Zo\u00eb", "O'Brien", "\u0130pek", "\u0141ukasz", "a", "x" * 80, "%_\\"]
)
def test_a_name_is_found_whichever_way_it_is_typed(app: Flask, client: PagesClient, name: str) -> None:
    (form,) = [form for form in client.get("/mensen/nieuw").forms() if "naam" in form.names()]
    client.post("/mensen/nieuw", form.filled({"naam": name, "kanaal": "eropaf"}, None), follow=False)
    shown = unicodedata.normalize("NFC", name)
    for way in (unicodedata.normalize("NFD", name), shown.upper(), shown):
        client.get("/mensen")
        assert shown in client.submit("/mensen/zoek", {"naam": way}).text
