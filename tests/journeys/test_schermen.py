"""The same pages on other screens: the smallest, a big one, dark by choice, with text twice as large, without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import BIG, SMALLEST, Look, check_width, find_wide, sign_in
from tests.journeys.op_weg import begin_contact, open_frans, tap_notitie
from tests.journeys.server import Server

PADEN = (
    "",
    "/notities/nieuw",
    "/leefgebieden",
    "/leefgebieden/dag",
    "/leefgebieden?kaart=eenvoudig",
    "/ordenen",
    "/spiekbrief",
    "/vragen/crisis",
    "/netwerk",
    "/afspraken",
    "/openvragen",
    "/samenvatting",
)
"""The pages of a person, after its address."""
REGEL = 72
"""Signs on a line: 65 is the norm, and a line of narrow letters holds some more."""
CRISIS = 64
"""Pixels high: who needs it has shaking hands."""


@pytest.mark.parametrize("breedte", [SMALLEST["width"], 390, BIG["width"]])
def test_text_twice_as_large_sticks_out_nowhere(worker_page: Page, breedte: int) -> None:
    page = worker_page
    frans = _frans(page)
    page.set_viewport_size({"width": breedte, "height": 800})
    wide = []
    for pad in PADEN:
        page.goto(f"{frans}{pad}")
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        wide += [f"{pad}: {line}" for line in find_wide(page)]
    assert not wide, "\n".join(wide)


def test_on_the_smallest_screen_a_notitie_is_two_taps_too(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.set_viewport_size({"width": SMALLEST["width"], "height": SMALLEST["height"]})
    casus = begin_contact(page, "Nel")
    tap_notitie(page)
    page.keyboard.type("Klein scherm, zelfde woorden.")
    look(page, "notitie-klein")
    bewaar = page.get_by_role("button", name="Bewaar", exact=True)
    box = bewaar.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= SMALLEST["height"], "Bewaar is in view without scrolling"
    bewaar.tap()
    expect(page.locator(".notitie .woorden")).to_have_text("Klein scherm, zelfde woorden.")
    expect(page).to_have_url(casus)


def test_on_a_big_screen_the_leefgebieden_stand_beside_the_verhaal(big_page: Page, look: Look) -> None:
    page = big_page
    frans = _frans(page)
    naast = page.locator("aside.alleen-breed")
    expect(naast).to_be_visible()
    look(page, "verhaal-groot")
    rail = page.locator(".snelbalk").bounding_box()
    assert rail is not None
    assert rail["x"] == 0, "the bar below became a rail on the left"
    assert rail["height"] > rail["width"]
    for naam, pad in (("mensen-groot", "/mensen"), ("notitie-groot", f"{frans}/notities/nieuw")):
        page.goto(pad)
        look(page, naam)
        assert check_width(page) == []
        page.set_viewport_size({"width": BIG["width"], "height": BIG["height"]})


def test_on_a_big_screen_a_notitie_and_its_leefgebied_point_at_each_other(page_no_js: Page, server: Server) -> None:
    """With the keyboard and without scripts: which one is chosen stands in the address."""
    page = page_no_js
    page.set_viewport_size(BIG)
    sign_in(page, server.workers[0])
    _frans(page)
    notitie = page.locator(".notitie").filter(has_text="Hij wil het zelf in de hand houden.")
    gebieden = page.locator("aside .gebied")
    wijst = gebieden.filter(has=page.get_by_text("Deze notitie hoort hier").locator("visible=true"))
    expect(wijst).to_have_count(0)
    notitie.get_by_role("link", name="Wijs aan: Financiën").press("Enter")
    expect(wijst).to_have_count(1)
    expect(wijst.get_by_role("heading")).to_have_text("Financiën")
    for one in (notitie, wijst):
        expect(one).to_be_in_viewport(ratio=1)
        expect(one).to_have_css("outline-style", "solid")
    alle = page.locator(".notitie:visible")
    hoeveel = alle.count()
    gebieden.get_by_role("link", name="Alleen dit in het verhaal: Financiën").press("Enter")
    expect(page.get_by_text("Je ziet alleen de notities bij Financiën.")).to_be_in_viewport()
    expect(wijst).to_have_count(0)
    assert 0 < alle.count() < hoeveel
    expect(alle.filter(has_not=page.get_by_role("link", name="Wijs aan: Financiën"))).to_have_count(0)
    page.get_by_role("link", name="Toon alles").locator("visible=true").press("Enter")
    expect(alle).to_have_count(hoeveel)


def test_on_a_phone_a_notitie_says_its_place_and_points_at_nothing(worker_page: Page) -> None:
    page = worker_page
    frans = _frans(page)
    notitie = page.locator(".notitie").filter(has_text="Hij wil het zelf in de hand houden.")
    expect(notitie.get_by_text("Financiën", exact=True).locator("visible=true")).to_have_count(1)
    page.goto(f"{frans}#alleen-1")
    expect(page.get_by_text("Je ziet alleen")).to_have_count(4)
    expect(page.get_by_text("Je ziet alleen").locator("visible=true")).to_have_count(0)
    expect(notitie).to_be_visible()


@pytest.mark.parametrize("breedte", [1024, BIG["width"], 1920])
def test_on_a_big_screen_the_head_of_a_person_stays_where_it_is_on_every_tab(big_page: Page, breedte: int) -> None:
    page = big_page
    frans = _frans(page)
    page.set_viewport_size({"width": breedte, "height": BIG["height"]})
    koppen = {}
    for tab in ("", "/leefgebieden", "/netwerk", "/afspraken"):
        page.goto(f"{frans}{tab}")
        koppen[tab] = page.evaluate(
            """() => ['.bovenbalk', 'h1', 'h1 + .onder', '.stap', '.tabs', '.voet'].map(part => {
              const box = document.querySelector(part).getBoundingClientRect();
              return [part, box.left, box.width, part === '.voet' ? 0 : box.top];
            })"""
        )
    assert all(kop == koppen[""] for kop in koppen.values()), koppen


def test_on_a_big_screen_search_and_the_rest_stand_beside_the_list(big_page: Page) -> None:
    page = big_page
    page.goto("/mensen")
    lijst = page.locator(".lijst").get_by_role("link", name="Frans").bounding_box()
    zoek = page.get_by_role("search").bounding_box()
    assert lijst is not None
    assert zoek is not None
    assert zoek["x"] > lijst["x"] + lijst["width"]


@pytest.mark.parametrize(
    "pad", ["/hulp", "/instellingen", "/methodiek", "/werkvormen", "/geen-internet", "dag", "meldcode"]
)
def test_a_line_on_a_big_screen_is_not_too_long_to_read(big_page: Page, pad: str) -> None:
    page = big_page
    paden = {"dag": "/leefgebieden/dag", "meldcode": "/meldcode"}
    page.goto(f"{_frans(page)}{paden[pad]}" if pad in paden else pad)
    assert _find_long_lines(page) == []


def test_dark_by_choice_is_dark_on_a_light_phone(worker_page: Page, look: Look) -> None:
    page = worker_page
    page.goto("/instellingen")
    page.get_by_label("donker", exact=True).check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    open_frans(page)
    page.emulate_media(color_scheme="light")
    assert _background(page) == "rgb(23, 21, 19)"
    look(page, "verhaal-donker-gekozen")
    page.goto("/instellingen")
    page.get_by_label("licht", exact=True).check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.emulate_media(color_scheme="dark")
    assert _background(page) == "rgb(251, 248, 243)"


@pytest.mark.parametrize("pad", ["", "/notities/nieuw", "/leefgebieden/dag"])
def test_what_has_the_focus_is_never_behind_the_bar(worker_page: Page, pad: str) -> None:
    page = worker_page
    frans = _frans(page)
    page.set_viewport_size({"width": SMALLEST["width"], "height": SMALLEST["height"]})
    page.goto(f"{frans}{pad}")
    behind = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (!e || e === document.body || e.closest('.snelbalk, .actiebalk')) return '';
              const shown = [e, ...(e.labels || [])].flatMap(x => [...x.getClientRects()]);
              const bar = document.querySelector('.snelbalk, .actiebalk');
              const {top, bottom} = bar.getBoundingClientRect();
              const free = b => b.bottom > 0 && b.top < innerHeight && (b.top < top || b.bottom > bottom);
              return shown.some(free) ? '' : e.outerHTML.slice(0, 120);
            }"""
        )
        if found:
            behind.append(found)
    assert behind == []


def test_a_notitie_is_written_without_a_mouse(worker_page: Page) -> None:
    page = worker_page
    casus = begin_contact(page, "Bep")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.get_by_role("link", name="Notitie", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Wat hoor je of zie je?")).to_be_focused()
    page.keyboard.type("Met toetsen.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("zegt zelf", exact=True)).to_be_checked()
    bewaar = page.get_by_role("button", name="Bewaar", exact=True)
    for _ in range(30):
        if bewaar.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".notitie")).to_contain_text("Met toetsen.")
    expect(page).to_have_url(casus)


def test_bel_112_is_the_biggest_thing_to_tap_with_and_without_internet(worker_page: Page) -> None:
    page = worker_page
    frans = _frans(page)
    for pad in (f"{frans}/vragen/crisis", "/zonder-internet/vragen/crisis"):
        page.goto(pad)
        box = page.get_by_role("link", name="Bel 112").bounding_box()
        assert box is not None
        assert box["height"] >= CRISIS, pad


def _frans(page: Page) -> str:
    """Go to Frans; the address of his page."""
    open_frans(page)
    return page.url


def _find_long_lines(page: Page) -> list[str]:
    """Lines of running text with more signs than one can read at ease, as they are broken on the screen now."""
    found: list[str] = page.evaluate(
        """most => {
          const long = [];
          for (const e of document.querySelectorAll('main :is(p, li, dd, .lijst span)')) {
            const own = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
            if (!own || !e.checkVisibility()) continue;
            const lines = new Map();
            const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode;
              for (let at = 0; at < node.length; at++) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const box = range.getBoundingClientRect();
                // a bold word stands on the same line, some pixels off
                if (box.width) lines.set(Math.round(box.bottom / 12), (lines.get(Math.round(box.bottom / 12)) || 0) + 1);
              }
            }
            const longest = Math.max(0, ...lines.values());
            if (longest > most) long.push(`${longest}: ${e.textContent.trim().slice(0, 80)}`);
          }
          return long;
        }""",
        REGEL,
    )
    return found


def _background(page: Page) -> str:
    found: str = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return found
