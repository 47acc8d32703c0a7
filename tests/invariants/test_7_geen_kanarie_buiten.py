"""Invariant 7: canary words in every field that a worker can fill in, and none of them outside: not in a file of the instance,
in what a server says or is asked, in an address, a title, the name of a file or the metadata of a PDF.
"""

import logging
import re
import subprocess
import sys
import tempfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader

from leefgebieden.store.db import db
from leefgebieden.web import gate
from tests.invariants.test_1_bewaard_is_bewaard import FRANS, Visitor, wait_for
from tests.journeys.server import environment, free_port, make_demo
from tests.pages import PagesClient


def test_nothing_that_is_typed_can_be_read_in_the_files(
    app: Flask, client: PagesClient, samira: str, tmp_path: Path
) -> None:
    number = 0
    forms = [
        "/mensen/nieuw",
        "/losse-notities/nieuw",
        f"/mensen/{samira}/notities/nieuw",
        f"/mensen/{samira}/gegevens",
        f"/mensen/{samira}/gesprekken/nieuw",
        f"/mensen/{samira}/netwerk/nieuw",
        f"/mensen/{samira}/afspraken/nieuw",
        f"/mensen/{samira}/openvragen",
        f"/mensen/{samira}/samenvatting",
        f"/mensen/{samira}/afsluiten",
    ]
    typed: list[str] = []
    for address in forms:
        page = client.get(address)
        form = max((f for f in page.forms() if f.method == "post"), key=lambda f: len(f.fields))
        fields: dict[str, str | list[str]] = {}
        for element in form.fields:
            name, kind = element.get("name"), element.get("type", "text")
            if name and (
                element.tag.endswith("textarea") or (element.tag.endswith("input") and kind in ("text", "search"))
            ):
                number += 1
                typed.append(f"Kanarie{number}x")
                fields[name] = typed[-1]
        client.post(form.action.removeprefix("http://localhost"), {**form.filled(fields, None)}, follow=False)
    # and a form that is refused: its words wait as a concept
    client.get(f"/mensen/{samira}/netwerk/nieuw")
    client.post(f"/mensen/{samira}/netwerk/nieuw", {"wie": "Kanarie900x" * 20, "id": "geen id"}, follow=False)
    assert number >= 12, typed
    db.session.remove()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not re.search(rb"Kanarie|K\x00a\x00n\x00a\x00r\x00i\x00e|Samira", content), path
            for telling in (b"schulden", b"kracht", b"eropaf", b"afspraak:", b"netwerk:"):
                assert telling not in content or path.suffix not in (".sqlite3", ".sqlite3-wal"), (path, telling)


def test_no_address_title_or_name_of_a_file_holds_what_was_typed(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/nieuw", {"tekst": "Kanarie901x", "van_wie": "zelf"})
    seen = [client.page.url, client.page.title]
    for address in ("", "/leefgebieden", "/leefgebieden/dag", "/netwerk", "/afspraken", "/samenvatting", "/logboek"):
        page = client.get(f"/mensen/{samira}{address}")
        seen += [page.title, *page.links().values(), *(form.action for form in page.forms())]
    assert not [text for text in seen if re.search("Kanarie|Samira", text)]


def test_the_pdf_tells_nothing_but_what_is_printed_on_it(client: PagesClient, samira: str) -> None:
    client.get(f"/mensen/{samira}/notities/nieuw")
    client.submit("/nieuw", {"tekst": "Kanarie902x zegt Samira", "wat": "kracht", "plaatsen": "dag"})
    with client.app.app_context():
        answer = client.client.get(f"/mensen/{samira}/samenvatting.pdf")
    assert answer.status_code == 200
    assert not re.search("Kanarie|Samira", str(answer.headers))
    reader = PdfReader(BytesIO(answer.data))
    told = str(reader.metadata) + str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data())
    assert not re.search("Kanarie|Samira", told)


@pytest.mark.parametrize("storing", [False, True], ids=["in order", "the database is broken meanwhile"])
def test_a_real_server_says_nothing_of_it(tmp_path: Path, storing: bool) -> None:
    worker = make_demo(tmp_path)[0]
    port, said = free_port(), tmp_path / "gezegd.txt"
    before = {path.name for path in Path(tempfile.gettempdir()).iterdir()}
    with said.open("wb") as uit:
        process = subprocess.Popen(
            [sys.executable, "-m", "leefgebieden", "start", "--port", str(port)],
            env=environment(tmp_path),
            stdout=uit,
            stderr=uit,
        )
        try:
            wait_for(process, port)
            visitor = Visitor(port)
            visitor.sign_in(worker)
            address = f"/mensen/{FRANS}/notities/nieuw"
            fields = {
                "csrf_token": visitor.read_hidden(address, "csrf_token"),
                "id": visitor.read_hidden(address, "id"),
                "tekst": "Kanarie903x",
            }
            if storing:
                (tmp_path / "instance" / "leefgebieden.sqlite3").unlink(missing_ok=True)
                for left in tmp_path.rglob("*.sqlite3*"):
                    left.unlink()
            status, _ = visitor.ask("POST", address, fields)
            assert storing or status == 303
            visitor.ask("GET", f"/mensen/{FRANS}/samenvatting.pdf")
            visitor.ask("GET", "/mensen/Kanarie904x")
            visitor.ask("POST", "/mensen/zoek", {"csrf_token": fields["csrf_token"], "naam": "Kanarie905x"})
        finally:
            process.terminate()
            process.wait()
    assert b"Kanarie" not in said.read_bytes()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"Kanarie" not in path.read_bytes(), path
    new = [path for path in Path(tempfile.gettempdir()).iterdir() if path.name not in before and path.is_file()]
    assert not [path for path in new if b"Kanarie" in path.read_bytes()]


def test_a_fault_tells_where_it_is_and_not_what_it_was_about(app: Flask, visitor: PagesClient) -> None:
    def fail(woord: str) -> str:
        try:
            raise ValueError(woord)
        except ValueError as cause:
            raise RuntimeError(f"{woord} {cause}") from cause

    app.add_url_rule("/stuk/<woord>", "stuk", gate.public(fail))
    out = StringIO()
    handler = logging.StreamHandler(out)
    app.logger.addHandler(handler)
    answer = visitor.client.get("/stuk/Kanarie3x?q=Kanarie4x")
    app.logger.removeHandler(handler)
    assert answer.status_code == 500
    assert "Kanarie" not in answer.get_data(as_text=True)
    said = out.getvalue()
    assert "Storing bij /stuk/<woord> [GET]" in said
    assert "builtins.ValueError" in said
    assert "builtins.RuntimeError" in said
    assert "in fail" in said
    assert "Kanarie" not in said
