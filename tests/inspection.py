"""What every page must be, whatever it is about. Used by the client of tests/pages.py on every page it fetches."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tests.page import Page, tag, words

# A page about a person (<body data-persoon>) never has a name in its title, for a title stands in the history of the
# browser and on the screen of who looks along. So the title comes from this list: the kind of page, no more.
PERSON_TITLES = {
    "A4",
    "A4 bekijken",
    "A4 controleren",
    "A4's vergelijken",
    "Afspraak",
    "Afspraak wijzigen",
    "Afspraken",
    "Afsluiten",
    "Alles wissen",
    "Bereiken",
    "Eerdere versies",
    "Eigen verklaring",
    "Gegevens",
    "Gesprek",
    "Gesprek wijzigen",
    "Heropenen",
    "Hoe liep het?",
    "Inzage",
    "Leefgebied",
    "Leefgebieden",
    "Logboek",
    "Meldcode",
    "Mensen eromheen",
    "Familie",
    "Netwerk",
    "Nieuw gesprek",
    "Nieuwe afspraak",
    "Nieuwe notitie",
    "Notitie",
    "Notitie verplaatsen",
    "Notitie wissen",
    "Notitie wijzigen",
    "Open vragen",
    "Ordenen",
    "Oefenen",
    "Om mee te geven",
    "Op de agenda",
    "Overdragen",
    "Overleg",
    "Overleg op het scherm",
    "Persoon",
    "Samen kijken",
    "Samenvatting",
    "Spiekbrief",
    "Toestemming",
    "Toestemming wijzigen",
    "Antwoord op een vraag",
    "Verhaal",
    "Vraag bij een notitie",
    "Wie keek er in mijn gegevens?",
    "Vraag",
    "Vragen",
    "Vragenlijst",
    "Wie werkt mee",
    "Wissen goedkeuren",
    "Wmo-melding",
}

# Nobody is measured, and nobody is judged.
NEVER = re.compile(
    r"\bscores?\b|percentage|%|\bcompleet\b|\bcomplete\b|zorgmijd|manipul|\bontken|\bbeweer|\bweiger"
    r"|ongemotiveerd|onwillig|therapieontrouw|overlastgever",
    re.IGNORECASE,
)
# Words of an office, not of a kitchen table; where professionals learn and meet they may be needed.
OFFICE = re.compile(r"cliënt|\bcasus|dossier|registre|registrati|interventie", re.IGNORECASE)
OFFICE_PLACES = ("/oefenen", "/leergroepen", "/leerlog", "/verhalen", "/overleg", "/hulp", "/methodiek", "/werkvormen")
# Words that somebody typed, or that the method's source says literally, are not ours to choose.
NOT_OUR_WORDS = ("data-eigen-woorden", "data-bron")

URL_ATTRIBUTES = {
    "href",
    "src",
    "action",
    "formaction",
    "srcset",
    "poster",
    "data",
    "cite",
    "ping",
    "background",
}
NO_LABEL_NEEDED = {"hidden", "submit", "button", "image", "reset"}


def inspect_page(page: Page) -> list[str]:
    """One line for each thing that is wrong with this page. Empty when all is well."""
    return [
        *page.parse_errors,
        *_frame(page),
        *_title(page),
        *_ids(page),
        *_labels(page),
        *_policy(page),
        *_words(page),
    ]


def _frame(page: Page) -> Iterator[str]:
    if not page.html.lstrip().lower().startswith("<!doctype html>"):
        yield "no <!doctype html>"
    if page.tree.get("lang") != "nl":
        yield f"lang is {page.tree.get('lang')!r}, not 'nl'"
    if (count := len(page.all("h1"))) != 1:
        yield f"{count} times h1, not 1"
    elif not page.h1:
        yield "the h1 is empty"
    if len(page.all("main")) != 1:
        yield "not exactly one <main>"


def _title(page: Page) -> Iterator[str]:
    title = page.title.removeprefix("Fout: ")
    if not title:
        yield "no title"
    elif page.body.get("data-verborgen") is not None:
        if title != "Notities - leefgebieden":
            yield f"title {title!r} of a page that hides the screen is not 'Notities'"
    elif page.body.get("data-persoon") is None:
        if not title.startswith(page.h1):
            yield f"title {title!r} does not start with the h1 {page.h1!r}"
    elif re.split(r" [·|–-] ", title)[0] not in PERSON_TITLES:
        yield f"title {title!r} of a page about a person is not in PERSON_TITLES (tests/inspection.py)"
    elif "no-store" not in page.response.headers.get("Cache-Control", ""):
        yield "a page about a person lacks Cache-Control: no-store"


def _ids(page: Page) -> Iterator[str]:
    ids = Counter(element.get("id") for element in page.tree.iter() if element.get("id") is not None)
    for identity, count in ids.items():
        if count > 1:
            yield f"id {identity!r} occurs {count} times"
        if not identity or re.search(r"\s", identity):
            yield f"id {identity!r} is empty or holds white space"
    for element in page.tree.iter():
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form"):
            for target in (element.get(attribute) or "").split():
                if target not in ids:
                    yield f"{_tag(element)} points by {attribute} to #{target}, which is not there"
        href = element.get("href", "")
        if tag(element) == "a" and len(href) > 1 and href.startswith("#") and href[1:] not in ids:
            yield f"link {words(element)!r} leads to {href}, which is not there"


def _labels(page: Page) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label") if words(label)}
    wrapped = {e for label in page.all("label") if words(label) for e in label.iter()}
    for element in page.tree.iter():
        name = tag(element)
        spoken = bool((element.get("aria-label") or "").strip() or element.get("aria-labelledby"))
        if name in {"input", "select", "textarea"}:
            needs = not (name == "input" and element.get("type", "text").lower() in NO_LABEL_NEEDED)
            if needs and not (spoken or element in wrapped or (element.get("id") and element.get("id") in labelled)):
                yield f"{_tag(element)} has no label"
            if element.get("required") is not None:
                yield f"{_tag(element)} has required: the browser's own bubbles are not in plain Dutch, use aria-required"
            if name != "input" or needs:
                yield from ([] if element.get("name") else [f"{_tag(element)} has no name, so it is never sent"])
        elif name in {"a", "button"}:
            images = " ".join(i.get("alt", "") for i in element.iter() if tag(i) == "img")
            if not (spoken or words(element) or images.strip()):
                yield f"{_tag(element)} has no text"
            if name == "button" and element.get("disabled") is not None:
                yield f"{_tag(element)} is disabled: say what is missing when it is pressed"
        elif name == "img" and element.get("alt") is None:
            yield f"{_tag(element)} has no alt"
        elif name == "fieldset" and not any(tag(child) == "legend" and words(child) for child in element):
            yield "a fieldset has no legend"
        elif name == "th" and not words(element):
            yield "a th is empty"
    for form in page.forms():
        if form.method == "post" and "csrf_token" not in form.names():
            yield f"the form to {form.element.get('action')!r} has no csrf_token"


def _policy(page: Page) -> Iterator[str]:
    policy = page.response.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy:
        yield f"Content-Security-Policy is {policy!r}: default-src 'none' is missing"
    if "unsafe" in policy:
        yield f"Content-Security-Policy is loosened: {policy!r}"
    for element in page.tree.iter():
        name = tag(element)
        if name == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "an inline script"
        if name == "style":
            yield "an inline style element"
        for attribute, value in element.attrib.items():
            if attribute == "style":
                yield f"{_tag(element)} has a style attribute"
            if attribute.lower().startswith("on"):
                yield f"{_tag(element)} has {attribute}"
            if attribute in URL_ATTRIBUTES and not _is_own(value):
                yield f"{_tag(element)} leads outside: {value!r}"


def _is_own(url: str) -> bool:
    parts = urlsplit(url.strip())
    # otpauth opens the app on this device that counts codes
    return parts.scheme == "otpauth" or (not parts.netloc and parts.scheme in {"", "tel", "mailto"})


def _words(page: Page) -> Iterator[str]:
    theirs = frozenset(
        e
        for e in page.tree.iter()
        if tag(e) in {"script", "textarea"} or any(e.get(attribute) is not None for attribute in NOT_OUR_WORDS)
    )
    within = {inner for element in theirs for inner in element.iter()}
    spoken = " ".join(
        value
        for element in page.tree.iter()
        if element not in within
        for attribute in ("aria-label", "alt", "title", "placeholder")
        if (value := element.get(attribute))
    )
    text = f"{page.title} {words(page.body, theirs)} {spoken}"
    patterns = [NEVER]
    if not urlsplit(page.url).path.startswith(OFFICE_PLACES):
        patterns.append(OFFICE)
    for pattern in patterns:
        for match in pattern.finditer(text):
            around = text[max(0, match.start() - 40) : match.end() + 40]
            yield f"the word {match.group()!r} in {around!r}"


def _tag(element: Element) -> str:
    shown = "".join(f' {key}="{element.get(key)}"' for key in ("id", "name", "type", "class") if element.get(key))
    return f"<{tag(element)}{shown}>"
