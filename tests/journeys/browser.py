"""A real Chromium, as a phone: how it is started, how one signs in, and what every page that is passed must be.

Fixtures, for `tests/journeys/conftest.py` to hand out:
  server        the app with the demo in it, for all tests of a module: a way begins with somebody new, or leaves what it
                found as it was
  own_server    the same for one test alone: a test that wants it, or a module, has a fixture `server` that gives this one
  worker_page   a phone (390 x 844), signed in as the first worker of the demo
  big_page      a big screen (1280 x 900), likewise
  page_no_js    a phone without JavaScript, not signed in
  look          look(page, "mensen"): see `Look`
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.journeys.server import Server, Worker, copy_demo, make_demo, serve
from tests.tools.axe import check_axe
from tests.tools.nu import check_nu

PICTURES = Path(__file__).resolve().parents[2] / ".cache" / "beelden"
PHONE = {"width": 390, "height": 844}
BIG: ViewportSize = {"width": 1280, "height": 900}
SMALLEST = {"width": 320, "height": 640}
TARGET = 44
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# a machine that runs three browsers at once may need a while; what does not come at all still fails
expect.set_options(timeout=20_000)
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
MAC = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]


def find_chromium() -> str:
    """The browser of this machine: LEEFGEBIEDEN_CHROMIUM, else the first one found. None is ever downloaded."""
    given = os.environ.get("LEEFGEBIEDEN_CHROMIUM")
    found = [given] if given else [path for name in NAMES if (path := shutil.which(name))]
    found += [path for path in MAC if Path(path).exists()]
    if not found:
        raise FileNotFoundError("no Chromium: run `sh .ci/install-test-tools.sh`")
    return found[0]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find_chromium(), "args": FLAGS, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {
        "viewport": PHONE,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "has_touch": True,
        # a contrast that is measured halfway a fade says nothing
        "reduced_motion": "reduce",
        "service_workers": "allow",
    }


@pytest.fixture(scope="session")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Worker, ...]]:
    folder = tmp_path_factory.mktemp("demo")
    return folder, make_demo(folder)


@pytest.fixture
def own_server(_demo: tuple[Path, tuple[Worker, ...]], tmp_path: Path) -> Iterator[Server]:
    """The app, really started, with a fresh copy of the demo."""
    made, workers = _demo
    copy_demo(made, tmp_path)
    with serve(tmp_path, workers) as running:
        yield running


@pytest.fixture(scope="module")
def server(_demo: tuple[Path, tuple[Worker, ...]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, really started once for a module, with a copy of the demo that its tests share."""
    made, workers = _demo
    folder = tmp_path_factory.mktemp("server")
    copy_demo(made, folder)
    with serve(folder, workers) as running:
        yield running


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def worker_page(new_context: NewContext, server: Server) -> Page:
    """A phone, signed in as the first worker, at the page one comes to after signing in."""
    page = new_context(base_url=server.url).new_page()
    be_signed_in(page, server)
    return page


@pytest.fixture
def big_page(new_context: NewContext, server: Server) -> Page:
    """A big screen (1280 x 900), signed in as the first worker."""
    page = new_context(base_url=server.url).new_page()
    page.set_viewport_size({"width": BIG["width"], "height": BIG["height"]})
    be_signed_in(page, server)
    return page


@pytest.fixture
def page_no_js(new_context: NewContext, server: Server) -> Page:
    """A phone without JavaScript, not signed in, on a blank page."""
    return new_context(base_url=server.url, java_script_enabled=False).new_page()


def be_signed_in(page: Page, server: Server) -> None:
    """Go on as the first worker was signed in on this server before; sign in where that is over."""
    page.context.add_cookies(server.cookies)
    answer = page.goto("/mensen") if server.cookies else None
    if answer is None or not answer.ok or page.locator("input[type=password]").count():
        page.context.clear_cookies()
        sign_in(page, server.workers[0])
        # of who is signed in; what the page writes down for itself stays of its own test
        server.cookies[:] = [cookie for cookie in page.context.cookies() if cookie["httpOnly"]]


def sign_in(page: Page, worker: Worker) -> None:
    """Sign in by e-mail and password, as one does with a keyboard."""
    page.goto("/aanmelden")
    page.locator("input[name=email]").fill(worker.email)
    password = page.locator("input[type=password]")
    if not password.is_visible():
        page.get_by_text("Toon wachtwoord").click()
    password.fill(worker.wachtwoord)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("input[type=password]")).to_have_count(0)


@dataclass
class Look:
    """look(page, name): the page as it is now must be good to see, to use and to read.

    Checked: axe in light and in dark; every target at least 44 x 44 px; nothing wider than a screen of 320 px. Its HTML is
    kept for the Nu checker, which looks at all pages at once when the tests are done. With LEEFGEBIEDEN_BEELDEN=1
    .cache/beelden/NAME.png and NAME-donker.png are made as well, to look at; those of the docs: `test_beelden.py`.
    """

    html: dict[str, str] = field(default_factory=dict)

    def __call__(self, page: Page, name: str, *, full_page: bool = False) -> None:
        wrong: list[str] = []
        page.wait_for_load_state()
        before = page.viewport_size
        scripted = _has_scripts(page)
        for scheme, suffix in (("light", ""), ("dark", "-donker")):
            page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
            if os.environ.get("LEEFGEBIEDEN_BEELDEN") == "1":
                PICTURES.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=PICTURES / f"{name}{suffix}.png", full_page=full_page, animations="disabled")
            if scripted:
                # axe waits on the page's own timers, which stand still where scripts are off
                wrong += [f"{scheme}: {line}" for line in check_axe(page, only_colours=scheme == "dark")]
        page.emulate_media(color_scheme="light")
        wrong += check_targets(page)
        wrong += check_width(page)
        if before:
            page.set_viewport_size(before)
        self.html.setdefault(name, page.content())
        assert not wrong, f"{name} ({page.url}):\n  " + "\n  ".join(wrong)


@pytest.fixture(scope="session")
def look() -> Iterator[Look]:
    """One for all tests, so that java starts once; what Nu finds is said at the end of the session."""
    seen = Look()
    yield seen
    wrong = check_nu(seen.html)
    assert not wrong, "\n  ".join(["the Nu HTML checker:", *wrong])


def check_targets(page: Page) -> list[str]:
    """Each thing to tap that is smaller than 44 x 44 px; a link within a sentence may be as it is."""
    found: list[str] = page.evaluate(
        """least => {
          const small = [];
          for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
            if (e.type === 'hidden' || !e.checkVisibility({visibilityProperty: true, opacityProperty: false})) continue;
            let boxes = [e.getBoundingClientRect()];
            if (e.type === 'checkbox' || e.type === 'radio')
              boxes.push(...[...(e.labels || [])].map(label => label.getBoundingClientRect()));
            const width = Math.max(...boxes.map(b => b.right)) - Math.min(...boxes.map(b => b.left));
            const height = Math.max(...boxes.map(b => b.bottom)) - Math.min(...boxes.map(b => b.top));
            if (boxes.length === 1 && (width <= 1 || height <= 1)) continue;
            if (boxes.every(b => b.right <= 0 || b.bottom + scrollY <= 0)) continue;
            if (e.tagName === 'A' && getComputedStyle(e).display === 'inline' &&
                e.parentElement.textContent.trim() !== e.textContent.trim()) continue;
            if (width < least - 0.5 || height < least - 0.5)
              small.push(`${e.outerHTML.slice(0, 120)} is ${Math.round(width)} x ${Math.round(height)} px`);
          }
          return small;
        }""",
        TARGET,
    )
    return found


def check_width(page: Page) -> list[str]:
    """What sticks out of a screen of 320 px; a page must never be read sideways. Leaves the page at 320 px."""
    page.set_viewport_size({"width": SMALLEST["width"], "height": SMALLEST["height"]})
    return find_wide(page)


def find_wide(page: Page) -> list[str]:
    """What sticks out of the screen, at the width it has now."""
    found: list[str] = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 0.5);
          const inner = wide.filter(e => !wide.some(other => other !== e && e.contains(other)));
          return (inner.length ? inner : [document.body]).slice(0, 5)
            .map(e => `at ${room} px wide ${e.outerHTML.slice(0, 120)} sticks out`);
        }"""
    )
    return found


def _has_scripts(page: Page) -> bool:
    """Whether the page's own scripts run: where they are off, a promise of a timer never comes."""
    return bool(page.evaluate("() => window.matchMedia('(scripting: enabled)').matches"))
