"""Words that were typed and not saved go after two weeks, and never without a warning."""

from datetime import date, timedelta

from flask import Flask

from leefgebieden.actions.concept import keep_concept
from leefgebieden.actions.logboek import log
from leefgebieden.actions.opruimen import expire_concepten
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.store.concept import has_concepten
from tests.pages import PagesClient
from tests.people import Clock

BEWAREN, SPRONG = timedelta(days=14), timedelta(days=31)


def expire(outside: Context, anja: Mens) -> list[tuple[str, date]]:
    return expire_concepten(outside, anja, BEWAREN, SPRONG)


def type_something(outside: Context, anja: Mens, samira: str) -> None:
    log(outside, anja, Actie.AANGEMELD)
    keep_concept(outside, anja.id, samira, "notitie", {"tekst": ["Begonnen"]}, fout=False)


def test_a_warning_first_and_then_it_goes(app: Flask, outside: Context, clock: Clock, anja: Mens, samira: str) -> None:
    type_something(outside, anja, samira)
    clock.move(days=11)
    assert expire(outside, anja) == []
    clock.move(minutes=1)
    assert expire(outside, anja) == [(samira, date(2026, 7, 28))]
    clock.move(days=2, hours=23)
    assert expire(outside, anja) == [(samira, date(2026, 7, 28))]
    assert has_concepten(anja.id, samira)
    clock.move(hours=1)
    assert expire(outside, anja) == []
    assert not has_concepten(anja.id, samira)


def test_who_was_away_for_weeks_is_told_before_it_goes(
    app: Flask, outside: Context, clock: Clock, anja: Mens, samira: str
) -> None:
    type_something(outside, anja, samira)
    clock.move(days=30)
    assert expire(outside, anja) == [(samira, date(2026, 8, 14))]
    assert has_concepten(anja.id, samira)
    clock.move(days=1)
    assert expire(outside, anja) == []
    assert not has_concepten(anja.id, samira)


def test_who_writes_on_keeps_his_words(app: Flask, outside: Context, clock: Clock, anja: Mens, samira: str) -> None:
    type_something(outside, anja, samira)
    clock.move(days=12)
    expire(outside, anja)
    type_something(outside, anja, samira)
    clock.move(days=3)
    assert expire(outside, anja) == []
    assert has_concepten(anja.id, samira)


def test_nothing_goes_while_the_clock_is_not_believed(
    app: Flask, outside: Context, clock: Clock, anja: Mens, samira: str
) -> None:
    type_something(outside, anja, samira)
    for _ in range(3):
        clock.move(days=3650)
        assert expire(outside, anja) == []
        log(outside, anja, Actie.AANGEMELD)
    assert has_concepten(anja.id, samira)


def test_mensen_says_whose_and_when(client: PagesClient, clock: Clock, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.post(f"/mensen/{samira}/notities/nieuw", {"tekst": "Woorden die wachten", "id": "stuk"})
    clock.move(days=12)
    page = client.get("/mensen")
    assert "Samira : je tekst gaat weg na dinsdag 28 juli 2026." in page.text.replace("Samira:", "Samira :")
