"""Familie: who belongs to whom, with a drawing that follows from it."""

import pytest

from tests.pages import PagesClient
from tests.web.test_netwerk import add, find_lid


def url(samira: str) -> str:
    return f"/mensen/{samira}/netwerk/familie"


def pick(client: PagesClient, samira: str, van: str, soort: str, naar: str) -> None:
    page = client.get(url(samira))

    def find(naam: str, veld: str) -> str:
        """The value of the chip that reads so."""
        chips = [label for label in page.all("label") if "".join(label.itertext()).strip() == naam]
        return next(e.get("value", "") for chip in chips for e in chip.iter() if e.get("name") == veld)

    client.submit("Bewaar", {"van": find(van, "van"), "soort": soort, "naar": find(naar, "naar")})


def test_without_a_network_it_says_where_to_begin(client: PagesClient, samira: str) -> None:
    assert "Zet eerst iemand in het netwerk." in client.get(url(samira)).text


def test_a_tie_is_drawn_and_reads_as_a_sentence(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    pick(client, samira, "Samira", "ouder-van", "Ria")
    assert "Samira is vader of moeder van Ria" in client.page.text
    assert client.page.all("svg", role="img")
    assert "Kind van Samira: Ria." in client.page.text


def test_an_institution_is_no_family_but_what_was_said_before_stays(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria", kring="eigen-mensen")
    add(client, samira, "Oom Ben")
    add(client, samira, "DWI", kring="hulp-en-instanties")
    pick(client, samira, "Samira", "huishouden", "Ria")
    assert list_chips(client, samira) == ["Samira", "Ria", "Oom Ben"]
    # somebody who turned out to be a helper is still in what was said
    ria = find_lid(client, samira, "Ria")
    client.get(ria)
    client.submit(ria, fields={"kring": "hulp-en-instanties"}, button="Bewaar")
    assert list_chips(client, samira) == ["Samira", "Ria", "Oom Ben"]
    assert "Samira woont bij Ria" in client.page.text


def list_chips(client: PagesClient, samira: str) -> list[str]:
    groep = client.get(url(samira)).all("fieldset", id="van")[0]
    return ["".join(label.itertext()).strip() for label in groep.iter() if label.tag.endswith("label")]


def test_saying_it_twice_is_saying_it_once(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    pick(client, samira, "Samira", "partner", "Ria")
    pick(client, samira, "Ria", "partner", "Samira")
    assert client.page.text.count("Haal weg") == 1


def test_it_can_be_taken_away(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    pick(client, samira, "Samira", "partner", "Ria")
    client.submit("Haal weg: Samira is de partner van Ria")
    assert "Nog geen familie getekend." in client.page.text


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Kies wie."),
        ({"van": "persoon", "naar": "persoon", "soort": "partner"}, "Kies twee verschillende mensen."),
    ],
)
def test_what_is_not_whole_says_what_to_choose(
    client: PagesClient, samira: str, velden: dict[str, str], zin: str
) -> None:
    add(client, samira, "Ria")
    client.get(url(samira))
    client.submit("Bewaar", velden, status=400)
    assert zin in client.page.text


def test_somebody_who_is_not_there_is_no_choice(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    client.get(url(samira))
    client.post(url(samira), {"van": "iemand", "naar": "persoon", "soort": "partner"}, status=400)


def test_who_leaves_the_network_leaves_the_family(client: PagesClient, samira: str) -> None:
    add(client, samira, "Ria")
    pick(client, samira, "Samira", "partner", "Ria")
    client.get(f"/mensen/{samira}/netwerk")
    client.get(next(href for tekst, href in client.page.links().items() if tekst.startswith("Ria")))
    client.submit("Haal weg")
    assert "Zet eerst iemand in het netwerk." in client.get(url(samira)).text
