"""Canary words in every field that a worker can fill in: none of them is readable in any file of the instance."""

import re
from pathlib import Path

from flask import Flask

from leefgebieden.store.db import db
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
