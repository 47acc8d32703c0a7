"""Practising: a story in fragments, answers before views, looking back without a grade, and nothing real nearby."""

from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.fouten import AlleenOefenen
from leefgebieden.actions.oefening import EchteMensen, check_school
from leefgebieden.actions.tweedestap import is_verplicht
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.content.model import Content, Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.oefening import list_stammen
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.casus import fetch_casus, fetch_lijst
from leefgebieden.store.db import db
from leefgebieden.store.team import Plek
from tests.content.feiten_frans import FEITEN
from tests.domain.maak import make_casus
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in


@pytest.fixture
def sem_client(app: Flask, sem: Mens) -> PagesClient:
    """Sem, a student, signed in."""
    return sign_in(make_client(app), sem)


@pytest.fixture
def oefening(sem_client: PagesClient, sem: Mens) -> str:
    """Sem began with Frans. The id of his try."""
    sem_client.get("/oefenen")
    sem_client.submit("/oefenen/frans-van-noord")
    db.session.rollback()
    (rij,) = fetch_lijst(sem.id, soorten=(Soort.OEFENING,))
    return rij.id


def write(client: PagesClient, casus_id: str, tekst: str, **labels: list[str]) -> None:
    client.get(f"/mensen/{casus_id}/notities/nieuw")
    client.submit(fields={"tekst": tekst, **labels})


def test_a_story_begins_empty_and_is_marked_on_every_page(sem_client: PagesClient, oefening: str) -> None:
    for pad in ("", "/oefening", "/oefening/fragmenten/gang", "/leefgebieden", "/netwerk", "/afspraken", "/samenvatting",
                "/spiekbrief", "/notities/nieuw", "/vragen/eropaf", "/oefening/terugkijken", "/openvragen"):  # fmt: skip
        assert "OEFENEN" in sem_client.get(f"/mensen/{oefening}{pad}").text, pad
    hele = fetch_casus(oefening)
    assert hele is not None
    assert not hele.hele.notities


def test_the_fragments_and_turns_hold_every_fact_of_the_source(content: Content) -> None:
    verhaal = content.oefeningen["frans-van-noord"]
    stukken = [alinea for fragment in verhaal.fragmenten for alinea in fragment.alineas]
    stukken += [zin for punt in verhaal.keerpunten for zin in (*punt.aanloop, punt.vraag)]
    alles = " ".join(stukken).casefold()
    # the words of each fact, as the list that was made from the source has them; a few are put another way here
    anders = {5: "astma en hartfalen", 10: "een zoon, harrie", 33: "laat hij wantrouwen merken", 74: "en wat nu?"}
    kwijt = [
        feit.nr
        for feit in FEITEN
        if sum(woord.casefold()[:5] in alles for deel in feit.woorden for woord in deel.split())
        < 0.6 * sum(len(deel.split()) for deel in feit.woorden)
        and anders.get(feit.nr, "\0") not in alles
    ]
    assert kwijt == []
    assert len(verhaal.keerpunten) == 8
    assert all(len(punt.zienswijzen) in (2, 3) for punt in verhaal.keerpunten)


def test_the_views_of_others_come_after_an_own_answer_and_a_changed_mind_is_kept(
    sem_client: PagesClient, oefening: str
) -> None:
    pad = f"/mensen/{oefening}/oefening/keerpunten/weer-contact"
    sem_client.get(pad)
    assert "Nu even niet" not in sem_client.page.text
    sem_client.submit(fields={"tekst": "  ", "voor": "Hij liet ons binnen"})
    assert "Eén zin is genoeg" in sem_client.page.text
    assert "Hij liet ons binnen" in sem_client.page.html
    assert "Nu even niet" not in sem_client.page.text
    sem_client.submit(fields={"tekst": "Ja, meteen", "leunt_op": "bakens/eropaf"})
    assert "Nu even niet" in sem_client.page.text
    assert "Er is geen goed antwoord" in sem_client.page.text
    sem_client.submit(fields={"tekst": "Eerst wachten", "leunt_op": ""})
    assert sem_client.page.text.index("Ja, meteen") < sem_client.page.text.index("Eerst wachten")
    sem_client.get(f"/mensen/{oefening}/oefening/keerpunten/bestaat-niet", status=404)


def test_looking_back_lays_notities_beside_each_other_and_never_says_wrong(
    sem_client: PagesClient, oefening: str
) -> None:
    leeg = sem_client.get(f"/mensen/{oefening}/oefening/terugkijken").text
    assert "Je hebt nog niets opgeschreven" in leeg
    write(sem_client, oefening, "Stapels pizzadozen in de gang, tot het plafond", van_wie=["gezien"], wat=["lastig"])
    write(sem_client, oefening, "Hij beweert dat de politie liegt")
    write(sem_client, oefening, "De poes heet Minoes", wat=["kracht"])
    tekst = sem_client.get(f"/mensen/{oefening}/oefening/terugkijken").text
    assert "In de gang staan pizzadozen" in tekst
    assert "Dit zag je ook" in tekst
    assert "Je schreef 1 keer kracht en 1 keer lastig" in tekst
    assert "1 keer zag je het" in tekst
    assert "Kun je opschrijven wat je hoorde? Bijvoorbeeld: zegt dat." in tekst
    assert "Misschien zag jij iets wat een ander niet zag" in tekst
    for woord in ("fout", "goed gedaan", "punten", "juist"):
        assert woord not in tekst.casefold().replace("keerpunten", "").replace("aandachtspunten", "")


def test_a_hostile_and_a_copied_try_are_only_laid_beside_it(
    sem_client: PagesClient, oefening: str, content: Content
) -> None:
    write(sem_client, oefening, "<script>alert(1)</script> rotvent")
    for alinea in content.oefeningen["frans-van-noord"].fragmenten[3].alineas:
        write(sem_client, oefening, alinea)
    pagina = sem_client.get(f"/mensen/{oefening}/oefening/terugkijken")
    assert "<script>alert(1)" not in pagina.html
    assert "Dit zag je ook" in pagina.text


def test_what_is_practised_is_nowhere_among_people(
    app: Flask, client: PagesClient, sem_client: PagesClient, oefening: str, anja: Mens, samira: str
) -> None:
    assert "Frans" not in sem_client.get("/mensen").text
    sem_client.get(f"/mensen/{samira}", status=404)
    client.get(f"/mensen/{oefening}", status=404)
    client.get(f"/mensen/{oefening}/oefening/terugkijken", status=404)
    # a worker practises too, and his own people stay the only ones in his list
    client.get("/oefenen")
    client.submit("/oefenen/frans-van-noord")
    assert "Frans" not in client.get("/mensen").text
    assert "Frans" in client.get("/oefenen").text
    # somebody real has no story
    client.get(f"/mensen/{samira}/oefening", status=404)


def test_two_students_see_nothing_of_each_other(
    app: Flask, outside: Context, sem_client: PagesClient, oefening: str
) -> None:
    ander = sign_in(make_client(app), add_mens(app, outside, "Noor", Plek(Rol.STUDENT)))
    for pad in ("", "/oefening", "/oefening/keerpunten/kerk", "/samenvatting", "/notities/nieuw"):
        ander.get(f"/mensen/{oefening}{pad}", status=404)
    assert "Frans" not in ander.get("/oefenen").text.replace("Frans van Noord", "").replace("Begin met Frans", "")


def test_the_print_says_that_it_is_practice(sem_client: PagesClient, oefening: str) -> None:
    antwoord = sem_client.client.get(f"/mensen/{oefening}/samenvatting.pdf")
    assert "OEFENEN" in PdfReader(BytesIO(antwoord.data)).pages[0].extract_text()


def test_every_story_plays_from_beginning_to_looking_back(sem_client: PagesClient, sem: Mens, content: Content) -> None:
    assert {verhaal.kanaal.value for verhaal in content.oefeningen.values()} == {
        "telefoon",
        "loket",
        "eropaf",
        "crisis",
    }
    for verhaal in content.oefeningen.values():
        sem_client.get("/oefenen")
        sem_client.submit(f"/oefenen/{verhaal.key}")
        begin = sem_client.page.url
        for fragment in verhaal.fragmenten:
            tekst = sem_client.get(f"{begin}/fragmenten/{fragment.key}").text
            assert all(" ".join(alinea.split()) in tekst for alinea in fragment.alineas)
        for punt in verhaal.keerpunten:
            sem_client.get(f"{begin}/keerpunten/{punt.key}")
            sem_client.submit(fields={"tekst": f"Ik denk na over {punt.titel}"})
            assert all(wijze.standpunt in sem_client.page.text for wijze in punt.zienswijzen)
        terug = sem_client.get(f"{begin}/terugkijken").text
        assert "van een ervaren werker" in terug
        assert "Je kunt nog antwoorden bij" not in terug
        pdf = sem_client.client.get(f"{begin}/a4.pdf")
        (blad,) = PdfReader(BytesIO(pdf.data)).pages
        assert "OEFENEN" in blad.extract_text()
        assert content.oefencasussen[verhaal.key].naam.split()[0] not in blad.extract_text()


def test_what_experienced_workers_wrote_of_our_stories_stands_in_them(content: Content) -> None:
    for key, verhaal in content.oefeningen.items():
        if key == "frans-van-noord":
            continue  # against the source itself, above
        alles = " ".join(alinea for fragment in verhaal.fragmenten for alinea in (*fragment.alineas, fragment.titel))
        verhaalstammen = set(list_stammen(alles))
        for notitie in read_casusbestand(content.oefencasussen[key].bestand, content).notities:
            mijn = set(list_stammen(notitie.tekst))
            assert len(mijn & verhaalstammen) >= 0.5 * len(mijn), (key, notitie.tekst, mijn - verhaalstammen)


@pytest.fixture
def school(app: Flask, outside: Context) -> Context:
    """The app as a school runs it."""
    context = replace(outside, alleen_oefenen=True)
    app.extensions["context"] = context
    return context


def test_in_a_school_nobody_real_can_be_written_down(client: PagesClient, anja: Mens, school: Context) -> None:
    client.get("/mensen/nieuw", status=303)
    client.post("/mensen/nieuw", {"id": school.new_id(), "naam": "Echt iemand", "kanaal": "telefoon"})
    assert "Hier wordt alleen geoefend" in client.page.text
    with pytest.raises(AlleenOefenen):
        begin_casus(school, anja, school.new_id(), "Echt iemand", Kanaal.LOKET)
    with pytest.raises(AlleenOefenen):
        import_casus(school, anja, HeleCasus(casus=make_casus("Echt iemand")))
    client.get("/oefenen")
    client.submit("/oefenen/frans-van-noord")
    assert "Oefenen met Frans" in client.page.text


def test_a_school_does_not_begin_where_real_people_stand_whatever_serves_it(
    outside: Context, client: PagesClient, samira: str
) -> None:
    check_school(outside)
    with pytest.raises(EchteMensen, match="hier staan echte mensen"):
        check_school(replace(outside, alleen_oefenen=True))


def test_in_a_school_no_second_step_is_asked_of_itself(outside: Context, sem: Mens) -> None:
    assert is_verplicht(outside, "automatisch")
    school = replace(outside, alleen_oefenen=True)
    assert not is_verplicht(school, "automatisch")
    assert is_verplicht(school, "verplicht")
