"""The look itself: it must see what it is there for. A page of our own, without the app."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys.browser import check_targets, check_width
from tests.tools.axe import check_axe
from tests.tools.nu import check_nu

GOOD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Mensen</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Mensen</h1><p>Lees <a href="/meer">meer hierover</a> als je wilt.</p>
<button type="button" style="min-height:44px;min-width:44px">Bewaar</button></main></body></html>
"""
BAD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Mensen</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Mensen</h1><h1>Mensen<p></h1><img src="/x.png"><p style="color:#bbb">Bleek</p>
<div style="width:600px">breed</div><button type="button" style="padding:0;border:0">x</button></main></body></html>
"""


def test_a_good_page_passes(page: Page) -> None:
    page.set_content(GOOD)
    assert check_axe(page) == []
    assert check_targets(page) == []
    assert check_width(page) == []


def test_a_bad_page_is_named(page: Page) -> None:
    page.set_content(BAD)
    axe = "\n".join(check_axe(page))
    assert "image-alt" in axe
    assert "color-contrast" in axe
    assert "button" in "".join(check_targets(page))
    assert "breed" in "".join(check_width(page))


@pytest.mark.parametrize("on", [True, False])
def test_a_page_without_scripts_can_be_looked_at(new_context: Callable[..., BrowserContext], on: bool) -> None:
    page = new_context(java_script_enabled=on).new_page()
    page.set_content(GOOD)
    assert page.evaluate("() => matchMedia('(scripting: enabled)').matches") is on
    assert check_targets(page) == []
    assert check_width(page) == []


def test_nu_names_the_page_and_what_is_wrong() -> None:
    found = check_nu({"goed": GOOD, "fout": BAD})
    assert found
    assert all(line.startswith("fout, line ") for line in found)
    assert check_nu({}) == []
