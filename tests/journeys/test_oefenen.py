"""A student practises on Frans: from the story to looking back, on a phone, and without JavaScript."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, sign_in
from tests.journeys.server import Server


def begin(page: Page) -> None:
    page.goto("/oefenen")
    page.get_by_role("button", name="Begin met Frans").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Oefenen met")


def test_from_the_story_to_looking_back(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/oefenen")
    look(page, "oefenen")
    begin(page)
    look(page, "oefenen-verhaal", full_page=True)
    for titel in ("Wat er al bekend is", "Wat hulpverleners zeggen", "Het telefoontje", "De gang en de kamer"):
        page.get_by_role("link", name=titel).or_(page.get_by_role("link", name="Lees verder")).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(titel)
    look(page, "oefenen-fragment")
    page.get_by_role("link", name="Notitie", exact=True).click()
    page.get_by_label("Wat hoor je of zie je?").fill("Pizzadozen tot aan het plafond, tegen het lawaai")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")

    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Weer contact zoeken?").click()
    expect(page.get_by_text("Nu even niet.")).to_have_count(0)
    look(page, "oefenen-vraag", full_page=True)
    page.get_by_label("Wat zou jij doen?").fill("Een kaartje in de bus doen")
    page.get_by_role("button", name="Bewaar en lees wat anderen vinden").click()
    expect(page.get_by_text("Nu even niet.")).to_be_visible()
    look(page, "oefenen-zienswijzen", full_page=True)
    page.get_by_text("Ik denk er nu anders over").click()
    page.get_by_label("Wat zou jij doen?").fill("Toch eerst wachten")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Wat jij dacht, van eerst naar nu")).to_be_visible()

    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Kijk terug").click()
    expect(page.get_by_text("Dit zag je ook")).to_be_visible()
    look(page, "oefenen-terugkijken", full_page=True)
    page.goto("/mensen")
    expect(page.get_by_role("link", name="Frans", exact=True)).to_have_count(0)


def test_another_story_plays_without_javascript(page_no_js: Page, server: Server) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    page.goto("/oefenen")
    page.get_by_role("button", name="Begin met Jayden").click()
    page.get_by_role("link", name="Twaalf brieven").click()
    page.get_by_role("link", name="Notitie", exact=True).click()
    page.get_by_label("Wat hoor je of zie je?").fill("Hij maakte zelf een lijst van de brieven")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Kim erbij?").click()
    page.get_by_label("Wat zou jij doen?").fill("Ja, als hij dat wil")
    page.get_by_role("button", name="Bewaar en lees wat anderen vinden").click()
    expect(page.get_by_text("Ja. Zij is er al.")).to_be_visible()
    page.get_by_role("link", name="Kijk terug").click()
    expect(page.get_by_text("Dit zag je ook")).to_be_visible()
    expect(page.get_by_role("complementary", name="Oefenen")).to_contain_text("OEFENEN")


def test_on_a_big_screen(big_page: Page, look: Look) -> None:
    begin(big_page)
    big_page.get_by_role("link", name="De gang en de kamer").click()
    look(big_page, "oefenen-fragment-breed")
