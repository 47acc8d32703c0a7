"""What the browser of a device remembers of itself for a year, and nobody else reads."""

from flask import request
from werkzeug import Response

JAAR = 365 * 24 * 60 * 60


def keep_on_device(antwoord: Response, naam: str, waarde: str) -> None:
    """A cookie of this app alone, out of reach of scripts. What stands in it tells nothing of anybody."""
    antwoord.set_cookie(naam, waarde, max_age=JAAR, httponly=True, samesite="Lax", secure=request.is_secure)
