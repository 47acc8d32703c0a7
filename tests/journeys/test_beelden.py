"""The pages that README.md and docs/ show, as they are with Frans in the app.

With LEEFGEBIEDEN_BEELDEN=1 (`make beelden`) their pictures are made again in docs/beelden; without it the walk is a check
that every page that is shown there still exists.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.browser import PHONE
from tests.journeys.op_weg import open_frans, tap_notitie
from tests.journeys.server import Server, environment

BEELDEN = Path(__file__).resolve().parents[2] / "docs" / "beelden"
MAKE = os.environ.get("LEEFGEBIEDEN_BEELDEN") == "1"
COLOURS = 64
"""Enough for text, flat colours and smooth edges; a picture is then some tens of kB."""
A4_DPI = 90


def test_the_pages_of_the_manual(worker_page: Page) -> None:
    page = worker_page
    page.goto("/mensen")
    keep(page, "mensen", "Mensen")
    open_frans(page)
    frans = page.url
    keep(page, "verhaal", "Frans")
    tap_notitie(page)
    page.keyboard.type("Hij wil zijn zoon weer zien.")
    for label in ("zegt zelf", "nodig of wens"):
        page.locator("label.chip").filter(has_text=label).tap()
    keep(page, "notitie", "Frans")
    page.goto(f"{frans}/ordenen")
    page.locator("label.chip").filter(has_text="Functioneren").tap()
    keep(page, "ordenen", "Waar hoort dit bij?")
    for naam, pad, kop in (
        ("leefgebieden", "leefgebieden", "Frans"),
        ("leefgebied", "leefgebieden/nacht", "Nacht"),
        ("spiekbrief", "spiekbrief?gebied=nacht", "Spiekbrief"),
        ("vragenlijst", "vragen/eropaf", "Vragenlijst"),
        ("netwerk", "netwerk", "Frans"),
        ("afspraken", "afspraken", "Frans"),
        ("samenvatting", "samenvatting", "Klopt deze A4?"),
    ):
        page.goto(f"{frans}/{pad}")
        keep(page, naam, kop)


def test_the_pages_of_a_team_and_of_who_learns(worker_page: Page) -> None:
    page = worker_page
    for naam, pad, kop in (
        ("komt-terug", "komt-terug", "Komt terug"),
        ("methodiek", "methodiek", "Methodiek"),
        ("werkvorm", "werkvormen/samen-slimmer", "Samen slimmer voor morgen"),
    ):
        page.goto(f"/{pad}")
        keep(page, naam, kop)
    page.goto("/sociale-kaart/nieuw")
    page.get_by_label("Hoe heet deze plek of persoon?").fill("Buurthuis De Brug")
    page.get_by_label("Waarvoor kun je er terecht?").fill("Koffie, en hulp met brieven")
    page.get_by_label("Naar wie vraag je?").fill("Hassan")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    keep(page, "sociale-kaart", "Sociale kaart")
    page.goto("/oefenen")
    keep(page, "oefenen", "Oefenen")
    page.get_by_role("button", name="Begin met Jayden").click()
    page.get_by_role("link", name="Wat doe je eerst?").click()
    page.get_by_label("Wat zou jij doen?").fill("Vragen wat hij het eerst kwijt wil")
    page.get_by_role("button", name="Bewaar en lees wat anderen vinden").click()
    expect(page.get_by_text("Zo denken anderen erover")).to_be_visible()
    keep(page, "oefenen-vraag", "Wat doe je eerst?")


def test_the_a4_of_frans(server: Server, tmp_path: Path) -> None:
    pdf = tmp_path / "a4.pdf"
    run = subprocess.run(
        [sys.executable, "-m", "leefgebieden", "draw-samenvatting", "Frans", "-o", str(pdf), "--namen", "voluit"],
        env=environment(server.instance.parent),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert pdf.read_bytes().startswith(b"%PDF")
    if MAKE:
        draw = ["pdftoppm", "-png", "-singlefile", "-r", str(A4_DPI), str(pdf), str(tmp_path / "a4")]
        subprocess.run(draw, check=True, timeout=60)
        shrink(tmp_path / "a4.png", BEELDEN / "a4.png")


def keep(page: Page, name: str, kop: str) -> None:
    """The page with this heading is there. When pictures are made: docs/beelden/NAME.png, from its top, in light."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^\s*{re.escape(kop)}\s*$"))
    if not MAKE:
        return
    BEELDEN.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.emulate_media(color_scheme="light")
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    whole = BEELDEN / f"{name}.png"
    page.screenshot(path=whole, animations="disabled")
    shrink(whole, whole)


def shrink(whole: Path, target: Path) -> None:
    """Write the picture with few colours, which makes it several times smaller."""
    from PIL import Image  # comes with the PDF library; only needed when pictures are made

    with Image.open(whole) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
