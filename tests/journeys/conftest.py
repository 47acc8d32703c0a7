"""Hands out the browser's fixtures to the journeys, and to them alone; each of them is a journey by mark."""

from pathlib import Path

import pytest

from tests.journeys.browser import (
    _demo,
    big_page,
    browser_context_args,
    browser_type_launch_args,
    look,
    own_server,
    page_no_js,
    server,
    worker_page,
)

__all__ = [
    "_demo",
    "big_page",
    "browser_context_args",
    "browser_type_launch_args",
    "look",
    "own_server",
    "page_no_js",
    "server",
    "worker_page",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.journey)
