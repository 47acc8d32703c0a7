"""Bad input in what a worker types, by the number that betrouwbaarheid gives it: 12, 14, 15, 17, 29, 32, 38, 39, 40.

32: a number that could be a BSN is not warned for yet. 39: a page without scripts receives plain text only.
"""

import pytest

from leefgebieden.store.casus import fetch_casus
from tests.pages import PagesClient

CANARY = "kanarie"


def write(client: PagesClient, samira: str, tekst: str) -> str:
    """Save a notitie and read the page of the person."""
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": tekst}, button="Bewaar")
    return client.get(f"/mensen/{samira}").html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("a\x00b\x01c\x1fd\x7fe", "abcde", id="12-control-characters"),
        pytest.param("niet\u202eneit", "niet[U+202E]neit", id="14-reading-direction"),
        pytest.param("x\ufeffy", "xy", id="15-byte-order-mark"),
        pytest.param("e" + "\u0301" * 2000 + "!", "!", id="17-combining-marks"),
        pytest.param("123456782", "123456782", id="32-like-a-bsn"),
        pytest.param("zacht\u00adstreepje", "zacht", id="39-soft-hyphen"),
        pytest.param("\U0001f600", "\U0001f600", id="40-only-an-emoji"),
    ],
)
def test_what_breaks_a_page_is_taken_out_and_the_rest_is_kept(
    client: PagesClient, samira: str, typed: str, shown: str
) -> None:
    html = write(client, samira, f"{CANARY} {typed}")
    assert shown in html
    assert html.count("\u0301") < 50
    assert not any(teken in html for teken in "\x00\x01\x1f\x7f\u202e\ufeff")


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "${7*7}", "</textarea><b>vet"],
    ids=lambda typed: f"38-{typed[:8]}",
)
def test_words_stay_words(client: PagesClient, samira: str, typed: str) -> None:
    html = write(client, samira, typed)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<b>vet" not in html
    assert "49" not in client.page.text or "{{7*7}}" in client.page.text or "${7*7}" in client.page.text


def test_40_two_equal_notities_are_both_kept(client: PagesClient, samira: str) -> None:
    for _ in range(2):
        write(client, samira, "Twee keer hetzelfde.")
    with client.app.app_context():
        gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [notitie.tekst for notitie in gelezen.hele.notities] == ["Twee keer hetzelfde."] * 2


def test_29_fields_that_no_form_has_change_nothing(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = {**client.page.form("/notities/nieuw").values(), "tekst": "Gewoon.", "is_admin": "1", "auteur": "Vera"}
    client.post(
        f"/mensen/{samira}/notities/nieuw", {name: str(v) if isinstance(v, str) else v[0] for name, v in fields.items()}
    )
    assert "Vera" not in client.get(f"/mensen/{samira}").text
    assert client.client.get("/beheer").status_code == 403


@pytest.mark.parametrize("fields", [{}, {"tekst": ["een", "twee"]}, {"tekst[]": "x"}], ids=["none", "twice", "array"])
def test_29_a_field_that_is_missing_or_sent_twice_is_no_500(
    client: PagesClient, samira: str, fields: dict[str, str | list[str]]
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    answer = client.client.post(
        f"/mensen/{samira}/notities/nieuw", data={**fields, "csrf_token": client.csrf_token() or ""}
    )
    assert answer.status_code < 500
