"""The account: another password, where one is signed in, how soon the screen locks."""

import pytest
from flask import Flask
from sqlalchemy import update

from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db, writing
from leefgebieden.store.tables import medewerker, sessie
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD, Clock, sign_in

NIEUW = "regen op het dak"

pytestmark = pytest.mark.usefixtures("real_limits")


def change(client: PagesClient, nu: str, nieuw: str, status: int = 303) -> PagesClient:
    client.get("/account/wachtwoord")
    client.submit("/account/wachtwoord", {"wachtwoord": nu, "nieuw_wachtwoord": nieuw}, status=status)
    return client


def test_with_another_password_one_signs_in_and_the_other_devices_are_out(
    app: Flask, client: PagesClient, anja: Mens
) -> None:
    other = sign_in(make_client(app), anja)
    assert "Je hebt een nieuw wachtwoord." in change(client, WACHTWOORD, NIEUW).page.text
    other.get("/mensen", status=302)
    other.get("/aanmelden")
    other.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD}, status=400)
    assert other.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": NIEUW}).h1 == "Mensen"
    client.get("/mensen")


@pytest.mark.parametrize(
    ("nieuw", "zin"),
    [
        ("kort", "te kort"),
        ("Welkom2026!", "veel mensen"),
        ("anja@team.test", "lijkt op"),
        ("x y z " * 50, "te lang"),
        ("", "Vul een nieuw"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_a_reason(client: PagesClient, nieuw: str, zin: str) -> None:
    assert zin in change(client, WACHTWOORD, nieuw, 400).page.text
    assert NIEUW not in client.page.html


def test_without_the_old_one_there_is_no_new_one_and_guessing_it_is_slow(client: PagesClient) -> None:
    for _ in range(5):
        assert "niet je wachtwoord van nu" in change(client, "mis", NIEUW, 400).page.text
    assert "Wacht" in change(client, WACHTWOORD, NIEUW, 400).page.text


def test_the_same_letters_typed_otherwise_are_the_same_password(app: Flask, client: PagesClient, anja: Mens) -> None:
    change(client, WACHTWOORD, "een cafe\u0301 in de regen")
    client.submit("/afmelden")
    client.get("/aanmelden")
    assert (
        client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": "een caf\u00e9 in de regen"}).h1
        == "Mensen"
    )


def test_the_cookie_and_the_database_hold_nothing_that_opens_the_other(client: PagesClient, anja: Mens) -> None:
    cookie = client.client.get_cookie("leefgebieden")
    assert cookie is not None
    rij = db.session.execute(db.select(sessie)).one()
    assert rij.hash not in cookie.value
    assert anja.id not in cookie.value


def test_a_session_that_was_copied_is_over_after_signing_out(app: Flask, client: PagesClient) -> None:
    cookie = client.client.get_cookie("leefgebieden")
    assert cookie is not None
    client.get("/mensen")
    client.submit("/afmelden")
    thief = make_client(app)
    thief.client.set_cookie("leefgebieden", cookie.value)
    thief.get("/mensen", status=302)


def test_close_all_sessions_ends_them_everywhere(app: Flask, client: PagesClient, anja: Mens) -> None:
    other = sign_in(make_client(app), anja)
    page = client.get("/account")
    assert page.text.count("Sinds") == 2
    assert client.submit("Sluit alle sessies").h1 == "Aanmelden"
    for who in (client, other):
        who.get("/mensen", status=302)


def test_close_the_other_sessions_leaves_this_one(app: Flask, client: PagesClient, anja: Mens, karim: Mens) -> None:
    other, of_karim = sign_in(make_client(app), anja), sign_in(make_client(app), karim)
    client.get("/account")
    client.submit("Sluit alle andere sessies")
    client.get("/mensen")
    other.get("/mensen", status=302)
    of_karim.get("/mensen")


def test_who_stopped_working_here_is_out_at_the_next_request(client: PagesClient, anja: Mens, clock: Clock) -> None:
    client.get("/mensen")
    with writing():
        db.session.execute(update(medewerker).values(gestopt_op=clock.now))
    client.get("/mensen", status=302)


def test_after_eight_hours_one_signs_in_again_however_busy(visitor: PagesClient, anja: Mens, clock: Clock) -> None:
    visitor.get("/aanmelden")
    visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD, "kantoor": "y"})
    for _ in range(31):
        clock.move(minutes=15)
        visitor.get("/mensen")
    clock.move(minutes=15)
    visitor.get("/mensen", status=302)


@pytest.mark.parametrize(("kantoor", "minutes"), [(None, 5), ("y", 15)])
def test_the_screen_locks_after_five_minutes_on_the_way_and_fifteen_at_the_office(
    visitor: PagesClient, anja: Mens, clock: Clock, samira: str, kantoor: str | None, minutes: int
) -> None:
    visitor.get("/aanmelden")
    visitor.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD, "kantoor": kantoor})
    clock.move(minutes=minutes)
    visitor.get(f"/mensen/{samira}")
    clock.move(minutes=minutes, seconds=1)
    assert visitor.get(f"/mensen/{samira}", status=303).location == "/verborgen"
    page = visitor.get("/verborgen")
    assert page.h1 == "Scherm is op slot"
    assert "Samira" not in page.html
    visitor.get("/mensen", status=303)
    visitor.get("/verborgen")
    visitor.submit("/verborgen", {"wachtwoord": "mis"}, status=400)
    assert visitor.submit("/verborgen", {"wachtwoord": WACHTWOORD}).h1 == "Mensen"


def test_the_words_one_was_typing_when_the_screen_locked_are_given_back(
    client: PagesClient, clock: Clock, samira: str
) -> None:
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    form_id = page.form("/notities/nieuw").values()["id"]
    clock.move(minutes=20)
    client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": "Een lang verhaal."})
    assert client.page.h1 == "Scherm is op slot"
    page = client.submit("/verborgen", {"wachtwoord": WACHTWOORD})
    assert page.h1 == "Nog niet bewaard"
    assert "Een lang verhaal." in client.submit("Bewaar alsnog").text


def test_an_old_cookie_does_not_open_a_screen_that_was_hidden_since(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}")
    cookie = client.client.get_cookie("leefgebieden")
    assert cookie is not None
    client.get("/verberg", status=303)
    client.client.set_cookie("leefgebieden", cookie.value)
    client.get(f"/mensen/{samira}", status=303)


def test_one_signs_out_from_a_locked_screen(client: PagesClient) -> None:
    client.get("/verberg", status=303)
    client.get("/verborgen")
    assert client.submit("/afmelden").h1 == "Aanmelden"


def test_a_worker_shortens_the_time_and_never_lengthens_it(client: PagesClient, clock: Clock) -> None:
    client.get("/account")
    page = client.submit("/account/slot", {"onderweg": "2", "kantoor": "60"})
    values = page.form("/account/slot").values()
    assert (values["onderweg"], values["kantoor"]) == (["2"], ["15"])
    clock.move(minutes=2, seconds=1)
    client.get("/mensen", status=303)


@pytest.mark.parametrize("minuten", ["", "-1", "0", "veel", "1e3", "٣٣٣٣", "9" * 400])
def test_a_time_that_is_none_is_refused(client: PagesClient, minuten: str) -> None:
    client.get("/account")
    client.submit("/account/slot", {"onderweg": minuten}, status=400)
