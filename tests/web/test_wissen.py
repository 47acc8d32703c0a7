"""Erasing everything about a person, from the page to the promise."""

import pytest
from sqlalchemy import update

from leefgebieden.actions.notitie import record_notitie
from leefgebieden.actions.wissen import finish_wissen
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.casus import casus_exists
from leefgebieden.store.db import db, writing
from leefgebieden.store.tables import medewerker
from tests.pages import PagesClient
from tests.people import Clock

BELOFTE = "Direct onleesbaar in de app; in reservekopieën uiterlijk op"


def exists(samira: str) -> bool:
    db.session.rollback()
    return casus_exists(samira)


def ask(client: PagesClient, samira: str, reden: str = "Zij vroeg erom") -> None:
    client.get(f"/mensen/{samira}/wissen")
    client.submit(fields={"reden": reden})


def test_from_the_request_to_the_promise(client: PagesClient, lies_client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    client.click("Wis alles")
    assert f"{BELOFTE} dinsdag 14 juli 2026." in client.page.text
    client.submit(fields={"reden": "Zij vroeg erom"})
    assert "Gevraagd. Er is nog niets gewist." in client.page.text
    assert "Een teamleider van je team keurt het goed." in client.page.text
    lies_client.get("/mensen")
    lies_client.click("Wissen goedkeuren: 1")
    lies_client.get(f"/mensen/{samira}/wissen/goedkeuren")
    assert "Zij vroeg erom" in lies_client.page.text
    lies_client.submit(button="Keur goed en wis alles")
    assert f"Gewist. {BELOFTE} 14-7-2026." in lies_client.page.text
    assert not exists(samira)
    assert client.get(f"/mensen/{samira}", 410).h1 == "Dit is gewist"
    assert "Samira" not in client.get("/mensen").text


def test_without_a_reason_nothing_is_asked(client: PagesClient, samira: str) -> None:
    ask(client, samira, " ")
    assert client.page.title.startswith("Fout:")
    assert "Schrijf op waarom je alles wist." in client.page.text


def test_a_request_can_be_withdrawn(client: PagesClient, lies_client: PagesClient, samira: str) -> None:
    ask(client, samira)
    client.submit(button="Trek het verzoek in")
    assert "Ingetrokken. Alles blijft staan." in client.page.text
    assert "Niemand vraagt nu om iets te wissen." in lies_client.get("/wissen").text
    assert "Niemand vraagt om dit te wissen." in lies_client.get(f"/mensen/{samira}/wissen/goedkeuren").text
    lies_client.post(f"/mensen/{samira}/wissen/goedkeuren")
    assert "Hier is niet meer om gevraagd. Er is niets gewist." in lies_client.page.text
    assert exists(samira)


def test_a_teamleider_lets_it_stay(client: PagesClient, lies_client: PagesClient, samira: str) -> None:
    ask(client, samira)
    lies_client.get(f"/mensen/{samira}/wissen/goedkeuren")
    lies_client.submit(button="Keur niet goed")
    assert "Niet goedgekeurd. Alles blijft staan." in lies_client.page.text
    assert exists(samira)


def test_the_eigenaar_does_not_get_round_the_teamleider(client: PagesClient, samira: str) -> None:
    ask(client, samira)
    client.post(f"/mensen/{samira}/wissen/nu")
    assert "Iemand anders keurt dit goed" in client.page.text
    assert exists(samira)


def test_who_works_alone_is_told_from_when(client: PagesClient, clock: Clock, anja: Mens, samira: str) -> None:
    with writing():
        db.session.execute(update(medewerker).where(medewerker.c.id != anja.id).values(gestopt_op=clock.now))
    assert "Je werkt hier alleen. Daarom wacht het 24 uur" in client.get(f"/mensen/{samira}/wissen").text
    ask(client, samira)
    assert "Daarom kan het vanaf woensdag 15 juli 2026, 12:00." in client.page.text
    client.post(f"/mensen/{samira}/wissen/nu")
    assert "Er is nog niets gewist." in client.page.text
    clock.move(hours=24)
    client.get("/opnieuw-aanmelden")
    client.submit("/opnieuw-aanmelden", {"wachtwoord": "keukentafel"}, follow=False)
    client.get(f"/mensen/{samira}/wissen")
    client.submit("Wis nu alles")
    assert BELOFTE in client.page.text
    assert not exists(samira)


def test_an_example_goes_at_once(client: PagesClient, frans: str) -> None:
    client.get(f"/mensen/{frans}/wissen")
    assert "Deze persoon is verzonnen." in client.page.text
    client.submit(fields={"reden": "We oefenen niet meer"}, button="Wis nu alles")
    assert BELOFTE in client.page.text
    assert not exists(frans)


@pytest.mark.parametrize("waar", ["wissen", "wissen/goedkeuren"])
def test_it_asks_who_sits_there(
    client: PagesClient, lies_client: PagesClient, clock: Clock, outside: Context, samira: str, waar: str
) -> None:
    wie = client if waar == "wissen" else lies_client
    clock.move(minutes=6)
    assert wie.get(f"/mensen/{samira}/{waar}", 303).location.endswith("/opnieuw-aanmelden")


def test_words_that_arrive_just_after_the_erasure_come_back_to_who_typed_them(
    client: PagesClient, lies: Mens, outside: Context, samira: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate let her in; then it was erased; then her words were to be saved."""
    ask(client, samira)
    client.get(f"/mensen/{samira}/notities/nieuw")
    woorden = "Dit schreef ik op het moment dat een ander alles wiste."

    def erase_first(*args: object, **kwargs: object) -> object:
        monkeypatch.undo()
        finish_wissen(outside, lies, samira)
        return record_notitie(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("leefgebieden.web.notitie.record_notitie", erase_first)
    client.submit(f"/mensen/{samira}/notities/nieuw", {"tekst": woorden}, "Bewaar", status=410)
    assert woorden in client.page.html
