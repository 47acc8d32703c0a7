"""The way to somebody: the list, finding a name, and beginning with somebody new."""

from playwright.sync_api import Page, expect

from tests.journeys.browser import Look
from tests.journeys.op_weg import begin_contact, tap_notitie


def test_frans_is_in_the_list_with_what_comes_next(worker_page: Page, look: Look) -> None:
    page = worker_page
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen")
    expect(page.locator(".lijst").get_by_role("link", name="Frans")).to_contain_text("Voorbeeld")
    look(page, "mensen")


def test_a_name_is_found_without_its_accents_and_stands_in_no_address(worker_page: Page, look: Look) -> None:
    page = worker_page
    begin_contact(page, "Şükrü Öztürk")
    page.goto("/mensen")
    page.get_by_label("Zoek op naam").fill("OZTURK")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 iemand gevonden")).to_be_visible()
    assert "zturk" not in page.url.lower()
    look(page, "zoeken")
    page.get_by_label("Zoek op naam").fill("Bestaatniet")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_text("Niemand gevonden.")).to_be_visible()
    look(page, "zoeken-niemand")
    page.get_by_label("Zoek op naam").fill("sukru")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.locator(".lijst").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Şükrü Öztürk")
    assert page.title().startswith("Verhaal"), "no name in a title"


def test_a_name_and_the_kanaal_are_enough_to_begin(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.get_by_role("link", name="Nieuw contact").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nieuw contact")
    look(page, "nieuw-contact")
    page.get_by_role("button", name="Begin", exact=True).tap()
    expect(page.get_by_role("alert")).to_contain_text("Vul een naam in. Een schuilnaam mag ook.")
    look(page, "nieuw-contact-fout")
    page.get_by_label("Hoe noem je deze persoon?").fill("Roodkapje")
    page.locator("label").filter(has_text="Loket").tap()
    page.get_by_role("button", name="Begin", exact=True).dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Roodkapje")
    page.get_by_role("link", name="Mensen").click()
    expect(page.locator(".lijst").get_by_role("link", name="Roodkapje")).to_have_count(1)


def test_who_has_the_same_name_is_told_and_one_goes_there_or_begins_nonetheless(worker_page: Page, look: Look) -> None:
    page = worker_page
    eerste = begin_contact(page, "Naamgenoot")
    page.goto("/mensen/nieuw")
    page.get_by_label("Hoe noem je deze persoon?").fill("naamgenoot")
    page.get_by_label("Telefoon", exact=True).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", name="Er staat al iemand met deze naam")).to_be_visible()
    expect(page.get_by_label("Hoe noem je deze persoon?")).to_have_value("naamgenoot")
    look(page, "naamgenoot")
    page.get_by_role("link", name="Naamgenoot").click()
    expect(page).to_have_url(eerste)
    # a notitie that names somebody else of the list
    begin_contact(page, "Jacoba")
    tap_notitie(page)
    page.get_by_label("Wat hoor je of zie je?").fill("Naamgenoot kwam langs.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Er staat een naam in:")
    look(page, "naamhint")
    page.get_by_role("link", name="Hoort bij iemand anders").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notitie verplaatsen")
