"""`python -m tests.bench`: everything in turn (A B A B), medians, each against a bare thing of the same kind."""

import io
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask

from leefgebieden.actions.medewerker import add_medewerker, to_mens
from leefgebieden.actions.uitwisseling import import_casus
from leefgebieden.content.load import load_content
from leefgebieden.context import make_context
from leefgebieden.domain.casus import HeleCasus, Namen
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.samenvatting import Gelezen, Samenvatting, compose_samenvatting
from leefgebieden.domain.vorm import Id
from leefgebieden.store.db import db
from leefgebieden.store.opstarten import open_database
from tests.pages import make_client
from tests.people import ARGON2, WACHTWOORD, make_app

ROUNDS = 40


def ratio(wat: str, a: Callable[[], object], b: Callable[[], object], doel: str, rounds: int = ROUNDS) -> None:
    """Time a and b in turn and print the median of the ratios pair by pair."""
    a(), b()
    pairs = []
    for _ in range(rounds):
        begin = time.perf_counter()
        a()
        middle = time.perf_counter()
        b()
        pairs.append((middle - begin, time.perf_counter() - middle))
    ratios = sorted(x / y for x, y in pairs)
    milli = 1000 * statistics.median(x for x, _ in pairs)
    print(f"{wat:<70} {statistics.median(ratios):7.1f}x  ({milli:.1f} ms; aim {doel})")


def main() -> None:
    content = load_content()
    outside = make_context(content)
    frans = read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content)
    with tempfile.TemporaryDirectory() as folder:
        app = make_app(Path(folder), outside, ARGON2=ARGON2, WTF_CSRF_ENABLED=False)
        with app.app_context():
            open_database(outside.now())
            anja = to_mens(add_medewerker(outside, app.extensions["hasher"], "anja@team.test", "Anja", WACHTWOORD))
            veertig = replace(frans, notities=frans.notities[:40])
            import_casus(outside, anja, veertig)
        measure_pages(app, Path(folder), frans.casus.id)
        measure_a4(frans)
        measure_start()
        with app.app_context():
            db.engine.dispose()


def measure_pages(app: Flask, folder: Path, casus_id: str) -> None:
    client = make_client(app).client
    client.post("/aanmelden", data={"email": "anja@team.test", "wachtwoord": WACHTWOORD})
    bare = bare_insert(folder / "kaal.sqlite3")
    hello = Flask("hello")
    hello.add_url_rule("/", "hello", lambda: "hello")
    hello_client = hello.test_client()

    def view() -> None:
        assert client.get(f"/mensen/{casus_id}").status_code == 200

    def save() -> None:
        notitie_id = str(app.extensions["context"].new_id())
        fields = {"id": notitie_id, "tekst": "Een notitie van gewone lengte, zoals aan tafel."}
        assert client.post(f"/mensen/{casus_id}/notities/nieuw", data=fields).status_code == 303

    ratio("case page, 40 notities / bare Flask hello page", view, lambda: hello_client.get("/"), "-")
    ratio("case page, 40 notities / bare committed insert", view, bare, "<= 5x")
    ratio("saving a notitie / bare Flask hello page", save, lambda: hello_client.get("/"), "-")
    ratio("saving a notitie / bare committed insert", save, bare, "<= 3x")


def bare_insert(path: Path) -> Callable[[], None]:
    """One committed insert with the same guarantees: WAL and synchronous=FULL."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (a TEXT)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (?)", ("x" * 2000,))
        connection.execute("COMMIT")

    return insert


def measure_a4(frans: HeleCasus) -> None:
    from leefgebieden.pdf.samenvatting import draw_samenvatting, fit

    content = load_content()
    nu = datetime(2026, 7, 14, 10, tzinfo=UTC)

    def compose(hele: HeleCasus) -> Samenvatting:
        return compose_samenvatting(hele, content, namen=Namen.VOLUIT, gelezen=Gelezen.NOG_NIET, maker="Anja", nu=nu)

    samenvatting = compose(frans)
    ratio(
        "a full A4, composed, laid out and drawn, warm / an empty ReportLab page",
        lambda: draw_samenvatting(compose(frans)),
        empty_pdf,
        "<= 12x",
        rounds=15,
    )
    print(f"{'size of the A4 of Frans':<70} {len(draw_samenvatting(samenvatting)) / 1000:7.1f} kB (aim <= 20 kB)")

    def times(aantal: int) -> HeleCasus:
        notities = tuple(
            replace(n, id=Id(f"{i:08d}{n.id[8:]}"), gemaakt_op=n.gemaakt_op + timedelta(seconds=i))
            for i, n in enumerate((frans.notities * (aantal // len(frans.notities) + 1))[:aantal])
        )
        return replace(frans, notities=notities)

    zestig, zeshonderd = compose(times(60)), compose(times(600))
    ratio("fit() of 600 notities / of 60", lambda: fit(zeshonderd), lambda: fit(zestig), "-", rounds=5)


def empty_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def measure_start() -> None:
    def run(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    ratio("start of the process / python -c pass", run("import leefgebieden.cli"), run("pass"), "<= 35x", rounds=5)


if __name__ == "__main__":
    main()
