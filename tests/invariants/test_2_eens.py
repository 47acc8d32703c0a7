"""Invariant 2: once. The id is made with the form: the same words again are welcome and change nothing, other words under the
same id are never put over the first, and neither is lost.
"""

from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import func, select

from leefgebieden.store.db import db
from leefgebieden.store.tables import ONDERDELEN, casus
from tests.pages import PagesClient


@dataclass(frozen=True)
class Noun:
    """A form that makes something: its address, the field with the words, and what else it wants."""

    address: str
    veld: str
    sleutel: str
    anders: tuple[tuple[str, str], ...] = ()
    knop: str | None = "Bewaar"


NOUNS = {
    "notitie": Noun("/mensen/{casus}/notities/nieuw", "tekst", "notities"),
    "netwerklid": Noun("/mensen/{casus}/netwerk/nieuw", "wie", "netwerk"),
    "afspraak": Noun("/mensen/{casus}/afspraken/nieuw", "wat", "afspraken", knop="Maak afspraak"),
    "openvraag": Noun("/mensen/{casus}/openvragen", "tekst", "openvragen", knop=None),
    "casus": Noun("/mensen/nieuw", "naam", "", (("kanaal", "eropaf"),), "Begin"),
}


def count(app: Flask, sleutel: str) -> int:
    with app.app_context():
        tabel = ONDERDELEN[sleutel] if sleutel else casus
        return int(db.session.execute(select(func.count()).select_from(tabel)).scalar_one())


@pytest.mark.parametrize("naam", NOUNS)
def test_the_same_form_twice_makes_one_thing(app: Flask, client: PagesClient, samira: str, naam: str) -> None:
    noun = NOUNS[naam]
    before = count(app, noun.sleutel)
    sent = _fill(client, noun, samira, "Dit zijn de woorden.")
    for _ in range(3):
        client.post(sent[0], sent[1])
    assert count(app, noun.sleutel) == before + 1


@pytest.mark.parametrize("naam", NOUNS)
def test_other_words_under_the_same_id_leave_the_first_and_come_back_themselves(
    app: Flask, client: PagesClient, samira: str, naam: str
) -> None:
    noun = NOUNS[naam]
    action, fields = _fill(client, noun, samira, "Dit zijn de woorden.")
    client.post(action, fields)
    after_first = count(app, noun.sleutel)
    client.client.post(action, data={**fields, noun.veld: ["Heel andere woorden."]}, follow_redirects=True)
    assert count(app, noun.sleutel) == after_first
    page = client.get(noun.address.format(casus=samira))
    assert "Heel andere woorden." in page.html, "the second words must still be in the form"
    if noun.sleutel:
        overview = {"notities": "", "netwerk": "/netwerk", "afspraken": "/afspraken", "openvragen": "/openvragen"}
        assert "Dit zijn de woorden." in client.get(f"/mensen/{samira}{overview[noun.sleutel]}").html


def _fill(client: PagesClient, noun: Noun, casus_id: str, woorden: str) -> tuple[str, dict[str, list[str]]]:
    page = client.get(noun.address.format(casus=casus_id))
    form = next(f for f in page.forms() if any(e.get("name") == noun.veld for e in f.fields))
    values = form.filled({noun.veld: woorden, **dict(noun.anders)}, noun.knop)
    return form.action.removeprefix("http://localhost"), values
