"""A notitie that only its author and the eigenaar read."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from leefgebieden.actions.overleg import plan_overleg
from leefgebieden.actions.uitwisseling import export_casus
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.overleg import Deelnemer, Overleg
from leefgebieden.store.db import db
from leefgebieden.store.overleg import fetch_agenda
from leefgebieden.store.team import fetch_team_id_of
from tests.pages import PagesClient, make_client
from tests.people import sign_in
from tests.web.test_gate import without_token

GEHEIM = "Zij schuilt bij haar zus"


def write(client: PagesClient, samira: str, tekst: str = GEHEIM, **velden: str) -> str:
    """A notitie through the form. Its id."""
    client.get(f"/mensen/{samira}/notities/nieuw")
    notitie_id = client.page.form("/notities/nieuw").values()["id"][0]
    client.submit("/notities/nieuw", {"tekst": tekst, **velden}, button="Bewaar")
    return notitie_id


@pytest.mark.parametrize("plaats", [None, "schulden"])
def test_to_others_it_is_a_number_and_nothing_else(
    client: PagesClient, karim_client: PagesClient, samira: str, plaats: str | None
) -> None:
    notitie_id = write(client, samira, afgeschermd="y", **({"plaatsen": plaats} if plaats else {}))
    assert GEHEIM in client.get(f"/mensen/{samira}").text
    assert "1 notitie is afgeschermd." in karim_client.get(f"/mensen/{samira}").text
    assert "1 notitie is afgeschermd." in karim_client.get(f"/mensen/{samira}/leefgebieden/financien").text
    assert "1 notitie is afgeschermd." in karim_client.get(f"/mensen/{samira}/leefgebieden/dag").text
    pages = [
        "",
        "/leefgebieden",
        "/leefgebieden/financien",
        "/leefgebieden/dag",
        "/ordenen",
        "/samenvatting",
        "/spiekbrief",
    ]
    for path in [*pages, "/samenvatting/kies", "/samenvatting/bekijken", "/vragen/eropaf", "/netwerk", "/afspraken"]:
        assert GEHEIM not in karim_client.client.get(f"/mensen/{samira}{path}").text
    assert GEHEIM not in karim_client.get("/mensen").text
    assert "Nog te ordenen" not in karim_client.page.text
    for path in (f"/notities/{notitie_id}", f"/notities/{notitie_id}/versies", f"/ordenen/{notitie_id}"):
        nowhere = path.replace(notitie_id, "00000000-0000-4000-8000-000000000000")
        hidden = without_token(karim_client.get(f"/mensen/{samira}{path}", status=404).html)
        assert hidden == without_token(karim_client.get(f"/mensen/{samira}{nowhere}", status=404).html)


def test_nobody_changes_or_takes_back_what_he_may_not_read(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    notitie_id = write(client, samira, afgeschermd="y")
    karim_client.get(f"/mensen/{samira}/notities/nieuw")
    karim_client.post(f"/mensen/{samira}/notities/{notitie_id}", {"tekst": "Van mij", "versie": "1"})
    karim_client.get(f"/mensen/{samira}")
    page = karim_client.post(f"/mensen/{samira}/notities/{notitie_id}/ongedaan")
    assert "Deze notitie is al weg." in page.text
    assert GEHEIM in client.get(f"/mensen/{samira}").text


def test_the_eigenaar_reads_what_her_meewerker_shielded(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    write(karim_client, samira, afgeschermd="y")
    assert GEHEIM in karim_client.get(f"/mensen/{samira}").text
    assert GEHEIM in client.get(f"/mensen/{samira}").text
    assert "is afgeschermd." not in client.page.text


def test_who_neither_wrote_it_nor_is_eigenaar_cannot_shield_it(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    notitie_id = write(client, samira)
    page = karim_client.get(f"/mensen/{samira}/notities/{notitie_id}")
    assert "afgeschermd" not in page.form("/notities/" + notitie_id).names()
    karim_client.post(
        f"/mensen/{samira}/notities/{notitie_id}", {"tekst": GEHEIM, "versie": "1", "afgeschermd": "y", "op_a4": "auto"}
    )
    assert GEHEIM in karim_client.get(f"/mensen/{samira}").text


def test_shielding_later_hides_the_earlier_versions_too(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    notitie_id = write(client, samira)
    client.get(f"/mensen/{samira}/notities/{notitie_id}")
    client.submit(f"/notities/{notitie_id}", {"tekst": "Iets anders", "afgeschermd": "y"})
    karim_client.get(f"/mensen/{samira}/notities/{notitie_id}/versies", status=404)
    assert GEHEIM in client.get(f"/mensen/{samira}/notities/{notitie_id}/versies").text


def test_shielding_later_takes_the_a4s_with_its_words_away_from_others(
    app: Flask, client: PagesClient, karim_client: PagesClient, outside: Context, kees: Mens, anja: Mens, samira: str
) -> None:
    notitie_id = write(client, samira, wat="kracht", plaatsen="dag")
    client.get(f"/mensen/{samira}/samenvatting")
    client.submit("/samenvatting/maak", button="Maak de A4")
    made = urlsplit(client.page.url).path
    assert GEHEIM in karim_client.get(made).text
    overleg = Overleg(
        outside.new_id(),
        outside.now(),
        outside.now(),
        anja,
        deelnemers=(Deelnemer(anja.id, "Anja"), Deelnemer(kees.id, "Kees")),
    )
    team = fetch_team_id_of(samira)
    assert team is not None
    plan_overleg(outside, overleg, team)
    client.get(f"/mensen/{samira}/overleg/{overleg.id}")
    client.submit(fields={"vraag": "Wat nu?"})
    kees_client = sign_in(make_client(app), kees)
    zelf = f"/overleg/{overleg.id}/scherm?punt={fetch_agenda(overleg.id)[0].id}&deel=kracht"
    db.session.rollback()
    assert GEHEIM in kees_client.get(zelf).text
    client.get(f"/mensen/{samira}/notities/{notitie_id}")
    page = client.submit(f"/notities/{notitie_id}", {"tekst": "Nu anders gezegd", "afgeschermd": "y"})
    assert "Op 2 A4's staan deze woorden. Anderen zien die niet meer." in page.text
    karim_client.get(made, status=404)
    assert GEHEIM not in karim_client.get(f"/mensen/{samira}/overleg").text
    assert made not in karim_client.get(f"/mensen/{samira}/samenvatting").links().values()
    assert GEHEIM in client.get(made).text
    for wie in (kees_client, client):
        page = wie.get(zelf)
        assert GEHEIM not in page.text
        assert "De samenvatting is niet te lezen. Vraag de vaste werker om een nieuwe." in page.text


def test_taking_back_gives_back_whether_it_was_shielded(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    notitie_id = write(client, samira, afgeschermd="y", over_ander="y", plaatsen="dag")
    client.get(f"/mensen/{samira}/notities/{notitie_id}")
    client.submit(f"/notities/{notitie_id}", {"afgeschermd": [], "over_ander": [], "toen_van": "2025", "op_a4": "nee"})
    assert GEHEIM in karim_client.get(f"/mensen/{samira}").text
    client.submit(f"/notities/{notitie_id}/ongedaan")
    assert GEHEIM not in karim_client.get(f"/mensen/{samira}").text
    velden = client.get(f"/mensen/{samira}/notities/{notitie_id}").form(f"/notities/{notitie_id}").values()
    assert (velden["afgeschermd"], velden["over_ander"], velden["op_a4"]) == (["y"], ["y"], ["auto"])
    assert not any(velden.get("toen_van", []))


def test_a_new_one_that_is_taken_back_waits_with_all_that_was_filled_in(client: PagesClient, samira: str) -> None:
    notitie_id = write(
        client,
        samira,
        afgeschermd="y",
        over_ander="y",
        plaatsen="dag",
        wat="kracht",
        toen_van="2025",
        schaal_cijfer="6",
        schaal_wie="zelf",
    )
    page = client.submit(f"/notities/{notitie_id}/ongedaan")
    velden = page.form("/notities/nieuw").values()
    assert (velden["tekst"], velden["afgeschermd"], velden["over_ander"]) == ([GEHEIM], ["y"], ["y"])
    assert (velden["plaatsen"], velden["wat"], velden["toen_van"], velden["schaal_cijfer"]) == (
        ["dag"],
        ["kracht"],
        ["2025"],
        ["6"],
    )
    assert velden["id"] != [notitie_id]


def test_an_export_carries_it_only_for_who_may_read_it(
    client: PagesClient, samira: str, outside: Context, anja: Mens, karim: Mens
) -> None:
    write(client, samira, afgeschermd="y")
    assert GEHEIM.encode() in export_casus(outside, anja, samira)
    assert GEHEIM.encode() not in export_casus(outside, karim, samira)


def test_what_is_about_somebody_else_says_so(client: PagesClient, samira: str) -> None:
    write(client, samira, over_ander="y", plaatsen="schulden")
    assert "gaat over iemand anders" in client.get(f"/mensen/{samira}").text
