"""Invariant 9: no input gives a 500, and no refusal loses what was typed.

Whatever is put in a field of a form of a person: the answer is a page, a redirect or a refusal, and the words are saved or still
in the form. A few tries for each field here; LEEFGEBIEDEN_FUZZ is how many `make faults` does.
"""

import os
import unicodedata

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefgebieden.domain.tekst import normalise_tekst, to_one_line
from tests.pages import PagesClient

TRIES = int(os.environ.get("LEEFGEBIEDEN_FUZZ", "12"))
FORMS = {
    "/mensen/nieuw": ("naam",),
    "/mensen/{casus}/notities/nieuw": ("tekst", "korte_zin", "van_wie", "plaatsen", "id", "vraag"),
    "/mensen/{casus}/gesprekken/nieuw": ("aanwezig", "plaats", "dag", "tijd", "kanaal", "id"),
    "/mensen/{casus}/netwerk/nieuw": ("wie", "woord", "kring", "contact", "sinds", "tot", "op_a4"),
    "/mensen/{casus}/afspraken/nieuw": ("wat", "wie_naam", "uiterlijk", "bewaker", "inschatting"),
    "/mensen/{casus}/openvragen": ("tekst", "op_a4"),
    "/mensen/{casus}/gegevens": ("naam", "leeftijd", "bereik", "let_op", "versie"),
    "/mensen/{casus}/samenvatting": ("eigen_woorden", "vraag_aan_team", "letten_op-0", "namen"),
}
NASTY = [
    "",
    "   ",
    "\x00",
    "a\x00b\x07c\x7f",
    "\u2028\u2029\u0085",
    "\ud800",
    "e" + "\u0301" * 2000,
    "\u202edlrow\u2066",
    "{{ 7*7 }} ${7*7} <script>alert(1)</script> </textarea>",
    "'; DROP TABLE sleutel; --",
    "-1",
    "1e1",
    "٣",
    "99999999999999999999999999",
    "31-02-2026",
    "0001-01-01",
    "x" * 60_000,
    "👩‍👩‍👧‍👦 ነገር مرحبا 中文",
]
anything = st.sampled_from(NASTY) | st.text(max_size=200)
# a field comes as often as somebody likes to send it
values = st.lists(anything, min_size=1, max_size=2)


@pytest.mark.parametrize("address", FORMS)
@settings(
    max_examples=TRIES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(data=st.data())
def test_whatever_is_sent_the_answer_is_no_fault_and_the_words_are_there(
    client: PagesClient, samira: str, address: str, data: st.DataObject
) -> None:
    page = client.get(address.format(casus=samira))
    veld = data.draw(st.sampled_from(FORMS[address]), label="veld")
    sent = data.draw(values, label="waarden")
    names = {name for f in page.forms() for name in f.values()}
    form = next(
        f for f in page.forms() if f.method == "post" and set(FORMS[address]) & {e.get("name") for e in f.fields}
    )
    fields: dict[str, list[str]] = {**form.values(), veld: [_encodable(value) for value in sent]}
    with client.app.app_context():
        answer = client.client.post(form.action.removeprefix("http://localhost"), data=fields)
    assert 200 <= answer.status_code < 500, (veld, sent, answer.status_code)
    if answer.status_code in (200, 400, 413):
        back = answer.get_data(as_text=True)
    else:
        with client.app.app_context():
            back = client.client.get(answer.location, follow_redirects=True).get_data(as_text=True)
    typed = to_one_line(normalise_tekst(_encodable(sent[0]))).strip()
    if veld in TYPED and veld in names and typed and len(typed) < 200 and typed.isalnum() and typed.isascii():
        assert typed in back or _is_saved(client, samira, typed), (veld, typed)


TYPED = {"tekst", "korte_zin", "aanwezig", "plaats", "wie", "woord", "wat", "bereik", "let_op", "vraag_aan_team"}


def _is_saved(client: PagesClient, samira: str, typed: str) -> bool:
    pages = (
        "",
        "/netwerk",
        "/afspraken",
        "/openvragen",
        "/gegevens",
        "/samenvatting",
        "/notities/nieuw",
        "/netwerk/nieuw",
    )
    with client.app.app_context():
        return any(typed in client.client.get(f"/mensen/{samira}{p}").get_data(as_text=True) for p in pages)


def _encodable(value: str) -> str:
    """As a browser sends it: a lone surrogate cannot travel as UTF-8, so it goes as what a broken one would be read as."""
    return unicodedata.normalize("NFC", value.encode("utf-8", "replace").decode("utf-8"))


@pytest.mark.parametrize("body", [b"\xff\xfe=\xff", b"tekst=%ed%a0%80", b"tekst=%00", b"=", b"&&&&", b"tekst"])
def test_a_body_that_is_no_text_is_no_fault(app: Flask, client: PagesClient, samira: str, body: bytes) -> None:
    for address in FORMS:
        with app.app_context():
            answer = client.client.post(
                address.format(casus=samira), data=body, content_type="application/x-www-form-urlencoded"
            )
        assert 200 <= answer.status_code < 500
