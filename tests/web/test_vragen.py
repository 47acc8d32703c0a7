"""The integrale vragenlijst: every cell can be reached, an answer is a notitie, and not knowing is an open question."""

import pytest
from flask import Flask

from leefgebieden.content.model import Content, Kanaal
from leefgebieden.domain.vragenlijst import fill_in
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from tests.pages import PagesClient
from tests.people import Clock

INVULLING = {"naam": "Anja", "stadsdeel": "het stadsdeel"}


def read(samira: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(vraag, tekst) of the notities, and of the openvragen."""
    db.session.rollback()  # look again: the page wrote meanwhile
    gelezen = fetch_casus(samira)
    assert gelezen is not None
    return [(n.vraag, n.tekst) for n in gelezen.hele.notities], [(v.vraag, v.tekst) for v in gelezen.hele.openvragen]


@pytest.mark.parametrize("kanaal", Kanaal)
def test_every_cell_is_a_link_and_a_page_of_its_own(
    client: PagesClient, samira: str, content: Content, kanaal: Kanaal
) -> None:
    lijst = content.vragenlijsten[kanaal]
    overzicht = client.get(f"/mensen/{samira}/vragen/{kanaal}")
    links = overzicht.links()
    vorige = None
    for fase in lijst.fasen:
        assert fase.naam in overzicht.text
        for nummer, vraag in enumerate(fase.vragen, start=1):
            zin = fill_in(vraag.tekst, INVULLING)
            page = client.get(links[zin])
            assert page.h1 == zin
            assert f"Samira. {fase.naam}, vraag {nummer} van {len(fase.vragen)}" in page.text
            assert page.links().get("Vorige vraag") == vorige
            vorige = links[zin]
            assert vraag.regel in page.text


def test_57_cells_are_reached_with_the_rule_above_crisis(client: PagesClient, samira: str, content: Content) -> None:
    cellen = 0
    for kanaal in Kanaal:
        page = client.get(f"/mensen/{samira}/vragen/{kanaal}")
        cellen += len({link for link in page.links().values() if f"/vragen/{kanaal}/" in link})
        cellen += "Dan gaat de GGD samen met de politie op de melding af." in page.text
    assert cellen == 57


def test_an_empty_cell_is_said(client: PagesClient, samira: str) -> None:
    assert "Bij Loket staat hier geen vraag." in client.get(f"/mensen/{samira}/vragen/loket").text
    client.get(f"/mensen/{samira}/vragen/loket/kennismaken/a", status=404)


def test_going_on_from_question_to_question_ends_at_the_list(
    client: PagesClient, samira: str, content: Content
) -> None:
    client.get(f"/mensen/{samira}/vragen/telefoon/compliment/a")
    gezien = [client.page.h1]
    while client.page.h1 != "Vragenlijst":
        if "Verder" in client.page.links():
            client.click("Verder")
        else:
            client.post(f"{client.page.url}/niet-nu", {})
        gezien.append(client.page.h1)
    assert len(gezien) - 1 == len(content.vragenlijsten[Kanaal.TELEFOON].vragen)
    assert read(samira) == ([], [])


def test_an_answer_is_a_notitie_with_its_question(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/vragen/loket/persoon/a")
    page = client.submit("Bewaar en verder", {"tekst": "Rust in huis.", "van_wie": ["zelf"]})
    assert page.url.endswith("/vragen/loket/persoon/b")
    assert "Bewaard" in page.text
    assert read(samira)[0] == [("loket.persoon.a", "Rust in huis.")]
    assert "Rust in huis." in client.get(f"/mensen/{samira}").text


def test_an_earlier_answer_stands_at_the_same_question_of_another_kanaal(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/vragen/telefoon/persoon/a")
    client.submit("Bewaar en verder", {"tekst": "Rust in huis."})
    page = client.get(f"/mensen/{samira}/vragen/eropaf/persoon/a")
    assert "Hier is al iets op gezegd" in page.text
    assert "Rust in huis." in page.text


def test_not_knowing_makes_one_open_question(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/vragen/crisis/netwerk/a")
    velden = client.page.form("Weet ik nog niet").values()
    for _ in range(2):
        page = client.post(f"/mensen/{samira}/vragen/crisis/netwerk/a/weet-niet", velden)
        assert "Staat bij Dit weten we nog niet." in page.text
    notities, openvragen = read(samira)
    assert notities == []
    assert [vraag for vraag, _ in openvragen] == ["crisis.netwerk.a"]
    assert openvragen[0][1].startswith("Vroeg u al iemand om hulp hierbij?")
    assert "Weten we nog niet" in client.get(f"/mensen/{samira}/vragen/crisis").text


def test_the_same_form_again_after_it_was_answered_does_not_ask_again(client: PagesClient, samira: str) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    client.get(pad)
    velden = client.page.form("Weet ik nog niet").values()
    client.post(f"{pad}/weet-niet", velden)
    client.get(f"/mensen/{samira}/openvragen")
    client.submit("We weten het nu: Wat wilt u graag anders hebben?", {})
    client.post(f"{pad}/weet-niet", velden)
    assert len(read(samira)[1]) == 1


def test_words_that_were_begun_wait_when_one_skips(client: PagesClient, samira: str) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    client.get(pad)
    velden = client.page.form("Bewaar en verder").values() | {"tekst": ["Half een zin"], "wat": ["lastig"]}
    client.post(f"{pad}/niet-nu", velden)
    page = client.get(pad)
    assert "Je begon hier om 12:00 aan." in page.text
    assert page.form("Bewaar en verder").values()["wat"] == ["lastig"]
    page = client.submit("Gooi weg", {})
    assert "Half een zin" not in page.text
    assert read(samira) == ([], [])


def test_what_is_only_said_asks_for_nothing(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/vragen/eropaf/compliment/a")
    assert "Dit zeg je. Er hoort geen antwoord bij." in page.text
    assert "tekst" not in {name for form in page.forms() for name in form.names()}


def test_planning_leads_to_an_afspraak_and_explains_the_term(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}/vragen/telefoon/planning/a")
    assert "Hooguit 2 weken." in page.text
    assert "Spreek een termijn af van hooguit twee weken." in page.text
    link = page.links()["Maak een afspraak"]
    assert "kanaal=telefoon" in link
    assert f"naar=/mensen/{samira}/vragen/telefoon/planning/a" in link.replace("%2F", "/")


def test_crisis_asks_first_whether_everybody_is_safe_and_says_whose_line_it_is(
    client: PagesClient, samira: str, app: Flask
) -> None:
    app.config["TEAM_CRISISNUMMER"] = "020 - 555 55 55"
    page = client.get(f"/mensen/{samira}/vragen/crisis")
    assert page.text.index("Is iedereen nu veilig?") < page.text.index("Compliment")
    assert "Het blok om te bellen is van ons: het hoort niet bij de lijst." in page.text
    assert page.links()["Bel 112"] == "tel:112"
    assert page.links()["Bel 020 - 555 55 55"] == "tel:0205555555"
    assert "crisis" in (page.body.get("class") or "").split()
    assert "112" not in client.get(f"/mensen/{samira}/vragen/loket").text


def test_the_blanks_are_filled_in_by_the_team_and_the_rest_stays_to_be_seen(
    client: PagesClient, samira: str, app: Flask
) -> None:
    app.config["TEAM_AANVULLEN"] = "denken mee"
    page = client.get(f"/mensen/{samira}/vragen/eropaf/kennismaken/a")
    assert page.h1 == (
        "Ik ben Anja en ik kom namens het stadsdeel. Wij denken mee. De melding kwam van [vul aan: wie de melding deed]."
    )
    assert "[vul aan: namens wie je komt]" in client.get(f"/mensen/{samira}/vragen/crisis/kennismaken/a").h1


def test_a_stranger_finds_nothing_and_a_colleague_may_answer(
    vera_client: PagesClient, karim_client: PagesClient, samira: str
) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    vera_client.get(f"/mensen/{samira}/vragen/loket", status=404)
    vera_client.get(pad, status=404)
    for eind in ("", "/niet-nu", "/weet-niet", "/weg"):
        vera_client.post(pad + eind, {"tekst": "x"}, status=404)
    karim_client.get(pad)
    karim_client.submit("Bewaar en verder", {"tekst": "Van Karim."})
    assert read(samira)[0] == [("loket.persoon.a", "Van Karim.")]


@pytest.mark.parametrize("plek", ["fax", "loket/persoon/z", "loket/x/a", "loket/persoon/%00", "loket/persoon/a.b"])
def test_an_unknown_cell_is_no_page(client: PagesClient, samira: str, plek: str) -> None:
    client.get(f"/mensen/{samira}/vragen/{plek}", status=404)


@pytest.mark.parametrize("leeg", ["", "   ", "\x00"])
def test_an_empty_answer_comes_back_with_its_labels(client: PagesClient, samira: str, leeg: str) -> None:
    client.get(f"/mensen/{samira}/vragen/loket/persoon/a")
    page = client.submit("Bewaar en verder", {"tekst": leeg, "wat": ["kracht"]})
    assert "Schrijf eerst iets op. Eén woord is genoeg." in page.text
    assert page.form("Bewaar en verder").values()["wat"] == ["kracht"]


@pytest.mark.parametrize("id_", ["", "x", "00000000", "' OR 1=1"])
def test_a_broken_id_loses_no_words(client: PagesClient, samira: str, id_: str) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    client.get(pad)
    page = client.post(pad, {"tekst": "Mijn woorden", "id": id_})
    assert page.form("Bewaar en verder").values()["tekst"][0].strip() == "Mijn woorden"
    client.submit("Bewaar en verder", {})
    assert read(samira)[0] == [("loket.persoon.a", "Mijn woorden")]
    client.get(pad)
    client.post(f"{pad}/weet-niet", {"id": id_})
    assert len(read(samira)[1]) == 1


def test_another_question_cannot_be_named_in_the_form(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/vragen/loket/persoon/a")
    velden = client.page.form("Bewaar en verder").values() | {"tekst": ["Ja"], "vraag": ["crisis.persoon.a"]}
    client.post(f"/mensen/{samira}/vragen/loket/persoon/a", velden)
    assert read(samira)[0] == [("loket.persoon.a", "Ja")]


def test_sending_it_twice_makes_one_and_other_words_become_another(
    client: PagesClient, samira: str, clock: Clock
) -> None:
    pad = f"/mensen/{samira}/vragen/loket/persoon/a"
    client.get(pad)
    velden = client.page.form("Bewaar en verder").values() | {"tekst": ["Eerst"]}
    client.post(pad, velden)
    clock.move(minutes=1)
    assert "We hadden deze notitie al." in client.post(pad, velden).text
    page = client.post(pad, velden | {"tekst": ["Anders"]})
    assert "Dit formulier is al bewaard om 12:00." in page.text
    client.submit("Bewaar en verder", {})
    assert [tekst for _, tekst in read(samira)[0]] == ["Eerst", "Anders"]
