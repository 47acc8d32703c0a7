"""What a device may ask, and what the server knows of it: ids and times, never content."""

import base64
from typing import Any

from flask import Flask

from tests.pages import PagesClient, make_client
from tests.people import Clock
from tests.tools.zegel import seal
from tests.web.test_verzegeld import ANDER, UUID, ask, bring


def post(client: PagesClient, address: str, body: object, token: str) -> Any:
    with client.app.app_context():
        return client.client.post(address, json=body, headers={"X-CSRFToken": token})


def get(client: PagesClient, address: str) -> Any:
    with client.app.app_context():
        return client.client.get(address)


def tell(client: PagesClient, *uuids: str) -> dict[str, object]:
    items = [{"uuid": uuid, "gemaakt_op": "2026-05-12T08:15:00Z"} for uuid in uuids]
    token = ask(client)["csrf_token"]
    answer = post(client, "/toestel/stand", {"items": items}, token)
    assert answer.status_code == 200
    return dict(answer.get_json())


def test_what_vanished_from_a_device_is_told_with_its_day(client: PagesClient) -> None:
    assert tell(client, UUID, ANDER) == {"aandacht": 0, "verdwenen": 0, "gestopt": []}
    assert tell(client, ANDER) == {"aandacht": 1, "verdwenen": 1, "gestopt": []}
    assert "Aandacht nodig: 1" in client.get("/mensen").text
    assert "1 notitie van di 12 mei is van een toestel verdwenen" in client.get("/aandacht").text
    client.submit("/gezien")
    assert tell(client, ANDER)["verdwenen"] == 0


def test_what_arrived_did_not_vanish(client: PagesClient) -> None:
    tell(client, UUID)
    toestel = ask(client)
    bring(client, toestel, seal(toestel, UUID, {"tekst": "Aangekomen."}))
    assert tell(client)["verdwenen"] == 0


def test_one_device_says_nothing_of_another_and_nobody_of_somebody_else(
    app: Flask, client: PagesClient, karim_client: PagesClient
) -> None:
    tell(client, UUID)
    assert tell(karim_client)["verdwenen"] == 0
    client.client.delete_cookie("toestel")
    assert tell(client)["verdwenen"] == 0


def test_a_stand_that_makes_no_sense_gives_no_error(client: PagesClient) -> None:
    token = ask(client)["csrf_token"]
    for body, status in (
        ({}, 400),
        ([], 400),
        ({"items": [1, {"uuid": "x"}, {"uuid": UUID, "gemaakt_op": "9999999"}]}, 200),
    ):
        answer = post(client, "/toestel/stand", body, token)
        assert answer.status_code == status


def test_the_key_for_begun_words_is_of_one_worker_on_one_device(
    app: Flask, client: PagesClient, karim_client: PagesClient
) -> None:
    def key(of: PagesClient) -> str:
        return str(get(of, "/toestel/conceptsleutel").get_json()["sleutel"])

    ask(client)
    ask(karim_client)
    first = key(client)
    assert len(base64.b64decode(first)) == 32
    assert key(client) == first
    assert key(karim_client) != first
    client.client.delete_cookie("toestel")
    assert key(client) != first
    assert get(make_client(app), "/toestel/conceptsleutel").status_code == 401


def test_the_server_says_its_time_and_keeps_its_epoch(client: PagesClient, clock: Clock) -> None:
    first = ask(client)
    clock.move(hours=1)
    second = ask(client)
    assert (first["nu"], second["nu"]) == ("2026-07-14T10:00:00+00:00", "2026-07-14T11:00:00+00:00")
    assert first["server_epoch"] == second["server_epoch"]


def test_an_organisation_can_switch_writing_without_a_network_off(app: Flask, client: PagesClient) -> None:
    assert '"aan": true' in client.client.get("/sw.js").get_data(as_text=True)
    app.config["OFFLINE"] = "uit"
    assert ask(client)["offline"] is False
    assert get(client, "/toestel/conceptsleutel").status_code == 404
    assert '"aan": false' in client.client.get("/sw.js").get_data(as_text=True)
    assert "Schrijven zonder internet staat bij jullie uit." in client.get("/geen-internet").text
    # what waited already is still taken in
    toestel = ask(client)
    assert bring(client, toestel, seal(toestel, UUID, {"tekst": "Van voor die tijd."})).status_code == 201


def test_the_shell_is_the_same_for_everybody_and_names_nobody(client: PagesClient, visitor: PagesClient) -> None:
    for address in ("/zonder-internet/notitie", "/zonder-internet/spiekbrief", "/zonder-internet/vragen/crisis"):
        visitor.get(address)
        assert "Samira" not in client.get(address).html
        assert "Anja" not in client.page.html
    worker = visitor.client.get("/sw.js")
    assert worker.headers["Service-Worker-Allowed"] == "/"
    assert worker.mimetype == "text/javascript"
