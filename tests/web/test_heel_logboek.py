"""What the beheerder sees of what happened: who did what, never about whom; and who was often refused."""

from flask import Flask

from tests.pages import PagesClient
from tests.people import Clock


def test_the_beheerder_sees_who_did_what_and_not_about_whom(
    bo_client: PagesClient, client: PagesClient, samira: str
) -> None:
    client.get(f"/mensen/{samira}")
    page = bo_client.get("/beheer/logboek")
    assert "Anja keek bij het verhaal" in page.text
    assert "Samira" not in page.text
    assert samira not in page.html
    # looking is told as well
    assert "Bo bekeek wat er in de hele app gebeurde" in bo_client.get("/beheer/logboek").text


def test_nobody_else_sees_it(client: PagesClient, lies_client: PagesClient) -> None:
    client.get("/beheer/logboek", status=403)
    lies_client.get("/beheer/logboek", status=403)


def test_only_what_was_refused_can_be_shown(bo_client: PagesClient, vera_client: PagesClient, samira: str) -> None:
    vera_client.get(f"/mensen/{samira}", status=404)
    page = bo_client.get("/beheer/logboek?niet=1")
    assert "Vera wilde kijken. Dat mocht niet" in page.text
    assert "meldde zich aan." not in page.text


def test_it_is_read_a_hundred_lines_at_a_time(bo_client: PagesClient, client: PagesClient, samira: str) -> None:
    for _ in range(55):
        client.get(f"/mensen/{samira}")
        client.get("/mensen")
    page = bo_client.get("/beheer/logboek")
    assert "Eerder" in page.text
    bo_client.get("/beheer/logboek?voor=60")
    assert "Naar het nieuwste" in bo_client.page.text
    for onzin in ("0", "-1", "x", "99999999999999999999"):
        bo_client.get(f"/beheer/logboek?voor={onzin}")


def test_who_is_often_refused_on_one_day_is_told_to_the_beheerder(
    app: Flask, bo_client: PagesClient, vera_client: PagesClient, samira: str
) -> None:
    for _ in range(9):
        vera_client.get(f"/mensen/{samira}", status=404)
    assert "Vaak geweigerd" not in bo_client.get("/beheer").text
    vera_client.get(f"/mensen/{samira}", status=404)
    for waar in ("/beheer", "/beheer/logboek"):
        page = bo_client.get(waar)
        assert "Vaak geweigerd" in page.text
        assert "Vera, dinsdag 14 juli 2026: 10 keer." in page.text


def test_who_was_refused_long_ago_is_left_alone(
    bo_client: PagesClient, vera_client: PagesClient, samira: str, clock: Clock
) -> None:
    for _ in range(10):
        vera_client.get(f"/mensen/{samira}", status=404)
    clock.move(days=8)
    assert "Vaak geweigerd" not in bo_client.get("/beheer").text
