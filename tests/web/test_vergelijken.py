"""Two A4s beside each other, the mark of a print, and the network as it was or could be."""

import re
from io import BytesIO

from pypdf import PdfReader

from leefgebieden.store.logboek import fetch_logregels
from tests.pages import PagesClient


def test_what_changed_since_the_last_a4_is_said_in_words(client: PagesClient, frans: str) -> None:
    client.get(f"/mensen/{frans}/samenvattingen/vergelijk")
    assert "nog geen twee A4's" in client.page.text
    for vraag in ("Wat nu?", "Wie gaat mee?"):
        client.get(f"/mensen/{frans}/samenvatting")
        client.submit(f"/mensen/{frans}/samenvatting/maak", {"vraag_aan_team": vraag}, "Maak de A4")
    client.get(f"/mensen/{frans}/samenvatting")
    client.click("Wat is er veranderd sinds de vorige?")
    assert "Was: Wat nu? Is: Wie gaat mee?" in client.page.text
    client.submit(None, {"was": client.page.form(None).filled({}, None)["wordt"]}, status=200)
    assert "Er staat hetzelfde op." in client.page.text
    client.get(f"/mensen/{frans}/samenvattingen/vergelijk?was=x", status=404)


def test_every_print_has_a_number_of_its_own_that_stands_in_the_logboek(client: PagesClient, frans: str) -> None:
    nummers = []
    for _ in range(2):
        with client.app.app_context():
            pdf = client.client.get(f"/mensen/{frans}/samenvatting.pdf").data
        tekst = PdfReader(BytesIO(pdf)).pages[0].extract_text()
        (nummer,) = re.findall(r"Nummer (\w{6})\. Vernietigen na overleg\.", tekst)
        assert "Gemaakt door A. op dinsdag 14 juli 2026, 12:00." in tekst
        nummers.append(nummer)
    assert len(set(nummers)) == 2
    gelogd = [veld for regel in fetch_logregels(frans) for veld in regel.velden if veld.startswith("nr-")]
    assert gelogd == [f"nr-{nummer}" for nummer in reversed(nummers)]
    assert f"(nummer {nummers[0]})" in client.get(f"/mensen/{frans}/logboek").text


def test_the_network_of_an_earlier_day_stands_beside_today(client: PagesClient, samira: str) -> None:
    for wie, sinds, tot in (("Buurvrouw", "2026-03-01", ""), ("Tante", "", "2026-02-01")):
        client.get(f"/mensen/{samira}/netwerk/nieuw")
        client.submit(f"/mensen/{samira}/netwerk/nieuw", {"wie": wie, "sinds": sinds, "tot": tot}, "Bewaar")
    html = client.get(f"/mensen/{samira}/netwerk?op=2026-01-15").html
    toen = html[html.index('id="ecogram-toen-titel"') :]
    assert "Tante" in toen
    assert "Buurvrouw" not in toen.partition("</svg>")[0]
    assert "ecogram-toen" not in client.get(f"/mensen/{samira}/netwerk?op=gisteren").html


def test_the_worker_tries_a_place_of_his_own_and_nothing_is_kept(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/netwerk/nieuw")
    client.submit(f"/mensen/{samira}/netwerk/nieuw", {"wie": "Buurvrouw"}, "Bewaar")
    client.click("Bij de eigen mensen")
    assert "Wat doe jij dan dat een van hen kan?" in client.page.text
    assert "Anja" in client.page.html
    assert "Anja" not in client.get(f"/mensen/{samira}/netwerk").html
