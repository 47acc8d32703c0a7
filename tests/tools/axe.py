"""axe: accessibility of a page as the browser has it."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.tools import tool

# All of WCAG 2.0-2.2, A and AA, and what axe holds to be good practice besides.
TARGET_SIZE = "target-size"
COLOURS = ["color-contrast", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def check_axe(page: Page, *, only_colours: bool = False) -> list[str]:
    """One line per element that breaks a rule: rule, what is wrong, where. Empty when all is well.

    `only_colours`: what a light and a dark page of the same words can differ in.

    The source is evaluated, not added as a script: the pages' own policy refuses scripts from elsewhere.
    """
    page.evaluate(_source())
    only = {"type": "rule", "values": COLOURS} if only_colours else {"type": "tag", "values": TAGS}
    return [
        f"{violation['id']}: {violation['help']}, at {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for violation in _run(page, only)
        for node in violation["nodes"]
        if violation["id"] != TARGET_SIZE or _is_small_in_the_middle(page, str(node["target"][-1]))
    ]


def _is_small_in_the_middle(page: Page, selector: str) -> bool:
    """Whether it stays so when nothing lies over it: a bar that stays in view covers whatever stands there just now."""
    before = page.evaluate("[scrollX, scrollY]")
    page.evaluate("one => document.querySelector(one).scrollIntoView({block: 'center', behavior: 'instant'})", selector)
    again = _run(page, {"type": "rule", "values": [TARGET_SIZE]})
    page.evaluate("([x, y]) => scrollTo({left: x, top: y, behavior: 'instant'})", before)
    return any(selector in map(str, node["target"]) for violation in again for node in violation["nodes"])


def _run(page: Page, only: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "only => axe.run(document, {runOnly: only, resultTypes: ['violations']}).then(outcome => outcome.violations)",
        only,
    )
    return found


@cache
def _source() -> str:
    return tool("axe-core", "axe.min.js").read_text(encoding="utf-8")
