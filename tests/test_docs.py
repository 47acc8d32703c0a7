"""The manual says what is on the screen, and every picture and page it points to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BEELDEN = ROOT / "docs" / "beelden"
BEELD_HOOGUIT = 150_000
"""Bytes: who reads the manual on a phone pays for them."""


def test_every_picture_that_is_named_exists_and_every_picture_is_named() -> None:
    named = {path for page in DOCS for path in _links(page) if path.suffix == ".png"}
    assert named == set(BEELDEN.glob("*"))


def test_every_picture_is_small_and_says_what_it_shows() -> None:
    large = [beeld.name for beeld in BEELDEN.glob("*.png") if beeld.stat().st_size > BEELD_HOOGUIT]
    assert large == []
    for page in DOCS:
        text = page.read_text("utf-8")
        assert re.findall(r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+\")[^>]*>", text) == [], page.name


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_what_is_linked_to_is_there(page: Path) -> None:
    assert [str(path) for path in _links(page) if not path.exists()] == []


def test_every_bold_word_of_the_manual_is_on_the_screen() -> None:
    manual = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
    shown = _shown_words()
    bold = {" ".join(found.split()) for found in re.findall(r"\*\*(.+?)\*\*", manual, re.DOTALL)} - {"Dikke"}
    assert len(bold) > 50
    missing = sorted(word for word in bold if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown))
    assert missing == []


def _links(page: Path) -> list[Path]:
    """The files that a page points to, beside addresses and places on the page itself."""
    text = page.read_text("utf-8")
    found = re.findall(r"\]\(([^)\s]+)\)|<img[^>]*\bsrc=\"([^\"]+)\"", text)
    targets = [(a or b).partition("#")[0] for a, b in found]
    return [(page.parent / target).resolve() for target in targets if target and "://" not in target]


def _shown_words() -> str:
    """What can be read on the pages, as far as it stands in a template, in a form, in a view or in the content."""
    templates = (path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    words = [re.sub(r"\{#.*?#\}|</?(?:b|i|p|span|a)\b[^>]*>", " ", text, flags=re.DOTALL) for text in templates]
    for folder, pattern in (("leefgebieden/web", "*.py"), ("leefgebieden/content", "*.toml")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            words += re.findall(r'"([^"\n]*)"', path.read_text("utf-8"))
    return " ".join(" ".join(words).split())
