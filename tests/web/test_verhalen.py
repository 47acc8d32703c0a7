"""A docent writes a story in a form, plays it himself, gives it to a group, and shares it as a file."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask

from leefgebieden.actions.verhaalbestand import write_bestand
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import db
from leefgebieden.store.tables import verhaal
from leefgebieden.store.team import Plek
from leefgebieden.store.verhaal import fetch_verhalen_van
from tests.domain.test_eigen_verhaal import TEKST
from tests.domain.test_eigen_verhaal import make as make_file
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in
from tests.web.test_leergroep import dina_client, give_link, groep, join, sem_client

__all__ = ["dina_client", "groep", "sem_client"]

VERHAAL = {
    "titel": "Wim achter de deur",
    "naam": "Wim",
    "kanaal": "eropaf",
    "wanneer": "Wim doet open.",
    "tekst": TEKST,
}
VRAAG = {
    "titel": "Blijf je?",
    "na": "aan-de-deur",
    "vraag": "Blijf je staan, of ga je weg?",
    "wie_1": "Een wijkverpleegkundige",
    "standpunt_1": "Blijven",
    "argumenten_1": "Hij deed open\nDat is veel",
    "leunt_op_1": "bakens/eropaf",
    "wie_2": "Een buurvrouw",
    "standpunt_2": "Weggaan",
    "argumenten_2": "Morgen is er weer een dag",
}


def write(client: PagesClient, dina: Mens) -> str:
    """A story with a question. Its id."""
    client.get("/verhalen/nieuw")
    client.submit("/verhalen/nieuw", VERHAAL)
    db.session.rollback()
    verhaal_id = fetch_verhalen_van(dina.id)[0].verhaal.id
    client.get(f"/verhalen/{verhaal_id}/vragen/nieuw")
    client.submit("/vragen/nieuw", VRAAG)
    return verhaal_id


@pytest.fixture
def wim(dina_client: PagesClient, dina: Mens) -> str:
    return write(dina_client, dina)


def begin(client: PagesClient, verhaal_id: str) -> str:
    """Begin a try. Its address."""
    client.get("/oefenen")
    client.submit(f"/oefenen/{verhaal_id}")
    return client.page.url


def test_it_is_written_looked_at_and_changed(dina_client: PagesClient, wim: str) -> None:
    tekst = dina_client.get(f"/verhalen/{wim}").text
    for woord in (
        "Wim achter de deur",
        "1 Aan de deur",
        "Er ligt post.",
        "2 Een week later",
        "Blijf je?",
        "2 meningen",
    ):
        assert woord in tekst
    dina_client.click("Wijzig het verhaal")
    assert dina_client.page.form("/wijzig").values()["tekst"] == [TEKST.replace("open.\nHij", "open. Hij")]
    dina_client.submit("/wijzig", {"tekst": "# Aan de deur\n\nHij lacht."})
    assert "Hij lacht." in dina_client.page.text
    assert "Een week later" not in dina_client.page.text
    dina_client.get(f"/verhalen/{wim}/vragen/blijf-je")
    dina_client.submit("/vragen/blijf-je", {"wie_3": "Een zoon", "standpunt_3": "Bellen"})
    assert "3 meningen" in dina_client.page.text
    dina_client.get(f"/verhalen/{wim}/vragen/blijf-je")
    dina_client.submit("/haal-weg")
    assert "Nog geen vraag" in dina_client.page.text


def test_what_is_missing_is_asked_for_and_the_words_stay(dina_client: PagesClient, wim: str) -> None:
    dina_client.get("/verhalen/nieuw")
    dina_client.submit("/verhalen/nieuw", {**VERHAAL, "tekst": "# Alleen een kop", "titel": ""})
    assert "Geef het verhaal een titel." in dina_client.page.text
    assert "hoort tekst te staan" in dina_client.page.text
    assert dina_client.page.form("/verhalen/nieuw").values()["naam"] == ["Wim"]
    dina_client.get(f"/verhalen/{wim}/vragen/nieuw")
    dina_client.submit("/vragen/nieuw", {**VRAAG, "wie_2": "", "standpunt_2": "", "argumenten_3": "Zomaar"})
    assert (
        dina_client.page.text.count("Schrijf op wie dit vindt.") == 4
    )  # twice a view: above the form, and with the field
    assert dina_client.page.form("/vragen/nieuw").values()["argumenten_3"] == ["Zomaar"]


def test_it_is_played_by_the_group_that_got_it_and_by_nobody_else(
    app: Flask, dina_client: PagesClient, sem_client: PagesClient, groep: str, wim: str, outside: Context
) -> None:
    join(sem_client, give_link(dina_client, groep))
    assert "Wim achter de deur" not in sem_client.get("/oefenen").text
    sem_client.post(f"/oefenen/{wim}", {"id": outside.new_id()}, status=404)
    dina_client.get(f"/verhalen/{wim}")
    dina_client.submit(f"/verhalen/{wim}/groepen", {"groepen": [groep]})
    noor = sign_in(make_client(app), add_mens(app, outside, "Noor"))
    assert "Wim achter de deur" not in noor.get("/oefenen").text
    poging = begin(sem_client, wim)
    assert "OEFENEN" in sem_client.page.text
    sem_client.get(f"{poging}/fragmenten/aan-de-deur")
    assert "Er ligt post." in sem_client.page.text
    sem_client.get(f"{poging}/keerpunten/blijf-je")
    assert "Weggaan" not in sem_client.page.text
    sem_client.submit("/keerpunten/blijf-je", {"tekst": "Ik ga op de trap zitten"})
    assert "Weggaan" in sem_client.page.text
    assert "Wat zij zeggen schreef een docent." in sem_client.page.text
    sem_client.submit("/inleveren", {"wie": "groep"})
    assert "1 van 1 vraag" in dina_client.get(f"/leergroepen/{groep}/leden").text
    assert "Wim achter de deur: Blijf je?" in dina_client.get(f"/leergroepen/{groep}/antwoorden").text
    assert "Ik ga op de trap zitten" in sem_client.get(f"/leergroepen/{groep}/antwoorden/gesprek/{wim}/blijf-je").text
    # the story goes; what the student wrote stays his
    dina_client.get(f"/verhalen/{wim}")
    dina_client.submit("/gooi-weg")
    sem_client.get(poging, status=404)
    sem_client.get(poging.removesuffix("/oefening"))


def test_the_try_of_the_docent_becomes_how_an_experienced_worker_looked(
    dina_client: PagesClient, sem_client: PagesClient, groep: str, wim: str
) -> None:
    join(sem_client, give_link(dina_client, groep))
    dina_client.get(f"/verhalen/{wim}")
    dina_client.submit(f"/verhalen/{wim}/groepen", {"groepen": [groep]})
    poging = begin(sem_client, wim)
    casus = poging.removesuffix("/oefening")
    sem_client.get(f"{casus}/notities/nieuw")
    sem_client.submit("/notities/nieuw", {"tekst": "Er ligt veel post achter de deur"})
    assert "nog niet opgeschreven hoe een ervaren werker keek" in sem_client.get(f"{poging}/terugkijken").text
    sem_client.get(f"{poging}/a4.pdf", status=404)
    van_dina = begin(dina_client, wim).removesuffix("/oefening")
    dina_client.get(f"{van_dina}/notities/nieuw")
    dina_client.submit("/notities/nieuw", {"tekst": "Ongeopende post, hoog opgestapeld", "plaatsen": ["schulden"]})
    dina_client.get(f"/verhalen/{wim}")
    dina_client.submit("/voorbeeld")
    terug = sem_client.get(f"{poging}/terugkijken").text
    assert "Ongeopende post, hoog opgestapeld" in terug
    assert "Dit zag je ook. Woorden: post" in terug
    assert sem_client.get(f"{poging}/a4.pdf").data.startswith(b"%PDF")
    # a try of somebody else is no example
    dina_client.get(f"/verhalen/{wim}")
    dina_client.post(f"/verhalen/{wim}/voorbeeld", {"poging": casus.rpartition("/")[2]})
    assert "Deze poging is er niet" in dina_client.page.text


def send(client: PagesClient, ruw: bytes) -> None:
    nieuw = client.get("/verhalen").form("/verhalen/inlezen").values()["id"]
    velden: Any = {"id": nieuw, "bestand": [(BytesIO(ruw), "verhaal.json")]}
    client.post("/verhalen/inlezen", velden, content_type="multipart/form-data")


def test_it_travels_as_a_file_to_another_docent(
    app: Flask, dina_client: PagesClient, wim: str, outside: Context
) -> None:
    bestand = dina_client.get(f"/verhalen/{wim}/bestand")
    assert bestand.response.headers["Content-Disposition"] == "attachment; filename=verhaal.json"
    ander = sign_in(make_client(app), add_mens(app, outside, "Peter", Plek(Rol.DOCENT)))
    ander.get(f"/verhalen/{wim}", status=404)
    send(ander, bestand.data)
    assert "Wim achter de deur" in ander.page.text
    assert "Blijf je?" in ander.page.text
    begin(ander, ander.page.url.rpartition("/")[2])


def test_a_wrong_file_is_refused_whole_and_one_with_everything_comes_in(
    dina_client: PagesClient, dina: Mens, content: Content
) -> None:
    for ruw, zin in ((b"geen verhaal", "geen JSON"), (b"{}", "formaat"), (b"", "geen JSON")):
        send(dina_client, ruw)
        assert zin in dina_client.page.text
        assert "Er is niets ingelezen." in dina_client.page.text
    db.session.rollback()
    assert fetch_verhalen_van(dina.id) == []
    send(dina_client, write_bestand(make_file(content)))
    assert "Er is een voorbeeld." in dina_client.page.text


def test_two_tabs_do_not_overwrite_each_other(dina_client: PagesClient, wim: str) -> None:
    pad = f"/verhalen/{wim}/wijzig"
    oud = dina_client.get(pad).form(pad).values()
    dina_client.submit(pad, {"titel": "Uit tab één"})
    dina_client.post(pad, {**oud, "titel": ["Uit tab twee"]})
    assert "Zo is het nu Uit tab één" in dina_client.page.text
    assert "Dit typte jij Uit tab twee" in dina_client.page.text


def test_who_does_not_teach_writes_no_stories_and_nothing_can_be_read_in_the_database(
    dina_client: PagesClient, sem_client: PagesClient, wim: str
) -> None:
    for pad in ("", "/nieuw", f"/{wim}", f"/{wim}/wijzig", f"/{wim}/bestand", f"/{wim}/vragen/nieuw"):
        sem_client.get(f"/verhalen{pad}", status=403)
    rij = db.session.execute(verhaal.select()).one()
    assert b"Wim" not in rij.inhoud
