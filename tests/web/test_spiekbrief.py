"""The spiekbrief: to glance at, never to fill in."""

import pytest

from leefgebieden.content.model import Content
from tests.pages import PagesClient


def test_every_question_of_every_leefgebied_can_be_reached(client: PagesClient, samira: str, content: Content) -> None:
    client.get(f"/mensen/{samira}/spiekbrief")
    for leefgebied in content.kaart.leefgebieden:
        tekst = client.click(leefgebied.naam).text
        for deelgebied in leefgebied.deelgebieden:
            for vraag in deelgebied.vragen:
                assert vraag in tekst


def test_the_four_questions_that_are_always_good_stand_under_each(
    client: PagesClient, samira: str, content: Content
) -> None:
    for leefgebied in content.kaart.leefgebieden:
        tekst = client.get(f"/mensen/{samira}/spiekbrief?gebied={leefgebied.key}").text
        assert "Altijd een goede vraag" in tekst
        assert "En wat zie jij?" in tekst
        for kruisvraag in content.kaart.kruisvragen:
            assert kruisvraag.vraag in tekst


def test_they_come_first_and_begin_with_what_goes_well(client: PagesClient, samira: str, content: Content) -> None:
    tekst = client.get(f"/mensen/{samira}/spiekbrief").text
    assert tekst.index("Altijd een goede vraag") < tekst.index(content.kaart.leefgebieden[0].deelgebieden[0].vragen[0])
    assert tekst.index("Wat gaat er goed, of wat kan er?") < tekst.index("En wat is lastig?")


def test_there_is_nothing_to_fill_in(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/spiekbrief")
    assert "Je hoeft niets in te vullen." in page.text
    assert {field for form in page.forms() for field in form.names()} <= {"csrf_token"}


def test_what_was_talked_about_is_one_line(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/financien")
    client.submit("/leefgebieden/financien", {"stand-inkomen": "over-gepraat", "stand-schulden": "wil-nu-niet"})
    tekst = client.get(f"/mensen/{samira}/spiekbrief?gebied=financien").text
    assert "Al over gepraat: inkomen. Nog niet: uitgaven. Wil er nu niet over praten: schulden." in tekst


def test_a_stranger_finds_nothing(vera_client: PagesClient, samira: str) -> None:
    vera_client.get(f"/mensen/{samira}/spiekbrief", status=404)


@pytest.mark.parametrize("gebied", ["", "geld", "\x00", "<script>", "x" * 3000])
def test_an_unknown_leefgebied_in_the_address_gives_the_first(client: PagesClient, samira: str, gebied: str) -> None:
    page = client.get(f"/mensen/{samira}/spiekbrief", query_string={"gebied": gebied})
    assert "Hoe ziet een gewone dag er voor u uit?" in page.text
