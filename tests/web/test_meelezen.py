"""What a page offers: never a way that ends at a closed door. Whoever may only read is offered nothing to write."""

from collections import Counter
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask

from leefgebieden.actions.meewerker import ask_meewerker
from leefgebieden.actions.noodtoegang import take_noodtoegang
from leefgebieden.actions.team import change_team
from leefgebieden.actions.vervanging import record_vervanging
from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from tests.page import Page
from tests.pages import PagesClient

DOORS = {"public", "signed_in", "werker", "naam zien", "lezen"}
"""What whoever may only read finds open. Written here by hand, as in the matrix."""
WRITER = DOORS | {"schrijven", "a4"}
ENOUGH = 5
"""So many pages of one kind (the fifth notitie is changed on a page as the first)."""
PAGES = (
    "",
    "/leefgebieden",
    "/leefgebieden/dag",
    "/netwerk",
    "/afspraken",
    "/openvragen",
    "/vragen/eropaf",
    "/spiekbrief",
)


@pytest.fixture
def full(client: PagesClient, frans: str) -> str:
    """A casus with something of everything: the practice one, a gesprek that is planned, a question known, and closed."""
    pad = f"/mensen/{frans}"
    client.get(f"{pad}/gesprekken/nieuw")
    client.submit(fields={"stand": "komt-nog"}, button="Bewaar")
    client.get(f"{pad}/afspraken/nieuw")
    client.submit(fields={"wat": "Bellen met de zus"}, button="Maak afspraak")
    client.get(f"{pad}/openvragen")
    client.submit("/openvragen", {"tekst": "Huurt hij?"})
    client.submit("We weten het nu: Huurt hij?", {})
    client.submit("/openvragen", {"tekst": "Sinds wanneer?"})
    client.get(f"{pad}/afsluiten")
    client.submit(fields={"reden": "Hij wil ons niet meer zien."}, button="Sluit af")
    return frans


@pytest.fixture
def let_in(outside: Context, full: str, anja: Mens, tessa: Mens, bo: Mens, zuid: str) -> Callable[[str], None]:
    """Let Tessa in to the casus of Anja, in one of the ways in which a team mate comes there."""

    def let(hoe: str) -> None:
        if hoe == "in nood":
            take_noodtoegang(outside, tessa, outside.new_id(), full, "De buurvrouw belt: het gaat niet goed")
        elif hoe == "team leest mee":
            change_team(outside, bo, zuid, "Zuid", lezen_mee=True)
        elif hoe == "vervangt":
            record_vervanging(outside, anja, outside.new_id(), tessa.id, outside.today(), outside.today())
        else:
            ask_meewerker(outside, anja, full, tessa.id)

    return let


@pytest.mark.parametrize(
    ("hoe", "doors"), [("in nood", DOORS), ("team leest mee", DOORS), ("vervangt", WRITER), ("werkt mee", WRITER)]
)
def test_no_page_offers_a_way_that_is_closed(
    app: Flask, tessa_client: PagesClient, full: str, let_in: Callable[[str], None], hoe: str, doors: set[str]
) -> None:
    let_in(hoe)
    begin = f"/mensen/{full}"
    to_see, seen, visits, wrong = [begin], {begin}, Counter[str](), []
    while to_see:
        url = to_see.pop()
        page = tessa_client.get(url)
        if not page.html:
            continue
        for way in sorted(_find_ways(page)):
            method, path = way.split(" ", 1)
            endpoint, door = _find_door(app, method, path)
            if door not in doors:
                wrong.append(f"{url} offers {way}, which is {door!r}")
            elif method == "GET" and path.startswith(begin) and path not in seen and visits[endpoint] < ENOUGH:
                visits[endpoint] += 1
                seen.add(path)
                to_see.append(path)
    assert wrong == []
    assert {f"{begin}{pad}" for pad in PAGES} <= {urlsplit(url).path for url in seen}


def test_who_reads_along_reads_the_same_words(
    client: PagesClient, tessa_client: PagesClient, full: str, let_in: Callable[[str], None]
) -> None:
    let_in("in nood")
    for pad in PAGES:
        own = _read_words(client.get(f"/mensen/{full}{pad}"))
        assert own - _read_words(tessa_client.get(f"/mensen/{full}{pad}")) == set(), pad


def _find_ways(page: Page) -> set[str]:
    """What a page lets one do: "GET /address" for each link, the method and address of each form and of each button."""
    ways = {f"GET {_path(page, link.get('href', ''))}" for link in page.all("a") if "href" in link.attrib}
    for form in page.forms():
        ways.add(f"{form.method.upper()} {_path(page, form.action)}")
        ways |= {f"POST {_path(page, b.get('formaction', ''))}" for b in form.buttons if "formaction" in b.attrib}
    return {way for way in ways if way.split(" ", 1)[1].startswith("/")}


def _path(page: Page, href: str) -> str:
    """Path and query of an address of the app itself; what leads elsewhere (tel:) as it is."""
    parts = urlsplit(urljoin(f"http://localhost{page.url}", href))
    if parts.netloc != "localhost":
        return href
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _find_door(app: Flask, method: str, path: str) -> tuple[str, str]:
    """The endpoint behind an address, and who may enter there."""
    parts = urlsplit(path)
    endpoint, _ = app.url_map.bind("localhost").match(parts.path, method=method)
    return endpoint, str(getattr(app.view_functions[endpoint], "poort", "none"))


def _read_words(page: Page) -> set[str]:
    """What was typed, wherever it stands as text of its own on a page."""
    return {
        " ".join("".join(e.itertext()).split())
        for e in page.tree.iter()
        if e.get("data-eigen-woorden") is not None and e.tag in {"p", "b", "dd"}
    }
