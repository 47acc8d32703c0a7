"""Samen kijken: what the person sees, what he says of it, and that the device then shows nothing else."""

import json
import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.onderdeel import Bewaard
from leefgebieden.actions.uitwisseling import IdElders, export_casus, import_casus
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie, Wat
from leefgebieden.domain.vorm import Id, Vormfout
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from leefgebieden.store.tables import reactie
from tests.pages import PagesClient
from tests.people import WACHTWOORD
from tests.web.test_inzage import fetch_pak, read_pdf, squeeze

GETOOND: dict[str, dict[str, str | list[str]]] = {
    "Ik wil weer werken.": {"van_wie": ["zelf"]},
    "Ze zingt in een koor.": {"van_wie": ["gezien"], "wat": ["kracht"]},
    "De huur is te hoog.": {"wat": ["lastig"]},
}
VERBORGEN: dict[str, dict[str, str | list[str]]] = {
    "Misschien schaamt ze zich.": {"van_wie": ["gezien"], "wat": ["verklaart", "lastig"]},
    "Haar dossier ligt bij mij.": {"wat": ["kracht"], "afgeschermd": "y"},
    "Haar broer drinkt.": {"wat": ["lastig"], "over_ander": "y"},
    "Gordijnen dicht.": {},
}


@pytest.fixture
def table(client: PagesClient, samira: str) -> str:
    """The address of the table of Samira, with something to see and something to hide; not opened yet."""
    for tekst, velden in (GETOOND | VERBORGEN).items():
        client.get(f"/mensen/{samira}/notities/nieuw")
        client.submit("/notities/nieuw", {"tekst": tekst, **velden}, "Bewaar")
    return f"/mensen/{samira}/samen-kijken"


def open_table(client: PagesClient, table: str) -> None:
    client.get(table)
    client.submit(table)


def react(client: PagesClient, tekst: str, knop: str) -> None:
    """Press a button under the line with these words, as one does."""
    form = next(f for f in client.page.forms() if any(tekst in "".join(b.itertext()) for b in f.buttons))
    button = next(b for b in form.buttons if "".join(b.itertext()).startswith(f"{knop}:"))
    client.post(form.action.removeprefix("http://localhost"), {**form.values(), "oordeel": button.get("value", "")})


def test_the_worker_sees_first_what_the_person_is_going_to_see(client: PagesClient, table: str) -> None:
    page = client.get(table)
    assert page.h1 == "Wat Samira straks ziet"
    assert all(tekst in page.text for tekst in GETOOND)
    assert not any(tekst in page.text for tekst in VERBORGEN)
    assert "nu 4 notities" in page.text
    client.submit(table)
    assert client.page.h1 == "Samen kijken"
    assert all(tekst in client.page.text for tekst in GETOOND)
    assert not any(tekst in client.page.html for tekst in VERBORGEN)


def test_what_is_unticked_is_not_on_the_table_this_time_and_cannot_be_judged(
    client: PagesClient, samira: str, table: str
) -> None:
    alle = find_tonen(client, table)
    weg = alle.pop("De huur is te hoog.")
    client.submit(table, {"tonen": list(alle.values())})
    assert "De huur is te hoog." not in client.page.html
    assert all(tekst in client.page.text for tekst in alle)
    react(client, "Ze zingt in een koor.", "Klopt")
    assert "De huur is te hoog." not in client.page.html
    client.post(f"{table}/tafel", {"over": "notitie", "deel": weg, "oordeel": "klopt"}, 400)

    # the next time everything is there again, ticked
    client.get("/verberg", 303)
    client.get("/verborgen")
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert set(find_tonen(client, table)) == set(GETOOND)
    client.submit(table)
    assert "De huur is te hoog." in client.page.text


def test_nothing_ticked_is_no_choice(client: PagesClient, table: str) -> None:
    find_tonen(client, table)
    client.submit(table, {"tonen": []})
    assert all(tekst in client.page.text for tekst in GETOOND)


def test_a_long_choice_fits_in_the_cookie(
    client: PagesClient, samira: str, table: str, outside: Context, anja: Mens
) -> None:
    for nummer in range(150):
        zin = Notitie(
            id=outside.new_id(), tekst=f"Zin {nummer}.", wat=(Wat.LASTIG,), gemaakt_op=outside.now(), auteur=anja
        )
        record_notitie(outside, samira, zin)
    alle = find_tonen(client, table)
    client.submit(table, {"tonen": [alle["Zin 7."]]})
    assert client.page.h1 == "Samen kijken"
    assert set(re.findall(r"Zin \d+", client.page.text)) == {"Zin 7"}
    koekje = client.client.get_cookie("leefgebieden")
    assert koekje is not None
    assert len(koekje.value) < 4_000


def find_tonen(client: PagesClient, table: str) -> dict[str, str]:
    """Words to id, of what is ticked on the page before."""
    page = client.get(table)
    vinkjes = {v.get("value", ""): v for v in page.all("input") if v.get("name") == "tonen"}
    assert all(vinkje.get("checked") is not None for vinkje in vinkjes.values())
    labels = [label for label in page.all("label") if "keuze" in label.get("class", "")]
    return dict(zip(("".join(label.itertext()).strip() for label in labels), vinkjes, strict=True))


def test_where_to_talk_about_comes_first_and_a_group_with_a_choice_is_open(client: PagesClient, table: str) -> None:
    open_table(client, table)
    tekst = client.page.text
    assert tekst.index("Waar wilt u over praten?") < tekst.index("Ik wil weer werken.")
    assert list_open(client) == [True, True, False, False]
    # one is worth as much as the other: the two open together
    react(client, "De huur is te hoog.", "Klopt")
    assert list_open(client) == [True, True, True, True]
    form = next(f for f in client.page.forms() if "De huur is te hoog." in "".join(f.buttons[0].itertext()))
    terug = client.post(f"{table}/tafel", {**form.values(), "oordeel": "weg"}, follow=False).response.headers[
        "Location"
    ]
    kaart = next(li for li in client.page.all("li") if "De huur is te hoog." in "".join(li.itertext()))
    assert terug.endswith(f"#{kaart.get('id')}")


@pytest.mark.parametrize(
    ("aanspreek", "zinnen"),
    [
        ("u", ("Waar wilt u over praten?", "Zo schreven we op wat u zei", "U hoeft niets te kiezen.")),
        ("je", ("Waar wil je over praten?", "Zo schreven we op wat je zei", "Je hoeft niets te kiezen.")),
    ],
)
def test_the_table_speaks_to_the_person_as_the_worker_chose(
    client: PagesClient, table: str, aanspreek: str, zinnen: tuple[str, ...]
) -> None:
    client.get("/instellingen")
    client.submit("/instellingen", {"aanspreek": aanspreek})
    open_table(client, table)
    assert all(zin in client.page.text for zin in zinnen)
    assert re.search(r"\b(u|je)\b", client.page.text.lower().replace(aanspreek, "")) is None


def list_open(client: PagesClient) -> list[bool]:
    return [groep.get("open") is not None for groep in client.page.all("details")]


def test_a_name_that_is_marked_stays_away(client: PagesClient, samira: str, table: str) -> None:
    for wie, tonen in (("Zus Noor", "ja"), ("Broer Youssef", "nee")):
        client.get(f"/mensen/{samira}/netwerk/nieuw")
        client.submit(fields={"wie": wie, "tonen": tonen, "woord": "elke week"}, button="Bewaar")
    vooraf = client.get(table).text
    assert "1 naam uit het netwerk" in vooraf
    open_table(client, table)
    assert "Zus Noor" in client.page.text
    assert "Youssef" not in client.page.html
    client.post(
        f"{table}/tafel", {"over": "netwerk", "deel": find_lid(samira, "Broer Youssef"), "oordeel": "klopt"}, 400
    )
    client.get("/verberg", 303)
    client.get("/verborgen")
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    lid = client.get(f"/mensen/{samira}/netwerk/{find_lid(samira, 'Broer Youssef')}")
    assert lid.form(f"/mensen/{samira}/netwerk/{find_lid(samira, 'Broer Youssef')}").values()["tonen"] == ["nee"]


def find_lid(casus_id: str, wie: str) -> str:
    db.session.rollback()
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None
    return next(lid.id for lid in gelezen.hele.netwerk if lid.wie == wie)


@pytest.mark.parametrize("pad", ["/mensen", "/mensen/{id}", "/mensen/{id}/samen-kijken", "/account", "/losse-notities"])
def test_whoever_goes_elsewhere_signs_in_again(client: PagesClient, samira: str, table: str, pad: str) -> None:
    open_table(client, table)
    assert client.get(pad.format(id=samira), 303).location == "/verborgen"
    client.get("/verborgen")
    page = client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert "Kijk hier nog even naar" not in page.text
    # the table is cleared: it has to be laid again, on purpose
    assert client.get(f"{table}/tafel", 302).location == table
    client.get("/mensen")


def test_klaar_locks_and_leads_back_to_the_person(client: PagesClient, samira: str, table: str) -> None:
    open_table(client, table)
    assert client.page.links()["Klaar"] == "/verberg"
    client.get("/verberg", 303)
    client.get("/verborgen")
    assert client.submit("/verborgen", {"wachtwoord": WACHTWOORD}).url == f"/mensen/{samira}"


def test_what_a_script_asks_meanwhile_gets_nothing_and_is_no_leaving(client: PagesClient, table: str) -> None:
    open_table(client, table)
    client.get("/toestel/sleutel", 401)
    client.get(f"{table}/tafel")


def test_nothing_else_can_be_reached_from_the_table(client: PagesClient, table: str) -> None:
    open_table(client, table)
    assert set(client.page.links()) == {"Naar de inhoud", "Klaar"}
    assert {form.action.removeprefix("http://localhost") for form in client.page.forms()} == {f"{table}/tafel"}


def test_what_is_said_reaches_the_worker_and_changes_nothing(client: PagesClient, samira: str, table: str) -> None:
    open_table(client, table)
    react(client, "De huur is te hoog.", "Klopt")
    react(client, "De huur is te hoog.", "Klopt niet")
    react(client, "De huur is te hoog.", "Klopt niet")
    react(client, "Ik wil weer werken.", "Weg hiermee")
    react(client, "Nacht", "Hier wil ik over praten")
    pressed = [b for b in client.page.all("button") if b.get("aria-pressed") == "true"]
    assert [b.get("value") for b in pressed] == ["praten", "weg", "klopt-niet"]
    assert len(db.session.execute(select(reactie.c.id)).all()) == 4

    client.get("/verberg", 303)
    client.get("/verborgen")
    page = client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert "Na samen kijken" in page.text
    for zin in ("Klopt niet", "Weg hiermee", "Hier wil ik over praten", "Er is nog niets veranderd. Dat doe jij."):
        assert zin in page.text
    assert all(tekst in page.text for tekst in GETOOND)
    naar = [link for link in page.all("a") if "".join(link.itertext()).startswith("Ga erheen")]
    for link in naar:
        client.get(link.get("href", ""))
    assert len(naar) == 3
    # on the first screen it is named, without what was said
    eerste = client.get("/mensen")
    assert "Dit zei Samira" in eerste.text
    assert "De huur is te hoog." not in eerste.text
    for over in (2, 1, 0):
        client.get(f"/mensen/{samira}")
        knoppen = [f for f in client.page.forms() if "/reacties/" in f.action]
        client.post(knoppen[0].action.removeprefix("http://localhost"))
        assert len([f for f in client.page.forms() if "/reacties/" in f.action]) == over
    assert "Na samen kijken" not in client.page.text
    assert "Dit zei Samira" not in client.get("/mensen").text
    # what is done with stays in what the person gets of it
    _, pak = fetch_pak(client, samira)
    pdf = squeeze(read_pdf(pak["inzage.pdf"]))
    for zin in ("Wat je zei toen we samen keken", "De huur is te hoog.", "klopt niet", "hier wil je over praten"):
        assert squeeze(zin) in pdf


def test_what_is_said_travels_in_the_file_with_what_is_done_and_what_waits(
    client: PagesClient, samira: str, table: str, outside: Context, anja: Mens, content: Content
) -> None:
    open_table(client, table)
    react(client, "De huur is te hoog.", "Klopt niet")
    react(client, "Nacht", "Hier wil ik over praten")
    client.get("/verberg", 303)
    client.get("/verborgen")
    client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    knop = next(f for f in client.page.forms() if "/reacties/" in f.action)
    client.post(knop.action.removeprefix("http://localhost"))
    db.session.rollback()
    bestand = export_casus(outside, anja, samira)
    assert [bool(r.get("afgehandeld_op")) for r in json.loads(bestand)["reacties"]].count(True) == 1
    assert import_casus(outside, anja, read_casusbestand(bestand, content)) is Bewaard.AL_ONTVANGEN

    # to where the person is not known yet
    nieuwe: dict[bytes, bytes] = {}
    elders = re.sub(
        rb"[0-9a-f]{8}-[0-9a-f-]{27}", lambda id_: nieuwe.setdefault(id_[0], outside.new_id().encode()), bestand
    )
    hele = read_casusbestand(elders, content)
    assert import_casus(outside, anja, hele) is Bewaard.NIEUW
    assert export_casus(outside, anja, hele.casus.id) == elders
    client.get(f"/mensen/{hele.casus.id}")
    assert len([f for f in client.page.forms() if "/reacties/" in f.action]) == 1
    _, pak = fetch_pak(client, hele.casus.id)
    assert squeeze("hier wil je over praten") in squeeze(read_pdf(pak["inzage.pdf"]))

    with pytest.raises(Vormfout, match=r"reacties\[1\].deel"):
        read_casusbestand(bestand.replace(b'"deel": "nacht"', b'"deel": "keuken"'), content)
    # in a file of somebody else the same reactie is refused
    ander = replace(hele, casus=replace(hele.casus, id=Id(outside.new_id())), notities=())
    with pytest.raises(IdElders, match="reacties"):
        import_casus(outside, anja, ander)


def test_what_is_said_stands_in_the_database_as_nothing_that_can_be_read(
    client: PagesClient, table: str, app: Flask
) -> None:
    open_table(client, table)
    react(client, "Nacht", "Hier wil ik over praten")
    rij = db.session.execute(select(reactie)).mappings().one()
    as_text = json.dumps({naam: repr(waarde) for naam, waarde in rij.items()})
    assert not any(woord in as_text for woord in ("nacht", "praten", "leefgebied"))


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"over": "notitie", "deel": "weg", "oordeel": "klopt"},
        {"over": "leefgebied", "deel": "nacht", "oordeel": "weg"},
        {"over": "leefgebied", "deel": "geheim", "oordeel": "praten"},
        {"over": "casus", "deel": "nacht", "oordeel": "klopt"},
        {"over": "notitie", "deel": "\ud800", "oordeel": "praten"},
    ],
)
def test_what_does_not_lie_on_the_table_cannot_be_judged(
    client: PagesClient, table: str, velden: dict[str, str]
) -> None:
    open_table(client, table)
    client.post(
        f"{table}/tafel", {naam: waarde.encode("utf-8", "replace").decode() for naam, waarde in velden.items()}, 400
    )
    assert db.session.execute(select(reactie.c.id)).all() == []


def test_a_hidden_notitie_cannot_be_judged_by_its_id(client: PagesClient, samira: str, table: str) -> None:
    verhaal = client.get(f"/mensen/{samira}")
    alle = {e.get("id", "")[2:] for e in verhaal.all("li") if e.get("id", "").startswith("n-")}
    open_table(client, table)
    op_tafel = {v["deel"][0] for f in client.page.forms() if (v := f.values())["over"] == ["notitie"]}
    assert len(alle - op_tafel) == len(VERBORGEN)
    for deel in alle - op_tafel:
        client.post(f"{table}/tafel", {"over": "notitie", "deel": deel, "oordeel": "klopt"}, 400)


def test_without_laying_it_down_there_is_no_table(client: PagesClient, table: str) -> None:
    assert client.get(f"{table}/tafel", 302).location == table


def test_nothing_to_see_is_said_calmly(client: PagesClient, samira: str) -> None:
    assert "Er is nog niets om samen te bekijken." in client.get(f"/mensen/{samira}/samen-kijken").text
