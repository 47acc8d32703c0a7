"""Klopt deze A4, choosing what stands on it, making it, opening it again, and the PDF of it."""

import re
import sys
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.context import Context
from leefgebieden.domain.casus import A4Keuzes, GemaakteSamenvatting, HeleCasus, Namen, Openvraag
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.netwerk import Kring
from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.domain.voet import list_teksten, write_voet
from leefgebieden.domain.vorm import Id, from_plain
from leefgebieden.pdf.letters import Letter, make_visible
from leefgebieden.pdf.samenvatting import fit
from leefgebieden.store.casus import fetch_casus
from leefgebieden.store.db import db
from leefgebieden.store.tables import logboek
from tests.domain.maak import (
    NU,
    make_afspraak,
    make_casus,
    make_hele,
    make_id,
    make_lid,
    make_notitie,
    make_notities,
)
from tests.page import Page, tag, words
from tests.pages import PagesClient
from tests.pdf.blad import read_pdf, squeeze
from tests.people import Clock

LANG = "Een heel lang verhaal dat nooit op één regel van het blad past, hoe je het ook wendt of keert. "


def url(casus_id: str, rest: str = "") -> str:
    return f"/mensen/{casus_id}/samenvatting{rest}"


def read_hele(app: Flask, casus_id: str) -> HeleCasus:
    """The casus as it is now in the database."""
    with app.app_context():
        gelezen = fetch_casus(casus_id)
        assert gelezen is not None
        return gelezen.hele


def grond(app: Flask, actie: str) -> list[str]:
    """The ground of every line of the logboek for this act."""
    with app.app_context():
        return list(db.session.execute(select(logboek.c.grond).where(logboek.c.actie == actie)).scalars())


def make_a4(client: PagesClient, casus_id: str, **fields: str) -> Page:
    client.get(url(casus_id))
    return client.submit("/samenvatting/maak", fields, button="Maak de A4")


def sheet(page: Page) -> str:
    """The words of the A4 itself, as they are seen."""
    unseen = frozenset(e for e in page.tree.iter() if e.get("aria-hidden") == "true" or tag(e) in ("title", "desc"))
    return words(page.all("article")[0], unseen)


def take_in(outside: Context, anja: Mens, hele: HeleCasus) -> str:
    import_casus(outside, anja, hele)
    return hele.casus.id


# works


def test_the_page_says_what_is_left_out_as_the_foot_of_the_a4_does(client: PagesClient, frans: str) -> None:
    page = client.get(url(frans))
    assert page.h1 == "Klopt deze A4?"
    counted = re.search(r"(\d+) notities staan niet op de A4", page.text)
    assert counted
    assert "Dit aantal staat ook onderaan de A4." in page.text
    assert f"In de app staan nog {counted[1]} notities" in sheet(make_a4(client, frans))


def test_the_real_names_can_be_chosen_and_initials_are(client: PagesClient, frans: str) -> None:
    page = client.get(url(frans))
    assert "Voluit: Frans van Noord" in page.text
    assert "Initialen: F. v. N." in page.text
    assert page.form("/samenvatting/maak").values()["namen"] == ["initialen"]
    assert page.form("/samenvatting/maak").values()["gelezen"] == ["nog-niet"]


def test_a_schuilnaam_can_only_be_chosen_when_there_is_one(client: PagesClient, samira: str) -> None:
    assert "Schuilnaam" not in client.get(url(samira)).text
    page = client.post(url(samira, "/maak"), {"namen": "schuilnaam", "id": make_id("x")})
    assert page.title.startswith("Fout:")


def test_what_was_made_is_shown_and_kept(client: PagesClient, frans: str) -> None:
    page = make_a4(client, frans, gelezen="ja-samen")
    assert "Gemaakt" in page.text
    assert "F. v. N." in sheet(page)
    assert "F. heeft dit gelezen, samen met ons" in sheet(page)
    assert "Frans" not in sheet(page)
    page = client.get(url(frans))
    assert "dinsdag 14 juli 2026, 12:00" in page.text
    assert "Met initialen" in page.text


def test_a_made_a4_stays_as_it_was(client: PagesClient, frans: str) -> None:
    before = sheet(make_a4(client, frans, vraag_aan_team="Wie gaat er mee?"))
    made = client.page.url
    make_a4(client, frans, vraag_aan_team="Iets heel anders?")
    assert client.page.url != made
    assert sheet(client.get(made)) == before


def test_looking_first_keeps_the_choices_and_making_it_then_gives_the_same_page(
    client: PagesClient, app: Flask, frans: str
) -> None:
    client.get(url(frans))
    page = client.submit(
        "/samenvatting/maak", {"namen": "schuilnaam", "gelezen": "wil-niet", "wat_wil": "Rust."}, button="Bekijk"
    )
    assert page.h1 == "Zo wordt de A4"
    seen = sheet(page)
    assert "Kees" in seen
    assert "Kees wil dit niet lezen" in seen
    assert "Rust." in seen
    assert read_hele(app, frans).samenvattingen == ()
    values = client.click("Verander iets").form("/samenvatting/maak").values()
    assert values["namen"] == ["schuilnaam"]
    assert values["wat_wil"] == ["Rust."]
    client.submit("/samenvatting/maak", button="Bekijk")
    page = client.submit("/samenvatting/bekijk")
    assert page.h1 == "Dit is de A4"
    assert sheet(page) == seen
    assert client.get(url(frans)).form("/samenvatting/maak").values()["namen"] == ["initialen"]


def test_a_proposal_that_was_left_as_it_is_is_no_choice(client: PagesClient, app: Flask, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit(
        "/notities/nieuw", {"tekst": "Ik wil rust.", "van_wie": ["zelf"], "wanneer": ["wens"]}, button="Bewaar"
    )
    page = client.get(url(samira))
    assert page.form("/samenvatting/maak").values()["wat_wil"] == ["Ik wil rust."]
    assert "Dit is een voorstel uit de notities." in page.text
    make_a4(client, samira)
    assert read_hele(app, samira).a4 == A4Keuzes()
    make_a4(client, samira, wat_wil="Een eigen tuin.", letten_op_1="Geld.", letten_op_2="Geld.", letten_op_3="")
    assert read_hele(app, samira).a4 == A4Keuzes(wat_wil="Een eigen tuin.", letten_op=("Geld.",))
    make_a4(client, samira, wat_wil="", letten_op_1="")
    assert read_hele(app, samira).a4 == A4Keuzes()


def test_the_whole_name_asks_why_and_that_is_kept(client: PagesClient, app: Flask, frans: str) -> None:
    page = make_a4(client, frans, namen="voluit")
    assert page.title.startswith("Fout:")
    assert "Schrijf op waarom de hele naam erop moet." in page.text
    page = client.submit("/samenvatting/maak", {"reden": "Frans vroeg erom."}, button="Maak de A4")
    assert "Frans van Noord" in sheet(page)
    assert "Frans vroeg erom." not in "".join(grond(app, "a4 getekend"))
    assert "(reden: Frans vroeg erom.)" in client.get(f"/mensen/{frans}/logboek").text
    assert "Met de hele naam" in client.get(url(frans)).text


def test_the_whole_name_is_never_had_by_an_address_alone(client: PagesClient, frans: str) -> None:
    for rest in (".pdf?namen=voluit", "/bekijk?namen=voluit"):
        page = client.get(url(frans, rest), status=303)
        assert page.location.startswith(url(frans))
    client.get(url(frans))
    page = client.post(url(frans, "/bekijk"), {"namen": "voluit", "id": make_id("y")})
    assert page.h1 == "Klopt deze A4?"


@pytest.mark.parametrize("namen", ["initialen", "schuilnaam"])
def test_the_pdf_as_it_is_now(client: PagesClient, app: Flask, frans: str, namen: str) -> None:
    page = client.get(url(frans, f".pdf?namen={namen}"))
    assert page.response.mimetype == "application/pdf"
    assert re.search(
        r"inline; filename=samenvatting-2026-07-14-[a-z0-9]{3}\.pdf", page.response.headers["Content-Disposition"]
    )
    assert page.response.headers["Cache-Control"] == "no-store"
    assert squeeze("F. v. N." if namen == "initialen" else "Kees") in read_pdf(page.data)
    assert b"Frans" not in page.data
    assert len(grond(app, "a4 getekend")) == 1


def test_the_pdf_of_a_made_a4_has_no_name_around_it_either(client: PagesClient, frans: str) -> None:
    make_a4(client, frans, namen="voluit", reden="Voor thuis aan de muur.")
    link = client.page.links()["Download PDF"]
    page = client.get(link)
    assert page.response.headers["Content-Disposition"].startswith("attachment; filename=samenvatting-2026-07-14-")
    assert not re.search("frans|noord", str(page.response.headers) + link, re.IGNORECASE)
    assert squeeze("Frans van Noord") in read_pdf(page.data)


def test_attention_is_asked_in_words_and_stops_nothing(client: PagesClient, outside: Context, anja: Mens) -> None:
    hele = make_hele(
        "Frans van Noord",
        make_notitie("Hij belt met Wilhelmina over de hond.", wat="lastig", nr=1),
        make_notitie(LANG * 3, wat="lastig", nr=2),
        make_notitie(LANG * 4, wat="lastig", nr=3),
        a4=A4Keuzes(eigen_woorden="W" * 300, letten_op=("Geld.",), vraag_aan_team="Wie belt Clementine?"),
    )
    casus_id = take_in(outside, anja, hele)
    page = client.get(url(casus_id))
    assert "Kijk hier nog even naar" in page.text
    links = page.links()
    assert links["Er staat nog een naam in: Wilhelmina"].startswith(
        f"/mensen/{casus_id}/notities/{hele.notities[0].id}"
    )
    assert links["Er staat nog een naam in: Clementine"].endswith("/samenvatting#vraag_aan_team")
    assert links["De eigen woorden zijn te lang. Maak ze korter"] == "#eigen_woorden"
    assert "2 notities zijn te lang." in page.text
    assert "Er staat nog geen kracht op. Vraag eens: wat lukt wel?" in page.text
    assert make_a4(client, casus_id).h1 == "Dit is de A4"


def test_one_notitie_that_is_too_long_can_be_made_shorter_and_one_comes_back(
    client: PagesClient, outside: Context, anja: Mens
) -> None:
    casus_id = take_in(outside, anja, make_hele("Frans", make_notitie(LANG * 2, wat="kracht")))
    page = client.get(url(casus_id))
    link = next(href for text, href in page.links().items() if text.startswith("1 notitie is te lang. Maak hem korter"))
    client.get(link)
    page = client.submit("Bewaar", {"korte_zin": "Een lang verhaal, kort gezegd."}, button="Bewaar")
    assert page.h1 == "Klopt deze A4?"
    assert "Alle notities staan erop" in page.text


def test_a_casus_without_anything_still_gives_an_a4(client: PagesClient, samira: str) -> None:
    assert "Er zijn nog geen notities" in client.get(url(samira)).text
    page = make_a4(client, samira)
    assert "Er zijn nog geen notities." in sheet(page)
    assert sheet(page).count("Nog niet gevraagd wat goed gaat.") == 4
    assert sheet(page).count("Nog niet over gepraat.") >= 4
    assert "–" not in sheet(page)


def test_choosing_what_stands_on_it_changes_only_what_was_touched(client: PagesClient, app: Flask, frans: str) -> None:
    before = {notitie.id: notitie for notitie in read_hele(app, frans).notities}
    page = client.get(url(frans, "/kies"))
    erop, eraf = (
        next(e.get("name", "") for li in page.all("li", class_="notitie") if said in words(li)
             for e in li.iter() if (e.get("name") or "").startswith("keuze-"))
        for said in ("Staat er nu op.", "Staat er nu niet op.")
    )  # fmt: skip
    page = client.submit("/samenvatting/kies", {erop: "nee", eraf: "ja"}, button="Bewaar")
    assert page.h1 == "Klopt deze A4?"
    after = {notitie.id: notitie for notitie in read_hele(app, frans).notities}
    changed = {nr for nr in before if before[nr] != after[nr]}
    assert changed == {erop.removeprefix("keuze-"), eraf.removeprefix("keuze-")}
    texts = sheet(make_a4(client, frans, namen="voluit", reden="Voor de test."))
    off, on = (Id(name.removeprefix("keuze-")) for name in (erop, eraf))
    assert before[off].tekst not in texts
    page = client.get(f"/mensen/{frans}/notities/{on}")
    assert "Eerdere versies" not in page.text


def test_asking_how_many_fit_changes_nothing(client: PagesClient, app: Flask, frans: str) -> None:
    before = read_hele(app, frans).notities
    page = client.get(url(frans, "/kies"))
    names = [e.get("name", "") for e in page.all("input") if (e.get("name") or "").startswith("keuze-")]
    assert "Nu passen er" in page.text
    was = {name.replace("keuze-", "was-"): "auto" for name in names}
    sent = {**was, **dict.fromkeys(names, "nee"), "tel": "1", "csrf_token": client.csrf_token()}
    answer = client.client.post(url(frans, "/kies"), data=sent)
    assert (answer.status_code, answer.get_data(as_text=True)) == (200, "Nu passen er 0 op.")
    db.session.rollback()
    assert read_hele(app, frans).notities == before


def test_an_open_question_can_be_left_off(client: PagesClient, app: Flask, frans: str) -> None:
    vraag = next(v for v in read_hele(app, frans).openvragen if v.beantwoord_op is None)
    client.get(url(frans, "/kies"))
    client.submit("/samenvatting/kies", {f"keuze-{vraag.id}": "nee"}, button="Bewaar")
    assert next(v for v in read_hele(app, frans).openvragen if v.id == vraag.id).op_a4 == "nee"


# the page and the PDF say the same


def _casussen() -> dict[str, HeleCasus]:
    vreemd = "Şükrü Öztürk, Łukasz, Đorđe en Zoë: „samen” < 5 & > 3"
    return {
        "leeg": make_hele(),
        "vol": make_hele(
            "Frans van Noord",
            *make_notities(30, "Nummer {nr} over Harrie. En daarna nog iets.", wat="kracht", van_wie="zelf gezien ander"),
            *make_notities(30, "Lastig: nummer {nr}, een zin die over twee regels gaat.", wat="lastig", eerste=30),
            make_notitie("Misschien schaamt hij zich.", wat="verklaart", van_wie="gezien", nr=90),
            netwerk=tuple(
                make_lid(f"Buur {nr}", kring=(*Kring, None)[nr % 3], woord="elke week" * (nr % 2)) for nr in range(12)
            ),
            afspraken=tuple(make_afspraak(f"Stap {nr}", wie="Jan" * (nr % 2), dag=nr or None) for nr in range(9)),
            openvragen=tuple(Openvraag(make_id(nr), f"Wat weet {naam}?") for nr, naam in enumerate(("Jan", "Jaap", "Jet"))),
        ),
        "vreemd": make_hele(
            "Şükrü Öztürk",
            make_notitie(vreemd, wat="kracht lastig", nr=1),
            make_notitie("漢字 en 😀", wat="lastig", nr=2),
            make_notitie("x" * 89, wat="lastig", nr=3),
            a4=A4Keuzes(eigen_woorden=vreemd, wat_wil=vreemd, letten_op=("Geld. En rust.", "Geen punt"), vraag_aan_team=vreemd),
        ),
        "lang": make_hele(
            casus=make_casus("W" * 80, roepnaam="W" * 80, in_een_zin="m" * 120),
            afspraken=tuple(make_afspraak(f"{nr} " + "m" * 85, wie="W" * 60, bewaker="W" * 80) for nr in range(6)),
            openvragen=tuple(Openvraag(make_id(nr), f"{nr} " + "m " * 90) for nr in range(6)),
            a4=A4Keuzes(eigen_woorden="m " * 150, letten_op=("W" * 58, "V" * 58, "Y" * 58)),
        ),
    }  # fmt: skip


@pytest.mark.parametrize("welke", ["leeg", "vol", "vreemd", "lang"])
def test_the_page_and_the_pdf_say_the_same(
    client: PagesClient, app: Flask, outside: Context, anja: Mens, welke: str
) -> None:
    casus_id = take_in(outside, anja, _casussen()[welke])
    page = make_a4(client, casus_id, namen="voluit", reden="Voor de test.")
    compare(app, client, casus_id, page)


def test_the_page_and_the_pdf_of_frans_have_the_very_same_words(client: PagesClient, app: Flask, frans: str) -> None:
    page = make_a4(client, frans)
    compare(app, client, frans, page)
    kept = from_plain(Samenvatting, read_hele(app, frans).samenvattingen[-1].inhoud)
    on_page = squeeze(page.text)
    lines = [regel for blok in fit(kept).blokken for regel in blok.regels]
    assert [regel for regel in lines if squeeze(regel) not in on_page] == []
    on_paper = squeeze(" ".join(lines))
    assert [woord for woord in sheet(page).split() if woord not in on_paper] == []


def compare(app: Flask, client: PagesClient, casus_id: str, page: Page) -> None:
    kept = from_plain(Samenvatting, read_hele(app, casus_id).samenvattingen[-1].inhoud)
    pdf, on_page = read_pdf(client.get(page.links()["Download PDF"]).data), squeeze(page.text)
    for tekst in (*list_teksten(kept), *write_voet(kept), kept.legenda, kept.kop.stand, kept.kop.gelezen):
        assert squeeze(tekst) in on_page, tekst
        assert squeeze(make_visible(tekst, Letter.SANS)) in pdf, tekst
    for gebied in kept.gebieden:
        for stand in gebied.standen if kept.opmaak and kept.opmaak.standen else ():
            assert squeeze(stand) in on_page
            assert squeeze(stand) in pdf
        for regel in (*gebied.kracht, *gebied.lastig):
            assert squeeze(", ".join(regel.herkomst)) in on_page


# access


@pytest.mark.parametrize("rest", ["", ".pdf", "/bekijk", "/kies"])
def test_a_stranger_gets_the_same_404_as_for_a_casus_that_does_not_exist(
    vera_client: PagesClient, samira: str, rest: str
) -> None:
    stranger = vera_client.get(url(samira, rest), status=404)
    nobody = vera_client.get(url("00000000-0000-4000-8000-000000000000", rest), status=404)
    assert stranger.text == nobody.text


def test_who_works_along_may_make_the_a4(karim_client: PagesClient, samira: str) -> None:
    assert make_a4(karim_client, samira).h1 == "Dit is de A4"


def test_an_a4_of_somebody_else_is_not_found_here(client: PagesClient, frans: str, samira: str) -> None:
    made = make_a4(client, frans).url.rsplit("/", 1)[1]
    client.get(f"/mensen/{samira}/samenvattingen/{made}", status=404)
    client.get(f"/mensen/{samira}/samenvattingen/{made}.pdf", status=404)


# bad input


def test_words_that_are_too_long_come_back(client: PagesClient, app: Flask, frans: str) -> None:
    before = read_hele(app, frans)
    page = make_a4(client, frans, vraag_aan_team="v" * 96, letten_op_2="p" * 61)
    assert page.title.startswith("Fout:")
    assert page.form("/samenvatting/maak").values()["vraag_aan_team"] == ["v" * 96]
    assert page.form("/samenvatting/maak").values()["letten_op_2"] == ["p" * 61]
    assert read_hele(app, frans) == before
    page = client.submit("/samenvatting/maak", button="Gooi weg")
    assert page.form("/samenvatting/maak").values()["vraag_aan_team"] == [before.a4.vraag_aan_team]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"id": "1 OR 1=1"},
        {"namen": "koning", "gelezen": "misschien"},
        {"versie": "-1", "letten_op_1": "\x00\ud800<b>"},
        {"eigen_woorden": "e" * 100_000},
    ],
)
def test_a_broken_form_is_never_a_broken_page(client: PagesClient, frans: str, fields: dict[str, str]) -> None:
    client.get(url(frans))
    for rest in ("/maak", "/bekijk", "/kies"):
        client.post(url(frans, rest), {naam: w.encode("utf-8", "ignore").decode() for naam, w in fields.items()})


def test_choices_that_do_not_exist_change_nothing(client: PagesClient, app: Flask, frans: str) -> None:
    before = read_hele(app, frans)
    nr = before.notities[0].id
    client.get(url(frans, "/kies"))
    client.post(url(frans, "/kies"), {f"keuze-{nr}": "altijd", f"was-{nr}": "auto", f"keuze-{make_id('z')}": "ja"})
    assert read_hele(app, frans) == before


def test_an_address_with_nonsense_shows_the_ordinary_page(client: PagesClient, frans: str) -> None:
    for rest in ("?namen=x&gelezen=y", "/bekijk?namen=x&gelezen=y"):
        assert client.get(url(frans, rest)).status == 200
    assert squeeze("F. v. N.") in read_pdf(client.get(url(frans, ".pdf?namen=x")).data)


def test_an_a4_from_elsewhere_that_cannot_be_read_is_said_to_be_so(
    client: PagesClient, outside: Context, anja: Mens
) -> None:
    vreemd = GemaakteSamenvatting(make_id("vreemd"), NU, Namen.INITIALEN, {"iets": "anders"})
    casus_id = take_in(outside, anja, replace(make_hele(), samenvattingen=(vreemd,)))
    for naar in ("", ".pdf"):
        page = client.get(f"/mensen/{casus_id}/samenvattingen/{vreemd.id}{naar}", status=303)
        assert "We kunnen hem niet lezen" in client.get(page.location).text


def test_when_the_pdf_fails_printing_is_still_possible(
    client: PagesClient, frans: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_a4(client, frans)
    link = made.links()["Download PDF"]
    # a library that is gone, as after a broken update
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen.canvas", None)
    page = client.get(link, status=302)
    page = client.get(page.location)
    assert "De PDF lukt nu niet. Printen via je browser kan wel." in page.text
    assert sheet(page) == sheet(made)


# double sending, and two at once


def test_a_double_tap_makes_one(client: PagesClient, app: Flask, clock: Clock, frans: str) -> None:
    client.get(url(frans))
    fields = {naam: waarden[0] for naam, waarden in client.page.form("/samenvatting/maak").values().items()}
    client.post(url(frans, "/maak"), fields)
    first = client.page.url
    clock.move(minutes=1)
    client.post(url(frans, "/maak"), fields)
    assert client.page.url == first
    assert len(read_hele(app, frans).samenvattingen) == 1


def test_going_back_and_changing_a_word_makes_another(client: PagesClient, app: Flask, frans: str) -> None:
    client.get(url(frans))
    fields = {naam: waarden[0] for naam, waarden in client.page.form("/samenvatting/maak").values().items()}
    client.post(url(frans, "/maak"), fields)
    client.post(url(frans, "/maak"), {**fields, "namen": "schuilnaam"})
    assert len(read_hele(app, frans).samenvattingen) == 2
    assert "Kees" in sheet(client.page)


def test_an_id_that_belongs_to_somebody_else_gets_a_new_one(
    client: PagesClient, app: Flask, frans: str, samira: str
) -> None:
    client.get(url(frans))
    nr = client.page.form("/samenvatting/maak").values()["id"][0]
    client.submit("/samenvatting/maak", button="Maak de A4")
    client.get(url(samira))
    client.post(url(samira, "/maak"), {"id": nr, "versie": "0"})
    assert read_hele(app, samira).samenvattingen[0].id != nr


def test_two_workers_at_once_overwrite_nothing(client: PagesClient, karim_client: PagesClient, samira: str) -> None:
    karim_client.get(url(samira))
    client.get(url(samira))
    client.submit("/samenvatting/maak", {"wat_wil": "Van Anja."}, button="Bekijk")
    page = karim_client.submit("/samenvatting/maak", {"wat_wil": "Van Karim."}, button="Maak de A4")
    assert "Dit is intussen gewijzigd" in page.text
    assert "Van Anja." in page.text
    assert page.form("/samenvatting/maak").values()["wat_wil"] == ["Van Karim."]
    page = karim_client.submit("/samenvatting/maak", {"wat_wil": "Van allebei."}, button="Maak de A4")
    assert "Van allebei." in sheet(page)


def test_two_workers_who_choose_at_once_overwrite_nothing(
    client: PagesClient, karim_client: PagesClient, app: Flask, samira: str
) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/notities/nieuw", {"tekst": "Zij zingt.", "wat": ["kracht"], "plaatsen": ["dag"]}, button="Bewaar")
    name = f"keuze-{read_hele(app, samira).notities[0].id}"
    karim_client.get(url(samira, "/kies"))
    client.get(url(samira, "/kies"))
    client.submit("/samenvatting/kies", {name: "ja"}, button="Bewaar")
    page = karim_client.submit("/samenvatting/kies", {name: "nee"}, button="Bewaar")
    assert "koos een collega intussen iets anders" in page.text
    assert read_hele(app, samira).notities[0].op_a4 == "ja"
