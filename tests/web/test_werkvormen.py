"""The werkvormen: reading one, leading one, writing along as a guest, and what comes back of it."""

from datetime import timedelta

import pytest
from flask import Flask

from leefgebieden.content.model import Content, Opbrengst
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.werkvorm import CODE_LENGTE, Inbreng
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from leefgebieden.store.sleutels import has_dek
from leefgebieden.store.werkvormsessie import fetch_inbreng, fetch_sessie, fetch_sessies_of
from tests.page import words
from tests.pages import PagesClient, make_client
from tests.people import Clock, sign_in
from tests.web.test_gate import fill


def begin(client: PagesClient, anja: Mens, key: str) -> str:
    client.get(f"/werkvormen/{key}")
    client.submit(f"/werkvormen/{key}/begin")
    db.session.rollback()
    return fetch_sessies_of(anja.id)[0].id


def make_code(client: PagesClient, sessie_id: str) -> str:
    client.get(f"/werkvormen/sessies/{sessie_id}")
    client.submit(f"/werkvormen/sessies/{sessie_id}/code")
    (code,) = [words(e) for e in client.page.all("p") if e.get("class") == "code"]
    return code


def join(app: Flask, code: str, naam: str) -> PagesClient:
    gast = make_client(app)
    gast.get("/mee")
    gast.submit("/mee", {"code": code, "naam": naam})
    return gast


def read(sessie_id: str) -> list[Inbreng]:
    db.session.rollback()  # what a request wrote is of after this
    return fetch_inbreng(sessie_id)


def go(client: PagesClient, sessie_id: str, stap: str) -> None:
    client.get(f"/werkvormen/sessies/{sessie_id}")
    client.post(f"/werkvormen/sessies/{sessie_id}/stap", {"stap": stap})


@pytest.fixture
def slimmer(client: PagesClient, anja: Mens) -> str:
    """Anja leads Samen slimmer. The id of the session."""
    return begin(client, anja, "samen-slimmer")


def test_every_werkvorm_has_a_page_with_all_its_words(client: PagesClient, content: Content) -> None:
    lijst = client.get("/werkvormen").text
    for werkvorm in content.werkvormen.values():
        assert werkvorm.titel in lijst
        tekst = client.get(f"/werkvormen/{werkvorm.key}").text
        for stap in werkvorm.stappen:
            for zin in (stap.titel, *stap.regels, *stap.vragen, *(een.wat for een in stap.noteren)):
                kant = zin.replace("[eigen]", "jouw kant").replace("[ander]", "de andere kant")
                assert " ".join(kant.split()) in tekst
        for zin in (*werkvorm.doel, *werkvorm.aandachtspunten, *werkvorm.materialen, *werkvorm.voorbereiding):
            assert zin in tekst
    client.get("/werkvormen/bestaat-niet", status=404)


def test_questions_offers_and_what_comes_back(
    app: Flask, client: PagesClient, slimmer: str, anja: Mens, clock: Clock
) -> None:
    code = make_code(client, slimmer)
    mo, els = join(app, code, "Mo"), join(app, code, "Els")
    assert "Waar gaat het om?" in mo.page.text
    go(client, slimmer, "vragen")
    mo.get("/mee/sessie")
    mo.submit("/mee/schrijf", {"tekst": "Wie kent een tandarts die ook 's avonds werkt?"})
    go(client, slimmer, "delen")
    els.get("/mee/sessie")
    assert "Wie kent een tandarts" in els.page.text
    vraag = read(slimmer)[0]
    els.submit("/mee/schrijf", {"tekst": "Ik bel mijn zus", "bij": vraag.id, "uiterlijk": "2026-07-20"})
    assert "5 minuten per vraag" in client.get(f"/werkvormen/sessies/{slimmer}").text
    client.submit(f"/werkvormen/sessies/{slimmer}/sluit")
    assert "Ik bel mijn zus" in client.page.text
    mo.get("/mee/sessie")
    assert "afgesloten" in mo.page.text

    clock.move(days=7)
    client.get("/werkvormen")
    assert "Ik bel mijn zus" in client.page.text
    belofte = read(slimmer)[1]
    client.get(f"/werkvormen/sessies/{slimmer}/beloften/{belofte.id}")
    client.submit(fields={"afloop": ""})
    assert "Eén woord is genoeg" in client.page.text
    client.submit(fields={"afloop": "Gelukt"})
    assert "Ik bel mijn zus" not in client.get("/werkvormen").text
    assert "Gelukt" in client.get(f"/werkvormen/sessies/{slimmer}").text


def test_two_groups_see_their_own_side(app: Flask, client: PagesClient, anja: Mens) -> None:
    sessie_id = begin(client, anja, "paradox-oefening")
    code = make_code(client, sessie_id)
    for key, eigen, ander in (("a", "distantie", "nabijheid"), ("b", "nabijheid", "distantie")):
        gast = join(app, code, f"Gast {key}")
        gast.submit("/mee/groep", {"groep": key})
        assert f"Verzamel voorbeelden van {eigen}" in gast.page.text
        assert f"Verzamel voorbeelden van {ander}" not in gast.page.text
        gast.submit("/mee/schrijf", {"tekst": f"Een kop koffie, kant {key}"})
    scherm = client.get(f"/werkvormen/sessies/{sessie_id}").text
    assert "kant a" in scherm
    assert "kant b" in scherm


def test_who_has_no_account_reaches_nothing_else(app: Flask, client: PagesClient, slimmer: str, samira: str) -> None:
    gast = join(app, make_code(client, slimmer), "Mo")
    for rule in app.url_map.iter_rules():
        poort = getattr(app.view_functions[rule.endpoint], "poort", "")
        if poort in ("public", "gast") or "GET" not in (rule.methods or ()):
            continue
        pad = fill(rule.rule.replace("<id:sessie_id>", slimmer), samira)
        antwoord = gast.client.get(pad)
        assert antwoord.status_code == 401 or antwoord.headers["Location"].startswith("/aanmelden"), pad
    # an account of the team neither: it is of who leads
    assert "Samira" not in gast.get("/mee/sessie").text


def test_a_code_that_leads_nowhere_is_told_and_guessing_is_slowed_down(
    app: Flask, client: PagesClient, slimmer: str
) -> None:
    code = make_code(client, slimmer)
    gast = make_client(app)
    gast.get("/mee")
    for _ in range(5):
        gast.submit("/mee", {"code": "AAAA2222", "naam": "Mo"}, status=400)
        assert "hoort nu bij geen werkvorm" in gast.page.text
        assert 'value="Mo"' in gast.page.html
    gast.submit("/mee", {"code": code, "naam": "Mo"}, status=429)


def test_a_code_holds_four_hours_and_a_new_one_ends_it(
    app: Flask, client: PagesClient, slimmer: str, clock: Clock
) -> None:
    oud = make_code(client, slimmer)
    assert len(oud.replace(" ", "")) == CODE_LENGTE
    nieuw = make_code(client, slimmer)
    gast = make_client(app)
    gast.get("/mee")
    gast.submit("/mee", {"code": oud, "naam": "Mo"}, status=400)
    mo = join(app, nieuw.lower(), "Mo")
    clock.move(hours=4)
    mo.get("/mee/sessie")
    assert "De code is verlopen" in mo.page.text


def test_words_of_a_step_that_is_over_are_kept_there(app: Flask, client: PagesClient, slimmer: str) -> None:
    mo = join(app, make_code(client, slimmer), "Mo")
    go(client, slimmer, "vragen")
    mo.get("/mee/sessie")
    go(client, slimmer, "delen")
    mo.submit("/mee/schrijf", {"tekst": "Net te laat"})
    (inbreng,) = read(slimmer)
    assert (inbreng.stap, inbreng.tekst) == ("vragen", "Net te laat")


def test_a_form_that_is_sent_twice_is_there_once_and_an_empty_one_says_so(
    app: Flask, client: PagesClient, slimmer: str
) -> None:
    mo = join(app, make_code(client, slimmer), "Mo")
    go(client, slimmer, "vragen")
    mo.get("/mee/sessie")
    formulier = mo.page.form("/mee/schrijf").values() | {"tekst": "Een vraag"}
    mo.post("/mee/schrijf", formulier)
    mo.post("/mee/schrijf", formulier)
    assert len(read(slimmer)) == 1
    mo.post("/mee/schrijf", formulier | {"tekst": "Iets anders"}, status=400)
    assert "Iets anders" in mo.page.html
    mo.get("/mee/sessie")
    mo.submit("/mee/schrijf", {"tekst": "  "}, status=400)
    assert "Schrijf eerst iets op" in mo.page.text


def test_after_it_was_thrown_away_nothing_is_left_and_the_words_of_a_guest_come_back(
    app: Flask, client: PagesClient, slimmer: str
) -> None:
    mo = join(app, make_code(client, slimmer), "Mo")
    go(client, slimmer, "vragen")
    mo.get("/mee/sessie")
    client.get(f"/werkvormen/sessies/{slimmer}")
    client.submit(f"/werkvormen/sessies/{slimmer}/weg")
    db.session.rollback()
    assert fetch_sessie(slimmer) is None
    assert not has_dek(slimmer)
    db.session.rollback()
    mo.submit("/mee/schrijf", {"tekst": "Mijn lange verhaal"})
    assert "Mijn lange verhaal" in mo.page.text
    assert "Doe mee" in mo.page.text


def test_the_clock_of_a_step_is_that_of_the_step(
    client: PagesClient, slimmer: str, clock: Clock, outside: Context
) -> None:
    clock.move(minutes=4)
    assert 'data-klok="360"' in client.get(f"/werkvormen/sessies/{slimmer}").html
    go(client, slimmer, "vragen")
    db.session.rollback()
    sessie = fetch_sessie(slimmer)
    assert sessie is not None
    assert outside.now() - sessie.stap_sinds == timedelta(0)


def test_what_came_of_it_is_taken_along_to_a_person_and_saved_there_by_hand(
    client: PagesClient, outside: Context, anja: Mens, samira: str
) -> None:
    sessie = begin(client, anja, "plan-van-aanpak")
    werkvorm = outside.content.werkvormen["plan-van-aanpak"]
    stap = next(stap for stap in werkvorm.stappen if any(een.soort is Opbrengst.AFSPRAAK for een in stap.noteren))
    go(client, sessie, stap.key)
    keuze = {"soort": "afspraak"} if len(stap.noteren) > 1 else {}
    client.submit("/schrijf", {"tekst": "Langsgaan met soep", "uiterlijk": "2026-07-20", **keuze})
    client.submit("/sluit")
    href = next(href for tekst, href in client.page.links().items() if tekst.startswith("Neem mee naar iemand"))
    client.get(href)
    client.submit("/naar", {"wie": samira})
    values = client.page.form("/afspraken/nieuw").values()
    assert (values["wat"], values["uiterlijk"]) == (["Langsgaan met soep"], ["2026-07-20"])
    db.session.rollback()
    assert gelezen_afspraken(samira) == []
    client.submit("/afspraken/nieuw")
    db.session.rollback()
    assert gelezen_afspraken(samira) == ["Langsgaan met soep"]
    # the same words at once with somebody whose afspraak is half written: that one stays as it is
    client.get(f"/mensen/{samira}/afspraken/nieuw")
    client.submit("/afspraken/nieuw", {"wat": "", "wie_naam": "Jan"})
    client.get(href)
    client.submit("/naar", {"wie": samira})
    assert client.page.form("/notities/nieuw").values()["tekst"] == ["Langsgaan met soep"]


def test_nobody_is_chosen_for_you_and_who_works_with_nobody_takes_nothing_along(
    app: Flask, client: PagesClient, anja: Mens, kees: Mens, vera_client: PagesClient, samira: str
) -> None:
    sessie = begin(client, anja, "casusbespreking")
    client.submit("/schrijf", {"tekst": "Eerst bellen"})
    (inbreng,) = read(sessie)
    adres = f"/werkvormen/sessies/{sessie}/inbreng/{inbreng.id}/naar"
    client.get(adres)
    client.submit("/naar")
    assert "Kies over wie het gaat." in client.page.text
    vera_client.get(adres, status=404)
    kees_client = sign_in(make_client(app), kees)
    van_kees = begin(kees_client, kees, "casusbespreking")
    kees_client.submit("/schrijf", {"tekst": "Eerst bellen"})
    (ander,) = read(van_kees)
    kees_client.get(f"/werkvormen/sessies/{van_kees}/inbreng/{ander.id}/naar", status=403)


def gelezen_afspraken(casus_id: str) -> list[str]:
    gelezen = fetch_casus(casus_id)
    assert gelezen is not None
    return [afspraak.wat for afspraak in gelezen.hele.afspraken]
