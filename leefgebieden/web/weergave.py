"""How the worker wants to see it: light or dark, letter size, left-handed, when the screen hides itself, u or je.

Kept in a cookie, so no flash and no script.
"""

from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from flask_login import current_user
from jinja2 import pass_context

from leefgebieden.domain.aanspreekvorm import speak_je

COOKIE = "weergave"
THEMAS = ("toestel", "licht", "donker")
TEKSTEN = ("gewoon", "groot", "grootst")
VERBERG_NA = (2, 1, 5, 0)
"""Minutes without a touch until the screen covers itself; 0 is never. The first is what holds until one chooses."""
AANSPREEK = ("u", "je")


@dataclass(frozen=True)
class Weergave:
    thema: str = "toestel"
    tekst: str = "gewoon"
    linkshandig: bool = False
    verberg_na: int = VERBERG_NA[0]
    aanspreek: str = "u"

    def write(self) -> str:
        """The value of the cookie: `donker.groot.links.5.je`."""
        hand = "links" if self.linkshandig else "rechts"
        return f"{self.thema}.{self.tekst}.{hand}.{self.verberg_na}.{self.aanspreek}"


def read_weergave() -> Weergave:
    """The choice in the cookie; what is not understood counts as not chosen."""
    delen = [*request.cookies.get(COOKIE, "").split("."), *[""] * 5]
    return Weergave(
        thema=delen[0] if delen[0] in THEMAS else "toestel",
        tekst=delen[1] if delen[1] in TEKSTEN else "gewoon",
        linkshandig=delen[2] == "links",
        verberg_na=next((minuten for minuten in VERBERG_NA if delen[3] == str(minuten)), VERBERG_NA[0]),
        aanspreek=delen[4] if delen[4] in AANSPREEK else AANSPREEK[0],
    )


def init_weergave(app: Flask) -> None:
    @app.template_filter("spreek_aan")
    @pass_context
    def _address(_: Any, zin: str) -> str:
        """A question of the card, or what we tell the person, as this worker wants to say it.

        With the context, so that Jinja does not work out a fixed sentence once, for whoever comes first.
        """
        return speak_je(zin) if read_weergave().aanspreek == "je" else zin

    @app.context_processor
    def _weergave() -> dict[str, Any]:
        return {"weergave": read_weergave(), "aangemeld": bool(current_user and current_user.is_authenticated)}
