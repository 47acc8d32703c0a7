"""What is known of the person besides the story; closing and reopening."""

import pytest

from leefgebieden.domain.casus import Casus
from leefgebieden.store.casus import fetch_kop
from leefgebieden.store.db import db
from tests.pages import PagesClient
from tests.people import Clock


def read(samira: str) -> Casus:
    db.session.rollback()  # else this session still sees what it saw before
    return fetch_kop(samira)[0]


def test_names_reaching_and_visiting_are_saved(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(
        fields={
            "naam": "Samira El Amrani",
            "roepnaam": "Sam",
            "leeftijd": "34",
            "in_een_zin": "woont met haar zus",
            "bereik": "Bel na elf uur",
            "let_op": "De bel doet het niet",
        }
    )
    assert client.page.h1 == "Sam"
    assert "34 jaar, woont met haar zus" in client.page.text
    assert "Bel na elf uur" in client.page.text
    assert "De bel doet het niet" in client.page.text


def test_the_form_says_what_never_stands_on_the_a4(client: PagesClient, samira: str) -> None:
    assert client.get(f"/mensen/{samira}/gegevens").text.count("Dit komt nooit op de A4.") == 2


def test_an_age_is_kept_with_the_day_it_was_said(client: PagesClient, samira: str, clock: Clock) -> None:
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(fields={"leeftijd": "34"})
    clock.move(days=40)
    assert "Gezegd op dinsdag 14 juli 2026." in client.get(f"/mensen/{samira}/gegevens").text
    client.submit(fields={"in_een_zin": "woont alleen"})
    assert str(read(samira).leeftijd_op) == "2026-07-14"
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(fields={"leeftijd": ""})
    assert read(samira).leeftijd_op is None


@pytest.mark.parametrize(
    "velden",
    [
        {"naam": " "},
        {"naam": "x" * 81},
        {"leeftijd": "oud"},
        {"leeftijd": "-1"},
        {"leeftijd": "121"},
        {"leeftijd": "9" * 5000},
        {"kanaal": "brief"},
        {"in_een_zin": "x" * 121},
        {"bereik": "x" * 1001},
    ],
)
def test_bad_input_brings_the_form_back_with_the_words(
    client: PagesClient, samira: str, velden: dict[str, str]
) -> None:
    naar = f"/mensen/{samira}/gegevens"
    goed = client.get(naar).form(naar).values() | {"let_op": ["de hond"]}
    page = client.post(naar, goed | {naam: [waarde] for naam, waarde in velden.items()})
    assert page.title.startswith("Fout: ")
    assert "Not a valid" not in page.text
    assert page.form(naar).values()["let_op"] == ["de hond"]


def test_two_changes_at_once_show_both_and_overwrite_nothing(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    naar = f"/mensen/{samira}/gegevens"
    client.get(naar)
    karim_client.get(naar)
    karim_client.submit(fields={"bereik": "Bel Karim"})
    page = client.submit(fields={"bereik": "Bel Anja"})
    assert "Zo is het nu Bel Karim Dit typte jij Bel Anja" in page.text
    client.submit(naar, button="Bewaar")
    assert read(samira).bereik == "Bel Anja"


@pytest.mark.parametrize("versie", ["", "x", "-1", "9" * 5000])
def test_a_strange_version_changes_nothing(client: PagesClient, samira: str, versie: str) -> None:
    naar = f"/mensen/{samira}/gegevens"
    velden = client.get(naar).form(naar).values()
    page = client.post(naar, velden | {"naam": ["Iemand anders"], "versie": [versie]})
    assert "Dit is intussen gewijzigd" in page.text
    assert read(samira).naam == "Samira"


def test_closing_needs_a_reason_and_can_be_taken_back(client: PagesClient, samira: str) -> None:
    naar = f"/mensen/{samira}/afsluiten"
    client.get(naar)
    assert "Schrijf op waarom je stopt." in client.submit(fields={"reden": " "}).text
    client.submit(fields={"reden": "Ze kan het zelf weer."}, button="Sluit af")
    assert "Afgesloten. Heropenen kan altijd." in client.page.text
    assert "Afgesloten: 1" in client.page.text
    page = client.get(naar)
    assert page.h1 == "Heropen"
    assert "Ze kan het zelf weer." in page.text
    client.submit()
    assert "Weer open" in client.page.text
    assert "Afgesloten" not in client.get("/mensen").text


def test_closing_twice_keeps_the_first_reason_and_shows_the_other(client: PagesClient, samira: str) -> None:
    naar = f"/mensen/{samira}/afsluiten"
    client.get(naar)
    client.post(naar, {"reden": "Verhuisd"})
    client.post(naar, {"reden": "Verhuisd"})
    assert client.page.h1 == "Mensen"
    page = client.post(naar, {"reden": "Iets anders"})
    assert "Jouw reden is niet bewaard. Dit typte je: Iets anders" in page.text
    closed = read(samira).afgesloten
    assert closed is not None
    assert closed.reden == "Verhuisd"


def test_who_works_along_may_write_but_not_close(karim_client: PagesClient, samira: str) -> None:
    karim_client.get(f"/mensen/{samira}/gegevens")
    karim_client.get(f"/mensen/{samira}/afsluiten", 403)
    karim_client.post(f"/mensen/{samira}/afsluiten", {"reden": "Klaar"}, 403)
    karim_client.post(f"/mensen/{samira}/heropenen", {}, 403)


def test_a_stranger_gets_404(vera_client: PagesClient, samira: str) -> None:
    for pad in ("gegevens", "afsluiten"):
        vera_client.get(f"/mensen/{samira}/{pad}", 404)
        vera_client.post(f"/mensen/{samira}/{pad}", {}, 404)
