"""At the kitchen table without a network: nothing that was typed is lost, and nothing of it can be read on the phone."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.browser import Look, NewContext, be_signed_in, sign_in
from tests.journeys.op_weg import WAITING, begin_contact, tap_notitie, wait_until, wait_until_sent
from tests.journeys.server import Server, Worker, environment
from tests.tools.proxy import Net, bad_network


@pytest.fixture
def net(server: Server) -> Iterator[Net]:
    with bad_network(server.url) as net:
        yield net


@pytest.fixture
def phone(new_context: NewContext, net: Net) -> BrowserContext:
    return new_context(base_url=net.url)


@pytest.fixture
def page(phone: BrowserContext, server: Server) -> Page:
    """A phone on a network that can be bad, signed in; its shell is in place."""
    page = phone.new_page()
    be_signed_in(page, server)
    page.evaluate("() => navigator.serviceWorker.ready")
    wait_until(page, KNOWS_KEY)
    return page


KNOWS_KEY = """() => new Promise(done => {
  const asked = indexedDB.open('leefgebieden');
  asked.onsuccess = () => {
    try {
      const got = asked.result.transaction('toestel').objectStore('toestel').get('sleutel');
      got.onsuccess = () => { asked.result.close(); done(Boolean(got.result)); };
    } catch { asked.result.close(); done(false); }
  };
})"""
DRAFTS = WAITING.replace("'rij'", "'concepten'").replace("got.result.map(item => item.staat)", "got.result.length > 0")


def wait_asked(page: Page, net: Net, address: str, times: int) -> None:
    """Wait until the page sent so many forms or parcels to this address, and their answers came."""
    until = time.monotonic() + 15
    while net.asked.count(("POST", address)) < times:
        assert time.monotonic() < until, net.asked[-40:]
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)


def write(page: Page, tekst: str) -> None:
    page.get_by_label("Wat hoor je of zie je?").fill(tekst)
    page.get_by_role("button", name="Bewaar", exact=True).tap()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Uitloggen").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def wait_in_queue(page: Page, net: Net, casus: str, *teksten: str) -> None:
    """Write these about this person while there is no network, which there is again afterwards."""
    page.goto(f"{casus}/notities/nieuw")
    net.mode = "weg"
    for tekst in teksten:
        write(page, tekst)
        expect(page.locator("[data-verzegeld-lijst]")).to_contain_text(tekst)


def expect_notities(page: Page, casus: str, *teksten: str) -> None:
    """These stand there, each once, and nothing waits."""
    wait_until_sent(page, casus)
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    expect(page.locator(".notitie .woorden")).to_have_text(list(teksten))


def test_a_notitie_without_a_network_waits_sealed_and_is_sent_on_return(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Samira")
    page.goto(f"{casus}/notities/nieuw")
    net.mode = "weg"
    page.locator("label.chip").filter(has_text="kracht").tap()
    write(page, "Zonder bereik geschreven.")
    expect(page.locator("[data-verzegeld-lijst]")).to_contain_text("Zonder bereik geschreven.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("")
    look(page, "zonder-internet-verzegeld")
    page.evaluate("() => { navigator.setAppBadge = async number => { window.opIcoon = number; }; }")
    write(page, "En nog één.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("2 notities nog niet verzonden.")
    assert page.evaluate("window.opIcoon") == 2
    net.mode = "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    assert page.evaluate("window.opIcoon") == 0
    page.goto(casus)
    expect(page.locator(".notitie .woorden")).to_have_text(["En nog één.", "Zonder bereik geschreven."])
    expect(page.locator(".notitie .labels").last).to_contain_text("Kracht")


def test_under_the_words_stands_where_they_are_kept(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Lot")
    page.goto(f"{casus}/notities/nieuw")
    stand = page.locator("[data-conceptstand]")
    page.get_by_label("Wat hoor je of zie je?").press_sequentially("Half")
    expect(stand).to_have_text("Concept bewaard")
    assert stand.get_attribute("role") is None
    look(page, "concept-bewaard")
    net.mode = "weg"
    page.get_by_label("Wat hoor je of zie je?").press_sequentially(" een zin")
    expect(stand).to_have_text("Concept bewaard op dit toestel")
    page.get_by_label("Wat hoor je of zie je?").fill(" ")
    expect(stand).to_have_text("")
    write(page, "Nu bewaard.")
    expect(page.locator("[data-verzegeld-lijst]")).to_contain_text("Nu bewaard.")
    expect(stand).to_have_text("")


def test_a_page_of_a_person_says_whether_all_is_saved(page: Page, net: Net, look: Look) -> None:
    begin_contact(page, "Ward")
    stand = page.locator(".bovenbalk .bewaarstand")
    expect(stand).to_have_text("Alles is bewaard")
    expect(stand.locator("svg")).to_be_visible()
    look(page, "alles-is-bewaard")
    net.mode = "weg"
    tap_notitie(page)
    page.keyboard.type("Wacht nog.")
    expect(stand).to_be_hidden()
    page.locator("dialog").get_by_role("button", name="Bewaar", exact=True).tap()
    expect(stand).to_have_text("1 nog niet verzonden")
    page.get_by_role("button", name="Sluit", exact=True).tap()
    look(page, "nog-niet-verzonden")
    net.mode = "door"
    page.evaluate("() => dispatchEvent(new Event('online'))")
    expect(stand).to_have_text("Alles is bewaard")
    # what has words of its own keeps them
    page.get_by_role("link", name="Spiekbrief").tap()
    expect(stand).to_have_text("Je hoeft niets in te vullen.")


def test_it_is_sent_by_itself_when_the_phone_is_online_again(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Omar")
    page.goto(f"{casus}/notities/nieuw")
    net.mode = "weg"
    write(page, "Vanzelf verstuurd.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    net.mode = "door"
    page.evaluate("() => dispatchEvent(new Event('online'))")
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="1 notitie verzonden.")).to_be_visible()


def test_what_was_sent_stands_in_the_page_that_is_open(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Noor")
    net.mode = "weg"
    tap_notitie(page)
    page.keyboard.type("Vanaf het trappenhuis.")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    page.get_by_role("button", name="Sluit").tap()
    net.mode = "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.get_by_role("status").filter(has_text="1 notitie verzonden.")).to_be_visible()
    expect(page.locator("main .notitie .woorden")).to_have_text("Vanaf het trappenhuis.")
    expect(page).to_have_url(casus)


def test_a_cold_start_without_a_network_can_write_and_not_read(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Geheime Naam")
    net.mode = "weg"
    page.goto("/mensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen internet")
    expect(page.get_by_text("Geheime Naam")).to_have_count(0)
    look(page, "geen-internet")
    page.get_by_role("link", name="Nieuwe notitie").tap()
    write(page, "Koud begonnen.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    look(page, "geen-internet-notitie")
    page.goto("/zonder-internet/spiekbrief")
    expect(page.get_by_role("heading", level=1)).to_have_text("Spiekbrief")
    look(page, "geen-internet-spiekbrief")
    page.goto(f"{casus}/vragen/crisis")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vragenlijst")
    expect(page.get_by_text("Is iedereen nu veilig?")).to_be_visible()
    net.mode = "door"
    wait_until_sent(page, "/losse-notities")
    expect(page.locator(".notitie").filter(has_text="Koud begonnen.")).to_have_count(1)


def test_with_no_answer_for_too_long_one_can_write_at_least(page: Page, net: Net) -> None:
    net.delay = 30
    page.goto("/losse-notities/nieuw")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nieuwe notitie")
    write(page, "Te traag om op te wachten.")
    expect(page.locator("[data-verzegeld-lijst]")).to_contain_text("Te traag om op te wachten.")
    net.delay = 0


def test_a_page_is_asked_for_once(page: Page, net: Net) -> None:
    """Also while the service worker wakes up and the browser asks on ahead."""
    before = len(net.asked)
    page.goto("/hulp")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert net.asked[before:].count(("GET", "/hulp")) == 1
    ahead = "() => navigator.serviceWorker.ready.then(one => one.navigationPreload.getState())"
    assert page.evaluate(ahead)["enabled"]


def test_the_form_of_a_person_opened_without_a_network_seals_for_that_person(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Fatma")
    net.mode = "weg"
    page.goto(f"{casus}/notities/nieuw")
    write(page, "Bij de juiste persoon.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    net.mode = "door"
    page.goto(casus)
    expect_notities(page, casus, "Bij de juiste persoon.")


def test_a_killed_tab_gives_the_words_back_with_their_time(phone: BrowserContext, page: Page, look: Look) -> None:
    casus = begin_contact(page, "Tineke")
    page.goto(f"{casus}/notities/nieuw")
    with page.expect_response("**/concept"):
        page.get_by_label("Wat hoor je of zie je?").fill("Halverwege een zin")
    page.close()
    again = phone.new_page()
    again.goto(f"{casus}/notities/nieuw")
    expect(again.get_by_label("Wat hoor je of zie je?")).to_have_value("Halverwege een zin")
    expect(again.get_by_text("Je begon hier om")).to_contain_text("Ga verder")
    look(again, "notitie-begonnen")
    again.get_by_role("button", name="Gooi weg").tap()
    expect(again.get_by_role("heading", level=1)).to_have_text("Tineke")
    again.goto(f"{casus}/notities/nieuw")
    expect(again.get_by_label("Wat hoor je of zie je?")).to_have_value("")


def test_leaving_the_page_at_once_keeps_the_words(page: Page) -> None:
    casus = begin_contact(page, "Rachid")
    page.goto(f"{casus}/notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").press_sequentially("Snel weg", delay=50)
    page.goto("/mensen")
    # the words travel while the next page is already there
    until = time.monotonic() + 10
    while page.goto(f"{casus}/notities/nieuw") and not page.get_by_label("Wat hoor je of zie je?").input_value():
        assert time.monotonic() < until
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Snel weg")


def test_a_tab_killed_without_a_network_gives_the_words_back_after_the_next_opening(
    phone: BrowserContext, page: Page, net: Net
) -> None:
    casus = begin_contact(page, "Bilal")
    page.goto(f"{casus}/notities/nieuw")
    field = page.get_by_label("Wat hoor je of zie je?")
    with page.expect_response("**/conceptsleutel"):
        field.fill("Begin")
    net.mode = "weg"
    field.fill("Begin en midden zonder netwerk")
    wait_until(page, DRAFTS)
    page.close()
    net.mode = "door"
    again = phone.new_page()
    again.goto("/mensen")
    wait_until(again, f"async () => !(await ({DRAFTS})())")
    again.goto(f"{casus}/notities/nieuw")
    expect(again.get_by_label("Wat hoor je of zie je?")).to_have_value("Begin en midden zonder netwerk")


def test_begun_in_the_shell_and_killed_the_words_come_back_in_the_form(
    phone: BrowserContext, page: Page, net: Net
) -> None:
    net.mode = "weg"
    page.goto("/zonder-internet/notitie")
    page.get_by_label("Wat hoor je of zie je?").fill("Koud begonnen en niet af")
    wait_until(page, f"async () => (await ({WAITING})()).includes('begonnen')")
    page.close()
    net.mode = "door"
    again = phone.new_page()
    again.goto("/mensen")
    wait_until(again, f"async () => !(await ({WAITING})()).includes('begonnen')")
    again.goto("/losse-notities/nieuw")
    expect(again.get_by_label("Wat hoor je of zie je?")).to_have_value("Koud begonnen en niet af")


def test_the_page_of_a_portal_is_no_receipt(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Joke")
    wait_in_queue(page, net, casus, "In het hotel.")
    net.mode = "portaal"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.locator("[data-wachtrij]")).to_contain_text("Geen verbinding met leefgebieden.")
    assert page.evaluate(WAITING) == ["wacht"]
    net.mode = "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect_notities(page, casus, "In het hotel.")


def test_in_a_portal_a_form_is_sealed_instead_of_sent_into_it(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Wim")
    page.goto(f"{casus}/notities/nieuw")
    net.mode = "portaal"
    write(page, "Niet aan het hotel.")
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie nog niet verzonden.")
    net.mode = "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect_notities(page, casus, "Niet aan het hotel.")


def test_an_answer_that_is_cut_off_leaves_one_copy(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Hans")
    wait_in_queue(page, net, casus, "Eén keer, hoe vaak ook.")
    net.mode = "door"
    page.evaluate("() => dispatchEvent(new Event('online'))")
    for _ in range(3):
        net.mode = "kap"
        page.get_by_role("button", name="Verstuur nu").click(force=True)
        page.wait_for_timeout(300)
    net.mode = "door"
    page.evaluate("() => dispatchEvent(new Event('online'))")
    expect_notities(page, casus, "Eén keer, hoe vaak ook.")


def test_a_slow_answer_to_a_form_saves_it_once(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Mieke")
    page.goto(f"{casus}/notities/nieuw")
    net.delay = 1
    page.get_by_label("Wat hoor je of zie je?").fill("Langzaam.")
    button = page.get_by_role("button", name="Bewaar", exact=True)
    button.tap()
    button.tap()
    expect(page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible(timeout=15_000)
    net.delay = 0
    expect_notities(page, casus, "Langzaam.")


def test_one_that_is_refused_for_ever_does_not_block_the_others(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Greet")
    wait_in_queue(page, net, casus, "De eerste, die niet wil.", "De tweede.")
    poisoned: list[bytes] = []

    def refuse_first(body: bytes) -> bool:
        uuid = body.split(b'"uuid":"')[1][:36]
        poisoned.extend([] if poisoned else [uuid])
        return uuid == poisoned[0]

    net.broken, net.mode = refuse_first, "door"
    for _ in range(3):
        page.get_by_role("button", name="Verstuur nu").tap()
        page.wait_for_timeout(400)
    expect(page.locator("[data-wachtrij]")).to_contain_text("Bij 1 lukte het versturen al vaker niet.")
    look(page, "wachtrij-kon-niet")
    assert sorted(page.evaluate(WAITING)) == ["bewaard", "wacht"]
    net.broken = lambda _: False
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.locator("[data-wachtrij]")).to_be_hidden()
    page.goto(casus)
    expect(page.locator(".notitie")).to_have_count(2)


def test_signed_out_the_queue_is_held_and_sent_after_signing_in(
    phone: BrowserContext, page: Page, net: Net, server: Server
) -> None:
    casus = begin_contact(page, "Yusuf")
    wait_in_queue(page, net, casus, "Wacht op aanmelden.")
    net.mode = "door"
    phone.clear_cookies(name="leefgebieden")
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.locator("[data-wachtrij]")).to_contain_text("Log in om te versturen.")
    assert page.evaluate(WAITING) == ["wacht"]
    sign_in(page, server.workers[0])
    expect_notities(page, casus, "Wacht op aanmelden.")


def test_a_colleague_on_the_same_phone_sees_that_something_waits_and_not_what(
    page: Page, net: Net, server: Server, look: Look
) -> None:
    casus = begin_contact(page, "Ineke")
    wait_in_queue(page, net, casus, "Alleen onder mijn naam.")
    net.mode = "door"
    page.route("**/verzegeld", lambda route: route.abort())
    page.goto("/mensen")
    sign_out(page)
    sign_in(page, server.workers[1])
    expect(page.locator("[data-wachtrij]")).to_contain_text("1 concept van een collega wacht.")
    expect(page.get_by_text("Alleen onder mijn naam.")).to_have_count(0)
    look(page, "wachtrij-collega")
    page.unroute("**/verzegeld")
    before = net.asked.count(("POST", "/verzegeld"))
    page.reload()
    page.evaluate("() => dispatchEvent(new Event('online'))")
    page.wait_for_timeout(800)
    assert net.asked.count(("POST", "/verzegeld")) == before
    sign_out(page)
    sign_in(page, server.workers[0])
    expect_notities(page, casus, "Alleen onder mijn naam.")


@contextmanager
def stopped(new_context: NewContext, server: Server, worker: Worker) -> Iterator[Page]:
    """For so long this colleague works here no longer. The page of who leads the team."""
    leider = new_context(base_url=server.url).new_page()
    sign_in(leider, server.workers[0])

    def open_colleague(one: Worker) -> None:
        leider.goto("/beheer")
        leider.get_by_role("link").filter(has_text=one.email).tap()

    def tap(button: str) -> None:
        leider.get_by_role("button", name=button, exact=True).tap()
        expect(leider.get_by_role("status").first).to_be_visible()

    open_colleague(server.workers[0])
    leider.get_by_label("teamleider in Ons team").check()
    tap("Bewaar")
    open_colleague(worker)
    leider.get_by_text("Werkt hier niet meer").tap()
    tap("Stop")
    try:
        yield leider
    finally:
        open_colleague(worker)
        tap("Werkt hier weer")


@pytest.mark.parametrize("device", ["his own", "of the team"])
def test_what_still_waits_when_its_author_is_stopped_comes_to_the_team(
    phone: BrowserContext, new_context: NewContext, net: Net, server: Server, look: Look, device: str
) -> None:
    page = phone.new_page()
    sign_in(page, server.workers[1])
    page.evaluate("() => navigator.serviceWorker.ready")
    wait_until(page, KNOWS_KEY)
    page.goto("/losse-notities/nieuw")
    net.mode = "weg"
    write(page, f"Nog gehoord, {device}.")
    expect(page.locator("[data-verzegeld-lijst]")).to_contain_text("Nog gehoord")
    with stopped(new_context, server, server.workers[1]) as leider:
        net.mode = "door"
        page.goto("/mensen")
        if device == "his own":
            expect(page.locator("[data-wachtrij]")).to_contain_text("1 notitie van dit toestel is naar je team.")
            look(page, "gestopt-verzonden")
        else:
            # signed out before he was stopped, by who takes the tablet over
            sign_in(page, server.workers[0])
        wait_until(page, f"() => ({WAITING})().then(found => found.every(one => one === 'bewaard'))")
        leider.goto("/mensen/team")
        expect(leider.get_by_text("Nog gehoord")).to_have_count(0)
        expect(leider.get_by_role("heading", name="nog 1 notitie")).to_be_visible()
        look(leider, "team-achtergebleven")
        leider.get_by_role("group", name="Wie krijgt de losse notities?").locator("label").first.tap()
        leider.get_by_role("button", name="Geef door").tap()
        expect(leider.get_by_role("status").first).to_contain_text("Doorgegeven: 1 notitie.")
        leider.goto("/aandacht")
        expect(leider.get_by_role("blockquote")).to_have_text(f"Nog gehoord, {device}.")
        look(leider, "aandacht-van-wie-stopte")
        leider.get_by_text("Gooi weg").first.tap()
        leider.get_by_role("button", name="Gooi weg").tap()
        expect(leider.get_by_role("status").first).to_contain_text("Weggegooid")


def throw_away_drawer(page: Page, net: Net) -> None:
    """As a browser does that wants its room back."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": net.url, "storageTypes": "indexeddb"})


def expect_told_as_gone(page: Page) -> None:
    page.goto("/aandacht")
    expect(page.get_by_role("heading", level=2)).to_contain_text("is van een toestel verdwenen")
    page.get_by_role("button", name="Gezien").tap()
    expect(page.get_by_text("Alles staat waar het hoort.")).to_be_visible()


def test_what_the_browser_threw_away_is_told(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Piet")
    wait_in_queue(page, net, casus, "Wordt gewist door de browser.")
    net.broken, net.mode = (lambda _: True), "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    page.wait_for_timeout(500)
    throw_away_drawer(page, net)
    net.broken = lambda _: False
    page.goto("/mensen")
    page.wait_for_timeout(500)
    page.goto("/aandacht")
    expect(page.get_by_role("heading", level=2)).to_contain_text("is van een toestel verdwenen")
    look(page, "aandacht-verdwenen")
    page.get_by_role("button", name="Gezien").tap()
    expect(page.get_by_text("Alles staat waar het hoort.")).to_be_visible()


def test_what_was_thrown_away_before_the_server_heard_of_it_is_told_too(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Paula")
    wait_in_queue(page, net, casus, "Nooit verstuurd.")
    throw_away_drawer(page, net)
    page.goto("/zonder-internet/spiekbrief")
    net.mode = "door"
    page.goto("/mensen")
    wait_asked(page, net, "/toestel/stand", 2)
    expect_told_as_gone(page)
    page.goto("/mensen")
    page.wait_for_timeout(500)
    page.goto("/aandacht")
    expect(page.get_by_text("Alles staat waar het hoort.")).to_be_visible()


def test_what_is_thrown_away_while_the_page_is_open_is_told(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Petra")
    wait_in_queue(page, net, casus, "Onder mijn ogen weg.")
    throw_away_drawer(page, net)
    # the bar looks again, and finds an empty drawer
    page.evaluate("() => dispatchEvent(new Event('online'))")
    page.wait_for_timeout(500)
    net.mode = "door"
    page.goto("/mensen")
    wait_asked(page, net, "/toestel/stand", 2)
    expect_told_as_gone(page)


def test_what_waits_for_somebody_who_was_erased_meanwhile_is_kept_for_its_author(
    page: Page, net: Net, server: Server, look: Look
) -> None:
    casus = begin_contact(page, "Henk Gewist")
    wait_in_queue(page, net, casus, "Voor wie er niet meer is.")
    erase(server, casus.rpartition("/")[2])
    net.mode = "door"
    page.get_by_role("button", name="Verstuur nu").tap()
    expect(page.locator("[data-wachtrij]").get_by_role("link", name="Aandacht nodig")).to_be_visible()
    page.goto("/aandacht")
    expect(page.get_by_text("Voor wie er niet meer is.")).to_be_visible()
    look(page, "aandacht-gewist")
    expect(page.get_by_text("Henk Gewist")).to_have_count(0)
    expect(page.get_by_role("button", name="Geef")).to_have_count(0)
    page.locator("summary").filter(has_text="Gooi weg").tap()
    page.get_by_role("button", name="Gooi weg").tap()
    expect(page.get_by_text("Alles staat waar het hoort.")).to_be_visible()


ERASE = """
import sys
from datetime import timedelta
from leefgebieden import create_app
from leefgebieden.actions.medewerker import to_mens
from leefgebieden.actions.wissen import finish_wissen, request_wissen
from leefgebieden.store.medewerker import fetch_medewerker_by_email
app = create_app()
with app.app_context():
    context = app.extensions["context"]
    vraagt, keurt = (to_mens(fetch_medewerker_by_email(email)) for email in sys.argv[2:4])
    request_wissen(context, vraagt, context.new_id(), sys.argv[1], "Hij vroeg erom, met reden.", wacht=timedelta(0))
    finish_wissen(context, keurt, sys.argv[1])
"""


def erase(server: Server, casus_id: str) -> None:
    """Two workers erase everything about somebody, in another process."""
    who = [worker.email for worker in server.workers[:2]]
    done = subprocess.run(
        [sys.executable, "-c", ERASE, casus_id, *who],
        env=environment(server.instance.parent),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_clock_that_is_hours_off_is_told(page: Page) -> None:
    page.clock.install()
    page.clock.fast_forward("03:00:00")
    page.goto("/mensen")
    expect(page.locator("[data-wachtrij]")).to_contain_text("De klok van dit apparaat wijkt 3 uur af.")


def test_signing_out_without_a_network_clears_the_screen_and_is_done_on_return(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Onleesbare Naam")
    page.goto(casus)
    net.mode = "weg"
    page.get_by_role("button", name="Uitloggen").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen internet")
    page.go_back()
    expect(page.get_by_text("Onleesbare Naam")).to_have_count(0)
    net.mode = "door"
    page.goto("/mensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def test_wiping_the_phone_first_says_what_would_be_lost(page: Page, net: Net, look: Look) -> None:
    casus = begin_contact(page, "Ans")
    wait_in_queue(page, net, casus, "Nog niet weg.")
    net.mode, net.broken = "door", lambda _: True
    page.goto("/instellingen")
    page.get_by_role("button", name="Wis dit toestel").tap()
    expect(page.get_by_text("Op dit toestel staat nog 1 notitie die niet verzonden is.")).to_be_visible()
    look(page, "wis-dit-toestel")
    assert "wacht" in page.evaluate(WAITING)
    page.get_by_role("button", name="Wis dit toestel").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit toestel is gewist")


def test_another_form_without_a_network_says_so_and_keeps_its_words(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Corrie")
    page.goto(f"{casus}/netwerk/nieuw")
    net.mode = "weg"
    page.get_by_label("Wie?").fill("Buurvrouw Tilly")
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("alert")).to_contain_text("Dit is nog niet bewaard.")
    expect(page.get_by_label("Wie?")).to_have_value("Buurvrouw Tilly")
    net.mode = "door"
    page.get_by_role("button", name="Bewaar", exact=True).tap()
    expect(page.get_by_role("link", name="Buurvrouw Tilly")).to_be_visible()


def test_a_drawer_that_a_newer_app_changed_or_that_was_closed_keeps_what_waits(page: Page, net: Net) -> None:
    """A change that is cut off halfway, one that succeeds, and one that took a shelf along."""
    casus = begin_contact(page, "Ria")
    wait_in_queue(page, net, casus, "Eerste.", "Tweede.", "Derde.")
    for version, what in (
        (5, "asked.transaction.abort()"),
        (6, ""),
        (7, "asked.result.deleteObjectStore('concepten')"),
    ):
        page.evaluate(
            f"""() => new Promise(done => {{
              const asked = indexedDB.open('leefgebieden', {version});
              asked.onupgradeneeded = () => {{ {what} }};
              asked.onsuccess = () => {{ asked.result.close(); done(); }};
              asked.onerror = () => done();
            }})"""
        )
        assert page.evaluate(WAITING) == ["wacht"] * (2 + version - 4)
        tekst = f"Na versie {version}."
        write(page, tekst)
        expect(page.locator("[data-verzegeld-lijst]")).to_contain_text(tekst)
    net.mode = "door"
    wait_until_sent(page, casus)
    expect(page.locator(".notitie .woorden")).to_have_count(6)


def test_begun_words_that_the_browser_threw_away_are_told_and_those_that_arrived_are_not(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Greetje")
    for told in (False, True):
        page.goto(f"{casus}/notities/nieuw")
        with page.expect_response("**/conceptsleutel"):
            page.get_by_label("Wat hoor je of zie je?").fill("Begin")
        net.mode = "weg"
        page.get_by_label("Wat hoor je of zie je?").fill("Begin, en verder zonder netwerk")
        wait_until(page, DRAFTS)
        if told:
            throw_away_drawer(page, net)
            page.goto("/zonder-internet/spiekbrief")
        net.mode = "door"
        page.goto("/mensen")
        if not told:
            wait_until(page, f"async () => !(await ({DRAFTS})())")
            page.goto("/mensen")
        page.wait_for_timeout(1_000)
        page.goto("/aandacht")
        expect(page.get_by_text("is van een toestel verdwenen")).to_have_count(1 if told else 0)
    page.get_by_role("button", name="Gezien").tap()
    expect(page.get_by_text("Alles staat waar het hoort.")).to_be_visible()


def test_who_is_back_within_a_blink_finds_his_words_and_types_on_beside_them(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Wilma")
    page.goto(f"{casus}/notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").press_sequentially("Net getypt", delay=20)
    net.delay = 0.4
    page.goto(f"{casus}/notities/nieuw")
    net.delay = 0
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Net getypt", timeout=10_000)


def test_who_lands_in_the_shell_while_typing_goes_on_there(page: Page, net: Net) -> None:
    casus = begin_contact(page, "Noor")
    page.goto(f"{casus}/notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").press_sequentially("Net getypt", delay=20)
    net.mode = "kap"
    page.goto(f"{casus}/notities/nieuw")
    page.get_by_label("Wat hoor je of zie je?").fill("Meteen verder")
    # longer than a page waits for words that are still on their way
    page.wait_for_timeout(1_500)
    expect(page.get_by_label("Wat hoor je of zie je?")).to_have_value("Meteen verder")


def test_leaving_the_shell_after_a_moment_keeps_the_words(page: Page, net: Net) -> None:
    net.mode = "weg"
    page.goto("/zonder-internet/notitie")
    page.get_by_label("Wat hoor je of zie je?").press_sequentially("Zo weer weg", delay=50)
    page.wait_for_timeout(1_000)
    page.goto("/zonder-internet/spiekbrief")
    wait_until(page, f"async () => (await ({WAITING})()).includes('begonnen')")
