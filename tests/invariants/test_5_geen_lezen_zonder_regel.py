"""Invariant 5: nobody reads without a line in the logboek, and when the line cannot be written nothing is shown or saved.

What stands in a line, and that no word does, is tested in web/test_logboek.py.
"""

from flask import Flask
from sqlalchemy import text

from leefgebieden.store.db import db
from tests.pages import PagesClient
from tests.web.test_logboek import close_logboek, pages_of, read_lines


def test_every_page_of_a_person_leaves_one_line(app: Flask, client: PagesClient, samira: str) -> None:
    pages = pages_of(app, samira)
    assert len(pages) > 20
    wrong = []
    for url in pages:
        before = len(read_lines(app))
        if client.client.get(url).status_code == 302:
            continue  # it sends on, and shows nothing: the page on the table, while nobody looks together
        lines = read_lines(app)[before:]
        if [line["casus_id"] for line in lines] != [samira]:
            wrong.append((url, [line["actie"] for line in lines]))
    assert wrong == []


def test_when_the_line_cannot_be_written_no_page_is_shown(app: Flask, client: PagesClient, samira: str) -> None:
    close_logboek()
    for url in [*pages_of(app, samira), "/mensen"]:
        if client.client.get(url).status_code == 302:
            continue  # shows nothing
        page = client.get(url, status=503)
        assert page.h1 == "Even niet"
        assert "Samira" not in page.html
        assert page.response.headers["Retry-After"] == "60"


def test_when_the_line_cannot_be_written_nothing_is_saved(app: Flask, client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    close_logboek()
    client.submit("/nieuw", {"tekst": "Dit blijft in je browser staan."}, status=503)
    with app.app_context():
        assert db.session.execute(text("SELECT count(*) FROM notitie")).scalar() == 0
