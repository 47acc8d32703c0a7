"""The overleg: from planning it to an afspraak in the casus, and who sees what of it."""

from datetime import timedelta

import pytest
from flask import Flask

from leefgebieden.actions.toestemming import record_toestemming
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.concept import has_concepten
from leefgebieden.store.db import db, writing
from leefgebieden.store.overleg import Agendapunt, fetch_agenda, fetch_overleggen_of
from leefgebieden.store.wissen import delete_casus
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in

VANDAAG = {"dag": "2026-07-14", "tijd": "14:00", "minuten": "20"}


def tick(mens: Mens, organisatie: str = "") -> dict[str, str]:
    kort = mens.id.replace("-", "")
    return {f"erbij_{kort}": "y", f"organisatie_{kort}": organisatie}


@pytest.fixture
def overleg(client: PagesClient, frans: str, kees: Mens, anja: Mens) -> str:
    """Anja planned one for today, with Kees of the kernteam, and put Frans on its agenda. Its id."""
    client.get("/overleg/nieuw")
    client.submit("/overleg/nieuw", VANDAAG | tick(kees))
    assert "Niemand bracht een vraag in" in client.page.text
    (rij,) = fetch_overleggen_of(anja.id)
    db.session.rollback()
    client.get(f"/mensen/{frans}/overleg/{rij.overleg.id}")
    client.submit(fields={"vraag": "Gaan we nog een keer langs?"})
    assert "Gaan we nog een keer langs?" in client.page.text
    return rij.overleg.id


def test_the_question_has_initials_and_a_name_that_is_not_known_is_told(
    client: PagesClient, kees_client: PagesClient, samira: str, kees: Mens, anja: Mens
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit(
        "/notities/nieuw", {"tekst": "Ze zingt met Wilhelmina.", "wat": ["kracht"], "plaatsen": ["dag"]}, "Bewaar"
    )
    client.get("/overleg/nieuw")
    client.submit("/overleg/nieuw", VANDAAG | tick(kees) | {"ook": "De woningcorporatie"})
    (rij,) = fetch_overleggen_of(anja.id)
    db.session.rollback()
    assert "kijkt ook mee: De woningcorporatie." in client.get(f"/mensen/{samira}/overleg/{rij.overleg.id}").text
    naar_notitie = client.get(f"/mensen/{samira}/overleg/{rij.overleg.id}").links()[
        "Er staat nog een naam in: Wilhelmina"
    ]
    assert "Ze zingt met Wilhelmina." in client.get(naar_notitie).html
    client.get(f"/mensen/{samira}/overleg/{rij.overleg.id}")
    client.submit(fields={"vraag": "Houdt Samira haar huis, en wil Clementine?"})
    assert "In de vraag staat nog een naam: Clementine." in client.page.text
    for adres in (f"/overleg/{rij.overleg.id}/scherm", f"/overleg/{rij.overleg.id}"):
        tekst = kees_client.get(adres).text
        assert "Houdt S. haar huis" in tekst
        assert "Samira" not in tekst


@pytest.fixture
def kees_client(app: Flask, kees: Mens) -> PagesClient:
    return sign_in(make_client(app), kees)


def test_who_is_in_the_kernteam_sees_only_the_released_samenvatting_with_initials(
    kees_client: PagesClient, overleg: str, frans: str, clock: Clock
) -> None:
    tekst = kees_client.get(f"/overleg/{overleg}/scherm").text
    assert "Gaan we nog een keer langs?" in tekst
    punt = find_punt(overleg)
    for deel in ("zelf", "kracht", "lastig", "weten", "afspraken", "besluit"):
        assert "Frans" not in kees_client.get(f"/overleg/{overleg}/scherm?punt={punt.id}&deel={deel}").text
    kees_client.get(f"/mensen/{frans}", status=404)
    kees_client.get(f"/mensen/{frans}/overleg", status=404)
    clock.move(days=7)
    assert "Gaan we" in kees_client.get(f"/overleg/{overleg}/scherm").text
    clock.move(days=1)
    weg = kees_client.get(f"/overleg/{overleg}").text + kees_client.get(f"/overleg/{overleg}/scherm").text
    assert "Gaan we" not in weg
    assert "Deze persoon zie je hier niet" in weg


def test_a_new_date_does_not_open_again_what_was_closed(
    app: Flask, client: PagesClient, kees_client: PagesClient, overleg: str, clock: Clock, frans: str, anja: Mens
) -> None:
    clock.move(days=9)
    client.get(f"/overleg/{overleg}/wijzig")
    page = client.submit(f"/overleg/{overleg}/wijzig", {"dag": "2026-07-30"})
    assert "gaat op de nieuwe dag niet weer open" in page.text
    clock.move(days=7)
    assert "Gaan we" not in kees_client.get(f"/overleg/{overleg}").text
    assert "Gaan we" not in kees_client.get(f"/overleg/{overleg}/scherm").text
    client = sign_in(make_client(app), anja)
    client.get(f"/mensen/{frans}/overleg")
    client.post(f"/mensen/{frans}/overleg/{find_punt(overleg).id}/terug")
    client.get(f"/mensen/{frans}/overleg/{overleg}")
    client.submit(fields={"vraag": "Gaan we nog een keer langs?"})
    assert "Gaan we" in kees_client.get(f"/overleg/{overleg}").text


def test_an_overleg_that_is_put_off_before_its_day_is_seen_on_its_new_day(
    client: PagesClient, kees_client: PagesClient, kees: Mens, anja: Mens, frans: str, clock: Clock
) -> None:
    client.get("/overleg/nieuw")
    client.submit("/overleg/nieuw", VANDAAG | {"dag": "2026-07-16"} | tick(kees))
    (rij,) = fetch_overleggen_of(anja.id)
    db.session.rollback()
    client.get(f"/mensen/{frans}/overleg/{rij.overleg.id}")
    client.submit(fields={"vraag": "Gaan we nog een keer langs?"})
    client.get(f"/overleg/{rij.overleg.id}/wijzig")
    page = client.submit(f"/overleg/{rij.overleg.id}/wijzig", {"dag": "2026-07-30"})
    assert "niet weer open" not in page.text
    clock.move(days=2)
    assert "Gaan we" not in kees_client.get(f"/overleg/{rij.overleg.id}").text
    clock.move(days=14)
    assert "Gaan we" in kees_client.get(f"/overleg/{rij.overleg.id}").text
    assert "donderdag 30 juli 2026" in client.get(f"/mensen/{frans}/overleg").text


def test_words_begun_in_an_overleg_belong_to_the_person_and_go_along(
    client: PagesClient, overleg: str, frans: str, anja: Mens
) -> None:
    for soort in ("bijdrage", "dilemma", "besluit"):
        adres = f"/overleg/{overleg}/punten/{find_punt(overleg).id}/{soort}"
        client.get(adres)
        client.submit(adres, {"tekst" if soort != "besluit" else "wat": "x" * 1_001})
        assert "x" * 1_001 in client.page.html
    assert has_concepten(anja.id, frans)
    assert not has_concepten(anja.id, "")
    with writing():
        delete_casus(frans)
    assert not has_concepten(anja.id, frans)


def test_on_the_screen_an_afspraak_asks_what_became_of_it_and_tells_it(
    client: PagesClient, kees_client: PagesClient, overleg: str, frans: str, clock: Clock
) -> None:
    adres = f"/overleg/{overleg}/scherm?punt={find_punt(overleg).id}&deel=afspraken"
    assert "Twee weken niets gehoord" not in client.get(adres).text
    clock.move(days=6)
    voorbij = client.get(adres)
    assert "De datum is voorbij. Wat is er gebeurd?" in voorbij.text
    # who sees no more than the A4 is told no more than the A4
    assert "Wat is er gebeurd?" not in kees_client.get(adres).text
    client.get(next(href for tekst, href in voorbij.links().items() if tekst.startswith("Vertel het")))
    form = next(form for form in client.page.forms() if form.action.endswith("/afloop"))
    client.submit(form.action.removeprefix("http://localhost"), {"gedaan": "ja"})
    assert "Gedaan" in client.get(adres).text


def test_who_was_not_asked_finds_nothing(vera_client: PagesClient, overleg: str) -> None:
    for adres in ("", "/scherm", "/verslag", "/wijzig", "/nu", "/agenda"):
        vera_client.get(f"/overleg/{overleg}{adres}", status=404)
    assert "geen overleg gepland" in vera_client.get("/overleg").text


def test_another_organisation_sees_it_only_when_the_person_said_so(
    client: PagesClient,
    kees_client: PagesClient,
    overleg: str,
    kees: Mens,
    anja: Mens,
    frans: str,
    outside: Context,
) -> None:
    client.get(f"/overleg/{overleg}/wijzig")
    client.submit(f"/overleg/{overleg}/wijzig", tick(kees, "Woningbouw"))
    assert "Deze persoon zie je hier niet" in kees_client.get(f"/overleg/{overleg}/scherm").text
    dag = outside.today()
    ja = Toestemming(outside.new_id(), "de huur", "x", gegeven_op=dag, tot=dag + timedelta(days=9))
    record_toestemming(outside, anja, frans, ja)
    assert "Deze persoon zie je hier niet" in kees_client.get(f"/overleg/{overleg}/scherm").text
    ja = Toestemming(outside.new_id(), "woningbouw", "x", gegeven_op=dag, tot=dag + timedelta(days=9))
    record_toestemming(outside, anja, frans, ja)
    assert "Gaan we nog een keer langs?" in kees_client.get(f"/overleg/{overleg}/scherm").text


def test_who_will_not_see_it_is_told_before_it_is_released_by_the_day_in_the_netherlands(
    client: PagesClient, kees: Mens, anja: Mens, frans: str, outside: Context
) -> None:
    dag = outside.today()
    ja = Toestemming(outside.new_id(), "Woningbouw", "x", gegeven_op=dag, tot=dag + timedelta(days=1))
    record_toestemming(outside, anja, frans, ja)
    told = []
    # half past midnight is still the day before in UTC
    for dagen in (1, 2):
        wanneer = {"dag": (dag + timedelta(days=dagen)).isoformat(), "tijd": "00:30"}
        client.get("/overleg/nieuw")
        client.submit("/overleg/nieuw", VANDAAG | wanneer | tick(kees, "Woningbouw"))
        overleg_id = client.page.url.removeprefix("/overleg/")
        told.append("Wie werkt voor Woningbouw ziet" in client.get(f"/mensen/{frans}/overleg/{overleg_id}").text)
    assert told == [False, True]


def test_an_overleg_goes_from_a_question_with_two_sides_to_an_afspraak(
    client: PagesClient, kees_client: PagesClient, overleg: str, frans: str
) -> None:
    punt = find_punt(overleg)
    adres, scherm = f"/overleg/{overleg}/punten/{punt.id}", f"/overleg/{overleg}/scherm?punt={punt.id}"
    client.get(f"{adres}/dilemma")
    client.submit(fields={"tekst": "Mag Jan alleen gaan?"})
    dilemma = fetch_dilemma(frans)
    kees_client.get(f"/overleg/{overleg}/scherm?punt={punt.id}&deel=besluit")
    # the whole room reads along on the screen: there known names are initials, also in what was said
    assert "Mag J. alleen gaan?" in kees_client.page.text
    velden = {"tekst": "Hij kent Jan.", "bij": dilemma, "kant": "voor", "leunt_op": "bakens/eropaf"}
    kees_client.click("Ik wil iets zeggen")
    kees_client.submit("Zeg het", velden)
    assert "leunt op baken: Direct eropaf" in kees_client.get(f"{scherm}&deel=besluit").text
    assert "Schrijf een besluit op" not in kees_client.page.text
    kees_client.get(f"{adres}/besluit", status=403)
    client.get(f"{scherm}&deel=besluit")
    client.click("Schrijf een besluit op")
    besluit = {
        "wat": "Jan gaat alleen",
        "bij": dilemma,
        "reden": "Frans vertrouwt hem",
        "achter": "Kees en Anja",
        "anders": "Karim: met zijn tweeën is veiliger",
        "afspraak": "Langs bij Frans",
        "wie": "medewerker",
        "wie_naam": "Jan",
        "uiterlijk": "2026-07-21",
        "bewaker": "Kees",
        "vertellen": "Dat Jan komt",
        "verteller": "Jan",
    }
    client.submit(fields=besluit)
    db.session.rollback()
    gelezen = fetch_casus(frans)
    assert gelezen is not None
    (kept,) = gelezen.hele.besluiten
    nieuw = [afspraak for afspraak in gelezen.hele.afspraken if afspraak.id in kept.afspraken]
    assert [(a.wat, a.bewaker) for a in nieuw] == [("Langs bij Frans", "Kees"), ("Vertellen: Dat Jan komt", "")]
    verslag = client.get(f"/mensen/{frans}/overleg").text
    for woorden in ("Mag Jan alleen gaan?", "Hij kent Jan.", "Jan gaat alleen", "met zijn tweeën is veiliger"):
        assert woorden in verslag
    assert "Langs bij Frans" in client.get(f"/mensen/{frans}/afspraken").text
    zonder = client.get(f"/overleg/{overleg}/verslag").text
    assert "gaat alleen" in zonder
    assert "Frans" not in zonder


def find_punt(overleg: str) -> Agendapunt:
    """The only point on the agenda."""
    db.session.rollback()
    (punt,) = fetch_agenda(overleg)
    db.session.rollback()
    return punt


def ask_nu(pages: PagesClient, overleg: str) -> str:
    """What lies on the table, as the script of a screen asks it."""
    with pages.app.app_context():
        antwoord: str = pages.client.get(f"/overleg/{overleg}/nu").json["nu"]  # type: ignore[index]  # there is JSON
    return antwoord


def fetch_dilemma(casus_id: str) -> str:
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None
    db.session.rollback()
    return next(een.id for een in gelezen.hele.bijdragen if een.dilemma)


def test_what_is_laid_on_the_table_is_shown_to_who_follows(
    client: PagesClient, kees_client: PagesClient, overleg: str
) -> None:
    punt = find_punt(overleg)
    assert ask_nu(kees_client, overleg) == ""
    client.get(f"/overleg/{overleg}/scherm")
    client.post(f"/overleg/{overleg}/toon", {"punt": punt.id, "deel": "kracht"})
    assert ask_nu(kees_client, overleg) == f"{punt.id}/kracht"
    assert kees_client.get(f"/overleg/{overleg}/scherm").h1 == "Kracht en kans"
    client.submit("Volgende")
    assert kees_client.get(f"/overleg/{overleg}/scherm").h1 == "Lastig"
    client.post(f"/overleg/{overleg}/toon", {"punt": punt.id, "deel": "iets"}, status=404)
    kees_client.post(f"/overleg/{overleg}/toon", {"punt": punt.id, "deel": "zelf"}, status=403)


def test_two_people_who_say_something_at_once_lose_nothing_and_a_second_tap_says_it_once(
    client: PagesClient, kees_client: PagesClient, overleg: str, frans: str
) -> None:
    punt = find_punt(overleg)
    for wie in (client, kees_client):
        wie.get(f"/overleg/{overleg}/punten/{punt.id}/bijdrage")
    form = client.page.form("Zeg het")
    client.submit("Zeg het", {"tekst": "Van Anja"})
    kees_client.submit("Zeg het", {"tekst": "Van Kees"})
    client.post(form.action.removeprefix("http://localhost"), form.filled({"tekst": "Van Anja"}, None))
    db.session.rollback()
    gelezen = fetch_casus(frans)
    assert gelezen is not None
    assert sorted(een.tekst for een in gelezen.hele.bijdragen) == ["Van Anja", "Van Kees"]


def test_words_said_after_it_was_closed_come_back_with_what_to_do(
    client: PagesClient, kees_client: PagesClient, overleg: str
) -> None:
    adres = f"/overleg/{overleg}/punten/{find_punt(overleg).id}/bijdrage"
    kees_client.get(adres)
    client.get(f"/overleg/{overleg}")
    client.submit("Sluit het overleg af")
    kees_client.submit("Zeg het", {"tekst": "Nog één ding"})
    assert "afgesloten" in kees_client.page.text
    client.get(f"/overleg/{overleg}")
    client.submit("Open het weer")
    kees_client.get(adres)
    kees_client.submit("Zeg het")
    assert "Nog één ding" in kees_client.page.text


def test_taken_off_the_agenda_nobody_sees_it_and_what_was_said_stays_with_the_person(
    client: PagesClient, kees_client: PagesClient, overleg: str, frans: str
) -> None:
    kees_client.get(f"/overleg/{overleg}/punten/{find_punt(overleg).id}/bijdrage")
    kees_client.submit("Zeg het", {"tekst": "Goed gezien"})
    client.get(f"/mensen/{frans}/overleg")
    client.submit("Haal van de agenda van dinsdag 14 juli 2026")
    assert "Niemand bracht een vraag in" in kees_client.get(f"/overleg/{overleg}/scherm").text
    assert "Goed gezien" in client.get(f"/mensen/{frans}/overleg").text


@pytest.mark.parametrize(
    ("velden", "zegt"),
    [
        ({"dag": ""}, "Kies een dag."),
        ({"tijd": ""}, "Vul een tijd in."),
        ({"minuten": "veel"}, "Vul een getal in van 1 tot en met 240."),
        ({"minuten": "0"}, "Vul een getal in van 1 tot en met 240."),
    ],
)
def test_a_plan_that_is_not_right_comes_back_with_what_was_typed(
    client: PagesClient, velden: dict[str, str], zegt: str
) -> None:
    client.get("/overleg/nieuw")
    client.submit("/overleg/nieuw", VANDAAG | {"plaats": "Buurthuis"} | velden)
    assert zegt in client.page.text
    assert "Buurthuis" in client.page.html


def test_the_same_person_stands_on_an_agenda_once(client: PagesClient, overleg: str, frans: str) -> None:
    client.get(f"/mensen/{frans}/overleg/{overleg}")
    client.submit(fields={"vraag": "Nog een keer"})
    assert "staat al op de agenda" in client.page.text
    find_punt(overleg)
