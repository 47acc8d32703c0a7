"""A colleague asks about one notitie; who works with the person answers; who asked sees it. Nothing of it outlives the notitie."""

import pytest

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.notitieweg import erase_notitie, move_notitie
from leefgebieden.actions.team import change_team
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casusbestand import read_casusbestand, write_casusbestand
from leefgebieden.domain.inzage import compose_inzage
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.vorm import Vormfout
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient
from tests.people import Clock


def write(outside: Context, casus: str, door: Mens, tekst: str = "Er ligt post", *, afgeschermd: bool = False) -> str:
    notitie = Notitie(outside.new_id(), tekst, afgeschermd=afgeschermd, gemaakt_op=outside.now(), auteur=door)
    record_notitie(outside, casus, notitie)
    return notitie.id


def ask(client: PagesClient, casus: str, notitie: str, tekst: str = "Hoe lang al?") -> None:
    client.get(f"/mensen/{casus}/notities/{notitie}/navraag")
    client.submit("/navraag", {"tekst": tekst})


def answer(client: PagesClient, tekst: str) -> None:
    form = next(form for form in client.page.forms() if "/navraag/" in form.action)
    client.submit(form.action.removeprefix("http://localhost"), {"tekst": tekst})


def test_it_is_asked_answered_and_seen_by_who_asked(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, samira: str, clock: Clock
) -> None:
    notitie = write(outside, samira, anja)
    karim_client.get(f"/mensen/{samira}/notities/{notitie}")
    karim_client.click("Vraag van een collega")
    karim_client.submit("/navraag", {"tekst": "Hoe lang al?"})
    assert "Hoe lang al?" in karim_client.page.text
    assert "Een collega vraagt iets: 1" in client.get("/mensen").text
    assert "Een collega vraagt iets" not in karim_client.get("/mensen").text
    client.get("/komt-terug")
    client.get(next(href for tekst, href in client.page.links().items() if "Hoe lang al?" in tekst))
    answer(client, "Sinds april")
    assert "Anja antwoordt" in client.page.text
    assert "Een collega vraagt iets" not in client.get("/mensen").text
    terug = karim_client.get("/komt-terug").text
    assert "Antwoord op wat jij vroeg: 1" in terug
    assert "Sinds april" in terug
    assert "Vraag van een collega, met antwoord" in karim_client.get(f"/mensen/{samira}").text
    clock.move(days=15)
    assert "Antwoord op wat jij vroeg" not in karim_client.get("/komt-terug").text


def test_who_may_only_read_may_ask_and_not_answer(
    client: PagesClient, tessa_client: PagesClient, outside: Context, anja: Mens, bo: Mens, samira: str, zuid: str
) -> None:
    notitie = write(outside, samira, anja)
    change_team(outside, bo, zuid, "Zuid", lezen_mee=True)
    tessa_client.get(f"/mensen/{samira}")
    href = next(href for tekst, href in tessa_client.page.links().items() if tekst.startswith("Vraag hierover"))
    tessa_client.get(href)
    tessa_client.submit("/navraag", {"tekst": "Van wie?"})
    assert "Wacht nog op een antwoord" in tessa_client.page.text
    assert "Geef antwoord" not in tessa_client.page.text
    client.get(f"/mensen/{samira}/notities/{notitie}/navraag")
    client.click("Geef antwoord")
    answer(client, "Van de bank")
    assert "Van de bank" in tessa_client.get("/komt-terug").text


def test_two_answers_the_first_stands_and_the_other_is_not_lost(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    notitie = write(outside, samira, anja)
    ask(client, samira, notitie)
    for wie in (client, karim_client):
        wie.get(f"/mensen/{samira}/notities/{notitie}/navraag")
        wie.click("Geef antwoord")
    answer(client, "Sinds april")
    answer(karim_client, "Sinds mei, denk ik")
    assert "Een collega was je voor" in karim_client.page.text
    assert "Sinds mei, denk ik" in karim_client.page.text
    assert "Sinds april" in karim_client.page.text
    form = next(form for form in karim_client.page.forms() if "/navraag/" in form.action)
    karim_client.submit(form.action.removeprefix("http://localhost"), button="Gooi weg")
    assert "Sinds mei" not in karim_client.page.text


def test_an_empty_question_is_asked_for_and_a_form_sent_twice_is_one_question(
    client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    notitie = write(outside, samira, anja)
    ask(client, samira, notitie, "")
    assert "Schrijf je vraag op." in client.page.text
    velden = client.page.form("/navraag").values() | {"tekst": ["Hoe lang al?"]}
    for _ in range(2):
        client.post(f"/mensen/{samira}/notities/{notitie}/navraag", velden)
    db.session.rollback()
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    assert [een.tekst for een in gelezen.hele.navragen] == ["Hoe lang al?"]


def test_what_is_asked_about_a_shielded_notitie_is_not_told_to_others(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    notitie = write(outside, samira, anja, "Kanarie", afgeschermd=True)
    ask(client, samira, notitie, "Kanarievraag")
    assert "Kanarievraag" not in karim_client.get("/komt-terug").text
    assert "Kanarievraag" not in karim_client.get(f"/mensen/{samira}").text
    karim_client.get(f"/mensen/{samira}/notities/{notitie}/navraag", status=404)


def test_it_goes_with_its_notitie(client: PagesClient, outside: Context, anja: Mens, samira: str) -> None:
    wim = outside.new_id()
    begin_casus(outside, anja, wim, "Wim", Kanaal.LOKET)
    notitie = write(outside, samira, anja)
    ask(client, samira, notitie)
    db.session.rollback()
    move_notitie(outside, anja, samira, wim, notitie)
    assert "Hoe lang al?" in client.get(f"/mensen/{wim}/notities/{notitie}/navraag").text
    db.session.rollback()
    daar, hier = fetch_casus(wim), fetch_casus(samira)
    assert daar is not None
    assert hier is not None
    assert (len(hier.hele.navragen), len(daar.hele.navragen)) == (0, 1)
    erase_notitie(outside, anja, wim, notitie)
    daar = fetch_casus(wim)
    assert daar is not None
    assert daar.hele.navragen == ()


def test_it_travels_in_the_file_and_stands_in_what_the_person_gets(
    client: PagesClient, outside: Context, anja: Mens, samira: str, content: Content
) -> None:
    notitie = write(outside, samira, anja)
    ask(client, samira, notitie)
    client.get(f"/mensen/{samira}/notities/{notitie}/navraag")
    client.click("Geef antwoord")
    answer(client, "Sinds april")
    db.session.rollback()
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    bestand = write_casusbestand(gelezen.hele)
    assert write_casusbestand(read_casusbestand(bestand, content)) == bestand
    with pytest.raises(Vormfout, match=r"navragen\[0\].notitie"):
        read_casusbestand(
            bestand.replace(f'"notitie": "{notitie}"'.encode(), f'"notitie": "{samira}"'.encode()), content
        )
    inzage = compose_inzage(gelezen.hele, 0, content, maker="Anja", nu=outside.now())
    deel = next(deel for deel in inzage.delen if deel.kop.startswith("Vragen van"))
    assert [stuk.tekst for stuk in deel.stukken] == ["Hoe lang al?", "Sinds april"]
