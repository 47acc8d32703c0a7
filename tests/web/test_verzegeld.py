"""What a device sealed: received once, placed where it belongs, and kept with its words when it cannot be placed."""

import base64
import hashlib
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import delete, select

from leefgebieden.actions.meewerker import release_meewerker
from leefgebieden.actions.reserve import make_backup
from leefgebieden.actions.verzegeld import take_in
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.verzegeld import Zending
from leefgebieden.domain.vorm import Id
from leefgebieden.store.db import db, writing
from leefgebieden.store.losse_notitie import fetch_losse_notities
from leefgebieden.store.onderdeel import fetch_onderdelen
from leefgebieden.store.sleutels import rotate_sleutels
from leefgebieden.store.tables import ONDERDELEN, betrokkene, casus, logboek, notitie_versie, sleutel, verzegeld
from leefgebieden.store.verzegeld import fetch_aandacht
from tests.pages import PagesClient
from tests.people import Clock
from tests.tools.zegel import seal

UUID = "11111111-1111-4111-8111-111111111111"
ANDER = "22222222-2222-4222-8222-222222222222"


def ask(client: PagesClient) -> dict[str, Any]:
    with client.app.app_context():
        answer = client.client.get("/toestel/sleutel")
    assert answer.status_code == 200
    return dict(answer.get_json())


def bring(client: PagesClient, toestel: dict[str, Any], item: object) -> Any:
    with client.app.app_context():
        return client.client.post("/verzegeld", json=item, headers={"X-CSRFToken": toestel["csrf_token"]})


def texts(casus_id: str) -> list[str]:
    db.session.rollback()
    return [notitie.tekst for _, _, notitie in fetch_onderdelen("notities", casus_id)]


def erase(casus_id: str) -> None:
    """A casus is gone, with everything of it."""
    with writing():
        db.session.execute(delete(notitie_versie).where(notitie_versie.c.casus_id == casus_id))
        for tabel in ONDERDELEN.values():
            db.session.execute(delete(tabel).where(tabel.c.casus_id == casus_id))
        db.session.execute(delete(betrokkene).where(betrokkene.c.casus_id == casus_id))
        db.session.execute(delete(casus).where(casus.c.id == casus_id))
        db.session.execute(delete(sleutel).where(sleutel.c.eigenaar_id == casus_id))


def test_it_becomes_a_notitie_of_its_person_and_the_answer_is_a_receipt(
    client: PagesClient, anja: Mens, samira: str
) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Ze sliep slecht.", "wat": ["lastig"]}, casus_id=samira)
    answer = bring(client, toestel, item)
    assert answer.status_code == 201
    receipt = answer.get_json()
    assert receipt["uuid"] == UUID
    assert receipt["sha256"] == hashlib.sha256(base64.b64decode(item["blob"])).hexdigest()
    assert receipt["server_epoch"] == toestel["server_epoch"]
    assert receipt["saved_at"] == "2026-07-14T10:00:00+00:00"
    ((_, _, notitie),) = fetch_onderdelen("notities", samira)
    assert (notitie.tekst, notitie.is_lastig, notitie.auteur) == ("Ze sliep slecht.", True, anja)
    assert "schreef een notitie" in client.get(f"/mensen/{samira}/logboek").text


def test_the_same_again_gives_the_same_receipt_and_nothing_twice(client: PagesClient, samira: str) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Eén keer."}, casus_id=samira)
    first = bring(client, toestel, item).get_json()
    assert [bring(client, toestel, item).get_json() for _ in range(3)] == [first] * 3
    assert texts(samira) == ["Eén keer."]


def test_sealed_anew_with_the_same_words_it_is_still_one(client: PagesClient, samira: str) -> None:
    toestel = ask(client)
    for _ in range(2):
        assert bring(client, toestel, seal(toestel, UUID, {"tekst": "Gelijk."}, casus_id=samira)).status_code == 201
    assert texts(samira) == ["Gelijk."]


def test_the_same_id_with_other_words_is_409_and_both_are_kept(client: PagesClient, samira: str) -> None:
    toestel = ask(client)
    bring(client, toestel, seal(toestel, UUID, {"tekst": "Eerste woorden."}, casus_id=samira))
    answer = bring(client, toestel, seal(toestel, UUID, {"tekst": "Tweede woorden."}, casus_id=samira))
    assert (answer.status_code, answer.get_json()["soort"]) == (409, "botsing")
    assert texts(samira) == ["Eerste woorden."]
    assert "Tweede woorden." in client.get("/aandacht").text
    client.submit("/geef", {"wie": samira})
    assert texts(samira) == ["Eerste woorden.", "Tweede woorden."]
    assert "Alles staat waar het hoort" in client.get("/aandacht").text


def test_saved_online_first_and_sealed_as_well_it_is_one(client: PagesClient, samira: str) -> None:
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    values = form.filled({"tekst": "Met en zonder internet."}, None)
    client.post(f"/mensen/{samira}/notities/nieuw", values)
    toestel = ask(client)
    uuid = str(values["id"][0])
    item = seal(toestel, uuid, {"tekst": "Met en zonder internet."}, casus_id=samira)
    assert bring(client, toestel, item).status_code == 201
    assert texts(samira) == ["Met en zonder internet."]


def test_without_a_person_it_becomes_a_losse_notitie(client: PagesClient, anja: Mens) -> None:
    toestel = ask(client)
    assert bring(client, toestel, seal(toestel, UUID, {"tekst": "Van wie is dit?"})).status_code == 201
    assert [notitie.tekst for notitie in fetch_losse_notities(anja.id)] == ["Van wie is dit?"]


def test_about_somebody_who_was_erased_its_author_has_the_words_for_a_day(
    client: PagesClient, clock: Clock, samira: str
) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Te laat gekomen."}, casus_id=samira)
    erase(samira)
    answer = bring(client, toestel, item)
    assert (answer.status_code, answer.get_json()["soort"]) == (201, "gewist")
    text = client.get("/aandacht").text
    assert "Te laat gekomen." in text
    assert "Deze persoon is verwijderd. Je tekst kan niet worden toegevoegd." in text
    clock.move(hours=25)
    assert "Te laat gekomen." not in client.get("/aandacht").text
    assert bring(client, toestel, item).get_json()["soort"] == "gewist"
    assert "Te laat gekomen." not in client.get("/aandacht").text


@pytest.mark.parametrize("by", ["another that comes in", "a backup"])
def test_late_words_about_who_was_erased_go_though_nobody_opens_the_page(
    client: PagesClient, clock: Clock, outside: Context, anja: Mens, samira: str, tmp_path: Path, by: str
) -> None:
    toestel = ask(client)
    late = seal(toestel, UUID, {"tekst": "Te laat gekomen."}, casus_id=samira)
    erase(samira)
    assert bring(client, toestel, late).get_json()["soort"] == "gewist"
    clock.move(hours=25)
    assert len(fetch_aandacht(anja.id)) == 1
    db.session.rollback()
    if by == "a backup":
        list(make_backup(outside, tmp_path / "kopie"))
    else:
        toestel = ask(client)
        bring(client, toestel, seal(toestel, str(uuid4()), {"tekst": "Gewoon."}))
    db.session.rollback()
    assert fetch_aandacht(anja.id) == []


def test_who_no_longer_works_with_the_person_keeps_the_words(
    karim_client: PagesClient, outside: Context, anja: Mens, karim: Mens, samira: str
) -> None:
    toestel = ask(karim_client)
    item = seal(toestel, UUID, {"tekst": "Van Karim."}, casus_id=samira)
    release_meewerker(outside, anja, samira, karim.id)
    answer = bring(karim_client, toestel, item)
    assert (answer.status_code, answer.get_json()["soort"]) == (201, "geen-recht")
    assert texts(samira) == []
    text = karim_client.get("/aandacht").text
    assert "Van Karim." in text
    assert "Je werkt niet meer met deze persoon." in text


@pytest.mark.parametrize(
    "what", ["another casus", "unknown key", "cut off", "one bit", "another time", "no seal at all"]
)
def test_what_does_not_open_is_set_apart_and_told(client: PagesClient, samira: str, frans: str, what: str) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Geheim."}, casus_id=samira)
    blob = base64.b64decode(item["blob"])
    changed = {
        "another casus": {"casus_id": frans},
        "unknown key": {"sleutel_id": ANDER},
        "cut off": {"blob": base64.b64encode(blob[:-5]).decode()},
        "one bit": {"blob": base64.b64encode(blob[:-1] + bytes([blob[-1] ^ 1])).decode()},
        "another time": {"gemaakt_op": "2020-01-01T00:00:00Z"},
        "no seal at all": {"blob": base64.b64encode(b"x").decode()},
    }[what]
    answer = bring(client, toestel, {**item, **changed})
    assert (answer.status_code, answer.get_json()["soort"]) == (422, "onleesbaar")
    assert "Geheim." not in texts(samira) + texts(frans)
    assert "Deze notitie kwam niet heel aan." in client.get("/aandacht").text
    # the whole one may still come
    assert bring(client, toestel, item).status_code == 201
    assert texts(samira) == ["Geheim."]


@pytest.mark.parametrize(
    "inhoud", [b"geen json", b"[1]", b'{"tekst": ""}', b'{"tekst": 7}', b'{"wat": ["kracht"]}', b"[" * 9999]
)
def test_a_seal_with_no_notitie_in_it_is_set_apart(client: PagesClient, inhoud: bytes) -> None:
    toestel = ask(client)
    assert bring(client, toestel, seal(toestel, UUID, inhoud)).status_code == 422
    assert "Deze notitie kwam niet heel aan." in client.get("/aandacht").text


@pytest.mark.parametrize(
    "item",
    [
        None,
        [],
        "x",
        {},
        {"uuid": UUID},
        [{"uuid": UUID}] * 10_000,
        {"uuid": 7, "auteur": UUID, "sleutel_id": UUID, "gemaakt_op": "x", "blob": "eA=="},
        {"uuid": UUID, "auteur": UUID, "sleutel_id": UUID, "gemaakt_op": "x" * 50, "blob": "eA=="},
        {"uuid": UUID, "auteur": UUID, "sleutel_id": UUID, "gemaakt_op": "x", "blob": "é"},
        {"uuid": UUID, "auteur": UUID, "sleutel_id": UUID, "gemaakt_op": "x", "blob": "eA==", "casus_id": "../x"},
        {"uuid": "\ud800", "auteur": UUID, "sleutel_id": UUID, "gemaakt_op": "x", "blob": "eA=="},
    ],
)
def test_what_is_no_sealed_notitie_is_400(client: PagesClient, item: object) -> None:
    assert bring(client, ask(client), item).status_code == 400


def test_one_that_is_too_large_is_refused_and_the_device_keeps_it(client: PagesClient) -> None:
    toestel = ask(client)
    assert bring(client, toestel, {"blob": "e" * 3_000_000}).status_code == 413


def test_of_somebody_else_it_is_refused_and_nothing_is_told(
    client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    item = seal(ask(client), UUID, {"tekst": "Van Anja."}, casus_id=samira)
    toestel = ask(karim_client)
    answer = bring(karim_client, toestel, item)
    assert answer.status_code == 403
    assert "Anja" not in answer.get_data(as_text=True)
    assert texts(samira) == []
    assert bring(client, ask(client), item).status_code == 201


def test_signed_out_or_without_its_token_it_is_held(app: Flask, visitor: PagesClient, client: PagesClient) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Wacht."})
    assert bring(visitor, toestel, item).status_code == 401
    assert bring(client, {"csrf_token": "oud"}, item).status_code == 400


def test_the_clock_of_the_device_does_not_matter_only_how_long_it_waited(client: PagesClient, samira: str) -> None:
    toestel = ask(client)
    for nummer, (gemaakt, verstuurd, verwacht) in enumerate(
        [
            ("2016-07-14T08:00:00Z", "2016-07-14T10:00:00Z", "08:00"),
            ("2036-07-14T09:00:00Z", "2036-07-14T10:00:00Z", "09:00"),
            ("NaN", "2026-07-14T10:00:00Z", "10:00"),
            ("2026-07-14T11:00:00Z", "2026-07-14T10:00:00Z", "10:00"),
            ("2016-07-14T11:00:00Z", "2026-07-14T10:00:00Z", "10:00"),
            ("2026-10-25T02:30:00", "2026-10-25T02:30:00Z", "10:00"),
        ]
    ):
        uuid = f"33333333-3333-4333-8333-33333333333{nummer}"
        item = seal(toestel, uuid, {"tekst": uuid}, casus_id=samira, gemaakt_op=gemaakt, verstuurd_op=verstuurd)
        assert bring(client, toestel, item).status_code == 201
        db.session.rollback()
        notitie = next(n for _, _, n in fetch_onderdelen("notities", samira) if n.id == uuid)
        assert f"{notitie.gemaakt_op:%Y-%m-%d %H:%M}" == f"2026-07-14 {verwacht}"


def test_begun_words_wait_in_the_form_and_are_no_notitie(client: PagesClient, samira: str) -> None:
    toestel = ask(client)
    for tekst in ("Half", "Half af"):
        item = seal(toestel, UUID, {"tekst": tekst, "concept": True}, casus_id=samira)
        assert bring(client, toestel, item).status_code == 201
    assert texts(samira) == []
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    assert form.filled({}, None)["tekst"] == ["Half af"]
    bring(client, toestel, seal(toestel, UUID, {"tekst": "Half af en toen heel."}, casus_id=samira))
    assert texts(samira) == ["Half af en toen heel."]


def test_words_kept_while_typing_are_not_offered_again_once_they_came_sealed(client: PagesClient, samira: str) -> None:
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    values = form.filled({"tekst": "Getypt met internet."}, None)
    client.post(f"/mensen/{samira}/concept", {**values, "_formulier": "notitie"}, status=200)
    toestel = ask(client)
    item = seal(toestel, str(values["id"][0]), {"tekst": "Getypt met internet, af zonder."}, casus_id=samira)
    assert bring(client, toestel, item).status_code == 201
    assert "Je begon hier" not in client.get(f"/mensen/{samira}/notities/nieuw").text


def test_after_a_rotation_of_all_keys_what_waited_still_opens(
    client: PagesClient, outside: Context, samira: str
) -> None:
    toestel = ask(client)
    item = seal(toestel, UUID, {"tekst": "Voor de rotatie."}, casus_id=samira)
    for _ in rotate_sleutels(outside.now()):
        pass
    assert bring(client, toestel, item).status_code == 201


def test_a_new_key_comes_after_ninety_days_and_the_old_one_opens_ninety_days_more(
    client: PagesClient, clock: Clock, samira: str
) -> None:
    toestel = ask(client)
    items = [seal(toestel, uuid, {"tekst": uuid}, casus_id=samira) for uuid in (UUID, ANDER)]
    clock.move(days=91)
    assert ask(client)["sleutel_id"] != toestel["sleutel_id"]
    clock.move(days=89)
    assert bring(client, ask(client), items[0]).status_code == 201
    clock.move(days=2)
    ask(client)
    clock.move(days=100)
    ask(client)
    assert bring(client, ask(client), items[1]).status_code == 422


def test_nothing_of_it_can_be_read_in_the_files(client: PagesClient, samira: str, tmp_path: Path) -> None:
    toestel = ask(client)
    bring(client, toestel, seal(toestel, UUID, {"tekst": "Kanariegeel een"}, casus_id=samira))
    bring(client, toestel, seal(toestel, UUID, {"tekst": "Kanariegeel twee"}, casus_id=samira))
    bring(client, toestel, seal(toestel, ANDER, b"Kanariegeel drie"))
    client.get("/aandacht")
    db.session.remove()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"Kanariegeel" not in path.read_bytes(), path


def test_what_is_set_apart_stands_in_the_logboek_without_its_words(client: PagesClient) -> None:
    toestel = ask(client)
    bring(client, toestel, seal(toestel, UUID, b"woorden"))
    acties = db.session.execute(select(logboek.c.actie).where(logboek.c.onderdeel_id == UUID)).scalars().all()
    assert acties == ["verzegeld apart gezet"]


def test_the_same_bytes_at_the_same_moment_are_received_once(
    app: Flask, client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    import threading

    item = seal(ask(client), UUID, {"tekst": "Tegelijk."}, casus_id=samira)
    zending = Zending(
        Id(UUID), anja.id, item["sleutel_id"], Id(samira), item["gemaakt_op"], base64.b64decode(item["blob"])
    )
    soorten: list[str] = []

    def send() -> None:
        with app.app_context():
            soorten.append(take_in(outside, anja, zending, item["verstuurd_op"]).soort)
            db.session.remove()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert soorten == ["bewaard"] * 6
    assert texts(samira) == ["Tegelijk."]
    assert len(db.session.execute(select(verzegeld.c.id)).all()) == 1
