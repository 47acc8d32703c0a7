"""What a phone needs to put the app on its home screen, and how little a page needs before one can type."""

import gzip
import json
from pathlib import Path

from PIL import Image

from tests.pages import PagesClient

STATIC = Path(__file__).resolve().parents[2] / "static"
HOOGUIT = 16 * 1024
"""Bytes, compressed, before one can type; and at most 3 requests."""


def test_the_app_can_be_installed_and_names_nobody(visitor: PagesClient, client: PagesClient, samira: str) -> None:
    page = visitor.get("/manifest.webmanifest")
    assert page.response.mimetype == "application/manifest+json"
    assert client.get("/manifest.webmanifest").data == page.data
    manifest = json.loads(page.data)
    assert manifest["display"] == "standalone"
    assert [shortcut["name"] for shortcut in manifest["shortcuts"]] == ["Nieuwe notitie"]
    assert client.get(manifest["shortcuts"][0]["url"]).h1 == "Losse notitie"
    for icon in manifest["icons"]:
        picture = Image.open(STATIC / icon["src"].partition("?")[0].removeprefix("/static/"))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]
        corner = picture.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        # what a phone cuts its own shape out of fills its square
        assert (corner[3] == 255) == (icon["purpose"] == "maskable")
    assert any(link.get("href") == "/manifest.webmanifest" for link in visitor.get("/aanmelden").all("link"))


def test_one_can_type_after_three_requests_and_sixteen_kilobytes(client: PagesClient, samira: str) -> None:
    """A page of a person, the style and the sheet; the form page needs no script. Letters and the rest come after."""
    sheet = {
        f"/mensen/{samira}{deel}" for deel in ("", "/leefgebieden", "/leefgebieden/dag", "/spiekbrief", "/netwerk")
    }
    forms = {f"/mensen/{samira}/notities/nieuw", "/losse-notities/nieuw", "/mensen/nieuw", "/instellingen"}
    sizes = {}
    for url in sorted(sheet | forms | {"/mensen", "/aanmelden"}):
        page = client.get(url) if url != "/aanmelden" else client.get("/hulp")
        head = page.tree.find("head")
        assert head is not None
        styles = [link.get("href", "") for link in head.iter("link") if link.get("rel") == "stylesheet"]
        scripts = [script for script in page.all("script") if script.get("src")]
        # nothing waits for a script: they are modules, and the sheet is the first of them
        assert {script.get("type") for script in scripts} <= {"module"}
        first = [script.get("src", "") for script in scripts if url in sheet and "js/blad" in script.get("src", "")]
        needed = [*styles, *first]
        assert len(styles) == 1
        assert 1 + len(needed) <= 3, url
        sizes[url] = len(gzip.compress(page.data, 6)) + sum(_compressed(address) for address in needed)
    assert max(sizes.values()) <= HOOGUIT, sizes


def test_letters_come_after_the_words_and_carry_a_version(client: PagesClient, samira: str) -> None:
    page = client.get(f"/mensen/{samira}")
    assert page.html.index("css/fonts.css") > page.html.index("</main>")
    # an address with a version is kept by the browser for a year (web/statisch.py)
    assert any("css/fonts.css?v=" in link.get("href", "") for link in page.all("link"))


def _compressed(address: str) -> int:
    return (STATIC / f"{address.partition('?')[0].removeprefix('/static/')}.gz").stat().st_size
