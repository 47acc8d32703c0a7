"""The way that is walked most: writing down what is said and seen, at the kitchen table."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.browser import PHONE, Look, sign_in
from tests.journeys.op_weg import begin_contact, tap_notitie, write_notitie
from tests.journeys.server import Server


class Thumb:
    """Taps, and counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        what.tap()
        self.taps += 1


def test_two_taps_and_typing_save_a_notitie(worker_page: Page, look: Look) -> None:
    page, thumb = worker_page, Thumb()
    begin_contact(page, "Samira")
    expect(page.get_by_text("Nog geen notities. Eerst koffie is ook goed.")).to_be_visible()
    look(page, "verhaal-leeg")
    thumb.tap(page.get_by_role("link", name="Notitie", exact=True))
    expect(page.get_by_label("Wat hoor je of zie je?")).to_be_focused()
    # nothing is tapped to begin: the cursor stands in the field
    page.keyboard.type("De gordijnen zijn dicht.")
    _expect_in_view(page.get_by_role("button", name="Bewaar", exact=True), above=PHONE["height"])
    thumb.tap(page.get_by_role("button", name="Bewaar", exact=True))
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.locator(".notitie")).to_contain_text("De gordijnen zijn dicht.")
    expect(page.locator(".notitie")).to_contain_text("Nog geen label. Dat is goed.")
    assert thumb.taps == 2
    look(page, "verhaal-bewaard")


def test_a_label_is_the_third_tap(worker_page: Page, look: Look) -> None:
    page, thumb = worker_page, Thumb()
    begin_contact(page, "Omar")
    thumb.tap(page.get_by_role("link", name="Notitie", exact=True))
    expect(page.get_by_label("Wat hoor je of zie je?")).to_be_focused()
    page.keyboard.type("Hij maakt mooie kerstlampjes.")
    chip = page.locator("label.chip").filter(has_text="kracht")
    expect(page.locator("input:checked")).to_have_count(0)
    before = chip.bounding_box()
    thumb.tap(chip)
    expect(page.get_by_label("kracht", exact=True)).to_be_checked()
    assert chip.bounding_box() == before, "a chip must not move under the thumb"
    look(page, "notitie-met-label")
    thumb.tap(page.get_by_role("button", name="Bewaar", exact=True))
    expect(page.locator(".notitie .labels")).to_have_text("Kracht")
    assert thumb.taps == 3


def test_kracht_and_lastig_may_both_be_and_a_second_tap_takes_a_label_away(worker_page: Page) -> None:
    page = worker_page
    begin_contact(page, "Tineke")
    tap_notitie(page)
    page.keyboard.type("De kerstlampjes branden dag en nacht.")
    for label in ("kracht", "lastig", "nu", "nu"):
        page.locator("label.chip").filter(has=page.get_by_label(label, exact=True)).tap()
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.locator(".notitie .labels span:not(:has(span))")).to_have_text(["Kracht", "Lastig"])


def test_the_same_works_without_scripts(page_no_js: Page, server: Server, look: Look) -> None:
    page, thumb = page_no_js, Thumb()
    sign_in(page, server.workers[0])
    begin_contact(page, "Fatma")
    thumb.tap(page.get_by_role("link", name="Notitie", exact=True))
    expect(page.get_by_label("Wat hoor je of zie je?")).to_be_focused()
    page.keyboard.type("Ze lacht als de buurvrouw belt.")
    thumb.tap(page.locator("label.chip").filter(has_text="zie ik"))
    look(page, "notitie-zonder-js")
    thumb.tap(page.get_by_role("button", name="Bewaar", exact=True))
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.locator(".notitie")).to_contain_text("Ze lacht als de buurvrouw belt.")
    assert thumb.taps == 3
    page.get_by_role("button", name="Maak ongedaan").tap()
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Ze lacht als de buurvrouw belt.")


def test_en_nog_een_gives_a_clean_sheet(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Yusuf")
    tap_notitie(page)
    page.keyboard.type("Eerste.")
    page.locator("label.chip").filter(has_text="lastig").tap()
    page.get_by_role("button", name="En nog één").tap()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("")
    expect(page.locator("input:checked")).to_have_count(0)
    look(page, "notitie-nog-een")
    page.keyboard.type("Tweede.")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page).to_have_url(casus)
    expect(page.locator(".notitie .woorden")).to_have_text(["Tweede.", "Eerste."])


def test_an_empty_notitie_is_answered_with_a_sentence_that_helps(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto(f"{begin_contact(page, 'Truus')}/notities/nieuw")
    page.locator("label.chip").filter(has_text="vroeger").tap()
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf eerst iets op. Eén woord is genoeg.")
    expect(page.get_by_label("vroeger", exact=True)).to_be_checked()
    assert page.title().startswith("Fout: ")
    look(page, "notitie-fout")
    page.get_by_role("link", name="Schrijf eerst iets op.").click()
    page.keyboard.type("Koffie.")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.locator(".notitie")).to_contain_text("vroeger")


def test_a_change_keeps_what_was_there_and_can_be_undone(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Gerrit")
    write_notitie(page, casus, "Hij werkt op de markt.")
    page.get_by_role("link", name="Wijzig notitie: Hij werkt op de markt.").click()
    look(page, "notitie-wijzig")
    page.get_by_label("Wat hoor je of zie je?").fill("Hij werkte op de markt, tot de winter.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".notitie .woorden")).to_have_text("Hij werkte op de markt, tot de winter.")
    page.get_by_role("link", name="Wijzig notitie").click()
    page.get_by_role("link", name="Eerdere versies: 1").click()
    expect(page.get_by_text("Hij werkt op de markt.", exact=True)).to_be_visible()
    look(page, "eerdere-versies")

    page.goto(casus)
    page.get_by_role("link", name="Wijzig notitie").click()
    page.get_by_label("Wat hoor je of zie je?").fill("Per ongeluk.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("status")).to_contain_text("Ongedaan gemaakt. De notitie is weer zoals hij was.")
    expect(page.locator(".notitie .woorden")).to_have_text("Hij werkte op de markt, tot de winter.")


def test_undoing_a_new_notitie_leaves_its_words_in_the_field(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Hennie")
    write_notitie(page, casus, "Dit wilde ik nog niet bewaren.")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_role("status")).to_contain_text("Ongedaan gemaakt. Je woorden staan nog hier.")
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Dit wilde ik nog niet bewaren.")
    look(page, "notitie-ongedaan")
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(0)


def test_changed_in_two_tabs_both_texts_are_shown(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Bilal")
    write_notitie(page, casus, "Hij zoekt werk.")
    page.get_by_role("link", name="Wijzig notitie").click()
    other = page.context.new_page()
    other.goto(page.url)
    for tab, tekst, antwoord in (
        (other, "Hij vond werk.", "Bewaard"),
        (page, "Hij zoekt werk in de bouw.", "Deze notitie is intussen gewijzigd"),
    ):
        tab.get_by_label("Wat hoor je of zie je?").fill(tekst)
        tab.get_by_role("button", name="Bewaar", exact=True).click()
        expect(tab.get_by_text(antwoord).first).to_be_visible()
    expect(page.locator(".naast .woorden")).to_have_text(["Hij vond werk.", "Hij zoekt werk in de bouw."])
    look(page, "notitie-intussen")
    page.get_by_label("Wat hoor je of zie je?").fill("Hij vond werk in de bouw.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".notitie .woorden")).to_have_text("Hij vond werk in de bouw.")


def test_a_double_tap_saves_one_notitie(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Mieke")
    tap_notitie(page)
    page.keyboard.type("Dubbel getikt.")
    page.get_by_role("button", name="Bewaar", exact=True).dblclick()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_one_form_sent_from_two_tabs_saves_one_notitie(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Dirk")
    page.goto(f"{casus}/notities/nieuw")
    page.keyboard.type("Uit twee tabs.")
    page.evaluate("() => { document.querySelector('form.met-actiebalk').target = '_blank'; }")
    for melding in ("Bewaard", "Bewaard. We hadden deze notitie al."):
        with page.context.expect_page() as opened:
            page.get_by_role("button", name="Bewaar", exact=True).click()
        expect(opened.value.get_by_role("status")).to_contain_text(melding)
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_sent_without_internet_it_waits_and_is_saved_once(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Aad")
    page.goto(f"{casus}/notities/nieuw")
    page.keyboard.type("In de kelder is geen bereik.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    with page.expect_response("**/verzegeld"):
        page.context.set_offline(False)
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(1)


def test_sent_again_with_other_words_nothing_is_lost(worker_page: Page, look: Look) -> None:
    page = worker_page
    casus = begin_contact(page, "Adri")
    page.goto(f"{casus}/notities/nieuw")
    page.keyboard.type("Eerste woorden.")
    page.evaluate("() => { document.querySelector('form.met-actiebalk').target = '_blank'; }")
    with page.context.expect_page():
        page.get_by_role("button", name="Bewaar", exact=True).click()
    page.evaluate("() => { document.querySelector('form.met-actiebalk').target = ''; }")
    page.get_by_label("Wat hoor je of zie je?").fill("Andere woorden.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Dit formulier is al bewaard om")
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Andere woorden.")
    look(page, "notitie-botsing")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page).to_have_url(casus)
    expect(page.locator(".notitie .woorden")).to_have_text(["Andere woorden.", "Eerste woorden."])


def test_going_back_and_sending_something_else_gives_a_notitie_of_its_own(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Corrie")
    write_notitie(page, casus, "Voor het teruggaan.")
    page.go_back()
    page.get_by_label("Wat hoor je of zie je?").fill("Na het teruggaan.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".notitie .woorden")).to_have_text(["Na het teruggaan.", "Voor het teruggaan."])


def _expect_in_view(what: Locator, above: int) -> None:
    """Wholly on a screen of this height, without scrolling."""
    box = what.bounding_box()
    assert box is not None
    assert box["y"] >= 0, box
    assert box["y"] + box["height"] <= above, box


def test_enter_in_a_form_with_words_of_before_saves_them_and_throws_nothing_away(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Enise")
    page.goto(f"{casus}/afspraken/nieuw")
    with page.expect_response("**/concept"):
        page.locator("#wat").fill("Samen de post openen")
    page.goto(f"{casus}/afspraken/nieuw")
    expect(page.get_by_role("button", name="Gooi weg")).to_be_visible()
    page.locator("#wat").press("Enter")
    expect(page.get_by_role("heading", name="Afspraak met")).to_have_count(0)
    expect(page.locator(".afspraak__wat").filter(has_text="Samen de post openen")).to_have_count(1)
