"""The ways over the card and along the questions, on a phone: leefgebieden, ordenen, spiekbrief, vragenlijst, open vragen."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browser import BIG, Look


def open_frans(page: Page) -> str:
    """Go to Frans; the address of his page."""
    page.goto("/mensen")
    page.get_by_role("link", name=re.compile("^Frans")).last.click()
    return page.url


def test_from_the_card_to_one_leefgebied_and_back_with_a_notitie(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Leefgebieden", exact=True).click()
    expect(page.get_by_text("Dit is geen meting. Het helpt bij het gesprek.")).to_be_visible()
    look(page, "leefgebieden")

    page.get_by_role("link", name="Nacht", exact=True).click()
    expect(page.get_by_text("Je schreef hier iets op. Is er over gepraat?")).to_be_visible()
    look(page, "leefgebied")
    page.get_by_text("Vragen hierbij").locator("visible=true").first.click()
    expect(page.get_by_text("dreigende huisuitzetting")).to_be_visible()
    look(page, "leefgebied-vragen")

    page.locator("label").filter(has_text=re.compile("^Over gepraat$")).locator("visible=true").click()
    page.get_by_role("button", name=re.compile("^Bewaar")).locator("visible=true").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.get_by_text("Je schreef hier iets op.")).to_have_count(0)

    page.get_by_role("link", name="Notitie bij Nacht").click()
    page.get_by_label("Wat hoor je of zie je?").fill("Hij slaapt op de bank.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nacht")
    expect(page.get_by_text("Hij slaapt op de bank.").first).to_be_visible()


def test_the_simple_card_shows_the_same_notities(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Leefgebieden", exact=True).click()
    page.get_by_role("link", name="Eenvoudige kaart").click()
    look(page, "eenvoudige-kaart")
    page.locator("summary").filter(has_text="bij Geld").click()
    expect(page.get_by_text("Je weet: DWI zit in het team.").first).to_be_visible()
    look(page, "eenvoudige-kaart-open")


def test_the_leefgebied_on_paper_also_explains_what_was_closed(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.set_viewport_size({"width": BIG["width"], "height": BIG["height"]})
    open_frans(page)
    page.goto(f"{page.url}/leefgebieden/financien")
    look(page, "leefgebied-groot")
    uitleg = page.get_by_text("Wet schuldsanering natuurlijke personen")
    expect(uitleg).not_to_be_visible()
    page.emulate_media(media="print")
    expect(uitleg).to_be_visible()


def test_ordering_one_by_one(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name=re.compile("notities ordenen")).click()
    expect(page.get_by_text("Notitie 1 van 4")).to_be_visible()
    look(page, "ordenen")
    zingeving = page.locator("label").filter(has_text=re.compile("^zingeving$"))
    expect(zingeving).not_to_be_visible()
    page.get_by_role("checkbox", name=re.compile("^Functioneren")).check()
    zingeving.click()
    page.locator("label").filter(has_text="kracht of kans").click()
    look(page, "ordenen-gekozen")
    page.get_by_role("button", name="Bewaar en volgende").click()
    expect(page.get_by_text("Notitie 1 van 3")).to_be_visible()
    for _ in range(3):
        page.get_by_role("link", name="Sla over").click()
    expect(page.get_by_text("Dat waren ze. 3 notities hebben nog geen plek. Dat mag.")).to_be_visible()
    look(page, "ordenen-klaar")


def test_glancing_at_the_spiekbrief(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Spiekbrief").click()
    page.get_by_role("link", name="Nacht").click()
    expect(page.get_by_text("Hoe is het om hier te wonen?")).to_be_visible()
    altijd = page.locator("section", has=page.get_by_role("heading", name="Altijd een goede vraag")).bounding_box()
    balk = page.get_by_role("navigation", name="Snel").bounding_box()
    assert altijd
    assert balk
    assert altijd["y"] + altijd["height"] <= balk["y"]
    look(page, "spiekbrief")


def test_asking_leaving_open_and_knowing(worker_page: Page, look: Look) -> None:
    page = worker_page
    frans = open_frans(page)
    page.get_by_role("link", name="Vragenlijst").click()
    look(page, "vragenlijst")
    page.get_by_role("link", name="Crisis").click()
    expect(page.get_by_text("Is iedereen nu veilig?")).to_be_visible()
    look(page, "vragenlijst-crisis")

    page.get_by_role("link", name=re.compile("^Heeft u een crisiskaart")).click()
    look(page, "vraag-crisis")
    page.get_by_role("button", name="Weet ik nog niet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat wilt u graag anders hebben?")
    page.get_by_label("Wat hoor je of zie je?").fill("Hij wil zijn zoon zien.")
    page.get_by_role("button", name="Bewaar en verder").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    page.get_by_role("button", name="Nu niet vragen").click()
    expect(page.get_by_text("Mensen eromheen, vraag 1")).to_be_visible()

    page.goto(f"{frans}/vragen/eropaf/planning/a")
    look(page, "vraag-planning")
    page.goto(f"{frans}/vragen/eropaf/kennismaken/a")
    look(page, "vraag-zeggen")

    page.goto(f"{frans}/openvragen")
    look(page, "open-vragen")
    page.get_by_role("button", name=re.compile("^We weten het nu ?: Heeft u een crisiskaart")).click()
    expect(page.get_by_text("Dit weten we nu: 1")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Wijzig ?: Huurt hij")).click()
    look(page, "open-vraag-wijzigen")
