"""The contrast of every pair of colours that meet on a page, computed from the token file (WCAG 2.2: 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parents[2] / "static/css/tokens.css").read_text("utf-8")
FIELDS = ("vlak", "papier", "tint")
TEXT, CONTROL = 4.5, 3.0
PAIRS = [
    *[(text, field, TEXT) for text in ("inkt", "zacht", "actie") for field in FIELDS],
    *[(text, field, TEXT) for text in ("kracht", "lastig", "fout") for field in ("vlak", "papier")],
    *[(text, field, TEXT) for text in ("inkt", "zacht", "actie") for field in ("kracht-vlak", "lastig-vlak")],
    ("kracht", "kracht-vlak", TEXT),
    ("lastig", "lastig-vlak", TEXT),
    ("op-actie", "actie", TEXT),
    ("papier", "inkt", TEXT),  # a chosen chip
    *[("rand", field, CONTROL) for field in ("vlak", "papier")],
]


def read_palette(selector: str) -> dict[str, str]:
    """Return the colours of the first block with this selector, name to #RRGGBB."""
    block = re.search(re.escape(selector) + r"\s*\{(.*?)\}", TOKENS, flags=re.DOTALL)
    assert block, selector
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", block[1]))


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


LIGHT, DARK = read_palette(":root"), read_palette(":root.donker")
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_the_ratio_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1F242B", "#FBF8F3") == pytest.approx(14.73, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_what_is_read_stands_out_from_what_is_behind_it(
    palette: dict[str, str], front: str, back: str, least: float
) -> None:
    assert contrast(palette[front], palette[back]) >= least


@PALETTES
@pytest.mark.parametrize("field", FIELDS)
def test_one_of_the_two_rings_of_the_focus_shows_on_every_field(palette: dict[str, str], field: str) -> None:
    assert max(contrast(palette[ring], palette[field]) for ring in ("focus", "inkt")) >= CONTROL


def test_dark_by_choice_and_dark_by_device_are_the_same() -> None:
    assert read_palette(":root:not(.licht)") == DARK
    assert LIGHT.keys() == DARK.keys()
