"""The inspection itself: it must see what it is there for, and leave a good page alone."""

from collections.abc import Callable

import pytest
from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue

from tests.page import Page, parse
from tests.pages import PagesClient, make_client

GOOD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Mensen · leefgebieden</title></head>
<body><main><h1>Mensen</h1>
<p data-eigen-woorden>Hij weigert 50% van de soep.</p>
<!-- a comment -->
<form method="post" action="/groet"><input type="hidden" name="csrf_token" value="t">
<label for="naam">Naam</label><input id="naam" name="naam" value="Frans">
<label><input type="checkbox" name="wat" value="kracht"> kracht</label>
<label><input type="checkbox" name="wat" value="lastig" checked> lastig</label>
<label for="kies">Kanaal</label><select id="kies" name="kanaal"><option value="loket">Loket<option value="crisis">Crisis</select>
<label for="tekst">Tekst</label><textarea id="tekst" name="tekst">
dag</textarea>
<button name="actie" value="bewaar">Bewaar</button><button name="actie" value="nog">En nog één</button></form>
<p><a href="/groet">Verder</a></p></main></body></html>
"""
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'self'"}


@pytest.fixture
def show() -> Callable[[str], PagesClient]:
    def make(html: str) -> PagesClient:
        app = Flask(__name__, static_folder=None)

        @app.get("/")
        def page() -> ResponseReturnValue:
            return html, 200, POLICY

        @app.get("/groet")
        def greet() -> ResponseReturnValue:
            return GOOD.replace("Hij weigert", request.args.get("zegt", "Hij")), 200, POLICY

        @app.post("/groet")
        def take() -> ResponseReturnValue:
            sent = ";".join(f"{key}={'+'.join(values)}" for key, values in request.form.lists())
            return redirect(f"/groet?zegt={sent}", 303)

        return make_client(app)

    return make


def test_a_good_page_passes(show: Callable[[str], PagesClient]) -> None:
    page = show(GOOD).get("/")
    assert page.h1 == "Mensen"
    assert page.links() == {"Verder": "/groet"}


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("<!doctype html>\n", "", "doctype"),
        ('lang="nl"', 'lang="en"', "lang"),
        ("</h1>", "</h1><h1>Nog een</h1>", "2 times h1"),
        ("<title>Mensen", "<title>Lijst", "does not start with the h1"),
        ("<body>", "<body data-persoon>", "PERSON_TITLES"),
        ("</h1>", "</h2>", "line 3"),
        ('<label for="naam">Naam</label>', "", "has no label"),
        ('id="kies"', 'id="naam"', "occurs 2 times"),
        ('for="tekst"', 'for="tekstt"', "not there"),
        ("<p><a", '<p style="color:red"><a', "style attribute"),
        ("<p><a", "<p onclick='x()'><a", "onclick"),
        ("</main>", "<script>1</script></main>", "inline script"),
        ('href="/groet"', 'href="https://example.org/"', "leads outside"),
        ('href="/groet"', 'href="//example.org/"', "leads outside"),
        (' name="csrf_token"', ' name="token"', "no csrf_token"),
        (" data-eigen-woorden", "", "the word 'weiger'"),
        ("<p><a", "<p>Deze cliënt. <a", "the word 'cliënt'"),
        ("<p><a", '<p title="score: 3"><a', "the word 'score'"),
        (">Verder</a>", "></a>", "has no text"),
        ('name="naam"', 'name="naam" required', "aria-required"),
    ],
)
def test_a_bad_page_is_named(show: Callable[[str], PagesClient], good: str, bad: str, said: str) -> None:
    assert good in GOOD
    with pytest.raises(pytest.fail.Exception, match=said):
        show(GOOD.replace(good, bad, 1)).get("/")


def test_a_form_is_sent_as_a_browser_would(show: Callable[[str], PagesClient]) -> None:
    pages = show(GOOD)
    pages.get("/")
    page = pages.submit("/groet", {"naam": "Zoë"})
    sent = "csrf_token=t;naam=Zoë;wat=lastig;kanaal=loket;tekst=dag;actie=bewaar"
    assert sent in page.text
    page = pages.submit(fields={"wat": ["kracht", "lastig"], "tekst": None}, button="En nog één")
    assert "wat=kracht+lastig" in page.text.replace(" ", "+")
    assert "tekst" not in page.text.partition("50%")[0].replace("Tekst", "")
    assert "actie=nog" in page.text


def test_what_the_form_does_not_offer_cannot_be_sent(show: Callable[[str], PagesClient]) -> None:
    pages = show(GOOD)
    pages.get("/")
    for fields in ({"bsn": "1"}, {"wat": "fout"}, {"kanaal": "e-mail"}):
        with pytest.raises(AssertionError, match="no field|does not offer"):
            pages.submit("/groet", fields)


def test_another_answer_than_expected_is_a_failure(show: Callable[[str], PagesClient]) -> None:
    with pytest.raises(pytest.fail.Exception, match="answered 200, not 404"):
        show(GOOD).get("/", status=404)


def test_words_of_blocks_stay_apart() -> None:
    tree, errors = parse("<!doctype html><title>x</title><ul><li>een<li>t<b>we</b>e</ul>")
    assert not errors
    assert Page("/", Flask(__name__).response_class(), "x", tree).text == "een twee"  # type: ignore[arg-type]  # any response
