"""After a session nothing of it can be read on the device: the whole profile of the browser is searched, as bytes on the disk."""

import re
import time
from pathlib import Path

from playwright.sync_api import Playwright, expect

from tests.journeys.browser import FLAGS, PHONE, find_chromium, sign_in
from tests.journeys.op_weg import begin_contact
from tests.journeys.server import Server
from tests.tools.proxy import bad_network

CANARY = "Kanariepiet"


def find_words(folder: Path, word: str) -> list[str]:
    """Where this word stands, as UTF-8 or as UTF-16, in the name of a file or in its content: the file, and what is around it."""
    wanted = re.compile(re.escape(word.encode()) + b"|" + re.escape(word.encode("utf-16-le")), re.IGNORECASE)
    found = [str(path) for path in folder.rglob("*") if word.lower() in path.name.lower()]
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found += [
            f"{path.relative_to(folder)}: {content[max(0, hit.start() - 200) : hit.end() + 60]!r}"
            for hit in wanted.finditer(content)
        ]
    return found


def test_no_word_of_a_session_is_in_the_profile_of_the_browser(
    playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    profile = tmp_path / "profiel"
    with bad_network(server.url) as net:
        browser = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=find_chromium(),
            args=FLAGS,
            headless=True,
            viewport={"width": PHONE["width"], "height": PHONE["height"]},
            has_touch=True,
            base_url=net.url,
        )
        page = browser.pages[0]
        # what this search is worth: a word that does stay on the disk is found
        page.goto("/hulp?Zoekbewijs")
        sign_in(page, server.workers[0])
        casus = begin_contact(page, f"{CANARY} een")
        # saved, refused, begun, sealed, begun without a network
        for tekst in (f"{CANARY} bewaard", f"{CANARY} nog een"):
            page.goto(f"{casus}/notities/nieuw")
            page.get_by_label("Wat hoor je of zie je?").fill(tekst)
            page.get_by_role("button", name="Bewaar", exact=True).tap()
            expect(page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
        page.goto(f"{casus}/netwerk/nieuw")
        page.get_by_label("Wie?").fill(f"{CANARY} " * 30)
        page.get_by_role("button", name="Bewaar", exact=True).tap()
        expect(page.get_by_role("alert")).to_contain_text("Dit is te lang")
        page.goto(f"{casus}/notities/nieuw")
        with page.expect_response("**/concept"):
            page.get_by_label("Wat hoor je of zie je?").fill(f"{CANARY} begonnen")
        net.mode = "weg"
        page.get_by_label("Wat hoor je of zie je?").fill(f"{CANARY} begonnen zonder netwerk")
        page.wait_for_timeout(3_000)
        page.get_by_role("button", name="Bewaar", exact=True).tap()
        expect(page.locator("[data-wachtrij]")).to_contain_text("nog niet verzonden")
        page.goto("/zonder-internet/notitie")
        page.get_by_label("Wat hoor je of zie je?").fill(f"{CANARY} koud begonnen")
        page.wait_for_timeout(3_000)
        page.get_by_role("button", name="Bewaar", exact=True).tap()
        expect(page.locator("[data-wachtrij]")).to_contain_text("2 notities nog niet verzonden")
        net.mode = "door"
        page.goto("/mensen")
        page.goto(casus)
        page.goto(f"{casus}/samenvatting")
        page.goto("/mensen")
        page.get_by_label("Zoek op naam").fill(CANARY)
        page.get_by_label("Zoek op naam").press("Enter")
        expect(page.get_by_text("iemand gevonden")).to_be_visible()
        page.go_back()
        # the browser writes its session down every few seconds
        time.sleep(4)
        in_flight = find_words(profile, CANARY)
        page.goto("/mensen")
        page.get_by_role("button", name="Uitloggen").tap()
        expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
        browser.close()
    assert find_words(profile, "Zoekbewijs") != []
    assert in_flight == []
    assert find_words(profile, CANARY) == []
