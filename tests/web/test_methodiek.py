"""The reference cards: all there, found by words, and walked."""

from pathlib import Path

import pytest

from leefgebieden.content.load import OWN_FOLDER, ContentError, read_content
from leefgebieden.content.model import Content
from tests.pages import PagesClient

DELEN = {
    "bakens": 8,
    "kernwaarden": 10,
    "activerende-vragen": 8,
    "oplossingsgericht": 11,
    "omdenken": 7 + 5,
    "hulpvraagschema": 4,
    "presentie": 6,
    "eropaf": 8 + 4 + 5,
    "observatoren": 4,
    "frontlinie": 3,
    "geweldloze-communicatie": 3 + 7 + 4 + 4,
    "disciplinevenster": 4,
    "cocreatie": 4 + 1 + 5,
    "contact": 4,
    "generalist": 1 + 8 + 3 + 1,
    "consignes": 4 + 4,
    "voorbereiding-en-weerstand": 4 + 4,
    "visie-op-leren": 5 + 1 + 2,
    "loslaten": 3 + 3,
    "samenwerkingsvormen": 4 + 3 + 3,
    "competentiematrix": 9,
    "professionele-nabijheid": 13 + 5 + 3,
    "vertragen-en-verdragen": 4 + 7 + 3 + 6,
    "ecogramvragen": 4,
    "meldcode": 5,
}
"""How many parts each instrument has in the source."""


def test_every_card_is_whole(content: Content) -> None:
    assert {key: len(een.onderdelen) for key, een in content.methodiek.items()} == DELEN
    assert sum(len(deel.regels) for deel in content.methodiek["bakens"].onderdelen) == 17
    gwc = content.methodiek["geweldloze-communicatie"].onderdelen
    assert sum(len(deel.regels) for deel in gwc) == 8, "the sentence openers, in two directions"


def test_every_card_is_a_page_with_every_word_of_it(client: PagesClient, content: Content) -> None:
    client.get("/methodiek")
    links = client.page.links()
    for key, kaart in content.methodiek.items():
        assert any(naar.endswith(f"/methodiek/{key}") for naar in links.values())
        tekst = client.get(f"/methodiek/{key}").text
        for deel in kaart.onderdelen:
            for woorden in (deel.titel, deel.tekst, *deel.regels, *deel.voorbeelden):
                assert woorden in tekst, (key, woorden)
    client.get("/methodiek/bestaat-niet", status=404)


def test_a_word_is_found_in_the_parts_of_a_card_and_one_that_is_nowhere_is_said_so(client: PagesClient) -> None:
    client.get("/methodiek")
    client.submit(None, {"zoek": "wondervraag"}, status=200)
    assert "1 kaart gevonden" in client.page.text
    assert client.get("/methodiek?zoek=PATERNALISME").text.count("gevonden")
    assert "Dit woord staat op geen kaart" in client.get("/methodiek?zoek=xyzzy").text


def test_the_schema_is_walked_question_by_question_and_nothing_is_kept(client: PagesClient) -> None:
    client.get("/methodiek/hulpvraagschema")
    client.click("Loop het schema")
    client.click("Een beperking")
    client.click("Ja")
    client.click("Nee")
    assert "Zoeker" in client.page.text
    client.click("Eén stap terug")
    assert "werkbare vraag" in client.page.text
    client.get("/methodiek/hulpvraagschema/lopen?a=onzin", status=404)


def test_the_window_shows_what_was_put_in_it_and_no_markup(client: PagesClient) -> None:
    tekst = client.get("/methodiek/disciplinevenster?met=samen+gaan+<b>kijken</b>").html
    assert "<b>kijken" not in tekst
    assert "samen gaan" in tekst


def test_a_judging_word_offers_the_four_oppositions(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit(f"/mensen/{samira}/notities/nieuw", {"tekst": "Hij weigert alles"})
    client.click("Zag je het, of vind je het?")
    assert client.page.h1 == "Geweldloze communicatie"


def test_a_card_of_a_team_stands_beside_ours_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    kaart = tmp_path / "methodiek" / "onze-buurt.toml"
    kaart.parent.mkdir()
    goed = (OWN_FOLDER / "methodiek" / "contact.toml").read_text().replace('"contact"', '"onze-buurt"', 1)
    kaart.write_text(goed)
    assert "onze-buurt" in read_content([OWN_FOLDER, tmp_path]).methodiek
    for fout, zegt in (
        (goed.replace('"onze-buurt"', '"iets-anders"', 1), 'key moet "onze-buurt" zijn'),
        (goed.replace('key = "loyaliteit"', 'key = "vertrouwen"'), "staat ook al bij"),
    ):
        kaart.write_text(fout)
        with pytest.raises(ContentError, match=zegt):
            read_content([OWN_FOLDER, tmp_path])
