"""What who watches the server is told: that it works, or in one word why not, and figures without anything of anybody."""

import os

import pytest
from flask import Flask
from sqlalchemy import text

from leefgebieden.store.db import db, writing
from leefgebieden.store.sleutels import fetch_actieve_kek, get_bos
from tests.pages import PagesClient


def ask(visitor: PagesClient) -> tuple[int, dict[str, object]]:
    with visitor.app.app_context():
        answer = visitor.client.get("/gezond")
    return answer.status_code, answer.get_json()


def test_an_app_that_can_work_says_so(visitor: PagesClient) -> None:
    assert ask(visitor) == (200, {"gezond": True})


def test_without_its_key_it_is_not_well(visitor: PagesClient, app: Flask, samira: str) -> None:
    bestand = get_bos().find_bestand(fetch_actieve_kek())
    os.rename(bestand, bestand.with_suffix(".weg"))
    assert ask(visitor) == (503, {"gezond": False, "waarom": "sleutels"})
    os.rename(bestand.with_suffix(".weg"), bestand)
    assert ask(visitor) == (200, {"gezond": True})


def test_with_the_database_of_another_version_it_is_not_well(visitor: PagesClient, app: Flask) -> None:
    with writing():
        db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert ask(visitor) == (503, {"gezond": False, "waarom": "vorm"})


def test_without_a_database_it_is_not_well(visitor: PagesClient, app: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("a server that is away is another test")
    db.engine.dispose()
    assert db.engine.url.database is not None
    with open(db.engine.url.database, "r+b") as bestand:
        bestand.write(b"geen database!!!" * 64)
    assert ask(visitor) == (503, {"gezond": False, "waarom": "database"})


def read_cijfers(visitor: PagesClient, **headers: str) -> tuple[int, dict[str, float]]:
    with visitor.app.app_context():
        answer = visitor.client.get("/gezond/cijfers", headers={k.replace("_", "-"): v for k, v in headers.items()})
    if answer.status_code != 200:
        return answer.status_code, {}
    return 200, {name: float(value) for name, _, value in (r.rpartition(" ") for r in answer.text.splitlines())}


def test_the_figures_count_and_hold_nothing_of_anybody(client: PagesClient, samira: str) -> None:
    _, before = read_cijfers(client)
    client.get(f"/mensen/{samira}")
    client.get("/nergens", status=404)
    _, after = read_cijfers(client)
    assert (
        after['leefgebieden_antwoorden_total{klasse="4xx"}']
        == 1 + before['leefgebieden_antwoorden_total{klasse="4xx"}']
    )
    assert after["leefgebieden_logboek_regels"] > before["leefgebieden_logboek_regels"] > 0
    assert after["leefgebieden_schijf_vrij_bytes"] > 0
    assert after["leefgebieden_gezond"] == 1
    assert after["leefgebieden_wachten_op_schrijven_seconds"] < 5
    assert not any(word in " ".join(after) for word in ("Samira", samira, "Anja"))


def test_who_comes_through_a_proxy_gets_no_figures_unless_he_says_the_word(visitor: PagesClient, app: Flask) -> None:
    assert read_cijfers(visitor, X_Forwarded_For="203.0.113.9")[0] == 404
    assert read_cijfers(visitor, X_Forwarded_For="203.0.113.9", Authorization="Bearer ")[0] == 404
    app.config["CIJFERS_WOORD"] = "geheim-woord"
    assert read_cijfers(visitor, X_Forwarded_For="203.0.113.9", Authorization="Bearer fout")[0] == 404
    assert read_cijfers(visitor, X_Forwarded_For="203.0.113.9", Authorization="Bearer geheim-woord")[0] == 200


def test_the_statement_on_accessibility_is_for_everybody(visitor: PagesClient) -> None:
    visitor.get("/aanmelden")
    assert "WCAG 2.2" in visitor.click("Toegankelijkheid").text
