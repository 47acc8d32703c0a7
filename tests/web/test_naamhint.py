"""The name of somebody else with whom this worker works, in a notitie: asked about softly, after it is saved."""

from zlib import decompress

from flask import Flask
from itsdangerous import base64_decode
from sqlalchemy import text

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.netwerk import record_netwerklid
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import Netwerklid
from leefgebieden.store.db import db, writing
from tests.domain.maak import make_casus
from tests.pages import PagesClient, make_client
from tests.people import sign_in
from tests.web.test_logboek import read_lines
from tests.web.test_notitie import write

VRAAG = "Er staat een naam in:"


def begin(outside: Context, door: Mens, naam: str) -> str:
    casus_id = outside.new_id()
    begin_casus(outside, door, casus_id, naam, Kanaal.LOKET)
    return casus_id


def test_a_name_of_somebody_else_is_asked_about_and_the_notitie_can_go_there(
    app: Flask, client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    karel = begin(outside, anja, "Karel")
    write(client, samira, "Karel slaapt slecht.")
    assert "Bewaard" in client.page.text
    assert f"{VRAAG} Karel." in client.page.text
    assert "Wijzig of scherm af" in client.page.links()
    # nothing was held back, and it is asked once
    assert "Karel slaapt slecht." in client.page.text
    saved = client.page
    assert VRAAG not in client.get(f"/mensen/{samira}").text
    client.get(saved.links()["Hoort bij iemand anders"])
    client.submit(fields={"wie": karel}, button="Verplaats")
    assert "Karel slaapt slecht." in client.get(f"/mensen/{karel}").text
    lines = [line for line in read_lines(app) if line["actie"] == "naam herkend"]
    assert [(line["medewerker_id"], line["casus_id"], line["aantal"]) for line in lines] == [(anja.id, None, 1)]


def test_the_name_waits_in_no_cookie(client: PagesClient, outside: Context, anja: Mens, samira: str) -> None:
    begin(outside, anja, "Karel")
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = client.page.form("/notities/nieuw").filled({"tekst": "Karel slaapt slecht."})
    answer = client.client.post(f"/mensen/{samira}/notities/nieuw", data=fields)
    (cookie,) = (c for c in answer.headers.getlist("Set-Cookie") if c.startswith("leefgebieden="))
    waiting = cookie.partition("=")[2].split(".")
    raw = decompress(base64_decode(waiting[1])) if not waiting[0] else base64_decode(waiting[0])
    assert b"notitie" in raw
    assert b"Karel" not in raw


def test_of_somebody_whom_this_worker_does_not_have_nothing_is_said(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, vera: Mens, tessa: Mens, samira: str
) -> None:
    begin(outside, vera, "Willemien")
    begin(outside, tessa, "Godelieve")
    write(client, samira, "Zij noemt Willemien en Godelieve.")
    assert VRAAG not in client.page.text
    begin(outside, anja, "Karel")
    write(karim_client, samira, "Zij noemt Karel.")
    assert VRAAG not in karim_client.page.text


def test_somebody_in_the_network_is_meant_himself(
    client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    begin(outside, anja, "Karel")
    record_netwerklid(outside, anja, samira, Netwerklid(outside.new_id(), "broer Karel"))
    write(client, samira, "Karel belde.")
    assert VRAAG not in client.page.text


def test_the_example_and_who_is_real_stay_apart(client: PagesClient, frans: str, samira: str) -> None:
    write(client, samira, "Net als Frans van Noord.")
    assert VRAAG not in client.page.text
    write(client, frans, "Net als Samira.")
    assert VRAAG not in client.page.text


def test_a_change_asks_only_about_a_name_that_was_not_there(
    client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    begin(outside, anja, "Karel")
    begin(outside, anja, "Petronella")
    write(client, samira, "Karel belde.")
    form = client.page.links()["Wijzig of scherm af"]
    client.get(form)
    client.submit(fields={"tekst": "Karel belde Anja."}, button="Bewaar")
    assert "Bewaard" in client.page.text
    assert VRAAG not in client.page.text
    client.get(form)
    client.submit(fields={"tekst": "Karel belde Petronella."}, button="Bewaar")
    assert f"{VRAAG} Petronella." in client.page.text


def test_who_is_closed_is_not_asked_about(client: PagesClient, outside: Context, anja: Mens, samira: str) -> None:
    karel = begin(outside, anja, "Karel")
    client.get(f"/mensen/{karel}/afsluiten")
    client.submit(fields={"reden": "Klaar"})
    write(client, samira, "Karel belde.")
    assert VRAAG not in client.page.text


def test_a_student_is_asked_within_the_own_practice(app: Flask, outside: Context, sem: Mens, samira: str) -> None:
    for naam in ("Petronella", "Karel"):
        import_casus(outside, sem, HeleCasus(casus=make_casus(naam, soort=Soort.OEFENING)))
    student = sign_in(make_client(app), sem)
    write(student, make_casus("Karel").id, "Petronella en Samira belden.")
    assert f"{VRAAG} Petronella." in student.page.text


def test_when_its_line_cannot_be_written_it_is_saved_and_no_name_is_shown(
    client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    begin(outside, anja, "Karel")
    with writing():
        db.session.execute(
            text(
                "CREATE TRIGGER dicht BEFORE INSERT ON logboek WHEN NEW.actie = 'naam herkend' "
                "BEGIN SELECT RAISE(ABORT, 'vol'); END"
            )
        )
    write(client, samira, "Karel belde.")
    assert "Bewaard" in client.page.text
    assert VRAAG not in client.page.text


def test_on_a_covered_screen_no_name_is_shown(client: PagesClient, outside: Context, anja: Mens, samira: str) -> None:
    begin(outside, anja, "Karel")
    client.get(f"/mensen/{samira}/notities/nieuw")
    fields = client.page.form("/notities/nieuw").filled({"tekst": "Karel slaapt slecht."})
    client.client.post(f"/mensen/{samira}/notities/nieuw", data=fields)
    assert client.get("/verberg", status=303).status == 303
    page = client.get("/verborgen")
    assert "Karel" not in page.html
