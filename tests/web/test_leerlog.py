"""The leerlog: one's own, questions to oneself, what comes back; shared only line by line; taken along."""

import pytest
from flask import Flask

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.leerlog import fetch_regels
from leefgebieden.store.tables import leerlogregel
from tests.pages import PagesClient, make_client
from tests.people import Clock, add_mens, sign_in
from tests.web.test_leergroep import dina_client, give_link, groep, join, sem_client

__all__ = ["dina_client", "groep", "sem_client"]


def write(client: PagesClient, tekst: str, **velden: str) -> None:
    client.get("/leerlog")
    client.submit("/leerlog", {"tekst": tekst, **velden})


def test_a_line_is_written_at_a_question_and_comes_back_on_its_day(sem_client: PagesClient, clock: Clock) -> None:
    sem_client.get("/oefenen")
    sem_client.click("Leerlog: vragen aan jezelf")
    assert "Eén zin na een dag oefenen is genoeg." in sem_client.page.text
    sem_client.click("Vragen aan jezelf")
    sem_client.get(next(href for tekst, href in sem_client.page.links().items() if tekst.startswith("Hart.")))
    assert "Waar werd je door geraakt?" in sem_client.page.text
    sem_client.submit("/leerlog", {"tekst": "Eerst stil zijn", "terug_op": "2026-07-21"})
    assert "Komt terug op dinsdag 21 juli 2026" in sem_client.page.text
    assert "Hier wilde je op terugkomen" not in sem_client.page.text
    clock.move(days=7)
    sem_client.get("/leerlog")
    sem_client.get(next(href for tekst, href in sem_client.page.links().items() if tekst.startswith("Eerst stil zijn")))
    form = next(form for form in sem_client.page.forms() if len(form.action.partition("/leerlog/")[2]) == 36)
    sem_client.submit(form.action.removeprefix("http://localhost"), {"afloop": "Het lukte één keer"})
    assert "Wat ervan werd: Het lukte één keer" in sem_client.page.text
    assert "Hier wilde je op terugkomen" not in sem_client.page.text


def test_all_aims_competences_levels_and_orientations_are_there(sem_client: PagesClient, outside: Context) -> None:
    tekst = sem_client.get("/leerlog/vragen").text
    for doel in outside.content.cursus.doelen:
        assert doel in tekst
    for key in ("competentiematrix", "professionele-nabijheid"):
        for deel in outside.content.methodiek[key].onderdelen:
            assert deel.titel in tekst
    for vraag in outside.content.cursus.leervragen:
        assert vraag.vraag in tekst


def test_nobody_reads_along_until_a_line_is_shared_and_then_that_line_alone(
    app: Flask, sem_client: PagesClient, dina_client: PagesClient, groep: str, outside: Context, sem: Mens
) -> None:
    adres = give_link(dina_client, groep)
    join(sem_client, adres)
    noor = sign_in(make_client(app), add_mens(app, outside, "Noor"))
    join(noor, adres)
    write(sem_client, "Kanarie één")
    write(sem_client, "Kanarie twee")
    pad = f"/leergroepen/{groep}/leerlog"
    assert "Kanarie" not in dina_client.get(pad).text
    db.session.rollback()
    regel = next(een for een in fetch_regels(sem.id) if een.tekst == "Kanarie één")
    for ander in (dina_client, noor):
        ander.get(f"/leerlog/{regel.id}", status=404)
        assert "Kanarie" not in ander.get("/leerlog").text
    noor.get(pad, status=403)
    sem_client.get(f"/leerlog/{regel.id}")
    sem_client.submit(f"/leerlog/{regel.id}", {"gedeeld_met": [groep]})
    tekst = dina_client.get(pad).text
    assert "Kanarie één" in tekst
    assert "Kanarie twee" not in tekst
    sem_client.get(f"/leerlog/{regel.id}")
    sem_client.submit(f"/leerlog/{regel.id}", {"gedeeld_met": []})
    assert "Kanarie" not in dina_client.get(pad).text
    db.session.rollback()
    assert all(b"Kanarie" not in rij.inhoud for rij in db.session.execute(leerlogregel.select()))


def test_it_is_taken_along_as_a_file_and_a_line_can_go(sem_client: PagesClient, sem: Mens) -> None:
    write(sem_client, "# Geen kop\nWel een regel", onderdeel="competentiematrix/3", terug_op="2026-08-01")
    bestand = sem_client.get("/leerlog/meenemen")
    tekst = bestand.data.decode()
    assert "Leerlog van Sem" in tekst
    assert "Wel een regel" in tekst
    assert "Bij: 3. Deskundigheid, macro" in tekst
    assert "zaterdag 1 augustus 2026" in tekst
    assert bestand.response.headers["Content-Disposition"] == "attachment; filename=leerlog.md"
    db.session.rollback()
    (regel,) = fetch_regels(sem.id)
    sem_client.get(f"/leerlog/{regel.id}")
    sem_client.submit("/haal-weg")
    db.session.rollback()
    assert fetch_regels(sem.id) == []


@pytest.mark.parametrize(
    ("velden", "fout"), [({}, "Schrijf eerst iets op"), ({"tekst": "x", "terug_op": "morgen"}, "datum")]
)
def test_a_line_that_is_not_right_comes_back(sem_client: PagesClient, velden: dict[str, str], fout: str) -> None:
    sem_client.get("/leerlog")
    sem_client.submit("/leerlog", velden)
    assert fout in sem_client.page.text
    assert sem_client.page.form("/leerlog").values()["tekst"] == [velden.get("tekst", "")]


def test_two_tabs_do_not_overwrite_each_other(sem_client: PagesClient, sem: Mens) -> None:
    write(sem_client, "Eerst")
    db.session.rollback()
    (regel,) = fetch_regels(sem.id)
    pad = f"/leerlog/{regel.id}"
    oud = sem_client.get(pad).form(pad).values()
    sem_client.submit(pad, {"tekst": "Uit tab één"})
    sem_client.post(pad, {**oud, "tekst": ["Uit tab twee"]})
    assert "Zo is het nu Uit tab één" in sem_client.page.text
    assert "Dit typte jij Uit tab twee" in sem_client.page.text
