"""A number beside the words of a notitie: never needed, kept with its version, and told in words."""

import pytest

from leefgebieden.domain.notitie import Schaal, VanWie
from leefgebieden.store.casus import fetch_casus
from tests.pages import PagesClient
from tests.people import Clock

CIJFER = {
    "schaal_cijfer": "3",
    "schaal_wie": "zelf",
    "schaal_waarover": "slapen",
    "schaal_niet_lager": "er is een bed",
    "schaal_stap_hoger": "zonder wekker",
}


def write(client: PagesClient, samira: str, **fields: str) -> str:
    client.get(f"/mensen/{samira}/notities/nieuw")
    return client.submit(fields={"tekst": "Ze slaapt kort.", **fields}, button="Bewaar").text


def saved(client: PagesClient, samira: str) -> list[Schaal | None]:
    with client.app.app_context():
        gelezen = fetch_casus(samira)
    assert gelezen is not None
    return [notitie.schaal for notitie in gelezen.hele.notities]


def test_a_number_stands_beside_the_words(client: PagesClient, samira: str) -> None:
    text = write(client, samira, **CIJFER)
    assert (
        "Cijfer voor slapen: een 3, zegt zelf. Niet lager, want: er is een bed. Eén stap hoger: zonder wekker." in text
    )
    assert saved(client, samira) == [Schaal(VanWie.ZELF, 3, "slapen", "er is een bed", "zonder wekker")]


def test_without_a_number_there_is_none(client: PagesClient, samira: str) -> None:
    write(client, samira)
    write(client, samira, schaal_wie="gezien")
    assert saved(client, samira) == [None, None]


def test_words_about_a_number_without_one_are_asked_about_and_kept(client: PagesClient, samira: str) -> None:
    text = write(client, samira, schaal_waarover="slapen")
    assert "Kies ook een cijfer, of maak de velden bij het cijfer leeg." in text
    assert "slapen" in client.page.html
    assert saved(client, samira) == []


def test_whose_number_it_is_is_not_made_up(client: PagesClient, samira: str) -> None:
    text = write(client, samira, schaal_cijfer="3")
    assert "Kies ook wie dit cijfer zegt." in text
    assert saved(client, samira) == []


@pytest.mark.parametrize("cijfer", ["-1", "11", "1e1", "٣", "3,5", "3.5", "04", "tien"])
def test_30_what_is_no_whole_number_from_0_to_10_is_refused_and_the_words_stay(
    client: PagesClient, samira: str, cijfer: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    form = client.page.form("/notities/nieuw")
    fields = {**form.filled({"tekst": "Ze slaapt kort."}, "Bewaar"), "schaal_cijfer": [cijfer]}
    page = client.post(f"/mensen/{samira}/notities/nieuw", {naam: waarden[0] for naam, waarden in fields.items()})
    assert "Ze slaapt kort." in page.html
    assert "Kijk hier nog even naar" in page.text
    assert saved(client, samira) == []


def test_a_changed_number_leaves_the_earlier_one_to_be_read(client: PagesClient, samira: str) -> None:
    write(client, samira, **CIJFER)
    client.get(next(href for naam, href in client.page.links().items() if naam.startswith("Wijzig")))
    client.submit(fields={"schaal_cijfer": "4"}, button="Bewaar")
    assert [schaal.cijfer for schaal in saved(client, samira) if schaal] == [4]
    client.get(next(href for naam, href in client.page.links().items() if naam.startswith("Wijzig")))
    versies = client.get(client.page.links()["Eerdere versies: 1"]).text
    assert "een 4, zegt zelf" in versies
    assert "een 3, zegt zelf" in versies


def test_over_time_it_is_told_in_words_and_never_added_up(client: PagesClient, samira: str, clock: Clock) -> None:
    write(client, samira, schaal_cijfer="3", schaal_wie="zelf", schaal_waarover="slapen")
    clock.move(days=31)
    text = write(client, samira, schaal_cijfer="5", schaal_wie="zelf", schaal_waarover="Slapen")
    assert "Cijfers door de tijd Slapen: van 3 in juli naar 5 in augustus, zegt zelf." in text
