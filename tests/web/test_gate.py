"""The gate: closed by default, a stranger gets nothing, and every answer carries the headers."""

import re

import pytest
from flask import Flask

from leefgebieden.domain.toegang import Recht
from tests.pages import PagesClient

NOWHERE = "00000000-0000-4000-8000-000000000000"


def fill(rule: str, casus_id: str) -> str:
    """An address for a rule; what is not the casus is something that does not exist."""
    path = rule.replace("<id:casus_id>", casus_id)
    path = re.sub(r"<id:\w+>", NOWHERE, path).replace("<token>", "x")
    path = re.sub(r"<[^<>]*:kanaal>", "loket", path)
    for part, value in (("kanaal", "loket"), ("fase", "hulp"), ("rij", "a"), ("key", "dag"), ("leefgebied", "dag")):
        path = path.replace(f"<{part}>", value)
    return path


def without_token(html: str) -> str:
    """A page without its csrf token, which carries the second in which it was made."""
    return re.sub(r'(name="csrf_token" value|data-token)="[^"]*"', "", html)


def rules(app: Flask) -> list[tuple[str, str, str]]:
    found = []
    for rule in app.url_map.iter_rules():
        poort = getattr(app.view_functions[rule.endpoint], "poort", None)
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            found.append((method, rule.rule, str(poort)))
    return found


def test_what_says_nothing_is_closed(app: Flask, visitor: PagesClient) -> None:
    app.add_url_rule("/vergeten", "vergeten", lambda: "open deur")
    visitor.get("/vergeten", status=403)


def test_a_form_from_another_site_is_refused(client: PagesClient) -> None:
    client.get("/mensen/nieuw")
    client.post("/mensen/nieuw", {"naam": "x"}, status=403, headers={"Sec-Fetch-Site": "cross-site"})


def test_a_stranger_gets_404_at_every_address_of_a_casus(app: Flask, vera_client: PagesClient, samira: str) -> None:
    tried = 0
    vera_client.get("/mensen")
    for method, rule, poort in rules(app):
        if poort in list(Recht):
            assert "<id:casus_id>" in rule
            if method == "GET":
                vera_client.get(fill(rule, samira), status=404)
            else:
                vera_client.post(fill(rule, samira), {"tekst": "x"}, status=404)
            tried += 1
    assert tried > 20


def test_a_stranger_cannot_tell_her_casus_from_one_that_does_not_exist(vera_client: PagesClient, samira: str) -> None:
    echt = vera_client.get(f"/mensen/{samira}", status=404).html
    assert without_token(echt) == without_token(vera_client.get(f"/mensen/{NOWHERE}", 404).html)


def test_who_is_not_signed_in_sees_no_page_that_is_not_public(app: Flask, visitor: PagesClient, samira: str) -> None:
    visitor.get("/aanmelden")
    for method, rule, poort in rules(app):
        if poort != "public" and method == "GET" and (rule.startswith("/toestel") or rule.endswith("/nu")):
            assert visitor.client.get(fill(rule, samira)).status_code == 401, "a script gets no page"
        elif poort == "gast":
            assert visitor.client.open(rule, method=method).headers["Location"].startswith(("/mee", "/herhalen"))
        elif poort != "public" and method == "GET":
            assert visitor.get(fill(rule, samira), status=302).location.startswith("/aanmelden")


def test_who_works_along_may_not_close_the_casus(karim_client: PagesClient, samira: str) -> None:
    karim_client.get(f"/mensen/{samira}")
    karim_client.post(f"/mensen/{samira}/afsluiten", {"reden": "x"}, status=403)


@pytest.mark.parametrize(
    "number",
    ["0", "-1", "1%20OR%201=1", "C0DE0000-0000-4000-8000-000000000003", "x" * 10_000, "%00", "%2e%2e%2f", "a;.css"],
)
def test_an_id_that_is_none_is_a_page_that_is_not_there(client: PagesClient, number: str) -> None:
    assert "Deze pagina is er niet" in client.get(f"/mensen/{number}", status=404).text


def test_every_answer_carries_the_headers(client: PagesClient, samira: str) -> None:
    for url in (f"/mensen/{samira}", "/aanmelden"):
        headers = client.client.get(url).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_reading_every_page_changes_nothing_but_the_session(app: Flask, client: PagesClient, samira: str) -> None:
    from leefgebieden.store.db import db

    def counts() -> dict[str, int]:
        return {
            table.name: db.session.execute(db.select(db.func.count()).select_from(table)).scalar_one()
            for table in db.metadata.sorted_tables
            if table.name != "logboek"
        }

    before = counts()
    for method, rule, poort in rules(app):
        if method == "GET" and poort in list(Recht) and "_id>" not in rule.replace("<id:casus_id>", ""):
            client.client.get(fill(rule, samira))
    db.session.rollback()
    assert counts() == before
