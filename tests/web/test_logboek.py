"""No page without its line in the logboek, one line for each view, and not a word of anybody in it."""

import json

import pytest
from flask import Flask
from sqlalchemy import select, text

from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Recht
from leefgebieden.store.db import db, writing
from leefgebieden.store.tables import logboek
from tests.pages import PagesClient
from tests.people import WACHTWOORD
from tests.web.test_gate import NOWHERE, fill, rules

Line = dict[str, object]


def read_lines(app: Flask) -> list[Line]:
    with app.app_context():
        return [dict(row) for row in db.session.execute(select(logboek).order_by(logboek.c.nummer)).mappings()]


def close_logboek() -> None:
    """From here on the database takes no line."""
    with writing():
        db.session.execute(text("CREATE TRIGGER dicht BEFORE INSERT ON logboek BEGIN SELECT RAISE(ABORT, 'vol'); END"))


def pages_of(app: Flask, casus_id: str) -> list[str]:
    return [fill(rule, casus_id) for method, rule, poort in rules(app) if method == "GET" and poort in list(Recht)]


# works


def test_a_page_leaves_one_line_that_says_who_what_and_from_where(
    app: Flask, client: PagesClient, anja: Mens, samira: str
) -> None:
    before = read_lines(app)
    client.get(f"/mensen/{samira}")
    (line,) = read_lines(app)[len(before) :]
    assert {naam: line[naam] for naam in ("medewerker_id", "actie", "casus_id", "uitslag", "velden")} == {
        "medewerker_id": anja.id,
        "actie": "gelezen",
        "casus_id": samira,
        "uitslag": "ok",
        "velden": '["verhaal"]',
    }
    assert (line["rol"], line["toegang"], line["herkomst"]) == ("eigenaar", "betrokken", "127.0.0.1")
    assert line["verzoek_id"]


def test_a_line_says_for_whom_and_for_which_team(
    app: Flask, client: PagesClient, anja: Mens, tessa: Mens, tessa_client: PagesClient, samira: str, zuid: str
) -> None:
    client.get("/noodtoegang")
    tessa_client.get("/noodtoegang")
    tessa_client.submit("/noodtoegang", {"persoon": "Samira", "reden": "De buurvrouw belt: het gaat niet goed"})
    nood = read_lines(app)[-1]
    assert (nood["rol"], nood["toegang"], nood["team_id"]) == ("outreachend-werker", "nood", zuid)
    client.get("/vervanging")
    client.submit("/vervanging", {"wie": tessa.id, "van": "2026-07-14", "tot": "2026-07-20"})
    tessa_client.get(f"/mensen/{samira}")
    line = read_lines(app)[-1]
    assert (line["rol"], line["namens_id"], line["team_id"]) == ("vervanger", anja.id, zuid)


def test_a_tick_that_tells_as_much_as_words_is_not_named(app: Flask, client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": "Kanarie", "afgeschermd": "y", "over_ander": "y"}, "Bewaar")
    assert not any(
        "afgeschermd" in str(line["velden"]) or "over_ander" in str(line["velden"]) for line in read_lines(app)
    )


def test_the_list_and_a_search_leave_one_line_with_how_many(app: Flask, client: PagesClient, frans: str) -> None:
    client.get("/mensen")
    assert (read_lines(app)[-1]["actie"], read_lines(app)[-1]["aantal"]) == ("lijst gelezen", 2)
    before = len(read_lines(app))
    client.post("/mensen/zoek", {"naam": "samir"})
    (line,) = read_lines(app)[before:]
    assert (line["actie"], line["aantal"], line["velden"]) == ("gezocht", 1, "[]")


def test_drawing_the_a4_is_told_with_the_kind_of_name_on_it(app: Flask, client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/samenvatting.pdf?namen=schuilnaam")
    line = read_lines(app)[-1]
    assert line["actie"] == "a4 getekend"
    kind, number = json.loads(str(line["velden"]))
    assert kind == "schuilnaam"
    assert number.startswith("nr-")


def test_signing_in_hiding_and_signing_out_are_told(app: Flask, client: PagesClient, anja: Mens) -> None:
    client.get("/mensen")
    client.get("/verberg", status=303)
    client.get("/verborgen")
    client.submit("/verborgen", {"wachtwoord": "fout"}, status=400)
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    client.submit("/afmelden")
    client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": "fout"}, status=400)
    client.submit("/aanmelden", {"email": "niemand@team.test", "wachtwoord": "fout"}, status=400)
    said = [
        (line["actie"], line["uitslag"], line["medewerker_id"] == anja.id, line["onderdeel_id"] == anja.id)
        for line in read_lines(app)
        if line["actie"] in ("aangemeld", "afgemeld", "verborgen", "weer getoond")
    ]
    assert said == [
        ("aangemeld", "ok", True, False),
        ("verborgen", "ok", True, False),
        ("weer getoond", "geweigerd", True, False),
        ("weer getoond", "ok", True, False),
        ("afgemeld", "ok", True, False),
        ("aangemeld", "geweigerd", False, True),
        ("aangemeld", "geweigerd", False, False),
    ]


# access


def test_a_refusal_is_told_for_a_casus_that_is_there_as_for_one_that_is_not(
    app: Flask, vera_client: PagesClient, vera: Mens, samira: str
) -> None:
    for casus_id in (samira, NOWHERE):
        vera_client.get(f"/mensen/{casus_id}", status=404)
        line = read_lines(app)[-1]
        assert (line["actie"], line["uitslag"], line["medewerker_id"]) == ("toegang gevraagd", "geweigerd", vera.id)
        assert (line["casus_id"], line["velden"]) == (casus_id, '["lezen"]')


def test_who_may_read_but_not_do_this_is_told_as_well(app: Flask, karim_client: PagesClient, samira: str) -> None:
    karim_client.get(f"/mensen/{samira}")
    karim_client.post(f"/mensen/{samira}/afsluiten", {"reden": "x"}, status=403)
    line = read_lines(app)[-1]
    assert (line["uitslag"], line["rol"], line["velden"]) == ("geweigerd", "meewerker", '["beheren"]')


# fail closed


def test_hiding_and_signing_out_work_when_nothing_can_be_logged(client: PagesClient) -> None:
    client.get("/mensen")
    token = client.csrf_token()
    close_logboek()
    client.get("/verberg", status=303)
    assert client.get("/mensen", status=303).location == "/verborgen"
    assert token
    client.get("/verborgen")
    client.post("/afmelden", {"csrf_token": token}, follow=False)


def test_nobody_signs_in_when_it_cannot_be_logged(visitor: PagesClient, anja: Mens) -> None:
    visitor.get("/aanmelden")
    close_logboek()
    visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD}, status=503)
    visitor.get("/mensen", status=302)


# no words


def test_no_word_and_no_name_gets_into_the_logboek(
    app: Flask, client: PagesClient, samira: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """A canary in every field of every form of a person: written, read back, sought, and nowhere in the table."""
    canary = "kanarie"
    sent = 0
    for rule_url in pages_of(app, samira):
        response = client.client.get(rule_url)
        if response.status_code != 200 or response.mimetype != "text/html":
            continue
        if "samen-kijken" in rule_url:
            continue  # its form puts the phone on the table: from there no other page opens without a password
        client.get(rule_url)
        for form in client.page.forms():
            if form.method != "post" or not form.action.startswith("/mensen"):
                continue
            fields = form.values()
            filled = {
                name: values if name in ("csrf_token", "id", "versie") else [canary] for name, values in fields.items()
            }
            client.client.post(form.action, data=filled)
            words = {
                "tekst": canary,
                "naam": canary,
                "wat": canary,
                "wie": canary,
                "reden": canary,
                "in_een_zin": canary,
            }
            client.client.post(form.action, data={**fields, **{n: w for n, w in words.items() if n in fields}})
            sent += 2
    assert sent > 20
    client.client.post("/mensen/zoek", data={"naam": canary})
    client.client.get(f"/mensen/{samira}?{canary}={canary}")
    kept = json.dumps(read_lines(app), default=str)
    for word in (canary, "Samira", "Anja", "team.test", WACHTWOORD):
        assert word.lower() not in kept.lower()
    assert canary not in capfd.readouterr().err


# the pages


def test_the_worker_reads_who_looked_and_what_was_done(
    client: PagesClient, karim_client: PagesClient, vera_client: PagesClient, samira: str
) -> None:
    karim_client.get(f"/mensen/{samira}")
    karim_client.get(f"/mensen/{samira}")
    karim_client.get(f"/mensen/{samira}/netwerk")
    vera_client.get(f"/mensen/{samira}", status=404)
    client.get(f"/mensen/{samira}")
    page = client.click("Logboek: wie keek er")
    assert page.h1 == "Logboek"
    assert "Samira" not in page.title
    for said in (
        "Vandaag",
        "Karim keek bij het verhaal, 2 keer.",
        "Karim keek bij het netwerk.",
        "Vera wilde kijken. Dat mocht niet.",
        "Anja begon hier op te schrijven.",
    ):
        assert said in page.text
    assert samira not in page.text
    assert "Anja bekeek het logboek." in client.get(f"/mensen/{samira}/logboek").text


def test_the_person_can_be_given_a_list_without_codes(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    for url in ("", "/netwerk", ""):
        karim_client.get(f"/mensen/{samira}{url}")
    client.get(f"/mensen/{samira}/logboek")
    page = client.click("Lijst om te geven")
    assert page.h1 == "Wie keek er in mijn gegevens?"
    assert "Dinsdag 14 juli 2026" in page.text
    assert "Karim keek bij het verhaal, 2 keer." in page.text
    assert "127.0.0.1" not in page.text


def test_a_long_logboek_goes_on_to_the_first_line(client: PagesClient, samira: str) -> None:
    for _ in range(60):
        client.client.get(f"/mensen/{samira}")
        client.client.get(f"/mensen/{samira}/netwerk")
    page = client.get(f"/mensen/{samira}/logboek")
    assert "begon hier" not in page.text
    assert "begon hier" in client.click("Eerder").text
    assert client.click("Naar het nieuwste").h1 == "Logboek"


@pytest.mark.parametrize("voor", ["0", "-1", "x", "9" * 30, "1e3", "%00"])
def test_a_place_that_is_none_gives_the_newest(client: PagesClient, samira: str, voor: str) -> None:
    assert "begon hier" in client.get(f"/mensen/{samira}/logboek?voor={voor}").text


def test_names_of_the_team_are_not_seen_without_a_line(
    app: Flask, client: PagesClient, lies_client: PagesClient, samira: str, tessa_client: PagesClient
) -> None:
    before = read_lines(app)
    tessa_client.get("/mensen/team")
    tessa_client.get("/noodtoegang")
    tessa_client.submit("/noodtoegang", {"persoon": "Niemand", "reden": "Er is brand geweest in zijn straat"})
    lies_client.get("/noodtoegang/nakijken")
    lines = [(line["actie"], line["aantal"]) for line in read_lines(app)[len(before) :]]
    assert ("teamlijst gelezen", 1) in lines
    assert ("gezocht", 0) in lines
    assert ("noodtoegang bekeken", 0) in lines
