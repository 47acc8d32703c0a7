"""How the worker wants to see it: light or dark, letter size, left-handed. Kept in a cookie, so no flash and no script."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from flask_login import current_user

COOKIE = "weergave"
THEMAS = ("toestel", "licht", "donker")
TEKSTEN = ("gewoon", "groot", "grootst")


@dataclass(frozen=True)
class Weergave:
    thema: str = "toestel"
    tekst: str = "gewoon"
    linkshandig: bool = False

    def write(self) -> str:
        """The value of the cookie: `donker.groot.links`."""
        return f"{self.thema}.{self.tekst}.{'links' if self.linkshandig else 'rechts'}"


def read_weergave() -> Weergave:
    """The choice in the cookie; what is not understood counts as not chosen."""
    delen = [*request.cookies.get(COOKIE, "").split("."), "", "", ""]
    return Weergave(
        thema=delen[0] if delen[0] in THEMAS else "toestel",
        tekst=delen[1] if delen[1] in TEKSTEN else "gewoon",
        linkshandig=delen[2] == "links",
    )


def init_weergave(app: Flask) -> None:
    @app.context_processor
    def _weergave() -> dict[str, Any]:
        return {"weergave": read_weergave(), "aangemeld": bool(current_user and current_user.is_authenticated)}
