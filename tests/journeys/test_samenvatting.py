"""From the casus of Frans to one A4: looking, choosing, making, printing."""

from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.browser import BIG, Look, sign_in
from tests.journeys.server import Server


def open_a4(page: Page) -> None:
    page.goto("/mensen")
    page.locator(".lijst a", has_text="Frans").first.click()
    page.get_by_role("link", name="Samenvatting op één A4").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt deze A4?")


def test_the_a4_of_frans_from_looking_to_the_file(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.add_init_script("window.print = () => { document.documentElement.dataset.geprint = location.pathname; };")
    open_a4(page)
    expect(page.get_by_role("radio", name="Initialen: F. v. N.")).to_be_checked()
    expect(page.get_by_label("Waarom de hele naam?")).to_be_hidden()
    look(page, "a4-controleren")
    page.get_by_role("button", name="Bekijk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zo wordt de A4")
    expect(page.get_by_role("heading", name="F. v. N.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    look(page, "a4-voorbeeld")
    page.get_by_role("button", name="Maak de A4").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit is de A4")
    assert "Frans" not in page.title()
    look(page, "a4-gemaakt")
    page.get_by_role("button", name="Print").click()
    made = page.url.removeprefix(page.evaluate("location.origin"))
    expect(page.locator("html")).to_have_attribute("data-geprint", made)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download PDF").click()
    download = waiting.value
    assert download.suggested_filename.startswith("samenvatting-")
    assert "rans" not in download.suggested_filename
    assert len(PdfReader(download.path()).pages) == 1
    page.get_by_role("link", name="Maak een nieuwe").click()
    expect(page.get_by_role("heading", name="Eerder gemaakt")).to_be_visible()


def test_what_the_a4_becomes_is_one_tap_from_the_top_with_the_words_that_were_typed(
    page_no_js: Page, server: Server
) -> None:
    page = page_no_js
    page.set_viewport_size(BIG)
    sign_in(page, server.workers[0])
    open_a4(page)
    vraag = page.get_by_label("Onze vraag aan jullie")
    was, gemaakt = vraag.input_value(), page.locator(".lijst li").count()
    vraag.fill("Wie drinkt er koffie?")
    bekijk = page.get_by_role("button", name="Bekijk hoe de A4 wordt")
    page.evaluate("scrollTo(0, 0)")
    expect(bekijk).to_be_in_viewport()
    bekijk.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zo wordt de A4")
    expect(page.get_by_role("article").get_by_text("Wie drinkt er koffie?")).to_be_visible()
    page.get_by_role("link", name="Verander iets").click()
    expect(vraag).to_have_value("Wie drinkt er koffie?")
    expect(page.locator(".lijst li")).to_have_count(gemaakt)
    vraag.fill(was)
    bekijk.click()


def test_without_scripts_the_menu_of_the_browser_prints(page_no_js: Page, server: Server) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    open_a4(page)
    page.get_by_role("button", name="Maak de A4").click()
    expect(page.get_by_text("kies Afdrukken in het menu van je browser")).to_be_visible()
    expect(page.locator("[data-print]")).to_be_hidden()


def test_the_whole_name_asks_why(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_a4(page)
    page.get_by_text("Voluit: Frans van Noord").click()
    expect(page.get_by_label("Waarom de hele naam?")).to_be_visible()
    page.get_by_role("button", name="Maak de A4").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom de hele naam erop moet.")
    look(page, "a4-waarom")
    page.get_by_label("Waarom de hele naam?").fill("Frans hangt hem op in de keuken.")
    page.get_by_role("button", name="Maak de A4").click()
    expect(page.get_by_role("heading", name="Frans van Noord", exact=True)).to_be_visible()


def test_choosing_what_stands_on_it(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_a4(page)
    page.get_by_role("link", name="Kies zelf wat erop staat").click()
    look(page, "a4-kiezen")
    first = page.locator("li.notitie", has_text="Staat er nu op.").first
    words = first.locator("p").first.inner_text()
    count = page.locator(".actiebalk").get_by_role("status")
    before = count.inner_text()
    first.get_by_role("radio", name="Nee").check()
    expect(count).not_to_have_text(before)
    expect(count).to_contain_text(" op.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt deze A4?")
    page.get_by_role("link", name="Kies zelf wat erop staat").click()
    expect(page.locator("li.notitie", has_text=words)).to_contain_text("Staat er nu niet op.")


def test_printing_from_the_browser_gives_one_sheet_without_anything_of_the_app(big_page: Page, look: Look) -> None:
    page = big_page
    open_a4(page)
    look(page, "a4-controleren-groot")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Bekijk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zo wordt de A4")
    left, right = (page.locator(f".a4__cel--{kant}").first.bounding_box() for kant in ("kracht", "lastig"))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert abs(left["width"] - right["width"]) < 1
    look(page, "a4-voorbeeld-groot", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(paper) == 1
    text = paper[0].extract_text()
    assert "Kracht en kans" in text
    assert "Maak de A4" not in text
    assert "Uitloggen" not in text


def test_the_sheet_for_the_person_is_one_page_in_every_language(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_a4(page)
    page.get_by_role("link", name="Een blad om aan Frans mee te geven").click()
    look(page, "meegeven")
    adres = page.url
    for taal in ("nl", "ar", "uk"):
        page.goto(f"{adres}?taal={taal}")
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(PdfReader(BytesIO(pdf)).pages) == 1, taal
    look(page, "meegeven-oekraiens")


def test_two_a4s_stand_beside_each_other(worker_page: Page, look: Look) -> None:
    page = worker_page
    for vraag in ("Wat nu?", "Wie gaat mee?"):
        open_a4(page)
        page.get_by_label("Onze vraag").fill(vraag)
        page.get_by_role("button", name="Maak de A4").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dit is de A4")
    open_a4(page)
    page.get_by_role("link", name="Wat is er veranderd sinds de vorige?").click()
    expect(page.get_by_text("Was: Wat nu?")).to_be_visible()
    look(page, "a4-vergelijken")
