"""Hoe liep het on the page, and the fields with a notitie that it comes from."""

import pytest

from tests.pages import PagesClient


def test_a_notitie_with_a_moment_stands_on_the_timeline_and_in_words(client: PagesClient, samira: str) -> None:
    assert "Er is nog niets met een datum." in client.get(f"/mensen/{samira}/tijdlijn").text
    client.get(f"/mensen/{samira}/notities/nieuw")
    velden = {
        "tekst": "De uitkering stopte.",
        "toen_van": "december 2025",
        "toen_ongeveer": "y",
        "toen_woord": "gestopt",
    }
    client.submit(f"/mensen/{samira}/notities/nieuw", velden, "Bewaar")
    assert "ongeveer december 2025" in client.page.text
    page = client.get(f"/mensen/{samira}/tijdlijn")
    assert "<svg" in page.html
    assert "ongeveer december 2025, verhaal: gestopt" in page.text
    client.get(f"/mensen/{samira}")
    client.click("Wijzig notitie: De uitkering stopte.")
    client.submit(
        f"/notities/{client.page.url.rsplit('/', 1)[1]}",
        {"toen_van": "2024", "toen_loopt": "y", "toen_ongeveer": None},
        "Bewaar",
    )
    assert "sinds 2024" in client.get(f"/mensen/{samira}").text


@pytest.mark.parametrize(
    ("velden", "zegt"),
    [
        ({"toen_van": "ooit"}, "Dit kennen we niet."),
        ({"toen_tot": "2025"}, "Schrijf ook op wanneer dit was of begon."),
        ({"toen_van": "2025", "toen_tot": "2024"}, "Dit ligt voor het begin."),
        ({"toen_van": "2025", "toen_tot": "straks"}, "Dit kennen we niet."),
    ],
)
def test_a_moment_that_is_none_comes_back_with_the_words(
    client: PagesClient, samira: str, velden: dict[str, str], zegt: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit(f"/mensen/{samira}/notities/nieuw", {"tekst": "Blijft staan.", **velden}, "Bewaar")
    assert zegt in client.page.text
    assert "Blijft staan." in client.page.html


def test_frans_has_a_timeline_on_the_page_and_on_the_a4(client: PagesClient, frans: str) -> None:
    page = client.get(f"/mensen/{frans}/tijdlijn")
    for woord in ("uitkering gestopt", "kerstlampjes aan", "wil geen contact meer", "bezoek"):
        assert woord in page.text
    assert "Hoe liep het?" in client.get(f"/mensen/{frans}/samenvatting/bekijk").text
