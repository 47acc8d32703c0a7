"""The way along the people around somebody: adding, changing, taking away."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import SMALLEST, Look, find_wide
from tests.journeys.op_weg import open_frans


def test_somebody_is_added_changed_and_taken_away(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Netwerk", exact=True).click()
    # at the end of the list: halfway, the bar below covers a part of some row
    page.get_by_role("link", name="Voeg iemand toe").scroll_into_view_if_needed()
    page.keyboard.press("End")
    look(page, "netwerk")
    page.get_by_role("link", name="Voeg iemand toe").click()
    look(page, "netwerk-nieuw")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul in wie dit is.")
    look(page, "netwerk-nieuw-fout")
    page.get_by_label("Wie?").fill("Buurvrouw Ria")
    page.get_by_label("eigen mensen", exact=True).check()
    page.get_by_label("zwak", exact=True).check()
    page.get_by_label("In één woord").fill("op de trap")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Buurvrouw Ria Zwak contact: op de trap").click()
    page.get_by_text("Meer: sinds wanneer, familie, samen kijken en de A4").click()
    page.get_by_label("Sinds wanneer?").fill("2025-03-01")
    look(page, "netwerk-wijzig")
    page.get_by_label("sterk", exact=True).check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Sinds zaterdag 1 maart 2025")).to_be_visible()
    page.get_by_role("link", name="Buurvrouw Ria Sterk contact").click()
    page.get_by_text("Haal weg uit het netwerk").click()
    page.get_by_role("button", name="Haal weg", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Weggehaald")
    expect(page.get_by_text("Buurvrouw Ria")).to_have_count(0)


def test_on_a_big_screen_the_drawing_stands_beside_the_list(big_page: Page, look: Look) -> None:
    page = big_page
    open_frans(page)
    page.get_by_role("link", name="Netwerk", exact=True).click()
    lijst = page.locator(".lijst").first.bounding_box()
    tekening = page.get_by_role("img", name="Wie staat om Frans heen?").bounding_box()
    assert lijst is not None
    assert tekening is not None
    assert tekening["x"] > lijst["x"] + lijst["width"]
    assert tekening["y"] < lijst["y"] + lijst["height"]
    assert 1.8 < tekening["width"] / lijst["width"] < 2.3
    look(page, "netwerk-groot")


def test_how_it_went_is_seen_on_one_line(worker_page: Page, look: Look) -> None:
    page = worker_page
    open_frans(page)
    page.get_by_role("link", name="Hoe liep het?").click()
    expect(page.get_by_role("img", name="Hoe liep het?")).to_be_visible()
    look(page, "tijdlijn")


@pytest.mark.parametrize(("breedte", "minst"), [(390, 14.0), (SMALLEST["width"], 12.0), (768, 14.0)])
def test_the_letters_of_a_drawing_can_be_read_on_a_phone(worker_page: Page, breedte: int, minst: float) -> None:
    page = worker_page
    open_frans(page)
    frans = page.url
    page.set_viewport_size({"width": breedte, "height": SMALLEST["height"]})
    for pad in ("netwerk", "tijdlijn", "netwerk/familie"):
        page.goto(f"{frans}/{pad}")
        maten = page.evaluate(
            """() => [...document.querySelectorAll('.tekening text')].filter(text => text.checkVisibility())
              .map(text => text.getAttribute('font-size') * text.ownerSVGElement.getScreenCTM().a)"""
        )
        assert maten, pad
        assert min(maten) >= minst, pad
        assert find_wide(page) == []
