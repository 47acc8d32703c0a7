"""The manual says what is on the screen, and every picture, page and test it points to is there."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from leefgebieden.cli import MODULES

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / "README.md", ROOT / "tests" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
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


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_is_linked_to_is_there(page: Path) -> None:
    assert [str(path) for path in _links(page) if not path.exists()] == []


def test_every_bold_word_of_the_manual_is_on_the_screen() -> None:
    manual = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
    shown = _shown_words()
    bold = {" ".join(found.split()) for found in re.findall(r"\*\*(.+?)\*\*", manual, re.DOTALL)} - {"Dikke"}
    assert len(bold) > 50
    missing = sorted(word for word in bold if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown))
    assert missing == []


def test_every_test_that_is_named_exists() -> None:
    named = [
        (page.name, file, name)
        for page in DOCS
        for file, name in re.findall(r"(tests/[\w/]+\.py)(?:::(\w+))?", page.read_text("utf-8"))
    ]
    assert len(named) > 40
    assert [place for place in named if not _has_test(ROOT / place[1], place[2])] == []


def test_every_command_is_in_the_tables_of_commands() -> None:
    commands = {
        name for module in MODULES for name in re.findall(r'add_parser\(\s*"([a-z0-9-]+)"', inspect.getsource(module))
    }
    assert len(commands) > 10
    for page in (ROOT / "README.md", ROOT / "docs" / "beheer.md"):
        rows = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
        missing = {name for name in commands if not any(re.search(rf"`[^`]*\b{name}\b", row) for row in rows)}
        assert missing == set(), page.name


def test_every_setting_that_is_explained_exists() -> None:
    text = (ROOT / "docs" / "beheer.md").read_text("utf-8")
    named = {
        name for row in text.splitlines() if row.startswith("| `") for name in re.findall(r"`([A-Z]+_[A-Z_]+)`", row)
    }
    assert len(named) > 8
    assert {name for name in named if f'"{name}":' not in _read_package("settings.py")} == set()


def _read_package(file: str) -> str:
    return (ROOT / "leefgebieden" / file).read_text("utf-8")


def _has_test(file: Path, name: str) -> bool:
    """Whether this file is there and, when a name is given, holds a test that is called so."""
    if not file.is_file():
        return False
    functions = {node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}
    return not name or name in functions


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
