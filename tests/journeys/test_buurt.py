"""The neighbourhood, and a colleague: the sociale kaart where it helps, and a question about a notitie that comes back answered."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, NewContext, sign_in
from tests.journeys.op_weg import begin_contact
from tests.journeys.server import Server


def test_a_place_is_kept_and_met_again_where_somebody_is_sent(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/sociale-kaart")
    look(page, "sociale-kaart-leeg")
    page.get_by_role("link", name="Voeg een plek toe").click()
    page.get_by_label("Hoe heet deze plek of persoon?").fill("Buurthuis De Brug")
    page.get_by_label("Waarvoor kun je er terecht?").fill("Koffie, en hulp met brieven")
    page.get_by_label("Naar wie vraag je?").fill("Hassan")
    page.get_by_label("Wanneer is het open?").fill("ma en do 9 tot 12 uur")
    look(page, "sociale-kaart-nieuw", full_page=True)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("link", name="Lees een lijst in").click()
    page.get_by_label("Plak hier je lijst").fill("naam;waarvoor\nVoedselbank;eten\n;niets")
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_role("alert")).to_contain_text("Regel 3: naam is leeg.")
    look(page, "sociale-kaart-inlezen", full_page=True)
    page.get_by_label("Plak hier je lijst").fill("naam;waarvoor\nVoedselbank;eten")
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_role("status").first).to_contain_text("Ingelezen: 1 nieuw")
    look(page, "sociale-kaart")
    page.get_by_label("Zoek een woord").fill("brieven")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Buurthuis De Brug").click()
    look(page, "sociale-kaart-plek")

    casus = begin_contact(page, "Yusuf")
    page.goto(f"{casus}/netwerk/nieuw")
    page.get_by_label("Wie?").fill("Buurthuis De Brug")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", name="Uit de sociale kaart")).to_be_visible()
    look(page, "netwerk-sociale-kaart")


def test_a_colleague_asks_and_the_answer_comes_back(
    worker_page: Page, new_context: NewContext, server: Server, look: Look
) -> None:
    page = worker_page
    colleague = new_context(base_url=server.url).new_page()
    sign_in(colleague, server.workers[1])
    colleague.goto("/mensen")
    # they work with Frans together
    colleague.get_by_role("link", name="Frans").last.click()
    colleague.get_by_role("link", name="Wijzig notitie").first.click()
    colleague.get_by_role("link", name="Vraag van een collega").click()
    colleague.get_by_label("Wat wil je hierover vragen?").fill("Hoe lang al?")
    look(colleague, "navraag", full_page=True)
    colleague.get_by_role("button", name="Stel je vraag").click()
    expect(colleague.get_by_role("status").first).to_contain_text("Gevraagd")

    page.goto("/mensen")
    page.get_by_role("link", name="Een collega vraagt iets: 1").click()
    look(page, "komt-terug-navraag")
    page.get_by_role("link", name="Hoe lang al?").click()
    page.get_by_label("Wat is je antwoord?").fill("Sinds de zomer.")
    look(page, "navraag-antwoord", full_page=True)
    page.get_by_role("button", name="Antwoord", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vraag bij een notitie")
    look(page, "navraag-beantwoord", full_page=True)

    colleague.goto("/komt-terug")
    expect(colleague.get_by_text("Sinds de zomer.")).to_be_visible()
