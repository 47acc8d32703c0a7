"""Sixteen clients at once, against real server processes on loopback: how much of a hello page's throughput is left, and how
long the last in the row waits (p99) against the one in the middle (p50).

The clients share the machine with the server, so that a fast page is held up by them more than a slow one.
"""

import http.client
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from leefgebieden.domain.vorm import Id
from tests.bench.meting import tell
from tests.journeys.server import Worker, environment, free_port, make_demo, serve

CLIENTS = 16
SECONDS = 2.0
ROUNDS = 3
Ask = Callable[[http.client.HTTPConnection], int]


@dataclass
class Stand:
    """What came of one kind of page: seconds of each answer, and answers a second of each round."""

    duren: list[float] = field(default_factory=list)
    per_seconde: list[float] = field(default_factory=list)

    @property
    def vaart(self) -> float:
        return statistics.median(self.per_seconde)

    @property
    def staart(self) -> float:
        """p99 / p50."""
        honderdsten = statistics.quantiles(self.duren, n=100)
        return honderdsten[98] / honderdsten[49]


def measure_drukte(folder: Path, casus_id: Id) -> None:
    """Hello, view and save in turn, some seconds each."""
    folder.mkdir()
    wie = make_demo(folder)
    with serve(folder, wie) as server, serve_hallo(folder) as hallo:
        app = urlsplit(server.url).netloc
        kop, csrf = sign_in(app, wie[0])

        def ask_hallo(verbinding: http.client.HTTPConnection) -> int:
            return _ask(verbinding, "GET", "/", {})

        def view(verbinding: http.client.HTTPConnection) -> int:
            return _ask(verbinding, "GET", f"/mensen/{casus_id}", kop)

        def save(verbinding: http.client.HTTPConnection) -> int:
            velden = {"csrf_token": csrf, "id": str(uuid4()), "tekst": "Een notitie van gewone lengte."}
            return _ask(verbinding, "POST", f"/mensen/{casus_id}/notities/nieuw", kop, urlencode(velden))

        # saving comes last: every notitie makes the page longer
        soorten = {"hallo": (hallo, ask_hallo, 200), "view": (app, view, 200), "save": (app, save, 303)}
        standen = {naam: Stand() for naam in soorten}
        for paar in (("hallo", "view"), ("hallo", "save")):
            for naam in paar * ROUNDS:
                _press(*soorten[naam], standen[naam])
    vaart = standen["hallo"].vaart
    for naam, wat, doel in (("view", "case page of Frans", ">= 0.3"), ("save", "saving a notitie", "-")):
        stand = standen[naam]
        erbij = f"{stand.vaart:.0f} of {vaart:.0f} a second; aim {doel}"
        tell(f"{wat}, {CLIENTS} clients, share of a hello page's throughput", stand.vaart / vaart, "", erbij)
        midden = 1000 * statistics.median(stand.duren)
        tell(f"{wat}, {CLIENTS} clients, p99 / p50", stand.staart, "x", f"p50 {midden:.0f} ms; aim <= 3x")


def _press(waar: str, ask: Ask, status: int, stand: Stand) -> None:
    einde = time.perf_counter() + SECONDS
    duren: list[float] = []
    fouten: list[int] = []

    def keep_asking() -> None:
        verbinding = http.client.HTTPConnection(waar, timeout=30)
        while time.perf_counter() < einde:
            begin = time.perf_counter()
            antwoord = ask(verbinding)
            duren.append(time.perf_counter() - begin)
            if antwoord != status:
                fouten.append(antwoord)
        verbinding.close()

    draden = [threading.Thread(target=keep_asking) for _ in range(CLIENTS)]
    begin = time.perf_counter()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert not fouten, f"{len(fouten)} answers were not {status}: {set(fouten)}"
    stand.duren.extend(duren)
    stand.per_seconde.append(len(duren) / (time.perf_counter() - begin))


def _ask(verbinding: http.client.HTTPConnection, method: str, pad: str, kop: dict[str, str], body: str = "") -> int:
    form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    verbinding.request(method, pad, body or None, kop | form)
    antwoord = verbinding.getresponse()
    antwoord.read()
    return antwoord.status


def sign_in(waar: str, wie: Worker) -> tuple[dict[str, str], str]:
    """The headers that a signed-in browser sends, and the token that its forms carry."""
    verbinding = http.client.HTTPConnection(waar, timeout=30)
    koek, csrf = "", ""
    velden: dict[str, str] | None = None
    for method, pad in (("GET", "/aanmelden"), ("POST", "/aanmelden"), ("GET", "/mensen/nieuw")):
        if method == "POST":
            velden = {"email": wie.email, "wachtwoord": wie.wachtwoord, "csrf_token": csrf}
        kop = {"Cookie": koek, "Content-Type": "application/x-www-form-urlencoded"}
        verbinding.request(method, pad, urlencode(velden) if method == "POST" and velden else None, kop)
        antwoord = verbinding.getresponse()
        tekst = antwoord.read().decode()
        if gezet := antwoord.headers.get_all("Set-Cookie"):
            koek = "; ".join(een.split(";")[0] for een in gezet)
        if gevonden := re.search(r'name="csrf_token"[^>]*value="([^"]+)"', tekst):
            csrf = gevonden[1]
    assert antwoord.status == 200, f"signing in did not work: {antwoord.status}"
    return {"Cookie": koek}, csrf


@contextmanager
def serve_hallo(folder: Path) -> Iterator[str]:
    """The hello page in a process of its own; gives host and port."""
    poort = free_port()
    # without the warnings of its queue: sixteen at once is what we are here for
    proces = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.hallo", str(poort)],
        env=environment(folder),
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                http.client.HTTPConnection("127.0.0.1", poort, timeout=5).request("GET", "/")
                break
            except OSError:
                time.sleep(0.05)
        yield f"127.0.0.1:{poort}"
    finally:
        proces.terminate()
        proces.wait(10)
