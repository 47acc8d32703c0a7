"""The one stylesheet that a page waits for: up to date, small, and with nothing in it that the policy forbids."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"


def test_what_is_built_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "build-static.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_stylesheet_is_small_enough_for_a_phone_with_a_bad_line() -> None:
    assert len(gzip.compress((CSS / "leefgebieden.css").read_bytes(), 9)) <= 12_000


def test_no_stylesheet_asks_for_anything_that_is_not_a_file_of_ours() -> None:
    for sheet in ("leefgebieden.css", "fonts.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", (CSS / sheet).read_text("utf-8")):
            assert (CSS / address).is_file(), f"{sheet}: {address}"
        assert "@import" not in (CSS / sheet).read_text("utf-8")


def test_every_colour_stands_in_the_token_file_so_that_another_team_can_bring_its_own() -> None:
    for sheet in CSS.glob("*.css"):
        # paper is black and white, whoever prints
        if sheet.name not in ("tokens.css", "afdruk.css", "leefgebieden.css", "fonts.css"):
            assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsla?\(", sheet.read_text("utf-8")), sheet.name


def test_the_licence_of_what_is_borrowed_stands_beside_it_and_in_the_stylesheet() -> None:
    assert "European Union Public Licence" in (ROOT / "static/vendor/utrecht/LICENSE.md").read_text("utf-8").title()
    assert "EUPL-1.2" in (CSS / "leefgebieden.css").read_text("utf-8")
    for folder in (ROOT / "static/fonts", ROOT / "leefgebieden/pdf/fonts"):
        assert "SIL Open Font License" in (folder / "OFL.txt").read_text("utf-8")
