"""A docent and his group: a course, a link, who is where, what is handed in and given back. And what stays of the student."""

import pytest
from flask import Flask

from leefgebieden.context import Context
from leefgebieden.domain.leergroep import LINK_GELDT
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.leergroep import fetch_groepen_met, fetch_groepen_van, fetch_inleveringen, fetch_leden
from leefgebieden.store.medewerker import fetch_medewerker_by_email
from leefgebieden.store.sleutels import has_dek
from leefgebieden.store.tables import inlevering, leergroep
from leefgebieden.store.toegang import fetch_rollen
from tests.page import words
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD, Clock, add_mens, sign_in


@pytest.fixture
def dina_client(app: Flask, dina: Mens) -> PagesClient:
    return sign_in(make_client(app), dina)


@pytest.fixture
def sem_client(app: Flask, sem: Mens) -> PagesClient:
    return sign_in(make_client(app), sem)


def make(client: PagesClient, dina: Mens, naam: str = "Jaar 2") -> str:
    client.get("/leergroepen/nieuw")
    client.submit("/leergroepen/nieuw", {"naam": naam})
    db.session.rollback()
    return next(rij.groep.id for rij in fetch_groepen_van(dina.id) if rij.groep.naam == naam)


@pytest.fixture
def groep(dina_client: PagesClient, dina: Mens) -> str:
    """A group of Dina. Its id."""
    return make(dina_client, dina)


def give_link(client: PagesClient, groep: str) -> str:
    client.get(f"/leergroepen/{groep}/leden")
    client.submit(f"/leergroepen/{groep}/link")
    (adres,) = [words(e) for e in client.page.all("p") if "/groep/" in words(e)]
    return adres.removeprefix("http://localhost")


def join(client: PagesClient, adres: str) -> None:
    client.get(adres)
    client.submit(adres)


def answer(
    client: PagesClient, outside: Context, tekst: str, *, voor: str = "", verhaal: str = "frans-van-noord"
) -> str:
    """Begin with a story and answer its first turning point. The address of that."""
    client.get("/oefenen")
    client.submit(f"/oefenen/{verhaal}")
    punt = outside.content.oefeningen[verhaal].keerpunten[0].key
    adres = f"{client.page.url}/keerpunten/{punt}"
    client.get(adres)
    client.submit(adres, {"tekst": tekst, "voor": voor})
    return adres


def test_a_course_is_planned_and_its_dagdelen_hold_what_goes_with_them(
    dina_client: PagesClient, groep: str, outside: Context
) -> None:
    dina_client.get(f"/leergroepen/{groep}/wijzig")
    dina_client.submit("/wijzig", {"naam": "Jaar 2, maandag", "dag_0": "2026-09-07", "erbij_0": "Neem je half A4 mee."})
    assert "Hierna: maandag 7 september 2026" in dina_client.page.text
    for dagdeel in outside.content.cursus.dagdelen:
        tekst = dina_client.get(f"/leergroepen/{groep}/dagdelen/{dagdeel.key}").text
        assert dagdeel.thema in tekst
        for regel in (*dagdeel.leerdoelen, *dagdeel.docent, *dagdeel.deelnemer, *dagdeel.onderwerpen):
            assert regel in tekst
        for key in dagdeel.werkvormen:
            assert outside.content.werkvormen[key].titel in tekst
    assert "Neem je half A4 mee." in dina_client.get(f"/leergroepen/{groep}/dagdelen/aansluiten").text


def test_a_group_without_a_name_is_asked_for_one(dina_client: PagesClient) -> None:
    dina_client.get("/leergroepen/nieuw")
    dina_client.submit("/leergroepen/nieuw", {"naam": " "})
    assert "Geef de groep een naam" in dina_client.page.text


def test_the_course_of_last_year_comes_over_in_one_tap(
    dina_client: PagesClient, groep: str, dina: Mens, sem_client: PagesClient
) -> None:
    join(sem_client, give_link(dina_client, groep))
    dina_client.get(f"/leergroepen/{groep}/wijzig")
    dina_client.submit("/wijzig", {"dag_0": "2026-09-07", "erbij_0": "Neem je half A4 mee."})
    dina_client.get("/leergroepen/nieuw")
    dina_client.submit("/leergroepen/nieuw", {"naam": "Volgend jaar", "van": groep})
    db.session.rollback()
    nieuw = next(rij.groep for rij in fetch_groepen_van(dina.id) if rij.groep.naam == "Volgend jaar")
    # the same day of the week
    assert str(nieuw.find_bijeenkomst("aansluiten").dag) == "2027-09-06"
    assert nieuw.find_bijeenkomst("aansluiten").erbij == "Neem je half A4 mee."
    assert fetch_leden(nieuw.id) == []


def test_who_has_no_account_joins_by_the_link_and_can_practise_and_nothing_else(
    app: Flask, dina_client: PagesClient, groep: str, samira: str
) -> None:
    adres = give_link(dina_client, groep)
    bezoek = make_client(app)
    bezoek.get(adres)
    bezoek.submit("/account", {"email": "noor@school.test", "naam": "Noor", "wachtwoord": "kort"}, status=400)
    assert bezoek.page.form("/account").values()["email"] == ["noor@school.test"]
    bezoek.submit("/account", {"email": "noor@school.test", "naam": "Noor", "wachtwoord": "vier losse woorden"})
    bezoek.submit("/aanmelden", {"email": "noor@school.test", "wachtwoord": "vier losse woorden"})
    assert "Jaar 2" in bezoek.page.text
    db.session.rollback()
    noor = fetch_medewerker_by_email("noor@school.test")
    assert noor is not None
    assert {rol.value for rol in fetch_rollen(noor.id)} == {"student"}
    bezoek.get(f"/mensen/{samira}", status=404)
    bezoek.get("/mensen/nieuw", status=403)
    bezoek.get(f"/leergroepen/{groep}/leden", status=403)


def test_an_address_that_has_an_account_is_not_told_from_one_that_has_not_by_more_than_a_hint(
    app: Flask, dina_client: PagesClient, groep: str, anja: Mens
) -> None:
    adres = give_link(dina_client, groep)
    bezoek = make_client(app)
    bezoek.get(adres)
    velden = {"email": "anja@team.test", "naam": "Anja", "wachtwoord": "vier losse woorden"}
    bezoek.submit("/account", velden, status=400)
    assert "Log dan eerst in" in bezoek.page.text
    # who has one signs in on the way, and joins with it
    bezoek.get(adres)
    bezoek.click("Log in en doe mee")
    bezoek.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    bezoek.submit(adres)
    db.session.rollback()
    assert [rij.groep.id for rij in fetch_groepen_met(anja.id)] == [groep]


def test_a_link_ends_after_three_weeks_when_another_is_made_and_when_it_is_withdrawn(
    app: Flask, dina_client: PagesClient, sem_client: PagesClient, groep: str, clock: Clock
) -> None:
    oud = give_link(dina_client, groep)
    nieuw = give_link(dina_client, groep)
    sem_client.get(oud, status=404)
    sem_client.get(nieuw)
    clock.move(seconds=LINK_GELDT.total_seconds())
    assert "Deze link werkt niet" in sem_client.get(nieuw, status=404).text
    weer = give_link(dina_client, groep)
    dina_client.submit("/link/weg")
    sem_client.get(weer, status=404)
    sem_client.get("/groep/verzonnen", status=404)


def test_the_docent_sees_how_far_somebody_is_and_not_what_he_wrote(
    dina_client: PagesClient, sem_client: PagesClient, groep: str, outside: Context
) -> None:
    join(sem_client, give_link(dina_client, groep))
    assert "Nog niet begonnen" in dina_client.get(f"/leergroepen/{groep}/leden").text
    adres = answer(sem_client, outside, "Kanarieantwoord")
    leden = dina_client.get(f"/leergroepen/{groep}/leden").text
    assert "1 van 8 vragen" in leden
    assert "Kanarie" not in leden
    assert "Kanarie" not in dina_client.get(f"/leergroepen/{groep}/antwoorden").text
    dina_client.get(adres.partition("/oefening")[0], status=404)


def test_an_answer_is_handed_in_gets_words_back_and_can_be_taken_back(
    dina_client: PagesClient, sem_client: PagesClient, groep: str, outside: Context
) -> None:
    join(sem_client, give_link(dina_client, groep))
    adres = answer(sem_client, outside, "Nog een keer langsgaan", voor="Hij deed open")
    sem_client.submit("/inleveren")
    assert "Ingeleverd. Intrekken kan bij je groep." in sem_client.page.text
    tekst = dina_client.get(f"/leergroepen/{groep}/antwoorden").text
    assert "Nog een keer langsgaan" in tekst
    assert "Voor: Hij deed open" in tekst
    dina_client.get(next(href for t, href in dina_client.page.links().items() if t.startswith("Geef woorden terug")))
    dina_client.submit("/terug", {"tekst": "Mooi dat je van de deur begint. Wat als hij dichtblijft?"})
    terug = sem_client.get(f"/leergroepen/{groep}/antwoorden").text
    assert "Wat als hij dichtblijft?" in terug
    # what he thinks later is not handed in by itself
    sem_client.get(adres)
    form = sem_client.page.form(adres)
    sem_client.submit(form.action.removeprefix("http://localhost"), {"tekst": "Toch liever bellen"})
    assert "liever bellen" not in dina_client.get(f"/leergroepen/{groep}/antwoorden").text
    sem_client.get(f"/leergroepen/{groep}/antwoorden")
    sem_client.submit("/trek-in")
    db.session.rollback()
    assert fetch_inleveringen(groep) == []


def test_what_is_for_the_docent_no_fellow_student_reads_and_what_is_for_the_group_all_do(
    app: Flask, dina_client: PagesClient, sem_client: PagesClient, groep: str, outside: Context
) -> None:
    adres = give_link(dina_client, groep)
    join(sem_client, adres)
    noor = sign_in(make_client(app), add_mens(app, outside, "Noor"))
    join(noor, adres)
    answer(sem_client, outside, "Alleen voor Dina")
    sem_client.submit("/inleveren", {"wie": "docent"})
    answer(noor, outside, "Voor iedereen")
    noor.submit("/inleveren", {"wie": "groep"})
    punt = outside.content.oefeningen["frans-van-noord"].keerpunten[0].key
    gesprek = f"/leergroepen/{groep}/antwoorden/gesprek/frans-van-noord/{punt}"
    for pad in (f"/leergroepen/{groep}/antwoorden", gesprek):
        tekst = noor.get(pad).text
        assert "Alleen voor Dina" not in tekst
        assert "Voor iedereen" in tekst
    assert "Voor iedereen" in sem_client.get(gesprek).text
    db.session.rollback()
    van_sem = next(een for een in fetch_inleveringen(groep) if een.tekst == "Alleen voor Dina")
    noor.get(f"/leergroepen/{groep}/antwoorden")
    noor.post(f"/leergroepen/{groep}/antwoorden/{van_sem.id}/trek-in", status=404)
    noor.get(f"/leergroepen/{groep}/antwoorden/{van_sem.id}/terug", status=403)


def test_outside_the_group_it_is_not_there(app: Flask, sem_client: PagesClient, groep: str, outside: Context) -> None:
    andere = sign_in(make_client(app), add_mens(app, outside, "Noor"))
    for client in (sem_client, andere):
        for pad in ("", "/leden", "/wijzig", "/antwoorden", "/dagdelen/aansluiten"):
            client.get(f"/leergroepen/{groep}{pad}", status=404)
    sem_client.get("/leergroepen/nieuw", status=403)


def test_leaving_and_throwing_away_leave_nothing_that_was_handed_in(
    dina_client: PagesClient, sem_client: PagesClient, groep: str, outside: Context, sem: Mens
) -> None:
    adres = give_link(dina_client, groep)
    join(sem_client, adres)
    oefening = answer(sem_client, outside, "Kanarieantwoord")
    sem_client.submit("/inleveren")
    db.session.rollback()
    rij = db.session.execute(inlevering.select()).one()
    assert b"Kanarie" not in rij.inhoud
    sem_client.get(f"/leergroepen/{groep}")
    sem_client.submit("/ga-eruit")
    db.session.rollback()
    assert db.session.execute(inlevering.select()).all() == []
    join(sem_client, adres)
    sem_client.get(oefening)
    sem_client.submit("/inleveren")
    dina_client.get(f"/leergroepen/{groep}")
    dina_client.submit("/gooi-weg")
    db.session.rollback()
    assert db.session.execute(inlevering.select()).all() == []
    assert db.session.execute(leergroep.select()).all() == []
    db.session.remove()  # it remembers the key
    assert not has_dek(groep)
    # the try stays of who made it
    assert "Kanarieantwoord" in sem_client.get(oefening).text
