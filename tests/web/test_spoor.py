"""What one colleague saw and took along in some days: for the beheerder, by number and never by name."""

import csv
from io import StringIO

import pytest
from flask import Flask

from leefgebieden.context import Context
from leefgebieden.domain.logboek import CASUS, MEENEMEN, SOORTEN, Actie, Geschreven, Uitslag
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.spoor import Spoorregel, write_rekenblad
from tests.page import Page
from tests.pages import PagesClient
from tests.people import Clock
from tests.web.test_gate import NOWHERE
from tests.web.test_logboek import read_lines

HIER = "/beheer/logboek/medewerker"


def ask(client: PagesClient, wie: Mens, van: str = "2026-07-14", tot: str = "2026-07-14", rest: str = "") -> Page:
    return client.get(f"{HIER}?wie={wie.id}&van={van}&tot={tot}{rest}")


@pytest.mark.both_databases
def test_it_says_what_was_seen_and_taken_about_whom_and_from_where(
    bo_client: PagesClient, client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str
) -> None:
    for _ in range(2):
        karim_client.get(f"/mensen/{samira}/netwerk")
    karim_client.get(f"/mensen/{samira}/logboek/afdruk")
    karim_client.get(f"/mensen/{NOWHERE}", status=404)
    client.get(f"/mensen/{samira}/spiekbrief")
    page = ask(bo_client, karim)
    assert "Bij 1 persoon gekeken of iets opgeschreven." in page.text
    assert "1 keer iets meegenomen" in page.text
    assert "Vanaf netwerkadres 127.0.0.1: 5 keer." in page.text
    assert f"Persoon 1: {samira}. Vaste werker: Anja. 3 keer, waarvan 1 keer meegenomen." in page.text
    assert (
        f"Persoon 2: {NOWHERE}. Is er niet meer, of was er nooit. 0 keer. 1 keer mocht of lukte het niet." in page.text
    )
    assert "keek bij het netwerk, persoon 1, 2 keer, vanaf 127.0.0.1." in page.text
    assert "wilde kijken. Dat mocht niet, persoon 2" in page.text
    # nobody else's lines, and no name of whom it is about
    assert "spiekbrief" not in page.text
    assert "Samira" not in page.html


def test_only_these_days_count_as_they_are_in_the_netherlands(
    bo_client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str, clock: Clock
) -> None:
    karim_client.get(f"/mensen/{samira}")
    clock.move(hours=12)
    # 00:00 in Amsterdam
    karim_client.get(f"/mensen/{samira}/netwerk")
    for dag, wel, niet in (("2026-07-14", "het verhaal", "het netwerk"), ("2026-07-15", "het netwerk", "het verhaal")):
        page = ask_fresh(bo_client, karim, dag)
        assert wel in page.text
        assert niet not in page.text


def ask_fresh(client: PagesClient, wie: Mens, dag: str) -> Page:
    """As `ask`, for who signed in long ago."""
    adres = f"{HIER}?wie={wie.id}&van={dag}&tot={dag}"
    if client.client.get(adres).status_code == 303:
        client.get("/opnieuw-aanmelden")
        client.submit("/opnieuw-aanmelden", {"wachtwoord": "keukentafel"})
    return client.get(adres)


def test_who_looks_is_told_with_at_whom(
    app: Flask, bo: Mens, bo_client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str
) -> None:
    karim_client.get(f"/mensen/{samira}")
    ask(bo_client, karim)
    bo_client.get(f"{HIER}.csv?wie={karim.id}&van=2026-07-14&tot=2026-07-14")
    lines = [line for line in read_lines(app) if line["actie"] == "medewerker nagekeken"]
    assert [(line["medewerker_id"], line["onderdeel_id"], line["aantal"], line["velden"]) for line in lines] == [
        (bo.id, karim.id, 2, "[]"),
        (bo.id, karim.id, 2, '["bestand"]'),
    ]
    assert "Bo bekeek wat één collega deed" in bo_client.get("/beheer/logboek").text


def test_the_file_holds_every_line_and_nothing_that_a_spreadsheet_takes_for_a_formula(
    bo_client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str
) -> None:
    karim_client.get(f"/mensen/{samira}")
    page = ask(bo_client, karim)
    answer = bo_client.client.get(page.links()["Haal op als bestand (CSV)"])
    assert answer.headers["Content-Disposition"] == "attachment; filename=logboek-2026-07-14-2026-07-14.csv"
    row, signed_in = csv.DictReader(StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";")
    assert signed_in["wat"] == "meldde zich aan"
    assert row["wat"] == "keek bij het verhaal"
    assert (row["dag"], row["tijd"], row["persoon"], row["vanaf"]) == ("2026-07-14", "12:00", samira, "127.0.0.1")


def test_a_cell_that_looks_like_a_formula_is_text(outside: Context) -> None:
    regel = Geschreven(1, outside.now(), None, "=1+1", ("@x",), Uitslag.OK)
    row = list(csv.reader(StringIO(write_rekenblad([Spoorregel(regel, None, None, "=cmd", "-2")])), delimiter=";"))[1]
    assert [cel for cel in row if cel[:1] in "=+-@" and cel] == []


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("wie=&van=2026-07-14&tot=2026-07-14", "Kies een collega."),
        (f"wie={NOWHERE}&van=2026-07-14&tot=2026-07-14", "Kies een collega."),
        ("wie={wie}&van=2026-07-14&tot=2026-07-13", "Deze dag ligt voor de eerste dag."),
        ("wie={wie}&van=31-02-2026&tot=2026-07-13", "Deze datum kennen we niet."),
        ("wie={wie}&van=&tot=", "Kies vanaf welke dag."),
        ("wie={wie}&van=2026-07-14&tot=9999-12-31", "Deze datum kennen we niet."),
    ],
)
def test_a_question_that_is_not_whole_is_asked_again(
    app: Flask, bo_client: PagesClient, karim: Mens, vraag: str, zin: str
) -> None:
    adres = f"{HIER}?{vraag.format(wie=karim.id)}"
    page = bo_client.get(adres)
    assert zin in page.text
    assert page.title.startswith("Fout:")
    assert bo_client.client.get(adres.replace("medewerker?", "medewerker.csv?")).status_code == 303
    assert [line for line in read_lines(app) if line["actie"] == "medewerker nagekeken"] == []


def test_a_long_list_is_read_a_hundred_lines_at_a_time(
    bo_client: PagesClient, karim: Mens, karim_client: PagesClient, samira: str
) -> None:
    for _ in range(51):
        karim_client.get(f"/mensen/{samira}")
        karim_client.get("/mensen")
    page = ask(bo_client, karim)
    assert "103 regels in het logboek." in page.text
    bo_client.get(page.links()["Eerder"])
    assert "Naar het nieuwste" in bo_client.page.text
    assert "103 regels in het logboek." in bo_client.page.text


def test_it_asks_who_sits_there(bo_client: PagesClient, karim: Mens, clock: Clock) -> None:
    clock.move(minutes=6)
    for adres in (HIER, f"{HIER}.csv?wie={karim.id}"):
        assert bo_client.get(adres, 303).location.endswith("/opnieuw-aanmelden")


def test_nobody_but_the_beheerder_sees_it(client: PagesClient, lies_client: PagesClient) -> None:
    for other in (client, lies_client):
        other.get(HIER, status=403)
        other.get(f"{HIER}.csv", status=403)


def test_every_act_that_takes_something_along_is_about_a_person() -> None:
    assert all(CASUS in SOORTEN[actie].nodig for actie in MEENEMEN)
    assert Actie.GELEZEN not in MEENEMEN
