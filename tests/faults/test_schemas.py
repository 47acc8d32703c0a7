"""Random schedules of typing, saving, cutting the network, killing the tab, killing the server, on two devices of one worker.

Every word of which the page said that it is kept is there once; no word is there twice, and none stands with somebody else.
1 schedule here, always the same; `make faults` does 500 (LEEFGEBIEDEN_SCHEMAS).
"""

import os
import random
import re
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tests.invariants.test_1_bewaard_is_bewaard import FRANS, start
from tests.journeys.browser import FLAGS, PHONE, find_chromium, sign_in
from tests.journeys.op_weg import begin_contact
from tests.journeys.server import free_port, make_demo
from tests.tools.proxy import Net, bad_network

pytestmark = pytest.mark.journey
SCHEMAS = int(os.environ.get("LEEFGEBIEDEN_SCHEMAS", "1"))
PER_KEER = 25
"""So many schedules on one server: with more words on its pages they take ever longer."""
STEPS = 10
LOSSE = "/losse-notities"
STATES = """() => new Promise(done => {
  const asked = indexedDB.open('leefgebieden');
  asked.onerror = () => done(['geen lade']);
  asked.onsuccess = () => {
    const transaction = asked.result.transaction(['rij', 'concepten']);
    const items = transaction.objectStore('rij').getAll(), drafts = transaction.objectStore('concepten').getAll();
    transaction.oncomplete = () => {
      asked.result.close();
      done([...items.result.map(item => item.staat), ...drafts.result.map(() => 'concept')]);
    };
  };
})"""
OUTCOME = """word => {
  const all = selector => [...document.querySelectorAll(selector)].map(e => e.textContent).join(' ');
  if (all('[data-verzegeld-lijst]').includes(word)) return 'kept';
  if (all('[role=status]').includes('Bewaard')) return 'kept';
  return document.querySelector('#foutenlijst') || all('[role=alert]').trim() ? 'refused' : '';
}"""


@dataclass
class Device:
    """A phone or a laptop, with the tab that is open on it."""

    context: BrowserContext
    page: Page
    place: str = ""
    word: str = ""

    def go(self, address: str) -> None:
        for _ in range(5):
            try:
                self.page.goto(address)
            except Error:
                self.page.wait_for_timeout(200)  # the page went elsewhere by itself in that moment
            else:
                return
        raise AssertionError(f"{address} does not open")

    def kill_tab(self) -> None:
        self.page.close()
        self.page = self.context.new_page()
        self.word = ""


@dataclass
class World:
    """The server, the network and what was said to the worker."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"
    net: Net
    kept: dict[str, str] = field(default_factory=dict)
    """word -> place, for every word of which the page said that it is kept."""
    typed: list[str] = field(default_factory=list)

    def kill_server(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process = start(self.folder, self.port)


def act(world: World, device: Device, places: list[str], chance: random.Random) -> str:
    """One step; its name, for when it goes wrong."""
    step = chance.choices(
        ["type", "save", "network", "kill tab", "kill server", "wait"], weights=[30, 30, 20, 8, 3, 9], k=1
    )[0]
    if step == "network":
        world.net.mode = chance.choice(["door", "door", "weg", "kap", "portaal"])
        return f"network {world.net.mode}"
    if step == "kill tab":
        device.kill_tab()
    elif step == "kill server":
        world.kill_server()
    elif step == "wait":
        device.page.wait_for_timeout(chance.choice([100, 2_500]))
    elif step == "type" or not device.word:
        type_word(world, device, chance.choice(places))
        return f"type {device.word} at {device.place}"
    else:
        return f"save {device.word}: {save(world, device)}"
    return step


def type_word(world: World, device: Device, place: str) -> None:
    device.word = ""
    device.go(f"{place}/nieuw" if place == LOSSE else f"{place}/notities/nieuw")
    field_ = device.page.locator("textarea[name=tekst]")
    if field_.count() == 0:
        return  # a portal: nothing to type in
    word = f"woord{len(world.typed):05d}x"
    world.typed.append(word)
    try:
        field_.fill(word, timeout=5_000)
    except Error:
        return
    device.place, device.word = place, word


def save(world: World, device: Device) -> str:
    page, word = device.page, device.word
    device.word = ""
    try:
        page.get_by_role("button", name="Bewaar", exact=True).click(timeout=5_000)
    except Error:
        return "no button"
    until = time.monotonic() + 12
    while time.monotonic() < until:
        try:
            outcome = str(page.evaluate(OUTCOME, word))
        except Error:
            outcome = ""  # between two pages
        if outcome == "kept":
            world.kept[word] = device.place
        if outcome:
            return outcome
        page.wait_for_timeout(50)
    return "no answer"


def settle(device: Device) -> None:
    """The network is good again: everything that waits goes."""
    device.go("/mensen")
    until = time.monotonic() + 40
    while time.monotonic() < until:
        try:
            states = device.page.evaluate(STATES)
            if not set(states) - {"bewaard", "aandacht"}:
                return
            device.page.evaluate("() => document.querySelector('[data-wachtrij-verstuur]').click()")
            if "concept" in states:
                device.go("/mensen")
        except Error:
            pass  # the page loaded itself again
        device.page.wait_for_timeout(300)
    raise AssertionError(f"this still waits: {states}")


def read_counts(device: Device, address: str, words: list[str]) -> dict[str, int]:
    html = device.context.request.get(address).text()
    # what the server set apart under Aandacht nodig stands there in large letters
    blocks = re.findall(r'class="(?:groot )?woorden" data-eigen-woorden>([^<]*)<', html)
    return {word: sum(block.count(word) for block in blocks) for word in words}


def check(world: World, device: Device, places: list[str], told: list[str]) -> None:
    found = {place: read_counts(device, place, world.typed) for place in [*places, "/aandacht"]}
    for word in world.typed:
        counts = {place: found[place][word] for place in found if found[place][word]}
        assert sum(counts.values()) <= 1, f"{word} is there twice: {counts}\n" + "\n".join(told)
        if word in world.kept:
            assert counts in ({world.kept[word]: 1}, {"/aandacht": 1}), (
                f"{word} was kept at {world.kept[word]} and is at {counts}\n" + "\n".join(told)
            )


@pytest.mark.parametrize("vanaf", range(0, SCHEMAS, PER_KEER))
def test_what_was_said_to_be_kept_is_there_once_after_every_schedule(
    playwright: Playwright, tmp_path: Path, vanaf: int
) -> None:
    worker = make_demo(tmp_path)[0]
    port = free_port()
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS, headless=True)
    with bad_network(f"http://localhost:{port}") as net:
        world = World(tmp_path, port, start(tmp_path, port), net)
        try:
            devices = []
            for _ in range(2):
                context = browser.new_context(
                    base_url=net.url, viewport={"width": PHONE["width"], "height": PHONE["height"]}
                )
                context.set_default_timeout(20_000)
                devices.append(Device(context, context.new_page()))
                sign_in(devices[-1].page, worker)
                devices[-1].page.evaluate("() => navigator.serviceWorker.ready")
            second = begin_contact(devices[0].page, "Tweede").removeprefix(net.url)
            places = [f"/mensen/{FRANS}", second, LOSSE]
            numbers = range(vanaf, min(vanaf + PER_KEER, SCHEMAS))
            for number in numbers:
                chance = random.Random(number)
                told = [f"schedule {number}"]
                for _ in range(STEPS):
                    which = chance.randrange(2)
                    told.append(f"{which}: {act(world, devices[which], places, chance)}")
                net.mode = "door"
                for device in devices:
                    settle(device)
                    device.word = ""
                check(world, devices[0], places, told)
            # something must have been kept; how much is chance
            assert len(world.kept) >= len(numbers) // 2
        finally:
            world.process.kill()
            world.process.wait()
            browser.close()
