"""The sheet for the person: only what is his, in large letters, with headings in six languages."""

import pytest

from leefgebieden.content.model import Content
from tests.pages import PagesClient


def test_only_what_is_his_own_stands_on_it(client: PagesClient, frans: str) -> None:
    client.get(f"/mensen/{frans}/samenvatting")
    client.click("Een blad om aan Frans mee te geven")
    tekst = client.page.text
    assert "Wil zijn zoon Harrie zo graag zien." in tekst
    assert "Wat we hebben afgesproken" in tekst
    for niet in ("Pizzadozen", "leugenaars", "depressief", "zelf in de hand houdt"):
        assert niet not in tekst
    assert "niet nagekeken" not in tekst


@pytest.mark.parametrize("taal", ["en", "tr", "ar", "pl", "uk"])
def test_its_headings_are_there_in_another_language_and_marked_as_not_checked(
    client: PagesClient, frans: str, content: Content, taal: str
) -> None:
    page = client.get(f"/mensen/{frans}/meegeven?taal={taal}")
    for kop in (content.talen[taal].kracht, content.talen[taal].ruimte, "Wat goed gaat"):
        assert kop in page.text
    assert f"De koppen in het {content.talen[taal].naam} zijn niet nagekeken door een vertaler." in page.text
    assert f'lang="{taal}"' in page.html
    assert ('dir="rtl"' in page.html) is (taal == "ar")


def test_it_speaks_to_the_person_as_the_worker_chose(client: PagesClient, frans: str) -> None:
    tekst = client.get(f"/mensen/{frans}/meegeven").text
    assert "Voor u, Frans" in tekst
    assert "Zo schreven we op wat u zei" in tekst
    client.get("/instellingen")
    client.submit("/instellingen", {"aanspreek": "je"})
    page = client.get(f"/mensen/{frans}/meegeven?taal=en")
    for zin in (
        "Voor jou, Frans",
        "Zo schreven we op wat je zei",
        "Je mag altijd vragen wat er over je is opgeschreven.",
    ):
        assert zin in page.text


def test_what_is_shielded_or_about_somebody_else_is_not_on_it(client: PagesClient, samira: str) -> None:
    for tekst, erbij in (
        ("Geheim plan", {"afgeschermd": "y"}),
        ("Over de buurman", {"over_ander": "y"}),
        ("Kookt goed", {}),
    ):
        client.get(f"/mensen/{samira}/notities/nieuw")
        client.submit(f"/mensen/{samira}/notities/nieuw", {"tekst": tekst, "wat": ["kracht"], **erbij}, "Bewaar")
    tekst = client.get(f"/mensen/{samira}/meegeven").text
    assert "Kookt goed" in tekst
    assert "Geheim" not in tekst
    assert "buurman" not in tekst
