"""Giving notities a place afterwards, one at a time."""

import pytest

from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient
from tests.people import Clock

NIEMAND = "00000000-0000-4000-8000-000000000000"


def write(client: PagesClient, samira: str, *teksten: str) -> None:
    for tekst in teksten:
        client.get(f"/mensen/{samira}/notities/nieuw")
        client.submit("/notities/nieuw", {"tekst": tekst}, button="Bewaar")


def read_plaatsen(samira: str) -> dict[str, tuple[str, ...]]:
    db.session.rollback()  # look again: the page wrote meanwhile
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    return {notitie.tekst: notitie.plaatsen for notitie in gelezen.hele.notities}


def test_the_oldest_comes_first_and_saving_brings_the_next(client: PagesClient, samira: str, clock: Clock) -> None:
    write(client, samira, "Eerst")
    clock.move(minutes=1)
    write(client, samira, "Daarna")
    page = client.get(f"/mensen/{samira}/ordenen")
    assert "Eerst" in page.text
    assert "Notitie 1 van 2" in page.text
    page = client.submit(_form(client), {"plaatsen": ["nacht", "huisvesting"], "wat": ["kracht", "lastig"]})
    assert "Daarna" in page.text
    assert "Notitie 1 van 1" in page.text
    assert read_plaatsen(samira)["Eerst"] == ("huisvesting",)


def test_when_all_have_a_place_it_is_said(client: PagesClient, samira: str) -> None:
    assert "Alles heeft een plek. Fijn." in client.get(f"/mensen/{samira}/ordenen").text


def test_skipping_is_free_and_the_end_is_calm(client: PagesClient, samira: str, clock: Clock) -> None:
    write(client, samira, "Eerst")
    clock.move(minutes=1)
    write(client, samira, "Daarna")
    client.get(f"/mensen/{samira}/ordenen")
    assert "Daarna" in client.click("Sla over").text
    page = client.click("Sla over")
    assert "Dat waren ze. 2 notities hebben nog geen plek. Dat mag." in page.text
    assert "Eerst" in client.click("Kijk er nog een keer naar").text


def test_saving_nothing_goes_on_like_skipping(client: PagesClient, samira: str) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen")
    page = client.submit(_form(client), {})
    assert "1 notitie heeft nog geen plek" in page.text


def test_what_was_labelled_as_an_explanation_stays_one(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": "Misschien bang.", "wat": ["verklaart"]}, button="Bewaar")
    client.get(f"/mensen/{samira}/ordenen")
    client.submit(_form(client), {"plaatsen": ["psychisch"], "wat": ["lastig"]})
    db.session.rollback()  # look again: the page wrote meanwhile
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [wat.value for wat in gelezen.hele.notities[0].wat] == ["lastig", "verklaart"]


def test_a_stranger_finds_nothing(vera_client: PagesClient, client: PagesClient, samira: str) -> None:
    write(client, samira, "Los")
    vera_client.get(f"/mensen/{samira}/ordenen", status=404)
    vera_client.post(f"/mensen/{samira}/ordenen/{NIEMAND}", {}, status=404)


def test_a_notitie_that_is_not_there_is_no_page(client: PagesClient, samira: str, frans: str) -> None:
    van_frans = fetch_casus(frans)
    assert van_frans is not None
    for notitie_id in (NIEMAND, van_frans.hele.notities[0].id):
        client.get(f"/mensen/{samira}/ordenen/{notitie_id}", status=404)
        client.post(f"/mensen/{samira}/ordenen/{notitie_id}", {"plaatsen": "dag", "versie": "1"}, status=404)


@pytest.mark.parametrize("n", ["-1", "x", "²", "9" * 5000, "\x00", "99999"])
def test_a_strange_number_in_the_address_breaks_nothing(client: PagesClient, samira: str, n: str) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen", query_string={"n": n})


def test_an_unknown_place_comes_back_with_the_choice(client: PagesClient, samira: str) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen")
    pad = _form(client)
    page = client.post(pad, {"plaatsen": ["nacht", "maan"], "wat": ["lastig"], "versie": "1"})
    assert "Fout:" in page.title
    assert page.form(pad).values()["plaatsen"] == ["nacht"]
    assert page.form(pad).values()["wat"] == ["lastig"]
    assert read_plaatsen(samira)["Los"] == ()


@pytest.mark.parametrize("versie", ["", "x", "-1", "9" * 400])
def test_a_version_that_did_not_arrive_saves_nothing(client: PagesClient, samira: str, versie: str) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen")
    page = client.post(_form(client), {"plaatsen": "nacht", "versie": versie})
    assert "Deze notitie is intussen gewijzigd" in page.text
    assert read_plaatsen(samira)["Los"] == ()


def test_what_a_colleague_changed_meanwhile_is_shown_beside_the_choice(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen")
    pad = _form(client)
    karim_client.get(f"/mensen/{samira}/ordenen")
    karim_client.submit(pad, {"plaatsen": ["schulden"]})
    page = client.submit(pad, {"plaatsen": ["nacht"]})
    assert "Deze notitie is intussen gewijzigd" in page.text
    assert "bij Financiën, schulden" in page.text
    assert page.form(pad).values()["plaatsen"] == ["nacht"]
    client.submit(pad, {})
    assert read_plaatsen(samira)["Los"] == ("nacht",)


def test_sending_it_twice_changes_it_once(client: PagesClient, samira: str) -> None:
    write(client, samira, "Los")
    client.get(f"/mensen/{samira}/ordenen")
    pad = _form(client)
    velden = {**client.page.form(pad).values(), "plaatsen": ["nacht"]}
    client.post(pad, velden)
    page = client.post(pad, velden)
    assert "Alles heeft een plek. Fijn." in page.text
    assert read_plaatsen(samira)["Los"] == ("nacht",)


def _form(client: PagesClient) -> str:
    """The address of the form of this page."""
    return next(f.action for f in client.page.forms() if "/ordenen/" in f.action).removeprefix("http://localhost")
