"""The way of an afspraak: what was past is told, a new one is made, changed and guarded; without JavaScript too."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look, sign_in
from tests.journeys.op_weg import open_frans
from tests.journeys.server import Server


def test_what_was_past_is_told_and_a_new_one_is_made(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Afspraken", exact=True).click()
    look(page, "afspraken")
    page.get_by_role("link", name="Vertel wat er gebeurde").first.click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies of het gedaan is.")
    look(page, "afspraak-afloop")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Wat gebeurde er?").fill("We zoeken weer contact. Jan gaat alleen.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    page.get_by_text("Wat er gebeurde: 1").click()
    expect(page.get_by_text("We zoeken weer contact.")).to_be_visible()
    look(page, "afspraken-verteld")

    page.get_by_role("link", name="Maak afspraak").click()
    look(page, "afspraak-nieuw")
    page.get_by_label("Wat?").fill("Koffie drinken op de markt")
    page.get_by_label("Frans", exact=True).check()
    page.get_by_role("button", name="Maak afspraak").click()
    expect(page.get_by_label("Wie let op deze planning?")).to_be_visible()
    look(page, "afspraken-zonder-bewaker")
    page.get_by_label("Wie let op deze planning?").fill("Esmé")
    page.get_by_role("button", name="Vul in").click()
    expect(page.get_by_role("status")).to_contain_text("Ingevuld bij 1 afspraak.")
    page.get_by_role("link", name="Wijzig bij: Koffie drinken op de markt").click()
    look(page, "afspraak-wijzig")
    page.get_by_text("Haal deze afspraak weg").click()
    page.get_by_role("button", name="Haal weg", exact=True).click()
    expect(page.get_by_text("Koffie drinken")).to_have_count(0)


def test_it_works_without_scripts(page_no_js: Page, server: Server) -> None:
    page = page_no_js
    sign_in(page, server.workers[0])
    open_frans(page)
    page.goto(f"{page.url}/afspraken/nieuw?kanaal=telefoon")
    expect(page.get_by_label("Wanneer?")).not_to_have_value("")
    page.get_by_label("Wat?").fill("Bellen met de huisarts")
    page.get_by_role("button", name="Maak afspraak").click()
    expect(page.get_by_text("Bellen met de huisarts").first).to_be_visible()
