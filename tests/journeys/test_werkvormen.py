"""A werkvorm with a group: a big screen, the phone of a colleague, and that of a guest without an account."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from leefgebieden.content.load import load_content
from tests.journeys.browser import Look, NewContext, be_signed_in, find_wide
from tests.journeys.server import Server

ROOM: ViewportSize = {"width": 1920, "height": 1080}


@pytest.fixture
def scherm(new_context: NewContext, server: Server) -> Page:
    """The big screen of a meeting room, signed in as the first worker, who leads."""
    page = new_context(base_url=server.url).new_page()
    page.set_viewport_size(ROOM)
    be_signed_in(page, server)
    return page


@pytest.fixture
def telefoons(new_context: NewContext, server: Server) -> tuple[Page, Page]:
    """Two phones without an account; the second has no JavaScript."""
    return (
        new_context(base_url=server.url).new_page(),
        new_context(base_url=server.url, java_script_enabled=False).new_page(),
    )


def join(page: Page, code: str, naam: str) -> None:
    page.goto("/mee")
    page.get_by_label("Welke code staat op het scherm?").fill(code.lower())
    page.get_by_label("Hoe heet je?").fill(naam)
    page.get_by_role("button", name="Doe mee").click()


def test_a_group_asks_and_helps_on_three_screens(scherm: Page, telefoons: tuple[Page, Page], look: Look) -> None:
    mo, els = telefoons
    scherm.goto("/werkvormen")
    look(scherm, "werkvormen")
    scherm.get_by_role("link", name="Samen slimmer voor morgen").click()
    look(scherm, "werkvorm", full_page=True)
    scherm.get_by_role("button", name="Begin met een groep").click()
    expect(scherm.get_by_role("heading", level=2).first).to_have_text("Waar gaat het om?")
    scherm.get_by_role("button", name="Laat telefoons meedoen").click()
    code = scherm.locator(".code").inner_text()

    mo.goto("/mee")
    look(mo, "mee")
    mo.get_by_label("Welke code").fill("AAAA AAAA")
    mo.get_by_label("Hoe heet je?").fill("Mo")
    mo.get_by_role("button", name="Doe mee").click()
    expect(mo.get_by_role("alert")).to_contain_text("hoort nu bij geen werkvorm")
    expect(mo.get_by_label("Hoe heet je?")).to_have_value("Mo")
    look(mo, "mee-fout")
    join(mo, code, "Mo")
    join(els, code, "Els")
    expect(scherm.get_by_text("2 mensen doen mee")).to_be_visible()
    assert find_wide(scherm) == []
    look(scherm, "werkvorm-scherm")

    scherm.set_viewport_size(ROOM)
    scherm.get_by_role("button", name="Volgende stap").click()
    # the phone follows by itself; the one without scripts when it is loaded again
    expect(mo.get_by_role("heading", level=2).first).to_have_text("Schrijf je vraag op")
    mo.get_by_label("Waar zoek je hulp bij?").fill("Wie kent een tandarts die ook 's avonds werkt?")
    look(mo, "mee-schrijf", full_page=True)
    # a connection that drops: the words stay, and it goes on where it was
    mo.context.set_offline(True)
    mo.wait_for_timeout(500)
    mo.context.set_offline(False)
    mo.get_by_role("button", name="Bewaar").click()
    expect(mo.get_by_role("status").first).to_contain_text("Bewaard")
    els.goto("/mee/sessie")
    els.get_by_label("Waar zoek je hulp bij?").fill("Hoe kom ik in gesprek met de kerk?")
    els.get_by_role("button", name="Bewaar").click()
    expect(scherm.get_by_text("Wie kent een tandarts")).to_be_visible()
    expect(scherm.get_by_text("Hoe kom ik in gesprek")).to_be_visible()

    scherm.get_by_role("button", name="Volgende stap").click()
    expect(scherm.get_by_text("2 vragen: 5 minuten per vraag")).to_be_visible()
    els.goto("/mee/sessie")
    els.get_by_label("Bij welke vraag?").select_option(label="Mo: Wie kent een tandarts die ook 's avonds werkt?")
    els.get_by_label("Wat bied je aan?").fill("Ik bel mijn zus, zij werkt bij een tandarts")
    els.get_by_label("Wanneer?").fill("2026-12-01")
    els.get_by_role("button", name="Bewaar").click()
    expect(scherm.get_by_text("Ik bel mijn zus")).to_be_visible()
    look(scherm, "werkvorm-aanbod")
    look(mo, "mee-aanbod")

    scherm.set_viewport_size(ROOM)
    scherm.get_by_role("button", name="Sluit de werkvorm af").click()
    expect(scherm.get_by_role("heading", name="Wat nemen we ons voor?")).to_be_visible()
    look(scherm, "werkvorm-afgesloten")
    expect(mo.get_by_text("De werkvorm is afgesloten")).to_be_visible()
    scherm.goto("/werkvormen")
    scherm.get_by_role("link", name="Ik bel mijn zus").click()
    look(scherm, "werkvorm-belofte")
    scherm.get_by_label("Wat is ervan geworden?").fill("Mo kan dinsdag terecht")
    scherm.get_by_role("button", name="Bewaar").click()
    expect(scherm.get_by_role("link", name="Ik bel mijn zus")).to_have_count(0)


def test_every_werkvorm_goes_from_start_to_outcome_and_prints_on_one_page(scherm: Page) -> None:
    for werkvorm in load_content().werkvormen.values():
        scherm.goto(f"/werkvormen/{werkvorm.key}")
        pdf = scherm.pdf(format="A4", margin={"top": "10mm", "bottom": "10mm", "left": "12mm", "right": "12mm"})
        assert pdf.count(b"/Type /Page\n") == 1, werkvorm.key
        scherm.get_by_role("button", name="Begin met een groep").click()
        for stap in werkvorm.stappen[1:]:
            scherm.get_by_role("button", name="Volgende stap").click()
            kop = stap.titel.replace("[eigen]", "jullie kant").replace("[ander]", "de andere kant")
            expect(scherm.locator(".scherm__kop")).to_have_text(kop)
        scherm.get_by_text("Schrijf iets op", exact=True).click()
        laatste = werkvorm.stappen[-1].noteren
        if len(laatste) > 1:
            scherm.get_by_label(laatste[-1].wat).check()
        scherm.locator("textarea[name=tekst]").fill(f"We doen iets met {werkvorm.titel}")
        scherm.get_by_role("button", name="Bewaar", exact=True).click()
        expect(scherm.get_by_text(f"We doen iets met {werkvorm.titel}")).to_be_visible()
        scherm.get_by_role("button", name="Sluit de werkvorm af").click()
        expect(
            scherm.get_by_role("listitem").filter(has_text=f"We doen iets met {werkvorm.titel}").first
        ).to_be_visible()
