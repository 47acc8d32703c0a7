"""Afspraken: what, who, by when, who guards it, and what became of it."""

import pytest

from tests.pages import PagesClient
from tests.people import Clock


def make(client: PagesClient, samira: str, wat: str, query: str = "", **velden: str) -> None:
    client.get(f"/mensen/{samira}/afspraken/nieuw{query}")
    client.submit(fields={"wat": wat, **velden}, button="Maak afspraak")


def find_link(client: PagesClient, samira: str, begin: str, wat: str) -> str:
    links = client.get(f"/mensen/{samira}/afspraken").links()
    return next(href for tekst, href in links.items() if tekst.startswith(begin) and tekst.endswith(wat))


def test_an_empty_page_asks_for_one_small_step(client: PagesClient, samira: str) -> None:
    assert "Nog geen afspraak. Eén kleine stap is genoeg." in client.get(f"/mensen/{samira}/afspraken").text


def test_only_what_is_needed_and_nobody_yet_is_allowed(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie drinken")
    assert "Koffie drinken Wie nog niemand Wanneer nog geen dag Wie let hierop nog niemand" in client.page.text


@pytest.mark.parametrize(
    ("soort", "naam", "staat_er"),
    [
        ("persoon", "", "Wie Samira Wanneer"),
        ("netwerk", "Zus", "Wie Zus, uit het netwerk"),
        ("medewerker", "", "Wie een medewerker"),
        ("instantie", "DWI", "Wie DWI, instantie"),
        ("niemand", "", "Wie nog niemand"),
    ],
)
def test_who_does_it_stands_there_in_words(
    client: PagesClient, samira: str, soort: str, naam: str, staat_er: str
) -> None:
    make(client, samira, "Bellen", wie=soort, wie_naam=naam)
    assert staat_er in client.page.text


def test_own_strength_and_network_are_offered_before_institutions(client: PagesClient, samira: str) -> None:
    tekst = client.get(f"/mensen/{samira}/afspraken/nieuw").text
    volgorde = "Samira iemand uit het netwerk een medewerker een instantie nog niemand"
    assert volgorde in tekst


@pytest.mark.parametrize("kanaal", ["telefoon", "loket"])
def test_by_telephone_and_at_the_desk_two_weeks_is_offered_and_explained(
    client: PagesClient, samira: str, kanaal: str
) -> None:
    page = client.get(f"/mensen/{samira}/afspraken/nieuw?kanaal={kanaal}")
    assert page.form("Maak afspraak").values()["uiterlijk"] == ["2026-07-28"]
    assert "hooguit twee weken" in page.text


@pytest.mark.parametrize("kanaal", ["eropaf", "crisis", "", "brief"])
def test_on_the_doorstep_and_in_a_crisis_the_term_is_asked(client: PagesClient, samira: str, kanaal: str) -> None:
    page = client.get(f"/mensen/{samira}/afspraken/nieuw?kanaal={kanaal}")
    assert page.form("Maak afspraak").values()["uiterlijk"] == [""]
    assert "Vraag zelf welke termijn past." in page.text


def test_the_telephone_looks_ahead_and_the_others_look_back(client: PagesClient, samira: str) -> None:
    for kanaal in ("loket", "eropaf", "crisis"):
        tekst = client.get(f"/mensen/{samira}/afspraken/nieuw?kanaal={kanaal}").text
        assert "Is het na twee weken niet gelukt?" in tekst
    assert (
        "Gaat het binnen twee weken niet lukken?"
        in client.get(f"/mensen/{samira}/afspraken/nieuw?kanaal=telefoon").text
    )


def test_a_later_date_is_allowed_and_explained(client: PagesClient, samira: str) -> None:
    make(client, samira, "Brief lezen", "?kanaal=telefoon", uiterlijk="2026-07-29")
    assert "Dit is later dan over twee weken. Dat mag." in client.page.text
    make(client, samira, "Brief schrijven", "?kanaal=telefoon", uiterlijk="2026-07-28")
    assert "Dat mag." not in client.page.text


def test_saving_leads_back_to_where_it_began_and_nowhere_else(client: PagesClient, samira: str) -> None:
    begin = f"/mensen/{samira}"
    make(client, samira, "Een", f"?kanaal=loket&naar={begin}/vragen/loket")
    assert client.page.url == f"{begin}/vragen/loket"
    for naar in ("//elders.nl", "https://elders.nl", f"{begin}//elders.nl", "/mensen", f"{begin}%0d%0aX:%20y"):
        make(client, samira, "Twee", f"?naar={naar}")
        assert client.page.url == f"{begin}/afspraken"


def test_a_past_date_comes_back_with_a_question(client: PagesClient, samira: str, clock: Clock) -> None:
    make(client, samira, "Koffie", uiterlijk="2026-07-14")
    assert "Deze datum is voorbij" not in client.page.text
    clock.move(days=1)
    assert "Deze datum is voorbij. Wat is er gebeurd?" in client.get(f"/mensen/{samira}/afspraken").text
    assert "Deze datum is voorbij" in client.get("/mensen").text
    assert "Wat is er gebeurd?" in client.get(f"/mensen/{samira}").text


def test_what_became_of_it_is_told_and_can_be_taken_back(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie", uiterlijk="2026-07-01")
    client.get(find_link(client, samira, "Vertel wat er gebeurde", "Koffie"))
    client.submit(fields={"gedaan": "nee", "wat_gebeurde": "Ze was er niet. Ze belde wel."})
    assert "Wat er gebeurde: 1" in client.page.text
    assert "Gedaan nee, di 14 juli" in client.page.text
    assert "Ze was er niet. Ze belde wel." in client.page.text
    assert "Deze datum is voorbij" not in client.get("/mensen").text
    client.get(find_link(client, samira, "Wijzig", "Koffie"))
    client.submit("Zet weer open")
    assert "Deze datum is voorbij" in client.page.text


def test_whether_it_was_done_must_be_chosen(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie")
    client.get(find_link(client, samira, "Wat is er gebeurd?", "Koffie"))
    page = client.submit(fields={"wat_gebeurde": "Van alles"})
    assert "Kies of het gedaan is." in page.text
    assert page.form("Bewaar").values()["wat_gebeurde"] == ["Van alles"]


def test_telling_the_same_twice_is_no_conflict_but_telling_something_else_is(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    make(client, samira, "Koffie")
    naar = find_link(client, samira, "Wat is er gebeurd?", "Koffie")
    anders = karim_client.get(naar).form("Bewaar").values()
    velden = client.get(naar).form("Bewaar").values() | {"gedaan": ["ja"]}
    client.post(naar, velden)
    client.post(naar, velden)
    assert "Wat er gebeurde: 1" in client.page.text
    page = karim_client.post(naar, anders | {"gedaan": ["nee"]})
    assert "Is het gedaan? Zo is het nu Ja Dit typte jij Nee" in page.text


def test_a_change_keeps_what_was_not_touched(client: PagesClient, samira: str) -> None:
    make(
        client,
        samira,
        "Koffie",
        wie="netwerk",
        wie_naam="Zus",
        uiterlijk="2026-07-20",
        bewaker="Jan",
        inschatting="Kan",
    )
    client.get(find_link(client, samira, "Wijzig", "Koffie"))
    client.submit("Bewaar", {"wat": "Thee"})
    assert "Thee Wie Zus, uit het netwerk Wanneer ma 20 juli Wie let hierop Jan Kan" in client.page.text


def test_two_changes_at_once_show_both_and_overwrite_nothing(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    make(client, samira, "Koffie", uiterlijk="2026-07-20")
    naar = find_link(client, samira, "Wijzig", "Koffie")
    client.get(naar)
    karim_client.get(naar)
    karim_client.submit("Bewaar", {"uiterlijk": "2026-07-21", "wie": "persoon"})
    page = client.submit("Bewaar", {"uiterlijk": "2026-07-22"})
    assert "Wanneer? Zo is het nu dinsdag 21 juli 2026 Dit typte jij woensdag 22 juli 2026" in page.text
    assert page.form("Bewaar").values()["uiterlijk"] == ["2026-07-22"]
    assert "di 21 juli" in karim_client.get(f"/mensen/{samira}/afspraken").text
    client.submit("Bewaar", button="Gooi weg")
    assert "di 21 juli" in client.page.text


def test_sending_the_new_form_twice_makes_one_afspraak(client: PagesClient, samira: str) -> None:
    naar = f"/mensen/{samira}/afspraken/nieuw"
    velden = client.get(naar).form(naar).values() | {"wat": ["Koffie"]}
    client.post(naar, velden)
    assert "We hadden deze afspraak al." in client.post(naar, velden).text
    page = client.post(naar, velden | {"wat": ["Thee"]})
    assert page.form(naar).values()["wat"] == ["Thee"]
    client.submit(naar, button="Maak afspraak")
    assert len(client.page.all("li", class_="afspraak")) == 2


def test_who_guards_the_planning_is_filled_in_where_nobody_did(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie", bewaker="Jan")
    make(client, samira, "Thee")
    make(client, samira, "Water")
    client.submit("/afspraken/bewaker", {"bewaker": " "})
    assert "Vul in wie op deze planning let." in client.page.text
    client.submit("/afspraken/bewaker", {"bewaker": "Esmé"})
    assert "Ingevuld bij 2 afspraken." in client.page.text
    assert client.page.text.count("Wie let hierop Esmé") == 2
    assert "Wie let hierop Jan" in client.page.text
    assert "Wie let op deze planning?" not in client.page.text


def test_one_made_by_mistake_can_be_taken_away(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie")
    client.get(find_link(client, samira, "Wijzig", "Koffie"))
    client.submit("Haal weg")
    assert "Eén kleine stap is genoeg." in client.page.text


@pytest.mark.parametrize(
    "velden",
    [
        {"wat": ""},
        {"wat": "x" * 91},
        {"wie": "niemand", "wie_naam": "Jan"},
        {"wie_naam": "Jan"},
        {"wie": "God"},
        {"uiterlijk": "volgende week"},
        {"uiterlijk": "0001-01-01"},
        {"bewaker": "x" * 81},
        {"inschatting": "x" * 1001},
    ],
)
def test_bad_input_brings_the_form_back_with_the_words(
    client: PagesClient, samira: str, velden: dict[str, str]
) -> None:
    naar = f"/mensen/{samira}/afspraken/nieuw"
    goed = client.get(naar).form(naar).values() | {"wat": ["Koffie"], "bewaker": ["Esmé"]}
    page = client.post(naar, goed | {naam: [waarde] for naam, waarde in velden.items()})
    assert page.title.startswith("Fout: ")
    assert "Not a valid" not in page.text
    blijft = "wat" if "bewaker" in velden else "bewaker"
    assert page.form(naar).values()[blijft] == goed[blijft]


def test_a_strange_version_changes_nothing(client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie")
    naar = find_link(client, samira, "Wijzig", "Koffie")
    velden = client.get(naar).form("Bewaar").values()
    for versie in ("", "x", "-1", "9" * 5000):
        page = client.post(naar, velden | {"wat": ["Thee"], "versie": [versie]})
        assert "Dit is intussen gewijzigd" in page.text
    assert "Thee" not in client.get(f"/mensen/{samira}/afspraken").text


def test_a_stranger_gets_404_and_changes_nothing(vera_client: PagesClient, client: PagesClient, samira: str) -> None:
    make(client, samira, "Koffie")
    naar = find_link(client, samira, "Wijzig", "Koffie")
    for pad in (f"/mensen/{samira}/afspraken", f"/mensen/{samira}/afspraken/nieuw", naar, f"{naar}/afloop"):
        vera_client.get(pad, 404)
    for pad in (naar, f"{naar}/afloop", f"{naar}/haal-weg", f"{naar}/heropen", f"/mensen/{samira}/afspraken/bewaker"):
        vera_client.post(pad, {"bewaker": "Vera"}, 404)
    assert "Koffie" in client.get(f"/mensen/{samira}/afspraken").text
