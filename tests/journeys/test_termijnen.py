"""What has its own day or its own steps: Komt terug, the Wmo, the Meldcode, and the agenda of a phone."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from leefgebieden.domain.datum import TIJDZONE
from tests.journeys.browser import Look
from tests.journeys.op_weg import begin_contact

TODAY = datetime.now(TIJDZONE).date()


def test_komt_terug_leads_to_the_question_how_it_went(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Samira")
    page.goto(f"{casus}/afspraken/nieuw")
    page.get_by_label("Wat?").fill("Brief van de verhuurder samen lezen")
    page.get_by_label("Wanneer?").fill((TODAY - timedelta(days=2)).isoformat())
    page.get_by_role("button", name="Maak afspraak").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto("/mensen")
    page.get_by_role("link", name="Komt terug: afspraken die om antwoord vragen").click()
    expect(page.get_by_role("heading", name="De datum is voorbij")).to_be_visible()
    look(page, "komt-terug")
    page.locator("main li").filter(has_text="Brief van de verhuurder").first.get_by_role("link").click()
    expect(page.get_by_text("Brief van de verhuurder samen lezen").first).to_be_visible()


def test_the_terms_of_the_wmo_are_reckoned_from_the_day_of_the_report(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Samira")
    page.goto(casus)
    page.get_by_role("link", name="Wmo-melding: de termijnen").click()
    look(page, "wmo-leeg")
    page.get_by_label("Wanneer was de melding?").fill((TODAY - timedelta(days=10)).isoformat())
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto(f"{casus}/wmo")
    expect(page.get_by_text("Deze dag is voorbij. Schrijf op wat er gebeurde.")).to_be_visible()
    look(page, "wmo")


def test_the_steps_of_the_meldcode_stand_ready_to_write_at(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Samira")
    page.goto(casus)
    page.get_by_role("link", name="Meldcode, stap voor stap").click()
    page.get_by_role("link", name="Schrijf op bij stap 2").click()
    page.get_by_label("Wat hoor je of zie je?").fill("Meldcode, stap 2: overlegd met Veilig Thuis, zonder naam.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meldcode")
    expect(page.locator(".notitie .woorden")).to_contain_text("overlegd met Veilig Thuis")
    look(page, "meldcode")


def test_the_agenda_is_one_link_shown_once(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/account/agenda")
    look(page, "agenda-leeg")
    page.get_by_role("button", name="Maak een link").click()
    expect(page.get_by_role("heading", name="Dit is je link")).to_be_visible()
    look(page, "agenda-link")
    link = page.locator("main .woorden").inner_text()
    answer = page.request.get(link)
    assert answer.ok
    assert answer.text().startswith("BEGIN:VCALENDAR")
    page.reload()
    expect(page.get_by_text("Nog geen agenda las hem").or_(page.get_by_text("Een agenda las hem"))).to_be_visible()
    page.get_by_role("button", name="Trek de link in").click()
    assert page.request.get(link).status == 404
