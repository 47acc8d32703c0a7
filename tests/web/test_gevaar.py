"""Where danger is: who has haste stands first, the Meldcode becomes notities, the terms of the Wmo are shown."""

from datetime import date

from leefgebieden.domain.spoed import WmoMelding, list_termijnen
from tests.pages import PagesClient
from tests.people import Clock


def test_who_has_haste_stands_first_and_why_is_said_on_the_own_page_alone(
    client: PagesClient, samira: str, frans: str
) -> None:
    assert "Hier is haast bij" not in client.get("/mensen").text
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(f"/mensen/{samira}/gegevens", {"haast": ["dreigende huisuitzetting", "crisis"]}, "Bewaar")
    assert "Hier is haast bij: dreigende huisuitzetting en crisis." in client.page.text
    tekst = client.get("/mensen").text
    assert tekst.index("Hier is haast bij") < tekst.index("Samira") < tekst.index("Frans")
    # the person may look along on this list
    assert "huisuitzetting" not in tekst
    assert "crisis" not in tekst
    assert tekst.count("Samira") == 1
    client.get(f"/mensen/{samira}/gegevens")
    client.submit(f"/mensen/{samira}/gegevens", {"haast": None}, "Bewaar")
    assert "Hier is haast bij" not in client.get("/mensen").text


def test_whoever_needs_help_now_rings_with_one_tap(client: PagesClient, samira: str) -> None:
    links = client.get(f"/mensen/{samira}/meldcode").links()
    assert links["Bel 112"] == "tel:112"
    assert links["Bel Veilig Thuis"] == "tel:08002000"
    # in words too, for who rings with another telephone; the buttons are as high as those of a crisis
    assert "0800-2000" in client.page.text
    assert client.page.all("div", **{"class": "knoppen crisis"})


def test_a_step_of_the_meldcode_becomes_a_notitie_and_so_does_not_reporting(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/leefgebieden/nacht")
    client.click("De stappen van de Meldcode, bij Veiligheid")
    client.click("Schrijf op bij stap 2")
    assert "Meldcode, stap 2:" in client.page.html
    client.submit(None, {"tekst": "Meldcode, stap 2: Karim gesproken."}, "Bewaar")
    client.get(f"/mensen/{samira}/meldcode")
    assert "Karim gesproken." in client.page.text
    client.click("Niet gemeld: schrijf op waarom")
    assert "Meldcode: niet gemeld, omdat" in client.page.html
    client.get(f"/mensen/{samira}/notities/nieuw?begin=iets-anders")
    assert "Meldcode" not in client.page.html


def test_the_terms_run_from_the_days_that_were_written_down() -> None:
    melding = WmoMelding(date(2026, 7, 1), onderzocht_op=date(2026, 8, 1), aangevraagd_op=date(2026, 8, 3))
    plan, onderzoek, besluit = list_termijnen(melding)
    assert (plan.tot, onderzoek.tot, besluit.tot) == (date(2026, 7, 8), date(2026, 8, 12), date(2026, 8, 17))
    assert plan.is_voorbij(date(2026, 7, 9))
    assert not onderzoek.is_voorbij(date(2026, 9, 1))


def test_a_report_under_the_wmo_shows_its_terms_and_can_be_taken_away(
    client: PagesClient, karim_client: PagesClient, samira: str, clock: Clock
) -> None:
    client.get(f"/mensen/{samira}/wmo")
    client.submit(f"/mensen/{samira}/wmo", {"gemeld_op": ""}, "Bewaar")
    assert "Vul de dag van de melding in." in client.page.text
    karim_client.get(f"/mensen/{samira}/wmo")
    client.submit(f"/mensen/{samira}/wmo", {"gemeld_op": "2026-07-01", "verslag_gegeven": "y"}, "Bewaar")
    for woorden in ("Deze dag is voorbij.", "woensdag 12 augustus 2026", "Verslag gegeven."):
        assert woorden in client.page.text
    karim_client.submit(f"/mensen/{samira}/wmo", {"gemeld_op": "2026-06-01"}, "Bewaar")
    assert "Dit is intussen gewijzigd" in karim_client.page.text
    client.get(f"/mensen/{samira}/wmo")
    client.submit(f"/mensen/{samira}/wmo", {}, "Er was geen melding")
    assert "Tot die dag" not in client.page.text
