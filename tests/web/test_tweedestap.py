"""The second step: asked after the password, set up by the worker, and never a way to be locked out for good."""

import json
import re
import subprocess
import sys
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select, update

from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db, writing
from leefgebieden.store.tables import herstelcode, medewerker
from tests.page import words
from tests.pages import PagesClient, make_client
from tests.people import WACHTWOORD, Clock

pytestmark = pytest.mark.usefixtures("real_limits")


def set_up(client: PagesClient, clock: Clock) -> tuple[pyotp.TOTP, list[str]]:
    """Set up an app; gives it, and the recovery codes."""
    client.get("/account/tweede-stap")
    client.submit("/account/tweede-stap/app")
    link = next(href for href in client.page.links().values() if href.startswith("otpauth:"))
    app = pyotp.parse_uri(link)
    assert isinstance(app, pyotp.TOTP)
    page = client.submit("/account/tweede-stap/app/code", {"code": app.at(clock.now)}, status=200)
    return app, [words(code) for code in page.all("code")]


def begin(client: PagesClient, verder: str = "") -> PagesClient:
    client.get("/aanmelden")
    client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD, "verder": verder})
    return client


@pytest.fixture
def totp(client: PagesClient, clock: Clock) -> tuple[pyotp.TOTP, list[str]]:
    """Anja has an app and recovery codes; half a minute has passed."""
    made = set_up(client, clock)
    clock.move(seconds=30)
    return made


def test_after_the_password_the_code_is_asked_and_then_one_gets_where_one_was_going(
    visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock, samira: str
) -> None:
    assert begin(visitor, f"/mensen/{samira}").page.h1 == "Nog één stap"
    visitor.get("/mensen", status=302)
    visitor.get("/aanmelden/tweede-stap")
    assert visitor.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now)}).h1 == "Samira"


def test_a_code_counts_once_and_a_clock_may_be_half_a_minute_off(
    app: Flask, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    code = totp[0].at(clock.now)
    clock.move(seconds=29)
    one, other = make_client(app), make_client(app)
    assert begin(one).submit("/aanmelden/tweede-stap", {"code": f"{code[:3]} {code[3:]}"}).h1 == "Mensen"
    begin(other).submit("/aanmelden/tweede-stap", {"code": code}, status=400)
    clock.move(minutes=2)
    other.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now - timedelta(minutes=1))}, status=400)


@pytest.mark.parametrize("code", ["", "000000", "١٢٣٤٥٦", "x" * 5000, "'; --", "\x00" * 6])
def test_a_code_that_is_none_is_refused(visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]], code: str) -> None:
    begin(visitor).submit("/aanmelden/tweede-stap", {"code": code}, status=400)


def test_guessing_codes_is_slow_and_the_right_one_works_after_the_delay(
    visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    begin(visitor)
    for _ in range(5):
        visitor.submit("/aanmelden/tweede-stap", {"code": "000000"}, status=400)
    page = visitor.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now)}, status=429)
    assert "Wacht 5 seconden." in page.text
    clock.move(seconds=5)
    assert visitor.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now)}).h1 == "Mensen"


def test_a_recovery_code_works_once_in_place_of_the_phone(
    app: Flask, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    code = totp[1][3]
    one, other = make_client(app), make_client(app)
    page = begin(one).submit("/aanmelden/tweede-stap", {"code": code.lower().replace("-", " ")})
    assert "Je hebt er nog 9." in page.text
    begin(other).submit("/aanmelden/tweede-stap", {"code": code}, status=400)


def test_recovery_codes_are_kept_as_hashes_and_new_ones_replace_the_old(
    client: PagesClient, visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]]
) -> None:
    assert len(set(totp[1])) == 10
    kept = " ".join(db.session.execute(select(herstelcode.c.hash)).scalars())
    assert all(code.replace("-", "") not in kept for code in totp[1])
    client.get("/account/tweede-stap")
    page = client.submit("/account/tweede-stap/herstelcodes", status=200)
    new = [words(code) for code in page.all("code")]
    begin(visitor).submit("/aanmelden/tweede-stap", {"code": totp[1][0]}, status=400)
    visitor.submit("/aanmelden/tweede-stap", {"code": new[0]})


def test_a_right_password_waits_ten_minutes_for_its_code(
    visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    begin(visitor)
    clock.move(minutes=10, seconds=1)
    code = totp[0].at(clock.now)
    assert visitor.submit("/aanmelden/tweede-stap", {"code": code}).h1 == "Aanmelden"


def test_who_stopped_working_here_gets_no_further_than_the_code(
    visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    begin(visitor)
    with writing():
        db.session.execute(update(medewerker).values(gestopt_op=clock.now))
    assert visitor.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now)}).h1 == "Aanmelden"


def test_a_locked_screen_opens_with_a_code_too(
    client: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock
) -> None:
    client.get("/verberg", status=303)
    assert "Of de 6 cijfers uit je app." in client.get("/verborgen").text
    client.submit("/verborgen", {"wachtwoord": "000000"}, status=400)
    assert client.submit("/verborgen", {"wachtwoord": totp[0].at(clock.now)}).h1 == "Mensen"


def test_words_that_waited_come_along_over_both_steps(
    client: PagesClient, totp: tuple[pyotp.TOTP, list[str]], clock: Clock, samira: str
) -> None:
    form_id = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw").values()["id"]
    client.client.delete_cookie("leefgebieden")
    client.post(f"/mensen/{samira}/notities/nieuw", {"id": form_id, "tekst": "Bijna kwijt."}, status=401)
    client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    page = client.submit("/aanmelden/tweede-stap", {"code": totp[0].at(clock.now)})
    assert page.h1 == "Nog niet bewaard"
    assert "Bijna kwijt." in page.text


def test_the_picture_for_the_camera_is_a_file_of_ours(client: PagesClient) -> None:
    client.get("/account/tweede-stap")
    client.submit("/account/tweede-stap/app")
    picture = client.client.get("/account/tweede-stap/app.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.headers["Cache-Control"] == "no-store"
    assert b"style" not in picture.data
    assert b"<script" not in picture.data


def test_the_secret_is_shown_no_more_once_it_counts(client: PagesClient, totp: tuple[pyotp.TOTP, list[str]]) -> None:
    client.get("/account/tweede-stap/app", status=404)
    client.get("/account/tweede-stap/app.svg", status=404)
    client.post("/account/tweede-stap/app", status=303, follow=False)
    client.get("/account/tweede-stap/app", status=404)


def test_setting_it_up_asks_who_sits_there(client: PagesClient, clock: Clock) -> None:
    clock.move(minutes=4)
    client.get("/account/tweede-stap")
    clock.move(minutes=2)
    assert client.submit("/account/tweede-stap/app").h1 == "Ben jij het nog?"


def test_where_it_is_asked_of_all_one_is_led_to_it_and_goes_no_further_without(
    app: Flask, visitor: PagesClient, anja: Mens, clock: Clock, samira: str
) -> None:
    app.config["TWEEDE_STAP"] = "automatisch"
    assert begin(visitor, f"/mensen/{samira}").page.h1 == "Tweede stap"
    assert visitor.get("/mensen", status=303).location == "/account/tweede-stap"
    visitor.get(f"/mensen/{samira}", status=303)
    visitor.get("/account/wachtwoord", status=303)
    set_up(visitor, clock)
    assert visitor.click("Ik heb ze bewaard").h1 == "Samira"
    visitor.get("/account/tweede-stap")
    assert "enige tweede stap" in visitor.submit("/account/tweede-stap/app/weg").text


def test_while_only_demo_accounts_exist_nothing_is_asked(app: Flask, visitor: PagesClient, anja: Mens) -> None:
    app.config["TWEEDE_STAP"] = "automatisch"
    with writing():
        db.session.execute(update(medewerker).values(is_demo=True))
    begin(visitor)
    visitor.get("/mensen")


def test_where_it_is_free_the_app_can_go(
    client: PagesClient, visitor: PagesClient, totp: tuple[pyotp.TOTP, list[str]]
) -> None:
    client.get("/account/tweede-stap")
    client.submit("/account/tweede-stap/app/weg")
    begin(visitor)
    visitor.get("/mensen")


@pytest.mark.parametrize(
    "answer",
    [
        *("", "{}", "[]", "null", "[" * 50_000, '"x"', "\x00"),
        *('{"id": "x", "response": 1}', '{"id": "x", "response": []}', '{"id": "x", "response": {}}'),
        json.dumps({"id": "x", "response": {"clientDataJSON": "e30"}}),
        json.dumps({"id": "x", "response": {"clientDataJSON": "eyJjaGFsbGVuZ2UiOjF9"}}),
    ],
)
def test_an_answer_that_no_device_gave_opens_nothing(visitor: PagesClient, client: PagesClient, answer: str) -> None:
    visitor.get("/aanmelden")
    assert "Dat lukte niet." in visitor.post("/aanmelden/passkey", {"antwoord": answer}).text
    visitor.get("/mensen", status=302)
    client.get("/account/tweede-stap")
    assert "Dat lukte niet." in client.post("/account/passkeys", {"antwoord": answer}).text


def test_what_is_asked_of_a_device_names_nobody(visitor: PagesClient, anja: Mens) -> None:
    visitor.get("/aanmelden")
    asked = visitor.post("/aanmelden/passkey/vraag", status=200).response.get_json()
    assert asked["userVerification"] == "required"
    assert asked["rpId"] == "localhost"
    assert not re.search("anja", json.dumps(asked), re.IGNORECASE)


def test_with_an_address_of_numbers_there_are_no_passkeys(visitor: PagesClient) -> None:
    assert "Log in met je telefoon" in visitor.get("/aanmelden").html
    assert "Log in met je telefoon" not in visitor.get("/aanmelden", base_url="http://127.0.0.1:5000").html


def test_somebody_elses_passkey_is_not_taken_away(client: PagesClient) -> None:
    client.get("/account/tweede-stap")
    client.post("/account/passkeys/00000000-0000-4000-8000-000000000000/weg")


def test_the_heavy_libraries_are_not_loaded_at_start() -> None:
    code = "import sys, leefgebieden.web.app as a; from importlib import import_module as i; "
    code += "[i('leefgebieden.web.' + n) for n in a.BLUEPRINTS]; "
    code += "print([n for n in ('webauthn', 'authlib', 'segno', 'requests', 'reportlab') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
