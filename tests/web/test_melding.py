"""What waits to be said does not grow without end."""

from leefgebieden.web.melding import HOOGUIT
from tests.pages import PagesClient


def test_saving_again_and_again_without_a_page_in_between_keeps_the_cookie_small(
    client: PagesClient, samira: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    csrf = client.csrf_token()
    lengtes = []
    for nummer in range(HOOGUIT * 3):
        velden = {
            "id": f"0b5e7c3a-0000-4000-8000-{nummer:012d}",
            "tekst": f"Notitie {nummer}",
            "csrf_token": csrf or "",
        }
        antwoord = client.client.post(f"/mensen/{samira}/notities/nieuw", data=velden)
        assert antwoord.status_code == 303
        lengtes.append(sum(len(koek) for koek in antwoord.headers.getlist("Set-Cookie")))
    assert max(lengtes) < 2_000
    assert client.get(f"/mensen/{samira}").text.count("Maak ongedaan") == HOOGUIT


def test_many_hints_do_not_push_away_that_it_is_saved(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": "Zij beweert, ontkent en weigert. Een zorgmijder, ongemotiveerd."})
    saved = [element for element in client.page.all("div") if element.get("data-bewaard")]
    assert len(saved) == 1
    assert "Maak ongedaan" in client.page.text
