"""What a colleague who stopped still had: it comes to the team, nobody reads it on the way, and nothing is placed by itself."""

from typing import Any

from flask import Flask

from leefgebieden.actions.losse_notitie import record_losse_notitie
from leefgebieden.actions.meewerker import hand_over
from leefgebieden.actions.team import resume_medewerker, stop_medewerker
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Rol
from leefgebieden.store.db import db
from leefgebieden.store.losse_notitie import count_losse_notities
from leefgebieden.store.onderdeel import fetch_onderdelen
from leefgebieden.store.team import Plek
from tests.pages import PagesClient, make_client
from tests.people import add_mens, sign_in
from tests.tools.zegel import seal
from tests.web.test_verzegeld import ANDER, UUID, ask, bring, texts

LAAT = "/verzegeld/achtergebleven"
DERDE = "33333333-3333-4333-8333-333333333333"


def bring_late(client: PagesClient, item: object, token: str | None = None) -> Any:
    """As the device of who was stopped does: it asks first, with the cookie that it still has."""
    with client.app.app_context():
        asked = client.client.get(LAAT)
        token = token or (asked.get_json() or {}).get("csrf_token", "")
        return client.client.post(LAAT, json=item, headers={"X-CSRFToken": token})


def test_his_own_device_brings_what_it_holds_and_it_comes_to_who_works_with_the_person(
    app: Flask, karim_client: PagesClient, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    toestel = ask(karim_client)
    item = seal(toestel, UUID, {"tekst": "Net voor ik stopte.", "wat": ["lastig"]}, casus_id=samira)
    stop_medewerker(outside, anja, karim.id)
    assert bring(karim_client, toestel, item).status_code == 401
    answer = bring_late(karim_client, item)
    receipt = answer.get_json()
    assert (answer.status_code, receipt["uuid"], receipt["server_epoch"]) == (201, UUID, toestel["server_epoch"])
    assert bring_late(karim_client, item).get_json() == receipt
    assert texts(samira) == []
    anja_client = sign_in(make_client(app), anja)
    assert "Aandacht nodig" in anja_client.get("/mensen").text
    text = anja_client.get("/aandacht").text
    assert "Net voor ik stopte." in text
    assert "Karim schreef dit en werkt hier niet meer." in " ".join(text.split())
    anja_client.submit("/geef")
    db.session.rollback()
    ((_, _, notitie),) = fetch_onderdelen("notities", samira)
    assert (notitie.tekst, notitie.auteur, notitie.is_lastig) == ("Net voor ik stopte.", karim, True)
    # and the device may be there once more
    assert bring_late(karim_client, item).get_json() == receipt
    assert texts(samira) == ["Net voor ik stopte."]


def test_a_device_where_a_colleague_signs_in_brings_it_as_well(
    client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    toestel = ask(karim_client)
    item = seal(toestel, UUID, {"tekst": "Op de tablet van het team."}, casus_id=samira)
    mine = ask(client)
    assert bring(client, mine, item).status_code == 403
    assert find_gestopt(client, mine, karim.id) == []
    stop_medewerker(outside, anja, karim.id)
    assert find_gestopt(client, mine, karim.id) == [karim.id]
    assert bring(client, mine, item).status_code == 201
    assert "Op de tablet van het team." in client.get("/aandacht").text


def find_gestopt(client: PagesClient, toestel: dict[str, Any], *wie: str) -> Any:
    with client.app.app_context():
        body = {"items": [], "anderen": [*wie, "geen id", 7]}
        answer = client.client.post("/toestel/stand", json=body, headers={"X-CSRFToken": toestel["csrf_token"]})
    return answer.get_json()["gestopt"]


def test_nobody_else_may_bring_anything_that_way(
    visitor: PagesClient, client: PagesClient, karim_client: PagesClient, outside: Context, anja: Mens, karim: Mens
) -> None:
    own = seal(ask(client), UUID, {"tekst": "Van Anja."})
    item = seal(ask(karim_client), ANDER, {"tekst": "Van Karim."})
    for one in (visitor, client, karim_client):
        assert bring_late(one, item).status_code in (400, 401)
    stop_medewerker(outside, anja, karim.id)
    assert bring_late(visitor, item).status_code in (400, 401)
    assert bring_late(karim_client, own).status_code == 401
    assert bring_late(karim_client, item, token="oud").status_code == 400
    shapeless: list[object] = [None, [], {"uuid": UUID}]
    for wrong in shapeless:
        assert bring_late(karim_client, wrong).status_code == 400
    # it opens nothing else
    with karim_client.app.app_context():
        assert karim_client.client.get("/mensen").status_code == 302
    resume_medewerker(outside, anja, karim.id)
    assert bring_late(karim_client, item).status_code in (400, 401)


def test_about_nobody_or_of_who_is_not_handed_over_yet_it_waits_for_the_teamleider(
    app: Flask,
    client: PagesClient,
    lies_client: PagesClient,
    outside: Context,
    anja: Mens,
    lies: Mens,
    karim: Mens,
    samira: str,
) -> None:
    toestel = ask(client)
    items = [
        seal(toestel, UUID, {"tekst": "Van wie is dit?"}),
        seal(toestel, ANDER, {"tekst": "Over Samira."}, casus_id=samira),
        seal(toestel, DERDE, b"geen notitie"),
    ]
    record_losse_notitie(
        outside, Notitie(id=outside.new_id(), tekst="Stond al los.", gemaakt_op=outside.now(), auteur=anja)
    )
    stop_medewerker(outside, lies, anja.id)
    assert [bring_late(client, item).status_code for item in items] == [201] * 3
    page = lies_client.get("/mensen/team")
    assert "Van Anja wachten nog 3 notities" in " ".join(page.text.split())
    for words in ("Van wie is dit?", "Stond al los.", "Over Samira."):
        assert words not in page.text
    # who is handed over takes along what is about him
    hand_over(outside, lies, samira, karim.id)
    karim_client = sign_in(make_client(app), karim)
    assert "Over Samira." in karim_client.get("/aandacht").text
    lies_client.get("/mensen/team")
    assert "Kies een collega die hier werkt." in lies_client.submit("/achtergebleven").text
    assert "Doorgegeven: 3 notities." in lies_client.submit("/achtergebleven", {"wie": karim.id}).text
    assert "wachten nog" not in lies_client.get("/mensen/team").text
    text = karim_client.get("/losse-notities").text
    assert "Stond al los." in text
    aandacht = karim_client.get("/aandacht").text
    assert "Van wie is dit?" in aandacht
    assert "Deze notitie kwam niet heel aan." in aandacht
    assert texts(samira) == []


def test_who_leads_another_team_sees_and_gives_nothing(
    app: Flask, client: PagesClient, outside: Context, anja: Mens, karim: Mens, noord: str
) -> None:
    record_losse_notitie(outside, Notitie(id=outside.new_id(), tekst="Los.", gemaakt_op=outside.now(), auteur=anja))
    stop_medewerker(outside, karim, anja.id)
    other = sign_in(make_client(app), add_mens(app, outside, "Vico", Plek(Rol.TEAMLEIDER, noord)))
    assert "Anja" not in other.get("/mensen/team").text
    page = other.post(f"/mensen/team/{anja.id}/achtergebleven", {"wie": karim.id})
    assert "Er is niets doorgegeven." in page.text
    assert count_losse_notities(anja.id) == 1
