"""Invariant 3: no silent overwrite. Two people change the same thing at once: the first is saved, the second sees
both, side by side.

It goes for everything that can be changed. What each page says then is tested with that page, in web/.
"""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from leefgebieden.store.db import db
from leefgebieden.store.tables import ONDERDELEN
from tests.pages import PagesClient


@dataclass(frozen=True)
class Thing:
    """How to make one, and where its form to change it is. `make` empty: it is there with the casus."""

    edit: str
    veld: str
    knop: str = "Bewaar"
    make: str = ""
    make_veld: str = ""
    make_knop: str | None = "Bewaar"
    sleutel: str = ""


THINGS = {
    "notitie": Thing(
        "/mensen/{casus}/notities/{id}",
        "tekst",
        make="/mensen/{casus}/notities/nieuw",
        make_veld="tekst",
        sleutel="notities",
    ),
    "netwerklid": Thing(
        "/mensen/{casus}/netwerk/{id}",
        "woord",
        make="/mensen/{casus}/netwerk/nieuw",
        make_veld="wie",
        sleutel="netwerk",
    ),
    "afspraak": Thing(
        "/mensen/{casus}/afspraken/{id}",
        "wat",
        make="/mensen/{casus}/afspraken/nieuw",
        make_veld="wat",
        make_knop="Maak afspraak",
        sleutel="afspraken",
    ),
    "openvraag": Thing(
        "/mensen/{casus}/openvragen/{id}",
        "tekst",
        make="/mensen/{casus}/openvragen",
        make_veld="tekst",
        make_knop=None,
        sleutel="openvragen",
    ),
    "casus": Thing("/mensen/{casus}/gegevens", "in_een_zin"),
    "a4": Thing("/mensen/{casus}/samenvatting", "vraag_aan_team", knop="Bekijk"),
}


@pytest.mark.parametrize("naam", THINGS)
def test_the_second_of_two_sees_both_and_nothing_is_lost(
    client: PagesClient, karim_client: PagesClient, samira: str, naam: str
) -> None:
    thing = THINGS[naam]
    if thing.make:
        page = client.get(thing.make.format(casus=samira))
        form = next(f for f in page.forms() if any(e.get("name") == thing.make_veld for e in f.fields))
        client.post(
            form.action.removeprefix("http://localhost"), form.filled({thing.make_veld: "Begin"}, thing.make_knop)
        )
    address = thing.edit.format(casus=samira, id=_find_id(thing.sleutel) if thing.sleutel else "")
    forms = {}
    for who, browser in (("anja", client), ("karim", karim_client)):
        page = browser.get(address)
        forms[who] = next(f for f in page.forms() if any(e.get("name") == thing.veld for e in f.fields))
    _send(karim_client, forms["karim"].action, forms["karim"].filled({thing.veld: "Van Karim"}, thing.knop))
    _send(client, forms["anja"].action, forms["anja"].filled({thing.veld: "Van Anja"}, thing.knop))
    assert "Van Karim" in karim_client.get(address).html, "the first was saved"
    page = client.get(address)
    assert "Van Anja" in page.html, "the second still has what she typed"
    assert "Van Karim" in page.html, "and sees what it is now"


def _find_id(sleutel: str) -> str:
    db.session.rollback()
    (gevonden,) = db.session.execute(select(ONDERDELEN[sleutel].c.id)).scalars()
    return str(gevonden)


def _send(browser: PagesClient, action: str, fields: dict[str, list[str]]) -> None:
    with browser.app.app_context():
        answer = browser.client.post(action.removeprefix("http://localhost"), data=fields, follow_redirects=True)
    assert answer.status_code in (200, 400, 409)
