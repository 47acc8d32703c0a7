"""Styles, letters and icons: compressed, with the headers of every answer, and kept by the browser until they change."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from whitenoise import WhiteNoise

from leefgebieden.web.headers import HEADERS

JAAR = 31_536_000


def init_statisch(app: Flask) -> None:
    """Let WhiteNoise serve what is in static/; an address carries a version, so a year in the browser is safe."""
    assert app.static_folder is not None  # given when the app is made
    map_ = Path(app.static_folder)

    @app.url_defaults
    def _add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "filename" in values:
            values["v"] = _read_version(map_ / values["filename"])

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]  # the way that Flask documents
        app.wsgi_app,
        root=map_,
        prefix="static/",
        max_age=JAAR,
        add_headers_function=_add_headers,
        allow_all_origins=False,
    )


@cache
def _read_version(bestand: Path) -> str:
    # scripts fetch each other beside themselves, so they carry one version together
    samen = sorted(bestand.parent.glob("*.js")) if bestand.suffix == ".js" else [bestand]
    return hashlib.sha256(b"".join(deel.read_bytes() for deel in samen)).hexdigest()[:12]


def _add_headers(headers: Any, path: str, url: str) -> None:
    del url
    # only who opens a file as a page listens to the others, and on a slow line they weigh as much as a small script
    telt = HEADERS if path.endswith((".svg", ".txt")) else ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")
    for naam in telt:
        headers[naam] = HEADERS[naam]
