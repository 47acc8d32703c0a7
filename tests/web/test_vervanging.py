"""Being away, with a team mate who stands in."""

import pytest

from leefgebieden.domain.mens import Mens
from tests.pages import PagesClient
from tests.people import Clock


def arrange(client: PagesClient, wie: Mens, van: str = "2026-07-20", tot: str = "2026-07-24") -> None:
    client.get("/vervanging")
    client.submit("/vervanging", {"wie": wie.id, "van": van, "tot": tot})


def test_who_stands_in_reads_and_writes_on_those_days_and_no_others(
    client: PagesClient, tessa: Mens, tessa_client: PagesClient, samira: str, clock: Clock
) -> None:
    arrange(client, tessa)
    assert "Tessa ma 20 juli" in client.page.text
    tessa_client.get(f"/mensen/{samira}", status=403)
    clock.move(days=6)
    page = tessa_client.get("/mensen")
    assert "Je vervangt Anja" in page.text
    page = tessa_client.get(f"/mensen/{samira}")
    assert "Je vervangt hier een collega, tot en met vr 24 juli." in page.text
    tessa_client.get(f"/mensen/{samira}/notities/nieuw")
    tessa_client.get(f"/mensen/{samira}/meewerkers", status=403)
    clock.move(days=5)
    tessa_client.get(f"/mensen/{samira}", status=403)
    assert "Samira" not in tessa_client.get("/mensen").text


def test_it_can_be_stopped_before_its_last_day(
    client: PagesClient, tessa: Mens, tessa_client: PagesClient, samira: str
) -> None:
    arrange(client, tessa, van="2026-07-14")
    tessa_client.get(f"/mensen/{samira}")
    client.get("/vervanging")
    client.submit("/intrekken")
    tessa_client.get(f"/mensen/{samira}", status=403)


def test_nobody_stops_the_vervanging_of_somebody_else(
    client: PagesClient, tessa: Mens, tessa_client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    arrange(client, tessa, van="2026-07-14")
    action = client.page.form("/intrekken").action.removeprefix("http://localhost")
    karim_client.get("/vervanging")
    karim_client.post(action)
    tessa_client.get(f"/mensen/{samira}")


@pytest.mark.parametrize(
    ("van", "tot", "said"),
    [
        ("", "2026-07-24", "Vul in vanaf welke dag je weg bent."),
        ("2026-07-20", "", "Vul in tot en met welke dag je weg bent."),
        ("2026-07-24", "2026-07-20", "De laatste dag ligt voor de eerste."),
        ("morgen", "2026-07-20", "Deze datum kennen we niet."),
    ],
)
def test_dates_that_cannot_be_are_refused_in_words(
    client: PagesClient, tessa: Mens, van: str, tot: str, said: str
) -> None:
    client.get("/vervanging")
    page = client.submit("/vervanging", {"wie": tessa.id, "van": van, "tot": tot}, status=400)
    assert said in page.text


def test_only_a_team_mate_can_stand_in(client: PagesClient, tessa: Mens, vera: Mens, anja: Mens) -> None:
    client.get("/vervanging")
    for wie in (vera, anja):
        client.post("/vervanging", {"wie": wie.id, "van": "2026-07-20", "tot": "2026-07-24"}, status=400)


def test_sending_it_twice_makes_one(client: PagesClient, tessa: Mens) -> None:
    client.get("/vervanging")
    fields = {"wie": tessa.id, "van": "2026-07-20", "tot": "2026-07-24"}
    filled = client.page.form("/vervanging").filled(fields)
    client.post("/vervanging", filled)
    page = client.post("/vervanging", filled)
    assert page.text.count("Tessa ma 20 juli") == 1
