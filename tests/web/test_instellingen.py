"""Settings of the device, and the pages that belong to nobody."""

import pytest
from flask import Flask

from tests.page import words
from tests.pages import PagesClient


def html_class(client: PagesClient) -> str:
    return client.page.tree.get("class") or ""


def test_the_choice_holds_on_every_page_also_signed_out(client: PagesClient, visitor: PagesClient) -> None:
    for who in (client, visitor):
        who.get("/instellingen")
        who.submit("/instellingen", {"thema": "donker", "tekst": "grootst", "linkshandig": "y"})
        assert "Bewaard op dit toestel" in who.page.text
        who.get("/hulp")
        assert html_class(who) == "donker tekst-grootst linkshandig"
        who.get("/instellingen")
        who.submit("/instellingen", {"thema": "toestel", "tekst": "gewoon", "linkshandig": None})
        assert html_class(who) == ""


def test_the_settings_say_how_the_app_comes_on_the_home_screen_and_why(app: Flask, client: PagesClient) -> None:
    page = client.get("/instellingen")
    assert "Zet de app op je beginscherm" in [words(kop) for kop in page.all("h2")]
    for woorden in ("Android, met Chrome.", "iPhone, met Safari.", "blijft beter bewaard"):
        assert woorden in page.text
    # nothing waits on a device where writing without a network is off
    app.config["OFFLINE"] = "uit"
    assert "blijft beter bewaard" not in client.get("/instellingen").text


def test_the_cookie_is_kept_for_a_year_and_out_of_reach_of_scripts(client: PagesClient) -> None:
    client.get("/instellingen")
    answer = client.submit("/instellingen", {"thema": "licht"}, follow=False)
    cookie = next(c for c in answer.response.headers.getlist("Set-Cookie") if c.startswith("weergave="))
    assert cookie.startswith("weergave=licht.gewoon.rechts.2.u;")
    assert {"HttpOnly", "SameSite=Lax", "Max-Age=31536000"} <= {deel.strip() for deel in cookie.split(";")}


@pytest.mark.parametrize("cookie", ["", "....", "donker", "<script>.groot.links", "x" * 3000])
def test_a_cookie_that_is_not_understood_counts_as_no_choice(visitor: PagesClient, cookie: str) -> None:
    visitor.client.set_cookie("weergave", cookie)
    visitor.get("/instellingen")


def test_a_choice_that_does_not_exist_is_refused(client: PagesClient) -> None:
    client.get("/instellingen")
    page = client.post("/instellingen", {"thema": "paars", "tekst": "groot"}, 400)
    assert page.title.startswith("Fout: ")


def test_wiping_the_device_signs_out_and_clears_the_browser(client: PagesClient) -> None:
    client.get("/instellingen")
    answer = client.submit("/instellingen/wis", follow=False)
    assert answer.response.headers["Clear-Site-Data"] == '"cache", "storage", "cookies"'
    assert client.get(answer.location).h1 == "Dit toestel is gewist"
    assert client.get("/mensen", 302).location.startswith("/aanmelden")


def test_dictating_and_hiding_are_explained_and_nothing_is_promised_that_is_not_there(client: PagesClient) -> None:
    tekst = client.get("/instellingen").text
    assert "Inspreken kan met het microfoontje op je toetsenbord." in tekst
    assert "Verberg wist je browsergeschiedenis niet." in tekst
    assert "Zonder internet is je scherm wel leeg, maar nog niet op slot." in tekst


def test_the_spiekbrief_says_je_when_that_was_chosen(client: PagesClient, samira: str) -> None:
    client.get("/instellingen")
    client.submit("/instellingen", {"verberg_na": "0", "aanspreek": "je"})
    assert client.page.body.get("data-verberg-na") == "0"
    tekst = client.get(f"/mensen/{samira}/spiekbrief?gebied=nacht").text
    assert "Waar slaap je, en hoe slaap je?" in tekst
    assert " u " not in tekst
