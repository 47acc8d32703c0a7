"""Signals: counts of people, five and more, over whom one may read and nobody else."""

import csv
from datetime import date
from io import StringIO

from leefgebieden.actions.casus import begin_casus
from leefgebieden.actions.netwerk import record_netwerklid
from leefgebieden.actions.notitie import record_notitie
from leefgebieden.content.model import Kanaal
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import Kring, Netwerklid
from leefgebieden.domain.notitie import Notitie, Wat
from leefgebieden.domain.signalen import list_tijdvakken
from tests.pages import PagesClient
from tests.people import Clock


def add_people(outside: Context, door: Mens, aantal: int, instantie: str = "DWI") -> None:
    for nummer in range(aantal):
        casus_id = outside.new_id()
        begin_casus(outside, door, casus_id, f"Iemand {nummer}", Kanaal.LOKET)
        for _ in range(2):  # two notities of one person count once
            notitie = Notitie(
                outside.new_id(),
                "Schulden",
                wat=(Wat.LASTIG,),
                plaatsen=("schulden",),
                gemaakt_op=outside.now(),
                auteur=door,
            )
            record_notitie(outside, casus_id, notitie)
        lid = Netwerklid(outside.new_id(), instantie, kring=Kring.HULP_EN_INSTANTIES)
        record_netwerklid(outside, door, casus_id, lid)


def test_four_are_not_shown_and_five_are(client: PagesClient, anja: Mens, outside: Context) -> None:
    add_people(outside, anja, 4)
    tekst = client.get("/signalen").text
    assert "Er is nog niets dat bij 5 mensen of meer speelt" in tekst
    assert "Schulden" not in tekst
    add_people(outside, anja, 1)
    tekst = client.get("/signalen").text
    assert "Schulden lastig 5" in tekst
    assert "DWI 5" in tekst
    assert "kracht" not in tekst.casefold().split("we tellen")[0]


def test_people_of_others_do_not_count(client: PagesClient, anja: Mens, vera: Mens, outside: Context) -> None:
    add_people(outside, anja, 4)
    add_people(outside, vera, 3)
    assert "Schulden" not in client.get("/signalen").text


def test_what_an_earlier_quarter_held_stands_there(
    client: PagesClient, anja: Mens, outside: Context, clock: Clock
) -> None:
    add_people(outside, anja, 5)
    clock.move(days=92)
    assert "Schulden lastig" not in client.get("/signalen").text
    assert "Schulden lastig 5" in client.get("/signalen?tijdvak=vorig-kwartaal").text
    assert "Schulden lastig 5" in client.get("/signalen?tijdvak=jaar").text
    client.get("/signalen?tijdvak=onzin")


def test_the_file_holds_the_same_and_no_formula(client: PagesClient, anja: Mens, outside: Context) -> None:
    add_people(outside, anja, 5, instantie='=HYPERLINK("x")')
    antwoord = client.client.get("/signalen/signalen.csv")
    rijen = list(csv.reader(StringIO(antwoord.data.decode("utf-8-sig")), delimiter=";"))
    assert rijen[0] == ["wat", "soort", "aantal mensen", "van", "tot en met"]
    assert ["Schulden", "lastig", "5", "2026-07-01", "2026-07-14"] in rijen
    assert any(rij[0].startswith("'=HYPERLINK") for rij in rijen)
    assert antwoord.headers["Cache-Control"] == "no-store"


def test_quarters_and_years_follow_each_other() -> None:
    kwartaal, vorig, jaar, vorig_jaar = list_tijdvakken(date(2026, 2, 3))
    assert (kwartaal.van, kwartaal.tot) == (date(2026, 1, 1), date(2026, 2, 3))
    assert (vorig.van, vorig.tot) == (date(2025, 10, 1), date(2025, 12, 31))
    assert (jaar.van, jaar.tot) == (date(2026, 1, 1), date(2026, 2, 3))
    assert (vorig_jaar.van, vorig_jaar.tot) == (date(2025, 1, 1), date(2025, 12, 31))
