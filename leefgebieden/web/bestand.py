"""A file to take along."""

from flask import Response, current_app


def send_bestand(inhoud: str | bytes, mimetype: str, naam: str) -> Response:
    """The answer that a browser puts away under this name. It is not kept in a cache, like every answer (web/headers.py)."""
    antwoord: Response = current_app.response_class(inhoud, mimetype=mimetype)
    antwoord.headers.set("Content-Disposition", "attachment", filename=naam)
    return antwoord


def send_csv(tekst: str, naam: str) -> Response:
    """A list for a spreadsheet, with a byte order mark, so that Excel reads the accents."""
    return send_bestand("\ufeff" + tekst, "text/csv", naam)
