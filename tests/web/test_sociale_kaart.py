"""The sociale kaart: a team keeps it, looks in it, and meets it where it writes down whom to go to."""

from io import BytesIO
from typing import Any

import pytest

from leefgebieden.actions.sociale_kaart import record_plek
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.sociale_kaart import Kaartplek
from leefgebieden.store.db import db
from leefgebieden.store.sociale_kaart import fetch_plekken
from leefgebieden.store.tables import kaartplek
from tests.page import words
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in


def send_file(client: PagesClient, ruw: bytes, naam: str) -> None:
    velden: Any = {"bestand": [(BytesIO(ruw), naam)]}
    client.post("/sociale-kaart/inlezen", velden, content_type="multipart/form-data")


def add(outside: Context, door: Mens, team: str, naam: str = "Voedselbank", **velden: str) -> str:
    plek = Kaartplek(outside.new_id(), outside.today(), naam, velden.pop("waarvoor", "eten voor een week"), **velden)
    record_plek(outside, door, plek, team)
    return plek.id


def test_a_place_is_added_found_looked_at_and_changed(client: PagesClient, clock: Clock) -> None:
    client.get("/mensen")
    client.click("Sociale kaart: plekken in de buurt")
    assert "Hier staat nog niets" in client.page.text
    client.click("Voeg een plek toe")
    velden = {"naam": "De Brug", "waarvoor": "koffie en hulp met brieven", "vraag_naar": "Hassan", "open": "ma 9-12"}
    client.submit("/sociale-kaart/nieuw", velden, "Bewaar")
    assert "De Brug" in client.page.text
    assert "Dit staat er niet bij" in client.get("/sociale-kaart", query_string={"zoek": "zwemmen"}).text
    assert "1 plek gevonden" in client.get("/sociale-kaart", query_string={"zoek": "BRIEVEN"}).text
    clock.move(days=30)
    client.get(next(href for href in client.page.links().values() if len(href) > 40))
    assert "Vraag naar Hassan" in client.page.text
    assert "14 juli 2026" in client.page.text
    client.submit("/klopt")
    assert "13 augustus 2026" in client.page.text
    client.click("Wijzig")
    client.submit("/wijzig", {"open": "ma en do 9-12"})
    assert "ma en do 9-12" in client.page.text
    client.click("Wijzig")
    client.submit("/haal-weg")
    assert "Hier staat nog niets" in client.page.text


def test_what_is_missing_is_said_and_the_words_stay(client: PagesClient) -> None:
    client.get("/sociale-kaart/nieuw")
    client.submit("/sociale-kaart/nieuw", {"waarvoor": "koffie"})
    assert "Vul een naam in." in client.page.text
    assert client.page.form("/sociale-kaart/nieuw").values()["waarvoor"] == ["koffie"]
    client.submit("/sociale-kaart/nieuw", button="Gooi weg")
    assert client.get("/sociale-kaart/nieuw").form("/sociale-kaart/nieuw").values()["waarvoor"] == [""]


def test_a_list_comes_in_whole_and_changes_what_has_the_same_name(
    client: PagesClient, outside: Context, anja: Mens, zuid: str
) -> None:
    oud = add(outside, anja, zuid, "Voedselbank", open="ma")
    client.get("/sociale-kaart/inlezen")
    lijst = "naam;waarvoor;open\nvoedselbank;eten;di\nDe Brug;koffie;\n"
    client.submit("/inlezen", {"lijst": lijst})
    assert "Ingelezen: 1 nieuw, 1 gewijzigd." in client.page.text
    db.session.rollback()
    assert {rij.plek.naam: rij.plek.open for rij in fetch_plekken([zuid])} == {"voedselbank": "di", "De Brug": ""}
    assert oud in {rij.plek.id for rij in fetch_plekken([zuid])}
    client.get("/sociale-kaart/inlezen")
    client.submit("/inlezen", {"lijst": lijst})
    assert "Ingelezen: 0 nieuw, 0 gewijzigd. Stond er al: 2." in client.page.text


def test_a_wrong_list_changes_nothing_and_comes_back_to_be_mended(client: PagesClient, zuid: str) -> None:
    client.get("/sociale-kaart/inlezen")
    client.submit("/inlezen", {"lijst": "naam;waarvoor\nDe Brug;koffie\n;eten\n"})
    assert "Regel 3: naam is leeg." in client.page.text
    assert client.page.form("/inlezen").values()["lijst"] == ["naam;waarvoor\nDe Brug;koffie\n;eten"]
    db.session.rollback()
    assert fetch_plekken([zuid]) == []


@pytest.mark.parametrize("codering", ["utf-8-sig", "cp1252"])
def test_a_file_is_read_as_a_spreadsheet_writes_it(client: PagesClient, zuid: str, codering: str) -> None:
    client.get("/sociale-kaart/inlezen")
    ruw = "naam;waarvoor\nCafé Één;koffie\n".encode(codering)
    send_file(client, ruw, "lijst.csv")
    assert "Café Één" in client.page.text
    gegeven = client.get("/sociale-kaart/lijst.csv")
    assert gegeven.data.decode("utf-8-sig").splitlines()[1].startswith("Café Één;koffie;")
    assert "no-store" in gegeven.response.headers["Cache-Control"]


def test_a_file_that_is_no_list_is_refused_and_says_so(client: PagesClient, zuid: str) -> None:
    client.get("/sociale-kaart/inlezen")
    send_file(client, bytes(range(256)) * 20, "foto.jpg")
    assert "kennen we niet" in client.page.text or "ontbreekt" in client.page.text
    db.session.rollback()
    assert fetch_plekken([zuid]) == []


def test_it_is_offered_where_somebody_is_written_down(
    client: PagesClient, outside: Context, anja: Mens, zuid: str, samira: str
) -> None:
    add(outside, anja, zuid, "Voedselbank", vraag_naar="Ria", open="di 14-16")
    for pad in (f"/mensen/{samira}/netwerk/nieuw", f"/mensen/{samira}/afspraken/nieuw"):
        keuzes = client.get(pad).by_id("plekken")
        assert [keuze.get("value") for keuze in keuzes] == ["Voedselbank"]
    client.submit(
        f"/mensen/{samira}/afspraken/nieuw", {"wat": "Aanmelden", "wie": "instantie", "wie_naam": "voedselbank"}
    )
    assert "vraag naar Ria, open di 14-16" in client.page.text
    client.get(f"/mensen/{samira}/netwerk/nieuw")
    client.submit(f"/mensen/{samira}/netwerk/nieuw", {"wie": "Voedselbank", "kring": "hulp-en-instanties"}, "Bewaar")
    assert "Vraag naar Ria" in client.page.text


def test_another_team_sees_and_changes_nothing(
    client: PagesClient, vera_client: PagesClient, outside: Context, anja: Mens, zuid: str
) -> None:
    plek = add(outside, anja, zuid)
    assert "Voedselbank" not in vera_client.get("/sociale-kaart").text
    for pad in ("", "/wijzig"):
        vera_client.get(f"/sociale-kaart/{plek}{pad}", status=404)
    for pad in ("/wijzig", "/klopt", "/haal-weg"):
        vera_client.get("/mensen")
        vera_client.post(f"/sociale-kaart/{plek}{pad}", {"naam": "x", "waarvoor": "y"}, status=404)
    assert fetch_plekken([zuid])[0].plek.naam == "Voedselbank"


def test_who_sits_in_the_kernteam_may_look_and_not_change(
    client: PagesClient, outside: Context, anja: Mens, zuid: str, kees: Mens
) -> None:
    plek = add(outside, anja, zuid)
    kees_client = sign_in(make_client(client.app), kees)
    kees_client.get("/mensen")
    kees_client.click("Sociale kaart: plekken in de buurt")
    assert "Voeg een plek toe" not in kees_client.page.text
    assert "Dit klopt nog" not in kees_client.get(f"/sociale-kaart/{plek}").text
    kees_client.get(f"/sociale-kaart/{plek}/wijzig", status=403)


def test_two_who_change_at_once_lose_nothing(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, zuid: str
) -> None:
    plek = add(outside, anja, zuid)
    client.get(f"/sociale-kaart/{plek}/wijzig")
    karim_client.get(f"/sociale-kaart/{plek}/wijzig")
    client.submit("/wijzig", {"open": "ma"})
    karim_client.submit("/wijzig", {"open": "di"})
    naast = [words(sectie) for sectie in karim_client.page.all("section")]
    assert "Zo is het nu ma" in naast
    assert "Dit typte jij di" in naast
    karim_client.submit("/wijzig")
    assert "di" in karim_client.get(f"/sociale-kaart/{plek}").text


def test_nothing_of_it_stands_readable_in_the_database(
    client: PagesClient, outside: Context, anja: Mens, zuid: str
) -> None:
    add(outside, anja, zuid, "Kanariehuis")
    rij = db.session.execute(kaartplek.select()).one()
    assert b"Kanariehuis" not in rij.inhoud
