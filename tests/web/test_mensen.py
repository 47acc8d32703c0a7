"""Mensen: the list, a new contact, finding somebody."""

import pytest
from flask import Flask

from leefgebieden.actions.casus import begin_casus
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import writing
from leefgebieden.store.team import Plek, insert_plek
from tests.page import Page, words
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in
from tests.web.test_logboek import read_lines


def test_a_new_contact_needs_only_a_name_and_how_it_came_in(client: PagesClient) -> None:
    client.get("/mensen/nieuw")
    client.submit(fields={"naam": "Şükrü", "kanaal": "loket"})
    assert client.page.h1 == "Şükrü"
    assert "Şükrü" in client.get("/mensen").text


def test_without_a_name_the_form_comes_back_with_what_was_chosen(client: PagesClient) -> None:
    client.get("/mensen/nieuw")
    page = client.submit(fields={"naam": "  ", "kanaal": "crisis"})
    assert "Vul een naam in. Een schuilnaam mag ook." in page.text
    assert page.title.startswith("Fout:")
    assert page.form("/mensen/nieuw").values()["kanaal"] == ["crisis"]


def test_sending_the_form_twice_makes_one_contact(client: PagesClient) -> None:
    client.get("/mensen/nieuw")
    fields = {"id": client.page.form("/mensen/nieuw").values()["id"], "naam": "Lodewijk", "kanaal": "loket"}
    client.post("/mensen/nieuw", fields)
    client.post("/mensen/nieuw", fields)
    assert client.get("/mensen").text.count("Lodewijk") == 1


BESTAAT = "Er staat al iemand met deze naam"


def start(client: PagesClient, naam: str) -> Page:
    client.get("/mensen/nieuw")
    return client.submit("/mensen/nieuw", {"naam": naam, "kanaal": "loket"})


def test_a_second_contact_with_the_same_name_is_told_once_and_begins_nonetheless(
    app: Flask, client: PagesClient, samira: str
) -> None:
    page = start(client, "Samira")
    assert page.url == "/mensen/nieuw"
    assert BESTAAT in page.text
    assert "Laatste contact di 14 juli" in page.text
    assert f"/mensen/{samira}" in page.links().values()
    assert not page.title.startswith("Fout:")
    # what was filled in stands there, and one tap is enough
    values = page.form("/mensen/nieuw").values()
    assert (values["naam"], values["kanaal"]) == (["Samira"], ["loket"])
    client.submit("/mensen/nieuw", button="Begin toch")
    assert client.page.h1 == "Samira"
    assert client.page.url != f"/mensen/{samira}"
    assert client.get("/mensen").text.count("Samira") == 2
    # nothing waits in the form
    assert BESTAAT not in client.get("/mensen/nieuw").text
    sought = [line["aantal"] for line in read_lines(app) if line["actie"] == "gezocht"]
    assert sought == [1]


@pytest.mark.parametrize(
    ("eerst", "dan"),
    [
        ("Zoë", "ZOE\u0308"),
        ("Hans", "Ηаns"),
        ("Karel", "Ka\u200brel"),
        ("O'Brien", "O’Brien"),
        ("Jan  Peter", "jan-peter"),
        ("Đorđe", "Dorde"),
        ("Ĳsbrand", "IJsbrand"),
        ("Нина", "НИНА"),
    ],
)
def test_a_name_that_reads_the_same_is_the_same(client: PagesClient, eerst: str, dan: str) -> None:
    start(client, eerst)
    assert BESTAAT in start(client, dan).text


@pytest.mark.parametrize("naam", ["Sam", "Samira Bakir", "Samirah", "🦊"])
def test_another_name_is_another(client: PagesClient, naam: str) -> None:
    start(client, naam)
    assert client.page.h1 == naam


def test_a_schuilnaam_counts_and_so_does_who_was_closed(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(fields={"schuilnaam": "Merel"})
    client.get(f"/mensen/{samira}/afsluiten")
    client.submit(fields={"reden": "Klaar"})
    assert BESTAAT in start(client, "merel").text


def test_begin_nonetheless_holds_for_the_name_that_was_shown(client: PagesClient, samira: str) -> None:
    start(client, "Karel")
    start(client, "Samira")
    page = client.submit("/mensen/nieuw", {"naam": "Karel"}, button="Begin toch")
    assert BESTAAT in page.text
    assert "Samira" not in page.text


def test_whom_a_worker_may_not_read_is_not_given_away(
    vera_client: PagesClient, tessa_client: PagesClient, samira: str
) -> None:
    for other in (vera_client, tessa_client):
        start(other, "Samira")
        assert other.page.h1 == "Samira"
        assert samira not in other.page.url


def test_the_example_and_who_is_real_do_not_meet(client: PagesClient, frans: str) -> None:
    assert start(client, "Frans van Noord").h1 == "Frans van Noord"


@pytest.mark.parametrize(("aantal", "boven"), [(6, False), (7, True), (40, True)])
def test_with_more_people_than_one_sees_at_once_the_search_stands_above_them(
    client: PagesClient, outside: Context, anja: Mens, aantal: int, boven: bool
) -> None:
    """With Samira it is one more."""
    for nr in range(aantal):
        begin_casus(outside, anja, outside.new_id(), f"Naam {nr}", Kanaal.LOKET)
    page = client.get("/mensen")
    assert page.html.count('role="search"') == page.text.count("Nieuw contact") == 1
    eerste = page.html.index('class="lijst"')
    assert (page.html.index('role="search"') < eerste) is boven
    assert (page.html.index("Nieuw contact") < eerste) is boven


def test_a_name_is_found_without_its_accents_and_capitals(client: PagesClient) -> None:
    client.get("/mensen/nieuw")
    client.submit(fields={"naam": "Émile Đorđević", "kanaal": "loket"})
    client.get("/mensen")
    page = client.submit("/mensen/zoek", {"naam": "emile"})
    assert "Émile" in page.text
    assert page.url == "/mensen/zoek"


def test_a_search_for_a_wildcard_finds_nobody(client: PagesClient) -> None:
    client.get("/mensen")
    page = client.submit("/mensen/zoek", {"naam": "%"})
    assert "Niemand gevonden" in page.text


def test_a_stranger_does_not_see_her(vera_client: PagesClient) -> None:
    assert "Samira" not in vera_client.get("/mensen").text
    assert "Hier komen de mensen met wie je werkt." in vera_client.page.text


def test_who_works_in_two_teams_says_for_which_one(
    client: PagesClient, anja: Mens, vera_client: PagesClient, noord: str, outside: Context
) -> None:
    with writing():
        insert_plek(anja.id, Plek(Rol.WERKER, noord), outside.now())
    client.get("/mensen/nieuw")
    page = client.submit("/mensen/nieuw", {"naam": "Henk", "kanaal": "loket"})
    assert "Kies voor welk team." in page.text
    client.submit("/mensen/nieuw", {"naam": "Henk", "kanaal": "loket", "team": noord})
    assert "Henk" in vera_client.get("/mensen/team").text


def test_mensen_has_the_quick_actions_once_each(app: Flask, client: PagesClient, kees: Mens) -> None:
    assert _list_snel(client) == ["Verberg", "Spiekbrief", "Losse notitie"]
    # who may write about nobody, writes nothing here either
    assert _list_snel(sign_in(make_client(app), kees)) == ["Verberg", "Spiekbrief"]
    app.config["OFFLINE"] = "uit"
    assert _list_snel(client) == ["Verberg", "Losse notitie"]


def test_from_the_general_spiekbrief_the_way_back_is_mensen(client: PagesClient) -> None:
    client.get("/mensen")
    assert client.click("Spiekbrief").h1 == "Spiekbrief"
    assert client.click("Mensen").h1 == "Mensen"


def _list_snel(client: PagesClient) -> list[str]:
    """What stands in the bar; none of it stands anywhere else on the page."""
    page = client.get("/mensen")
    bar = [words(link) for nav in page.all("nav", class_="snelbalk") for link in nav.iter("a")]
    sheet = [link for template in page.all("template") for link in template.iter("a")]
    alle = [words(link) for link in page.all("a") if link not in sheet]
    assert [alle.count(een) for een in bar] == [1] * len(bar)
    return bar


def test_who_does_not_work_with_people_finds_the_overleg_and_the_practice(app: Flask, kees: Mens) -> None:
    kees_client = sign_in(make_client(app), kees)
    pagina = kees_client.get("/mensen")
    assert "Met jouw rol werk je hier niet met mensen" in pagina.text
    assert {"Overleg", "Oefenen", "Werkvormen", "Methodiek"} <= set(pagina.links())
    assert "Nieuw contact" not in pagina.links()


@pytest.mark.parametrize("rol", [Rol.STUDENT, Rol.DOCENT])
def test_who_only_learns_begins_with_what_there_is_to_learn(app: Flask, outside: Context, rol: Rol) -> None:
    leert = sign_in(make_client(app), add_mens(app, outside, "Ank", Plek(rol)))
    assert leert.get("/mensen").h1 == "Leren"
    assert ("/verhalen" in leert.page.links().values()) is (rol is Rol.DOCENT)
    assert "/overleg" not in leert.page.links().values()
    for pad in ("/oefenen", "/methodiek", "/werkvormen"):
        assert "Leren" in leert.get(pad).links()
