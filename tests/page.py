"""A page as a test reads it: parsed, with its words, its forms and what a browser would send."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from html5lib.treebuilders import getTreeBuilder
from werkzeug.test import TestResponse

Fields = Mapping[str, str | Sequence[str] | None]


def tag(element: Element) -> str:
    """The plain name of an element, also inside an svg; a comment has none."""
    found: object = element.tag  # html5lib makes comments whose tag is a function
    return found.rpartition("}")[2] if isinstance(found, str) else ""


def words(element: Element, skip: frozenset[Element] = frozenset()) -> str:
    """The text of an element, its white space made single, without the elements in `skip`."""

    def pieces(at: Element) -> Iterator[str]:
        if at in skip or not tag(at):
            return
        if at.text:
            yield at.text
        for child in at:
            yield from pieces(child)
            # a space, because a block ends a word on screen
            yield " " if tag(child) not in {"b", "i", "em", "strong", "span", "a", "abbr", "q"} else ""
            if child.tail:
                yield child.tail

    return " ".join("".join(pieces(element)).split())


class Form:
    """One form, with the values that a browser would send if nothing were touched."""

    def __init__(self, element: Element, page_url: str) -> None:
        self.element = element
        self.method = element.get("method", "get").lower()
        self.action = urljoin(page_url, element.get("action") or page_url)

    @property
    def fields(self) -> list[Element]:
        return [e for e in self.element.iter() if tag(e) in {"input", "select", "textarea"} and e.get("name")]

    @property
    def buttons(self) -> list[Element]:
        return [
            e
            for e in self.element.iter()
            if (tag(e) == "button" and e.get("type", "submit") == "submit")
            or (tag(e) == "input" and e.get("type") == "submit")
        ]

    def names(self) -> set[str]:
        return {cast(str, e.get("name")) for e in self.fields}

    def values(self) -> dict[str, list[str]]:
        """What would be sent untouched: name -> values, in the order of the page, without any button."""
        found: dict[str, list[str]] = {}
        for element in self.fields:
            if element.get("disabled") is None:
                for value in _values(element):
                    found.setdefault(cast(str, element.get("name")), []).append(value)
        return found

    def filled(self, fields: Fields, button: str | None = None) -> dict[str, list[str]]:
        """What would be sent after filling in `fields` (None takes a field away) and pressing `button` (its text, name or value).

        AssertionError: a field or choice that is not on the form, for a browser could not send it either.
        """
        values = self.values()
        for name, value in fields.items():
            assert name in self.names(), f"the form has no field {name!r}, only {sorted(self.names())}"
            chosen = [] if value is None else [value] if isinstance(value, str) else list(value)
            choices = self._choices(name)
            if choices is not None:
                unknown = [one for one in chosen if one not in choices]
                assert not unknown, f"{name!r} does not offer {unknown}, only {sorted(choices)}"
            values[name] = chosen
        pressed = self._pressed(button)
        if pressed is not None and (name_of_button := pressed.get("name")):
            values[name_of_button] = [pressed.get("value", "")]
        return values

    def _choices(self, name: str) -> set[str] | None:
        found: set[str] = set()
        for element in self.fields:
            if element.get("name") != name:
                continue
            if tag(element) == "select":
                found |= {_option_value(option) for option in element.iter() if tag(option) == "option"}
            elif element.get("type") in {"checkbox", "radio"}:
                found.add(element.get("value", "on"))
            else:
                return None
        return found

    def _pressed(self, button: str | None) -> Element | None:
        if button is None:
            return self.buttons[0] if self.buttons else None
        for element in self.buttons:
            if button in {words(element), element.get("name"), element.get("value")}:
                return element
        offered = [words(element) or element.get("value") for element in self.buttons]
        raise AssertionError(f"the form has no button {button!r}, only {offered}")


def _values(element: Element) -> list[str]:
    kind = element.get("type", "text").lower()
    if tag(element) == "textarea":
        return [element.text or ""]
    if tag(element) == "select":
        options = [option for option in element.iter() if tag(option) == "option"]
        chosen = [option for option in options if option.get("selected") is not None]
        if not chosen and element.get("multiple") is None:
            chosen = options[:1]
        return [_option_value(option) for option in chosen]
    if kind in {"submit", "button", "image", "reset", "file"}:
        return []
    if kind in {"checkbox", "radio"}:
        return [element.get("value", "on")] if element.get("checked") is not None else []
    return [element.get("value", "")]


def _option_value(option: Element) -> str:
    value = option.get("value")
    return words(option) if value is None else value


@dataclass(frozen=True)
class Page:
    """One answer of the app. `html` is empty when it was no page (a PDF, a redirect); `data` always holds the bytes."""

    url: str
    response: TestResponse
    html: str = ""
    tree: Element = field(default_factory=lambda: Element("html"))
    parse_errors: tuple[str, ...] = ()

    @classmethod
    def read(cls, url: str, response: TestResponse) -> "Page":
        if response.mimetype != "text/html" or 300 <= response.status_code < 400:
            return cls(url, response)
        html = response.get_data(as_text=True)
        tree, errors = parse(html)
        return cls(url, response, html, tree, errors)

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def data(self) -> bytes:
        return self.response.get_data()

    @property
    def location(self) -> str:
        """Where a redirect leads, path and query only."""
        parts = urlsplit(urljoin(self.url, self.response.headers.get("Location", "")))
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def text(self) -> str:
        """All words of the page, without what is in scripts."""
        return words(self.body, frozenset(self.all("script") + self.all("template")))

    @property
    def body(self) -> Element:
        return next(self.tree.iter("body"), self.tree)

    @property
    def h1(self) -> str:
        return words(next(self.tree.iter("h1"), Element("h1")))

    @property
    def title(self) -> str:
        return words(next(self.tree.iter("title"), Element("title")))

    def all(self, name: str, /, **attributes: str) -> list[Element]:
        """Elements by tag and attributes: all("a", href="/mensen"). A trailing _ and inner _ stand for class_ and data_x."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [e for e in self.tree.iter() if tag(e) == name and all(e.get(k) == v for k, v in wanted.items())]

    def by_id(self, identity: str) -> Element:
        found = [e for e in self.tree.iter() if e.get("id") == identity]
        assert found, f"{self.url} has no #{identity}"
        return found[0]

    def links(self) -> dict[str, str]:
        """Text of each link -> where it leads (the first, where a text occurs twice)."""
        found: dict[str, str] = {}
        for link in self.all("a"):
            found.setdefault(words(link), link.get("href", ""))
        return found

    def forms(self) -> list[Form]:
        # what stands in a template is not there until a script takes it out
        later = {inner for template in self.all("template") for inner in template.iter()}
        return [
            Form(element, self.url) for element in self.tree.iter() if tag(element) == "form" and element not in later
        ]

    def form(self, which: str | None = None) -> Form:
        """The form with this id ("#notitie"), this action ("/mensen/nieuw"), an action that ends so, or a button with this text.

        None: the only form in <main>. AssertionError when there is none, or more than one.
        """
        if which is None:
            main = next(self.tree.iter("main"), self.body)
            found = [Form(element, self.url) for element in main.iter() if tag(element) == "form"]
        elif which.startswith("#"):
            found = [form for form in self.forms() if form.element.get("id") == which[1:]]
        else:
            found = [form for form in self.forms() if _path(form.action) == which]
            found = found or [form for form in self.forms() if _path(form.action).endswith(which)]
            found = found or [form for form in self.forms() if any(words(b) == which for b in form.buttons)]
        actions = [_path(form.action) for form in self.forms()]
        assert len(found) == 1, f"{len(found)} forms are {which!r} on {self.url}; there are {actions}"
        return found[0]


def parse(html: str) -> tuple[Element, tuple[str, ...]]:
    """The tree of an HTML text (no namespaces on HTML elements), and each parse error with its line."""
    parser = html5lib.HTMLParser(tree=getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    lines = html.splitlines() or [""]
    errors = tuple(
        f"line {place[0]}: {code} {dict(data) if data else ''} in {lines[min(place[0], len(lines)) - 1].strip()[:120]!r}"
        for place, code, data in parser.errors
    )
    return cast(Element, tree), errors


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def squeeze(text: str) -> str:
    """White space made single, to compare with what a page shows."""
    return re.sub(r"\s+", " ", text).strip()
