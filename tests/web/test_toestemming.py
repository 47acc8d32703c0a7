"""Consent and the person's own statement, on the pages."""

import json

import pytest

from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.uitwisseling import export_casus
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from tests.pages import PagesClient
from tests.people import Clock

VELDEN = {"met_wie": "De woningbouw", "waarvoor": "Om de huur te regelen", "tot": "2026-08-31"}


@pytest.fixture
def notitie(outside: Context, anja: Mens, samira: str) -> str:
    notitie = Notitie(outside.new_id(), "Doet de deur niet open.", gemaakt_op=outside.now(), auteur=anja)
    record_notitie(outside, samira, notitie)
    return notitie.id


def test_a_consent_is_written_down_taken_back_and_restored(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    client.click("Toestemming om te delen")
    assert "Er is nu geen toestemming om iets te delen." in client.page.text
    client.submit(f"/mensen/{samira}/toestemming", VELDEN)
    assert "Gegeven op dinsdag 14 juli 2026. Tot en met maandag 31 augustus 2026." in client.page.text
    client.submit("Trek in: De woningbouw")
    assert "Ingetrokken. Deel niets meer met deze partij." in client.page.text
    assert "Ingetrokken op dinsdag 14 juli 2026." in client.page.text
    client.submit("Maak ongedaan")
    assert "De toestemming geldt weer." in client.page.text
    assert "Voorbij of ingetrokken" not in client.page.text


def test_before_it_ends_every_tab_says_so(client: PagesClient, clock: Clock, samira: str) -> None:
    client.get(f"/mensen/{samira}/toestemming")
    client.submit(f"/mensen/{samira}/toestemming", VELDEN)
    assert "eindigt" not in client.get(f"/mensen/{samira}").text
    clock.move(days=40)
    for tab in ("", "/leefgebieden", "/netwerk", "/afspraken"):
        zin = "Toestemming om te delen met De woningbouw eindigt ma 31 augustus."
        assert zin in client.get(f"/mensen/{samira}{tab}").text
    clock.move(days=20)
    assert "Gold tot en met maandag 31 augustus 2026." in client.get(f"/mensen/{samira}/toestemming").text


@pytest.mark.parametrize("fout", [{"met_wie": " "}, {"waarvoor": ""}, {"tot": ""}, {"tot": "2026-07-13"}, {"tot": "x"}])
def test_what_is_wrong_is_told_and_the_words_stay(client: PagesClient, samira: str, fout: dict[str, str]) -> None:
    client.get(f"/mensen/{samira}/toestemming")
    client.submit(f"/mensen/{samira}/toestemming", {**VELDEN, "waarvoor": "Een lang verhaal", **fout})
    assert client.page.title.startswith("Fout:")
    if "waarvoor" not in fout:
        assert "Een lang verhaal" in client.page.html
    assert "Er is nu geen toestemming" in client.page.text


def test_one_that_is_gone_is_told(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/toestemming")
    for wat in ("intrekken", "herstellen"):
        client.post(f"/mensen/{samira}/toestemming/{samira}/{wat}")
        assert "Deze toestemming is er niet meer." in client.page.text


def test_an_own_statement_stands_with_the_notitie_and_leaves_it_as_it_was(
    client: PagesClient, outside: Context, anja: Mens, samira: str, notitie: str
) -> None:
    client.get(f"/mensen/{samira}/notities/{notitie}")
    client.click("Eigen verklaring erbij")
    client.submit(fields={"tekst": "Ik was gewoon niet thuis."})
    assert "Doet de deur niet open." in client.page.text
    assert "Eigen verklaring, dinsdag 14 juli 2026 Ik was gewoon niet thuis." in client.page.text
    (gelezen,) = json.loads(export_casus(outside, anja, samira))["notities"]
    assert [v["tekst"] for v in gelezen["verklaringen"]] == ["Ik was gewoon niet thuis."]
    client.get(f"/mensen/{samira}/notities/{notitie}")
    client.submit(fields={"tekst": "Deed de deur niet open."}, button="Bewaar")
    assert "Ik was gewoon niet thuis." in client.page.text


def test_an_own_statement_on_everything_stands_on_top(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    client.click("Eigen verklaring")
    client.submit(fields={"tekst": " "})
    assert "Schrijf op wat deze persoon zegt." in client.page.text
    client.submit(fields={"tekst": "Dit ben ik niet."}, button="Voeg toe")
    assert "Eigen verklaring, dinsdag 14 juli 2026 Dit ben ik niet." in client.page.text


def test_sending_it_twice_adds_it_once(client: PagesClient, outside: Context, samira: str) -> None:
    client.get(f"/mensen/{samira}/verklaring")
    velden = {"id": outside.new_id(), "tekst": "Dit ben ik niet."}
    client.post(f"/mensen/{samira}/verklaring", velden)
    client.post(f"/mensen/{samira}/verklaring", velden)
    assert client.page.text.count("Dit ben ik niet.") == 1
    client.post(f"/mensen/{samira}/verklaring", {**velden, "tekst": "Iets anders."})
    assert "Iets anders." in client.page.html
