"""Gesprek: noting one that was had, planning one, and trying again."""

import pytest

from tests.pages import PagesClient
from tests.people import Clock


def note(client: PagesClient, samira: str, query: str = "", **velden: str) -> None:
    client.get(f"/mensen/{samira}/gesprekken/nieuw{query}")
    client.submit(fields=velden, button="Bewaar")


def test_now_and_the_way_it_came_in_are_filled_in_already(client: PagesClient, samira: str) -> None:
    velden = client.get(f"/mensen/{samira}/gesprekken/nieuw").form("Bewaar").values()
    assert (velden["dag"], velden["tijd"], velden["kanaal"]) == (["2026-07-14"], ["12:00"], ["eropaf"])
    assert "stand" not in velden


def test_a_gesprek_stands_in_the_story_with_who_was_there(client: PagesClient, samira: str) -> None:
    note(client, samira, stand="gelukt", aanwezig="Samira en haar zus")
    assert "Vandaag op bezoek Erbij: Samira en haar zus." in client.page.text


def test_where_contact_did_not_succeed_it_offers_to_try_again(client: PagesClient, samira: str) -> None:
    note(client, samira, stand="niet-gelukt")
    assert "Contact lukte niet." in client.page.text
    assert "Contact lukte nog niet. Probeer opnieuw." in client.get("/mensen").text
    client.get(f"/mensen/{samira}")
    page = client.click("Probeer opnieuw")
    assert page.h1 == "Gesprek plannen"
    assert page.form("Bewaar").values()["stand"] == ["komt-nog"]


def test_a_planned_one_comes_back_and_becomes_had_by_saying_how_it_went(
    client: PagesClient, samira: str, clock: Clock
) -> None:
    note(client, samira, "?gepland=1", dag="2026-07-21", tijd="19:30", plaats="koffie op het plein")
    assert "di 21 juli om 19:30 koffie op het plein. Wijzig, of vertel hoe het ging." in client.page.text
    assert "di 21 juli om 19:30, koffie op het plein" in client.get("/mensen").text
    clock.move(days=7, hours=10)
    client.get(f"/mensen/{samira}/afspraken")
    client.get(next(href for tekst, href in client.page.links().items() if "vertel hoe het ging" in tekst))
    assert client.page.h1 == "Hoe ging het gesprek?"
    client.submit("Bewaar", {"stand": "gelukt"})
    assert client.page.h1 == "Samira"
    assert "Vandaag op bezoek" in client.page.text
    assert "vertel hoe het ging" not in client.get(f"/mensen/{samira}/afspraken").text


def test_what_is_still_to_come_can_not_have_succeeded(client: PagesClient, samira: str) -> None:
    note(client, samira, dag="2026-07-15", stand="gelukt")
    assert client.page.title.startswith("Fout: ")
    assert "Dit moment is nog niet geweest." in client.page.text
    client.submit(fields={"stand": "komt-nog"}, button="Bewaar")
    assert "wo 15 juli om 12:00" in client.page.text


@pytest.mark.parametrize(
    ("dag", "tijd"),
    [
        ("2026-03-29", "02:30"),
        ("2025-10-26", "02:30"),
        ("1900-01-01", "00:00"),
        ("29-3-2026", "2.30"),
        ("2026-03-29", "02:30:00"),
    ],
)
def test_an_hour_that_the_clock_skips_or_repeats_is_saved(
    client: PagesClient, samira: str, dag: str, tijd: str
) -> None:
    note(client, samira, dag=dag, tijd=tijd, stand="gelukt")
    assert client.page.h1 == "Samira"
    wijzig = next(href for tekst, href in client.page.links().items() if tekst.startswith("Wijzig gesprek"))
    client.get(wijzig)
    client.submit("Bewaar", {"aanwezig": "zus"})
    assert "Erbij: zus." in client.page.text


def test_an_untouched_moment_stays_what_it_was(client: PagesClient, frans: str) -> None:
    voor = client.get(f"/mensen/{frans}").text
    for href in [href for tekst, href in client.page.links().items() if tekst.startswith("Wijzig gesprek")]:
        client.get(href)
        client.submit("Bewaar")
    assert client.page.text.replace("Bewaard ", "") == voor


def test_sending_the_form_twice_makes_one_gesprek(client: PagesClient, samira: str) -> None:
    naar = f"/mensen/{samira}/gesprekken/nieuw"
    velden = client.get(naar).form(naar).values() | {"stand": ["gelukt"]}
    client.post(naar, velden)
    client.post(naar, velden)
    assert client.page.text.count("Wijzig gesprek") == 1
    page = client.post(naar, velden | {"stand": ["niet-gelukt"]})
    assert page.form(naar).values()["stand"] == ["niet-gelukt"]
    client.submit(naar, button="Bewaar")
    assert client.page.text.count("Wijzig gesprek") == 2


def test_two_changes_at_once_show_both(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    note(client, samira)
    naar = next(href for tekst, href in client.page.links().items() if tekst.startswith("Wijzig gesprek"))
    client.get(naar)
    karim_client.get(naar)
    karim_client.submit("Bewaar", {"aanwezig": "zus", "tijd": "11:00"})
    page = client.submit("Bewaar", {"aanwezig": "broer", "tijd": "11:30"})
    assert "Hoe laat? Zo is het nu 11:00 Dit typte jij 11:30" in page.text
    assert "Zo is het nu zus Dit typte jij broer" in page.text
    client.submit("Bewaar", button="Gooi weg")
    assert "Erbij: zus." in client.page.text


@pytest.mark.parametrize(
    "velden",
    [
        {"dag": ""},
        {"tijd": ""},
        {"dag": "gisteren"},
        {"tijd": "25:00"},
        {"tijd": "half acht"},
        {"kanaal": "brief"},
        {"stand": "misschien"},
        {"plaats": "x" * 121},
        {"aanwezig": "x" * 301},
        {"dag": "9999-12-31"},
    ],
)
def test_bad_input_brings_the_form_back_with_the_words(
    client: PagesClient, samira: str, velden: dict[str, str]
) -> None:
    naar = f"/mensen/{samira}/gesprekken/nieuw"
    goed = client.get(naar).form(naar).values() | {"plaats": ["thuis"], "aanwezig": ["zus"]}
    page = client.post(naar, goed | {naam: [waarde] for naam, waarde in velden.items()})
    assert page.title.startswith("Fout: ")
    assert "Not a valid" not in page.text
    blijft = "plaats" if "aanwezig" in velden else "aanwezig"
    assert page.form(naar).values()[blijft] == goed[blijft]


def test_a_stranger_gets_404(vera_client: PagesClient, samira: str) -> None:
    vera_client.get(f"/mensen/{samira}/gesprekken/nieuw", 404)
    vera_client.get(f"/mensen/{samira}/gesprekken/{samira}", 404)
    vera_client.post(f"/mensen/{samira}/gesprekken/nieuw", {}, 404)
