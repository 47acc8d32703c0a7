"""`python -m tests.bench.voorkant`: until the first typed sign, on a slow network with a slow phone, against two form libraries.

In one run, in turn: our page of a person, with the sheet tapped open; and the 52 aandachtspunten of the card as text fields of
SurveyJS and of LHC-Forms, which are packed from npm for this and never shipped, and of a plain page without a style or a script:
what nobody can be much faster than. Slow 4G: 400 kbit/s and 400 ms; the processor four times slower. Cold: nothing in the cache of
the browser; second: the same page once more.

The others are served compressed, and ours goes over the wire as `leefgebieden start` sends it: compressed as well.

What taps and types is a script in the page itself, right after the first frame that shows something to tap: a driver outside the
browser takes up to 0.3 s for it on a slow processor, a fifth of what is measured.
"""

import gzip
import json
import mimetypes
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from leefgebieden.content.load import load_content
from tests.journeys.browser import FLAGS, PHONE, find_chromium, sign_in
from tests.journeys.op_weg import open_frans
from tests.journeys.server import Server, make_demo, serve

HERE = Path(__file__).parent
CI = HERE.parents[1] / ".ci"
ROUNDS = 3
PATIENCE = 60_000
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}

SURVEYJS = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>SurveyJS</title>
<link rel="stylesheet" href="/survey-core/survey-core.min.css"><script src="/survey-core/survey.core.min.js"></script>
<script src="/survey-js-ui/survey-js-ui.min.js"></script></head><body><div id="form"></div>
<script>new Survey.Model({elements: QUESTIONS.map((title, n) => ({type: 'comment', name: 'q' + n, title}))})
.render(document.getElementById('form'));</script></body></html>"""
KAAL = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kaal</title><form>%s</form></html>"""
LFORMS = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>LHC-Forms</title>
<link rel="stylesheet" href="/lforms/dist/lforms/webcomponent/styles.css"></head><body><div id="form"></div>
<script src="/lforms/dist/lforms/webcomponent/assets/lib/zone.min.js"></script>
<script src="/lforms/dist/lforms/webcomponent/lhc-forms.js"></script>
<script>LForms.Util.addFormToPage({lformsVersion: '30.0.0', code: 'x', name: 'x', items: QUESTIONS.map((question, n) =>
({linkId: 'q' + n, questionCode: 'q' + n, question, dataType: 'ST'}))}, 'form');</script></body></html>"""

# Taps what opens the field, if there is such a thing, until it is open, and types; each right after a frame was drawn. A tap
# before our script is there would lead to the form page, which works as well: a hand is not that fast, so it is held back.
HAND = """(() => {
  const [tap, field] = HANDEN;
  if (tap) addEventListener('click', event => event.preventDefault());
  const isDrawn = node => Boolean(node?.getClientRects().length);
  function look() {
    const link = tap && document.querySelector(tap);
    if (link && isDrawn(link) && !document.querySelector('dialog[open]')) link.click();
    const place = document.querySelector(field);
    if (isDrawn(place)) {
      place.focus();
      document.execCommand('insertText', false, 'a');
      if (place.value === 'a') return getypt(performance.timeOrigin + performance.now());
    }
    requestAnimationFrame(() => setTimeout(look));
  }
  requestAnimationFrame(() => setTimeout(look));
})();"""


@dataclass(frozen=True)
class Visit:
    """Seconds, bytes over the wire and requests until the first sign stands in a field."""

    seconds: float
    size: int
    requests: int


@dataclass(frozen=True)
class Way:
    """The address of a page (empty: the page of Frans), what to tap first (a selector, or nothing) and where to type."""

    path: str
    tap: str
    field: str


def main() -> None:
    punten = [p for gebied in load_content().kaart.leefgebieden for d in gebied.deelgebieden for p in d.aandachtspunten]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        others = dict(fetch_others(Path(folder)))
        workers = make_demo(Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        with serve(Path(folder), workers) as ours, serve_others(Path(folder), punten) as theirs:
            ways: dict[str, tuple[Callable[[], BrowserContext], Way]] = {
                "leefgebieden": (lambda: enter(browser, ours), Way("", "a[data-notitie]", "#blad-tekst"))
            }
            for name, path in {**others, "plain page": "/kaal"}.items():
                way = Way(path, "", "textarea, input:not([type=hidden])")
                ways[name] = (lambda: new_context(browser, theirs), way)
            visits: dict[str, list[tuple[Visit, Visit]]] = {name: [] for name in ways}
            for _ in range(ROUNDS):
                for name, (begin, way) in ways.items():
                    visits[name].append(visit_twice(begin(), way))
        browser.close()
    show(visits)


def fetch_others(folder: Path) -> Iterator[tuple[str, str]]:
    """The libraries that npm could bring, as (name, path of its page); who is missing is said."""
    sys.path.insert(0, str(CI))
    from npm_pack import fetch_package  # type: ignore[import-not-found]  # a script beside the package, not in it

    lock = json.loads((HERE / "voorkant.lock.json").read_text("utf-8"))
    for name, path, packages in (
        ("SurveyJS", "/surveyjs", ("survey-core", "survey-js-ui")),
        ("LHC-Forms", "/lforms", ("lforms",)),
    ):
        try:
            for package in packages:
                found = fetch_package(package, **lock[package], into=folder / "npm")
                (folder / package).symlink_to(found)
        except (CalledProcessError, OSError, ValueError) as wrong:
            print(f"{name} is not compared: npm did not bring it ({wrong}).")
        else:
            yield name, path


@contextmanager
def serve_others(folder: Path, questions: list[str]) -> Iterator[str]:
    """Their files, compressed and kept by the browser, as a good host would; the address."""
    pages = {
        path: page.replace("QUESTIONS", json.dumps(questions)).encode()
        for path, page in (("/surveyjs", SURVEYJS), ("/lforms", LFORMS))
    }
    fields = "".join(f"<p><label>{escape(question)} <textarea></textarea></label></p>" for question in questions)
    pages["/kaal"] = KAAL.replace("%s", fields).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = folder / self.path.lstrip("/")
            content = pages.get(self.path) or (file.read_bytes() if file.is_file() else b"")
            body = gzip.compress(content, 9)
            self.send_response(200 if content else 404)
            kind = "text/html" if self.path in pages else mimetypes.guess_type(self.path)[0] or "text/plain"
            for header, value in (
                ("Content-Type", kind),
                ("Content-Encoding", "gzip"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store" if self.path in pages else "max-age=31536000, immutable"),
            ):
                self.send_header(header, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            del args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def new_context(browser: Browser, url: str) -> BrowserContext:
    # a worker would answer from its own store, and nothing would be cold
    width, height = PHONE["width"], PHONE["height"]
    return browser.new_context(base_url=url, viewport={"width": width, "height": height}, service_workers="block")


def enter(browser: Browser, server: Server) -> BrowserContext:
    """Signed in, with the page of Frans open in a first tab."""
    context = new_context(browser, server.url)
    page = context.new_page()
    sign_in(page, server.workers[0])
    open_frans(page)
    return context


def visit_twice(context: BrowserContext, way: Way) -> tuple[Visit, Visit]:
    first = visit(context, way, cold=True)
    second = visit(context, way, cold=False)
    context.close()
    return first, second


def visit(context: BrowserContext, way: Way, *, cold: bool) -> Visit:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    sizes: list[int] = []
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    if cold:
        devtools.send("Network.clearBrowserCache")
    devtools.send("Network.emulateNetworkConditions", SLOW)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    typed: list[float] = []
    page.expose_function("getypt", lambda moment: typed.append(moment))
    page.add_init_script(HAND.replace("HANDEN", json.dumps([way.tap, way.field])))
    begin = time.time()
    page.goto(way.path or context.pages[0].url, wait_until="commit", timeout=PATIENCE)
    deadline = begin + PATIENCE / 1000
    while not typed and time.time() < deadline:
        page.wait_for_timeout(50)
    if not typed:
        raise TimeoutError(f"Nothing could be typed at {page.url}: {page.locator('body').inner_text()[:500]}")
    over_the_wire = [size for size in sizes if size]
    # a field that was left with something in it gives it back the next time
    page.keyboard.press("Backspace")
    page.close()
    return Visit(typed[0] / 1000 - begin, sum(over_the_wire), len(over_the_wire))


def show(visits: dict[str, list[tuple[Visit, Visit]]]) -> None:
    for number, which in enumerate(("cold", "second visit")):
        rounds = {name: [pair[number] for pair in pairs] for name, pairs in visits.items()}
        for name, found in rounds.items():
            ratios = [them.seconds / us.seconds for them, us in zip(found, rounds["leefgebieden"], strict=True)]
            one = found[0]
            print(
                f"{which:<13} {name:<13} {statistics.median(ratios):5.1f}x"
                f"  ({statistics.median(v.seconds for v in found):.1f} s, {one.size / 1000:.0f} kB, {one.requests} requests)"
            )


if __name__ == "__main__":
    main()
