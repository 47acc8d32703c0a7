"""From the page of a notitie: to somebody else, or gone for good."""

import pytest

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.notitie import record_notitie
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient


@pytest.fixture
def notitie(outside: Context, anja: Mens, samira: str) -> str:
    notitie = Notitie(outside.new_id(), "Slaapt slecht.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    return notitie.id


@pytest.fixture
def bram(outside: Context, anja: Mens) -> str:
    casus_id = outside.new_id()
    begin_casus(outside, anja, casus_id, "Bram", Kanaal.LOKET)
    return casus_id


def read(casus_id: str) -> list[str]:
    db.session.remove()
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None
    return [notitie.tekst for notitie in gelezen.hele.notities]


def test_a_notitie_goes_to_somebody_else_and_back(client: PagesClient, samira: str, bram: str, notitie: str) -> None:
    client.get(f"/mensen/{samira}/notities/{notitie}")
    client.click("Hoort bij iemand anders")
    client.submit(fields={"wie": bram}, button="Verplaats")
    assert "Verplaatst. De notitie staat niet meer hier." in client.page.text
    assert (read(samira), read(bram)) == ([], ["Slaapt slecht."])
    client.submit("Zet terug")
    assert (read(samira), read(bram)) == (["Slaapt slecht."], [])


def test_who_works_with_nobody_else_has_nowhere_to_put_it(client: PagesClient, samira: str, notitie: str) -> None:
    assert "Je werkt nu met niemand anders." in client.get(f"/mensen/{samira}/notities/{notitie}/verplaatsen").text


def test_without_a_choice_nothing_moves(client: PagesClient, samira: str, bram: str, notitie: str) -> None:
    client.get(f"/mensen/{samira}/notities/{notitie}/verplaatsen")
    client.submit(button="Verplaats", status=400)
    assert "Kies bij wie de notitie hoort." in client.page.text
    assert read(samira) == ["Slaapt slecht."]


def test_nobody_puts_a_notitie_with_a_stranger(
    client: PagesClient, outside: Context, vera: Mens, samira: str, bram: str, notitie: str
) -> None:
    vreemd = outside.new_id()
    begin_casus(outside, vera, vreemd, "Henk", Kanaal.LOKET)
    client.get(f"/mensen/{samira}/notities/{notitie}/verplaatsen")
    assert "Henk" not in client.page.text
    client.post(f"/mensen/{samira}/notities/{notitie}/verplaatsen", {"wie": vreemd}, 400)
    client.post(f"/mensen/{samira}/notities/{notitie}/terug/{vreemd}")
    assert "Dit kan niet meer" in client.page.text
    assert (read(samira), read(vreemd)) == (["Slaapt slecht."], [])


def test_the_eigenaar_erases_one_for_good(client: PagesClient, samira: str, notitie: str) -> None:
    client.get(f"/mensen/{samira}/notities/{notitie}")
    client.click("Wis voorgoed")
    assert "in reservekopieën uiterlijk op dinsdag 14 juli 2026" in client.page.text
    client.submit(button="Wis voorgoed")
    assert "De notitie is voorgoed gewist." in client.page.text
    assert read(samira) == []
    client.post(f"/mensen/{samira}/notities/{notitie}/wissen")
    assert "Deze notitie is al weg." in client.page.text


def test_who_works_along_moves_but_does_not_erase(
    karim_client: PagesClient, client: PagesClient, samira: str, notitie: str
) -> None:
    page = karim_client.get(f"/mensen/{samira}/notities/{notitie}")
    assert "Wis voorgoed" not in page.text
    karim_client.get(f"/mensen/{samira}/notities/{notitie}/wissen", 403)


def test_what_is_afgeschermd_is_not_moved_by_who_may_not_read_it(
    karim_client: PagesClient, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    geheim = Notitie(outside.new_id(), "Van Anja.", gemaakt_op=outside.now(), auteur=anja, afgeschermd=True)
    record_notitie(outside, samira, geheim)
    van_karim = outside.new_id()
    begin_casus(outside, karim, van_karim, "Bram", Kanaal.LOKET)
    karim_client.get(f"/mensen/{samira}/notities/{geheim.id}/verplaatsen", 404)
    karim_client.get(f"/mensen/{samira}")
    karim_client.post(f"/mensen/{samira}/notities/{geheim.id}/verplaatsen", {"wie": van_karim})
    assert read(samira) == ["Van Anja."]
