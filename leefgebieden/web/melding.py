"""What the app says back on the next page, with a button that undoes it or goes on."""

from typing import Any, cast

from flask import Flask, flash, message_flashed, session

HOOGUIT = 4
"""The last ones. They wait in the cookie until a page shows them, and a browser takes no cookie over 4 kB."""


def init_meldingen(app: Flask) -> None:
    message_flashed.connect(_keep_last, app)


def _keep_last(app: Flask, **_: Any) -> None:
    """What says that something is saved goes last: a sheet lets its words go for it, and it holds the way back."""
    del app
    wachtend = list(session["_flashes"])
    while len(wachtend) > HOOGUIT:
        del wachtend[next((nr for nr, (_, melding) in enumerate(wachtend) if not _says_saved(melding)), 0)]
    session["_flashes"] = wachtend


def _says_saved(melding: object) -> bool:
    return isinstance(melding, dict) and bool(melding.get("wat"))


def tell_with_action(tekst: str, naar: str, actie: str, *, wat: str = "") -> None:
    """Say it, with a button that POSTs to `naar`. `wat`: the id of what was saved, see `tell_bewaard`."""
    _tell({"tekst": tekst, "naar": naar, "actie": actie, "wat": wat})


def tell_bewaard(tekst: str, wat: str) -> None:
    """Say that the thing with this id is saved. A sheet that sent it lets its words go when it reads this, and not before."""
    _tell({"tekst": tekst, "wat": wat})


def tell_to_read(tekst: str, waar: str) -> None:
    """Offer something to read, softly."""
    flash(cast(Any, {"tekst": tekst, "lees": waar}), "hint")


def tell_genoemden(casus_id: str, notitie_id: str, wie: list[str]) -> None:
    """Ask softly about the names of others in this notitie. Their ids wait in the cookie, their names nowhere."""
    flash(cast(Any, {"casus": casus_id, "notitie": notitie_id, "wie": wie}), "hint")


def _tell(melding: dict[str, str]) -> None:
    # base.html takes a mapping as well; the types of flask know only text
    flash(cast(Any, melding), "bewaard")
