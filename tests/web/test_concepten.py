"""Words that a page keeps by itself while somebody types: given back in the same form, to the same worker, and nowhere else."""

from flask import Flask

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.store.db import db
from leefgebieden.store.onderdeel import fetch_onderdelen
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in


def begin(client: PagesClient, casus_id: str, tekst: str, **fields: str) -> None:
    """What the script of the page sends while somebody types."""
    form = client.get(f"/mensen/{casus_id}/notities/nieuw").form("/notities/nieuw")
    values = {**form.filled({"tekst": tekst, **fields}, None), "_formulier": "notitie"}
    values.pop("nog_een", None)  # a button is sent only when it is tapped
    client.post(f"/mensen/{casus_id}/concept", values, status=200)


def test_begun_words_stand_in_the_form_at_the_next_opening_with_their_time(client: PagesClient, samira: str) -> None:
    begin(client, samira, "Ze begon te vertellen", wat="kracht")
    page = client.get(f"/mensen/{samira}/notities/nieuw")
    assert "Je begon hier om 12:00 aan. Ga verder" in page.text
    assert page.form("/notities/nieuw").filled({}, None)["tekst"] == ["Ze begon te vertellen"]
    client.submit("/nieuw/weg")
    assert "Je begon hier" not in client.get(f"/mensen/{samira}/notities/nieuw").text


def test_a_refusal_is_shown_once_and_an_empty_form_is_not_kept(client: PagesClient, samira: str) -> None:
    nieuw = f"/mensen/{samira}/notities/nieuw"
    client.get(nieuw)
    assert client.submit(nieuw, {"tekst": ""}, "Bewaar").title.startswith("Fout:")
    page = client.get(nieuw)
    assert not page.title.startswith("Fout:")
    assert "Je begon hier" not in page.text
    assert "data-begonnen" not in client.get(f"/mensen/{samira}").html

    # with something in it the words stay, and the blame does not
    client.get(nieuw)
    client.submit(nieuw, {"tekst": "x" * 50_001}, "Bewaar")
    assert client.page.title.startswith("Fout:")
    page = client.get(nieuw)
    assert not page.title.startswith("Fout:")
    assert "Je begon hier" in page.text
    assert len(page.form(nieuw).values()["tekst"][0]) == 50_001

    for adres in ("/mensen/nieuw", f"/mensen/{samira}/afspraken/nieuw", f"/mensen/{samira}/netwerk/nieuw"):
        client.get(adres)
        client.submit(adres)
        assert client.page.title.startswith("Fout:"), adres
        assert not client.get(adres).title.startswith("Fout:"), adres


def test_they_are_never_in_another_casus_or_for_another_worker(
    client: PagesClient, karim_client: PagesClient, samira: str, frans: str
) -> None:
    begin(client, samira, "Alleen over Samira")
    assert "Alleen over Samira" not in client.get(f"/mensen/{frans}/notities/nieuw").html
    assert "Alleen over Samira" not in client.get("/losse-notities/nieuw").html
    assert "Alleen over Samira" not in karim_client.get(f"/mensen/{samira}/notities/nieuw").html


def test_what_comes_too_late_does_not_bring_saved_words_back(client: PagesClient, samira: str) -> None:
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    values = form.filled({"tekst": "Bewaard"}, None)
    client.post(f"/mensen/{samira}/notities/nieuw", values)
    client.post(f"/mensen/{samira}/concept", {**values, "_formulier": "notitie"}, status=200)
    assert "Je begon hier" not in client.get(f"/mensen/{samira}/notities/nieuw").text
    assert len(fetch_onderdelen("notities", samira)) == 1


def test_begun_in_two_tabs_neither_pushes_the_other_out(
    app: Flask, client: PagesClient, anja: Mens, samira: str
) -> None:
    forms = []
    laptop = sign_in(make_client(app), anja)
    for tab in (client, laptop):
        forms.append(tab.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw").filled({}, None))
        forms[-1].pop("nog_een", None)

    def keep(nummer: int, tekst: str) -> None:
        values = {**forms[nummer], "tekst": tekst, "_formulier": "notitie"}
        client.post(f"/mensen/{samira}/concept", {**values, "csrf_token": client.csrf_token() or ""}, status=200)

    def waits() -> object:
        return client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw").filled({}, None)["tekst"]

    for tekst_een, tekst_twee in (("Op de", "In de"), ("Op de telefoon", "In de laptop")):
        keep(0, tekst_een)
        keep(1, tekst_twee)
    assert waits() == ["Op de telefoon\n\nIn de laptop"]
    keep(0, "Op de telefoon, af.")
    values = {**forms[0], "tekst": "Op de telefoon, af.", "csrf_token": client.csrf_token() or ""}
    client.post(f"/mensen/{samira}/notities/nieuw", values)
    assert waits() == ["In de laptop"]


def test_an_emptied_form_leaves_nothing_begun(client: PagesClient, samira: str) -> None:
    begin(client, samira, "Toch maar niet")
    begin(client, samira, "")
    assert "Je begon hier" not in client.get(f"/mensen/{samira}/notities/nieuw").text


def test_what_waited_on_a_device_comes_beside_what_waits_here(client: PagesClient, samira: str) -> None:
    begin(client, samira, "Op mijn laptop")
    values = {"_formulier": "notitie", "_erbij": "1", "tekst": "Op mijn telefoon"}
    client.post(f"/mensen/{samira}/concept", values, status=200)
    client.post(f"/mensen/{samira}/concept", values, status=200)
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    assert form.filled({}, None)["tekst"] == ["Op mijn laptop\n\nOp mijn telefoon"]


def test_a_script_without_a_session_gets_401_and_no_page(app: Flask, client: PagesClient, samira: str) -> None:
    visitor = make_client(app)
    visitor.get("/aanmelden")
    visitor.post(f"/mensen/{samira}/concept", {"_formulier": "notitie", "tekst": "x"}, status=401)
    assert visitor.client.get("/toestel/sleutel").status_code == 401


def test_typing_keeps_the_screen_open_and_a_script_in_the_background_does_not(
    app: Flask, clock: Clock, client: PagesClient, anja: Mens, samira: str, real_limits: None
) -> None:
    client = sign_in(make_client(app), anja)
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    values = {**form.filled({"tekst": "Lang verhaal"}, None), "_formulier": "notitie"}
    for _ in range(3):
        clock.move(minutes=4)
        client.post(f"/mensen/{samira}/concept", values, status=200)
    for _ in range(2):
        clock.move(minutes=4)
        client.client.get("/toestel/sleutel")
    assert client.client.get("/toestel/sleutel").status_code == 401
    client.post(f"/mensen/{samira}/concept", values, status=401)


def test_a_form_of_another_name_or_a_changed_key_keeps_nothing_and_gives_no_error(
    app: Flask, client: PagesClient, samira: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.post("/concept", {"_formulier": "herhalen", "_pad": "/elders"}, status=400)
    client.post(f"/mensen/{samira}/concept", {"_formulier": "<b>"}, status=400)
    page = client.post("/concept", {"_formulier": "nieuw", "naam": "x", "csrf_token": "oud"}, status=400)
    assert "ververs" in page.html or page.status == 400


def test_after_a_new_secret_of_the_app_the_form_is_accepted_once_one_signed_in_again(
    app: Flask, outside: Context, client: PagesClient, anja: Mens, samira: str
) -> None:
    form = client.get(f"/mensen/{samira}/notities/nieuw").form("/notities/nieuw")
    values = form.filled({"tekst": "Lang getypt"}, None)
    app.config["SECRET_KEY"] = "een ander geheim"
    client.post(f"/mensen/{samira}/notities/nieuw", values, status=401)
    client.submit("/aanmelden", {"email": "anja@team.test", "wachtwoord": "keukentafel"})
    assert client.page.h1 == "Nog niet bewaard"
    client.submit("Bewaar alsnog")
    ((_, _, notitie),) = fetch_onderdelen("notities", samira)
    assert notitie.tekst == "Lang getypt"
    db.session.rollback()
