"""Losse notities: of nobody yet, only for who wrote them, and given to a person later."""

from leefgebieden.domain.mens import Mens
from leefgebieden.store.losse_notitie import fetch_losse_notities
from leefgebieden.store.notitie import fetch_eerdere_versies
from leefgebieden.store.onderdeel import fetch_onderdelen
from tests.pages import PagesClient
from tests.people import Clock


def write(client: PagesClient, tekst: str, **fields: str) -> None:
    client.get("/losse-notities/nieuw")
    client.submit("/losse-notities/nieuw", {"tekst": tekst, **fields})


def test_a_losse_notitie_is_written_from_mensen_without_choosing_anybody(client: PagesClient) -> None:
    client.get("/mensen")
    client.click("Losse notitie")
    client.submit("/losse-notities/nieuw", {"tekst": "De buurvrouw zag licht.", "wat": ["lastig"]})
    assert "De buurvrouw zag licht." in client.page.text
    assert "Losse notities: 1" in client.get("/mensen").text


def test_after_two_weeks_it_asks_for_a_place(client: PagesClient, clock: Clock) -> None:
    write(client, "Van toen.")
    clock.move(days=14)
    write(client, "Van nu.")
    assert "langer dan 2 weken" not in client.get("/losse-notities").text
    clock.move(minutes=1)
    assert client.get("/losse-notities").text.count("langer dan 2 weken") == 1


def test_nobody_else_sees_it(client: PagesClient, karim_client: PagesClient, anja: Mens) -> None:
    write(client, "Alleen van Anja.")
    assert "Alleen van Anja." not in karim_client.get("/losse-notities").text
    (notitie,) = fetch_losse_notities(anja.id)
    karim_client.get(f"/losse-notities/{notitie.id}", status=404)
    karim_client.get("/losse-notities")
    karim_client.post(f"/losse-notities/{notitie.id}/weg")
    assert len(fetch_losse_notities(anja.id)) == 1


def test_given_to_a_person_it_stands_there_with_its_labels_and_is_gone_here(
    client: PagesClient, anja: Mens, samira: str
) -> None:
    write(client, "Hij kan goed koken.", wat="kracht")
    client.click("Geef een plek aan: Hij kan goed koken.")
    client.submit("Geef", {"wie": samira})
    assert "Hij kan goed koken." in client.page.text
    ((_, _, notitie),) = fetch_onderdelen("notities", samira)
    assert notitie.is_kracht
    assert fetch_eerdere_versies(samira, notitie.id) == []
    assert fetch_losse_notities(anja.id) == []
    assert "gaf een losse notitie hier een plek" in client.get(f"/mensen/{samira}/logboek").text


def test_it_is_not_given_to_somebody_one_does_not_write_about(
    vera_client: PagesClient, vera: Mens, samira: str
) -> None:
    write(vera_client, "Van Vera.")
    (notitie,) = fetch_losse_notities(vera.id)
    vera_client.post(f"/losse-notities/{notitie.id}/geef", {"wie": samira})
    assert "Kies over wie het gaat." in vera_client.page.text
    assert fetch_onderdelen("notities", samira) == []
    assert len(fetch_losse_notities(vera.id)) == 1


def test_thrown_away_it_is_gone(client: PagesClient, anja: Mens) -> None:
    write(client, "Toch niet nodig.")
    client.click("Geef een plek aan: Toch niet nodig.")
    client.submit("/weg", button="Gooi weg")
    assert "Weggegooid" in client.page.text
    assert fetch_losse_notities(anja.id) == []


def test_the_same_form_twice_is_one_and_other_words_come_back(client: PagesClient, anja: Mens) -> None:
    client.get("/losse-notities/nieuw")
    form = client.page.form("/losse-notities/nieuw")
    fields = form.filled({"tekst": "Eén keer."}, None)
    for _ in range(2):
        client.post("/losse-notities/nieuw", fields)
    client.post("/losse-notities/nieuw", {**fields, "tekst": "Andere woorden."})
    assert "Andere woorden." in client.page.html
    assert [notitie.tekst for notitie in fetch_losse_notities(anja.id)] == ["Eén keer."]


def test_an_empty_one_is_refused_and_its_labels_stay(client: PagesClient) -> None:
    client.get("/losse-notities/nieuw")
    client.submit("/losse-notities/nieuw", {"tekst": " ", "wat": ["kracht"]})
    assert "Schrijf eerst iets op. Eén woord is genoeg." in client.page.text
    assert client.page.form("/losse-notities/nieuw").filled({}, None)["wat"] == ["kracht"]
