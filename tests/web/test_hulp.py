"""Help, and the pages for when something is not there."""

from leefgebieden.content.model import Content
from tests.pages import PagesClient


def test_help_is_there_before_signing_in(visitor: PagesClient) -> None:
    tekst = visitor.get("/hulp").text
    assert "Dit is geen meting." in tekst
    assert "Module II Gebiedsgericht outreachend werken, Amsterdamse Wmo-werkplaats" in tekst
    assert len(visitor.page.all("ol")[0].findall("li")) == 10


def test_every_abbreviation_is_explained(visitor: PagesClient, content: Content) -> None:
    tekst = visitor.get("/hulp").text
    for begrip in content.kaart.begrippen:
        assert f"{begrip.afkorting} {begrip.betekenis}" in tekst


def test_every_page_links_to_help(client: PagesClient, samira: str) -> None:
    for pad in ("/mensen", f"/mensen/{samira}", "/instellingen", "/geen-internet"):
        assert client.get(pad).links()["Hulp"] == "/hulp"


def test_a_page_that_is_not_there_says_that_the_notes_still_are(client: PagesClient) -> None:
    page = client.get("/mensen/niemand", 404)
    assert "Deze pagina is er niet. Je notities zijn er nog." in page.text


def test_without_internet_it_says_what_works(visitor: PagesClient) -> None:
    assert "Je tekst blijft daar staan." in visitor.get("/geen-internet").text
