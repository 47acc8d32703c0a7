"""Komt terug: one list of what asks for an answer, of the people one works with and no others."""

from datetime import date

from flask import Flask

from leefgebieden.actions.afspraak import record_afspraak
from leefgebieden.actions.casus import begin_casus
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import writing
from leefgebieden.store.team import Team, fetch_teams, update_team
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in


def test_what_is_past_silent_soon_or_unguarded_stands_in_one_list(
    client: PagesClient, samira: str, anja: Mens, outside: Context, clock: Clock
) -> None:
    def make(wat: str, uiterlijk: date | None = None, bewaker: str = "Karim") -> None:
        record_afspraak(outside, anja, samira, Afspraak(outside.new_id(), wat, uiterlijk=uiterlijk, bewaker=bewaker))

    make("Oud en stil")
    clock.move(days=14)
    make("Voorbij", date(2026, 7, 20))
    make("Deze week", date(2026, 8, 1))
    make("Later", date(2026, 10, 1))
    make("Zonder oppas", bewaker="")
    tekst = client.get("/komt-terug").text
    plek = [tekst.index(wat) for wat in ("Voorbij", "Oud en stil", "Deze week", "Zonder oppas")]
    assert plek == sorted(plek)
    assert "Later" not in tekst
    for kop in ("De datum is voorbij: 1", "Twee weken niets gehoord: 1", "Deze week: 1", "Hier let nog niemand op: 1"):
        assert kop in tekst
    client.click("SamiraVoorbijNog niemand, ma 20 juli. Karim let op")
    assert client.page.h1 == "Wat is er gebeurd?"


def test_of_a_colleague_only_what_may_be_read(
    app: Flask, client: PagesClient, tessa: Mens, samira: str, anja: Mens, outside: Context, zuid: str
) -> None:
    record_afspraak(outside, anja, samira, Afspraak(outside.new_id(), "Bij Samira", uiterlijk=date(2026, 7, 1)))
    eigen = outside.new_id()
    begin_casus(outside, tessa, eigen, "Omar", Kanaal.LOKET)
    record_afspraak(outside, tessa, eigen, Afspraak(outside.new_id(), "Bij Omar", uiterlijk=date(2026, 7, 1)))
    tessa_client = sign_in(make_client(app), tessa)
    for adres in ("/komt-terug", "/komt-terug?team=1"):
        tekst = tessa_client.get(adres).text
        assert "Bij Omar" in tekst
        assert "Bij Samira" not in tekst
    (team,) = [team for team in fetch_teams() if team.id == zuid]
    with writing():
        update_team(Team(team.id, team.naam, team.gemaakt_op, lezen_mee_sinds=outside.now()))
    assert "Bij Samira" not in tessa_client.get("/komt-terug").text
    assert "Bij Samira" in tessa_client.get("/komt-terug?team=1").text


def test_nothing_that_asks_is_said_calmly(client: PagesClient) -> None:
    assert "Niets vraagt nu om een antwoord." in client.get("/komt-terug").text
