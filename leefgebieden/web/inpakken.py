"""Pages travel compressed: on a bad network that is the difference between waiting and writing.

How long a compressed page is tells a little of what is in it, when words of an attacker stand in it beside a secret (BREACH).
Our cookie goes along with no request that another site hides in a page, and each answer gets a random length as well, in the
name of a file that no browser looks at ("Heal the Breach", https://ieeexplore.ieee.org/document/9754554; Django does the same).
"""

import gzip
import io
import secrets

from flask import Flask, Response, request

SOORTEN = frozenset({"text/html"})
MINSTENS = 500
"""Bytes below which it is not worth it."""
RUIS = 100
NIVEAU = 6


def init_inpakken(app: Flask) -> None:
    app.after_request(_pack)


def _pack(antwoord: Response) -> Response:
    if antwoord.mimetype not in SOORTEN:
        return antwoord
    antwoord.vary.add("Accept-Encoding")
    if antwoord.direct_passthrough or "Content-Encoding" in antwoord.headers:
        return antwoord
    inhoud = antwoord.get_data()
    if len(inhoud) < MINSTENS or not request.accept_encodings["gzip"]:
        return antwoord
    antwoord.set_data(pack_met_ruis(inhoud))
    antwoord.headers["Content-Encoding"] = "gzip"
    return antwoord


def pack_met_ruis(inhoud: bytes) -> bytes:
    """These bytes as gzip, with up to a hundred random ones in its head."""
    uit = io.BytesIO()
    ruis = "a" * secrets.randbelow(RUIS + 1)
    with gzip.GzipFile(filename=ruis, mode="wb", compresslevel=NIVEAU, fileobj=uit, mtime=0) as pak:
        pak.write(inhoud)
    return uit.getvalue()
