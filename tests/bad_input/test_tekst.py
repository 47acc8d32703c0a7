"""Bad input in what a worker types, by the number that betrouwbaarheid gives it: 12, 14 to 17, 29, 31, 32, 38, 39, 40.

30: no field takes a number yet. 39: a page without scripts receives plain text only.
"""

import unicodedata

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


@pytest.mark.parametrize(
    ("naam", "gezocht"),
    [
        ("Zoe\u0308", "zo\u00eb"),
        ("Zo\u00eb", "zoe\u0308"),
        ("Zo\u00eb", "zoe"),
        ("\u0132sbrand", "ijsbrand"),
        ("'t Hart", "'t hart"),
        ("Van der O'Brien-d'Angelo", "o'brien"),
        ("A", "a"),
        ("Şahin Đorđević", "sahin"),
        ("Lang" * 20, "langlang"),
    ],
)
def test_16_a_name_stands_as_it_was_typed_and_is_found_either_way(client: PagesClient, naam: str, gezocht: str) -> None:
    client.get("/mensen/nieuw")
    page = client.submit("/mensen/nieuw", {"naam": naam, "kanaal": "loket"})
    assert page.h1 == unicodedata.normalize("NFC", naam)
    client.get("/mensen")
    page = client.submit("/mensen/zoek", {"naam": gezocht})
    assert unicodedata.normalize("NFC", naam) in page.text


@pytest.mark.parametrize(
    "dag",
    [
        "31-02-2027",
        "2027-02-31",
        "1900-02-29",
        "0000-01-01",
        "-1",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "26-1-2",
        "2027-13-01",
        "morgen",
        "٢٠٢٧-٠١-٠١",
    ],
)
def test_31_a_day_that_is_none_is_told_and_the_words_stay(client: PagesClient, samira: str, dag: str) -> None:
    client.get(f"/mensen/{samira}/afspraken/nieuw")
    page = client.submit(fields={"wat": "Samen bellen", "uiterlijk": dag}, button="Maak afspraak")
    assert "Samen bellen" in page.html
    assert "Deze datum" in page.text
    assert "Samen bellen" not in client.get(f"/mensen/{samira}/afspraken").text


@pytest.mark.parametrize("dag", ["2028-02-29", "2027-03-28", "2027-10-31"])
def test_31_a_day_that_is_one_stays_that_day(client: PagesClient, samira: str, dag: str) -> None:
    client.get(f"/mensen/{samira}/afspraken/nieuw")
    client.submit(fields={"wat": "Samen bellen", "uiterlijk": dag}, button="Maak afspraak")
    with client.app.app_context():
        gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [str(afspraak.uiterlijk) for afspraak in gelezen.hele.afspraken] == [dag]


def test_32_a_number_like_a_bsn_is_warned_for_and_the_words_are_saved(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    page = client.submit("/notities/nieuw", {"tekst": "Zijn nummer is 111222333."}, button="Bewaar")
    assert page.text.count("Een BSN hoort hier niet.") == 1
    assert "Zijn nummer is 111222333." in page.text
    client.get(next(href for naam, href in page.links().items() if naam.startswith("Wijzig")))
    page = client.submit(fields={"tekst": "Zijn nummer is 123456782."}, button="Bewaar")
    assert "Een BSN hoort hier niet." in page.text
    client.get("/losse-notities/nieuw")
    page = client.submit("/losse-notities/nieuw", {"tekst": "111222333"}, button="Bewaar")
    assert "Een BSN hoort hier niet." in page.text
    # and where no words are weighed
    client.get(f"/mensen/{samira}/gegevens")
    page = client.submit("/gegevens", {"bereik": "Bel met 123456782 erbij"})
    assert page.text.count("Een BSN hoort hier niet.") == 1
    client.get(f"/mensen/{samira}/afspraken/nieuw")
    assert "Een BSN" not in client.submit(fields={"wat": "Bellen met 0612345678"}, button="Maak afspraak").text
