"""A course: the docent makes a group, students join by the link, practise, hand in, and get words back; and he writes a story."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.browser import BIG, Look, NewContext, sign_in
from tests.journeys.server import Server, Worker

WOORD = "vier losse woorden"
STUKKEN = "# Aan de deur\n\nWim doet open op een kier. Achter hem ligt post.\n\n# Een week later\n\nHij belt zelf."


@pytest.fixture
def docent(new_context: NewContext, server: Server) -> Page:
    """A big screen, signed in as the docent of the demo."""
    page = new_context(base_url=server.url).new_page()
    page.set_viewport_size({"width": BIG["width"], "height": BIG["height"]})
    sign_in(page, next(worker for worker in server.workers if worker.email.startswith("docent")))
    return page


@pytest.fixture
def phone(new_context: NewContext, server: Server) -> BrowserContext:
    return new_context(base_url=server.url)


def make_group(docent: Page, naam: str) -> str:
    """A group; the address of the link to join it."""
    docent.goto("/leergroepen/nieuw")
    docent.get_by_label("Hoe heet de groep?").fill(naam)
    docent.get_by_role("button", name="Maak de groep").click()
    docent.get_by_role("link", name="Wie er meedoet, en de link").click()
    docent.get_by_role("button", name="Maak een link").click()
    adres = docent.locator("p.woorden").filter(has_text="/groep/")
    expect(adres).to_be_visible()
    return adres.inner_text()


def join(phone: BrowserContext, adres: str, naam: str) -> Page:
    """Somebody new takes part, with an account that he makes himself."""
    page = phone.new_page()
    page.goto(adres)
    page.get_by_label("E-mail").fill(f"{naam.lower()}@school.test")
    page.get_by_label("Hoe heet je?").fill(naam)
    page.get_by_label("Kies een wachtwoord").fill(WOORD)
    page.get_by_role("button", name="Maak een account en doe mee").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    return page


def test_a_student_from_the_link_to_looking_back_and_a_docent_from_the_course_to_words_back(
    docent: Page, phone: BrowserContext, look: Look
) -> None:
    adres = make_group(docent, "Jaar 2, maandag")
    look(docent, "groep-leden")
    docent.get_by_role("link", name="De groep").click()
    docent.get_by_role("link", name="Naam en dagen").click()
    docent.get_by_label("Dagdeel 1:").fill("2030-09-02")
    docent.get_by_label("Wat moet de groep weten voor dagdeel 1?").fill("Neem je half A4 mee.")
    look(docent, "groep-wijzig", full_page=True)
    docent.get_by_role("button", name="Bewaar", exact=True).click()
    expect(docent.get_by_text("Hierna: maandag 2 september 2030")).to_be_visible()
    look(docent, "groep-docent", full_page=True)

    visitor = phone.new_page()
    visitor.goto(adres)
    look(visitor, "groep-link")
    visitor.close()
    page = join(phone, adres, "Noor")
    page.get_by_label("E-mail").fill("noor@school.test")
    page.locator("input[type=password]").fill(WOORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("link", name="Jaar 2, maandag").click()
    look(page, "groep-student", full_page=True)
    page.get_by_role("link", name="1 Kennismaken, en aansluiten bij de bakens").click()
    look(page, "groep-dagdeel", full_page=True)

    page.get_by_role("link", name="Frans van Noord").click()
    look(page, "oefenen-student")
    page.get_by_role("button", name="Begin met Frans").click()
    page.get_by_role("link", name="De gang en de kamer").click()
    page.get_by_role("link", name="Notitie", exact=True).click()
    page.get_by_label("Wat hoor je of zie je?").fill("Pizzadozen tot aan het plafond, tegen het lawaai")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")
    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Weer contact zoeken?").click()
    page.get_by_label("Wat zou jij doen?").fill("Een kaartje in de bus doen")
    page.get_by_role("button", name="Bewaar en lees wat anderen vinden").click()
    page.get_by_text("Lever in bij je groep").click()
    look(page, "oefenen-inleveren", full_page=True)
    page.get_by_label("De docent en de groep").check()
    page.get_by_role("button", name="Lever in", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Ingeleverd")
    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Kijk terug").click()
    expect(page.get_by_text("Dit zag je ook")).to_be_visible()

    docent.get_by_role("link", name="Wie er meedoet, en de link").click()
    expect(docent.get_by_text("Frans van Noord: 1 van 8 vragen")).to_be_visible()
    expect(docent.get_by_text("kaartje")).to_have_count(0)
    docent.get_by_role("link", name="De groep").click()
    docent.get_by_role("link", name="Wat er is ingeleverd").click()
    look(docent, "groep-ingeleverd")
    docent.get_by_role("link", name="Geef woorden terug").click()
    docent.get_by_label("Wat geef je terug?").fill("Wat staat er op je kaartje?")
    look(docent, "groep-terug")
    docent.get_by_role("button", name="Geef terug", exact=True).click()
    docent.get_by_role("link", name="Praat erover").click()
    expect(docent.get_by_text("Een kaartje in de bus doen")).to_be_visible()
    look(docent, "groep-gesprek")

    page.goto("/leergroepen")
    page.get_by_role("link", name="Jaar 2, maandag").click()
    page.get_by_role("link", name="Wat je inleverde, en wat je terugkreeg").click()
    expect(page.get_by_text("Wat staat er op je kaartje?")).to_be_visible()
    look(page, "groep-teruggekregen")


def test_a_docent_writes_a_story_and_the_group_plays_it(docent: Page, phone: BrowserContext, look: Look) -> None:
    adres = make_group(docent, "Jaar 3")
    docent.goto("/verhalen")
    docent.get_by_role("link", name="Schrijf een verhaal").click()
    docent.get_by_label("Hoe heet het verhaal?").fill("Wim achter de deur")
    docent.get_by_label("Over wie gaat het?").fill("Wim")
    docent.get_by_label("Eropaf", exact=True).check()
    docent.get_by_label("In één zin: wat gebeurt er?").fill("Wim doet open op een kier.")
    docent.get_by_label("Het verhaal, in stukken").fill(STUKKEN)
    look(docent, "verhaal-nieuw", full_page=True)
    docent.get_by_role("button", name="Bewaar", exact=True).click()
    docent.get_by_role("link", name="Voeg een vraag toe").click()
    docent.get_by_label("Korte titel").fill("Blijf je staan?")
    docent.get_by_label("De vraag", exact=True).fill("Blijf je staan, of ga je weg?")
    for nummer, (wie, wat) in enumerate(
        (("Een wijkverpleegkundige", "Blijven"), ("Een buurvrouw", "Weggaan")), start=1
    ):
        docent.locator(f"#wie_{nummer}").fill(wie)
        docent.locator(f"#standpunt_{nummer}").fill(wat)
    look(docent, "verhaal-vraag", full_page=True)
    docent.get_by_role("button", name="Bewaar", exact=True).click()
    docent.get_by_role("checkbox", name="Jaar 3").check()
    docent.get_by_role("button", name="Bewaar", exact=True).click()
    expect(docent.get_by_role("status").first).to_contain_text("Bewaard")
    look(docent, "verhaal-eigen", full_page=True)

    page = join(phone, adres, "Pim")
    sign_in(page, Worker("pim@school.test", WOORD))
    page.goto("/oefenen")
    page.get_by_role("button", name="Begin met Wim").click()
    page.get_by_role("link", name="Aan de deur").click()
    expect(page.get_by_role("complementary", name="Oefenen")).to_contain_text("OEFENEN")
    page.get_by_role("link", name="Het verhaal").first.click()
    page.get_by_role("link", name="Blijf je staan?").click()
    expect(page.get_by_text("Weggaan")).to_have_count(0)
    page.get_by_label("Wat zou jij doen?").fill("Op de trap gaan zitten")
    page.get_by_role("button", name="Bewaar en lees wat anderen vinden").click()
    expect(page.get_by_text("Weggaan")).to_be_visible()


def test_the_leerlog_is_ones_own(phone: BrowserContext, server: Server, look: Look) -> None:
    page = phone.new_page()
    sign_in(page, next(worker for worker in server.workers if worker.email.startswith("student")))
    page.goto("/oefenen")
    page.get_by_role("link", name="Leerlog: vragen aan jezelf").click()
    look(page, "leerlog-leeg")
    page.get_by_role("link", name="Vragen aan jezelf").click()
    look(page, "leerlog-vragen", full_page=True)
    page.get_by_role("link", name="Hart.").click()
    expect(page.get_by_text("Waar werd je door geraakt?")).to_be_visible()
    page.get_by_label("Wat schrijf je op?").fill("Hij lachte toen hij over zijn broer vertelde.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".notitie .woorden")).to_have_text("Hij lachte toen hij over zijn broer vertelde.")
    look(page, "leerlog")
    with page.expect_download() as download:
        page.get_by_role("link", name="Neem je leerlog mee als bestand").click()
    assert "Hij lachte" in download.value.path().read_text("utf-8")
    page.get_by_role("link", name="Wijzig of deel").click()
    look(page, "leerlog-regel")
