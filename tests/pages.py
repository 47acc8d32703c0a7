"""A client that reads like a browser and inspects every page it fetches.

pages = make_client(app)
pages.get("/aanmelden")
pages.submit("/aanmelden", {"email": "…", "wachtwoord": "…"})
assert "Mensen" in pages.page.text
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

import pytest
from flask import Flask

from tests.inspection import inspect_page
from tests.page import Fields, Page

REDIRECTS = {301, 302, 303, 307, 308}


class PagesClient:
    """Flask's test client, seen through pages. `page` is the last HTML page that was shown."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()
        self._page: Page | None = None
        self._begin = ""

    @property
    def page(self) -> Page:
        if self._page is None and self._begin:
            self.get(self._begin)
        assert self._page is not None, "no page was fetched yet"
        return self._page

    def begin_at(self, url: str) -> None:
        """The page that one comes to first; it is fetched when it is looked at."""
        self._page, self._begin = None, url

    def get(self, url: str, status: int = 200, **options: Any) -> Page:
        """Fetch and inspect; `options` go to werkzeug's client (headers, query_string)."""
        return self._open("GET", url, status, **options)

    def post(
        self,
        url: str,
        data: Mapping[str, str | Sequence[str]] | None = None,
        status: int = 303,
        *,
        follow: bool = True,
        **options: Any,
    ) -> Page:
        """Send these fields as they are, also ones that no form has; the csrf token of the last page is added.

        A redirect is followed to its page (which must be there: 200), unless follow=False.
        """
        fields = {name: value if isinstance(value, str) else list(value) for name, value in (data or {}).items()}
        if "csrf_token" not in fields and (token := self.csrf_token()):
            fields["csrf_token"] = token
        return self._send(url, fields, status, follow=follow, **options)

    def submit(
        self,
        form: str | None = None,
        fields: Fields | None = None,
        button: str | None = None,
        status: int = 303,
        *,
        follow: bool = True,
    ) -> Page:
        """Fill in and send a form of the last page as a browser would: hidden fields, defaults and the button included.

        form: "#id", its action (or how that ends), or the text of its button; None: the only form in <main>.
        fields: name -> value, list of values for several ticks, None to take away; what is not named stays as it is.
        button: text, name or value of the button; None: the first.
        """
        found = self.page.form(form)
        values = found.filled(fields or {}, button)
        url = found.action.removeprefix("http://localhost")
        if found.method == "get":
            return self.get(url, status=200 if status == 303 else status, query_string=values)
        return self._send(url, values, status, follow=follow)

    def click(self, text: str, status: int = 200) -> Page:
        """Follow the link with this text on the last page."""
        links = self.page.links()
        assert text in links, f"no link {text!r} on {self.page.url}, only {sorted(links)}"
        return self.get(_join(self.page.url, links[text]), status)

    def csrf_token(self) -> str | None:
        """The token of the last page, from any of its forms."""
        if self._page is not None or self._begin:
            for element in self.page.all("input", name="csrf_token"):
                return element.get("value")
        return None

    def _send(self, url: str, fields: Mapping[str, Any], status: int, *, follow: bool, **options: Any) -> Page:
        page = self._open("POST", url, status, data=fields, **options)
        if follow and page.status in REDIRECTS:
            return self.get(page.location)
        return page

    def _open(self, method: str, url: str, status: int, **options: Any) -> Page:
        # a context of its own, as on a server: a test's own context would carry `g` from one request to the next
        with self.app.app_context():
            response = self.client.open(url, method=method, **options)
        page = Page.read(url, response)
        if response.status_code != status:
            to = f" to {page.location}" if page.status in REDIRECTS else ""
            said = f": {page.h1} {page.text[:600]}" if page.html else ""
            pytest.fail(f"{method} {url} answered {response.status_code}{to}, not {status}{said}")
        if page.html:
            self._page = page
            wrong = inspect_page(page)
            if wrong:
                pytest.fail(f"{method} {url}:\n  " + "\n  ".join(wrong))
        return page


def make_client(app: Flask) -> PagesClient:
    """A new visitor, not signed in."""
    return PagesClient(app)


def _join(base: str, href: str) -> str:
    return urljoin(base, href).partition("#")[0]
